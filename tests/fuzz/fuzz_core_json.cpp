// SPDX-License-Identifier: GPL-3.0-or-later
// The strict JSON reader: whatever it takes is written and read back as the same value, in both forms.
#include "core/jsonreader.h"
#include "require.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArrayView text(data, static_cast<qsizetype>(size));
    const core::JsonLimits limits{.bytes = 1 << 20, .depth = 100, .nodes = 100'000};
    const auto value = core::readJson(text, limits);
    if (!value) {
        fuzz::require(!value.error().code.isEmpty());
        return 0;
    }
    const core::JsonLimits generous{.bytes = 1 << 26, .depth = 100, .nodes = 100'000};
    for (const QByteArray &written : {value->toCompact(), value->toPretty()}) {
        const auto again = core::readJson(written, generous);
        fuzz::require(again.has_value() && *again == *value);
    }
    return 0;
}
