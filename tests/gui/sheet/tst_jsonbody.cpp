// SPDX-License-Identifier: GPL-3.0-or-later
// The message body in the sheet: problems at their place while one types, completion from the message's schema, variables of templates,
// layout of text, and long texts.
#include "stage.h"

#include "designer/sheet/json/jsoncompletion.h"
#include "designer/sheet/json/jsonfield.h"
#include "designer/sheet/json/jsonformat.h"
#include "designer/sheet/json/jsontext.h"
#include "scenario/bodycheck.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace signalbox;
using core::Json;
using designer::JsonText;
using test::SheetStage;

namespace {

/// A websock that sends msg/greet with this body.
QByteArray greeting(const QString &body, int kind = 1, bool waits = false)
{
    const QByteArray text = Json(body).toCompact();
    return R"({"oId":2,"oType":144,"operation":0,"capabilityName":{"argType":1,"varType":2,"value":"msg"},)"
           R"("eventName":{"argType":1,"varType":2,"value":"greet"},"content":{"argType":)" +
           QByteArray::number(kind) + ",\"varType\":2,\"value\":" + text + "},\"syncMode\":" + (waits ? "1" : "0") + ",\"name\":\"Greet\"}";
}

Json read(const char *text)
{
    return *core::readJson(text);
}

} // namespace

