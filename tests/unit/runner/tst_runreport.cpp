// SPDX-License-Identifier: GPL-3.0-or-later
#include "runner/recorder.h"
#include "runner/runreport.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

machine::TraceEvent step(const QString &outcome, const QString &error = {})
{
    return {6, u"Say <hello>"_s, u"websock"_s, outcome, u"transfer"_s, 7, 1500, 2250, error};
}

} // namespace

class RunReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writesTheDocument()
    {
        runner::RunReport report;
        report.result = core::Value(u"done"_s);
        report.variables = {{u"b"_s, core::Value(2.0)},
                            {u"a"_s, core::Value(u"text"_s)},
                            {u"c"_s, core::Value(QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC))}};
        machine::TraceEvent last = step(u"error"_s, u"not_active: gone"_s);
        last.target.reset();
        report.steps = {step(u"success"_s), last};
        QCOMPARE(runner::toJson(report).toCompact(),
                 QByteArray(R"({"reason":"normal","result":"done","variables":{"a":"text","b":2,"c":"2026-01-02T03:04:05Z"},"steps":[)"
                            R"({"object":6,"name":"Say <hello>","type":"websock","outcome":"success","transition":"transfer","target":7,)"
                            R"("startedMs":1.5,"durationMs":2.25,"error":""},)"
                            R"({"object":6,"name":"Say <hello>","type":"websock","outcome":"error","transition":"transfer","target":null,)"
                            R"("startedMs":1.5,"durationMs":2.25,"error":"not_active: gone"}]})"));
        report.result.reset();
        report.reason.reset(); // a cluster ran it
        QCOMPARE(runner::toJson(report)[u"reason"].toString(), u"unknown"_s);
        QVERIFY(!runner::isFailed(report));
        report.message = u"The cluster refuses"_s;
        QVERIFY(runner::isFailed(report));
        QVERIFY(runner::junitXml(report, u"x"_s).contains("<failure type=\"unknown\" message=\"The cluster refuses\""));
        report.message.clear();
        report.reason = machine::Reason::TransferNotSet;
        QVERIFY(runner::isFailed(report));
        QVERIFY(runner::toJson(report)[u"result"].isNull());
        QCOMPARE(runner::toJson(report)[u"reason"].toString(), u"transfer_not_set"_s);
    }

    void writesTraceLines()
    {
        runner::RunReport report;
        QCOMPARE(runner::traceLines(report), QByteArray());
        report.steps = {step(u"success"_s), step(u"timeout"_s)};
        const QList<QByteArray> lines = runner::traceLines(report).split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(1).startsWith(R"({"object":6,)"));
        QVERIFY(lines.at(2).isEmpty());
    }

    void writesJunit()
    {
        runner::RunReport report;
        report.startedMs = 1'700'000'000'000;
        report.durationUs = 1'250'000;
        report.reason = machine::Reason::Stop;
        report.message = u"a < b \x01 \xd800"_s;
        report.steps = {step(u"error"_s, u"rejected: \"no\""_s)};
        const QByteArray text = runner::junitXml(report, u"hello & co.json"_s);
        QXmlStreamReader xml(text);
        QStringList elements;
        QString name;
        QString message;
        QString output;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            elements.append(xml.name().toString());
            if (xml.name() == "testcase"_L1)
                name = xml.attributes().value("name"_L1).toString();
            if (xml.name() == "testsuite"_L1) {
                QCOMPARE(xml.attributes().value("time"_L1).toString(), u"1.250000"_s);
                QCOMPARE(xml.attributes().value("timestamp"_L1).toString(), u"2023-11-14T22:13:20"_s);
                QCOMPARE(xml.attributes().value("failures"_L1).toString(), u"1"_s);
            }
            if (xml.name() == "failure"_L1) {
                message = xml.attributes().value("message"_L1).toString();
                QCOMPARE(xml.attributes().value("type"_L1).toString(), u"stop"_s);
            }
            if (xml.name() == "system-out"_L1)
                output = xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(elements, (QStringList{u"testsuites"_s, u"testsuite"_s, u"testcase"_s, u"failure"_s, u"system-out"_s}));
        QCOMPARE(name, u"hello & co.json"_s);
        QCOMPARE(message, u"a < b \xfffd \xfffd"_s);
        QCOMPARE(output, u"6 websock \"Say <hello>\": error -> 7 (0.002250 s) rejected: \"no\""_s);
    }

    void aNormalRunPasses()
    {
        runner::RunReport report;
        report.message = u"\U0001f600"_s;
        const QByteArray text = runner::junitXml(report, u"\U0001f600.json"_s);
        QVERIFY(text.contains("failures=\"0\""));
        QVERIFY(!text.contains("<failure"));
        QVERIFY(text.contains("\xf0\x9f\x98\x80.json"));
    }

    void theRecorderHasALimit()
    {
        runner::Recorder recorder(2);
        for (int i = 0; i < 5; ++i)
            recorder.add(step(u"success"_s));
        QCOMPARE(recorder.steps().size(), 2);
        QCOMPARE(recorder.dropped(), 3);
        QCOMPARE(recorder.takeSteps().size(), 2);
        QVERIFY(recorder.steps().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunReportTest)
#include "tst_runreport.moc"
