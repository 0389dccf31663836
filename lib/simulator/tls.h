// SPDX-License-Identifier: GPL-3.0-or-later
// TLS of the cluster's side (by Asio and OpenSSL): certificates, and the layer over one socket. Its templates are compiled here and nowhere
// else. Internal to the socket side.
#pragma once

#include "core/result.h"
#include "simulator/clusterconfig.h"
#include "simulator/loop.h"

#include <boost/asio/buffer.hpp>

#include <functional>
#include <memory>

namespace signalbox::simulator {

/// What all sockets of a cluster share: its certificate and key, and whom it trusts.
class TlsContext final
{
public:
    /// Reads the files. Error: tls (a file cannot be read, holds something else, or key and certificate do not belong together).
    static core::Result<std::unique_ptr<TlsContext>> load(const TlsConfig &config);
    ~TlsContext();

private:
    friend class TlsLayer;
    class Private;
    TlsContext();
    std::unique_ptr<Private> d;
};

/// Whether a handshake failed because the client speaks HTTP without TLS.
bool isPlainHttp(const boost::system::error_code &error);

class TlsLayer final
{
public:
    using Done = std::function<void(const boost::system::error_code &error)>;
    using Transferred = std::function<void(const boost::system::error_code &error, std::size_t bytes)>;

    TlsLayer(TcpSocket socket, TlsContext &context);
    ~TlsLayer();

    TcpSocket &socket();
    /// The socket as it is; the layer is of no use then.
    TcpSocket release();

    void handshake(Done done);
    void read(boost::asio::mutable_buffer target, Transferred done);
    void write(boost::asio::const_buffer source, Transferred done);
    /// Tells the client that no more comes, and waits until it has said so too.
    void shutDown(Done done);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::simulator
