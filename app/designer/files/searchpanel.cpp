// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/searchpanel.h"

#include "designer/files/searchdelegate.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::designer {

namespace {

constexpr auto typingPause = 250ms;
constexpr int mostFaults = 200; // files that could not be searched, listed

QToolButton *toggle(const QString &name, const QString &text, QWidget *parent)
{
    auto *const button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    return button;
}

} // namespace

SearchPanel::SearchPanel(const Workbench &workbench, std::function<QList<OpenScenario>()> open, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_open(std::move(open)), m_search(workbench.catalogue), m_query(new FilterEdit(this)),
      m_case(toggle(u"search.case"_s, u"Aa"_s, this)), m_pattern(toggle(u"search.regex"_s, u".*"_s, this)), m_stop(new QToolButton(this)),
      m_state(new QLabel(this)), m_tree(new QTreeView(this)), m_nothing(new EmptyNote(m_tree))
{
    m_query->setObjectName(u"search.query"_s);
    m_query->setMaxLength(static_cast<int>(scenario::ScenarioSearch::longestQuery));
    m_query->setMinimumWidth(180);
    m_query->setMaximumWidth(420);
    m_stop->setObjectName(u"search.stop"_s);
    m_state->setObjectName(u"search.state"_s);
    m_state->setProperty("muted", true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tree->setObjectName(u"search.tree"_s);
    m_nothing->setObjectName(u"search.nothing"_s);
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new SearchDelegate(m_model, workbench.appearance, m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setEditTriggers(QTreeView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setVerticalScrollMode(QTreeView::ScrollPerPixel);
    m_tree->setIndentation(18);

    auto *const head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(6);
    head->addWidget(m_query, 1);
    head->addWidget(m_case);
    head->addWidget(m_pattern);
    head->addWidget(m_stop);
    head->addSpacing(6);
    head->addWidget(m_state, 2);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_query);

    connect(m_query, &QLineEdit::textChanged, this, &SearchPanel::searchSoon);
    connect(m_case, &QToolButton::toggled, this, &SearchPanel::search);
    connect(m_pattern, &QToolButton::toggled, this, &SearchPanel::search);
    connect(m_stop, &QToolButton::clicked, &m_search, &FolderSearch::stop);
    connect(m_query, &QLineEdit::returnPressed, this, &SearchPanel::search);
    connect(m_query, &FilterEdit::wentDown, this, [this] {
        m_tree->setFocus(Qt::OtherFocusReason);
        if (!m_tree->currentIndex().isValid())
            m_tree->setCurrentIndex(m_model.index(0, 0));
    });
    connect(m_tree, &QTreeView::activated, this, &SearchPanel::go);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (m_model.text(index))
            go(index);
    });
    connect(&m_search, &FolderSearch::found, this, &SearchPanel::take);
    connect(&m_search, &FolderSearch::finished, this, &SearchPanel::finish);
    connect(&workbench.appearance, &Appearance::changed, m_tree, [this] { m_tree->viewport()->update(); });
    retranslate();
}

SearchPanel::~SearchPanel() = default;

void SearchPanel::setFolder(const QString &path)
{
    if (path == m_folder)
        return;
    m_folder = path;
    if (!m_query->text().isEmpty())
        search();
    showState();
}

void SearchPanel::focusQuery()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void SearchPanel::searchSoon()
{
    m_pause.arm(m_workbench.scheduler, typingPause, [this] { search(); });
}

void SearchPanel::search()
{
    m_pause.cancel();
    m_search.stop();
    m_model.clear();
    m_summary.reset();
    m_fault.clear();
    if (!m_query->text().isEmpty()) {
        const auto compiled = scenario::ScenarioSearch::compile({m_query->text(), m_case->isChecked(), m_pattern->isChecked()});
        if (compiled)
            m_search.start(*compiled, m_folder, m_open());
        else
            m_fault = compiled.error().message;
    }
    showState();
}

void SearchPanel::take(const QList<FoundFile> &files)
{
    for (const FoundFile &file : files) {
        if (!file.fault.isEmpty() && m_model.rowCount() >= FolderSearch::mostHits + mostFaults)
            continue;
        m_model.add(file);
        m_tree->expand(m_model.index(m_model.rowCount() - 1, 0));
    }
    showState();
}

void SearchPanel::finish(const SearchSummary &summary)
{
    m_summary = summary;
    showState();
}

void SearchPanel::showState()
{
    const bool isRunning = m_search.isRunning();
    m_stop->setVisible(isRunning);
    QStringList parts;
    if (isRunning)
        parts << tr("Searching…");
    if (m_summary) {
        parts << (m_summary->isCut ? tr("the first %n hit(s)", nullptr, m_summary->hits) : tr("%n hit(s)", nullptr, m_summary->hits));
        parts << tr("%n scenario(s) searched", nullptr, m_summary->files);
        if (m_summary->isFilesCut)
            parts << tr("not all: the folder is too large");
        if (m_summary->isCancelled)
            parts << tr("stopped");
    }
    const bool isEmpty = m_model.rowCount() == 0;
    m_state->setText(isEmpty && !isRunning ? QString() : parts.join(u" · "_s));
    m_state->setToolTip(m_state->text());
    m_nothing->setVisible(isEmpty);
    const QString where = m_folder.isEmpty() ? tr("The open scenarios are searched; open a folder to search all of its scenarios.")
                                             : tr("Names, properties, message bodies, variables and notes of all scenarios of the folder "
                                                  "are searched, open ones as they are edited.");
    if (!m_fault.isEmpty())
        m_nothing->setText(tr("This cannot be searched for."), m_fault);
    else if (m_query->text().isEmpty())
        m_nothing->setText(tr("Search across scenarios"), where);
    else if (!m_summary)
        m_nothing->setText(tr("Searching…"));
    else
        m_nothing->setText(m_summary->isCancelled ? tr("The search was stopped.") : tr("Nothing found."), parts.mid(1).join(u" · "_s));
}

void SearchPanel::go(const QModelIndex &index)
{
    const FoundFile *const file = m_model.file(index);
    if (!file)
        return;
    const FoundText *const text = m_model.text(index);
    const QString property = text ? text->hit.property : QString();
    Q_EMIT placeWanted(file->key, file->path, text ? text->hit.object : std::nullopt, property);
}

void SearchPanel::retranslate()
{
    m_query->setPlaceholderText(tr("Search in all scenarios…"));
    m_query->setAccessibleName(tr("Search in all scenarios"));
    m_case->setToolTip(tr("Match upper and lower case"));
    m_case->setAccessibleName(m_case->toolTip());
    m_pattern->setToolTip(tr("Regular expression"));
    m_pattern->setAccessibleName(m_pattern->toolTip());
    m_stop->setText(tr("Stop"));
    m_tree->setAccessibleName(tr("Search results"));
    showState();
}

void SearchPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
