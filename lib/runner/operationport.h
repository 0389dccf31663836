// SPDX-License-Identifier: GPL-3.0-or-later
// Where a run's operations go: to a cluster (RemoteOperations), or to a double in tests.
#pragma once

#include "core/asynccall.h"
#include "operation/operation.h"

#include <memory>

namespace signalbox::runner {

class OperationPort
{
public:
    virtual ~OperationPort() = default;
    /// Never an Error of its own kind but cancelled: what goes wrong is an outcome of the operation.
    virtual std::unique_ptr<core::AsyncCall<operation::Outcome>> perform(const operation::Operation &operation) = 0;
};

} // namespace signalbox::runner
