// SPDX-License-Identifier: GPL-3.0-or-later
#include "peering/rulereader.h"

#include <limits>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::peering {

RuleReader::RuleReader() : m_fault(u"rules.invalid"_s, tr("The rules are not valid at %1:"))
{}

QString RuleReader::readText(const Json &json, const QString &pointer)
{
    if (!json.isString() || json.toString().isEmpty())
        m_fault.complain(json, pointer, tr("a text that is not empty is expected here."));
    return json.toString();
}

Delay RuleReader::readDelay(const Json &json, const QString &pointer)
{
    if (!json.isArray()) {
        const qint64 fixed = m_fault.integer(json, pointer, 0, 0, maxDelayMs);
        return {fixed, fixed};
    }
    if (json.size() != 2) {
        m_fault.complain(json, pointer, tr("a number of milliseconds or two of them, least and most, are expected here."));
        return {};
    }
    const qint64 least = m_fault.integer(json.at(0), pointer + u"/0"_s, 0, 0, maxDelayMs);
    return {least, m_fault.integer(json.at(1), pointer + u"/1"_s, least, least, maxDelayMs)};
}

void RuleReader::readMatch(const Json &json, const QString &pointer, Rules::Rule &rule)
{
    if (!m_fault.expectObject(json, pointer, {u"method"_s, u"body"_s, u"schema"_s}))
        return;
    if (const Json *method = json.find(u"method"))
        rule.method = readText(*method, pointer + u"/method"_s);
    rule.body = json[u"body"];
    if (const Json *schema = json.find(u"schema")) {
        auto compiled = core::JsonSchema::compile(*schema);
        if (compiled)
            rule.schema = std::move(*compiled);
        else
            m_fault.complain(*schema, pointer + u"/schema"_s, compiled.error().message);
    }
}

void RuleReader::readReply(const Json &json, const QString &pointer, Rules::Rule &rule)
{
    if (!m_fault.expectObject(json, pointer, {u"method"_s, u"body"_s}))
        return;
    if (const Json *method = json.find(u"method"))
        readText(*method, pointer + u"/method"_s);
    rule.reply = json;
}

void RuleReader::readSends(const Json &json, const QString &pointer, Rules::Rule &rule)
{
    if (!json.isArray() || json.size() > maxSends) {
        m_fault.complain(json, pointer, tr("a list of at most %1 messages is expected here.").arg(maxSends));
        return;
    }
    for (qsizetype i = 0; i < json.size(); ++i) {
        const Json &item = json.at(i);
        const QString place = pointer + u'/' + QString::number(i);
        if (!m_fault.expectObject(item, place, {u"method"_s, u"body"_s, u"delayMs"_s}))
            return;
        OwnMessage message;
        message.method = readText(item[u"method"], place + u"/method"_s);
        const Json *body = item.find(u"body");
        message.body = body ? *body : Json::object();
        if (const Json *delay = item.find(u"delayMs"))
            message.delay = readDelay(*delay, place + u"/delayMs"_s);
        rule.sends.append(message);
    }
}

std::shared_ptr<const Rules::Rule> RuleReader::readRule(const Json &json, const QString &pointer, qsizetype position)
{
    auto rule = std::make_shared<Rules::Rule>();
    if (!m_fault.expectObject(json, pointer,
                              {u"name"_s, u"match"_s, u"from"_s, u"to"_s, u"reply"_s, u"error"_s, u"send"_s, u"delayMs"_s, u"times"_s,
                               u"close"_s, u"stopReading"_s}))
        return rule;

    const Json *name = json.find(u"name");
    rule->name = name ? readText(*name, pointer + u"/name"_s) : tr("rule %1").arg(position + 1);
    if (const Json *match = json.find(u"match"))
        readMatch(*match, pointer + u"/match"_s, *rule);
    constexpr qint64 most = std::numeric_limits<qint32>::max();
    if (const Json *from = json.find(u"from"))
        rule->from = m_fault.integer(*from, pointer + u"/from"_s, 1, 1, most);
    if (const Json *to = json.find(u"to"))
        rule->to = m_fault.integer(*to, pointer + u"/to"_s, rule->from, rule->from, most);
    if (const Json *reply = json.find(u"reply"))
        readReply(*reply, pointer + u"/reply"_s, *rule);
    if (const Json *text = json.find(u"error")) {
        rule->errorText = readText(*text, pointer + u"/error"_s);
        if (rule->reply)
            m_fault.complain(*text, pointer + u"/error"_s, tr("a rule answers with \"reply\" or with \"error\", not with both."));
    }
    if (const Json *send = json.find(u"send"))
        readSends(*send, pointer + u"/send"_s, *rule);
    if (const Json *delay = json.find(u"delayMs"))
        rule->delay = readDelay(*delay, pointer + u"/delayMs"_s);
    if (const Json *times = json.find(u"times"))
        rule->times = m_fault.integer(*times, pointer + u"/times"_s, 0, 0, maxTimes);
    if (const Json *close = json.find(u"close"))
        rule->close = static_cast<int>(m_fault.integer(*close, pointer + u"/close"_s, 1000, 1000, 4999));
    rule->stopReading = m_fault.flagIn(json, pointer, u"stopReading"_s);
    return rule;
}

QList<std::shared_ptr<const Rules::Rule>> RuleReader::read(const Json &document)
{
    QList<std::shared_ptr<const Rules::Rule>> rules;
    if (!m_fault.expectObject(document, {}, {u"$schema"_s, u"rules"_s}))
        return rules;
    const Json &list = document[u"rules"];
    if (!list.isArray() || list.size() > maxRules) {
        m_fault.complain(list.isNull() ? document : list, u"/rules"_s, tr("a list of at most %1 rules is expected here.").arg(maxRules));
        return rules;
    }
    for (qsizetype i = 0; i < list.size() && !m_fault.error(); ++i)
        rules.append(readRule(list.at(i), u"/rules/"_s + QString::number(i), i));
    return rules;
}

} // namespace signalbox::peering
