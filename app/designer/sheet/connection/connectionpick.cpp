// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/connection/connectionpick.h"

#include "designer/sheet/fields/choicebox.h"
#include "designer/sheet/fields/linkbutton.h"
#include "designer/sheet/fields/sheetline.h"
#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetstyle.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace signalbox::designer {

using drawing::Role;
using namespace Qt::StringLiterals;

ConnectionPick::ConnectionPick(SheetContext &context, QWidget *parent) : QWidget(parent), m_context(context), m_said(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3, 0, 2);
    column->setSpacing(3);
    m_said->setObjectName("property.conn.picked"_L1);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setProperty("muted", true);
    m_said->setFont(context.theme().uiFont(context.theme().sizes().small + 1));
    column->addWidget(m_said);
    auto *links = new QHBoxLayout;
    links->setSpacing(10);
    m_pick = new LinkButton(QString(), context, this);
    m_pick->setObjectName("property.conn.pick"_L1);
    m_remove = new LinkButton(tr("Remove"), context, this);
    m_remove->setObjectName("property.conn.unpick"_L1);
    m_remove->setAccessibleName(tr("Do not pick a connection when a run starts"));
    for (LinkButton *link : {m_pick, m_remove}) {
        link->setRole(Role::Muted);
        links->addWidget(link);
    }
    links->addStretch(1);
    column->addLayout(links);
    makeForm();
    column->addWidget(m_form);
    m_form->hide();
    connect(m_pick, &QAbstractButton::clicked, this, [this] { openForm(true); });
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        m_context.unbindConnection(m_argument);
        m_pick->setFocus();
    });
    connect(&context, &SheetContext::inputsChanged, this, &ConnectionPick::refresh);
    connect(&context, &SheetContext::componentsChanged, this, &ConnectionPick::refresh); // where start parameter 1 goes
    refresh();
}

void ConnectionPick::makeForm()
{
    m_form = new QWidget(this);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    const auto label = [&](const QString &text) {
        auto *made = new QLabel(text, m_form);
        made->setProperty("muted", true);
        made->setFont(m_context.theme().uiFont(m_context.theme().sizes().small + 1));
        column->addWidget(made);
        return made;
    };
    label(tr("The connection of"));
    m_kind = new ChoiceBox(m_form);
    m_kind->setObjectName("property.conn.kind.of"_L1);
    m_kind->setAccessibleName(tr("Whose connection"));
    m_kind->addItems({tr("integration point"), tr("user")});
    column->addWidget(m_kind);
    const auto line = [&](const QString &id, const QString &name) {
        auto *made = new SheetLine(m_context, m_form);
        made->setObjectName("property.conn."_L1 + id);
        made->setAccessibleName(name);
        made->setMono(true);
        made->installEventFilter(this);
        column->addWidget(made);
        return made;
    };
    m_owner = line(u"owner"_s, tr("Integration point or login"));
    label(tr("with capability"));
    m_capability = line(u"capability"_s, tr("Capability that the connection has"));
    m_capability->setPlaceholderText(tr("any"));
    m_problem = new QLabel(m_form);
    m_problem->setObjectName("property.conn.problem"_L1);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setProperty("invalid", true);
    m_problem->hide();
    column->addWidget(m_problem);
    auto *links = new QHBoxLayout;
    links->setSpacing(10);
    m_apply = new LinkButton(tr("Pick when a run starts"), m_context, m_form);
    m_apply->setObjectName("property.conn.apply"_L1);
    m_cancel = new LinkButton(tr("Cancel"), m_context, m_form);
    m_cancel->setObjectName("property.conn.cancel"_L1);
    m_cancel->setRole(Role::Muted);
    links->addWidget(m_apply);
    links->addWidget(m_cancel);
    links->addStretch(1);
    column->addLayout(links);
    const auto sayOwner = [this] {
        m_owner->setPlaceholderText(m_kind->currentIndex() == 1 ? tr("login, such as anna") : tr("such as crm"));
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, sayOwner);
    sayOwner();
    connect(m_apply, &QAbstractButton::clicked, this, &ConnectionPick::apply);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { openForm(false); });
}

void ConnectionPick::showArgument(const core::Json &argument)
{
    m_argument = argument;
    refresh();
}

void ConnectionPick::openForm(bool isOpen)
{
    m_form->setVisible(isOpen);
    m_problem->hide();
    refresh();
    if (!isOpen)
        return m_pick->setFocus();
    m_kind->setCurrentIndex(m_choice && m_choice->isUser ? 1 : 0);
    m_owner->showText(m_choice ? m_choice->owner : QString());
    m_capability->showText(m_choice ? m_choice->capability : QString());
    auto *completer = new QCompleter(m_context.workbench().capabilities.capabilityKeys(), m_form);
    completer->setCompletionMode(QCompleter::InlineCompletion); // Enter is the form's
    delete m_capability->completer();
    m_capability->setCompleter(completer);
    m_owner->setFocus();
}

void ConnectionPick::apply()
{
    const ConnectionChoice choice{m_kind->currentIndex() == 1, m_owner->text().trimmed(), m_capability->text().trimmed()};
    if (choice.owner.isEmpty()) {
        m_problem->setText(tr("Whose connection is it? Type the integration point or the login."));
        m_problem->show();
        return m_owner->setFocus();
    }
    if (const core::Result<void> bound = m_context.bindConnection(choice); !bound) {
        m_problem->setText(bound.error().message);
        m_problem->show();
        return;
    }
    openForm(false);
}

void ConnectionPick::refresh()
{
    m_choice = m_context.boundConnection(m_argument);
    const bool isOpen = !m_form->isHidden();
    setVisible(m_context.hasDocument());
    m_said->setVisible(m_choice && !isOpen);
    m_pick->setVisible(!isOpen);
    m_remove->setVisible(m_choice && !isOpen);
    m_pick->setText(m_choice ? tr("Change") : tr("Pick it when a run starts…"));
    m_pick->setAccessibleName(tr("Pick the connection when a run starts"));
    m_pick->setToolTip(tr("By user or integration point; a run puts the id of the one that fits into a variable"));
    m_pick->updateGeometry();
    if (!m_choice)
        return;
    const QString who = m_choice->isUser ? tr("user %1").arg(m_choice->owner) : tr("integration point %1").arg(m_choice->owner);
    m_said->setText(m_choice->capability.isEmpty()
                        ? tr("When a run starts: the connection of %1").arg(who)
                        : tr("When a run starts: the connection of %1 with capability %2").arg(who, m_choice->capability));
}

bool ConnectionPick::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && (watched == m_owner || watched == m_capability)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            apply();
            return true;
        }
        if (key == Qt::Key_Escape) {
            openForm(false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace signalbox::designer
