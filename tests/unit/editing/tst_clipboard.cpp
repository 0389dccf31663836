// SPDX-License-Identifier: GPL-3.0-or-later
// Fragments: what is copied, what text holds one, and how one fits into a document.
#include "scenario/notes.h"
#include "unit/editing/stage.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using editing::Fragment;
using test::Stage;

class ClipboardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void copiesObjectsAndTheirVariables_data();
    void copiesObjectsAndTheirVariables();
    void pasteKeepsWhatIsInside();
    void pasteMoves_data();
    void pasteMoves();
    void pasteDeclares();
    void pasteIsOneStep();
    void pastesWhatHasNoId();
    void notesGoAlong();
    void notesAreLeftOutWithAReason_data();
    void notesAreLeftOutWithAReason();
    void brokenNotesAreTold();
    void textGoesRound();
    void readsTexts_data();
    void readsTexts();
};

namespace {

const QString document =
    uR"({"objects":[)"
    uR"({"oId":1,"oLeft":0,"oTop":0,"oType":101,"startParam":"c","transfer":2,"name":"Start"},)"
    uR"({"oId":2,"oLeft":100,"oTop":50,"oCreationDate":"2001-01-01 00:00:00","oType":144,)"
    uR"("conn":{"argType":2,"varType":2,"value":"c"},"content":{"argType":4,"varType":2,"value":"[n] [q]"},)"
    uR"("eventName":{"argType":3,"varType":2,"value":"\"a\" + [e]"},"transfer":3,"transferTimeout":2,)"
    uR"("transferError":1,"odd":[1.0],"name":"Ask"},)"
    uR"({"oId":3,"oLeft":200,"oTop":20,"oType":102,"returnValue":{"argType":1,"varType":2,"value":"c"},"name":"Stop"}],)"
    uR"("variables":[{"id":"1","name":"c","type":2},{"id":"2","name":"n","type":1},{"id":"3","name":"e","type":2},)"
    uR"({"id":"4","name":"result","type":2},{"id":"5","name":"unused","type":2}]})"_s;

QStringList names(const QList<Json> &values)
{
    QStringList texts;
    for (const Json &value : values)
        texts.append(value[u"name"].toString());
    return texts;
}

} // namespace

void ClipboardTest::copiesObjectsAndTheirVariables_data()
{
    QTest::addColumn<QList<qint64>>("ids");
    QTest::addColumn<QStringList>("objects");
    QTest::addColumn<QStringList>("variables");
    QTest::newRow("nothing") << QList<qint64>() << QStringList() << QStringList();
    QTest::newRow("what is not there") << QList<qint64>{9} << QStringList() << QStringList();
    QTest::newRow("in the document's order, once")
        << QList<qint64>{2, 1, 2} << QStringList{u"Start"_s, u"Ask"_s} << QStringList{u"c"_s, u"n"_s, u"e"_s};
    QTest::newRow("a constant is no variable") << QList<qint64>{3} << QStringList{u"Stop"_s} << QStringList{u"result"_s};
}

void ClipboardTest::copiesObjectsAndTheirVariables()
{
    QFETCH(const QList<qint64>, ids);
    QFETCH(const QStringList, objects);
    QFETCH(const QStringList, variables);
    Stage stage(document);
    const Fragment fragment = stage.session.copy(ids);
    QCOMPARE(names(fragment.objects), objects);
    QCOMPARE(names(fragment.variables), variables);
    QCOMPARE(fragment.isEmpty(), objects.isEmpty());
    QCOMPARE(stage.text(), document);
}

