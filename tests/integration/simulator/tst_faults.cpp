// SPDX-License-Identifier: GPL-3.0-or-later
// The table of faults: what each of them makes of each operation of component 144, over real sockets, by the client that the programs use.
// Outcome (and with it the transition), error text, and what is left behind; each twice from its seed with the same result. The manual
// (signalbox-cluster(1), FAULTS) shows the same table.
#include "cluster/fileexchange.h"
#include "cluster/restclient.h"
#include "cluster/scriptstore.h"
#include "core/jsonreader.h"
#include "runner/clusteraccess.h"
#include "runner/remoteoperations.h"
#include "simulator/simulatedcluster.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace signalbox;
using operation::Outcome;
using operation::OutcomeKind;

namespace {

constexpr auto application = "c0ffee00-0000-4000-8000-000000000001"; // the CRM's connection
constexpr int waitMs = 60'000;                                       // for what must come; never for what must not
constexpr quint64 seed = 20'240'229;

enum Kind { Send, Request, Delivery, TempFile, List, Get, Put, Delete };
constexpr std::size_t kinds = 8;
constexpr std::array<const char *, kinds> kindNames{"send",     "request",  "delivery", "ws_temp_file",
                                                    "get_coll", "get_file", "put_file", "delete_file"};

/// Cells: "ok" succeeds though the fault acted, "-" succeeds since the fault has nothing to act on there, "timeout", or an error's code.
using Cells = std::array<const char *, kinds>;

struct Fault {
    const char *name; // as in the manual
    QByteArray rule;  // "on" and "do"
    Cells cells;
    const char *text = "";  // is in each error's message
    bool isWaiting = false; // what the fault does is seen only when some wait has ended
    const char *left = "";  // what cannot be removed: "carrier", "file", "session"
    int jumpS = 0;          // the cluster's clock moves on by so much, once the fault has acted or where it does not act
};

const QByteArray say = R"("connection":"c0ffee*","method":"say","direction":"out")";
const QByteArray said = R"("connection":"c0ffee*","method":"say_result","direction":"in")";
const QByteArray start = R"("point":"svc","method":"start_svcscript","direction":"in")";
const QByteArray started = R"("point":"svc","method":"start_svcscript_result","direction":"out")";
const QByteArray store = R"("verb":"POST","path":"/rest/v1/service/svcscripts")";
const QByteArray upload = R"("verb":"POST","path":"/rest/v1/fs/targets/custom")";
const QByteArray download = R"("verb":"GET","path":"/temp/?*")";
const QByteArray answer = R"(,"direction":"out")";

QByteArray rule(const QByteArray &on, const QByteArray &effect)
{
    return "\"on\":{" + on + "},\"do\":{" + effect + '}';
}

// What the application is sent, and what it answers.
constexpr Cells allSends{"ok", "ok", "ok", "-", "-", "-", "-", "-"};
constexpr Cells noAnswer{"-", "timeout", "-", "-", "-", "-", "-", "-"};
constexpr Cells answerEnds{"-", "not_active", "-", "-", "-", "-", "-", "-"};
constexpr Cells connectionEnds{"not_active", "not_active", "not_active", "-", "-", "-", "-", "-"};
// The carrier on its way.
constexpr Cells all{"ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"};
constexpr Cells allInternal{"internal", "internal", "internal", "internal", "internal", "internal", "internal", "internal"};
constexpr Cells allUnreachable{"unreachable", "unreachable", "unreachable", "unreachable",
                               "unreachable", "unreachable", "unreachable", "unreachable"};
// Files.
constexpr Cells staged{"-", "-", "-", "ok", "-", "-", "ok", "-"};
constexpr Cells notStaged{"-", "-", "-", "internal", "-", "-", "internal", "-"};
constexpr Cells stagingCut{"-", "-", "-", "unreachable", "-", "-", "unreachable", "-"};
constexpr Cells brought{"-", "-", "-", "-", "-", "ok", "-", "-"};
constexpr Cells notBrought{"-", "-", "-", "-", "-", "internal", "-", "-"};
constexpr Cells bringingCut{"-", "-", "-", "-", "-", "unreachable", "-", "-"};

const QList<Fault> faults{
    // Frames to and from the application
    {"latency with jitter", rule(R"("connection":"c0ffee*")", R"("delayMs":5,"jitterMs":20)"), allSends},
    {"message late", rule(say, R"("delayMs":600000)"), {"ok", "timeout", "timeout", "-", "-", "-", "-", "-"}},
    {"message lost", rule(say, R"("lose":true)"), {"ok", "timeout", "ok", "-", "-", "-", "-", "-"}},
    {"message doubled", rule(say, R"("double":true)"), allSends},
    {"message out of order", rule(say, R"("reorder":true)"), {"ok", "timeout", "ok", "-", "-", "-", "-", "-"}},
    {"message garbled", rule(say, R"("garble":"text")"), {"ok", "timeout", "ok", "-", "-", "-", "-", "-"}},
    {"message no UTF-8", rule(say, R"("garble":"bytes")"), {"ok", "not_active", "not_active", "-", "-", "-", "-", "-"}},
    {"closed instead of the message", rule(say, R"("close":{"code":1012,"reason":"Restarting"})"), connectionEnds},
    {"reset instead of the message", rule(say, R"("reset":true)"), connectionEnds},
    {"no reading after the message", rule(say, R"("stopReading":600000)"), {"ok", "timeout", "timeout", "-", "-", "-", "-", "-"}},
    {"answer late", rule(said, R"("delayMs":600000)"), noAnswer},
    {"answer lost", rule(said, R"("lose":true)"), noAnswer},
    {"answer doubled", rule(said, R"("double":true)"), {"-", "ok", "-", "-", "-", "-", "-", "-"}},
    {"answer out of order", rule(said, R"("reorder":true,"delayMs":600000)"), noAnswer},
    {"answer garbled", rule(said, R"("garble":"text")"), noAnswer},
    {"answer no UTF-8", rule(said, R"("garble":"bytes")"), answerEnds},
    {"closed instead of the answer", rule(said, R"("close":{"code":4000})"), answerEnds},
    {"reset instead of the answer", rule(said, R"("reset":true)"), answerEnds},
    {"pong lost", rule(R"("connection":"c0ffee*","method":":pong")", R"("lose":true)"), {"-", "-", "timeout", "-", "-", "-", "-", "-"}},
    {"pong late",
     rule(R"("connection":"c0ffee*","method":":pong")", R"("delayMs":600000)"),
     {"-", "-", "timeout", "-", "-", "-", "-", "-"}},
    {"clock jump while waiting",
     rule(say, R"("delayMs":600000)"),
     {"ok", "timeout", "timeout", "-", "-", "-", "-", "-"},
     "",
     false,
     "",
     31},
    // Frames of the link by which the client starts carriers
    {"start late", rule(start, R"("delayMs":20)"), all},
    {"start lost", rule(start, R"("lose":true)"), allInternal, "start_svcscript", true},
    {"start doubled", rule(start, R"("double":true)"), {"ok", "internal", "internal", "ok", "ok", "ok", "ok", "ok"}, "still running"},
    {"start garbled", rule(start, R"("garble":"text")"), allInternal, "start_svcscript", true},
    {"start no UTF-8", rule(start, R"("garble":"bytes")"), allUnreachable, "1007"},
    {"closed instead of the start", rule(start, R"("close":{"code":4000,"reason":"Restarting"})"), allUnreachable, "4000: Restarting"},
    {"reset instead of the start", rule(start, R"("reset":true)"), allUnreachable, "closed"},
    {"no reading after the start", rule(start, R"("stopReading":600000)"), all},
    {"result late", rule(started, R"("delayMs":20)"), all},
    {"result lost", rule(started, R"("lose":true)"), allInternal, "start_svcscript", true},
    {"result doubled", rule(started, R"("double":true)"), all},
    {"result out of order", rule(started, R"("reorder":true)"), all},
    {"result garbled", rule(started, R"("garble":"text")"), allInternal, "start_svcscript", true},
    {"result no UTF-8", rule(started, R"("garble":"bytes")"), allUnreachable, "closed"},
    {"closed instead of the result", rule(started, R"("close":{"code":4000,"reason":"Restarting"})"), allUnreachable, "4000: Restarting"},
    {"reset instead of the result", rule(started, R"("reset":true)"), allUnreachable, "closed"},
    // Requests that keep the carrier
    {"carrier late", rule(store, R"("delayMs":20)"), all},
    {"carrier refused with 500", rule(store, R"("status":500)"), allInternal, "500"},
    {"carrier refused with 429", rule(store, R"("status":429,"retryAfter":7)"), allInternal, "429"},
    {"carrier's request lost", rule(store, R"("lose":true)"), allInternal, "/rest/v1/service/svcscripts", true},
    {"carrier's request reset", rule(store, R"("reset":true)"), allUnreachable, ""},
    {"carrier's answer 500", rule(store + answer, R"("status":500)"), allInternal, "500"},
    {"carrier's answer lost", rule(store + answer, R"("lose":true)"), allInternal, "/rest/v1/service/svcscripts", true},
    {"carrier's answer cut", rule(store, R"("cutBody":true)"), allUnreachable, "answer"},
    {"carrier's answer reset", rule(store + answer, R"("reset":true)"), allUnreachable, ""},
    {"carrier not removed", rule(R"("verb":"DELETE","path":"/rest/v1/service/svcscripts/?*")", R"("status":500)"), all, "", false,
     "carrier"},
    // Requests that stage a file
    {"upload late", rule(upload, R"("delayMs":20)"), staged},
    {"upload refused with 503", rule(upload, R"("status":503)"), notStaged, "503"},
    {"upload refused with 429", rule(upload, R"("status":429,"retryAfter":7)"), notStaged, "429"},
    {"upload lost", rule(upload, R"("lose":true)"), notStaged, "/rest/v1/fs/targets/custom", true},
    {"upload reset", rule(upload, R"("reset":true)"), stagingCut, ""},
    {"upload's answer lost", rule(upload + answer, R"("lose":true)"), notStaged, "/rest/v1/fs/targets/custom", true},
    {"upload's answer cut", rule(upload, R"("cutBody":true)"), stagingCut, "answer"},
    {"upload's answer reset", rule(upload + answer, R"("reset":true)"), stagingCut, ""},
    {"staged file not removed",
     rule(R"("verb":"DELETE","path":"/rest/v1/fs/targets/custom/?*")", R"("status":500)"),
     {"-", "-", "-", "ok", "-", "-", "ok", "-"},
     "",
     false,
     "file"},
    // Requests that bring a file
    {"download late", rule(download, R"("delayMs":20)"), brought},
    {"download refused with 500", rule(download, R"("status":500)"), notBrought, "500"},
    {"download lost", rule(download, R"("lose":true)"), notBrought, "/temp/", true},
    {"download cut", rule(download, R"("cutBody":true)"), bringingCut, "answer"},
    {"download reset", rule(download, R"("reset":true)"), bringingCut, ""},
    // The disk
    {"disk full for uploads",
     rule(R"("path":"incoming")", R"("diskFull":true)"),
     {"-", "-", "-", "rejected", "-", "-", "rejected", "-"},
     "too_large"},
    {"disk full for links",
     rule(R"("path":"node-?/temp")", R"("diskFull":true)"),
     {"-", "-", "-", "too_large", "-", "internal", "-", "-"},
     "full"},
    {"disk full for session files",
     rule(R"("path":"node-?/session-*")", R"("diskFull":true)"),
     {"-", "-", "-", "-", "-", "-", "too_large", "-"},
     "full"},
    {"disk full for scenario files",
     rule(R"("path":"node-?/run-*")", R"("diskFull":true)"),
     {"-", "-", "-", "-", "-", "too_large", "-", "-"},
     "full"},
    // The end
    {"logout lost",
     rule(R"("verb":"DELETE","path":"/rest/v1/iam/sessions/current")", R"("lose":true)"),
     {"-", "-", "-", "-", "-", "-", "-", "-"},
     "",
     true,
     "session"},
};

template <typename T>
class Waiting final
{
public:
    explicit Waiting(cluster::Call<T> call) : m_call(std::move(call))
    {
        m_call->start([this](core::Result<T> result) { m_answer = std::move(result); });
    }
    Waiting(const Waiting &) = delete;
    Waiting &operator=(const Waiting &) = delete;
    bool isOver() const { return m_answer.has_value(); }
    const core::Result<T> &answer() const { return *m_answer; }

private:
    cluster::Call<T> m_call;
    std::optional<core::Result<T>> m_answer;
};

/// One operation on a cluster of its own, under one fault.
class World final
{
public:
    World(const Fault &fault, std::size_t kind, const QString &localFile)
        : m_fault(fault), m_kind(kind), m_localFile(localFile), m_cluster(configOf(isImpatient())), m_random(seed)
    {}

