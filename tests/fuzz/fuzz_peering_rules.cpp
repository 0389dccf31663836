// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of a peer: the first line is the rules, the rest a frame for them.
#include "core/random.h"
#include "peering/rules.h"
#include "require.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype line = text.indexOf('\n');
    const auto document = core::readJson(line < 0 ? text : text.left(line));
    if (!document)
        return 0;
    auto rules = peering::Rules::fromJson(*document);
    const auto frame = protocol::parseFrame(line < 0 ? QByteArray(R"(["hello",{"qid":1}])") : text.mid(line + 1));
    if (!rules || !frame)
        return 0;
    core::SeededRandom random(1);
    for (int time = 0; time < 3; ++time) {
        for (const peering::Action &action : rules->react(*frame, random))
            fuzz::require(action.delay.count() >= 0);
    }
    return 0;
}
