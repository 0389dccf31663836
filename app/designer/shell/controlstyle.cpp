// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/controlstyle.h"

#include "designer/shell/stylesheet.h"

#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using drawing::Role;

namespace {

constexpr int arrowWidth = 26;  // of a choice, at its right
constexpr int stepWidth = 22;   // of a number field's arrows
constexpr int fieldPadding = 8; // left of a control's text
constexpr int choiceInset = 7;  // what a choice's text has less of: frame, Qt's own inset, and that Qt asks with the ink's width
constexpr int indicator = 16;   // side of a check box
constexpr int tabPadding = 12;

QFont tabFont(const QFont &font, bool isSelected)
{
    QFont result = font;
    result.setWeight(isSelected ? QFont::DemiBold : QFont::Normal);
    return result;
}

/// A row of tabs that lies behind the pages.
bool isStrip(const QWidget *widget)
{
    return widget != nullptr && widget->property("strip").toBool();
}

Qt::ArrowType arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorSpinUp:
        return Qt::UpArrow;
    case QStyle::PE_IndicatorArrowLeft:
        return Qt::LeftArrow;
    case QStyle::PE_IndicatorArrowRight:
        return Qt::RightArrow;
    default:
        return Qt::DownArrow;
    }
}

void drawTick(QPainter *painter, const QRectF &rect, const QColor &color)
{
    const qreal side = rect.width();
    QPainterPath path(rect.topLeft() + QPointF(side * 0.25, side * 0.53));
    path.lineTo(rect.topLeft() + QPointF(side * 0.43, side * 0.70));
    path.lineTo(rect.topLeft() + QPointF(side * 0.76, side * 0.32));
    painter->setPen(QPen(color, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
}

class Painting final
{
public:
    explicit Painting(QPainter *painter) : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Painting() { m_painter->restore(); }
    Painting(const Painting &) = delete;
    Painting &operator=(const Painting &) = delete;

private:
    QPainter *m_painter;
};

void drawChevron(QPainter *painter, const QRectF &rect, Qt::ArrowType direction, const QColor &color)
{
    const Painting painting(painter);
    const qreal half = std::min({rect.width() / 2, rect.height() / 2, 4.0});
    painter->translate(rect.center());
    painter->rotate(direction == Qt::UpArrow ? 180 : direction == Qt::LeftArrow ? 90 : direction == Qt::RightArrow ? -90 : 0);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(QPolygonF({{-half, -half / 2}, {0, half / 2}, {half, -half / 2}}));
}

} // namespace

ControlStyle::ControlStyle(drawing::Theme theme) : QProxyStyle(u"Fusion"_s), m_theme(std::move(theme))
{}

QColor ControlStyle::textColor(const QStyleOption &option, Role role) const
{
    return option.state.testFlag(State_Enabled) ? m_theme.color(role) : option.palette.color(QPalette::Disabled, QPalette::Text);
}

void ControlStyle::drawFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget) const
{
    const Painting painting(painter);
    const bool isEnabled = option.state.testFlag(State_Enabled);
    const bool isInvalid = widget != nullptr && widget->property("invalid").toBool();
    const bool isFocused = isEnabled && option.state.testFlag(State_HasFocus);
    QColor line = m_theme.color(isEnabled ? Role::ControlLine : Role::CardLine);
    if (isFocused)
        line = m_theme.color(Role::Accent);
    else if (isInvalid)
        line = m_theme.color(Role::Error);
    else if (isEnabled && option.state.testFlag(State_MouseOver))
        line = m_theme.color(Role::Muted);
    const qreal width = isFocused ? 2 : 1;
    const qreal radius = m_theme.sizes().controlRadius - width / 2;
    painter->setPen(QPen(line, width));
    painter->setBrush(m_theme.color(isEnabled ? Role::Control : Role::Panel));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
}

void ControlStyle::drawCheckBox(QPainter *painter, const QStyleOption &option) const
{
    const Painting painting(painter);
    const bool isEnabled = option.state.testFlag(State_Enabled);
    const bool isFull = option.state.testAnyFlags(State_On | State_NoChange);
    const bool isFocused = option.state.testFlag(State_HasFocus);
    const QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor fill = m_theme.color(isEnabled ? Role::Accent : Role::CardLine);
    painter->setPen(QPen(isFocused || isFull ? fill : m_theme.color(isEnabled ? Role::ControlLine : Role::CardLine), 1));
    painter->setBrush(isFull ? fill : m_theme.color(Role::Control));
    painter->drawRoundedRect(rect, 4, 4);
    if (option.state.testFlag(State_On)) {
        drawTick(painter, rect, m_theme.color(Role::OnAccent));
    } else if (option.state.testFlag(State_NoChange)) {
        painter->setPen(QPen(m_theme.color(Role::OnAccent), 1.7, Qt::SolidLine, Qt::RoundCap));
        painter->drawLine(QPointF(rect.left() + 4, rect.center().y()), QPointF(rect.right() - 4, rect.center().y()));
    }
}

