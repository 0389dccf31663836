// SPDX-License-Identifier: GPL-3.0-or-later
// Below the argument that names a connection: "the connection of … with capability …", said, chosen or taken away. What it does to the
// document is connectionbinding's.
#pragma once

#include "designer/sheet/connection/connectionbinding.h"

#include <QWidget>

class QLabel;

namespace signalbox::designer {

class ChoiceBox;
class LinkButton;
class SheetContext;
class SheetLine;

class ConnectionPick final : public QWidget
{
    Q_OBJECT

public:
    ConnectionPick(SheetContext &context, QWidget *parent);

    /// Of the argument as it is now; null where there is none or there are several.
    void showArgument(const core::Json &argument);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeForm();
    void openForm(bool isOpen);
    void apply();
    void refresh();

    SheetContext &m_context;
    core::Json m_argument;
    std::optional<ConnectionChoice> m_choice;
    QLabel *m_said = nullptr;
    LinkButton *m_pick = nullptr;
    LinkButton *m_remove = nullptr;
    QWidget *m_form = nullptr;
    ChoiceBox *m_kind = nullptr;
    SheetLine *m_owner = nullptr;
    SheetLine *m_capability = nullptr;
    LinkButton *m_apply = nullptr;
    LinkButton *m_cancel = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace signalbox::designer
