// SPDX-License-Identifier: GPL-3.0-or-later
// A tab: a document and its canvas, and what the property sheet shows of it.
#pragma once

#include "designer/canvas/canvasview.h"
#include "designer/shell/scenariodocument.h"
#include "editing/documenttarget.h"
#include "editing/sheetmodel.h"

#include <QWidget>

namespace signalbox::designer {

class DocumentPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DocumentPage(std::unique_ptr<ScenarioDocument> document, QWidget *parent = nullptr);
    ~DocumentPage() override;

    ScenarioDocument &document() { return *m_document; }
    CanvasView &canvas() { return *m_canvas; }
    editing::SheetModel &sheet() { return m_sheet; }

Q_SIGNALS:
    void selectionChanged();

private:
    void onSelection();

    std::unique_ptr<ScenarioDocument> m_document;
    CanvasView *m_canvas;
    editing::DocumentTarget m_target;
    editing::SheetModel m_sheet;
};

} // namespace signalbox::designer
