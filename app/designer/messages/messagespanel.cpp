// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/messages/messagespanel.h"

#include "designer/messages/messagedelegate.h"
#include "designer/messages/messagedetails.h"
#include "designer/messages/messagemodel.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"
#include "designer/panels/panelviews.h"
#include "designer/sheet/sheetstyle.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

MessagesPanel::MessagesPanel(const Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_title(new QLabel(this)), m_state(new QLabel(this)), m_edit(new FilterEdit(this)),
      m_pause(new QPushButton(this)), m_follow(new QPushButton(this)), m_export(new QPushButton(this)), m_table(new QTableView(this)),
      m_nothing(new EmptyNote(m_table)), m_details(new MessageDetails(workbench, this))
{
    setObjectName(u"messages.panel"_s);
    m_title->setObjectName(u"messages.title"_s);
    m_title->setProperty("title", true);
    m_title->setTextFormat(Qt::PlainText);
    m_state->setObjectName(u"messages.state"_s);
    m_state->setProperty("muted", true);
    m_state->setTextFormat(Qt::PlainText);
    m_edit->setObjectName(u"messages.filter"_s);
    m_edit->setClearButtonEnabled(true);
    m_pause->setObjectName(u"messages.pause"_s);
    m_pause->setCheckable(true);
    m_follow->setObjectName(u"messages.follow"_s);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setProperty("quiet", true);
    m_export->setObjectName(u"messages.export"_s);
    m_export->setProperty("quiet", true);
    m_table->setObjectName(u"messages.table"_s);
    m_nothing->setObjectName(u"messages.nothing"_s);
    setUpTable(m_table);
    m_table->setItemDelegate(new MessageDelegate(workbench.appearance, m_table));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    layOut();
    setFocusProxy(m_table);

    connect(m_edit, &QLineEdit::textChanged, this, [this] { applyFilter(); });
    connect(m_edit, &FilterEdit::wentDown, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_pause, &QPushButton::toggled, this, &MessagesPanel::setPaused);
    connect(m_follow, &QPushButton::toggled, this, &MessagesPanel::setFollowing);
    connect(m_table, &QTableView::customContextMenuRequested, this,
            [this](QPoint place) { Q_EMIT menuWanted(m_table->viewport()->mapToGlobal(place)); });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        // Whoever scrolls back wants to read; the end is followed again from there.
        if (!m_isScrolling && m_table->verticalScrollBar()->isSliderDown())
            setFollowing(value == m_table->verticalScrollBar()->maximum());
    });
    connect(m_details, &MessageDetails::linkFollowed, this, &MessagesPanel::goTo);
    connect(m_details, &MessageDetails::messageChanged, this, [this] {
        if (m_model)
            m_model->setSelected(m_details->message());
        Q_EMIT currentChanged();
    });
    connect(&workbench.appearance, &Appearance::changed, m_table, [this] { m_table->viewport()->update(); });
    retranslate();
    setJournal(nullptr);
}

MessagesPanel::~MessagesPanel()
{
    m_table->setModel(nullptr); // goes before the table does
}

void MessagesPanel::layOut()
{
    auto *const strip = new QHBoxLayout;
    strip->setContentsMargins(12, 4, 8, 4);
    strip->setSpacing(8);
    strip->addWidget(m_title);
    strip->addWidget(m_state, 2);
    m_edit->setMinimumWidth(180);
    m_edit->setMaximumWidth(360);
    strip->addWidget(m_edit, 1);
    strip->addWidget(m_pause);
    strip->addWidget(m_follow);
    strip->addWidget(m_export);
    m_state->setMinimumWidth(60);
    auto *const splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"messages.splitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(strip);
    layout->addWidget(splitter, 1);
}

void MessagesPanel::retranslate()
{
    m_title->setText(tr("Messages"));
    m_edit->setPlaceholderText(tr("Filter payloads: text, /regex/, $.json.path"));
    m_edit->setAccessibleName(tr("Filter of messages"));
    m_pause->setText(m_isPaused ? tr("Go on") : tr("Pause"));
    m_pause->setToolTip(tr("Keep what is shown as it is; what comes is stored all the same."));
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Always show the newest message."));
    m_export->setText(tr("Export…"));
    m_table->setAccessibleName(tr("Messages"));
    if (m_model)
        m_model->retranslate();
    showState();
}

