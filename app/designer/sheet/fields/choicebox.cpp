// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/choicebox.h"

#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetstyle.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace signalbox::designer {

ChoiceBox::ChoiceBox(SheetContext &context, QWidget *parent) : QComboBox(parent), m_context(context)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaxVisibleItems(16);
    connect(&context, &SheetContext::themeChanged, this, &ChoiceBox::paintAsMuted);
}

void ChoiceBox::setMuted(bool isMuted)
{
    if (m_isMuted == isMuted)
        return;
    m_isMuted = isMuted;
    paintAsMuted();
}

void ChoiceBox::paintAsMuted()
{
    setStyleProperty(this, "muted", m_isMuted ? QVariant(true) : QVariant());
    QPalette colors;
    if (m_isMuted) {
        for (const QPalette::ColorRole role : {QPalette::ButtonText, QPalette::Text})
            colors.setColor(QPalette::Active, role, m_context.theme().color(drawing::Role::Faint));
        for (const QPalette::ColorRole role : {QPalette::ButtonText, QPalette::Text})
            colors.setColor(QPalette::Inactive, role, m_context.theme().color(drawing::Role::Faint));
    }
    setPalette(colors);
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
