// SPDX-License-Identifier: GPL-3.0-or-later
// What an edit did to a document, so that it can be undone and done again to the byte: values and positions, never pointers. Pure; the
// undo stack is document.h's.
#pragma once

#include "editing/changeevent.h"
#include "scenario/scenario.h"

#include <QHash>

#include <functional>
#include <optional>

namespace signalbox::editing {

/// An object's value at its position.
struct ObjectPatch {
    qsizetype position = 0;
    core::Json before;
    core::Json after;
};

/// Objects that were put in, or taken out, at these positions (ascending; those at which they stand while they are there).
struct ObjectsPatch {
    bool isInsertion = true;
    QList<scenario::PlacedObject> objects;
};

/// A member of the root or the script data; nothing: it is not there. index counts among the members.
struct MemberPatch {
    scenario::Part part = scenario::Part::Root;
    QString key;
    qsizetype index = 0;
    std::optional<core::Json> before;
    std::optional<core::Json> after;
};

/// Another document in place of this one.
struct WholePatch {
    scenario::Scenario before;
    scenario::Scenario after;
};

using Patch = std::variant<ObjectPatch, ObjectsPatch, MemberPatch, WholePatch>;
using Notify = std::function<void(const ChangeEvent &)>;

/// Patches in the order in which they were applied.
class Step final
{
public:
    /// Takes a patch that has been applied; where it goes on from an earlier one, that one takes it in.
    void record(Patch patch);
    void record(const Step &later);
    bool isEmpty() const { return m_patches.isEmpty(); }
    /// Whether the document, as it is after this step, is what it was before.
    bool changesNothing(const scenario::Scenario &now) const;

    /// Applies the patches in order, and tells what changed when the document is as told.
    void apply(scenario::Scenario &document, const Notify &notify) const;
    /// The same backwards.
    void takeBack(scenario::Scenario &document, const Notify &notify) const;

private:
    bool canTakeItselfBack() const;
    bool joinObject(const ObjectPatch &patch);
    bool joinMember(const MemberPatch &patch);
    core::Json *latest(qsizetype position);

    QList<Patch> m_patches;
    // Where objects of a position were last patched, as long as no object was put in or taken out since.
    QHash<qsizetype, std::pair<qsizetype, qsizetype>> m_latest; // patch, and place in it
};

/// Applies one patch to a document.
void applyPatch(scenario::Scenario &document, const Patch &patch);
/// What it changes in a document of this form.
ChangeEvent eventOf(const Patch &patch);

} // namespace signalbox::editing
