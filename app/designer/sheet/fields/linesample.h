// SPDX-License-Identifier: GPL-3.0-or-later
// A short piece of the line that a transition has on the canvas.
#pragma once

#include <QWidget>

namespace signalbox::designer {

class SheetContext;

class LineSample final : public QWidget
{
    Q_OBJECT

public:
    /// outcome is its code.
    LineSample(const QString &outcome, SheetContext &context, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SheetContext &m_context;
    const QString m_outcome;
};

} // namespace signalbox::designer
