// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/options.h"

using namespace Qt::StringLiterals;

namespace signalbox::clusterprogram {

namespace {

constexpr int maxNodes = 64;

core::Error usage(const QString &message)
{
    return {u"usage"_s, message, {}};
}

core::Result<int> numberOf(const QString &name, const QString &value, int minimum, int maximum)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < minimum || number > maximum)
        return tl::unexpected(
            usage(Options::tr("%1 takes a whole number from %2 to %3, not \"%4\".").arg(name).arg(minimum).arg(maximum).arg(value)));
    return number;
}

core::Result<void> take(Options &options, const QString &name, const QString &value)
{
    if (name == "--config"_L1) {
        options.config = value;
        return {};
    }
    if (name == "--listen"_L1) {
        options.listen = value;
        return {};
    }
    if (name == "--tls-client-ca"_L1) {
        options.tlsClientCa = value;
        return {};
    }
    const bool isPort = name == "--port"_L1 || name == "--control-port"_L1;
    const auto number = numberOf(name, value, isPort ? 0 : 1, isPort ? 65535 : maxNodes);
    if (!number)
        return tl::unexpected(number.error());
    if (name == "--port"_L1)
        options.port = static_cast<quint16>(*number);
    else if (name == "--control-port"_L1)
        options.controlPort = static_cast<quint16>(*number);
    else if (name == "--nodes"_L1)
        options.nodes = *number;
    else
        options.sites = *number;
    return {};
}

} // namespace

core::Result<Options> Options::parse(const QStringList &arguments)
{
    static const QStringList withValue{u"--config"_s, u"--listen"_s,       u"--port"_s,         u"--nodes"_s,
                                       u"--sites"_s,  u"--control-port"_s, u"--tls-client-ca"_s};
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const qsizetype equals = argument.startsWith("--"_L1) ? argument.indexOf(u'=') : -1;
        const QString name = equals < 0 ? argument : argument.first(equals);
        if (equals < 0 && (name == "--help"_L1 || name == "-h"_L1)) {
            options.help = true;
        } else if (equals < 0 && name == "--version"_L1) {
            options.version = true;
        } else if (equals < 0 && name == "--tls"_L1) {
            if (i + 2 >= arguments.size() || arguments.at(i + 1).isEmpty() || arguments.at(i + 2).isEmpty())
                return tl::unexpected(usage(tr("--tls needs two values: the file of the certificate and the file of its key.")));
            options.tlsCertificate = arguments.at(++i);
            options.tlsKey = arguments.at(++i);
        } else if (withValue.contains(name)) {
            if (equals < 0 && i + 1 == arguments.size())
                return tl::unexpected(usage(tr("%1 needs a value.").arg(name)));
            const QString value = equals < 0 ? arguments.at(++i) : argument.sliced(equals + 1);
            if (value.isEmpty())
                return tl::unexpected(usage(tr("%1 needs a value.").arg(name)));
            if (const auto taken = take(options, name, value); !taken)
                return tl::unexpected(taken.error());
        } else {
            return tl::unexpected(usage(tr("\"%1\" is not known. See --help.").arg(argument)));
        }
    }
    return options;
}

QString Options::helpText()
{
    return tr("Usage: signalbox-cluster [--config FILE] [--listen ADDRESS] [--port PORT] [--nodes N] [--sites M]\n"
              "                         [--tls CERT KEY] [--tls-client-ca FILE] [--control-port PORT]\n"
              "\n"
              "Runs a simulated cluster until it is told to end (SIGTERM, SIGINT, Ctrl+C). When it is ready it prints one line of\n"
              "JSON: the nodes with their addresses, the domain, the users and the integration points, demo secrets included, and\n"
              "the control endpoint with its token: by it nodes are stopped, killed and started, faults set and the clock moved on\n"
              "(see the manual page).\n"
              "\n"
              "  --config FILE        what the cluster consists of; without it the built-in demo\n"
              "  --listen ADDRESS     address to listen on (default: 127.0.0.1, this computer only)\n"
              "  --port PORT          port of the first node, the others follow; 0 takes free ones (default)\n"
              "  --nodes N            how many nodes, 1 to 64\n"
              "  --sites M            over how many sites the nodes are spread, at most as many as nodes\n"
              "  --tls CERT KEY       speak TLS (https, wss) on all nodes, with this certificate and its key (PEM files)\n"
              "  --tls-client-ca FILE clients must show a certificate that this authority has signed (PEM file)\n"
              "  --control-port PORT  port of the control endpoint, always on this computer only; 0 takes a free one (default)\n"
              "  --help               this text\n"
              "  --version            the version\n"
              "\n"
              "Exit status: 0 ended as told, 2 wrong usage, 3 the configuration is not valid, 4 cannot listen, 5 our fault.\n");
}

} // namespace signalbox::clusterprogram
