// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/toggleswitch.h"

#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetstyle.h"

#include <QKeyEvent>
#include <QPainter>

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr QSizeF track(34, 18);
constexpr double knob = 14;
constexpr int textGap = 8;

} // namespace

ToggleSwitch::ToggleSwitch(SheetContext &context, QWidget *parent) : QAbstractButton(parent), m_context(context)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&context, &SheetContext::themeChanged, this, qOverload<>(&QWidget::update));
}

void ToggleSwitch::setState(bool on, const QString &text, bool isMuted)
{
    m_isUndecided = false;
    m_isMuted = isMuted;
    setChecked(on);
    setText(text);
    update();
}

void ToggleSwitch::setUndecided(const QString &text)
{
    m_isUndecided = true;
    m_isMuted = true;
    setChecked(false);
    setText(text);
    update();
}

QSize ToggleSwitch::sizeHint() const
{
    return {qCeil(track.width()) + 2 + textGap + fontMetrics().horizontalAdvance(text()), controlHeight};
}

void ToggleSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const drawing::Theme &theme = m_context.theme();
    const QRectF bar(QPointF(1, (height() - track.height()) / 2), track);
    const double radius = track.height() / 2;
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Role::Accent), 1.5));
        painter.drawRoundedRect(bar.adjusted(-0.2, -2.8, 2.8, 2.8).adjusted(-0.6, 0, 0, 0), radius + 2, radius + 2);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? theme.color(Role::Accent) : theme.color(Role::ControlLine));
    painter.drawRoundedRect(bar, radius, radius);
    painter.setBrush(theme.color(Role::Panel));
    const double inset = (track.height() - knob) / 2;
    const double travel = track.width() - knob - 2 * inset;
    const double share = m_isUndecided ? 0.5 : isChecked() ? 1 : 0;
    painter.drawEllipse(QRectF(bar.left() + inset + travel * share, bar.top() + inset, knob, knob));
    painter.setPen(theme.color(m_isMuted ? Role::Faint : Role::Text));
    painter.drawText(rect().adjusted(qCeil(track.width()) + 2 + textGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void ToggleSwitch::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (m_isUndecided || isChecked() != (event->key() == Qt::Key_Right))
            Q_EMIT turned(event->key() == Qt::Key_Right);
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void ToggleSwitch::nextCheckState()
{
    Q_EMIT turned(m_isUndecided || !isChecked()); // shown when the value has changed
}

bool ToggleSwitch::hitButton(const QPoint &position) const
{
    return position.x() <= sizeHint().width();
}

} // namespace signalbox::designer