    /// The rest waits for the network, each step for all worlds together.
    bool start()
    {
        if (!m_cluster.start())
            return false;
        m_files.setPlainPathsLocal(true);
        m_session = open(m_cluster.config().dialect, isImpatient() ? 3000 : waitMs);
        m_access = std::make_unique<runner::SessionAccess>(*m_session);
        m_operations =
            std::make_unique<runner::RemoteOperations>(*m_access, cluster::Surroundings{m_clock, m_scheduler, m_random}, m_files);
        return true;
    }
    cluster::Call<protocol::SessionInfo> login() { return m_session->login(); }
    cluster::Call<void> openLink() { return m_session->openLink({u"svcscript"_s}); }
    /// The file that is listed, got or deleted.
    cluster::Call<Outcome> prepare()
    {
        const bool isNeeded = m_kind == List || m_kind == Get || m_kind == Delete;
        return m_operations->perform(isNeeded ? operationOf(Put) : operationOf(Send));
    }
    /// What prepare() kept on the cluster is removed, and all begins anew, as for one who comes along now.
    cluster::Call<void> forget() { return m_operations->close(); }
    bool breakIt()
    {
        m_operations =
            std::make_unique<runner::RemoteOperations>(*m_access, cluster::Surroundings{m_clock, m_scheduler, m_random}, m_files);
        const auto rules =
            core::readJson("{\"seed\":" + QByteArray::number(seed) + ",\"rules\":[{\"name\":\"fault\"," + m_fault.rule + "}]}");
        if (!rules || !m_cluster.setFaults(*rules))
            return false;
        return m_fault.jumpS == 0 || cell() != "-" || m_cluster.advanceClock(std::chrono::seconds(m_fault.jumpS)).has_value();
    }
    cluster::Call<Outcome> perform() { return m_operations->perform(operationOf(m_kind)); }
    /// While the operation waits.
    void lookAtClock()
    {
        if (m_fault.jumpS > 0 && !m_hasJumped && cell() == "timeout" && fired() > 0)
            m_hasJumped = m_cluster.advanceClock(std::chrono::seconds(m_fault.jumpS)).has_value();
    }
    void note(const core::Result<Outcome> &outcome)
    {
        m_outcome = outcome ? *outcome : Outcome::failure(outcome.error().code, outcome.error().message);
        m_fired = fired();
        // Faults of an operation end with it; those of the clean-up are still to come.
        if (*m_fault.left == '\0')
            m_isMended = m_cluster.setFaults({}).has_value();
    }
    cluster::Call<void> close() { return m_operations->close(); }
    void noteClosing(const core::Result<void> &closed)
    {
        m_closing = closed ? QString() : closed.error().message;
        // What cleans up goes on beside what follows the operation: how often the fault met it is known once it has ended.
        if (*m_fault.left != '\0')
            m_fired = fired();
    }
    cluster::Call<void> logout() { return m_session->logout(); }

