// SPDX-License-Identifier: GPL-3.0-or-later
// Frames: what parses is written and parsed again to the same frame; an answer carries the request's qid.
#include "protocol/frame.h"
#include "require.h"

using namespace signalbox;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto frame = protocol::parseFrame(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!frame)
        return 0;
    const auto again = protocol::parseFrame(protocol::writeFrame(frame->method, frame->body));
    fuzz::require(again.has_value() && *again == *frame);
    if (const core::Json *qid = protocol::qidOf(*frame)) {
        const auto answer = protocol::parseFrame(protocol::writeError(*frame, QStringLiteral("no")));
        fuzz::require(answer.has_value() && protocol::qidOf(*answer) && protocol::sameQid(*protocol::qidOf(*answer), *qid));
    }
    return 0;
}
