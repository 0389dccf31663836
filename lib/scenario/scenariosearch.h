// SPDX-License-Identifier: GPL-3.0-or-later
// Finds text in scenarios: names, titles of components, strings in properties (arguments, message bodies, assignments), variables, notes.
// A query is compiled once and searches any number of documents, from any thread. It shows nothing and reads no files.
#pragma once

#include "catalogue/catalogue.h"
#include "core/result.h"
#include "scenario/scenario.h"

#include <QRegularExpression>

#include <functional>
#include <optional>
#include <stop_token>

namespace signalbox::scenario {

struct SearchQuery {
    QString text;
    bool isCaseSensitive = false;
    bool isRegularExpression = false;

    bool operator==(const SearchQuery &) const = default;
};

/// What kind of text it was found in.
enum class SearchPlace : quint8 { Document, Name, Component, Property, Variable, Note };

/// One occurrence; several in one line are several hits.
struct SearchHit {
    SearchPlace place = SearchPlace::Property;
    std::optional<qint64> object; ///< oId; nothing for what is no object's, and for an object without one
    QString property;             ///< code; empty for anything but a property
    QString pointer;              ///< JSON pointer, from the document's root, of the string; of oType for a component's title
    QString line;                 ///< the line of text, without blanks around it, cut around the occurrence where it is long
    qsizetype at = 0;             ///< of the occurrence in line
    qsizetype length = 0;         ///< of the occurrence, as far as line holds it; never 0
    QString note = {};            ///< id; empty for anything but a note

    bool operator==(const SearchHit &) const = default;
};

struct SearchResult {
    QList<SearchHit> hits;    ///< in the document's order: what is the whole document's, objects, variables, notes
    bool isCut = false;       ///< there are more hits than the limit
    bool isCancelled = false; ///< the hits are those until then
};

class ScenarioSearch final
{
public:
    static constexpr qsizetype longestQuery = 1000; ///< characters
    static constexpr qsizetype longestLine = 200;   ///< characters of SearchHit::line

    /// Errors: search.empty, search.too_long, search.bad_pattern (the message names the place in the text).
    static core::Result<ScenarioSearch> compile(const SearchQuery &query);

    /// At most so many hits. Linear in the document's size. A line on which a regular expression takes too many steps has no hit.
    SearchResult search(const Scenario &scenario, const catalogue::Catalogue &catalogue, qsizetype limit,
                        const std::stop_token &stop = {}) const;

    /// Called for each occurrence with its place in the text; stops when it returns false.
    void eachMatch(QStringView line, const std::function<bool(qsizetype at, qsizetype length)> &found) const;

private:
    struct Pass;

    ScenarioSearch(const SearchQuery &query, QRegularExpression pattern);

    QString m_text;
    Qt::CaseSensitivity m_case;
    std::optional<QRegularExpression> m_pattern; // of a regular expression only
};

} // namespace signalbox::scenario
