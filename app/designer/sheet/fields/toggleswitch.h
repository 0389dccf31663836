// SPDX-License-Identifier: GPL-3.0-or-later
// A switch with "Yes" or "No" beside it. Space and Enter turn it, Left and Right set it.
#pragma once

#include <QAbstractButton>

namespace signalbox::designer {

class SheetContext;

class ToggleSwitch final : public QAbstractButton
{
    Q_OBJECT

public:
    ToggleSwitch(SheetContext &context, QWidget *parent);

    /// text stands beside the switch; a muted one says that nobody has chosen.
    void setState(bool on, const QString &text, bool isMuted);
    /// Neither on nor off: several objects that differ.
    void setUndecided(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// A person wants this.
    void turned(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void nextCheckState() override;
    bool hitButton(const QPoint &position) const override;

private:
    SheetContext &m_context;
    bool m_isMuted = false;
    bool m_isUndecided = false;
};

} // namespace signalbox::designer
