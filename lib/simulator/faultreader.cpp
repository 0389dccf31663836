// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faultreader.h"

#include <limits>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

constexpr int maxRules = 1000;
constexpr qint64 maxDelayMs = 3600 * 1000;
constexpr qint64 most = std::numeric_limits<qint32>::max();
constexpr qsizetype maxReason = 100; // characters; RFC 6455 leaves 123 bytes

using About = FaultRule::About;
using Kind = FaultEffect::Kind;

/// What a rule can be about, by what it does.
struct Effect {
    QLatin1StringView key;
    Kind kind = Kind::None;
    bool onFrames = false;
    bool onHttp = false;
    bool onDisk = false;
};
constexpr Effect effects[] = {
    {"lose"_L1, Kind::Lose, true, true, false},
    {"double"_L1, Kind::Double, true, false, false},
    {"garble"_L1, Kind::Garble, true, false, false},
    {"close"_L1, Kind::Close, true, false, false},
    {"reset"_L1, Kind::Reset, true, true, false},
    {"status"_L1, Kind::Status, false, true, false},
    {"cutBody"_L1, Kind::CutBody, false, true, false},
    {"diskFull"_L1, Kind::DiskFull, false, false, true},
    // These go with others.
    {"delayMs"_L1, Kind::None, true, true, false},
    {"jitterMs"_L1, Kind::None, true, true, false},
    {"reorder"_L1, Kind::None, true, false, false},
    {"stopReading"_L1, Kind::None, true, false, false},
    {"retryAfter"_L1, Kind::None, false, true, false},
};

QStringList effectKeys()
{
    QStringList keys;
    for (const Effect &effect : effects)
        keys.append(QString(effect.key));
    return keys;
}

bool canBeAbout(const Effect &effect, About about)
{
    return about == About::Frames ? effect.onFrames : about == About::Http ? effect.onHttp : effect.onDisk;
}

} // namespace

core::Result<FaultRules> FaultRules::fromJson(const Json &document)
{
    return document.isNull() ? FaultRules() : FaultReader().read(document);
}

FaultReader::FaultReader() : m_fault(u"faults.invalid"_s, tr("The faults are not valid at %1:"))
{}

QString FaultReader::text(const Json &object, const QString &pointer, const QString &key)
{
    const Json *value = object.find(key);
    if (value && value->toString().isEmpty())
        m_fault.complain(*value, pointer + u'/' + key, tr("a text that is not empty is expected here."));
    return value ? value->toString() : QString();
}

void FaultReader::readOn(const Json &json, const QString &pointer, FaultRule &rule)
{
    if (!m_fault.expectObject(json, pointer,
                              {u"node"_s, u"site"_s, u"connection"_s, u"point"_s, u"user"_s, u"capability"_s, u"method"_s, u"direction"_s,
                               u"path"_s, u"verb"_s}))
        return;
    rule.node = text(json, pointer, u"node"_s);
    rule.site = text(json, pointer, u"site"_s);
    rule.connection = text(json, pointer, u"connection"_s);
    rule.point = text(json, pointer, u"point"_s);
    rule.user = text(json, pointer, u"user"_s);
    rule.capability = text(json, pointer, u"capability"_s);
    rule.method = text(json, pointer, u"method"_s);
    rule.path = text(json, pointer, u"path"_s);
    rule.verb = text(json, pointer, u"verb"_s);
    if (const Json *direction = json.find(u"direction")) {
        const QString name = direction->toString();
        if (name != "in"_L1 && name != "out"_L1)
            m_fault.complain(*direction, pointer + u"/direction"_s,
                             tr("\"in\" (to the cluster) or \"out\" (from the cluster) is expected here."));
        rule.isOut = name == "out"_L1;
    }
}

void FaultReader::readClose(const Json &json, const QString &pointer, FaultEffect &effect)
{
    if (!m_fault.expectObject(json, pointer, {u"code"_s, u"reason"_s}))
        return;
    effect.closeCode = static_cast<int>(m_fault.integerIn(json, pointer, u"code"_s, 1011, 1000, 4999));
    // RFC 6455 §7.4: these stand for what no close frame can say, or are nobody's yet.
    const bool isReserved = (effect.closeCode >= 1004 && effect.closeCode <= 1006) || (effect.closeCode >= 1015 && effect.closeCode < 3000);
    if (isReserved)
        m_fault.complain(json[u"code"], pointer + u"/code"_s, tr("%1 is no code that a close frame may bear.").arg(effect.closeCode));
    if (const Json *reason = json.find(u"reason")) {
        effect.closeReason = reason->toString();
        if (!reason->isString() || effect.closeReason.size() > maxReason)
            m_fault.complain(*reason, pointer + u"/reason"_s, tr("a text of at most %1 characters is expected here.").arg(maxReason));
    }
}

