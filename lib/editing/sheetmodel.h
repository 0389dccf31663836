// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a property sheet, made from the component's description alone: which are shown, their values, defaults, differences between
// several objects, and what is wrong with them. Widgets show it; it has none.
#pragma once

#include "core/diagnostic.h"
#include "editing/propertytarget.h"

#include <QPointer>

namespace signalbox::editing {

struct SheetRow {
    const catalogue::Property *property = nullptr;
    bool isShown = false; ///< in every object
    bool isShownSomewhere = false;
    bool isSet = false;       ///< the key is there in at least one object
    bool isDifferent = false; ///< several objects, several values; an absent one counts as the default
    core::Json value;         ///< the first object's, or null where its key is absent
    core::Diagnostics problems;
    /// A value that its condition hides: it stays in the file, and the sheet offers to clear it.
    bool isHiddenValue() const { return !isShownSomewhere && isSet; }

    bool operator==(const SheetRow &) const = default;
};

class SheetModel final : public QObject
{
    Q_OBJECT

public:
    explicit SheetModel(QObject *parent = nullptr);

    /// Not owned; nullptr empties it.
    void setTarget(PropertyTarget *target);
    PropertyTarget *target() const { return m_target; }
    /// Of the document; those of the target's objects and properties show at the rows.
    void setProblems(const core::Diagnostics &problems);

    /// In the catalogue's order, hidden ones too.
    const QList<SheetRow> &rows() const { return m_rows; }
    int rowOf(QStringView code) const; ///< or -1
    /// Keys of the object that the description does not know, by their order in the file; none for several objects.
    QList<core::JsonMember> unknown() const;

Q_SIGNALS:
    void reset();             ///< other rows: another type
    void rowChanged(int row); ///< its value, visibility or problems

private:
    void refresh();
    void addProblems(QList<SheetRow> &rows, const QList<core::Json> &objects) const;

    QPointer<PropertyTarget> m_target;
    const catalogue::ComponentType *m_type = nullptr;
    QList<SheetRow> m_rows;
    core::Diagnostics m_problems;
};

} // namespace signalbox::editing
