// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/rules.h"

#include "peering/rulereader.h"

namespace signalbox::peering {

core::Result<Rules> Rules::fromJson(const core::Json &document)
{
    RuleReader reader;
    const QList<std::shared_ptr<const Rule>> read = reader.read(document);
    if (reader.error())
        return tl::unexpected(*reader.error());
    Rules rules;
    for (const auto &rule : read)
        rules.m_rules.append({rule, 0});
    return rules;
}

QList<Action> Rules::react(const protocol::Frame &frame, core::Random &random)
{
    for (Counted &counted : m_rules) {
        const Rule &rule = *counted.rule;
        if (!rule.matches(frame))
            continue;
        ++counted.matched;
        if (counted.matched < rule.from || (rule.to > 0 && counted.matched > rule.to))
            continue;

        QList<Action> actions;
        const auto delay = rule.delay.draw(random);
        if (rule.reply || rule.errorText) {
            if (const QByteArray text = rule.answer(frame); !text.isEmpty()) {
                for (qint64 i = 0; i < rule.times; ++i)
                    actions.append({Action::Kind::Send, delay, text, 1000, rule.name});
            }
        }
        for (const OwnMessage &own : rule.sends) {
            const QByteArray text = protocol::writeFrame(own.method, substitute(own.body, frame.body));
            actions.append({Action::Kind::Send, own.delay.draw(random), text, 1000, rule.name});
        }
        if (rule.stopReading)
            actions.append({Action::Kind::StopReading, delay, {}, 1000, rule.name});
        if (rule.close)
            actions.append({Action::Kind::Close, delay, {}, *rule.close, rule.name});
        return actions;
    }
    return {};
}

} // namespace signalbox::peering
