// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run's operations go: to a cluster (RemoteOperations), or to a double in tests.
#pragma once

#include "core/asynccall.h"
#include "operation/operation.h"

#include <memory>

namespace signalbox::runner {

/// Where the time of one operation went, as far as it can be seen from here; filled while the call runs.
struct OperationTiming {
    qint64 queueUs = 0;   ///< until the cluster was ready to take it: its carrier made there
    qint64 networkUs = 0; ///< files brought there and back
    qint64 waitUs = 0;    ///< from the request to the answer, the way there and back included
    bool operator==(const OperationTiming &) const = default;
};

class OperationPort
{
public:
    using Call = std::unique_ptr<core::AsyncCall<operation::Outcome>>;
    using TimingPtr = std::shared_ptr<OperationTiming>;

    virtual ~OperationPort() = default;
    /// Never an Error of its own kind but cancelled: what goes wrong is an outcome of the operation.
    virtual Call perform(const operation::Operation &operation) = 0;
    /// The same, and says where the time went. False where it cannot tell: then nothing of timing means anything.
    virtual bool tellsTiming() const { return false; }
    virtual Call performTimed(const operation::Operation &operation, const TimingPtr &) { return perform(operation); }
};

} // namespace signalbox::runner
