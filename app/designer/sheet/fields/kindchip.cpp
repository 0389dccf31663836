// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/kindchip.h"

#include "designer/sheet/sheetcontext.h"
#include "designer/sheet/sheetstyle.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace signalbox::designer {

using drawing::Role;
using namespace Qt::StringLiterals;

namespace {

constexpr int chipHeight = 20;
constexpr int chipPadding = 5;
constexpr int arrowWidth = 11;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::designer::KindChip)
};

QString kindHelp(ArgumentKind kind)
{
    switch (kind) {
    case ArgumentKind::Constant:
        return Tr::tr("The text as it stands here");
    case ArgumentKind::Variable:
        return Tr::tr("What a variable holds at that moment");
    case ArgumentKind::Expression:
        return Tr::tr("Calculated, such as [attempt] + 1");
    case ArgumentKind::Template:
        break;
    }
    return Tr::tr("A text in which [variables] are replaced");
}

QString typeTitle(core::ValueType type)
{
    switch (type) {
    case core::ValueType::Number:
        return Tr::tr("Number");
    case core::ValueType::String:
        return Tr::tr("String");
    case core::ValueType::DateTime:
        break;
    }
    return Tr::tr("Date and time");
}

} // namespace

QString kindTitle(ArgumentKind kind)
{
    switch (kind) {
    case ArgumentKind::Constant:
        return Tr::tr("constant");
    case ArgumentKind::Variable:
        return Tr::tr("variable");
    case ArgumentKind::Expression:
        return Tr::tr("expression");
    case ArgumentKind::Template:
        break;
    }
    return Tr::tr("template");
}

KindChip::KindChip(SheetContext &context, QWidget *parent) : QAbstractButton(parent), m_context(context)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setFont(context.theme().uiFont(context.theme().sizes().small));
    connect(this, &QAbstractButton::clicked, this, &KindChip::openMenu);
    connect(&context, &SheetContext::themeChanged, this, qOverload<>(&QWidget::update));
    setArgument(ArgumentKind::Constant, core::ValueType::String);
}

void KindChip::setArgument(ArgumentKind kind, core::ValueType type)
{
    m_kind = kind;
    m_type = type;
    setText(kindTitle(kind));
    setToolTip(kindHelp(kind));
    updateGeometry();
    update();
}

QSize KindChip::sizeHint() const
{
    // As wide as the commonest, so that fields end at one line.
    const int width = std::max(fontMetrics().horizontalAdvance(text()), fontMetrics().horizontalAdvance(kindTitle(ArgumentKind::Constant)));
    return {width + 2 * chipPadding + arrowWidth, chipHeight};
}

void KindChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const drawing::Theme &theme = m_context.theme();
    const bool isHot = hasFocus() || isDown() || underMouse();
    painter.setPen(QPen(theme.color(hasFocus() ? Role::Accent : isHot ? Role::ControlLine : Role::Line), hasFocus() ? 1.5 : 1));
    painter.setBrush(isDown() ? QBrush(theme.color(Role::Line)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
    painter.setPen(theme.color(isHot ? Role::Text : Role::Faint));
    painter.drawText(rect().adjusted(chipPadding, 0, -arrowWidth, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    const QPointF tip(width() - chipPadding - 3.5, height() / 2.0 + 1.5);
    painter.setPen(QPen(painter.pen().color(), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{tip + QPointF(-2.5, -2.5), tip, tip + QPointF(2.5, -2.5)});
}

void KindChip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        openMenu();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void KindChip::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(objectName() + ".menu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    auto *kinds = new QActionGroup(menu);
    for (const ArgumentKind kind : argumentKinds) {
        QString title = kindTitle(kind);
        title.front() = title.front().toUpper();
        QAction *action = kinds->addAction(title);
        action->setCheckable(true);
        action->setChecked(kind == m_kind);
        action->setToolTip(kindHelp(kind));
        action->setObjectName(u"kind."_s + QString::number(static_cast<int>(kind)));
        connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT kindChosen(kind); });
    }
    menu->addActions(kinds->actions());
    if (m_offersTypes && m_kind == ArgumentKind::Constant) {
        menu->addSection(tr("Type"));
        auto *types = new QActionGroup(menu);
        for (const core::ValueType type : {core::ValueType::String, core::ValueType::Number, core::ValueType::DateTime}) {
            QAction *action = types->addAction(typeTitle(type));
            action->setCheckable(true);
            action->setChecked(type == m_type);
            action->setObjectName(u"type."_s + QString::number(static_cast<int>(type)));
            connect(action, &QAction::triggered, this, [this, type] { Q_EMIT typeChosen(type); });
        }
        menu->addActions(types->actions());
    }
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
    menu->setActiveAction(kinds->checkedAction());
}

} // namespace signalbox::designer
