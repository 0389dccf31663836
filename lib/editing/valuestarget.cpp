// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/valuestarget.h"

#include "editing/keyorder.h"

namespace signalbox::editing {

using core::Json;

ValuesTarget::ValuesTarget(const catalogue::ComponentType *type, QObject *parent) : PropertyTarget(parent), m_type(type)
{}

void ValuesTarget::setValues(const Json &values)
{
    change(values.isObject() ? values : Json::object());
}

QList<Json> ValuesTarget::objects() const
{
    return m_type ? QList<Json>{m_values} : QList<Json>();
}

void ValuesTarget::set(const QString &code, const Json &value)
{
    change(withProperty(m_values, m_type, code, value));
}

void ValuesTarget::clear(const QString &code)
{
    Json values = m_values;
    values.remove(code);
    change(std::move(values));
}

void ValuesTarget::change(Json values)
{
    if (values == m_values)
        return;
    m_values = std::move(values);
    Q_EMIT changed();
}

} // namespace signalbox::editing
