// SPDX-License-Identifier: GPL-3.0-or-later
// Steps: what one edit writes, tells and takes back; gestures and joined steps; the document's own members.
#include "editing/editsession.h"

#include "editing/keyorder.h"
#include "support/testfiles.h"
#include "unit/editing/stage.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using editing::EditSession;
using test::Stage;

class EditSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void edits_data();
    void edits();
    void addsObjects_data();
    void addsObjects();
    void namesAndIdsAreNew();
    void placesOfNewKeys_data();
    void placesOfNewKeys();
    void nothingIsNoStep_data();
    void nothingIsNoStep();
    void aGestureIsOneStep();
    void aGestureThatEndsWhereItBeganIsDropped();
    void undoInAGestureTakesItBack();
    void joinedSteps();
    void joiningEnds_data();
    void joiningEnds();
    void aCleanStateIsNotJoined();
    void joinedStepsThatTakeEachOtherBackVanish();
    void unknownComponentsStay();
    void oneOfManyIsChangedInPlace();

private:
    static const QString start;
    static const QString two;
};

const QString EditSessionTest::start = uR"({"objects":[{"oId":1,"oType":101,"zeta":1.50,"name":"Start"}],"variables":[]})"_s;
const QString EditSessionTest::two = uR"({"objects":[{"oId":1,"oType":101,"name":"Start"},{"oId":2,"oType":102,"name":"Stop"}]})"_s;

namespace {

using Change = std::function<void(EditSession &)>;

const QString entity = uR"({"id":"x","code":"c","scriptdata":{"objects":[{"oId":1,"oType":101}]},"opts":{}})"_s;

} // namespace

Q_DECLARE_METATYPE(Change)

void EditSessionTest::edits_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("toldBack");
    const auto row = [](const char *name, const QString &before, const Change &change, const QString &after, const QString &told,
                        const QString &toldBack = {}) {
        QTest::newRow(name) << before << change << after << told << (toldBack.isEmpty() ? told : toldBack);
    };
    row(
        "set a property", start, [](EditSession &s) { s.setProperty({1}, u"transfer"_s, Json(5)); },
        uR"({"objects":[{"oId":1,"oType":101,"transfer":5,"zeta":1.50,"name":"Start"}],"variables":[]})"_s, u"changed 1"_s);
    row(
        "change a property", start, [](EditSession &s) { s.setProperty({1}, u"name"_s, Json(u"Go"_s)); },
        uR"({"objects":[{"oId":1,"oType":101,"zeta":1.50,"name":"Go"}],"variables":[]})"_s, u"changed 1"_s);
    row(
        "of several", two,
        [](EditSession &s) {
            s.setProperty({2, 1, 2, 77}, u"info"_s, Json(u"i"_s));
        },
        uR"({"objects":[{"oId":1,"oType":101,"name":"Start","info":"i"},{"oId":2,"oType":102,"name":"Stop","info":"i"}]})"_s,
        u"changed 2 1"_s, u"changed 1 2"_s);
    row(
        "clear a property", start, [](EditSession &s) { s.clearProperty({1}, u"zeta"_s); },
        uR"({"objects":[{"oId":1,"oType":101,"name":"Start"}],"variables":[]})"_s, u"changed 1"_s);
    row(
        "move", two,
        [](EditSession &s) {
            s.moveObjects({{1, {10, -20}}, {2, {3, 4}}});
        },
        uR"({"objects":[{"oId":1,"oLeft":10,"oTop":-20,"oType":101,"name":"Start"},{"oId":2,"oLeft":3,"oTop":4,"oType":102,"name":"Stop"}]})"_s,
        u"changed 1 2"_s, u"changed 2 1"_s);
    row(
        "extension", start, [](EditSession &s) { s.setExtension(u"notes"_s, Json::array()); },
        uR"({"objects":[{"oId":1,"oType":101,"zeta":1.50,"name":"Start"}],"variables":[],"x-signalbox":{"notes":[]}})"_s, u"extension"_s);
    row(
        "last of the extension", uR"({"x-signalbox":{"a":1},"objects":[]})"_s, [](EditSession &s) { s.setExtension(u"a"_s, {}); },
        uR"({"objects":[]})"_s, u"extension"_s);
    row(
        "one of the extension", uR"({"x-signalbox":{"a":1,"b":2,"c":3},"objects":[]})"_s,
        [](EditSession &s) { s.setExtension(u"b"_s, {}); }, uR"({"x-signalbox":{"a":1,"c":3},"objects":[]})"_s, u"extension"_s);
    row(
        "extension that is none", uR"({"x-signalbox":7,"objects":[]})"_s, [](EditSession &s) { s.setExtension(u"b"_s, Json(1)); },
        uR"({"x-signalbox":{"b":1},"objects":[]})"_s, u"extension"_s);
    row(
        "entity", entity, [](EditSession &s) { s.setEntity(u"name"_s, Json(u"n"_s)); },
        uR"({"id":"x","code":"c","name":"n","scriptdata":{"objects":[{"oId":1,"oType":101}]},"opts":{}})"_s, u"entity"_s);
    row(
        "entity's member away", entity, [](EditSession &s) { s.setEntity(u"code"_s, {}); },
        uR"({"id":"x","scriptdata":{"objects":[{"oId":1,"oType":101}]},"opts":{}})"_s, u"entity"_s);
    row(
        "everything", start, [](EditSession &s) { s.replaceAll(test::readDocument(entity), u"Reload"_s); }, entity, u"reset"_s);
    row(
        "an oId of its own", uR"({"objects":[{"oId":4,"oType":101},{"oId":4,"oType":102,"transfer":9}]})"_s,
        [](EditSession &s) { s.renumberObject(1); }, uR"({"objects":[{"oId":4,"oType":101},{"oId":10,"oType":102,"transfer":9}]})"_s,
        u"reset"_s);
    row(
        "a gesture of several kinds", two,
        [](EditSession &s) {
            const EditSession::Gesture gesture(s, u"All"_s);
            s.setProperty({1}, u"info"_s, Json(1));
            s.setExtension(u"a"_s, Json(1));
            s.removeObjects({1});
            s.setExtension(u"a"_s, Json(2));
        },
        uR"({"objects":[{"oId":2,"oType":102,"name":"Stop"}],"x-signalbox":{"a":2}})"_s, u"changed 1, extension, removed 1, extension"_s,
        u"added 1, extension, changed 1"_s);
}

