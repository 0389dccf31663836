// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <algorithm>

namespace signalbox::cli {

using namespace Qt::StringLiterals;

QString Arguments::value(const QString &option, const QString &otherwise) const
{
    const auto found = m_values.constFind(option);
    return found == m_values.constEnd() ? otherwise : found->constLast();
}

core::Result<bool> Arguments::take(const QList<OptionSpec> &specs, QStringList &rest)
{
    const QString first = rest.constFirst().mid(2);
    const qsizetype equals = first.indexOf(u'=');
    const QString name = first.left(equals);
    const auto spec = std::find_if(specs.begin(), specs.end(), [&name](const OptionSpec &option) { return option.name == name; });
    if (spec == specs.end())
        return false;
    rest.removeFirst();
    if (has(name) && !spec->repeatable)
        return core::fail(u"usage"_s, tr("The option --%1 is given twice.").arg(name));
    if (spec->valueName.isEmpty()) {
        if (equals >= 0)
            return core::fail(u"usage"_s, tr("The option --%1 takes no value.").arg(name));
        add(name, {});
        return true;
    }
    if (equals >= 0) {
        add(name, first.mid(equals + 1));
        return true;
    }
    if (rest.isEmpty())
        return core::fail(u"usage"_s, tr("The option --%1 needs a value: %2.").arg(name, spec->valueName));
    add(name, rest.takeFirst());
    return true;
}

} // namespace signalbox::cli