void FaultReader::readGarble(const Json &json, const QString &pointer, FaultEffect &effect)
{
    const bool isText = (json.isBool() && json.toBool()) || json.toString() == "text"_L1;
    if (!isText && json.toString() != "bytes"_L1)
        m_fault.complain(json, pointer,
                         tr("\"text\" (a text frame that is no JSON) or \"bytes\" (a text frame that is no UTF-8) is expected here."));
    effect.garble = isText ? FaultEffect::Garble::Text : FaultEffect::Garble::Bytes;
}

void FaultReader::readEffect(const Json &json, const QString &pointer, FaultRule &rule)
{
    if (!m_fault.expectObject(json, pointer, effectKeys()))
        return;
    FaultEffect &effect = rule.effect;
    effect.delayMs = m_fault.integerIn(json, pointer, u"delayMs"_s, 0, 0, maxDelayMs);
    effect.jitterMs = m_fault.integerIn(json, pointer, u"jitterMs"_s, 0, 0, maxDelayMs);
    effect.reorder = m_fault.flagIn(json, pointer, u"reorder"_s);
    effect.stopReadingMs = m_fault.integerIn(json, pointer, u"stopReading"_s, 0, 1, maxDelayMs);
    effect.status = static_cast<int>(m_fault.integerIn(json, pointer, u"status"_s, 0, 400, 599));
    effect.retryAfterS = static_cast<int>(m_fault.integerIn(json, pointer, u"retryAfter"_s, -1, 0, most));
    if (const Json *close = json.find(u"close"))
        readClose(*close, pointer + u"/close"_s, effect);
    for (const Effect &known : effects) {
        const QString key(known.key);
        const Json *value = json.find(key);
        if (!value)
            continue;
        if (known.kind == Kind::Garble)
            readGarble(*value, pointer + u"/garble"_s, effect);
        else if (known.kind != Kind::None && known.kind != Kind::Close && known.kind != Kind::Status && !m_fault.flagIn(json, pointer, key))
            continue;
        if (known.kind != Kind::None && effect.kind != Kind::None)
            m_fault.complain(*value, pointer + u'/' + key,
                             tr("a rule does one of these only: %1.")
                                 .arg(u"lose, double, garble, close, "
                                      u"reset, status, cutBody, "
                                      u"diskFull"_s));
        if (known.kind != Kind::None)
            effect.kind = known.kind;
    }
    if (json.contains(u"retryAfter") && effect.kind != Kind::Status)
        m_fault.complain(json[u"retryAfter"], pointer + u"/retryAfter"_s, tr("this goes with \"status\" only."));
    const bool doesNothing =
        effect.kind == Kind::None && effect.delayMs == 0 && effect.jitterMs == 0 && !effect.reorder && effect.stopReadingMs == 0;
    if (doesNothing)
        m_fault.complain(json, pointer, tr("the rule does nothing; known are %1.").arg(effectKeys().join(u", "_s)));
}

