// SPDX-License-Identifier: GPL-3.0-or-later
// What a cluster can do to a person who opens or saves: ban them, put them off, show a certificate that cannot be taken; and what is asked
// before anything goes to production. Nothing is lost by any of it.
#include "designer/cluster/productionpage.h"
#include "stage.h"

#include <QComboBox>

using namespace signalbox;
using namespace signalbox::designer;
using namespace Qt::StringLiterals;
using core::Json;
using test::ClusterStage;

namespace {

QString tlsFile(const QString &name)
{
    return QStringLiteral(SIGNALBOX_SOURCE_DIR "/tests/unit/cluster/tls/") + name;
}

/// A rule that acts on one request.
Json faultRule(const QString &verb, const QString &path, int status, int retryAfter, int count)
{
    Json effect = Json::object({{u"status"_s, Json(status)}});
    if (retryAfter >= 0)
        effect.set(u"retryAfter"_s, Json(retryAfter));
    const Json rule = Json::object({{u"name"_s, Json(u"once"_s)},
                                    {u"on"_s, Json::object({{u"verb"_s, Json(verb)}, {u"path"_s, Json(path)}})},
                                    {u"count"_s, Json(count)},
                                    {u"do"_s, effect}});
    return Json::object({{u"rules"_s, Json::array({rule})}});
}

} // namespace

class TestClusterFaults final : public QObject
{
    Q_OBJECT

private:
    using Store = std::shared_ptr<secrets::SecretStore>;
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<ClusterStage> m_at;

