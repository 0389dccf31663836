// SPDX-License-Identifier: GPL-3.0-or-later
// Above the property sheet: which component it is about. Its name can be typed there.
#pragma once

#include "designer/shell/workbench.h"
#include "editing/editsession.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace signalbox::designer {

class ComponentHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ComponentHeader(const Workbench &workbench, QWidget *parent = nullptr);
    void show(editing::EditSession *session, const QList<qint64> &ids);
    void focusName();

Q_SIGNALS:
    /// Of an operation: to be tried alone.
    void tryWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void setName();

    const Workbench &m_workbench;
    QPointer<editing::EditSession> m_session;
    QList<qint64> m_ids;
    QLabel *m_icon;
    QLineEdit *m_name;
    QLabel *m_detail;
    QPushButton *m_try;
};

} // namespace signalbox::designer
