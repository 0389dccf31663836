// SPDX-License-Identifier: GPL-3.0-or-later
// Whose members of a stored scenario are, and which of two edits is the newer one.
#include "cluster/scriptentity.h"
#include "core/jsonreader.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

core::Json json(const QByteArray &text)
{
    const auto value = core::readJson(text);
    return value ? *value : core::Json(u"the test's own JSON is wrong"_s);
}

} // namespace

class ScriptEntityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void ids_data()
    {
        QTest::addColumn<QByteArray>("entity");
        QTest::addColumn<QString>("id");
        QTest::newRow("text") << R"({"id":"a-1"})"_ba << u"a-1"_s;
        QTest::newRow("number") << R"({"id":12345678901234567890})"_ba << u"12345678901234567890"_s;
        QTest::newRow("none") << R"({"code":"x"})"_ba << QString();
        QTest::newRow("odd") << R"({"id":[1]})"_ba << QString();
        QTest::newRow("no object") << R"([])"_ba << QString();
    }
    void ids()
    {
        QFETCH(const QByteArray, entity);
        QFETCH(const QString, id);
        QCOMPARE(cluster::scriptId(json(entity)), id);
    }

    void leavesOutWhatTheClusterSets()
    {
        const core::Json entity = json(R"({"id":"1","code":"c","lwt":"t","opts":{"id":5},"ext":{"ct":"t"},"mine":[1.50]})");
        QCOMPARE(cluster::withoutClusterMembers(entity).toCompact(), R"({"code":"c","opts":{"id":5},"mine":[1.50]})"_ba);
    }

    void takesWhatTheClusterSets()
    {
        const core::Json stored = json(R"({"id":"7","code":"other","lwt":"t2","ext":{"lwt":"t3"}})");
        core::Json fresh = json(R"({"code":"c","scriptdata":{}})");
        cluster::takeClusterMembers(fresh, stored);
        QCOMPARE(fresh.toCompact(), R"({"id":"7","code":"c","scriptdata":{},"lwt":"t2","ext":{"lwt":"t3"}})"_ba);
        core::Json known = json(R"({"code":"c","lwt":"t1","id":"6","ext":{"ct":"t0"}})");
        cluster::takeClusterMembers(known, stored);
        QCOMPARE(known.toCompact(), R"({"code":"c","lwt":"t2","id":"7","ext":{"lwt":"t3"}})"_ba);
        cluster::takeClusterMembers(known, json(R"({"id":"8"})"));
        QCOMPARE(known.toCompact(), R"({"code":"c","lwt":"t2","id":"8","ext":{"lwt":"t3"}})"_ba);
    }

    void tellsTheNewerEdit_data()
    {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<QByteArray>("here");
        QTest::addColumn<bool>("newer");
        QTest::newRow("same") << R"({"lwt":"2019-08-22T10:50:21Z"})"_ba
                              << R"({"lwt":"2019-08-22T10:50:21Z"})"_ba << false;
        QTest::newRow("newer") << R"({"lwt":"2019-08-22T10:50:22Z"})"_ba
                               << R"({"lwt":"2019-08-22T10:50:21Z"})"_ba << true;
        QTest::newRow("older") << R"({"lwt":"2019-08-22T10:50:20Z"})"_ba
                               << R"({"lwt":"2019-08-22T10:50:21Z"})"_ba << false;
        QTest::newRow("another zone") << R"({"lwt":"2019-08-22T12:00:00+03:00"})"_ba
                                      << R"({"lwt":"2019-08-22T10:50:21Z"})"_ba << false;
        QTest::newRow("the finer one decides") << R"({"lwt":"2019-08-22T10:50:21Z","ext":{"lwt":"2019-08-22T10:50:21.98Z"}})"_ba
                                               << R"({"lwt":"2019-08-22T10:50:21Z","ext":{"lwt":"2019-08-22T10:50:21.5Z"}})"_ba << true;
        QTest::newRow("one has none that is finer") << R"({"lwt":"2019-08-22T10:50:21Z","ext":{"lwt":"2019-08-22T10:50:21.98Z"}})"_ba
                                                    << R"({"lwt":"2019-08-22T10:50:21Z"})"_ba << false;
        QTest::newRow("beyond milliseconds") << R"({"lwt":"2019-08-22T10:50:21.0012Z"})"_ba
                                             << R"({"lwt":"2019-08-22T10:50:21.0011Z"})"_ba << true;
        QTest::newRow("not known here") << R"({"lwt":"2019-08-22T10:50:21Z"})"_ba
                                        << "{}"_ba << true;
        QTest::newRow("not known there") << "{}"_ba
                                         << R"({"lwt":"2019-08-22T10:50:21Z"})"_ba << true;
        QTest::newRow("known nowhere") << "{}"_ba
                                       << "{}"_ba << true;
        QTest::newRow("no times, the same") << R"({"lwt":5})"_ba
                                            << R"({"lwt":5})"_ba << false;
        QTest::newRow("no times, others") << R"({"lwt":4})"_ba
                                          << R"({"lwt":5})"_ba << true;
    }
    void tellsTheNewerEdit()
    {
        QFETCH(const QByteArray, there);
        QFETCH(const QByteArray, here);
        QFETCH(const bool, newer);
        QCOMPARE(cluster::WriteTime::of(json(there)).isNewerThan(cluster::WriteTime::of(json(here))), newer);
    }

    void showsTheFinerTime()
    {
        QCOMPARE(cluster::WriteTime::of(json(R"({"lwt":"a","ext":{"lwt":"b"}})")).text(), u"b"_s);
        QCOMPARE(cluster::WriteTime::of(json(R"({"lwt":"a"})")).text(), u"a"_s);
        QVERIFY(!cluster::WriteTime::of(json("{}")).isKnown());
    }
};

QTEST_GUILESS_MAIN(ScriptEntityTest)
#include "tst_scriptentity.moc"
