// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/textexport.h"

#include "catalogue/summary.h"
#include "scenario/componentcodes.h"
#include "scenario/graph.h"

#include <QCoreApplication>

namespace signalbox::scenario {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 200;

enum class Style : quint8 { Solid, Dashed, Dotted, Jump };

struct Node {
    QString id;
    QStringList lines;   ///< one or two
    bool isEnd = false;  ///< start or stop
    bool isHole = false; ///< where a transition leads to nothing
};

struct Line {
    QString from;
    QString to;
    QString label;
    Style style = Style::Solid;
};

/// Text of one line, without what no graph language can hold.
QString plain(const QString &text)
{
    QString cut = text.left(longestName);
    if (!cut.isEmpty() && cut.back().isHighSurrogate())
        cut.chop(1);
    QString result = cut.simplified();
    result.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return result;
}

Style styleOf(const QString &outcome)
{
    if (outcome == "timeout"_L1 || outcome == "false"_L1)
        return Style::Dashed;
    return outcome == "error"_L1 ? Style::Dotted : Style::Solid;
}

/// What both languages write.
class TextGraph final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::scenario::TextGraph)

public:
    TextGraph(const Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect)
        : m_scenario(scenario), m_catalogue(catalogue)
    {
        for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
            if (scenario.object(i).isObject())
                addNode(i, dialect);
        }
        const Graph graph(scenario, catalogue, dialect);
        const QList<Jump> jumps = Graph::jumps(scenario, dialect);
        auto jump = jumps.begin();
        for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
            for (const Edge &edge : graph.edgesFrom(i))
                addEdge(edge);
            if (jump != jumps.end() && jump->from == i) {
                m_lines.append({idOf(i), idOf(jump->to), {}, Style::Jump});
                ++jump;
            }
        }
    }

    QString title() const { return plain(m_scenario.name().isEmpty() ? m_scenario.code() : m_scenario.name()); }
    const QList<Node> &nodes() const { return m_nodes; }
    const QList<Line> &lines() const { return m_lines; }

private:
    /// By oId, so that texts of two versions differ by what differs; by position where that does not name one object.
    QString idOf(qsizetype index) const
    {
        const std::optional<qint64> id = m_scenario.objectId(index);
        return id && *id >= 0 && m_scenario.indexOf(*id) == index ? u"n%1"_s.arg(*id) : u"p%1"_s.arg(index);
    }

    const catalogue::ComponentType *typeOf(qsizetype index) const { return m_catalogue.find(m_scenario.objectType(index).value_or(0)); }

    void addNode(qsizetype index, const core::Dialect &dialect)
    {
        const core::Json &object = m_scenario.object(index);
        const catalogue::ComponentType *type = typeOf(index);
        const qint64 number = m_scenario.objectType(index).value_or(0);
        QString name = plain(object[code::name].toString());
        if (name.isEmpty())
            name = type ? catalogue::translated(type->title) : tr("Component %1").arg(number);
        const QString summary = type ? plain(catalogue::summaryOf(*type, object, dialect)) : QString();
        Node node{idOf(index), {name}, number == component::start || number == component::stop};
        if (!summary.isEmpty())
            node.lines.append(summary);
        m_nodes.append(node);
    }

    void addEdge(const Edge &edge)
    {
        const catalogue::ComponentType *type = typeOf(edge.from);
        const catalogue::OutcomeType *outcome = type ? type->outcome(edge.outcome) : nullptr;
        Line line{idOf(edge.from), {}, {}, styleOf(edge.outcome)};
        if (outcome && type->outcomes.size() > 1)
            line.label = plain(catalogue::portTitle(*outcome));
        else if (!outcome)
            line.label = plain(edge.property.mid(transitionPrefix.size()).toLower());
        if (edge.to >= 0) {
            line.to = idOf(edge.to);
        } else {
            line.to = u"x%1"_s.arg(m_holes++);
            m_nodes.append({line.to, {tr("no component %1").arg(edge.target)}, false, true});
        }
        m_lines.append(line);
    }

    const Scenario &m_scenario;
    const catalogue::Catalogue &m_catalogue;
    QList<Node> m_nodes;
    QList<Line> m_lines;
    qsizetype m_holes = 0;
};

