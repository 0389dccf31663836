// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/filter.h"

#include "journal/jsonpath.h"
#include "journal/matcher.h"

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// Fills in "/pattern/flags"; false for what is none, such as a path of a URL that is being typed.
bool readExpression(const QString &text, Filter &filter)
{
    const qsizetype end = text.lastIndexOf(u'/');
    const QStringView flags = QStringView(text).sliced(end + 1);
    if (end < 2 || !std::all_of(flags.begin(), flags.end(), [](QChar c) { return u"ims"_s.contains(c); }))
        return false;
    filter.mode = Filter::Mode::Expression;
    filter.text = text.mid(1, end - 1);
    filter.caseSensitive = !flags.contains(u'i');
    filter.multiLine = flags.contains(u'm');
    filter.dotMatchesAll = flags.contains(u's');
    return true;
}

core::Result<Filter> readPath(const QString &text)
{
    Filter filter;
    filter.mode = Filter::Mode::Path;
    qsizetype end = 0;
    const auto path = JsonPath::parseStart(text, end);
    if (!path)
        return tl::unexpected(path.error());
    filter.text = text.left(end);
    const QString rest = text.mid(end).trimmed();
    if (rest.isEmpty())
        return filter;
    if (!rest.startsWith(u'=')) // says what is wrong and where
        return tl::unexpected(JsonPath::parse(text).error());
    QString value = rest.mid(1).trimmed();
    filter.value = value;
    return filter;
}

} // namespace

core::Result<Filter> Filter::parse(const QString &bar)
{
    QString text = bar.trimmed();
    Filter filter;
    if (text.isEmpty())
        return filter;
    if (text.startsWith("$."_L1) || text.startsWith("$["_L1)) {
        auto path = readPath(text);
        if (!path)
            return path;
        filter = *path;
    } else if (!text.startsWith(u'/') || !readExpression(text, filter)) {
        if (text.size() > 1 && text[0] == u'\\' && (text[1] == u'/' || text[1] == u'$' || text[1] == u'\\'))
            text.remove(0, 1);
        filter.mode = Mode::Text;
        filter.text = text;
    }
    if (const auto matcher = Matcher::of(filter); !matcher)
        return tl::unexpected(matcher.error());
    return filter;
}

bool Filter::isEmpty() const
{
    return mode == Mode::Everything && connections.isEmpty() && controls && !pinnedOnly;
}

} // namespace signalbox::journal