void ClipboardTest::pasteKeepsWhatIsInside()
{
    Stage stage(document);
    const QList<qint64> pasted = stage.session.paste(stage.session.copy({2, 3}), {10, 10}).objects;
    QCOMPARE(pasted, QList<qint64>({4, 5}));
    QCOMPARE(stage.object(4), uR"({"oId":4,"oLeft":10,"oTop":40,"oCreationDate":"2025-11-24 16:00:00","oType":144,)"
                              uR"("conn":{"argType":2,"varType":2,"value":"c"},"content":{"argType":4,"varType":2,"value":"[n] [q]"},)"
                              uR"("eventName":{"argType":3,"varType":2,"value":"\"a\" + [e]"},"transfer":5,"transferTimeout":4,)"
                              uR"("odd":[1.0],"name":"Ask 2"})"_s);
    QCOMPARE(stage.session.object(5)[u"oLeft"].toInt(), 110);
    QCOMPARE(stage.session.object(5)[u"name"].toString(), u"Stop 2"_s);
    QCOMPARE(stage.log, QStringList{u"added 4 5"_s}); // all variables are there
}

void ClipboardTest::pasteMoves_data()
{
    QTest::addColumn<QString>("places"); // members of each object
    QTest::addColumn<QString>("moved");
    QTest::newRow("whole") << uR"("oLeft":5,"oTop":9|"oLeft":7,"oTop":2)"_s << uR"("oLeft":100,"oTop":207|"oLeft":102,"oTop":200)"_s;
    QTest::newRow("parts") << uR"("oLeft":5.25,"oTop":9)"_s << uR"("oLeft":100,"oTop":200)"_s;
    QTest::newRow("parts beside") << uR"("oLeft":5,"oTop":9|"oLeft":5.5,"oTop":9)"_s
                                  << uR"("oLeft":100,"oTop":200|"oLeft":100.5,"oTop":200)"_s;
    QTest::newRow("none") << uR"("oLeft":"x")"_s << uR"("oLeft":"x")"_s;
    QTest::newRow("beyond all") << uR"("oLeft":1e300,"oTop":9)"_s << uR"("oLeft":1e300,"oTop":9)"_s;
}

void ClipboardTest::pasteMoves()
{
    QFETCH(const QString, places);
    QFETCH(const QString, moved);
    QStringList objects;
    for (const QString &place : places.split(u'|'))
        objects.append(u"{\"oId\":1,%1}"_s.arg(place));
    Stage stage(u"{\"objects\":[]}"_s);
    const core::Result<Fragment> fragment = Fragment::read(u"{\"objects\":[%1]}"_s.arg(objects.join(u',')).toUtf8());
    QVERIFY(fragment);
    const QList<qint64> ids = stage.session.paste(*fragment, {100, 200}).objects;
    QStringList found;
    for (const qint64 id : ids)
        found.append(stage.object(id).remove(u"{\"oId\":%1,"_s.arg(id)).remove(u'}'));
    QCOMPARE(found.join(u'|'), moved);
}

void ClipboardTest::pasteDeclares()
{
    Stage from(document);
    const Fragment fragment = from.session.copy({2});
    Stage stage(uR"({"objects":[],"variables":[{"id":"2","name":"c","type":1,"location":3}],"scriptVersion":1})"_s);
    stage.session.paste(fragment, {});
    QCOMPARE(names(stage.session.scenario().scriptData()[u"variables"].items()), QStringList({u"c"_s, u"n"_s, u"e"_s}));
    const QList<Json> &variables = stage.session.scenario().scriptData()[u"variables"].items();
    QCOMPARE(variables.at(0)[u"location"].toInt(), 3);    // ours stays
    QVERIFY(variables.at(1)[u"id"].toString() != u"2"_s); // that id was taken
    QCOMPARE(variables.at(1)[u"id"].toString().size(), 36);
    QCOMPARE(variables.at(2)[u"id"].toString(), u"3"_s); // this one was free
    QCOMPARE(stage.takeLog(), QStringList({u"variables"_s, u"added 1"_s}));

    Stage bare(u"{\"objects\":[],\"scriptVersion\":1}"_s);
    bare.session.paste(fragment, {});
    QCOMPARE(bare.session.scenario().root().indexOf(u"variables"), 1);
    Stage broken(u"{\"objects\":[],\"variables\":7}"_s);
    QCOMPARE(broken.session.paste(fragment, {}).objects.size(), 1);
    QCOMPARE(broken.session.scenario().root()[u"variables"].toInt(), 7);
}

