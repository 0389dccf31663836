// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/sheetstyle.h"

#include <QStyle>
#include <QVariant>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

void setMark(QWidget *control, const QString &severity)
{
    setStyleProperty(control, "invalid", severity == "error"_L1 ? QVariant(true) : QVariant());
}

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void retire(QWidget *widget)
{
    widget->hide();
    widget->setObjectName({});
    for (QObject *child : widget->findChildren<QObject *>())
        child->setObjectName({});
    widget->deleteLater();
}

} // namespace signalbox::designer
