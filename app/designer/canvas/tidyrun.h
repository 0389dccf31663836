// SPDX-License-Identifier: GPL-3.0-or-later
// One layout of cards by dot in a child process, cancelled by destroying it. Then the cards move, notes and frames with them,
// as one step.
#pragma once

#include "editing/tidy.h"

#include <QObject>
#include <QProcess>

#include <functional>

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
    void onFinished();
    void place(const QHash<qint64, QPointF> &places);
    void end(const QString &message);

    CanvasView &m_view;
    QProcess m_dot;
    QList<editing::TidyNode> m_nodes;
    QPointF m_corner; ///< upper left of what is laid out: it stays where it is
    bool m_isOver = false;
};

} // namespace signalbox::designer