void EditSessionTest::edits()
{
    QFETCH(const QString, before);
    QFETCH(const Change, change);
    QFETCH(const QString, after);
    QFETCH(const QString, told);
    QFETCH(const QString, toldBack);
    Stage stage(before);
    change(stage.session);
    QCOMPARE(stage.text(), after);
    QCOMPARE(stage.takeLog().join(u", "_s), told);
    QCOMPARE(stage.stack().count(), 1);
    QVERIFY(!stage.stack().text(0).isEmpty());
    QVERIFY(!stage.stack().text(0).contains(u'%'));
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
    QCOMPARE(stage.takeLog().join(u", "_s), toldBack);
    stage.stack().redo();
    QCOMPARE(stage.text(), after);
    QVERIFY(!stage.takeLog().isEmpty());
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void EditSessionTest::addsObjects_data()
{
    QTest::addColumn<qint64>("type");
    QTest::addColumn<QString>("object");
    const auto row = [](const char *name, int type, const QString &properties) {
        QTest::newRow(name)
            << qint64(type)
            << uR"({"oId":1,"oLeft":16,"oTop":-64,"oWidth":32,"oHeight":32,"oCreationDate":"2025-11-24 16:00:00","oLayer":0,"oType":%1,%2"info":""})"_s
                   .arg(type)
                   .arg(properties);
    };
    row("start", 101, uR"("type":0,"name":"Start",)"_s);
    row("stop", 102, uR"("callStack":0,"name":"Stop",)"_s);
    row("pause", 103, uR"("name":"Pause",)"_s);
    row("compare", 104, uR"("compareType":2,"name":"Compare",)"_s);
    row("websock", 144, uR"("operation":0,"direction":0,"name":"Operation with websocket connection",)"_s);
    row("unknown", 9999, uR"("name":"Component 9999",)"_s);
}

void EditSessionTest::addsObjects()
{
    QFETCH(const qint64, type);
    QFETCH(const QString, object);
    Stage stage(uR"({"objects":[],"scriptVersion":170105})"_s);
    QCOMPARE(stage.session.addObject(type, {16, -64}), 1);
    QCOMPARE(stage.object(1), object);
    QCOMPARE(stage.takeLog(), QStringList{u"added 1"_s});
    QCOMPARE(stage.stack().count(), 1);
    stage.stack().undo();
    QCOMPARE(stage.takeLog(), QStringList{u"removed 1"_s});
    QCOMPARE(stage.text(), uR"({"objects":[],"scriptVersion":170105})"_s);
    stage.stack().redo();
    QCOMPARE(stage.object(1), object);
}

void EditSessionTest::namesAndIdsAreNew()
{
    Stage stage(uR"({"objects":[{"oId":3,"oType":102,"name":"Stop 3"},{"oId":900,"oType":9,"transferX":905,"name":"Stop"},7]})"_s);
    QStringList names;
    QList<qint64> ids;
    for (int i = 0; i < 4; ++i) {
        ids.append(stage.session.addObject(102, {}));
        names.append(stage.session.object(ids.last())[u"name"].toString());
    }
    QCOMPARE(ids, QList<qint64>({906, 907, 908, 909})); // 905 would get the transition that leads to nothing
    QCOMPARE(names, QStringList({u"Stop 2"_s, u"Stop 4"_s, u"Stop 5"_s, u"Stop 6"_s}));
    QCOMPARE(stage.session.scenario().objectCount(), 7);
    Stage large(uR"({"objects":[{"oId":9223372036854775807,"oType":102},{"oId":2,"oType":102}]})"_s);
    QCOMPARE(large.session.addObject(102, {}), 3);
}

void EditSessionTest::placesOfNewKeys_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &key, const QString &after) {
        QTest::newRow(name) << before << key << after;
    };
    row("between", u"oId oType operation syncMode name info"_s, u"eventName"_s, u"oId oType operation eventName syncMode name info"_s);
    row("behind the type", u"oId oType name info"_s, u"conn"_s, u"oId oType conn name info"_s);
    row("behind the last", u"oId oType operation name"_s, u"transferError"_s, u"oId oType operation transferError name"_s);
    row("existing order stays", u"oId transfer conn oType name"_s, u"direction"_s, u"oId transfer conn direction oType name"_s);
    row("a leading key", u"zz transferError transfer oId"_s, u"oType"_s, u"zz transferError transfer oId oType"_s);
    row("in front of the first", u"zz transferError transfer"_s, u"conn"_s, u"zz transferError conn transfer"_s);
    row("unknown goes to the end", u"oId oType name"_s, u"odd"_s, u"oId oType name odd"_s);
    row("unknown ones stay", u"odd oId oType even name"_s, u"conn"_s, u"odd oId oType conn even name"_s);
    row("name", u"oId oType conn info"_s, u"name"_s, u"oId oType conn name info"_s);
}

