// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/commandpalette.h"

#include "designer/panels/emptynote.h"
#include "designer/panels/filteredit.h"
#include "designer/panels/palettedelegate.h"
#include "designer/panels/palettelist.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using drawing::Role;

namespace {

constexpr int widest = 640;
constexpr int sideMargin = 20;
constexpr int topMargin = 6;
constexpr int rowsShown = 10;

} // namespace

class CommandPalette::Private final
{
public:
    Private(const Workbench &workbench, CommandPalette *owner);

    void retranslate();
    void paintShadow() { shadow->setColor(QColor(0, 0, 0, workbench.appearance.theme().kind() == drawing::Theme::Kind::Dark ? 160 : 60)); }
    void lettersChanged();
    void place();
    void move(int by);
    void choose();
    void close(bool givesFocusBack);

    CommandPalette *owner;
    const Workbench &workbench;
    FilterEdit *edit;
    QListView *list;
    PaletteList *model;
    EmptyNote *nothing;
    QLabel *keys;
    QGraphicsDropShadowEffect *shadow;
    QPointer<QWidget> before; ///< had the focus
};

CommandPalette::Private::Private(const Workbench &bench, CommandPalette *palette)
    : owner(palette), workbench(bench), edit(new FilterEdit(palette)), list(new QListView(palette)), model(new PaletteList(palette)),
      nothing(new EmptyNote(list)), keys(new QLabel(palette)), shadow(new QGraphicsDropShadowEffect(palette))
{
    edit->setObjectName(u"command.letters"_s);
    edit->installEventFilter(palette);
    list->setObjectName(u"command.list"_s);
    list->setModel(model);
    list->setItemDelegate(new PaletteDelegate(workbench.appearance, list));
    list->setUniformItemSizes(true);
    list->setFocusPolicy(Qt::NoFocus);
    list->setEditTriggers(QListView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMouseTracking(true);
    nothing->setObjectName(u"command.nothing"_s);
    keys->setProperty("faint", true);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    paintShadow();
    palette->setGraphicsEffect(shadow);

    auto *const layout = new QVBoxLayout(palette);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(edit);
    layout->addWidget(list, 1);
    layout->addWidget(keys);
}

void CommandPalette::Private::retranslate()
{
    edit->setPlaceholderText(tr("Search actions, components, variables…"));
    edit->setAccessibleName(tr("Search actions, components, variables"));
    list->setAccessibleName(tr("What fits"));
    keys->setText(tr("↑ ↓ choose · Enter do it · Esc close"));
    owner->setAccessibleName(tr("Command palette"));
}

void CommandPalette::Private::lettersChanged()
{
    model->setLetters(edit->text());
    list->setCurrentIndex(model->index(0, 0));
    list->scrollToTop();
    nothing->setText(tr("Nothing fits “%1”.").arg(edit->text().trimmed()), tr("A few letters of a name are enough, in their order."));
    nothing->setVisible(model->rowCount() == 0);
    place();
}

void CommandPalette::Private::place()
{
    const QWidget *const around = owner->parentWidget();
    const int width = std::max(std::min(widest, around->width() - 2 * sideMargin), 100);
    const int rows = std::clamp(model->rowCount(), 3, rowsShown);
    const QMargins margins = owner->layout()->contentsMargins();
    const int height = margins.top() + edit->sizeHint().height() + rows * PaletteDelegate::rowHeight + keys->sizeHint().height() +
                       2 * owner->layout()->spacing() + margins.bottom();
    owner->setGeometry((around->width() - width) / 2, topMargin, width, std::min(height, std::max(around->height() - 2 * topMargin, 80)));
}

void CommandPalette::Private::move(int by)
{
    const int count = model->rowCount();
    if (count == 0)
        return;
    const int at = list->currentIndex().row();
    // One step goes on at the other end; a page stops there.
    const int next = std::abs(by) == 1 ? (at + by + count) % count : std::clamp(at + by, 0, count - 1);
    list->setCurrentIndex(model->index(next, 0));
}

void CommandPalette::Private::choose()
{
    const QModelIndex index = list->currentIndex();
    if (!index.isValid())
        return;
    const std::function<void()> chosen = model->take(index.row());
    close(true); // first: what is chosen may be about where the focus is
    chosen();
}

void CommandPalette::Private::close(bool givesFocusBack)
{
    if (owner->isHidden())
        return;
    workbench.appearance.application().removeEventFilter(owner);
    owner->hide();
    model->setItems({}); // what they call may be gone by and by
    if (givesFocusBack && before != nullptr)
        before->setFocus(Qt::OtherFocusReason);
}

CommandPalette::CommandPalette(const Workbench &workbench, QWidget *parent) : QFrame(parent), d(std::make_unique<Private>(workbench, this))
{
    Q_ASSERT(parent != nullptr);
    setObjectName(u"command.palette"_s);
    hide();
    connect(d->edit, &QLineEdit::textChanged, this, [this] { d->lettersChanged(); });
    connect(d->list, &QListView::clicked, this, [this] { d->choose(); });
    connect(d->list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        // The focus stays in the line: a screen reader hears there what is chosen.
        d->edit->setAccessibleDescription(current.data(Qt::AccessibleTextRole).toString());
    });
    connect(&workbench.appearance, &Appearance::changed, this, [this] {
        d->paintShadow();
        update();
    });
    parent->installEventFilter(this);
    d->retranslate();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open(const Actions &actions, const QList<PaletteEntry> &entries, const QString &typed)
{
    if (isHidden())
        d->before = QApplication::focusWidget();
    QList<PaletteList::Item> items;
    for (QAction *const action : actions.all()) {
        if (!action->isEnabled() || !action->isVisible())
            continue;
        items.append({Actions::titleOf(action), action->shortcut().toString(QKeySequence::NativeText), [held = QPointer(action)] {
                          if (held != nullptr)
                              held->trigger();
                      }});
    }
    for (const PaletteEntry &entry : entries)
        items.append({entry.title, entry.detail, entry.chosen});
    d->model->setItems(std::move(items));
    d->edit->setText(typed);
    d->lettersChanged();
    if (isHidden())
        d->workbench.appearance.application().installEventFilter(this);
    show();
    raise();
    d->edit->setFocus(Qt::OtherFocusReason); // which keeps the cursor behind what was typed
}

std::optional<int> CommandPalette::rank(QStringView letters, QStringView title)
{
    const std::optional<FuzzyMatch> match = fuzzyMatch(letters, title);
    return match ? std::optional(match->score) : std::nullopt;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (isHidden())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        const auto *const widget = static_cast<QWidget *>(watched);
        if (widget != this && !isAncestorOf(widget))
            d->close(false);
    } else if (event->type() == QEvent::Resize && watched == parent()) {
        d->place();
    } else if (watched == d->edit && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        if (steer(static_cast<QKeyEvent *>(event)))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

bool CommandPalette::steer(QKeyEvent *event)
{
    std::function<void()> act;
    switch (event->key()) {
    case Qt::Key_Up:
        act = [this] {
            d->move(-1);
        };
        break;
    case Qt::Key_Down:
        act = [this] {
            d->move(1);
        };
        break;
    case Qt::Key_PageUp:
        act = [this] {
            d->move(-rowsShown);
        };
        break;
    case Qt::Key_PageDown:
        act = [this] {
            d->move(rowsShown);
        };
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        act = [this] {
            d->choose();
        };
        break;
    case Qt::Key_Escape:
        act = [this] {
            d->close(true);
        };
        break;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        act = [] {
        }; // nowhere to go but away
        break;
    default:
        return false;
    }
    event->accept(); // of a ShortcutOverride, too: while it is open these keys are its own
    if (event->type() == QEvent::KeyPress)
        act();
    return true;
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        d->retranslate();
    QFrame::changeEvent(event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const drawing::Theme &theme = d->workbench.appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Role::CardLine));
    painter.setBrush(theme.color(Role::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.sizes().cardRadius, theme.sizes().cardRadius);
}

} // namespace signalbox::designer
