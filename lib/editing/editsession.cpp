// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/editsession.h"

#include "editing/document.h"
#include "editing/freenames.h"
#include "editing/keyorder.h"
#include "editing/newobject.h"
#include "editing/noteedits.h"
#include "editing/transitions.h"
#include "editing/variableedits.h"
#include "scenario/componentcodes.h"

namespace signalbox::editing {

using catalogue::ComponentType;
using core::Json;
using core::Result;
using scenario::Part;
using scenario::PlacedObject;
using namespace Qt::StringLiterals;

class EditSession::Private
{
public:
    Private(EditSession &owner, scenario::Scenario scenario, const catalogue::Catalogue &types, const core::Dialect &assumptions,
            const core::Clock *givenClock, core::Random *givenRandom)
        : q(owner), catalogue(types), dialect(assumptions), clock(givenClock ? *givenClock : systemClock),
          random(givenRandom ? *givenRandom : systemRandom),
          document(std::move(scenario), [this](const ChangeEvent &event) { Q_EMIT q.changed(event); }),
          variables(document, catalogue, dialect, random)
    {}

    const scenario::Scenario &scenario() const { return document.scenario(); }

    /// Changes the first object of each of these ids, in one step.
    void changeObjects(const QList<qint64> &ids, const StepText &text,
                       const std::function<Json(Json, const ComponentType *, qsizetype)> &change)
    {
        QList<PlacedObject> objects;
        QSet<qint64> seen;
        for (qsizetype i = 0; i < ids.size(); ++i) {
            const qsizetype position = scenario().indexOf(ids.at(i));
            if (position < 0 || seen.contains(ids.at(i)))
                continue;
            seen.insert(ids.at(i));
            objects.append({position, change(scenario().object(position), q.typeOf(ids.at(i)), i)});
        }
        const Edit edit(document, text);
        document.setObjects(objects);
    }

    StepText titleOf(const QList<qint64> &ids, const QString &code) const
    {
        const ComponentType *type = ids.isEmpty() ? nullptr : q.typeOf(ids.first());
        const catalogue::Property *property = type ? type->property(code) : nullptr;
        return property ? StepText([title = property->title] { return catalogue::translated(title); }) : StepText(code);
    }

    EditSession &q;
    const catalogue::Catalogue &catalogue;
    const core::Dialect &dialect;
    const core::SystemClock systemClock;
    core::SystemRandom systemRandom;
    const core::Clock &clock;
    core::Random &random;
    Document document;
    VariableEdits variables;
};

EditSession::EditSession(scenario::Scenario scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect, QObject *parent,
                         const core::Clock *clock, core::Random *random)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(scenario), catalogue, dialect, clock, random))
{}

EditSession::~EditSession() = default;

const scenario::Scenario &EditSession::scenario() const
{
    return d->scenario();
}

const catalogue::Catalogue &EditSession::catalogue() const
{
    return d->catalogue;
}

const core::Dialect &EditSession::dialect() const
{
    return d->dialect;
}

QUndoStack &EditSession::undoStack()
{
    return d->document.undoStack();
}

QString EditSession::stepText(int index) const
{
    return d->document.stepText(index);
}

EditSession::Gesture::Gesture(EditSession &session, const StepText &text) : m_session(session)
{
    m_session.d->document.begin(text);
}

EditSession::Gesture::~Gesture()
{
    m_session.d->document.end();
}

void EditSession::joinSteps(const QString &key)
{
    d->document.joinSteps(key);
}

const Json &EditSession::object(qint64 id) const
{
    return d->scenario().object(d->scenario().indexOf(id));
}

const ComponentType *EditSession::typeOf(qint64 id) const
{
    const std::optional<qint64> type = object(id)[scenario::code::type].toInt();
    return type ? d->catalogue.find(*type) : nullptr;
}

qint64 EditSession::addObject(qint64 type, QPoint at)
{
    const qint64 id = FreeIds(d->scenario(), d->catalogue).take();
    const ComponentType *known = d->catalogue.find(type);
    const auto titleNow = [type, title = known ? known->title : QString()] {
        return title.isEmpty() ? tr("Component %1").arg(type) : catalogue::translated(title);
    };
    const QString name = FreeNames(d->scenario()).take(titleNow());
    const Json object = newObject(known, {id, type, at, name, creationDate(d->clock)});
    const Edit edit(d->document, [titleNow] { return tr("Add %1").arg(titleNow()); });
    d->document.insertObjects({{d->scenario().objectCount(), object}});
    return id;
}

