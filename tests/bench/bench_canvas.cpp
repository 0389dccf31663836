// SPDX-License-Identifier: GPL-3.0-or-later
// 10,000 components on the canvas: open to the first frame, zooming and panning at every zoom, dragging a card that has 50 transitions, one
// property edit until it is painted; in milliseconds of the interface thread. And a run of 1,000 steps a second over them, as a share of a
// core. Offscreen, 1600 by 1000.
#include "bench/report.h"
#include "designer/canvas/canvasview.h"
#include "scenario/scenarioreader.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QThread>
#include <QThreadPool>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace signalbox;

namespace {

constexpr double mostOpenMs = 1000;
constexpr double mostFrameMs = 16;
constexpr double mostRunShare = 0.1; // of a core

/// Rows of web socket operations, each leading to its neighbours; the first 50 of the second row lead to card 5050, too.
scenario::Scenario large(int count)
{
    QList<core::Json> objects;
    objects.reserve(count);
    const auto argument = [](const QString &value) {
        return core::Json::object({{u"argType"_s, core::Json(1)}, {u"varType"_s, core::Json(2)}, {u"value"_s, core::Json(value)}});
    };
    for (int i = 0; i < count; ++i) {
        QList<core::JsonMember> members{{u"oId"_s, core::Json(i + 1)},
                                        {u"oLeft"_s, core::Json(i % 100 * 104)},
                                        {u"oTop"_s, core::Json(i / 100 * 56)},
                                        {u"oType"_s, core::Json(i == 0 ? 101 : 144)},
                                        {u"name"_s, core::Json(u"Step %1"_s.arg(i + 1))}};
        if (i > 0) {
            members += {{u"operation"_s, core::Json(0)},
                        {u"conn"_s, argument(u"c"_s)},
                        {u"capabilityName"_s, argument(u"msg"_s)},
                        {u"eventName"_s, argument(u"hello"_s)},
                        {u"transferError"_s, core::Json(i >= 100 && i < 150 ? std::min(5050, count) : std::min(i + 101, count))}};
        }
        members.append({u"transfer"_s, core::Json(std::min(i + 2, count))});
        objects.append(core::Json(std::move(members)));
    }
    return {core::Json::object({{u"objects"_s, core::Json(objects)}, {u"variables"_s, core::Json::array()}}), scenario::Form::ScriptData};
}

/// Of a viewport.
class PaintCounter final : public QObject
{
public:
    int frames = 0; ///< asked for
    int paints = 0;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

double millisecondsOf(const std::function<void()> &task)
{
    QElapsedTimer timer;
    timer.start();
    task();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The share of a core that a run of 1,000 steps a second costs on the canvas, over that of the same time without one. All threads count.
double runShare(designer::CanvasView &view, const QList<qint64> &loop, std::chrono::milliseconds time)
{
    const auto pass = [&](const std::function<void(qint64 step)> &onStep) {
        const std::clock_t begun = std::clock();
        QElapsedTimer wall;
        wall.start();
        for (qint64 step = 0; wall.elapsed() < time.count();) {
            for (; step < wall.elapsed(); ++step) // one each millisecond
                onStep(step);
            QApplication::processEvents(QEventLoop::AllEvents, 5);
            QThread::usleep(2000);
        }
        return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC / (static_cast<double>(wall.nsecsElapsed()) / 1e9);
    };
    QHash<qint64, drawing::CardRun> runs;
    QHash<qint64, qint64> taken;
    designer::RunOverlay &overlay = view.canvas().run();
    pass([](qint64) {}); // pictures of what was before end
    const double quiet = pass([](qint64) {});
    const double busy = pass([&](qint64 step) {
        const qint64 at = loop.at(step % loop.size());
        const qint64 next = loop.at((step + 1) % loop.size());
        drawing::CardRun &ended = runs[at];
        ended.phase = drawing::RunPhase::None;
        ended.outcome = u"success"_s;
        ended.count += 1;
        ended.spentUs += 900 + step % 200;
        overlay.setCard(at, ended);
        overlay.setEdge(at, ended.outcome, {++taken[at], drawing::Breakpoint::None});
        drawing::CardRun &begun = runs[next];
        begun.phase = drawing::RunPhase::Current;
        overlay.setCard(next, begun);
    });
    overlay.clear();
    return std::max(0.0, busy - quiet);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const bool quick = bench::isQuick(argc, argv);
    const int count = quick ? 500 : 10000;
    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect dialect;
    const capability::Capabilities capabilities = capability::Capabilities::builtIn();
    const core::SystemClock clock;
    core::QtScheduler scheduler;
    designer::Appearance appearance(application, designer::Appearance::Mode::Light);
    const designer::Workbench workbench{catalogue, dialect, capabilities, clock, scheduler, appearance};
    const QByteArray text = large(count).toText();

    std::unique_ptr<editing::EditSession> session;
    std::unique_ptr<designer::CanvasView> view;
    PaintCounter painted;
    // What changed is painted by the event that asks for it, as in the program; a frame without one would measure nothing.
    const auto paint = [&painted] {
        QApplication::sendPostedEvents();
        ++painted.frames;
    };
    const double openMs = millisecondsOf([&] {
        const auto read = scenario::readScenario(text);
        session = std::make_unique<editing::EditSession>(*read.scenario, catalogue, dialect);
        view = std::make_unique<designer::CanvasView>(workbench, *session);
        view->resize(1600, 1000);
        view->viewport()->installEventFilter(&painted);
        view->show();
        view->zoomToFit();
        QElapsedTimer waited;
        waited.start();
        while (painted.paints == 0 && !waited.hasExpired(30'000)) // a frame is what counts, so it is waited for
            QApplication::processEvents(QEventLoop::AllEvents, 100);
    });

    bench::Report report(u"canvas"_s);
    double worst = 0;
    for (const double zoom : {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0, 1.5, 2.0}) {
        std::vector<double> frames;
        for (int i = 0; i < 15; ++i) {
            // Pictures that are made beside the interface thread come in between.
            QThreadPool::globalInstance()->waitForDone();
            QApplication::processEvents();
            frames.push_back(millisecondsOf([&] {
                view->setZoom(zoom * (1 + 0.01 * i));
                paint();
            }));
            frames.push_back(millisecondsOf([&] {
                view->horizontalScrollBar()->setValue(view->horizontalScrollBar()->value() + 40);
                paint();
            }));
        }
        report.figure(u"frameMsAt%1"_s.arg(zoom), bench::median(frames));
        worst = std::max(worst, bench::median(frames));
    }

    const qint64 dragged = std::min(5050, count);
    view->setZoom(1);
    view->goTo(dragged);
    paint();
    std::vector<double> drags;
    const QPointF place = view->canvas().card(dragged)->pos();
    for (int i = 0; i < 20; ++i) {
        drags.push_back(millisecondsOf([&] {
            view->canvas().movePreview({{dragged, place + QPointF(7.0 * i, 3.0 * i)}});
            paint();
        }));
    }
    std::vector<double> edits;
    for (int i = 0; i < 20; ++i) {
        edits.push_back(millisecondsOf([&] {
            session->setProperty({dragged}, u"name"_s, core::Json(u"Edited %1"_s.arg(i)));
            paint();
        }));
    }
    const auto runTime = quick ? std::chrono::milliseconds(1000) : std::chrono::milliseconds(4000);
    QList<qint64> seen; // that lie in the view
    QList<qint64> all;
    for (qint64 id = 1; id <= count; ++id) {
        all.append(id);
        if (view->mapToScene(view->viewport()->rect()).boundingRect().intersects(view->canvas().card(id)->cardRect()))
            seen.append(id);
    }
    const int paintsBefore = painted.paints;
    const double nearShare = runShare(*view, seen, runTime);
    const int paintsOfRun = painted.paints - paintsBefore;
    view->zoomToFit();
    const double farShare = runShare(*view, all, runTime);
    report.figure(u"runCardsSeen"_s, static_cast<double>(seen.size()));
    report.figure(u"runPaints"_s, paintsOfRun);
    if (paintsOfRun < 2) {
        std::fprintf(stderr, "a run was painted %d times\n", paintsOfRun);
        return 1;
    }
    if (painted.paints < painted.frames) {
        std::fprintf(stderr, "%d of %d frames were painted\n", painted.paints, painted.frames);
        return 1;
    }
    report.gateAtMost(u"openMs"_s, openMs, mostOpenMs);
    report.gateAtMost(u"worstMedianFrameMs"_s, worst, mostFrameMs);
    report.gateAtMost(u"dragFrameMs"_s, bench::median(drags), mostFrameMs);
    report.gateAtMost(u"editToPaintMs"_s, bench::median(edits), mostFrameMs);
    report.gateAtMost(u"runCoreShare"_s, nearShare, mostRunShare);
    report.gateAtMost(u"runCoreShareFar"_s, farShare, mostRunShare);
    report.print();
    return 0;
}
