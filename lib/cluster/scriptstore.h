// SPDX-License-Identifier: GPL-3.0-or-later
// svcscripts on the cluster; scriptdata is opaque here.
#pragma once

#include "cluster/clustersession.h"

namespace signalbox::cluster {

struct StoredScript {
    QString id;
    QString code;
    QString lwt; ///< last write time, as the cluster gives it
};

class ScriptStore final
{
public:
    explicit ScriptStore(RestClient &rest);

    /// POST: the stored entity's id. Error code already_exists for a code that is taken (409).
    Call<QString> create(const QString &code, const QString &name, const core::Json &scriptData);
    /// Not an error when it is gone already.
    Call<void> remove(const QString &id);
    Call<QList<StoredScript>> list();

private:
    RestClient &m_rest;
};

} // namespace signalbox::cluster
