// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/sheetmodel.h"

#include "editing/keyorder.h"
#include "scenario/componentcodes.h"

namespace signalbox::editing {

using catalogue::ComponentType;
using catalogue::Property;
using core::Json;

namespace {

SheetRow rowFor(const ComponentType &type, const Property &property, const QList<Json> &objects)
{
    SheetRow row;
    row.property = &property;
    row.isShown = !objects.isEmpty();
    const Json *first = nullptr;
    for (const Json &object : objects) {
        const bool isShown = type.isShown(property, object);
        row.isShown = row.isShown && isShown;
        row.isShownSomewhere = row.isShownSomewhere || isShown;
        const Json *set = object.find(property.code);
        row.isSet = row.isSet || set;
        const Json *value = set ? set : &property.defaultValue;
        row.isDifferent = row.isDifferent || (first && *first != *value);
        first = first ? first : value;
    }
    if (!objects.isEmpty())
        row.value = objects.first()[property.code];
    return row;
}

} // namespace

SheetModel::SheetModel(QObject *parent) : QObject(parent)
{}

void SheetModel::setTarget(PropertyTarget *target)
{
    if (m_target)
        disconnect(m_target, nullptr, this, nullptr);
    m_target = target;
    if (m_target) {
        connect(m_target, &PropertyTarget::changed, this, &SheetModel::refresh);
        connect(m_target, &QObject::destroyed, this, &SheetModel::refresh);
    }
    refresh();
}

void SheetModel::setProblems(const core::Diagnostics &problems)
{
    m_problems = problems;
    refresh();
}

int SheetModel::rowOf(QStringView code) const
{
    return m_type ? m_type->positionOf(code) : -1;
}

QList<core::JsonMember> SheetModel::unknown() const
{
    const QList<Json> objects = m_target ? m_target->objects() : QList<Json>();
    QList<core::JsonMember> members;
    if (objects.size() != 1)
        return members;
    for (const core::JsonMember &member : objects.first().members()) {
        if (!isCommonKey(member.key) && rowOf(member.key) < 0)
            members.append(member);
    }
    return members;
}

void SheetModel::refresh()
{
    const ComponentType *type = m_target ? m_target->type() : nullptr;
    const QList<Json> objects = type ? m_target->objects() : QList<Json>();
    QList<SheetRow> rows;
    if (type) {
        rows.reserve(type->properties.size());
        for (const Property &property : type->properties)
            rows.append(rowFor(*type, property, objects));
        addProblems(rows, objects);
    }
    if (type != m_type || rows.size() != m_rows.size()) {
        m_type = type;
        m_rows = std::move(rows);
        Q_EMIT reset();
        return;
    }
    QList<int> changed;
    for (int i = 0; i < rows.size(); ++i) {
        if (rows.at(i) != m_rows.at(i))
            changed.append(i);
    }
    m_rows = std::move(rows);
    for (const int row : changed) {
        if (row < m_rows.size()) // whoever hears of one may turn to another target
            Q_EMIT rowChanged(row);
    }
}

void SheetModel::addProblems(QList<SheetRow> &rows, const QList<Json> &objects) const
{
    QList<qint64> ids;
    for (const Json &object : objects) {
        if (const std::optional<qint64> id = object[scenario::code::id].toInt())
            ids.append(*id);
    }
    for (const core::Diagnostic &problem : m_problems) {
        if (!problem.object || !ids.contains(*problem.object))
            continue;
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&](const SheetRow &one) { return one.property->code == problem.property; });
        if (row != rows.end())
            row->problems.append(problem);
    }
}

} // namespace signalbox::editing
