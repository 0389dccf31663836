// SPDX-License-Identifier: GPL-3.0-or-later
// The property sheet as a person uses it: the right rows for every operation of component 144, focus and place, several objects, hidden and
// unknown values, problems at their rows, the keyboard, other languages and themes.
#include "stage.h"
#include "websock.h"

#include "editing/valuestarget.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;

class TestPropertySheet : public QObject
{
    Q_OBJECT

private:
    /// What Tab walks from here on, by the names of the properties; each once.
    static QStringList walk(SheetStage &stage, int steps)
    {
        QStringList found;
        for (int i = 0; i < steps; ++i) {
            const QString code = stage.sheet.currentProperty();
            if (!code.isEmpty() && (found.isEmpty() || found.last() != code))
                found.append(code);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        return found;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(test::anyWarning); }

    void rowsByOperation_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QStringList>("titles");
        const QStringList ends{u"Transition"_s, u"Transition, Time"_s, u"Transition, Error"_s};
        const QStringList begins{u"Operation"_s, u"Connection ID"_s, u"Destination"_s};
        const QStringList message{u"Extension name API"_s, u"Message code"_s, u"Message Body"_s, u"Waiting for delivery/response"_s};
        QTest::newRow("nothing set") << QByteArray() << begins + message + QStringList{u"Error to variable"_s} + ends;
        QTest::newRow("send and wait") << QByteArray(R"("operation":0,"syncMode":1)")
                                       << begins + message + QStringList{u"Time, s"_s, u"Result to variable"_s, u"Error to variable"_s} +
                                              ends;
        QTest::newRow("file for download") << QByteArray(R"("operation":1)")
                                           << begins + QStringList{u"File path"_s, u"Result to variable"_s, u"Error to variable"_s} + ends;
        QTest::newRow("list of files") << QByteArray(R"("operation":2)")
                                       << begins + QStringList{u"Action"_s, u"Result to variable"_s, u"Error to variable"_s} + ends;
        QTest::newRow("get a file") << QByteArray(R"("operation":2,"websocktempMethod":1)")
                                    << begins + QStringList{u"Action"_s, u"File Name"_s, u"Result to variable"_s, u"Error to variable"_s} +
                                           ends;
        QTest::newRow("put a file") << QByteArray(R"("operation":2,"websocktempMethod":2)")
                                    << begins + QStringList{u"Action"_s, u"File path"_s, u"File Name"_s, u"Error to variable"_s} + ends;
        QTest::newRow("delete a file") << QByteArray(R"("operation":2,"websocktempMethod":3)")
                                       << begins + QStringList{u"Action"_s, u"File Name"_s, u"Error to variable"_s} + ends;
    }

    void rowsByOperation()
    {
        QFETCH(QByteArray, members);
        QFETCH(QStringList, titles);
        SheetStage stage({start, websock(members), answered});
        stage.select({2});
        QCOMPARE(stage.titles(), titles);
        QVERIFY(stage.find<QLabel>(u"propertySheet.hint"_s)->isHidden());
    }

    void everythingOfTheDescriptionIsThere()
    {
        SheetStage stage({start, websock()});
        stage.select({2});
        for (const catalogue::Property &property : stage.catalogue.find(144)->properties) {
            const auto *title = stage.find<QLabel>(u"title."_s + property.code);
            QVERIFY2(title, qPrintable(property.code));
            QCOMPARE(title->text(), property.title);
            QVERIFY(title->toolTip().contains(u"<code>"_s + property.code));
            QVERIFY(title->toolTip().contains(property.help.toHtmlEscaped()));
            if (!property.defaultTitle.isEmpty())
                QVERIFY(title->toolTip().contains(property.defaultTitle));
            const QWidget *editor = stage.editor(property.code);
            QVERIFY2(editor, qPrintable(property.code));
            QCOMPARE(editor->accessibleName(), property.title);
            QCOMPARE(editor->accessibleDescription(), property.help);
            for (const catalogue::Option &option : property.options) {
                const auto *box = qobject_cast<const QComboBox *>(editor);
                const int index = box->findText(option.title);
                QCOMPARE(box->itemData(index).toLongLong(), option.id);
                QCOMPARE(box->itemData(index, Qt::ToolTipRole).toString(), option.help);
                QVERIFY(title->toolTip().contains(option.code.toHtmlEscaped()));
            }
        }
        // Defaults are shown, and shown as such.
        auto *operation = stage.find<QComboBox>(u"property.operation"_s);
        QCOMPARE(operation->currentText(), u"Send Message"_s);
        QVERIFY(operation->property("muted").toBool());
        QVERIFY(stage.find<QLabel>(u"title.operation"_s)->property("muted").toBool());
        auto *sync = stage.find<QAbstractButton>(u"property.syncMode"_s);
        QCOMPARE(sync->text(), u"No"_s);
        QVERIFY(!sync->isChecked());
    }

