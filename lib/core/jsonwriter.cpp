// SPDX-License-Identifier: GPL-3.0-or-later
// Json's text: compact, and the canonical form with indentation.
#include "core/json.h"

#include <algorithm>

namespace signalbox::core {

namespace {

void writeString(QByteArray &out, const QString &text)
{
    out.append('"');
    qsizetype from = 0;
    bool ascii = true;
    const auto flush = [&](qsizetype to) {
        const QStringView run = QStringView(text).sliced(from, to - from);
        if (!ascii) {
            out.append(run.toUtf8());
            return;
        }
        const qsizetype at = out.size();
        out.resize(at + run.size());
        std::transform(run.begin(), run.end(), out.begin() + at, [](QChar c) { return static_cast<char>(c.unicode()); });
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0x20 && c != u'"' && c != u'\\') {
            ascii = ascii && c < 0x80;
            continue;
        }
        flush(i);
        ascii = true;
        from = i + 1;
        switch (c) {
        case u'"':
            out.append("\\\"");
            break;
        case u'\\':
            out.append("\\\\");
            break;
        case u'\b':
            out.append("\\b");
            break;
        case u'\f':
            out.append("\\f");
            break;
        case u'\n':
            out.append("\\n");
            break;
        case u'\r':
            out.append("\\r");
            break;
        case u'\t':
            out.append("\\t");
            break;
        default:
            out.append("\\u00").append(QByteArray::number(c, 16).rightJustified(2, '0'));
        }
    }
    flush(text.size());
    out.append('"');
}

/// Writes compact text, or with indentation from level on.
class Writer
{
public:
    explicit Writer(bool pretty) : m_pretty(pretty) { text.reserve(messageSize); }

    void write(const Json &json, int level)
    {
        switch (json.type()) {
        case Json::Type::Null:
            text.append("null");
            break;
        case Json::Type::Bool:
            text.append(json.toBool() ? "true" : "false");
            break;
        case Json::Type::Number:
            text.append(json.numberText());
            break;
        case Json::Type::String:
            writeString(text, json.toString());
            break;
        case Json::Type::Array:
            block('[', ']', json.items(), level, [&](const Json &item) { write(item, level + 1); });
            break;
        case Json::Type::Object:
            block('{', '}', json.members(), level, [&](const JsonMember &member) {
                writeString(text, member.key);
                text.append(m_pretty ? ": " : ":");
                write(member.value, level + 1);
            });
            break;
        }
    }

    QByteArray text;

private:
    static constexpr qsizetype messageSize = 128; // of most messages: they are written without a second allocation

    template <typename T, typename Each>
    void block(char open, char close, const QList<T> &list, int level, const Each &each)
    {
        text.append(open);
        bool first = true;
        for (const T &entry : list) {
            if (!first)
                text.append(',');
            first = false;
            newLine(level + 1);
            each(entry);
        }
        if (!first)
            newLine(level);
        text.append(close);
    }

    void newLine(int level)
    {
        if (m_pretty)
            text.append('\n').append(qsizetype{2} * level, ' ');
    }

    bool m_pretty;
};

} // namespace

QByteArray Json::toCompact() const
{
    Writer writer(false);
    writer.write(*this, 0);
    return writer.text;
}

QByteArray Json::toPretty() const
{
    Writer writer(true);
    writer.write(*this, 0);
    return writer.text.append('\n');
}

} // namespace signalbox::core
