// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/newobject.h"

#include "editing/freenames.h"
#include "editing/keyorder.h"
#include "editing/transitions.h"
#include "scenario/componentcodes.h"

#include <QDateTime>

namespace signalbox::editing {

using core::Json;
using core::JsonMember;
using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 32; // platform.md §5

/// An object's place, where it has one that can be moved.
std::optional<QPointF> placeOf(const Json &object)
{
    constexpr double farthest = 1e9;
    const std::optional<double> left = object[u"oLeft"].toDouble();
    const std::optional<double> top = object[u"oTop"].toDouble();
    if (!left || !top || std::abs(*left) > farthest || std::abs(*top) > farthest)
        return std::nullopt;
    return QPointF(*left, *top);
}

} // namespace

std::optional<QPointF> topLeftOf(const QList<Json> &objects)
{
    std::optional<QPointF> topLeft;
    for (const Json &object : objects) {
        const std::optional<QPointF> place = placeOf(object);
        if (!place)
            continue;
        if (!topLeft)
            topLeft = place;
        topLeft = QPointF(std::min(topLeft->x(), place->x()), std::min(topLeft->y(), place->y()));
    }
    return topLeft;
}

QString creationDate(const core::Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

Json newObject(const catalogue::ComponentType *type, const NewObject &from)
{
    QList<JsonMember> members{{u"oId"_s, Json(from.id)},     {u"oLeft"_s, Json(from.place.x())}, {u"oTop"_s, Json(from.place.y())},
                              {u"oWidth"_s, Json(iconSize)}, {u"oHeight"_s, Json(iconSize)},     {u"oCreationDate"_s, Json(from.date)},
                              {u"oLayer"_s, Json(0)},        {u"oType"_s, Json(from.type)}};
    for (const catalogue::Property &property : type ? type->properties : QList<catalogue::Property>()) {
        if (!property.conditional && !property.defaultValue.isNull())
            members.append({property.code, property.defaultValue});
    }
    members.append({u"name"_s, Json(from.name)});
    members.append({u"info"_s, Json(QString())});
    return Json::object(std::move(members));
}

QList<Json> placedAnew(const QList<Json> &objects, const scenario::Scenario &document, const catalogue::Catalogue &catalogue, QPointF by,
                       const QString &date)
{
    FreeIds ids(document, catalogue);
    FreeNames names(document);
    QHash<qint64, qint64> fresh;
    QList<qint64> own;
    for (const Json &object : objects) {
        own.append(ids.take());
        const std::optional<qint64> old = object[scenario::code::id].toInt();
        if (old && !fresh.contains(*old))
            fresh.insert(*old, own.last());
    }
    const auto targetOf = [&fresh](const Way &way) -> std::optional<qint64> {
        const auto found = fresh.constFind(way.target);
        return found == fresh.constEnd() ? std::nullopt : std::optional(*found);
    };
    QList<Json> placed;
    placed.reserve(objects.size());
    for (qsizetype i = 0; i < objects.size(); ++i) {
        const std::optional<qint64> number = objects.at(i)[scenario::code::type].toInt();
        const catalogue::ComponentType *type = number ? catalogue.find(*number) : nullptr;
        Json object = withTargets(objects.at(i), type, targetOf);
        object = withProperty(std::move(object), type, u"oId"_s, Json(own.at(i)));
        if (const std::optional<QPointF> place = placeOf(object)) {
            object.set(u"oLeft"_s, Json(place->x() + by.x()));
            object.set(u"oTop"_s, Json(place->y() + by.y()));
        }
        if (object.contains(u"oCreationDate"))
            object.set(u"oCreationDate"_s, Json(date));
        if (const QString name = object[scenario::code::name].toString(); !name.isEmpty())
            object.set(scenario::code::name.toString(), Json(names.take(name)));
        placed.append(object);
    }
    return placed;
}

} // namespace signalbox::editing
