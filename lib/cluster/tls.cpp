// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/tls.h"

#include "core/filestore.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QSslCertificate>
#include <QSslError>
#include <QSslKey>

namespace signalbox::cluster {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pemLimit = 1024 * 1024;
constexpr qsizetype mostNames = 5; ///< of a certificate, in a message

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Tls)
};

core::Result<QList<QSslCertificate>> certificates(const QString &path)
{
    const core::Result<QByteArray> pem = core::readFile(path, pemLimit);
    if (!pem)
        return core::fail(u"bad_profile"_s, pem.error().message, pem.error().detail);
    QList<QSslCertificate> found = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (found.isEmpty())
        return core::fail(u"bad_profile"_s, Tr::tr("“%1” holds no certificate in PEM form.").arg(path));
    return found;
}

core::Result<QSslKey> privateKey(const QString &path)
{
    const core::Result<QByteArray> pem = core::readFile(path, pemLimit);
    if (!pem)
        return core::fail(u"bad_profile"_s, pem.error().message, pem.error().detail);
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(*pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
        if (!key.isNull())
            return key;
    }
    return core::fail(u"bad_profile"_s, Tr::tr("“%1” holds no private key in PEM form without a password.").arg(path));
}

} // namespace

core::Result<QSslConfiguration> tlsConfiguration(const Profile &profile)
{
    for (const QUrl &address : QList<QUrl>{profile.address} + profile.nodes.values()) {
        if (const auto wrong = pinError(profile, address))
            return tl::unexpected(*wrong);
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!profile.caFile.isEmpty()) {
        const auto authorities = certificates(profile.caFile);
        if (!authorities)
            return tl::unexpected(authorities.error());
        configuration.addCaCertificates(*authorities);
    }
    if (profile.clientCertificate.isEmpty() != profile.clientKey.isEmpty())
        return core::fail(u"bad_profile"_s, Tr::tr("A client certificate and its key must be given together."));
    if (!profile.clientCertificate.isEmpty()) {
        const auto chain = certificates(profile.clientCertificate);
        if (!chain)
            return tl::unexpected(chain.error());
        const auto key = privateKey(profile.clientKey);
        if (!key)
            return tl::unexpected(key.error());
        configuration.setLocalCertificateChain(*chain);
        configuration.setPrivateKey(*key);
    }
    return configuration;
}

std::optional<core::Error> pinError(const Profile &profile, const QUrl &url)
{
    if (profile.pinnedKeys.isEmpty() || url.scheme() != "http"_L1)
        return std::nullopt;
    return core::Error{
        u"bad_profile"_s,
        Tr::tr("The profile pins the cluster's key, but %1 is http, where no key is shown. Nothing was sent. Give this address "
               "as https, or pin no key.")
            .arg(url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString(QUrl::RemoveUserInfo)),
        {}};
}

core::Error tlsError(const Profile &profile, const QList<QSslError> &errors)
{
    const QSslCertificate certificate = errors.constFirst().certificate();
    const auto day = [](const QDateTime &time) {
        return QLocale().toString(time.date(), QLocale::ShortFormat);
    };
    QString why;
    switch (errors.constFirst().error()) {
    case QSslError::HostNameMismatch: {
        QStringList names = certificate.subjectAlternativeNames().values();
        if (names.isEmpty())
            names = certificate.subjectInfo(QSslCertificate::CommonName);
        why = Tr::tr("its certificate is for other names (%1). Correct the address, or have the cluster's certificate made for this one.")
                  .arg(names.first(std::min(names.size(), mostNames)).join(u", "_s));
        break;
    }
    case QSslError::CertificateExpired:
        why = Tr::tr("its certificate expired on %1. The cluster needs a new one; check also this computer's date.")
                  .arg(day(certificate.expiryDate()));
        break;
    case QSslError::CertificateNotYetValid:
        why = Tr::tr("its certificate is valid from %1 only. Check this computer's date.").arg(day(certificate.effectiveDate()));
        break;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        why = Tr::tr("this computer does not trust “%1”, which issued its certificate. Where that is right, a profile can name the "
                     "authority's file (CA).")
                  .arg(certificate.issuerDisplayName());
        break;
    default:
        why = Tr::tr("its certificate cannot be taken: %1.").arg(errors.constFirst().errorString());
        break;
    }
    return {u"unreachable"_s, Tr::tr("The cluster at %1 is not trusted: %2").arg(profile.address.toString(QUrl::RemoveUserInfo), why),
            u"tls"_s};
}

QString pinOf(const QSslCertificate &certificate)
{
    const QByteArray key = certificate.publicKey().toDer();
    return pinPrefix + QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toBase64());
}

std::optional<core::Error> pinError(const Profile &profile, const QSslCertificate &peer)
{
    if (profile.pinnedKeys.isEmpty() || (!peer.isNull() && profile.pinnedKeys.contains(pinOf(peer))))
        return std::nullopt;
    const QString shown = peer.isNull() ? Tr::tr("none") : pinOf(peer);
    return core::Error{u"unreachable"_s,
                       Tr::tr("The cluster at %1 is not trusted: it shows another key (%2) than the profile pins. Nothing was sent. If its "
                              "key was changed on purpose, put the new one into the profile; else somebody may be in between.")
                           .arg(profile.address.toString(QUrl::RemoveUserInfo), shown),
                       u"tls"_s};
}

} // namespace signalbox::cluster
