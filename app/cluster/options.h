// SPDX-License-Identifier: GPL-3.0-or-later
// The arguments of signalbox-cluster.
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace signalbox::clusterprogram {

struct Options {
    Q_DECLARE_TR_FUNCTIONS(signalbox::clusterprogram::Options)

public:
    QString config; ///< path; empty: the built-in demo
    std::optional<QString> listen;
    std::optional<quint16> port;
    std::optional<int> nodes;
    std::optional<int> sites;
    std::optional<quint16> controlPort;
    QString tlsCertificate; ///< path; empty: as the configuration says
    QString tlsKey;
    QString tlsClientCa;
    bool help = false;
    bool version = false;

    /// arguments without the program's name; values as "--name value" or "--name=value", two values as "--tls value value". Error: usage.
    static core::Result<Options> parse(const QStringList &arguments);
    static QString helpText();
};

} // namespace signalbox::clusterprogram
