// SPDX-License-Identifier: GPL-3.0-or-later
// The live lists as models: connections from the registrar's events, sessions, files, temporary links; what is counted of traffic and what
// the journal gets of it.
#include "inspect/connectionmodel.h"
#include "inspect/filemodel.h"
#include "inspect/sessionmodel.h"
#include "inspect/templinkmodel.h"
#include "inspect/timetext.h"
#include "inspect/trafficintake.h"
#include "support/manualtime.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace signalbox;
using namespace signalbox::inspect;
using namespace signalbox::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using cluster::RegistrarEvent;
using cluster::Registration;
using cluster::TrafficRecord;
using Event = RegistrarEvent::Kind;
using Column = ConnectionModel::Column;
using Kind = TrafficRecord::Kind;
using Direction = TrafficRecord::Direction;

namespace {

Registration registrationOf(const QString &id, const QString &login = u"crm"_s)
{
    Registration registration;
    registration.session.sessionId = u"session-of-"_s + id;
    registration.session.login = login;
    registration.session.ttlS = 3600;
    registration.connection.connectionId = id;
    registration.connection.site = u"moscow"_s;
    registration.connection.node = u"ws2"_s;
    registration.connection.since = u"2023-11-14T22:12:20Z"_s; // a minute before the manual clock's start
    registration.connection.capabilities = {u"msg"_s, u"svcscript"_s};
    registration.connection.peerAddress = u"10.4.0.17"_s;
    registration.connection.peerPort = 52114;
    registration.connection.ownerType = u"token"_s;
    return registration;
}

struct ModelStage {
    QString cell(int row, int column) const { return model.index(row, column).data().toString(); }
    QStringList ids() const
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.row(row).id());
        return ids;
    }
    void apply(Event kind, const QString &id, qint64 ttlS = 300, const QString &reason = {})
    {
        model.apply({kind, registrationOf(id), ttlS, reason});
    }

    ManualClock clock;
    ManualScheduler scheduler{clock};
    TrafficCounts counts;
    ConnectionModel model{clock, scheduler, &counts};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

TrafficRecord frame(Direction direction, const QString &method, const QByteArray &qid, qint64 timeUs)
{
    return {.timeUs = timeUs, .direction = direction, .connectionId = u"c"_s, .method = method, .qid = qid, .payload = "x", .size = 10};
}

} // namespace