void ClipboardTest::pasteIsOneStep()
{
    Stage from(document);
    const QString empty = u"{\"objects\":[{\"oId\":1}]}"_s;
    Stage stage(empty);
    stage.session.paste(from.session.copy({1, 2, 3}), {});
    QCOMPARE(stage.stack().count(), 1);
    const QString after = stage.text();
    stage.stack().undo();
    QCOMPARE(stage.text(), empty);
    stage.stack().redo();
    QCOMPARE(stage.text(), after);
}

void ClipboardTest::pastesWhatHasNoId()
{
    Stage stage(u"{\"objects\":[]}"_s);
    const core::Result<Fragment> fragment =
        Fragment::read(uR"({"objects":[{"oType":102},7,{"oId":3,"oType":101,"transfer":3},{"oId":3,"oType":102}]})"_s.toUtf8());
    QVERIFY(fragment);
    QCOMPARE(stage.session.paste(*fragment, {}).objects, QList<qint64>({1, 2, 3}));
    QCOMPARE(stage.text(), uR"({"objects":[{"oId":1,"oType":102},{"oId":2,"oType":101,"transfer":2},{"oId":3,"oType":102}]})"_s);
}

void ClipboardTest::notesGoAlong()
{
    const QString noted =
        uR"({"objects":[{"oId":1,"oLeft":100,"oTop":50,"oType":102,"name":"Stop"}],"variables":[],"x-signalbox":{"notes":[)"
        uR"({"id":"a","by":"anna","kind":"note","text":"hi","left":90,"top":70,"width":60,"height":40},)"
        uR"({"id":"n1","kind":"frame","text":"All","left":80.4,"top":40,"width":200,"height":100}]}})"_s;
    Stage from(noted);
    QCOMPARE(from.session.copy({1}).toText(), from.session.copy({1}, {u"b"_s}).toText()); // no such note
    const core::Result<Fragment> fragment = Fragment::read(from.session.copy({1}, {u"n1"_s, u"a"_s}).toText());
    QVERIFY(fragment);
    QCOMPARE(fragment->notes.size(), 2);
    QVERIFY(fragment->notesLeftOut.isEmpty());

    // In the same document: ids of their own, as far from each other as they were.
    const editing::Pasted again = from.session.paste(*fragment, {300, 140});
    QCOMPARE(again.objects, QList<qint64>{2});
    QCOMPARE(again.notes, QStringList({u"n2"_s, u"n3"_s}));
    QCOMPARE(again.notesFault, QString());
    QCOMPARE(from.session.object(2)[u"oTop"].toInt(), 150);
    const QList<scenario::Note> notes = scenario::readNotes(from.session.scenario()).notes;
    QCOMPARE(notes.size(), 4);
    QCOMPARE(notes.at(2).rect, QRect(310, 170, 60, 40)); // the frame's left is the common one
    QCOMPARE(notes.at(3).rect, QRect(300, 140, 200, 100));
    QCOMPARE(from.session.scenario().extension()[u"notes"].at(2)[u"by"].toString(), u"anna"_s);
    QCOMPARE(from.stack().count(), 1);
    from.stack().undo();
    QCOMPARE(from.text(), noted);

    // Into one that has none, and alone.
    Stage bare(u"{\"objects\":[]}"_s);
    Fragment alone;
    alone.notes = fragment->notes;
    QVERIFY(!alone.isEmpty());
    QCOMPARE(bare.session.paste(alone, {0, 0}).notes, QStringList({u"n1"_s, u"n2"_s}));
    QCOMPARE(bare.takeLog(), QStringList{u"extension"_s});
    bare.stack().undo();
    QCOMPARE(bare.text(), u"{\"objects\":[]}"_s);
}

