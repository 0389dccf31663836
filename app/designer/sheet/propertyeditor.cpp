// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/propertyeditor.h"

#include "catalogue/catalogue.h"
#include "designer/sheet/editors/argumenteditor.h"
#include "designer/sheet/editors/assignmentseditor.h"
#include "designer/sheet/editors/choiceeditor.h"
#include "designer/sheet/editors/numbereditor.h"
#include "designer/sheet/editors/texteditor.h"
#include "designer/sheet/editors/transitioneditor.h"
#include "designer/sheet/editors/variableeditor.h"
#include "designer/sheet/editors/yesnoeditor.h"
#include "designer/sheet/sheetstyle.h"
#include "scenario/diagnosticcodes.h"

namespace signalbox::designer {

using namespace Qt::StringLiterals;

PropertyEditor::PropertyEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : QWidget(parent), m_property(property), m_context(context)
{}

void PropertyEditor::setMarked(core::Severity severity, bool marked)
{
    if (QWidget *target = focusTarget())
        setMark(target, marked ? severityName(severity) : QString());
}

void PropertyEditor::setNotices(const QList<Notice> &notices)
{
    if (notices.isEmpty() && m_notices.isEmpty())
        return;
    m_notices = notices;
    Q_EMIT noticesChanged();
}

PropertyEditor *makePropertyEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
{
    switch (property.kind) {
    case catalogue::PropertyKind::Choice:
        return new ChoiceEditor(property, context, parent);
    case catalogue::PropertyKind::YesNo:
        return new YesNoEditor(property, context, parent);
    case catalogue::PropertyKind::Text:
        return new TextEditor(property, context, parent);
    case catalogue::PropertyKind::Number:
        return new NumberEditor(property, context, parent);
    case catalogue::PropertyKind::Argument:
        return new ArgumentEditor(property, context, parent);
    case catalogue::PropertyKind::Variable:
        return new VariableEditor(property, context, parent);
    case catalogue::PropertyKind::Transition:
        return new TransitionEditor(property, context, parent);
    case catalogue::PropertyKind::Assignments:
        break;
    }
    return new AssignmentsEditor(property, context, parent);
}

Notice missingVariable(const QString &name, core::ValueType type, SheetContext &context)
{
    Notice notice;
    notice.text = PropertyEditor::tr("There is no variable \"%1\".").arg(name);
    notice.action = PropertyEditor::tr("Create variable");
    notice.run = [name, type, &context] {
        return context.createVariable(name, type);
    };
    notice.stands = scenario::diagnosticcode::undeclared.toString();
    return notice;
}

QString unitText(const QString &unit)
{
    return unit == "s"_L1 ? PropertyEditor::tr("s", "seconds") : unit == "ms"_L1 ? PropertyEditor::tr("ms", "milliseconds") : unit;
}

void describe(QWidget *widget, const catalogue::Property &property, const QString &part)
{
    const QString title = catalogue::translated(property.title);
    widget->setObjectName(u"property."_s + property.code + (part.isEmpty() ? QString() : u'.' + part));
    widget->setAccessibleName(title);
    widget->setAccessibleDescription(catalogue::translated(property.help));
}

} // namespace signalbox::designer
