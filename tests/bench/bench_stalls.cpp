// SPDX-License-Identifier: GPL-3.0-or-later
// How long the whole window's interface thread is busy at a stretch while a scenario of 10,000 components is opened, saved and exported,
// and a message body of a megabyte shown and formatted: the longest single event, offscreen. What is done meanwhile off that thread takes
// as long as it takes; both are told.
#include "bench/report.h"
#include "core/filestore.h"
#include "designer/files/outputs.h"
#include "designer/files/taskstrip.h"
#include "designer/sheet/json/jsonfield.h"
#include "designer/shell/documentsaver.h"
#include "support/windowstage.h"

#include <QElapsedTimer>
#include <QThread>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace signalbox;

namespace {

constexpr double mostOpenMs = 1000; // to the first frame
constexpr double mostStallMs = 16;

/// Times what the interface thread's event loop delivers.
class Watched final : public QApplication
{
public:
    using QApplication::QApplication;

    double longestMs = 0;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread()) // what others do holds up nobody
            return QApplication::notify(receiver, event);
        bool isTaken = false;
        note([&] { isTaken = QApplication::notify(receiver, event); });
        return isTaken;
    }
    template <typename Task>
    void note(const Task &task)
    {
        const double before = busyMs();
        ++m_depth;
        task();
        --m_depth;
        longestMs = std::max(longestMs, busyMs() - before);
    }

private:
    /// Of this thread: what other programs take from it does not count, and there is nothing that it should wait for.
    static double busyMs()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    int m_depth = 0;
};

/// Rows of web socket operations, each leading to its neighbours.
QByteArray large(int count)
{
    QByteArray text = "{\"objects\":[";
    for (int i = 0; i < count; ++i) {
        const int next = std::min(i + 2, count);
        const int below = std::min(i + 101, count);
        text += i == 0 ? "\n" : ",\n";
        text += QStringLiteral("{\"oId\":%1,\"oType\":%2,\"oLeft\":%3,\"oTop\":%4,\"name\":\"Step %1\",\"transfer\":%5")
                    .arg(i + 1)
                    .arg(i == 0 ? 101 : 144)
                    .arg(i % 100 * 104)
                    .arg(i / 100 * 56)
                    .arg(next)
                    .toUtf8();
        if (i > 0) {
            text += QStringLiteral(",\"operation\":0,\"transferError\":%1").arg(below).toUtf8();
            for (const char *code : {"conn", "capabilityName", "eventName", "content"})
                text += QByteArray(",\"") + code + R"(":{"argType":1,"varType":2,"value":")" + QByteArray(120, 'v') + "\"}";
        }
        text += '}';
    }
    return text + "],\"variables\":[]}";
}

/// Of objects in lines, about so many bytes.
QString body(int bytes)
{
    QString text = QStringLiteral("{\"items\":[");
    for (int i = 0; text.size() < bytes; ++i)
        text += QStringLiteral("%1{\"number\":%2,\"name\":\"item %2\",\"tags\":[\"one\",\"two\"],\"on\":true}")
                    .arg(i == 0 ? QString() : QStringLiteral(","))
                    .arg(i);
    return text + QStringLiteral("]}");
}

} // namespace