QString dotText(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1).replace(u'&', "&amp;"_L1);
    return escaped;
}

QString dotLine(const Line &line)
{
    QStringList attributes;
    if (!line.label.isEmpty())
        attributes.append(u"label=\"%1\""_s.arg(dotText(line.label)));
    if (line.style == Style::Dashed)
        attributes.append(u"style=dashed"_s);
    else if (line.style == Style::Dotted)
        attributes.append(u"style=dotted"_s);
    else if (line.style == Style::Jump)
        attributes.append(u"style=dashed, arrowhead=empty"_s);
    const QString arrow = u"  %1 -> %2"_s.arg(line.from, line.to);
    return attributes.isEmpty() ? arrow + u";\n"_s : arrow + u" ["_s + attributes.join(u", "_s) + u"];\n"_s;
}

/// Mermaid writes characters with a meaning of their own as #number;.
QString mermaidText(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (QStringView(u"#\"&<>`|[](){}\\;").contains(c))
            escaped += u"#%1;"_s.arg(c.unicode());
        else
            escaped += c;
    }
    return escaped;
}

QString mermaidNode(const Node &node)
{
    QStringList lines;
    for (const QString &line : node.lines)
        lines.append(mermaidText(line));
    const QString text = lines.join("<br/>"_L1);
    if (node.isEnd)
        return u"  %1([\"%2\"])\n"_s.arg(node.id, text);
    return node.isHole ? u"  %1>\"%2\"]\n"_s.arg(node.id, text) : u"  %1[\"%2\"]\n"_s.arg(node.id, text);
}

} // namespace

QByteArray toDot(const Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect)
{
    const TextGraph graph(scenario, catalogue, dialect);
    QString text = u"digraph \"%1\" {\n"_s.arg(dotText(graph.title()));
    text += "  rankdir=LR;\n"
            "  node [shape=box, style=rounded, fontname=\"Inter, Helvetica, sans-serif\", fontsize=12];\n"
            "  edge [fontname=\"Inter, Helvetica, sans-serif\", fontsize=10];\n"_L1;
    for (const Node &node : graph.nodes()) {
        QStringList lines;
        for (const QString &line : node.lines)
            lines.append(dotText(line));
        const QString shape = node.isEnd ? u", shape=oval"_s : node.isHole ? u", shape=plaintext"_s : QString();
        text += u"  "_s + node.id + u" [label=\""_s + lines.join("\\n"_L1) + u'"' + shape + u"];\n"_s;
    }
    for (const Line &line : graph.lines())
        text += dotLine(line);
    return (text + u"}\n"_s).toUtf8();
}

QByteArray toMermaid(const Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect)
{
    const TextGraph graph(scenario, catalogue, dialect);
    QString text = u"flowchart LR\n"_s;
    for (const Node &node : graph.nodes())
        text += mermaidNode(node);
    QStringList dotted;
    for (qsizetype i = 0; i < graph.lines().size(); ++i) {
        const Line &line = graph.lines()[i];
        const QString label = line.label.isEmpty() ? QString() : u"|\"%1\"|"_s.arg(mermaidText(line.label));
        text += u"  "_s + line.from + (line.style == Style::Solid ? u" -->"_s : u" -.->"_s) + label + u' ' + line.to + u'\n';
        if (line.style == Style::Dotted)
            dotted.append(QString::number(i));
    }
    if (!dotted.isEmpty())
        text += u"  linkStyle "_s + dotted.join(u',') + u" stroke-dasharray:2 6\n"_s;
    return text.toUtf8();
}

} // namespace signalbox::scenario
