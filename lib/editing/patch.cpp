// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/patch.h"

#include "scenario/componentcodes.h"

#include <QSet>

#include <utility>

namespace signalbox::editing {

using core::Json;
using scenario::PlacedObject;
using scenario::Scenario;

namespace {

template <typename... Ts>
struct Overload : Ts... {
    using Ts::operator()...;
};
template <typename... Ts>
Overload(Ts...) -> Overload<Ts...>;

Patch inverse(const Patch &patch)
{
    Patch back = patch;
    std::visit(Overload{[](ObjectsPatch &objects) { objects.isInsertion = !objects.isInsertion; },
                        [](auto &values) {
                            std::swap(values.before, values.after);
                        }},
               back);
    return back;
}

QList<qint64> idsOf(const QList<PlacedObject> &objects)
{
    QList<qint64> ids;
    ids.reserve(objects.size());
    for (const PlacedObject &placed : objects) {
        if (const std::optional<qint64> id = placed.object[scenario::code::id].toInt())
            ids.append(*id);
    }
    return ids;
}

/// Tells of changes of objects in one event for as many as follow each other.
class Teller final
{
public:
    explicit Teller(const Notify &notify) : m_notify(notify) {}
    Teller(const Teller &) = delete;
    Teller &operator=(const Teller &) = delete;
    ~Teller() { tellChanged(); }

    /// Before a patch is applied: what was told of it may not see the document behind it.
    void before(const Patch &patch)
    {
        if (!std::holds_alternative<ObjectPatch>(patch))
            tellChanged();
    }

    void after(const Patch &patch)
    {
        if (const auto *object = std::get_if<ObjectPatch>(&patch)) {
            if (const std::optional<qint64> id = object->after[scenario::code::id].toInt())
                m_changed.append(*id);
        } else if (m_notify) {
            m_notify(eventOf(patch));
        }
    }

private:
    void tellChanged()
    {
        if (m_notify && !m_changed.isEmpty())
            m_notify(ObjectsChanged{std::exchange(m_changed, {})});
    }

