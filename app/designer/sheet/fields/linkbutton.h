// SPDX-License-Identifier: GPL-3.0-or-later
// A link that the keyboard reaches: what can be done about a note, set as underlined text.
#pragma once

#include "drawing/theme.h"

#include <QAbstractButton>

namespace signalbox::designer {

class SheetContext;

class LinkButton final : public QAbstractButton
{
    Q_OBJECT

public:
    LinkButton(const QString &text, SheetContext &context, QWidget *parent);

    void setRole(drawing::Role role);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    SheetContext &m_context;
    drawing::Role m_role = drawing::Role::Accent;
};

} // namespace signalbox::designer
