// SPDX-License-Identifier: GPL-3.0-or-later
// One operation on its way: check → stage the local file → carrier → start → outcome → bring the file here. Not a public header.
#pragma once

#include "runner/remoteoperations.h"

namespace signalbox::runner {

class RemoteOperations::PerformCall final : public core::AsyncCall<operation::Outcome>
{
    Q_DECLARE_TR_FUNCTIONS(RemoteOperations)

public:
    enum class Bring : quint8 { Nothing, ToTemp, ToPath };

    PerformCall(RemoteOperations &owner, operation::Operation operation, Bring bring, QString localPath, TimingPtr timing);
    ~PerformCall() override;

protected:
    void begin() override;
    void abort() override;

private:
    template <typename T, typename Next>
    void then(cluster::Call<T> call, Next next);
    void answerLater(operation::Outcome outcome);
    void answer(const operation::Outcome &outcome);
    void fail(const core::Error &error);
    void letGo(bool gone = false);
    /// What follows counts for this part of the timing; for none with nullptr.
    void enter(qint64 OperationTiming::*part);

    /// The path of the operation that may be a local file, or nullptr.
    QString *path();
    void stage(const QString &localPath);
    void prepare();
    void run(const QString &code);
    void ended(const core::Json &variables);
    void findOrigin(const QString &relativeUrl, const QString &result);
    void bring(const QUrl &url, const QString &result);

    RemoteOperations &m_owner;
    operation::Operation m_operation;
    const Bring m_bring;
    const QString m_localPath;
    const TimingPtr m_timing; // may be null
    qint64 OperationTiming::*m_part = nullptr;
    qint64 m_partSinceUs = 0;
    Carrier m_carrier;
    CarrierPool::Ticket m_ticket = 0;
    QSet<QString> m_staged;
    std::shared_ptr<void> m_inner; // the call that we wait for; destroying it cancels it
    core::Deadline m_turn;
};

} // namespace signalbox::runner
