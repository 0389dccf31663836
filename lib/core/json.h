// SPDX-License-Identifier: GPL-3.0-or-later
// The document's value: JSON whose members keep their order and whose numbers keep their text, so that what was read is
// written back unchanged. Copies are cheap (implicitly shared). Not a reader (jsonreader.h) and not a schema (jsonschema.h).
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace signalbox::core {

class Json;
struct JsonMember;

/// Where a node begins in its source text: 1-based line and column (in characters); 0 for a node made in memory.
struct JsonPlace {
    qint32 line = 0;
    qint32 column = 0;
};

class Json final
{
public:
    enum class Type : quint8 { Null, Bool, Number, String, Array, Object };

    Json() = default; ///< null
    explicit Json(bool value);
    explicit Json(int value);
    explicit Json(qint64 value);
    explicit Json(double value); ///< shortest text that reads back as the same double; null for NaN and infinities
    explicit Json(QString value);
    explicit Json(QStringView value);
    explicit Json(QList<Json> items);
    explicit Json(QList<JsonMember> members);
    Json(const char *) = delete;

    static Json array(QList<Json> items = {});
    static Json object(QList<JsonMember> members = {});
    /// A number with exactly this text, which must be a valid JSON number (asserted).
    static Json number(QByteArray text);

    Type type() const;
    bool isNull() const { return type() == Type::Null; }
    bool isBool() const { return type() == Type::Bool; }
    bool isNumber() const { return type() == Type::Number; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    bool toBool(bool otherwise = false) const;
    /// The string, or an empty one when this is not a string.
    QString toString() const;
    /// An exact integer (also written 3.0 or 3e0) within 64 bits, else nothing.
    std::optional<qint64> toInt() const;
    std::optional<double> toDouble() const;
    /// A number's own text; empty for other types.
    QByteArray numberText() const;

    // Arrays and objects ----------------------------------------------------------------------------------------------
    /// Number of items or members; 0 for other types.
    qsizetype size() const;
    const QList<Json> &items() const;         ///< empty for anything but an array
    const QList<JsonMember> &members() const; ///< empty for anything but an object
    const Json &at(qsizetype index) const;    ///< a shared null when out of range or not an array
    void append(Json value);                  ///< this must be an array (null becomes one)
    /// The member's value, or nullptr.
    const Json *find(QStringView key) const;
    /// The member's value, or a shared null.
    const Json &operator[](QStringView key) const;
    bool contains(QStringView key) const { return find(key) != nullptr; }
    /// Replaces the member in its place or appends it; this must be an object (null becomes one).
    void set(const QString &key, Json value);
    /// As set, but a new key goes to position index among the members.
    void insert(qsizetype index, const QString &key, Json value);
    void replace(qsizetype index, Json value); ///< item of an array, index in range
    void removeAt(qsizetype index);            ///< item or member, index in range
    bool remove(QStringView key);              ///< true when there was such a member
    qsizetype indexOf(QStringView key) const;  ///< -1 when absent

    /// The node that a JSON pointer (RFC 6901) names, or nullptr.
    const Json *resolve(QStringView pointer) const;

    JsonPlace place() const { return m_place; }
    void setPlace(JsonPlace place) { m_place = place; }

    // Text ------------------------------------------------------------------------------------------------------------
    QByteArray toCompact() const;
    /// Canonical text: two spaces an indentation, one member a line, a final line feed; deterministic.
    QByteArray toPretty() const;

    /// Same value: same members in the same order, numbers with the same text. Places do not count.
    friend bool operator==(const Json &a, const Json &b);

private:
    struct Number {
        QByteArray text;
    };
    std::variant<std::monostate, bool, Number, QString, QList<Json>, QList<JsonMember>> m_value;
    JsonPlace m_place;
};

struct JsonMember {
    QString key;
    Json value;
    JsonPlace place = {}; ///< of the key

    friend bool operator==(const JsonMember &a, const JsonMember &b) { return a.key == b.key && a.value == b.value; }
};

/// One reference token of a JSON pointer, escaped (~ and /).
QString pointerToken(QStringView token);
/// The other way round.
QString pointerText(QStringView token);

} // namespace signalbox::core

Q_DECLARE_TYPEINFO(signalbox::core::Json, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(signalbox::core::JsonMember, Q_RELOCATABLE_TYPE);
