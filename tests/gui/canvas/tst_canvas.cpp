// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas as a person uses it: mouse and keys on the real view, and what comes of it in the document.
#include "designer/canvas/canvasaccessible.h"
#include "designer/canvas/canvasview.h"
#include "designer/canvas/farview.h"
#include "designer/panels/componentpalette.h"
#include "scenario/scenarioreader.h"
#include "support/designerstage.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestCanvas : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<CanvasView> m_view;

    QPoint at(QPointF scene) const { return m_view->mapFromScene(scene); }
    CardItem *card(qint64 id) const { return m_view->canvas().card(id); }
    QPoint middleOf(qint64 id) const { return at(card(id)->cardRect().topLeft() + QPointF(140, 20)); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *const viewport = m_view->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, modifiers, from);
        for (int step = 1; step <= 8; ++step) {
            const QPoint point = from + (to - from) * step / 8;
            QMouseEvent move(QEvent::MouseMove, point, viewport->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(viewport, &move);
        }
        QTest::mouseRelease(viewport, Qt::LeftButton, modifiers, to);
    }
    qint64 targetOf(qint64 id, const char *property) const
    {
        return m_session->object(id)[QString::fromLatin1(property)].toInt().value_or(0);
    }
    QByteArray text() const { return m_session->scenario().toText(); }
    /// Undo gives the document of before, redo that of now; leaves it redone.
    void checkOneStep(const QByteArray &before, int steps)
    {
        const QByteArray after = text();
        QVERIFY(after != before);
        QCOMPARE(m_session->undoStack().count(), steps);
        m_session->undoStack().undo();
        QCOMPARE(text(), before);
        m_session->undoStack().redo();
        QCOMPARE(text(), after);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<test::Stage>();
        CanvasAccessible::install();
    }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        const auto read = scenario::readScenarioFile(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json"));
        QVERIFY(read.scenario);
        m_session = std::make_unique<editing::EditSession>(*read.scenario, m_stage->catalogue, m_stage->dialect);
        m_view = std::make_unique<CanvasView>(m_stage->workbench, *m_session);
        m_view->resize(1200, 800);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->setZoom(1);
        m_view->centerOn(m_view->canvas().contentRect().center());
        m_view->setFocus();
    }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
    }
    void cleanupTestCase() { m_stage.reset(); }

    void showsEveryComponentAndTransition()
    {
        QCOMPARE(m_view->canvas().cards().size(), m_session->scenario().objectCount());
        const EdgeItem *const edge = m_view->canvas().edge(2, u"success");
        QVERIFY(edge);
        QCOMPARE(edge->to(), targetOf(2, "transfer"));
        QCOMPARE(edge->path().pointAtPercent(0), card(2)->portPoint(0));
    }

    void aGotoIsDrawnToItsLabel()
    {
        const auto label = [](const char *text) {
            return core::Json::object({{u"argType"_s, core::Json(1)}, {u"value"_s, core::Json(QLatin1String(text))}});
        };
        const qint64 from = m_session->addObject(150, {0, 400});
        const qint64 to = m_session->addObject(151, {300, 400});
        m_session->setProperty({from}, u"label"_s, label("again"));
        const auto jump = [&] {
            return m_view->canvas().jumpFrom(from);
        };
        QVERIFY(!jump()); // no such label yet
        const qsizetype lines = farView(m_view->canvas(), FarLines::Yes).lines.size();
        m_session->setProperty({to}, u"label"_s, label("again"));
        QVERIFY(jump());
        QCOMPARE(jump()->to(), to);
        QCOMPARE(farView(m_view->canvas(), FarLines::Yes).lines.size(), lines + 1);
        const auto leads = [&] {
            return jump()->path().pointAtPercent(0) == card(from)->exitPoint() &&
                   QLineF(jump()->path().currentPosition(), card(to)->inputPoint()).length() < 20;
        };
        QVERIFY(leads());
        QAccessibleInterface *const canvas = QAccessible::queryAccessibleInterface(m_view.get());
        QString described;
        for (int i = 0; i < canvas->childCount(); ++i) {
            if (canvas->child(i)->text(QAccessible::Name) == card(from)->card().name)
                described = canvas->child(i)->text(QAccessible::Description);
        }
        QVERIFY2(described.endsWith(u"goes on at "_s + card(to)->card().name), qPrintable(described));
        // It goes with its ends: while they are dragged, and by the document.
        m_view->canvas().movePreview({{to, card(to)->pos() + QPointF(90, 30)}});
        QVERIFY(leads());
        m_session->moveObjects({{from, {10, 460}}, {to, {320, 420}}});
        QVERIFY(leads());
        // It is nothing that can be taken.
        const QPointF middle = jump()->path().pointAtPercent(0.5);
        QVERIFY(!m_view->canvas().items(middle).contains(jump()));
        m_view->canvas().selectAll();
        QVERIFY(!jump()->isSelected());
        // Without its label it goes; undo brings it back.
        m_session->setProperty({from}, u"label"_s, label("other"));
        QVERIFY(!jump());
        m_session->undoStack().undo();
        QVERIFY(leads());
        m_session->removeObjects({to});
        QVERIFY(!jump());
        m_session->undoStack().undo();
        QVERIFY(leads());
        m_session->removeObjects({from});
        QVERIFY(!jump());
    }

    void clickSelects()
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middleOf(1));
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>{1});
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, middleOf(2));
        QCOMPARE(m_view->canvas().selectedIds(), (QList<qint64>{1, 2}));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>());
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void dragMovesAsOneStep()
    {
        const QByteArray before = text();
        const QPointF place = card(1)->pos();
        drag(middleOf(1), middleOf(1) + QPoint(0, 240));
        QCOMPARE(card(1)->pos(), place + QPointF(0, 240));
        checkOneStep(before, 1);
        QCOMPARE(card(1)->pos(), place + QPointF(0, 240));
        m_session->undoStack().undo();
        QCOMPARE(card(1)->pos(), place);
        QCOMPARE(m_view->canvas().edge(1, u"done")->path().pointAtPercent(0), card(1)->portPoint(0));
    }

    void aDragThatComesBackIsNoStep()
    {
        const QPoint from = middleOf(1);
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        for (const QPoint &by : {QPoint(60, 0), QPoint(120, 60), QPoint(0, 0)}) {
            QMouseEvent move(QEvent::MouseMove, from + by, m_view->viewport()->mapToGlobal(from + by), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(m_view->viewport(), &move);
        }
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, from);
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void drawingAnEdgeSetsTheTransition()
    {
        const qint64 id = m_view->edits().addAt(102, card(2)->pos() + QPointF(0, 300));
        const QByteArray before = text();
        drag(at(card(2)->portPoint(1)), middleOf(id));
        QCOMPARE(targetOf(2, "transferTimeout"), id);
        QVERIFY(m_view->canvas().edge(2, u"timeout"));
        checkOneStep(before, 2);
    }

    void anEdgeIsPluggedElsewhereByItsEnd()
    {
        const qint64 id = m_view->edits().addAt(102, card(2)->pos() + QPointF(0, 300));
        const qint64 was = targetOf(2, "transfer");
        QVERIFY(was != id);
        drag(at(m_view->canvas().edge(2, u"success")->path().currentPosition() - QPointF(6, 0)), middleOf(id));
        QCOMPARE(targetOf(2, "transfer"), id);
        m_session->undoStack().undo();
        QCOMPARE(targetOf(2, "transfer"), was);
    }

    void aNeighbourDoesNotCoverAPort()
    {
        const qint64 id = m_view->edits().add(103);
        const QPointF port = card(2)->portPoint(1);
        // Its input reaches over the port; it lies above, as the later one.
        m_session->moveObjects({{id, drawing::toPlatform(port + QPointF(8, -card(id)->geometry().input().y()))}});
        QVERIFY(card(id)->shape().translated(card(id)->pos()).contains(port));
        drag(at(port), middleOf(id));
        QCOMPARE(targetOf(2, "transferTimeout"), id);
    }

    void aClickOnAPortSelectsItsCard()
    {
        m_view->canvas().clearSelection();
        const QPointF row = card(2)->pos() + card(2)->geometry().portRow(1).center();
        QVERIFY(card(2)->geometry().portAt(row - card(2)->pos()) >= 0);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(row));
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>{2});
        QCOMPARE(m_session->undoStack().count(), 0); // it does not lead to itself
    }

    void aClickOnAnEndOfATransitionSelectsIt()
    {
        QSignalSpy wanted(m_view.get(), &CanvasView::nextWanted);
        EdgeItem *const edge = m_view->canvas().edge(1, m_view->canvas().edgesFrom(1).first()->outcome());
        m_view->canvas().select({2});
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(edge->path().currentPosition() - QPointF(6, 0)));
        QVERIFY(edge->isSelected());
        QVERIFY(m_view->canvas().selectedIds().isEmpty());
        QCOMPARE(wanted.size(), 0);
    }

    void theSourceMayGoWhileKeysChoose()
    {
        m_view->canvas().select({2});
        QTest::keyClick(m_view.get(), Qt::Key_1);
        m_session->removeObjects({2}); // as a file that is read again does
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(!m_view->canvas().card(2));
    }

    void anEdgeDroppedOnNothingAsksWhatComesNext()
    {
        QSignalSpy wanted(m_view.get(), &CanvasView::nextWanted);
        drag(at(card(2)->portPoint(1)), at(card(2)->pos() + QPointF(40, 300)));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).toLongLong(), 2);
        QCOMPARE(wanted.first().at(1).toString(), u"timeout"_s);
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void keysDrawAnEdge()
    {
        QVERIFY(targetOf(2, "transferTimeout") != 0);
        m_view->goTo(2);
        QTest::keyClick(m_view.get(), Qt::Key_2); // the second port: timeout
        QTest::keyClick(m_view.get(), Qt::Key_Delete);
        QCOMPARE(targetOf(2, "transferTimeout"), 0);
        QCOMPARE(m_session->undoStack().count(), 1);
        m_view->goTo(2);
        QTest::keyClick(m_view.get(), Qt::Key_2);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QVERIFY(targetOf(2, "transferTimeout") != 0);
        QCOMPARE(m_session->undoStack().count(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_2);
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QCOMPARE(m_session->undoStack().count(), 2);
    }

    void arrowsWalkAlongEdges()
    {
        m_view->goTo(1);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(m_view->currentId(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->currentId(), 1);
        QSignalSpy opened(m_view.get(), &CanvasView::opened);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void arrowsWithControlMove()
    {
        m_view->goTo(1);
        const QByteArray before = text();
        const QPointF place = card(1)->pos();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(card(1)->pos(), place + QPointF(0, 72));
        checkOneStep(before, 1);
    }

    void aDragDoesNotJoinWhatKeysMoved()
    {
        m_view->goTo(1);
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_session->undoStack().count(), 1);
        drag(middleOf(1), middleOf(1) + QPoint(0, 240));
        QCOMPARE(m_session->undoStack().count(), 2);
        drag(middleOf(1), middleOf(1) + QPoint(0, -120));
        QCOMPARE(m_session->undoStack().count(), 3);
        m_view->goTo(2);
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
        m_view->goTo(1);
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_session->undoStack().count(), 5);
    }

    void cardsSpeakTheLanguage()
    {
        const QString before = card(2)->card().ports.first().title;
        {
            const test::Brackets brackets;
            QCoreApplication::sendPostedEvents();
            QCOMPARE(card(2)->card().ports.first().title, u'[' + before + u']');
        }
        QCoreApplication::sendPostedEvents();
        QCOMPARE(card(2)->card().ports.first().title, before);
    }

    void deletingHealsAndSaysSo()
    {
        QSignalSpy said(m_view.get(), &CanvasView::notice);
        const qint64 id = m_view->edits().addAt(103, card(1)->pos() + QPointF(0, 300));
        QVERIFY(m_session->link({1, u"done"_s, id}));
        QVERIFY(m_session->link({id, u"done"_s, 2}));
        m_view->canvas().select({id});
        m_view->edits().removeSelection();
        QVERIFY(!card(id));
        QCOMPARE(targetOf(1, "transfer"), 2);
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().first().toString().contains(u"1"));
    }

    void aComponentDroppedOnAnEdgeIsInserted()
    {
        QMimeData data;
        data.setData(QLatin1String(componentMimeType), "103");
        const QPointF middle = m_view->canvas().edge(1, u"done")->path().pointAtPercent(0.5);
        const QPoint point = at(middle);
        QDragEnterEvent enter(point, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_view->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(point, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_view->viewport(), &drop);
        const qint64 id = targetOf(1, "transfer");
        QVERIFY(id != 2);
        QCOMPARE(m_session->object(id)[u"oType"].toInt(), 103);
        QCOMPARE(targetOf(id, "transfer"), 2);
        QCOMPARE(m_session->undoStack().count(), 1);
    }

    void foreignDropsAreRefused()
    {
        QMimeData data;
        data.setData(QLatin1String(componentMimeType), "999999");
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(m_view->viewport(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void zoomKeepsThePointUnderThePointer()
    {
        const QPoint point(300, 200);
        const QPointF before = m_view->mapToScene(point);
        m_view->setZoom(0.5, point);
        const QPointF after = m_view->mapToScene(point);
        QVERIFY(QLineF(before, after).length() < 3);
        m_view->setZoom(1000);
        QCOMPARE(m_view->zoom(), 4.0);
        m_view->zoomToFit();
        QVERIFY(m_view->mapToScene(m_view->viewport()->rect()).boundingRect().contains(m_view->canvas().contentRect()));
    }

    void problemsShowAtTheCards()
    {
        core::Diagnostic warning;
        warning.severity = core::Severity::Warning;
        warning.object = 2;
        core::Diagnostic error = warning;
        error.severity = core::Severity::Error;
        m_view->canvas().setProblems({warning, error});
        QVERIFY(card(2)->state().hasError);
        QVERIFY(!card(1)->state().hasError && !card(1)->state().hasWarning);
        m_view->canvas().setProblems({});
        QVERIFY(!card(2)->state().hasError);
    }

    void aScreenReaderHearsCardsAndTransitions()
    {
        QAccessibleInterface *const canvas = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(canvas);
        int cards = 0;
        int edges = 0;
        int ports = 0;
        for (int i = 0; i < canvas->childCount(); ++i) {
            QAccessibleInterface *const child = canvas->child(i);
            QCOMPARE(canvas->indexOfChild(child), i);
            if (!child)
                QFAIL("a child is missing");
            QVERIFY(!child->text(QAccessible::Name).isEmpty());
            QVERIFY(child->rect().isValid());
            const bool isCard = child->role() == QAccessible::ListItem;
            QVERIFY(isCard || child->childCount() == 0);
            ports += child->childCount();
            for (int port = 0; port < child->childCount(); ++port) {
                QAccessibleInterface *const way = child->child(port);
                QCOMPARE(way->parent(), child);
                QCOMPARE(child->indexOfChild(way), port);
                QVERIFY(!way->text(QAccessible::Name).isEmpty());
                QVERIFY(way->text(QAccessible::Description).startsWith(way->text(QAccessible::Name)));
                QCOMPARE(child->childAt(way->rect().center().x(), way->rect().center().y()), way);
            }
            cards += isCard ? 1 : 0;
            edges += child->role() == QAccessible::Link ? 1 : 0;
        }
        QCOMPARE(cards, m_view->canvas().cards().size());
        QVERIFY(edges >= 2);
        QVERIFY(ports >= edges);
        QAccessibleInterface *const first = canvas->child(0);
        first->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(m_view->currentId(), 1);
        QVERIFY(first->state().selected);
        QVERIFY(first->text(QAccessible::Description).contains(card(2)->card().name));
        QAccessibleInterface *const way = first->child(0);
        way->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTest::keyClick(m_view.get(), Qt::Key_Delete); // the arrows' choice of a target has begun at this port
        QVERIFY(way->text(QAccessible::Description).contains(u"not set"_s));
        m_view->edits().removeSelection();
        QVERIFY(!way->isValid());
        QVERIFY(!first->isValid());
    }

    void tenThousandCardsAreTakenIn()
    {
        QList<core::Json> objects;
        for (int i = 0; i < 10000; ++i)
            objects.append(core::Json::object({{u"oId"_s, core::Json(i + 1)},
                                               {u"oLeft"_s, core::Json(i % 100 * 96)},
                                               {u"oTop"_s, core::Json(i / 100 * 48)},
                                               {u"oType"_s, core::Json(i == 0 ? 101 : 103)},
                                               {u"transfer"_s, core::Json(i + 2)}}));
        const scenario::Scenario large(core::Json::object({{u"objects"_s, core::Json(objects)}, {u"variables"_s, core::Json::array()}}),
                                       scenario::Form::ScriptData);
        m_session->replaceAll(large, u"large"_s);
        QCOMPARE(m_view->canvas().cards().size(), 10000);
        m_view->zoomToFit();
        m_view->grab();
        m_session->undoStack().undo();
        QVERIFY(m_view->canvas().cards().size() < 10);
    }
};

QTEST_MAIN(TestCanvas)
#include "tst_canvas.moc"