void EditSessionTest::placesOfNewKeys()
{
    QFETCH(const QString, before);
    QFETCH(const QString, key);
    QFETCH(const QString, after);
    QList<core::JsonMember> members;
    for (const QString &name : before.split(u' '))
        members.append({name, Json(1)});
    const Json object = editing::withProperty(Json::object(members), test::builtIn().find(144), key, Json(2));
    QCOMPARE(test::keysOf(object).join(u' '), after);
    QCOMPARE(object[key].toInt(), 2);
}

void EditSessionTest::nothingIsNoStep_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) {
        QTest::newRow(name) << change;
    };
    row("the same value", [](EditSession &s) { s.setProperty({1}, u"name"_s, Json(u"Start"_s)); });
    row("an absent key", [](EditSession &s) { s.clearProperty({1}, u"info"_s); });
    row("an absent object", [](EditSession &s) { s.setProperty({9}, u"name"_s, Json(1)); });
    row("an oId", [](EditSession &s) { s.setProperty({1}, u"oId"_s, Json(5)); });
    row("an oId away", [](EditSession &s) { s.clearProperty({1}, u"oId"_s); });
    row("no objects", [](EditSession &s) { s.removeObjects({}); });
    row("removal of what is not there", [](EditSession &s) { s.removeObjects({8}); });
    row("entity of a .scr", [](EditSession &s) { s.setEntity(u"code"_s, Json(1)); });
    row("extension that is not there", [](EditSession &s) { s.setExtension(u"a"_s, {}); });
    row("the same document", [](EditSession &s) { s.replaceAll(s.scenario(), u"Reload"_s); });
    row("an empty fragment", [](EditSession &s) { s.paste({}, {}); });
    row("an empty gesture", [](EditSession &s) { const EditSession::Gesture gesture(s, u"x"_s); });
}

