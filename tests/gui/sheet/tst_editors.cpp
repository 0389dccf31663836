// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of editor of the property sheet: one step an edit, the kinds of an argument, what is wrong with a value, reset.
#include "stage.h"
#include "websock.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::test;

class TestEditors : public QObject
{
    Q_OBJECT

private:
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
};

QTEST_MAIN(TestEditors)
#include "tst_editors.moc"
