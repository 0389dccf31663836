// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/jsonpath.h"

namespace signalbox::journal {

using namespace Qt::StringLiterals;

class JsonPath::Parser final
{
public:
    explicit Parser(QStringView text) : m_text(text) {}

    core::Result<JsonPath> parse(qsizetype &end)
    {
        if (!take(u'$'))
            return wrong(tr("a path begins with $"));
        JsonPath path;
        while (m_at < m_text.size() && (m_text[m_at] == u'.' || m_text[m_at] == u'[')) {
            const bool isMember = take(u'.');
            const auto step = isMember ? name() : bracket();
            if (!step)
                return tl::unexpected(step.error());
            if (path.m_steps.isEmpty())
                path.m_beginsWithMember = isMember || std::holds_alternative<QString>(*step);
            if (const auto *key = std::get_if<QString>(&*step))
                path.m_keys.append(*key);
            path.m_steps.append(*step);
        }
        end = m_at;
        return path;
    }

    tl::unexpected<core::Error> wrong(const QString &what) const
    {
        return core::fail(u"filter.path"_s, tr("JSON path, character %1: %2.").arg(m_at + 1).arg(what));
    }

private:
    bool take(QChar c)
    {
        const bool there = m_at < m_text.size() && m_text[m_at] == c;
        m_at += there ? 1 : 0;
        return there;
    }

    core::Result<Step> name()
    {
        if (take(u'*'))
            return Any{};
        const qsizetype from = m_at;
        while (m_at < m_text.size() &&
               (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_' || m_text[m_at] == u'-' || m_text[m_at].isSurrogate()))
            ++m_at;
        if (m_at == from)
            return wrong(tr("a name is expected; write others than letters, digits, _ and - as ['name']"));
        return m_text.sliced(from, m_at - from).toString();
    }

    core::Result<Step> bracket()
    {
        ++m_at;
        core::Result<Step> step = Any{};
        if (!take(u'*'))
            step = m_at < m_text.size() && (m_text[m_at] == u'\'' || m_text[m_at] == u'"') ? quoted(m_text[m_at++]) : number();
        if (step && !take(u']'))
            return wrong(tr("] is expected"));
        return step;
    }

    core::Result<Step> quoted(QChar quote)
    {
        QString key;
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == quote) {
                ++m_at;
                return key;
            }
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            key += m_text[m_at];
        }
        return wrong(tr("the quotation mark %1 has no end").arg(quote));
    }

    core::Result<Step> number()
    {
        const qsizetype from = m_at;
        take(u'-');
        while (m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
            ++m_at;
        bool ok = false;
        const int index = m_text.sliced(from, m_at - from).toInt(&ok);
        if (!ok)
            return wrong(tr("a number, * or a name in quotation marks is expected"));
        return qsizetype(index);
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

core::Result<JsonPath> JsonPath::parseStart(QStringView text, qsizetype &end)
{
    return Parser(text).parse(end);
}

core::Result<JsonPath> JsonPath::parse(QStringView text)
{
    qsizetype end = 0;
    Parser parser(text);
    auto path = parser.parse(end);
    if (path && end < text.size())
        return parser.wrong(tr("a dot or [ is expected"));
    return path;
}

QList<const core::Json *> JsonPath::select(const core::Json &root) const
{
    QList<const core::Json *> nodes{&root};
    for (const Step &step : m_steps) {
        QList<const core::Json *> next;
        const auto add = [&next](const core::Json *node) {
            if (node && next.size() < mostNodes)
                next.append(node);
        };
        for (const core::Json *node : std::as_const(nodes)) {
            if (const auto *key = std::get_if<QString>(&step)) {
                add(node->find(*key));
            } else if (const auto *index = std::get_if<qsizetype>(&step)) {
                const QList<core::Json> &items = node->items();
                const qsizetype place = *index < 0 ? items.size() + *index : *index;
                add(place >= 0 && place < items.size() ? &items[place] : nullptr);
            } else {
                for (const core::Json &item : node->items())
                    add(&item);
                for (const core::JsonMember &member : node->members())
                    add(&member.value);
            }
        }
        nodes = std::move(next);
    }
    return nodes;
}

} // namespace signalbox::journal
