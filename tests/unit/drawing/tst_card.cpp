// SPDX-License-Identifier: GPL-3.0-or-later
// What a card holds of an object.
#include "documents.h"
#include "drawing/card.h"

#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using drawing::Card;

class CardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void websock();
    void start();
    void stop();
    void knownByNameOnly();
    void unknown();
    void extraTransition();
    void names();
    void noObject();
    void places_data();
    void places();
    void platformUnits();

private:
    Card card(const QByteArray &object) const { return drawing::cardOf(test::scenarioOf(object), 0, m_catalogue, {}); }

    const catalogue::Catalogue m_catalogue = catalogue::Catalogue::builtIn();
};

void CardTest::websock()
{
    const Card c = card(R"({"oId":7,"oType":144,"oLeft":112,"oTop":64,"name":"Greet","eventName":{"argType":1,"value":"hi"},
        "transfer":5,"transferError":99})");
    QCOMPARE(c.id, 7);
    QCOMPARE(c.type, 144);
    QCOMPARE(c.name, u"Greet"_s);
    QCOMPARE(c.summary, u"send hi"_s);
    QCOMPARE(c.family, u"message"_s);
    QCOMPARE(c.place, QPointF(336, 192));
    QVERIFY(c.isKnown && c.hasInput && c.hasPortRows);
    QCOMPARE(c.ports.size(), 3);
    QCOMPARE(c.ports[0].outcome, u"success"_s);
    QCOMPARE(c.ports[0].title, u"success"_s);
    QCOMPARE(c.ports[0].property, u"transfer"_s);
    QCOMPARE(c.ports[0].target, std::optional<qint64>(5));
    QCOMPARE(c.ports[1].outcome, u"timeout"_s);
    QCOMPARE(c.ports[1].target, std::nullopt);
    QCOMPARE(c.ports[2].property, u"transferError"_s);
    QCOMPARE(c.ports[2].target, std::optional<qint64>(99)); // set, though it leads to nothing
}

void CardTest::start()
{
    const Card c = card(R"({"oId":1,"oType":101,"transfer":2})");
    QVERIFY(!c.hasInput);
    QVERIFY(!c.hasPortRows);
    QCOMPARE(c.ports.size(), 1);
    QCOMPARE(c.ports[0].outcome, u"done"_s);
}

void CardTest::stop()
{
    const Card c = card(R"({"oId":1,"oType":102,"transfer":2})");
    QVERIFY(c.hasInput);
    QVERIFY(!c.hasPortRows);
    QCOMPARE(c.ports.size(), 1); // a transition that its component does not know is shown, as the graph follows it
    QVERIFY(card(R"({"oId":1,"oType":102})").ports.isEmpty());
}

void CardTest::knownByNameOnly()
{
    const Card c = card(R"({"oId":1,"oType":112,"name":"Query","transfer":2,"transferError":3})");
    QVERIFY(c.isKnown);
    QCOMPARE(c.family, u"unknown"_s);
    QCOMPARE(c.summary, u"sql · 112"_s);
    QCOMPARE(c.ports.size(), 2);
    QVERIFY(c.hasPortRows);
    QCOMPARE(c.ports[0].title, u"next"_s);
    QCOMPARE(c.ports[1].title, u"error"_s);
    QCOMPARE(c.ports[1].outcome, QString());
    QCOMPARE(c.ports[1].property, u"transferError"_s);
}

void CardTest::unknown()
{
    const Card c = card(R"({"oId":1,"oType":202,"transfer":null})");
    QVERIFY(!c.isKnown);
    QCOMPARE(c.name, u"Component 202"_s);
    QCOMPARE(c.summary, u"unknown component · 202"_s);
    QVERIFY(c.ports.isEmpty());
}

void CardTest::extraTransition()
{
    const Card c = card(R"({"oId":1,"oType":104,"transferTrue":2,"transferMaybe":3})");
    QCOMPARE(c.ports.size(), 3);
    QCOMPARE(c.ports[2].title, u"maybe"_s);
    QCOMPARE(c.ports[2].target, std::optional<qint64>(3));
}

void CardTest::names()
{
    QCOMPARE(card(R"({"oType":144})").name, u"Operation with websocket connection"_s);
    QCOMPARE(card(R"({"oType":144,"name":" a\n b "})").name, u"a b"_s);
    QCOMPARE(card(R"({"oType":144,"name":3})").name, u"Operation with websocket connection"_s);
    QCOMPARE(card("{\"oType\":144,\"name\":\"" + QByteArray(100'000, 'x') + "\"}").name.size(), 200);
}

void CardTest::noObject()
{
    const Card c = card("17");
    QCOMPARE(c.id, 0);
    QCOMPARE(c.type, 0);
    QVERIFY(!c.isKnown);
    QVERIFY(c.ports.isEmpty());
}

void CardTest::places_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<double>("x");
    QTest::newRow("whole") << QByteArray("8") << 24.0;
    QTest::newRow("negative") << QByteArray("-8") << -24.0;
    QTest::newRow("with a fraction") << QByteArray("8.5") << 25.5;
    QTest::newRow("text") << QByteArray("\"8\"") << 0.0;
    QTest::newRow("beyond everything") << QByteArray("1e300") << 3e6;
    QTest::newRow("beyond everything, negative") << QByteArray("-1e300") << -3e6;
}

void CardTest::places()
{
    QFETCH(const QByteArray, left);
    QFETCH(const double, x);
    QCOMPARE(card("{\"oType\":102,\"oLeft\":" + left + "}").place, QPointF(x, 0));
}

void CardTest::platformUnits()
{
    for (int i = -50; i <= 50; ++i)
        QCOMPARE(drawing::toPlatform(drawing::toCanvas(i, -i)), QPoint(i, -i));
    QCOMPARE(drawing::toPlatform({24.9, 25.6}), QPoint(8, 9));
    QCOMPARE(drawing::toPlatform({-24.9, 1e300}), QPoint(-8, 1'000'000));
}

QTEST_GUILESS_MAIN(CardTest)
#include "tst_card.moc"
