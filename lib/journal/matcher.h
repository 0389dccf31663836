// SPDX-License-Identifier: GPL-3.0-or-later
// Decides what of a filter holds for the texts of messages. Not for their kind and connection, which a search looks at first. Internal to
// lib/journal.
#pragma once

#include "journal/block.h"
#include "journal/filter.h"
#include "journal/jsonpath.h"
#include "journal/textfinder.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace signalbox::journal {

class Matcher final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::journal::Matcher)

public:
    /// Steps that an expression may take on one message (LIMIT_MATCH of PCRE2), and bytes of a message that it sees.
    static constexpr int mostSteps = 500'000;
    static constexpr qsizetype mostBytes = 4 * 1024 * 1024;

    /// Errors: filter.expression, filter.path.
    static core::Result<Matcher> of(const Filter &filter);

    enum class Verdict : quint8 { No, Yes, GaveUp };
    Verdict matches(QByteArrayView text, Kind kind) const;

    /// Whether a whole block is searched at once, by next().
    bool isByBlock() const { return m_finder.has_value(); }
    /// The first message from index on that matches, or the block's count.
    qsizetype next(const BlockView &block, qsizetype index) const;

private:
    bool matchesPath(QByteArrayView payload) const;
    bool isWanted(const core::Json &node) const;

    Filter m_filter;
    std::optional<TextFinder> m_finder;
    QRegularExpression m_expression;
    std::optional<JsonPath> m_path;
    QList<TextFinder> m_keys;          ///< of the path, in quotation marks
    std::optional<core::Json> m_value; ///< the wanted value as JSON, where it is that
};

} // namespace signalbox::journal
