// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/graph.h"

#include "scenario/componentcodes.h"

#include <algorithm>

namespace signalbox::scenario {

using core::Json;

/// What is gathered in one pass over the objects before the tables are laid out.
struct Graph::Builder {
    Graph &graph;
    const Scenario &scenario;
    const catalogue::Catalogue &catalogue;
    const core::Dialect &dialect;
    std::vector<std::pair<qsizetype, qsizetype>> links; // between nodes
    QHash<QString, QList<qsizetype>> gotos;             // by constant label
    QList<qsizetype> computedGotos;
    QList<qsizetype> computedLabels;
    QList<qsizetype> allLabels;
    QList<qsizetype> allGotos;

    void addTransition(qsizetype from, const QString &outcome, const QString &property, const Json &value)
    {
        const std::optional<qint64> target = value.toInt();
        if (!target)
            return;
        const qsizetype to = scenario.indexOf(*target);
        graph.m_edges.push_back({from, outcome, property, *target, to});
        if (to >= 0)
            links.emplace_back(from, to);
    }

    void addTransitions(const Json &object, qsizetype index, const catalogue::ComponentType *type)
    {
        if (type) {
            for (const catalogue::OutcomeType &outcome : type->outcomes) {
                const Json *value = outcome.property.isEmpty() ? nullptr : object.find(outcome.property);
                if (value)
                    addTransition(index, outcome.code, outcome.property, *value);
            }
        }
        for (const core::JsonMember &member : object.members()) {
            if (member.key.startsWith(transitionPrefix) && !(type && type->property(member.key)))
                addTransition(index, {}, member.key, member.value);
        }
    }

    void addObject(const Json &object, qsizetype index)
    {
        const std::optional<qint64> number = object[code::type].toInt();
        addTransitions(object, index, number ? catalogue.find(*number) : nullptr);
        if (number == component::start || number == component::goTo || number == component::goLabel)
            graph.m_special.setBit(index);
        if (number == component::start) {
            graph.m_starts.append(index);
        } else if (number == component::goTo) {
            allGotos.append(index);
            if (const auto label = constantText(object[code::label], dialect))
                gotos[*label].append(index);
            else
                computedGotos.append(index);
        } else if (number == component::goLabel) {
            allLabels.append(index);
            if (const auto label = constantText(object[code::label], dialect))
                graph.m_labels[*label].append(index);
            else
                computedLabels.append(index);
        }
    }

    void copyTransitions(const Graph &before, qsizetype index)
    {
        for (const Edge &edge : before.edgesFrom(index)) {
            graph.m_edges.push_back(edge);
            if (edge.to >= 0)
                links.emplace_back(index, edge.to);
        }
    }

    void addHub(qsizetype &nodes, const QList<qsizetype> &from, const QList<qsizetype> &to)
    {
        if (from.isEmpty() || to.isEmpty())
            return;
        const qsizetype hub = nodes++;
        for (const qsizetype object : from)
            links.emplace_back(object, hub);
        for (const qsizetype object : to)
            links.emplace_back(hub, object);
    }

