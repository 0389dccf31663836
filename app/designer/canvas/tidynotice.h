// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet line over the canvas of a scenario whose cards lie on one another, as those laid out for small icons do: it offers to tidy.
// Moves nothing by itself, and goes when nothing lies on anything any more.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace signalbox::designer {

class CanvasView;

class TidyNotice final : public QFrame
{
    Q_OBJECT

public:
    /// Lies over the view, hidden at first.
    explicit TidyNotice(CanvasView &view);

    /// Shows itself where cards lie on one another.
    void offer();
    void place();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void close();
    void retranslate();

    CanvasView &m_view;
    QLabel *m_text;
    QPushButton *m_tidy;
    QToolButton *m_close;
    qsizetype m_count = 0;
};

} // namespace signalbox::designer