    /// Somebody else looks at what is left.
    cluster::Call<protocol::SessionInfo> watch()
    {
        m_isMended = m_cluster.setFaults({}).has_value();
        m_watcher = open(core::Dialect(), waitMs);
        return m_watcher->login();
    }
    cluster::Call<QList<cluster::StoredScript>> scripts() { return m_watcher->scripts().list(); }
    cluster::Call<QList<protocol::FileRecord>> files() { return m_watcher->files().list(u"custom"_s); }
    cluster::Call<core::Json> runs() { return m_watcher->rest().json({.verb = "GET", .path = u"/rest/v1/service/svcscript_runtimes"_s}); }
    cluster::Call<core::Json> sessions()
    {
        return m_watcher->rest().json({.verb = "GET", .path = u"/rest/v1/master/logicalroles/ws/sessions"_s});
    }
    void noteLeft(const QList<cluster::StoredScript> &scripts) { leave(u"carrier"_s, scripts.size()); }
    void noteLeft(const QList<protocol::FileRecord> &files) { leave(u"file"_s, files.size()); }
    void noteLeftSessions(const core::Json &sessions)
    {
        int mine = 0;
        for (const core::Json &session : sessions.items())
            mine += session[u"login"].toString() == m_cluster.config().users.constFirst().login ? 1 : 0;
        leave(u"session"_s, mine - 1); // the watcher's
    }
    void noteLeftRuns(const core::Json &runs) { leave(u"run"_s, runs.size()); }