int main(int argc, char **argv)
{
    Watched application(argc, argv);
    const int count = bench::isQuick(argc, argv) ? 500 : 10000;
    test::Stage parts;
    test::WindowStage stage(parts);
    const QString path = stage.path(u"large.scr"_s);
    const QByteArray text = large(count);
    if (!core::writeFile(path, text))
        return 1;

    // How long it takes in all, and the longest stretch.
    const auto measured = [&](const std::function<void()> &begin) {
        QElapsedTimer timer;
        timer.start();
        application.longestMs = 0;
        application.note(begin);
        while (!stage.workspace().tasks().isIdle())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents(); // what it leads to, painting above all
        return std::pair(static_cast<double>(timer.nsecsElapsed()) / 1e6, application.longestMs);
    };
    // Until all items are there: until then the picture of it all is shown.
    const auto arrived = [&] {
        while (stage.page().canvas().canvas().isArriving())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
        return application.longestMs;
    };

    // The document is checked a moment after each edit; what that finds arrives between what is measured. The longest stretch.
    const auto rest = [&] {
        application.longestMs = 0;
        for (int round = 0; round < 20; ++round) {
            application.note([&parts] { parts.scheduler.advance(std::chrono::milliseconds(500)); });
            QThread::msleep(50);
            QCoreApplication::processEvents();
        }
        return application.longestMs;
    };

    bench::Report report(u"stalls"_s);
    report.figure(u"fileMiB"_s, static_cast<double>(text.size()) / (1024.0 * 1024.0));
    const auto [openMs, openStallMs] = measured([&] { stage.workspace().open({path}); });
    if (!stage.workspace().current())
        return 1;
    report.gateAtMost(u"openMs"_s, openMs, mostOpenMs);
    report.gateAtMost(u"openLongestStallMs"_s, openStallMs, mostStallMs);
    application.longestMs = 0;
    report.gateAtMost(u"arrivingLongestStallMs"_s, arrived(), mostStallMs);
    if (stage.page().canvas().canvas().cards().size() != count)
        return 1;
    report.gateAtMost(u"problemsLongestStallMs"_s, rest(), mostStallMs);

    stage.page().document().session().setProperty({1}, u"name"_s, core::Json(u"Edited"_s));
    const auto [saveMs, saveStallMs] = measured([&] { stage.workspace().saver().save(&stage.page()); });
    if (!stage.page().document().isClean())
        return 1;
    report.figure(u"saveMs"_s, saveMs);
    rest();
    report.gateAtMost(u"saveLongestStallMs"_s, saveStallMs, mostStallMs);

    double worst = 0;
    for (const QString &suffix : {u"svg"_s, u"pdf"_s, u"dot"_s}) {
        const QString picture = stage.path(u"picture."_s + suffix);
        const auto [ms, stallMs] =
            measured([&] { stage.workspace().outputs().exportTo(picture, stage.page().document().session().scenario()); });
        if (!QFile::exists(picture))
            return 1;
        report.figure(suffix + u"Ms"_s, ms);
        worst = std::max(worst, stallMs);
    }
    report.gateAtMost(u"exportLongestStallMs"_s, worst, mostStallMs);

    stage.workspace().newDocument();
    editing::EditSession &session = stage.page().document().session();
    const qint64 sender = session.addObject(144, {200, 24});
    const QString sent = body(count == 10000 ? 1024 * 1024 : 64 * 1024);
    session.setProperty({sender}, u"operation"_s, core::Json(0));
    session.setProperty({sender}, u"content"_s,
                        core::Json::object({{u"argType"_s, core::Json(1)}, {u"varType"_s, core::Json(2)}, {u"value"_s, core::Json(sent)}}));
    rest();
    // All in one line, as what is sent is: the editor measures a line as a whole.
    const auto [shownMs, shownStallMs] = measured([&] { stage.page().canvas().canvas().select({sender}); });
    auto *const field = stage.window->findChild<designer::JsonField *>();
    if (!field)
        return 1;
    report.figure(u"bodyShownMs"_s, shownMs);
    report.figure(u"bodyShownLongestStallMs"_s, shownStallMs);
    const auto answered = [&] {
        field->finish();
        return rest();
    };
    report.gateAtMost(u"bodyCheckedLongestStallMs"_s, answered(), mostStallMs);
    const auto [askedMs, askedStallMs] = measured([&] { field->layOut(true); });
    report.gateAtMost(u"bodyFormattedLongestStallMs"_s, std::max(askedStallMs, answered()), mostStallMs);
    if (session.object(sender)[u"content"][u"value"].toString().size() <= sent.size())
        return 1; // it was not formatted
    report.print();
    return 0;
}
