// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/argumentinput.h"

#include "designer/sheet/fields/kindchip.h"
#include "designer/sheet/fields/sheetline.h"
#include "designer/sheet/json/jsonfield.h"
#include "designer/sheet/sheetstyle.h"
#include "expression/expression.h"

#include <QHBoxLayout>

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

TextReading readingOf(ArgumentKind kind)
{
    switch (kind) {
    case ArgumentKind::Constant:
        return TextReading::Plain;
    case ArgumentKind::Variable:
        return TextReading::Variable;
    case ArgumentKind::Expression:
        return TextReading::Expression;
    case ArgumentKind::Template:
        break;
    }
    return TextReading::Template;
}

} // namespace

ArgumentInput::ArgumentInput(catalogue::ValueFormat format, SheetContext &context, QWidget *parent)
    : QWidget(parent), m_format(format), m_context(context), m_line(new SheetLine(context, this)), m_chip(new KindChip(context, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_row = new QHBoxLayout;
    m_row->setSpacing(6);
    m_row->addWidget(m_line, 1);
    m_row->addWidget(m_chip);
    column->addLayout(m_row);
    m_line->setMono(true);
    m_chip->setOffersTypes(format == catalogue::ValueFormat::Any);
    if (format == catalogue::ValueFormat::Json)
        makeJsonField();
    connect(m_line, &QLineEdit::textEdited, this, &ArgumentInput::takeText);
    connect(m_chip, &KindChip::kindChosen, this, &ArgumentInput::changeKind);
    connect(m_chip, &KindChip::typeChosen, this, [this](core::ValueType type) {
        ArgumentValue value = m_value;
        value.type = type;
        choose(value);
    });
    connect(&context, &SheetContext::variablesChanged, this, &ArgumentInput::noticesChanged);
    showValue(Json(), false);
    arrange();
}

void ArgumentInput::makeJsonField()
{
    m_json = new JsonField(m_context, this);
    m_json->setPlaceholder(placeholder());
    layout()->addWidget(m_json);
    QWidget::setTabOrder(m_json->focusTarget(), m_chip);
    connect(m_json, &JsonField::textEdited, this, &ArgumentInput::takeText);
    connect(m_json, &JsonField::viewChanged, this, &ArgumentInput::arranged);
    connect(m_json, &JsonField::textReplaced, this, [this](const QString &text) {
        ArgumentValue value = m_value;
        value.text = text;
        choose(value);
    });
}

void ArgumentInput::setUnit(const QString &unit)
{
    m_line->setUnit(unit);
}

void ArgumentInput::describeAs(const catalogue::Property &property, const QString &part)
{
    const QString dot = part.isEmpty() ? QString() : part + u'.';
    describe(m_line, property, m_json ? dot + "line"_L1 : part);
    if (m_json)
        m_json->describeAs(property, part);
    describe(m_chip, property, dot + "kind"_L1);
    m_chip->setAccessibleName(tr("Kind of %1").arg(catalogue::translated(property.title)));
    m_chip->setAccessibleDescription(m_chip->text());
}

void ArgumentInput::showValue(const Json &json, bool isDifferent)
{
    const bool isKnown = isDifferent == m_isDifferent && json == m_shown;
    m_isDifferent = isDifferent;
    m_shown = json;
    if (isKnown && !json.isNull())
        return;
    if (!isKnown)
        m_typed.clear();
    ArgumentValue value{ArgumentKind::Constant, typeOfNew(), {}};
    if (isKnown) {
        value.kind = m_value.kind; // chosen, and nothing typed yet
    } else if (!json.isNull() && !isDifferent) {
        // What is no argument is shown as it is; the row says what is wrong with it.
        value = ArgumentValue::read(json, m_context.dialect())
                    .value_or(ArgumentValue{ArgumentKind::Constant, typeOfNew(),
                                            json.isString() ? json.toString() : QString::fromUtf8(json.toCompact())});
    }
    m_value = value;
    arrange();
    Q_EMIT noticesChanged();
}

QWidget *ArgumentInput::focusTarget() const
{
    return isJson() ? m_json->focusTarget() : m_line;
}

QList<QWidget *> ArgumentInput::tabStops() const
{
    QList<QWidget *> stops{m_line};
    if (m_json)
        stops.append(m_json->focusTarget());
    stops.append(m_chip);
    return stops;
}

bool ArgumentInput::isJson() const
{
    return m_json && (m_value.kind == ArgumentKind::Constant || m_value.kind == ArgumentKind::Template);
}

void ArgumentInput::setMarked(core::Severity severity, bool marked)
{
    const QString mark = marked ? severityName(severity) : QString();
    setMark(m_line, mark);
    if (m_json)
        m_json->setMarked(mark);
}

QList<Notice> ArgumentInput::notices() const
{
    std::optional<Notice> notice;
    if (m_value.kind == ArgumentKind::Variable)
        notice = variableNotice(m_value.text);
    else if (m_value.kind == ArgumentKind::Expression)
        notice = expressionNotice();
    return notice ? QList<Notice>{*notice} : QList<Notice>();
}

void ArgumentInput::takeText(const QString &text)
{
    m_value.text = text;
    m_isDifferent = false;
    m_shown = m_value.toJson(m_context.dialect(), m_shown);
    Q_EMIT typed(m_shown);
    Q_EMIT noticesChanged();
}

void ArgumentInput::choose(const ArgumentValue &value)
{
    m_value = value;
    m_isDifferent = false;
    m_shown = m_value.toJson(m_context.dialect(), m_shown);
    arrange();
    Q_EMIT chosen(m_shown);
    Q_EMIT noticesChanged();
}

void ArgumentInput::changeKind(ArgumentKind kind)
{
    if (kind == m_value.kind)
        return;
    const bool hadFocus = focusTarget()->hasFocus() || m_chip->hasFocus();
    m_typed.insert(m_value.kind, m_value.text);
    ArgumentValue value = m_value.as(kind);
    if (const auto before = m_typed.constFind(kind); before != m_typed.constEnd())
        value.text = *before;
    const QHash<ArgumentKind, QString> typedBefore = m_typed;
    if (m_shown.isNull() && value.text.isEmpty() && !m_isDifferent) {
        m_value = value; // nothing to store yet
        arrange();
        Q_EMIT noticesChanged();
    } else {
        choose(value);
    }
    m_typed = typedBefore;
    if (hadFocus)
        focusTarget()->setFocus(Qt::OtherFocusReason);
}

void ArgumentInput::arrange()
{
    const bool showsJson = isJson();
    m_chip->setArgument(m_value.kind, m_value.type);
    m_line->setVisible(!showsJson);
    m_line->setReading(readingOf(m_value.kind));
    m_line->setPlaceholderText(placeholder());
    if (m_json) {
        m_json->setVisible(showsJson);
        m_json->setTemplate(m_value.kind == ArgumentKind::Template);
        m_json->setPlaceholder(placeholder());
        if (showsJson)
            m_json->bar()->insertWidget(0, m_chip);
        else
            m_row->addWidget(m_chip);
        m_chip->show();
    }
    if (showsJson)
        m_json->showText(m_value.text);
    else
        m_line->showText(m_value.text);
    if (m_json)
        m_json->titlePart()->setVisible(showsJson);
    Q_EMIT arranged();
}

QWidget *ArgumentInput::titlePart() const
{
    return m_json ? m_json->titlePart() : nullptr;
}

bool ArgumentInput::isWide() const
{
    return isJson() && m_json->isTree();
}

QString ArgumentInput::placeholder() const
{
    if (m_isDifferent)
        return tr("different values");
    switch (m_value.kind) {
    case ArgumentKind::Constant:
        return m_format == catalogue::ValueFormat::Path ? u":TEMP/report.pdf"_s : QString();
    case ArgumentKind::Variable:
        return tr("name of a variable");
    case ArgumentKind::Expression:
        return tr("such as [attempt] + 1");
    case ArgumentKind::Template:
        break;
    }
    return tr("text with [variables]");
}

core::ValueType ArgumentInput::typeOfNew() const
{
    return core::ValueType::String;
}

std::optional<Notice> ArgumentInput::variableNotice(const QString &name) const
{
    if (name.isEmpty() || !m_context.hasDocument() || m_context.knowsVariable(name))
        return std::nullopt;
    return missingVariable(name, m_format == catalogue::ValueFormat::Number ? core::ValueType::Number : core::ValueType::String, m_context);
}

std::optional<Notice> ArgumentInput::expressionNotice() const
{
    if (m_value.text.isEmpty())
        return std::nullopt;
    const auto parsed = expression::Expression::parse(m_value.text, m_context.dialect());
    if (!parsed) {
        Notice notice;
        notice.text = tr("%1 (column %2)").arg(parsed.error().message).arg(parsed.error().column);
        notice.stands = parsed.error().code;
        return notice;
    }
    for (const expression::VariableUse &use : parsed->variables()) {
        if (const std::optional<Notice> notice = variableNotice(use.name))
            return notice;
    }
    return std::nullopt;
}

} // namespace signalbox::designer
