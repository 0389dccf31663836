// SPDX-License-Identifier: GPL-3.0-or-later
// A message body as text, a constant or a template, and the JSON values that it can stand for: a template's variables are replaced by
// stand-ins, once as numbers and once as strings. Finds places, judges nothing.
#pragma once

#include "core/diagnostic.h"
#include "core/json.h"
#include "expression/environment.h"

#include <QList>

#include <optional>

namespace signalbox::scenario {

class BodyText final
{
public:
    /// A variable in the text.
    struct Use {
        expression::VariableUse variable;
        bool inString = false; ///< between the quotation marks of a JSON string
    };

    /// The text with one choice of stand-ins, read.
    struct Reading {
        core::Json value;
        QString text;                                  ///< with the stand-ins
        QList<std::pair<qsizetype, qsizetype>> shifts; ///< offset behind a stand-in → offset behind its variable
    };

    explicit BodyText(const QString &text) : m_text(text) {}
    BodyText(const QString &text, const expression::SlotOf &slotOf);

    const QString &text() const { return m_text; }
    const QList<Use> &uses() const { return m_uses; }

    /// Readings differ by what stands in where a variable is outside JSON strings.
    enum class StandIn : quint8 { Number, Text };
    /// Whether both stand-ins give the same reading: a constant, or variables in strings only.
    bool hasOneReading() const;
    /// The reading, or nothing when it is not JSON; failure() then says why, and failureOffset() where in the text.
    std::optional<Reading> read(StandIn standIn);
    const core::Diagnostic &failure() const { return m_failure; }
    qsizetype failureOffset() const { return m_failureOffset; }

    /// Where a node of a reading stands in the text.
    static qsizetype offsetOf(const Reading &reading, core::JsonPlace place);

    /// Whether the value depends on a variable, itself or in what it contains.
    static bool isUnknown(const core::Json &value);
    /// Whether it is a string that a variable is a part of or is.
    static bool isUnknownString(const core::Json &value);
    /// Whether a variable is in a key of this object.
    static bool hasUnknownKey(const core::Json &value);

private:
    void findUses();
    Reading render(StandIn standIn) const;

    QString m_text;
    QList<Use> m_uses;
    core::Diagnostic m_failure;
    qsizetype m_failureOffset = 0;
};

} // namespace signalbox::scenario
