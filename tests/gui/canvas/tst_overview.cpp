// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of all cards: made beside the interface thread, shown far out and in the minimap, renewed when the content changes.
#include "designer/canvas/canvasview.h"
#include "designer/canvas/farview.h"
#include "designer/canvas/minimap.h"
#include "editing/noteedits.h"
#include "support/designerstage.h"
#include "support/queued.h"

#include <QSignalSpy>
#include <QThreadPool>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestOverview : public QObject
{
    Q_OBJECT

private:
    static Overview::Content oneBlock(const QRectF &rect)
    {
        Overview::Content content;
        content.blocks.append({rect, Qt::red, false});
        return content;
    }
    static QImage painted(Overview &overview, const QRectF &part, double zoom)
    {
        QImage image((part.size() * zoom).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(zoom, zoom);
        painter.translate(-part.topLeft());
        overview.paint(painter, part, zoom, 1);
        return image;
    }
    /// What is being made is made, and has arrived.
    static void deliver()
    {
        QThreadPool::globalInstance()->waitForDone();
        test::deliverQueued();
    }

    static constexpr int many = 2000;
    /// Chained components in rows of fifty.
    static scenario::Scenario largeScenario()
    {
        QList<core::Json> objects;
        for (int i = 1; i <= many; ++i)
            objects.append(core::Json::object({{u"oId"_s, core::Json(i)},
                                               {u"oType"_s, core::Json(i == 1 ? 101 : 102)},
                                               {u"oLeft"_s, core::Json(i % 50 * 100)},
                                               {u"oTop"_s, core::Json(i / 50 * 50)},
                                               {u"transfer"_s, core::Json(std::min(i + 1, many))}}));
        return {core::Json::object({{u"objects"_s, core::Json::array(objects)}, {u"variables"_s, core::Json::array()}}),
                scenario::Form::ScriptData};
    }
    static qsizetype edgesOf(const CanvasScene &scene)
    {
        qsizetype count = 0;
        for (const QList<EdgeItem *> &edges : scene.edges().all())
            count += edges.size();
        return count;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(test::anyWarning); }

    void paintsWhenItIsReady()
    {
        int asked = 0;
        Overview overview([&asked] {
            ++asked;
            return oneBlock({100, 100, 200, 50});
        });
        QSignalSpy ready(&overview, &Overview::ready);
        const QRectF part(0, 0, 1000, 500);
        QCOMPARE(painted(overview, part, 0.2).pixelColor(40, 25), QColor(Qt::white)); // nothing there yet, and nobody waits
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(painted(overview, part, 0.2).pixelColor(40, 25) != QColor(Qt::white));
        QCOMPARE(asked, 1);
        // A little further is covered by the same picture; another zoom is not.
        painted(overview, part.translated(200, 0), 0.2);
        deliver();
        QCOMPARE(ready.size(), 1);
        painted(overview, part, 0.5);
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(asked, 1);
        overview.invalidate();
        painted(overview, part, 0.5);
        QTRY_COMPARE(ready.size(), 3);
        QCOMPARE(asked, 2);
    }

    void holdsNotesAndFramesBehindCards()
    {
        const test::Stage stage;
        editing::EditSession session(
            {core::Json::object({{u"objects"_s, core::Json::array()}, {u"variables"_s, core::Json::array()}}), scenario::Form::ScriptData},
            stage.catalogue, stage.dialect);
        session.addObject(101, {10, 20});
        editing::NoteEdits notes(session);
        QVERIFY(notes.add(scenario::NoteKind::Note, u"Why"_s, {200, 200, 60, 40}));
        QVERIFY(notes.add(scenario::NoteKind::Frame, u"All"_s, {0, 0, 300, 300}));
        CanvasScene scene(stage.workbench, session);
        const Overview::Content content = farView(scene, FarLines::Yes);
        QCOMPARE(content.blocks.size(), 3);
        QCOMPARE(content.blocks.at(0).rect, QRectF(0, 0, 900, 900));
        QCOMPARE(content.blocks.at(1).rect, QRectF(600, 600, 180, 120));
        QCOMPARE(content.blocks.at(2).rect, scene.card(1)->cardRect());
        Overview overview([&content] { return content; });
        QSignalSpy ready(&overview, &Overview::ready);
        const QRectF part(0, 0, 900, 900);
        painted(overview, part, 0.2);
        QTRY_COMPARE(ready.size(), 1);
        const QImage image = painted(overview, part, 0.2);
        QVERIFY(image.pixelColor(138, 132) != QColor(Qt::white));                                              // in the note
        QCOMPARE(image.pixelColor(90, 100), QColor(Qt::white));                                                // in the frame
        QVERIFY(image.pixelColor(90, 0) != QColor(Qt::white) || image.pixelColor(90, 1) != QColor(Qt::white)); // its border
    }

    void isRenewedWhenTransitionsChange()
    {
        const test::Stage stage;
        editing::EditSession session(
            {core::Json::object({{u"objects"_s, core::Json::array()}, {u"variables"_s, core::Json::array()}}), scenario::Form::ScriptData},
            stage.catalogue, stage.dialect);
        const qint64 from = session.addObject(101, {10, 20});
        const qint64 to = session.addObject(102, {200, 20});
        CanvasScene scene(stage.workbench, session);
        QSignalSpy changed(&scene, &CanvasScene::contentChanged);
        const auto lines = [&scene] {
            return farView(scene, FarLines::Yes).lines.size();
        };
        QCOMPARE(lines(), 0);
        session.setProperty({from}, u"transfer"_s, core::Json(to));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(lines(), 1);
        session.setProperty({from}, u"name"_s, core::Json(u"Begin"_s)); // nothing that is seen from afar
        QCOMPARE(changed.size(), 1);
        session.clearProperty({from}, u"transfer"_s);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(lines(), 0);
    }

    void mayGoWhileItIsMade()
    {
        for (int i = 0; i < 20; ++i) {
            Overview overview([] { return oneBlock({0, 0, 5000, 5000}); });
            painted(overview, {0, 0, 5000, 5000}, 0.2);
        }
        deliver();
    }

    void itemsOfALargeDocumentArriveInTurns()
    {
        const test::Stage stage;
        editing::EditSession session(largeScenario(), stage.catalogue, stage.dialect);
        CanvasScene scene(stage.workbench, session);
        QVERIFY(scene.isArriving());
        QCOMPARE(scene.arrivedCards().size(), 0);
        // The picture of it all is there before the items are.
        const auto rects = [&scene] {
            QList<QRectF> found;
            const Overview::Content content = farView(scene, FarLines::Yes);
            for (const Overview::Block &block : content.blocks)
                found.append(block.rect);
            std::sort(found.begin(), found.end(),
                      [](const QRectF &a, const QRectF &b) { return std::pair(a.y(), a.x()) < std::pair(b.y(), b.x()); });
            return found;
        };
        const QList<QRectF> before = rects();
        const QRectF covered = scene.contentRect();
        QCOMPARE(before.size(), many);
        QSignalSpy changed(&scene, &CanvasScene::contentChanged);
        int turns = 0;
        while (scene.isArriving()) {
            const qsizetype there = scene.arrivedCards().size();
            QCoreApplication::processEvents(); // one turn: how much comes in each is what is tested
            QVERIFY(scene.arrivedCards().size() - there <= Arrivals::cardsAtOnce);
            ++turns;
        }
        QVERIFY(turns >= many / Arrivals::cardsAtOnce + many / Arrivals::linksAtOnce);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(scene.arrivedCards().size(), many);
        QCOMPARE(edgesOf(scene), many);
        QCOMPARE(rects(), before);
        QCOMPARE(scene.contentRect(), covered);
    }
    void whatIsAskedForIsThere()
    {
        const test::Stage stage;
        editing::EditSession session(largeScenario(), stage.catalogue, stage.dialect);
        const auto isLike = [&stage, &session](const CanvasScene &scene) { // as one that begins with the document as it is
            const CanvasScene fresh(stage.workbench, session);
            return scene.cards().size() == fresh.cards().size() && edgesOf(scene) == edgesOf(fresh) &&
                   scene.contentRect() == fresh.contentRect();
        };
        {
            const CanvasScene scene(stage.workbench, session);
            QVERIFY(!scene.card(many + 1) && scene.isArriving()); // nobody has that one
            QVERIFY(scene.card(many - 1));
            QVERIFY(isLike(scene));
        }
        {
            const CanvasScene scene(stage.workbench, session);
            QCOMPARE(scene.edgesFrom(many - 1).size(), 1);
        }
        {
            CanvasScene scene(stage.workbench, session);
            scene.select({many - 1, 3});
            QCOMPARE(scene.selectedIds(), QList<qint64>({3, many - 1}));
        }
        {
            CanvasScene scene(stage.workbench, session);
            scene.selectAll();
            QCOMPARE(scene.selectedIds().size(), many);
        }
        {
            CanvasScene scene(stage.workbench, session);
            QTRY_VERIFY(!scene.arrivedCards().isEmpty());
            session.setProperty({many - 1}, u"name"_s, core::Json(u"Late"_s));
            QCOMPARE(scene.card(many - 1)->card().name, u"Late"_s);
            QVERIFY(isLike(scene));
        }
        {
            const CanvasScene scene(stage.workbench, session);
            QTRY_VERIFY(!scene.arrivedCards().isEmpty());
            session.removeObjects({2, many - 1});
            QVERIFY(isLike(scene) && !scene.card(2) && !scene.card(many - 1));
        }
        {
            const CanvasScene scene(stage.workbench, session);
            session.undoStack().undo();
            QVERIFY(isLike(scene) && scene.card(2) && scene.card(many - 1));
        }
        {
            const CanvasScene scene(stage.workbench, session);
            QTRY_VERIFY(!scene.arrivedCards().isEmpty());
            session.replaceAll(largeScenario(), [] { return u"Again"_s; });
            QVERIFY(scene.isArriving());
            QVERIFY(isLike(scene));
        }
    }
    void whatIsSeenArrivesFirst()
    {
        const test::Stage stage;
        editing::EditSession session(largeScenario(), stage.catalogue, stage.dialect);
        CanvasScene scene(stage.workbench, session);
        const QPointF place = drawing::placeOf(session.object(many - 1)) + QPointF(20, 20);
        const CardItem *const card = scene.cardAt(place);
        QVERIFY(card && card->cardRect().contains(place));
        QVERIFY(scene.isArriving());
        QCOMPARE(scene.arrivedCards().value(card->id()), card);
        // What was found before a card came, it shows.
        core::Diagnostic problem;
        problem.object = 40;
        scene.setProblems({problem});
        scene.setFound({41}, 41);
        QVERIFY(scene.isArriving());
        QVERIFY(scene.card(40)->state().hasError);
        QVERIFY(scene.card(41)->state().found == drawing::Found::Current);
        scene.setProblems({});
        QVERIFY(!scene.card(40)->state().hasError);
        // Near, a view shows what is there at once.
        CanvasView view(stage.workbench, session);
        view.resize(900, 600);
        view.show();
        view.setZoom(1);
        view.centerOn(place);
        view.grab();
        QVERIFY(view.canvas().isArriving());
        QVERIFY(!view.canvas().arrivedCards().isEmpty() && view.canvas().arrivedCards().size() < 100);
        QTRY_VERIFY(!view.canvas().isArriving());
        QCOMPARE(view.viewportUpdateMode(), QGraphicsView::SmartViewportUpdate);
    }

    void theMinimapShowsCardsAndLeadsThere()
    {
        const test::Stage stage;
        editing::EditSession session(
            {core::Json::object({{u"objects"_s, core::Json::array()}, {u"variables"_s, core::Json::array()}}), scenario::Form::ScriptData},
            stage.catalogue, stage.dialect);
        session.addObject(101, {0, 0});
        const qint64 far = session.addObject(102, {2000, 1200});
        CanvasView view(stage.workbench, session);
        view.resize(900, 600);
        view.show();
        auto &map = test::child<Minimap>(view, "canvas.minimap");
        QVERIFY(map.isVisible());
        const auto inked = [&map] {
            const QImage image = map.grab().toImage();
            QSet<QRgb> colours;
            for (int x = 10; x < image.width() - 10; ++x) {
                for (int y = 10; y < image.height() - 10; ++y)
                    colours.insert(image.pixel(x, y));
            }
            return colours.size() > 1;
        };
        QTRY_VERIFY(inked());
        view.setZoom(1);
        view.goTo(1);
        const auto isSeen = [&](qint64 id) {
            return view.mapToScene(view.viewport()->rect()).boundingRect().intersects(view.canvas().card(id)->cardRect());
        };
        QVERIFY(!isSeen(far));
        QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(map.width() - 12, map.height() - 12));
        QVERIFY(isSeen(far));
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
