// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the program for people to judge and for its pages: "screenshots FOLDER" writes them, offscreen.
#include "cluster/profilestore.h"
#include "core/filestore.h"
#include "designer/files/outputs.h"
#include "designer/live/livecluster.h"
#include "designer/messages/messagemodel.h"
#include "designer/messages/messagespanel.h"
#include "designer/run/runmarks.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/mainwindow.h"
#include "journal/journal.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

namespace {

/// Nobody is there to answer.
class NoDialogs final : public Dialogs
{
public:
    void openFiles(QWidget *, const QString &, Files) override {}
    void openFile(QWidget *, const QString &, const QString &, const QStringList &, File) override {}
    QString folder; ///< what is chosen when a folder is asked for
    void openFolder(QWidget *, const QString &, File chosen) override
    {
        if (!folder.isEmpty())
            chosen(folder);
    }
    void saveFile(QWidget *, const QString &, const QString &, const QStringList &, const QString &, File) override {}
    void print(QWidget *, const QString &, bool, Printer) override {}
    void ask(QWidget *, const QString &title, const QString &, const QStringList &, Choice) override
    {
        std::fprintf(stderr, "asked: %s\n", qPrintable(title));
    }
};

QByteArray largeScenario()
{
    QByteArray objects;
    for (int i = 0; i < 10000; ++i) {
        objects += QStringLiteral("%1{\"oId\":%2,\"oLeft\":%3,\"oTop\":%4,\"oType\":%5,\"name\":\"Step %2\",\"transfer\":%6}")
                       .arg(i == 0 ? u""_s : u","_s)
                       .arg(i + 1)
                       .arg(i % 100 * 104)
                       .arg(i / 100 * 56)
                       .arg(i == 0       ? 101
                            : i % 3 == 0 ? 144
                            : i % 3 == 1 ? 106
                                         : 103)
                       .arg(std::min(i + 2, 10000))
                       .toUtf8();
    }
    return "{\"objects\":[" + objects + "],\"variables\":[]}";
}

class Photographer final
{
public:
    Photographer(QApplication &application, const QString &folder)
        : m_folder(folder), m_settings(m_temporary.filePath(u"signalbox.conf"_s), QSettings::IniFormat),
          m_appearance(application, Appearance::Mode::Light), m_workbench{m_catalogue, m_dialect,   m_capabilities,
                                                                          m_clock,     m_scheduler, m_appearance},
          m_autosave(m_temporary.filePath(u"autosave"_s), m_scheduler),
          m_clusters({{m_clock, m_scheduler, m_random},
                      m_temporary.filePath(u"profiles.json"_s),
                      [this] { return secrets::openSecretStore(m_scheduler); },
                      EmbeddedCluster::demo})
    {
        m_languages.use(u"en"_s);
        m_window = std::make_unique<MainWindow>(m_workbench, m_dialogs, m_languages, m_settings, m_autosave, m_clusters);
        m_window->resize(1600, 1000);
        m_window->show();
    }

    /// Leaves the application behind the last one.
    void begin()
    {
        shoot(u"welcome"_s);
        shoot(u"designer-light"_s, [this] {
            m_window->workspace().openExample(u":/examples/retry-loop.json"_s, u"retry-loop"_s);
            page().canvas().goTo(2);
        });
        shoot(u"designer-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"designer-russian"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            m_languages.use(u"ru"_s);
        });
        shootOperations();
        shootFolder();
        shootProblems();
        shootBodies();
        shootClusters();
        shootProfiles();
        shootFind();
        shootNotes();
        shootSettings();
        shootJump();
        shootRun();
        shootRunning();
        shootMessages();
        shoot(u"10000-cards"_s, [this] {
            const QString large = m_temporary.filePath(u"large.scr"_s);
            if (core::writeFile(large, largeScenario()))
                m_window->workspace().open({large});
        });
        shoot(u"tasks-light"_s, [this] {
            const scenario::Scenario &scenario = page().document().session().scenario();
            for (const QString &name : {u"large.pdf"_s, u"large.svg"_s})
                m_window->workspace().outputs().exportTo(m_temporary.filePath(name), scenario);
        });
        shoot(u"tasks-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"tasks-russian"_s, [this] {
            m_languages.use(u"ru"_s);
            const scenario::Scenario &scenario = page().document().session().scenario();
            m_window->workspace().outputs().exportTo(m_temporary.filePath(u"large-ru.svg"_s), scenario);
        });
        next();
    }

