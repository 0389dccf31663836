// SPDX-License-Identifier: GPL-3.0-or-later
// Finding on the canvas as a person does: typing, going from hit to hit, options, edits meanwhile.
#include "designer/canvas/canvasview.h"
#include "designer/canvas/findbar.h"
#include "editing/noteedits.h"
#include "scenario/scenarioreader.h"
#include "support/designerstage.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using test::child;

class TestFind : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<CanvasView> m_view;

    QLineEdit &query() { return child<QLineEdit>(*m_view, "find.query"); }
    QString state() { return child<QLabel>(*m_view, "find.state").text(); }
    drawing::Found found(qint64 id) { return m_view->canvas().card(id)->state().found; }
    void click(const char *name) { QTest::mouseClick(&child<QToolButton>(*m_view, name), Qt::LeftButton); }
    void find(const QString &text)
    {
        query().setFocus();
        query().selectAll();
        QTest::keyClicks(&query(), text);
        m_stage->scheduler.advance(std::chrono::milliseconds(200));
    }
    void name(qint64 id, const QString &text) { m_session->setProperty({id}, u"name"_s, core::Json(text)); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        const auto read = scenario::readScenarioFile(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json"));
        QVERIFY(read.scenario);
        m_session = std::make_unique<editing::EditSession>(*read.scenario, m_stage->catalogue, m_stage->dialect);
        name(1, u"Zebra one"_s);
        name(2, u"zebra two"_s);
        m_view = std::make_unique<CanvasView>(m_stage->workbench, *m_session);
        m_view->resize(1200, 800);
        test::showActive(*m_view);
        m_view->findBar().open();
    }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
        m_stage.reset();
    }

    void goesFromHitToHit()
    {
        find(u"zebra"_s);
        QTRY_COMPARE(state(), u"1 of 2"_s);
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>{1});
        QCOMPARE(found(1), drawing::Found::Current);
        QCOMPARE(found(2), drawing::Found::Hit);
        QTest::keyClick(&query(), Qt::Key_Return);
        QCOMPARE(state(), u"2 of 2"_s);
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>{2});
        QCOMPARE(found(1), drawing::Found::Hit);
        QCOMPARE(found(2), drawing::Found::Current);
        click("find.next"); // around
        QCOMPARE(state(), u"1 of 2"_s);
        QTest::keyClick(&query(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(state(), u"2 of 2"_s);
        m_view->findBar().previous();
        QCOMPARE(state(), u"1 of 2"_s);
    }

    void theViewGoesThere()
    {
        m_view->setZoom(1);
        m_session->moveObjects({{2, {3000, 3000}}});
        find(u"zebra two"_s);
        QTRY_COMPARE(state(), u"1 of 1"_s);
        const QRectF seen = m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
        QVERIFY(seen.contains(m_view->canvas().card(2)->cardRect()));
    }

    void hasOptions()
    {
        find(u"zebra"_s);
        QTRY_COMPARE(state(), u"1 of 2"_s);
        click("find.case");
        QTRY_COMPARE(state(), u"1 of 1"_s);
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>{2});
        click("find.case");
        click("find.regex");
        find(u"^ZEBRA (one|two)$"_s);
        QTRY_COMPARE(state(), u"1 of 2"_s);
        find(u"(unfinished"_s);
        QTRY_COMPARE(state(), u"Cannot be read"_s);
        QVERIFY(query().toolTip().contains(u"character"));
        QCOMPARE(found(1), drawing::Found::No);
    }

    void saysThatThereIsNothing()
    {
        find(u"no such text at all"_s);
        QTRY_COMPARE(state(), u"Nothing found"_s);
        QVERIFY(!child<QToolButton>(*m_view, "find.next").isEnabled());
        QVERIFY(query().property("invalid").toBool());
    }

    void findsWhatPropertiesHold()
    {
        m_session->setProperty({2}, u"made_up"_s, core::Json(u"needle in a property"_s));
        find(u"needle"_s);
        QTRY_COMPARE(state(), u"1 of 1"_s);
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>{2});
    }

    void findsNotes()
    {
        const auto id = editing::NoteEdits(*m_session).add(scenario::NoteKind::Note, u"why zebra"_s, {2000, 1000, 60, 40});
        QVERIFY(id);
        m_view->setZoom(1);
        find(u"zebra"_s);
        QTRY_COMPARE(state(), u"1 of 3"_s);
        m_view->findBar().previous(); // components come first
        QCOMPARE(state(), u"3 of 3"_s);
        QCOMPARE(m_view->notes().current(), *id);
        const QRectF seen = m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
        QVERIFY(seen.contains(m_view->canvas().notes().item(*id)->noteRect()));
        QCOMPARE(found(1), drawing::Found::Hit);
        name(1, u"Another"_s);
        m_stage->scheduler.advance(std::chrono::milliseconds(300));
        QTRY_COMPARE(state(), u"2 of 2"_s); // still at the note
        find(u"note"_s);
        QTRY_COMPARE(state(), u"Nothing found"_s); // its kind is no text
    }

    void escapeGivesTheCanvasBack()
    {
        find(u"zebra"_s);
        QTRY_COMPARE(state(), u"1 of 2"_s);
        QTest::keyClick(&query(), Qt::Key_Escape);
        QVERIFY(m_view->findBar().isHidden());
        QVERIFY(m_view->hasFocus());
        QCOMPARE(found(1), drawing::Found::No);
        QCOMPARE(found(2), drawing::Found::No);
        m_view->findBar().next(); // opens it again, with what was searched for
        QVERIFY(m_view->findBar().isVisible());
        QTRY_COMPARE(state(), u"1 of 2"_s);
    }

    void followsEdits()
    {
        find(u"zebra"_s);
        QTRY_COMPARE(state(), u"1 of 2"_s);
        QTest::keyClick(&query(), Qt::Key_Return);
        m_view->canvas().clearSelection();
        name(1, u"Another"_s);
        m_stage->scheduler.advance(std::chrono::milliseconds(300));
        QTRY_COMPARE(state(), u"1 of 1"_s);
        QCOMPARE(found(1), drawing::Found::No);
        QCOMPARE(found(2), drawing::Found::Current);
        QVERIFY(m_view->canvas().selectedIds().isEmpty()); // nobody asked to go anywhere
        m_session->undoStack().undo();
        m_stage->scheduler.advance(std::chrono::milliseconds(300));
        QTRY_COMPARE(state(), u"2 of 2"_s); // still at the same one
    }

    void keysStayInTheBar()
    {
        const int steps = m_session->undoStack().count();
        m_view->canvas().select({1});
        query().setFocus();
        QTest::keyClick(&query(), Qt::Key_1); // would begin an edge on the canvas
        QTest::keyClick(&query(), Qt::Key_Left);
        QTest::keyClick(&query(), Qt::Key_PageDown);
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>{1});
        QCOMPARE(m_session->undoStack().count(), steps);
        QVERIFY(query().hasFocus());
    }
};

QTEST_MAIN(TestFind)
#include "tst_find.moc"
