// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios on the cluster (svcscripts and ivrscripts): listed, found by code, read, kept, changed, removed. scriptdata is opaque here, and
// whether an edit may be overwritten is the caller's decision (scriptentity.h).
#pragma once

#include "cluster/clustersession.h"

namespace signalbox::cluster {

/// Which collection a scenario is kept in (platform.md §5).
enum class ScriptType : quint8 { Svc, Ivr };

struct StoredScript {
    QString id;
    QString code;
    QString lwt; ///< last write time, as the cluster gives it
    QString name = {};
};

class ScriptStore final
{
public:
    explicit ScriptStore(RestClient &rest);

    /// POST: the whole entity as it is stored. Error code already_exists for a code that is taken (409).
    Call<core::Json> create(ScriptType type, const core::Json &entity);
    /// PATCH: replaces these members; the whole entity as it is stored then. Errors: not_found, already_exists (a new code that is taken).
    Call<core::Json> change(ScriptType type, const QString &id, const core::Json &members);
    /// The whole entity. Error: not_found.
    Call<core::Json> read(ScriptType type, const QString &id);
    /// The whole entity with this code, by LOOKUP, or through the list where a cluster answers that otherwise than expected. Error:
    /// not_found.
    Call<core::Json> find(ScriptType type, const QString &code);
    /// Not an error when it is gone already.
    Call<void> remove(const QString &id, ScriptType type = ScriptType::Svc);
    Call<QList<StoredScript>> list(ScriptType type = ScriptType::Svc);

private:
    RestClient &m_rest;
};

} // namespace signalbox::cluster
