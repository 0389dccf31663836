// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated cluster whose dialect has one field changed, and what looks at it: an administrator over HTTP, an external system by hand, a
// client that starts scenarios, and our own client with the same dialect. Each is there once it is first asked for.
#pragma once

#include "cluster/clustersession.h"
#include "framepeer.h"
#include "integration/simulator/client.h"
#include "integration/simulator/scenarios.h"
#include "runner/remoteoperations.h"

namespace signalbox::test {

using namespace Qt::StringLiterals;

inline const QByteArray svcToken = "5b0c1a94e27d4f3886c2d9e1f7a3b601";
inline const QByteArray crmToken = "5b0c1a94e27d4f3886c2d9e1f7a3b602";
inline const QString deskPeer = u"c0ffee00-0000-4000-8000-000000000003"_s;
inline const QString ordersPeer = u"c0ffee00-0000-4000-8000-000000000002"_s; // on the second node
/// A type of argument or value that no dialect has by itself.
inline constexpr int unusualType = 22;

/// Starts the call and waits for its answer.
template <typename T>
core::Result<T> answerOf(std::unique_ptr<core::AsyncCall<T>> call)
{
    std::optional<core::Result<T>> answer;
    call->start([&answer](core::Result<T> result) { answer = std::move(result); });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
        return core::fail(u"no_answer"_s, u"no answer came"_s);
    return *answer;
}

class Stage final
{
public:
    explicit Stage(const core::Dialect &dialect) : m_cluster(configOf(dialect)) {}

    bool start()
    {
        const auto started = m_cluster.start();
        return started.has_value();
    }

    QUrl url(int node = 0) const { return m_cluster.nodes().at(node).url; }
    const core::Dialect &dialect() const { return m_cluster.config().dialect; }
    void pass(std::chrono::milliseconds time) { (void)m_cluster.advanceClock(time); }

    // HTTP ------------------------------------------------------------------------------------------------------------
    std::unique_ptr<HttpClient> client() const { return std::make_unique<HttpClient>(url()); }
    /// Logged in; its session's id is its bearer, so that it needs no name of a cookie or member.
    HttpClient &admin()
    {
        if (!m_admin) {
            m_admin = client();
            m_admin->login("admin");
        }
        return *m_admin;
    }
    void keepFile() { admin().upload(u"custom"_s, {{"a.txt", "content"}}); }

    // Web sockets -----------------------------------------------------------------------------------------------------
    /// The external system "crm", set up for msg.
    FramePeer &peer()
    {
        if (!m_peer)
            m_peer = openPeer();
        return *m_peer;
    }
    std::unique_ptr<FramePeer> openPeer() const
    {
        auto peer = std::make_unique<FramePeer>();
        if (peer->open(url(), "/ws/token/v1/" + crmToken))
            peer->call("setup", R"({"qid":1,"capabilities":[{"key":"msg"}]})");
        return peer;
    }
    static QString idOf(FramePeer &peer) { return peer.call("connection_info", R"({"qid":2})")[u"connectionid"].toString(); }
    static QByteArray sessionOf(FramePeer &peer) { return peer.call("connection_info", R"({"qid":3})")[u"sessionid"].toString().toUtf8(); }
    /// The client that starts scenarios.
    FramePeer &svc()
    {
        if (!m_svc) {
            m_svc = std::make_unique<FramePeer>();
            if (m_svc->open(url(), "/ws/token/v1/" + svcToken))
                m_svc->call("setup", R"({"qid":1,"capabilities":[{"key":"svcscript"},{"key":"rest"}]})");
        }
        return *m_svc;
    }

    // Scenarios -------------------------------------------------------------------------------------------------------
    /// Stores an entity that is whole but for its code.
    bool store(const QByteArray &code, const QByteArray &rest)
    {
        return admin().send("POST", u"/rest/v1/service/svcscripts"_s, "{\"code\":\"" + code + "\"," + rest + '}').status == 200;
    }
    void begin(const QByteArray &code, const QString &startParam, const QByteArray &more = {})
    {
        svc().send("[\"start_svcscript\",{\"qid\":\"s\",\"code\":\"" + code + "\",\"startparam1\":" + core::Json(startParam).toCompact() +
                   more + "}]");
    }
    /// The variables, or the whole answer when it is an error.
    core::Json end()
    {
        const core::Json answer = svc().take(u"start_svcscript_result");
        const core::Json &variables = answer[u"data"][u"variables"];
        return variables.isNull() ? answer : variables;
    }
    /// Everything that was sent before has been handled then.
    void settle() { svc().call("connection_info", R"({"qid":4})"); }

