// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/segments.h"

#include "designer/sheet/sheetcontext.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace signalbox::designer {

using drawing::Role;

namespace {

constexpr int segmentHeight = 20;
constexpr int padding = 7;

class Segment final : public QAbstractButton
{
public:
    Segment(const QString &title, SheetContext &context, QWidget *parent) : QAbstractButton(parent), m_context(context)
    {
        setText(title);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setFont(context.theme().uiFont(context.theme().sizes().small));
    }
    QSize sizeHint() const override { return {fontMetrics().horizontalAdvance(text()) + 2 * padding, segmentHeight}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const drawing::Theme &theme = m_context.theme();
        painter.setPen(QPen(theme.color(hasFocus() ? Role::Accent : Role::Line), hasFocus() ? 1.5 : 1));
        painter.setBrush(isChecked() ? QBrush(theme.color(Role::AccentSoft)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
        painter.setPen(theme.color(isChecked() ? Role::Accent : underMouse() ? Role::Text : Role::Muted));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    SheetContext &m_context;
};

} // namespace

Segments::Segments(const QStringList &titles, SheetContext &context, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (const QString &title : titles) {
        auto *segment = new Segment(title, context, this);
        const int index = static_cast<int>(m_buttons.size());
        m_buttons.append(segment);
        row->addWidget(segment);
        connect(segment, &QAbstractButton::toggled, this, [this, index](bool isOn) {
            if (isOn && !signalsBlocked())
                Q_EMIT chosen(index);
        });
    }
    row->addStretch(1);
    connect(&context, &SheetContext::themeChanged, this, [this] {
        for (QAbstractButton *button : std::as_const(m_buttons))
            button->update();
    });
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

int Segments::current() const
{
    for (int i = 0; i < m_buttons.size(); ++i) {
        if (m_buttons.at(i)->isChecked())
            return i;
    }
    return -1;
}

void Segments::setCurrent(int index)
{
    const bool wasBlocked = blockSignals(true);
    m_buttons.at(index)->setChecked(true);
    blockSignals(wasBlocked);
}

} // namespace signalbox::designer
