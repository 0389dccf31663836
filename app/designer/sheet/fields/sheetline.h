// SPDX-License-Identifier: GPL-3.0-or-later
// A line of text in a sheet: variables in it stand out and complete, a unit stands at its end. What the text means is the editor's.
#pragma once

#include "designer/sheet/sheetcontext.h"

#include <QLineEdit>

class QLabel;

namespace signalbox::designer {

/// How a text is read, which says what in it is a variable.
enum class TextReading : quint8 { Plain, Variable, Expression, Template };

class SheetLine final : public QLineEdit
{
    Q_OBJECT

public:
    SheetLine(SheetContext &context, QWidget *parent);

    void setReading(TextReading reading);
    TextReading reading() const { return m_reading; }
    void setMono(bool isMono);
    void setUnit(const QString &unit);
    /// Shows another text, from its beginning; emits no textEdited. The same text stays as it is, cursor included.
    void showText(const QString &text);

protected:
    bool event(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void highlight();
    void placeUnit();

    SheetContext &m_context;
    TextReading m_reading = TextReading::Plain;
    QLabel *m_unit = nullptr;
    bool m_isMono = false;
    bool m_isComposing = false; ///< an input method is at work: its marks are not ours to replace
};

/// Where variables stand in a text: [name], or all of it; with whether the document declares them.
struct VariableMark {
    qsizetype start = 0;
    qsizetype length = 0;
    bool isKnown = false;
};
QList<VariableMark> variableMarks(const QString &text, TextReading reading, const SheetContext &context);

} // namespace signalbox::designer
