// SPDX-License-Identifier: GPL-3.0-or-later
// The folder view and the search across scenarios in the whole window: what is on the disk, what is found, where one gets to.
#include "designer/files/folderpanel.h"
#include "designer/files/searchpanel.h"
#include "designer/sheet/propertysheet.h"
#include "support/testfiles.h"
#include "support/windowstage.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace signalbox;
using namespace signalbox::designer;

namespace {

QByteArray scenarioText(const QByteArray &name)
{
    return "{\"objects\":[{\"oId\":1,\"oType\":101,\"oLeft\":8,\"oTop\":8,\"transfer\":2,\"name\":\"Begin\"},"
           "{\"oId\":2,\"oType\":144,\"oLeft\":108,\"oTop\":8,\"name\":\"" +
           name + "\",\"content\":{\"argType\":1,\"varType\":2,\"value\":\"{\\n  \\\"greeting\\\": \\\"ahoy\\\"\\n}\"}}],\"variables\":[]}";
}

} // namespace

class TestFolderView : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<test::WindowStage> m_at;

    QString root() const { return m_at->path(u"scenarios"_s); }
    QString put(const QString &name, const QByteArray &content) const
    {
        const QString path = root() + u'/' + name;
        QDir().mkpath(QFileInfo(path).absolutePath());
        return test::writeFile(path, content);
    }
    template <typename T>
    T &part(const char *name) const
    {
        return test::child<T>(*m_at->window, name);
    }
    void trigger(const char *id) const { m_at->trigger(id); }
    void openFolder()
    {
        m_at->dialogs.paths << root();
        trigger("file.openFolder");
    }
    QTreeView &tree() const { return part<QTreeView>("folder.tree"); }
    QTreeView &results() const { return part<QTreeView>("search.tree"); }
    QString nothing(const char *name) const { return part<QWidget>(name).isVisible() ? part<QWidget>(name).accessibleName() : QString(); }
    QStringList rows(const QModelIndex &parent = {}) const
    {
        QStringList texts;
        for (int row = 0; row < tree().model()->rowCount(parent); ++row)
            texts << tree().model()->index(row, 0, parent).data().toString();
        return texts;
    }
    void search(const QString &text)
    {
        trigger("edit.searchFolder");
        QVERIFY(part<QLineEdit>("search.query").hasFocus());
        part<QLineEdit>("search.query").setText(text);
        m_stage->scheduler.advance(1s); // typing has paused
    }
    void searched(int files)
    {
        const QString text = part<QLabel>("search.state").text();
        QTRY_VERIFY2(!part<QToolButton>("search.stop").isVisible(), qPrintable(text));
        QCOMPARE(results().model()->rowCount(), files);
    }
    QModelIndex hit(int file, int row) const { return results().model()->index(row, 0, results().model()->index(file, 0)); }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<test::WindowStage>(*m_stage);
        QVERIFY(QDir().mkpath(root()));
    }
    void cleanup() { m_at.reset(); }
    void cleanupTestCase() { m_stage.reset(); }

    void withoutAFolderItSaysHow()
    {
        trigger("view.folder");
        QVERIFY(nothing("folder.nothing").startsWith(u"No folder is open."_s));
        QVERIFY(!part<QLineEdit>("folder.filter").isVisible());
    }

    void scenarioFilesAreListed()
    {
        put(u"b.scr"_s, scenarioText("b"));
        put(u"a10.json"_s, scenarioText("a"));
        put(u"a9.json"_s, "{\"scriptdata\": {\"objects\": [,");
        put(u"package.json"_s, "{\"name\":\"no scenario\"}");
        put(u"notes.txt"_s, "text");
        put(u".hidden/x.scr"_s, scenarioText("x"));
        put(u"deep/er/c.scr"_s, scenarioText("c"));
        put(u"build/CMakeCache.txt"_s, "");
        put(u"node_modules/m.scr"_s, scenarioText("m"));
        openFolder();
        QTRY_COMPARE(rows(), QStringList({u"deep"_s, u"a9.json"_s, u"a10.json"_s, u"b.scr"_s}));
        QVERIFY(nothing("folder.nothing").isEmpty());
        QCOMPARE(m_at->settings.value(u"folder"_s).toString(), root());

        // Folders are read as they are opened.
        const QModelIndex deep = tree().model()->index(0, 0);
        QVERIFY(tree().model()->hasChildren(deep));
        QCOMPARE(rows(deep), QStringList());
        tree().setFocus();
        tree().setCurrentIndex(deep);
        QTest::keyClick(&tree(), Qt::Key_Return);
        QTRY_COMPARE(rows(deep), QStringList({u"er"_s}));
        QVERIFY(tree().isExpanded(deep));
        QTRY_VERIFY(tree().visualRect(tree().model()->index(0, 0, deep)).height() > 0);
        const QAbstractItemModelTester tester(tree().model()); // which reads all folders itself

        // Enter opens a file.
        tree().setCurrentIndex(tree().model()->index(3, 0));
        QTest::keyClick(&tree(), Qt::Key_Return);
        QVERIFY(m_at->workspace().current());
        QCOMPARE(m_at->workspace().current()->document().path(), root() + u"/b.scr"_s);
    }

    void theFilterLooksIntoFoldersThatWereNotOpened()
    {
        put(u"first.scr"_s, scenarioText("b"));
        put(u"one/two/wanted.scr"_s, scenarioText("c"));
        put(u"three/other.scr"_s, scenarioText("c"));
        openFolder();
        QTRY_COMPARE(rows().size(), 3);
        const QAbstractItemModelTester tester(tree().model());
        QLineEdit &filter = part<QLineEdit>("folder.filter");
        filter.setFocus();
        QTest::keyClicks(&filter, u"WANT"_s);
        QTRY_COMPARE(rows(), QStringList({u"one"_s}));
        const QModelIndex two = tree().model()->index(0, 0, tree().model()->index(0, 0));
        QTRY_COMPARE(rows(two), QStringList({u"wanted.scr"_s}));
        QTRY_VERIFY(tree().isExpanded(two));
        QTest::keyClick(&filter, Qt::Key_Return);
        QVERIFY(m_at->workspace().current());
        QCOMPARE(m_at->workspace().current()->document().path(), root() + u"/one/two/wanted.scr"_s);
        filter.setText(u"nowhere"_s);
        QTRY_VERIFY(nothing("folder.nothing").startsWith(u"Nothing fits “nowhere”."_s));
    }

    void changesOnDiskAreFollowed()
    {
        put(u"b.scr"_s, scenarioText("b"));
        put(u"d.scr"_s, scenarioText("b"));
        openFolder();
        QTRY_COMPARE(rows(), QStringList({u"b.scr"_s, u"d.scr"_s}));
        const QAbstractItemModelTester tester(tree().model());
        tree().setCurrentIndex(tree().model()->index(1, 0));
        put(u"c.scr"_s, scenarioText("c"));
        put(u"new/e.scr"_s, scenarioText("c"));
        QVERIFY(QFile::remove(root() + u"/b.scr"_s));
        const auto settled = [this](const QStringList &expected) {
            m_stage->scheduler.advance(1s);
            return rows() == expected;
        };
        QTRY_VERIFY(settled({u"new"_s, u"c.scr"_s, u"d.scr"_s}));
        QCOMPARE(tree().currentIndex().data().toString(), u"d.scr"_s); // what is selected stays so
    }

    void aFolderThatCannotBeReadSaysSo()
    {
        openFolder();
        QTRY_VERIFY(nothing("folder.nothing").startsWith(u"No scenarios in this folder."_s));
        QVERIFY(QDir(root()).removeRecursively());
        m_at->shut();
        m_at->open(); // it is remembered
        trigger("view.folder");
        QTRY_VERIFY2(nothing("folder.nothing").startsWith(u"The folder cannot be read."_s), qPrintable(nothing("folder.nothing")));
        QVERIFY(nothing("folder.nothing").contains(u"is not there any more"_s));
    }

    void theMenuMakesANewScenarioThere()
    {
        put(u"b.scr"_s, scenarioText("b"));
        openFolder();
        QTRY_COMPARE(rows().size(), 1);
        Q_EMIT tree().customContextMenuRequested(tree().visualRect(tree().model()->index(0, 0)).center());
        QMenu &menu = part<QMenu>("folder.menu");
        m_at->dialogs.paths << root() + u"/fresh.scr"_s;
        menu.findChild<QAction *>(u"folder.menu.new"_s)->trigger();
        m_at->settle();
        QVERIFY(QFile::exists(root() + u"/fresh.scr"_s));
        QCOMPARE(m_at->workspace().current()->document().path(), root() + u"/fresh.scr"_s);
        menu.findChild<QAction *>(u"folder.menu.copy"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), root() + u"/b.scr"_s);
        menu.close();
    }

    void aNewScenarioThatCannotBeWrittenLeavesNothing()
    {
        put(u"b.scr"_s, scenarioText("b"));
        openFolder();
        QTRY_COMPARE(rows().size(), 1);
        Q_EMIT tree().customContextMenuRequested(tree().visualRect(tree().model()->index(0, 0)).center());
        m_at->dialogs.paths << root() + u"/b.scr/fresh.scr"_s; // b.scr is no folder
        part<QMenu>("folder.menu").findChild<QAction *>(u"folder.menu.new"_s)->trigger();
        QTRY_VERIFY2(m_at->dialogs.asked.last().contains(u"fresh.scr"_s), qPrintable(m_at->dialogs.asked.join(u'\n')));
        QVERIFY(m_at->workspace().pages().isEmpty());
        part<QMenu>("folder.menu").close();
    }

    void searchFindsAcrossFilesAndGoesThere()
    {
        put(u"a.scr"_s, scenarioText("Greet them"));
        put(u"sub/b.json"_s, scenarioText("Greet others"));
        put(u"broken.json"_s, "{\"objects\": [\n  oops");
        openFolder();
        const QAbstractItemModelTester tester(results().model());
        search(u"greet"_s);
        searched(3);
        QStringList titles = test::column(results());
        titles.sort();
        QCOMPARE(titles, QStringList({u"a.scr"_s, u"b.json"_s, u"broken.json"_s}));
        QCOMPARE(part<QLabel>("search.state").text(), u"4 hits · 2 scenarios searched"_s);
        const auto fileRow = static_cast<int>(test::column(results()).indexOf(u"a.scr"_s));
        const auto brokenRow = static_cast<int>(test::column(results()).indexOf(u"broken.json"_s));
        QVERIFY2(hit(brokenRow, 0).data().toString().startsWith(u"Line 2, column 3:"_s), qPrintable(hit(brokenRow, 0).data().toString()));
        const QModelIndex content = hit(fileRow, 1);
        QCOMPARE(content.data().toString(), u"\"greeting\": \"ahoy\""_s);
        QVERIFY2(content.data(Qt::AccessibleTextRole).toString().startsWith(u"Greet them · "_s),
                 qPrintable(content.data(Qt::AccessibleTextRole).toString()));

        results().setFocus();
        results().setCurrentIndex(content);
        QTest::keyClick(&results(), Qt::Key_Return);
        QCOMPARE(m_at->workspace().current()->document().path(), root() + u"/a.scr"_s);
        QCOMPARE(m_at->workspace().current()->canvas().canvas().selectedIds(), QList<qint64>{2});
        QCOMPARE(m_at->window->sheet().currentProperty(), u"content"_s);
    }

    void openScenariosAreSearchedAsTheyAreEdited()
    {
        const QString path = put(u"a.scr"_s, scenarioText("Before"));
        openFolder();
        m_at->workspace().open({path});
        m_at->workspace().current()->document().session().setProperty({2}, u"name"_s, core::Json(u"Afterwards"_s));
        m_at->workspace().newDocument(); // never saved
        m_at->workspace().current()->document().session().setProperty({1}, u"name"_s, core::Json(u"Afterwards too"_s));
        search(u"before"_s);
        searched(0);
        QVERIFY(nothing("search.nothing").startsWith(u"Nothing found."_s));
        search(u"afterwards"_s);
        searched(2);
        QCOMPARE(hit(0, 0).data().toString(), u"Afterwards"_s);
        QTest::mouseClick(results().viewport(), Qt::LeftButton, {}, results().visualRect(hit(0, 0)).center());
        QCOMPARE(m_at->workspace().current()->document().path(), path);
        QTest::mouseClick(results().viewport(), Qt::LeftButton, {}, results().visualRect(hit(1, 0)).center());
        QVERIFY(m_at->workspace().current()->document().path().isEmpty());
    }

    void togglesAndBadPatterns()
    {
        put(u"a.scr"_s, scenarioText("Greet them"));
        openFolder();
        search(u"gr..t"_s);
        searched(0);
        part<QToolButton>("search.regex").click();
        searched(1);
        QCOMPARE(results().model()->rowCount(results().model()->index(0, 0)), 2);
        part<QToolButton>("search.case").click();
        searched(1);
        QCOMPARE(results().model()->rowCount(results().model()->index(0, 0)), 1);
        search(u"gr(t"_s);
        searched(0);
        QVERIFY2(nothing("search.nothing").contains(u"The regular expression is wrong at character 5"_s),
                 qPrintable(nothing("search.nothing")));
    }

    void thousandsOfHitsAreCut()
    {
        QByteArray objects;
        for (int i = 1; i <= 600; ++i)
            objects += (i > 1 ? "," : "") + ("{\"oId\":" + QByteArray::number(i)) + ",\"oType\":101,\"name\":\"same same\"}";
        put(u"a.scr"_s, "{\"objects\":[" + objects + "],\"variables\":[]}");
        put(u"b.scr"_s, scenarioText("same"));
        openFolder();
        search(u"same"_s);
        searched(1);
        QCOMPARE(part<QLabel>("search.state").text(), u"the first 1000 hits · 1 scenario searched"_s);
    }

    void aSearchCanBeStopped()
    {
        for (int i = 0; i < 200; ++i)
            put(u"%1.scr"_s.arg(i), scenarioText("Greet them"));
        openFolder();
        search(u"greet"_s);
        QVERIFY(part<QToolButton>("search.stop").isVisible());
        part<QToolButton>("search.stop").click();
        QVERIFY(!part<QToolButton>("search.stop").isVisible());
        const int rows = results().model()->rowCount();
        QVERIFY(nothing("search.nothing").startsWith(u"The search was stopped."_s) || rows > 0);
        QVERIFY(rows < 200);
        search(u"them"_s); // and the next one is whole
        searched(200);
    }

    void anotherLanguage()
    {
        put(u"a.scr"_s, scenarioText("Greet them"));
        openFolder();
        search(u"nowhere at all"_s);
        searched(0);
        const test::Brackets brackets;
        QTRY_VERIFY(nothing("search.nothing").startsWith(u"[Nothing found.]"_s));
        QCOMPARE(part<QLineEdit>("folder.filter").placeholderText(), u"[Filter…]"_s);
    }
};

QTEST_MAIN(TestFolderView)
#include "tst_folderview.moc"
