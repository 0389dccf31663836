// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/componenttype.h"

namespace signalbox::catalogue {

namespace {

template <typename List>
auto findByCode(const List &list, QStringView code) -> decltype(&list.front())
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [code](const auto &item) { return item.code == code; });
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

const Property *ComponentType::property(QStringView code) const
{
    return findByCode(properties, code);
}

const OutcomeType *ComponentType::outcome(QStringView code) const
{
    return findByCode(outcomes, code);
}

int ComponentType::positionOf(QStringView code) const
{
    const Property *found = property(code);
    return found ? static_cast<int>(found - properties.constData()) : -1;
}

bool ComponentType::isShown(const Property &property, const core::Json &object) const
{
    return holds(property.condition, object);
}

bool ComponentType::isRequired(const Property &property, const core::Json &object) const
{
    if (!isShown(property, object))
        return false;
    return property.required || (property.requiredWhen && holds(*property.requiredWhen, object));
}

bool ComponentType::holds(const Condition &condition, const core::Json &object) const
{
    const auto partHolds = [this, &object](const Condition &part) {
        return holds(part, object);
    };
    const auto chosen = [&] {
        const std::optional<qint64> id = choice(condition.property, object);
        return id && condition.options.contains(*id);
    };
    switch (condition.kind) {
    case Condition::Kind::Always:
        break;
    case Condition::Kind::Is:
        return chosen();
    case Condition::Kind::Not:
        return !chosen();
    case Condition::Kind::All:
        return std::all_of(condition.parts.cbegin(), condition.parts.cend(), partHolds);
    case Condition::Kind::Any:
        return std::any_of(condition.parts.cbegin(), condition.parts.cend(), partHolds);
    }
    return true;
}

std::optional<qint64> ComponentType::choice(QStringView code, const core::Json &object) const
{
    if (const core::Json *value = object.find(code))
        return value->toInt();
    const Property *known = property(code);
    return known ? known->defaultValue.toInt() : std::nullopt;
}

} // namespace signalbox::catalogue
