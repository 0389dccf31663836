// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/sheetline.h"

#include "designer/sheet/fields/namecompletion.h"
#include "designer/sheet/sheetstyle.h"
#include "expression/expression.h"
#include "expression/template.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QTextCharFormat>

namespace signalbox::designer {

using drawing::Role;

SheetLine::SheetLine(SheetContext &context, QWidget *parent) : QLineEdit(parent), m_context(context)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(60);
    setContextMenuPolicy(Qt::NoContextMenu); // the row's menu holds this one's
    new NameCompletion(*this, context);
    connect(this, &QLineEdit::textChanged, this, &SheetLine::highlight);
    connect(&context, &SheetContext::variablesChanged, this, &SheetLine::highlight);
    connect(&context, &SheetContext::themeChanged, this, &SheetLine::restyle);
    restyle();
}

void SheetLine::setReading(TextReading reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    highlight();
}

void SheetLine::setMono(bool isMono)
{
    m_isMono = isMono;
    restyle();
}

void SheetLine::setUnit(const QString &unit)
{
    if (!m_unit)
        m_unit = new QLabel(this);
    m_unit->setText(unit);
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    restyle();
}

void SheetLine::showText(const QString &newText)
{
    if (text() == newText)
        return;
    setText(newText);
    setCursorPosition(0);
}

bool SheetLine::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Where this line has nothing to undo, the key is the document's.
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Undo) && !isUndoAvailable()) || (key->matches(QKeySequence::Redo) && !isRedoAvailable())) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void SheetLine::inputMethodEvent(QInputMethodEvent *event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    if (!m_isComposing)
        highlight();
}

void SheetLine::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeUnit();
}

void SheetLine::restyle()
{
    const drawing::Theme &theme = m_context.theme();
    setStyleProperty(this, "mono", m_isMono ? QVariant(true) : QVariant());
    setFont(m_isMono ? theme.monoFont(theme.sizes().body - 1) : theme.uiFont(theme.sizes().body));
    if (m_unit) {
        QPalette colors = m_unit->palette();
        colors.setColor(QPalette::WindowText, theme.color(Role::Faint));
        m_unit->setPalette(colors);
        m_unit->setFont(theme.monoFont(theme.sizes().body - 1));
        m_unit->setStyleSheet(QStringLiteral("background: transparent; border: none; color: %1").arg(theme.color(Role::Faint).name()));
        m_unit->adjustSize();
        placeUnit();
    }
    highlight();
}

void SheetLine::placeUnit()
{
    if (!m_unit)
        return;
    constexpr int edge = 9;
    m_unit->move(width() - m_unit->width() - edge, (height() - m_unit->height()) / 2);
    setTextMargins(0, 0, m_unit->width() + edge, 0);
}

void SheetLine::highlight()
{
    if (m_isComposing)
        return;
    // A line edit has no highlighter, but it shows the formats that an input method gives to parts of its text.
    QList<QInputMethodEvent::Attribute> attributes;
    for (const VariableMark &mark : variableMarks(text(), m_reading, m_context)) {
        QTextCharFormat format;
        format.setForeground(m_context.theme().color(mark.isKnown ? Role::Accent : Role::Error));
        if (mark.isKnown)
            format.setBackground(m_context.theme().color(Role::AccentSoft));
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(mark.start) - cursorPosition(), static_cast<int>(mark.length),
                           QVariant::fromValue<QTextFormat>(format)});
    }
    QInputMethodEvent event(QString(), attributes);
    QLineEdit::inputMethodEvent(&event);
}

QList<VariableMark> variableMarks(const QString &text, TextReading reading, const SheetContext &context)
{
    QList<VariableMark> marks;
    if (text.isEmpty() || !context.hasDocument())
        return marks;
    const auto take = [&](const QList<expression::VariableUse> &uses) {
        for (const expression::VariableUse &use : uses)
            marks.append({use.column - 1, use.length, context.knowsVariable(use.name)});
    };
    switch (reading) {
    case TextReading::Plain:
        break;
    case TextReading::Variable:
        marks.append({0, text.size(), context.knowsVariable(text)});
        break;
    case TextReading::Expression:
        if (const auto parsed = expression::Expression::parse(text, context.dialect()))
            take(parsed->variables());
        break;
    case TextReading::Template:
        if (text.contains(u'['))
            take(expression::Template(text, [&](QStringView name) { return context.variableType(name) ? 0 : -1; }).variables());
        break;
    }
    return marks;
}

} // namespace signalbox::designer
