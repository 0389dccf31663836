// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults.h"

#include "core/random.h"
#include "peering/glob.h"

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

using About = FaultRule::About;

/// Sebastiano Vigna's SplitMix64: any seed is good, and it takes eight bytes, so that each decision can have its own.
class SplitMix final : public core::Random
{
public:
    explicit SplitMix(quint64 seed) : m_state(seed) {}
    quint64 next() override
    {
        m_state += 0x9e3779b97f4a7c15;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

private:
    quint64 m_state;
};

/// FNV-1a: the same on every machine and in every run, as qHash is not.
quint64 hashOf(const QString &text, quint64 hash)
{
    const QByteArray bytes = text.toUtf8();
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return (hash ^ 0xff) * 0x100000001b3; // ends the text: a byte that UTF-8 does not have
}

SplitMix drawOf(quint64 seed, const QString &rule, const QString &stream, qint64 number)
{
    constexpr quint64 offset = 0xcbf29ce484222325;
    SplitMix mixed(hashOf(stream, hashOf(rule, offset)) ^ seed);
    return SplitMix(mixed.next() + static_cast<quint64>(number));
}

bool fits(const QString &pattern, const QString &text)
{
    return pattern.isEmpty() || peering::matchesGlob(pattern, text);
}

/// Pings and pongs are only matched by name: a rule about all frames would else act on them at times that no seed repeats.
bool fitsMethod(const QString &pattern, const QString &method)
{
    if (method.startsWith(u':'))
        return pattern == method;
    return fits(pattern, method);
}

bool matches(const FaultRule &rule, const FaultEvent &event)
{
    if (rule.about != event.about || (rule.isOut && *rule.isOut != event.isOut) || !fitsMethod(rule.method, event.method))
        return false;
    const auto hasCapability = [&] {
        return std::any_of(event.capabilities.begin(), event.capabilities.end(),
                           [&rule](const QString &capability) { return peering::matchesGlob(rule.capability, capability); });
    };
    return fits(rule.node, event.node) && fits(rule.site, event.site) && fits(rule.connection, event.connection) &&
           fits(rule.point, event.point) && fits(rule.user, event.user) && fits(rule.verb, event.verb) && fits(rule.path, event.path) &&
           (rule.capability.isEmpty() || hasCapability());
}

void add(FaultDecision &decision, const FaultEffect &effect, core::Random &random)
{
    const qint64 jitter = static_cast<qint64>(random.below(static_cast<quint64>(effect.jitterMs) + 1));
    decision.delay += std::chrono::milliseconds(effect.delayMs + jitter);
    decision.reorder = decision.reorder || effect.reorder;
    decision.stopReading = std::max(decision.stopReading, std::chrono::milliseconds(effect.stopReadingMs));
    decision.bits ^= random.next();
    if (effect.kind <= decision.kind)
        return;
    decision.kind = effect.kind;
    decision.garble = effect.garble;
    decision.closeCode = effect.closeCode;
    decision.closeReason = effect.closeReason;
    decision.status = effect.status;
    decision.retryAfterS = effect.retryAfterS;
}

} // namespace

core::Result<void> Faults::set(const Json &document)
{
    auto rules = FaultRules::fromJson(document);
    if (!rules)
        return tl::unexpected(rules.error());
    set(std::move(*rules));
    return {};
}

void Faults::set(FaultRules rules)
{
    m_rules = std::move(rules);
    std::fill(std::begin(m_about), std::end(m_about), false);
    for (const FaultRule &rule : std::as_const(m_rules.rules))
        m_about[static_cast<std::size_t>(rule.about)] = true;
    ++m_generation;
    m_counts = QList<FaultStream::Count>(m_rules.rules.size());
    m_ordinals.clear();
    m_streams.clear();
}

Json Faults::toJson() const
{
    QList<Json> list;
    for (const Count &count : counts())
        list.append(Json::object({{u"name"_s, Json(count.rule)}, {u"matched"_s, Json(count.matched)}, {u"fired"_s, Json(count.fired)}}));
    Json result = m_rules.source.isNull() ? Json::object({{u"rules"_s, Json::array()}}) : m_rules.source;
    result.set(u"counts"_s, Json::array(std::move(list)));
    return result;
}

QList<Faults::Count> Faults::counts() const
{
    QList<Count> result;
    for (qsizetype i = 0; i < m_counts.size(); ++i)
        result.append({m_rules.rules.at(i).name, m_counts.at(i).matched, m_counts.at(i).fired});
    return result;
}

void Faults::begin(FaultStream &stream)
{
    if (stream.m_generation == m_generation)
        return;
    stream.m_generation = m_generation;
    stream.m_counts.clear();
    stream.m_name = stream.m_identity + u'#' + QString::number(++m_ordinals[stream.m_identity]);
}

FaultDecision Faults::decide(const FaultEvent &event, FaultStream &stream)
{
    begin(stream);
    FaultDecision decision;
    for (qsizetype i = 0; i < m_rules.rules.size(); ++i) {
        const FaultRule &rule = m_rules.rules.at(i);
        if (!matches(rule, event))
            continue;
        FaultStream::Count &own = stream.m_counts[i];
        FaultStream::Count &all = m_counts[i];
        ++own.matched;
        ++all.matched;
        const FaultStream::Count &counted = rule.perConnection ? own : all;
        if (counted.matched <= rule.after || (rule.count > 0 && counted.fired >= rule.count))
            continue;
        SplitMix random = drawOf(m_rules.seed, rule.name, stream.m_name, own.matched);
        if (random.unit() >= rule.probability)
            continue;
        ++own.fired;
        ++all.fired;
        add(decision, rule.effect, random);
    }
    return decision;
}

FaultDecision Faults::decide(const FaultEvent &event)
{
    const QString identity = event.about == About::Disk ? u"disk"_s : u"http/%1/%2/%3"_s.arg(event.node, event.point, event.user);
    auto found = m_streams.find(identity);
    if (found == m_streams.end())
        found = m_streams.insert(identity, FaultStream(identity));
    return decide(event, *found);
}

} // namespace signalbox::simulator