class TestModels final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    // Connections ------------------------------------------------------------------------------------------------------------
    void listsConnections()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"a"_s), registrationOf(u"b"_s, u"anna"_s)}, false);
        QCOMPARE(stage.ids(), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(stage.cell(1, Column::HolderColumn), u"anna"_s);
        QCOMPARE(stage.cell(0, Column::KindColumn), u"token"_s);
        QCOMPARE(stage.cell(0, Column::CapabilitiesColumn), u"msg, svcscript"_s);
        QCOMPARE(stage.cell(0, Column::SiteColumn), u"moscow"_s);
        QCOMPARE(stage.cell(0, Column::NodeColumn), u"ws2"_s);
        QCOMPARE(stage.cell(0, Column::SinceColumn), u"00:01:00"_s);
        QCOMPARE(stage.cell(0, Column::AddressColumn), u"10.4.0.17:52114"_s);
        QCOMPARE(stage.cell(0, Column::SessionColumn), u"01:00:00"_s);
        // No API tells these of a connection that is not ours.
        QCOMPARE(stage.cell(0, Column::RoundTripColumn), QString());
        QCOMPARE(stage.cell(0, Column::MessagesColumn), QString());
        stage.clock.advance(61s);
        QCOMPARE(stage.cell(0, Column::SinceColumn), u"00:02:01"_s);
        QCOMPARE(stage.cell(0, Column::SessionColumn), u"00:58:59"_s);
        QCOMPARE(stage.model.sites(), 1);
        QCOMPARE(stage.model.nodes(), 1);
        QCOMPARE(stage.model.there(), 2);
    }

    void whatIsNotKnownIsBlank()
    {
        ModelStage stage;
        Registration bare;
        bare.connection.connectionId = u"x"_s;
        stage.model.apply({Event::Registered, bare, 0, {}});
        stage.scheduler.advance(ConnectionModel::batch);
        for (int column = 0; column < Column::ColumnCount; ++column)
            QCOMPARE(stage.cell(0, column), column == Column::SinceColumn ? u"00:00:00"_s : QString());
    }

    void followsEventsInBatches()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"a"_s)}, false);
        QSignalSpy inserted(&stage.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&stage.model, &QAbstractItemModel::dataChanged);
        stage.apply(Event::Registered, u"b"_s);
        stage.apply(Event::Registered, u"c"_s);
        stage.apply(Event::Renewed, u"a"_s, 300);
        stage.apply(Event::Unregistered, u"c"_s, 0, u"expired_contact"_s); // came and went within one batch
        QCOMPARE(stage.model.rowCount(), 1);
        stage.scheduler.advance(ConnectionModel::batch);
        QCOMPARE(stage.ids(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stage.model.row(0).expiresMs, stage.clock.nowMs() + 300000);
        QVERIFY(!stage.model.row(1).isGone());
        QVERIFY(stage.model.row(2).isGone());
        QCOMPARE(stage.model.row(2).reason, u"Its registration was not renewed in time."_s);
    }

    void aChangeShows()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"a"_s)}, false);
        Registration other = registrationOf(u"a"_s);
        other.connection.capabilities = {u"kiosk"_s};
        stage.model.apply({Event::Changed, other, 300, {}});
        stage.model.flush();
        QCOMPARE(stage.cell(0, Column::CapabilitiesColumn), u"kiosk"_s);
    }

    void oneThatLeavesStaysForAWhile()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"a"_s), registrationOf(u"b"_s)}, false);
        stage.apply(Event::Unregistered, u"a"_s, 0, u"unregister_contact"_s);
        stage.model.flush();
        QVERIFY(stage.model.row(0).isGone());
        QCOMPARE(stage.model.index(0, 0).data(ConnectionModel::GoneRole).toBool(), true);
        QVERIFY(stage.model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"closed the connection"_s));
        QVERIFY(stage.model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"gone"_s));
        QCOMPARE(stage.cell(0, Column::SinceColumn), u"–"_s);
        QVERIFY(!stage.model.flags(stage.model.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
        QCOMPARE(stage.model.there(), 1);
        QCOMPARE(stage.model.leftLately(), 1);
        stage.scheduler.advance(2min);
        QCOMPARE(stage.model.leftLately(), 0);
        QCOMPARE(stage.model.rowCount(), 2);
        stage.scheduler.advance(ConnectionModel::goneStays);
        QCOMPARE(stage.ids(), QStringList(u"b"_s));
        QVERIFY(stage.model.indexOf(u"b"_s).isValid());
    }

    void oneThatComesBackIsThere()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"a"_s)}, false);
        stage.apply(Event::Unregistered, u"a"_s, 0, {});
        stage.apply(Event::Registered, u"a"_s);
        stage.model.flush();
        QCOMPARE(stage.model.rowCount(), 1);
        QVERIFY(!stage.model.row(0).isGone());
    }

    void onlySoManyStayThatAreGone()
    {
        ModelStage stage;
        QList<Registration> list;
        for (int i = 0; i < ConnectionModel::mostGone + 100; ++i)
            list.append(registrationOf(QString::number(i)));
        stage.model.reset(list, false);
        for (const Registration &one : list) {
            stage.model.apply({Event::Unregistered, one, 0, {}});
            stage.clock.advance(1ms);
            stage.model.flush();
        }
        stage.scheduler.advance(30s);
        QCOMPARE(stage.model.rowCount(), ConnectionModel::mostGone);
        QCOMPARE(stage.model.row(0).id(), u"100"_s); // the oldest went
    }

    void aNewListKeepsWhatIsOurs()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"a"_s), registrationOf(u"b"_s)}, false);
        stage.model.hold(u"load-peer"_s, registrationOf(u"p"_s));
        stage.apply(Event::Unregistered, u"a"_s, 0, u"delete_aor"_s);
        stage.model.flush();
        stage.model.reset({registrationOf(u"b"_s), registrationOf(u"c"_s)}, true);
        QStringList ids = stage.ids();
        ids.sort();
        QCOMPARE(ids, QStringList({u"a"_s, u"b"_s, u"c"_s, u"p"_s}));
        QVERIFY(stage.model.find(u"a"_s)->isGone());
        QCOMPARE(stage.model.find(u"p"_s)->holder(), u"load-peer"_s);
        QVERIFY(stage.model.indexOf(u"p"_s).data(ConnectionModel::OwnRole).toBool());
        stage.model.release(u"p"_s, u"Closed."_s);
        QVERIFY(stage.model.find(u"p"_s)->isGone());
        stage.model.removeGone();
        ids = stage.ids();
        ids.sort();
        QCOMPARE(ids, QStringList({u"b"_s, u"c"_s}));
    }

    void ourNameStandsForTheRegistrars()
    {
        ModelStage stage;
        stage.model.reset({}, false);
        stage.apply(Event::Registered, u"p"_s); // the event comes before the peer knows its id
        stage.model.hold(u"my peer"_s, registrationOf(u"p"_s));
        QCOMPARE(stage.model.rowCount(), 1);
        QCOMPARE(stage.cell(0, Column::HolderColumn), u"my peer"_s);
        QVERIFY(stage.model.index(0, 0).data(ConnectionModel::SearchRole).toString().contains(u"crm"_s));
    }

    void sessionsTellHowLongTheyLast()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"a"_s)}, false);
        protocol::SessionRecord record;
        record.session.sessionId = u"session-of-a"_s;
        record.session.ttlS = 60;
        stage.model.takeSessions({record});
        QCOMPARE(stage.cell(0, Column::SessionColumn), u"00:01:00"_s);
    }

    void aRowIsDraggedByItsId()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"a"_s)}, false);
        const std::unique_ptr<QMimeData> data(stage.model.mimeData({stage.model.index(0, 2)}));
        QCOMPARE(data->data(ConnectionModel::mimeType()), "a"_ba);
        QCOMPARE(data->text(), u"a"_s);
        QVERIFY(stage.model.flags(stage.model.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    }

    // Traffic ------------------------------------------------------------------------------------------------------------------
    void countsTraffic()
    {
        TrafficCounts counts;
        const qint64 start = 1700000000000000;
        counts.take(frame(Direction::Sent, u"greet"_s, "1", start));
        counts.take(frame(Direction::Received, u"ask"_s, "1", start + 10)); // the same qid the other way is another request
        QCOMPARE(counts.of(u"c"_s)->openRequests.size(), 2);
        counts.take(frame(Direction::Received, u"greet_result"_s, "1", start + 12900));
        QCOMPARE(counts.of(u"c"_s)->openRequests.size(), 1);
        QCOMPARE(counts.of(u"c"_s)->roundTripUs, std::optional<qint64>(12900));
        counts.take(frame(Direction::Sent, u"ask_result"_s, "1", start + 99999)); // ours to answer: no round trip
        QCOMPARE(counts.of(u"c"_s)->openRequests.size(), 0);
        QCOMPARE(counts.of(u"c"_s)->roundTripUs, std::optional<qint64>(12900));
        counts.take({.timeUs = start + 200000, .kind = Kind::Ping, .connectionId = u"c"_s});
        counts.take({.timeUs = start + 200400, .kind = Kind::Pong, .direction = Direction::Received, .connectionId = u"c"_s});
        QCOMPARE(counts.of(u"c"_s)->roundTripUs, std::optional<qint64>(400));
        QCOMPARE(counts.of(u"c"_s)->messages, 4);
        QCOMPARE(counts.of(u"c"_s)->bytes, 40);
        counts.take(frame(Direction::Sent, u"late"_s, "2", start + 3000000));
        QList<quint32> rates = counts.rates(u"c"_s, start + 4000000);
        QCOMPARE(rates.size(), 60);
        QCOMPARE(rates.mid(56), QList<quint32>({4, 0, 0, 1}));
        rates = counts.rates(u"c"_s, start + 63000000);
        QCOMPARE(rates.first(), 1u);
        QCOMPARE(counts.rates(u"c"_s, start + 600000000), QList<quint32>(60, 0));
        counts.take({.timeUs = start + 3100000, .kind = Kind::Close, .connectionId = u"c"_s});
        QCOMPARE(counts.of(u"c"_s)->openRequests.size(), 0); // nobody answers any more
        QCOMPARE(counts.takeChanged(), QSet<QString>({u"c"_s}));
        QVERIFY(counts.takeChanged().isEmpty());
        counts.take({.payload = "x"});
        QVERIFY(!counts.of(QString()));
    }

    void trafficShowsInTheList()
    {
        ModelStage stage;
        stage.model.reset({registrationOf(u"c"_s), registrationOf(u"d"_s)}, false);
        stage.counts.take(frame(Direction::Sent, u"greet"_s, "1", 1000));
        stage.counts.take(frame(Direction::Received, u"greet_result"_s, "1", 3100));
        stage.counts.noteOperation(u"d"_s, 5000, 1250000);
        QSignalSpy changed(&stage.model, &QAbstractItemModel::dataChanged);
        stage.model.flush();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(stage.cell(0, Column::MessagesColumn), u"2"_s);
        QCOMPARE(stage.cell(0, Column::RoundTripColumn), u"2.1 ms"_s);
        QCOMPARE(stage.cell(1, Column::MessagesColumn), u"1"_s);
        QCOMPARE(stage.cell(1, Column::RoundTripColumn), u"1.25 s"_s);
    }

    void recordsGoToTheJournal()
    {
        ManualClock clock;
        QList<journal::Message> messages;
        TrafficIntake intake(clock, [&messages](const journal::Message &message) { messages.append(message); });
        QCOMPARE(intake.newKey(u"crm"_s), u"crm #1"_s);
        QCOMPARE(intake.newKey(u"crm"_s), u"crm #2"_s);
        intake.take({.timeUs = 5,
                     .direction = Direction::Received,
                     .link = u"crm #1"_s,
                     .connectionId = u"c"_s,
                     .method = u"greet"_s,
                     .qid = "7",
                     .payload = "[]",
                     .size = 99});
        intake.take({.timeUs = 6,
                     .kind = Kind::HttpResponse,
                     .direction = Direction::Received,
                     .link = u"ada #3"_s,
                     .qid = "1",
                     .isWhole = false,
                     .verb = u"GET"_s,
                     .url = u"http://h/"_s,
                     .status = 404});
        QCOMPARE(messages.size(), 2);
        journal::Message expected;
        expected.timeUs = 5;
        expected.direction = journal::Direction::Received;
        expected.connection = u"crm #1"_s;
        expected.connectionId = u"c"_s;
        expected.method = u"greet"_s;
        expected.qid = "7";
        expected.payload = "[]";
        expected.size = 99;
        QCOMPARE(messages[0], expected);
        QCOMPARE(messages[1].kind, journal::Kind::HttpResponse);
        QCOMPARE(messages[1].verb, u"GET"_s);
        QCOMPARE(messages[1].status, 404);
        QVERIFY(!messages[1].isWhole);
        QVERIFY(intake.counts().of(u"c"_s));
        using Pair = std::pair<Kind, journal::Kind>;
        for (const auto &[from, to] :
             {Pair{Kind::Text, journal::Kind::Text}, Pair{Kind::Binary, journal::Kind::Binary}, Pair{Kind::Ping, journal::Kind::Ping},
              Pair{Kind::Pong, journal::Kind::Pong}, Pair{Kind::Open, journal::Kind::Open}, Pair{Kind::Close, journal::Kind::Close},
              Pair{Kind::HttpRequest, journal::Kind::HttpRequest}})
            QCOMPARE(messageOf({.kind = from}).kind, to);
    }

    void keysOfAnotherRunAreOthers()
    {
        ManualClock clock;
        QList<qint64> reserved;
        const auto reserve = [&reserved](qint64 keys) {
            reserved.append(keys);
        };
        QStringList seen;
        for (int run = 0; run < 3; ++run) { // each ends without a word
            TrafficIntake intake(clock);
            intake.setKeys(reserved.isEmpty() ? 0 : reserved.last(), reserve);
            for (int i = 0; i < 101; ++i)
                seen.append(intake.newKey(u"crm"_s));
        }
        QCOMPARE(seen.first(), u"crm #1"_s);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
        QCOMPARE(reserved.size(), 6); // one for a hundred
        TrafficIntake broken(clock);
        broken.setKeys(-7, reserve);
        QCOMPARE(broken.newKey(u"crm"_s), u"crm #1"_s);
    }

    // Sessions -----------------------------------------------------------------------------------------------------------------
    void listsSessions()
    {
        ManualClock clock;
        SessionModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto session = [](const QString &id, const QString &login, int connections) {
            protocol::SessionRecord record;
            record.session.sessionId = id;
            record.session.login = login;
            record.session.sessionType = u"web"_s;
            record.session.ttlS = 100;
            record.site = u"kazan"_s;
            record.connections.resize(connections);
            return record;
        };
        model.take({session(u"1"_s, u"ada"_s, 0), session(u"2"_s, u"crm"_s, 2)}, u"1"_s);
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(cell(0, SessionModel::HolderColumn), u"ada (this program)"_s);
        QCOMPARE(cell(1, SessionModel::HolderColumn), u"crm"_s);
        QCOMPARE(cell(1, SessionModel::SiteColumn), u"kazan"_s);
        QCOMPARE(cell(1, SessionModel::LeftColumn), u"00:01:40"_s);
        QCOMPARE(cell(0, SessionModel::ConnectionsColumn), QString());
        QCOMPARE(cell(1, SessionModel::ConnectionsColumn), u"2"_s);
        model.take({session(u"2"_s, u"crm"_s, 1), session(u"3"_s, u"bob"_s, 0)}, u"1"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(cell(0, SessionModel::ConnectionsColumn), u"1"_s);
        QCOMPARE(cell(1, SessionModel::HolderColumn), u"bob"_s);
        QVERIFY(model.find(u"3"_s) && !model.find(u"1"_s));
        QCOMPARE(SessionModel::shortId(u"6a0c530c-017d-960e-aaaa-bbbbbbbbbbbb"_s), u"6a0c530c…"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    // Files and links ---------------------------------------------------------------------------------------------------------
    void listsFilesAndTransfers()
    {
        FileModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.take({{u"a.pdf"_s, 184000, u"2020-01-02T03:04:05Z"_s}, {u"b.jpg"_s, 0, {}}});
        const auto cell = [&model](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(cell(0, FileModel::NameColumn), u"a.pdf"_s);
        QCOMPARE(cell(0, FileModel::SizeColumn), u"184.0 kB"_s);
        QVERIFY(!cell(0, FileModel::StateColumn).isEmpty());
        model.begin(u"c.csv"_s, FileModel::Transfer::Upload, 1000);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(2, FileModel::StateColumn), u"uploading"_s);
        QCOMPARE(model.index(2, 0).data(FileModel::ProgressRole).toInt(), -1);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.progress(u"c.csv"_s, 500, 1000);
        model.progress(u"c.csv"_s, 500, 1000); // nothing to see
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(2, 0).data(FileModel::ProgressRole).toInt(), 500);
        model.take({{u"a.pdf"_s, 184000, u"2020-01-02T03:04:05Z"_s}}); // it is not on the cluster yet, but on its way
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.isBusy(u"c.csv"_s));
        model.end(u"c.csv"_s, u"The disk is full."_s);
        QCOMPARE(cell(1, FileModel::StateColumn), u"failed"_s);
        QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"The disk is full."_s);
        model.setChecksum(u"a.pdf"_s, u"0123456789abcdef"_s);
        QCOMPARE(cell(0, FileModel::StateColumn), u"SHA-256 0123456789ab…"_s);
        model.take({{u"a.pdf"_s, 184000, u"2020-01-02T03:04:05Z"_s}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(FileModel::ChecksumRole).toString(), u"0123456789abcdef"_s);
        model.take({{u"a.pdf"_s, 5, u"2021-01-02T03:04:05Z"_s}}); // another file of this name
        QCOMPARE(model.index(0, 0).data(FileModel::ChecksumRole).toString(), QString());
    }

    void linksRunOut()
    {
        ManualClock clock;
        ManualScheduler scheduler(clock);
        TempLinkModel model(clock, scheduler);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString url = u"/temp/9f2c0000111122223333444455556671.pdf"_s;
        model.add({u"c"_s, url, u"report.pdf"_s, clock.nowMs() + 222000});
        QCOMPARE(model.rowCount(), 0);
        model.show(u"c"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), u"/temp/9f2c…71.pdf"_s);
        QCOMPARE(model.index(0, 0).data(TempLinkModel::UrlRole).toString(), url);
        QCOMPARE(model.index(0, 1).data().toString(), u"3:42 left"_s);
        scheduler.advance(2s);
        QCOMPARE(model.index(0, 1).data().toString(), u"3:40 left"_s);
        scheduler.advance(220s);
        QCOMPARE(model.index(0, 1).data().toString(), u"ended"_s);
        QVERIFY(model.index(0, 0).data(TempLinkModel::EndedRole).toBool());
        scheduler.advance(62s);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(scheduler.pending(), 0);
    }

    void textsOfTimesAndSizes()
    {
        QCOMPARE(clockText(2467000), u"00:41:07"_s);
        QCOMPARE(clockText(-5), u"00:00:00"_s);
        QCOMPARE(clockText(90061000), u"1 d 01:01:01"_s);
        QCOMPARE(countdownText(3822000), u"1:03:42"_s);
        QCOMPARE(countdownText(1), u"0:01"_s);
        QCOMPARE(roughText(59000), u"59 s"_s);
        QCOMPARE(roughText(2467000), u"41 min"_s);
        QCOMPARE(roughText(7200000), u"2 h"_s);
        QCOMPARE(roundTripText(12900), u"12.9 ms"_s);
        QCOMPARE(sizeText(58), u"58 B"_s);
        QCOMPARE(sizeText(999), u"999 B"_s);
        QCOMPARE(sizeText(1800), u"1.8 kB"_s);
        QCOMPARE(sizeText(2400000), u"2.4 MB"_s);
        QCOMPARE(timeOf(u"no time"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
