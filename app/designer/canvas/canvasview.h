// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas of one document: shows the scene, zooms and pans, takes drops, walks by the keyboard, and hands the pointer to a tool.
#pragma once

#include "designer/canvas/canvasclipboard.h"
#include "designer/canvas/canvasedits.h"
#include "designer/canvas/canvasnotes.h"
#include "designer/canvas/canvasscene.h"
#include "designer/canvas/canvastool.h"
#include "designer/canvas/componentdrop.h"

#include <QGraphicsView>

#include <memory>

namespace signalbox::designer {

class FarPicture;
class FindBar;
class LinkTool;
class Minimap;
class PanTool;
class SelectTool;
class TidyNotice;

class CanvasView final : public QGraphicsView
{
    Q_OBJECT

public:
    /// Both must outlive it.
    CanvasView(const Workbench &workbench, editing::EditSession &session, QWidget *parent = nullptr);
    ~CanvasView() override;

    CanvasScene &canvas() { return *m_scene; }
    editing::EditSession &session() { return m_session; }
    const drawing::Theme &theme() const { return m_workbench.appearance.theme(); }
    SelectTool &selectTool() { return *m_select; }
    LinkTool &linkTool() { return *m_link; }
    CanvasEdits &edits() { return *m_edits; }
    CanvasNotes &notes() { return *m_notes; }
    CanvasClipboard &clipboard() { return m_clipboard; }
    FindBar &findBar() { return *m_find; }
    /// Whether the map of everything lies in the corner, where there is room; it does at first.
    void setMinimapShown(bool isShown);
    /// Whether what is dragged snaps, unless Alt is pressed; it does at first.
    void setSnaps(bool isOn) { m_snaps = isOn; }
    /// Whether it snaps with these keys down: Alt does the opposite.
    bool snapsWith(Qt::KeyboardModifiers keys) const { return m_snaps != keys.testFlag(Qt::AltModifier); }
    /// Where cards lie on one another: a quiet notice.
    void offerTidy();
    void useTool(CanvasTool &tool);

    double zoom() const { return transform().m11(); }
    /// Within its limits, about the middle or about a point of the viewport.
    void setZoom(double zoom, std::optional<QPoint> about = {});
    void zoomIn();
    void zoomOut();
    /// Everything is seen, and stays so when the view's size changes, until the person goes elsewhere.
    void zoomToFit();
    void zoomToSelection();
    /// What is seen goes along by so many pixels.
    void scrollBy(QPoint by);

    /// Selects it and brings it into view.
    void goTo(qint64 id);
    /// Selects the components that name this variable, and shows them.
    void selectUses(const QString &variable);
    /// The card to go on from: the first selected one; 0 when there is none.
    qint64 currentId() const;

    /// Asks for it, of every card and transition that is selected.
    void toggleBreakpoints();

    /// What a component's type is called, or its number.
    QString titleOf(qint64 type) const;

Q_SIGNALS:
    void selectionChanged();
    void zoomChanged();
    /// Enter or a double click: show its sheet.
    void opened(qint64 id);
    /// Something that a person should be told: what deleting healed, for one.
    void notice(const QString &text);
    /// An edge was dropped where nothing is: ask what comes next.
    void nextWanted(qint64 from, const QString &outcome, QPointF point);
    void menuWanted(QPoint globalPosition);
    /// Searching came to this property; enters: the person goes on there, not in the search.
    void propertyFound(qint64 id, const QString &property, bool enters);
    /// Letters were typed on the canvas: search for a component by them.
    void typed(const QString &text);
    /// A breakpoint is to come or go there; whoever owns breakpoints does it and tells the scene's run().
    void breakpointToggled(qint64 id);
    void edgeBreakpointToggled(qint64 from, const QString &outcome);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool walk(int key, bool extends);
    void placeMinimap();
    void fit(const QRectF &content, double mostZoomed);

    const Workbench &m_workbench;
    editing::EditSession &m_session;
    CanvasScene *m_scene;
    Minimap *m_minimap;
    FarPicture *m_far;
    FindBar *m_find = nullptr;
    TidyNotice *m_tidyNotice = nullptr;
    std::unique_ptr<SelectTool> m_select;
    std::unique_ptr<PanTool> m_pan;
    std::unique_ptr<LinkTool> m_link;
    std::unique_ptr<CanvasEdits> m_edits;
    std::unique_ptr<CanvasNotes> m_notes;
    CanvasClipboard m_clipboard{*this};
    ComponentDrop m_drop;
    CanvasTool *m_tool = nullptr;
    bool m_keepsFit = false;
    bool m_hasMinimap = true;
    bool m_snaps = true;
};

} // namespace signalbox::designer
