// SPDX-License-Identifier: GPL-3.0-or-later
// A component as its card shows it: values only. Geometry is cardgeometry.h, the picture cardpainter.h.
#pragma once

#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "scenario/scenario.h"

#include <QPointF>

namespace signalbox::drawing {

struct CardPort {
    QString outcome;              ///< code
    QString title;                ///< translated
    QString property;             ///< that holds the target
    std::optional<qint64> target; ///< oId, where it is set
};

struct Card {
    qint64 id = 0;
    qint64 type = 0;
    QString name;    ///< the object's, or the component's title
    QString summary; ///< one line in a person's words
    QString family;
    bool isKnown = true;
    bool hasInput = true;    ///< a start has none
    bool hasPortRows = true; ///< false: one way out, its port sits at the header
    QList<CardPort> ports;
    QPointF place; ///< top left on the canvas
};

/// The canvas shows the platform's units this many times as large (they were laid out for icons of 32 pixels).
inline constexpr double canvasScale = 3;

QPointF toCanvas(double oLeft, double oTop);
/// The nearest whole units.
QPoint toPlatform(QPointF canvas);

/// Where an object's card lies: its top left on the canvas.
QPointF placeOf(const core::Json &object);
/// What cards of a component have in common: number of ports, family.
Card cardOf(qint64 type, const catalogue::Catalogue &catalogue);
/// The card of an object; index is its position in the document.
Card cardOf(const scenario::Scenario &scenario, qsizetype index, const catalogue::Catalogue &catalogue, const core::Dialect &dialect);

} // namespace signalbox::drawing
