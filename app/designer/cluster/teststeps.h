// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a connection test as they go: how each ended, how long it took, what it found, and where it failed why and what to do.
#pragma once

#include "cluster/connectiontest.h"

#include <QScrollArea>

class QLabel;

namespace signalbox::designer {

class TestSteps final : public QScrollArea
{
    Q_OBJECT

public:
    explicit TestSteps(QWidget *parent = nullptr);

    /// All of them waiting.
    void begin();
    void show(const cluster::ConnectionStep &step);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        cluster::ConnectionStep step;
        QLabel *sign = nullptr;
        QLabel *title = nullptr;
        QLabel *text = nullptr;
        QLabel *time = nullptr;
    };
    void fill(const Row &row);

    QList<Row> m_rows;
};

} // namespace signalbox::designer