void EditSession::setProperty(const QList<qint64> &ids, const QString &code, const Json &value)
{
    if (code == scenario::code::id)
        return;
    d->changeObjects(
        ids, [title = d->titleOf(ids, code)] { return tr("Change %1").arg(title.text()); },
        [&](Json object, const ComponentType *type, qsizetype) { return withProperty(std::move(object), type, code, value); });
}

void EditSession::clearProperty(const QList<qint64> &ids, const QString &code)
{
    if (code == scenario::code::id)
        return;
    d->changeObjects(
        ids, [title = d->titleOf(ids, code)] { return tr("Reset %1").arg(title.text()); },
        [&](Json object, const ComponentType *, qsizetype) {
            object.remove(code);
            return object;
        });
}

void EditSession::moveObjects(const QList<std::pair<qint64, QPoint>> &places)
{
    QList<qint64> ids;
    for (const auto &place : places)
        ids.append(place.first);
    d->changeObjects(
        ids, [] { return tr("Move"); },
        [&](Json object, const ComponentType *type, qsizetype index) {
            const QPoint at = places.at(index).second;
            for (const auto &[key, value] : {std::pair(u"oLeft"_s, at.x()), std::pair(u"oTop"_s, at.y())}) {
                if (object[key].toInt() != value)
                    object = withProperty(std::move(object), type, key, Json(value));
            }
            return object;
        });
}

Removal EditSession::removeObjects(const QList<qint64> &ids)
{
    const scenario::Scenario &document = d->scenario();
    Removal removal;
    QList<qsizetype> positions;
    QSet<qint64> gone;
    for (const qint64 id : ids) {
        const qsizetype position = document.indexOf(id);
        if (position < 0 || gone.contains(id))
            continue;
        gone.insert(id);
        positions.append(position);
        removal.removed.append(id);
    }
    std::sort(positions.begin(), positions.end());
    QSet<qint64> left = gone; // another object of the same oId is then the one that is meant
    for (qsizetype i = 0; i < document.objectCount(); ++i) {
        const std::optional<qint64> id = document.objectId(i);
        if (id && gone.contains(*id) && document.indexOf(*id) != i)
            left.remove(*id);
    }
    Healing healing = heal(document, d->catalogue, left);
    const Edit edit(d->document, [] { return tr("Remove"); });
    d->document.setObjects(healing.objects);
    d->document.removeObjects(positions);
    removal.healed = std::move(healing.healed);
    removal.cut = std::move(healing.cut);
    return removal;
}

Result<void> EditSession::link(const Link &link)
{
    for (const std::optional<qint64> id : {std::optional(link.from), link.target}) {
        if (id && d->scenario().indexOf(*id) < 0)
            return core::fail(u"not_found"_s, tr("There is no component with the oId %1.").arg(*id));
    }
    const QString property = propertyOfOutcome(object(link.from), typeOf(link.from), link.outcome);
    if (property.isEmpty())
        return core::fail(u"no_outcome"_s, tr("This component has no way out \"%1\" that could lead anywhere.").arg(link.outcome));
    d->changeObjects(
        {link.from},
        [title = d->titleOf({link.from}, property), isSet = link.target.has_value()] {
            return (isSet ? tr("Connect %1") : tr("Disconnect %1")).arg(title.text());
        },
        [&](Json object, const ComponentType *type, qsizetype) {
            if (link.target)
                return withProperty(std::move(object), type, property, Json(*link.target));
            object.remove(property);
            return object;
        });
    return {};
}

void EditSession::renumberObject(qsizetype position)
{
    Json object = d->scenario().object(position);
    if (!object.isObject())
        return;
    object = withProperty(std::move(object), nullptr, scenario::code::id.toString(), Json(FreeIds(d->scenario(), d->catalogue).take()));
    scenario::Scenario changed = d->scenario();
    changed.setObject(position, object);
    replaceAll(changed, [] { return tr("Give an oId of its own"); });
}

Result<qint64> EditSession::insertObject(const Link &into, qint64 type, QPoint at)
{
    const Gesture gesture(*this, [] { return tr("Insert"); });
    std::optional<qint64> target = into.target;
    for (const Way &way : waysOut(object(into.from), typeOf(into.from))) {
        if (!target && way.outcome == into.outcome)
            target = way.target;
    }
    if (target && d->scenario().indexOf(*target) < 0)
        target.reset();
    // First the transition: where it cannot be, nothing is made.
    if (const Result<void> possible = link({into.from, into.outcome, target}); !possible)
        return tl::unexpected(possible.error());
    const qint64 id = addObject(type, at);
    if (const Result<void> linked = link({into.from, into.outcome, id}); !linked)
        return tl::unexpected(linked.error());
    const ComponentType *known = d->catalogue.find(type);
    if (target && known) {
        const auto way = std::find_if(known->outcomes.begin(), known->outcomes.end(),
                                      [](const catalogue::OutcomeType &outcome) { return !outcome.property.isEmpty(); });
        if (way != known->outcomes.end())
            static_cast<void>(link({id, way->code, target}));
    }
    return id;
}

