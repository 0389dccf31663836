// SPDX-License-Identifier: GPL-3.0-or-later
// Where control can go in a scenario: transitions by outcome, and goto to golabel by label. Objects are named by their position in
// "objects". A picture of the document at one moment; it keeps no reference to it.
#pragma once

#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "scenario/scenario.h"

#include <QBitArray>
#include <QHash>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace signalbox::scenario {

/// A transition that is set.
struct Edge {
    qsizetype from = -1;
    QString outcome;   ///< code of the outcome; empty where the component's description knows none
    QString property;  ///< code of the property that holds the target
    qint64 target = 0; ///< oId, as stored
    qsizetype to = -1; ///< position of the target, or -1: it leads to nothing
};

/// From a goto to the golabel where it goes on; both by their positions.
struct Jump {
    qsizetype from = -1;
    qsizetype to = -1;
    bool operator==(const Jump &) const = default;
};

class Graph final
{
public:
    /// Linear in the document's size.
    Graph(const Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect);
    /// As before, of a document in which only the objects at these positions have changed, and neither their oId nor their component.
    Graph(const Graph &before, std::span<const size_t> changed, const Scenario &scenario, const catalogue::Catalogue &catalogue,
          const core::Dialect &dialect);

    qsizetype objectCount() const { return m_objectCount; }
    /// Transitions that leave the object, in the order of its outcomes.
    std::span<const Edge> edgesFrom(qsizetype object) const;
    std::span<const Edge> edges() const { return m_edges; }
    /// The transition of this outcome, or nullptr where it is unset.
    const Edge *edge(qsizetype object, QStringView outcome) const;

    /// Every start object, of both types, in the document's order.
    const QList<qsizetype> &starts() const { return m_starts; }
    /// What control can reach from these objects, themselves included, over transitions and labels. Linear.
    QBitArray reachableFrom(const QList<qsizetype> &objects) const;
    QBitArray reachable() const { return reachableFrom(m_starts); }

    /// Golabels with this constant label, in the document's order.
    QList<qsizetype> labels(const QString &label) const { return m_labels.value(label); }
    /// Constant labels of golabels, each with its objects.
    const QHash<QString, QList<qsizetype>> &allLabels() const { return m_labels; }
    /// Whether some golabel's label is only known when it runs.
    bool hasComputedLabel() const { return m_hasComputedLabel; }

    /// The cycles that use only objects for which through() holds: one list of objects, ascending, for each strongly connected part.
    QList<QList<qsizetype>> cycles(const std::function<bool(qsizetype)> &through) const;

    /// Where gotos of constant labels go on: each at the first golabel of its label, as a run does. By the gotos' positions. Linear; needs
    /// no graph, so that it is cheap enough to ask after each edit.
    static QList<Jump> jumps(const Scenario &scenario, const core::Dialect &dialect);

    /// The constant text of an argument property, or nothing where it is absent or only known when it runs.
    static std::optional<QString> constantText(const core::Json &argument, const core::Dialect &dialect);

private:
    struct Builder;

    qsizetype m_objectCount = 0;
    QBitArray m_special; // starts, gotos and golabels
    std::vector<Edge> m_edges;
    std::vector<qsizetype> m_firstEdge; // of each object; one more at the end
    // What follows each node. Nodes are the objects and, behind them, one hub for each set of golabels that gotos lead to: hubs keep
    // this linear where many gotos meet many golabels.
    std::vector<qsizetype> m_next;
    std::vector<qsizetype> m_firstNext; // of each node; one more at the end
    QList<qsizetype> m_starts;
    QHash<QString, QList<qsizetype>> m_labels;
    bool m_hasComputedLabel = false;
};

} // namespace signalbox::scenario
