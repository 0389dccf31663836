// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/actions.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using signalbox::designer::Actions;

class TestActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keepsOrderAndIds()
    {
        Actions actions;
        int triggered = 0;
        QAction *const undo = actions.add(
            u"edit.undo"_s, [] { return u"&Undo"_s; }, QKeySequence(u"Ctrl+Z"_s), [&] { ++triggered; });
        QAction *const save = actions.add(
            u"file.save"_s, [] { return u"Save && close"_s; }, {}, [] {});
        QCOMPARE(actions.all(), (QList<QAction *>{undo, save}));
        QCOMPARE(actions.find(u"edit.undo"_s), undo);
        QVERIFY(actions.find(u"edit.redo"_s) == nullptr);
        QCOMPARE(Actions::idOf(save), u"file.save"_s);
        QCOMPARE(Actions::titleOf(undo), u"Undo"_s);
        QCOMPARE(Actions::titleOf(save), u"Save & close"_s);
        undo->trigger();
        QCOMPARE(triggered, 1);
    }

    void findsWhoHasAShortcut_data()
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<bool>("isConflict");
        QTest::newRow("the same") << u"Ctrl+S"_s << u"Ctrl+S"_s << true;
        QTest::newRow("another") << u"Ctrl+S"_s << u"Ctrl+Shift+S"_s << false;
        QTest::newRow("the beginning of a longer one") << u"Ctrl+K, Ctrl+S"_s << u"Ctrl+K"_s << true;
        QTest::newRow("longer than one") << u"Ctrl+K"_s << u"Ctrl+K, Ctrl+S"_s << true;
        QTest::newRow("the end of a longer one") << u"Ctrl+K, Ctrl+S"_s << u"Ctrl+S"_s << false;
        QTest::newRow("none wanted") << u"Ctrl+S"_s << QString() << false;
        QTest::newRow("none there") << QString() << u"Ctrl+S"_s << false;
    }
    void findsWhoHasAShortcut()
    {
        QFETCH(const QString, theirs);
        QFETCH(const QString, wanted);
        QFETCH(const bool, isConflict);
        Actions actions;
        actions.add(
            u"one"_s, [] { return u"One"_s; }, QKeySequence(wanted), [] {});
        QAction *const other = actions.add(
            u"other"_s, [] { return u"Other"_s; }, QKeySequence(theirs), [] {});
        QCOMPARE(actions.conflict(u"one"_s, QKeySequence(wanted)), isConflict ? other : nullptr);
    }

    void tellsWhichShortcutChanged()
    {
        Actions actions;
        QAction *const action = actions.add(
            u"one"_s, [] { return u"One"_s; }, QKeySequence(u"F5"_s), [] {});
        const QSignalSpy spy(&actions, &Actions::shortcutChanged);
        actions.setShortcut(u"one"_s, QKeySequence(u"F5"_s));
        actions.setShortcut(u"nobody"_s, QKeySequence(u"F6"_s));
        QCOMPARE(spy.size(), 0);
        actions.setShortcut(u"one"_s, QKeySequence(u"F6"_s));
        QCOMPARE(spy, (QList<QVariantList>{{u"one"_s}}));
        QCOMPARE(action->shortcut(), QKeySequence(u"F6"_s));
        QCOMPARE(actions.defaultShortcut(u"one"_s), QKeySequence(u"F5"_s));
    }

    void asksForTextsAnew()
    {
        Actions actions;
        QString language = u"en"_s;
        QAction *const action = actions.add(
            u"one"_s, [&] { return u"One, "_s + language; }, {}, [] {});
        QCOMPARE(action->text(), u"One, en"_s);
        language = u"ru"_s;
        actions.retranslate();
        QCOMPARE(action->text(), u"One, ru"_s);
    }
};

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
