// SPDX-License-Identifier: GPL-3.0-or-later
// Open from and save to a cluster through the real window, over real sockets: what a person does, and what goes wrong.
#include "cluster/scriptentity.h"
#include "stage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QTcpServer>
#include <QTcpSocket>

using namespace signalbox;
using namespace signalbox::designer;
using namespace Qt::StringLiterals;
using core::Json;
using test::ClusterStage;

class TestClusterDialog final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<ClusterStage> m_at;

    void nameFirst(const QString &name) { m_at->document().session().setProperty({1}, u"name"_s, Json(name)); }
    QString firstName(const Json &entity) const { return entity[u"scriptdata"][u"objects"].at(0)[u"name"].toString(); }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<ClusterStage>(*m_stage);
    }
    void cleanup() { m_at.reset(); }
    void cleanupTestCase() { m_stage.reset(); }

    void opensAndSavesBack()
    {
        QTest::mouseClick(m_at->workspace().welcome().findChild<QPushButton *>(u"welcome.cluster"_s), Qt::LeftButton);
        m_at->connectTo(m_at->url());
        QCOMPARE(m_at->codes(), (QStringList{u"alpha"_s, u"beta"_s}));
        QCOMPARE(test::column(m_at->part<QTableView>("cluster.scripts"), ScriptList::NameColumn),
                 (QStringList{u"The first"_s, u"The second"_s}));
        m_at->part<QLineEdit>("cluster.filter").setText(u"SECOND"_s);
        QCOMPARE(m_at->codes(), QStringList{u"beta"_s});
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(m_at->document().title(), u"beta"_s);
        QVERIFY(m_at->document().isClean() && m_at->document().isOnCluster());
        QCOMPARE(m_at->document().origin()->code, u"beta"_s);

        nameFirst(u"Edited"_s);
        QVERIFY(!m_at->document().isClean() && !m_at->document().isOnCluster());
        m_at->trigger("file.save");                                                             // it has no file: where it came from
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled()); // logged in by itself
        QCOMPARE(m_at->part<QLineEdit>("cluster.code").text(), u"beta"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QVERIFY(m_at->document().isClean() && m_at->document().isOnCluster());
        const Json stored = m_at->there(u"beta"_s);
        QCOMPARE(firstName(stored), u"Edited"_s);
        QCOMPARE(m_at->document().session().scenario().root()[u"lwt"], stored[u"lwt"]);
        QCOMPARE(m_at->document().session().scenario().root()[u"ext"], stored[u"ext"]);
        QVERIFY(m_at->window->statusBar()->currentMessage().contains(u"“beta”"_s));

        // Undone beyond the saving it still knows what it comes from.
        m_at->trigger("edit.undo");
        m_at->trigger("edit.undo");
        QVERIFY(!m_at->document().isClean());
        m_at->trigger("file.saveCluster");
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(firstName(m_at->there(u"beta"_s)), u"Start"_s);
        QCOMPARE(m_at->dialogs.asked, QStringList());
    }

    void oneThatIsOpenIsShown()
    {
        m_at->openAlpha();
        m_at->trigger("file.openCluster");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(m_at->workspace().pages().size(), 1);
        m_at->editThere(u"alpha"_s, u"Theirs"_s);
        m_at->trigger("file.openCluster");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(m_at->workspace().pages().size(), 2); // another edit of it
    }

    void ivrScenariosAreListedApart()
    {
        m_at->trigger("file.openCluster");
        m_at->connectTo(m_at->url());
        m_at->part<QComboBox>("cluster.type").setCurrentIndex(1);
        QTRY_COMPARE(m_at->codes(), QStringList{u"voice"_s});
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(m_at->document().origin()->type, cluster::ScriptType::Ivr);
        nameFirst(u"Edited"_s);
        m_at->trigger("file.saveCluster");
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(firstName(m_at->there(u"voice"_s, cluster::ScriptType::Ivr)), u"Edited"_s);
        QVERIFY(m_at->there(u"voice"_s).isNull());
    }

    void aNewScenarioAsksForItsCode()
    {
        m_at->trigger("file.new");
        m_at->document().session().setExtension(u"notes"_s, Json(u"mine alone"_s));
        m_at->trigger("file.saveCluster");
        m_at->connectTo(m_at->url());
        QCOMPARE(m_at->part<QLineEdit>("cluster.code").text(), QString());
        QVERIFY(!m_at->part<QPushButton>("cluster.primary").isEnabled());
        m_at->part<QLineEdit>("cluster.code").setText(u"alpha"_s);
        QVERIFY(m_at->part<QLabel>("cluster.hint").text().contains(u"is there"_s));
        m_at->part<QLineEdit>("cluster.code").setText(u"gamma"_s);
        QVERIFY(m_at->part<QLabel>("cluster.hint").text().contains(u"new"_s));
        QTest::keyClick(&m_at->part<QLineEdit>("cluster.code"), Qt::Key_Return);
        QTRY_VERIFY(!m_at->dialog());
        const Json stored = m_at->there(u"gamma"_s);
        QCOMPARE(firstName(stored), firstName(Json::object({{u"scriptdata"_s, m_at->document().session().scenario().scriptData()}})));
        QVERIFY(!stored.toCompact().contains("mine alone"));
        QCOMPARE(m_at->document().title(), u"gamma"_s);
        QVERIFY(m_at->document().isClean());
        const Json remembered = m_at->document().session().scenario().extension()[u"stored"];
        QCOMPARE(remembered[u"id"], stored[u"id"]);
        QCOMPARE(m_at->document().session().scenario().extension()[u"notes"].toString(), u"mine alone"_s);
    }

    void aFileIsSavedForItself()
    {
        const QString path = test::writeFile(m_at->folder.filePath(u"delta.json"_s), ClusterStage::script(u"delta"_s, u"D"_s).toPretty());
        const QByteArray before = test::bytesOf(path);
        m_at->workspace().open({path});
        nameFirst(u"Edited"_s);
        m_at->trigger("file.saveCluster");
        m_at->connectTo(m_at->url());
        QCOMPARE(m_at->part<QLineEdit>("cluster.code").text(), u"delta"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(firstName(m_at->there(u"delta"_s)), u"Edited"_s);
        QCOMPARE(test::bytesOf(path), before);
        QVERIFY(!m_at->document().isClean()); // the file is not what is here
        QVERIFY(m_at->document().isOnCluster());
        m_at->trigger("file.save");
        QVERIFY(m_at->document().isClean());
        QVERIFY(test::bytesOf(path).contains("\"lwt\""));
        // Opened anew, the file still says which edit it comes from.
        m_at->trigger("file.close");
        m_at->workspace().open({path});
        QVERIFY(!m_at->document().origin());
        nameFirst(u"Once more"_s);
        m_at->trigger("file.saveCluster");
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(firstName(m_at->there(u"delta"_s)), u"Once more"_s);
        m_at->dialogs.buttons << 1; // do not save
        m_at->trigger("file.close");
    }

    void anothersEditIsNotOverwritten_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("name"); // there, afterwards
        QTest::addColumn<int>("tabs");
        QTest::addColumn<bool>("isOpen"); // the dialog
        QTest::newRow("overwrite") << u"cluster.overwrite"_s << u"The first"_s << 1 << false;
        QTest::newRow("open beside") << u"cluster.beside"_s << u"Theirs"_s << 2 << false;
        QTest::newRow("cancel") << u"cluster.conflictCancel"_s << u"Theirs"_s << 1 << true;
    }
    void anothersEditIsNotOverwritten()
    {
        QFETCH(const QString, button);
        QFETCH(const QString, name);
        QFETCH(const int, tabs);
        QFETCH(const bool, isOpen);
        m_at->openAlpha();
        ScenarioDocument &mine = m_at->document();
        nameFirst(u"Mine"_s);
        m_at->editThere(u"alpha"_s, u"Theirs"_s);
        const QString theirTime = shownTime(cluster::WriteTime::of(m_at->there(u"alpha"_s)).text());
        m_at->trigger("file.saveCluster");
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->part<QLabel>("cluster.theirTime").isVisible());
        QCOMPARE(m_at->part<QLabel>("cluster.theirTime").text(), theirTime);
        QCOMPARE(m_at->part<QLabel>("cluster.ourTime").text(), shownTime(cluster::WriteTime::of(mine.origin()->base).text()));
        QCOMPARE(m_at->there(u"alpha"_s)[u"name"].toString(), u"Theirs"_s);
        m_at->click(button.toLatin1().constData());
        QTRY_COMPARE(m_at->dialog() != nullptr, isOpen);
        QTRY_COMPARE(m_at->there(u"alpha"_s)[u"name"].toString(), name);
        QCOMPARE(m_at->workspace().pages().size(), tabs);
        QCOMPARE(mine.isClean(), button == "cluster.overwrite"_L1);
        if (tabs == 2)
            QCOMPARE(m_at->document().session().scenario().name(), u"Theirs"_s);
        if (isOpen)
            m_at->click("cluster.close");
    }

    void closingATabSavesWhereItCameFrom()
    {
        m_at->openAlpha();
        nameFirst(u"Mine"_s);
        m_at->dialogs.buttons << 0;
        m_at->trigger("file.close");
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        QVERIFY(m_at->workspace().current());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->workspace().current());
        QCOMPARE(firstName(m_at->there(u"alpha"_s)), u"Mine"_s);
    }

    // What goes wrong ----------------------------------------------------------------------------------------------------------

    void aWrongPasswordIsAskedForAgain()
    {
        m_at->trigger("file.openCluster");
        m_at->type(m_at->url(), u"wr0ng-one"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->error().isEmpty());
        QVERIFY2(m_at->error().contains(u"“ada”"_s) && m_at->error().contains(u"refuses this computer"_s), qPrintable(m_at->error()));
        QVERIFY(!m_at->error().contains(u"wr0ng-one"_s));
        QCOMPARE(m_at->part<QLineEdit>("cluster.password").text(), QString());
        QCOMPARE(m_at->part<QPushButton>("cluster.primary").text(), u"Connect"_s);
        // The guard counts over all dialogs.
        QString said;
        for (int i = 0; i < 10 && m_at->part<QPushButton>("cluster.primary").text() != "Try anyway"_L1; ++i) {
            m_at->part<QLineEdit>("cluster.password").setText(u"wr0ng-%1"_s.arg(i));
            m_at->click("cluster.primary");
            QTRY_VERIFY(m_at->isReady());
            said = m_at->error();
        }
        QVERIFY2(said.contains(u"wait"_s), qPrintable(said));
        m_at->part<QLineEdit>("cluster.password").setText(test::clusterPassword);
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        QCOMPARE(m_at->filesWith("wr0ng"), QStringList());
    }

    void nobodyIsThere()
    {
        const QString address = m_at->url();
        m_at->cluster.stop();
        m_at->trigger("file.openCluster");
        m_at->type(address);
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->error().isEmpty());
        QVERIFY2(m_at->error().contains(u"Check the address"_s), qPrintable(m_at->error()));
        QVERIFY(!m_at->error().contains(test::clusterPassword));
        QCOMPARE(m_at->part<QLineEdit>("cluster.password").text(), test::clusterPassword); // nobody has refused it
    }

    void whatIsNoAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("empty") << QString();
        QTest::newRow("no scheme") << u"cluster.example.com"_s;
        QTest::newRow("a path") << u"https://cluster.example.com/rest"_s;
        QTest::newRow("a password") << u"https://ada:s3cret@cluster.example.com"_s;
        QTest::newRow("another scheme") << u"ftp://cluster.example.com"_s;
    }
    void whatIsNoAddress()
    {
        QFETCH(const QString, address);
        m_at->trigger("file.openCluster");
        m_at->type(address);
        m_at->click("cluster.primary");
        QVERIFY2(m_at->error().contains(u"http://HOST:PORT"_s), qPrintable(m_at->error()));
        QVERIFY(!m_at->error().contains(u"s3cret"_s));
        m_at->click("cluster.close");
        QCOMPARE(m_at->filesWith("s3cret"), QStringList());
    }

    void theListFails()
    {
        m_at->trigger("file.openCluster");
        m_at->connectTo(m_at->url());
        m_at->cluster.stop();
        m_at->click("cluster.reload");
        QTRY_VERIFY(m_at->isReady() && !m_at->part<QLabel>("cluster.listError").text().isEmpty());
        QVERIFY(m_at->part<QLabel>("cluster.listError").text().contains(u"Check the address"_s));
    }

    void aSilentClusterCanBeLeft()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString address = u"http://127.0.0.1:%1"_s.arg(silent.serverPort());
        m_at->trigger("file.openCluster");
        m_at->type(address);
        m_at->click("cluster.primary");
        QVERIFY(m_at->part<QPushButton>("cluster.cancel").isVisible());
        QTRY_VERIFY(silent.hasPendingConnections());
        m_at->click("cluster.cancel");
        QVERIFY(m_at->isReady());
        QVERIFY(m_at->part<QPushButton>("cluster.primary").isEnabled());
        QVERIFY(m_at->part<QLabel>("cluster.busy").text().contains(u"Cancelled"_s));
        // And so it is when the dialog, or the window, goes.
        m_at->click("cluster.primary");
        m_at->dialog()->close();
        QVERIFY(!m_at->dialog());
        m_at->trigger("file.openCluster");
        m_at->type(address);
        m_at->click("cluster.primary");
        m_at->window->close();
    }

    // Secrets ----------------------------------------------------------------------------------------------------------------

    void thePasswordIsKeptForTheSessionAlone()
    {
        m_at->trigger("file.openCluster");
        m_at->choose(u"Another address"_s);
        QTRY_VERIFY(m_at->part<QLabel>("cluster.noKeychain").isVisible());
        QVERIFY(!m_at->part<QCheckBox>("cluster.keepPassword").isVisible());
        m_at->connectTo(m_at->url());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        nameFirst(u"Mine"_s);
        m_stage->scheduler.advance(std::chrono::minutes(1)); // the autosave writes
        QCOMPARE(m_at->keychain->keys, QStringList());
        m_at->trigger("file.saveCluster"); // asks for nothing
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        m_at->click("cluster.close");
        QCOMPARE(m_at->filesWith(QByteArray(test::clusterPassword.latin1())), QStringList());
        QVERIFY(!m_at->filesWith("ada").isEmpty()); // the settings do remember who
    }

    void aKeychainIsUsedAndTheAddressKept()
    {
        m_at.reset();
        m_at = std::make_unique<ClusterStage>(*m_stage, true);
        m_at->trigger("file.openCluster");
        m_at->type(m_at->url());
        QVERIFY(m_at->part<QCheckBox>("cluster.keepPassword").isVisible());
        m_at->part<QCheckBox>("cluster.keepProfile").setChecked(true);
        m_at->click("cluster.primary");
        QVERIFY2(m_at->error().contains(u"name"_s), qPrintable(m_at->error()));
        m_at->part<QLineEdit>("cluster.name").setText(u"mine"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        QTRY_COMPARE(m_at->keychain->keys.size(), 1);
        QVERIFY(m_at->keychain->keys.first().contains(u"profile mine"_s));
        QTRY_VERIFY(!m_at->filesWith("\"mine\"").isEmpty());
        cluster::ProfileStore store(m_at->folder.filePath(u"profiles.json"_s));
        QVERIFY(store.load());
        QCOMPARE(store.names(), QStringList{u"mine"_s});
        QCOMPARE(store.profiles().first().address.toString(), m_at->url());
        QCOMPARE(m_at->filesWith(QByteArray(test::clusterPassword.latin1())), QStringList());
        m_at->click("cluster.close");
        m_at->trigger("file.openCluster"); // the profile is there and chosen, and nothing is asked
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        QCOMPARE(m_at->part<QListWidget>("cluster.list").currentItem()->text(), u"mine"_s);
    }

    void nothingIsAskedWithoutAPassword()
    {
        m_at->trigger("file.openCluster");
        m_at->type(m_at->url(), QString());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->error().isEmpty());
        QVERIFY2(m_at->error().contains(u"Type it in"_s), qPrintable(m_at->error()));
        QVERIFY(m_at->part<QLineEdit>("cluster.password").hasFocus());
    }

    // The embedded cluster -----------------------------------------------------------------------------------------------------

    void theSimulatedClusterStartsOnDemand()
    {
        m_at->trigger("file.openCluster");
        m_at->choose(u"Simulated cluster"_s);
        QCOMPARE(m_at->part<QLineEdit>("cluster.login").text(), u"admin"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        QVERIFY(m_at->codes().contains(u"hello"_s));
        m_at->part<QLineEdit>("cluster.filter").setText(u"hello"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(m_at->document().title(), u"hello"_s);
        m_at->document().session().setEntity(u"name"_s, Json(u"Renamed"_s));
        m_at->trigger("file.save");
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QVERIFY(m_at->document().isClean());
        // It is the same one as long as the program lives.
        m_at->trigger("file.openCluster");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        QVERIFY(test::column(m_at->part<QTableView>("cluster.scripts"), ScriptList::NameColumn).contains(u"Renamed"_s));
        QCOMPARE(m_at->keychainOpened, 0); // so that nobody is asked to unlock it
        m_at->choose(u"Another address"_s);
        QCOMPARE(m_at->keychainOpened, 1);
        m_at->choose(u"Simulated cluster"_s);
        m_at->choose(u"Another address"_s);
        QCOMPARE(m_at->keychainOpened, 1);
        m_at->click("cluster.close");
    }

    void theKeyboardAloneIsEnough()
    {
        m_at->trigger("file.openCluster");
        m_at->type(m_at->url());
        m_at->part<QLineEdit>("cluster.password").setFocus();
        QTest::keyClick(&m_at->part<QLineEdit>("cluster.password"), Qt::Key_Return);
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        QVERIFY(m_at->part<QLineEdit>("cluster.filter").hasFocus());
        QTest::keyClick(&m_at->part<QLineEdit>("cluster.filter"), Qt::Key_Down);
        QTest::keyClick(&m_at->part<QTableView>("cluster.scripts"), Qt::Key_Down);
        QTest::keyClick(&m_at->part<QTableView>("cluster.scripts"), Qt::Key_Return);
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(m_at->document().title(), u"beta"_s);
        m_at->trigger("file.openCluster");
        QTest::keyClick(m_at->dialog(), Qt::Key_Escape);
        QVERIFY(!m_at->dialog());
    }

    void everyWidgetHasAName()
    {
        m_at->trigger("file.openCluster");
        m_at->connectTo(m_at->url());
        const QList<QWidget *> all = m_at->dialog()->findChildren<QWidget *>();
        for (const QWidget *one : all) {
            if (one->isVisible() && one->focusPolicy() != Qt::NoFocus && !qobject_cast<const QPushButton *>(one) &&
                one->objectName().startsWith(u"cluster."_s))
                QVERIFY2(!one->accessibleName().isEmpty() || qobject_cast<const QLabel *>(one), qPrintable(one->objectName()));
        }
        m_at->languages.use(u"ru"_s);
        QTRY_COMPARE(m_at->part<QPushButton>("cluster.close").text(), u"Закрыть"_s);
        m_at->languages.use(u"en"_s);
    }
};

QTEST_MAIN(TestClusterDialog)
#include "tst_clusterdialog.moc"
