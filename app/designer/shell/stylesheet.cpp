// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/stylesheet.h"

#include "designer/shell/controlstyle.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using drawing::Role;
using drawing::Theme;

namespace {

// "$name" is replaced: colours by role, mixtures, sizes.

constexpr auto windows = R"(
QMainWindow, QStatusBar, QToolBar, QMenuBar { background: $panel; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { font-weight: 600; titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: $panel; border-bottom: 1px solid $line; padding: 10px 12px; text-align: left; }
QDockWidget > QWidget { font-weight: 400; }
QStatusBar { border-top: 1px solid $line; color: $muted; font-size: $captionpx; min-height: 27px; }
QStatusBar QLabel { color: $muted; font-size: $captionpx; padding: 0 8px; }
QStatusBar::item { border: none; }
QToolBar { border: none; border-bottom: 1px solid $line; padding: 7px 12px; spacing: 8px; }
QToolBar[production="true"] { background: $error; border: none; padding: 3px 12px; }
QToolBar[production="true"] QLabel { color: $panel; font-size: $captionpx; font-weight: 600; }
QToolBar QToolButton { background: $control; border: 1px solid $controlLine; padding: 0 12px; }
QToolBar QToolButton:hover { background: $controlHover; }
QToolBar QToolButton:focus { border: 2px solid $accent; padding: 0 11px; }
QToolBar QToolButton:disabled { background: $panel; color: $dimmed; border-color: $cardLine; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 4px; }
QMenuBar { border-bottom: 1px solid $line; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $accentSoft; }
QMenu { background: $panel; border: 1px solid $cardLine; padding: 4px; }
QMenu::item { background: transparent; padding: 6px 24px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: $accentSoft; }
QMenu::item:disabled { color: $dimmed; }
QMenu::icon { left: 7px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }
QMenu::right-arrow { width: 12px; height: 12px; right: 6px; }
QMenu::separator { background: $line; height: 1px; margin: 4px 0; }
QToolTip { background: $panel; color: $text; border: 1px solid $cardLine; padding: 5px 8px; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
)";

constexpr auto texts = R"(
QLabel { background: transparent; }
QFrame[divider="true"] { border: none; border-left: 1px solid $line; }
QFrame[foot="true"] { border: none; border-top: 1px solid $line; }
QLabel[muted="true"] { color: $muted; }
QLabel[faint="true"] { color: $faint; }
QLabel[title="true"] { font-weight: 600; }
QLabel[display="true"] { font-size: $displaypx; font-weight: 600; }
QLabel[heading="true"] { color: $faint; font-size: $smallpx; font-weight: 700; text-transform: uppercase; letter-spacing: 0.3px; }
QLabel[invalid="true"] { color: $error; }
QLabel[mono="true"], QLineEdit[mono="true"], QPlainTextEdit[mono="true"], QTextEdit[mono="true"], QComboBox[mono="true"],
QSpinBox[mono="true"], QDoubleSpinBox[mono="true"], QAbstractItemView[mono="true"] { font-family: $monofamily; font-size: $monosizepx; }
)";

constexpr auto controls = R"(
QLineEdit, QKeySequenceEdit QLineEdit { background: $control; border: 1px solid $controlLine; border-radius: $radiuspx; padding: 0 7px;
  min-height: $innerpx; selection-background-color: $accent; selection-color: $onAccent; }
QPlainTextEdit, QTextEdit { background: $control; border: 1px solid $controlLine; border-radius: $radiuspx; padding: 4px 5px;
  selection-background-color: $accent; selection-color: $onAccent; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover { border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: 0 6px; min-height: $focusedpx; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 4px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"] { border-color: $error; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled { color: $dimmed; border-color: $cardLine; background: $panel; }
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only { background: $panel; }
QAbstractSpinBox { min-height: $heightpx; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit { border: none; border-radius: 0; background: transparent;
  padding: 0; min-height: 0; }
QAbstractItemView QLineEdit { background: $control; border: 2px solid $accent; padding: 0 4px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $cardLine; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border-radius: 4px; border: none; }
QComboBox QAbstractItemView::item:selected { background: $accentSoft; color: $text; }

QPushButton { background: $control; color: $text; border: 1px solid $controlLine; border-radius: $radiuspx; padding: 0 12px;
  min-height: $innerpx; }
QPushButton:hover { background: $controlHover; }
QPushButton:pressed, QPushButton:checked { background: $accentSoft; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: $focusedpx; }
QPushButton:disabled { color: $dimmed; border-color: $cardLine; background: $panel; }
QPushButton::menu-indicator { width: 0; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: $accent; color: $onAccent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: $accentHover; border-color: $accentHover; }
QPushButton[primary="true"]:pressed, QToolButton[primary="true"]:pressed { background: $accentPress; border-color: $accentPress; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled { background: $line; color: $dimmed; border-color: $line; }
QPushButton[quiet="true"], QPushButton:flat { background: transparent; color: $muted; border-color: transparent; }
QPushButton[quiet="true"]:hover, QPushButton:flat:hover { background: $hover; color: $text; }
QPushButton[quiet="true"]:pressed, QPushButton:flat:pressed { background: $accentSoft; color: $text; }
QPushButton[quiet="true"]:focus, QPushButton:flat:focus { border-color: $accent; }
QPushButton[row="true"] { text-align: left; background: transparent; border-color: transparent; padding: 0 7px; }
QPushButton[row="true"]:hover { background: $hover; }
QPushButton[row="true"]:pressed { background: $accentSoft; }
QPushButton[row="true"]:focus { border-color: $accent; padding: 0 6px; }
QPushButton[field="true"] { text-align: left; color: $faint; padding: 0 9px; }
QPushButton[field="true"]:focus { padding: 0 8px; }
QLabel[keycap="true"] { color: $faint; font-size: $smallpx; border: 1px solid $line; border-radius: 3px; padding: 1px 5px; }
QPushButton[quiet="true"]:disabled, QPushButton:flat:disabled { background: transparent; color: $dimmed; border-color: transparent; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent; border-radius: $radiuspx; padding: 0 8px;
  min-height: $innerpx; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: $accentSoft; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $dimmed; }
QToolButton[quiet="true"] { color: $muted; }
QToolButton[quiet="true"]:hover { color: $text; }
QToolButton[quiet="true"]:disabled { color: $dimmed; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton::menu-button { border: none; width: 16px; }
QToolButton::menu-indicator { image: none; width: 0; }

QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QGroupBox { border: none; border-top: 1px solid $line; margin-top: 20px; padding-top: 8px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; padding: 0; }
)";

constexpr auto views = R"(
QAbstractItemView { background: $panel; border: none; outline: none; selection-background-color: $accentSoft; selection-color: $text;
  alternate-background-color: $window; }
QTableView { gridline-color: transparent; }
QTableView::item { border: none; border-bottom: 1px solid $line; padding: 0 7px; }
QTreeView { show-decoration-selected: 1; }
QTreeView::item, QListView::item { border: none; min-height: 28px; padding: 0 6px; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $accentSoft; color: $text; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $line; padding: 0 10px; min-height: 27px;
  font-size: $captionpx; font-weight: 500; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }
QAbstractScrollArea::corner { background: transparent; }

QTabWidget::pane { border: none; }
QTabWidget::tab-bar { left: 0; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $cardLine; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $controlLine; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QString quoted(const QFont &font)
{
    QStringList families;
    for (const QString &family : font.families())
        families.append(u"\"%1\""_s.arg(family));
    return families.join(u", "_s);
}

/// What stands for each name.
QHash<QString, QString> wordsOf(const Theme &theme)
{
    QHash<QString, QString> words;
    const auto color = [&](const QString &name, const QColor &value) {
        words.insert(name, value.name());
    };
    const std::initializer_list<std::pair<QString, Role>> roles = {{u"window"_s, Role::Window},
                                                                   {u"panel"_s, Role::Panel},
                                                                   {u"line"_s, Role::Line},
                                                                   {u"control"_s, Role::Control},
                                                                   {u"controlLine"_s, Role::ControlLine},
                                                                   {u"cardLine"_s, Role::CardLine},
                                                                   {u"text"_s, Role::Text},
                                                                   {u"muted"_s, Role::Muted},
                                                                   {u"faint"_s, Role::Faint},
                                                                   {u"accent"_s, Role::Accent},
                                                                   {u"error"_s, Role::Error},
                                                                   {u"accentSoft"_s, Role::AccentSoft},
                                                                   {u"onAccent"_s, Role::OnAccent}};
    for (const auto &[name, role] : roles)
        color(name, theme.color(role));
    const QColor text = theme.color(Role::Text);
    const QColor accent = theme.color(Role::Accent);
    color(u"dimmed"_s, mixed(theme.color(Role::Faint), theme.color(Role::Panel), 0.6));
    color(u"hover"_s, mixed(text, theme.color(Role::Panel), 0.06));
    color(u"controlHover"_s, mixed(text, theme.color(Role::Control), 0.05));
    color(u"accentHover"_s, mixed(accent, text, 0.88));
    color(u"accentPress"_s, mixed(accent, text, 0.76));
    const drawing::Sizes &sizes = theme.sizes();
    const auto number = [&](const QString &name, double value) {
        words.insert(name, QString::number(qRound(value)));
    };
    number(u"radius"_s, sizes.controlRadius);
    number(u"small"_s, sizes.small);
    number(u"display"_s, sizes.display);
    number(u"caption"_s, sizes.body - 1);
    number(u"height"_s, controlHeight);
    number(u"inner"_s, controlHeight - 2);
    number(u"focused"_s, controlHeight - 4);
    const QFont mono = theme.monoFont(sizes.body - 1);
    words.insert(u"monofamily"_s, quoted(mono));
    number(u"monosize"_s, mono.pixelSize());
    return words;
}

} // namespace

QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto channel = [share](int one, int other) {
        return qRound(one * share + other * (1 - share));
    };
    return {channel(first.red(), second.red()), channel(first.green(), second.green()), channel(first.blue(), second.blue())};
}

QString styleSheet(const Theme &theme)
{
    const QHash<QString, QString> words = wordsOf(theme);
    QString result;
    for (const char *const part : {windows, texts, controls, views}) {
        const QString text = QString::fromLatin1(part);
        qsizetype at = 0;
        for (qsizetype dollar = text.indexOf(u'$'); dollar >= 0; dollar = text.indexOf(u'$', at)) {
            qsizetype end = dollar + 2;
            while (text[end].isLetter())
                ++end;
            QString name = text.sliced(dollar + 1, end - dollar - 1);
            const bool isPixels = name.endsWith(u"px"_s) && words.contains(name.chopped(2));
            if (isPixels)
                name.chop(2);
            Q_ASSERT(words.contains(name));
            result += QStringView(text).sliced(at, dollar - at);
            result += words.value(name);
            if (isPixels)
                result += u"px"_s;
            at = end;
        }
        result += QStringView(text).sliced(at);
    }
    return result;
}

} // namespace signalbox::designer