void EditSessionTest::nothingIsNoStep()
{
    QFETCH(const Change, change);
    Stage stage(start);
    change(stage.session);
    QCOMPARE(stage.text(), start);
    QCOMPARE(stage.stack().count(), 0);
    QCOMPARE(stage.log, QStringList());
}

void EditSessionTest::aGestureIsOneStep()
{
    Stage stage(two);
    {
        const EditSession::Gesture outer(stage.session, u"Outer"_s);
        stage.session.setProperty({1}, u"info"_s, Json(1));
        {
            const EditSession::Gesture inner(stage.session, u"Inner"_s);
            stage.session.addObject(102, {});
            stage.session.setProperty({1}, u"info"_s, Json(2));
        }
        QCOMPARE(stage.stack().count(), 0);
        stage.session.setProperty({3}, u"name"_s, Json(u"third"_s));
    }
    QCOMPARE(stage.stack().count(), 1);
    QCOMPARE(stage.stack().text(0), u"Outer"_s);
    const QString after = stage.text();
    stage.stack().undo();
    QCOMPARE(stage.text(), two);
    stage.stack().redo();
    QCOMPARE(stage.text(), after);
}

void EditSessionTest::aGestureThatEndsWhereItBeganIsDropped()
{
    Stage stage(two);
    {
        const EditSession::Gesture gesture(stage.session, u"Nothing"_s);
        stage.session.setProperty({2}, u"info"_s, Json(1));
        const qint64 a = stage.session.addObject(102, {});
        const qint64 b = stage.session.addObject(101, {});
        stage.session.setExtension(u"x"_s, Json(1));
        stage.session.removeObjects({a});
        stage.session.setExtension(u"x"_s, {});
        stage.session.removeObjects({b});
        stage.session.clearProperty({2}, u"info"_s);
    }
    QCOMPARE(stage.text(), two);
    QCOMPARE(stage.stack().count(), 0);
}

void EditSessionTest::undoInAGestureTakesItBack()
{
    Stage stage(two);
    stage.session.setProperty({1}, u"info"_s, Json(1));
    const QString once = stage.text();
    {
        const EditSession::Gesture gesture(stage.session, u"Drag"_s);
        stage.session.moveObjects({{1, {5, 5}}});
        stage.session.removeObjects({2});
        stage.stack().undo();
        QCOMPARE(stage.text(), two);
    }
    QCOMPARE(stage.text(), two);
    QCOMPARE(stage.stack().count(), 1);
    stage.stack().redo();
    QCOMPARE(stage.text(), once);
}

void EditSessionTest::joinedSteps()
{
    Stage stage(two);
    for (int i = 1; i <= 50; ++i) {
        stage.session.joinSteps(u"drag"_s);
        stage.session.moveObjects({{1, {i, i}}, {2, {i, 0}}});
    }
    QCOMPARE(stage.stack().count(), 1);
    const QString after = stage.text();
    stage.stack().undo();
    QCOMPARE(stage.text(), two);
    stage.stack().redo();
    QCOMPARE(stage.text(), after);
}

