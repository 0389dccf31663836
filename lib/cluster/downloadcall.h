// SPDX-License-Identifier: GPL-3.0-or-later
// One download into a file that appears only when it is whole. Internal to the module.
#pragma once

#include "cluster/calls.h"
#include "cluster/restclient.h"

class QSaveFile;

namespace signalbox::cluster {

class DownloadCall final : public StepsCall<qint64>
{
public:
    DownloadCall(RestClient &rest, const QUrl &url, const QString &localPath, Progress progress);
    ~DownloadCall() override;

private:
    void begin() override;
    void abort() override;
    core::Result<void> write(QByteArrayView part);
    core::Result<qint64> read(const HttpAnswer &answer);
    core::Error fileError() const;

    RestClient &m_rest;
    HttpRequest m_request;
    std::unique_ptr<QSaveFile> m_file; ///< destroying it removes what is written
};

} // namespace signalbox::cluster
