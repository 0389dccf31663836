// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and validating a scenario of 10,000 objects (websock, compare, assign in turn), beside rapidjson's bare parse of the same text;
// and validating it again after an edit of one object: of a property, of a transition.
#include "bench/report.h"
#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "scenario/revalidator.h"
#include "scenario/scenarioreader.h"
#include "scenario/validator.h"

#include <QCoreApplication>

#include <rapidjson/document.h>

#include <cstdlib>
#include <functional>

using namespace signalbox;

namespace {

constexpr int objectCount = 10'000;
constexpr double limitMs = 300;
constexpr double editLimitMs = 5;

QJsonObject argument(int kind, int type, const QString &value)
{
    return {{QStringLiteral("argType"), kind}, {QStringLiteral("varType"), type}, {QStringLiteral("value"), value}};
}

QJsonObject object(int id, int type)
{
    return {{QStringLiteral("oId"), id},
            {QStringLiteral("oLeft"), 96 * (id % 100)},
            {QStringLiteral("oTop"), 96 * (id / 100)},
            {QStringLiteral("oWidth"), 32},
            {QStringLiteral("oHeight"), 32},
            {QStringLiteral("oCreationDate"), QStringLiteral("2026-11-24 09:00:00")},
            {QStringLiteral("oLayer"), 0},
            {QStringLiteral("oType"), type},
            {QStringLiteral("name"), QStringLiteral("Object %1").arg(id)},
            {QStringLiteral("info"), QStringLiteral("one of many")}};
}

QJsonObject websock(int id)
{
    QJsonObject made = object(id, 144);
    made[QStringLiteral("operation")] = 0;
    made[QStringLiteral("conn")] = argument(2, 2, QStringLiteral("conn"));
    made[QStringLiteral("direction")] = 0;
    made[QStringLiteral("capabilityName")] = argument(1, 2, QStringLiteral("msg"));
    made[QStringLiteral("eventName")] = argument(1, 2, QStringLiteral("greet"));
    made[QStringLiteral("content")] =
        argument(4, 2, QStringLiteral("{\"text\":\"Hello from %1\",\"attempt\":[attempt],\"list\":[1,2,3]}").arg(id));
    made[QStringLiteral("syncMode")] = 1;
    made[QStringLiteral("timeoutSec")] = argument(1, 1, QStringLiteral("5"));
    made[QStringLiteral("resultVariable")] = QStringLiteral("reply");
    made[QStringLiteral("errorVariable")] = QStringLiteral("error");
    made[QStringLiteral("transfer")] = id + 1;
    made[QStringLiteral("transferTimeout")] = id + 1;
    made[QStringLiteral("transferError")] = id + 1;
    return made;
}

QJsonObject compare(int id)
{
    QJsonObject made = object(id, 104);
    made[QStringLiteral("arg1")] = argument(3, 2, QStringLiteral("len([reply]) + 1"));
    made[QStringLiteral("arg2")] = argument(2, 1, QStringLiteral("attempt"));
    made[QStringLiteral("compareType")] = 3;
    made[QStringLiteral("transferTrue")] = id + 1;
    made[QStringLiteral("transferFalse")] = id + 1;
    return made;
}

QJsonObject assign(int id)
{
    QJsonObject made = object(id, 106);
    made[QStringLiteral("mode")] = 0;
    made[QStringLiteral("variable")] = QStringLiteral("attempt");
    made[QStringLiteral("value")] = argument(3, 1, QStringLiteral("[attempt] + ifelse(len([error]) > 0, 1, 2)"));
    made[QStringLiteral("transfer")] = id + 1;
    return made;
}

QByteArray document()
{
    QJsonObject start = object(1, 101);
    start[QStringLiteral("type")] = 0;
    start[QStringLiteral("startParam")] = QStringLiteral("conn");
    start[QStringLiteral("defineVars")] = 1;
    start[QStringLiteral("transfer")] = 2;
    QJsonArray objects{start};
    for (int id = 2; id < objectCount; ++id)
        objects.append(id % 3 == 0 ? compare(id) : id % 3 == 1 ? assign(id) : websock(id));
    objects.append(object(objectCount, 102));
    QJsonArray variables;
    int number = 0;
    for (const char *name : {"conn", "attempt", "reply", "error"}) {
        variables.append(QJsonObject{
            {QStringLiteral("id"), QStringLiteral("5a8f0f3a-9d0e-4f3b-8f56-1f6d2a8c0e%1").arg(++number, 2, 10, QLatin1Char('0'))},
            {QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("type"), number == 2 ? 1 : 2},
            {QStringLiteral("location"), 0}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("objects"), objects},
                                     {QStringLiteral("variables"), variables},
                                     {QStringLiteral("scriptVersion"), 170105}})
        .toJson();
}

/// A member of the object in the middle.
void edit(scenario::Scenario &document, const QString &key, core::Json value)
{
    const qsizetype middle = document.objectCount() / 2;
    core::Json changed = document.object(middle);
    changed.set(key, std::move(value));
    document.setObject(middle, std::move(changed));
}

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QByteArray text = document();
    const auto components = catalogue::Catalogue::builtIn();
    const auto capabilities = capability::Capabilities::builtIn();
    const core::Dialect dialect;
    const scenario::Validator validator(components, capabilities, dialect);

