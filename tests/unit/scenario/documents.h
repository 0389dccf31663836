// SPDX-License-Identifier: GPL-3.0-or-later
// Small scenario documents for the tests of this folder, and the comparison of what validation finds in them. In a text, ¤ marks the
// place that a finding must name; it is taken out before reading.
#pragma once

#include "scenario/scenarioreader.h"
#include "scenario/validator.h"

#include <QTest>

#include <initializer_list>

namespace signalbox::test {

using namespace Qt::StringLiterals;

/// {"argType":…,"varType":…,"value":"…"}; the value as it stands in JSON, escapes included.
inline QString arg(int argType, int varType, const QString &value)
{
    return uR"({"argType":%1,"varType":%2,"value":"%3"})"_s.arg(argType).arg(varType).arg(value);
}

inline QString text(const QString &value)
{
    return arg(1, 2, value);
}

using Members = std::initializer_list<std::pair<QString, QString>>;

/// An object's text: base with these members changed; an empty text takes a member out.
inline QString object(QList<std::pair<QString, QString>> base, Members changes)
{
    for (const auto &change : changes) {
        const auto it = std::find_if(base.begin(), base.end(), [&](const auto &member) { return member.first == change.first; });
        if (it == base.end())
            base.append(change);
        else
            it->second = change.second;
    }
    QStringList members;
    for (const auto &[key, value] : base) {
        if (!value.isEmpty())
            members.append(u"\"%1\":%2"_s.arg(key, value));
    }
    return u'{' + members.join(u',') + u'}';
}

inline QString start(Members changes = {})
{
    return object({{u"oId"_s, u"1"_s}, {u"oType"_s, u"101"_s}, {u"transfer"_s, u"2"_s}}, changes);
}

inline QString stop(Members changes = {})
{
    return object({{u"oId"_s, u"9"_s}, {u"oType"_s, u"102"_s}}, changes);
}

/// Sends free/hello, a message that no description knows, and does not wait.
inline QString websock(Members changes = {})
{
    return object({{u"oId"_s, u"2"_s},
                   {u"oType"_s, u"144"_s},
                   {u"operation"_s, u"0"_s},
                   {u"conn"_s, text(u"c-1"_s)},
                   {u"capabilityName"_s, text(u"free"_s)},
                   {u"eventName"_s, text(u"hello"_s)},
                   {u"content"_s, text(u"{}"_s)},
                   {u"transfer"_s, u"9"_s},
                   {u"transferError"_s, u"9"_s}},
                  changes);
}

inline QString component(int type, Members changes)
{
    return object({{u"oId"_s, u"2"_s}, {u"oType"_s, QString::number(type)}, {u"transfer"_s, u"9"_s}}, changes);
}

inline QString variable(const QString &name, int type = 2)
{
    return uR"({"id":"v","name":"%1","type":%2,"location":0})"_s.arg(name).arg(type);
}

/// A .scr with one object a line.
inline QString document(const QStringList &objects, const QStringList &variables = {})
{
    return u"{\"objects\":[\n"_s + objects.join(u",\n"_s) + u"],\n\"variables\":["_s + variables.join(u",\n"_s) + u"]}"_s;
}

/// Start, the object, stop.
inline QString around(const QString &object, const QStringList &variables = {})
{
    return document({start(), object, stop()}, variables);
}

/// What a finding must be; its place is where ¤ stands in the text.
struct Expected {
    core::Severity severity = core::Severity::Error;
    QString code;
    qint64 object = -1; ///< -1: about none
    QString property;
    QString pointer;
};

inline constexpr QChar placeMark(u'\u00a4');

inline core::JsonPlace takeMark(QString &text)
{
    const qsizetype at = text.indexOf(placeMark);
    if (at < 0)
        return {};
    const QStringView before = QStringView(text).first(at);
    const core::JsonPlace place{static_cast<qint32>(before.count(u'\n') + 1),
                                static_cast<qint32>(before.size() - before.lastIndexOf(u'\n'))};
    text.remove(at, 1);
    return place;
}

inline QString describe(const core::Diagnostics &diagnostics)
{
    QStringList lines;
    for (const core::Diagnostic &d : diagnostics)
        lines.append(u"%1 %2 object %3 property '%4' pointer '%5' %6:%7 %8"_s.arg(core::severityName(d.severity), d.code)
                         .arg(d.object.value_or(-1))
                         .arg(d.property, d.pointer)
                         .arg(d.line)
                         .arg(d.column)
                         .arg(d.message));
    return u'\n' + lines.join(u'\n');
}

/// Descriptions that the tests know: capability msg with greet (a request with a schema), note (a plain event) and raw (not JSON).
inline const capability::Capabilities &capabilities()
{
    static const capability::Capabilities known = [] {
        capability::Capabilities result;
        const auto added = result.add(R"({
            "asyncapi": "3.0.0", "info": {"title": "test", "version": "1"},
            "channels": {"msg": {"address": "msg", "messages": {
                "greet": {"name": "greet", "payload": {"type": "object", "required": ["text"], "additionalProperties": false,
                    "properties": {"text": {"type": "string", "minLength": 2}, "attempt": {"type": "integer", "maximum": 10}}}},
                "greeted": {"name": "greeted"},
                "note": {"name": "note", "payload": {"type": "object"}},
                "list": {"name": "list", "payload": {"type": "object",
                    "properties": {"items": {"type": "array", "items": {"type": ["integer", "null"]}}, "free": {"minLength": 9}},
                    "additionalProperties": {"additionalProperties": {"minLength": 9}}}},
                "raw": {"name": "raw", "contentType": "text/plain"}}}},
            "operations": {
                "greet": {"action": "receive", "channel": {"$ref": "#/channels/msg"},
                    "messages": [{"$ref": "#/channels/msg/messages/greet"}],
                    "reply": {"messages": [{"$ref": "#/channels/msg/messages/greeted"}]}},
                "note": {"action": "receive", "channel": {"$ref": "#/channels/msg"},
                    "messages": [{"$ref": "#/channels/msg/messages/note"}, {"$ref": "#/channels/msg/messages/list"},
                                 {"$ref": "#/channels/msg/messages/raw"}]}}})");
        if (!added)
            qFatal("%s %s", qPrintable(added.error().message), qPrintable(added.error().detail));
        return result;
    }();
    return known;
}

