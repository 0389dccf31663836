// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/matcher.h"

#include "core/jsonreader.h"

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// ["method", body]: its body, else null.
const core::Json *bodyOf(const core::Json &root)
{
    return root.isArray() && root.size() == 2 && root.at(0).isString() ? &root.at(1) : nullptr;
}

} // namespace

core::Result<Matcher> Matcher::of(const Filter &filter)
{
    Matcher matcher;
    matcher.m_filter = filter;
    switch (filter.mode) {
    case Filter::Mode::Everything:
        break;
    case Filter::Mode::Text:
        matcher.m_finder.emplace(filter.text, filter.caseSensitive);
        break;
    case Filter::Mode::Expression: {
        QRegularExpression::PatternOptions options = QRegularExpression::DontCaptureOption;
        options.setFlag(QRegularExpression::CaseInsensitiveOption, !filter.caseSensitive);
        options.setFlag(QRegularExpression::MultilineOption, filter.multiLine);
        options.setFlag(QRegularExpression::DotMatchesEverythingOption, filter.dotMatchesAll);
        // The pattern alone first: its faults are then at the places that a person sees.
        const QRegularExpression plain(filter.text, options);
        if (!plain.isValid()) {
            return core::fail(u"filter.expression"_s,
                              tr("Regular expression, character %1: %2.").arg(plain.patternErrorOffset() + 1).arg(plain.errorString()));
        }
        matcher.m_expression = QRegularExpression(u"(*LIMIT_MATCH=%1)"_s.arg(mostSteps) + filter.text, options);
        if (!matcher.m_expression.isValid())
            matcher.m_expression = plain;
        matcher.m_expression.optimize();
        break;
    }
    case Filter::Mode::Path: {
        auto path = JsonPath::parse(filter.text);
        if (!path)
            return tl::unexpected(path.error());
        for (const QString &key : path->keys()) {
            if (!key.isEmpty())
                matcher.m_keys.append(TextFinder(QString::fromUtf8(core::Json(key).toCompact()), true));
        }
        matcher.m_path = std::move(*path);
        if (filter.value) {
            if (auto value = core::readJson(filter.value->toUtf8()))
                matcher.m_value = std::move(*value);
        }
        break;
    }
    }
    return matcher;
}

Matcher::Verdict Matcher::matches(QByteArrayView text, Kind kind) const
{
    const auto verdict = [](bool holds) {
        return holds ? Verdict::Yes : Verdict::No;
    };
    switch (m_filter.mode) {
    case Filter::Mode::Everything:
        return Verdict::Yes;
    case Filter::Mode::Text:
        return verdict(m_finder->find(text) >= 0);
    case Filter::Mode::Expression: {
        const auto match = m_expression.match(QString::fromUtf8(text.first(std::min(text.size(), mostBytes))));
        return match.isValid() ? verdict(match.hasMatch()) : Verdict::GaveUp;
    }
    case Filter::Mode::Path:
        return verdict(matchesPath(text.sliced(payloadPlace(text, kind))));
    }
    return Verdict::No;
}

bool Matcher::matchesPath(QByteArrayView payload) const
{
    if (payload.isEmpty())
        return false;
    // Reading JSON is what takes the time: a text without the names cannot have the members, unless it spells them with escapes.
    const bool hasEscapes = payload.indexOf("\\u") >= 0;
    if (!hasEscapes && !std::all_of(m_keys.begin(), m_keys.end(), [&](const TextFinder &key) { return key.find(payload) >= 0; }))
        return false;
    const auto root = core::readJson(payload);
    if (!root)
        return false;
    const auto holds = [this](const core::Json &json) {
        const auto nodes = m_path->select(json);
        return std::any_of(nodes.begin(), nodes.end(), [this](const core::Json *node) { return isWanted(*node); });
    };
    // A name has no meaning for the array that a frame is: such a path means the frame's body.
    const core::Json *body = m_path->beginsWithMember() ? bodyOf(*root) : nullptr;
    return holds(body ? *body : *root);
}

bool Matcher::isWanted(const core::Json &node) const
{
    if (!m_filter.value)
        return true;
    if (node.isString())
        return node.toString() == *m_filter.value || (m_value && *m_value == node);
    if (!m_value)
        return false;
    return node.isNumber() && m_value->isNumber() ? node.toDouble() == m_value->toDouble() : node == *m_value;
}

qsizetype Matcher::next(const BlockView &block, qsizetype index) const
{
    qsizetype at = index < block.count() ? block.begin(index) : block.texts().size();
    while ((at = m_finder->find(block.texts(), at)) >= 0) {
        const qsizetype found = block.indexAt(at);
        if (at + m_finder->size() <= block.end(found))
            return found;
        ++at; // begins in one message and ends in the next
    }
    return block.count();
}

} // namespace signalbox::journal
