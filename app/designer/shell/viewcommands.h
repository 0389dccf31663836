// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the View and Help menus, and the settings: what the window shows and how it looks and speaks. What the preferences say
// is put into effect here.
#pragma once

#include "designer/shell/appearance.h"
#include "designer/shell/windowparts.h"

#include <QObject>

namespace signalbox::designer {

class DocumentPage;
class Languages;

class ViewCommands final : public QObject
{
    Q_OBJECT

public:
    /// Makes the actions. What parts names must outlive it, as must languages.
    ViewCommands(const WindowParts &parts, Languages &languages);

    void enable();
    /// A new document: its canvas as the preferences say.
    void setUp(DocumentPage &page) const;

private:
    void makeCanvasActions();
    void makePanelActions();
    void makeLookActions();
    void makeHelpActions();
    void showSettings();
    void showShortcuts();
    void applyPreferences();
    void checkChosen();

    const WindowParts m_parts;
    Languages &m_languages;
    Appearance::Mode m_mode; // as the preferences said last
    QString m_language;
};

} // namespace signalbox::designer
