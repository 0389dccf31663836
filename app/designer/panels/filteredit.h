// SPDX-License-Identifier: GPL-3.0-or-later
// The line above a list that filters it: Down goes into the list, Escape empties it.
#pragma once

#include <QLineEdit>

namespace signalbox::designer {

class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);
    /// Takes the focus and these characters behind what is there.
    void take(const QString &characters);

Q_SIGNALS:
    void wentDown();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace signalbox::designer