    QString primary() const { return m_at->part<QPushButton>("cluster.primary").text(); }
    QString listError() const { return m_at->part<QLabel>("cluster.listError").text(); }
    void putProfile(cluster::Profile profile) const
    {
        profile.domain = m_at->cluster.config().domain;
        profile.login = u"ada"_s;
        QVERIFY(cluster::ProfileStore(m_at->path(u"profiles.json"_s)).put(profile));
    }
    /// The dialog with this profile in front and the password typed in.
    void openWith(const QString &profile)
    {
        m_at->trigger("file.openCluster");
        QTRY_COMPARE(m_at->part<QListWidget>("cluster.list").findItems(profile, Qt::MatchExactly).size(), 1);
        m_at->choose(profile);
        m_at->part<QLineEdit>("cluster.password").setText(test::clusterPassword);
    }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<ClusterStage>(*m_stage);
    }
    void cleanup() { m_at.reset(); }
    void cleanupTestCase() { m_stage.reset(); }

    void aBanIsToldAndNothingIsLost()
    {
        m_at->trigger("file.openCluster");
        m_at->type(m_at->url());
        for (int i = 0; i < m_at->cluster.config().dialect.banFailures; ++i) {
            m_at->part<QLineEdit>("cluster.password").setText(u"wr0ng-%1"_s.arg(i));
            m_at->click("cluster.primary");
            QTRY_VERIFY(m_at->isReady());
        }
        m_at->part<QLineEdit>("cluster.password").setText(test::clusterPassword); // the right one, too late
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady());
        QVERIFY2(m_at->error().contains(u"may be banned"_s) && m_at->error().contains(u"seconds"_s), qPrintable(m_at->error()));
        QCOMPARE(m_at->part<QLineEdit>("cluster.address").text(), m_at->url());
        QCOMPARE(m_at->part<QLineEdit>("cluster.login").text(), u"ada"_s);
        QCOMPARE(m_at->part<QLineEdit>("cluster.password").text(), test::clusterPassword); // nobody has looked at it
        // When the ban is over, the same form works as it stands.
        QVERIFY(m_at->cluster.advanceClock(std::chrono::seconds(m_at->cluster.config().dialect.banWindowS + 1)));
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
    }

    void aLoginIsPutOff()
    {
        QVERIFY(m_at->cluster.setFaults(faultRule(u"POST"_s, u"/rest/v1/iam/sessions"_s, 503, 7, 1)));
        m_at->trigger("file.openCluster");
        m_at->type(m_at->url());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->error().isEmpty());
        QVERIFY2(m_at->error().contains(u"asked again in 7 s"_s), qPrintable(m_at->error()));
        QCOMPARE(m_at->part<QLineEdit>("cluster.password").text(), test::clusterPassword);
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
    }

    void tooManySessionsAreToldApart()
    {
        QVERIFY(m_at->cluster.setFaults(faultRule(u"POST"_s, u"/rest/v1/iam/sessions"_s, 429, -1, 1)));
        m_at->trigger("file.openCluster");
        m_at->type(m_at->url());
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->error().isEmpty());
        QVERIFY2(m_at->error().contains(u"as many sessions as the cluster allows"_s), qPrintable(m_at->error()));
        QCOMPARE(m_at->part<QLineEdit>("cluster.password").text(), test::clusterPassword);
    }

    void aListIsPutOffAndReadAgain()
    {
        m_at->trigger("file.openCluster");
        m_at->connectTo(m_at->url());
        // Longer than anybody waits for: said at once. What is listed stays, and comes again.
        QVERIFY(m_at->cluster.setFaults(faultRule(u"GET"_s, u"/rest/v1/*"_s, 429, 600, 1)));
        m_at->click("cluster.reload");
        QTRY_VERIFY(m_at->isReady() && !listError().isEmpty());
        QVERIFY2(listError().contains(u"asked again in 600 s"_s) && listError().contains(u"try again"_s), qPrintable(listError()));
        QCOMPARE(m_at->codes(), (QStringList{u"alpha"_s, u"beta"_s}));
        m_at->click("cluster.reload");
        QTRY_VERIFY(m_at->isReady() && listError().isEmpty());
    }

    void aSavingThatIsPutOffCanBeRepeated()
    {
        m_at->openAlpha();
        m_at->document().session().setProperty({1}, u"name"_s, Json(u"Mine"_s));
        m_at->trigger("file.saveCluster");
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        QVERIFY(m_at->cluster.setFaults(faultRule(u"P*"_s, u"/rest/v1/*"_s, 429, 5, 1)));
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady() && !listError().isEmpty());
        QVERIFY2(listError().contains(u"asked again in 5 s"_s), qPrintable(listError()));
        QVERIFY(!m_at->document().isClean()); // it is not taken for saved
        QCOMPARE(m_at->part<QLineEdit>("cluster.code").text(), u"alpha"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(!m_at->dialog());
        QCOMPARE(m_at->there(u"alpha"_s)[u"scriptdata"][u"objects"].at(0)[u"name"].toString(), u"Mine"_s);
    }

    void certificatesThatCannotBeTaken_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("pin");
        QTest::addColumn<QString>("said"); // empty: it is taken
        const QString good = u"sha256//Qk9PCc370AQGs+UMvMcj7HQqQEIVrtkk9RCD8ev628k="_s;
        const QString other = u"sha256//"_s + QString::fromLatin1(QByteArray(32, 'x').toBase64());
        QTest::newRow("unknown authority") << u"server"_s << QString() << u"127.0.0.1"_s << QString()
                                           << u"does not trust “Signalbox test authority”"_s;
        QTest::newRow("wrong host name") << u"server"_s << u"authority.pem"_s << u"localhost"_s << QString()
                                         << u"for other names (127.0.0.1)"_s;
        QTest::newRow("expired") << u"expired"_s << u"past-authority.pem"_s << u"127.0.0.1"_s << QString() << u"expired on"_s;
        QTest::newRow("another key than pinned") << u"server"_s << u"authority.pem"_s << u"127.0.0.1"_s << other << u"another key"_s;
        QTest::newRow("good") << u"server"_s << u"authority.pem"_s << u"127.0.0.1"_s << good << QString();
    }
    void certificatesThatCannotBeTaken()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, authority);
        QFETCH(const QString, host);
        QFETCH(const QString, pin);
        QFETCH(const QString, said);
        simulator::ClusterConfig config = ClusterStage::config();
        config.tls = simulator::TlsConfig{tlsFile(certificate + u".pem"_s), tlsFile(certificate + u".key"_s), {}};
        simulator::SimulatedCluster secure(config);
        const auto started = secure.start();
        QVERIFY2(started, qPrintable(started ? QString() : started.error().message));
        cluster::Profile profile;
        profile.name = u"secure"_s;
        profile.address = secure.nodes().constFirst().url;
        profile.address.setScheme(u"https"_s);
        profile.address.setHost(host);
        profile.caFile = authority.isEmpty() ? QString() : tlsFile(authority);
        if (!pin.isEmpty())
            profile.pinnedKeys = {pin};
        putProfile(profile);
        openWith(u"secure"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady() && (!m_at->error().isEmpty() || !m_at->codes().isEmpty()));
        QCOMPARE(m_at->error().isEmpty(), said.isEmpty());
        QVERIFY2(m_at->error().contains(said), qPrintable(m_at->error()));
        QVERIFY(!m_at->error().contains(test::clusterPassword));
        if (!said.isEmpty())
            QCOMPARE(m_at->part<QLineEdit>("cluster.password").text(), test::clusterPassword); // to be tried again
        m_at->click("cluster.close");
    }

    // Production -----------------------------------------------------------------------------------------------------------------

    void savingToProductionIsAskedAbout_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("isSaved");
        QTest::newRow("saved") << u"cluster.productionSave"_s << true;
        QTest::newRow("not saved") << u"cluster.productionCancel"_s << false;
    }
    void savingToProductionIsAskedAbout()
    {
        QFETCH(const QString, button);
        QFETCH(const bool, isSaved);
        cluster::Profile profile;
        profile.name = u"real one"_s;
        profile.address = QUrl(m_at->url());
        profile.isProduction = true;
        putProfile(profile);
        openWith(u"real one"_s);
        m_at->click("cluster.primary");
        QTRY_VERIFY(m_at->isReady() && !m_at->codes().isEmpty());
        m_at->click("cluster.primary"); // opening asks nothing
        QTRY_VERIFY(!m_at->dialog());
        m_at->document().session().setProperty({1}, u"name"_s, Json(u"Mine"_s));
        m_at->trigger("file.save");
        QTRY_VERIFY(m_at->isReady() && m_at->part<QPushButton>("cluster.primary").isEnabled());
        m_at->click("cluster.primary");
        const auto &question = m_at->part<QLabel>("cluster.production");
        QTRY_VERIFY(question.isVisible());
        for (const QString &part : {u"“alpha”"_s, u"“real one”"_s, m_at->url(), u"production"_s, u"“ada”"_s})
            QVERIFY2(question.text().contains(part), qPrintable(question.text()));
        QVERIFY(m_at->part<QPushButton>("cluster.productionCancel").hasFocus()); // Enter does no harm
        QVERIFY(!m_at->part<QPushButton>("cluster.primary").isVisible());
        QCOMPARE(m_at->there(u"alpha"_s)[u"scriptdata"][u"objects"].at(0)[u"name"].toString(), u"Start"_s);
        m_at->click(button.toLatin1().constData());
        QTRY_COMPARE(m_at->dialog() == nullptr, isSaved);
        QCOMPARE(m_at->there(u"alpha"_s)[u"scriptdata"][u"objects"].at(0)[u"name"].toString(), isSaved ? u"Mine"_s : u"Start"_s);
        QCOMPARE(m_at->document().isClean(), isSaved);
        if (!isSaved)
            m_at->click("cluster.close");
    }

    // The keychain ---------------------------------------------------------------------------------------------------------------

    void theKeychainIsOpenedOnceForAllWhoWait()
    {
        /// Answers when the test says so.
        class SlowOpening final : public core::AsyncCall<Store>
        {
        public:
            explicit SlowOpening(SlowOpening *&self) : m_self(self) { m_self = this; }
            ~SlowOpening() override { m_self = nullptr; }
            void answer(const core::Result<Store> &store) { finish(store); }

        private:
            void begin() override {}
            void abort() override {}
            SlowOpening *&m_self;
        };
        SlowOpening *opening = nullptr;
        int opened = 0;
        core::SystemClock clock;
        core::QtScheduler scheduler;
        core::SystemRandom random;
        Clusters clusters({{clock, scheduler, random},
                           m_at->path(u"p.json"_s),
                           [&]() -> secrets::SecretStoreCall {
                               ++opened;
                               return std::make_unique<SlowOpening>(opening);
                           },
                           EmbeddedCluster::demo});
        const Store store = secrets::makeSessionStore();
        QList<Store> answers;
        const auto wait = [&](const secrets::SecretStoreCall &call) {
            call->start([&](const core::Result<Store> &found) { answers.append(found ? *found : nullptr); });
        };
        const auto first = clusters.keychain();
        auto second = clusters.keychain();
        const auto third = clusters.keychain();
        for (const auto *call : {&first, &std::as_const(second), &third})
            wait(*call);
        QCOMPARE(opened, 1);
        second.reset(); // one that no longer waits ends nobody else's wait
        QVERIFY(opening);
        opening->answer(core::fail(u"cancelled"_s, u"No."_s));
        QCOMPARE(answers, (QList<Store>{nullptr, nullptr}));
        // It did not open: who asks next tries anew, and once it is open nobody is asked again.
        const auto fourth = clusters.keychain();
        const auto fifth = clusters.keychain();
        wait(fourth);
        wait(fifth);
        QCOMPARE(opened, 2);
        opening->answer(store);
        QCOMPARE(answers.mid(2), (QList<Store>{store, store}));
        const auto sixth = clusters.keychain();
        wait(sixth);
        QTRY_COMPARE(answers.size(), 5);
        QCOMPARE(opened, 2);
    }
};

QTEST_MAIN(TestClusterFaults)
#include "tst_clusterfaults.moc"
