// SPDX-License-Identifier: GPL-3.0-or-later
// Which capabilities a cluster's answer grants, in every form that clusters give it.
#include "cluster/linksetup.h"

#include <QtTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class LinkSetupTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void grants_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<bool>("isListNeeded");
        QTest::addColumn<QString>("message"); // empty: granted
        QTest::newRow("documented") << QByteArray(R"([{"key":"msg","result":"ok"}])") << true << QString();
        QTest::newRow("without result") << QByteArray(R"([{"key":"b"},{"key":"msg"}])") << false << QString();
        QTest::newRow("bare keys") << QByteArray(R"(["b","msg"])") << false << QString();
        QTest::newRow("refused") << QByteArray(R"([{"key":"msg","result":"error","errormsg":"Unknown capability"}])") << true
                                 << u"The cluster refuses these capabilities: msg (Unknown capability)"_s;
        QTest::newRow("refused without words") << QByteArray(R"([{"key":"msg","result":"error"}])") << true
                                               << u"The cluster refuses these capabilities: msg"_s;
        QTest::newRow("left out") << QByteArray(R"([{"key":"b","result":"ok"}])") << true
                                  << u"The cluster refuses these capabilities: msg"_s;
        QTest::newRow("no list") << QByteArray("7") << true << u"The cluster's answer “setup_result” lists no capabilities."_s;
        QTest::newRow("no list, none needed") << QByteArray("7") << false << QString();
    }
    void grants()
    {
        QFETCH(const QByteArray, list);
        QFETCH(const bool, isListNeeded);
        QFETCH(const QString, message);
        const auto json = core::readJson(list);
        QVERIFY(json);
        const protocol::Frame answer{u"setup_result"_s, core::Json::object({{u"capabilities"_s, *json}})};
        const auto result = cluster::checkCapabilities(answer, {u"msg"_s}, isListNeeded);
        QCOMPARE(result ? QString() : result.error().message, message);
    }
};

QTEST_GUILESS_MAIN(LinkSetupTest)
#include "tst_linksetup.moc"
