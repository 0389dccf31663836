// SPDX-License-Identifier: GPL-3.0-or-later
// Web sessions: login, limit, lifetime, ban.
#include "simulator/sessions.h"
#include "support/manualtime.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::simulator;

class TestSessions : public QObject
{
    Q_OBJECT

private:
    ClusterConfig m_config;
    test::ManualClock m_clock;
    core::SeededRandom m_random{1};
    std::unique_ptr<Sessions> m_sessions;

    core::Result<SessionPtr> login(const QString &password = u"pw"_s, SessionType type = SessionType::Cookie,
                                   const QString &address = u"a"_s)
    {
        return m_sessions->login(u"d"_s, u"bo"_s, password, type, address, u"main_site"_s);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_config = {};
        m_config.domain = u"d"_s;
        m_config.users = {{u"u1"_s, u"bo"_s, u"pw"_s, {u"admin"_s}, {}}, {u"u2"_s, u"al"_s, u"pw"_s, {u"user"_s}, {}}};
        m_config.points = {{u"p1"_s, u"crm"_s, u"00"_s, {}, {u"external"_s}, {}}};
        m_random = core::SeededRandom(1);
        m_sessions = std::make_unique<Sessions>(m_config, m_clock, m_random);
    }

    void logsIn()
    {
        const auto session = login();
        QVERIFY(session);
        QVERIFY((*session)->isAdmin());
        QVERIFY((*session)->token.isEmpty());
        const auto info = m_sessions->info(**session);
        QCOMPARE(info.sessionType, u"cookie"_s);
        QCOMPARE(info.userId, u"u1"_s);
        QCOMPARE(info.login, u"bo"_s);
        QCOMPARE(info.domain, u"d"_s);
        QCOMPARE(info.ttlS, 43200);
        QVERIFY(info.sessionToken.isEmpty());
        QCOMPARE(m_sessions->find((*session)->id), *session);
    }

    void refusesWrongLogins_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("password");
        QTest::newRow("domain") << u"x"_s << u"bo"_s << u"pw"_s;
        QTest::newRow("login") << u"d"_s << u"xx"_s << u"pw"_s;
        QTest::newRow("password") << u"d"_s << u"bo"_s << u"pq"_s;
        QTest::newRow("longer password") << u"d"_s << u"bo"_s << u"pwpw"_s;
        QTest::newRow("empty password") << u"d"_s << u"bo"_s << QString();
        QTest::newRow("the domain as the password of nobody") << u"d"_s << u"xx"_s << u"d"_s;
    }
    void refusesWrongLogins()
    {
        QFETCH(QString, domain);
        QFETCH(QString, login);
        QFETCH(QString, password);
        const auto session = m_sessions->login(domain, login, password, SessionType::Cookie, u"a"_s, u"s"_s);
        QVERIFY(!session);
        QCOMPARE(session.error().code, u"denied"_s);
    }

    void limitsSessionsOfAUser()
    {
        QList<SessionPtr> open;
        for (int i = 0; i < 10; ++i)
            open << *login();
        QCOMPARE(login().error().code, u"too_many_sessions"_s);
        QVERIFY(m_sessions->login(u"d"_s, u"al"_s, u"pw"_s, SessionType::Cookie, u"a"_s, u"s"_s)); // another user
        m_sessions->close(open.first(), Reason::DeleteContact);
        QVERIFY(login());
        QCOMPARE(login().error().code, u"too_many_sessions"_s);
        m_sessions->letExpire(*open.at(1), 30); // its connection is gone
        QVERIFY(login());
        m_sessions->openForPeer(m_config.users.first(), u"s"_s);
        QCOMPARE(m_sessions->closeAllOf(u"u1"_s), 12);
        QCOMPARE(m_sessions->all().size(), 1);
    }

    void livesByUse()
    {
        const SessionPtr session = *login();
        m_clock.advance(std::chrono::hours(11));
        QVERIFY(m_sessions->authenticate(session->id, u"a"_s));
        m_clock.advance(std::chrono::hours(11));
        QCOMPARE(m_sessions->ttlLeftS(*session), 3600);
        m_clock.advance(std::chrono::hours(1));
        QVERIFY(m_sessions->all().isEmpty());
        m_sessions->touch(*session); // too late
        QVERIFY(m_sessions->all().isEmpty());
        QCOMPARE(m_sessions->authenticate(session->id, u"a"_s).error().code, u"unknown_session"_s);
        QVERIFY(session->isClosed);
    }

    void endsWhatHasExpired()
    {
        QStringList closed;
        m_sessions->onClosed = [&closed](const SessionPtr &session, Reason reason) {
            closed << session->login + u' ' + reasonName(reason);
        };
        const SessionPtr point = m_sessions->openForPoint(m_config.points.first(), u"s"_s);
        QCOMPARE(point->side, Side::Token);
        QCOMPARE(sessionTypeName(point->type), u"ws"_s);
        QVERIFY(!point->isAdmin());
        const SessionPtr user = *login();
        m_sessions->setTtl(*user, 5);
        m_clock.advance(std::chrono::seconds(6));
        m_sessions->sweep();
        QCOMPARE(closed, QStringList{u"bo expired_contact"_s});
        m_sessions->close(user, Reason::DeleteContact); // twice does nothing
        QCOMPARE(closed.size(), 1);
        QVERIFY(login());
        QCOMPARE(m_sessions->closeAllOf(u"u1"_s), 1);
        QCOMPARE(closed.last(), u"bo delete_aor"_s);
    }

    void knowsTokensToo()
    {
        const SessionPtr session = *login(u"pw"_s, SessionType::Token);
        QCOMPARE(session->token.size(), 32);
        QCOMPARE(m_sessions->authenticate(session->token, u"a"_s).value(), session);
        m_sessions->close(session, Reason::UnregisterContact);
        QVERIFY(!m_sessions->find(session->token));
    }

    void bansAnAddress()
    {
        const SessionPtr session = *login();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(login(u"no"_s).error().code, u"denied"_s);
        QVERIFY(!m_sessions->isBanned(u"a"_s));
        QCOMPARE(m_sessions->authenticate(u"nothing"_s, u"a"_s).error().code, u"unknown_session"_s);
        QVERIFY(m_sessions->isBanned(u"a"_s));
        QCOMPARE(login().error().code, u"banned"_s); // though it is right
        QCOMPARE(m_sessions->authenticate(session->id, u"a"_s).error().code, u"banned"_s);
        QVERIFY(login(u"pw"_s, SessionType::Cookie, u"b"_s)); // from elsewhere
        m_clock.advance(std::chrono::seconds(181));
        QVERIFY(login());
    }

    void failuresAreForgottenOneByOne()
    {
        for (int i = 0; i < 8; ++i) {
            QCOMPARE(login(u"no"_s).error().code, u"denied"_s);
            m_clock.advance(std::chrono::seconds(46)); // never five within 180 s
        }
    }

    void aConfigurationCanTurnTheBanOff()
    {
        m_config.dialect.banFailures = 0;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(login(u"no"_s).error().code, u"denied"_s);
        QVERIFY(login());
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
