// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/run/inputsdialog.h"

#include "cluster/registrarview.h"
#include "designer/panels/panelviews.h"
#include "runner/runreport.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

enum Column { WhatColumn, KindColumn, ValueColumn, ColumnCount };
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
    : QDialog(parent), m_question(std::move(question)), m_dialect(dialect), m_table(new QTableWidget(this)), m_fault(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setObjectName(u"inputs"_s);
    setWindowTitle(m_question.title);
    auto *const text = new QLabel(m_question.text, this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    m_table->setObjectName(u"inputs.table"_s);
    m_table->setAccessibleName(tr("What the run starts with"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("What"), tr("As"), tr("Value")});
    setUpTable(m_table);
    m_table->horizontalHeader()->resizeSection(WhatColumn, 190);
    m_table->horizontalHeader()->resizeSection(KindColumn, 130);
    m_fault->setObjectName(u"inputs.fault"_s);
    m_fault->setProperty("error", true);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    QPushButton *const run = m_buttons->addButton(tr("Run"), QDialogButtonBox::AcceptRole);
    run->setObjectName(u"inputs.run"_s);
    run->setProperty("primary", true);
    run->setDefault(true);
    auto *const layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_fault);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    const auto given = [](const auto &map, const auto &key) {
        const auto found = map.find(key);
        return found == map.end() ? std::nullopt : std::optional<scenario::Input>(found.value());
    };
    // The first start parameter, and those that are known: few scenarios use more.
    QList<int> numbers = m_question.inputs.startParams.keys();
    if (!numbers.contains(1))
        numbers.prepend(1);
    for (const int number : std::as_const(numbers))
        addRow({number, {}, {}}, tr("Start parameter %1").arg(number), given(m_question.inputs.startParams, number));
    QSet<QString> seen;
    for (const scenario::Variable &variable : m_question.scenario.variables()) {
        if (seen.contains(variable.name))
            continue;
        seen.insert(variable.name);
        const std::optional<core::ValueType> type = m_dialect.valueType(variable.type);
        addRow({0, variable.name, type}, tr("%1, a %2").arg(variable.name, core::valueTypeName(type.value_or(core::ValueType::String))),
               given(m_question.inputs.variables, variable.name));
    }
    resize(620, 420);
    check();
}

void InputsDialog::addRow(const Row &row, const QString &what, const std::optional<scenario::Input> &input)
{
    const int at = m_table->rowCount();
    m_rows.append(row);
    m_table->insertRow(at);
    auto *const item = new QTableWidgetItem(what);
    item->setFlags(Qt::ItemIsEnabled);
    m_table->setItem(at, WhatColumn, item);
    auto *const kind = new QComboBox(m_table);
    kind->addItems({tr("a value"), tr("a connection")});
    kind->setAccessibleName(tr("%1: how it is given").arg(what));
    auto *const value = new QLineEdit(m_table);
    value->setObjectName(row.startParam ? u"inputs.startparam%1"_s.arg(row.startParam) : u"inputs."_s + row.variable);
    value->setAccessibleName(what);
    if (input) {
        if (const auto *selector = std::get_if<scenario::ConnectionSelector>(&*input)) {
            kind->setCurrentIndex(Connection);
            value->setText(selector->text);
        } else {
            value->setText(std::get<core::Value>(*input).toText());
        }
    }
    const auto hint = [kind, value] {
        value->setPlaceholderText(kind->currentIndex() == Connection ? u"user=LOGIN,capability=NAME"_s : tr("as the scenario begins"));
    };
    hint();
    m_table->setCellWidget(at, KindColumn, kind);
    m_table->setCellWidget(at, ValueColumn, value);
    connect(kind, &QComboBox::currentIndexChanged, this, [this, hint] {
        hint();
        check();
    });
    connect(value, &QLineEdit::textChanged, this, &InputsDialog::check);
}

std::optional<scenario::Input> InputsDialog::inputOf(int row) const
{
    const QString text = static_cast<QLineEdit *>(m_table->cellWidget(row, ValueColumn))->text();
    if (text.isEmpty())
        return std::nullopt;
    if (static_cast<QComboBox *>(m_table->cellWidget(row, KindColumn))->currentIndex() == Connection)
        return scenario::ConnectionSelector{text};
    const core::Value value(text);
    if (m_rows.at(row).type == core::ValueType::Number) {
        if (const auto number = value.toNumber())
            return core::Value(*number);
    }
    return value;
}

QString InputsDialog::faultOf(int row) const
{
    const std::optional<scenario::Input> input = inputOf(row);
    if (!input)
        return {};
    const QString what = m_table->item(row, WhatColumn)->text();
    if (const auto *selector = std::get_if<scenario::ConnectionSelector>(&*input)) {
        const auto parsed = cluster::Selector::parse(selector->text);
        return parsed ? QString() : tr("%1: %2").arg(what, parsed.error().message);
    }
    if (!m_rows.at(row).type)
        return {};
    const auto cast = std::get<core::Value>(*input).cast(*m_rows.at(row).type);
    return cast ? QString() : tr("%1: %2").arg(what, cast.error().message);
}

void InputsDialog::check()
{
    QString fault;
    for (int row = 0; row < m_table->rowCount() && fault.isEmpty(); ++row)
        fault = faultOf(row);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    findChild<QPushButton *>(u"inputs.run"_s)->setEnabled(fault.isEmpty());
}

scenario::Inputs InputsDialog::inputs() const
{
    scenario::Inputs inputs;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const std::optional<scenario::Input> input = inputOf(row);
        if (!input)
            continue;
        if (m_rows.at(row).startParam)
            inputs.startParams.insert(m_rows.at(row).startParam, *input);
        else
            inputs.variables.insert(m_rows.at(row).variable, *input);
    }
    return inputs;
}

} // namespace signalbox::designer
