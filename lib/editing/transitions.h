// SPDX-License-Identifier: GPL-3.0-or-later
// Transitions of objects: those of the component's outcomes, and keys of other components that begin like one. Pure.
#pragma once

#include "catalogue/catalogue.h"
#include "editing/link.h"
#include "scenario/componentcodes.h"
#include "scenario/scenario.h"

#include <QSet>

#include <functional>

namespace signalbox::editing {

/// Whether a key that no description knows holds a transition (platform.md §5).
inline bool isUndescribedWay(const catalogue::ComponentType *type, QStringView key)
{
    return key.startsWith(scenario::transitionPrefix) && !(type && type->property(key));
}

/// A transition that is set.
struct Way {
    QString outcome;  ///< code; the property's where no description knows it
    QString property; ///< that holds the target
    qint64 target = 0;
};

/// Calls visit(outcome, property, target) for each transition that is set: in the order of the outcomes, then of the keys.
template <typename Visit>
void forEachWay(const core::Json &object, const catalogue::ComponentType *type, const Visit &visit)
{
    const auto see = [&visit](const QString &outcome, const QString &property, const core::Json *value) {
        if (const std::optional<qint64> target = value ? value->toInt() : std::nullopt)
            visit(outcome, property, *target);
    };
    if (type) {
        for (const catalogue::OutcomeType &outcome : type->outcomes) {
            if (!outcome.property.isEmpty())
                see(outcome.code, outcome.property, object.find(outcome.property));
        }
    }
    for (const core::JsonMember &member : object.members()) {
        if (isUndescribedWay(type, member.key))
            see(member.key, member.key, &member.value);
    }
}
/// The same as a list.
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
