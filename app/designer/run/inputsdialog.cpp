// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/inputsdialog.h"

#include "cluster/registrarview.h"
#include "runner/runreport.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

enum Kind { PlainValue, Connection };

Json inputJson(const scenario::Input &input)
{
    if (const auto *selector = std::get_if<scenario::ConnectionSelector>(&input))
        return Json::object({{u"connection"_s, Json(selector->text)}});
    return runner::toJson(std::get<core::Value>(input));
}

} // namespace

Json inputsJson(const scenario::Inputs &inputs)
{
    QList<core::JsonMember> startParams;
    for (auto it = inputs.startParams.begin(); it != inputs.startParams.end(); ++it)
        startParams.append({QString::number(it.key()), inputJson(it.value())});
    QList<core::JsonMember> variables;
    for (auto it = inputs.variables.begin(); it != inputs.variables.end(); ++it)
        variables.append({it.key(), inputJson(it.value())});
    return Json::object({{u"startparams"_s, Json::object(std::move(startParams))}, {u"variables"_s, Json::object(std::move(variables))}});
}

InputsDialog::InputsDialog(Question question, const core::Dialect &dialect, QWidget *parent)
    : QDialog(parent), m_question(std::move(question)), m_dialect(dialect), m_fault(new QLabel(this)),
      m_run(new QPushButton(tr("Run"), this))
{
    setObjectName(u"inputs"_s);
    setWindowTitle(m_question.title);
    auto *const text = new QLabel(m_question.text, this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    m_fault->setObjectName(u"inputs.fault"_s);
    m_fault->setProperty("error", true);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    m_run->setObjectName(u"inputs.run"_s);
    m_run->setProperty("primary", true);
    m_run->setDefault(true);

    auto *const rows = new QWidget;
    auto *const grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    const auto given = [](const auto &map, const auto &key) {
        const auto found = map.find(key);
        return found == map.end() ? std::nullopt : std::optional<scenario::Input>(found.value());
    };
    // The first start parameter, and those that are known: few scenarios use more.
    QList<int> numbers = m_question.inputs.startParams.keys();
    if (!numbers.contains(1))
        numbers.prepend(1);
    for (const int number : std::as_const(numbers))
        addRow(*grid, {number, {}, {}, tr("Start parameter %1").arg(number)}, given(m_question.inputs.startParams, number));
    QSet<QString> seen;
    for (const scenario::Variable &variable : m_question.scenario.variables()) {
        if (seen.contains(variable.name))
            continue;
        seen.insert(variable.name);
        const std::optional<core::ValueType> type = m_dialect.valueType(variable.type);
        addRow(*grid,
               {0, variable.name, type, tr("%1, a %2").arg(variable.name, core::valueTypeName(type.value_or(core::ValueType::String)))},
               given(m_question.inputs.variables, variable.name));
    }
    grid->setRowStretch(grid->rowCount(), 1);
    auto *const area = new QScrollArea(this);
    area->setObjectName(u"inputs.area"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(rows);

    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_run);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(area, 1);
    layout->addWidget(m_fault);
    layout->addLayout(buttons);
    connect(m_run, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    resize(600, std::min(560, 190 + 38 * static_cast<int>(m_rows.size())));
    if (!m_rows.isEmpty())
        m_rows.constFirst().value->setFocus();
    check();
}

void InputsDialog::addRow(QGridLayout &grid, Row row, const std::optional<scenario::Input> &input)
{
    const int at = static_cast<int>(m_rows.size());
    auto *const label = new QLabel(row.what);
    label->setTextFormat(Qt::PlainText);
    row.kind = new QComboBox;
    row.kind->addItems({tr("a value"), tr("a connection")});
    row.kind->setAccessibleName(tr("%1: how it is given").arg(row.what));
    row.value = new QLineEdit;
    row.value->setObjectName(row.startParam ? u"inputs.startparam%1"_s.arg(row.startParam) : u"inputs."_s + row.variable);
    row.value->setAccessibleName(row.what);
    label->setBuddy(row.value);
    if (input) {
        if (const auto *selector = std::get_if<scenario::ConnectionSelector>(&*input)) {
            row.kind->setCurrentIndex(Connection);
            row.value->setText(selector->text);
        } else {
            row.value->setText(std::get<core::Value>(*input).toText());
        }
    }
    const auto hint = [kind = row.kind, value = row.value] {
        value->setPlaceholderText(kind->currentIndex() == Connection ? u"user=LOGIN,capability=NAME"_s : tr("as the scenario begins"));
    };
    hint();
    grid.addWidget(label, at, 0);
    grid.addWidget(row.kind, at, 1);
    grid.addWidget(row.value, at, 2);
    connect(row.kind, &QComboBox::currentIndexChanged, this, [this, hint] {
        hint();
        check();
    });
    connect(row.value, &QLineEdit::textChanged, this, &InputsDialog::check);
    m_rows.append(row);
}

std::optional<scenario::Input> InputsDialog::inputOf(const Row &row)
{
    const QString text = row.value->text();
    if (text.isEmpty())
        return std::nullopt;
    if (row.kind->currentIndex() == Connection)
        return scenario::ConnectionSelector{text};
    const core::Value value(text);
    if (row.type == core::ValueType::Number) {
        if (const auto number = value.toNumber())
            return core::Value(*number);
    }
    return value;
}

QString InputsDialog::faultOf(const Row &row)
{
    const std::optional<scenario::Input> input = inputOf(row);
    if (!input)
        return {};
    if (const auto *selector = std::get_if<scenario::ConnectionSelector>(&*input)) {
        const auto parsed = cluster::Selector::parse(selector->text);
        return parsed ? QString() : tr("%1: %2").arg(row.what, parsed.error().message);
    }
    if (!row.type)
        return {};
    const auto cast = std::get<core::Value>(*input).cast(*row.type);
    return cast ? QString() : tr("%1: %2").arg(row.what, cast.error().message);
}

void InputsDialog::check()
{
    QString fault;
    for (const Row &row : std::as_const(m_rows)) {
        if (fault.isEmpty())
            fault = faultOf(row);
    }
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_run->setEnabled(fault.isEmpty());
}

scenario::Inputs InputsDialog::inputs() const
{
    scenario::Inputs inputs;
    for (const Row &row : m_rows) {
        const std::optional<scenario::Input> input = inputOf(row);
        if (!input)
            continue;
        if (row.startParam)
            inputs.startParams.insert(row.startParam, *input);
        else
            inputs.variables.insert(row.variable, *input);
    }
    return inputs;
}

} // namespace signalbox::designer
