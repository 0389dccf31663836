// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/shortcuteditor.h"

#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"
#include "designer/panels/panelviews.h"
#include "designer/shell/shortcutfield.h"
#include "designer/shell/shortcutlist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

const auto settingsGroup = u"shortcuts"_s;

} // namespace

class ShortcutEditor::Private final
{
public:
    Private(Actions &actions, QSettings &settings, ShortcutEditor *owner);

    void retranslate();
    void filterChanged();
    void showCurrent();
    void record(const QKeySequence &shortcut);
    void takeOver();
    void assign(const QString &id, const QKeySequence &shortcut);
    void resetCurrent();
    void resetAll();
    QString currentId() const { return list->idAt(table->currentIndex().row()); }

    Actions &actions;
    QSettings &settings;
    FilterEdit *filter;
    QTableView *table;
    ShortcutList *list;
    EmptyNote *nothing;
    QLabel *recordLabel;
    ShortcutField *recorder;
    QPushButton *clear;
    QLabel *conflict;
    QPushButton *take;
    QPushButton *reset;
    QPushButton *resetEvery;
    QPushButton *done;
    QKeySequence wanted; ///< recorded, but another action has it
};

ShortcutEditor::Private::Private(Actions &theActions, QSettings &theSettings, ShortcutEditor *owner)
    : actions(theActions), settings(theSettings), filter(new FilterEdit(owner)), table(new QTableView(owner)),
      list(new ShortcutList(actions, owner)), nothing(new EmptyNote(table)), recordLabel(new QLabel(owner)),
      recorder(new ShortcutField(owner)), clear(new QPushButton(owner)), conflict(new QLabel(owner)), take(new QPushButton(owner)),
      reset(new QPushButton(owner)), resetEvery(new QPushButton(owner)), done(new QPushButton(owner))
{
    filter->setObjectName(u"shortcuts.filter"_s);
    table->setObjectName(u"shortcuts.table"_s);
    nothing->setObjectName(u"shortcuts.nothing"_s);
    recorder->setObjectName(u"shortcuts.recorder"_s);
    clear->setObjectName(u"shortcuts.clear"_s);
    conflict->setObjectName(u"shortcuts.conflict"_s);
    take->setObjectName(u"shortcuts.take"_s);
    reset->setObjectName(u"shortcuts.reset"_s);
    resetEvery->setObjectName(u"shortcuts.resetAll"_s);
    done->setObjectName(u"shortcuts.close"_s);
    for (QPushButton *const button : {clear, take, reset, resetEvery, done})
        button->setAutoDefault(false);

    table->setModel(list);
    setUpTable(table);
    table->horizontalHeader()->setSectionResizeMode(ShortcutList::ActionColumn, QHeaderView::Stretch);
    table->setColumnWidth(ShortcutList::ShortcutColumn, 150);
    table->setColumnWidth(ShortcutList::DefaultColumn, 150);
    recordLabel->setBuddy(recorder);
    conflict->setProperty("invalid", true);
    conflict->setWordWrap(true);
    conflict->setTextFormat(Qt::PlainText);

    auto *const recording = new QHBoxLayout;
    recording->setSpacing(8);
    recording->addWidget(recordLabel, 1);
    recording->addWidget(recorder);
    recording->addWidget(clear);
    recording->addWidget(reset);
    auto *const conflicting = new QHBoxLayout;
    conflicting->addWidget(conflict, 1);
    conflicting->addWidget(take);
    auto *const buttons = new QHBoxLayout;
    buttons->addWidget(resetEvery);
    buttons->addStretch(1);
    buttons->addWidget(done);
    auto *const layout = new QVBoxLayout(owner);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(filter);
    layout->addWidget(table, 1);
    layout->addLayout(recording);
    layout->addLayout(conflicting);
    layout->addLayout(buttons);
}

void ShortcutEditor::Private::retranslate()
{
    filter->setPlaceholderText(tr("Filter by name or shortcut…"));
    filter->setAccessibleName(tr("Filter actions"));
    table->setAccessibleName(tr("Actions and their shortcuts"));
    recorder->setAccessibleName(tr("New shortcut: press the keys"));
    clear->setText(tr("None"));
    clear->setToolTip(tr("The action then has no shortcut."));
    take->setText(tr("Use it here"));
    take->setToolTip(tr("The other action then has no shortcut."));
    reset->setText(tr("Reset"));
    reset->setToolTip(tr("The shortcut that the program came with."));
    resetEvery->setText(tr("Reset all"));
    done->setText(tr("Close"));
}

void ShortcutEditor::Private::filterChanged()
{
    list->setFilter(filter->text());
    nothing->setText(tr("No action fits “%1”.").arg(filter->text()), tr("Try a part of its name, or the keys of a shortcut."));
    nothing->setVisible(list->rowCount() == 0);
    table->selectRow(0);
    showCurrent();
}

