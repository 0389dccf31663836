// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/tryresult.h"

#include "core/jsonreader.h"
#include "designer/panels/panelviews.h"
#include "designer/sheet/sheetstyle.h"
#include "drawing/runtext.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds second{1000};
constexpr qsizetype mostText = 1'000'000; ///< characters shown
constexpr int mostFiles = 5000;

} // namespace

TryResult::TryResult(const Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_heading(new QLabel(this)), m_time(new QLabel(this)), m_pages(new QStackedWidget(this)),
      m_text(new QPlainTextEdit(this)), m_tree(new QTreeView(this)), m_files(new QTableWidget(this)), m_linkPage(new QWidget(this)),
      m_link(new QLabel(m_linkPage)), m_left(new QLabel(m_linkPage)), m_copy(new QPushButton(tr("Copy"), m_linkPage))
{
    m_heading->setObjectName(u"try.outcome"_s);
    m_heading->setProperty("title", true);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_time->setObjectName(u"try.time"_s);
    m_time->setProperty("muted", true);
    m_time->setWordWrap(true);
    m_text->setObjectName(u"try.text"_s);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Result"));
    m_text->setFont(workbench.appearance.theme().monoFont(workbench.appearance.theme().sizes().body - 1));
    m_tree->setObjectName(u"try.tree"_s);
    m_tree->setAccessibleName(tr("Result"));
    m_tree->setModel(&m_json);
    m_tree->setEditTriggers(QTreeView::NoEditTriggers);
    m_files->setObjectName(u"try.files"_s);
    m_files->setAccessibleName(tr("Files of the connection"));
    m_files->setColumnCount(3);
    m_files->setHorizontalHeaderLabels({tr("Name"), tr("Size"), tr("Changed")});
    m_files->setEditTriggers(QTableWidget::NoEditTriggers);
    setUpTable(m_files);
    m_link->setObjectName(u"try.link"_s);
    m_link->setTextFormat(Qt::PlainText);
    m_link->setWordWrap(true);
    m_link->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_left->setObjectName(u"try.left"_s);
    m_left->setProperty("muted", true);
    m_copy->setObjectName(u"try.copy"_s);
    auto *const linkLayout = new QVBoxLayout(m_linkPage);
    linkLayout->setContentsMargins(0, 0, 0, 0);
    linkLayout->setSpacing(8);
    linkLayout->addWidget(m_link);
    linkLayout->addWidget(m_left);
    linkLayout->addWidget(m_copy, 0, Qt::AlignLeft);
    linkLayout->addStretch(1);
    for (QWidget *const page :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_files), m_linkPage})
        m_pages->addWidget(page);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_heading);
    layout->addWidget(m_time);
    layout->addWidget(m_pages, 1);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_linkText); });
    clear();
}

void TryResult::clear()
{
    m_tick.cancel();
    setMark(m_heading, {});
    m_heading->setText(tr("Result"));
    m_time->setText(tr("What comes of the operation is shown here."));
    m_pages->hide();
}

void TryResult::showText(const QString &text)
{
    m_text->setPlainText(text.left(mostText));
    m_pages->setCurrentWidget(m_text);
}

void TryResult::showJson(const core::Json &json)
{
    m_json.setRoot(json);
    m_tree->expandToDepth(1);
    m_tree->header()->resizeSection(JsonTreeModel::Name, 160);
    m_pages->setCurrentWidget(m_tree);
}

void TryResult::showFiles(const core::Json &files)
{
    m_files->setRowCount(std::min<int>(mostFiles, static_cast<int>(files.size())));
    for (int row = 0; row < m_files->rowCount(); ++row) {
        const core::Json &file = files.at(row);
        m_files->setItem(row, 0, new QTableWidgetItem(file[u"name"].toString()));
        m_files->setItem(row, 1, new QTableWidgetItem(QLocale().formattedDataSize(file[u"size"].toInt().value_or(0))));
        m_files->setItem(row, 2, new QTableWidgetItem(file[u"last_modified"].toString()));
    }
    m_pages->setCurrentWidget(m_files);
}

void TryResult::showLink(const QString &link)
{
    m_linkText = link;
    m_link->setText(link);
    m_copy->show();
    m_pages->setCurrentWidget(m_linkPage);
    countDown();
}

void TryResult::countDown()
{
    const qint64 left = m_linkEndsMs - m_workbench.clock.nowMs();
    m_left->setText(left > 0 ? tr("Lasts %1 more").arg(drawing::durationText((left / 1000) * 1000000)) : tr("The link has run out."));
    if (left > 0)
        m_tick.arm(m_workbench.scheduler, second, [this] { countDown(); });
}

void TryResult::showSaved(const QString &path)
{
    m_linkText = path;
    m_link->setText(QDir::toNativeSeparators(path));
    m_left->setText(tr("The file was saved there."));
    m_pages->setCurrentWidget(m_linkPage);
}

void TryResult::show(const TrySession::Result &result)
{
    m_tick.cancel();
    const operation::Outcome &outcome = result.outcome;
    const bool isGood = outcome.kind == operation::OutcomeKind::Success;
    m_heading->setText(isGood ? tr("Success") : outcome.kind == operation::OutcomeKind::Timeout ? tr("Timeout") : tr("Error"));
    setMark(m_heading, isGood ? QString() : u"error"_s);
    m_time->setText(tr("%1 in all · until its carrier was ready %2 · waiting for the answer %3")
                        .arg(drawing::durationText(result.durationUs), drawing::durationText(result.timing.queueUs),
                             drawing::durationText(result.timing.waitUs)));
    m_pages->show();
    if (!isGood)
        return showText(outcome.errorText());
    if (!result.savedTo.isEmpty())
        return showSaved(result.savedTo);
    if (std::holds_alternative<operation::PlaceTempFile>(result.operation.action)) {
        m_linkEndsMs = m_workbench.clock.nowMs() + m_workbench.dialect.tempLifetimeS * 1000LL;
        return showLink(outcome.result);
    }
    const auto json = core::readJson(outcome.result.toUtf8());
    if (json && std::holds_alternative<operation::ListFiles>(result.operation.action))
        return showFiles(*json);
    if (json && (json->isObject() || json->isArray()))
        return showJson(*json);
    showText(outcome.result.isEmpty() ? tr("Done; the operation has no result.") : outcome.result);
}

} // namespace signalbox::designer
