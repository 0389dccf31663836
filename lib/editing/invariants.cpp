// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/invariants.h"

namespace signalbox::editing {

using scenario::Scenario;
using namespace Qt::StringLiterals;

namespace {

#if defined(QT_FORCE_ASSERTS) || !defined(QT_NO_DEBUG)
constexpr bool isChecked = true;
#else
constexpr bool isChecked = false;
#endif

} // namespace

QString indexFault(const Scenario &scenario)
{
    qsizetype ids = 0;
    for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
        const std::optional<qint64> id = scenario.objectId(i);
        if (!id)
            continue;
        const qsizetype first = scenario.indexOf(*id);
        if (first < 0 || first > i || scenario.objectId(first) != id)
            return u"oId %1 at position %2 is said to be at %3"_s.arg(*id).arg(i).arg(first);
        ids += first == i ? 1 : 0;
    }
    if (ids != scenario.idCount())
        return u"%1 oIds are there, %2 are known"_s.arg(ids).arg(scenario.idCount());
    return {};
}

qsizetype duplicateIds(const Scenario &scenario)
{
    qsizetype objects = 0;
    for (qsizetype i = 0; i < scenario.objectCount(); ++i)
        objects += scenario.objectId(i) ? 1 : 0;
    return objects - scenario.idCount();
}

InvariantCheck::InvariantCheck(const Scenario &scenario, Ids ids) : m_scenario(scenario)
{
    if (isChecked && ids == Ids::StayUnique)
        m_duplicates = duplicateIds(scenario);
}

InvariantCheck::~InvariantCheck()
{
    if (!isChecked)
        return;
    if (const QString fault = indexFault(m_scenario); !fault.isEmpty())
        qFatal("An edit broke the index of the document: %s", qPrintable(fault));
    if (m_duplicates >= 0 && duplicateIds(m_scenario) > m_duplicates)
        qFatal("An edit gave a component the oId of another");
}

} // namespace signalbox::editing