void MessagesPanel::setJournal(journal::Journal *journal)
{
    if (m_journal)
        m_journal->disconnect(this);
    m_details->setReader(nullptr);
    m_table->setModel(nullptr);
    m_model.reset();
    m_reader.reset();
    m_journal = journal;
    if (journal) {
        m_reader = std::make_unique<journal::Reader>(journal->path());
        m_model = std::make_unique<MessageModel>(*m_reader, m_workbench.clock);
        m_table->setModel(m_model.get());
        m_details->setReader(m_reader.get());
        QHeaderView &header = *m_table->horizontalHeader();
        header.setStretchLastSection(false);
        header.setMinimumSectionSize(34);
        for (const auto &[column, width] : {std::pair{MessageModel::TimeColumn, 112}, std::pair{MessageModel::DeltaColumn, 76},
                                            std::pair{MessageModel::SelectedDeltaColumn, 90}, std::pair{MessageModel::DirectionColumn, 38},
                                            std::pair{MessageModel::ConnectionColumn, 120}, std::pair{MessageModel::MethodColumn, 124},
                                            std::pair{MessageModel::QidColumn, 54}, std::pair{MessageModel::SizeColumn, 92},
                                            std::pair{MessageModel::RoundTripColumn, 92}})
            header.resizeSection(column, width);
        header.setSectionResizeMode(MessageModel::PayloadColumn, QHeaderView::Stretch);
        m_table->setColumnHidden(MessageModel::SelectedDeltaColumn, true);
        connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this](const QModelIndex &row) { m_details->show(m_model->idAt(row.row())); });
        connect(m_model.get(), &MessageModel::stateChanged, this, &MessagesPanel::showState);
        connect(m_model.get(), &QAbstractItemModel::modelReset, this, [this] {
            m_details->show(0);
            onRows();
        });
        connect(m_model.get(), &QAbstractItemModel::rowsRemoved, this, [this] { onRows(); });
        connect(m_model.get(), &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
        connect(journal, &journal::Journal::extentChanged, this, [this](const journal::Extent &extent) { m_model->setExtent(extent); });
        connect(journal, &journal::Journal::pinsChanged, this, [this] {
            m_model->refresh();
            if (current())
                m_details->show(current()->id);
        });
        connect(journal, &journal::Journal::failed, this, [this](const core::Error &error) {
            m_storeError = error;
            showState();
        });
        connect(journal, &journal::Journal::recovered, this, [this] {
            m_storeError = {};
            showState();
        });
        connect(journal, &journal::Journal::ready, this, [this](const QString &notice) {
            if (!notice.isEmpty())
                setNotice(notice, true);
        });
        // It may have told before anybody listened.
        m_storeError = journal->error();
        if (!journal->notice().isEmpty())
            setNotice(journal->notice(), true);
        m_model->setFilter(m_filter);
        m_model->setExtent(journal->extent());
    }
    setEnabled(journal);
    onRows();
    Q_EMIT currentChanged();
}

void MessagesPanel::setExportMenu(QMenu *menu)
{
    m_export->setMenu(menu);
}

void MessagesPanel::applyFilter()
{
    auto parsed = journal::Filter::parse(m_edit->text());
    m_filterError = parsed ? core::Error() : parsed.error();
    setMark(m_edit, parsed ? QString() : u"error"_s);
    m_edit->setToolTip(m_filterError.message);
    if (parsed) {
        parsed->connections = m_filter.connections;
        parsed->controls = m_filter.controls;
        parsed->pinnedOnly = m_filter.pinnedOnly;
        m_notice.clear();
        if (*parsed != m_filter) {
            m_filter = *parsed;
            if (m_model)
                m_model->setFilter(m_filter);
        }
    }
    showState();
}

void MessagesPanel::setConnections(const QStringList &connections, const QString &title)
{
    m_connectionTitle = title;
    if (m_filter.connections != connections) {
        m_filter.connections = connections;
        if (m_model)
            m_model->setFilter(m_filter);
    }
    showState();
}

void MessagesPanel::setControls(bool shown)
{
    m_filter.controls = shown;
    if (m_model)
        m_model->setFilter(m_filter);
}

void MessagesPanel::setPinnedOnly(bool only)
{
    m_filter.pinnedOnly = only;
    if (m_model)
        m_model->setFilter(m_filter);
}

void MessagesPanel::setPaused(bool paused)
{
    if (m_isPaused == paused)
        return;
    m_isPaused = paused;
    m_pause->setChecked(paused);
    m_pause->setText(paused ? tr("Go on") : tr("Pause"));
    if (m_model)
        m_model->setPaused(paused);
    showState();
    Q_EMIT pausedChanged(paused);
}

