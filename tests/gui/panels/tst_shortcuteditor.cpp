// SPDX-License-Identifier: GPL-3.0-or-later
// The shortcut editor, and what it leaves in the settings.
#include "designer/panels/emptynote.h"
#include "designer/shell/shortcuteditor.h"
#include "designer/shell/shortcutfield.h"
#include "designer/shell/shortcutlist.h"
#include "support/designerstage.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using test::child;
using test::column;

class TestShortcutEditor : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<ShortcutEditor> m_editor;
    QTableView *m_table = nullptr;
    ShortcutField *m_recorder = nullptr;

    QPushButton &button(const char *name) const { return child<QPushButton>(*m_editor, name); }
    QString shortcut(const char *id) const { return m_actions->find(QString::fromLatin1(id))->shortcut().toString(); }
    QString kept(const char *id) const { return m_settings->value(u"shortcuts/"_s + QString::fromLatin1(id), u"nothing"_s).toString(); }
    void makeActions()
    {
        m_actions = std::make_unique<Actions>();
        m_actions->add(
            u"file.save"_s, [] { return u"&Save"_s; }, QKeySequence(u"Ctrl+S"_s), [] {});
        m_actions->add(
            u"edit.undo"_s, [] { return u"&Undo"_s; }, QKeySequence(u"Ctrl+Z"_s), [] {});
        m_actions->add(
            u"view.fit"_s, [] { return u"Zoom to &fit"_s; }, {}, [] {});
    }
    void open()
    {
        m_editor = std::make_unique<ShortcutEditor>(*m_actions, *m_settings);
        m_table = &child<QTableView>(*m_editor, "shortcuts.table");
        m_recorder = &child<ShortcutField>(*m_editor, "shortcuts.recorder");
        test::showActive(*m_editor);
    }
    void press(int row, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        m_table->selectRow(row);
        m_recorder->setFocus();
        QTest::keyClick(m_recorder, key, modifiers);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        makeActions();
        open();
    }
    void cleanup()
    {
        m_editor.reset();
        m_actions.reset();
        m_settings.reset();
        m_stage.reset();
    }

    void modelIsSound()
    {
        ShortcutList model(*m_actions);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilter(u"save"_s);
        m_actions->setShortcut(u"file.save"_s, QKeySequence(u"F2"_s));
        m_actions->setShortcut(u"edit.undo"_s, {});
        QCOMPARE(model.index(0, ShortcutList::ShortcutColumn).data().toString(), u"F2"_s);
        QCOMPARE(model.index(0, ShortcutList::DefaultColumn).data().toString(), u"Ctrl+S"_s);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("by name") << u"zoom"_s << QStringList{u"Zoom to fit"_s};
        QTest::newRow("by shortcut") << u"ctrl+z"_s << QStringList{u"Undo"_s};
        QTest::newRow("none") << u"teapot"_s << QStringList{};
    }
    void filters()
    {
        QFETCH(const QString, words);
        QFETCH(const QStringList, rows);
        QCOMPARE(column(*m_table), (QStringList{u"Save"_s, u"Undo"_s, u"Zoom to fit"_s}));
        QTest::keyClicks(&child<QLineEdit>(*m_editor, "shortcuts.filter"), words);
        QCOMPARE(column(*m_table), rows);
        QCOMPARE(child<EmptyNote>(*m_editor, "shortcuts.nothing").isVisible(), rows.isEmpty());
        QCOMPARE(m_recorder->isEnabled(), !rows.isEmpty());
    }

    void recordsAndKeeps()
    {
        press(2, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(shortcut("view.fit"), u"Ctrl+0"_s);
        QCOMPARE(kept("view.fit"), u"Ctrl+0"_s);
        QCOMPARE(kept("file.save"), u"nothing"_s); // as the program has it

        m_editor.reset();
        makeActions();
        ShortcutEditor::restore(*m_actions, *m_settings);
        QCOMPARE(shortcut("view.fit"), u"Ctrl+0"_s);
        QCOMPARE(shortcut("file.save"), u"Ctrl+S"_s);
    }

    void secondKeyReplacesTheFirst()
    {
        press(2, Qt::Key_0, Qt::ControlModifier);
        QTest::keyClick(m_recorder, Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(shortcut("view.fit"), u"Ctrl+9"_s);
        QCOMPARE(m_recorder->shortcut(), QKeySequence(u"Ctrl+9"_s));
    }

    void showsAConflictAndResolvesIt()
    {
        auto &conflict = child<QLabel>(*m_editor, "shortcuts.conflict");
        QVERIFY(!conflict.isVisible());
        press(1, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(shortcut("edit.undo"), u"Ctrl+Z"_s); // not yet
        QVERIFY(conflict.isVisible());
        QCOMPARE(conflict.text(), u"Ctrl+S belongs to “Save”."_s);
        m_table->selectRow(2);
        QVERIFY(!conflict.isVisible()); // let go of
        press(1, Qt::Key_S, Qt::ControlModifier);
        QTest::mouseClick(&button("shortcuts.take"), Qt::LeftButton);
        QCOMPARE(shortcut("edit.undo"), u"Ctrl+S"_s);
        QCOMPARE(shortcut("file.save"), QString());
        QCOMPARE(kept("edit.undo"), u"Ctrl+S"_s);
        QCOMPARE(kept("file.save"), QString());
        QVERIFY(!conflict.isVisible());

        m_editor.reset();
        makeActions();
        ShortcutEditor::restore(*m_actions, *m_settings);
        QCOMPARE(shortcut("file.save"), QString());
    }

    void recordsByTheKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("shortcut"); // empty: not recorded
        const Qt::KeyboardModifiers none;
        QTest::newRow("with Shift") << int(Qt::Key_A) << u"A"_s << (Qt::ControlModifier | Qt::ShiftModifier) << u"Ctrl+Shift+A"_s;
        QTest::newRow("typed with Shift") << int(Qt::Key_Exclam) << u"!"_s << (Qt::AltModifier | Qt::ShiftModifier) << u"Alt+!"_s;
        QTest::newRow("keypad") << int(Qt::Key_5) << u"5"_s << (Qt::ControlModifier | Qt::KeypadModifier) << u"Ctrl+5"_s;
        QTest::newRow("Delete") << int(Qt::Key_Delete) << QString() << none << u"Del"_s;
        QTest::newRow("Control and Tab") << int(Qt::Key_Tab) << u"	"_s << Qt::KeyboardModifiers(Qt::ControlModifier) << u"Ctrl+Tab"_s;
        QTest::newRow("a modifier alone") << int(Qt::Key_Control) << QString() << Qt::KeyboardModifiers(Qt::ControlModifier) << QString();
        QTest::newRow("Tab") << int(Qt::Key_Tab) << u"	"_s << none << QString();
        QTest::newRow("Escape") << int(Qt::Key_Escape) << QString() << none << QString();
    }
    void recordsByTheKey()
    {
        QFETCH(const int, key);
        QFETCH(const QString, text);
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        QFETCH(const QString, shortcut);
        ShortcutField field;
        QStringList recorded;
        connect(&field, &ShortcutField::recorded, this, [&](const QKeySequence &keys) { recorded.append(keys.toString()); });
        QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
        QApplication::sendEvent(&field, &press);
        QCOMPARE(recorded, shortcut.isEmpty() ? QStringList() : QStringList{shortcut});
        QCOMPARE(field.shortcut(), QKeySequence(shortcut));
        QCOMPARE(field.text(), QKeySequence(shortcut).toString(QKeySequence::NativeText));
    }

    void takesAShortcutAway()
    {
        m_table->selectRow(0);
        QTest::mouseClick(&button("shortcuts.clear"), Qt::LeftButton);
        QCOMPARE(shortcut("file.save"), QString());
        QCOMPARE(kept("file.save"), QString());
        QVERIFY(!button("shortcuts.clear").isEnabled());
    }

    void resetsOne()
    {
        press(0, Qt::Key_F2, Qt::NoModifier);
        press(2, Qt::Key_F3, Qt::NoModifier);
        m_table->selectRow(0);
        QTest::mouseClick(&button("shortcuts.reset"), Qt::LeftButton);
        QCOMPARE(shortcut("file.save"), u"Ctrl+S"_s);
        QCOMPARE(kept("file.save"), u"nothing"_s);
        QCOMPARE(shortcut("view.fit"), u"F3"_s);
        QVERIFY(!button("shortcuts.reset").isEnabled());
        m_table->selectRow(2);
        QTest::mouseClick(&button("shortcuts.reset"), Qt::LeftButton); // to none
        QCOMPARE(shortcut("view.fit"), QString());
        QCOMPARE(kept("view.fit"), u"nothing"_s);
    }

    void resetOfOneAsksWhoHasItNow()
    {
        press(0, Qt::Key_F2, Qt::NoModifier);
        press(2, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(shortcut("view.fit"), u"Ctrl+S"_s);
        m_table->selectRow(0);
        QTest::mouseClick(&button("shortcuts.reset"), Qt::LeftButton);
        QCOMPARE(shortcut("file.save"), u"F2"_s);
        QCOMPARE(child<QLabel>(*m_editor, "shortcuts.conflict").text(), u"Ctrl+S belongs to “Zoom to fit”."_s);
    }

    void resetsAll()
    {
        press(0, Qt::Key_F2, Qt::NoModifier);
        press(2, Qt::Key_S, Qt::ControlModifier);
        QTest::mouseClick(&button("shortcuts.resetAll"), Qt::LeftButton);
        QCOMPARE(shortcut("file.save"), u"Ctrl+S"_s);
        QCOMPARE(shortcut("view.fit"), QString());
        QCOMPARE(m_settings->allKeys(), QStringList());
    }

    void leavesAloneWhatItCannotRead()
    {
        m_settings->setValue(u"shortcuts/file.save"_s, u"Ctrl+Teapot"_s);
        m_settings->setValue(u"shortcuts/no.such"_s, u"F9"_s);
        m_settings->setValue(u"shortcuts/edit.undo"_s, u"F8"_s);
        ShortcutEditor::restore(*m_actions, *m_settings);
        QCOMPARE(shortcut("file.save"), u"Ctrl+S"_s);
        QCOMPARE(shortcut("edit.undo"), u"F8"_s);
    }

    void speaksAnotherLanguageAtOnce()
    {
        const test::Brackets brackets;
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_editor->windowTitle(), u"[Keyboard shortcuts]"_s);
        QCOMPARE(button("shortcuts.resetAll").text(), u"[Reset all]"_s);
        QCOMPARE(m_table->model()->headerData(0, Qt::Horizontal).toString(), u"[Action]"_s);
    }
};

QTEST_MAIN(TestShortcutEditor)
#include "tst_shortcuteditor.moc"
