// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/linesample.h"

#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetstyle.h"

#include <QPainter>

namespace signalbox::designer {

LineSample::LineSample(const QString &outcome, SheetContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_outcome(outcome)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&context, &SheetContext::themeChanged, this, qOverload<>(&QWidget::update));
}

QSize LineSample::sizeHint() const
{
    constexpr int width = 12;
    return {width, controlHeight};
}

void LineSample::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double thickness = 2.4;
    QPen pen(m_context.theme().outcome(m_outcome), thickness, Qt::SolidLine, Qt::FlatCap);
    switch (m_context.theme().lineStyle(m_outcome)) {
    case drawing::LineStyle::Solid:
        break;
    case drawing::LineStyle::Dash:
        pen.setDashPattern({1.9, 1.2}); // in widths of the line: two dashes
        break;
    case drawing::LineStyle::Dot:
        pen.setDashPattern({0.9, 1.15});
        break;
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(0, height() / 2.0), QPointF(width(), height() / 2.0));
}

} // namespace signalbox::designer
