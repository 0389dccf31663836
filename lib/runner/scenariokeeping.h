// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping a scenario on a cluster: what is sent of a document, what the document remembers of it, and that an edit that somebody else made
// there later is not overwritten unasked. Not a file and not a window: whoever keeps decides what becomes of a conflict.
#pragma once

#include "cluster/scriptstore.h"
#include "scenario/scenario.h"

namespace signalbox::runner {

/// The code that a document is kept under: its entity's, or for script data the one it was kept under last; empty where there is none.
QString storedCode(const scenario::Scenario &scenario);
/// What tells the edit that a document comes from (id, lwt, ext): its entity, or for script data what was remembered when it was kept
/// under this code; null where nothing does.
core::Json storedBase(const scenario::Scenario &scenario, const QString &code);
/// The document's JSON with id, lwt and ext of what is stored now, and with this code; script data has them under x-signalbox.
core::Json withStored(const scenario::Scenario &scenario, const QString &code, const core::Json &stored);
/// Of an entity what tells which edit it is: its id, lwt and ext alone.
core::Json storedMembers(const core::Json &entity);
/// Under which key of x-signalbox script data remembers: {"code","id","lwt","ext"}.
QString storedKey();

struct Keeping {
    cluster::ScriptType type = cluster::ScriptType::Svc;
    scenario::Scenario scenario;
    QString code; ///< not empty
    /// What tells the edit that it comes from (storedBase); null where nothing does.
    core::Json base;
    bool overwrites = false; ///< whatever is there now
};

struct Kept {
    enum class Outcome : quint8 {
        Created,
        Changed,
        // Nothing was sent:
        NewerThere,  ///< the cluster holds a later edit than the one that it comes from
        UnknownBase, ///< it does not say which edit it comes from
        OtherThere   ///< a scenario with this code, but not the one that it comes from: another id
    };
    Outcome outcome = Outcome::Created;
    core::Json stored; ///< the whole entity as it is there now

    bool isConflict() const { return outcome != Outcome::Created && outcome != Outcome::Changed; }
};

/// A new scenario, or the new state of the one with its code. x-signalbox and what only the cluster sets are left out. store must outlive
/// the call. Errors: those of ScriptStore.
cluster::Call<Kept> keepScenario(cluster::ScriptStore &store, Keeping keeping);

} // namespace signalbox::runner
