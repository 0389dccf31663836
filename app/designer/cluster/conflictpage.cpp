// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/conflictpage.h"

#include "cluster/scriptentity.h"
#include "designer/cluster/scriptlist.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::WriteTime;

namespace {

QLabel *label(const char *property, QWidget *parent)
{
    auto *const made = new QLabel(parent);
    made->setProperty(property, true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QString timeOf(const core::Json &entity)
{
    const WriteTime time = WriteTime::of(entity);
    return time.isKnown() ? shownTime(time.text()) : ConflictPage::tr("not known");
}

} // namespace

ConflictPage::ConflictPage(QWidget *parent)
    : QWidget(parent), m_title(label("title", this)), m_what(label("plain", this)), m_theirsLabel(label("muted", this)),
      m_theirs(label("plain", this)), m_oursLabel(label("muted", this)), m_ours(label("plain", this)), m_beside(new QPushButton(this)),
      m_overwrite(new QPushButton(this)), m_cancel(new QPushButton(this))
{
    m_title->setWordWrap(true);
    m_what->setWordWrap(true);
    m_what->setObjectName(u"cluster.conflict"_s);
    m_theirs->setObjectName(u"cluster.theirTime"_s);
    m_ours->setObjectName(u"cluster.ourTime"_s);
    m_beside->setObjectName(u"cluster.beside"_s);
    m_beside->setProperty("primary", true);
    m_overwrite->setObjectName(u"cluster.overwrite"_s);
    m_cancel->setObjectName(u"cluster.conflictCancel"_s);
    for (QPushButton *const button : {m_beside, m_overwrite, m_cancel})
        button->setAutoDefault(true);
    auto *const times = new QGridLayout;
    times->setHorizontalSpacing(16);
    times->setVerticalSpacing(6);
    times->addWidget(m_theirsLabel, 0, 0);
    times->addWidget(m_theirs, 0, 1);
    times->addWidget(m_oursLabel, 1, 0);
    times->addWidget(m_ours, 1, 1);
    times->setColumnStretch(1, 1);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_beside);
    buttons->addWidget(m_overwrite);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_what);
    layout->addLayout(times);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_beside, &QPushButton::clicked, this, &ConflictPage::besideWanted);
    connect(m_overwrite, &QPushButton::clicked, this, &ConflictPage::overwriteWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ConflictPage::cancelWanted);
    retranslate();
}

void ConflictPage::show(const QString &code, const runner::Kept &conflict, const core::Json &base)
{
    m_code = code;
    m_conflict = conflict;
    m_base = base;
    retranslate();
}

void ConflictPage::retranslate()
{
    m_theirsLabel->setText(tr("On the cluster, written"));
    m_oursLabel->setText(tr("Yours comes from"));
    m_theirs->setText(timeOf(m_conflict.stored));
    m_ours->setText(timeOf(m_base));
    m_beside->setText(tr("Open theirs beside"));
    m_overwrite->setText(tr("Overwrite theirs"));
    m_cancel->setText(tr("Cancel"));
    switch (m_conflict.outcome) {
    case runner::Kept::Outcome::NewerThere:
        m_title->setText(tr("“%1” has been edited on the cluster since you opened it").arg(m_code));
        m_what->setText(tr("Nothing has been saved. Open the cluster's edit beside yours to compare, or overwrite it with yours."));
        break;
    case runner::Kept::Outcome::OtherThere:
        m_title->setText(tr("The cluster has another scenario with the code “%1”").arg(m_code));
        m_what->setText(
            tr("Nothing has been saved: it is not the one that yours comes from. Open it beside yours to compare, overwrite it, or "
               "cancel and save under another code."));
        break;
    default:
        m_title->setText(tr("The cluster has “%1” already").arg(m_code));
        m_what->setText(
            tr("Nothing has been saved: yours does not say which edit it comes from. Open the cluster's beside yours to compare, "
               "overwrite it, or cancel and save under another code."));
        break;
    }
}

void ConflictPage::focusFirst()
{
    m_beside->setFocus(Qt::OtherFocusReason);
}

void ConflictPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
