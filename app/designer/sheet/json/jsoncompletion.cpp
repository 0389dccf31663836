// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/jsoncompletion.h"

#include <QSet>

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSchemas = 64; // that are looked at for one place: combinations of combinations end somewhere

struct Frame {
    bool isObject = false;
    bool wantsKey = false; ///< of an object: what comes next is a name
    QString key;           ///< whose value comes next
    QSet<QString> keys;
};

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'+' || c == u'.';
}

/// Where the cursor is, told from what stands before it.
struct Place {
    QList<Frame> frames;
    bool isInString = false;
    qsizetype start = 0; ///< of the string or word that the cursor is in
};

/// Reads on from the beginning to an end, and leaves what is open there.
class Scan
{
public:
    explicit Scan(QStringView text) : m_text(text) {}

    Place to(qsizetype end) { return from({}, 0, end); }

    /// Names from a place on to the end of the object that is open there; none where it does not end.
    QSet<QString> keysBehind(const Place &place, qsizetype at)
    {
        Place further{place.frames, false, at};
        const qsizetype depth = place.frames.size();
        while (at < m_text.size()) {
            const qsizetype end = m_text.indexOf(u'}', at);
            if (end < 0)
                break;
            further = from(std::move(further), at, end);
            if (further.isInString) { // the bracket is a character of it
                const qsizetype behind = stringEnd(further.start);
                if (behind < 0)
                    break;
                take(further, m_text.sliced(further.start + 1, behind - further.start - 2));
                further.isInString = false;
                at = behind;
                continue;
            }
            if (further.frames.size() <= depth)
                return further.frames.size() == depth ? further.frames.last().keys : QSet<QString>();
            further = from(std::move(further), end, end + 1);
            at = end + 1;
        }
        return {};
    }

    /// From there to an end. What is open at the end is left open.
    Place from(Place place, qsizetype at, qsizetype end)
    {
        while (at < end) {
            const QChar c = m_text.at(at);
            if (c == u'"') {
                const qsizetype behind = stringEnd(at);
                if (behind > end || behind < 0) {
                    place.isInString = true;
                    place.start = at;
                    return place;
                }
                take(place, m_text.sliced(at + 1, std::max<qsizetype>(behind - at - 2, 0)));
                at = behind;
                place.start = at;
                continue;
            }
            step(place, c);
            ++at;
            if (!isWordPart(c))
                place.start = at;
        }
        return place;
    }

    /// Behind the closing quotation mark, or -1 where the string does not end in its line.
    qsizetype stringEnd(qsizetype at) const
    {
        for (qsizetype i = at + 1; i < m_text.size(); ++i) {
            if (m_text.at(i) == u'\\')
                ++i;
            else if (m_text.at(i) == u'"')
                return i + 1;
            else if (m_text.at(i) == u'\n')
                return -1;
        }
        return -1;
    }

private:
    static void take(Place &place, QStringView string)
    {
        if (place.frames.isEmpty() || !place.frames.last().isObject || !place.frames.last().wantsKey)
            return;
        place.frames.last().key = string.toString();
        place.frames.last().keys.insert(place.frames.last().key);
    }

    static void step(Place &place, QChar c)
    {
        switch (c.unicode()) {
        case u'{':
            place.frames.append(Frame{true, true, {}, {}});
            break;
        case u'[':
            place.frames.append(Frame{});
            break;
        case u'}':
        case u']':
            if (!place.frames.isEmpty())
                place.frames.removeLast();
            break;
        case u':':
            if (!place.frames.isEmpty())
                place.frames.last().wantsKey = false;
            break;
        case u',':
            if (!place.frames.isEmpty())
                place.frames.last().wantsKey = place.frames.last().isObject;
            break;
        default:
            break;
        }
    }

    QStringView m_text;
};

/// The schemas that stand for one: itself, what it refers to, the parts of its combinations.
void expand(const Json &root, const Json &schema, QList<const Json *> &found)
{
    QList<const Json *> waiting{&schema};
    while (!waiting.isEmpty() && found.size() < mostSchemas) {
        const Json *next = waiting.takeFirst();
        if (!next->isObject() || found.contains(next))
            continue;
        found.append(next);
        if (const QString reference = (*next)[u"$ref"].toString(); reference.startsWith(u'#')) {
            if (const Json *target = root.resolve(QStringView(reference).sliced(1)))
                waiting.append(target);
        }
        for (const QStringView combination : {u"allOf", u"anyOf", u"oneOf"}) {
            for (const Json &part : (*next)[combination].items())
                waiting.append(&part);
        }
    }
}

