// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/viewcommands.h"

#include "designer/files/folderpanel.h"
#include "designer/files/searchpanel.h"
#include "designer/panels/componentpalette.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/actions.h"
#include "designer/shell/editcommands.h"
#include "designer/shell/languages.h"
#include "designer/shell/navigator.h"
#include "designer/shell/palettechooser.h"
#include "designer/shell/settingsdialog.h"
#include "designer/shell/shortcuteditor.h"
#include "designer/shell/windowpanels.h"
#include "designer/shell/workspace.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

ViewCommands::ViewCommands(const WindowParts &parts, Languages &languages)
    : m_parts(parts), m_languages(languages), m_mode(parts.preferences.appearance()), m_language(parts.preferences.language())
{
    makeCanvasActions();
    makePanelActions();
    makeLookActions();
    makeHelpActions();
    connect(&m_parts.preferences, &Preferences::changed, this, &ViewCommands::applyPreferences);
    checkChosen();
}

void ViewCommands::makeCanvasActions()
{
    addCanvasAction(
        m_parts, "view.zoomIn", [] { return tr("Zoom in"); }, QKeySequence(Qt::CTRL | Qt::Key_Plus),
        [](CanvasView &canvas) { canvas.zoomIn(); });
    addCanvasAction(
        m_parts, "view.zoomOut", [] { return tr("Zoom out"); }, QKeySequence(Qt::CTRL | Qt::Key_Minus),
        [](CanvasView &canvas) { canvas.zoomOut(); });
    addCanvasAction(
        m_parts, "view.zoomOne", [] { return tr("Actual size"); }, QKeySequence(Qt::CTRL | Qt::Key_0),
        [](CanvasView &canvas) { canvas.setZoom(1); });
    addCanvasAction(
        m_parts, "view.fit", [] { return tr("Zoom to everything"); }, QKeySequence(Qt::CTRL | Qt::Key_9),
        [](CanvasView &canvas) { canvas.zoomToFit(); });
    addCanvasAction(
        m_parts, "view.selection", [] { return tr("Zoom to the selection"); }, QKeySequence(Qt::CTRL | Qt::Key_8),
        [](CanvasView &canvas) { canvas.zoomToSelection(); });
    addCanvasAction(
        m_parts, "view.canvas", [] { return tr("Go to the canvas"); }, QKeySequence(Qt::CTRL | Qt::Key_1),
        [](CanvasView &canvas) { canvas.setFocus(Qt::ShortcutFocusReason); });
}

