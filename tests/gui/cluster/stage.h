// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window and a simulated cluster on a real loopback socket, with secrets in memory alone.
#pragma once

#include "cluster/profilestore.h"
#include "cluster/scriptstore.h"
#include "designer/cluster/clusterdialog.h"
#include "designer/cluster/scriptlist.h"
#include "designer/shell/welcomepage.h"
#include "simulator/simulatedcluster.h"
#include "support/testfiles.h"
#include "support/windowstage.h"

#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QUndoStack>

namespace signalbox::test {

using namespace Qt::StringLiterals;

/// A keychain in memory; whether it claims to be one is the test's.
class FakeKeychain final : public secrets::SecretStore
{
public:
    explicit FakeKeychain(bool isThere) : m_isThere(isThere) {}
    std::unique_ptr<core::AsyncCall<std::optional<QString>>> read(const QString &key) override { return m_memory->read(key); }
    std::unique_ptr<core::AsyncCall<void>> write(const QString &key, const QString &secret) override
    {
        keys.append(key);
        return m_memory->write(key, secret);
    }
    std::unique_ptr<core::AsyncCall<void>> remove(const QString &key) override { return m_memory->remove(key); }
    bool isPersistent() const override { return m_isThere; }

    QStringList keys; ///< written

private:
    bool m_isThere;
    std::shared_ptr<secrets::SecretStore> m_memory = secrets::makeSessionStore();
};

inline constexpr QLatin1StringView clusterPassword{"s3cret-of-ada"};

class ClusterStage final : public WindowStage
{
public:
    explicit ClusterStage(Stage &stage, bool hasKeychain = false) : ClusterStage(stage, std::make_shared<FakeKeychain>(hasKeychain)) {}
    ~ClusterStage() { shut(); }

    static simulator::ClusterConfig config()
    {
        simulator::ClusterConfig config = simulator::ClusterConfig::demo();
        config.users.first().login = u"ada"_s;
        config.users.first().password = clusterPassword;
        config.scripts = core::Json::array({script(u"alpha"_s, u"The first"_s), script(u"beta"_s, u"The second"_s)});
        config.ivrScripts = core::Json::array({script(u"voice"_s, u"A voice"_s)});
        return config;
    }
    static core::Json script(const QString &code, const QString &name)
    {
        const core::Json start = core::Json::object({{u"oId"_s, core::Json(1)},
                                                     {u"oType"_s, core::Json(101)},
                                                     {u"oLeft"_s, core::Json(24)},
                                                     {u"oTop"_s, core::Json(24)},
                                                     {u"name"_s, core::Json(u"Start"_s)}});
        const core::Json data = core::Json::object({{u"objects"_s, core::Json::array({start})}, {u"variables"_s, core::Json::array()}});
        return core::Json::object({{u"code"_s, core::Json(code)}, {u"name"_s, core::Json(name)}, {u"scriptdata"_s, data}});
    }

    QString url() const { return cluster.nodes().constFirst().url.toString(); }
    designer::ScenarioDocument &document() const { return page().document(); }

    // The dialog --------------------------------------------------------------------------------------------------------
    designer::ClusterDialog *dialog() const
    {
        const QList<designer::ClusterDialog *> all = window->findChildren<designer::ClusterDialog *>();
        for (designer::ClusterDialog *const one : all) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    template <typename T>
    T &part(const char *name) const
    {
        if (!dialog())
            qFatal("there is no dialog to look for %s in", name);
        return child<T>(*dialog(), name);
    }
    void click(const char *name) { QTest::mouseClick(&part<QPushButton>(name), Qt::LeftButton); }
    QString error() const { return part<QLabel>("cluster.error").text(); }
    void choose(const QString &title) const
    {
        auto &list = part<QListWidget>("cluster.list");
        const QList<QListWidgetItem *> found = list.findItems(title, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        list.setCurrentItem(found.first());
    }
    /// Fills in the form of another address.
    void type(const QString &address, const QString &password = clusterPassword, const QString &login = u"ada"_s) const
    {
        choose(u"Another address"_s);
        part<QLineEdit>("cluster.address").setText(address);
        part<QLineEdit>("cluster.domain").setText(u"test.rootdomain.ru"_s);
        part<QLineEdit>("cluster.login").setText(login);
        part<QLineEdit>("cluster.password").setText(password);
    }
    QStringList codes() const { return column(part<QTableView>("cluster.scripts")); }
    bool isReady() const { return dialog() && !part<QPushButton>("cluster.cancel").isVisible(); }
    /// Connects to the cluster and waits for its list.
    void connectTo(const QString &address)
    {
        type(address);
        click("cluster.primary");
        QTRY_VERIFY(isReady() && !codes().isEmpty());
    }
    /// Opens alpha in a tab.
    void openAlpha()
    {
        trigger("file.openCluster");
        connectTo(url());
        click("cluster.primary");
        QTRY_VERIFY(!dialog());
        QVERIFY(workspace().current());
    }

    // The cluster, beside the window ---------------------------------------------------------------------------------------
    template <typename T>
    core::Result<T> await(cluster::Call<T> call)
    {
        std::optional<core::Result<T>> answer;
        call->start([&answer](core::Result<T> result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
            return core::fail(u"test"_s, u"No answer in time."_s);
        return *answer;
    }
    std::unique_ptr<cluster::ClusterSession> session()
    {
        cluster::Profile profile;
        profile.address = cluster.nodes().constFirst().url;
        profile.domain = cluster.config().domain;
        profile.login = u"ada"_s;
        auto made = std::make_unique<cluster::ClusterSession>(profile, cluster::Credentials{clusterPassword, {}},
                                                              cluster::Surroundings{clock, scheduler, random});
        if (!await<protocol::SessionInfo>(made->login()))
            qFatal("nobody can log in");
        return made;
    }
    core::Json there(const QString &code, cluster::ScriptType type = cluster::ScriptType::Svc)
    {
        const auto with = session();
        const auto found = await<core::Json>(with->scripts().find(type, code));
        await<void>(with->logout());
        return found ? *found : core::Json();
    }
    void editThere(const QString &code, const QString &name)
    {
        const auto with = session();
        const auto found = await<core::Json>(with->scripts().find(cluster::ScriptType::Svc, code));
        QVERIFY(found);
        QVERIFY(await<core::Json>(with->scripts().change(cluster::ScriptType::Svc, (*found)[u"id"].toString(),
                                                         core::Json::object({{u"name"_s, core::Json(name)}}))));
        await<void>(with->logout());
    }

    /// Files of the program's folder that hold this text.
    QStringList filesWith(const QByteArray &text)
    {
        settings.sync();
        QStringList found;
        QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (bytesOf(path).contains(text))
                found.append(path);
        }
        return found;
    }

private:
    ClusterStage(Stage &stage, std::shared_ptr<FakeKeychain> known)
        : WindowStage(stage, known), keychain(std::move(known)), cluster(config())
    {
        if (!cluster.start())
            qFatal("the cluster does not start");
    }

public:
    const std::shared_ptr<FakeKeychain> keychain;
    simulator::SimulatedCluster cluster;
};

} // namespace signalbox::test
