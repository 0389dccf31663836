// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile says of TLS, as Qt wants it. Internal to the module.
#pragma once

#include "cluster/profile.h"
#include "core/result.h"

#include <QSslConfiguration>

namespace signalbox::cluster {

/// The system's authorities and the profile's; the profile's client certificate and key. Error: bad_profile, naming the file.
core::Result<QSslConfiguration> tlsConfiguration(const Profile &profile);

} // namespace signalbox::cluster