void ViewCommands::makePanelActions()
{
    WindowPanels &panels = m_parts.panels;
    m_parts.actions.add(
        u"view.components"_s, [] { return tr("Go to the components"); }, QKeySequence(Qt::CTRL | Qt::Key_2),
        [&panels] {
            panels.raise(u"components"_s);
            panels.components().focusFilter();
        });
    m_parts.actions.add(
        u"view.folder"_s, [] { return tr("Go to the folder"); }, QKeySequence(Qt::CTRL | Qt::Key_3),
        [&panels] {
            panels.raise(u"folder"_s);
            panels.folder().focusFilter();
        });
    m_parts.actions.add(
        u"view.palette"_s, [] { return tr("Search actions and components…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
        [this] { m_parts.chooser.open(); });
}

void ViewCommands::makeLookActions()
{
    const auto choice = [this](QActionGroup *group, const char *id, std::function<QString()> text, std::function<void()> task) {
        QAction *const action = m_parts.actions.add(QLatin1String(id), std::move(text), {}, std::move(task));
        action->setCheckable(true);
        group->addAction(action);
    };
    auto *const modes = new QActionGroup(this);
    const auto mode = [&](const char *id, std::function<QString()> text, Appearance::Mode wanted) {
        choice(modes, id, std::move(text), [this, wanted] { m_parts.preferences.setAppearance(wanted); });
    };
    mode(
        "view.system", [] { return tr("Light or dark by the system"); }, Appearance::Mode::System);
    mode(
        "view.light", [] { return tr("Light"); }, Appearance::Mode::Light);
    mode(
        "view.dark", [] { return tr("Dark"); }, Appearance::Mode::Dark);
    auto *const languages = new QActionGroup(this);
    const auto language = [&](const char *id, std::function<QString()> text, const QString &code) {
        choice(languages, id, std::move(text), [this, code] { m_parts.preferences.setLanguage(code); });
    };
    language("view.systemLanguage", [] { return tr("The language of the system"); }, {});
    language(
        "view.english", [] { return u"English"_s; }, u"en"_s);
    language(
        "view.russian", [] { return u"Русский"_s; }, u"ru"_s);
}

void ViewCommands::makeHelpActions()
{
    Actions &actions = m_parts.actions;
    actions.add(
        u"edit.settings"_s, [] { return tr("Settings…"); }, QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showSettings(); });
    actions.add(
        u"help.component"_s, [] { return tr("Help about this component"); }, QKeySequence(Qt::Key_F1),
        [this] { m_parts.navigator.showHelp(m_parts.panels.sheet().currentProperty()); });
    actions.add(
        u"help.guide"_s, [] { return tr("A short guide"); }, {}, [this] { m_parts.navigator.showGuide(); });
    actions.add(
        u"help.shortcuts"_s, [] { return tr("Keyboard shortcuts…"); }, QKeySequence(Qt::CTRL | Qt::Key_Slash), [this] { showShortcuts(); });
    actions.add(
        u"help.about"_s, [] { return tr("About Signalbox"); }, {},
        [this] {
            m_parts.dialogs.ask(
                &m_parts.window, tr("Signalbox %1").arg(QString::fromLatin1(SIGNALBOX_VERSION)),
                tr("Scenario designer for web socket operations.\nGPL-3.0-or-later, built on Qt %1.").arg(QString::fromLatin1(qVersion())),
                {tr("Close")}, [](int) {});
        });
}

void ViewCommands::showSettings()
{
    auto *const dialog = new SettingsDialog(m_parts.preferences, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::shortcutsWanted, this, &ViewCommands::showShortcuts);
    dialog->open();
}

void ViewCommands::showShortcuts()
{
    auto *const editor = new ShortcutEditor(m_parts.actions, m_parts.settings, &m_parts.window);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

void ViewCommands::applyPreferences()
{
    const Preferences &preferences = m_parts.preferences;
    if (std::exchange(m_mode, preferences.appearance()) != m_mode)
        m_parts.workbench.appearance.setMode(m_mode);
    if (std::exchange(m_language, preferences.language()) != m_language)
        m_languages.use(m_language);
    checkChosen();
    const QList<DocumentPage *> pages = m_parts.workspace.pages();
    for (DocumentPage *page : pages)
        setUp(*page);
}

void ViewCommands::checkChosen()
{
    const auto check = [this](const char *id) {
        m_parts.actions.find(QLatin1String(id))->setChecked(true);
    };
    check(m_mode == Appearance::Mode::Light ? "view.light" : m_mode == Appearance::Mode::Dark ? "view.dark" : "view.system");
    check(m_language == "en"_L1 ? "view.english" : m_language == "ru"_L1 ? "view.russian" : "view.systemLanguage");
}

void ViewCommands::setUp(DocumentPage &page) const
{
    page.canvas().setMinimapShown(m_parts.preferences.showsMinimap());
    page.canvas().setSnaps(m_parts.preferences.snaps());
}

void ViewCommands::enable()
{
    DocumentPage *const page = m_parts.workspace.current();
    const auto enable = [this](const char *id, bool isOn) {
        m_parts.actions.find(QLatin1String(id))->setEnabled(isOn);
    };
    for (const char *id : {"view.zoomIn", "view.zoomOut", "view.zoomOne", "view.fit", "view.canvas"})
        enable(id, page);
    enable("view.selection", page && !page->canvas().canvas().selectedItems().isEmpty());
}

} // namespace signalbox::designer