void ShortcutEditor::Private::showCurrent()
{
    const QString id = currentId();
    const QAction *const action = actions.find(id);
    wanted = {};
    conflict->hide();
    take->hide();
    recordLabel->setText(action == nullptr ? QString() : tr("New shortcut for “%1”:").arg(Actions::titleOf(action)));
    recorder->setEnabled(action != nullptr);
    clear->setEnabled(action != nullptr && !action->shortcut().isEmpty());
    reset->setEnabled(action != nullptr && action->shortcut() != actions.defaultShortcut(id));
    recorder->setShortcut(action == nullptr ? QKeySequence() : action->shortcut());
}

void ShortcutEditor::Private::record(const QKeySequence &shortcut)
{
    const QString id = currentId();
    if (actions.find(id) == nullptr || shortcut.isEmpty())
        return;
    const QAction *const other = actions.conflict(id, shortcut);
    if (other == nullptr) {
        assign(id, shortcut);
        return;
    }
    wanted = shortcut;
    recorder->setShortcut(shortcut);
    conflict->setText(tr("%1 belongs to “%2”.").arg(shortcut.toString(QKeySequence::NativeText), Actions::titleOf(other)));
    conflict->show();
    take->show();
}

void ShortcutEditor::Private::takeOver()
{
    const QString id = currentId();
    const QKeySequence shortcut = wanted;
    while (const QAction *const other = actions.conflict(id, shortcut))
        assign(Actions::idOf(other), {});
    assign(id, shortcut);
}

void ShortcutEditor::Private::assign(const QString &id, const QKeySequence &shortcut)
{
    actions.setShortcut(id, shortcut);
    settings.beginGroup(settingsGroup);
    if (shortcut == actions.defaultShortcut(id))
        settings.remove(id);
    else
        settings.setValue(id, shortcut.toString(QKeySequence::PortableText));
    settings.endGroup();
    showCurrent();
}

void ShortcutEditor::Private::resetCurrent()
{
    // Like any other shortcut, the program's own may be somebody else's by now.
    record(actions.defaultShortcut(currentId()));
    if (actions.defaultShortcut(currentId()).isEmpty())
        assign(currentId(), {});
}

void ShortcutEditor::Private::resetAll()
{
    for (const QAction *const action : actions.all())
        actions.setShortcut(Actions::idOf(action), actions.defaultShortcut(Actions::idOf(action)));
    settings.remove(settingsGroup);
    showCurrent();
}

ShortcutEditor::ShortcutEditor(Actions &actions, QSettings &settings, QWidget *parent)
    : QDialog(parent), d(std::make_unique<Private>(actions, settings, this))
{
    setObjectName(u"shortcuts"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    resize(640, 560);
    connect(d->filter, &QLineEdit::textChanged, this, [this] { d->filterChanged(); });
    connect(d->filter, &FilterEdit::wentDown, this, [this] { d->table->setFocus(Qt::OtherFocusReason); });
    connect(d->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { d->showCurrent(); });
    connect(d->table, &QTableView::activated, this, [this] { d->recorder->setFocus(Qt::OtherFocusReason); });
    connect(d->recorder, &ShortcutField::recorded, this, [this](const QKeySequence &shortcut) { d->record(shortcut); });
    connect(d->clear, &QPushButton::clicked, this, [this] { d->assign(d->currentId(), {}); });
    connect(d->take, &QPushButton::clicked, this, [this] { d->takeOver(); });
    connect(d->reset, &QPushButton::clicked, this, [this] { d->resetCurrent(); });
    connect(d->resetEvery, &QPushButton::clicked, this, [this] { d->resetAll(); });
    connect(d->done, &QPushButton::clicked, this, &QDialog::accept);
    d->retranslate();
    d->filterChanged();
}

ShortcutEditor::~ShortcutEditor() = default;

void ShortcutEditor::restore(Actions &actions, QSettings &settings)
{
    settings.beginGroup(settingsGroup);
    for (const QString &id : settings.childKeys()) {
        const QString text = settings.value(id).toString();
        const QKeySequence shortcut = QKeySequence::fromString(text, QKeySequence::PortableText);
        const bool isReadable = text.isEmpty() || (!shortcut.isEmpty() && shortcut[0].key() != Qt::Key_unknown);
        if (isReadable)
            actions.setShortcut(id, shortcut);
    }
    settings.endGroup();
}

void ShortcutEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setWindowTitle(tr("Keyboard shortcuts"));
        d->retranslate();
        d->list->retranslate();
        d->filterChanged();
    }
    QDialog::changeEvent(event);
}

} // namespace signalbox::designer
