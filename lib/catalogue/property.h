// SPDX-License-Identifier: GPL-3.0-or-later
// A property of a component as its description gives it: title, code, kind, default, options, condition, help.
#pragma once

#include "core/json.h"

#include <QList>
#include <QString>

#include <optional>

namespace signalbox::catalogue {

enum class PropertyKind : quint8 { Choice, YesNo, Text, Number, Argument, Variable, Transition, Assignments };

/// "choice", "yesno", "text", "number", "argument", "variable", "transition", "assignments".
QString kindName(PropertyKind kind);

/// What an argument's or a text's value is read as.
enum class ValueFormat : quint8 { Any, Json, Path, Number };

struct Option {
    qint64 id = 0;
    QString code;
    QString title;
    QString help;
};

/// When a property is shown or required. Data of the description: {"property","is":[codes]}, {"property","not":[codes]}, {"all":[…]},
/// {"any":[…]}; the codes of a yes/no are "yes" and "no".
struct Condition {
    enum class Kind : quint8 { Always, Is, Not, All, Any };
    Kind kind = Kind::Always;
    QString property;
    QList<qint64> options; ///< option ids
    QList<Condition> parts;
};

struct Property {
    QString code;
    QString title;
    PropertyKind kind = PropertyKind::Text;
    ValueFormat format = ValueFormat::Any;
    QString unit; ///< "s", "ms", or empty
    QString help;
    core::Json defaultValue;       ///< option id, 0/1, or null where there is none ("—")
    QString defaultTitle;          ///< what the reference calls the default; empty where there is none
    std::optional<double> minimum; ///< exclusive when minimumExclusive
    bool minimumExclusive = false;
    std::optional<double> maximum;
    bool required = false;       ///< must not be empty while it is shown; see ComponentType::isRequired
    bool conditional = false;    ///< the page's "Visibility": shown under a condition
    bool writesVariable = false; ///< kind Variable: the component writes it (result, error, startParam)
    Condition condition;
    std::optional<Condition> requiredWhen; ///< must not be empty while it is shown and this holds
    QList<Option> options;                 ///< of a choice

    /// The option, or nullptr. A yes/no has "no" = 0 and "yes" = 1, though its options are not listed.
    const Option *option(qint64 id) const;
    const Option *option(QStringView code) const;
};

} // namespace signalbox::catalogue