    QByteArray cell() const { return m_fault.cells.at(m_kind); }
    /// What is compared with the other run from the same seed.
    QStringList result() const
    {
        static const QRegularExpression port(u"127\\.0\\.0\\.1:\\d+"_s);
        static const QRegularExpression link(u"/temp/[0-9a-f]+"_s);
        static const QRegularExpression time(u"\"last_modified\":\"[^\"]*\""_s);
        // How much of an answer that is cut Qt hands over, and how it words the end, depends on when it sees the connection close.
        static const QRegularExpression cut(u"(The cluster's answer was cut: .*|The connection broke in the middle of the .*)"_s);
        static const QRegularExpression folder(u"/tmp/[^ ]*"_s);
        QStringList texts{operation::outcomeName(m_outcome.kind),
                          m_outcome.errorText(),
                          m_outcome.result,
                          QString::number(m_fired),
                          m_closing,
                          m_left.join(u", "_s)};
        for (QString &text : texts)
            text.replace(port, u"HOST"_s)
                .replace(link, u"LINK"_s)
                .replace(time, u"TIME"_s)
                .replace(folder, u"FOLDER"_s)
                .replace(cut, u"CUT"_s);
        return texts;
    }
    /// What is wrong with it; empty when all is as the table says.
    QString problem() const
    {
        const QString expected = QString::fromLatin1(cell());
        const bool isSuccess = expected == "ok"_L1 || expected == "-"_L1;
        const QString found = m_outcome.kind == OutcomeKind::Success   ? (m_fired > 0 ? u"ok"_s : u"-"_s)
                              : m_outcome.kind == OutcomeKind::Timeout ? u"timeout"_s
                                                                       : m_outcome.error.code;
        const QString text = QString::fromLatin1(m_fault.text);
        if (found != expected)
            return u"%1 instead of %2 (%3)"_s.arg(found, expected, m_outcome.errorText());
        if (!isSuccess && m_fired == 0)
            return u"the fault has not acted"_s;
        if (m_outcome.kind == OutcomeKind::Error && !m_outcome.errorText().contains(text))
            return u"“%1” is not in: %2"_s.arg(text, m_outcome.errorText());
        if (m_outcome.kind == OutcomeKind::Success && m_outcome.result != resultOf(m_kind) && !isOtherwise())
            return u"result: %1"_s.arg(m_outcome.result);
        QStringList left;
        if (const QString kind = QString::fromLatin1(m_fault.left); !kind.isEmpty() && (kind != "file"_L1 || expected == "ok"_L1))
            left.append(kind);
        if (m_left != left)
            return u"left behind: %1 instead of %2; %3"_s.arg(m_left.join(u", "_s), left.join(u", "_s), m_closing);
        // What cannot be removed is said, and what can be is not.
        const bool isSaid = m_closing.contains("sbx-"_L1);
        if (isSaid != (left.contains(u"carrier"_s) || left.contains(u"file"_s)))
            return u"the end says: %1"_s.arg(m_closing);
        return m_isMended ? QString() : u"the faults could not be ended"_s;
    }

private:
    /// Waits that are to end do so soon; all others must not, however slow the computer is.
    bool isImpatient() const
    {
        return cell() == "timeout" || (m_fault.isWaiting && cell() != "ok" && (cell() != "-" || *m_fault.left != '\0'));
    }
    static simulator::ClusterConfig configOf(bool isImpatient)
    {
        simulator::ClusterConfig config = simulator::ClusterConfig::demo();
        config.peers[0].rules = *core::readJson(R"({"rules":[{"match":{"method":"say"},"reply":{"body":{"text":"Said"}}}]})");
        config.dialect.fileOperationMs = isImpatient ? 500 : waitMs;
        config.dialect.carrierGraceMs = isImpatient ? 500 : waitMs;
        return config;
    }
    std::unique_ptr<cluster::ClusterSession> open(const core::Dialect &dialect, int requestMs)
    {
        const simulator::ClusterConfig &config = m_cluster.config();
        cluster::Profile profile;
        profile.address = m_cluster.nodes().constFirst().url;
        profile.domain = config.domain;
        profile.login = config.users.constFirst().login;
        profile.dialect = dialect;
        profile.timeouts.request = std::chrono::milliseconds(requestMs);
        profile.timeouts.transfer = std::chrono::milliseconds(requestMs);
        return std::make_unique<cluster::ClusterSession>(
            profile, cluster::Credentials{config.users.constFirst().password, config.points.constFirst().token},
            cluster::Surroundings{m_clock, m_scheduler, m_random});
    }
    operation::Operation operationOf(std::size_t kind) const
    {
        const QString connection = QString::fromLatin1(application);
        const QString name = u"note.txt"_s;
        switch (kind) {
        case TempFile:
            return {connection, operation::PlaceTempFile{m_localFile}};
        case List:
            return {connection, operation::ListFiles{}};
        case Get:
            return {connection, operation::GetFile{name}};
        case Put:
            return {connection, operation::PutFile{m_localFile, name}};
        case Delete:
            return {connection, operation::DeleteFile{name}};
        default:
            break;
        }
        operation::SendMessage message;
        message.capability = u"msg"_s;
        message.event = u"say"_s;
        message.content = kind == Delivery ? u"[1]"_s : u"{}"_s; // only an object can carry a qid
        message.wait = kind != Send;
        message.timeoutS = m_fault.jumpS > 0 ? 30 : isImpatient() ? 0.3 : 60;
        return {connection, message};
    }
    static QString resultOf(std::size_t kind)
    {
        return kind == Request ? u"{\"result\":\"ok\",\"text\":\"Said\"}"_s : kind == Get ? u":TEMP/note.txt"_s : QString();
    }
    bool isOtherwise() const
    {
        return (m_kind == TempFile && m_outcome.result.startsWith("/temp/"_L1)) ||
               (m_kind == List && m_outcome.result.startsWith("[{\"name\":\"note.txt\",\"size\":5,"_L1));
    }
    int fired() const
    {
        const auto rules = m_cluster.faults();
        return rules ? static_cast<int>((*rules)[u"counts"].at(0)[u"fired"].toInt().value_or(0)) : -1;
    }
    void leave(const QString &what, qsizetype count)
    {
        if (count != 0)
            m_left.append(what);
    }

