// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/emptynote.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox::designer {

namespace {

QLabel *centred(const char *kind, QWidget *parent)
{
    auto *const label = new QLabel(parent);
    label->setProperty(kind, true);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

EmptyNote::EmptyNote(QAbstractScrollArea *view)
    : QWidget(view->viewport()), m_view(view), m_text(centred("title", this)), m_hint(centred("muted", this)),
      m_action(new QPushButton(this))
{
    m_action->hide();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(6);
    layout->addStretch(1);
    layout->addWidget(m_text);
    layout->addWidget(m_hint);
    layout->addSpacing(4);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    view->viewport()->installEventFilter(this);
    connect(m_action, &QPushButton::clicked, this, &EmptyNote::actionClicked);
    hide();
}

void EmptyNote::setText(const QString &text, const QString &hint)
{
    m_text->setText(text);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleName(hint.isEmpty() ? text : text + u' ' + hint);
}

void EmptyNote::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

QString EmptyNote::text() const
{
    return m_text->text();
}

QString EmptyNote::hint() const
{
    return m_hint->text();
}

bool EmptyNote::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        place();
    return QWidget::eventFilter(watched, event);
}

void EmptyNote::place()
{
    setGeometry(m_view->viewport()->rect());
}

} // namespace signalbox::designer
