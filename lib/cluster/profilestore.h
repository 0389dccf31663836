// SPDX-License-Identifier: GPL-3.0-or-later
// The profiles that this computer keeps, in a file without secrets: read strictly, written all or nothing, what the file holds beyond what
// is known here left as it is. Their secrets lie in a secret store (secretKey); nobody watches the file.
#pragma once

#include "cluster/profile.h"
#include "core/diagnostic.h"

#include <QCoreApplication>

namespace signalbox::cluster {

class ProfileStore final
{
    Q_DECLARE_TR_FUNCTIONS(ProfileStore)

public:
    explicit ProfileStore(QString path = defaultPath());

    /// profiles.json in the folder that SIGNALBOX_CONFIG_DIR names, else in the folder "signalbox" of the user's configuration.
    static QString defaultPath();

    /// Reads the file; without one there are no profiles. After an error what was there before stands. Errors: those of core::readFile,
    /// profiles.syntax, profiles.invalid, profiles.secret; all name the file and the place.
    core::Result<void> load();

    const QString &path() const { return m_path; }
    const QList<Profile> &profiles() const { return m_profiles; }
    QStringList names() const;
    /// Nullptr when there is none; good until the next load, put or remove.
    const Profile *find(const QString &name) const;
    /// Keys of the file that nobody knows.
    const core::Diagnostics &warnings() const { return m_warnings; }

    /// Adds a profile, or changes the one of this name, in the file as it is by then. Errors: those of load and of core::writeFile,
    /// profiles.busy (another program is writing).
    core::Result<void> put(const Profile &profile);
    /// Changes the profile of this name, the name itself too, at its place. Errors: also profiles.unknown, profiles.taken (another one
    /// has the new name).
    core::Result<void> rename(const QString &name, const Profile &profile);
    /// Errors: also profiles.unknown.
    core::Result<void> remove(const QString &name);

private:
    static tl::unexpected<core::Error> unknown(const QString &name);
    core::Result<core::Json> readDocument() const;
    core::Result<void> take(const core::Json &document);
    /// Changes the file's document, one program at a time.
    core::Result<void> change(const std::function<core::Result<void>(core::Json &document)> &edit);

    QString m_path;
    QList<Profile> m_profiles;
    core::Diagnostics m_warnings;
};

/// Under which key a secret store keeps a secret: of a profile by its name and by whom and what it is for, so that a profile that is turned
/// to another address or login does not hand it over; without a name by the latter alone.
QString secretKey(SecretKind kind, const Profile &profile);

} // namespace signalbox::cluster
