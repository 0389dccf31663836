// SPDX-License-Identifier: GPL-3.0-or-later
// The registrar's records: periods, indexes, events.
#include "simulator/registrar.h"
#include "support/manualtime.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::simulator;

class TestRegistrar : public QObject
{
    Q_OBJECT

private:
    test::ManualClock m_clock;
    std::unique_ptr<Registrar> m_registrar;
    QStringList m_events;

    static Registration record(const QString &id, const QString &login, const QStringList &capabilities)
    {
        Registration registration;
        registration.connectionId = id;
        registration.sessionId = u"s-"_s + id;
        registration.side = Side::Token;
        registration.ownerId = u"o-"_s + login;
        registration.login = login;
        registration.holder = {u"site"_s, u"node1"_s};
        registration.capabilities = capabilities;
        return registration;
    }
    static QStringList idsOf(const QList<Registration> &found)
    {
        QStringList ids;
        for (const Registration &each : found)
            ids << each.connectionId;
        ids.sort();
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_registrar = std::make_unique<Registrar>(m_clock, 60);
        m_events.clear();
        m_registrar->onEvent = [this](const RegistrarEvent &event) {
            m_events << event.registration.connectionId + (event.reason ? u' ' + reasonName(*event.reason) : QString());
        };
    }

    void findsByEverything()
    {
        m_registrar->put(record(u"1"_s, u"crm"_s, {u"msg"_s}));
        m_registrar->put(record(u"2"_s, u"crm"_s, {u"msg"_s, u"rest"_s}));
        m_registrar->put(record(u"3"_s, u"desk"_s, {u"rest"_s}));
        QCOMPARE(m_registrar->find(u"2"_s)->login, u"crm"_s);
        QVERIFY(!m_registrar->find(u"4"_s));
        QCOMPARE(idsOf(m_registrar->find({}, {})), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QCOMPARE(idsOf(m_registrar->find(u"crm"_s, {})), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(idsOf(m_registrar->find(u"crm"_s, u"rest"_s)), QStringList{u"2"_s});
        QCOMPARE(idsOf(m_registrar->find({}, u"rest"_s)), (QStringList{u"2"_s, u"3"_s}));
        QCOMPARE(idsOf(m_registrar->ofSession(u"s-3"_s)), QStringList{u"3"_s});
    }

    void aSecondSetUpReplacesTheFirst()
    {
        m_registrar->put(record(u"1"_s, u"crm"_s, {u"msg"_s}));
        const qint64 since = m_registrar->find(u"1"_s)->sinceMs;
        m_clock.advance(std::chrono::seconds(5));
        m_registrar->put(record(u"1"_s, u"crm"_s, {u"rest"_s}));
        QVERIFY(m_registrar->find({}, u"msg"_s).isEmpty());
        QCOMPARE(m_registrar->find(u"1"_s)->sinceMs, since);
        QCOMPARE(m_registrar->find({}, u"rest"_s).size(), 1);
        QCOMPARE(m_registrar->size(), 1);
    }

    void recordsLastForAPeriod()
    {
        m_registrar->put(record(u"1"_s, u"crm"_s, {u"msg"_s}));
        m_clock.advance(std::chrono::seconds(59));
        QVERIFY(m_registrar->renew(u"1"_s));
        m_clock.advance(std::chrono::seconds(59));
        QVERIFY(m_registrar->find(u"1"_s));
        m_clock.advance(std::chrono::seconds(1));
        m_registrar->sweep();
        QCOMPARE(m_registrar->size(), 0);
        QVERIFY(!m_registrar->renew(u"1"_s));
        QCOMPARE(m_events, (QStringList{u"1"_s, u"1"_s, u"1 expired_contact"_s}));
    }

    void tellsWhyARecordWent()
    {
        for (const auto reason : {Reason::UnregisterContact, Reason::DeleteContact, Reason::DeleteAor}) {
            m_registrar->put(record(u"1"_s, u"crm"_s, {}));
            m_registrar->remove(u"1"_s, reason);
            m_registrar->remove(u"1"_s, reason); // there is none any more
        }
        QCOMPARE(m_events, (QStringList{u"1"_s, u"1 unregister_contact"_s, u"1"_s, u"1 delete_contact"_s, u"1"_s, u"1 delete_aor"_s}));
    }

    void makesRecordsForAdministrators()
    {
        Registration registration = record(u"1"_s, u"crm"_s, {u"msg"_s});
        registration.app = u"app"_s;
        registration.peerAddress = u"10.0.0.1"_s;
        registration.peerPort = 7;
        registration.sinceMs = 1700000000123;
        const auto made = registration.toRecord();
        QCOMPARE(made.connectionId, u"1"_s);
        QCOMPARE(made.site, u"site"_s);
        QCOMPARE(made.node, u"node1"_s);
        QCOMPARE(made.since, u"2023-11-14T22:13:20.123Z"_s);
        QCOMPARE(made.capabilities, QStringList{u"msg"_s});
        QCOMPARE(made.ownerType, u"token"_s);
        QCOMPARE(made.integrationPointId, u"o-crm"_s);
        QCOMPARE(made.peerPort, 7);
        registration.side = Side::User;
        QCOMPARE(registration.toRecord().ownerType, u"user"_s);
        QVERIFY(registration.toRecord().integrationPointId.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRegistrar)
#include "tst_registrar.moc"
