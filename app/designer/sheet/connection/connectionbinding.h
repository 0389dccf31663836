// SPDX-License-Identifier: GPL-3.0-or-later
// "The connection of … with capability …", picked when a run starts. The platform knows connection ids only, so the property stays an
// argument that the platform understands: a variable. Which connection's id the variable holds at the start is kept beside it, as a
// selector in x-signalbox.inputs, which every run reads and an upload leaves out:
//   - where start parameter 1 goes to that variable (Start's "startParam"), as inputs.startparams."1": it would overwrite the other;
//   - else as inputs.variables.NAME.
// On the platform itself the scenario must get the id in another way, as a start parameter or from the registrar. Each edit is one step.
#pragma once

#include "core/json.h"
#include "core/result.h"
#include "editing/editsession.h"

namespace signalbox::designer {

/// The property of component 144 that names a connection.
inline constexpr QStringView connectionProperty = u"conn";

/// Whose connection: an integration point's or a user's, with a capability or whatever it has.
struct ConnectionChoice {
    bool isUser = false;
    QString owner; ///< login, or integration point
    QString capability;

    /// As signalbox-cli --conn takes it.
    QString toSelector() const;
    /// Nothing where the text is a plain id or none at all.
    static std::optional<ConnectionChoice> fromSelector(const QString &text);
    bool operator==(const ConnectionChoice &) const = default;
};

/// What the run starts with for the variable that the argument names; nothing where it names none, or no selector is kept for it.
std::optional<ConnectionChoice> boundConnection(const editing::EditSession &session, const core::Json &argument);

/// Lets these objects' property take the chosen connection: by the variable that it names, or by a new one. Where a variable holds the same
/// connection already, that one is taken. Error: bad_selector (a name that a selector cannot hold, such as one with a comma), errors of
/// EditSession::addVariable.
core::Result<void> bindConnection(editing::EditSession &session, const QList<qint64> &objects, const ConnectionChoice &choice);

/// The variable stays; a run starts without a connection in it.
void unbindConnection(editing::EditSession &session, const core::Json &argument);

} // namespace signalbox::designer
