// SPDX-License-Identifier: GPL-3.0-or-later
// A combo box for a sheet: the wheel scrolls the sheet and changes nothing, muted text shows a default, a long list is made when it is
// needed.
#pragma once

#include <QComboBox>

namespace signalbox::designer {

class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent);

    void setMuted(bool isMuted);
    /// Makes the list complete; called before the person can choose from it.
    void setFill(std::function<void()> fill) { m_fill = std::move(fill); }
    void showPopup() override;
    QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::function<void()> m_fill;
};

} // namespace signalbox::designer