    const int rounds = bench::isQuick(argc, argv) ? 1 : 7;
    std::vector<double> reads;
    std::vector<double> validations;
    std::vector<double> edits;
    std::vector<double> links;
    std::vector<double> parses;
    for (int round = 0; round < rounds; ++round) {
        scenario::ReadResult read;
        core::Diagnostics findings;
        reads.push_back(milliseconds([&] { read = scenario::readScenario(text); }));
        validations.push_back(milliseconds([&] { findings = validator.validate(*read.scenario); }));
        scenario::Revalidator revalidator(components, capabilities, dialect);
        findings += revalidator.validate(*read.scenario);
        edit(*read.scenario, QStringLiteral("info"), core::Json(QStringLiteral("edited")));
        edits.push_back(milliseconds([&] { findings += revalidator.validate(*read.scenario); }));
        edit(*read.scenario, QStringLiteral("transfer"), core::Json(objectCount));
        links.push_back(milliseconds([&] { findings += revalidator.validate(*read.scenario); }));
        parses.push_back(milliseconds([&] {
            rapidjson::Document bare;
            bare.Parse<rapidjson::kParseFullPrecisionFlag | rapidjson::kParseValidateEncodingFlag>(text.constData(),
                                                                                                   static_cast<size_t>(text.size()));
            if (bare.HasParseError())
                std::abort();
        }));
        for (const core::Diagnostic &finding : read.diagnostics + findings) {
            if (finding.severity == core::Severity::Error) {
                std::fprintf(stderr, "the document should be sound: %s %s\n", qPrintable(finding.code), qPrintable(finding.message));
                return 1;
            }
        }
    }
    const double read = bench::median(reads);
    const double validation = bench::median(validations);
    const double parse = bench::median(parses);
    bench::Report report(QStringLiteral("scenario"));
    report.figure(QStringLiteral("objects"), objectCount);
    report.figure(QStringLiteral("bytes"), text.size());
    report.figure(QStringLiteral("readMs"), read);
    report.figure(QStringLiteral("validateMs"), validation);
    report.figure(QStringLiteral("validateEditMs"), bench::median(edits));
    report.figure(QStringLiteral("validateLinkMs"), bench::median(links));
    report.figure(QStringLiteral("rapidjsonParseMs"), parse);
    report.figure(QStringLiteral("timesOfRapidjson"), (read + validation) / parse);
    report.gateAtMost(QStringLiteral("readAndValidateMs"), read + validation, limitMs);
    report.gateAtMost(QStringLiteral("validateEditMs"), bench::median(edits), editLimitMs);
    report.gateAtMost(QStringLiteral("validateLinkMs"), bench::median(links), editLimitMs);
    report.print();
    return 0;
}
