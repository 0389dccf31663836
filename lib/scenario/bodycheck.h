// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the text of a message body: JSON, the schema of its message where that is known, an own qid, texts that go in unescaped.
// Templates are checked with stand-ins in the place of their variables. Validation and the editor of bodies ask it; places are offsets.
#pragma once

#include "capability/capabilities.h"
#include "core/diagnostic.h"
#include "core/dialect.h"
#include "expression/environment.h"

#include <QCoreApplication>

#include <functional>
#include <stop_token>

namespace signalbox::scenario {

class BodyText;

struct BodySubject {
    QString text;
    bool isTemplate = false;
    const capability::Message *message = nullptr; ///< nullptr: no description declares it
    bool waits = false;                           ///< the component waits for the answer
};

struct BodyProblem {
    core::Severity severity = core::Severity::Error;
    QString code; ///< content.* of diagnosticcodes.h
    QString message;
    qsizetype offset = 0; ///< in the text
    qsizetype line = 0;   ///< of the text, 1-based
    qsizetype column = 0; ///< 1-based, in characters
    QString detail;       ///< the message without its place
};

class BodyCheck final
{
    Q_DECLARE_TR_FUNCTIONS(ContentRules)

public:
    /// The type of a declared variable; nothing where the dialect does not know its type.
    using TypeOf = std::function<std::optional<core::ValueType>(const QString &name)>;

    /// dialect must outlive it.
    BodyCheck(const core::Dialect &dialect, expression::SlotOf slotOf, TypeOf typeOf);

    /// In no particular order. Linear in the text, but for the schema. stop: when it is asked for, what is returned is a part of them.
    QList<BodyProblem> check(const BodySubject &subject, const std::stop_token &stop = {}) const;

private:
    void checkText(const BodySubject &subject, BodyText body, QList<BodyProblem> &found, const std::stop_token &stop) const;
    void checkUnescaped(const BodyText &body, QList<BodyProblem> &found, const std::stop_token &stop) const;

    const core::Dialect &m_dialect;
    expression::SlotOf m_slotOf;
    TypeOf m_typeOf;
};

/// Capability and code of the message that a component of this type sends with these values, where both are constants.
std::optional<std::pair<QString, QString>> messageNamed(qint64 type, const core::Json &object, const core::Dialect &dialect);
/// Whether a body is read as JSON at all; else it goes out as a JSON string, whatever it holds (platform.md §3).
bool isJsonBody(const capability::Message *message, const core::Dialect &dialect);

} // namespace signalbox::scenario
