// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/documentpanels.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/panelviews.h"
#include "designer/panels/problemproxy.h"
#include "designer/panels/severityicon.h"
#include "editing/quickfix.h"

#include <QClipboard>
#include <QEvent>
#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Diagnostic;
using editing::ProblemModel;

class ProblemsPanel::Private final
{
public:
    Private(const Workbench &workbench, ProblemsPanel *owner);

    void retranslate();
    void setWidths();
    void rowsChanged();
    void currentChanged();
    bool isCut(const QString &text) const; ///< in its cell
    std::optional<Diagnostic> current() const;
    std::optional<editing::QuickFix> currentFix() const;
    void go();
    void fix();
    void openMenu(QPoint place);

    ProblemsPanel *owner;
    QTableView *table;
    ProblemProxy *proxy;
    EmptyNote *nothing;
    QFrame *foot; ///< the whole message of the current row, and what can be done about it
    QLabel *message;
    QPushButton *fixButton;
    QPointer<editing::EditSession> session;
    QPointer<ProblemModel> problems;
};

ProblemsPanel::Private::Private(const Workbench &workbench, ProblemsPanel *panel)
    : owner(panel), table(new QTableView(panel)), proxy(new ProblemProxy(workbench.appearance, panel)), nothing(new EmptyNote(table)),
      foot(new QFrame(panel)), message(new QLabel(foot)), fixButton(new QPushButton(foot))
{
    panel->setObjectName(u"problems.panel"_s);
    table->setObjectName(u"problems.table"_s);
    table->setModel(proxy);
    setUpTable(table);
    table->setEditTriggers(QTableView::NoEditTriggers);
    table->setItemDelegateForColumn(ProblemModel::SeverityColumn,
                                    new SeverityDelegate(workbench.appearance, ProblemModel::SeverityRole, table));
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicatorClearable(true);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the document's order
    nothing->setObjectName(u"problems.nothing"_s);
    foot->setObjectName(u"problems.foot"_s);
    foot->setProperty("foot", true);
    message->setObjectName(u"problems.message"_s);
    message->setWordWrap(true);
    message->setTextFormat(Qt::PlainText);
    message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fixButton->setObjectName(u"problems.fix"_s);

    auto *const line = new QHBoxLayout(foot);
    line->setContentsMargins(12, 6, 12, 6);
    line->addWidget(message, 1);
    line->addWidget(fixButton, 0, Qt::AlignTop);
    auto *const layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(table, 1);
    layout->addWidget(foot);
}

void ProblemsPanel::Private::retranslate()
{
    table->setAccessibleName(tr("Problems"));
    fixButton->setToolTip(tr("Ctrl+. does it, too."));
    rowsChanged();
}

void ProblemsPanel::Private::setWidths()
{
    QHeaderView *const header = table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(34);
    header->setSectionResizeMode(ProblemModel::SeverityColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(ProblemModel::MessageColumn, QHeaderView::Stretch);
    header->resizeSection(ProblemModel::SeverityColumn, 34);
    for (int column = ProblemModel::ComponentColumn; column < ProblemModel::ColumnCount; ++column)
        header->resizeSection(column, 160);
}

void ProblemsPanel::Private::rowsChanged()
{
    if (session == nullptr)
        nothing->setText(tr("No scenario is open."), tr("Its problems are listed here while you edit it."));
    else
        nothing->setText(tr("No problems"), tr("Nothing in this scenario keeps it from running."));
    nothing->setVisible(proxy->rowCount() == 0);
    currentChanged();
}

std::optional<Diagnostic> ProblemsPanel::Private::current() const
{
    const QModelIndex index = proxy->mapToSource(table->currentIndex());
    return index.isValid() && problems != nullptr ? std::optional(problems->problem(index.row())) : std::nullopt;
}

std::optional<editing::QuickFix> ProblemsPanel::Private::currentFix() const
{
    const std::optional<Diagnostic> problem = current();
    return problem && session != nullptr ? editing::quickFix(*session, *problem) : std::nullopt;
}

void ProblemsPanel::Private::currentChanged()
{
    const std::optional<Diagnostic> problem = current();
    const std::optional<editing::QuickFix> possible = currentFix();
    foot->setVisible(possible.has_value() || (problem && isCut(problem->message)));
    message->setText(problem ? problem->message : QString());
    fixButton->setVisible(possible.has_value());
    if (possible)
        fixButton->setText(possible->title);
}

bool ProblemsPanel::Private::isCut(const QString &text) const
{
    constexpr int padding = 20;
    return table->fontMetrics().horizontalAdvance(text) > table->columnWidth(ProblemModel::MessageColumn) - padding;
}

void ProblemsPanel::Private::go()
{
    const std::optional<Diagnostic> problem = current();
    if (problem && problem->object)
        Q_EMIT owner->placeRequested(*problem->object, problem->property);
    else if (problem)
        Q_EMIT owner->filePlaceRequested(*problem);
}

void ProblemsPanel::Private::fix()
{
    if (const std::optional<editing::QuickFix> possible = currentFix())
        possible->apply(*session);
}

void ProblemsPanel::Private::openMenu(QPoint place)
{
    const std::optional<Diagnostic> problem = current();
    if (!problem)
        return;
    auto *const menu = new QMenu(table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"problems.menu"_s);
    menu->addAction(problem->object ? tr("Go to the component") : tr("Go there"), owner, [this] { go(); });
    if (const std::optional<editing::QuickFix> possible = currentFix()) {
        QAction *const action = menu->addAction(possible->title, owner, [this] { fix(); });
        action->setObjectName(u"problems.menu.fix"_s);
    }
    menu->addSeparator();
    menu->addAction(tr("Copy the message"), owner,
                    [text = problem->message + u" ("_s + problem->code + u')'] { QGuiApplication::clipboard()->setText(text); });
    menu->popup(table->viewport()->mapToGlobal(place));
}

ProblemsPanel::ProblemsPanel(const Workbench &workbench, QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(workbench, this))
{
    connect(d->table, &QTableView::activated, this, [this] { d->go(); });
    connect(d->table, &QTableView::customContextMenuRequested, this, [this](QPoint place) { d->openMenu(place); });
    connect(d->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { d->currentChanged(); });
    connect(d->proxy, &QAbstractItemModel::rowsInserted, this, [this] { d->rowsChanged(); });
    connect(d->proxy, &QAbstractItemModel::rowsRemoved, this, [this] { d->rowsChanged(); });
    connect(d->proxy, &QAbstractItemModel::modelReset, this, [this] { d->rowsChanged(); });
    connect(d->proxy, &QAbstractItemModel::dataChanged, this, [this] { d->currentChanged(); });
    connect(d->fixButton, &QPushButton::clicked, this, [this] { d->fix(); });
    auto *const fixKey = new QShortcut(QKeySequence(u"Ctrl+."_s), d->table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(fixKey, &QShortcut::activated, this, [this] { d->fix(); });
    d->retranslate();
}

ProblemsPanel::~ProblemsPanel() = default;

void ProblemsPanel::show(editing::EditSession *session, ProblemModel *problems)
{
    if (d->session != nullptr)
        d->session->disconnect(this);
    d->session = session;
    d->problems = problems;
    d->proxy->setSourceModel(problems);
    // A fix depends on the document as it is.
    if (session != nullptr)
        connect(session, &editing::EditSession::changed, this, [this] { d->currentChanged(); });
    if (problems != nullptr)
        d->setWidths();
    d->rowsChanged();
}

void ProblemsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        d->retranslate();
        d->table->horizontalHeader()->viewport()->update();
        d->table->viewport()->update();
    }
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
