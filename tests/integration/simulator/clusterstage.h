// SPDX-License-Identifier: GPL-3.0-or-later
// A simulated cluster of two nodes on two sites, met over real sockets: an administrator by HTTP, a connection that starts scenarios. Begin
// and end it for each test function.
#pragma once

#include "client.h"
#include "scenarios.h"

#include <QRegularExpression>

namespace signalbox::test {

using namespace Qt::StringLiterals;

inline constexpr auto svcToken = "5b0c1a94e27d4f3886c2d9e1f7a3b601";
inline constexpr auto crmToken = "5b0c1a94e27d4f3886c2d9e1f7a3b602";
inline const auto crmPeer = u"c0ffee00-0000-4000-8000-000000000001"_s;
inline const auto ordersPeer = u"c0ffee00-0000-4000-8000-000000000002"_s;
inline const auto deskPeer = u"c0ffee00-0000-4000-8000-000000000003"_s;

inline QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

inline QString tokenPath(const char *token)
{
    return u"/ws/token/v1/"_s + QString::fromLatin1(token);
}

inline simulator::ClusterConfig demoOf(int nodes, int sites)
{
    auto config = simulator::ClusterConfig::demo();
    config.nodes = nodes;
    config.sites = sites;
    return config;
}

class ClusterStage
{
protected:
    std::unique_ptr<simulator::SimulatedCluster> m_cluster;
    std::unique_ptr<HttpClient> m_admin;
    std::unique_ptr<SocketClient> m_svc;
    int m_scripts = 0;

    QUrl url(int node = 0) const { return m_cluster->nodes().at(node).url; }

    void startCluster(simulator::ClusterConfig config)
    {
        m_cluster = std::make_unique<simulator::SimulatedCluster>(std::move(config));
        const auto started = m_cluster->start();
        QVERIFY2(started.has_value(), started ? "" : qPrintable(started.error().message));
        m_admin = std::make_unique<HttpClient>(url());
        QCOMPARE(m_admin->login("admin").status, 200);
        m_svc = std::make_unique<SocketClient>();
        QVERIFY(m_svc->open(url(), tokenPath(svcToken)));
        QCOMPARE(m_svc->call("setup", R"({"qid":1,"capabilities":[{"key":"svcscript"},{"key":"subscr"},{"key":"rest"},{"key":"msg"}]})")
                     .toCompact(),
                 R"({"qid":1,"capabilities":[{"key":"svcscript","result":"ok"},)"
                 R"({"key":"subscr","result":"ok"},{"key":"rest","result":"ok"},{"key":"msg","result":"ok"}]})");
    }

    /// Stores the scenario and runs it: the variables, or the whole answer when it is an error.
    core::Json runOn(const QString &connection, const QByteArray &properties, const QByteArray &more = {})
    {
        const QByteArray code = "t" + QByteArray::number(++m_scripts);
        const auto stored = m_admin->send("POST", u"/rest/v1/service/svcscripts"_s, test::websockScenario(code, properties));
        if (stored.status != 200)
            return core::Json(QString::fromUtf8(stored.body));
        // Written with escapes: moc takes a raw string for a plain one, which this would not be.
        const core::Json answer = m_svc->call("start_svcscript", "{\"qid\":\"q\",\"code\":\"" + code + "\",\"startparam1\":\"" +
                                                                     connection.toUtf8() + '"' + more + '}');
        const core::Json &variables = answer[u"data"][u"variables"];
        return variables.isNull() ? answer : variables;
    }

    QString errorOn(const QString &connection, const QByteArray &properties)
    {
        const core::Json variables = runOn(connection, properties);
        if (variables[u"outcome"].toString() != "error"_L1)
            return u"no error: "_s + QString::fromUtf8(variables.toCompact());
        return variables[u"error"].toString();
    }

    void begin()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        startCluster(demoOf(2, 2));
    }
    void end()
    {
        m_svc.reset();
        m_admin.reset();
        m_cluster.reset();
        m_scripts = 0;
    }
};

} // namespace signalbox::test
