// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a message body: text to value and back, the model under Qt's own tester, editing by keyboard alone with one undo step an
// edit, broken text, variables of templates, large bodies.
#include "stage.h"

#include "designer/sheet/json/bodyvalue.h"
#include "designer/sheet/json/jsontext.h"
#include "designer/sheet/json/jsontree.h"
#include "designer/sheet/json/jsontreemodel.h"

#include "core/jsonreader.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace signalbox;
using core::Json;
using designer::JsonKind;
using designer::JsonTree;
using designer::JsonTreeModel;
using test::SheetStage;

namespace {

QByteArray greeting(const QString &body, int kind)
{
    return "{\"oId\":2,\"oType\":144,\"operation\":0,\"capabilityName\":{\"argType\":1,\"varType\":2,\"value\":\"msg\"},"
           "\"eventName\":{\"argType\":1,\"varType\":2,\"value\":\"greet\"},\"content\":{\"argType\":" +
           QByteArray::number(kind) + ",\"varType\":2,\"value\":" + Json(body).toCompact() + "},\"name\":\"Greet\"}";
}

expression::SlotOf knows(const QStringList &names)
{
    return [names](QStringView name) {
        return names.contains(name) ? 0 : -1;
    };
}

Json read(const QByteArray &text)
{
    const auto json = core::readJson(text);
    return json ? *json : Json();
}

} // namespace

