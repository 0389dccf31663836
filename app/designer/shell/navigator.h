// SPDX-License-Identifier: GPL-3.0-or-later
// Leads to places: a component and a property of it, what a problem, a search or a panel names, a component's help.
#pragma once

#include "core/diagnostic.h"
#include "scenario/scenariosearch.h"

#include <QObject>

#include <optional>

namespace signalbox::designer {

class DocumentPage;
class StatusLine;
class WindowPanels;
class Workspace;

class Navigator final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    Navigator(Workspace &workspace, WindowPanels &panels, StatusLine &status);

    /// Selects it; property: whose row gets the cursor, the first one where there is no such row, none for a null string.
    void goTo(qint64 object, const QString &property = {});
    /// Of a problem that is about no component: the variable's row, or else a notice that names the place.
    void goToInFile(const core::Diagnostic &problem);
    /// What a search across scenarios found: in an open scenario by its key, else in a file.
    void goToFound(quintptr key, const QString &path, std::optional<qint64> object, const QString &property);
    /// What a search on the canvas found; enters: its row gets the cursor.
    void showFound(qint64 object, const QString &property, bool enters);
    /// The page of the selected component, at this property; the guide where none is selected.
    void showHelp(const QString &property);
    void showGuide();

private:
    Workspace &m_workspace;
    WindowPanels &m_panels;
    StatusLine &m_status;
};

} // namespace signalbox::designer
