// SPDX-License-Identifier: GPL-3.0-or-later
// The breakpoints of one component: before it, and on each of its ways out, with condition and count. Keeps nothing itself.
#pragma once

#include "editing/editsession.h"
#include "runner/breakpoint.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace signalbox::designer {

class BreakpointDialog final : public QDialog
{
    Q_OBJECT

public:
    /// breakpoints: all of the document's. session must outlive it.
    BreakpointDialog(editing::EditSession &session, qint64 object, QList<runner::Breakpoint> breakpoints, QWidget *parent);

    /// All of the document's, with what was changed here.
    QList<runner::Breakpoint> breakpoints() const;

private:
    struct Row {
        QString transition;
        QCheckBox *isSet;
        QCheckBox *isEnabled;
        QLineEdit *condition;
        QComboBox *count;
        QSpinBox *times;
    };
    void addRow(QGridLayout &grid, const QString &transition, const QString &title);
    void check();

    editing::EditSession &m_session;
    const qint64 m_object;
    const QList<runner::Breakpoint> m_breakpoints;
    QList<Row> m_rows;
    QLabel *m_fault;
    QDialogButtonBox *m_buttons;
};

} // namespace signalbox::designer
