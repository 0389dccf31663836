// SPDX-License-Identifier: GPL-3.0-or-later
// The window's current cluster: chosen, connected on demand, asked for, lost and left; and the dialog of profiles. Over real sockets.
#include "cluster/wslink.h"
#include "designer/cluster/dialecttable.h"
#include "designer/cluster/profilesdialog.h"
#include "designer/live/clusterbutton.h"
#include "designer/live/connectprompt.h"
#include "stage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolBar>

using namespace signalbox;
using namespace signalbox::designer;
using namespace Qt::StringLiterals;
using core::Json;
using test::ClusterStage;
using Connection = LiveCluster::Connection;
using Need = LiveCluster::Need;
using State = LiveCluster::State;

namespace {

/// A call and what became of it.
class Opening final
{
public:
    explicit Opening(cluster::Call<Connection> theCall) : call(std::move(theCall))
    {
        call->start([this](const core::Result<Connection> &answer) { result = answer; });
    }
    QString code() const { return !result ? u"(no answer)"_s : *result ? u"ok"_s : result->error().code; }
    Connection connection() const { return result && *result ? **result : nullptr; }

    cluster::Call<Connection> call;
    std::optional<core::Result<Connection>> result;
};

} // namespace

class TestLive final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<ClusterStage> m_at;
    std::unique_ptr<ProfilesDialog> m_profiles;

    cluster::Profile profile(const QString &name) const
    {
        cluster::Profile made;
        made.name = name;
        made.address = QUrl(m_at->url());
        made.domain = m_at->cluster.config().domain;
        made.login = u"ada"_s;
        return made;
    }
    void keep(const cluster::Profile &kept) const
    {
        QVERIFY(cluster::ProfileStore(m_at->path(u"profiles.json"_s)).put(kept));
        m_at->clusters.profiles().load(); // another program has written it
    }
    ClusterChoice choiceOf(const cluster::Profile &kept) const { return {ClusterChoice::Kind::Profile, kept}; }
    QString token() const
    {
        for (const simulator::PointConfig &point : m_at->cluster.config().points) {
            if (point.capabilities.contains(u"svcscript"_s))
                return point.token;
        }
        return {};
    }
    void know(const cluster::Profile &kept, bool withToken = true) const
    {
        m_at->clusters.keepSecret(cluster::SecretKind::Password, choiceOf(kept), test::clusterPassword, false, {});
        if (withToken)
            m_at->clusters.keepSecret(cluster::SecretKind::Token, choiceOf(kept), token(), false, {});
    }
    template <typename T>
    T &part(const char *name) const
    {
        return test::child<T>(*m_profiles, name);
    }
    void click(const char *name) const { QTest::mouseClick(&part<QPushButton>(name), Qt::LeftButton); }
    void type(const char *name, const QString &text) const
    {
        auto &field = part<QLineEdit>(name);
        field.clear();
        QTest::keyClicks(&field, text);
    }
    void openProfiles()
    {
        m_profiles = std::make_unique<ProfilesDialog>(m_at->clusters, m_at->dialogs);
        m_profiles->setAttribute(Qt::WA_DeleteOnClose, false);
        m_profiles->show();
        QTRY_VERIFY(m_at->clusters.profiles().isKnown());
    }
    QStringList names() const
    {
        cluster::ProfileStore store(m_at->path(u"profiles.json"_s));
        return store.load() ? store.names() : QStringList{u"(cannot be read)"_s};
    }
    cluster::Profile stored(const QString &name) const
    {
        cluster::ProfileStore store(m_at->path(u"profiles.json"_s));
        return store.load() && store.find(name) ? *store.find(name) : cluster::Profile();
    }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<ClusterStage>(*m_stage);
    }
    void cleanup()
    {
        m_profiles.reset();
        m_at.reset();
    }
    void cleanupTestCase() { m_stage.reset(); }

    // The current cluster ----------------------------------------------------------------------------------------------------------

    void theSimulatedClusterIsTheFirstOne()
    {
        LiveCluster live(m_at->clusters, m_at->settings);
        QCOMPARE(live.state(), State::Idle);
        QCOMPARE(live.title(), u"Simulated cluster"_s);
        QVERIFY(!live.isProduction());
        QVERIFY(live.extent().isEmpty());
        // Two that need it share one opening; the one that only logs in does not wait for the link.
        Opening run(live.open(Need::Operations));
        Opening list(live.open(Need::Session));
        QCOMPARE(run.code(), u"(no answer)"_s);
        QTRY_COMPARE(live.state(), State::Connecting);
        QTRY_COMPARE_WITH_TIMEOUT(run.code(), u"ok"_s, 20'000);
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE(run.connection(), list.connection());
        QCOMPARE(live.state(), State::Connected);
        QCOMPARE(live.extent(), u"1 node · 1 site"_s);
        QVERIFY(live.isInUse());
        QVERIFY(run.connection()->session().link().isOpen());
        const auto registrations = m_at->await<QList<cluster::Registration>>(run.connection()->access().registrations());
        QVERIFY(registrations && !registrations->isEmpty());
        Opening again(live.open(Need::Operations)); // it is there
        QTRY_COMPARE(again.code(), u"ok"_s);
        QCOMPARE(m_at->keychainOpened, 0); // nobody is asked to unlock one for it
        live.leave();
        QCOMPARE(live.state(), State::Idle);
        QVERIFY(!live.connection());
    }

    void theChoiceIsRemembered()
    {
        keep(profile(u"mine"_s));
        {
            LiveCluster live(m_at->clusters, m_at->settings);
            QTRY_COMPARE(live.choices().size(), 2);
            live.choose(live.choices().constLast());
        }
        LiveCluster live(m_at->clusters, m_at->settings);
        QCOMPARE(live.title(), u"mine"_s);
        know(profile(u"mine"_s));
        Opening run(live.open(Need::Operations));
        QTRY_COMPARE(run.code(), u"ok"_s);
        QCOMPARE(run.connection()->choice().profile.address.toString(), m_at->url());
        // Another one: the first is left, and who waits is told.
        Opening late(live.open(Need::Session));
        live.choose({ClusterChoice::Kind::Simulated, {}});
        QTRY_COMPARE(late.code(), u"cancelled"_s);
        QCOMPARE(live.state(), State::Idle);
    }

    void aProfileThatIsGoneGivesWay()
    {
        m_at->settings.setValue(u"cluster/current"_s, u"profile:gone"_s);
        LiveCluster live(m_at->clusters, m_at->settings);
        QTRY_COMPARE(live.title(), u"Simulated cluster"_s);
    }

    void whatIsMissingFailsWhereNobodyIsAsked()
    {
        LiveCluster live(m_at->clusters, m_at->settings);
        live.choose(choiceOf(profile(u"mine"_s)));
        Opening run(live.open(Need::Operations));
        QTRY_COMPARE(run.code(), u"no_password"_s);
        QCOMPARE(live.state(), State::Failed);
        QCOMPARE(live.error().code, u"no_password"_s);
        know(profile(u"mine"_s), false);
        Opening more(live.open(Need::Operations));
        QTRY_COMPARE(more.code(), u"no_token"_s);
        QCOMPARE(live.state(), State::Connected); // logged in all the same
        Opening session(live.open(Need::Session));
        QTRY_COMPARE(session.code(), u"ok"_s);
    }

    void nobodyThere()
    {
        LiveCluster live(m_at->clusters, m_at->settings);
        const cluster::Profile mine = profile(u"mine"_s);
        live.choose(choiceOf(mine));
        know(mine);
        m_at->cluster.stop();
        Opening run(live.open(Need::Operations));
        QTRY_COMPARE(run.code(), u"unreachable"_s);
        QCOMPARE(live.state(), State::Failed);
        QVERIFY(m_at->cluster.start());
    }

    void thePersonIsAskedForPasswordAndToken()
    {
        LiveCluster live(m_at->clusters, m_at->settings);
        ConnectPrompt prompt(live, m_at->settings);
        live.choose(choiceOf(profile(u"mine"_s)));
        Opening run(live.open(Need::Operations));
        QTRY_VERIFY(prompt.isVisible());
        QVERIFY(test::child<QLabel>(prompt, "cluster.error").text().contains(u"No password is kept"_s));
        test::child<QLineEdit>(prompt, "cluster.password").setText(u"wr0ng"_s);
        QTest::mouseClick(&test::child<QPushButton>(prompt, "prompt.primary"), Qt::LeftButton);
        QTRY_VERIFY(test::child<QLabel>(prompt, "cluster.error").text().contains(u"failed"_s));
        QCOMPARE(run.code(), u"(no answer)"_s);
        QTest::keyClicks(&test::child<QLineEdit>(prompt, "cluster.password"), test::clusterPassword);
        QTest::keyClick(&test::child<QLineEdit>(prompt, "cluster.password"), Qt::Key_Return);
        QTRY_VERIFY(test::child<QLineEdit>(prompt, "prompt.token").isVisible());
        QTRY_VERIFY(test::child<QLabel>(prompt, "prompt.noKeychain").isVisibleTo(&prompt));
        QTest::keyClicks(&test::child<QLineEdit>(prompt, "prompt.token"), u"0123456789abcdef0123456789abcdef"_s); // nobody's
        QTest::keyClick(&test::child<QLineEdit>(prompt, "prompt.token"), Qt::Key_Return);
        QTRY_VERIFY(test::child<QLineEdit>(prompt, "prompt.token").isVisible());
        QTRY_VERIFY(test::child<QLabel>(prompt, "prompt.error").text().contains(u"401"_s));
        QTest::keyClicks(&test::child<QLineEdit>(prompt, "prompt.token"), token());
        QTest::keyClick(&test::child<QLineEdit>(prompt, "prompt.token"), Qt::Key_Return);
        QTRY_COMPARE(run.code(), u"ok"_s);
        QVERIFY(!prompt.isVisible());
        QCOMPARE(m_at->filesWith(token().toLatin1()), QStringList());
        QCOMPARE(m_at->filesWith(QByteArray(test::clusterPassword.latin1())), QStringList());
        // The next time nothing is asked.
        live.leave();
        Opening again(live.open(Need::Operations));
        QTRY_COMPARE(again.code(), u"ok"_s);
        QVERIFY(!prompt.isVisible());
    }

    void whoClosesTheQuestionGivesUp()
    {
        LiveCluster live(m_at->clusters, m_at->settings);
        ConnectPrompt prompt(live, m_at->settings);
        live.choose(choiceOf(profile(u"mine"_s)));
        Opening run(live.open(Need::Operations));
        QTRY_VERIFY(prompt.isVisible());
        QTest::keyClick(&prompt, Qt::Key_Escape);
        QTRY_COMPARE(run.code(), u"cancelled"_s);
        QCOMPARE(live.state(), State::Idle);
        Opening more(live.open(Need::Session));
        QTRY_VERIFY(prompt.isVisible());
        live.leave(); // the question goes with it
        QVERIFY(!prompt.isVisible());
        QTRY_COMPARE(more.code(), u"cancelled"_s);
    }

    void aSessionThatEndsEndsTheWaiting()
    {
        LiveCluster live(m_at->clusters, m_at->settings);
        ConnectPrompt prompt(live, m_at->settings);
        const cluster::Profile mine = profile(u"mine"_s);
        live.choose(choiceOf(mine));
        know(mine, false);
        Opening run(live.open(Need::Operations));
        QTRY_VERIFY(prompt.isVisible()); // for the token
        live.take({u"expired"_s, u"The session is over."_s, {}});
        QTRY_COMPARE(run.code(), u"expired"_s);
        QVERIFY(!prompt.isVisible());
        QCOMPARE(live.state(), State::Failed);
        know(mine);
        Opening again(live.open(Need::Operations));
        QTRY_COMPARE(again.code(), u"ok"_s);
    }

    void theAddressThatWasTypedIsTheOneThatIsTold()
    {
        LiveCluster live(m_at->clusters, m_at->settings);
        ConnectPrompt prompt(live, m_at->settings);
        live.choose({});
        Opening list(live.open(Need::Session));
        QTRY_VERIFY(prompt.isVisible());
        test::child<QLineEdit>(prompt, "cluster.address").setText(m_at->url());
        test::child<QLineEdit>(prompt, "cluster.domain").setText(m_at->cluster.config().domain);
        test::child<QLineEdit>(prompt, "cluster.login").setText(u"ada"_s);
        test::child<QLineEdit>(prompt, "cluster.password").setText(test::clusterPassword);
        QSignalSpy told(&live, &LiveCluster::choiceChanged);
        QTest::mouseClick(&test::child<QPushButton>(prompt, "prompt.primary"), Qt::LeftButton);
        QTRY_COMPARE(list.code(), u"ok"_s);
        QCOMPARE(live.title(), QUrl(m_at->url()).authority());
        QVERIFY(!told.isEmpty());
    }

    void theConnectionOutlivesProfilesThatAreReadAnew()
    {
        cluster::Profile open = profile(u"mine"_s); // of which the person says who logs in where
        open.domain.clear();
        open.login.clear();
        keep(open);
        LiveCluster live(m_at->clusters, m_at->settings);
        ConnectPrompt prompt(live, m_at->settings);
        QTRY_COMPARE(live.choices().size(), 2);
        live.choose(live.choices().constLast());
        Opening list(live.open(Need::Session));
        QTRY_VERIFY(prompt.isVisible());
        test::child<QLineEdit>(prompt, "cluster.domain").setText(m_at->cluster.config().domain);
        test::child<QLineEdit>(prompt, "cluster.login").setText(u"ada"_s);
        test::child<QLineEdit>(prompt, "cluster.password").setText(test::clusterPassword);
        QTest::mouseClick(&test::child<QPushButton>(prompt, "prompt.primary"), Qt::LeftButton);
        QTRY_COMPARE(list.code(), u"ok"_s);
        QSignalSpy read(&m_at->clusters.profiles(), &Profiles::changed);
        m_at->clusters.profiles().load();
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(live.state(), State::Connected);
        // Its new name neither: it is the same cluster.
        cluster::Profile renamed = open;
        renamed.name = u"yours"_s;
        m_at->clusters.profiles().put(renamed, u"mine"_s, [](const auto &) {});
        QTRY_COMPARE(live.title(), u"yours"_s);
        QCOMPARE(live.state(), State::Connected);
        QCOMPARE(m_at->settings.value(u"cluster/current"_s).toString(), u"profile:yours"_s);
    }

    void aLinkThatIsLostIsOpenedAgain()
    {
        LiveCluster live(m_at->clusters, m_at->settings);
        const cluster::Profile mine = profile(u"mine"_s);
        live.choose(choiceOf(mine));
        know(mine);
        Opening run(live.open(Need::Operations));
        QTRY_COMPARE(run.code(), u"ok"_s);
        QList<State> states;
        connect(&live, &LiveCluster::stateChanged, this, [&] { states.append(live.state()); });
        const simulator::NodeAddress node = m_at->cluster.nodes().constFirst();
        QVERIFY(m_at->cluster.killNode(node.site, node.node));
        QTRY_COMPARE(live.state(), State::Lost);
        QVERIFY(!live.error().message.isEmpty());
        QVERIFY(m_at->cluster.startNode(node.site, node.node));
        QTRY_COMPARE_WITH_TIMEOUT(live.state(), State::Connected, 20'000);
        QVERIFY(states.contains(State::Lost));
        Opening next(live.open(Need::Operations));
        QTRY_COMPARE(next.code(), u"ok"_s);
    }

    void theButtonTellsAndChooses()
    {
        cluster::Profile real = profile(u"real & true"_s);
        real.isProduction = true;
        keep(real);
        LiveCluster live(m_at->clusters, m_at->settings);
        QTRY_COMPARE(live.choices().size(), 2);
        ClusterButton button(live, m_stage->appearance, {});
        button.show();
        QVERIFY(button.accessibleName().contains(u"Simulated cluster, not connected"_s));
        QSignalSpy chosen(&button, &ClusterButton::chosen);
        Q_EMIT button.menu()->aboutToShow();
        QList<QAction *> actions = button.menu()->actions();
        QCOMPARE(actions.at(1)->text(), u"real && true · production"_s);
        QVERIFY(actions.at(0)->isChecked());
        actions.at(1)->trigger();
        QCOMPARE(chosen.size(), 1);
        live.choose(chosen.first().first().value<ClusterChoice>());
        QVERIFY(live.isProduction());
        QVERIFY(button.accessibleName().contains(u"production"_s));
        know(real);
        Opening run(live.open(Need::Session));
        QTRY_COMPARE(run.code(), u"ok"_s);
        QVERIFY(button.accessibleName().endsWith(u"connected"_s));
        QVERIFY(button.sizeHint().width() > 100);
    }

    void productionColoursTheWindow()
    {
        cluster::Profile real = profile(u"real one"_s);
        real.isProduction = true;
        keep(real);
        LiveCluster &live = m_at->window->live();
        QTRY_COMPARE(live.choices().size(), 2);
        auto &stripe = test::child<QToolBar>(*m_at->window, "production");
        QVERIFY(!stripe.isVisible());
        live.choose(live.choices().constLast());
        QVERIFY(stripe.isVisible());
        QVERIFY(test::child<QLabel>(stripe, "production.text").text().contains(u"“real one” is production"_s));
        m_at->shut(); // and so it is the next time
        m_at->open();
        QTRY_VERIFY(test::child<QToolBar>(*m_at->window, "production").isVisible());
        m_at->window->live().choose({ClusterChoice::Kind::Simulated, {}});
        QVERIFY(!test::child<QToolBar>(*m_at->window, "production").isVisible());
    }

    void disconnectingIsAskedAboutWhereSomebodyNeedsIt()
    {
        const cluster::Profile mine = profile(u"mine"_s);
        keep(mine);
        know(mine);
        LiveCluster &live = m_at->window->live();
        live.choose(choiceOf(mine));
        m_at->trigger("cluster.connect");
        QTRY_COMPARE(live.state(), State::Connected);
        QVERIFY(!m_at->window->actions().find(u"cluster.connect"_s)->isEnabled());
        m_at->trigger("cluster.disconnect"); // nobody uses it
        QCOMPARE(live.state(), State::Idle);
        std::optional<Opening> run(live.open(Need::Operations));
        QTRY_COMPARE(run->code(), u"ok"_s);
        m_at->dialogs.buttons << 1; // stay
        m_at->trigger("cluster.disconnect");
        QCOMPARE(live.state(), State::Connected);
        m_at->dialogs.buttons << 0;
        m_at->trigger("cluster.disconnect");
        QCOMPARE(live.state(), State::Idle);
        m_at->trigger("cluster.profiles");
        QVERIFY(m_at->window->findChild<ProfilesDialog *>());
    }

    void profilesThatCannotBeReadAreTheReason()
    {
        test::writeFile(m_at->path(u"profiles.json"_s), "{");
        m_at->settings.setValue(u"cluster/current"_s, u"profile:mine"_s);
        m_at->shut();
        m_at->clusters.profiles().load();
        QTRY_VERIFY(!m_at->clusters.profiles().error().code.isEmpty());
        LiveCluster live(m_at->clusters, m_at->settings);
        Opening run(live.open(Need::Session));
        QTRY_VERIFY(run.result && !*run.result);
        QVERIFY2(run.result->error().message.contains(u"profiles.json"_s), qPrintable(run.result->error().message));
        m_at->open();
    }

    // Profiles ------------------------------------------------------------------------------------------------------------------

    void aProfileIsAddedChangedDuplicatedRenamedAndDeleted()
    {
        openProfiles();
        QCOMPARE(names(), QStringList());
        QVERIFY(!part<QPushButton>("profiles.save").isEnabled());
        click("profiles.add");
        type("profile.name", u"mine"_s);
        type("profile.address", m_at->url());
        type("profile.domain", m_at->cluster.config().domain);
        type("profile.login", u"ada"_s);
        type("profile.password", test::clusterPassword);
        part<QCheckBox>("profile.production").setChecked(true);
        part<QSpinBox>("profile.requestWait").setValue(12);
        click("profiles.save");
        QTRY_COMPARE(names(), QStringList{u"mine"_s});
        QTRY_VERIFY(part<QLabel>("profiles.note").text().contains(u"saved"_s));
        QCOMPARE(stored(u"mine"_s).address.toString(), m_at->url());
        QCOMPARE(stored(u"mine"_s).timeouts.request.count(), 12'000);
        QVERIFY(stored(u"mine"_s).isProduction);
        QVERIFY(m_at->clusters.remembers(choiceOf(stored(u"mine"_s))));
        QCOMPARE(part<QLineEdit>("profile.password").text(), QString());
        QCOMPARE(m_at->filesWith(QByteArray(test::clusterPassword.latin1())), QStringList());

        click("profiles.duplicate");
        QCOMPARE(part<QLineEdit>("profile.name").text(), u"mine 2"_s);
        click("profiles.save");
        QTRY_COMPARE(names(), (QStringList{u"mine"_s, u"mine 2"_s}));
        QTRY_VERIFY(part<QPushButton>("profiles.duplicate").isEnabled());
        m_at->clusters.keepSecret(cluster::SecretKind::Password, choiceOf(stored(u"mine 2"_s)), u"0ther"_s, false, {});
        type("profile.name", u"other"_s);
        click("profiles.save");
        QTRY_COMPARE(names(), (QStringList{u"mine"_s, u"other"_s}));         // renamed at its place
        QTRY_VERIFY(m_at->clusters.remembers(choiceOf(stored(u"other"_s)))); // and its password goes along
        QTRY_VERIFY(part<QPushButton>("profiles.delete").isEnabled());
        m_at->dialogs.buttons << 1;
        click("profiles.delete");
        QCOMPARE(names().size(), 2);
        m_at->dialogs.buttons << 0;
        click("profiles.delete");
        QTRY_COMPARE(names(), QStringList{u"mine"_s});
        QVERIFY(m_at->dialogs.asked.constLast().contains(u"other"_s));
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"mine"_s);
        QTRY_VERIFY(part<QLabel>("profiles.note").text().contains(u"deleted"_s));
        QVERIFY(m_at->clusters.remembers(choiceOf(stored(u"mine"_s))));
        const ClusterChoice last = choiceOf(stored(u"mine"_s));
        m_at->dialogs.buttons << 0;
        click("profiles.delete");
        QTRY_COMPARE(names(), QStringList());
        QTRY_VERIFY(!m_at->clusters.remembers(last));
    }

    void whatCannotBeDeletedKeepsItsSecrets()
    {
        keep(profile(u"mine"_s));
        know(profile(u"mine"_s));
        openProfiles();
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"mine"_s);
        test::writeFile(m_at->path(u"profiles.json"_s), "{"); // another program has damaged it
        m_at->dialogs.buttons << 0;
        click("profiles.delete");
        QTRY_VERIFY(part<QLabel>("profiles.note").text().contains(u"profiles.json"_s));
        QVERIFY(m_at->clusters.remembers(choiceOf(profile(u"mine"_s))));
    }

    void aNewPasswordOutlivesTheRenaming()
    {
        m_at = nullptr;
        m_at = std::make_unique<ClusterStage>(*m_stage, true);
        keep(profile(u"mine"_s));
        m_at->clusters.keepSecret(cluster::SecretKind::Password, choiceOf(profile(u"mine"_s)), u"0ld"_s, true, [](const auto &) {});
        openProfiles();
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"mine"_s);
        type("profile.name", u"other"_s);
        type("profile.password", u"n3w"_s);
        click("profiles.save");
        QTRY_COMPARE(names(), QStringList{u"other"_s});
        const auto kept = [this](const QString &name) {
            const auto found =
                m_at->await<std::optional<QString>>(m_at->keychain->read(cluster::secretKey(cluster::SecretKind::Password, profile(name))));
            return found ? found->value_or(u"(none)"_s) : found.error().message;
        };
        QTRY_COMPARE(kept(u"mine"_s), u"(none)"_s);
        QTRY_COMPARE(kept(u"other"_s), u"n3w"_s);
    }

    void everyPartIsKept()
    {
        openProfiles();
        click("profiles.add");
        type("profile.name", u"whole"_s);
        type("profile.address", u"https://127.0.0.1:1"_s);
        const QString pem = QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/unit/cluster/tls/");
        m_at->dialogs.paths << pem + u"authority.pem"_s;
        click("profile.ca.browse");
        type("profile.certificate", pem + u"client.pem"_s);
        type("profile.key", pem + u"client.key"_s);
        const QString pin = cluster::pinPrefix + QString::fromLatin1(QByteArray(32, 'x').toBase64());
        type("profile.pins", pin);
        part<QComboBox>("profile.proxyKind").setCurrentIndex(2);
        type("profile.proxyHost", u"proxy.example"_s);
        part<QSpinBox>("profile.proxyPort").setValue(1080);
        type("profile.proxyUser", u"porter"_s);
        auto &nodes = part<QTableWidget>("profile.nodes");
        click("profile.addNode");
        nodes.item(0, 0)->setText(u"main/ws1"_s);
        nodes.item(0, 1)->setText(u"https://ws1.example:8443"_s);
        auto &dialect = part<QTableView>("profile.dialect");
        const int row = static_cast<int>(core::Dialect::fieldNames().indexOf(u"pingIntervalMs"_s));
        QVERIFY(!dialect.model()->setData(dialect.model()->index(row, 1), u"soon"_s));
        QVERIFY(part<QLabel>("profile.dialect.error").text().contains(u"whole number"_s));
        QVERIFY(dialect.model()->setData(dialect.model()->index(row, 1), u"20000"_s));
        QVERIFY(part<QLabel>("profile.dialect.error").text().isEmpty());
        click("profiles.save");
        QTRY_COMPARE(names(), QStringList{u"whole"_s});
        const cluster::Profile kept = stored(u"whole"_s);
        QCOMPARE(kept.caFile, pem + u"authority.pem"_s);
        QCOMPARE(kept.clientKey, pem + u"client.key"_s);
        QCOMPARE(kept.pinnedKeys, QStringList{pin});
        QCOMPARE(kept.proxy, (cluster::ProxyAddress{cluster::ProxyAddress::Kind::Socks5, u"proxy.example"_s, 1080, u"porter"_s}));
        QCOMPARE(kept.nodes.value(u"main/ws1"_s).toString(), u"https://ws1.example:8443"_s);
        QCOMPARE(kept.dialect.pingIntervalMs, 20'000);
    }

    void whatIsWrongIsSaidAtTheField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("no name") << u"profile.name"_s << QString() << u"needs a name"_s;
        QTest::newRow("a name that is taken") << u"profile.name"_s << u"taken"_s << u"already"_s;
        QTest::newRow("address") << u"profile.address"_s << u"cluster.example"_s << u"http://HOST:PORT"_s;
        QTest::newRow("a password in the address") << u"profile.address"_s << u"https://ada:s3cret@a.example"_s << u"http://HOST:PORT"_s;
        QTest::newRow("no such file") << u"profile.ca"_s << u"/none.pem"_s << u"no such file"_s;
        QTest::newRow("certificate alone") << u"profile.certificate"_s
                                           << QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/unit/cluster/tls/client.pem") << QString();
        QTest::newRow("no pin") << u"profile.pins"_s << u"sha256//abc"_s << u"Base64"_s;
    }
    void whatIsWrongIsSaidAtTheField()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, typed);
        QFETCH(const QString, said);
        keep(profile(u"mine"_s));
        keep(profile(u"taken"_s));
        openProfiles();
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"mine"_s);
        QTest::keyClicks(&part<QLineEdit>("profile.login"), u"x"_s);
        type(field.toLatin1().constData(), typed);
        click("profiles.save");
        const QString wrong = said.isEmpty() ? u"profile.key"_s : field; // the other half of the pair
        auto &error = part<QLabel>((wrong + u".error"_s).toLatin1().constData());
        QVERIFY2(!error.text().isEmpty() && error.text().contains(said), qPrintable(error.text()));
        QVERIFY(error.isVisible());
        QVERIFY(part<QLineEdit>(wrong.toLatin1().constData()).hasFocus());
        QVERIFY(!error.text().contains(u"s3cret"_s));
        const QString english = error.text();
        m_at->languages.use(u"ru"_s);
        QTRY_VERIFY(error.text() != english);
        QVERIFY(!error.text().isEmpty() && error.isVisible());
        m_at->languages.use(u"en"_s);
        QTRY_COMPARE(error.text(), english);
        QVERIFY(part<QLabel>("profiles.note").text().contains(u"Not saved"_s));
        QCOMPARE(stored(u"mine"_s).login, u"ada"_s);
        m_at->dialogs.buttons << 1; // throw away
        m_profiles->reject();
        QVERIFY(!m_profiles->isVisible());
    }

    void aPinWantsNodesWithTls()
    {
        cluster::Profile mixed = profile(u"mine"_s);
        mixed.address = QUrl(u"https://a.example"_s);
        mixed.nodes.insert(u"main/ws1"_s, QUrl(u"http://ws1.example"_s));
        keep(mixed);
        openProfiles();
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"mine"_s);
        type("profile.pins", cluster::pinPrefix + QString::fromLatin1(QByteArray(32, 'x').toBase64()));
        click("profiles.save");
        QVERIFY(part<QLabel>("profile.pins.error").text().contains(u"of the nodes"_s));
        QVERIFY(part<QLabel>("profile.pins.error").isVisible());
        QVERIFY(stored(u"mine"_s).pinnedKeys.isEmpty());
        part<QTableWidget>("profile.nodes").item(0, 1)->setText(u"https://ws1.example"_s);
        click("profiles.save");
        QTRY_COMPARE(stored(u"mine"_s).pinnedKeys.size(), 1);
    }

    void editsAreNotLostUnasked()
    {
        keep(profile(u"mine"_s));
        keep(profile(u"other"_s));
        openProfiles();
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"mine"_s);
        auto &list = part<QListWidget>("profiles.list");
        type("profile.login", u"eve"_s);
        m_at->dialogs.buttons << 2; // go on editing
        list.setCurrentRow(1);
        QCOMPARE(part<QLineEdit>("profile.login").text(), u"eve"_s);
        QCOMPARE(list.currentRow(), 0);
        m_at->dialogs.buttons << 0; // save
        list.setCurrentRow(1);
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"other"_s);
        QCOMPARE(stored(u"mine"_s).login, u"eve"_s);
        type("profile.login", u"mallory"_s);
        m_at->dialogs.buttons << 1; // throw away
        list.setCurrentRow(0);
        QCOMPARE(part<QLineEdit>("profile.login").text(), u"eve"_s);
        QCOMPARE(stored(u"other"_s).login, u"ada"_s);
    }

    void aFileThatCannotBeReadIsToldOf()
    {
        test::writeFile(m_at->path(u"profiles.json"_s), "{\"profiles\": [");
        openProfiles();
        QTRY_VERIFY(part<QLabel>("profiles.note").text().contains(u"profiles.json"_s));
        QCOMPARE(part<QListWidget>("profiles.list").count(), 0);
    }

    void theConnectionIsTested()
    {
        keep(profile(u"mine"_s));
        openProfiles();
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"mine"_s);
        type("profile.password", test::clusterPassword);
        type("profile.token", token());
        click("profiles.test");
        QTRY_VERIFY(part<QLabel>("profiles.note").text().contains(u"Everything works"_s));
        QVERIFY(part<QLabel>("profile.test.4").text().contains(u"ada"_s));
        QVERIFY(part<QLabel>("profile.test.6").text().contains(u"svcscript"_s));
        click("profiles.test"); // back
        QVERIFY(part<QLineEdit>("profile.name").isVisible());
        type("profile.password", u"wr0ng"_s);
        click("profiles.test");
        QTRY_VERIFY(part<QLabel>("profiles.note").text().contains(u"does not work"_s));
        QVERIFY2(part<QLabel>("profile.test.4").text().contains(u"Check login"_s), qPrintable(part<QLabel>("profile.test.4").text()));
        QVERIFY(part<QLabel>("profile.test.5").text().contains(u"not tried"_s));
        m_at->dialogs.buttons << 1;
        m_profiles->reject();
    }

    void everyAssumptionHasItsMeaning()
    {
        for (const QString &field : core::Dialect::fieldNames())
            QVERIFY2(!dialectMeaning(field).isEmpty(), qPrintable(field));
        QVERIFY(dialectMeaning(u"nonsense"_s).isEmpty());
    }

    void everyWidgetHasAName()
    {
        keep(profile(u"mine"_s));
        openProfiles();
        QTRY_COMPARE(part<QLineEdit>("profile.name").text(), u"mine"_s);
        auto &tabs = part<QTabWidget>("profile");
        for (int page = 0; page < tabs.count(); ++page) {
            tabs.setCurrentIndex(page);
            QVERIFY(!tabs.tabText(page).isEmpty());
            for (const QWidget *one : tabs.currentWidget()->findChildren<QWidget *>()) {
                if (one->isVisible() && one->focusPolicy() != Qt::NoFocus && one->objectName().startsWith(u"profile."_s) &&
                    !qobject_cast<const QAbstractButton *>(one))
                    QVERIFY2(!one->accessibleName().isEmpty(), qPrintable(one->objectName()));
            }
        }
        m_at->languages.use(u"ru"_s);
        QTRY_COMPARE(part<QPushButton>("profiles.close").text(), u"Закрыть"_s);
        m_at->languages.use(u"en"_s);
    }
};

QTEST_MAIN(TestLive)
#include "tst_live.moc"
