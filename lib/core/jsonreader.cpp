// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonreader.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <utility>
#include <vector>

// A namespace of its own: jsonschema.cpp compiles the same templates with assertions that throw.
#define RAPIDJSON_NAMESPACE signalbox_rapidjson
#define RAPIDJSON_NAMESPACE_BEGIN namespace RAPIDJSON_NAMESPACE {
#define RAPIDJSON_NAMESPACE_END }
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace signalbox::core {

namespace {

namespace rj = RAPIDJSON_NAMESPACE;
using Pool = rj::MemoryPoolAllocator<>;

QString tr(const char *text)
{
    return QCoreApplication::translate("JsonReader", text);
}

/// A position in the text that only moves forward and knows its line and column.
class Cursor
{
public:
    Cursor(const char *begin, const char *end) : m_at(begin), m_end(end) {}

    /// Past space and punctuation, to the next token's first character.
    void skipToToken()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t' || *m_at == ',' || *m_at == ':' ||
                                *m_at == ']' || *m_at == '}'))
            step();
    }

    void moveTo(const char *to)
    {
        while (m_at < to)
            step();
    }

    /// Past a token: there is no line feed in it.
    void skipTokenTo(const char *to)
    {
        m_place.column += static_cast<qint32>(std::count_if(m_at, to, beginsCharacter));
        m_at = to;
    }

    const char *at() const { return m_at; }
    JsonPlace place() const { return m_place; }

private:
    /// All but the continuation bytes of UTF-8.
    static bool beginsCharacter(char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }

    void step()
    {
        const char byte = *m_at++;
        if (byte == '\n')
            m_place = {m_place.line + 1, 1};
        else if (beginsCharacter(byte))
            ++m_place.column;
    }

    const char *m_at;
    const char *m_end;
    JsonPlace m_place{1, 1};
};

/// The escape of a lone low surrogate in a string's source text, which rapidjson lets pass; null when there is none.
const char *loneLowSurrogate(const char *at, const char *end)
{
    constexpr qsizetype escapeLength = 6; // \uDC00
    bool afterHigh = false;
    while (at < end) {
        if (*at != '\\') {
            afterHigh = false;
            ++at;
            continue;
        }
        if (at[1] != 'u' || end - at < escapeLength) {
            afterHigh = false;
            at += 2;
            continue;
        }
        const uint unit = QByteArrayView(at + 2, 4).toUInt(nullptr, 16);
        if (QChar::isLowSurrogate(unit) && !afterHigh)
            return at;
        afterHigh = QChar::isHighSurrogate(unit);
        at += escapeLength;
    }
    return nullptr;
}

/// Builds the value from rapidjson's events; an event that answers false ends the reading, and problem says why.
class Builder
{
public:
    Builder(const rj::MemoryStream &stream, const JsonLimits &limits) : cursor(stream.src_, stream.end_), m_stream(stream), m_limits(limits)
    {
        m_entries.reserve(messageEntries);
    }

    bool Null() { return value(Json()); }
    bool Bool(bool b) { return value(Json(b)); }

    bool RawNumber(const char *text, rj::SizeType length, bool)
    {
        constexpr rj::SizeType keptLength = 6; // most numbers of a scenario are few and short: they share their text
        constexpr qint64 message = 256;        // a message has too few for that to pay
        if (length > keptLength || m_nodes < message)
            return value(Json::number(QByteArray(text, length)));
        if (m_numbers.empty())
            m_numbers.resize(256);
        size_t slot = length;
        for (rj::SizeType i = 0; i < length; ++i)
            slot = slot * 31 + static_cast<unsigned char>(text[i]);
        QByteArray &kept = m_numbers[slot % m_numbers.size()];
        if (kept != QByteArrayView(text, length))
            kept = QByteArray(text, length);
        return value(Json::number(kept));
    }

    bool String(const char *text, rj::SizeType length, bool)
    {
        cursor.skipToToken();
        return checkSurrogates(text, length) && value(Json(QString::fromUtf8(text, length)));
    }

