// SPDX-License-Identifier: GPL-3.0-or-later
// The entity of a stored scenario, as far as keeping it needs: which members are the cluster's own, and when it was last written.
// scriptdata is opaque here, and nothing is sent.
#pragma once

#include "core/json.h"

namespace signalbox::cluster {

/// A member that may be a text or a number, as text; empty for anything else.
QString memberText(const core::Json &value);

/// A scenario's id, which may be a text or a number; empty where there is none.
QString scriptId(const core::Json &entity);

/// What an upload carries: without id, lwt and ext, which only the cluster sets (platform.md §5).
core::Json withoutClusterMembers(core::Json entity);
/// Takes id, lwt and ext of a stored entity over; what it lacks stays as it is.
void takeClusterMembers(core::Json &entity, const core::Json &stored);

/// When a scenario was last written on its cluster, as its entity tells: lwt, and ext.lwt, which is finer.
class WriteTime final
{
public:
    static WriteTime of(const core::Json &entity);

    bool isKnown() const { return !m_coarse.isEmpty() || !m_fine.isEmpty(); }
    /// As the cluster wrote it, the finer one; empty where none is known.
    QString text() const { return m_fine.isEmpty() ? m_coarse : m_fine; }
    /// True also where it cannot be told: a time that is not known, or that is no time and differs.
    bool isNewerThan(const WriteTime &other) const;

private:
    QString m_coarse;
    QString m_fine;
};

} // namespace signalbox::cluster
