// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and frames in the whole window, as a person meets them: put, written, moved, sized, deleted, with mouse and keys; every one a step.
#include "designer/canvas/canvasaccessible.h"
#include "designer/canvas/noteeditor.h"
#include "support/windowstage.h"

#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestNotes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<test::WindowStage> m_at;

    CanvasView &canvas() const { return m_at->page().canvas(); }
    QUndoStack &stack() const { return canvas().session().undoStack(); }
    NoteItem *note(const char *id) const { return canvas().canvas().notes().item(QLatin1String(id)); }
    NoteEditor &editor() const { return test::child<NoteEditor>(canvas(), "noteEditor"); }
    QByteArray kept() const { return canvas().session().scenario().extension()[u"notes"].toCompact(); }
    void trigger(const char *id) const { m_at->trigger(id); }
    void open(const QByteArray &notes)
    {
        const QString path = m_at->path(u"notes.scr"_s);
        const QByteArray text = R"({"objects":[
            {"oId":1,"oType":101,"oLeft":40,"oTop":40,"name":"Start","startType":0,"transfer":2},
            {"oId":2,"oType":102,"oLeft":240,"oTop":40,"name":"Stop"}],"variables":[],"x-signalbox":{"notes":[NOTES]}})";
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(text).replace("NOTES", notes));
        file.close();
        m_at->workspace().open({path});
        QTRY_VERIFY(m_at->workspace().current());
        canvas().setZoom(1);
        canvas().centerOn(480, 300);
        canvas().setFocus();
    }
    QPoint at(QPointF scene) const { return canvas().mapFromScene(scene); }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers keys = Qt::AltModifier)
    {
        QWidget *const port = canvas().viewport();
        QTest::mousePress(port, Qt::LeftButton, {}, at(from));
        for (const double part : {0.3, 0.7, 1.0}) {
            const QPoint point = at(from + (to - from) * part);
            QMouseEvent move(QEvent::MouseMove, point, port->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, keys);
            QApplication::sendEvent(port, &move);
        }
        QTest::mouseRelease(port, Qt::LeftButton, {}, at(to));
    }

    static constexpr const char *one =
        R"({"id":"a","kind":"note","text":"Ask Anna","left":60,"top":120,"width":64,"height":40,"by":"anna"})";
    static constexpr const char *frame = R"({"id":"f","kind":"frame","text":"Retries","left":32,"top":16,"width":120,"height":160})";