void ClipboardTest::notesAreLeftOutWithAReason_data()
{
    QTest::addColumn<QString>("extension");
    QTest::newRow("no object") << u"7"_s;
    QTest::newRow("no list") << uR"({"notes":{"a":1}})"_s;
    QTest::newRow("full") << u"{\"notes\":[%1]}"_s.arg(QStringList(scenario::mostNotes, u"0"_s).join(u','));
}

void ClipboardTest::notesAreLeftOutWithAReason()
{
    QFETCH(const QString, extension);
    const core::Result<Fragment> fragment = Fragment::read(
        uR"({"objects":[{"oId":1,"oType":102}],"x-signalbox":{"notes":[{"id":"a","kind":"note","text":"","left":1,"top":1,"width":60,"height":40}]}})"_s
            .toUtf8());
    QVERIFY(fragment);
    Stage stage(u"{\"objects\":[],\"x-signalbox\":%1}"_s.arg(extension));
    const QString before = QString::fromUtf8(stage.session.scenario().extension().toCompact());
    const editing::Pasted pasted = stage.session.paste(*fragment, {});
    QCOMPARE(pasted.objects, QList<qint64>{1}); // the rest is there
    QVERIFY(pasted.notes.isEmpty());
    QVERIFY(!pasted.notesFault.isEmpty());
    QCOMPARE(QString::fromUtf8(stage.session.scenario().extension().toCompact()), before);
    QCOMPARE(stage.stack().count(), 1);
}

void ClipboardTest::brokenNotesAreTold()
{
    const core::Result<Fragment> fragment = Fragment::read(
        uR"({"objects":[],"x-signalbox":{"notes":[{"id":"a","kind":"note","text":"","left":1,"top":1,"width":60,"height":40},{"id":"b"},7]}})"_s
            .toUtf8());
    QVERIFY(fragment);
    QCOMPARE(fragment->notes.size(), 1);
    QCOMPARE(fragment->notesLeftOut.size(), 2);
    QCOMPARE(fragment->notesLeftOut.first().pointer, u"/x-signalbox/notes/1"_s);
    const core::Result<Fragment> other = Fragment::read(R"({"objects":[],"x-signalbox":{"notes":{}}})");
    QVERIFY(other && other->isEmpty());
    QCOMPARE(other->notesLeftOut.size(), 1);
}

void ClipboardTest::textGoesRound()
{
    Stage stage(document);
    const Fragment fragment = stage.session.copy({1, 2, 3});
    const core::Result<Fragment> again = Fragment::read(fragment.toText());
    QVERIFY(again);
    QVERIFY(again->objects == fragment.objects);
    QVERIFY(again->variables == fragment.variables);
    QVERIFY(fragment.toText().startsWith("{\n  \"objects\": ["));
}

void ClipboardTest::readsTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("objects"); // -1: refused
    QTest::newRow("fragment") << QByteArray(R"({"objects":[{"oId":1}],"variables":[]})") << 1;
    QTest::newRow("entity") << QByteArray(R"({"code":"c","scriptdata":{"objects":[{"oId":1},{"oId":2}]}})") << 2;
    QTest::newRow("without objects") << QByteArray(R"({"objects":[]})") << 0;
    QTest::newRow("some text") << QByteArray("https://example.org/") << -1;
    QTest::newRow("other JSON") << QByteArray(R"({"a":1})") << -1;
    QTest::newRow("nothing") << QByteArray() << -1;
}

void ClipboardTest::readsTexts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, objects);
    const core::Result<Fragment> fragment = Fragment::read(text);
    QCOMPARE(fragment.has_value(), objects >= 0);
    if (fragment) {
        QCOMPARE(fragment->objects.size(), objects);
        return;
    }
    QCOMPARE(fragment.error().code, u"not_a_scenario"_s);
    QVERIFY(!fragment.error().message.contains(u'%'));
}

QTEST_GUILESS_MAIN(ClipboardTest)
#include "tst_clipboard.moc"