    void aDescriptionIsEnough()
    {
        SheetStage stage({R"({"oId":2,"oType":900,"note":"hello"})"});
        const auto added = stage.catalogue.add(R"({"index":900,"name":"extra","documented":true,"title":"Extra","help":"Does more.",
            "mode":"synchronous","family":"data","outcomes":[{"code":"done","title":"Next","property":"transfer"}],"properties":[
            {"code":"note","title":"Note","kind":"text","conditional":false,"default":null,"help":"A note."},
            {"code":"pause","title":"Pause","kind":"number","unit":"ms","minimum":1,"maximum":9,"conditional":false,"default":null,"help":"How long."},
            {"code":"transfer","title":"Next one","kind":"transition","conditional":false,"default":null,"help":"Next."}]})");
        QVERIFY2(added.has_value(), qPrintable(added ? QString() : added.error().message + added.error().detail));
        stage.select({2});
        QCOMPARE(stage.titles(), QStringList({u"Note"_s, u"Pause"_s, u"Next one"_s}));
        auto *note = stage.find<QLineEdit>(u"property.note"_s);
        QCOMPARE(note->text(), u"hello"_s);
        QTest::keyClick(note, Qt::Key_End);
        QTest::keyClicks(note, u"!"_s);
        QCOMPARE(stage.value(2, u"note"_s), "\"hello!\"");