private:
    DocumentPage &page() { return *m_window->workspace().current(); }
    /// After what prepares it, a picture. What runs beside the interface thread gets its time before.
    void shoot(const QString &name, std::function<void()> prepare = {}) { m_shots.append({name, std::move(prepare)}); }
    void next()
    {
        if (m_shots.isEmpty())
            return QCoreApplication::exit(); // quit() would ask what to do with edits
        const Shot shot = m_shots.takeFirst();
        if (shot.prepare)
            shot.prepare();
        QTimer::singleShot(600, m_window.get(), [this, name = shot.name] {
            QWidget *const dialog = QApplication::activeModalWidget();
            if (!(dialog ? dialog : shown())->grab().save(m_folder + u'/' + name + u".png"_s))
                std::fprintf(stderr, "%s cannot be written\n", qPrintable(name));
            next();
        });
    }
    /// The dialog that is open, else the window.
    QWidget *shown() const
    {
        const QList<QDialog *> dialogs = m_window->findChildren<QDialog *>();
        for (QDialog *dialog : dialogs) {
            if (dialog->isVisible())
                return dialog;
        }
        return m_window.get();
    }
    template <typename T>
    T &part(const char *name) const
    {
        return *shown()->findChild<T *>(QLatin1String(name));
    }
    void trigger(const char *id) { m_window->actions().find(QLatin1String(id))->trigger(); }
    void closeDialog() const
    {
        if (auto *const dialog = qobject_cast<QDialog *>(shown()))
            dialog->close();
    }
    void keepProfiles()
    {
        cluster::ProfileStore store(m_temporary.filePath(u"profiles.json"_s));
        for (const auto &[name, host] : {std::pair(u"Test cluster"_s, u"test"_s), std::pair(u"Production"_s, u"www"_s)}) {
            cluster::Profile profile;
            profile.name = name;
            profile.address = QUrl(u"https://%1.example.com"_s.arg(host));
            profile.domain = u"example.rootdomain.ru"_s;
            profile.login = u"ada"_s;
            profile.isProduction = host == "www"_L1;
            static_cast<void>(store.put(profile));
        }
    }
    /// A folder with scenarios, one of them broken.
    QString makeFolder() const
    {
        const QString folder = m_temporary.filePath(u"call-centre"_s);
        const QDir root(folder);
        for (const char *name : {"archive/2025", "notifications", "orders"})
            root.mkpath(QLatin1String(name));
        const QStringList examples = QDir(u":/examples"_s).entryList({u"*.json"_s});
        for (const QString &example : examples) {
            for (const char *place : {"", "notifications/", "archive/2025/"})
                QFile::copy(u":/examples/"_s + example, root.filePath(QLatin1String(place) + example));
        }
        if (!core::writeFile(root.filePath(u"orders/half-written.json"_s), "{\"scriptdata\": {\n  \"objects\": [{\"oId\": 1,]}}"))
            std::fprintf(stderr, "no folder to show\n");
        return folder;
    }
    void shootFolder()
    {
        shoot(u"folder-empty"_s, [this] { trigger("view.folder"); });
        shoot(u"folder"_s, [this] {
            m_settings.setValue(u"folder"_s, makeFolder());
            m_dialogs.folder = m_settings.value(u"folder"_s).toString();
            trigger("file.openFolder");
        });
        shoot(u"folder-filter"_s, [this] { part<QLineEdit>("folder.filter").setText(u"hello"_s); });
        shoot(u"search-empty"_s, [this] {
            part<QLineEdit>("folder.filter").clear();
            trigger("edit.searchFolder");
        });
        shoot(u"search"_s, [this] { part<QLineEdit>("search.query").setText(u"hello"_s); });
        shoot(u"search-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"search-russian"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            m_languages.use(u"ru"_s);
            part<QLineEdit>("search.query").setText(u"oops"_s);
        });
        shoot(u"search-wrong"_s, [this] {
            m_languages.use(u"en"_s);
            part<QToolButton>("search.regex").click();
            part<QLineEdit>("search.query").setText(u"hel(lo"_s);
        });
        shoot(u"search-end"_s, [this] {
            part<QLineEdit>("search.query").clear();
            trigger("view.components");
        });
    }
    void shootSettings()
    {
        shoot(u"settings-light"_s, [this] { trigger("edit.settings"); });
        shoot(u"settings-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"settings-russian"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            m_languages.use(u"ru"_s);
        });
        shoot(u"settings-closed"_s, [this] {
            QApplication::activeModalWidget()->close();
            m_languages.use(u"en"_s);
        });
    }
    void shootFind()
    {
        shoot(u"history-empty"_s, [this] {
            trigger("file.new");
            part<QDockWidget>("history").raise();
        });
        shoot(u"overlapping"_s, [this] {
            const QString heap = m_temporary.filePath(u"heap.scr"_s);
            if (core::writeFile(heap, R"({"objects":[{"oId":1,"oType":101,"oLeft":16,"oTop":16,"transfer":2,"name":"Begin"},
{"oId":2,"oType":144,"oLeft":66,"oTop":16,"transfer":3,"name":"Say hello"},{"oId":3,"oType":102,"oLeft":116,"oTop":16,"name":"End"}],
"variables":[]})"))
                m_window->workspace().open({heap});
        });
        shoot(u"find"_s, [this] {
            page().document().session().setProperty({3}, u"name"_s, core::Json(u"The end"_s));
            page().document().session().moveObjects({{2, {116, 16}}, {3, {216, 16}}});
            page().document().session().setProperty({1}, u"name"_s, core::Json(u"The start"_s));
            page().document().session().undoStack().undo();
            page().canvas().zoomToFit();
            trigger("edit.find");
            page().canvas().findChild<QLineEdit *>(u"find.query"_s)->setText(u"e"_s);
        });
        shoot(u"find-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"find-russian"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            m_languages.use(u"ru"_s);
            page().canvas().findChild<QLineEdit *>(u"find.query"_s)->setText(u"nothing like it"_s);
        });
        shoot(u"find-end"_s, [this] { m_languages.use(u"en"_s); });
    }
    void shootNotes()
    {
        shoot(u"notes"_s, [this] {
            const QString noted = m_temporary.filePath(u"noted.scr"_s);
            const QByteArray text = R"({"objects":[{"oId":1,"oType":101,"oLeft":40,"oTop":56,"transfer":2,"name":"Begin"},
{"oId":2,"oType":144,"oLeft":160,"oTop":56,"transfer":3,"name":"Say hello"},{"oId":3,"oType":102,"oLeft":296,"oTop":56,"name":"End"}],
"variables":[],"x-signalbox":{"notes":[{"id":"n1","kind":"frame","text":"Greeting","left":144,"top":32,"width":112,"height":88},
{"id":"n2","kind":"note","text":"Ask Anna whether the client hears a tone before the greeting.\n\nThe old system played none.","left":40,"top":136,
"width":88,"height":56},{"id":"n3","kind":"note","text":"A long note is cut where its paper ends, so that nothing lies over what is beside it, however much is written.",
"left":144,"top":136,"width":72,"height":32}]}})";
            if (core::writeFile(noted, text))
                m_window->workspace().open({noted});
        });
        shoot(u"notes-selected"_s, [this] {
            page().canvas().setZoom(1);
            page().canvas().canvas().select({}, {u"n1"_s, u"n2"_s});
        });
        shoot(u"notes-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"notes-edited"_s, [this] { page().canvas().notes().edit(u"n2"_s); });
        shoot(u"notes-edited-light"_s, [this] { m_appearance.setMode(Appearance::Mode::Light); });
        shoot(u"notes-frame-edited"_s, [this] { page().canvas().notes().edit(u"n1"_s); });
        shoot(u"notes-end"_s, [this] { trigger("view.canvas"); });
    }
    void shootJump()
    {
        shoot(u"jump"_s, [this] {
            const QString path = m_temporary.filePath(u"jump.scr"_s);
            const QByteArray text = R"({"objects":[{"oId":1,"oType":101,"oLeft":40,"oTop":40,"transfer":2,"name":"Begin"},
{"oId":2,"oType":151,"oLeft":144,"oTop":40,"label":{"argType":1,"varType":2,"value":"again"},"transfer":3,"name":"Again"},
{"oId":3,"oType":144,"oLeft":248,"oTop":40,"transfer":4,"transferError":5,"name":"Say hello"},{"oId":4,"oType":102,"oLeft":368,"oTop":40,"name":"End"},
{"oId":5,"oType":150,"oLeft":368,"oTop":96,"label":{"argType":1,"varType":2,"value":"again"},"name":"Try again"}],"variables":[]})";
            if (core::writeFile(path, text))
                m_window->workspace().open({path});
        });
        shoot(u"jump-seen"_s, [this] { page().canvas().zoomToFit(); });
        shoot(u"jump-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"jump-end"_s, [this] { m_appearance.setMode(Appearance::Mode::Light); });
    }
    /// As a run watcher feeds it.
    static drawing::RunState someRun()
    {
        const auto ended = [](qint64 count, qint64 us, const QString &outcome, drawing::Breakpoint breakpoint) {
            drawing::CardRun run;
            run.count = count;
            run.spentUs = us;
            run.outcome = outcome;
            run.breakpoint = breakpoint;
            return run;
        };
        using drawing::Breakpoint;
        drawing::RunState state;
        state.cards.insert(1, ended(1, 130, u"done"_s, Breakpoint::None));
        drawing::CardRun waiting = ended(2, 10'000'000, u"timeout"_s, Breakpoint::Conditional);
        waiting.phase = drawing::RunPhase::Waiting;
        waiting.waitedUs = 1'812'000;
        waiting.attempt = 3;
        state.cards.insert(2, waiting);
        state.cards.insert(3, ended(2, 260, u"done"_s, Breakpoint::Disabled));
        state.cards.insert(4, ended(1, 40'000, u"error"_s, Breakpoint::Enabled));
        state.edges.insert({1, u"transfer"_s}, {1, Breakpoint::None});
        for (qint64 id = 1; id < 6; ++id) {
            for (const char *outcome : {"next", "done", "success", "timeout", "error", "true", "false"})
                state.edges.insert({id, QLatin1String(outcome)}, {id % 3 + 1, id == 2 ? Breakpoint::Enabled : Breakpoint::None});
        }
        return state;
    }
    /// A run that is held, one that is over, and what asks about them.
    void shootRunning()
    {
        shoot(u"running-none"_s, [this] {
            m_window->workspace().openExample(u":/examples/retry-loop.json"_s, u"retry-loop"_s);
            m_window->findChild<QDockWidget *>(u"run"_s)->raise();
        });
        shoot(u"running-held"_s, [this] {
            runner::Breakpoint breakpoint;
            breakpoint.object = 2;
            breakpoint.transition = u"transferError"_s;
            keepBreakpoints(page().document().session(), {breakpoint}, u"x"_s);
            trigger("run.run");
        });
        shoot(u"running-held-later"_s);
        shoot(u"running-over"_s, [this] {
            keepBreakpoints(page().document().session(), {}, u"x"_s);
            trigger("run.run");
        });
        shoot(u"running-over-later"_s);
        shoot(u"running-step"_s, [this] { part<QTableView>("run.timeline").selectRow(1); });
        shoot(u"running-step-dark"_s, [this] {
            part<QTabWidget>("run.details").setCurrentIndex(3);
            m_appearance.setMode(Appearance::Mode::Dark);
        });
        shoot(u"running-inputs"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            trigger("run.withInputs");
        });
        shoot(u"running-breakpoints"_s, [this] {
            closeDialog();
            page().canvas().goTo(2);
            trigger("run.breakpoints");
        });
        shoot(u"running-try"_s, [this] {
            closeDialog();
            trigger("run.try");
        });
        shoot(u"running-tried"_s, [this] { part<QPushButton>("try.run").click(); });
        shoot(u"running-tried-russian"_s, [this] {
            closeDialog();
            m_languages.use(u"ru"_s);
        });
        shoot(u"running-end"_s, [this] { m_languages.use(u"en"_s); });
    }
    void shootRun()
    {
        shoot(u"run"_s, [this] {
            m_window->workspace().openExample(u":/examples/retry-loop.json"_s, u"retry-loop"_s);
            page().canvas().canvas().clearSelection();
            page().canvas().canvas().setRunState(someRun());
            page().canvas().zoomToFit();
        });
        shoot(u"run-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"run-selected-dark"_s, [this] { page().canvas().canvas().selectAll(); });
        shoot(u"run-selected"_s, [this] { m_appearance.setMode(Appearance::Mode::Light); });
        shoot(u"run-small"_s, [this] {
            page().canvas().canvas().clearSelection();
            page().canvas().setZoom(0.4);
        });
        shoot(u"run-smallest"_s, [this] { page().canvas().setZoom(0.15); });
        shoot(u"run-far"_s, [this] {
            const QString large = m_temporary.filePath(u"large-run.scr"_s);
            if (!core::writeFile(large, largeScenario()))
                return;
            m_window->workspace().open({large});
            drawing::RunState state;
            for (qint64 id = 1; id < 3000; ++id) {
                drawing::CardRun run;
                run.count = 1;
                state.cards.insert(id, run);
            }
            page().canvas().canvas().setRunState(state);
            page().canvas().zoomToFit();
        });
        shoot(u"run-end"_s, [this] { trigger("file.close"); });
    }
    /// What an external system and a scenario said to each other.
    void shootMessages()
    {
        shoot(u"messages-light"_s, [this] {
            m_journal = std::make_unique<journal::Journal>(m_temporary.filePath(u"messages.sqlite"_s));
            m_window->setJournal(*m_journal);
            const qint64 startUs = (m_clock.nowMs() - 20'000) * 1000;
            const auto add = [&](qint64 afterMs, journal::Direction direction, const QString &method, const QByteArray &qid,
                                 const QByteArray &payload) {
                journal::Message message;
                message.timeUs = startUs + afterMs * 1000 + (afterMs == 13 ? -100 : 0);
                message.direction = direction;
                message.kind = method.isEmpty() ? journal::Kind::Ping : journal::Kind::Text;
                message.connection = u"crm-gateway #1"_s;
                message.connectionId = u"b26c45b1-017d-960e-e3d5-7cd30a921f58"_s;
                message.method = method;
                message.qid = qid;
                message.payload = payload;
                message.size = payload.size();
                m_journal->add(message);
            };
            add(0, journal::Direction::Received, u"greet"_s, "41", "[\"greet\",{\"text\":\"Hello\",\"attempt\":3,\"qid\":41}]");
            add(13, journal::Direction::Sent, u"greet_result"_s, "41",
                "[\"greet_result\",{\"qid\":41,\"result\":\"ok\",\"name\":\"CRM\"}]");
            add(1882, journal::Direction::Received, u"notify"_s, {},
                "[\"notify\",{\"class\":\"registrarevents\",\"type\":\"user_registered\",\"data\":{\"user\":\"anna\",\"site\":\"moscow\","
                "\"node\":\"ws1\","
                "\"capabilities\":[\"scriptnotify\",\"subscr\"],\"peer_address\":\"10.4.0.17\",\"peer_port\":52114}}]");
            add(3102, journal::Direction::Sent, {}, {}, QByteArray::fromHex("09140522"));
            add(5383, journal::Direction::Received, u"order"_s, "42",
                "[\"order\",{\"qid\":42,\"id\":\"A-1094\",\"lines\":[" + QByteArray("{\"sku\":\"S-0451\",\"count\":1},").repeated(60) +
                    "{}]}]");
            m_window->findChild<QDockWidget *>(u"messages"_s)->raise();
            m_window->resizeDocks({m_window->findChild<QDockWidget *>(u"messages"_s)}, {560}, Qt::Vertical);
            m_journal->setPinned(5, true);
            m_journal->whenWritten(m_window.get(), [this] {
                auto *const table = m_window->findChild<QTableView *>(u"messages.table"_s);
                QTimer::singleShot(200, table, [table] { table->setCurrentIndex(table->model()->index(1, 0)); });
            });
        });
        shoot(u"messages-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"messages-none"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            m_window->findChild<QLineEdit *>(u"messages.filter"_s)->setText(u"nowhere to be found"_s);
        });
        shoot(u"messages-fault"_s, [this] { m_window->findChild<QLineEdit *>(u"messages.filter"_s)->setText(u"/(greet/"_s); });
        shoot(u"messages-russian"_s, [this] {
            m_languages.use(u"ru"_s);
            m_window->findChild<QLineEdit *>(u"messages.filter"_s)->clear();
            auto *const table = m_window->findChild<QTableView *>(u"messages.table"_s);
            QTimer::singleShot(200, table, [table] { table->setCurrentIndex(table->model()->index(1, 0)); });
        });
        shoot(u"messages-done"_s, [this] { m_languages.use(u"en"_s); });
    }
    void shootClusters()
    {
        const auto confirm = [this] {
            part<QPushButton>("cluster.primary").click();
        };
        shoot(u"cluster-connect"_s, [this] {
            keepProfiles();
            trigger("file.openCluster");
        });
        shoot(u"cluster-address"_s, [this] { part<QListWidget>("cluster.list").setCurrentRow(3); });
        shoot(u"cluster-refused"_s, [=, this] {
            part<QListWidget>("cluster.list").setCurrentRow(2);
            part<QLineEdit>("cluster.password").setText(u"wrong"_s);
            confirm();
        });
        shoot(u"cluster-refused-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"cluster-list-dark"_s, [=, this] {
            part<QLineEdit>("cluster.password").setText(u"demo"_s);
            confirm();
        });
        shoot(u"cluster-list"_s, [this] { m_appearance.setMode(Appearance::Mode::Light); });
        shoot(u"cluster-filter"_s, [this] { part<QLineEdit>("cluster.filter").setText(u"nothing like it"_s); });
        shoot(u"cluster-opened"_s, [=, this] {
            part<QLineEdit>("cluster.filter").setText(u"hello"_s);
            confirm();
        });
        shoot(u"cluster-save"_s, [this] {
            // The same edit in two tabs: the first that is saved is newer than what the other comes from.
            m_window->workspace().openEntity(page().document().session().scenario().root(), *page().document().origin(), true);
            page().document().session().setEntity(u"name"_s, core::Json(u"Say hello, politely"_s));
            trigger("file.saveCluster");
        });
        shoot(u"cluster-saved"_s, confirm);
        shoot(u"cluster-save-russian"_s, [this] {
            m_languages.use(u"ru"_s);
            trigger("file.close");
            page().document().session().setEntity(u"name"_s, core::Json(u"Say hello twice"_s));
            trigger("file.saveCluster");
        });
        shoot(u"cluster-conflict-russian"_s, confirm);
        shoot(u"cluster-conflict"_s, [this] { m_languages.use(u"en"_s); });
        shoot(u"cluster-conflict-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"cluster-end"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            part<QPushButton>("cluster.conflictCancel").click();
            part<QPushButton>("cluster.close").click();
        });
    }
    void shootProfiles()
    {
        const auto page = [this](int index) {
            return [this, index] {
                part<QTabWidget>("profile").setCurrentIndex(index);
            };
        };
        shoot(u"profiles"_s, [this] {
            keepProfiles();
            trigger("cluster.profiles");
        });
        shoot(u"profiles-nodes"_s, page(1));
        shoot(u"profiles-tls"_s, [=, this] {
            page(2)();
            part<QLineEdit>("profile.ca").setText(u"/etc/ssl/none.pem"_s);
            part<QLineEdit>("profile.pins").setText(u"sha256//abc"_s);
            part<QPushButton>("profiles.test").click();
        });
        shoot(u"profiles-advanced"_s, page(5));
        shoot(u"profiles-advanced-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"profiles-tls-dark"_s, page(2));
        shoot(u"profiles-tls-russian"_s, [this] { m_languages.use(u"ru"_s); });
        shoot(u"profiles-russian"_s, page(0));
        shoot(u"profiles-test-russian"_s, [this] {
            part<QLineEdit>("profile.ca").clear();
            part<QLineEdit>("profile.pins").clear();
            part<QLineEdit>("profile.address").setText(u"http://127.0.0.1:1"_s);
            part<QPushButton>("profiles.test").click();
        });
        shoot(u"profiles-test"_s, [this] {
            m_languages.use(u"en"_s);
            m_appearance.setMode(Appearance::Mode::Light);
        });
        shoot(u"prompt"_s, [this] {
            shown()->close();
            LiveCluster &live = m_window->live();
            const QList<ClusterChoice> choices = live.choices();
            live.choose(choices.constLast());
            trigger("cluster.connect");
        });
        shoot(u"production"_s, [this] { shown()->close(); });
        shoot(u"production-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"connected"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            m_window->live().choose({ClusterChoice::Kind::Simulated, {}});
            trigger("cluster.connect");
        });
    }
    void shootOperations()
    {
        const catalogue::ComponentType &websock = *m_catalogue.find(144);
        const catalogue::Property &operation = *websock.property(u"operation");
        const catalogue::Property &method = *websock.property(u"websocktempMethod");
        const auto set = [this](const QString &code, qint64 value) {
            page().document().session().setProperty({m_added}, code, core::Json(value));
        };
        bool isFirst = true;
        for (const catalogue::Option &option : operation.options) {
            const bool isTemp = option.code == "websocktemp"_L1;
            for (const catalogue::Option &action : isTemp ? method.options : QList<catalogue::Option>{{}}) {
                const QString name = isTemp ? u"sheet-websocktemp-"_s + action.code : u"sheet-"_s + option.code;
                shoot(name, [=, this, first = std::exchange(isFirst, false), operationId = option.id, actionId = action.id] {
                    if (first) {
                        m_languages.use(u"en"_s);
                        m_added = page().document().session().addObject(144, QPoint(24, 160));
                        page().canvas().goTo(m_added);
                        set(u"syncMode"_s, 1);
                    }
                    set(u"operation"_s, operationId);
                    if (isTemp)
                        set(u"websocktempMethod"_s, actionId);
                });
            }
        }
    }
    void shootProblems()
    {
        shoot(u"json-error"_s, [this] {
            editing::EditSession &session = page().document().session();
            const auto set = [this, &session](const QString &code, const QString &value) {
                session.setProperty({m_added}, code,
                                    core::Json::object({{u"argType"_s, core::Json(m_dialect.argConstant)},
                                                        {u"varType"_s, core::Json(m_dialect.typeString)},
                                                        {u"value"_s, core::Json(value)}}));
            };
            session.setProperty({m_added}, u"operation"_s, core::Json(0));
            set(u"capabilityName"_s, u"msg"_s);
            set(u"eventName"_s, u"hello"_s);
            set(u"content"_s, u"{\n  \"text\": \"Hello\",\n  \"attempt\": ,\n}"_s);
            m_window->sheet().focusProperty(u"content"_s);
        });
        shoot(u"problems"_s, [this] { page().canvas().setFocus(); });
    }

    void shootBodies()
    {
        const auto setBody = [this](qint64 kind, const QString &text) {
            page().document().session().setProperty(
                {m_added}, u"content"_s,
                core::Json::object(
                    {{u"argType"_s, core::Json(kind)}, {u"varType"_s, core::Json(m_dialect.typeString)}, {u"value"_s, core::Json(text)}}));
        };
        shoot(u"json-tree"_s, [this, setBody] {
            setBody(m_dialect.argTemplate,
                    u"{\n  \"text\": \"Hello [reply]\",\n  \"attempt\": [attempt],\n  \"lines\": [\n    {\"article\": "
                    "\"tea\", \"count\": 2.50, \"gift\": false},\n    null\n  ]\n}"_s);
            m_window->sheet().doWithBody(BodyTask::SwitchView);
        });
        shoot(u"json-tree-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"json-tree-error"_s, [this, setBody] {
            m_appearance.setMode(Appearance::Mode::Light);
            setBody(m_dialect.argConstant, u"{\n  \"text\": ,\n}"_s);
        });
        shoot(u"connection-form"_s, [this] {
            m_window->sheet().doWithBody(BodyTask::SwitchView);
            m_window->sheet().findChild<QAbstractButton *>(u"property.conn.pick"_s)->click();
        });
        shoot(u"connection-picked"_s, [this] {
            m_window->sheet().findChild<QLineEdit *>(u"property.conn.owner"_s)->setText(u"crm"_s);
            m_window->sheet().findChild<QLineEdit *>(u"property.conn.capability"_s)->setText(u"msg"_s);
            m_window->sheet().findChild<QAbstractButton *>(u"property.conn.apply"_s)->click();
        });
        shoot(u"capabilities"_s, [this] { m_window->actions().find(u"body.capabilities"_s)->trigger(); });
        shoot(u"capabilities-closed"_s, [] { QApplication::activeModalWidget()->close(); });
    }

    struct Shot {
        QString name;
        std::function<void()> prepare;
    };
    QList<Shot> m_shots;
    qint64 m_added = 0;
    QString m_folder;
    QTemporaryDir m_temporary;
    const catalogue::Catalogue m_catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect m_dialect{};
    const capability::Capabilities m_capabilities = capability::Capabilities::builtIn();
    core::SystemClock m_clock;
    core::SystemRandom m_random;
    core::QtScheduler m_scheduler;
    QSettings m_settings;
    Appearance m_appearance;
    const Workbench m_workbench;
    NoDialogs m_dialogs;
    Languages m_languages;
    Autosave m_autosave;
    Clusters m_clusters;
    std::unique_ptr<journal::Journal> m_journal;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2 || !QDir().mkpath(arguments[1])) {
        std::fputs("usage: screenshots FOLDER\n", stderr);
        return 2;
    }
    Photographer photographer(application, arguments[1]);
    photographer.begin();
    return QApplication::exec();
}
