// SPDX-License-Identifier: GPL-3.0-or-later
// The components by group, filtered as one types; dragged onto the canvas, or put there by Enter.
#pragma once

#include "designer/shell/workbench.h"

#include <QWidget>

namespace signalbox::designer {

/// MIME type of a component that is dragged: its type's number as text.
inline constexpr auto componentMimeType = "application/x-signalbox-component";

class ComponentPalette final : public QWidget
{
    Q_OBJECT

public:
    explicit ComponentPalette(const Workbench &workbench, QWidget *parent = nullptr);
    ~ComponentPalette() override;
    void focusFilter();

Q_SIGNALS:
    /// Enter or double click: put one where it fits.
    void chosen(qint64 type);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::designer
