// SPDX-License-Identifier: GPL-3.0-or-later
// An editor of one property: a value in, edits out. It knows neither documents nor undo, and problems of the value are shown by the row.
#pragma once

#include "catalogue/property.h"
#include "core/diagnostic.h"
#include "designer/sheet/sheetcontext.h"
#include "editing/sheetmodel.h"

#include <QWidget>

namespace signalbox::designer {

/// What an editor itself has to say about the text in it, and what can be done about it.
struct Notice {
    core::Severity severity = core::Severity::Error;
    QString text;
    QString action; ///< a link behind the text; empty for none
    std::function<core::Result<void>()> run;
    QString stands; ///< code of the problem that need not be shown beside it
};

class PropertyEditor : public QWidget
{
    Q_OBJECT

public:
    /// context must outlive it.
    PropertyEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);

    const catalogue::Property &property() const { return m_property; }
    /// Shows this value and emits nothing. What is being typed stays as it is where it already means this value.
    virtual void showRow(const editing::SheetRow &row) = 0;
    /// Where the cursor goes.
    virtual QWidget *focusTarget() = 0;
    /// Takes the sheet's whole width, below its title. May change: widthChanged().
    virtual bool isWide() const { return false; }
    /// A small control that stands with the title, or nullptr.
    virtual QWidget *titlePart() const { return nullptr; }
    /// Whether it shows problems of this kind itself, so that the row need not.
    virtual bool shows(const core::Diagnostic &) const { return false; }
    virtual void setMarked(core::Severity severity, bool marked);
    /// The edit that is going on, if there is one, is over: the cursor has left.
    virtual void finish() {}
    const QList<Notice> &notices() const { return m_notices; }

Q_SIGNALS:
    /// By one key after another: all of it until the cursor leaves is one step.
    void typed(const signalbox::core::Json &value);
    /// At once.
    void chosen(const signalbox::core::Json &value);
    void cleared();
    void noticesChanged();
    void widthChanged();
    void componentRequested(qint64 id);

protected:
    SheetContext &context() const { return m_context; }
    void setNotices(const QList<Notice> &notices);

private:
    const catalogue::Property m_property;
    SheetContext &m_context;
    QList<Notice> m_notices;
};

/// The editor for the property's kind.
PropertyEditor *makePropertyEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent);

/// A variable that the document does not declare, with the offer to declare it as one of this type.
Notice missingVariable(const QString &name, core::ValueType type, SheetContext &context);

/// A unit of a description as a person reads it.
QString unitText(const QString &unit);

/// Accessible name, description and object name of the widget that takes the keys for a property.
void describe(QWidget *widget, const catalogue::Property &property, const QString &part = {});

} // namespace signalbox::designer