void EditSessionTest::joiningEnds_data()
{
    QTest::addColumn<Change>("between");
    QTest::addColumn<int>("steps");
    const auto row = [](const char *name, int steps, const Change &between) {
        QTest::newRow(name) << between << steps;
    };
    row("nothing between", 1, [](EditSession &) {});
    row("the same key again", 1, [](EditSession &s) { s.joinSteps(u"k"_s); });
    row("an end", 2, [](EditSession &s) {
        s.joinSteps({});
        s.joinSteps(u"k"_s);
    });
    row("another key", 2, [](EditSession &s) {
        s.joinSteps(u"other"_s);
        s.joinSteps(u"k"_s);
    });
    row("another edit", 3, [](EditSession &s) { s.setProperty({2}, u"name"_s, Json(1)); });
    row("an undo and redo", 2, [](EditSession &s) {
        s.undoStack().undo();
        s.undoStack().redo();
    });
}

void EditSessionTest::joiningEnds()
{
    QFETCH(const Change, between);
    QFETCH(const int, steps);
    Stage stage(two);
    stage.session.joinSteps(u"k"_s);
    stage.session.setProperty({1}, u"info"_s, Json(1));
    between(stage.session);
    stage.session.setProperty({1}, u"info"_s, Json(2));
    QCOMPARE(stage.stack().count(), steps);
    while (stage.stack().canUndo())
        stage.stack().undo();
    QCOMPARE(stage.text(), two);
}

void EditSessionTest::aCleanStateIsNotJoined()
{
    Stage stage(two);
    stage.session.joinSteps(u"k"_s);
    stage.session.setProperty({1}, u"info"_s, Json(1));
    const QString saved = stage.text();
    stage.stack().setClean();
    stage.session.setProperty({1}, u"info"_s, Json(2));
    QVERIFY(!stage.stack().isClean());
    stage.stack().undo();
    QVERIFY(stage.stack().isClean());
    QCOMPARE(stage.text(), saved);
}

void EditSessionTest::joinedStepsThatTakeEachOtherBackVanish()
{
    Stage stage(two);
    stage.session.joinSteps(u"k"_s);
    stage.session.moveObjects({{1, {1, 1}}});
    stage.session.moveObjects({{1, {2, 1}}});
    QCOMPARE(stage.stack().count(), 1);
    stage.session.joinSteps(u"type"_s);
    stage.session.setProperty({2}, u"name"_s, Json(u"Stopp"_s));
    QCOMPARE(stage.stack().count(), 2);
    stage.session.setProperty({2}, u"name"_s, Json(u"Stop"_s));
    QCOMPARE(stage.stack().count(), 1);
    QVERIFY(!stage.stack().canRedo());
    stage.stack().undo();
    QCOMPARE(stage.text(), two);
}

void EditSessionTest::unknownComponentsStay()
{
    const QString before = uR"({"other":[1.0,1e3],"objects":[{"oId":5,"oType":999,"deep":{"b":[{"a":1.20}],"a":null},"x":"y"},"text",)"
                           uR"({"oId":"five"},{"oId":6,"oType":102}],"scriptVersion":170105})"_s;
    Stage stage(before);
    stage.session.setProperty({5}, u"x"_s, Json(u"z"_s));
    stage.session.moveObjects({{6, {1, 2}}});
    QString after = before;
    after.replace(u"\"x\":\"y\""_s, u"\"x\":\"z\""_s).replace(u"{\"oId\":6,"_s, u"{\"oId\":6,\"oLeft\":1,\"oTop\":2,"_s);
    QCOMPARE(stage.text(), after);
    stage.stack().undo();
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void EditSessionTest::oneOfManyIsChangedInPlace()
{
    QStringList objects;
    for (int i = 1; i <= 3000; ++i)
        objects.append(u"{\"oId\":%1,\"oType\":102}"_s.arg(i));
    Stage stage(u"{\"objects\":[%1]}"_s.arg(objects.join(u',')));
    stage.session.setProperty({2}, u"name"_s, Json(0));
    const Json *const first = stage.session.scenario().objects().constData();
    for (int i = 1; i < 100; ++i)
        stage.session.setProperty({2}, u"name"_s, Json(i));
    stage.stack().undo();
    QCOMPARE(stage.session.scenario().objects().constData(), first); // nobody copied the list
}

QTEST_GUILESS_MAIN(EditSessionTest)
#include "tst_editsession.moc"
