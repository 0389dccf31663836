// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/documentpage.h"

#include <QVBoxLayout>

namespace signalbox::designer {

DocumentPage::DocumentPage(std::unique_ptr<ScenarioDocument> document, QWidget *parent)
    : QWidget(parent), m_document(std::move(document)), m_canvas(new CanvasView(m_document->workbench(), m_document->session(), this)),
      m_target(m_document->session())
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    setFocusProxy(m_canvas);
    m_sheet.setTarget(&m_target);
    m_canvas->zoomToFit();
    m_canvas->offerTidy();
    connect(m_canvas, &CanvasView::selectionChanged, this, &DocumentPage::onSelection);
    connect(m_document.get(), &ScenarioDocument::problemsChanged, this, [this] {
        m_sheet.setProblems(m_document->problems());
        m_canvas->canvas().setProblems(m_document->problems());
    });
}

DocumentPage::~DocumentPage()
{
    m_sheet.setTarget(nullptr);
    delete m_canvas; // it looks at the document
}

void DocumentPage::onSelection()
{
    m_target.setIds(m_canvas->canvas().selectedIds());
    Q_EMIT selectionChanged();
}

} // namespace signalbox::designer