    /// Runs one websock component on a connection.
    core::Json run(const QString &connection, const QByteArray &properties)
    {
        beginWebsock(connection, properties);
        return end();
    }
    void beginWebsock(const QString &connection, const QByteArray &properties)
    {
        const QByteArray scenario = websockScenario("w" + QByteArray::number(++m_scripts), properties);
        admin().send("POST", u"/rest/v1/service/svcscripts"_s, scenario);
        begin("w" + QByteArray::number(m_scripts), connection, R"(,"timeout":3600000)");
    }
    /// Runs the objects between start (1, to 2) and stop (9), with string variables in, out and those given.
    core::Json runObjects(const QByteArray &objects, const QString &startParam = {}, const QByteArray &variables = {},
                          const QByteArray &opts = {})
    {
        const QByteArray code = "o" + QByteArray::number(++m_scripts);
        store(code, R"("scriptdata":{"objects":[{"oId":1,"oType":101,"type":0,"startParam":"in","defineVars":1,"transfer":2},)" + objects +
                        R"(,{"oId":9,"oType":102}],"variables":[{"id":"1","name":"in","type":2,"location":0},)"
                        R"({"id":"2","name":"out","type":2,"location":0})" +
                        variables + "]}" + opts);
        begin(code, startParam);
        return end();
    }

    // Our own client --------------------------------------------------------------------------------------------------
    class Ours
    {
    public:
        explicit Ours(Stage &stage)
            : m_session(profileOf(stage), {u"demo"_s, QString::fromLatin1(svcToken)}, {m_clock, m_scheduler, m_random},
                        [this](const QString &line) { lines.append(line); }),
              m_access(m_session)
        {
            const auto login = answerOf(m_session.login());
            const auto link = login ? answerOf(m_session.openLink({u"svcscript"_s})) : core::Result<void>();
            m_operations.emplace(m_access, cluster::Surroundings{m_clock, m_scheduler, m_random}, m_files);
            problem = !login ? login.error().message : !link ? link.error().message : QString();
        }
        ~Ours()
        {
            (void)answerOf(m_operations->close());
            (void)answerOf(m_session.logout());
        }
        Ours(const Ours &) = delete;
        Ours &operator=(const Ours &) = delete;

        operation::Outcome perform(const operation::Operation &operation) { return outcomeOf(answerOf(m_operations->perform(operation))); }
        operation::Outcome bring(const operation::Operation &operation, const QString &localPath)
        {
            return outcomeOf(answerOf(m_operations->perform(operation, runner::RemoteOperations::BringTo{localPath})));
        }
        /// The first line of the traffic with this text in it; empty when there is none.
        QString line(const QString &part) const
        {
            const auto found = std::find_if(lines.begin(), lines.end(), [&part](const QString &line) { return line.contains(part); });
            return found == lines.end() ? QString() : *found;
        }
        qsizetype count(const QString &start, const QString &part) const
        {
            return std::count_if(lines.begin(), lines.end(),
                                 [&](const QString &line) { return line.startsWith(start) && line.contains(part); });
        }

        QString problem; ///< why there is no connection
        QStringList lines;

    private:
        static cluster::Profile profileOf(const Stage &stage)
        {
            cluster::Profile profile;
            profile.address = stage.url();
            profile.domain = u"test.rootdomain.ru"_s;
            profile.login = u"admin"_s;
            const auto nodes = stage.m_cluster.nodes();
            for (const simulator::NodeAddress &node : nodes)
                profile.nodes.insert(node.site + u'/' + node.node, node.url);
            profile.dialect = stage.dialect();
            return profile;
        }
        static operation::Outcome outcomeOf(const core::Result<operation::Outcome> &result)
        {
            return result ? *result : operation::Outcome::failure(result.error().code, result.error().message);
        }

        core::SystemClock m_clock;
        core::QtScheduler m_scheduler;
        core::SystemRandom m_random;
        cluster::ClusterSession m_session;
        runner::SessionAccess m_access;
        runner::LocalFiles m_files;
        std::optional<runner::RemoteOperations> m_operations;
    };
    Ours &ours()
    {
        if (!m_ours)
            m_ours = std::make_unique<Ours>(*this);
        return *m_ours;
    }

private:
    static simulator::ClusterConfig configOf(const core::Dialect &dialect)
    {
        auto config = simulator::ClusterConfig::demo();
        config.dialect = dialect;
        config.nodes = 2;
        for (simulator::PointConfig &point : config.points) {
            if (point.code == "crm"_L1)
                point.receiveScript = u"received"_s;
        }
        config.peers.removeIf([](const simulator::PeerConfig &peer) { return peer.point == "crm"_L1; });
        return config;
    }

    simulator::SimulatedCluster m_cluster;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<FramePeer> m_peer;
    std::unique_ptr<FramePeer> m_svc;
    std::unique_ptr<Ours> m_ours;
    int m_scripts = 0;
};

} // namespace signalbox::test
