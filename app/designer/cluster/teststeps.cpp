// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/teststeps.h"

#include "designer/sheet/sheetstyle.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::ConnectionStep;
using State = ConnectionStep::State;

namespace {

constexpr int signWidth = 18;
constexpr int titleWidth = 150;

QString signOf(State state)
{
    switch (state) {
    case State::Waiting:
        return u"·"_s;
    case State::Running:
        return u"…"_s;
    case State::Passed:
        return u"✓"_s;
    case State::Failed:
        return u"✗"_s;
    case State::Skipped:
        break;
    }
    return u"–"_s;
}

QString wordOf(State state)
{
    switch (state) {
    case State::Waiting:
        return TestSteps::tr("not yet");
    case State::Running:
        return TestSteps::tr("under way");
    case State::Passed:
        return TestSteps::tr("works");
    case State::Failed:
        return TestSteps::tr("fails");
    case State::Skipped:
        break;
    }
    return TestSteps::tr("skipped");
}

} // namespace

TestSteps::TestSteps(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(u"profile.test"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *const page = new QWidget;
    auto *const grid = new QGridLayout(page);
    grid->setContentsMargins(0, 12, 0, 12);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(2, 1);
    const QList<ConnectionStep> steps = cluster::ConnectionTest::steps();
    for (const ConnectionStep &step : steps) {
        Row row;
        row.step = step;
        row.sign = new QLabel(page);
        row.sign->setFixedWidth(signWidth);
        row.title = new QLabel(page);
        row.title->setFixedWidth(titleWidth);
        row.title->setProperty("title", true);
        row.text = new QLabel(page);
        row.text->setObjectName(u"profile.test.%1"_s.arg(m_rows.size()));
        row.text->setWordWrap(true);
        row.text->setTextFormat(Qt::PlainText);
        row.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        row.time = new QLabel(page);
        row.time->setProperty("muted", true);
        const int at = static_cast<int>(m_rows.size());
        grid->addWidget(row.sign, at, 0, Qt::AlignTop | Qt::AlignHCenter);
        grid->addWidget(row.title, at, 1, Qt::AlignTop);
        grid->addWidget(row.text, at, 2, Qt::AlignTop);
        grid->addWidget(row.time, at, 3, Qt::AlignTop | Qt::AlignRight);
        m_rows.append(row);
    }
    grid->setRowStretch(static_cast<int>(m_rows.size()), 1);
    setWidget(page);
    begin();
}

void TestSteps::begin()
{
    const QList<ConnectionStep> steps = cluster::ConnectionTest::steps();
    for (const ConnectionStep &step : steps)
        show(step);
}

void TestSteps::show(const ConnectionStep &step)
{
    Row &row = m_rows[static_cast<qsizetype>(step.kind)];
    row.step = step;
    fill(row);
    if (step.state == State::Failed)
        ensureWidgetVisible(row.text);
}

void TestSteps::fill(const Row &row)
{
    const ConnectionStep &step = row.step;
    const bool isFault = step.state == State::Failed;
    const bool isOver = step.state == State::Passed || isFault;
    row.sign->setText(signOf(step.state));
    row.sign->setAccessibleName(wordOf(step.state));
    row.title->setText(step.title());
    QString text = isFault ? step.error.message : step.finding;
    if (isFault && !step.advice.isEmpty())
        text += u'\n' + step.advice;
    row.text->setText(text.isEmpty() && !isOver ? wordOf(step.state) : text);
    row.text->setAccessibleName(tr("%1: %2").arg(step.title(), wordOf(step.state)));
    row.time->setText(isOver ? tr("%1 ms").arg(QLocale().toString(static_cast<qint64>(step.duration.count()))) : QString());
    setStyleProperty(row.sign, "invalid", isFault);
    setStyleProperty(row.text, "invalid", isFault);
    setStyleProperty(row.text, "muted", !isFault && step.state != State::Passed);
}

void TestSteps::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const Row &row : std::as_const(m_rows))
            fill(row);
    }
    QScrollArea::changeEvent(event);
}

} // namespace signalbox::designer
