// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: 30,000 frames a second taken in for a minute from an event loop that must not stall, the memory that a million messages
// cost, a page anywhere among them, and filters over all: the first page of a text that stands in the oldest message alone, or nowhere.
#include "bench/report.h"
#include "journal/reader.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace signalbox;

namespace {

constexpr double framesPerSecond = 30'000;
constexpr double mostStallMs = 50;
constexpr double mostFirstPageMs = 150;
constexpr double mostGrowthMb = 50;

double residentMb()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// Requests and their answers on a few connections, with ids that have all digits, so that no text is rare by chance.
class Frames final
{
public:
    journal::Message next(qint64 timeUs)
    {
        const qint64 pair = m_count / 2;
        const bool isAnswer = m_count++ % 2 == 1;
        journal::Message message;
        message.timeUs = timeUs;
        message.direction = isAnswer ? journal::Direction::Received : journal::Direction::Sent;
        message.connection = u"crm-gateway #%1"_s.arg(pair % 5);
        message.connectionId = u"b26c45b1-017d-960e-e3d5-7cd30a921f5%1"_s.arg(pair % 5);
        message.method = isAnswer ? u"order_result"_s : u"order"_s;
        message.qid = QByteArray::number(pair);
        if (isAnswer)
            message.payload =
                "[\"order_result\",{\"qid\":" + message.qid + ",\"result\":\"ok\",\"number\":\"" + digits() + "\",\"state\":\"accepted\"}]";
        else
            message.payload = "[\"order\",{\"qid\":" + message.qid + ",\"id\":\"A-" + digits() + "\",\"session\":\"" + digits() + "-" +
                              digits() + "\",\"lines\":[{\"sku\":\"S" + digits() +
                              "\",\"count\":3}],\"text\":\"Hello from the warehouse\"}]";
        if (m_count == 200)
            message.payload.insert(message.payload.size() - 2, ",\"remark\":\"the needle\"");
        message.size = message.payload.size();
        return message;
    }

private:
    QByteArray digits() { return QByteArray::number(m_random.bounded(100'000'000)); }