private Q_SLOTS:
    void initTestCase()
    {
        CanvasAccessible::install();
        m_stage = std::make_unique<test::Stage>();
    }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<test::WindowStage>(*m_stage);
        m_at->window->resize(1600, 1000);
    }
    void cleanup() { m_at.reset(); }
    void cleanupTestCase() { m_stage.reset(); }

    void aNoteIsPutAndWritten()
    {
        open({});
        trigger("canvas.addNote");
        QVERIFY(note("n1"));
        QVERIFY(editor().isVisible());
        QCOMPARE(QApplication::focusWidget(), &editor());
        QTest::keyClicks(&editor(), u"Why"_s);
        QTest::keyClick(&editor(), Qt::Key_Return);
        QTest::keyClicks(&editor(), u"twice?"_s);
        QCOMPARE(note("n1")->note().text, u"Why\ntwice?"_s); // as it is typed, so that saving keeps it
        QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(editor().isHidden());
        QVERIFY(canvas().hasFocus());
        QCOMPARE(stack().count(), 2); // put, written
        stack().undo();
        QCOMPARE(note("n1")->note().text, QString());
        stack().undo();
        QVERIFY(!note("n1"));
        stack().redo();
        stack().redo();
        QCOMPARE(note("n1")->note().text, u"Why\ntwice?"_s);
    }

    void escapeLeavesTheTextAsItWas()
    {
        open(one);
        trigger("canvas.nextNote");
        QTest::keyClick(&canvas(), Qt::Key_Return);
        QTest::keyClicks(&editor(), u"x"_s);
        QCOMPARE(note("a")->note().text, u"x"_s); // all was selected
        QTest::keyClick(&editor(), Qt::Key_Escape);
        QVERIFY(editor().isHidden());
        QCOMPARE(note("a")->note().text, u"Ask Anna"_s);
        QVERIFY(stack().isClean());
        QVERIFY(kept().contains(R"("by":"anna")"));
    }

    void otherWaysToTheText_data()
    {
        QTest::addColumn<QString>("way");
        QTest::newRow("double click") << u"double click"_s;
        QTest::newRow("F2") << u"F2"_s;
    }
    void otherWaysToTheText()
    {
        QFETCH(const QString, way);
        open(QByteArray(one) + ',' + frame);
        if (way == u"F2"_s) {
            QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, at(note("f")->noteRect().topLeft() + QPointF(40, 15)));
            trigger("edit.rename");
        } else {
            QTest::mouseDClick(canvas().viewport(), Qt::LeftButton, {}, at(note("f")->noteRect().topLeft() + QPointF(40, 15)));
        }
        QVERIFY(editor().isVisible());
        QCOMPARE(editor().accessibleName(), u"Title of the frame"_s);
        QTest::keyClicks(&editor(), u"Again"_s);
        QTest::keyClick(&editor(), Qt::Key_Return); // a title has one line
        QVERIFY(editor().isHidden());
        QCOMPARE(note("f")->note().text, u"Again"_s);
        QCOMPARE(stack().count(), 1);
        QCOMPARE(stack().undoText(), u"Change a note"_s);
    }

    void leavingTheEditorKeepsTheText()
    {
        open(one);
        trigger("canvas.nextNote");
        trigger("edit.rename");
        QTest::keyClicks(&editor(), u"later"_s);
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, at({480, 620}));
        QVERIFY(editor().isHidden());
        QCOMPARE(note("a")->note().text, u"later"_s);
    }

    void undoBelowTheEditorClosesIt()
    {
        open(one);
        trigger("canvas.nextNote");
        trigger("edit.rename");
        QTest::keyClicks(&editor(), u"later"_s);
        stack().undo();
        QVERIFY(editor().isHidden());
        QCOMPARE(note("a")->note().text, u"Ask Anna"_s);
    }

    void aNoteAndACardMoveTogether()
    {
        open(one);
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, at(note("a")->noteRect().center()));
        QVERIFY(note("a")->isSelected());
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, Qt::ControlModifier, at(canvas().canvas().card(2)->cardRect().center()));
        const QPointF card = canvas().canvas().card(2)->pos();
        const QPointF from = note("a")->noteRect().center();
        drag(from, from + QPointF(30, 60));
        QCOMPARE(note("a")->note().rect, QRect(70, 140, 64, 40));
        QCOMPARE(canvas().canvas().card(2)->pos(), card + QPointF(30, 60));
        QCOMPARE(stack().count(), 1);
        stack().undo();
        QCOMPARE(note("a")->note().rect, QRect(60, 120, 64, 40));
        QCOMPARE(note("a")->pos(), QPointF(180, 360));
        QCOMPARE(canvas().canvas().card(2)->pos(), card);
    }

    void escapeEndsADrag()
    {
        open(one);
        QWidget *const port = canvas().viewport();
        const QPointF from = note("a")->noteRect().center();
        QTest::mousePress(port, Qt::LeftButton, {}, at(from));
        const QPoint to = at(from + QPointF(50, 50));
        QMouseEvent move(QEvent::MouseMove, to, port->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port, &move);
        QVERIFY(note("a")->pos() != QPointF(180, 360));
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QCOMPARE(note("a")->pos(), QPointF(180, 360));
        QCOMPARE(stack().count(), 0);
    }

    void aFrameTakesWhatIsInsideIt()
    {
        open(QByteArray(one) + ',' + frame); // the note and the start lie inside, the stop does not
        const QPointF start = canvas().canvas().card(1)->pos();
        const QPointF stop = canvas().canvas().card(2)->pos();
        const QPointF from = note("f")->noteRect().topLeft() + QPointF(100, 12);
        drag(from, from + QPointF(60, 30));
        QCOMPARE(note("f")->note().rect.topLeft(), QPoint(52, 26));
        QCOMPARE(note("a")->note().rect.topLeft(), QPoint(80, 130));
        QCOMPARE(canvas().canvas().card(1)->pos(), start + QPointF(60, 30));
        QCOMPARE(canvas().canvas().card(2)->pos(), stop);
        QCOMPARE(stack().count(), 1);
        stack().undo();
        QCOMPARE(canvas().canvas().card(1)->pos(), start);
    }

    void arrowsWithCtrlMove()
    {
        open(one);
        trigger("canvas.nextNote");
        QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(note("a")->note().rect.topLeft(), QPoint(68, 121));
        QCOMPARE(stack().count(), 1);
    }

    void arrowsWithCtrlAndShiftSize()
    {
        open(one);
        trigger("canvas.nextNote");
        for (const int key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Up})
            QTest::keyClick(&canvas(), Qt::Key(key), Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier);
        QCOMPARE(note("a")->note().rect, QRect(60, 120, 80, 33));
        QCOMPARE(stack().count(), 1);
        QCOMPARE(stack().undoText(), u"Resize a note"_s);
        for (int i = 0; i < 20; ++i) // not to nothing
            QTest::keyClick(&canvas(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(note("a")->note().rect.width(), 24);
        stack().undo();
        QCOMPARE(note("a")->note().rect, QRect(60, 120, 64, 40));
    }

    void anUndoWhileItIsSizedHolds()
    {
        open(one);
        trigger("canvas.nextNote");
        QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QWidget *const port = canvas().viewport();
        const QPointF corner = note("a")->noteRect().bottomRight() - QPointF(4, 4);
        QTest::mousePress(port, Qt::LeftButton, {}, at(corner));
        const QPoint to = at(corner + QPointF(90, 90));
        QMouseEvent move(QEvent::MouseMove, to, port->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(port, &move);
        stack().undo();
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QCOMPARE(note("a")->noteRect().size(), QSizeF(192, 120));
    }

    void theInsideOfAFrameIsFree()
    {
        open(frame);
        const QPointF inside = note("f")->noteRect().center() + QPointF(0, 100);
        QTest::mouseClick(canvas().viewport(), Qt::LeftButton, {}, at(inside));
        QVERIFY(!note("f")->isSelected());
        const QRectF card = canvas().canvas().card(1)->cardRect();
        drag(card.bottomRight() + QPointF(20, 120), card.topLeft() - QPointF(6, 6), Qt::NoModifier); // a rubber band
        QVERIFY(canvas().canvas().card(1)->isSelected());
    }

    void aFrameIsPutAroundTheSelection()
    {
        open({});
        canvas().canvas().select({1, 2});
        trigger("canvas.addFrame");
        QTest::keyClicks(&editor(), u"All"_s);
        QTest::keyClick(&editor(), Qt::Key_Return);
        QVERIFY(note("n1")->isFrame());
        for (const qint64 id : {1, 2})
            QVERIFY(note("n1")->noteRect().contains(canvas().canvas().card(id)->cardRect()));
        QVERIFY(canvas().canvas().contentRect().contains(note("n1")->noteRect()));
    }

    void theCornerSizes()
    {
        open(one);
        trigger("canvas.nextNote");
        const QPointF corner = note("a")->noteRect().bottomRight() - QPointF(4, 4);
        drag(corner, corner + QPointF(60, 30));
        QCOMPARE(note("a")->note().rect, QRect(60, 120, 84, 50));
        QCOMPARE(stack().undoText(), u"Resize a note"_s);
        stack().undo();
        QCOMPARE(note("a")->noteRect().size(), QSizeF(192, 120));
        drag(corner, corner - QPointF(500, 500)); // not to nothing
        QCOMPARE(note("a")->note().rect, QRect(60, 120, 24, 16));
    }

    void deleteTakesThem()
    {
        open(QByteArray(one) + ',' + frame);
        trigger("edit.selectAll");
        trigger("edit.delete");
        QVERIFY(!note("a") && !note("f"));
        QVERIFY(canvas().canvas().cards().isEmpty());
        QCOMPARE(stack().count(), 1);
        stack().undo();
        QVERIFY(note("a") && note("f"));
        QCOMPARE(canvas().canvas().cards().size(), 2);
    }

    void cutTakesThemAlong()
    {
        open(one);
        trigger("edit.selectAll");
        trigger("edit.cut");
        QVERIFY(canvas().canvas().cards().isEmpty() && !note("a"));
        trigger("edit.paste");
        QCOMPARE(canvas().canvas().cards().size(), 2);
        QCOMPARE(canvas().canvas().notes().items().size(), 1);
    }

    void nextGoesAround()
    {
        open(QByteArray(one) + ',' + frame);
        for (const char *id : {"a", "f", "a"}) {
            trigger("canvas.nextNote");
            QCOMPARE(canvas().notes().current(), QLatin1String(id));
        }
    }

    void badOnesAreToldOf()
    {
        open(R"({"id":"b","kind":"what"})");
        QVERIFY(canvas().canvas().notes().items().isEmpty());
        const auto isTold = [this] {
            const core::Diagnostics &problems = m_at->page().document().problems();
            return std::ranges::any_of(problems, [](const core::Diagnostic &problem) { return problem.code == u"notes.invalid"_s; });
        };
        m_stage->scheduler.advance(std::chrono::seconds(1));
        QTRY_VERIFY(isTold());
    }

    void theMenuKeyOpensTheMenuThere()
    {
        open(one);
        trigger("canvas.nextNote");
        QSignalSpy wanted(&canvas(), &CanvasView::menuWanted);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QApplication::sendEvent(canvas().viewport(), &event);
        QCOMPARE(wanted.size(), 1);
        const QPoint place = canvas().viewport()->mapFromGlobal(wanted.first().first().toPoint());
        QVERIFY(note("a")->noteRect().contains(canvas().mapToScene(place)));
        QVERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    void screenReaders()
    {
        open(QByteArray(one) + ',' + frame);
        QAccessibleInterface *const all = QAccessible::queryAccessibleInterface(&canvas());
        QAccessibleInterface *const first = all->child(all->childCount() - 2);
        QAccessibleInterface *const second = all->child(all->childCount() - 1);
        QCOMPARE(first->role(), QAccessible::Note);
        QCOMPARE(first->text(QAccessible::Name), u"Ask Anna"_s);
        QCOMPARE(first->text(QAccessible::Description), u"Note"_s);
        QCOMPARE(first->rect().size(), QSize(193, 121));
        QCOMPARE(all->indexOfChild(second), all->childCount() - 1);
        QCOMPARE(second->role(), QAccessible::Grouping);
        QCOMPARE(all->childAt(first->rect().center().x(), first->rect().center().y()), first);
        first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(editor().isVisible());
        QVERIFY(first->state().selected);
    }
};

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
