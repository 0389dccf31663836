// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/tls.h"

#include "core/filestore.h"

#include <QCoreApplication>

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace ssl = boost::asio::ssl;
using boost::system::error_code;
using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;

core::Error failed(const QString &message)
{
    return {u"tls"_s, message, {}};
}

using Use = std::function<void(const boost::asio::const_buffer &pem, error_code &error)>;

/// Reads a file and gives it to OpenSSL. message: that it cannot be used, with places for the path and the reason.
core::Result<void> useFile(const QString &path, const QString &message, const Use &use)
{
    const auto text = core::readFile(path, maxFileBytes);
    if (!text)
        return tl::unexpected(failed(text.error().message));
    error_code error;
    use(boost::asio::const_buffer(text->constData(), static_cast<std::size_t>(text->size())), error);
    if (!error)
        return {};
    return tl::unexpected(failed(message.arg(path, QString::fromStdString(error.message()))));
}

} // namespace

class TlsContext::Private
{
public:
    ssl::context context{ssl::context::tls_server};
};

TlsContext::TlsContext() : d(std::make_unique<Private>())
{}

TlsContext::~TlsContext() = default;

core::Result<std::unique_ptr<TlsContext>> TlsContext::load(const TlsConfig &config)
{
    std::unique_ptr<TlsContext> result(new TlsContext);
    ssl::context &context = result->d->context;
    const QString noCertificate = QCoreApplication::translate("SimulatedCluster", "“%1” holds no certificate in PEM form: %2.");
    const QString noKey = QCoreApplication::translate("SimulatedCluster", "“%1” holds no private key in PEM form without a password: %2.");
    error_code error;
    context.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1 |
                            ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION,
                        error);
    // OpenSSL would ask on the terminal for the password of a key that has one.
    context.set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); }, error);
    auto used = useFile(config.certificate, noCertificate,
                        [&](const auto &pem, error_code &problem) { context.use_certificate_chain(pem, problem); });
    if (used)
        used = useFile(config.key, noKey,
                       [&](const auto &pem, error_code &problem) { context.use_private_key(pem, ssl::context::pem, problem); });
    if (used && SSL_CTX_check_private_key(context.native_handle()) != 1) {
        ERR_clear_error();
        used =
            tl::unexpected(failed(QCoreApplication::translate("SimulatedCluster", "The key “%1” does not belong to the certificate “%2”.")
                                      .arg(config.key, config.certificate)));
    }
    if (used && !config.clientCa.isEmpty()) {
        used = useFile(config.clientCa, noCertificate,
                       [&](const auto &pem, error_code &problem) { context.add_certificate_authority(pem, problem); });
        context.set_verify_mode(ssl::verify_peer | ssl::verify_fail_if_no_peer_cert, error);
    }
    // Without it a client that resumes a session with its certificate is refused.
    static constexpr unsigned char id[] = "signalbox";
    SSL_CTX_set_session_id_context(context.native_handle(), id, sizeof id - 1);
    if (!used)
        return tl::unexpected(used.error());
    return result;
}

bool isPlainHttp(const error_code &error)
{
    return error.category() == boost::asio::error::get_ssl_category() &&
           ERR_GET_REASON(static_cast<unsigned long>(error.value())) == SSL_R_HTTP_REQUEST;
}

class TlsLayer::Private
{
public:
    Private(TcpSocket socket, ssl::context &context) : stream(std::move(socket), context) {}
    ssl::stream<TcpSocket> stream;
};

TlsLayer::TlsLayer(TcpSocket socket, TlsContext &context) : d(std::make_unique<Private>(std::move(socket), context.d->context))
{}

TlsLayer::~TlsLayer() = default;

TcpSocket &TlsLayer::socket()
{
    return d->stream.next_layer();
}

TcpSocket TlsLayer::release()
{
    return std::move(d->stream.next_layer());
}

void TlsLayer::handshake(Done done)
{
    d->stream.async_handshake(ssl::stream_base::server, std::move(done));
}

void TlsLayer::read(boost::asio::mutable_buffer target, Transferred done)
{
    d->stream.async_read_some(target, std::move(done));
}

void TlsLayer::write(boost::asio::const_buffer source, Transferred done)
{
    d->stream.async_write_some(source, std::move(done));
}

void TlsLayer::shutDown(Done done)
{
    d->stream.async_shutdown(std::move(done));
}

} // namespace signalbox::simulator
