// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of cards that lie on one another, and that nothing moves before a person wants it.
#include "designer/canvas/canvasview.h"
#include "designer/canvas/tidynotice.h"
#include "scenario/scenarioreader.h"
#include "support/designerstage.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using test::child;

class TestTidyNotice : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<CanvasView> m_view;

    bool isOffered() { return child<TidyNotice>(*m_view, "tidyNotice").isVisible(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        const auto read = scenario::readScenarioFile(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json"));
        QVERIFY(read.scenario);
        m_session = std::make_unique<editing::EditSession>(*read.scenario, m_stage->catalogue, m_stage->dialect);
        m_view = std::make_unique<CanvasView>(m_stage->workbench, *m_session);
        m_view->resize(1000, 700);
        test::showActive(*m_view);
    }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
        m_stage.reset();
    }

    void aTidyScenarioIsLeftAlone()
    {
        QSignalSpy counted(&child<TidyNotice>(*m_view, "tidyNotice"), &TidyNotice::counted);
        m_view->offerTidy();
        QTRY_COMPARE(counted.size(), 1);
        QCOMPARE(counted.first().first().value<qsizetype>(), 0);
        QVERIFY(!isOffered());
    }

    void overlappingCardsAreToldOfAndNotMoved()
    {
        m_session->moveObjects({{1, {100, 100}}, {2, {120, 100}}});
        const QByteArray before = m_session->scenario().toText();
        QVERIFY(!isOffered()); // only on opening
        m_view->offerTidy();
        QVERIFY(!isOffered()); // nobody waits for the counting
        QTRY_VERIFY(isOffered());
        QVERIFY(child<QLabel>(*m_view, "tidyNotice.text").text().startsWith(u"2 "));
        QCOMPARE(m_session->scenario().toText(), before);
        QTest::mouseClick(&child<QToolButton>(*m_view, "tidyNotice.close"), Qt::LeftButton);
        QVERIFY(!isOffered());
        QVERIFY(m_view->hasFocus());
        QCOMPARE(m_session->scenario().toText(), before);
    }

    void goesWhenThingsAreMovedApart()
    {
        m_session->moveObjects({{1, {100, 100}}, {2, {120, 100}}});
        m_view->offerTidy();
        QVERIFY(!isOffered()); // nobody waits for the counting
        QTRY_VERIFY(isOffered());
        m_session->undoStack().undo();
        QVERIFY(isOffered()); // not at each edit, but some time after the last
        m_stage->scheduler.advance(std::chrono::milliseconds(250));
        QTRY_VERIFY(!isOffered());
    }

    void escapeClosesIt()
    {
        m_session->moveObjects({{1, {100, 100}}, {2, {120, 100}}});
        m_view->offerTidy();
        QTRY_VERIFY(isOffered());
        auto &tidy = child<QPushButton>(*m_view, "tidyNotice.tidy");
        tidy.setFocus();
        QTest::keyClick(&tidy, Qt::Key_Escape);
        QVERIFY(!isOffered());
        const int pending = m_stage->scheduler.pending();
        m_session->moveObjects({{3, {120, 100}}});
        QCOMPARE(m_stage->scheduler.pending(), pending); // it was closed: nothing is counted any more
        QVERIFY(!isOffered());
    }

    void tidyTidiesAll()
    {
        m_session->moveObjects({{1, {100, 100}}, {2, {120, 100}}});
        const int steps = m_session->undoStack().count();
        m_view->canvas().select({1});
        m_view->offerTidy();
        QTRY_VERIFY(isOffered());
        QTest::mouseClick(&child<QPushButton>(*m_view, "tidyNotice.tidy"), Qt::LeftButton);
        QTRY_COMPARE(m_session->undoStack().count(), steps + 1);
        m_view->offerTidy();
        QVERIFY(!isOffered());
    }
};

QTEST_MAIN(TestTidyNotice)
#include "tst_tidynotice.moc"
