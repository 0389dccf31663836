// SPDX-License-Identifier: GPL-3.0-or-later
// Transitions of objects: those of the component's outcomes, and keys of other components that begin like one. Pure.
#pragma once

#include "catalogue/catalogue.h"
#include "editing/link.h"
#include "scenario/scenario.h"

#include <QSet>

#include <functional>

namespace signalbox::editing {

/// A transition that is set.
struct Way {
    QString outcome;  ///< code; the property's where no description knows it
    QString property; ///< that holds the target
    qint64 target = 0;
};

/// In the order of the outcomes, then of the keys.
QList<Way> waysOut(const core::Json &object, const catalogue::ComponentType *type);
/// The property that holds this outcome's target, or an empty text: no such way out.
QString propertyOfOutcome(const core::Json &object, const catalogue::ComponentType *type, const QString &outcome);
/// The object with other targets; nothing cuts the transition.
core::Json withTargets(core::Json object, const catalogue::ComponentType *type,
                       const std::function<std::optional<qint64>(const Way &)> &targetOf);

/// What a removal does to the objects that stay.
struct Healing {
    QList<scenario::PlacedObject> objects; ///< changed, by position
    QList<Link> healed;
    QList<Link> cut;
};

/// For objects whose removal leaves no object of their oId. Linear in the document's size.
Healing heal(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const QSet<qint64> &removed);

} // namespace signalbox::editing