/// Requests where the rule names a path or a verb, or does what only an answer of HTTP can suffer; files where the disk is full; else
/// frames.
void FaultReader::checkAbout(const Json &json, const QString &pointer, FaultRule &rule)
{
    const Json &on = json[u"on"];
    const Kind kind = rule.effect.kind;
    const bool isHttp = on.contains(u"path") || on.contains(u"verb") || kind == Kind::Status || kind == Kind::CutBody;
    rule.about = kind == Kind::DiskFull ? About::Disk : isHttp ? About::Http : About::Frames;
    const QString subject = rule.about == About::Disk ? tr("files") : isHttp ? tr("HTTP requests") : tr("frames");

    QStringList fitting{u"node"_s, u"site"_s, u"point"_s, u"user"_s, u"direction"_s, u"connection"_s, u"capability"_s, u"method"_s};
    if (rule.about == About::Disk)
        fitting = QStringList{u"path"_s};
    else if (rule.about == About::Http)
        fitting = QStringList{u"node"_s, u"site"_s, u"point"_s, u"user"_s, u"direction"_s, u"path"_s, u"verb"_s};
    for (const core::JsonMember &member : on.members()) {
        if (!fitting.contains(member.key))
            m_fault.complain(member.value, pointer + u"/on/"_s + core::pointerToken(member.key),
                             tr("the rule is about %1, where this means nothing; %2 do.").arg(subject, fitting.join(u", "_s)));
    }
    for (const Effect &known : effects) {
        const QString key(known.key);
        if (const Json *value = json[u"do"].find(key); value && !canBeAbout(known, rule.about))
            m_fault.complain(*value, pointer + u"/do/"_s + key, tr("the rule is about %1, to which this cannot happen.").arg(subject));
    }
    const bool isControl = rule.method.startsWith(u':');
    if (isControl && rule.method != ":ping"_L1 && rule.method != ":pong"_L1)
        m_fault.complain(on[u"method"], pointer + u"/on/method"_s, tr("of control frames \":ping\" and \":pong\" are known."));
    if (isControl && (rule.effect.reorder || kind == Kind::Double || kind == Kind::Garble))
        m_fault.complain(json[u"do"], pointer + u"/do"_s,
                         tr("a ping or a pong comes late or not at all, or the connection ends with it; "
                            "nothing else can happen to it."));
    if (rule.perConnection && rule.about != About::Frames)
        m_fault.complain(json[u"perConnection"], pointer + u"/perConnection"_s, tr("only rules about frames count for each connection."));
    if (kind == Kind::CutBody && rule.isOut && !*rule.isOut)
        m_fault.complain(on[u"direction"], pointer + u"/on/direction"_s, tr("only the body of an answer (\"out\") is cut."));
}

FaultRule FaultReader::readRule(const Json &json, const QString &pointer, qsizetype position)
{
    FaultRule rule;
    if (!m_fault.expectObject(json, pointer, {u"name"_s, u"on"_s, u"count"_s, u"after"_s, u"probability"_s, u"perConnection"_s, u"do"_s}))
        return rule;
    rule.name = json.contains(u"name") ? text(json, pointer, u"name"_s) : tr("rule %1").arg(position + 1);
    if (m_names.contains(rule.name))
        m_fault.complain(json.contains(u"name") ? json[u"name"] : json, pointer + u"/name"_s,
                         tr("this is there twice; it must be unique."));
    m_names.insert(rule.name);
    if (const Json *on = json.find(u"on"))
        readOn(*on, pointer + u"/on"_s, rule);
    rule.count = m_fault.integerIn(json, pointer, u"count"_s, 0, 1, most);
    rule.after = m_fault.integerIn(json, pointer, u"after"_s, 0, 0, most);
    rule.perConnection = m_fault.flagIn(json, pointer, u"perConnection"_s);
    if (const Json *probability = json.find(u"probability")) {
        rule.probability = probability->toDouble().value_or(-1);
        if (!(rule.probability > 0 && rule.probability <= 1))
            m_fault.complain(*probability, pointer + u"/probability"_s, tr("a number over 0 and at most 1 is expected here."));
    }
    const Json *effect = json.find(u"do");
    if (!effect) {
        m_fault.complain(json, pointer, tr("\"%1\" is missing.").arg(u"do"_s));
        return rule;
    }
    readEffect(*effect, pointer + u"/do"_s, rule);
    if (!m_fault.error())
        checkAbout(json, pointer, rule);
    // Of an HTTP exchange a rule means one half: the request, unless only the answer can suffer it.
    if (rule.about == About::Http && !rule.isOut)
        rule.isOut = rule.effect.kind == Kind::CutBody;
    return rule;
}

core::Result<FaultRules> FaultReader::read(const Json &document)
{
    FaultRules result;
    // "counts" is what Faults::toJson adds: what was got can be given back.
    if (m_fault.expectObject(document, {}, {u"seed"_s, u"rules"_s, u"counts"_s})) {
        result.seed = static_cast<quint64>(m_fault.integerIn(document, {}, u"seed"_s, 1, 0, std::numeric_limits<qint64>::max()));
        const Json &list = document[u"rules"];
        if (!list.isArray() || list.size() > maxRules)
            m_fault.complain(list.isNull() ? document : list, u"/rules"_s,
                             tr("a list of at most %1 rules is expected here.").arg(maxRules));
        for (qsizetype i = 0; i < list.size() && !m_fault.error(); ++i)
            result.rules.append(readRule(list.at(i), u"/rules/"_s + QString::number(i), i));
    }
    if (m_fault.error())
        return tl::unexpected(*m_fault.error());
    result.source = document;
    result.source.remove(u"counts");
    return result;
}

} // namespace signalbox::simulator
