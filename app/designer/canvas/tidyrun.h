// SPDX-License-Identifier: GPL-3.0-or-later
// One layout of cards by dot in a child process, cancelled by destroying it. Then the cards move, notes and frames with them,
// as one step. What is said to dot, and what its answer means, is worked out beside the interface thread.
#pragma once

#include "editing/tidy.h"

#include <QObject>
#include <QProcess>
#include <QRect>
#include <QThreadPool>

#include <stop_token>

namespace signalbox::designer {

class CanvasView;

class TidyRun final : public QObject
{
    Q_OBJECT

public:
    /// Of the selected cards, or all. The view must outlive it.
    explicit TidyRun(CanvasView &view, QObject *parent = nullptr);
    ~TidyRun() override;

    void start();

Q_SIGNALS:
    /// message: what went wrong, or empty.
    void finished(const QString &message);

private:
    /// Where all comes to lie, in the platform's units.
    struct Layout {
        QList<std::pair<qint64, QPoint>> cards;
        QList<std::pair<QString, QRect>> notes;
    };
    class Planner;

    void onFinished();
    void place(const Layout &layout);
    void end(const QString &message);

    CanvasView &m_view;
    QProcess m_dot;
    QList<editing::TidyNode> m_nodes;
    QPointF m_corner; ///< upper left of what is laid out: it stays where it is
    bool m_isOver = false;
    std::stop_source m_stop;
    QThreadPool m_threads;
};

} // namespace signalbox::designer
