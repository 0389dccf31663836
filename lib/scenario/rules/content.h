// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about message bodies: JSON, the schema of their message where it is known, an own qid, texts that go in unescaped. Templates are
// checked with stand-ins in the place of their variables (bodytext.h).
#pragma once

#include "scenario/rules/arguments.h"
#include "scenario/rules/bodytext.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace signalbox::scenario {

class ContentRules final
{
    Q_DECLARE_TR_FUNCTIONS(ContentRules)

public:
    explicit ContentRules(Context &context) : m_context(context) {}

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

    struct Subject {
        const ObjectView &object;
        const catalogue::Property &property;
        const Argument &argument;
        const capability::Message *message = nullptr;
    };

    Known messageOf(const ObjectView &object);
    bool checkText(const Subject &subject, BodyText body);
    QList<core::SchemaProblem> problemsOf(const Subject &subject, const BodyText::Reading &reading) const;
    void reportSyntax(const Subject &subject, const BodyText &body);
    void reportSchema(const Subject &subject, const BodyText::Reading &reading, const QList<core::SchemaProblem> &problems);
    bool checkQid(const Subject &subject, const BodyText::Reading &reading);
    bool checkUnescaped(const Subject &subject, const BodyText &body);
    Spot spotAt(const Subject &subject, qsizetype offset) const;

    Context &m_context;
    QHash<std::pair<QString, QString>, Known> m_messages;                   // by capability and code: scenarios send few kinds often
    QSet<std::pair<const capability::Message *, QString>> m_cleanConstants; // bodies often repeat; clean ones are checked once
};

} // namespace signalbox::scenario
