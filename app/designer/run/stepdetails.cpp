// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/stepdetails.h"

#include "core/jsonreader.h"
#include "designer/panels/panelviews.h"
#include "designer/run/timelinemodel.h"
#include "drawing/runtext.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

enum Page { FirstPage, ChangesPage, RequestPage, ResponsePage };

/// JSON in its readable form; anything else as it is.
QString readable(const QString &text)
{
    if (text.startsWith(u'{') || text.startsWith(u'[')) {
        if (const auto json = core::readJson(text.toUtf8()))
            return QString::fromUtf8(json->toPretty()).trimmed();
    }
    return text;
}

} // namespace

StepDetails::StepDetails(const Workbench &workbench, QWidget *first, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_title(new QLabel(this)), m_time(new QLabel(this)), m_tabs(new QTabWidget(this)),
      m_changes(new QTableWidget(this)), m_request(textPage(u"run.request"_s)), m_response(textPage(u"run.response"_s))
{
    m_title->setObjectName(u"run.stepTitle"_s);
    m_title->setProperty("title", true);
    m_title->setTextFormat(Qt::PlainText);
    m_time->setObjectName(u"run.stepTime"_s);
    m_time->setProperty("muted", true);
    m_time->setTextFormat(Qt::PlainText);
    m_time->setWordWrap(true);
    m_tabs->setObjectName(u"run.details"_s);
    m_tabs->setDocumentMode(true);
    m_changes->setObjectName(u"run.changes"_s);
    m_changes->setColumnCount(3);
    m_changes->setEditTriggers(QTableWidget::NoEditTriggers);
    setUpTable(m_changes);
    m_tabs->addTab(first, {});
    m_tabs->addTab(m_changes, {});
    m_tabs->addTab(m_request, {});
    m_tabs->addTab(m_response, {});
    auto *const heading = new QVBoxLayout;
    heading->setContentsMargins(12, 8, 12, 4);
    heading->setSpacing(2);
    heading->addWidget(m_title);
    heading->addWidget(m_time);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(heading);
    layout->addWidget(m_tabs, 1);
    const auto setFonts = [this] {
        const drawing::Theme &theme = m_workbench.appearance.theme();
        for (QPlainTextEdit *const text : {m_request, m_response})
            text->setFont(theme.monoFont(theme.sizes().body - 1));
    };
    connect(&workbench.appearance, &Appearance::changed, this, setFonts);
    setFonts();
    retranslate();
    show(nullptr, {});
}

QPlainTextEdit *StepDetails::textPage(const QString &name)
{
    auto *const text = new QPlainTextEdit(this);
    text->setObjectName(name);
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setTabChangesFocus(true);
    return text;
}

void StepDetails::retranslate()
{
    m_tabs->setTabText(FirstPage, tr("Variables"));
    m_tabs->setTabText(ChangesPage, tr("Changes"));
    m_tabs->setTabText(RequestPage, tr("Request"));
    m_tabs->setTabText(ResponsePage, tr("Response"));
    m_tabs->setAccessibleName(tr("What is known of the step"));
    m_changes->setHorizontalHeaderLabels({tr("Variable"), tr("Before"), tr("After")});
    m_changes->setAccessibleName(tr("What the step changed"));
    m_request->setAccessibleName(tr("Request"));
    m_response->setAccessibleName(tr("Response"));
    m_request->setPlaceholderText(tr("The step asked the cluster for nothing."));
    m_response->setPlaceholderText(tr("The step got no answer."));
}

QString StepDetails::timeText(const runner::StepRecord &step) const
{
    QStringList parts{tr("%1 after %2").arg(outcomeText(step.step.outcome), drawing::durationText(step.step.durationUs))};
    if (step.timing) {
        parts += tr("until its carrier was ready %1").arg(drawing::durationText(step.timing->queueUs));
        if (step.timing->networkUs > 0)
            parts += tr("files %1").arg(drawing::durationText(step.timing->networkUs));
        parts += tr("waiting for the answer %1").arg(drawing::durationText(step.timing->waitUs));
    }
    if (!step.step.error.isEmpty())
        parts += step.step.error;
    if (step.isCut)
        parts += tr("long texts are cut");
    return parts.join(u" · "_s);
}

void StepDetails::showChanges(const runner::StepRecord *step)
{
    m_changes->setRowCount(step ? static_cast<int>(step->step.changes.size()) : 0);
    for (int row = 0; step && row < m_changes->rowCount(); ++row) {
        const machine::VariableChange &change = step->step.changes.at(row);
        int column = 0;
        for (const QString &text : {change.name, change.before.toText(), change.after.toText()}) {
            auto *const item = new QTableWidgetItem(text);
            item->setToolTip(text.left(2000));
            m_changes->setItem(row, column++, item);
        }
    }
}

void StepDetails::show(const runner::StepRecord *step, const QString &name)
{
    m_step = step ? std::optional(*step) : std::nullopt;
    m_name = name;
    m_title->setVisible(step);
    m_time->setVisible(step);
    m_title->setText(step ? tr("%1 · %2").arg(step->number).arg(name) : QString());
    m_time->setText(step ? timeText(*step) : QString());
    m_request->setPlainText(step ? readable(step->request) : QString());
    m_response->setPlainText(step ? readable(step->response) : QString());
    showChanges(step);
    for (const int page : {ChangesPage, RequestPage, ResponsePage})
        m_tabs->setTabEnabled(page, step);
    if (!step)
        raiseFirst();
}

void StepDetails::raiseFirst()
{
    m_tabs->setCurrentIndex(FirstPage);
}

void StepDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        const std::optional<runner::StepRecord> step = m_step;
        show(step ? &*step : nullptr, m_name);
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
