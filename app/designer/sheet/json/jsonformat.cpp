// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/jsonformat.h"

#include "expression/template.h"

#include <QHash>

namespace signalbox::designer {

namespace {

/// The tokens of a text: strings, brackets, commas, colons, and whatever else stands together.
QList<QStringView> tokensOf(const QString &text, const expression::SlotOf &slotOf)
{
    QHash<qsizetype, qsizetype> variables; // length by place
    if (slotOf) {
        const expression::Template parsed(text, slotOf);
        for (const expression::VariableUse &use : parsed.variables())
            variables.insert(use.column - 1, use.length);
    }
    QList<QStringView> tokens;
    const QStringView all(text);
    qsizetype at = 0;
    while (at < all.size()) {
        const QChar c = all.at(at);
        qsizetype end = at + 1;
        if (c.isSpace()) {
            ++at;
            continue;
        }
        if (c == u'"') {
            while (end < all.size() && all.at(end) != u'"')
                end += all.at(end) == u'\\' ? 2 : 1;
            end = std::min(end + 1, all.size());
        } else if (const auto variable = variables.constFind(at); variable != variables.constEnd()) {
            end = at + *variable;
        } else if (!QStringView(u"{}[],:").contains(c)) {
            while (end < all.size() && !all.at(end).isSpace() && !QStringView(u"{}[],:\"").contains(all.at(end)))
                ++end;
        }
        tokens.append(all.sliced(at, end - at));
        at = end;
    }
    return tokens;
}

bool opens(QStringView token)
{
    return token == u"{" || token == u"[";
}

bool closes(QStringView token)
{
    return token == u"}" || token == u"]";
}

} // namespace

QString prettyJson(const QString &text, const expression::SlotOf &slotOf)
{
    QString result;
    int depth = 0;
    const auto newLine = [&result, &depth] {
        result += u'\n' + QString(2 * std::max(depth, 0), u' ');
    };
    const QList<QStringView> tokens = tokensOf(text, slotOf);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const QStringView token = tokens.at(i);
        const bool isBehindOpening = i > 0 && opens(tokens.at(i - 1));
        if (closes(token)) {
            --depth;
            if (!isBehindOpening)
                newLine();
        } else if (isBehindOpening) {
            newLine();
        }
        result += token;
        if (opens(token))
            ++depth;
        else if (token == u",")
            newLine();
        else if (token == u":")
            result += u' ';
    }
    return result;
}

QString minifiedJson(const QString &text, const expression::SlotOf &slotOf)
{
    QString result;
    for (const QStringView token : tokensOf(text, slotOf))
        result += token;
    return result;
}

} // namespace signalbox::designer
