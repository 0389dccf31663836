// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window: files, panels, actions, language and look, as a person meets them.
#include "core/filestore.h"
#include "designer/panels/commandpalette.h"
#include "designer/panels/componentpalette.h"
#include "designer/panels/documentpanels.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/welcomepage.h"
#include "support/windowstage.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<test::WindowStage> m_at;

    Workspace &workspace() const { return m_at->workspace(); }
    DocumentPage &page() const { return m_at->page(); }
    void trigger(const char *id) const { m_at->trigger(id); }
    QString copyOfHello(const QString &name = u"hello.json"_s)
    {
        const QString path = m_at->path(name);
        QFile::remove(path);
        QFile::copy(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json"), path);
        return path;
    }
    static QByteArray contentOf(const QString &path) { return core::readFile(path, 1'000'000).value_or(QByteArray()); }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<test::WindowStage>(*m_stage);
    }
    void cleanup() { m_at.reset(); }
    void cleanupTestCase() { m_stage.reset(); }

    void theWelcomePageLeadsOn()
    {
        QVERIFY(!workspace().current());
        QVERIFY(workspace().welcome().isVisible());
        // Its title is larger than its texts, by the tokens.
        const auto labels = workspace().welcome().findChildren<QLabel *>();
        const auto title = std::find_if(labels.begin(), labels.end(), [](QLabel *label) { return label->property("display").toBool(); });
        QVERIFY(title != labels.end());
        (*title)->ensurePolished();
        QCOMPARE((*title)->font().pixelSize(), qRound(m_stage->appearance.theme().sizes().display));
        auto *const create = workspace().welcome().findChild<QPushButton *>(u"welcome.new"_s);
        QTest::mouseClick(create, Qt::LeftButton);
        QVERIFY(workspace().current());
        QCOMPARE(page().canvas().canvas().cards().size(), 1);
        QVERIFY(page().document().isClean());
        QVERIFY(!m_at->window->actions().find(u"edit.undo"_s)->isEnabled());
    }

    void problemsOfTheFileLeadSomewhere()
    {
        const QString path = m_at->path(u"faulty.scr"_s);
        QVERIFY(core::writeFile(path, R"({"objects":[{"oId":1,"oType":101,"oLeft":16,"oTop":16,"name":"Begin"},
{"oId":2,"oType":102,"oLeft":90,"oTop":16,"name":"End"}],"variables":[{"name":"a","type":2},{"name":"spare","type":1}]})"));
        m_at->open({path});
        QTRY_VERIFY(workspace().current());
        auto &panel = test::child<ProblemsPanel>(*m_at->window, "problems.panel");
        Q_EMIT panel.filePlaceRequested({core::Severity::Warning, u"variable.unused"_s, u"unused"_s, {}, {}, u"/variables/1"_s, 2, 9});
        auto &table = test::child<QTableView>(*m_at->window, "variables.table");
        QCOMPARE(table.currentIndex().siblingAtColumn(0).data().toString(), u"spare"_s);
        QVERIFY(table.isVisible());
        Q_EMIT panel.filePlaceRequested({core::Severity::Error, u"json"_s, u"Something is wrong."_s, {}, {}, u"/objects/1/oId"_s, 2, 3});
        QCOMPARE(m_at->window->statusBar()->currentMessage(), u"Something is wrong. In the file: /objects/1/oId, line 2, column 3"_s);
    }

    void findsOnTheCanvasAndListsTheHistory()
    {
        m_at->open({copyOfHello()});
        QTRY_VERIFY(workspace().current());
        trigger("edit.find");
        auto &query = test::child<QLineEdit>(page().canvas(), "find.query");
        QVERIFY(query.hasFocus());
        QTest::keyClicks(&query, page().canvas().canvas().card(2)->card().name);
        trigger("edit.findNext"); // does not wait for the pause
        QTRY_COMPARE(page().canvas().canvas().selectedIds(), QList<qint64>{2});
        QTest::keyClick(&query, Qt::Key_Escape);
        QVERIFY(page().canvas().hasFocus());

        auto &list = test::child<QListView>(*m_at->window, "history.list");
        page().document().session().setProperty({2}, u"name"_s, core::Json(u"Other"_s));
        QCOMPARE(list.model()->rowCount(), 2);
        QVERIFY(list.model()->index(0, 0).data().toString().endsWith(u"saved"));
        trigger("file.save");
        QVERIFY(list.model()->index(1, 0).data().toString().endsWith(u"saved"));
        workspace().newDocument();
        QCOMPARE(list.model()->rowCount(), 1);
        QVERIFY(!list.model()->index(0, 0).data().toString().endsWith(u"saved"));
    }

    void aFoundPropertyGetsTheCursor()
    {
        m_at->open({copyOfHello()});
        QTRY_VERIFY(workspace().current());
        page().document().session().setProperty({2}, u"eventName"_s, core::Json(u"zebra"_s));
        page().document().session().setProperty({2}, u"info"_s, core::Json(u"zebra too"_s));
        trigger("edit.find");
        auto &query = test::child<QLineEdit>(page().canvas(), "find.query");
        QTest::keyClicks(&query, u"zebra"_s);
        QTest::keyClick(&query, Qt::Key_Return);
        QTRY_COMPARE(page().canvas().canvas().selectedIds(), QList<qint64>{2});
        QVERIFY(query.hasFocus()); // typing goes on
        QTest::keyClick(&query, Qt::Key_Escape);
        QCOMPARE(m_at->window->sheet().currentProperty(), u"eventName"_s);
        m_at->dialogs.buttons = {1};
        trigger("file.close");
    }

    void everyExampleOpens()
    {
        const QStringList examples = QDir(u":/examples"_s).entryList({u"*.json"_s});
        QVERIFY(examples.size() >= 5);
        for (const QString &example : examples)
            workspace().openExample(u":/examples/"_s + example, example);
        QCOMPARE(workspace().pages().size(), examples.size());
    }

    void editSaveAndOpenAgain()
    {
        const QString path = copyOfHello();
        m_at->open({path});
        QCOMPARE(page().document().path(), path);
        page().canvas().goTo(2);
        page().canvas().edits().add(102);
        QVERIFY(!page().document().isClean());
        QVERIFY(m_at->window->isWindowModified());
        trigger("file.save");
        QVERIFY(page().document().isClean());
        QCOMPARE(contentOf(path), page().document().session().scenario().toText());
        trigger("edit.undo");
        QVERIFY(!page().document().isClean());
        trigger("edit.redo");
        QVERIFY(page().document().isClean());
        m_at->open({path}); // is open already
        QCOMPARE(workspace().pages().size(), 1);
        QVERIFY(m_at->settings.value(u"recentFiles"_s).toStringList().contains(path));
    }

    void closingAsksAboutEdits_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<bool>("isClosed");
        QTest::addColumn<bool>("isSaved");
        QTest::newRow("save") << 0 << true << true;
        QTest::newRow("do not save") << 1 << true << false;
        QTest::newRow("cancel") << 2 << false << false;
    }
    void closingAsksAboutEdits()
    {
        QFETCH(const int, button);
        QFETCH(const bool, isClosed);
        QFETCH(const bool, isSaved);
        const QString path = copyOfHello();
        const QByteArray before = contentOf(path);
        m_at->open({path});
        page().canvas().edits().add(102);
        m_at->dialogs.buttons = {button};
        trigger("file.close");
        QCOMPARE(workspace().pages().isEmpty(), isClosed);
        QCOMPARE(contentOf(path) != before, isSaved);
        QCOMPARE(m_at->dialogs.asked.size(), 1);
    }

    void brokenFilesAreReportedAndLeftAlone()
    {
        const QString path = m_at->path(u"broken.json"_s);
        QVERIFY(core::writeFile(path, "{\"objects\": [\n  {\"oId\": 1,]}"));
        m_at->open({path, m_at->path(u"missing.json"_s)});
        QVERIFY(!workspace().current());
        QCOMPARE(m_at->dialogs.asked.size(), 2);
        QVERIFY2(m_at->dialogs.asked.first().contains(u"Line 2"), qPrintable(m_at->dialogs.asked.first()));
        QCOMPARE(contentOf(path), QByteArray("{\"objects\": [\n  {\"oId\": 1,]}"));
    }

    void aChangeOutsideIsNotOverwrittenUnasked()
    {
        const QString path = copyOfHello();
        m_at->open({path});
        page().canvas().edits().add(102);
        QByteArray other = contentOf(path);
        other.replace("Say hello", "Say good day");
        {
            const QSignalBlocker quiet(&page().document()); // as if the notification came late
            QVERIFY(core::writeFile(path, other));
            m_at->dialogs.buttons = {2};
            trigger("file.save");
        }
        QCOMPARE(contentOf(path), other);
        m_at->dialogs.buttons = {1};
        trigger("file.save");
        QCOMPARE(contentOf(path), page().document().session().scenario().toText());
    }

    void copyAndPasteGoThroughText()
    {
        m_at->open({copyOfHello()});
        const qsizetype count = page().canvas().canvas().cards().size();
        page().canvas().canvas().select({1, 2});
        trigger("edit.copy");
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\"oType\": 144"));
        trigger("edit.paste");
        QCOMPARE(page().canvas().canvas().cards().size(), count + 2);
        QCOMPARE(page().canvas().canvas().selectedIds().size(), 2);
        trigger("edit.undo");
        QCOMPARE(page().canvas().canvas().cards().size(), count);
        trigger("canvas.addNote");
        page().canvas().setFocus();
        QCOMPARE(page().canvas().canvas().selectedIds().size(), 0);
        trigger("edit.duplicate"); // of a note alone
        QCOMPARE(page().canvas().canvas().notes().items().size(), 2);
        QGuiApplication::clipboard()->setText(u"no scenario"_s);
        trigger("edit.paste");
        QCOMPARE(page().canvas().canvas().cards().size(), count);
        QVERIFY(!m_at->window->statusBar()->currentMessage().isEmpty());
    }

    void everyActionHasATextAndAPlace()
    {
        workspace().newDocument();
        QSet<QString> shortcuts;
        const QList<QAction *> all = m_at->window->actions().all();
        for (const QAction *action : all) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(Actions::idOf(action)));
            if (action->shortcut().isEmpty())
                continue;
            const QString shortcut = action->shortcut().toString();
            QVERIFY2(!shortcuts.contains(shortcut), qPrintable(shortcut));
            shortcuts.insert(shortcut);
        }
        trigger("view.palette");
        const auto *const palette = m_at->window->findChild<CommandPalette *>();
        QVERIFY(palette && palette->isVisible());
    }

    void theLanguageChangesWhileItRuns()
    {
        m_at->open({copyOfHello()});
        const QString english = m_at->window->actions().find(u"file.save"_s)->text();
        page().document().session().moveObjects({{2, {800, 800}}});
        const auto &history = test::child<QListView>(*m_at->window, "history.list");
        QCOMPARE(m_at->window->actions().find(u"edit.undo"_s)->text(), u"Undo: Move"_s);
        QCOMPARE(test::column(history).last(), u"Move"_s);
        trigger("view.russian");
        QCoreApplication::sendPostedEvents();
        const QString undo = m_at->window->actions().find(u"edit.undo"_s)->text();
        QVERIFY2(!undo.contains(u"Move") && undo.contains(u':'), qPrintable(undo));
        QVERIFY(undo.endsWith(test::column(history).last()));
        page().document().session().undoStack().undo();
        QVERIFY(m_at->window->actions().find(u"file.save"_s)->text() != english);
        QCOMPARE(m_at->settings.value(u"language"_s).toString(), u"ru"_s);
        trigger("view.english");
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_at->window->actions().find(u"file.save"_s)->text(), english);
    }

    void lightAndDark()
    {
        m_at->open({copyOfHello()});
        trigger("view.dark");
        QCOMPARE(m_stage->appearance.theme().kind(), drawing::Theme::Kind::Dark);
        const QImage dark = page().canvas().grab().toImage();
        trigger("view.light");
        const QImage light = page().canvas().grab().toImage();
        QVERIFY(qGray(light.pixel(5, 5)) > 200 && qGray(dark.pixel(5, 5)) < 60);
    }

    void aCrashLosesNothing()
    {
        const QString path = copyOfHello();
        m_at->open({path});
        page().canvas().edits().add(102);
        const QByteArray edited = page().document().session().scenario().toText();
        m_stage->scheduler.advance(std::chrono::seconds(3));
        const QDir autosaved(m_at->path(u"autosave"_s));
        QTRY_COMPARE(autosaved.entryList({u"*.json"_s}).size(), 1);
        const QStringList kept = autosaved.entryList({u"*.json"_s});
        // A crash: the files stay, the lock goes.
        const QString saved = m_at->path(u"autosave/"_s + kept.first());
        const QByteArray content = contentOf(saved);
        m_at->dialogs.buttons = {1};
        trigger("file.close");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!QFileInfo::exists(saved));
        m_at->shut();
        QVERIFY(core::writeFile(m_at->path(u"autosave/gone-1.json"_s), content));
        m_at->open();
        m_at->dialogs.buttons = {0};
        m_at->window->offerLeftovers();
        QVERIFY(m_at->dialogs.buttons.size() == 1); // they may be large: looked for beside the window
        QTRY_VERIFY(m_at->workspace().current());
        QCOMPARE(page().document().path(), path);
        QCOMPARE(page().document().session().scenario().toText(), edited);
        QVERIFY(!page().document().isClean());
        // Another crash now loses nothing either: it is kept as this program's, long before it is written anew.
        QVERIFY(!QFileInfo::exists(m_at->path(u"autosave/gone-1.json"_s)));
        const QStringList adopted = autosaved.entryList({u"*.json"_s});
        QCOMPARE(adopted.size(), 1);
        QCOMPARE(contentOf(m_at->path(u"autosave/"_s + adopted.first())), content);
        m_at->dialogs.buttons = {1};
        trigger("file.close");
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(autosaved.entryList({u"*.json"_s}).isEmpty());
    }

    void theSheetFollowsTheSelection()
    {
        m_at->open({copyOfHello()});
        page().canvas().goTo(2);
        QVERIFY(m_at->window->sheet().focusProperty(u"eventName"_s));
        QCOMPARE(m_at->window->sheet().currentProperty(), u"eventName"_s);
        auto *const name = m_at->window->findChild<QLineEdit *>(u"component.name"_s);
        QCOMPARE(name->text(), page().document().session().object(2)[u"name"].toString());
        trigger("edit.rename");
        name->clear();
        QTest::keyClicks(name, u"Hail"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(page().document().session().object(2)[u"name"].toString(), u"Hail"_s);
        QCOMPARE(page().canvas().canvas().card(2)->card().name, u"Hail"_s);
        QCOMPARE(page().document().session().undoStack().count(), 1);
    }

    void enterOnACardLeadsIntoTheSheet()
    {
        m_at->open({copyOfHello()});
        page().canvas().goTo(2);
        page().canvas().setFocus();
        QCOMPARE(m_at->window->sheet().currentProperty(), QString());
        QTest::keyClick(&page().canvas(), Qt::Key_Return);
        QCOMPARE(m_at->window->sheet().currentProperty(), u"operation"_s);
    }

    void descriptionsBesideTheFileCount()
    {
        const QString path = copyOfHello();
        QVERIFY(core::writeFile(m_at->path(u"broken.asyncapi.yaml"_s), "asyncapi: [\n"));
        m_at->open({path});
        const auto told = [this] {
            const core::Diagnostics &problems = page().document().problems();
            return std::any_of(problems.begin(), problems.end(),
                               [](const core::Diagnostic &problem) { return problem.code.startsWith(u"capability."); });
        };
        m_stage->scheduler.advance(std::chrono::seconds(1));
        QTRY_VERIFY(told());
        // Saved elsewhere it has nothing to do with that one.
        QVERIFY(QDir(m_at->folder.path()).mkdir(u"elsewhere"_s));
        m_at->dialogs.paths = {m_at->path(u"elsewhere/hello.json"_s)};
        trigger("file.saveAs");
        m_stage->scheduler.advance(std::chrono::seconds(1));
        QTRY_VERIFY(!told());
    }

    void problemsSpeakTheLanguage()
    {
        m_at->open({copyOfHello()});
        page().document().session().clearProperty({2}, u"conn"_s);
        m_stage->scheduler.advance(std::chrono::seconds(1));
        const auto first = [this] {
            return page().document().problems().value(0).message;
        };
        QTRY_VERIFY(first().contains(u"needed"));
        trigger("view.russian");
        QCoreApplication::sendPostedEvents();
        m_stage->scheduler.advance(std::chrono::seconds(1));
        QTRY_VERIFY(!first().isEmpty() && !first().contains(u"needed"));
        m_at->dialogs.buttons = {1};
        trigger("file.close");
    }

    void exportWritesPictures_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("svg") << u"out.svg"_s << QByteArray("<?xml");
        QTest::newRow("png") << u"out.png"_s << QByteArray("\x89PNG");
        QTest::newRow("pdf") << u"out.pdf"_s << QByteArray("%PDF");
        QTest::newRow("dot") << u"out.dot"_s << QByteArray("digraph");
        QTest::newRow("mermaid") << u"out.mmd"_s << QByteArray("flowchart");
    }
    void exportWritesPictures()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, begins);
        m_at->open({copyOfHello()});
        m_at->dialogs.paths = {m_at->path(name)};
        trigger("file.export");
        QVERIFY(contentOf(m_at->path(name)).startsWith(begins));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
