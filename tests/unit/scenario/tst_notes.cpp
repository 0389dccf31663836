// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/notes.h"
#include "unit/scenario/documents.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using scenario::Note;
using scenario::NoteKind;
using scenario::NotesResult;

class NotesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void bothKinds();
    void nothingIsNoWarning_data();
    void nothingIsNoWarning();
    void badOnes_data();
    void badOnes();
    void thereIsALimit();
    void validationTellsOfThem();
    void theyStayInTheFile();

private:
    static scenario::Scenario document(const QByteArray &extension, bool isEntity = false)
    {
        const QByteArray head = isEntity ? R"({"scriptdata":{"objects":[]},"x-signalbox":)" : R"({"objects":[],"x-signalbox":)";
        return scenario::readScenario(head + extension + '}').scenario.value();
    }
    static QByteArray withNotes(const QByteArray &notes) { return "{\"notes\":[" + notes + "]}"; }
    static QByteArray note(const QByteArray &id)
    {
        return QByteArray(R"({"id":"ID","kind":"note","text":"","left":0,"top":0,"width":60,"height":40})").replace("ID", id);
    }
};

void NotesTest::bothKinds()
{
    const QByteArray text =
        withNotes(R"({"id":"n1","kind":"note","text":"Ask\nAnna","left":-10,"top":20,"width":60,"height":40,"by":"anna"},
        {"id":"f","kind":"frame","text":"Retries","left":1.6,"top":2,"width":300,"height":200})");
    for (const bool isEntity : {false, true}) {
        const NotesResult read = scenario::readNotes(document(text, isEntity));
        QVERIFY(read.diagnostics.isEmpty());
        QCOMPARE(read.notes.size(), 2);
        QVERIFY(read.notes.at(0) == (Note{u"n1"_s, NoteKind::Note, u"Ask\nAnna"_s, QRect(-10, 20, 60, 40), 0}));
        QVERIFY(read.notes.at(1) == (Note{u"f"_s, NoteKind::Frame, u"Retries"_s, QRect(2, 2, 300, 200), 1}));
    }
}

void NotesTest::nothingIsNoWarning_data()
{
    QTest::addColumn<QByteArray>("extension");
    QTest::newRow("no notes") << QByteArray("{}");
    QTest::newRow("an empty list") << QByteArray(R"({"notes":[]})");
    QTest::newRow("an extension of another kind") << QByteArray("7"); // the inputs' reader tells of it
}

void NotesTest::nothingIsNoWarning()
{
    QFETCH(const QByteArray, extension);
    const NotesResult read = scenario::readNotes(document(extension));
    QVERIFY(read.notes.isEmpty());
    QVERIFY(read.diagnostics.isEmpty());
}

void NotesTest::badOnes_data()
{
    QTest::addColumn<QByteArray>("extension");
    QTest::addColumn<QString>("pointer");
    const auto entry = [](const char *name, const QByteArray &bad, const char *pointer) {
        QTest::newRow(name) << withNotes(note("a") + ',' + bad + ',' + note("z")) << QString::fromLatin1(pointer);
    };
    QTest::newRow("no list") << QByteArray(R"({"notes":{}})") << u"/x-signalbox/notes"_s;
    entry("no object", "3", "/x-signalbox/notes/1");
    entry("no id", R"({"kind":"note","text":"","left":0,"top":0,"width":60,"height":40})", "/x-signalbox/notes/1");
    entry("an empty id", note(""), "/x-signalbox/notes/1/id");
    entry("a long id", note(QByteArray(65, 'i')), "/x-signalbox/notes/1/id");
    entry("the same id", note("a"), "/x-signalbox/notes/1/id");
    entry("another kind", note("b").replace("note\"", "arrow\""), "/x-signalbox/notes/1/kind");
    entry("no text", note("b").replace(R"("text":"",)", ""), "/x-signalbox/notes/1");
    entry("a text that is none", note("b").replace(R"("text":"")", R"("text":5)"), "/x-signalbox/notes/1/text");
    entry("a long text", note("b").replace(R"("text":"")", R"("text":"TEXT")").replace("TEXT", QByteArray(10001, 'x')),
          "/x-signalbox/notes/1/text");
    entry("no left", note("b").replace(R"("left":0,)", ""), "/x-signalbox/notes/1");
    entry("far away", note("b").replace(R"("top":0)", R"("top":1000001)"), "/x-signalbox/notes/1/top");
    entry("too narrow", note("b").replace(R"("width":60)", R"("width":7)"), "/x-signalbox/notes/1/width");
    entry("no number", note("b").replace(R"("height":40)", R"("height":"40")"), "/x-signalbox/notes/1/height");
}

void NotesTest::badOnes()
{
    QFETCH(const QByteArray, extension);
    QFETCH(const QString, pointer);
    const NotesResult read = scenario::readNotes(document(extension));
    QCOMPARE(read.diagnostics.size(), 1);
    QCOMPARE(read.diagnostics.first().pointer, pointer);
    QCOMPARE(read.diagnostics.first().code, u"notes.invalid"_s);
    QVERIFY(read.diagnostics.first().severity == core::Severity::Warning);
    QVERIFY(!read.diagnostics.first().message.isEmpty());
    QCOMPARE(read.diagnostics.first().line, 1);
    QCOMPARE(read.notes.size(), extension.contains('[') ? 2 : 0); // the good ones before and behind
}

void NotesTest::thereIsALimit()
{
    QByteArrayList all;
    for (int i = 0; i < 1002; ++i)
        all.append(note(QByteArray::number(i)));
    const NotesResult read = scenario::readNotes(document(withNotes(all.join(','))));
    QCOMPARE(read.notes.size(), 1000);
    QCOMPARE(read.diagnostics.size(), 1);
    QCOMPARE(read.diagnostics.first().pointer, u"/x-signalbox/notes/1000"_s);
}

void NotesTest::validationTellsOfThem()
{
    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const capability::Capabilities capabilities = capability::Capabilities::builtIn();
    const core::Dialect dialect;
    const core::Diagnostics found = scenario::Validator(catalogue, capabilities, dialect).validate(document(withNotes("3")));
    const auto told = std::ranges::find(found, u"notes.invalid"_s, &core::Diagnostic::code);
    QVERIFY(told != found.end());
    QVERIFY(told->severity == core::Severity::Warning);
    QCOMPARE(told->pointer, u"/x-signalbox/notes/0"_s);
}

void NotesTest::theyStayInTheFile()
{
    const scenario::Scenario read = document(withNotes(R"(3,{"id":"a","more":[1]})"));
    QVERIFY(read.root().toCompact().contains(R"("notes":[3,{"id":"a","more":[1]}])"));
    QVERIFY(!read.stripped().root().toCompact().contains("notes"));
}

QTEST_APPLESS_MAIN(NotesTest)
#include "tst_notes.moc"
