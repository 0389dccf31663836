// SPDX-License-Identifier: GPL-3.0-or-later
// Where one fills in an argument: a field that fits its kind, and the mark that changes the kind. What was typed as one kind is still there
// when one returns to it.
#pragma once

#include "designer/sheet/fields/argumentvalue.h"
#include "designer/sheet/propertyeditor.h"

#include <QHash>

class QHBoxLayout;

namespace signalbox::designer {

class JsonField;
class KindChip;
class SheetLine;

class ArgumentInput final : public QWidget
{
    Q_OBJECT

public:
    ArgumentInput(catalogue::ValueFormat format, SheetContext &context, QWidget *parent);

    void setUnit(const QString &unit);
    /// Names parts for tests and screen readers.
    void describeAs(const catalogue::Property &property, const QString &part = {});
    /// json is null where there is no value, isDifferent where several objects have several.
    void showValue(const core::Json &json, bool isDifferent);
    QWidget *focusTarget() const;
    /// In the order in which Tab walks them.
    QList<QWidget *> tabStops() const;
    bool isJson() const;
    /// What belongs beside the title, or nullptr; and whether it wants the whole width (see arranged()).
    QWidget *titlePart() const;
    bool isWide() const;
    JsonField *jsonField() const { return isJson() ? m_json : nullptr; }
    void setMarked(core::Severity severity, bool marked);
    QList<Notice> notices() const;
    /// The text of a constant; empty for other kinds.
    QString constantText() const { return m_value.kind == ArgumentKind::Constant ? m_value.text : QString(); }

Q_SIGNALS:
    void typed(const signalbox::core::Json &value);
    void chosen(const signalbox::core::Json &value);
    void noticesChanged();
    void arranged();

private:
    void makeJsonField();
    void takeText(const QString &text);
    void choose(const ArgumentValue &value);
    void changeKind(ArgumentKind kind);
    void arrange();
    QString placeholder() const;
    core::ValueType typeOfNew() const;
    std::optional<Notice> variableNotice(const QString &name) const;
    std::optional<Notice> expressionNotice() const;

    const catalogue::ValueFormat m_format;
    SheetContext &m_context;
    SheetLine *m_line = nullptr;
    JsonField *m_json = nullptr; ///< where the format is JSON
    KindChip *m_chip = nullptr;
    QHBoxLayout *m_row = nullptr;
    core::Json m_shown; ///< as it was given or sent last
    ArgumentValue m_value;
    bool m_isDifferent = false;
    QHash<ArgumentKind, QString> m_typed; ///< by kind, what stood there before the kind was changed
};

} // namespace signalbox::designer