void ControlStyle::drawRadioButton(QPainter *painter, const QStyleOption &option) const
{
    const Painting painting(painter);
    const bool isEnabled = option.state.testFlag(State_Enabled);
    const QColor accent = m_theme.color(isEnabled ? Role::Accent : Role::CardLine);
    const bool isOn = option.state.testFlag(State_On);
    painter->setPen(QPen(isOn || option.state.testFlag(State_HasFocus) ? accent : m_theme.color(Role::ControlLine), 1));
    painter->setBrush(m_theme.color(Role::Control));
    painter->drawEllipse(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
    if (isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawEllipse(QRectF(option.rect).adjusted(4, 4, -4, -4));
    }
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(painter, *option);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(painter, *option);
        return;
    case PE_IndicatorMenuCheckMark: {
        const Painting painting(painter);
        if (option->state.testFlag(State_On))
            drawTick(painter, option->rect, textColor(*option, Role::Text));
        return;
    }
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorSpinUp:
    case PE_IndicatorSpinDown:
        drawChevron(painter, option->rect, arrowOf(element), textColor(*option, Role::Muted));
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *const header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header != nullptr && header->sortIndicator != QStyleOptionHeader::None)
            drawChevron(painter, option->rect, header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow,
                        textColor(*option, Role::Muted));
        return;
    }
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const bool isOpen = option->state.testFlag(State_Open);
            const bool isMirrored = option->direction == Qt::RightToLeft;
            drawChevron(painter, option->rect,
                        isOpen       ? Qt::DownArrow
                        : isMirrored ? Qt::LeftArrow
                                     : Qt::RightArrow,
                        textColor(*option, Role::Muted));
        }
        return;
    case PE_IndicatorTabClose: {
        const Painting painting(painter);
        const bool isHovered = option->state.testFlag(State_Enabled) && option->state.testAnyFlags(State_MouseOver | State_Raised);
        painter->setPen(QPen(m_theme.color(isHovered ? Role::Text : Role::Faint), 1.4, Qt::SolidLine, Qt::RoundCap));
        const QPointF middle = QRectF(option->rect).center();
        painter->drawLine(middle + QPointF(-3.5, -3.5), middle + QPointF(3.5, 3.5));
        painter->drawLine(middle + QPointF(-3.5, 3.5), middle + QPointF(3.5, -3.5));
        return;
    }
    case PE_FrameTabBarBase:
        if (isStrip(widget))
            painter->fillRect(widget->rect(), m_theme.color(Role::Window));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), m_theme.color(Role::Line));
        return;
    case PE_FrameFocusRect:
        return; // focus shows at the controls themselves
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ControlStyle::drawTab(QPainter *painter, const QStyleOption &option, const QWidget *widget) const
{
    const bool isSelected = option.state.testFlag(State_Selected);
    if (isSelected && isStrip(widget))
        painter->fillRect(option.rect, m_theme.color(Role::Panel));
    if (!isSelected && option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled))
        painter->fillRect(option.rect, mixed(m_theme.color(Role::Text), m_theme.color(Role::Panel), 0.05));
    if (isSelected)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), m_theme.color(Role::Accent));
    if (option.state.testFlag(State_HasFocus)) {
        const Painting painting(painter);
        painter->setPen(QPen(m_theme.color(Role::Accent), 1));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(4.5, 5.5, -4.5, -6.5), 4, 4);
    }
}

void ControlStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *const tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (element == CE_TabBarTabShape && tab != nullptr) {
        drawTab(painter, *option, widget);
    } else if (element == CE_TabBarTabLabel && tab != nullptr) {
        const bool isSelected = option->state.testFlag(State_Selected);
        QStyleOptionTab copy = *tab;
        copy.state.setFlag(State_HasFocus, false);
        copy.palette.setColor(QPalette::WindowText, textColor(*option, isSelected ? Role::Text : Role::Muted));
        painter->save();
        painter->setFont(tabFont(painter->font(), isSelected));
        QProxyStyle::drawControl(element, &copy, painter, widget);
        painter->restore();
    } else if (const auto *const combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
               element == CE_ComboBoxLabel && combo != nullptr) {
        QStyleOptionComboBox copy = *combo;
        const bool isMuted = widget != nullptr && widget->property("muted").toBool();
        copy.palette.setColor(QPalette::ButtonText, textColor(*option, isMuted ? Role::Faint : Role::Text));
        const int room = subControlRect(CC_ComboBox, &copy, SC_ComboBoxEditField, widget).width() - 2;
        copy.currentText = copy.fontMetrics.elidedText(copy.currentText, Qt::ElideRight, room);
        QProxyStyle::drawControl(element, &copy, painter, widget);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        drawFrame(painter, *option, widget);
        drawChevron(painter, proxy()->subControlRect(control, option, SC_ComboBoxArrow, widget), Qt::DownArrow,
                    textColor(*option, Role::Muted));
    } else if (const auto *const spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); control == CC_SpinBox && spin != nullptr) {
        drawFrame(painter, *option, widget);
        for (const auto &[part, arrow, isPossible] : {std::tuple{SC_SpinBoxUp, Qt::UpArrow, QAbstractSpinBox::StepUpEnabled},
                                                      std::tuple{SC_SpinBoxDown, Qt::DownArrow, QAbstractSpinBox::StepDownEnabled}}) {
            if (spin->buttonSymbols == QAbstractSpinBox::NoButtons || !spin->subControls.testFlag(part))
                continue;
            const QRectF rect = proxy()->subControlRect(control, option, part, widget);
            const QColor color = spin->stepEnabled.testFlag(isPossible) ? textColor(*option, Role::Muted) : m_theme.color(Role::CardLine);
            drawChevron(painter, QRectF(rect.center() - QPointF(3, 3), QSizeF(6, 6)), arrow, color);
        }
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_ComboBox:
        return {size.width() + fieldPadding + choiceInset + arrowWidth, controlHeight};
    case CT_SpinBox:
        return {size.width() + fieldPadding + stepWidth, controlHeight};
    case CT_TabBarTab:
        if (const auto *const tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const QFontMetrics bold(tabFont(widget != nullptr ? widget->font() : QFont(), true));
            const int more = bold.horizontalAdvance(tab->text) - option->fontMetrics.horizontalAdvance(tab->text);
            return {size.width() + std::max(more, 0) + 2, std::max(size.height(), tabHeight)};
        }
        [[fallthrough]];
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const QRect whole = option->rect;
    const auto placed = [&](QRect rect) {
        return visualRect(option->direction, whole, rect);
    };
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxArrow)
            return placed({whole.right() + 1 - arrowWidth, whole.top(), arrowWidth, whole.height()});
        if (part == SC_ComboBoxEditField)
            return placed(whole.adjusted(fieldPadding + 1, 1, -arrowWidth, -1));
        if (part == SC_ComboBoxListBoxPopup)
            return whole.adjusted(0, 2, 0, 2);
    }
    if (control == CC_SpinBox) {
        const auto *const spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int steps = spin != nullptr && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? fieldPadding : stepWidth;
        if (part == SC_SpinBoxUp)
            return placed({whole.right() + 1 - steps, whole.top() + 4, steps - 4, whole.height() / 2 - 4});
        if (part == SC_SpinBoxDown)
            return placed({whole.right() + 1 - steps, whole.top() + whole.height() / 2, steps - 4, whole.height() / 2 - 4});
        if (part == SC_SpinBoxEditField)
            return placed(whole.adjusted(fieldPadding, 1, -steps, -1));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void ControlStyle::polish(QWidget *widget)
{
    // Qt's usual policy takes the size of the first language that was shown.
    if (auto *const choice = qobject_cast<QComboBox *>(widget);
        choice != nullptr && choice->sizeAdjustPolicy() == QComboBox::AdjustToContentsOnFirstShow)
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    QProxyStyle::polish(widget);
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_TabBarTabHSpace:
        return 2 * tabPadding;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_DefaultFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth:
        return 0;
    case PM_SmallIconSize:
        return 16;
    case PM_HeaderMarkSize:
        return 10;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
        return 0; // a list below, not over the control
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_EtchDisabledText:
        return 0;
    case SH_ItemView_ArrowKeysNavigateIntoChildren:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace signalbox::designer
