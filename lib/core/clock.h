// SPDX-License-Identifier: GPL-3.0-or-later
// Time, injected. ManualClock for tests stands in tests/support.
#pragma once

#include <QtGlobal>

namespace signalbox::core {

class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 nowMs() const = 0;       ///< milliseconds since 1970-01-01T00:00:00Z
    virtual qint64 monotonicUs() const = 0; ///< microseconds from an arbitrary start; never goes back
};

class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 monotonicUs() const override;
};

} // namespace signalbox::core
