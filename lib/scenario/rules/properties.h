// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about the properties of a component that has a description: kind, options, needed and hidden values, limits, paths.
#pragma once

#include "scenario/rules/arguments.h"
#include "scenario/rules/content.h"

namespace signalbox::scenario {

class PropertyRules final
{
    Q_DECLARE_TR_FUNCTIONS(PropertyRules)

public:
    explicit PropertyRules(Context &context) : m_context(context), m_arguments(context), m_content(context) {}

    void checkObject(const ObjectView &object);

private:
    using BrokenChoices = QVarLengthArray<const catalogue::Property *, 4>;

    void checkProperty(const ObjectView &object, const catalogue::Property &property, const core::Json *value);
    BrokenChoices checkChoices(const ObjectView &object);
    static bool dependsOn(const catalogue::Condition &condition, const BrokenChoices &choices);
    bool checkChoice(const ObjectView &object, const catalogue::Property &property, const core::Json &value);
    void checkValue(const ObjectView &object, const catalogue::Property &property, const core::Json &value);
    void checkArgument(const ObjectView &object, const catalogue::Property &property, const core::Json &value);
    void checkRange(const ObjectView &object, const catalogue::Property &property, const core::Json &at, const QString &path,
                    double number);
    void checkPath(const ObjectView &object, const catalogue::Property &property, const Argument &argument, const QString &path);
    void checkVariable(const ObjectView &object, const catalogue::Property &property, const core::Json &value);
    void checkTransition(const ObjectView &object, const catalogue::Property &property, const core::Json &value);
    void checkAssignments(const ObjectView &object, const catalogue::Property &property, const core::Json &value);
    void wrongKind(const ObjectView &object, const catalogue::Property &property, const core::Json &value, const QString &wanted);

    Context &m_context;
    ArgumentRules m_arguments;
    ContentRules m_content;
};

} // namespace signalbox::scenario
