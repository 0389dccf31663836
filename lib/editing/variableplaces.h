// SPDX-License-Identifier: GPL-3.0-or-later
// Where objects name variables: arguments (variables, expressions, templates), properties that hold a variable's name, assignments, and
// what looks like one of these in components that no description knows. Finds the places and puts other names there; it declares nothing.
#pragma once

#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "scenario/scenario.h"

#include <QSet>

#include <functional>

namespace signalbox::editing {

class VariablePlaces final
{
public:
    /// The name to stand where this one stands, in the property with this code.
    using NameOf = std::function<QString(const QString &name, const QString &property)>;

    /// In templates only declared names are variables. What is passed must outlive it.
    VariablePlaces(const catalogue::Catalogue &catalogue, const core::Dialect &dialect, QSet<QString> declared);

    /// The object with the names that nameOf gives; equal where it gives the same names.
    core::Json map(const core::Json &object, const NameOf &nameOf) const;
    /// Every name in its order, as often as it stands there; a stop with a return value uses "result" as well.
    QStringList names(const core::Json &object) const;

private:
    struct Pass;

    const catalogue::Catalogue &m_catalogue;
    const core::Dialect &m_dialect;
    QSet<QString> m_declared;
    QSet<QString> m_variableKeys; // codes that hold a variable's name in some description
};

/// Names of all declared variables.
QSet<QString> declaredVariables(const scenario::Scenario &scenario);

/// One place where a variable is named.
struct VariableUsePlace {
    std::optional<qint64> object; ///< oId
    QString property;             ///< code

    bool operator==(const VariableUsePlace &) const = default;
};

/// Every place that names this variable, each property of an object once, in the document's order. Linear.
QList<VariableUsePlace> usesOf(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect,
                               const QString &name);

} // namespace signalbox::editing