inline core::Diagnostics validate(const QString &text, const core::Dialect &dialect = {})
{
    static const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const scenario::ReadResult read = scenario::readScenario(text.toUtf8());
    if (!read.scenario)
        return read.diagnostics;
    return scenario::Validator(catalogue, capabilities(), dialect).validate(*read.scenario);
}

/// The text must have exactly this finding.
inline void mustFind(QString text, const Expected &expected)
{
    const core::JsonPlace place = takeMark(text);
    const core::Diagnostics found = validate(text);
    QVERIFY2(found.size() == 1, qPrintable(describe(found)));
    const core::Diagnostic &d = found.first();
    core::Diagnostic wanted{expected.severity, expected.code, d.message, {}, expected.property, expected.pointer, place.line, place.column};
    if (expected.object >= 0)
        wanted.object = expected.object;
    QVERIFY2(d == wanted, qPrintable(describe({d, wanted})));
    QVERIFY(!d.message.isEmpty());
    QVERIFY2(!d.message.contains(u'%'), qPrintable(d.message));
}

inline void mustBeClean(const QString &text)
{
    const core::Diagnostics found = validate(text);
    QVERIFY2(found.isEmpty(), qPrintable(describe(found)));
}

/// Columns of a table of rules: a text with one finding, the corrected text, the finding.
inline void ruleColumns()
{
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("good");
    QTest::addColumn<signalbox::test::Expected>("expected");
}

inline void checkRule()
{
    QFETCH(const QString, bad);
    QFETCH(const QString, good);
    QFETCH(const signalbox::test::Expected, expected);
    mustFind(bad, expected);
    if (!QTest::currentTestFailed())
        mustBeClean(good);
}

inline Expected error(const QString &code, qint64 object, const QString &property, const QString &pointer)
{
    return {core::Severity::Error, code, object, property, pointer};
}

inline Expected warning(const QString &code, qint64 object, const QString &property, const QString &pointer)
{
    return {core::Severity::Warning, code, object, property, pointer};
}

} // namespace signalbox::test
