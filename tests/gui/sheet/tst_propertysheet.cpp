// SPDX-License-Identifier: GPL-3.0-or-later
// The property sheet as a person uses it: the right rows for every operation of component 144, each kind of editor, reset, hidden values,
// several objects, problems at their rows, and all of it by the keyboard.
#include "stage.h"

#include "editing/valuestarget.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using test::SheetStage;

namespace {

const QByteArray start = R"({"oId":1,"oType":101,"type":0,"transfer":2,"name":"Start"})";
const QByteArray answered = R"({"oId":6,"oType":102,"name":"Answered"})";
const QByteArray gaveUp = R"({"oId":7,"oType":102,"name":"Gave up"})";

QByteArray argument(const QByteArray &value, int kind = 1, int type = 2)
{
    return "{\"argType\":" + QByteArray::number(kind) + ",\"varType\":" + QByteArray::number(type) + ",\"value\":" + value + "}";
}

/// A websock with oId 2 and these further members.
QByteArray websock(const QByteArray &members = {}, int id = 2)
{
    return "{\"oId\":" + QByteArray::number(id) + ",\"oType\":144,\"name\":\"Ask\"" + (members.isEmpty() ? QByteArray() : "," + members) +
           "}";
}

} // namespace

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
    static void trigger(SheetStage &stage, const QString &menuOwner, const QString &action)
    {
        auto *menu = stage.find<QMenu>(menuOwner);
        QVERIFY(menu);
        for (QAction *candidate : menu->actions()) {
            if (candidate->objectName() == action) {
                candidate->trigger();
                menu->close();
                stage.settle();
                return;
            }
        }
        QFAIL("no such action");
    }
    static void chooseKind(SheetStage &stage, const QString &code, int kind)
    {
        auto *chip = stage.find<QAbstractButton>(u"property."_s + code + u".kind"_s);
        QVERIFY(chip);
        chip->click();
        trigger(stage, chip->objectName() + u".menu"_s, u"kind."_s + QString::number(kind));
    }
    static void chooseOption(QComboBox *box, int index)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
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

    void typingIsOneStepAndKeepsTheCursor()
    {
        SheetStage stage({start, websock("\"capabilityName\":" + argument("\"mg\""))});
        stage.select({2});
        auto *line = stage.find<QLineEdit>(u"property.capabilityName"_s);
        QVERIFY(stage.sheet.focusProperty(u"capabilityName"_s));
        QCOMPARE(stage.sheet.currentProperty(), u"capabilityName"_s);
        line->setCursorPosition(1);
        QTest::keyClick(line, 's');
        QCOMPARE(line->cursorPosition(), 2);
        QTest::keyClick(line, 's');
        stage.validate();
        QCOMPARE(line, stage.find<QLineEdit>(u"property.capabilityName"_s));
        QCOMPARE(line->cursorPosition(), 3);
        QCOMPARE(stage.value(2, u"capabilityName"_s), argument("\"mssg\""));
        QCOMPARE(stage.session.undoStack().count(), 1);
        stage.sheet.focusProperty(u"eventName"_s);
        stage.sheet.focusProperty(u"capabilityName"_s);
        line->deselect();
        QTest::keyClick(line, Qt::Key_End);
        QTest::keyClicks(line, u"xy"_s);
        QCOMPARE(stage.session.undoStack().count(), 2); // the cursor had left
        stage.session.undoStack().undo();
        QCOMPARE(line->text(), u"mssg"_s);
        stage.session.undoStack().undo();
        QCOMPARE(line->text(), u"mg"_s);
        QVERIFY(line->hasFocus());
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

    void choice()
    {
        SheetStage stage({start, websock("\"direction\":9")});
        stage.select({2});
        auto *operation = stage.find<QComboBox>(u"property.operation"_s);
        chooseOption(operation, 2);
        QCOMPARE(stage.value(2, u"operation"_s), "2");
        QVERIFY(!operation->property("muted").toBool());
        QVERIFY(operation->hasFocus());
        QVERIFY(stage.titles().contains(u"Action"_s));
        auto *direction = stage.find<QComboBox>(u"property.direction"_s);
        QCOMPARE(direction->currentText(), u"9 (unknown)"_s);
        chooseOption(direction, 1);
        QCOMPARE(stage.value(2, u"direction"_s), "1");
        QCOMPARE(direction->count(), 3); // what was unknown is no option
    }

    void kindsOfAnArgument()
    {
        SheetStage stage({start, websock("\"eventName\":" + argument("\"greet\""))});
        stage.select({2});
        auto *line = stage.find<QLineEdit>(u"property.eventName"_s);
        chooseKind(stage, u"eventName"_s, 2);
        QCOMPARE(stage.value(2, u"eventName"_s), argument("\"\\\"greet\\\"\"", 3));
        QTest::keyClick(line, Qt::Key_End);
        QTest::keyClicks(line, u" ++ [reply]"_s);
        chooseKind(stage, u"eventName"_s, 1);
        QCOMPARE(stage.value(2, u"eventName"_s), argument("\"\"", 2));
        QTest::keyClicks(line, u"reply"_s);
        QCOMPARE(stage.value(2, u"eventName"_s), argument("\"reply\"", 2));
        QCOMPARE(stage.notes(u"eventName"_s), QStringList());
        chooseKind(stage, u"eventName"_s, 3);
        QCOMPARE(stage.value(2, u"eventName"_s), argument("\"[reply]\"", 4));
        // What was typed as another kind is still there.
        chooseKind(stage, u"eventName"_s, 0);
        QCOMPARE(stage.value(2, u"eventName"_s), argument("\"greet\""));
        chooseKind(stage, u"eventName"_s, 2);
        QCOMPARE(stage.value(2, u"eventName"_s), argument("\"\\\"greet\\\" ++ [reply]\"", 3));
        // One step each.
        const int steps = stage.session.undoStack().count();
        chooseKind(stage, u"eventName"_s, 0);
        QCOMPARE(stage.session.undoStack().count(), steps + 1);
        // The type of a constant.
        auto *chip = stage.find<QAbstractButton>(u"property.eventName.kind"_s);
        chip->click();
        trigger(stage, u"property.eventName.kind.menu"_s, u"type.0"_s);
        QCOMPARE(stage.value(2, u"eventName"_s), argument("\"greet\"", 1, 1));
    }

    void numbersOfTheDialect()
    {
        SheetStage stage({start, websock()});
        stage.dialect.argVariable = 42;
        stage.dialect.typeString = 7;
        stage.select({2});
        chooseKind(stage, u"conn"_s, 1);
        QTest::keyClicks(stage.find<QLineEdit>(u"property.conn"_s), u"conn"_s);
        QCOMPARE(stage.value(2, u"conn"_s), argument("\"conn\"", 42, 7));
    }

    void brokenArgumentIsShown()
    {
        SheetStage stage({start, websock(R"("conn":{"argType":77,"value":5})")});
        stage.select({2});
        stage.validate();
        auto *line = stage.find<QLineEdit>(u"property.conn"_s);
        QCOMPARE(line->text(), u"{\"argType\":77,\"value\":5}"_s);
        QVERIFY(!stage.notes(u"conn"_s).isEmpty());
        line->selectAll();
        QTest::keyClicks(line, u"abc"_s);
        QCOMPARE(stage.value(2, u"conn"_s), R"({"argType":1,"value":"abc","varType":2})");
    }

    void expressionSaysWhatIsWrong()
    {
        SheetStage stage({start, websock("\"eventName\":" + argument("\"\"", 3))});
        stage.select({2});
        auto *line = stage.find<QLineEdit>(u"property.eventName"_s);
        QTest::keyClicks(line, u"[attempt] +"_s);
        QCOMPARE(stage.notes(u"eventName"_s).size(), 1);
        QVERIFY(stage.notes(u"eventName"_s).first().contains(u"column"_s));
        QTest::keyClicks(line, u" [tries]"_s);
        QCOMPARE(stage.notes(u"eventName"_s), QStringList{u"There is no variable \"tries\"."_s});
        stage.validate();
        QCOMPARE(stage.notes(u"eventName"_s).size(), 1); // said once
    }

    void variables()
    {
        SheetStage stage({start, websock("\"operation\":1,\"conn\":" + argument("\"conn\"", 2))});
        stage.select({2});
        auto *line = stage.find<QLineEdit>(u"property.resultVariable"_s);
        stage.sheet.focusProperty(u"resultVariable"_s);
        QTest::keyClicks(line, u"rep"_s);
        auto *completer = line->findChild<QCompleter *>();
        QVERIFY(completer && completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(stage.value(2, u"resultVariable"_s), "\"reply\"");
        QCOMPARE(stage.notes(u"resultVariable"_s), QStringList());
        QTest::keyClicks(line, u"2"_s);
        QCOMPARE(stage.notes(u"resultVariable"_s), QStringList{u"There is no variable \"reply2\"."_s});
        QVERIFY(line->property("invalid").toBool());
        // Made on the spot, by the keyboard: the link is the next stop.
        QTest::keyClick(line, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"fix.resultVariable"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        stage.settle();
        const QList<scenario::Variable> variables = stage.session.scenario().variables();
        QCOMPARE(variables.last().name, u"reply2"_s);
        QCOMPARE(variables.last().type, qint64(stage.dialect.typeString));
        QCOMPARE(stage.notes(u"resultVariable"_s), QStringList());
        QVERIFY(!line->property("invalid").toBool());
        // A name that cannot be one is refused with the reason.
        stage.sheet.focusProperty(u"resultVariable"_s);
        line->selectAll();
        QTest::keyClicks(line, u"a]b"_s);
        stage.find<QAbstractButton>(u"fix.resultVariable"_s)->click();
        stage.settle();
        QCOMPARE(stage.notes(u"resultVariable"_s).size(), 2);
        // In the place of a name in brackets.
        chooseKind(stage, u"filePath"_s, 3);
        auto *path = stage.find<QLineEdit>(u"property.filePath"_s);
        path->setFocus();
        QTest::keyClicks(path, u":TEMP/[re"_s);
        completer = path->findChild<QCompleter *>();
        QVERIFY(completer && completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QCOMPARE(path->text(), u":TEMP/[reply]"_s);
    }

    void resetByButtonAndMenu()
    {
        SheetStage stage({start, websock(R"("direction":2,"errorVariable":"error")")});
        stage.select({2});
        auto *reset = stage.find<QAbstractButton>(u"property.direction.reset"_s);
        QVERIFY(reset->isHidden());
        stage.sheet.focusProperty(u"direction"_s);
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(stage.value(2, u"direction"_s), QByteArray());
        QVERIFY(stage.find<QComboBox>(u"property.direction"_s)->property("muted").toBool());
        QVERIFY(reset->isHidden()); // there is nothing to reset
        auto *line = stage.find<QLineEdit>(u"property.errorVariable"_s);
        line->setFocus();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), line->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(line, &event);
        trigger(stage, u"property.errorVariable.menu"_s, u"reset"_s);
        QCOMPARE(stage.value(2, u"errorVariable"_s), QByteArray());
        QCOMPARE(line->text(), QString());
        stage.session.undoStack().undo();
        QCOMPARE(line->text(), u"error"_s);
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

    void transitions()
    {
        SheetStage stage({start, websock("\"operation\":1,\"transfer\":6"), answered, gaveUp, R"({"oId":8,"oType":102,"name":"Gave up"})"});
        stage.select({2});
        auto *box = stage.find<QComboBox>(u"property.transfer"_s);
        QCOMPARE(box->currentText(), u"Answered"_s);
        auto *timeout = stage.find<QComboBox>(u"property.transferTimeout"_s);
        QCOMPARE(timeout->currentText(), u"— not set —"_s);
        QVERIFY(timeout->property("muted").toBool());
        QSignalSpy shown(&stage.sheet, &designer::PropertySheet::componentRequested);
        stage.find<QAbstractButton>(u"property.transfer.go"_s)->click();
        QCOMPARE(shown.value(0).value(0).toLongLong(), 6);
        QVERIFY(stage.find<QAbstractButton>(u"property.transferTimeout.go"_s)->isHidden());
        // By the keyboard: not set, Ask, Answered, and two of one name told apart.
        timeout->setFocus();
        QTest::keyClick(timeout, Qt::Key_Down);
        QCOMPARE(stage.value(2, u"transferTimeout"_s), "2");
        timeout->showPopup();
        QStringList listed;
        for (int i = 0; i < timeout->count(); ++i)
            listed.append(timeout->itemText(i));
        QCOMPARE(listed, QStringList({u"— not set —"_s, u"Ask"_s, u"Answered"_s, u"Gave up · 7"_s, u"Gave up · 8"_s}));
        timeout->hidePopup();
        QTest::keyClick(timeout, Qt::Key_End);
        QCOMPARE(stage.value(2, u"transferTimeout"_s), "8");
        QTest::keyClick(timeout, Qt::Key_Home);
        QCOMPARE(stage.value(2, u"transferTimeout"_s), QByteArray());
        // A new name is shown.
        stage.session.setProperty({6}, u"name"_s, core::Json(u"Done"_s));
        stage.settle();
        QCOMPARE(box->currentText(), u"Done"_s);
    }

    void assignments()
    {
        SheetStage stage({start, R"({"oId":2,"oType":106,"mode":1,"name":"Set"})"});
        stage.select({2});
        auto *add = stage.find<QAbstractButton>(u"property.operations.add"_s);
        add->setFocus();
        QTest::keyClick(add, Qt::Key_Space);
        stage.settle();
        QCOMPARE(QApplication::focusWidget()->objectName(), u"property.operations.0.variable"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"attempt"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"property.operations.0.value"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"5"_s);
        const QByteArray first = R"({"variable":"attempt","value":)" + argument("\"5\"") + "}";
        QCOMPARE(stage.value(2, u"operations"_s), "[" + first + "]");
        QCOMPARE(stage.session.undoStack().count(), 2); // added, typed
        add->click();
        stage.settle();
        QTest::keyClicks(QApplication::focusWidget(), u"nobody"_s);
        QCOMPARE(stage.notes(u"operations"_s), QStringList{u"There is no variable \"nobody\"."_s});
        const QByteArray second = R"({"variable":"nobody","value":)" + argument("\"\"") + "}";
        QCOMPARE(stage.value(2, u"operations"_s), "[" + first + "," + second + "]");
        QVERIFY(!stage.find<QAbstractButton>(u"property.operations.0.up"_s)->isEnabled());
        stage.activate();
        stage.find<QAbstractButton>(u"property.operations.1.up"_s)->click();
        QCOMPARE(stage.value(2, u"operations"_s), "[" + second + "," + first + "]");
        QCOMPARE(QApplication::focusWidget()->objectName(), u"property.operations.0.variable"_s); // moved along
        // Tab walks the entries before the button that adds.
        QStringList stops;
        for (int i = 0; i < 12 && QApplication::focusWidget() != add; ++i) {
            stops.append(QApplication::focusWidget()->objectName().section(u'.', 2));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(stops.filter(u"variable"_s), QStringList({u"0.variable"_s, u"1.variable"_s}));
        QVERIFY(add->hasFocus());
        stage.find<QAbstractButton>(u"property.operations.0.remove"_s)->click();
        stage.settle();
        QCOMPARE(stage.value(2, u"operations"_s), "[" + first + "]");
        QCOMPARE(stage.notes(u"operations"_s), QStringList());
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
