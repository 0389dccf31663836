// SPDX-License-Identifier: GPL-3.0-or-later
// What the editors of a sheet see of the world around a value: the theme, variables to name, components to lead to, the other values of the
// same component. Editors ask it; it edits nothing but the list of variables and what runs start with.
#pragma once

#include "designer/sheet/connection/connectionbinding.h"
#include "designer/shell/workbench.h"
#include "editing/editsession.h"
#include "editing/sheetmodel.h"
#include "expression/environment.h"

#include <QPointer>

namespace signalbox::designer {

/// A component that a transition can lead to.
struct ComponentName {
    qint64 id = 0;
    QString name;
    QString type; ///< title of its component, translated
};

class SheetContext final : public QObject
{
    Q_OBJECT

public:
    /// workbench must outlive it.
    explicit SheetContext(const Workbench &workbench, QObject *parent = nullptr);

    /// Not owned; either may be nullptr.
    void setSubject(editing::SheetModel *model, editing::EditSession *session);

    const Workbench &workbench() const { return m_workbench; }
    const drawing::Theme &theme() const { return m_workbench.appearance.theme(); }
    const core::Dialect &dialect() const { return m_workbench.dialect; }

    /// Whether there is a document, whose variables are the only ones that a value may name.
    bool hasDocument() const { return m_session != nullptr; }
    /// By name; empty without a document.
    QStringList variables() const;
    /// Which [names] are variables; empty where the text is no template.
    expression::SlotOf slotOf(bool isTemplate) const;
    bool knowsVariable(const QString &name) const;
    /// The type of a declared variable, or nothing.
    std::optional<core::ValueType> variableType(QStringView name) const;
    /// Errors of EditSession::addVariable; not_found without a document.
    core::Result<void> createVariable(const QString &name, core::ValueType type);

    /// Those that control can be led to, in the document's order.
    QList<ComponentName> components() const;
    /// Nothing where there is no such component.
    std::optional<ComponentName> component(qint64 id) const;

    /// The first object that is edited, or null.
    core::Json object() const;
    /// Its oId; nothing for free values.
    std::optional<qint64> objectId() const;
    const catalogue::ComponentType *type() const;

    /// What can be done about a problem at once; empty where nothing can.
    QString fixTitle(const core::Diagnostic &problem) const;

    /// "The connection of … with capability …" for the edited objects; see connectionbinding.h. Nothing, and not_found, without a document.
    std::optional<ConnectionChoice> boundConnection(const core::Json &argument) const;
    core::Result<void> bindConnection(const ConnectionChoice &choice);
    void unbindConnection(const core::Json &argument);

    /// The descriptions of API extensions are others now.
    void tellCapabilities() { Q_EMIT capabilitiesChanged(); }
    void requestCapabilities() { Q_EMIT capabilitiesRequested(); }

    /// Whether the person reads message bodies as trees; kept for the next one.
    bool prefersTree() const { return m_prefersTree; }
    void setPrefersTree(bool prefers) { m_prefersTree = prefers; }

Q_SIGNALS:
    void variablesChanged();
    void componentsChanged();
    /// Some value of the edited objects.
    void valuesChanged();
    void themeChanged();
    /// What runs start with.
    void inputsChanged();
    void capabilitiesChanged();
    /// The person wants to see which extensions are described.
    void capabilitiesRequested();

private:
    void take(const editing::ChangeEvent &event);

    const Workbench &m_workbench;
    QPointer<editing::SheetModel> m_model;
    QPointer<editing::EditSession> m_session;
    bool m_prefersTree = false;
};

} // namespace signalbox::designer
