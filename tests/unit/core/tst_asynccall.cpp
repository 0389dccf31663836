// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/asynccall.h"

#include <QTest>

using namespace signalbox::core;

namespace {

/// Ends when the test says so.
class ManualCall final : public AsyncCall<int>
{
public:
    explicit ManualCall(QStringList *log) : m_log(log) {}
    ~ManualCall() override { m_log->append(QStringLiteral("destroyed")); }
    void end(int value) { finish(value); }

protected:
    void begin() override { m_log->append(QStringLiteral("begin")); }
    void abort() override { m_log->append(QStringLiteral("abort")); }

private:
    QStringList *m_log;
};

} // namespace

class AsyncCallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_log.clear();
    }

    void answersOnce()
    {
        ManualCall call(&m_log);
        QVERIFY(!call.isRunning());
        call.start(logged());
        QVERIFY(call.isRunning());
        call.end(7);
        QVERIFY(!call.isRunning());
        call.end(8);
        call.cancel();
        QCOMPARE(m_log, QStringList({QStringLiteral("begin"), QStringLiteral("7")}));
    }

    void cancelAnswersWithAnError()
    {
        ManualCall call(&m_log);
        call.cancel(); // before the start: nothing
        call.start(logged());
        call.cancel();
        call.cancel();
        QCOMPARE(m_log, QStringList({QStringLiteral("begin"), QStringLiteral("abort"), QStringLiteral("cancelled")}));
    }

    void destructionIsSilent()
    {
        {
            ManualCall call(&m_log);
            call.start(logged());
        }
        QCOMPARE(m_log, QStringList({QStringLiteral("begin"), QStringLiteral("destroyed")}));
    }

    void mayBeDestroyedFromItsAnswer()
    {
        auto call = std::make_unique<ManualCall>(&m_log);
        ManualCall *raw = call.get();
        call->start([&](Result<int>) { call.reset(); });
        raw->end(1);
        QVERIFY(!call);
        QCOMPARE(m_log, QStringList({QStringLiteral("begin"), QStringLiteral("destroyed")}));
    }

    void mayBeDestroyedFromItsCancellation()
    {
        auto call = std::make_unique<ManualCall>(&m_log);
        ManualCall *raw = call.get();
        call->start([&](Result<int>) { call.reset(); });
        raw->cancel();
        QVERIFY(!call);
    }

private:
    AsyncCall<int>::Done logged()
    {
        return [this](Result<int> result) {
            m_log.append(result ? QString::number(*result) : result.error().code);
        };
    }

    QStringList m_log;
};

QTEST_GUILESS_MAIN(AsyncCallTest)
#include "tst_asynccall.moc"
