// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenariosearch.h"

#include "scenario/componentcodes.h"
#include "scenario/notes.h"

#include <QCoreApplication>

namespace signalbox::scenario {

using core::Json;
using core::JsonMember;
using core::pointerToken;
using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ScenarioSearch)
};

/// Put before a pattern: how many steps it may take on one line (PCRE2's default is ten million, which takes a second).
constexpr QLatin1StringView stepLimit("(*LIMIT_MATCH=200000)");
constexpr qsizetype before = 60; // characters of a long line that stand before the occurrence

/// The line as a hit shows it.
void showLine(SearchHit &hit, QStringView line, qsizetype at, qsizetype length)
{
    qsizetype from = 0;
    while (from < at && line.at(from).isSpace())
        ++from;
    qsizetype end = line.size();
    while (end > at + length && line.at(end - 1).isSpace())
        --end;
    const bool isLong = end - from > ScenarioSearch::longestLine;
    if (isLong && at - from > before)
        from = at - before;
    if (isLong)
        end = std::min(end, from + ScenarioSearch::longestLine);
    // Half of a character outside the basic plane is none.
    if (from > 0 && line.at(from).isLowSurrogate())
        ++from;
    if (end < line.size() && line.at(end).isLowSurrogate())
        --end;
    hit.line = line.sliced(from, end - from).toString();
    hit.line.replace(u'\t', u' ');
    hit.at = at - from;
    hit.length = std::min(length, end - at);
}

} // namespace

/// Over one document.
struct ScenarioSearch::Pass {
    const ScenarioSearch &search;
    qsizetype limit;
    const std::stop_token &stop;
    SearchResult result = {};
    SearchHit spot = {};

    bool isOver() const { return result.isCut || result.isCancelled; }

    void begin(SearchPlace place, std::optional<qint64> object = {})
    {
        spot = {};
        spot.place = place;
        spot.object = object;
    }

    void text(const QString &text, const QString &pointer)
    {
        qsizetype from = 0;
        while (from <= text.size() && !isOver()) {
            if (stop.stop_requested()) {
                result.isCancelled = true;
                return;
            }
            const qsizetype lineEnd = text.indexOf(u'\n', from);
            const qsizetype end = lineEnd < 0 ? text.size() : lineEnd;
            const QStringView line = QStringView(text).sliced(from, end - from);
            search.eachMatch(line, [&](qsizetype at, qsizetype length) {
                result.isCut = result.hits.size() >= limit;
                if (result.isCut)
                    return false;
                SearchHit hit = spot;
                hit.pointer = pointer;
                showLine(hit, line, at, length);
                result.hits.append(std::move(hit));
                return true;
            });
            from = end + 1;
        }
    }

    /// Every string in the value; readers limit its depth.
    void strings(const Json &value, const QString &pointer)
    {
        if (isOver())
            return;
        if (value.isString())
            return text(value.toString(), pointer);
        for (qsizetype i = 0; i < value.items().size(); ++i)
            strings(value.at(i), pointer + u'/' + QString::number(i));
        for (const JsonMember &member : value.members())
            strings(member.value, pointer + u'/' + pointerToken(member.key));
    }

    void document(const Scenario &scenario)
    {
        begin(SearchPlace::Document);
        text(scenario.code(), u"/code"_s);
        text(scenario.name(), u"/name"_s);
    }

    void object(const Json &object, const QString &pointer, const catalogue::Catalogue &catalogue)
    {
        begin(SearchPlace::Name, object[code::id].toInt());
        strings(object[code::name], pointer + u"/name"_s);
        spot.place = SearchPlace::Component;
        if (const catalogue::ComponentType *type = catalogue.find(object[code::type].toInt().value_or(-1)))
            text(catalogue::translated(type->title), pointer + u'/' + code::type.toString());
        spot.place = SearchPlace::Property;
        for (const JsonMember &member : object.members()) {
            if (isOver())
                return;
            if (member.key == code::name)
                continue;
            spot.property = member.key;
            strings(member.value, pointer + u'/' + pointerToken(member.key));
        }
    }

    void variables(const Scenario &scenario)
    {
        begin(SearchPlace::Variable);
        const QString pointer = scenario.scriptPointer() + u'/' + code::variables.toString() + u'/';
        const QList<Variable> all = scenario.variables();
        for (const Variable &variable : all)
            text(variable.name, pointer + QString::number(variable.index) + u"/name"_s);
        strings(scenario.initialVariables(), u"/opts/"_s + code::variables.toString());
    }

    void notes(const Scenario &scenario)
    {
        begin(SearchPlace::Note);
        const QString pointer = u'/' + code::extension.toString() + u"/notes/"_s;
        const QList<Note> all = readNotes(scenario).notes;
        for (const Note &note : all) {
            spot.note = note.id;
            text(note.text, pointer + QString::number(note.position) + u"/text"_s);
        }
    }
};

ScenarioSearch::ScenarioSearch(const SearchQuery &query, QRegularExpression pattern)
    : m_text(query.text), m_case(query.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive)
{
    if (query.isRegularExpression)
        m_pattern = std::move(pattern);
}

core::Result<ScenarioSearch> ScenarioSearch::compile(const SearchQuery &query)
{
    if (query.text.isEmpty())
        return core::fail(u"search.empty"_s, Text::tr("There is no text to search for. Type one."));
    if (query.text.size() > longestQuery)
        return core::fail(u"search.too_long"_s,
                          Text::tr("The text to search for is longer than %1 characters. Shorten it.").arg(longestQuery));
    QRegularExpression pattern;
    if (query.isRegularExpression) {
        QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
        options.setFlag(QRegularExpression::CaseInsensitiveOption, !query.isCaseSensitive);
        if (const QRegularExpression written(query.text, options); !written.isValid()) {
            return core::fail(u"search.bad_pattern"_s, Text::tr("The regular expression is wrong at character %1: %2.")
                                                           .arg(written.patternErrorOffset() + 1)
                                                           .arg(written.errorString()));
        }
        pattern = QRegularExpression(stepLimit + query.text, options);
        pattern.optimize();
    }
    return ScenarioSearch(query, std::move(pattern));
}

void ScenarioSearch::eachMatch(QStringView line, const std::function<bool(qsizetype at, qsizetype length)> &found) const
{
    if (!m_pattern) {
        qsizetype at = line.indexOf(m_text, 0, m_case);
        while (at >= 0 && found(at, m_text.size()))
            at = line.indexOf(m_text, at + m_text.size(), m_case);
        return;
    }
    QRegularExpressionMatchIterator matches = m_pattern->globalMatch(line.toString());
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0 && !found(match.capturedStart(), match.capturedLength()))
            return;
    }
}

SearchResult ScenarioSearch::search(const Scenario &scenario, const catalogue::Catalogue &catalogue, qsizetype limit,
                                    const std::stop_token &stop) const
{
    Pass pass{*this, limit, stop};
    pass.document(scenario);
    const QString pointer = scenario.scriptPointer() + u'/' + code::objects.toString() + u'/';
    for (qsizetype i = 0; i < scenario.objectCount() && !pass.isOver(); ++i)
        pass.object(scenario.object(i), pointer + QString::number(i), catalogue);
    pass.variables(scenario);
    pass.notes(scenario);
    return std::move(pass.result);
}

} // namespace signalbox::scenario