class TestJsonTree : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SheetStage> m_stage;

    QString bodyValue() const { return m_stage->session.object(2)[u"content"][u"value"].toString(); }
    int steps() const { return m_stage->session.undoStack().count(); }
    JsonTree &tree() const { return *m_stage->sheet.findChild<JsonTree *>(); }
    QTreeView &view() const { return tree().view(); }
    JsonTreeModel &model() const { return tree().model(); }
    QModelIndex at(const QString &pointer, int column = 0) const { return model().indexOf(pointer).siblingAtColumn(column); }
    QAbstractButton *button(const QString &name) const { return m_stage->find<QAbstractButton>(name); }
    QString notice() const { return m_stage->find<QLabel>(u"json.tree.notice"_s)->text(); }
    /// Below the field: problems and what was refused.
    QStringList said() const
    {
        QStringList found;
        for (const QLabel *label : tree().parentWidget()->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (label->isVisible())
                found.append(label->text().remove(QRegularExpression(u"<[^>]*>"_s)));
        }
        return found;
    }
    void stageOf(const QString &text, int kind = 1)
    {
        m_stage.reset();
        m_stage = std::make_unique<SheetStage>(QByteArrayList{greeting(text, kind)});
        m_stage->select({2});
        m_stage->settle();
        button(u"property.content.asTree"_s)->click();
        m_stage->settle();
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString &text)
    {
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line);
        line->selectAll();
        QTest::keyClicks(line, text);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(test::anyWarning); }
    void cleanup() { m_stage.reset(); }

    void textAndBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("again"); // in one line
        QTest::newRow("object") << u"{\"b\" : 1.50, \"a\":[ ]}"_s << u"{\"b\":1.50,\"a\":[]}"_s;
        QTest::newRow("numbers") << u"[12345678901234567890,1e400,-0.0]"_s << QString();
        QTest::newRow("large number") << u"[12345678901234567890,-0.0,1E3]"_s << u"[12345678901234567890,-0.0,1E3]"_s;
        QTest::newRow("variable") << u"{\"a\": [attempt]}"_s << u"{\"a\":[attempt]}"_s;
        QTest::newRow("part of a number") << u"[1[attempt].5, -[attempt]]"_s << u"[1[attempt].5,-[attempt]]"_s;
        QTest::newRow("in a string") << u"{\"a\":\"x [attempt] \\\"y\"}"_s << u"{\"a\":\"x [attempt] \\\"y\"}"_s;
        QTest::newRow("an array that names no variable") << u"[other]"_s << QString();
        QTest::newRow("two variables") << u"[[attempt][reply]]"_s << u"[[attempt][reply]]"_s;
        QTest::newRow("a variable alone") << u"[attempt]"_s << u"[attempt]"_s;
        QTest::newRow("a name that is a variable") << u"{[reply]: 1}"_s << u"{[reply]:1}"_s;
        QTest::newRow("a word") << u"[a[attempt]]"_s << QString();
        QTest::newRow("twice") << u"{\"a\":1,\"a\":2}"_s << QString();
        QTest::newRow("the mark itself") << QString(u"\""_s + QChar(0xe145) + u"\""_s) << QString();
        QTest::newRow("not ASCII") << u"{\"Привет\":\"👋\"}"_s << u"{\"Привет\":\"👋\"}"_s;
    }
    void textAndBack()
    {
        QFETCH(QString, text);
        QFETCH(QString, again);
        const auto value = designer::readBody(text, knows({u"attempt"_s, u"reply"_s}));
        QCOMPARE(value.has_value(), !again.isEmpty());
        if (!value)
            return;
        QCOMPARE(designer::writeBody(*value, false), again);
        // What stands in lines says the same.
        const QString inLines = designer::writeBody(*value, true);
        QCOMPARE(designer::writeBody(*designer::readBody(inLines, knows({u"attempt"_s, u"reply"_s})), false), again);
    }

    void faultsHaveTheirPlace()
    {
        const auto value = designer::readBody(u"{\"a\": [attempt],\n \"b\": ,}"_s, knows({u"attempt"_s}));
        QVERIFY(!value);
        QCOMPARE(value.error().line, 2);
        QCOMPARE(value.error().column, 7);
        QCOMPARE(value.error().offset, 23);
        QVERIFY(designer::readBody(u" \n"_s, {})->isNull());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!designer::readBody(u"{}"_s, {}, stop.get_token()));
    }

    void modelUnderTest()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edited(&model, &JsonTreeModel::edited);
        QSignalSpy refused(&model, &JsonTreeModel::refused);
        model.setSlotOf(knows({u"attempt"_s}));
        QVERIFY(model.add({}, true).isValid()); // an empty one becomes an object
        QCOMPARE(model.root().toCompact(), "{}");
        model.setRoot(read("{\"a\":[1,{\"b\":2.50},null],\"c\":true}"));
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        QCOMPARE(model.pointer(model.indexOf(u"/a/1/b"_s)), u"/a/1/b"_s);
        QVERIFY(!model.indexOf(u"/a/7"_s).isValid());
        const auto set = [&model](const QString &pointer, JsonTreeModel::Column column, const QVariant &value) {
            return model.setData(model.indexOf(pointer).siblingAtColumn(column), value);
        };
        QVERIFY(set(u"/a/1/b"_s, JsonTreeModel::Value, u"1.000"_s));
        QCOMPARE(model.root().toCompact(), "{\"a\":[1,{\"b\":1.000},null],\"c\":true}");
        QVERIFY(!set(u"/a/1/b"_s, JsonTreeModel::Value, u"01"_s));
        QVERIFY(!set(u"/a"_s, JsonTreeModel::Name, u"c"_s)); // there is one already
        QCOMPARE(refused.count(), 2);
        QVERIFY(set(u"/a"_s, JsonTreeModel::Name, u"x/y"_s));
        QVERIFY(set(u"/x~1y/0"_s, JsonTreeModel::Value, u"[attempt]"_s));
        QCOMPARE(model.kind(model.indexOf(u"/x~1y/0"_s)), JsonKind::Variable);
        QVERIFY(set(u"/x~1y/0"_s, JsonTreeModel::Type, static_cast<int>(JsonKind::Text)));
        QCOMPARE(model.root().toCompact(), "{\"x/y\":[\"[attempt]\",{\"b\":1.000},null],\"c\":true}");
        QVERIFY(set(u"/x~1y"_s, JsonTreeModel::Type, static_cast<int>(JsonKind::Object)));
        QCOMPARE(model.root().toCompact(), "{\"x/y\":{\"0\":\"[attempt]\",\"1\":{\"b\":1.000},\"2\":null},\"c\":true}");
        QVERIFY(model.move(model.indexOf(u"/x~1y/2"_s), -1));
        QVERIFY(model.move(model.indexOf(u"/x~1y/2"_s), -1));
        QVERIFY(!model.move(model.indexOf(u"/x~1y/2"_s), -1));
        QVERIFY(!model.move(model.index(0, 0), 1));
        QVERIFY(model.move(model.indexOf(u"/x~1y"_s), 1));
        QCOMPARE(model.root().toCompact(), "{\"c\":true,\"x/y\":{\"2\":null,\"0\":\"[attempt]\",\"1\":{\"b\":1.000}}}");
        QCOMPARE(model.add(model.indexOf(u"/c"_s), false).row(), 1);
        QVERIFY(model.add(model.indexOf(u"/x~1y/1"_s), true).isValid());
        QVERIFY(model.add(model.indexOf(u"/x~1y/1/b"_s), true).isValid()); // behind it: it holds nothing
        QCOMPARE(model.root().toCompact(),
                 "{\"c\":true,\"name\":\"\",\"x/y\":{\"2\":null,\"0\":\"[attempt]\",\"1\":{\"b\":1.000,\"name2\":\"\",\"name\":\"\"}}}");
        QVERIFY(model.remove(model.indexOf(u"/x~1y"_s)));
        QVERIFY(!model.remove(model.index(0, 0)));
        QVERIFY(set(u"/c"_s, JsonTreeModel::Type, static_cast<int>(JsonKind::Number)));
        QVERIFY(set(QString(), JsonTreeModel::Type, static_cast<int>(JsonKind::Array)));
        QCOMPARE(model.root().toCompact(), "[1,\"\"]");
        QVERIFY(set(QString(), JsonTreeModel::Type, static_cast<int>(JsonKind::Null)));
        QCOMPARE(model.root().toCompact(), "null");
        QVERIFY(!model.add(model.index(0, 0), true).isValid());
        QCOMPARE(refused.count(), 3);
        QVERIFY(edited.count() > 12);
        model.setRoot(std::nullopt);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatNobodyOpensIsNotMadeAnew()
    {
        const Json value = read("{\"opened\":{\"n\":1},\"closed\":{\"a\":1,\"b\":[2]}}");
        JsonTreeModel model;
        model.setRoot(value);
        QCOMPARE(model.rowCount(model.indexOf(u"/closed"_s)), 2);
        QVERIFY(model.hasChildren(model.indexOf(u"/closed"_s)));
        QVERIFY(model.setData(model.indexOf(u"/opened/n"_s).siblingAtColumn(JsonTreeModel::Value), u"3"_s));
        const Json edited = model.root();
        QCOMPARE(edited.toCompact(), "{\"opened\":{\"n\":3},\"closed\":{\"a\":1,\"b\":[2]}}");
        QCOMPARE(edited[u"closed"].members().constData(), value[u"closed"].members().constData()); // the same, not its copy
        QVERIFY(model.setData(model.indexOf(u"/closed/b/0"_s).siblingAtColumn(JsonTreeModel::Value), u"4"_s));
        QCOMPARE(model.root().toCompact(), "{\"opened\":{\"n\":3},\"closed\":{\"a\":1,\"b\":[4]}}");
    }

    void byKeyboardAlone()
    {
        stageOf(u"{\"text\": \"a\", \"attempt\": 1.50}"_s);
        QVERIFY(m_stage->sheet.focusProperty(u"content"_s));
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&view()));
        key(Qt::Key_Down);
        key(Qt::Key_Return); // the value
        type(u"Hello"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(bodyValue(), u"{\"text\":\"Hello\",\"attempt\":1.50}"_s);
        QCOMPARE(steps(), 1);
        QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&view()));
        key(Qt::Key_F2); // the name
        type(u"words"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(bodyValue(), u"{\"words\":\"Hello\",\"attempt\":1.50}"_s);
        QTRY_VERIFY(view().hasFocus());
        key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(bodyValue(), u"{\"attempt\":1.50,\"words\":\"Hello\"}"_s);
        QCOMPARE(view().currentIndex().siblingAtColumn(0).data().toString(), u"words"_s);
        key(Qt::Key_Insert); // another behind it, its name first
        type(u"more"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(bodyValue(), u"{\"attempt\":1.50,\"words\":\"Hello\",\"more\":\"\"}"_s);
        QTRY_VERIFY(view().hasFocus());
        key(Qt::Key_Return, Qt::AltModifier); // the type
        auto *box = qobject_cast<QComboBox *>(QApplication::focusWidget());
        QVERIFY(box);
        QVERIFY(box->findData(static_cast<int>(JsonKind::Variable)) < 0); // a constant has none
        box->setCurrentIndex(box->findData(static_cast<int>(JsonKind::Array)));
        Q_EMIT box->activated(box->currentIndex());
        QTRY_COMPARE(bodyValue(), u"{\"attempt\":1.50,\"words\":\"Hello\",\"more\":[]}"_s);
        QTRY_VERIFY(view().hasFocus());
        const int before = steps();
        key(Qt::Key_Delete);
        QCOMPARE(bodyValue(), u"{\"attempt\":1.50,\"words\":\"Hello\"}"_s);
        QCOMPARE(steps(), before + 1);
        while (m_stage->session.undoStack().canUndo()) {
            m_stage->session.undoStack().undo();
            m_stage->settle();
        }
        QCOMPARE(bodyValue(), u"{\"text\": \"a\", \"attempt\": 1.50}"_s); // as it was written
        QCOMPARE(at(u"/text"_s, JsonTreeModel::Value).data().toString(), u"a"_s);
        key(Qt::Key_Tab); // out of the tree
        QVERIFY(!view().hasFocus());
    }

    void refusedWithItsReason()
    {
        stageOf(u"{\"attempt\": 1}"_s);
        QVERIFY(!model().setData(at(u"/attempt"_s, JsonTreeModel::Value), u"often"_s));
        QVERIFY2(said().join(u' ').contains(u"is no number, nor true"_s), qPrintable(said().join(u' ')));
        QCOMPARE(steps(), 0);
        QVERIFY(model().setData(at(u"/attempt"_s, JsonTreeModel::Value), u"2"_s));
        QVERIFY(!said().join(u' ').contains(u"often"_s));
    }

    void brokenText()
    {
        stageOf(u"{\n  \"text\": \n}"_s);
        QVERIFY(!view().isVisible());
        QVERIFY2(notice().contains(u"Line 3, column 1"_s), qPrintable(notice()));
        QVERIFY(m_stage->sheet.focusProperty(u"content"_s));
        QCOMPARE(QApplication::focusWidget()->objectName(), u"json.tree.toText"_s);
        key(Qt::Key_Return);
        auto *text = m_stage->find<designer::JsonText>(u"property.content"_s);
        QVERIFY(text->isVisible() && text->hasFocus());
        QCOMPARE(text->cursorOffset(), 13);
        QTest::keyClicks(text, u"1"_s);
        button(u"property.content.asTree"_s)->click();
        m_stage->settle();
        QVERIFY(view().isVisible());
        QCOMPARE(at(u"/text"_s, JsonTreeModel::Value).data().toString(), u"1"_s);
    }

    void emptyText()
    {
        stageOf(QString());
        QVERIFY(!view().isVisible());
        QVERIFY2(notice().contains(u"empty"_s), qPrintable(notice()));
        QVERIFY(m_stage->sheet.doWithBody(designer::BodyTask::Add));
        QCOMPARE(bodyValue(), u"{}"_s);
        QVERIFY(view().isVisible());
        m_stage->session.undoStack().undo();
        m_stage->settle();
        QVERIFY(!view().isVisible());
    }

    void variables()
    {
        stageOf(u"{\"attempt\": [attempt], \"text\": \"[reply]\", \"list\": [1]}"_s, 4);
        QCOMPARE(model().kind(at(u"/attempt"_s)), JsonKind::Variable);
        QCOMPARE(model().kind(at(u"/text"_s)), JsonKind::Text);
        QCOMPARE(at(u"/attempt"_s, JsonTreeModel::Value).data().toString(), u"[attempt]"_s);
        QVERIFY(model().setData(at(u"/list/0"_s, JsonTreeModel::Value), u"[attempt]"_s));
        QCOMPARE(bodyValue(), u"{\"attempt\":[attempt],\"text\":\"[reply]\",\"list\":[[attempt]]}"_s);
        // What a variable is called everywhere, it is called here.
        QVERIFY(m_stage->session.renameVariable(u"attempt"_s, u"tries"_s).has_value());
        m_stage->settle();
        QCOMPARE(at(u"/attempt"_s, JsonTreeModel::Value).data().toString(), u"[tries]"_s);
        view().setCurrentIndex(at(u"/attempt"_s));
        view().grab(); // marks are painted, too
    }

    void theNextOneIsATreeToo()
    {
        stageOf(u"{\"text\":{\"a\":[1,2]}}"_s);
        QVERIFY(view().isExpanded(at(u"/text/a"_s)));
        view().collapse(at(u"/text/a"_s));
        view().setCurrentIndex(at(u"/text"_s));
        m_stage->session.setProperty({2}, u"content"_s,
                                     read("{\"argType\":1,\"varType\":2,\"value\":\"{\\\"text\\\":{\\\"a\\\":[1,2,3]}}\"}"));
        m_stage->settle();
        QVERIFY(!view().isExpanded(at(u"/text/a"_s))); // as the person left it
        QCOMPARE(model().pointer(view().currentIndex()), u"/text"_s);
        m_stage->select({});
        m_stage->select({2});
        m_stage->settle();
        QVERIFY(view().isVisible());
        QVERIFY(m_stage->sheet.doWithBody(designer::BodyTask::SwitchView));
        QVERIFY(!view().isVisible());
        QVERIFY(m_stage->find<designer::JsonText>(u"property.content"_s)->hasFocus());
    }

    void menuOfARow()
    {
        stageOf(u"{\"a\": 1, \"b\": 2}"_s);
        view().setCurrentIndex(at(u"/b"_s));
        view().setFocus();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), view().mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(&view(), &event);
        auto *menu = m_stage->find<QMenu>(u"property.content.menu"_s);
        QVERIFY(menu);
        QAction *up = nullptr;
        for (QAction *action : menu->actions())
            up = action->text() == u"Move up"_s ? action : up;
        QVERIFY(up && up->isEnabled());
        up->trigger();
        menu->close();
        QCOMPARE(bodyValue(), u"{\"b\":2,\"a\":1}"_s);
    }

    void tenThousandNodes()
    {
        QStringList members;
        for (int i = 0; i < 10000; ++i)
            members.append(u"\"member%1\": {\"n\": %1}"_s.arg(i));
        const QString text = u"{\"attempt\": 1, "_s + members.join(u", "_s) + u"}"_s;
        stageOf(text);
        QVERIFY(!view().isVisible()); // it is being read, and the window goes on
        QCOMPARE(notice(), u"Reading…"_s);
        QTRY_VERIFY(view().isVisible());
        QCOMPARE(model().rowCount(at(QString())), 10001);
        QVERIFY(!view().isExpanded(at(u"/member7"_s)));
        QVERIFY(model().setData(at(u"/attempt"_s, JsonTreeModel::Value), u"2"_s));
        QVERIFY(bodyValue().startsWith(u"{\"attempt\":2,\"member0\""_s));
        QCOMPARE(steps(), 1);
        m_stage->session.undoStack().undo();
        QTRY_VERIFY(view().isEnabled());
        QTRY_COMPARE(at(u"/attempt"_s, JsonTreeModel::Value).data().toString(), u"1"_s);
        QCOMPARE(bodyValue(), text);
        m_stage->select({}); // while it is read
    }
};

QTEST_MAIN(TestJsonTree)
#include "tst_jsontree.moc"
