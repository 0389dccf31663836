// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a document of 10,000 objects through its session: one property, one move, their undo, an object more and one less, and a
// variable that 10,000 places name. A snapshot for validation is taken before each, as the designer does.
#include "bench/report.h"
#include "catalogue/catalogue.h"
#include "editing/editsession.h"
#include "scenario/scenarioreader.h"

#include <QCoreApplication>
#include <QUndoStack>

#include <functional>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int objectCount = 10'000;
constexpr double limitMs = 1; // of one property: a frame has 16 ms, most of them for painting

QByteArray document()
{
    QStringList objects;
    for (int id = 1; id <= objectCount; ++id)
        objects.append(
            uR"({"oId":%1,"oLeft":%2,"oTop":%3,"oWidth":32,"oHeight":32,"oCreationDate":"2026-11-24 09:00:00","oLayer":0,"oType":106,)"
            uR"("mode":0,"variable":"attempt","value":{"argType":3,"varType":1,"value":"[attempt] + 1"},"transfer":%4,)"
            uR"("name":"Object %1","info":"one of many"})"_s.arg(id)
                .arg(96 * (id % 100))
                .arg(96 * (id / 100))
                .arg(id % objectCount + 1));
    return u"{\"objects\":[%1],\"variables\":[{\"id\":\"1\",\"name\":\"attempt\",\"type\":1,\"location\":0}]}"_s.arg(objects.join(u','))
        .toUtf8();
}

class Stopwatch final
{
public:
    Stopwatch(editing::EditSession &session, int rounds) : m_session(session), m_rounds(rounds) {}

    /// The median of one round, in milliseconds.
    double median(const std::function<void(int round)> &edit) const
    {
        std::vector<double> times;
        for (int round = 0; round < m_rounds; ++round) {
            const scenario::Scenario snapshot = m_session.scenario();
            QElapsedTimer timer;
            timer.start();
            edit(round);
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        return bench::median(times);
    }

private:
    editing::EditSession &m_session;
    int m_rounds;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect dialect;
    const scenario::ReadResult read = scenario::readScenario(document());
    if (!read.scenario) {
        std::fprintf(stderr, "the document should be one\n");
        return 1;
    }
    editing::EditSession session(*read.scenario, catalogue, dialect);
    const Stopwatch watch(session, bench::isQuick(argc, argv) ? 2 : 101);
    const qint64 middle = objectCount / 2;
    bench::Report report(u"editing"_s);
    const auto figure = [&](const QString &name, const std::function<void(int)> &edit) {
        const double time = watch.median(edit);
        report.figure(name, time);
        return time;
    };
    const double property = figure(u"propertyMs"_s, [&](int round) { session.setProperty({middle}, u"info"_s, core::Json(round)); });
    figure(u"undoMs"_s, [&](int) { session.undoStack().undo(); });
    figure(u"moveMs"_s, [&](int round) {
        session.joinSteps(u"drag"_s);
        session.moveObjects({{middle, {round, round}}});
    });
    figure(u"addMs"_s, [&](int round) { session.addObject(144, {round, round}); });
    figure(u"removeMs"_s, [&](int round) { session.removeObjects({middle + 1 + round}); });
    figure(u"renameVariableMs"_s, [&](int round) {
        static_cast<void>(session.renameVariable(round % 2 == 0 ? u"attempt"_s : u"tries"_s, round % 2 == 0 ? u"tries"_s : u"attempt"_s));
    });
    report.gateAtMost(u"propertyMs"_s, property, limitMs);
    report.print();
    return 0;
}
