// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/scenario.h"

#include "scenario/componentcodes.h"

namespace signalbox::scenario {

using core::Json;
using namespace Qt::StringLiterals;

Scenario::Scenario(Json root, Form form) : m_root(std::move(root)), m_form(form)
{
    const QList<Json> &all = objects();
    m_index.reserve(all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const std::optional<qint64> id = objectId(i);
        if (id && !m_index.contains(*id))
            m_index.insert(*id, i);
    }
}

const Json &Scenario::scriptData() const
{
    return m_form == Form::Entity ? m_root[code::scriptData] : m_root;
}

QString Scenario::scriptPointer() const
{
    return m_form == Form::Entity ? u"/scriptdata"_s : QString();
}

QString Scenario::code() const
{
    return m_form == Form::Entity ? m_root[u"code"].toString() : QString();
}

QString Scenario::name() const
{
    return m_form == Form::Entity ? m_root[u"name"].toString() : QString();
}

const QList<Json> &Scenario::objects() const
{
    return scriptData()[code::objects].items();
}

qsizetype Scenario::objectCount() const
{
    return objects().size();
}

const Json &Scenario::object(qsizetype index) const
{
    return scriptData()[code::objects].at(index);
}

std::optional<qint64> Scenario::objectId(qsizetype index) const
{
    return object(index)[code::id].toInt();
}

std::optional<qint64> Scenario::objectType(qsizetype index) const
{
    return object(index)[code::type].toInt();
}

qsizetype Scenario::indexOf(qint64 id) const
{
    return m_index.value(id, -1);
}

QList<Variable> Scenario::variables() const
{
    QList<Variable> result;
    const QList<Json> &all = scriptData()[code::variables].items();
    result.reserve(all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Json &variable = all.at(i);
        if (!variable[code::name].isString())
            continue;
        result.append(
            {i, variable[code::name].toString(), variable[u"type"].toInt().value_or(0), variable[u"location"].toInt().value_or(0)});
    }
    return result;
}

const Json &Scenario::initialVariables() const
{
    static const Json none;
    return m_form == Form::Entity ? m_root[u"opts"][code::variables] : none;
}

const Json &Scenario::extension() const
{
    return m_root[code::extension];
}

Scenario Scenario::stripped() const
{
    Json root = m_root;
    root.remove(code::extension);
    return Scenario(std::move(root), m_form);
}

} // namespace signalbox::scenario
