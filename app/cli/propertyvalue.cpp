// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/propertyvalue.h"

#include <QCoreApplication>
#include <QStringList>

namespace signalbox::cli {

using namespace Qt::StringLiterals;
using catalogue::PropertyKind;
using core::Json;

namespace {

core::Result<Json> choice(const catalogue::Property &property, const QString &text)
{
    if (const catalogue::Option *byCode = property.option(text))
        return Json(byCode->id);
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (isNumber && property.option(id))
        return Json(id);
    QStringList options;
    for (const catalogue::Option &option : property.options)
        options.append(u"%1 (%2)"_s.arg(option.code).arg(option.id));
    return core::fail(u"usage"_s, QCoreApplication::translate("PropertyValue", "\"%1\" is no option of %2. There are: %3.")
                                      .arg(text, property.code, options.join(u", "_s)));
}

core::Result<Json> yesNo(const catalogue::Property &property, const QString &text)
{
    if (text == "1"_L1 || text == "yes"_L1 || text == "true"_L1)
        return Json(1);
    if (text == "0"_L1 || text == "no"_L1 || text == "false"_L1)
        return Json(0);
    return core::fail(u"usage"_s,
                      QCoreApplication::translate("PropertyValue", "%1 is yes (1) or no (0), not \"%2\".").arg(property.code, text));
}

core::Result<Json> integer(const catalogue::Property &property, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return Json(number);
    return core::fail(u"usage"_s,
                      QCoreApplication::translate("PropertyValue", "%1 is a whole number, not \"%2\".").arg(property.code, text));
}

} // namespace

core::Result<Json> propertyValue(const catalogue::Property &property, const QString &text, const core::Dialect &dialect)
{
    switch (property.kind) {
    case PropertyKind::Choice:
        return choice(property, text);
    case PropertyKind::YesNo:
        return yesNo(property, text);
    case PropertyKind::Number:
    case PropertyKind::Transition:
        return integer(property, text);
    case PropertyKind::Argument: {
        const bool number = property.format == catalogue::ValueFormat::Number;
        return Json::object({{u"argType"_s, Json(dialect.argConstant)},
                             {u"varType"_s, Json(number ? dialect.typeNumber : dialect.typeString)},
                             {u"value"_s, Json(text)}});
    }
    case PropertyKind::Text:
    case PropertyKind::Variable:
        return Json(text);
    case PropertyKind::Assignments:
        break;
    }
    return core::fail(u"usage"_s,
                      QCoreApplication::translate("PropertyValue", "%1 cannot be given on the command line.").arg(property.code));
}

} // namespace signalbox::cli
