// SPDX-License-Identifier: GPL-3.0-or-later
// Where cards come to lie: aligned, distributed, tidied by dot, put where there is room. Each is one undo step.
#include "designer/canvas/canvasview.h"
#include "editing/noteedits.h"
#include "support/designerstage.h"
#include "support/queued.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestCanvasEdits : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<CanvasView> m_view;

    QRectF rect(qint64 id) const { return m_view->canvas().card(id)->cardRect(); }
    /// A start, a websock (higher than the others) and two stops, all over the place and on each other.
    static scenario::Scenario heap()
    {
        const auto object = [](int id, int type, int left, int top, QList<core::JsonMember> more = {}) {
            QList<core::JsonMember> members{
                {u"oId"_s, core::Json(id)}, {u"oType"_s, core::Json(type)}, {u"oLeft"_s, core::Json(left)}, {u"oTop"_s, core::Json(top)}};
            return core::Json(members + more);
        };
        const QList<core::Json> objects{object(1, 101, 10, 10, {{u"transfer"_s, core::Json(2)}}),
                                        object(2, 144, 30, 41, {{u"transfer"_s, core::Json(3)}, {u"transferError"_s, core::Json(4)}}),
                                        object(3, 102, 12, 30), object(4, 102, 100, 90)};
        return {core::Json::object({{u"objects"_s, core::Json(objects)}, {u"variables"_s, core::Json::array()}}),
                scenario::Form::ScriptData};
    }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_session = std::make_unique<editing::EditSession>(heap(), m_stage->catalogue, m_stage->dialect);
        m_view = std::make_unique<CanvasView>(m_stage->workbench, *m_session);
        m_view->resize(1200, 800);
        m_view->show();
    }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
    }
    void cleanupTestCase() { m_stage.reset(); }

    void aligns_data()
    {
        QTest::addColumn<int>("edge");
        QTest::addColumn<QList<double>>("expected"); // of cards 1, 2, 3: the coordinate that is the same then
        QTest::newRow("left") << int(Qt::AlignLeft) << QList<double>{30, 30, 30};
        QTest::newRow("right") << int(Qt::AlignRight) << QList<double>{322, 322, 322};
        QTest::newRow("across") << int(Qt::AlignHCenter) << QList<double>{176, 176, 176};
        QTest::newRow("top") << int(Qt::AlignTop) << QList<double>{30, 30, 30};
    }
    void aligns()
    {
        QFETCH(const int, edge);
        QFETCH(const QList<double>, expected);
        m_view->canvas().select({1, 2, 3});
        m_view->edits().align(Qt::Alignment(edge));
        QCOMPARE(m_session->undoStack().count(), 1);
        for (int i = 0; i < 3; ++i) {
            const QRectF at = rect(i + 1);
            const double value = edge == Qt::AlignLeft      ? at.left()
                                 : edge == Qt::AlignRight   ? at.right()
                                 : edge == Qt::AlignHCenter ? at.center().x()
                                                            : at.top();
            QVERIFY2(std::abs(value - expected.at(i)) <= drawing::canvasScale, qPrintable(QString::number(value)));
        }
    }

    void distributesTheMiddles()
    {
        m_view->canvas().select({1, 2, 4});
        const double first = rect(1).center().y();
        const double last = rect(4).center().y();
        m_view->edits().distribute(Qt::Vertical);
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(std::abs(rect(2).center().y() - (first + last) / 2) <= drawing::canvasScale);
        m_view->canvas().select({1, 2}); // nothing to distribute between two
        m_view->edits().distribute(Qt::Vertical);
        QCOMPARE(m_session->undoStack().count(), 1);
    }

    void tidyLaysOutInLayers()
    {
        QSignalSpy said(m_view.get(), &CanvasView::notice);
        m_view->edits().tidy();
        QTRY_COMPARE(said.size(), 2); // that it began, that it is done
        QCOMPARE(m_session->undoStack().count(), 1);
        for (const auto &[left, right] : QList<std::pair<qint64, qint64>>{{1, 2}, {2, 3}, {2, 4}})
            QVERIFY(rect(left).right() < rect(right).left());
        QVERIFY(!rect(3).intersects(rect(4)));
    }

    void tidyTakesNotesAndFramesAlong()
    {
        editing::NoteEdits notes(*m_session);
        const QRectF inside = rect(2) | rect(3);
        const QPoint corner = drawing::toPlatform(inside.topLeft()) - QPoint(8, 16);
        const QPoint end = drawing::toPlatform(inside.bottomRight()) + QPoint(8, 8);
        const auto frame = notes.add(scenario::NoteKind::Frame, u"Ask"_s, {corner, QSize(end.x() - corner.x(), end.y() - corner.y())});
        const auto note = notes.add(scenario::NoteKind::Note, u"here"_s, {drawing::toPlatform(rect(4).bottomLeft()), QSize(60, 40)});
        QVERIFY(frame && note);
        const auto at = [this](const QString &id) {
            return m_view->canvas().notes().item(id)->noteRect();
        };
        const QRectF frameBefore = at(*frame);
        const QPointF beside = at(*note).topLeft() - rect(4).topLeft();
        QSignalSpy said(m_view.get(), &CanvasView::notice);
        m_view->edits().tidy();
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(at(*frame).contains(rect(2)) && at(*frame).contains(rect(3)));
        QVERIFY(at(*frame) != frameBefore);
        QCOMPARE(at(*note).topLeft() - rect(4).topLeft(), beside);
        QCOMPARE(m_session->undoStack().count(), 3); // two put, one tidied
        m_session->undoStack().undo();
        QCOMPARE(at(*frame), frameBefore);
    }

    void tidyIsCancelledByAskingAgain()
    {
        QSignalSpy said(m_view.get(), &CanvasView::notice);
        m_view->edits().tidy();
        m_view->edits().tidy();
        QCOMPARE(said.size(), 2);
        QCOMPARE(said.last().first().toString(), u"Tidying was cancelled"_s);
        test::deliverQueued(); // what the first one has queued
        QCOMPARE(m_session->undoStack().count(), 0);
        m_view->edits().tidy(); // the next one begins anew
        QTRY_COMPARE(m_session->undoStack().count(), 1);
    }

    void tidyWithoutGraphvizSaysWhatToDo()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        QSignalSpy said(m_view.get(), &CanvasView::notice);
        m_view->edits().tidy();
        QTRY_COMPARE(said.size(), 2);
        qputenv("PATH", path);
        QVERIFY(said.last().first().toString().contains(u"Graphviz"));
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void newOnesCoverNoOthers()
    {
        QList<qint64> added;
        m_view->canvas().select({4});
        for (int i = 0; i < 5; ++i)
            added.append(m_view->edits().add(103));
        for (const qint64 id : added) {
            for (const CardItem *card : m_view->canvas().cards())
                QVERIFY(card->id() == id || !card->cardRect().intersects(rect(id)));
        }
        // Each is linked from the one before; a stop leads nowhere.
        QCOMPARE(m_session->object(added.at(0))[u"transfer"].toInt(), added.at(1));
    }

    void notesGoThroughTheClipboard()
    {
        editing::NoteEdits notes(*m_session);
        QVERIFY(notes.add(scenario::NoteKind::Note, u"Why"_s, {60, 60, 60, 40}));
        QVERIFY(notes.add(scenario::NoteKind::Frame, u"All"_s, {0, 0, 300, 300}));
        QSignalSpy told(m_view.get(), &CanvasView::notice);
        m_view->canvas().select({3}, {u"n1"_s, u"n2"_s});
        const int steps = m_session->undoStack().count();
        const QByteArray before = m_session->scenario().toText();
        m_view->clipboard().copy();
        QVERIFY(told.takeFirst().first().toString().contains(u"2 note"));

        m_view->clipboard().paste();
        QCOMPARE(m_session->undoStack().count(), steps + 1);
        QCOMPARE(m_view->canvas().selectedIds(), QList<qint64>{5});
        QCOMPARE(m_view->canvas().notes().selectedIds(), QStringList({u"n3"_s, u"n4"_s}));
        const auto rectOf = [this](const QString &id) {
            return m_view->canvas().notes().item(id)->noteRect();
        };
        QCOMPARE(rectOf(u"n3"_s).topLeft() - rectOf(u"n4"_s).topLeft(), QPointF(180, 180));
        QCOMPARE(rect(5).topLeft() - rectOf(u"n4"_s).topLeft(), QPointF(36, 90));
        QVERIFY(told.isEmpty());
        m_session->undoStack().undo();
        QCOMPARE(m_session->scenario().toText(), before);

        // Another window, from text; there it is the same.
        editing::EditSession other(
            {core::Json::object({{u"objects"_s, core::Json::array()}, {u"variables"_s, core::Json::array()}}), scenario::Form::ScriptData},
            m_stage->catalogue, m_stage->dialect);
        CanvasView second(m_stage->workbench, other);
        second.clipboard().paste();
        QCOMPARE(second.canvas().notes().items().size(), 2);
        QCOMPARE(second.canvas().cards().size(), 1);

        // What cannot be read is told of, and stays in the clipboard.
        QSignalSpy toldThere(&second, &CanvasView::notice);
        const QString broken = QString(QGuiApplication::clipboard()->text()).replace(u"\"note\""_s, u"\"what\""_s);
        QGuiApplication::clipboard()->setText(broken);
        second.clipboard().paste();
        QCOMPARE(second.canvas().notes().items().size(), 3); // the frame
        QVERIFY(toldThere.takeFirst().first().toString().startsWith(u"1 note"));
        QCOMPARE(QGuiApplication::clipboard()->text(), broken);
        QGuiApplication::clipboard()->setText(u"{\"objects\":[]}"_s);
        const int count = other.undoStack().count();
        second.clipboard().paste();
        QVERIFY(!toldThere.takeFirst().first().toString().isEmpty());
        QCOMPARE(other.undoStack().count(), count);
    }

    void notesAreCutAndDuplicated()
    {
        editing::NoteEdits notes(*m_session);
        QVERIFY(notes.add(scenario::NoteKind::Note, u"Why"_s, {60, 60, 60, 40}));
        QGuiApplication::clipboard()->setText(u"mine"_s);
        m_view->canvas().select({}, {u"n1"_s});
        QVERIFY(m_view->clipboard().canCopy());
        m_view->clipboard().duplicate();
        QCOMPARE(m_view->canvas().notes().selectedIds(), QStringList{u"n2"_s});
        QCOMPARE(m_view->canvas().notes().item(u"n2"_s)->note().rect, QRect(68, 68, 60, 40));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
        const QByteArray before = m_session->scenario().toText();
        const int steps = m_session->undoStack().count();
        m_view->canvas().select({1}, {u"n2"_s});
        m_view->clipboard().cut();
        QCOMPARE(m_session->undoStack().count(), steps + 1);
        QVERIFY(!m_view->canvas().card(1));
        QVERIFY(!m_view->canvas().notes().item(u"n2"_s));
        m_session->undoStack().undo();
        QCOMPARE(m_session->scenario().toText(), before);
        m_view->canvas().clearSelection();
        QVERIFY(!m_view->clipboard().canCopy());
    }
};

QTEST_MAIN(TestCanvasEdits)
#include "tst_canvasedits.moc"
