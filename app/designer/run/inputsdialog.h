// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a run starts with: start parameters and the initial values of variables; each a value, or a connection that is found when the
// run starts. Checks what is typed by the variables' types. Keeps nothing itself.
#pragma once

#include "core/dialect.h"
#include "scenario/inputs.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox::designer {

class InputsDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Question {
        QString title;
        QString text; ///< what it is about
        scenario::Scenario scenario;
        scenario::Inputs inputs; ///< as they are known
    };
    /// dialect must outlive it.
    InputsDialog(Question question, const core::Dialect &dialect, QWidget *parent);

    /// As they are typed; those that are empty are not given.
    scenario::Inputs inputs() const;

private:
    struct Row {
        int startParam = 0; ///< or 0
        QString variable;
        std::optional<core::ValueType> type;
        QString what; ///< for people
        QComboBox *kind = nullptr;
        QLineEdit *value = nullptr;
    };
    void addRow(QGridLayout &grid, Row row, const std::optional<scenario::Input> &input);
    void check();
    static std::optional<scenario::Input> inputOf(const Row &row);
    static QString faultOf(const Row &row);

    const Question m_question;
    const core::Dialect &m_dialect;
    QList<Row> m_rows;
    QLabel *m_fault;
    QPushButton *m_run;
};

/// x-signalbox.inputs with these in place of the ones it has.
core::Json inputsJson(const scenario::Inputs &inputs);

} // namespace signalbox::designer