    bool Key(const char *text, rj::SizeType length, bool)
    {
        cursor.skipToToken();
        if (!checkSurrogates(text, length))
            return false;
        Frame &frame = m_frames.last();
        frame.key = sharedKey(QByteArrayView(text, length));
        frame.keyPlace = cursor.place();
        if (isDuplicate(frame))
            return refuse("json.duplicate_key", tr(QT_TRANSLATE_NOOP("JsonReader", "The key \"%1\" stands here a second time."))
                                                    .arg(frame.key.size() > 64 ? frame.key.left(64) + QChar(0x2026) : frame.key));
        cursor.skipTokenTo(m_stream.src_);
        return true;
    }

    bool StartObject() { return open(true); }
    bool StartArray() { return open(false); }
    bool EndObject(rj::SizeType) { return close(); }
    bool EndArray(rj::SizeType) { return close(); }

    // Required by rapidjson's handler concept; with numbers as strings they never come.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

    /// Ends the reading at the cursor's place.
    bool refuse(const char *code, const QString &message)
    {
        problem =
            Diagnostic{Severity::Error, QString::fromLatin1(code), message, {}, {}, pointer(), cursor.place().line, cursor.place().column};
        return false;
    }

    Cursor cursor;
    Json root;
    std::optional<Diagnostic> problem;

private:
    static constexpr size_t messageEntries = 8; // so that a message's need no second allocation
    static constexpr qsizetype fewKeys = 16;

    /// An object or array that is still open.
    struct Frame {
        bool isObject = false;
        JsonPlace place;
        size_t first = 0; // its entries so far are m_entries from here on
        QString key;      // of the member that is being read
        JsonPlace keyPlace;
        QSet<const QChar *> seen; // keys of a large object
    };

    /// A key's text, the same characters for all equal keys. A message's few keys are looked through, a document's many are hashed.
    QString sharedKey(QByteArrayView text)
    {
        if (m_keys.isEmpty()) {
            for (const QString &key : m_fewKeys) {
                if (QAnyStringView::equal(key, QUtf8StringView(text.data(), text.size())))
                    return key;
            }
            if (m_fewKeys.size() < fewKeys)
                return m_fewKeys.emplace_back(QString::fromUtf8(text));
            for (const QString &key : m_fewKeys)
                m_keys.insert(key.toUtf8(), key);
        }
        auto known = m_keys.constFind(QByteArray::fromRawData(text.data(), text.size()));
        if (known == m_keys.constEnd())
            known = m_keys.insert(text.toByteArray(), QString::fromUtf8(text));
        return *known;
    }

    /// Equal keys share their characters (sharedKey), so that comparing addresses suffices.
    bool isDuplicate(Frame &frame) const
    {
        constexpr size_t small = 24;
        const QChar *const key = frame.key.constData();
        const auto first = m_entries.begin() + static_cast<qsizetype>(frame.first);
        if (m_entries.size() - frame.first < small)
            return std::any_of(first, m_entries.end(), [key](const JsonMember &member) { return member.key.constData() == key; });
        if (frame.seen.isEmpty()) {
            for (auto member = first; member != m_entries.end(); ++member)
                frame.seen.insert(member->key.constData());
        }
        if (frame.seen.contains(key))
            return true;
        frame.seen.insert(key);
        return false;
    }

    bool checkSurrogates(const char *text, rj::SizeType length)
    {
        // The first byte of what rapidjson makes of any surrogate; only escapes can yield it and another byte behind it over 9f.
        if (!std::memchr(text, 0xed, length))
            return true;
        const char *const lone = loneLowSurrogate(cursor.at(), m_stream.src_);
        if (!lone)
            return true;
        cursor.moveTo(lone);
        return refuse("json.encoding", tr(QT_TRANSLATE_NOOP("JsonReader", "This is half of a surrogate pair; the other half is missing.")));
    }

    bool countNode()
    {
        if (++m_nodes <= m_limits.nodes)
            return true;
        return refuse("json.too_many_nodes",
                      tr(QT_TRANSLATE_NOOP("JsonReader", "The text holds more than %1 values; that is the limit.")).arg(m_limits.nodes));
    }

