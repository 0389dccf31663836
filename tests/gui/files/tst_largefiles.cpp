// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are read and written off the interface thread: what is there meanwhile, what is edited, cancelled, closed and broken
// meanwhile.
#include "core/filestore.h"
#include "designer/files/outputs.h"
#include "designer/files/taskstrip.h"
#include "support/windowstage.h"

#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestLargeFiles : public QObject
{
    Q_OBJECT

private:
    static constexpr int many = 400;

    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<test::WindowStage> m_at;

    Workspace &workspace() const { return m_at->workspace(); }
    TaskStrip &strip() const { return workspace().tasks(); }
    ScenarioDocument &document() const { return m_at->page().document(); }
    QString said() const { return m_at->window->statusBar()->currentMessage(); }
    static QByteArray contentOf(const QString &path) { return core::readFile(path, 10000000).value_or(QByteArray()); }

    /// So large that it is not read at once.
    QString large(const QString &name = u"large.scr"_s, const QByteArray &end = "]}")
    {
        QByteArray text = "{\"objects\":[";
        for (int i = 1; i <= many; ++i)
            text += (i == 1 ? "" : ",") + QByteArray("{\"oId\":") + QByteArray::number(i) + ",\"oType\":" + (i == 1 ? "101" : "102") +
                    ",\"oLeft\":" + QByteArray::number(i % 20 * 100) + ",\"oTop\":" + QByteArray::number(i / 20 * 50) + ",\"info\":\"" +
                    QByteArray(600, 'i') + "\"}";
        const QString path = m_at->path(name);
        if (!core::writeFile(path, text + end))
            qFatal("the file was not written");
        return path;
    }
    void rename(const QString &name) const { document().session().setProperty({2}, u"name"_s, core::Json(name)); }
    void save() const { m_at->window->actions().find(u"file.save"_s)->trigger(); }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<test::WindowStage>(*m_stage);
    }
    void cleanup()
    {
        if (!m_at)
            return;
        m_at->settle();
        m_at.reset();
    }
    void cleanupTestCase() { m_stage.reset(); }

    void aLargeFileOpensLater()
    {
        const QString path = large();
        int told = 0;
        const auto tell = [&told, this](DocumentPage *page) {
            told += page && page == workspace().current() ? 1 : 0;
        };
        workspace().open({path}, tell);
        workspace().open({path}, tell); // twice, meanwhile
        QVERIFY(!workspace().current());
        QVERIFY(!strip().isIdle() && !strip().isVisible());
        m_stage->scheduler.advance(std::chrono::seconds(1)); // it takes a while
        QVERIFY(strip().isVisible());
        QCOMPARE(test::child<QLabel>(strip(), "tasks.text").text(), u"Opening “large.scr”…"_s);
        QCOMPARE(test::child<QProgressBar>(strip(), "tasks.bar").maximum(), 0); // nobody knows how long
        m_at->settle();
        QCOMPARE(workspace().pages().size(), 1);
        QCOMPARE(told, 2);
        QCOMPARE(m_at->page().canvas().canvas().cards().size(), many);
        QVERIFY(document().isClean() && document().path() == path);
        QVERIFY(!strip().isVisible());
        workspace().open({path}, tell);
        QCOMPARE(told, 3);
        QCOMPARE(workspace().pages().size(), 1);
    }

    void tabsComeInTheOrderThatWasAskedFor()
    {
        const QString small = m_at->path(u"small.scr"_s);
        QVERIFY(core::writeFile(small, R"({"objects":[]})"));
        m_at->open({large(u"a.scr"_s), small, large(u"b.scr"_s)});
        const QList<DocumentPage *> pages = workspace().pages();
        QCOMPARE(pages.size(), 3);
        QCOMPARE(pages[0]->document().title(), u"a.scr"_s);
        QCOMPARE(pages[1]->document().title(), u"small.scr"_s);
        QCOMPARE(pages[2]->document().title(), u"b.scr"_s);
    }

    void openingIsCancelled()
    {
        workspace().open({large()}, [](DocumentPage *) { QFAIL("it was cancelled"); });
        m_stage->scheduler.advance(std::chrono::seconds(1));
        QTest::mouseClick(&test::child<QToolButton>(strip(), "tasks.cancel"), Qt::LeftButton);
        QVERIFY(strip().isIdle());
        QCOMPARE(said(), u"“large.scr” was not opened: cancelled"_s);
        m_at->open({large(u"other.scr"_s)}); // the same thread has come by the first one then
        QCOMPARE(workspace().pages().size(), 1);
        QCOMPARE(document().title(), u"other.scr"_s);
    }

    void theWindowClosesMeanwhile()
    {
        workspace().open({large()});
        QVERIFY(m_at->window->close());
        m_at.reset();
    }

    void aBrokenLargeFileIsReported()
    {
        const QString path = large(u"broken.scr"_s, "]");
        const QByteArray before = contentOf(path);
        bool isTold = false;
        workspace().open({path}, [&isTold](DocumentPage *page) { isTold = !page; });
        m_at->settle();
        QVERIFY(isTold && !workspace().current());
        QCOMPARE(m_at->dialogs.asked.size(), 1);
        QVERIFY2(m_at->dialogs.asked.first().contains(u"broken.scr"_s) && m_at->dialogs.asked.first().contains(u"Line 1"_s),
                 qPrintable(m_at->dialogs.asked.first()));
        QCOMPARE(contentOf(path), before);
    }

    void editsMeanwhileAreNotSaved()
    {
        const QString path = large();
        m_at->open({path});
        rename(u"First"_s);
        const QByteArray first = document().session().scenario().toText();
        save();
        QVERIFY(document().isSaving() && !document().isClean());
        rename(u"Second"_s);
        m_at->settle();
        QCOMPARE(contentOf(path), first);
        QVERIFY(!document().isClean());
        document().session().undoStack().undo();
        QVERIFY(document().isClean());
        document().session().undoStack().redo();
        m_at->trigger("file.save");
        QVERIFY(document().isClean());
        QCOMPARE(contentOf(path), document().session().scenario().toText());
    }

    void theLastOfTwoSavesStands()
    {
        const QString path = large();
        m_at->open({path});
        rename(u"First"_s);
        save();
        rename(u"Second"_s);
        save();
        m_at->settle();
        QVERIFY(document().isClean());
        QCOMPARE(contentOf(path), document().session().scenario().toText());
        QVERIFY(m_at->dialogs.asked.isEmpty()); // the first one is no change from outside
    }

    void savingGoesToTheNameThatIsJustBeingWritten()
    {
        const QString path = large();
        const QByteArray before = contentOf(path);
        m_at->open({path});
        const QString copy = m_at->path(u"copy.scr"_s);
        m_at->dialogs.paths = {copy};
        m_at->window->actions().find(u"file.saveAs"_s)->trigger();
        rename(u"Edited"_s);
        save();
        m_at->settle();
        QCOMPARE(m_at->dialogs.asked.size(), 1); // for the name
        QVERIFY(document().isClean() && document().path() == copy);
        QCOMPARE(contentOf(copy), document().session().scenario().toText());
        QCOMPARE(contentOf(path), before);
    }

    void whatIsTakenWhileItIsBeingSavedIsNotSaved()
    {
        const QString path = large();
        m_at->open({path});
        rename(u"Mine"_s);
        bool isTaken = false;
        document().reload([&isTaken](const core::Result<void> &taken) { isTaken = taken.has_value(); });
        save();
        QTRY_VERIFY(isTaken);
        m_at->settle();
        QVERIFY(!document().isClean()); // the file holds "Mine", the window what was there before
        document().session().undoStack().undo();
        QVERIFY(document().isClean());
        QCOMPARE(contentOf(path), document().session().scenario().toText());
    }

    void closingWaitsForSaving()
    {
        const QString path = large();
        m_at->open({path});
        rename(u"Kept"_s);
        const QByteArray text = document().session().scenario().toText();
        save();
        m_at->window->actions().find(u"file.close"_s)->trigger();
        QCOMPARE(workspace().pages().size(), 1); // it is not said yet that it is saved
        QTRY_VERIFY(workspace().pages().isEmpty());
        QVERIFY(m_at->dialogs.asked.isEmpty());
        QCOMPARE(contentOf(path), text);
    }

    void closingTwiceMeanwhileAsksOnce()
    {
        m_at->open({large()});
        rename(u"Saved"_s);
        save();
        rename(u"Thrown away"_s);
        for (int i = 0; i < 2; ++i)
            m_at->window->actions().find(u"file.close"_s)->trigger();
        m_at->dialogs.buttons = {1};
        QTRY_VERIFY(workspace().pages().isEmpty());
        QCOMPARE(m_at->dialogs.asked.size(), 1);
    }

    void whatIsBeingSavedIsSavedThoughTheWindowGoes()
    {
        const QString path = large();
        m_at->open({path});
        rename(u"Kept"_s);
        const QByteArray text = document().session().scenario().toText();
        save();
        m_at->shut();
        QCOMPARE(contentOf(path), text);
        m_at.reset();
    }

    void whatCannotBeWrittenStaysEdited()
    {
        const QString path = large();
        m_at->open({path});
        rename(u"Mine"_s);
        QVERIFY(QFile::remove(path) && QDir().mkpath(path + u"/in the way"_s)); // a folder: root, too, cannot write there
        m_at->dialogs.buttons = {1};
        m_at->trigger("file.save");
        QVERIFY2(m_at->dialogs.asked.last().contains(u"cannot be saved"_s), qPrintable(m_at->dialogs.asked.last()));
        QVERIFY(!document().isClean() && !document().isSaving());
        m_at->dialogs.paths = {m_at->path(u"elsewhere.scr"_s)};
        m_at->trigger("file.saveAs");
        QVERIFY(document().isClean());
        QCOMPARE(document().title(), u"elsewhere.scr"_s);
    }

    void anExportIsCancelled()
    {
        m_at->open({large()});
        const QString path = m_at->path(u"picture.png"_s);
        m_at->dialogs.paths = {path};
        m_at->window->actions().find(u"file.export"_s)->trigger();
        m_stage->scheduler.advance(std::chrono::seconds(1));
        QCOMPARE(test::child<QLabel>(strip(), "tasks.text").text(), u"Exporting “picture.png”…"_s);
        strip().cancel();
        QCOMPARE(said(), u"“picture.png” was not exported: cancelled"_s);
        m_at->dialogs.paths = {m_at->path(u"picture.dot"_s)};
        m_at->trigger("file.export"); // by the same thread
        QVERIFY(QFileInfo::exists(m_at->path(u"picture.dot"_s)));
        QVERIFY(!QFileInfo::exists(path));
    }

    void quittingAsksAboutAnExport_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("button");
        QTest::addColumn<bool>("isMade");
        QTest::addColumn<bool>("ends");
        QTest::newRow("wait") << u"picture.dot"_s << 0 << true << true;
        QTest::newRow("cancel it") << u"picture.png"_s << 1 << false << true;
        QTest::newRow("stay") << u"picture.dot"_s << 2 << true << false;
    }
    void quittingAsksAboutAnExport()
    {
        QFETCH(const QString, name);
        QFETCH(const int, button);
        QFETCH(const bool, isMade);
        QFETCH(const bool, ends);
        m_at->open({large()});
        const QString path = m_at->path(name);
        m_at->dialogs.paths = {path};
        m_at->window->actions().find(u"file.export"_s)->trigger();
        m_at->dialogs.buttons = {button};
        m_at->window->close();
        QCOMPARE(m_at->dialogs.asked.last(), u"Quit before this is done?: It is still being made: "_s + name);
        QCOMPARE(m_at->window->isVisible(), button != 1);
        if (button == 1)
            m_at->shut(); // as the program does then
        else
            QTRY_VERIFY(QFileInfo::exists(path) && workspace().outputs().isIdle());
        QCOMPARE(QFileInfo::exists(path), isMade);
        if (m_at->window)
            QCOMPARE(!m_at->window->isVisible(), ends);
        if (!m_at->window)
            m_at.reset();
    }
    void aFailedExportKeepsTheWindow()
    {
        m_at->open({large()});
        m_at->dialogs.paths = {m_at->path(u"nowhere/picture.dot"_s)};
        m_at->window->actions().find(u"file.export"_s)->trigger();
        m_at->dialogs.buttons = {0};
        m_at->window->close();
        QTRY_VERIFY(workspace().outputs().isIdle());
        QVERIFY(m_at->window->isVisible());
        QVERIFY2(said().contains(u"nowhere"_s), qPrintable(said()));
    }
    void anExportIsOfWhatWasThere()
    {
        m_at->open({large()});
        rename(u"Before"_s);
        const QString path = m_at->path(u"picture.mmd"_s);
        m_at->dialogs.paths = {path};
        m_at->window->actions().find(u"file.export"_s)->trigger();
        rename(u"After"_s);
        m_at->settle();
        QVERIFY(contentOf(path).contains("Before") && !contentOf(path).contains("After"));
        QCOMPARE(said(), u"Exported to “picture.mmd”"_s);
    }
};

QTEST_MAIN(TestLargeFiles)
#include "tst_largefiles.moc"
