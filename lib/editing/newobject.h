// SPDX-License-Identifier: GPL-3.0-or-later
// Objects that come into a document: a component's first values, and a fragment's objects as they fit into it. Pure.
#pragma once

#include "catalogue/catalogue.h"
#include "core/clock.h"
#include "scenario/scenario.h"

#include <QPoint>

namespace signalbox::editing {

/// "YYYY-MM-DD HH:MM:SS", in UTC, as oCreationDate holds it.
QString creationDate(const core::Clock &clock);

struct NewObject {
    qint64 id = 0;
    qint64 type = 0;
    QPoint place; ///< in the platform's units
    QString name;
    QString date;
};

/// With the keys of every object, and the defaults of properties that are always shown; type is null for what has no description.
core::Json newObject(const catalogue::ComponentType *type, const NewObject &from);

/// Of those objects that have a place which can be moved; nothing where none has.
std::optional<QPointF> topLeftOf(const QList<core::Json> &objects);

/// The objects with fresh oIds, names that the document does not have, and this date, moved so far; transitions between them follow, others
/// are cut.
QList<core::Json> placedAnew(const QList<core::Json> &objects, const scenario::Scenario &document, const catalogue::Catalogue &catalogue,
                             QPointF by, const QString &date);

} // namespace signalbox::editing
