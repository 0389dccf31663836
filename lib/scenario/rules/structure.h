// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the document's frame: kinds of its parts, object ids, the one Start, declarations of variables. Not about properties.
#pragma once

#include "scenario/rules/context.h"

#include <QCoreApplication>

namespace signalbox::scenario {

class StructureRules final
{
    Q_DECLARE_TR_FUNCTIONS(StructureRules)

public:
    explicit StructureRules(Context &context) : m_context(context) {}

    /// Before the objects: what stands around them.
    void checkFrame();
    /// Each object in the document's order; any but a start again when it has changed, with the oId that it had.
    void checkObject(const ObjectView &object);
    /// After all objects.
    void checkStarts();
    void checkUnusedVariables();

private:
    void checkKind(const core::Json *value, core::Json::Type type, const QString &name, const QString &pointer);
    void checkCommonKeys(const ObjectView &object);
    void checkInteger(const ObjectView &object, QStringView key);
    void checkId(const ObjectView &object);
    void checkVariable(const core::Json &variable, const QString &pointer);
    void checkVariableNumbers(const core::Json &variable, const QString &name, const QString &pointer);

    Context &m_context;
    QHash<qint64, qsizetype> m_ids; // first position of each oId
    qsizetype m_starts = 0;
};

} // namespace signalbox::scenario