    QRandomGenerator m_random{7};
    qint64 m_count = 0;
};

struct Paced {
    double stallMs = 0;
    double addMs = 0; ///< the longest that handing over what was due took
};

/// Hands frames over at their rate from the event loop, for some seconds.
Paced takeIn(journal::Journal &store, Frames &frames, double seconds)
{
    Paced paced;
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock;
    double lastMs = 0;
    qint64 given = 0;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const double nowMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        paced.stallMs = std::max(paced.stallMs, nowMs - lastMs);
        const auto due = static_cast<qint64>(std::min(nowMs / 1000, seconds) * framesPerSecond);
        for (; given < due; ++given)
            store.add(frames.next(1'700'000'000'000'000 + given * 33));
        const double afterMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        paced.addMs = std::max(paced.addMs, afterMs - nowMs);
        lastMs = nowMs;
        if (nowMs >= seconds * 1000)
            loop.quit();
    });
    clock.start();
    timer.start(1);
    loop.exec();
    return paced;
}

void waitUntilWritten(journal::Journal &store)
{
    QEventLoop loop;
    store.whenWritten(&loop, [&loop] { loop.quit(); });
    loop.exec();
}

template <typename T>
double millisecondsOf(std::unique_ptr<core::AsyncCall<T>> call, core::Result<T> *answer = nullptr)
{
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    call->start([&](core::Result<T> result) {
        if (answer)
            *answer = std::move(result);
        loop.quit();
    });
    loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

struct Searched {
    double firstMs = 0; ///< to the first page, or to the end where there is none
    double allMs = 0;
    qint64 found = 0;
    int reports = 0; ///< of progress
};

Searched search(journal::Reader &reader, const QString &bar)
{
    const auto filter = journal::Filter::parse(bar);
    if (!filter)
        qFatal("%s", qPrintable(filter.error().message));
    Searched searched;
    QElapsedTimer timer;
    timer.start();
    core::Result<journal::SearchEnd> end;
    searched.allMs = millisecondsOf(reader.search(*filter, {},
                                                  {.found =
                                                       [&](const QList<journal::MessageId> &ids) {
                                                           if (searched.found == 0)
                                                               searched.firstMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
                                                           searched.found += ids.size();
                                                       },
                                                   .progress =
                                                       [&](journal::SearchProgress) {
                                                           ++searched.reports;
                                                       }}),
                                    &end);
    if (!end)
        qFatal("%s", qPrintable(end.error().message));
    if (searched.found == 0)
        searched.firstMs = searched.allMs;
    return searched;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool quick = bench::isQuick(argc, argv);
    const double seconds = quick ? 0.5 : 60;
    const qint64 million = quick ? 20'000 : 1'000'000;
    bench::Report report(u"journal"_s);
    QTemporaryDir folder;

    const QString path = folder.filePath(u"journal.sqlite"_s);
    {
        journal::Journal store(path);
        waitUntilWritten(store);
        const double beforeMb = residentMb();
        Frames frames;
        const Paced paced = takeIn(store, frames, seconds);
        waitUntilWritten(store);
        const journal::Intake intake = store.intake();
        report.figure(u"intakeSeconds"_s, seconds);
        report.figure(u"longestAddMs"_s, paced.addMs);
        report.figure(u"intakeGrowthMb"_s, residentMb() - beforeMb);
        report.figure(u"intakeFileMb"_s, static_cast<double>(QFileInfo(path).size()) / 1e6);
        report.gateAtLeast(u"framesPerSecond"_s, static_cast<double>(intake.stored) / seconds, framesPerSecond * 0.999);
        report.gateAtMost(u"framesDropped"_s, static_cast<double>(intake.droppedFull + intake.droppedBroken), 0);
        report.gateAtMost(u"longestStallMs"_s, paced.stallMs, mostStallMs);
    }

    const QString millionPath = folder.filePath(u"million.sqlite"_s);
    const double beforeMb = residentMb();
    QElapsedTimer timer;
    timer.start();
    journal::Journal store(millionPath);
    Frames frames;
    for (qint64 i = 0; i < million; ++i) {
        store.add(frames.next(1'700'000'000'000'000 + i * 33));
        if (i % 5'000 == 4'999) // so that what waits is no part of the memory
            waitUntilWritten(store);
    }
    waitUntilWritten(store);
    report.figure(u"messages"_s, static_cast<double>(million));
    report.figure(u"mostFramesPerSecond"_s, static_cast<double>(million) / (static_cast<double>(timer.nsecsElapsed()) / 1e9));
    report.figure(u"fileMb"_s, static_cast<double>(QFileInfo(millionPath).size()) / 1e6);

    journal::Reader reader(millionPath);
    millisecondsOf(reader.extent());
    std::vector<double> pages;
    QRandomGenerator random(3);
    for (int i = 0; i < 50; ++i) {
        QList<journal::MessageId> ids;
        const qint64 first = 1 + random.bounded(million - 200);
        for (qint64 id = first; id < first + 200; ++id)
            ids.append(id);
        pages.push_back(millisecondsOf(reader.messages(ids)));
    }
    report.gateAtMost(u"pageMs"_s, bench::median(pages), 16);

    const auto gate = [&](const QString &name, const QString &bar, qint64 wanted) {
        std::vector<double> first;
        Searched searched;
        for (int i = 0; i < 5; ++i) {
            searched = search(reader, bar);
            first.push_back(searched.firstMs);
        }
        if (wanted >= 0 && searched.found != wanted)
            qFatal("%s found %lld", qPrintable(bar), searched.found);
        report.gateAtMost(name, bench::median(first), mostFirstPageMs);
        report.figure(name + u"All"_s, searched.allMs);
    };
    gate(u"rareTextMs"_s, u"THE needle"_s, 1);
    gate(u"absentTextMs"_s, u"A-1234567x"_s, 0);
    gate(u"absentDigitsMs"_s, u"8675309867530986"_s, 0);
    gate(u"commonTextMs"_s, u"warehouse"_s, million / 2);
    for (const auto &[name, bar, wanted] :
         {std::tuple{u"expression"_s, u"/rem[a-z]+\":\"the/"_s, qint64(1)}, std::tuple{u"path"_s, u"$.remark"_s, qint64(1)},
          std::tuple{u"pathOfAll"_s, u"$.lines[0].count = 3"_s, million / 2}}) {
        const Searched searched = search(reader, bar);
        if (searched.found != wanted)
            qFatal("%s found %lld", qPrintable(bar), searched.found);
        report.figure(name + u"Ms"_s, searched.allMs);
        report.figure(name + u"Reports"_s, searched.reports);
    }
    report.gateAtMost(u"growthMb"_s, residentMb() - beforeMb, mostGrowthMb);
    report.print();
    return 0;
}
