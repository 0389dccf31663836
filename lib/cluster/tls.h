// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile says of TLS, as Qt wants it; and what is wrong with the certificate that the other side shows. Internal to the module.
#pragma once

#include "cluster/profile.h"
#include "core/result.h"

#include <QSslConfiguration>

#include <optional>

class QSslError;

namespace signalbox::cluster {

/// The system's authorities and the profile's; the profile's client certificate and key. Error: bad_profile, naming the file, or
/// the address that is http though the profile pins keys.
core::Result<QSslConfiguration> tlsConfiguration(const Profile &profile);

/// Error unreachable, detail tls: what of the certificate cannot be taken, and what to do. There is at least one error.
core::Error tlsError(const Profile &profile, const QList<QSslError> &errors);

/// The key of a certificate as a profile pins it: "sha256//" and the SHA-256 of the public key (SubjectPublicKeyInfo) in Base64.
QString pinOf(const QSslCertificate &certificate);
/// Error unreachable, detail tls, where the profile pins keys and this is none of them.
std::optional<core::Error> pinError(const Profile &profile, const QSslCertificate &peer);
/// Error bad_profile, where the profile pins keys and this is http.
std::optional<core::Error> pinError(const Profile &profile, const QUrl &url);

} // namespace signalbox::cluster
