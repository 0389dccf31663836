// SPDX-License-Identifier: GPL-3.0-or-later
// Carriers: the small scenarios by which a cluster runs one operation of component 144 for us (platform.md §6). Pure: an operation
// in, a scenario with its start parameters out; and the variables at the scenario's end in, an outcome out. Sends nothing.
#pragma once

#include "core/dialect.h"
#include "core/json.h"
#include "operation/operation.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace signalbox::runner {

/// One operation, or a whole scenario (wholescenario.h), ready to be started on the cluster.
struct Carrier {
    QString code;                  ///< sbx-<nonce>-<hash of the script>
    QString name;                  ///< for whoever finds it on the cluster
    QList<core::JsonMember> more;  ///< further members of its entity
    core::Json scriptData;         ///< the same for operations on one connection that differ in their body (or first path or name) only
    QList<core::Json> startParams; ///< the value that differs, as startparam1
    std::chrono::milliseconds limit{0}; ///< the operation's own limit plus the grace
};

class CarrierBuilder final
{
public:
    /// nonce tells this session's carriers from those of others.
    CarrierBuilder(const core::Dialect &dialect, QString nonce);

    /// The operation must have passed operation::check. With bringFile (get_file only) the carrier goes on with a temp link of the file
    /// that it got (platform.md §6.6).
    Carrier build(const operation::Operation &operation, bool bringFile) const;

    /// "sbx-<nonce>-": what this session's carriers and staged files begin with.
    QString ownPrefix() const;

private:
    /// What tells one carrier from another.
    struct Parts {
        QList<core::JsonMember> properties; ///< of the websocket component, as far as the operation fills them
        QString title;
        bool hasResult = true;
        bool link = false;
        QString connection;
    };
    core::Json script(const Parts &parts) const;
    Carrier buildAnew(const operation::Operation &operation, bool bringFile) const;

    const core::Dialect m_dialect;
    const QString m_nonce;
    // Nothing but saved work:
    mutable QHash<QByteArray, Carrier> m_known; // by properties
    mutable operation::Operation m_series;      // the last send, without its body
    mutable std::optional<Carrier> m_last;      // its carrier
};

/// What a carrier left in its variables.
struct CarrierAnswer {
    operation::Outcome outcome;
    QString link;      ///< relative URL of the file that get_file got; empty unless it was asked for and could be had
    QString linkError; ///< why there is no link
};

/// Variables without an outcome in them give the error "internal".
CarrierAnswer readCarrier(const core::Json &variables, const core::Dialect &dialect = {});

} // namespace signalbox::runner
