// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/taskstrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

constexpr std::chrono::milliseconds patience(200); // until a task is worth a word
constexpr int barWidth = 96;

} // namespace

TaskStrip::TaskStrip(core::Scheduler &scheduler, QWidget *parent)
    : QWidget(parent), m_scheduler(scheduler), m_text(new QLabel(this)), m_bar(new QProgressBar(this)), m_cancel(new QToolButton(this))
{
    setObjectName(u"tasks"_s);
    m_text->setObjectName(u"tasks.text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_bar->setObjectName(u"tasks.bar"_s);
    m_bar->setFixedWidth(barWidth);
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(u"tasks.cancel"_s);
    m_cancel->setFocusPolicy(Qt::StrongFocus);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(8);
    for (QWidget *part : std::initializer_list<QWidget *>{m_text, m_bar, m_cancel})
        layout->addWidget(part, 0, Qt::AlignVCenter);
    m_cancel->setStyleSheet(u"min-height: 0; padding: 0 6px;"_s); // the status bar is no higher for it
    connect(m_cancel, &QAbstractButton::clicked, this, &TaskStrip::cancel);
    retranslate();
    hide();
}

int TaskStrip::begin(const QString &text, std::function<void()> cancel)
{
    m_tasks.append({++m_last, text, std::move(cancel), 0, 0});
    if (m_tasks.size() == 1)
        m_patience.arm(m_scheduler, patience, [this] { show(); });
    refresh();
    return m_last;
}

void TaskStrip::progress(int task, const QString &text, int done, int all)
{
    for (Task &known : m_tasks) {
        if (known.number != task)
            continue;
        known.text = text;
        known.done = done;
        known.all = all;
    }
    refresh();
}

void TaskStrip::end(int task)
{
    m_tasks.removeIf([task](const Task &known) { return known.number == task; });
    if (m_tasks.isEmpty()) {
        m_patience.cancel();
        hide();
    }
    refresh();
}

bool TaskStrip::canCancel() const
{
    return !m_tasks.isEmpty() && m_tasks.first().cancel;
}

void TaskStrip::cancel()
{
    if (!canCancel())
        return;
    const Task cancelled = m_tasks.first();
    end(cancelled.number);
    cancelled.cancel();
}

void TaskStrip::refresh()
{
    if (!m_tasks.isEmpty()) {
        const Task &shown = m_tasks.first();
        const auto more = static_cast<int>(m_tasks.size()) - 1;
        m_text->setText(more == 0 ? shown.text : shown.text + u' ' + tr("(and %n more)", nullptr, more));
        m_bar->setRange(0, shown.all);
        m_bar->setValue(shown.done);
        m_cancel->setVisible(static_cast<bool>(shown.cancel));
        m_bar->setAccessibleName(shown.text);
    }
    Q_EMIT changed();
}

void TaskStrip::retranslate()
{
    setAccessibleName(tr("What is going on"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel what is going on"));
}

void TaskStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