/// The schemas of the value that the innermost open place holds.
QList<const Json *> schemasAt(const Json &root, const QList<Frame> &frames)
{
    QList<const Json *> schemas;
    expand(root, root, schemas);
    for (qsizetype i = 0; i + 1 < frames.size(); ++i) {
        QList<const Json *> inner;
        for (const Json *schema : std::as_const(schemas)) {
            const Json *next = nullptr;
            if (frames.at(i).isObject) {
                next = (*schema)[u"properties"].find(frames.at(i).key);
                if (!next)
                    next = schema->find(u"additionalProperties");
            } else {
                next = schema->find(u"items");
            }
            if (next)
                expand(root, *next, inner);
        }
        schemas = inner;
    }
    return schemas;
}

QStringList valuesOf(const QList<const Json *> &schemas)
{
    QStringList found;
    const auto add = [&found](const Json &value) {
        const QString text = QString::fromUtf8(value.toCompact());
        if (!found.contains(text))
            found.append(text);
    };
    for (const Json *schema : schemas) {
        for (const Json &value : (*schema)[u"enum"].items())
            add(value);
        if (const Json *value = schema->find(u"const"))
            add(*value);
        const Json &type = (*schema)[u"type"];
        if (type.toString() == "boolean"_L1 || type.items().contains(Json(u"boolean"_s))) {
            add(Json(true));
            add(Json(false));
        }
        if (const Json *value = schema->find(u"default"))
            add(*value);
    }
    return found;
}

/// Entries for a variable whose bracket is typed already; nothing where there is no such bracket.
std::optional<JsonCompletion> variableAt(QStringView text, qsizetype cursor, const QStringList &variables)
{
    qsizetype start = cursor;
    while (start > 0 && (text.at(start - 1).isLetterOrNumber() || text.at(start - 1) == u'_'))
        --start;
    if (variables.isEmpty() || start == 0 || text.at(start - 1) != u'[')
        return std::nullopt;
    const bool isClosed = cursor < text.size() && text.at(cursor) == u']';
    JsonCompletion result{{}, cursor - start + 1};
    for (const QString &name : variables)
        result.entries.append(u'[' + name + (isClosed ? QString() : u"]"_s));
    return result;
}

} // namespace

JsonCompletion jsonCompletion(QStringView text, qsizetype cursor, const Json &schema, const QStringList &variables)
{
    cursor = std::clamp<qsizetype>(cursor, 0, text.size());
    if (std::optional<JsonCompletion> found = variableAt(text, cursor, variables))
        return *found;
    Scan scan(text);
    const Place place = scan.to(cursor);
    JsonCompletion result{{}, cursor - place.start};
    if (place.frames.isEmpty())
        return result;
    const Frame &frame = place.frames.last();
    if (frame.isObject && frame.wantsKey) {
        // Names further down in the same object are taken, too.
        QSet<QString> taken = frame.keys;
        const qsizetype stringEnd = place.isInString ? scan.stringEnd(place.start) : -1;
        const qsizetype behind = stringEnd < 0 ? cursor : stringEnd;
        const bool hasColon = text.sliced(behind).trimmed().startsWith(u':');
        const QString own = stringEnd < 0 ? QString() : text.sliced(place.start + 1, stringEnd - place.start - 2).toString();
        if (!place.isInString || stringEnd >= 0)
            taken.unite(scan.keysBehind(place, behind));
        if (!own.isEmpty())
            taken.remove(own);
        for (const Json *part : schemasAt(schema, place.frames)) {
            for (const core::JsonMember &member : (*part)[u"properties"].members()) {
                const QString name = QString::fromUtf8(Json(member.key).toCompact());
                const QString entry = hasColon ? name : name + ": "_L1;
                if (!taken.contains(member.key) && !result.entries.contains(entry))
                    result.entries.append(entry);
            }
        }
        return result;
    }
    QList<Frame> inner = place.frames;
    inner.append(Frame{});
    result.entries = valuesOf(schemasAt(schema, inner));
    if (!place.isInString) {
        for (const QString &name : variables)
            result.entries.append(u'[' + name + u']');
    }
    return result;
}

} // namespace signalbox::designer
