// SPDX-License-Identifier: GPL-3.0-or-later
// A run over the canvas: what is fed shows on cards and transitions a few times a second, to eyes and to screen readers; nothing else does.
#include "designer/canvas/canvasaccessible.h"
#include "designer/canvas/canvasview.h"
#include "designer/canvas/farview.h"
#include "scenario/scenarioreader.h"
#include "support/designerstage.h"
#include "support/queued.h"

#include <QSignalSpy>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using drawing::Breakpoint;
using drawing::CardRun;
using drawing::RunPhase;

class TestRunOverlay : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<CanvasView> m_view;

    RunOverlay &run() const { return m_view->canvas().run(); }
    CardItem *card(qint64 id) const { return m_view->canvas().card(id); }
    EdgeItem *edge(qint64 from, const char *outcome) const { return m_view->canvas().edge(from, QString::fromLatin1(outcome)); }
    void pass() const { m_stage->scheduler.advance(RunOverlay::farPause); }
    static CardRun ended(qint64 count, const char *outcome)
    {
        CardRun run;
        run.count = count;
        run.spentUs = count * 2000;
        run.outcome = QLatin1String(outcome);
        return run;
    }
    static CardRun at(RunPhase phase)
    {
        CardRun run;
        run.phase = phase;
        return run;
    }
    QString described(const QString &name, QAccessible::Text kind = QAccessible::Description) const
    {
        QAccessibleInterface *const canvas = QAccessible::queryAccessibleInterface(m_view.get());
        for (int i = 0; i < canvas->childCount(); ++i) {
            if (canvas->child(i)->text(QAccessible::Name) == name)
                return canvas->child(i)->text(kind);
        }
        return {};
    }
    QImage picture() const { return m_view->viewport()->grab().toImage(); }