Fragment EditSession::copy(const QList<qint64> &ids, const QStringList &notes) const
{
    QList<qsizetype> positions;
    for (const qint64 id : ids) {
        const qsizetype position = d->scenario().indexOf(id);
        if (position >= 0 && !positions.contains(position))
            positions.append(position);
    }
    std::sort(positions.begin(), positions.end());
    Fragment fragment;
    const VariablePlaces places(d->catalogue, d->dialect, declaredVariables(d->scenario()));
    QSet<QString> used;
    for (const qsizetype position : positions) {
        fragment.objects.append(d->scenario().object(position));
        for (const QString &name : places.names(fragment.objects.last()))
            used.insert(name);
    }
    for (const scenario::Variable &variable : d->scenario().variables()) {
        if (used.remove(variable.name))
            fragment.variables.append(d->scenario().scriptData()[scenario::code::variables].at(variable.index));
    }
    fragment.notes = NoteEdits::entriesOf(d->scenario(), notes);
    return fragment;
}

Pasted EditSession::paste(const Fragment &fragment, QPoint at)
{
    if (fragment.isEmpty())
        return {};
    std::optional<QPointF> topLeft = topLeftOf(fragment.objects);
    for (const Json &note : fragment.notes) {
        const QPointF place(note[u"left"].toDouble().value_or(0), note[u"top"].toDouble().value_or(0));
        topLeft = topLeft ? QPointF(std::min(topLeft->x(), place.x()), std::min(topLeft->y(), place.y())) : place;
    }
    const QPointF by = at - topLeft.value_or(QPointF());
    const QList<Json> objects = placedAnew(fragment.objects, d->scenario(), d->catalogue, by, creationDate(d->clock));
    QList<PlacedObject> added;
    Pasted pasted;
    for (const Json &object : objects) {
        added.append({d->scenario().objectCount() + added.size(), object});
        pasted.objects.append(object[scenario::code::id].toInt().value_or(0));
    }
    const Edit edit(d->document, [] { return tr("Paste"); });
    d->variables.declare(fragment.variables);
    if (!added.isEmpty())
        d->document.insertObjects(added);
    if (const auto notes = NoteEdits(*this).paste(fragment.notes, by); notes)
        pasted.notes = *notes;
    else
        pasted.notesFault = notes.error().message;
    return pasted;
}

Result<void> EditSession::addVariable(const QString &name, qint64 type, qint64 location)
{
    return d->variables.add(name, type, location);
}

Result<void> EditSession::renameVariable(const QString &name, const QString &newName)
{
    return d->variables.rename(name, newName);
}

Result<void> EditSession::setVariableType(const QString &name, qint64 type)
{
    return d->variables.setNumber(name, u"type"_s, type, [name] { return tr("Change the type of %1").arg(name); });
}

Result<void> EditSession::setVariableLocation(const QString &name, qint64 location)
{
    return d->variables.setNumber(name, u"location"_s, location, [name] { return tr("Change the scope of %1").arg(name); });
}

Result<void> EditSession::removeVariable(const QString &name)
{
    return d->variables.remove(name);
}

void EditSession::setExtension(const QString &key, const Json &value)
{
    const Json &root = d->scenario().root();
    Json extension = d->scenario().extension();
    if (value.isNull()) {
        if (!extension.isObject() || !extension.remove(key))
            return;
    } else {
        if (!extension.isObject())
            extension = Json::object();
        extension.set(key, value);
    }
    const Edit edit(d->document, [] { return tr("Change the notes of this document"); });
    d->document.setMember(Part::Root, scenario::code::extension.toString(), extension.size() == 0 ? std::nullopt : std::optional(extension),
                          root.size());
}

void EditSession::setEntity(const QString &key, const Json &value)
{
    if (d->scenario().form() != scenario::Form::Entity || key == scenario::code::scriptData || key == scenario::code::extension)
        return;
    const Edit edit(d->document, [key] { return tr("Change %1").arg(key); });
    d->document.setMember(Part::Root, key, value.isNull() ? std::nullopt : std::optional(value),
                          placeOfEntityKey(d->scenario().root(), key));
}

void EditSession::replaceAll(const scenario::Scenario &scenario, const StepText &text)
{
    const Edit edit(d->document, text);
    d->document.replace(scenario);
}

} // namespace signalbox::editing
