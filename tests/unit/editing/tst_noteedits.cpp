// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and frames: what each edit writes as one step, that it is taken back, and that what is not known stays.
#include "editing/noteedits.h"

#include "unit/editing/stage.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using editing::NoteEdits;
using scenario::NoteKind;
using test::Stage;

using Change = std::function<void(NoteEdits &)>;
Q_DECLARE_METATYPE(Change)

class NoteEditsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void edits_data();
    void edits();
    void nothingIsNoStep_data();
    void nothingIsNoStep();
    void addingFails_data();
    void addingFails();
    void limits();

private:
    static QString document(const QString &notes) { return uR"({"objects":[],"x-signalbox":{"notes":[%1],"more":1}})"_s.arg(notes); }
    static const QString a;
    static const QString bad;
};

const QString NoteEditsTest::a = uR"({"id":"a","by":"anna","kind":"note","text":"hi","left":10,"top":20,"width":60,"height":40})"_s;
const QString NoteEditsTest::bad = uR"({"id":"n1","kind":"what"})"_s;

void NoteEditsTest::edits_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("notes"); // after it; they were bad, a
    QTest::addColumn<QString>("step");
    const auto row = [](const char *name, Change change, const QString &notes, const QString &step) {
        QTest::newRow(name) << std::move(change) << notes << step;
    };
    row(
        "add a note",
        [](NoteEdits &edits) {
            QCOMPARE(edits.add(NoteKind::Note, u"new"_s, {1, 2, 30, 40}).value(), u"n2"_s);
        },
        bad + u',' + a + uR"(,{"id":"n2","kind":"note","text":"new","left":1,"top":2,"width":30,"height":40})"_s, u"Add a note"_s);
    row(
        "add a frame",
        [](NoteEdits &edits) {
            QCOMPARE(edits.add(NoteKind::Frame, {}, {1, 2, 30, 40}).value(), u"n2"_s);
        },
        bad + u',' + a + uR"(,{"id":"n2","kind":"frame","text":"","left":1,"top":2,"width":30,"height":40})"_s, u"Add a frame"_s);
    row(
        "text", [](NoteEdits &edits) { edits.setText(u"a"_s, u"ho"_s); }, bad + u',' + QString(a).replace(u"hi"_s, u"ho"_s),
        u"Change a note"_s);
    row(
        "move",
        [](NoteEdits &edits) {
            edits.move({{u"a"_s, {11, -5}}, {u"b"_s, {1, 1}}});
        },
        bad + u',' + QString(a).replace(u"\"left\":10,\"top\":20"_s, u"\"left\":11,\"top\":-5"_s), u"Move"_s);
    row(
        "resize",
        [](NoteEdits &edits) {
            edits.resize(u"a"_s, {70, 40});
        },
        bad + u',' + QString(a).replace(u"60"_s, u"70"_s), u"Resize a note"_s);
    row(
        "place",
        [](NoteEdits &edits) {
            edits.place({{u"a"_s, {11, -5, 70, 40}}, {u"b"_s, {1, 1, 8, 8}}});
        },
        bad + u',' + QString(a).replace(u"\"left\":10,\"top\":20"_s, u"\"left\":11,\"top\":-5"_s).replace(u"60"_s, u"70"_s), u"Move"_s);
    row(
        "remove",
        [](NoteEdits &edits) {
            edits.remove({u"a"_s, u"b"_s});
        },
        bad, u"Delete"_s);
}

void NoteEditsTest::edits()
{
    QFETCH(const Change, change);
    QFETCH(const QString, notes);
    QFETCH(const QString, step);
    const QString before = document(bad + u',' + a);
    Stage stage(before);
    NoteEdits edits(stage.session);
    change(edits);
    QCOMPARE(stage.text(), document(notes));
    QCOMPARE(stage.stack().count(), 1);
    QCOMPARE(stage.stack().undoText(), step);
    QCOMPARE(stage.takeLog(), QStringList{u"extension"_s});
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
    stage.stack().redo();
    QCOMPARE(stage.text(), document(notes));
}

void NoteEditsTest::nothingIsNoStep_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) {
        QTest::newRow(name) << std::move(change);
    };
    row("no such id", [](NoteEdits &edits) { edits.setText(u"b"_s, u"ho"_s); });
    row("one that cannot be read", [](NoteEdits &edits) { edits.remove({u"n1"_s}); });
    row("the same text", [](NoteEdits &edits) { edits.setText(u"a"_s, u"hi"_s); });
    row("the same place", [](NoteEdits &edits) { edits.move({{u"a"_s, {10, 20}}}); });
    row("the same size", [](NoteEdits &edits) { edits.resize(u"a"_s, {60, 40}); });
}

void NoteEditsTest::nothingIsNoStep()
{
    QFETCH(const Change, change);
    Stage stage(document(bad + u',' + a));
    NoteEdits edits(stage.session);
    change(edits);
    QCOMPARE(stage.stack().count(), 0);
    QCOMPARE(stage.text(), document(bad + u',' + a));
}

void NoteEditsTest::addingFails_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("code");
    QTest::newRow("an extension that is none") << uR"({"objects":[],"x-signalbox":"mine"})"_s << u"wrong_kind"_s;
    QTest::newRow("no list") << uR"({"objects":[],"x-signalbox":{"notes":"mine"}})"_s << u"wrong_kind"_s;
    QTest::newRow("too many") << document(QStringList(1000, u"1"_s).join(u',')) << u"too_many"_s;
}

void NoteEditsTest::addingFails()
{
    QFETCH(const QString, document);
    QFETCH(const QString, code);
    Stage stage(document);
    const auto added = NoteEdits(stage.session).add(NoteKind::Note, {}, {0, 0, 30, 40});
    QVERIFY(!added);
    QCOMPARE(added.error().code, code);
    QCOMPARE(stage.text(), document);
    QCOMPARE(stage.stack().count(), 0);
}

void NoteEditsTest::limits()
{
    Stage stage(uR"({"objects":[]})"_s);
    NoteEdits edits(stage.session);
    const QString id = edits.add(NoteKind::Note, QString(10001, u'x'), {-2000000, 0, 1, 1000000}).value();
    edits.move({{id, {0, 2000000}}});
    const scenario::NotesResult read = scenario::readNotes(stage.session.scenario());
    QVERIFY(read.diagnostics.isEmpty()); // what is written can be read
    QCOMPARE(read.notes.first().text.size(), 10000);
    QCOMPARE(read.notes.first().rect, QRect(0, 1000000, 8, 100000));
    edits.setText(id, QString(9999, u'x') + QString::fromUcs4(U"\U0001F600")); // not cut in its middle
    QCOMPARE(scenario::readNotes(stage.session.scenario()).notes.first().text.size(), 9999);
    edits.remove({id});
    QVERIFY(!stage.text().contains(u"x-signalbox"_s));
}

QTEST_GUILESS_MAIN(NoteEditsTest)
#include "tst_noteedits.moc"
