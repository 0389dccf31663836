// SPDX-License-Identifier: GPL-3.0-or-later
// A few choices side by side of which one holds, such as "Text | Tree". One stop of the Tab key; arrows choose.
#pragma once

#include <QWidget>

class QAbstractButton;

namespace signalbox::designer {

class SheetContext;

class Segments final : public QWidget
{
    Q_OBJECT

public:
    Segments(const QStringList &titles, SheetContext &context, QWidget *parent);

    int current() const;
    void setCurrent(int index); ///< emits nothing
    QAbstractButton *button(int index) const { return m_buttons.at(index); }

Q_SIGNALS:
    void chosen(int index);

private:
    QList<QAbstractButton *> m_buttons;
};

} // namespace signalbox::designer
