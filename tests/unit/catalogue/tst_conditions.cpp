// SPDX-License-Identifier: GPL-3.0-or-later
// When properties are shown and required: component 144's table (platform.md §5) for every combination of what it depends on.
#include "catalogue/catalogue.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using catalogue::Catalogue;
using catalogue::ComponentType;
using catalogue::Condition;
using catalogue::Property;
using core::Json;

class TestConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void websock_data();
    void websock();
    void absentCountsAsDefault();
    void unreadableIsNoOption_data();
    void unreadableIsNoOption();
    void others_data();
    void others();
    void requiredOthers();
    void emptyParts();

private:
    const Catalogue m_catalogue = Catalogue::builtIn();
};

namespace {

QStringList shownCodes(const ComponentType &type, const Json &object)
{
    QStringList codes;
    for (const Property &property : type.properties)
        if (type.isShown(property, object))
            codes.append(property.code);
    return codes;
}

QStringList requiredCodes(const ComponentType &type, const Json &object)
{
    QStringList codes;
    for (const Property &property : type.properties)
        if (type.isRequired(property, object))
            codes.append(property.code);
    return codes;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

void TestConditions::websock_data()
{
    QTest::addColumn<int>("operation");
    QTest::addColumn<int>("syncMode");
    QTest::addColumn<int>("method");
    QTest::addColumn<QStringList>("shown"); ///< those beside what is always shown
    QTest::addColumn<QStringList>("required");
    for (int method = 0; method < 4; ++method) {
        QTest::addRow("send, method %d", method)
            << 0 << 0 << method << words("capabilityName eventName content syncMode") << words("conn capabilityName eventName");
        QTest::addRow("send and wait, method %d", method)
            << 0 << 1 << method << words("capabilityName eventName content syncMode timeoutSec resultVariable")
            << words("conn capabilityName eventName");
        for (int sync = 0; sync < 2; ++sync)
            QTest::addRow("temp file, sync %d, method %d", sync, method)
                << 1 << sync << method << words("filePath resultVariable") << words("conn filePath");
    }
    for (int sync = 0; sync < 2; ++sync) {
        QTest::addRow("get_coll, sync %d", sync) << 2 << sync << 0 << words("websocktempMethod resultVariable") << words("conn");
        QTest::addRow("get_file, sync %d", sync)
            << 2 << sync << 1 << words("websocktempMethod websocktempFileName resultVariable") << words("conn websocktempFileName");
        QTest::addRow("put_file, sync %d", sync)
            << 2 << sync << 2 << words("websocktempMethod websocktempFilePath websocktempFileName") << words("conn websocktempFilePath");
        QTest::addRow("delete_file, sync %d", sync)
            << 2 << sync << 3 << words("websocktempMethod websocktempFileName") << words("conn websocktempFileName");
    }
}

void TestConditions::websock()
{
    QFETCH(int, operation);
    QFETCH(int, syncMode);
    QFETCH(int, method);
    QFETCH(QStringList, shown);
    const ComponentType &type = *m_catalogue.find(144);
    const Json object =
        Json::object({{u"operation"_s, Json(operation)}, {u"syncMode"_s, Json(syncMode)}, {u"websocktempMethod"_s, Json(method)}});
    QStringList found = shownCodes(type, object);
    for (const QString &always : words("operation conn direction errorVariable transfer transferTimeout transferError"))
        QVERIFY2(found.removeOne(always), qPrintable(always));
    QCOMPARE(found, shown);
    QTEST(requiredCodes(type, object), "required");
}

void TestConditions::absentCountsAsDefault()
{
    const ComponentType &type = *m_catalogue.find(144);
    const auto explicitly = [](int operation) {
        return Json::object({{u"operation"_s, Json(operation)}, {u"syncMode"_s, Json(0)}, {u"websocktempMethod"_s, Json(0)}});
    };
    QCOMPARE(shownCodes(type, Json::object()), shownCodes(type, explicitly(0)));
    QCOMPARE(shownCodes(type, Json::object({{u"operation"_s, Json(2)}})), shownCodes(type, explicitly(2)));
    QCOMPARE(type.choice(u"operation", Json::object()), 0);
    QCOMPARE(type.choice(u"operation", explicitly(2)), 2);
}

void TestConditions::unreadableIsNoOption_data()
{
    QTest::addColumn<Json>("value");
    QTest::newRow("text") << Json(u"sendtokenmsg"_s);
    QTest::newRow("null") << Json();
    QTest::newRow("fraction") << Json(0.5);
    QTest::newRow("unknown id") << Json(7);
    QTest::newRow("object") << Json::object();
}

void TestConditions::unreadableIsNoOption()
{
    QFETCH(Json, value);
    const ComponentType &type = *m_catalogue.find(144);
    const Json object = Json::object({{u"operation"_s, value}});
    QCOMPARE(shownCodes(type, object), words("operation conn direction errorVariable transfer transferTimeout transferError"));
    QCOMPARE(type.choice(u"operation", object), value.toInt());
    // "not" holds for what is none of its options
    const Json files = Json::object({{u"operation"_s, Json(2)}, {u"websocktempMethod"_s, value}});
    QVERIFY(type.isShown(*type.property(u"websocktempFileName"), files));
    QVERIFY(!type.isRequired(*type.property(u"websocktempFileName"), files));
}

void TestConditions::others_data()
{
    QTest::addColumn<int>("component");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<int>("value");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("start") << 101 << u"type"_s << 0 << words("type startParam defineVars transfer");
    QTest::newRow("post-processing") << 101 << u"type"_s << 1 << words("type transitionOption transfer");
    QTest::newRow("assign one") << 106 << u"mode"_s << 0 << words("mode variable value transfer");
    QTest::newRow("assign several") << 106 << u"mode"_s << 1 << words("mode operations transfer");
    QTest::newRow("scriptnotify") << 111 << u"mode"_s << 0 << words("mode text user transfer");
    QTest::newRow("log") << 111 << u"mode"_s << 1 << words("mode text transfer");
    QTest::newRow("sip") << 111 << u"mode"_s << 2 << words("mode text user transfer");
    QTest::newRow("goto") << 150 << u"none"_s << 0 << words("label variable value");
    QTest::newRow("stop") << 102 << u"callStack"_s << 1 << words("callStack returnValue");
}

void TestConditions::others()
{
    QFETCH(int, component);
    QFETCH(QString, choice);
    QFETCH(int, value);
    QTEST(shownCodes(*m_catalogue.find(component), Json::object({{choice, Json(value)}})), "shown");
}

void TestConditions::requiredOthers()
{
    const Json nothing = Json::object();
    const QList<std::pair<qint64, const char *>> expected{{101, ""},         {102, ""}, {103, "timeoutMs"}, {104, ""},
                                                          {106, "variable"}, {111, ""}, {150, "label"},     {151, "label"}};
    for (const auto &[index, codes] : expected)
        QCOMPARE(requiredCodes(*m_catalogue.find(index), nothing), words(codes));
    QCOMPARE(requiredCodes(*m_catalogue.find(106), Json::object({{u"mode"_s, Json(1)}})), QStringList());
}

void TestConditions::emptyParts()
{
    const ComponentType &type = *m_catalogue.find(144);
    QVERIFY(type.holds({}, Json::object()));
    QVERIFY(type.holds({Condition::Kind::All, {}, {}, {}}, Json::object()));
    QVERIFY(!type.holds({Condition::Kind::Any, {}, {}, {}}, Json::object()));
    const Condition first{Condition::Kind::Is, u"operation"_s, {0}, {}};
    const Condition second{Condition::Kind::Not, u"operation"_s, {0}, {}};
    QVERIFY(type.holds({Condition::Kind::Any, {}, {}, {second, first}}, Json::object()));
    QVERIFY(!type.holds({Condition::Kind::All, {}, {}, {second, first}}, Json::object()));
    QVERIFY(!type.holds({Condition::Kind::Is, u"nosuch"_s, {0}, {}}, Json::object()));
}

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"
