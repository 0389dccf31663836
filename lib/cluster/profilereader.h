// SPDX-License-Identifier: GPL-3.0-or-later
// One profile as the file keeps it: JSON to value and back, without secrets. Knows no file (profilestore.h).
#pragma once

#include "cluster/profile.h"
#include "core/diagnostic.h"
#include "core/firstfault.h"

namespace signalbox::cluster {

/// All that differs from a new profile, in the order of the manual page.
core::Json profileToJson(const Profile &profile);

class ProfileReader final
{
    Q_DECLARE_TR_FUNCTIONS(ProfileReader)

public:
    /// folder: what relative paths of certificates are relative to.
    explicit ProfileReader(QString folder);

    /// All profiles of a document. Errors: profiles.invalid, profiles.secret (something that should not be in a file).
    core::Result<QList<Profile>> read(const core::Json &document);
    /// Keys that nobody knows and that therefore do nothing, "$…" and "x-…" apart. Of the last read().
    const core::Diagnostics &warnings() const { return m_warnings; }

private:
    void findSecrets(const core::Json &json, const QString &pointer);
    bool isObject(const core::Json &json, const QString &pointer, const QStringList &known);
    QString text(const core::Json &object, const QString &pointer, const QString &key, bool isNeeded = false);
    QUrl origin(const core::Json &json, const QString &pointer);
    QString path(const core::Json &object, const QString &pointer, const QString &key);

    Profile readProfile(const core::Json &json, const QString &pointer);
    void readNodes(const core::Json &json, const QString &pointer, Profile &profile);
    void readTls(const core::Json &json, const QString &pointer, Profile &profile);
    void readProxy(const core::Json &json, const QString &pointer, Profile &profile);
    void readTimeouts(const core::Json &json, const QString &pointer, Profile &profile);
    void readDialect(const core::Json &json, const QString &pointer, Profile &profile);

    QString m_folder;
    core::FirstFault m_fault;
    core::FirstFault m_secret;
    core::Diagnostics m_warnings;
};

} // namespace signalbox::cluster
