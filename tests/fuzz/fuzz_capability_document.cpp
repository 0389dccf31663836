// SPDX-License-Identifier: GPL-3.0-or-later
// AsyncAPI documents, JSON and YAML: taken wholly or refused with a code.
#include "capability/capabilities.h"
#include "require.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    capability::Capabilities capabilities;
    const auto added = capabilities.add(QByteArrayView(data, static_cast<qsizetype>(size)));
    fuzz::require(added.has_value() || (!added.error().code.isEmpty() && capabilities.capabilityKeys().isEmpty()));
    return 0;
}