    bool value(Json json)
    {
        cursor.skipToToken();
        if (!countNode())
            return false;
        json.setPlace(cursor.place());
        cursor.skipTokenTo(m_stream.src_);
        put(std::move(json));
        return true;
    }

    bool open(bool isObject)
    {
        cursor.skipToToken();
        if (!countNode())
            return false;
        if (m_frames.size() >= m_limits.depth)
            return refuse("json.too_deep",
                          tr(QT_TRANSLATE_NOOP("JsonReader", "Objects and arrays are nested deeper than %1 levels; that is the limit."))
                              .arg(m_limits.depth));
        Frame frame;
        frame.isObject = isObject;
        frame.place = cursor.place();
        frame.first = m_entries.size();
        m_frames.append(std::move(frame));
        cursor.moveTo(cursor.at() + 1); // rapidjson has not taken the bracket yet
        return true;
    }

    bool close()
    {
        const Frame frame = std::move(m_frames.last());
        m_frames.removeLast();
        const auto first = m_entries.begin() + static_cast<qsizetype>(frame.first);
        const auto count = static_cast<qsizetype>(m_entries.size() - frame.first);
        Json json;
        if (frame.isObject) {
            json = Json(QList<JsonMember>(std::make_move_iterator(first), std::make_move_iterator(m_entries.end())));
        } else {
            QList<Json> items;
            items.reserve(count);
            for (auto entry = first; entry != m_entries.end(); ++entry)
                items.append(std::move(entry->value));
            json = Json(std::move(items));
        }
        m_entries.erase(first, m_entries.end());
        json.setPlace(frame.place);
        put(std::move(json));
        return true;
    }

    void put(Json json)
    {
        if (m_frames.isEmpty())
            root = std::move(json);
        else
            m_entries.push_back(JsonMember{std::move(m_frames.last().key), std::move(json), m_frames.last().keyPlace});
    }

    QString pointer() const
    {
        QString text;
        for (qsizetype i = 0; i < m_frames.size(); ++i) {
            const Frame &frame = m_frames[i];
            const size_t end = i + 1 < m_frames.size() ? m_frames[i + 1].first : m_entries.size();
            if (!frame.isObject)
                text += u'/' + QString::number(end - frame.first);
            else if (!frame.key.isNull())
                text += u'/' + pointerToken(frame.key);
        }
        return text;
    }

    const rj::MemoryStream &m_stream;
    const JsonLimits &m_limits;
    qint64 m_nodes = 0;
    QVarLengthArray<Frame, 8> m_frames;
    std::vector<JsonMember> m_entries; // of all open objects and arrays, the outermost's first; an array's have no key
    std::vector<QByteArray> m_numbers;
    QVarLengthArray<QString, fewKeys> m_fewKeys; // every key once, until they are many
    QHash<QByteArray, QString> m_keys;           // then here
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What is wrong, in words; at is the place of the fault, in front of end or at it.
QString syntaxMessage(rj::ParseErrorCode code, const char *begin, const char *at, const char *end)
{
    if (at == end)
        return tr(QT_TRANSLATE_NOOP("JsonReader", "The text ends before the value is complete."));
    if (at > begin && at[-1] == '0' && isDigit(*at))
        return tr(QT_TRANSLATE_NOOP("JsonReader", "A number must not begin with a zero."));
    switch (code) {
    case rj::kParseErrorDocumentRootNotSingular:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "There is more text behind the value; remove it."));
    case rj::kParseErrorObjectMissName:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "A key in double quotes is expected here."));
    case rj::kParseErrorObjectMissColon:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "A colon is expected here, behind the key."));
    case rj::kParseErrorObjectMissCommaOrCurlyBracket:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "A comma or } is expected here."));
    case rj::kParseErrorArrayMissCommaOrSquareBracket:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "A comma or ] is expected here."));
    case rj::kParseErrorStringUnicodeEscapeInvalidHex:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "Four hexadecimal digits must follow \\u."));
    case rj::kParseErrorStringMissQuotationMark: // a NUL, which rapidjson takes for the end
        return tr(QT_TRANSLATE_NOOP("JsonReader", "A control character in a string must be written as an escape, such as \\n or \\u0000."));
    case rj::kParseErrorStringEscapeInvalid:
        if (*at == '\\')
            return tr(QT_TRANSLATE_NOOP("JsonReader", "There is no such escape; a backslash itself is written \\\\."));
        return tr(QT_TRANSLATE_NOOP("JsonReader", "A control character in a string must be written as an escape, such as \\n or \\u0000."));
    case rj::kParseErrorNumberMissFraction:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "Digits must follow the decimal point."));
    case rj::kParseErrorNumberMissExponent:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "Digits must follow the exponent's e."));
    default:
        return tr(QT_TRANSLATE_NOOP("JsonReader", "A JSON value is expected here."));
    }
}

