// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/yamlreader.h"

#include "capability/yamlscalar.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace signalbox::capability {

using namespace Qt::StringLiterals;
using core::Diagnostic;
using core::Json;
using core::JsonMember;
using core::JsonPlace;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(YamlReader)
};

Diagnostic problem(const QString &code, const QString &message, JsonPlace place)
{
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.message = message;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    return diagnostic;
}

/// Line and column of byte offsets. Offsets mostly grow, so that counting goes on from the last one.
class Places
{
public:
    explicit Places(QByteArrayView text) : m_text(text) {}

    JsonPlace at(qsizetype offset)
    {
        offset = std::clamp<qsizetype>(offset, 0, m_text.size());
        if (offset < m_offset) {
            m_offset = 0;
            m_place = {1, 1};
        }
        for (; m_offset < offset; ++m_offset) {
            const auto byte = static_cast<unsigned char>(m_text[m_offset]);
            if (byte == '\n')
                m_place = {m_place.line + 1, 1};
            else if ((byte & 0xc0U) != 0x80U) // all but the continuation bytes of UTF-8
                ++m_place.column;
        }
        return m_place;
    }

private:
    QByteArrayView m_text;
    qsizetype m_offset = 0;
    JsonPlace m_place{1, 1};
};

/// Thrown through yaml-cpp to end its parsing; it never leaves readYaml.
struct Fault {
    Diagnostic diagnostic;
};

/// Builds the value from the parser's events.
class Builder final : public YAML::EventHandler
{
public:
    Builder(Places &places, const YamlLimits &limits) : m_places(places), m_limits(limits) {}

    bool isDone() const { return m_done; }
    Json takeResult() { return std::move(m_result); }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (m_done)
            stop(u"yaml.unsupported"_s, Text::tr("There is a second document in the file; only one is read."), place(mark));
    }
    void OnDocumentEnd() override { m_done = true; }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { put({Json(), 1, 0}, std::nullopt, place(mark), anchor); }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.constFind(anchor);
        if (found == m_anchors.cend())
            stop(u"yaml.unsupported"_s, Text::tr("The alias stands inside of what it names."), place(mark));
        Node node = *found;
        std::optional<QString> key;
        if (node.value.isString())
            key = node.value.toString();
        else if (node.value.isNumber())
            key = QString::fromLatin1(node.value.numberText());
        put(std::move(node), key, place(mark), YAML::NullAnchor);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &text) override
    {
        const JsonPlace where = place(mark);
        const QString string = QString::fromStdString(text);
        put({scalar(tag, text, string, where), 1, 0}, string, where, anchor);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(false, mark, tag, "tag:yaml.org,2002:seq", anchor);
    }
    void OnSequenceEnd() override
    {
        Frame frame = std::move(m_frames.back());
        Json value = Json::array(std::move(frame.items));
        close(std::move(value), frame);
    }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(true, mark, tag, "tag:yaml.org,2002:map", anchor);
    }
    void OnMapEnd() override
    {
        Frame frame = std::move(m_frames.back());
        Json value = Json::object(std::move(frame.members));
        close(std::move(value), frame);
    }