void MessagesPanel::setFollowing(bool following)
{
    if (m_isFollowing == following)
        return;
    m_isFollowing = following;
    m_follow->setChecked(following);
    onRows();
    Q_EMIT followingChanged(following);
}

void MessagesPanel::setSelectedDifference(bool shown)
{
    m_table->setColumnHidden(MessageModel::SelectedDeltaColumn, !shown);
}

void MessagesPanel::focusFilter()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

const std::optional<journal::Message> &MessagesPanel::current() const
{
    return m_details->message();
}

void MessagesPanel::goTo(journal::MessageId id)
{
    const int row = m_model ? m_model->rowOf(id) : -1;
    if (row < 0)
        return m_details->show(id); // the filter hides its row; the message itself can be seen all the same
    setFollowing(false);
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->scrollTo(m_model->index(row, 0), QTableView::PositionAtCenter);
}

void MessagesPanel::togglePin()
{
    if (m_journal && current())
        m_journal->setPinned(current()->id, !current()->pinned);
}

void MessagesPanel::setNotice(const QString &text, bool isBad)
{
    m_notice = text;
    m_isNoticeBad = isBad;
    showState();
}

void MessagesPanel::onInserted(int first, int last)
{
    if (first == 0 && last + 1 < m_model->rowCount() && !m_isFollowing) {
        // Older ones were found above: what is looked at stays where it is.
        m_isScrolling = true;
        QScrollBar &bar = *m_table->verticalScrollBar();
        const int moved = bar.value() + (last - first + 1) * m_table->verticalHeader()->defaultSectionSize();
        m_table->doItemsLayout();
        bar.setValue(moved);
        m_isScrolling = false;
    }
    onRows();
}

void MessagesPanel::onRows()
{
    if (m_isFollowing) {
        m_isScrolling = true;
        m_table->scrollToBottom();
        m_isScrolling = false;
    }
    showState();
}

QString MessagesPanel::stateText(bool *isBad) const
{
    *isBad = true;
    if (!m_filterError.code.isEmpty())
        return m_filterError.message;
    if (!m_storeError.code.isEmpty())
        return m_storeError.message;
    if (m_model && !m_model->error().code.isEmpty())
        return m_model->error().message;
    *isBad = m_isNoticeBad && !m_notice.isEmpty();
    if (!m_notice.isEmpty())
        return m_notice;
    if (!m_model)
        return {};
    QStringList parts;
    if (!m_connectionTitle.isEmpty())
        parts.append(m_connectionTitle);
    const journal::SearchProgress progress = m_model->progress();
    if (m_model->isSearching() && progress.total > progress.searched)
        parts.append(tr("searching, %1 %").arg(progress.searched * 100 / progress.total));
    const QLocale locale;
    if (m_filter.isEmpty())
        parts.append(locale.toString(m_model->rowCount()));
    else
        parts.append(tr("%1 of %2").arg(locale.toString(m_model->rowCount()), locale.toString(m_model->extent().messages)));
    if (m_isPaused && m_model->unseen() > 0)
        parts.append(tr("%1 new").arg(locale.toString(m_model->unseen())));
    if (const qint64 skipped = m_model->skipped())
        parts.append(tr("%n message(s) too costly for this expression", nullptr, static_cast<int>(skipped)));
    if (const journal::Intake intake = m_journal->intake(); intake.droppedFull > 0) {
        *isBad = true;
        parts.append(tr("%n message(s) came too fast to be kept", nullptr, static_cast<int>(intake.droppedFull)));
    }
    return parts.join(u" · "_s);
}

void MessagesPanel::showState()
{
    bool isBad = false;
    const QString text = stateText(&isBad);
    m_state->setText(text);
    m_state->setToolTip(text);
    m_state->setAccessibleName(text.isEmpty() ? tr("State of the messages") : text);
    setMark(m_state, isBad ? u"error"_s : QString());
    const bool isEmpty = !m_model || m_model->rowCount() == 0;
    m_nothing->setVisible(isEmpty);
    if (m_filter.isEmpty())
        m_nothing->setText(tr("No messages yet"), tr("All that passes over connections of this window is kept here."));
    else if (m_model && m_model->isSearching())
        m_nothing->setText(tr("Searching…"));
    else
        m_nothing->setText(tr("No message passes the filter."), tr("Escape in the filter shows all again."));
}

void MessagesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
