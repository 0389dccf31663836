// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/firstfault.h"

namespace signalbox::core {

using namespace Qt::StringLiterals;

FirstFault::FirstFault(QString code, QString pattern) : m_code(std::move(code)), m_pattern(std::move(pattern))
{}

void FirstFault::complain(const Json &json, const QString &pointer, const QString &what)
{
    if (m_error)
        return;
    QString where = pointer.isEmpty() ? tr("the whole document") : pointer;
    if (json.place().line > 0)
        where = tr("%1 (line %2, column %3)").arg(where, QString::number(json.place().line), QString::number(json.place().column));
    m_error = Error{m_code, m_pattern.arg(where) + u' ' + what, pointer};
}

bool FirstFault::expectObject(const Json &json, const QString &pointer, const QStringList &known)
{
    if (!json.isObject()) {
        complain(json, pointer, tr("an object is expected here."));
        return false;
    }
    for (const JsonMember &member : json.members()) {
        if (!known.contains(member.key)) {
            complain(member.value, pointer + u'/' + pointerToken(member.key),
                     tr("\"%1\" is not known here; known are %2.").arg(member.key, known.join(u", "_s)));
            return false;
        }
    }
    return true;
}

qint64 FirstFault::integer(const Json &json, const QString &pointer, qint64 otherwise, qint64 least, qint64 most)
{
    const auto number = json.toInt();
    if (number && *number >= least && *number <= most)
        return *number;
    complain(json, pointer, tr("a whole number from %1 to %2 is expected here.").arg(least).arg(most));
    return otherwise;
}

qint64 FirstFault::integerIn(const Json &object, const QString &pointer, const QString &key, qint64 otherwise, qint64 least, qint64 most)
{
    const Json *value = object.find(key);
    return value ? integer(*value, pointer + u'/' + pointerToken(key), otherwise, least, most) : otherwise;
}

bool FirstFault::flagIn(const Json &object, const QString &pointer, const QString &key)
{
    const Json *value = object.find(key);
    if (value && !value->isBool())
        complain(*value, pointer + u'/' + pointerToken(key), tr("true or false is expected here."));
    return value && value->toBool();
}

} // namespace signalbox::core
