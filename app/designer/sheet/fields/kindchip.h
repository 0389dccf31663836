// SPDX-License-Identifier: GPL-3.0-or-later
// The small mark at the right of an argument that says what kind it is, and the menu that changes it.
#pragma once

#include "designer/sheet/fields/argumentvalue.h"

#include <QAbstractButton>

namespace signalbox::designer {

class SheetContext;

class KindChip final : public QAbstractButton
{
    Q_OBJECT

public:
    KindChip(SheetContext &context, QWidget *parent);

    void setArgument(ArgumentKind kind, core::ValueType type);
    /// Whether the menu offers the type of a constant, too.
    void setOffersTypes(bool offers) { m_offersTypes = offers; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void kindChosen(signalbox::designer::ArgumentKind kind);
    void typeChosen(signalbox::core::ValueType type);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openMenu();

    SheetContext &m_context;
    ArgumentKind m_kind = ArgumentKind::Constant;
    core::ValueType m_type = core::ValueType::String;
    bool m_offersTypes = false;
};

/// "constant", "variable", "expression", "template", translated.
QString kindTitle(ArgumentKind kind);

} // namespace signalbox::designer