    void layOut()
    {
        qsizetype nodes = graph.m_objectCount;
        for (auto it = gotos.cbegin(); it != gotos.cend(); ++it)
            addHub(nodes, it.value(), graph.m_labels.value(it.key()));
        addHub(nodes, computedGotos, allLabels); // such a goto may lead to any golabel,
        addHub(nodes, allGotos, computedLabels); // and to such a golabel any goto may lead
        graph.m_hasComputedLabel = !computedLabels.isEmpty();

        graph.m_firstEdge.assign(static_cast<size_t>(graph.m_objectCount) + 1, 0);
        for (const Edge &edge : graph.m_edges)
            ++graph.m_firstEdge[static_cast<size_t>(edge.from) + 1];
        graph.m_firstNext.assign(static_cast<size_t>(nodes) + 1, 0);
        for (const auto &link : links)
            ++graph.m_firstNext[static_cast<size_t>(link.first) + 1];
        for (size_t i = 1; i < graph.m_firstEdge.size(); ++i)
            graph.m_firstEdge[i] += graph.m_firstEdge[i - 1];
        for (size_t i = 1; i < graph.m_firstNext.size(); ++i)
            graph.m_firstNext[i] += graph.m_firstNext[i - 1];
        graph.m_next.resize(links.size());
        std::vector<qsizetype> free = graph.m_firstNext;
        for (const auto &link : links)
            graph.m_next[static_cast<size_t>(free[static_cast<size_t>(link.first)]++)] = link.second;
    }
};

Graph::Graph(const Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect)
    : m_objectCount(scenario.objectCount()), m_special(m_objectCount)
{
    Builder builder{*this, scenario, catalogue, dialect, {}, {}, {}, {}, {}, {}};
    const QList<Json> &objects = scenario.objects();
    for (qsizetype i = 0; i < m_objectCount; ++i)
        builder.addObject(objects.at(i), i);
    builder.layOut();
}

Graph::Graph(const Graph &before, std::span<const size_t> changed, const Scenario &scenario, const catalogue::Catalogue &catalogue,
             const core::Dialect &dialect)
    : m_objectCount(scenario.objectCount()), m_special(m_objectCount)
{
    Q_ASSERT(before.m_objectCount == m_objectCount);
    Builder builder{*this, scenario, catalogue, dialect, {}, {}, {}, {}, {}, {}};
    builder.links.reserve(before.m_next.size() + changed.size());
    m_edges.reserve(before.m_edges.size() + changed.size());
    QBitArray isRead = before.m_special; // what labels and starts hang on is read again, too
    for (const size_t i : changed)
        isRead.setBit(static_cast<qsizetype>(i));
    const QList<Json> &objects = scenario.objects();
    for (qsizetype i = 0; i < m_objectCount; ++i) {
        if (isRead.testBit(i))
            builder.addObject(objects.at(i), i);
        else
            builder.copyTransitions(before, i);
    }
    builder.layOut();
}

std::span<const Edge> Graph::edgesFrom(qsizetype object) const
{
    const auto first = static_cast<size_t>(m_firstEdge.at(static_cast<size_t>(object)));
    const auto last = static_cast<size_t>(m_firstEdge.at(static_cast<size_t>(object) + 1));
    return std::span(m_edges).subspan(first, last - first);
}

const Edge *Graph::edge(qsizetype object, QStringView outcome) const
{
    const std::span<const Edge> edges = edgesFrom(object);
    const auto it = std::find_if(edges.begin(), edges.end(), [outcome](const Edge &edge) { return edge.outcome == outcome; });
    return it == edges.end() ? nullptr : &*it;
}

QBitArray Graph::reachableFrom(const QList<qsizetype> &objects) const
{
    QBitArray seen(static_cast<qsizetype>(m_firstNext.size()) - 1);
    std::vector<qsizetype> waiting;
    for (const qsizetype object : objects) {
        seen.setBit(object);
        waiting.push_back(object);
    }
    while (!waiting.empty()) {
        const auto node = static_cast<size_t>(waiting.back());
        waiting.pop_back();
        for (qsizetype i = m_firstNext[node]; i < m_firstNext[node + 1]; ++i) {
            const qsizetype next = m_next[static_cast<size_t>(i)];
            if (!seen.testBit(next)) {
                seen.setBit(next);
                waiting.push_back(next);
            }
        }
    }
    seen.resize(m_objectCount);
    return seen;
}

QList<QList<qsizetype>> Graph::cycles(const std::function<bool(qsizetype)> &through) const
{
    // Tarjan's strongly connected components, with a stack of its own: documents may be chains of any length.
    struct Frame {
        qsizetype node;
        qsizetype next; // position in m_next to look at next
    };
    const size_t nodes = m_firstNext.size() - 1;
    std::vector<qsizetype> order(nodes, 0); // 0: not visited
    std::vector<qsizetype> low(nodes, 0);
    std::vector<bool> open(nodes, false);
    std::vector<qsizetype> stack;
    std::vector<Frame> frames;
    qsizetype count = 0;
    QList<QList<qsizetype>> found;

    const auto takesPart = [&](qsizetype node) {
        return node >= m_objectCount || through(node);
    };
    const auto enter = [&](qsizetype node) {
        const auto at = static_cast<size_t>(node);
        order[at] = low[at] = ++count;
        open[at] = true;
        stack.push_back(node);
        frames.push_back({node, m_firstNext[at]});
    };
    const auto leave = [&](qsizetype node) {
        const auto at = static_cast<size_t>(node);
        if (low[at] != order[at])
            return;
        QList<qsizetype> part;
        const auto begin = std::find(stack.rbegin(), stack.rend(), node).base() - 1;
        for (auto it = begin; it != stack.end(); ++it) {
            open[static_cast<size_t>(*it)] = false;
            if (*it < m_objectCount)
                part.append(*it);
        }
        const bool single = stack.end() - begin == 1;
        stack.erase(begin, stack.end());
        const auto first = m_next.begin() + m_firstNext[at];
        const auto last = m_next.begin() + m_firstNext[at + 1];
        if (single && std::find(first, last, node) == last)
            return;
        std::sort(part.begin(), part.end());
        found.append(part);
    };

    for (qsizetype root = 0; root < m_objectCount; ++root) {
        if (order[static_cast<size_t>(root)] != 0 || !through(root))
            continue;
        enter(root);
        while (!frames.empty()) {
            Frame &frame = frames.back();
            const qsizetype node = frame.node;
            const auto at = static_cast<size_t>(node);
            if (frame.next < m_firstNext[at + 1]) {
                const qsizetype next = m_next[static_cast<size_t>(frame.next++)];
                if (!takesPart(next))
                    continue;
                if (order[static_cast<size_t>(next)] == 0)
                    enter(next);
                else if (open[static_cast<size_t>(next)])
                    low[at] = std::min(low[at], order[static_cast<size_t>(next)]);
            } else {
                frames.pop_back();
                if (!frames.empty()) {
                    const auto above = static_cast<size_t>(frames.back().node);
                    low[above] = std::min(low[above], low[at]);
                }
                leave(node);
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first() < b.first(); });
    return found;
}

QList<Jump> Graph::jumps(const Scenario &scenario, const core::Dialect &dialect)
{
    QHash<QString, qsizetype> labels; // the first of each
    QList<std::pair<qsizetype, QString>> gotos;
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        const std::optional<qint64> type = scenario.objectType(i);
        if (type != component::goTo && type != component::goLabel)
            continue;
        const auto label = constantText(scenario.object(i)[code::label], dialect);
        if (label && type == component::goTo)
            gotos.append({i, *label});
        else if (label && !labels.contains(*label))
            labels.insert(*label, i);
    }
    QList<Jump> jumps;
    for (const auto &[from, label] : std::as_const(gotos)) {
        if (const auto to = labels.constFind(label); to != labels.cend())
            jumps.append({from, *to});
    }
    return jumps;
}

std::optional<QString> Graph::constantText(const Json &argument, const core::Dialect &dialect)
{
    if (argument[code::argumentType].toInt() != dialect.argConstant || !argument[code::value].isString())
        return std::nullopt;
    return argument[code::value].toString();
}

} // namespace signalbox::scenario
