// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/example.h"

#include "capability/examplemaker.h"

#include <QCoreApplication>

namespace signalbox::capability {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

} // namespace

core::Result<Json> exampleOf(const Json &schema, const std::stop_token &stop)
{
    const core::Result<core::JsonSchema> compiled = core::JsonSchema::compile(schema);
    if (!compiled)
        return tl::unexpected(compiled.error());
    // Schemas that contain themselves are followed no deeper than needed.
    constexpr int mostRepetitions = 4;
    core::Error why;
    for (int repetitions = 0; repetitions <= mostRepetitions; ++repetitions) {
        ExampleMaker maker(schema, *compiled, repetitions, stop);
        if (std::optional<Json> made = maker.make())
            return *std::move(made);
        why = maker.failure();
        if (!maker.metRepetition() || stop.stop_requested())
            break;
    }
    return tl::unexpected(why);
}

core::Result<QString> exampleText(const Message &message, const std::stop_token &stop)
{
    if (!message.isJson()) {
        if (message.examples.isEmpty())
            return core::fail(
                u"example.unknown"_s,
                Text::tr("The description of %1/%2 gives no example, and its body is not JSON.").arg(message.capability, message.code));
        const Json &first = message.examples.first();
        return first.isString() ? first.toString() : QString::fromUtf8(first.toPretty()).trimmed();
    }
    const auto text = [](const Json &example) {
        return QString::fromUtf8(example.toPretty()).trimmed();
    };
    for (const Json &example : message.examples) {
        if (!message.schema || message.schema->validate(example).isEmpty())
            return text(example);
    }
    if (message.payload.isNull())
        return core::fail(u"example.unknown"_s,
                          Text::tr("The description of %1/%2 says nothing of the body.").arg(message.capability, message.code));
    return exampleOf(message.payload, stop).map(text);
}

} // namespace signalbox::capability
