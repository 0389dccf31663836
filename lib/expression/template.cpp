// SPDX-License-Identifier: GPL-3.0-or-later
#include "expression/template.h"

#include "core/json.h"

namespace signalbox::expression {

namespace {

/// As it stands between the quotes of a JSON string.
QString escaped(const QString &text)
{
    const QByteArray quoted = core::Json(text).toCompact();
    return QString::fromUtf8(quoted.mid(1, quoted.size() - 2));
}

} // namespace

Template::Template(const QString &text, const SlotOf &slotOf, bool escapes) : m_escapes(escapes)
{
    qsizetype literalFrom = 0;
    qsizetype open = text.indexOf(u'[');
    while (open >= 0) {
        qsizetype end = open + 1;
        while (end < text.size() && text[end] != u'[' && text[end] != u']')
            ++end;
        if (end == text.size())
            break;
        if (text[end] == u'[') { // only the innermost bracket can hold a name
            open = end;
            continue;
        }
        const QStringView name = QStringView(text).sliced(open + 1, end - open - 1);
        if (const int slot = name.isEmpty() ? -1 : slotOf(name); slot >= 0) {
            m_pieces.append({text.sliced(literalFrom, open - literalFrom), slot, static_cast<int>(m_variables.size())});
            m_variables.append({name.toString(), static_cast<int>(open) + 1, static_cast<int>(end - open) + 1});
            literalFrom = end + 1;
        }
        open = text.indexOf(u'[', end + 1);
    }
    if (literalFrom < text.size())
        m_pieces.append({text.sliced(literalFrom), -1, -1});
}

QString Template::evaluate(const Environment &environment) const
{
    QString text;
    for (const Piece &piece : m_pieces) {
        text += piece.literal;
        if (piece.slot >= 0)
            text += m_escapes ? escaped(environment.variable(piece.slot).toText()) : environment.variable(piece.slot).toText();
    }
    return text;
}

QString Template::render(const std::function<QString(const VariableUse &)> &textOf) const
{
    QString text;
    for (const Piece &piece : m_pieces) {
        text += piece.literal;
        if (piece.use >= 0)
            text += textOf(m_variables[piece.use]);
    }
    return text;
}

} // namespace signalbox::expression