class TestJsonBody : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SheetStage> m_stage;

    JsonText &body() const { return *m_stage->find<JsonText>(u"property.content"_s); }
    QString bodyValue() const { return m_stage->session.object(2)[u"content"][u"value"].toString(); }
    /// What the editor says below the text.
    QString message() const
    {
        const QLabel *label = body().parentWidget()->findChild<QLabel *>();
        return label->isVisible() ? label->text().remove(QRegularExpression(u"<[^>]*>"_s)) : QString();
    }
    void stageOf(const QString &text, int kind = 1, bool waits = false)
    {
        m_stage.reset();
        m_stage = std::make_unique<SheetStage>(QByteArrayList{greeting(text, kind, waits)});
        m_stage->select({2});
    }
    QAbstractButton *link(const QString &text) const
    {
        for (auto *button : body().parentWidget()->findChildren<QAbstractButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    bool hasIndicator(int indicator, qsizetype offset) const
    {
        return body().SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, static_cast<unsigned long>(indicator),
                                    static_cast<long>(offset)) != 0;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(test::anyWarning); }
    void cleanup() { m_stage.reset(); }

    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("waits");
        QTest::addColumn<QString>("found");
        QTest::newRow("none") << u"{\"text\":\"Hello\",\"attempt\":3}"_s << 1 << false << QString();
        QTest::newRow("empty: the row says so") << QString() << 1 << false << QString();
        QTest::newRow("syntax") << u"{\n \"text\": \n}"_s << 1 << false << u"Line 3, column 1: "_s;
        QTest::newRow("schema") << u"{\n \"attempt\": \"often\"\n}"_s << 1 << false << u"Line 2, column 13: "_s;
        QTest::newRow("behind what is not ASCII")
            << u"{\"text\": \"Привет 👋\", \"attempt\": \"x\"}"_s << 1 << false << u"Line 1, column 34: "_s;
        QTest::newRow("brackets of a constant are an array")
            << u"{\"text\":\"a\",\"attempt\":[attempt]}"_s << 1 << false << u"Line 1, column 24: "_s;
        QTest::newRow("a template's variable") << u"{\"text\":\"a\",\"attempt\":[attempt]}"_s << 4 << false << QString();
        QTest::newRow("a text into a string") << u"{\"text\":\"[reply]\"}"_s << 4 << false << u"Line 1, column 10: The text of"_s;
        QTest::newRow("own qid") << u"{\"qid\":1}"_s << 1 << true << u"Line 1, column 2: "_s;
        QTest::newRow("own qid of what waits for nothing") << u"{\"qid\":1}"_s << 1 << false << QString();
    }
    void problems()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(bool, waits);
        QFETCH(QString, found);
        stageOf(text, kind, waits);
        m_stage->settle();
        QCOMPARE(body().text(), text);
        if (found.isEmpty())
            QCOMPARE(message(), QString());
        else
            QVERIFY2(message().startsWith(found), qPrintable(message()));
        // The document's validation finds the same, and says it once.
        m_stage->validate();
        const QStringList notes = m_stage->notes(u"content"_s);
        QCOMPARE(notes.size(), text.isEmpty() ? 1 : 0);
    }

    void problemsWhileTyping()
    {
        stageOf(u"{\"attempt\":1}"_s);
        m_stage->sheet.focusProperty(u"content"_s);
        QVERIFY(body().hasFocus());
        body().setCursorOffset(12);
        QTest::keyClicks(body().viewport(), QString()); // nothing yet
        QTest::keyClick(&body(), Qt::Key_Comma, Qt::NoModifier);
        QTest::keyClicks(&body(), u",x"_s);
        QCOMPARE(bodyValue(), body().text()); // stored with every key
        QCOMPARE(message(), QString());       // checked in a moment
        m_stage->settle();
        QVERIFY2(message().contains(u"Line 1"_s), qPrintable(message()));
        QVERIFY(body().accessibleDescription().contains(u"not JSON"_s));
        QVERIFY(hasIndicator(8, 13));
        QVERIFY(body().cursorOffset() >= 14); // where it was
        QCOMPARE(m_stage->session.undoStack().count(), 1);
        QVERIFY(!link(u"Format"_s)->isEnabled());
        m_stage->session.undoStack().undo();
        m_stage->settle();
        QCOMPARE(body().text(), u"{\"attempt\":1}"_s);
        QCOMPARE(message(), QString());
        QVERIFY(!hasIndicator(8, 11));
        QVERIFY(link(u"Format"_s)->isEnabled());
    }

    void anotherMessageIsAnotherSchema()
    {
        stageOf(u"{\"attempt\":\"often\"}"_s);
        m_stage->settle();
        QVERIFY(!message().isEmpty());
        m_stage->session.setProperty({2}, u"eventName"_s, read("{\"argType\":1,\"varType\":2,\"value\":\"notice\"}"));
        m_stage->settle();
        QCOMPARE(message(), QString());
    }

    void variablesOfTemplates()
    {
        const QString text = u"{\"attempt\":[attempt],\"text\":[\"Ж\"]}"_s;
        stageOf(text, 4);
        m_stage->settle();
        QVERIFY(hasIndicator(10, text.indexOf(u"[attempt]"_s) + 1));
        QVERIFY(!hasIndicator(10, text.indexOf(u"[\"Ж"_s)));
        QVERIFY(m_stage->session.renameVariable(u"attempt"_s, u"tries"_s).has_value());
        m_stage->settle();
        QCOMPARE(body().text(), u"{\"attempt\":[tries],\"text\":[\"Ж\"]}"_s);
        QVERIFY(hasIndicator(10, body().text().indexOf(u"[tries]"_s) + 1));
    }

    void completion()
    {
        stageOf(u"{\"text\":\"a\",}"_s);
        m_stage->sheet.focusProperty(u"content"_s);
        body().setCursorOffset(12);
        QTest::keyClicks(&body(), u"\""_s);
        QVERIFY(body().isOffering());
        QTest::keyClick(&body(), Qt::Key_Tab);
        QCOMPARE(body().text(), u"{\"text\":\"a\",\"attempt\": }"_s);
        QVERIFY(body().hasFocus());
        QTest::keyClicks(&body(), u"1"_s);
        QTest::keyClick(&body(), Qt::Key_Tab); // nothing to choose: to the next row
        QVERIFY(!body().hasFocus());
        m_stage->settle();
        QCOMPARE(message(), QString());
        QCOMPARE(bodyValue(), u"{\"text\":\"a\",\"attempt\": 1}"_s);
    }

    void layoutOfText()
    {
        stageOf(u"{\"text\":\"a, b\",\"attempt\":[attempt],\"x\":[1,[]]}"_s, 4);
        m_stage->settle();
        link(u"Format"_s)->click();
        QCOMPARE(bodyValue(), u"{\n  \"text\": \"a, b\",\n  \"attempt\": [attempt],\n  \"x\": [\n    1,\n    []\n  ]\n}"_s);
        QCOMPARE(body().text(), bodyValue());
        link(u"Minify"_s)->click();
        QCOMPARE(bodyValue(), u"{\"text\":\"a, b\",\"attempt\":[attempt],\"x\":[1,[]]}"_s);
        QCOMPARE(m_stage->session.undoStack().count(), 2);
    }

    void example()
    {
        stageOf(QString());
        m_stage->settle();
        auto *button = m_stage->find<QAbstractButton>(u"property.content.example"_s);
        QVERIFY(button->isVisible());
        QVERIFY(!link(u"Format"_s)->isVisible());
        button->click();
        QTRY_VERIFY(!bodyValue().isEmpty());
        m_stage->settle();
        QCOMPARE(core::readJson(bodyValue().toUtf8())->toCompact(), "{\"text\":\"Hello\",\"attempt\":0}");
        QCOMPARE(body().text(), bodyValue());
        QCOMPARE(message(), QString());
        QCOMPARE(m_stage->session.undoStack().count(), 1);
        // In the place of another text too, as one step that undo takes back.
        body().replaceText(u"{\"text\": 5}"_s);
        m_stage->settle();
        QVERIFY(!message().isEmpty());
        button->click();
        QTRY_VERIFY(bodyValue().contains(u"Hello"_s));
        QCOMPARE(m_stage->session.undoStack().count(), 3);
        m_stage->session.undoStack().undo();
        QCOMPARE(body().text(), u"{\"text\": 5}"_s);
    }

    void aLongBodyIsLaidOutAndMarkedBesideTheWindow()
    {
        QString text = u"{\"text\":\"a\",\"attempt\":[attempt],\"list\":["_s;
        for (int i = 0; i < 10000; ++i)
            text += (i == 0 ? u"\"[reply]\""_s : u", \"[reply]\""_s);
        text += u"]}"_s;
        stageOf(text, 4);
        auto *const field = m_stage->sheet.findChild<designer::JsonField *>();
        const auto arrived = [this, field] {
            m_stage->settle();
            field->finish();
            m_stage->settle();
        };
        arrived();
        constexpr int variableBack = 10; // as JsonText has it
        QVERIFY(hasIndicator(variableBack, text.indexOf(u"[attempt]")) && hasIndicator(variableBack, text.lastIndexOf(u"[reply]")));
        QVERIFY(!hasIndicator(variableBack, 1));
        field->layOut(false);
        QCOMPARE(bodyValue(), text); // not yet
        arrived();
        QCOMPARE(bodyValue(), designer::minifiedJson(text));
        QCOMPARE(m_stage->session.undoStack().count(), 1);
        // Who goes on typing is not overwritten.
        field->layOut(true);
        body().replaceText(u"{}"_s);
        arrived();
        QCOMPARE(bodyValue(), u"{}"_s);
        // Nor does anybody wait for what is not wanted any more.
        body().replaceText(text);
        field->layOut(true);
        m_stage.reset();
    }

    void aLongBodyIsNotLaidOutInAnother()
    {
        QString text = u"{\"list\":[0"_s;
        for (int i = 0; i < 30000; ++i)
            text += u", 1"_s;
        text += u"]}"_s;
        QByteArray other = greeting(text, 1);
        other.replace("\"oId\":2", "\"oId\":3");
        m_stage = std::make_unique<SheetStage>(QByteArrayList{greeting(text, 1), other});
        m_stage->select({2});
        auto *const field = m_stage->sheet.findChild<designer::JsonField *>();
        field->finish();
        field->layOut(false);
        m_stage->select({3}); // the same editor shows the same text
        QCOMPARE(m_stage->sheet.findChild<designer::JsonField *>(), field);
        field->finish();
        m_stage->settle();
        QCOMPARE(m_stage->session.undoStack().count(), 0);
    }

    void exampleOfAnotherMoment()
    {
        stageOf(QString());
        m_stage->settle();
        m_stage->find<QAbstractButton>(u"property.content.example"_s)->click();
        body().replaceText(u"{}"_s); // the person goes on before it is there
        m_stage->sheet.findChild<designer::JsonField *>()->finish();
        m_stage->settle(); // it arrives, and is not taken
        QCOMPARE(bodyValue(), u"{}"_s);
    }

    void noExample()
    {
        stageOf(QString());
        m_stage->session.setProperty({2}, u"eventName"_s, read("{\"argType\":1,\"varType\":2,\"value\":\"unheard\"}"));
        m_stage->settle();
        QVERIFY(!m_stage->find<QAbstractButton>(u"property.content.example"_s)->isVisible());
        QVERIFY(m_stage->sheet.doWithBody(designer::BodyTask::Example)); // by the action
        QVERIFY2(message().startsWith(u"No description of this message"_s), qPrintable(message()));
        QCOMPARE(m_stage->session.undoStack().count(), 1);
        m_stage->sheet.focusProperty(u"content"_s);
        QTest::keyClicks(&body(), u"1"_s);
        QVERIFY(!message().contains(u"No description"_s));
    }

    void longTextIsCheckedElsewhere()
    {
        QString text = u"{\"text\":\""_s + QString(100'000, u'a') + u"\",\n\"attempt\":\"x\"}"_s;
        stageOf(text);
        m_stage->settle();
        QTRY_VERIFY2(message().startsWith(u"Line 2, column 11"_s), qPrintable(message()));
        // An answer to what no longer stands there does not count.
        body().replaceText(u"{\"attempt\":1}"_s);
        m_stage->settle();
        QCOMPARE(message(), QString());
        body().replaceText(text);
        m_stage->scheduler.advance(std::chrono::milliseconds(500));
        m_stage.reset(); // while it is being checked
    }

    void heightFollowsTheText()
    {
        stageOf(u"{}"_s);
        m_stage->settle();
        const int small = body().height();
        body().replaceText(u"{\n"_s + QString(10, u'\n') + u"}"_s);
        m_stage->settle();
        const int larger = body().height();
        QVERIFY(larger > small);
        body().replaceText(u"{\n"_s + QString(1000, u'\n') + u"}"_s);
        m_stage->settle();
        QVERIFY(body().height() < 3 * larger); // it scrolls from some height on
    }

    void undoIsTheDocuments()
    {
        stageOf(u"{}"_s);
        m_stage->sheet.focusProperty(u"content"_s);
        QTest::keyClicks(&body(), u" "_s);
        QCOMPARE(bodyValue(), u" {}"_s);
        QTest::keyClick(&body(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bodyValue(), u" {}"_s); // not by a history of its own
        QCOMPARE(body().text(), u" {}"_s);
    }

    void otherKindsAreLines()
    {
        stageOf(u"{}"_s, 2);
        QVERIFY(!body().isVisible());
        QVERIFY(m_stage->find<QWidget>(u"property.content.line"_s)->isVisible());
        QVERIFY(m_stage->sheet.focusProperty(u"content"_s));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"property.content.line"_s);
    }

    void completionsOf_data()
    {
        QTest::addColumn<QString>("text"); // with | at the cursor
        QTest::addColumn<QStringList>("entries");
        QTest::addColumn<int>("typed");
        QTest::newRow("names") << u"{|}"_s << QStringList({u"\"kind\": "_s, u"\"lines\": "_s, u"\"urgent\": "_s}) << 0;
        QTest::newRow("a name that has begun") << u"{\"ki|"_s << QStringList({u"\"kind\": "_s, u"\"lines\": "_s, u"\"urgent\": "_s}) << 3;
        QTest::newRow("what is there is not offered") << u"{\"kind\":1,|\"urgent\":true}"_s << QStringList({u"\"lines\": "_s}) << 0;
        QTest::newRow("in front of a colon") << u"{\"ki|\": 1}"_s << QStringList({u"\"kind\""_s, u"\"lines\""_s, u"\"urgent\""_s}) << 3;
        QTest::newRow("values of a choice") << u"{\"kind\":|"_s << QStringList({u"\"new\""_s, u"\"old\""_s, u"[reply]"_s}) << 0;
        QTest::newRow("in a string") << u"{\"kind\":\"n|\""_s << QStringList({u"\"new\""_s, u"\"old\""_s}) << 2;
        QTest::newRow("yes or no") << u"{\"urgent\": t|}"_s << QStringList({u"true"_s, u"false"_s, u"[reply]"_s}) << 1;
        QTest::newRow("in a list, by reference")
            << u"{\"lines\":[{\"sku\":\"a\"},{|"_s << QStringList({u"\"sku\": "_s, u"\"count\": "_s}) << 0;
        QTest::newRow("a variable") << u"{\"kind\":[re|"_s << QStringList({u"[reply]"_s}) << 3;
        QTest::newRow("a variable, closed") << u"{\"kind\":\"[re|]\"}"_s << QStringList({u"[reply"_s}) << 3;
        QTest::newRow("braces in a string") << u"{\"kind\":\"{[\",|"_s << QStringList({u"\"lines\": "_s, u"\"urgent\": "_s}) << 0;
        QTest::newRow("outside") << u"|"_s << QStringList() << 0;
    }
    void completionsOf()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, entries);
        QFETCH(int, typed);
        const Json schema =
            read("{\"allOf\":[{\"properties\":{\"kind\":{\"enum\":[\"new\",\"old\"]}}}],\"properties\":{\"lines\":{\"items\":"
                 "{\"$ref\":\"#/definitions/line\"}},\"urgent\":{\"type\":\"boolean\"}},\"definitions\":{\"line\":"
                 "{\"properties\":{\"sku\":{},\"count\":{}},\"anyOf\":[{\"$ref\":\"#/definitions/line\"}]}}}");
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        designer::JsonCompletion found = designer::jsonCompletion(text, cursor, schema, {u"reply"_s});
        QCOMPARE(QSet<QString>(found.entries.begin(), found.entries.end()), QSet<QString>(entries.begin(), entries.end()));
        QCOMPARE(found.entries.size(), entries.size());
        QCOMPARE(found.typed, qsizetype(typed));
    }

    void layoutsOf()
    {
        const QString text = u" {\"a\\\"}\" : 1.0e3 ,\"b\":{ } }"_s;
        QCOMPARE(designer::minifiedJson(text), u"{\"a\\\"}\":1.0e3,\"b\":{}}"_s);
        QCOMPARE(designer::prettyJson(text), u"{\n  \"a\\\"}\": 1.0e3,\n  \"b\": {}\n}"_s);
        QCOMPARE(designer::prettyJson(designer::prettyJson(text)), designer::prettyJson(text));
        QCOMPARE(designer::prettyJson(QString()), QString());
        QCOMPARE(designer::minifiedJson(u"\"open"_s), u"\"open"_s);
        QCOMPARE(designer::minifiedJson(u"\"open\\"_s), u"\"open\\"_s);
    }
};

QTEST_MAIN(TestJsonBody)
#include "tst_jsonbody.moc"
