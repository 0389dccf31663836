// SPDX-License-Identifier: GPL-3.0-or-later
// "Try it": the property sheet of component 144 on free values, a connection to pick, and what came of it. Performs by TrySession; keeps
// nothing but what the person wants as a card.
#pragma once

#include "designer/run/trysession.h"
#include "designer/shell/workbench.h"
#include "editing/editsession.h"
#include "editing/sheetmodel.h"
#include "editing/valuestarget.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox::designer {

class Dialogs;
class PropertySheet;
class TryResult;

class TryDialog final : public QDialog
{
    Q_OBJECT

public:
    /// workbench, dialogs and live must outlive it.
    TryDialog(const Workbench &workbench, Dialogs &dialogs, LiveCluster &live, TrySession::Retire retire, QWidget *parent);
    ~TryDialog() override;

    /// Whose variables the values may name, with what a run starts with.
    void takeDocument(const scenario::Scenario &scenario);
    /// Of a component 144.
    void setValues(const core::Json &object);

Q_SIGNALS:
    /// Make a card of these values.
    void keepWanted(const signalbox::core::Json &values);
    void notice(const QString &text);

private:
    void layOut();
    void check();
    void run();
    void confirm(TrySession::Wish wish);
    void chooseTarget();
    void showState();
    void fillConnections(const QList<cluster::Registration> &connections);
    /// The document's scenario, or an empty one, with a component of these values; its oId.
    std::pair<scenario::Scenario, qint64> subject() const;
    core::Result<operation::Operation> operation() const;
    QString connectionText() const;

    const Workbench &m_workbench;
    Dialogs &m_dialogs;
    LiveCluster &m_live;
    catalogue::ComponentType m_type; ///< without what leads to other components
    editing::ValuesTarget m_target;
    editing::SheetModel m_model;
    std::unique_ptr<editing::EditSession> m_document; ///< a copy: whose variables the values may name
    TrySession m_session;
    QComboBox *m_connection;
    PropertySheet *m_sheet;
    QLabel *m_state;
    QLineEdit *m_saveTo;
    QPushButton *m_browse;
    QLabel *m_saveLabel;
    TryResult *m_result;
    QPushButton *m_run;
    QPushButton *m_cancel;
    QPushButton *m_keep;
    QString m_fault;
};

} // namespace signalbox::designer