    const Notify &m_notify;
    QList<qint64> m_changed;
};

} // namespace

void applyPatch(Scenario &document, const Patch &patch)
{
    std::visit(Overload{[&](const ObjectPatch &object) {
                            Q_ASSERT(document.object(object.position) == object.before);
                            document.setObject(object.position, object.after);
                        },
                        [&](const ObjectsPatch &objects) {
                            if (objects.isInsertion)
                                return document.insertObjects(objects.objects);
                            QList<qsizetype> positions;
                            positions.reserve(objects.objects.size());
                            for (const PlacedObject &placed : objects.objects) {
                                Q_ASSERT(document.object(placed.position) == placed.object);
                                positions.append(placed.position);
                            }
                            document.removeObjects(positions);
                        },
                        [&](const MemberPatch &member) { document.setMember(member.part, member.key, member.index, member.after); },
                        [&](const WholePatch &whole) {
                            Q_ASSERT(document.root() == whole.before.root());
                            document = whole.after;
                        }},
               patch);
}

ChangeEvent eventOf(const Patch &patch)
{
    const auto ofMember = [](const MemberPatch &member) -> ChangeEvent {
        if (member.key == scenario::code::variables && member.part == scenario::Part::ScriptData)
            return VariablesChanged{};
        if (member.key == scenario::code::extension)
            return ExtensionChanged{};
        return EntityChanged{};
    };
    return std::visit(Overload{[](const ObjectPatch &object) -> ChangeEvent {
                                   return ObjectsChanged{idsOf({{object.position, object.after}})};
                               },
                               [](const ObjectsPatch &objects) -> ChangeEvent {
                                   if (objects.isInsertion)
                                       return ObjectsAdded{idsOf(objects.objects)};
                                   return ObjectsRemoved{idsOf(objects.objects)};
                               },
                               ofMember,
                               [](const WholePatch &) -> ChangeEvent {
                                   return DocumentReset{};
                               }},
                      patch);
}

Json *Step::latest(qsizetype position)
{
    const auto known = m_latest.constFind(position);
    if (known == m_latest.constEnd())
        return nullptr;
    Patch &patch = m_patches[known->first];
    if (auto *object = std::get_if<ObjectPatch>(&patch))
        return &object->after;
    return &std::get<ObjectsPatch>(patch).objects[known->second].object;
}

bool Step::joinObject(const ObjectPatch &patch)
{
    Json *value = latest(patch.position);
    if (value)
        *value = patch.after;
    return value != nullptr;
}

bool Step::joinMember(const MemberPatch &patch)
{
    if (!patch.before || !patch.after)
        return false; // members change places
    for (auto it = m_patches.rbegin(); it != m_patches.rend() && !std::holds_alternative<WholePatch>(*it); ++it) {
        auto *earlier = std::get_if<MemberPatch>(&*it);
        if (!earlier || earlier->part != patch.part || earlier->key != patch.key)
            continue;
        if (earlier->after)
            earlier->after = patch.after;
        return earlier->after.has_value();
    }
    return false;
}

void Step::record(Patch patch)
{
    const auto *object = std::get_if<ObjectPatch>(&patch);
    const auto *member = std::get_if<MemberPatch>(&patch);
    if ((object && joinObject(*object)) || (member && joinMember(*member)))
        return;
    const qsizetype index = m_patches.size();
    if (object) {
        m_latest.insert(object->position, {index, 0});
    } else if (!member) {
        m_latest.clear();
        if (const auto *objects = std::get_if<ObjectsPatch>(&patch); objects && objects->isInsertion) {
            for (qsizetype i = 0; i < objects->objects.size(); ++i)
                m_latest.insert(objects->objects.at(i).position, {index, i});
        }
    }
    m_patches.append(std::move(patch));
}

void Step::record(const Step &later)
{
    for (const Patch &patch : later.m_patches)
        record(patch);
}

bool Step::changesNothing(const Scenario &now) const
{
    const auto isNothing = [](const Patch &patch) {
        return std::visit(Overload{[](const ObjectPatch &object) { return object.before == object.after; },
                                   [](const ObjectsPatch &objects) { return objects.objects.isEmpty(); },
                                   [](const MemberPatch &member) { return member.before == member.after; },
                                   [](const WholePatch &whole) {
                                       return whole.before.root() == whole.after.root();
                                   }},
                          patch);
    };
    if (std::all_of(m_patches.cbegin(), m_patches.cend(), isNothing))
        return true;
    if (!canTakeItselfBack())
        return false;
    Scenario before = now;
    takeBack(before, {});
    return before.root() == now.root() && before.form() == now.form();
}

/// Cheaply: false where some patch changes what no other one touches.
bool Step::canTakeItselfBack() const
{
    qsizetype more = 0; // objects put in, less those taken out
    bool isUndecided = false;
    QSet<QString> members;
    for (const Patch &patch : m_patches) {
        if (const auto *objects = std::get_if<ObjectsPatch>(&patch)) {
            more += objects->isInsertion ? objects->objects.size() : -objects->objects.size();
            isUndecided = true;
        } else if (const auto *member = std::get_if<MemberPatch>(&patch)) {
            isUndecided = isUndecided || members.contains(member->key);
            members.insert(member->key);
        } else if (std::holds_alternative<WholePatch>(patch)) {
            return m_patches.size() > 1;
        }
    }
    return isUndecided && more == 0;
}

void Step::apply(Scenario &document, const Notify &notify) const
{
    Teller teller(notify);
    for (const Patch &patch : m_patches) {
        teller.before(patch);
        applyPatch(document, patch);
        teller.after(patch);
    }
}

void Step::takeBack(Scenario &document, const Notify &notify) const
{
    Teller teller(notify);
    for (auto it = m_patches.crbegin(); it != m_patches.crend(); ++it) {
        const Patch back = inverse(*it);
        teller.before(back);
        applyPatch(document, back);
        teller.after(back);
    }
}

} // namespace signalbox::editing
