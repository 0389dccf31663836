// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/editors/numbereditor.h"

#include "core/jsonreader.h"
#include "core/value.h"
#include "designer/sheet/fields/sheetline.h"
#include "scenario/diagnosticcodes.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace signalbox::designer {

using core::Json;

namespace {

QString textOf(const Json &value)
{
    return value.isNull() ? QString() : value.isString() ? value.toString() : QString::fromUtf8(value.toCompact());
}

} // namespace

NumberEditor::NumberEditor(const catalogue::Property &property, SheetContext &context, QWidget *parent)
    : PropertyEditor(property, context, parent), m_line(new SheetLine(context, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    describe(m_line, property);
    m_line->setMono(true);
    if (!property.unit.isEmpty())
        m_line->setUnit(unitText(property.unit));
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &NumberEditor::take);
}

void NumberEditor::showRow(const editing::SheetRow &row)
{
    m_line->setPlaceholderText(row.isDifferent ? tr("different values") : rangeText());
    const Json value = row.isDifferent ? Json() : row.value;
    const bool isSame = value == m_value;
    m_value = value;
    if (isSame && m_line->hasFocus())
        return; // what is being typed may be no number yet
    m_line->showText(textOf(value));
    setNotices({});
}

QWidget *NumberEditor::focusTarget()
{
    return m_line;
}

void NumberEditor::finish()
{
    if (notices().isEmpty())
        return;
    m_line->showText(textOf(m_value)); // what was typed is no number: the stored one is still there
    setNotices({});
}

bool NumberEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            step(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return PropertyEditor::eventFilter(watched, event);
}

void NumberEditor::take(const QString &text)
{
    if (text.isEmpty()) {
        m_value = {};
        setNotices({});
        Q_EMIT cleared();
        return;
    }
    auto number = core::readJson(text.trimmed().toUtf8());
    if (!number || !number->isNumber()) {
        if (const std::optional<double> other = core::Value(text).toNumber())
            number = Json(*other); // as people write numbers: +5, .5
    }
    if (!number || !number->isNumber()) {
        Notice notice;
        notice.text =
            m_value.isNull() ? tr("\"%1\" is not a number.").arg(text) : tr("\"%1\" is not a number; %2 stays.").arg(text, textOf(m_value));
        notice.stands = scenario::diagnosticcode::propertyKind.toString();
        setNotices({notice});
        return;
    }
    setNotices({});
    number->setPlace({});
    m_value = *number;
    Q_EMIT typed(m_value);
}

void NumberEditor::step(int by)
{
    double number = m_value.toDouble().value_or(property().minimum.value_or(0)) + by;
    if (property().maximum)
        number = std::min(number, *property().maximum);
    if (property().minimum && (number < *property().minimum || (property().minimumExclusive && number <= *property().minimum)))
        return;
    const QString text = core::Value(number).toText();
    m_line->showText(text);
    m_line->end(false);
    take(text);
}

QString NumberEditor::rangeText() const
{
    const auto text = [](double number) {
        return core::Value(number).toText();
    };
    const catalogue::Property &rules = property();
    if (rules.minimum && rules.maximum)
        return rules.minimumExclusive ? tr("more than %1, at most %2").arg(text(*rules.minimum), text(*rules.maximum))
                                      : tr("%1 to %2").arg(text(*rules.minimum), text(*rules.maximum));
    if (rules.minimum)
        return (rules.minimumExclusive ? tr("more than %1") : tr("at least %1")).arg(text(*rules.minimum));
    return rules.maximum ? tr("at most %1").arg(text(*rules.maximum)) : QString();
}

} // namespace signalbox::designer
