// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/property.h"

namespace signalbox::catalogue {

using namespace Qt::StringLiterals;

QString kindName(PropertyKind kind)
{
    switch (kind) {
    case PropertyKind::Choice:
        return u"choice"_s;
    case PropertyKind::YesNo:
        return u"yesno"_s;
    case PropertyKind::Text:
        return u"text"_s;
    case PropertyKind::Number:
        return u"number"_s;
    case PropertyKind::Argument:
        return u"argument"_s;
    case PropertyKind::Variable:
        return u"variable"_s;
    case PropertyKind::Transition:
        return u"transition"_s;
    case PropertyKind::Assignments:
        break;
    }
    return u"assignments"_s;
}

namespace {

/// A yes/no holds 1 or 0 (platform.md §5).
const QList<Option> &yesNo()
{
    static const QList<Option> options{{0, u"no"_s, u"No"_s, {}}, {1, u"yes"_s, u"Yes"_s, {}}};
    return options;
}

template <typename Predicate>
const Option *findOption(const Property &property, Predicate matches)
{
    const QList<Option> &options = property.kind == PropertyKind::YesNo ? yesNo() : property.options;
    const auto found = std::find_if(options.cbegin(), options.cend(), matches);
    return found == options.cend() ? nullptr : &*found;
}

} // namespace

const Option *Property::option(qint64 id) const
{
    return findOption(*this, [id](const Option &option) { return option.id == id; });
}

const Option *Property::option(QStringView optionCode) const
{
    return findOption(*this, [optionCode](const Option &option) { return option.code == optionCode; });
}

} // namespace signalbox::catalogue
