// SPDX-License-Identifier: GPL-3.0-or-later
// A component type: everything that its JSON description in resources/components says. Sheet, validation, canvas and command line read it.
#pragma once

#include "catalogue/property.h"

#include <QStringList>

namespace signalbox::catalogue {

/// A way out: its code, title, and the property that holds the target.
struct OutcomeType {
    QString code; ///< success, timeout, error, true, false, done
    QString title;
    QString property; ///< code of the transition property; empty where the component has none
};

/// One way to say in a line what an object does; {code} stands for the value of a property. See summary.h.
struct SummaryLine {
    Condition when;
    QString text;
};

struct ComponentType {
    qint64 index = 0;
    QString name; ///< short title, such as "websock"
    QString title;
    QString help; ///< what it does, for a person
    bool asynchronous = false;
    QStringList branching; ///< "branching", "closing", "interrupting", "non-branching": as documented
    QString scenarioTypes; ///< as documented, "All of them"
    QString starterModule; ///< empty where not documented
    qint64 icon = 0;
    QString family;              ///< flow, data, message, unknown: its colour
    QList<OutcomeType> outcomes; ///< in the order of the ports
    QList<SummaryLine> summary;  ///< the first that fits counts
    bool documented = true;      ///< false: known by index and name only
    QList<Property> properties;  ///< in the catalogue's order

    const Property *property(QStringView code) const;
    const OutcomeType *outcome(QStringView code) const;
    /// Position of the property in the catalogue's order, or -1.
    int positionOf(QStringView code) const;

    /// Whether the property is shown for an object's values; an absent value counts as its default.
    bool isShown(const Property &property, const core::Json &object) const;
    /// Whether the property must not be empty for an object's values: it is shown, and required always or under its condition.
    bool isRequired(const Property &property, const core::Json &object) const;
    /// Whether the condition holds for an object's values; an unreadable value is none of the options.
    bool holds(const Condition &condition, const core::Json &object) const;
    /// The value in force for a choice or yes/no: the object's, or the default; nothing when it is not an integer.
    std::optional<qint64> choice(QStringView code, const core::Json &object) const;
};

} // namespace signalbox::catalogue
