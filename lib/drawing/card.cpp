// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/card.h"

#include "catalogue/summary.h"
#include "scenario/componentcodes.h"

#include <QCoreApplication>

#include <cmath>

namespace signalbox::drawing {

using namespace Qt::StringLiterals;
using catalogue::ComponentType;
using core::Json;

namespace {

/// A name is cut there; nobody sees more of it on a card.
constexpr qsizetype longestName = 200;
/// In the platform's units; keeps what is far beyond any screen within a painter's numbers.
constexpr double farthest = 1e6;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(signalbox::drawing::Card)
};

double lengthOf(const Json &value)
{
    const double place = value.toDouble().value_or(0);
    return std::clamp(place, -farthest, farthest);
}

/// Those that the component's description names.
void addPorts(Card &card, const ComponentType *type)
{
    if (!type)
        return;
    for (const catalogue::OutcomeType &outcome : type->outcomes) {
        if (!outcome.property.isEmpty())
            card.ports.append({outcome.code, catalogue::portTitle(outcome), outcome.property, {}});
    }
}

void setTargets(Card &card, const Json &object, const ComponentType *type)
{
    for (CardPort &port : card.ports)
        port.target = object[port.property].toInt();
    // As the graph does: transitions that no description names.
    for (const core::JsonMember &member : object.members()) {
        if (!member.key.startsWith(scenario::transitionPrefix) || (type && type->property(member.key)))
            continue;
        if (const std::optional<qint64> target = member.value.toInt()) {
            const QString title = member.key.mid(scenario::transitionPrefix.size()).toLower();
            card.ports.append({{}, title.isEmpty() ? Text::tr("next") : title, member.key, target});
        }
    }
}

QString nameOf(const Json &object, const ComponentType *type, qint64 number)
{
    const QString name = object[scenario::code::name].toString().left(longestName).simplified();
    if (!name.isEmpty())
        return name;
    return type ? catalogue::translated(type->title) : Text::tr("Component %1").arg(number);
}

QString summaryOf(const Json &object, const ComponentType *type, qint64 number, const core::Dialect &dialect)
{
    if (type && type->documented)
        return catalogue::summaryOf(*type, object, dialect);
    return type ? u"%1 · %2"_s.arg(type->name).arg(number) : Text::tr("unknown component · %1").arg(number);
}

} // namespace

QPointF toCanvas(double oLeft, double oTop)
{
    return QPointF(oLeft, oTop) * canvasScale;
}

QPoint toPlatform(QPointF canvas)
{
    const auto nearest = [](double place) {
        return static_cast<int>(std::lround(std::clamp(place / canvasScale, -farthest, farthest)));
    };
    return {nearest(canvas.x()), nearest(canvas.y())};
}

QPointF placeOf(const Json &object)
{
    return toCanvas(lengthOf(object[u"oLeft"]), lengthOf(object[u"oTop"]));
}

Card cardOf(qint64 type, const catalogue::Catalogue &catalogue)
{
    const ComponentType *const known = catalogue.find(type);
    Card card;
    card.type = type;
    card.isKnown = known != nullptr;
    card.family = known ? known->family : u"unknown"_s;
    card.hasInput = type != scenario::component::start;
    addPorts(card, known);
    card.hasPortRows = card.ports.size() > 1;
    return card;
}

Card cardOf(const scenario::Scenario &scenario, qsizetype index, const catalogue::Catalogue &catalogue, const core::Dialect &dialect)
{
    const Json &object = scenario.object(index);
    Card card = cardOf(scenario.objectType(index).value_or(0), catalogue);
    const ComponentType *const type = catalogue.find(card.type);
    card.id = scenario.objectId(index).value_or(0);
    card.name = nameOf(object, type, card.type);
    card.summary = summaryOf(object, type, card.type, dialect);
    setTargets(card, object, type);
    card.hasPortRows = card.ports.size() > 1;
    card.place = placeOf(object);
    return card;
}

} // namespace signalbox::drawing