        auto *pause = stage.find<QLineEdit>(u"property.pause"_s);
        QCOMPARE(pause->placeholderText(), u"1 to 9"_s);
        stage.sheet.focusProperty(u"pause"_s);
        QTest::keyClicks(pause, u"5x"_s);
        stage.settle();
        QCOMPARE(stage.value(2, u"pause"_s), "5");
        QCOMPARE(pause->text(), u"5x"_s); // not taken away while one types
        QCOMPARE(stage.notes(u"pause"_s), QStringList{u"\"5x\" is not a number; 5 stays."_s});
        QVERIFY(pause->property("invalid").toBool());
        stage.sheet.focusProperty(u"note"_s);
        QCOMPARE(pause->text(), u"5"_s);
        QCOMPARE(stage.notes(u"pause"_s), QStringList());
        stage.sheet.focusProperty(u"pause"_s);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(pause, Qt::Key_Up);
        QCOMPARE(stage.value(2, u"pause"_s), "9"); // and no further
        QTest::keyClick(pause, Qt::Key_Backspace);
        QCOMPARE(stage.value(2, u"pause"_s), QByteArray());
    }

    void conditionalRowsKeepFocusAndPlace()
    {
        SheetStage stage({start, websock("\"operation\":0")});
        stage.window.resize(360, 300);
        stage.select({2});
        stage.sheet.focusProperty(u"syncMode"_s);
        stage.settle();
        auto *sync = stage.find<QAbstractButton>(u"property.syncMode"_s);
        const int before = sync->mapTo(&stage.window, QPoint()).y();
        const int scroll = stage.sheet.verticalScrollBar()->value();
        QVERIFY(!stage.titles().contains(u"Time, s"_s));
        QTest::keyClick(sync, Qt::Key_Space);
        QVERIFY(stage.titles().contains(u"Time, s"_s)); // at once
        stage.settle();
        QCOMPARE(stage.value(2, u"syncMode"_s), "1");
        QVERIFY(sync->hasFocus());
        QCOMPARE(sync->mapTo(&stage.window, QPoint()).y(), before);
        QCOMPARE(stage.sheet.verticalScrollBar()->value(), scroll);
        QTest::keyClick(sync, Qt::Key_Left);
        QVERIFY(!stage.titles().contains(u"Time, s"_s));

        // Rows above what has the cursor.
        stage.sheet.focusProperty(u"transferError"_s);
        stage.settle();
        const QWidget *last = QApplication::focusWidget();
        const int place = last->mapTo(&stage.window, QPoint()).y();
        stage.session.setProperty({2}, u"operation"_s, core::Json(1));
        stage.settle();
        stage.settle();
        QCOMPARE(QApplication::focusWidget(), last);
        QCOMPARE(stage.session.undoStack().count(), 3);
        QVERIFY(std::abs(last->mapTo(&stage.window, QPoint()).y() - place) <= 1);
    }

    void hiddenValues()
    {
        SheetStage stage({start, websock("\"operation\":1,\"eventName\":" + argument("\"greet\""))});
        stage.select({2});
        auto *clear = stage.find<QAbstractButton>(u"hidden.eventName"_s);
        QVERIFY(clear && clear->isVisible());
        QVERIFY(!stage.titles().contains(u"Message code"_s));
        QVERIFY(stage.sheet.focusProperty(u"eventName"_s)); // leads to what clears it
        QVERIFY(clear->hasFocus());
        QTest::keyClick(clear, Qt::Key_Return);
        stage.settle();
        QCOMPARE(stage.value(2, u"eventName"_s), QByteArray());
        QVERIFY(!stage.find<QAbstractButton>(u"hidden.eventName"_s));
        stage.session.undoStack().undo();
        stage.settle();
        QVERIFY(stage.find<QAbstractButton>(u"hidden.eventName"_s));
        stage.session.setProperty({2}, u"operation"_s, core::Json(0));
        stage.settle();
        QVERIFY(!stage.find<QAbstractButton>(u"hidden.eventName"_s));
        QCOMPARE(stage.find<QLineEdit>(u"property.eventName"_s)->text(), u"greet"_s); // nothing was lost
        QVERIFY(!stage.sheet.focusProperty(u"nosuch"_s));
    }

    void unknownValues()
    {
        SheetStage stage({start, websock(R"("operation":1,"retries":3,"owner":{"team":"crm"})")});
        stage.select({2});
        auto *owner = stage.find<QLineEdit>(u"unknown.owner"_s);
        QVERIFY(owner && owner->isVisible() && owner->isReadOnly());
        QCOMPARE(owner->text(), u"{\"team\":\"crm\"}"_s);
        QCOMPARE(stage.find<QLineEdit>(u"unknown.retries"_s)->text(), u"3"_s);
    }

    void severalObjects()
    {
        SheetStage stage({start, websock("\"operation\":0,\"eventName\":" + argument("\"a\"")),
                          websock("\"operation\":0,\"syncMode\":1,\"eventName\":" + argument("\"b\""), 3), answered});
        stage.select({2, 3});
        auto *line = stage.find<QLineEdit>(u"property.eventName"_s);
        QCOMPARE(line->text(), QString());
        QCOMPARE(line->placeholderText(), u"different values"_s);
        QCOMPARE(stage.find<QAbstractButton>(u"property.syncMode"_s)->text(), u"different values"_s);
        QVERIFY(!stage.titles().contains(u"Time, s"_s)); // it is not common
        stage.sheet.focusProperty(u"eventName"_s);
        QTest::keyClicks(line, u"hello"_s);
        for (const qint64 id : {2, 3})
            QCOMPARE(stage.value(id, u"eventName"_s), argument("\"hello\""));
        QCOMPARE(line->text(), u"hello"_s);
        QCOMPARE(stage.session.undoStack().count(), 1);
        QTest::keyClick(stage.editor(u"syncMode"_s), Qt::Key_Space);
        QCOMPARE(stage.value(2, u"syncMode"_s), "1");
        QVERIFY(stage.titles().contains(u"Time, s"_s));
        stage.select({2, 6});
        QVERIFY(stage.find<QLabel>(u"propertySheet.hint"_s)->isVisible());
        stage.select({});
        QVERIFY(stage.find<QLabel>(u"propertySheet.hint"_s)->text().contains(u"Select"_s));
        QCOMPARE(stage.titles(), QStringList());
    }

    void problemsAtTheirRows()
    {
        SheetStage stage({start, websock(R"("direction":9,"errorVariable":"eror","transfer":99)")});
        stage.select({2});
        stage.validate();
        QCOMPARE(stage.notes(u"conn"_s).size(), 1);
        QVERIFY(stage.find<QLineEdit>(u"property.conn"_s)->property("invalid").toBool());
        QCOMPARE(stage.notes(u"errorVariable"_s).size(), 1); // the editor's own, which can be helped at once
        QSignalSpy fixes(&stage.sheet, &designer::PropertySheet::fixRequested);
        for (const QString &code : {u"direction"_s, u"transfer"_s}) {
            auto *link = stage.find<QAbstractButton>(u"fix."_s + code);
            QVERIFY2(link, qPrintable(code));
            link->click();
        }
        QCOMPARE(fixes.size(), 2);
        QCOMPARE(fixes.at(0).at(0).value<core::Diagnostic>().code, u"property.unknown_option"_s);
        QCOMPARE(fixes.at(1).at(0).value<core::Diagnostic>().property, u"transfer"_s);
        stage.session.setProperty({2}, u"direction"_s, core::Json(1));
        stage.validate();
        QCOMPARE(stage.notes(u"direction"_s), QStringList());
    }

    void keyboardWalksTheRows()
    {
        SheetStage stage({start, websock("\"operation\":0,\"syncMode\":1,\"transfer\":6"), answered});
        stage.select({2});
        stage.sheet.focusProperty(u"operation"_s);
        QCOMPARE(walk(stage, 40).first(14),
                 QStringList({u"operation"_s, u"conn"_s, u"direction"_s, u"capabilityName"_s, u"eventName"_s, u"content"_s, u"syncMode"_s,
                              u"timeoutSec"_s, u"resultVariable"_s, u"errorVariable"_s, u"transfer"_s, u"transferTimeout"_s,
                              u"transferError"_s, u"operation"_s}));
        // F1 asks for the help of the row.
        QSignalSpy help(&stage.sheet, &designer::PropertySheet::helpRequested);
        stage.sheet.focusProperty(u"eventName"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        stage.sheet.focusProperty(u"content"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QCOMPARE(help.size(), 2);
        QCOMPARE(help.at(0).at(0).toString(), u"eventName"_s);
        QCOMPARE(help.at(1).at(0).toString(), u"content"_s);
    }

    void withoutADocument()
    {
        SheetStage stage({start});
        editing::ValuesTarget values(stage.catalogue.find(144));
        editing::SheetModel model;
        model.setTarget(&values);
        stage.sheet.show(&model, nullptr);
        stage.settle();
        auto *line = stage.find<QLineEdit>(u"property.eventName"_s);
        QTest::keyClicks(line, u"hello"_s);
        QCOMPARE(values.values()[u"eventName"].toCompact(), argument("\"hello\""));
        QTest::keyClicks(stage.find<QLineEdit>(u"property.errorVariable"_s), u"any"_s);
        QCOMPARE(stage.notes(u"errorVariable"_s), QStringList()); // no document declares any
        stage.sheet.show(nullptr, nullptr);
        QCOMPARE(stage.titles(), QStringList());
    }

    void anotherLanguage()
    {
        SheetStage stage({start, websock("\"operation\":1")});
        stage.select({2});
        stage.sheet.focusProperty(u"filePath"_s);
        {
            const test::Brackets brackets;
            stage.settle();
            QCOMPARE(stage.titles().first(), u"[Operation]"_s);
            QCOMPARE(stage.find<QComboBox>(u"property.operation"_s)->currentText(), u"[Place a file for download]"_s);
            QCOMPARE(stage.sheet.currentProperty(), u"filePath"_s);
        }
        stage.settle();
        QCOMPARE(stage.titles().first(), u"Operation"_s);
    }

    void anotherTheme()
    {
        SheetStage stage({start, websock("\"errorVariable\":\"eror\"")});
        stage.select({2});
        const QImage light = stage.window.grab().toImage();
        stage.appearance.setMode(designer::Appearance::Mode::Dark);
        stage.settle();
        const QImage dark = stage.window.grab().toImage();
        QVERIFY(light.pixelColor(2, 2).lightness() > 200);
        QVERIFY(dark.pixelColor(2, 2).lightness() < 60);
        QCOMPARE(stage.notes(u"errorVariable"_s).size(), 1);
    }
};

QTEST_MAIN(TestPropertySheet)
#include "tst_propertysheet.moc"