void describe(Builder &builder, const rj::ParseResult &result, QByteArrayView text)
{
    if (builder.problem)
        return;
    const char *const at = text.begin() + result.Offset();
    builder.cursor.moveTo(at);
    switch (result.Code()) {
    case rj::kParseErrorDocumentEmpty:
        if (at == text.end()) {
            builder.refuse("json.empty", tr(QT_TRANSLATE_NOOP("JsonReader", "The text is empty; a JSON value is expected.")));
            return;
        }
        break;
    case rj::kParseErrorStringUnicodeSurrogateInvalid:
        builder.refuse("json.encoding",
                       tr(QT_TRANSLATE_NOOP("JsonReader", "This is half of a surrogate pair; the other half is missing.")));
        return;
    case rj::kParseErrorStringInvalidEncoding:
        builder.refuse("json.encoding", tr(QT_TRANSLATE_NOOP("JsonReader", "The text is not valid UTF-8 here.")));
        return;
    case rj::kParseErrorNumberTooBig:
        builder.refuse("json.too_large", tr(QT_TRANSLATE_NOOP("JsonReader", "This number is too large; numbers go up to 1.8e308.")));
        return;
    default:
        break;
    }
    builder.refuse("json.syntax", syntaxMessage(result.Code(), text.begin(), at, text.end()));
}

} // namespace

tl::expected<Json, Diagnostic> readJson(QByteArrayView source, const JsonLimits &limits)
{
    if (source.size() > limits.bytes) {
        Diagnostic tooLarge;
        tooLarge.code = QStringLiteral("json.too_large");
        tooLarge.message =
            tr(QT_TRANSLATE_NOOP("JsonReader", "The text has %1 bytes; at most %2 are read.")).arg(source.size()).arg(limits.bytes);
        return tl::unexpected(tooLarge);
    }
    const QByteArrayView text = source.startsWith("\xef\xbb\xbf") ? source.sliced(3) : source;
    rj::MemoryStream stream(text.data(), static_cast<size_t>(text.size()));
    Builder builder(stream, limits);
    alignas(std::max_align_t) std::array<char, 2048> space{}; // most texts need no more, and no allocation
    Pool pool(space.data(), space.size());
    rj::GenericReader<rj::UTF8<>, rj::UTF8<>, Pool> reader(&pool, space.size() / 4);
    // It recurses, but no deeper than the builder lets it.
    constexpr unsigned flags = rj::kParseNumbersAsStringsFlag;
    const rj::ParseResult result = text.isValidUtf8() ? reader.Parse<flags>(stream, builder) // Qt checks it much faster
                                                      : reader.Parse<flags | rj::kParseValidateEncodingFlag>(stream, builder);
    if (result.IsError()) {
        describe(builder, result, text);
    } else if (stream.src_ != text.end()) { // rapidjson takes a NUL for the end
        builder.cursor.moveTo(stream.src_);
        builder.refuse("json.syntax", syntaxMessage(rj::kParseErrorDocumentRootNotSingular, text.begin(), stream.src_, text.end()));
    }
    if (builder.problem)
        return tl::unexpected(*builder.problem);
    return std::move(builder.root);
}

} // namespace signalbox::core
