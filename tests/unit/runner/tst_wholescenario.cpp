// SPDX-License-Identifier: GPL-3.0-or-later
// A scenario made ready for the cluster: what is left out, initial values, local files and where they are named, the result.
#include "core/jsonreader.h"
#include "runner/wholescenario.h"
#include "scenario/scenarioreader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using runner::WholeScenario;

namespace {

const core::Dialect dialect;

/// Start, one websock component, stop with a return value; variables n (number), path, result (local) and wide (of a wider scope).
QByteArray scriptData(const QByteArray &given = {})
{
    const QByteArray component = given.isEmpty() ? R"("filePath":{"argType":1,"varType":2,"value":":DOCS/a.txt"})"_ba : given;
    return R"({"objects":[{"oId":1,"oType":101,"type":0,"transfer":2},{"oId":2,"oType":144,)" + component +
           R"(,"transfer":3},{"oId":3,"oType":102,"returnValue":{"argType":2,"varType":2,"value":"n"}}],)"
           R"("variables":[{"id":"1","name":"n","type":1,"location":0},{"id":"2","name":"path","type":2,"location":0},)"
           R"({"id":"3","name":"wide","type":2,"location":2},{"id":"4","name":"result","type":2,"location":0}],"scriptVersion":170105})";
}

QByteArray entity(const QByteArray &data, const QByteArray &more = {})
{
    return R"({"id":"i-1","code":"mine","name":"My scenario","scriptdata":)" + data +
           R"(,"projectid":"p","lwt":"2026-01-01T00:00:00Z","opts":{"title":"t","variables":{"n":7}},"ext":{"ct":"x"},"odd":[1.50])" +
           R"(,"x-signalbox":{"notes":[1]})" + more + '}';
}

scenario::Scenario read(const QByteArray &text)
{
    const scenario::ReadResult result = scenario::readScenario(text);
    if (!result.scenario)
        qFatal("the test's own scenario is wrong");
    return *result.scenario;
}

machine::Inputs inputs(const QHash<QString, core::Value> &variables, const QMap<int, core::Value> &startParams = {})
{
    return {startParams, variables};
}

/// The entity that would be kept.
core::Json kept(const WholeScenario &whole)
{
    const runner::Carrier carrier = whole.carrier(u"sbx-1"_s, std::chrono::seconds(5));
    QList<core::JsonMember> members{
        {u"code"_s, core::Json(carrier.code)}, {u"name"_s, core::Json(carrier.name)}, {u"scriptdata"_s, carrier.scriptData}};
    return core::Json(members + carrier.more);
}

} // namespace

class WholeScenarioTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        for (const QString &name : {u"a.txt"_s, u"b.txt"_s}) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        m_files = std::make_unique<runner::LocalFiles>();
        QVERIFY(m_files->addCategory(u"DOCS="_s + m_folder->path()));
    }

    void leavesOutWhatIsOursAndTheClusters()
    {
        const auto whole = WholeScenario::make(read(entity(scriptData())), {}, dialect);
        QVERIFY(whole);
        QCOMPARE(kept(*whole).toCompact(), R"({"code":"sbx-1","name":"Signalbox: My scenario","scriptdata":)" + scriptData() +
                                               R"(,"projectid":"p","opts":{"title":"t","variables":{"n":7}},"odd":[1.50]})");
        const auto bare = WholeScenario::make(read(scriptData().chopped(1) + R"(,"x-signalbox":{"notes":[1]}})"), {}, dialect);
        QVERIFY(bare);
        QCOMPARE(kept(*bare).toCompact(), R"({"code":"sbx-1","name":"Signalbox: a scenario","scriptdata":)" + scriptData() + '}');
    }

    void givesInitialValues()
    {
        const auto given = inputs({{u"path"_s, core::Value(u"x"_s)}, {u"n"_s, core::Value(u"12"_s)}});
        const auto whole = WholeScenario::make(read(entity(scriptData())), given, dialect);
        QVERIFY(whole);
        QCOMPARE(kept(*whole)[u"opts"].toCompact(), R"({"title":"t","variables":{"n":12,"path":"x"}})"_ba);
        const auto bare = WholeScenario::make(read(scriptData()), given, dialect);
        QVERIFY(bare);
        QCOMPARE(kept(*bare)[u"opts"].toCompact(), R"({"title":"","comment":"","loglevel":0,"variables":{"n":12,"path":"x"}})"_ba);
    }

    void refusesInitialValues_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("said");
        QTest::newRow("of a wider scope") << u"wide"_s << u"x"_s << u"opts.variables"_s;
        QTest::newRow("of another type") << u"n"_s << u"many"_s << u"\"n\""_s;
        QTest::newRow("not there") << u"none"_s << u"x"_s << u"\"none\""_s;
    }
    void refusesInitialValues()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const QString, said);
        const auto whole = WholeScenario::make(read(scriptData()), inputs({{name, core::Value(value)}}), dialect);
        QVERIFY(!whole);
        QCOMPARE(whole.error().code, u"bad_argument"_s);
        QVERIFY2(whole.error().message.contains(said), qPrintable(whole.error().message));
    }

    void startParametersKeepTheirNumbers()
    {
        const auto whole =
            WholeScenario::make(read(scriptData()), inputs({}, {{2, core::Value(u"two"_s)}, {4, core::Value(4.5)}}), dialect);
        QVERIFY(whole);
        const runner::Carrier carrier = whole->carrier(u"c"_s, std::chrono::seconds(5));
        QCOMPARE(core::Json::array(carrier.startParams).toCompact(), R"([null,"two",null,4.5])"_ba);
        QCOMPARE(carrier.limit, std::chrono::milliseconds(5000));
    }

    void findsAndReplacesLocalFiles_data()
    {
        QTest::addColumn<QByteArray>("component");
        QTest::addColumn<QStringList>("found");
        QTest::addColumn<int>("warnings");
        QTest::newRow("a constant") << R"("filePath":{"argType":1,"varType":2,"value":":DOCS/a.txt"})"_ba << QStringList{u":DOCS/a.txt"_s}
                                    << 0;
        QTest::newRow("twice") << R"("x":{"argType":1,"varType":2,"value":":DOCS/a.txt"},"y":{"argType":1,"value":":DOCS/a.txt"})"_ba
                               << QStringList{u":DOCS/a.txt"_s} << 0;
        QTest::newRow("inside of a list") << R"("operations":[{"variable":"path","value":{"argType":1,"value":":DOCS/b.txt"}}])"_ba
                                          << QStringList{u":DOCS/b.txt"_s} << 0;
        QTest::newRow("not an argument") << R"("info":":DOCS/a.txt")"_ba << QStringList{} << 0;
        QTest::newRow("another category") << R"("filePath":{"argType":1,"varType":2,"value":":SYNC_COMMON/custom/a.txt"})"_ba
                                          << QStringList{} << 0;
        QTest::newRow("not there") << R"("filePath":{"argType":1,"varType":2,"value":":DOCS/none.txt"})"_ba << QStringList{} << 1;
        QTest::newRow("out of its folder") << R"("filePath":{"argType":1,"varType":2,"value":":DOCS/../../etc/passwd"})"_ba << QStringList{}
                                           << 1;
        QTest::newRow("the run's own") << R"("filePath":{"argType":1,"varType":2,"value":":TEMP/a.txt"})"_ba << QStringList{} << 0;
        QTest::newRow("a template") << R"("filePath":{"argType":4,"varType":2,"value":":DOCS/[path]"})"_ba << QStringList{} << 1;
        QTest::newRow("an expression") << R"("filePath":{"argType":3,"varType":2,"value":":DOCS/ ++ [path]"})"_ba << QStringList{} << 1;
        QTest::newRow("a variable") << R"("filePath":{"argType":2,"varType":2,"value":"path"})"_ba << QStringList{} << 0;
    }
    void findsAndReplacesLocalFiles()
    {
        QFETCH(const QByteArray, component);
        QFETCH(const QStringList, found);
        QFETCH(const int, warnings);
        auto whole = WholeScenario::make(read(scriptData(component)), {}, dialect);
        QVERIFY(whole);
        const WholeScenario::LocalPaths paths = whole->localPaths(*m_files);
        QCOMPARE(QStringList(paths.files.keys()), found);
        QCOMPARE(paths.warnings.size(), warnings);
        QByteArray expected = scriptData(component);
        for (const QString &path : found) {
            QCOMPARE(paths.files.value(path), QDir::cleanPath(m_folder->filePath(path.section(u'/', 1))));
            whole->replacePath(path, u":THERE/1"_s);
            expected.replace(path.toUtf8(), ":THERE/1");
        }
        QCOMPARE(kept(*whole)[u"scriptdata"].toCompact(), expected);
        QVERIFY(whole->localPaths(*m_files).files.isEmpty());
    }

    void inputsNameLocalFilesToo()
    {
        const auto given = inputs({{u"path"_s, core::Value(u":DOCS/a.txt"_s)}}, {{1, core::Value(u":DOCS/b.txt"_s)}});
        auto whole = WholeScenario::make(read(scriptData(R"("info":"x")")), given, dialect);
        QVERIFY(whole);
        QCOMPARE(whole->localPaths(*m_files).files.keys(), (QStringList{u":DOCS/a.txt"_s, u":DOCS/b.txt"_s}));
        whole->replacePath(u":DOCS/a.txt"_s, u":A"_s);
        whole->replacePath(u":DOCS/b.txt"_s, u":B"_s);
        QCOMPARE(kept(*whole)[u"opts"][u"variables"].toCompact(), R"({"path":":A"})"_ba);
        QCOMPARE(whole->carrier(u"c"_s, {}).startParams, QList{core::Json(u":B"_s)});
        QVERIFY(whole->localPaths(*m_files).files.isEmpty());
    }

    void knowsItsResult()
    {
        const core::Json variables = core::Json::object({{u"result"_s, core::Json(u"done"_s)}, {u"n"_s, core::Json(1)}});
        const auto whole = WholeScenario::make(read(scriptData()), {}, dialect);
        QVERIFY(whole);
        QCOMPARE(whole->resultIn(variables), std::optional(core::Value(u"done"_s)));
        QVERIFY(!whole->resultIn(core::Json()));
        const auto noReturn = WholeScenario::make(read(scriptData().replace("returnValue", "other")), {}, dialect);
        QVERIFY(!noReturn->resultIn(variables));
        const auto noVariable = WholeScenario::make(read(scriptData().replace("\"result\"", "\"other\"")), {}, dialect);
        QVERIFY(!noVariable->resultIn(variables));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<runner::LocalFiles> m_files;
};

QTEST_GUILESS_MAIN(WholeScenarioTest)
#include "tst_wholescenario.moc"
