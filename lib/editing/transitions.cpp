// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/transitions.h"

#include <QHash>

namespace signalbox::editing {

using catalogue::ComponentType;
using core::Json;
using scenario::Scenario;

namespace {

const ComponentType *typeOf(const Json &object, const catalogue::Catalogue &catalogue)
{
    const std::optional<qint64> number = object[scenario::code::type].toInt();
    return number ? catalogue.find(*number) : nullptr;
}

/// Where ways that led to a removed object lead now.
class Detours final
{
public:
    Detours(const Scenario &scenario, const catalogue::Catalogue &catalogue, const QSet<qint64> &removed)
        : m_scenario(scenario), m_catalogue(catalogue), m_removed(removed)
    {}

    /// The first object that stays on the only way out of this one and those that follow it, or nothing.
    std::optional<qint64> of(qint64 id)
    {
        QList<qint64> chain;
        std::optional<qint64> next = id;
        while (next && m_removed.contains(*next) && !m_known.contains(*next)) {
            m_known.insert(*next, std::nullopt); // a ring of removed objects ends here
            chain.append(*next);
            next = onlyTarget(*next);
        }
        if (next && m_removed.contains(*next))
            next = m_known.value(*next);
        for (const qint64 passed : chain)
            m_known.insert(passed, next);
        return next;
    }

private:
    std::optional<qint64> onlyTarget(qint64 id) const
    {
        const Json &object = m_scenario.object(m_scenario.indexOf(id));
        std::optional<qint64> only;
        for (const Way &way : waysOut(object, typeOf(object, m_catalogue))) {
            if (way.target == id || way.target == only)
                continue;
            if (only)
                return std::nullopt;
            only = way.target;
        }
        return only && m_scenario.indexOf(*only) >= 0 ? only : std::nullopt;
    }

    const Scenario &m_scenario;
    const catalogue::Catalogue &m_catalogue;
    const QSet<qint64> &m_removed;
    QHash<qint64, std::optional<qint64>> m_known;
};

} // namespace

QList<Way> waysOut(const Json &object, const ComponentType *type)
{
    QList<Way> ways;
    forEachWay(object, type, [&ways](const QString &outcome, const QString &property, qint64 target) {
        ways.append({outcome, property, target});
    });
    return ways;
}

QString propertyOfOutcome(const Json &object, const ComponentType *type, const QString &outcome)
{
    if (const catalogue::OutcomeType *known = type ? type->outcome(outcome) : nullptr)
        return known->property;
    return isUndescribedWay(type, outcome) && object.contains(outcome) ? outcome : QString();
}

Json withTargets(Json object, const ComponentType *type, const std::function<std::optional<qint64>(const Way &)> &targetOf)
{
    for (const Way &way : waysOut(object, type)) {
        const std::optional<qint64> target = targetOf(way);
        if (!target)
            object.remove(way.property);
        else if (*target != way.target)
            object.set(way.property, Json(*target));
    }
    return object;
}

Healing heal(const Scenario &scenario, const catalogue::Catalogue &catalogue, const QSet<qint64> &removed)
{
    Healing healing;
    Detours detours(scenario, catalogue, removed);
    for (qsizetype position = 0; position < scenario.objectCount(); ++position) {
        const Json &object = scenario.object(position);
        const std::optional<qint64> id = object[scenario::code::id].toInt();
        if (id && removed.contains(*id))
            continue;
        const ComponentType *type = typeOf(object, catalogue);
        bool isTouched = false;
        forEachWay(object, type, [&](const QString &, const QString &, qint64 target) { isTouched |= removed.contains(target); });
        if (!isTouched)
            continue;
        const Json changed = withTargets(object, type, [&](const Way &way) -> std::optional<qint64> {
            if (!removed.contains(way.target))
                return way.target;
            std::optional<qint64> target = detours.of(way.target);
            if (target == id)
                target.reset(); // not onto itself
            (target ? healing.healed : healing.cut).append({id.value_or(0), way.outcome, target});
            return target;
        });
        healing.objects.append({position, changed});
    }
    return healing;
}

} // namespace signalbox::editing
