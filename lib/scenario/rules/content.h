// SPDX-License-Identifier: GPL-3.0-or-later
// Applies the rules about message bodies (bodycheck.h) to the objects of a document: which of their properties is one, what message it
// belongs to, and where a finding stands in the file.
#pragma once

#include "scenario/bodycheck.h"
#include "scenario/rules/arguments.h"

#include <QHash>
#include <QSet>

namespace signalbox::scenario {

class ContentRules final
{
public:
    explicit ContentRules(Context &context)
        : m_context(context), m_check(context.dialect, context.slotOf,
                                      [&context](const QString &name) { return context.variables.at(context.variables.find(name)).type; })
    {}

    /// Whether this is a message body that may not be empty: an empty text is no JSON.
    bool needsText(const ObjectView &object, const catalogue::Property &property);
    /// The argument of a property that holds JSON.
    void check(const ObjectView &object, const catalogue::Property &property, const Argument &argument);

private:
    /// What is known of a message code of a capability.
    struct Known {
        const capability::Message *message = nullptr; ///< nullptr: nothing
        bool isJson = true;
    };

    Known messageOf(const ObjectView &object);

    Context &m_context;
    BodyCheck m_check;
    QHash<std::pair<QString, QString>, Known> m_messages;                   // by capability and code: scenarios send few kinds often
    QSet<std::pair<const capability::Message *, QString>> m_cleanConstants; // bodies often repeat; clean ones are checked once
};

} // namespace signalbox::scenario
