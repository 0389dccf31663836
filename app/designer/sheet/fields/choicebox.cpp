// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/choicebox.h"

#include "designer/sheet/sheetstyle.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace signalbox::designer {

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaxVisibleItems(16);
}

void ChoiceBox::setMuted(bool isMuted)
{
    setStyleProperty(this, "muted", isMuted ? QVariant(true) : QVariant());
}

void ChoiceBox::showPopup()
{
    if (m_fill)
        m_fill();
    QComboBox::showPopup();
}

QSize ChoiceBox::minimumSizeHint() const
{
    return {60, controlHeight};
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    if (m_fill)
        m_fill();
    QComboBox::keyPressEvent(event);
}

} // namespace signalbox::designer
