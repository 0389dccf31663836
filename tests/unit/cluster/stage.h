// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the client share: a fake cluster, a session with it, and answers that can be waited for.
#pragma once

#include "cluster/clustersession.h"
#include "cluster/fileexchange.h"
#include "cluster/peer.h"
#include "cluster/registrarview.h"
#include "cluster/restclient.h"
#include "cluster/scriptstore.h"
#include "cluster/wslink.h"
#include "core/jsonreader.h"
#include "support/fakecluster/fakecluster.h"
#include "support/manualtime.h"

#include <QRegularExpression>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

inline constexpr QLatin1StringView testPassword{"swordfish \"7\""};
inline constexpr QLatin1StringView testToken{"0123456789abcdef0123456789abcdef"};
inline constexpr QLatin1StringView testSessionId{"5e5510n0-1d1d-4aaa-8bbb-000000000001"};
inline constexpr QLatin1StringView testCookie{"c00c1e-va1ue"};

/// A call and the answer that it gives.
template <typename T>
class Answer final
{
public:
    explicit Answer(std::unique_ptr<core::AsyncCall<T>> theCall) : call(std::move(theCall))
    {
        call->start([this](core::Result<T> answer) {
            ++count;
            wasWithinStart = count == 1 && startingNow;
            result = std::move(answer);
        });
        startingNow = false;
    }

    QString code() const { return !result ? u"(no answer)"_s : *result ? u"ok"_s : result->error().code; }
    QString message() const { return result && !*result ? result->error().message : QString(); }

    std::unique_ptr<core::AsyncCall<T>> call;
    std::optional<core::Result<T>> result;
    int count = 0;
    bool startingNow = true;
    bool wasWithinStart = false;
};

inline core::Json json(const QByteArray &text)
{
    const auto value = core::readJson(text);
    return value ? *value : core::Json(u"the test's own JSON is wrong"_s);
}

inline FakeReply jsonReply(const QByteArray &body, int status = 200, const QByteArrayList &headers = {})
{
    return {status, body, QByteArrayList{"Content-Type: application/json"} + headers};
}

/// One element of ["method", {…}]: the method, or a member of the body.
inline QString methodOf(const QByteArray &text)
{
    return json(text).at(0).toString();
}
inline QByteArray qidOf(const QByteArray &text)
{
    return json(text).at(1)[u"qid"].toCompact();
}

struct Stage {
    explicit Stage(bool hasManualTime = false) : isManual(hasManualTime)
    {
        profile.name = u"test"_s;
        profile.address = fake.url();
        profile.domain = u"test.example"_s;
        profile.login = u"ada"_s;
        fake.on("POST", "/rest/v1/iam/sessions", loginReply("RSession"));
        fake.on("DELETE", "/rest/v1/iam/sessions/current", jsonReply("{}"));
        fake.onText = [this](FakeSocket &socket, const QByteArray &text) {
            answer(socket, text);
        };
    }

    static FakeReply loginReply(const QByteArray &cookieName)
    {
        return jsonReply(R"({"session_id":")" + QByteArray(testSessionId.latin1()) +
                             R"(","session_type":"web","user_id":"u1","login":"ada","domain":"test.example","ttl":43187})",
                         200, {"Set-Cookie: " + cookieName + "=" + testCookie.latin1() + "; Path=/; HttpOnly"});
    }

    /// What a decent cluster says to the methods of set-up.
    void answer(FakeSocket &socket, const QByteArray &text)
    {
        const core::Json body = json(text).at(1);
        const QByteArray method = methodOf(text).toUtf8();
        if (silentMethods.contains(method) || method.endsWith("_result"))
            return;
        QByteArray members = extra.value(method, R"(,"result":"ok")");
        if (method == "setup") {
            members = ",\"capabilities\":[";
            for (const core::Json &item : body[u"capabilities"].items()) {
                const QByteArray key = item[u"key"].toString().toUtf8();
                members +=
                    (members.endsWith('[') ? "" : ",") + ("{\"key\":\"" + key) +
                    (refusedCapabilities.contains(key) ? R"(","result":"error","errormsg":"Unknown capability"})" : R"(","result":"ok"})");
            }
            members = extra.value(method, members + ']');
        }
        socket.sendText("[\"" + method + "_result\",{\"qid\":" + qidOf(text) + members + "}]");
    }

    cluster::Surroundings surroundings()
    {
        return {isManual ? static_cast<core::Clock &>(manualClock) : clock, isManual ? static_cast<core::Scheduler &>(manual) : scheduler,
                random, tap};
    }

    cluster::ClusterSession &session()
    {
        if (!m_session)
            m_session = std::make_unique<cluster::ClusterSession>(profile, credentials, surroundings(),
                                                                  [this](const QString &line) { log.append(line); });
        return *m_session;
    }
    void destroySession() { m_session.reset(); }

    /// False when it does not work.
    bool logIn()
    {
        Answer answer(session().login());
        return QTest::qWaitFor([&answer] { return answer.result.has_value(); }) && answer.result->has_value();
    }
    bool openLink(const QStringList &capabilities = {u"svcscript"_s})
    {
        Answer answer(session().openLink(capabilities));
        return QTest::qWaitFor([&answer] { return answer.result.has_value(); }) && answer.result->has_value();
    }
    FakeSocket &socket() { return *fake.sockets.last(); }

    /// Nothing that was logged may show a secret.
    QString leakedSecret() const
    {
        for (const QString &line : log) {
            for (const QString &secret : {QString(testToken), QString(testSessionId), QString(testCookie), u"swordfish"_s}) {
                if (line.contains(secret))
                    return line;
            }
        }
        return {};
    }

    bool isManual;
    FakeCluster fake;
    cluster::Profile profile;
    cluster::Credentials credentials{testPassword, testToken};
    core::SystemClock clock;
    core::QtScheduler scheduler;
    ManualClock manualClock;
    ManualScheduler manual{manualClock};
    core::SeededRandom random{7};
    cluster::TrafficTap *tap = nullptr;
    QStringList log;
    QHash<QByteArray, QByteArray> extra; ///< by method: what follows the qid in its answer
    QByteArrayList refusedCapabilities;
    QByteArrayList silentMethods;

private:
    std::unique_ptr<cluster::ClusterSession> m_session;
};

} // namespace signalbox::test
