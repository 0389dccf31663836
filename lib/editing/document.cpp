// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/document.h"

#include "editing/invariants.h"
#include "scenario/componentcodes.h"

#include <utility>

namespace signalbox::editing {

using core::Json;
using scenario::PlacedObject;

namespace {

constexpr int stepsKept = 100'000;

} // namespace

class Document::Command final : public QUndoCommand
{
public:
    Command(Document &document, Step step)
        : QUndoCommand(document.m_text.text()), m_document(document), m_text(document.m_text), m_step(std::move(step)),
          m_joinKey(document.m_joinKey), m_joinRound(document.m_joinRound)
    {}

    QString textNow() const { return m_text.text(); }

    void redo() override
    {
        if (!std::exchange(m_isNew, false)) // the first time it has been applied as it was made
            m_document.replay([this](const Notify &notify) { m_step.apply(m_document.m_scenario, notify); });
    }

    void undo() override
    {
        m_document.replay([this](const Notify &notify) { m_step.takeBack(m_document.m_scenario, notify); });
    }

    int id() const override { return m_joinKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *later = dynamic_cast<const Command *>(other);
        if (!later || later->m_joinKey != m_joinKey || later->m_joinRound != m_joinRound || later->textNow() != textNow())
            return false;
        m_step.record(later->m_step);
        setObsolete(m_step.changesNothing(m_document.m_scenario));
        return true;
    }

private:
    Document &m_document;
    StepText m_text;
    Step m_step;
    QString m_joinKey;
    int m_joinRound = 0;
    bool m_isNew = true;
};

Document::Document(scenario::Scenario scenario, Notify notify) : m_scenario(std::move(scenario)), m_notify(std::move(notify))
{
    m_stack.setUndoLimit(stepsKept);
}

QString Document::stepText(int index) const
{
    const auto *const command = dynamic_cast<const Command *>(m_stack.command(index));
    return command ? command->textNow() : QString();
}

void Document::begin(const StepText &text)
{
    if (m_depth++ == 0)
        m_text = text;
}

void Document::end()
{
    Q_ASSERT(m_depth > 0);
    if (--m_depth > 0 || m_open.isEmpty())
        return;
    Step step = std::exchange(m_open, {});
    if (!step.changesNothing(m_scenario))
        m_stack.push(new Command(*this, std::move(step)));
}

void Document::joinSteps(const QString &key)
{
    if (key != m_joinKey)
        ++m_joinRound;
    m_joinKey = key;
}

void Document::applyNow(const QList<Patch> &patches)
{
    Q_ASSERT(m_depth > 0);
    Q_ASSERT(!m_isReplaying); // whoever hears of an undo must not edit
    if (m_isReplaying)
        return;
    const bool isWhole = std::holds_alternative<WholePatch>(patches.first());
    const InvariantCheck check(m_scenario, isWhole ? InvariantCheck::Ids::AsTheyWere : InvariantCheck::Ids::StayUnique);
    Step step;
    for (const Patch &patch : patches) {
        m_open.record(patch);
        step.record(patch);
    }
    step.apply(m_scenario, m_notify);
}

void Document::replay(const std::function<void(const Notify &)> &change)
{
    Q_ASSERT(!m_isReplaying);
    if (std::exchange(m_isReplaying, true))
        return;
    const InvariantCheck check(m_scenario, InvariantCheck::Ids::AsTheyWere);
    std::exchange(m_open, {}).takeBack(m_scenario, m_notify); // an undo in the midst of a gesture takes back what it did so far
    ++m_joinRound;
    change(m_notify);
    m_isReplaying = false;
}

void Document::setObjects(const QList<PlacedObject> &objects)
{
    QList<Patch> patches;
    for (const PlacedObject &placed : objects) {
        const Json &before = m_scenario.object(placed.position);
        if (before != placed.object)
            patches.append(ObjectPatch{placed.position, before, placed.object});
    }
    if (!patches.isEmpty())
        applyNow(patches);
}

void Document::insertObjects(const QList<PlacedObject> &objects)
{
    if (!objects.isEmpty())
        applyNow({ObjectsPatch{true, objects}});
}

void Document::removeObjects(const QList<qsizetype> &positions)
{
    QList<PlacedObject> objects;
    objects.reserve(positions.size());
    for (const qsizetype position : positions)
        objects.append({position, m_scenario.object(position)});
    if (!objects.isEmpty())
        applyNow({ObjectsPatch{false, objects}});
}

void Document::setMember(scenario::Part part, const QString &key, const std::optional<Json> &value, qsizetype index)
{
    const Json &owner = part == scenario::Part::Root ? m_scenario.root() : m_scenario.scriptData();
    MemberPatch patch{part, key, owner.indexOf(key), {}, value};
    if (patch.index >= 0)
        patch.before = owner.members().at(patch.index).value;
    else
        patch.index = std::clamp<qsizetype>(index, 0, owner.size());
    if (patch.before != patch.after)
        applyNow({patch});
}

void Document::replace(const scenario::Scenario &scenario)
{
    if (scenario.root() != m_scenario.root() || scenario.form() != m_scenario.form())
        applyNow({WholePatch{m_scenario, scenario}});
}

} // namespace signalbox::editing