    const Fault &m_fault;
    const std::size_t m_kind;
    const QString m_localFile;
    simulator::SimulatedCluster m_cluster;
    core::SystemClock m_clock;
    core::QtScheduler m_scheduler;
    core::SeededRandom m_random;
    runner::LocalFiles m_files;
    std::unique_ptr<cluster::ClusterSession> m_session;
    std::unique_ptr<cluster::ClusterSession> m_watcher;
    std::unique_ptr<runner::SessionAccess> m_access;
    std::unique_ptr<runner::RemoteOperations> m_operations;
    Outcome m_outcome;
    int m_fired = 0;
    QString m_closing;
    QStringList m_left;
    bool m_hasJumped = false;
    bool m_isMended = false;
};

using Worlds = std::vector<std::unique_ptr<World>>;

/// The same step of all worlds at the same time; false when one of them does not end.
template <typename T>
bool together(Worlds &worlds, cluster::Call<T> (World::*step)(), const std::function<void(World &, const core::Result<T> &)> &then,
              bool mayFail = false)
{
    std::vector<std::unique_ptr<Waiting<T>>> calls;
    for (const auto &world : worlds)
        calls.push_back(std::make_unique<Waiting<T>>(((*world).*step)()));
    const auto areOver = [&] {
        for (const auto &world : worlds)
            world->lookAtClock();
        return std::all_of(calls.begin(), calls.end(), [](const auto &call) { return call->isOver(); });
    };
    if (!QTest::qWaitFor(areOver, 2 * waitMs))
        return false;
    for (std::size_t i = 0; i < worlds.size(); ++i) {
        if (!mayFail && !calls[i]->answer()) {
            qWarning("%s", qPrintable(calls[i]->answer().error().message));
            return false;
        }
        if (then)
            then(*worlds[i], calls[i]->answer());
    }
    return true;
}

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_file;

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = m_folder.filePath(u"note.txt"_s);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("Hello"), 5);
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void table_data()
    {
        QTest::addColumn<int>("index");
        for (qsizetype i = 0; i < faults.size(); ++i)
            QTest::newRow(faults.at(i).name) << static_cast<int>(i);
    }
    void table()
    {
        QFETCH(int, index);
        const Fault &fault = faults.at(index);
        Worlds worlds; // each operation twice
        for (std::size_t i = 0; i < 2 * kinds; ++i) {
            worlds.push_back(std::make_unique<World>(fault, i / 2, m_file));
            QVERIFY(worlds.back()->start());
        }
        QVERIFY(together<protocol::SessionInfo>(worlds, &World::login, {}));
        QVERIFY(together<void>(worlds, &World::openLink, {}));
        QVERIFY(together<Outcome>(worlds, &World::prepare, {}));
        QVERIFY(together<void>(worlds, &World::forget, {}));
        for (const auto &world : worlds)
            QVERIFY(world->breakIt());
        QVERIFY(together<Outcome>(worlds, &World::perform, &World::note, true));
        QVERIFY(together<void>(worlds, &World::close, &World::noteClosing, true));
        QVERIFY(together<void>(worlds, &World::logout, {}, true));
        QVERIFY(together<protocol::SessionInfo>(worlds, &World::watch, {}));
        QVERIFY(together<QList<cluster::StoredScript>>(
            worlds, &World::scripts, [](World &world, const core::Result<QList<cluster::StoredScript>> &list) { world.noteLeft(*list); }));
        QVERIFY(together<QList<protocol::FileRecord>>(
            worlds, &World::files, [](World &world, const core::Result<QList<protocol::FileRecord>> &list) { world.noteLeft(*list); }));
        QVERIFY(together<core::Json>(worlds, &World::sessions,
                                     [](World &world, const core::Result<core::Json> &list) { world.noteLeftSessions(*list); }));
        QVERIFY(together<core::Json>(worlds, &World::runs,
                                     [](World &world, const core::Result<core::Json> &list) { world.noteLeftRuns(*list); }));
        QStringList problems;
        for (std::size_t i = 0; i < worlds.size(); i += 2) {
            const QString kind = QString::fromLatin1(kindNames.at(i / 2));
            if (const QString problem = worlds[i]->problem(); !problem.isEmpty())
                problems.append(kind + u": "_s + problem);
            else if (worlds[i]->result() != worlds[i + 1]->result())
                problems.append(u"%1: not the same again: %2 / %3"_s.arg(kind, worlds[i]->result().join(u" | "_s),
                                                                         worlds[i + 1]->result().join(u" | "_s)));
        }
        QVERIFY2(problems.isEmpty(), qPrintable(u'\n' + problems.join(u'\n')));
    }

    void theManualShowsTheTable()
    {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/packaging/man/signalbox-cluster.1"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray manual = file.readAll();
        for (const Fault &fault : faults) {
            QByteArray line = fault.name;
            for (const char *cell : fault.cells)
                line.append('|').append(cell);
            line.append('|').append(fault.left).append('\n');
            QVERIFY2(manual.contains(line), line.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
