// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/fragment.h"

#include "scenario/componentcodes.h"
#include "scenario/scenarioreader.h"

#include <QCoreApplication>

namespace signalbox::editing {

using core::Json;
using namespace Qt::StringLiterals;

QByteArray Fragment::toText() const
{
    return Json::object(
               {{scenario::code::objects.toString(), Json::array(objects)}, {scenario::code::variables.toString(), Json::array(variables)}})
        .toPretty();
}

core::Result<Fragment> Fragment::read(QByteArrayView text)
{
    const scenario::ReadResult read = scenario::readScenario(text);
    if (!read.scenario) {
        const QString why = read.diagnostics.isEmpty() ? QString() : read.diagnostics.first().message;
        return core::fail(u"not_a_scenario"_s,
                          QCoreApplication::translate("Fragment", "The clipboard holds no components of a scenario: %1").arg(why));
    }
    Fragment fragment;
    const auto addObjects = [](QList<Json> &to, const QList<Json> &from) {
        std::copy_if(from.begin(), from.end(), std::back_inserter(to), [](const Json &value) { return value.isObject(); });
    };
    addObjects(fragment.objects, read.scenario->objects());
    addObjects(fragment.variables, read.scenario->scriptData()[scenario::code::variables].items());
    return fragment;
}

} // namespace signalbox::editing
