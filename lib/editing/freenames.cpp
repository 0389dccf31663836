// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/freenames.h"

#include "editing/transitions.h"
#include "scenario/componentcodes.h"

#include <limits>

namespace signalbox::editing {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

/// "Start 2" is a "Start".
QString withoutNumber(const QString &name)
{
    const qsizetype space = name.lastIndexOf(u' ');
    if (space <= 0 || space + 1 == name.size() || name.at(space + 1) == u'0')
        return name;
    const QStringView number = QStringView(name).sliced(space + 1);
    const bool isNumber = std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber && number.size() <= 6 ? name.left(space) : name;
}

} // namespace

FreeNames::FreeNames(const scenario::Scenario &scenario)
{
    m_names.reserve(scenario.objectCount());
    for (const Json &object : scenario.objects())
        m_names.insert(object[scenario::code::name].toString());
}

QString FreeNames::take(const QString &wanted)
{
    QString name = wanted;
    if (m_names.contains(name)) {
        const QString base = withoutNumber(wanted);
        int &number = m_next[base];
        number = std::max(number, 1);
        do {
            name = u"%1 %2"_s.arg(base).arg(++number);
        } while (m_names.contains(name));
    }
    m_names.insert(name);
    return name;
}

FreeIds::FreeIds(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue)
{
    m_taken.reserve(scenario.objectCount());
    for (const Json &object : scenario.objects()) {
        const std::optional<qint64> type = object[scenario::code::type].toInt();
        if (const std::optional<qint64> id = object[scenario::code::id].toInt())
            m_taken.insert(*id);
        forEachWay(object, type ? catalogue.find(*type) : nullptr,
                   [this](const QString &, const QString &, qint64 target) { m_taken.insert(target); });
    }
    constexpr qint64 largest = std::numeric_limits<qint32>::max() / 2; // beyond it a platform's integer may end
    for (const qint64 id : m_taken)
        m_last = id <= largest ? std::max(m_last, id) : m_last;
}

qint64 FreeIds::take()
{
    do {
        ++m_last;
    } while (m_taken.contains(m_last));
    return m_last;
}

} // namespace signalbox::editing