private:
    struct Node {
        Json value;
        qint64 nodes = 1;
        int height = 0; ///< levels of collections inside, itself included
    };

    struct Frame {
        bool map = false;
        QList<Json> items;
        QList<JsonMember> members;
        QSet<QString> keys;
        std::optional<JsonMember> pending; ///< a member whose value is to come
        JsonPlace place;
        YAML::anchor_t anchor = YAML::NullAnchor;
        qint64 nodesBefore = 0;
        int height = 1;
    };

    [[noreturn]] static void stop(const QString &code, const QString &message, JsonPlace where)
    {
        throw Fault{problem(code, message, where)};
    }

    JsonPlace place(const YAML::Mark &mark) { return m_places.at(mark.pos); }

    void open(bool map, const YAML::Mark &mark, const std::string &tag, const char *expected, YAML::anchor_t anchor)
    {
        Frame frame;
        frame.map = map;
        frame.place = place(mark);
        frame.anchor = anchor;
        frame.nodesBefore = m_nodes;
        if (tag != "?" && tag != "!" && tag != expected)
            stopAtTag(tag, frame.place);
        if (isKeyNext())
            stop(u"yaml.unsupported"_s, Text::tr("A key must be text, not a list or a map."), frame.place);
        if (static_cast<int>(m_frames.size()) >= m_limits.depth)
            stopTooDeep(frame.place);
        m_frames.push_back(std::move(frame));
    }

    void close(Json value, const Frame &frame)
    {
        m_frames.pop_back();
        const qint64 nodes = m_nodes - frame.nodesBefore;
        m_nodes = frame.nodesBefore;
        put({std::move(value), nodes + 1, frame.height}, std::nullopt, frame.place, frame.anchor);
    }

    bool isKeyNext() const { return !m_frames.empty() && m_frames.back().map && !m_frames.back().pending; }

    /// Adds a finished node to the collection that is open, as a key or as a value, or makes it the result.
    void put(Node node, const std::optional<QString> &key, JsonPlace where, YAML::anchor_t anchor)
    {
        m_nodes += node.nodes;
        if (m_nodes > m_limits.nodes)
            stop(u"yaml.too_many_nodes"_s, Text::tr("There are more than %1 values, aliases counted in full.").arg(m_limits.nodes), where);
        if (static_cast<int>(m_frames.size()) + node.height > m_limits.depth)
            stopTooDeep(where);
        node.value.setPlace(where);
        if (anchor != YAML::NullAnchor)
            m_anchors.insert(anchor, node);
        if (m_frames.empty()) {
            m_result = std::move(node.value);
            return;
        }
        Frame &frame = m_frames.back();
        frame.height = std::max(frame.height, node.height + 1);
        if (!frame.map)
            frame.items.append(std::move(node.value));
        else if (!frame.pending)
            beginMember(frame, key, where);
        else {
            frame.pending->value = std::move(node.value);
            frame.members.append(*std::exchange(frame.pending, std::nullopt));
        }
    }

    static void beginMember(Frame &frame, const std::optional<QString> &key, JsonPlace where)
    {
        if (!key)
            stop(u"yaml.unsupported"_s, Text::tr("A key must be text."), where);
        if (frame.keys.contains(*key))
            stop(u"yaml.duplicate_key"_s, Text::tr("The key \"%1\" is there twice.").arg(key->left(64)), where);
        frame.keys.insert(*key);
        frame.pending = JsonMember{*key, Json(), where};
    }

    static Json scalar(const std::string &tag, const std::string &text, const QString &string, JsonPlace where)
    {
        if (tag == "!" || tag == "tag:yaml.org,2002:str") // quoted, or said to be a string
            return Json(string);
        if (isBeyondJson(text))
            stop(u"yaml.unsupported"_s, Text::tr("JSON has no number %1.").arg(string.left(64)), where);
        std::optional<Json> value = coreScalar(text);
        if (tag == "?")
            return value ? *std::move(value) : Json(string);
        const bool fits =
            value && ((tag == "tag:yaml.org,2002:null" && value->isNull()) || (tag == "tag:yaml.org,2002:bool" && value->isBool()) ||
                      (tag == "tag:yaml.org,2002:int" && value->isNumber() && value->toInt()) ||
                      (tag == "tag:yaml.org,2002:float" && value->isNumber()));
        if (!fits)
            stopAtTag(tag, where);
        return *std::move(value);
    }

    [[noreturn]] static void stopAtTag(const std::string &tag, JsonPlace where)
    {
        stop(u"yaml.unsupported"_s, Text::tr("The tag %1 is not known or does not fit here.").arg(QString::fromStdString(tag).left(64)),
             where);
    }

    [[noreturn]] void stopTooDeep(JsonPlace where) const
    {
        stop(u"yaml.too_deep"_s, Text::tr("The text is nested more than %1 levels deep.").arg(m_limits.depth), where);
    }

    Places &m_places;
    const YamlLimits &m_limits;
    std::vector<Frame> m_frames;
    QHash<YAML::anchor_t, Node> m_anchors;
    Json m_result;
    qint64 m_nodes = 0;
    bool m_done = false;
};

/// yaml-cpp replaces broken UTF-8 and takes 0x04 for the end of the text, so both are refused before.
std::optional<Diagnostic> checkCharacters(QByteArrayView text, Places &places)
{
    const auto isForbidden = [](char c) {
        return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
    };
    if (const auto found = std::find_if(text.begin(), text.end(), isForbidden); found != text.end())
        return problem(u"yaml.syntax"_s, Text::tr("There is a control character, which YAML does not allow."),
                       places.at(found - text.begin()));
    if (text.isValidUtf8())
        return std::nullopt;
    qsizetype good = 0;
    for (qsizetype length = 0; good < text.size(); good += length) {
        const auto lead = static_cast<unsigned char>(text[good]);
        length = lead < 0x80U ? 1 : lead < 0xe0U ? 2 : lead < 0xf0U ? 3 : 4;
        if (good + length > text.size() || !text.sliced(good, length).isValidUtf8())
            break;
    }
    return problem(u"yaml.encoding"_s, Text::tr("The text is not UTF-8."), places.at(good));
}

/// The value of the only document, or nothing where there is none.
std::optional<Json> parse(const std::string &text, Places &places, const YamlLimits &limits)
{
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Builder builder(places, limits);
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.isDone() ? std::optional(builder.takeResult()) : std::nullopt;
}

} // namespace

tl::expected<Json, Diagnostic> readYaml(QByteArrayView text, const YamlLimits &limits)
{
    if (text.size() > limits.bytes)
        return tl::unexpected(problem(u"yaml.too_large"_s, Text::tr("The text is larger than %1 bytes.").arg(limits.bytes), {}));
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    Places places(text);
    if (std::optional<Diagnostic> wrong = checkCharacters(text, places))
        return tl::unexpected(*std::move(wrong));
    // yaml-cpp takes a quoted scalar whose end is missing for complete when a line feed stands last; at a mark it does not.
    std::string marked(text.data(), static_cast<std::size_t>(text.size()));
    if (!marked.ends_with('\n'))
        marked += '\n';
    marked += "...\n";
    try {
        std::optional<Json> value = parse(marked, places, limits);
        if (value && value->isNull()) // perhaps there is nothing but the mark
            value = parse(std::string(text.data(), static_cast<std::size_t>(text.size())), places, limits);
        if (!value)
            return tl::unexpected(problem(u"yaml.empty"_s, Text::tr("There is nothing in the file."), {1, 1}));
        return *std::move(value);
    } catch (const Fault &fault) {
        return tl::unexpected(fault.diagnostic);
    } catch (const YAML::Exception &exception) {
        return tl::unexpected(problem(u"yaml.syntax"_s, Text::tr("The YAML is not valid: %1.").arg(QString::fromStdString(exception.msg)),
                                      places.at(exception.mark.pos)));
    }
}

} // namespace signalbox::capability