private Q_SLOTS:
    void initTestCase() { CanvasAccessible::install(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_stage = std::make_unique<test::Stage>();
        const auto read = scenario::readScenarioFile(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json"));
        QVERIFY(read.scenario);
        m_session = std::make_unique<editing::EditSession>(*read.scenario, m_stage->catalogue, m_stage->dialect);
        m_view = std::make_unique<CanvasView>(m_stage->workbench, *m_session);
        m_view->resize(1200, 800);
        test::showActive(*m_view);
        m_view->zoomToFit();
    }
    void cleanup()
    {
        m_view.reset();
        m_session.reset();
        m_stage.reset();
    }

    void nothingShowsUntilItIsFed()
    {
        const QImage before = picture();
        run().clear();
        pass();
        QCOMPARE(picture(), before);
        run().setCard(2, ended(1, "success"));
        pass();
        QVERIFY(picture() != before);
        run().clear();
        pass();
        QCOMPARE(picture(), before);
    }

    void stepsShowTogetherAFewTimesASecond()
    {
        QSignalSpy shown(&run(), &RunOverlay::shown);
        for (int i = 1; i <= 1000; ++i) {
            run().setCard(2, ended(i, "timeout"));
            run().setEdge(2, u"timeout"_s, {i, Breakpoint::None});
            m_stage->scheduler.advance(std::chrono::milliseconds(1));
        }
        QVERIFY(shown.size() >= 8 && shown.size() <= 11);
        pass();
        QCOMPARE(card(2)->state().badge, u"timeout · 1,000 × 2 ms"_s);
        QCOMPARE(card(2)->state().badgeRole, drawing::Role::Timeout);
        QCOMPARE(run().state().cards.value(2).count, 1000);
    }

    void edgesCountAndCardsTellWhereItIs()
    {
        drawing::RunState state;
        state.cards.insert(1, ended(1, "done"));
        state.cards.insert(2, at(RunPhase::Waiting));
        state.edges.insert({2, u"success"_s}, {3, Breakpoint::Conditional});
        state.edges.insert({99, u"none"_s}, {1, Breakpoint::None}); // no longer there: no harm
        m_view->canvas().setRunState(state);
        QVERIFY(!card(2)->state().isCurrent);
        pass();
        QVERIFY(card(2)->state().isCurrent && card(2)->state().isTaken);
        QVERIFY(card(1)->state().isTaken && !card(1)->state().isCurrent);
        QVERIFY(edge(2, "success"));
        QCOMPARE(edge(2, "success")->run().taken, 3);
        // It goes on.
        run().setCard(2, ended(1, "success"));
        pass();
        QVERIFY(!card(2)->state().isCurrent);
        QCOMPARE(card(2)->state().badge, u"success · 2 ms"_s);
    }

    void outlivesEdits()
    {
        run().setCard(2, ended(4, "success"));
        run().setEdge(2, u"success"_s, {4, Breakpoint::Enabled});
        pass();
        m_session->removeObjects({2});
        QVERIFY(!card(2));
        run().setCard(2, ended(5, "success")); // the run does not know of it
        pass();
        m_session->undoStack().undo();
        QCOMPARE(card(2)->run().count, 5);
        QCOMPARE(edge(2, "success")->run().taken, 4);
        m_session->setProperty({2}, u"name"_s, core::Json(u"Other"_s));
        QCOMPARE(card(2)->run().count, 5);
    }

    void aFloodIsShownLessOften()
    {
        QSignalSpy shown(&run(), &RunOverlay::shown);
        const auto change = [this](int cards, int count) {
            for (qint64 id = 100; id < 100 + cards; ++id)
                run().setCard(id, ended(count, "done"));
        };
        const auto advance = [this](std::chrono::milliseconds by) {
            m_stage->scheduler.advance(by);
        };
        change(40, 1);
        advance(RunOverlay::framePause);
        QCOMPARE(shown.size(), 1);
        change(40, 2);
        advance(RunOverlay::framePause);
        QCOMPARE(shown.size(), 1);
        advance(RunOverlay::floodPause - RunOverlay::framePause);
        QCOMPARE(shown.size(), 2);
        change(1, 3);
        advance(RunOverlay::floodPause);
        QCOMPARE(shown.size(), 3);
        change(1, 4); // it has passed
        advance(RunOverlay::framePause);
        QCOMPARE(shown.size(), 4);
    }

    void onlyWhatChangedIsPainted()
    {
        run().setCard(2, ended(1, "success"));
        pass();
        test::deliverQueued();
        class Painted final : public QObject
        {
        public:
            QRegion region;
            bool eventFilter(QObject *, QEvent *event) override
            {
                if (event->type() == QEvent::Paint)
                    region |= static_cast<QPaintEvent *>(event)->region();
                return false;
            }
        } painted;
        m_view->viewport()->installEventFilter(&painted);
        run().setCard(1, ended(1, "done"));
        m_stage->scheduler.advance(RunOverlay::framePause);
        QTRY_VERIFY(!painted.region.isEmpty());
        m_view->viewport()->removeEventFilter(&painted);
        const QRect other = m_view->mapFromScene(card(2)->cardRect()).boundingRect();
        QVERIFY(!painted.region.intersects(other.adjusted(40, 30, -40, -30)));
        // The same again is no change.
        QSignalSpy shown(&run(), &RunOverlay::shown);
        run().setCard(1, ended(1, "done"));
        pass();
        QVERIFY(shown.isEmpty());
    }

    void fromAfarTakenCardsStandOut()
    {
        QCOMPARE(farView(m_view->canvas(), FarLines::Yes).blocks.first().shade, Overview::Shade::Half);
        QSignalSpy far(&run(), &RunOverlay::farChanged);
        run().setCard(2, at(RunPhase::Paused));
        run().setEdge(2, u"success"_s, {1, Breakpoint::None});
        pass();
        QCOMPARE(far.size(), 1);
        const Overview::Content content = farView(m_view->canvas(), FarLines::Yes);
        for (const Overview::Block &block : content.blocks) {
            const bool isIt = block.rect == card(2)->cardRect();
            QCOMPARE(block.shade, isIt ? Overview::Shade::Full : Overview::Shade::Faint);
            QCOMPARE(block.color == content.accent, isIt);
        }
        QCOMPARE(std::ranges::count_if(content.lines, [](const Overview::Line &line) { return line.isTaken; }), 1);
    }

    void screenReadersHearIt()
    {
        const QString name = card(2)->card().name;
        QVERIFY(!described(name).contains(u"run"));
        QSignalSpy paused(&run(), &RunOverlay::pausedAt);
        CardRun held = at(RunPhase::Paused);
        held.breakpoint = Breakpoint::Disabled;
        run().setCard(2, held);
        run().setEdge(2, u"success"_s, {2, Breakpoint::Enabled});
        pass();
        QCOMPARE(paused.size(), 1);
        QVERIFY2(described(name).endsWith(u"the run is paused here, has a breakpoint that is off"), qPrintable(described(name)));
        const drawing::CardPort &port = card(2)->card().ports.first();
        const QString way = u"%1 of %2 leads to %3"_s.arg(port.title, name, card(*port.target)->card().name);
        QCOMPARE(described(way), u"taken 2 time(s), has a breakpoint"_s);
        run().setCard(2, ended(1, "success"));
        pass();
        QCOMPARE(paused.size(), 1);
        run().setCard(2, held);
        pass();
        QCOMPARE(paused.size(), 2);
    }

    void breakpointsAreAskedForWhereTheSelectionIs()
    {
        QSignalSpy cards(m_view.get(), &CanvasView::breakpointToggled);
        QSignalSpy edges(m_view.get(), &CanvasView::edgeBreakpointToggled);
        m_view->toggleBreakpoints();
        QVERIFY(cards.isEmpty() && edges.isEmpty());
        m_view->canvas().select({2});
        edge(2, "success")->setSelected(true);
        m_view->toggleBreakpoints();
        QCOMPARE(cards.size(), 1);
        QCOMPARE(cards.first().first().toLongLong(), 2);
        QCOMPARE(edges.size(), 1);
        QCOMPARE(edges.first().first().toLongLong(), 2);
        QCOMPARE(edges.first().last().toString(), u"success"_s);
        QCOMPARE(card(2)->state().breakpoint, Breakpoint::None); // that is its owner's
    }

    void dashesGoOnWhereTheCanvasIsNotAtItsWindowsCorner()
    {
        class Canvas final : public QWidget
        {
        public:
            using QWidget::QWidget;
            const drawing::Theme theme = drawing::Theme::builtIn(drawing::Theme::Kind::Light);
            void paintEvent(QPaintEvent *) override
            {
                QPainter painter(this);
                painter.fillRect(rect(), Qt::white);
                QPainterPath path({10, 30});
                path.lineTo(290, 30);
                drawing::CardPainter(theme).paintEdge(painter, path, u"timeout", {});
            }
        };
        QWidget window;
        window.resize(900, 100);
        Canvas canvas(&window);
        canvas.setGeometry(500, 0, 300, 60);
        const QImage image = window.grab().toImage();
        int inked = 0;
        for (int x = 700; x < 770; ++x)
            inked += image.pixelColor(x, 30) != QColor(Qt::white) ? 1 : 0;
        QVERIFY(inked > 20);
    }
};

QTEST_MAIN(TestRunOverlay)
#include "tst_runoverlay.moc"
