// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/profilestore.h"

#include "cluster/profilereader.h"
#include "core/filestore.h"
#include "core/jsonreader.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

namespace signalbox::cluster {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr core::JsonLimits limits{.bytes = 1024 * 1024, .depth = 16, .nodes = 100'000};
constexpr int lockMs = 2000;

/// Does to what what turns before into after; what neither knows stays, and so does the spelling of what did not change.
void applyDifference(Json &what, const Json &before, const Json &after)
{
    for (const core::JsonMember &member : before.members()) {
        if (!after.contains(member.key))
            what.remove(member.key);
    }
    for (const core::JsonMember &member : after.members()) {
        const Json *old = before.find(member.key);
        if (old && *old == member.value)
            continue;
        const Json *there = what.find(member.key);
        if (old && there && there->isObject() && member.value.isObject()) {
            Json part = *there;
            applyDifference(part, *old, member.value);
            what.set(member.key, std::move(part));
        } else {
            what.set(member.key, member.value);
        }
    }
}

qsizetype indexOf(const Json &list, const QString &name)
{
    const auto found =
        std::find_if(list.items().begin(), list.items().end(), [&name](const Json &item) { return item[u"name"].toString() == name; });
    return found == list.items().end() ? -1 : found - list.items().begin();
}

} // namespace

ProfileStore::ProfileStore(QString path) : m_path(std::move(path))
{}

QString ProfileStore::defaultPath()
{
    QString folder = qEnvironmentVariable("SIGNALBOX_CONFIG_DIR");
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/signalbox"_s;
    return QDir::cleanPath(folder + u"/profiles.json"_s);
}

core::Result<Json> ProfileStore::readDocument() const
{
    if (!QFileInfo::exists(m_path))
        return Json::object({{u"profiles"_s, Json::array()}});
    const core::Result<QByteArray> text = core::readFile(m_path, limits.bytes);
    if (!text)
        return tl::unexpected(text.error());
    auto document = core::readJson(*text, limits);
    if (document)
        return std::move(*document);
    const core::Diagnostic &problem = document.error();
    return core::fail(u"profiles.syntax"_s,
                      u"%1:%2:%3: %4"_s.arg(QDir::toNativeSeparators(m_path), QString::number(problem.line),
                                            QString::number(problem.column), problem.message),
                      problem.pointer);
}

core::Result<void> ProfileStore::take(const Json &document)
{
    ProfileReader reader(QFileInfo(m_path).absolutePath());
    auto profiles = reader.read(document);
    if (!profiles) {
        core::Error error = profiles.error();
        error.message = QDir::toNativeSeparators(m_path) + u": "_s + error.message;
        return tl::unexpected(error);
    }
    m_profiles = std::move(*profiles);
    m_warnings = reader.warnings();
    return {};
}

core::Result<void> ProfileStore::load()
{
    const auto document = readDocument();
    return document ? take(*document) : tl::unexpected(document.error());
}

QStringList ProfileStore::names() const
{
    QStringList names;
    for (const Profile &profile : m_profiles)
        names.append(profile.name);
    return names;
}

const Profile *ProfileStore::find(const QString &name) const
{
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(), [&name](const Profile &each) { return each.name == name; });
    return found == m_profiles.end() ? nullptr : &*found;
}

core::Result<void> ProfileStore::change(const std::function<core::Result<void>(Json &)> &edit)
{
    const QString native = QDir::toNativeSeparators(m_path);
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return core::fail(u"unwritable"_s, tr("%1 was not saved: its folder cannot be made. Check its permissions.").arg(native));
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(lockMs)) {
        if (lock.error() == QLockFile::LockFailedError)
            return core::fail(u"profiles.busy"_s, tr("%1 was not saved: another program is writing it. Try again.").arg(native));
        return core::fail(u"unwritable"_s, tr("%1 was not saved: its folder cannot be written to. Check its permissions.").arg(native));
    }
    auto document = readDocument();
    if (!document)
        return tl::unexpected(document.error());
    if (const auto taken = take(*document); !taken)
        return taken;
    if (const auto edited = edit(*document); !edited)
        return edited;
    // What is written can be read again: places are those of a new document.
    const QByteArray text = document->toPretty();
    const QList<Profile> before = m_profiles;
    if (const auto taken = take(*document); !taken)
        return taken;
    const auto written = core::writeFile(m_path, text);
    if (!written)
        m_profiles = before;
    return written;
}

core::Result<void> ProfileStore::put(const Profile &profile)
{
    return change([&](Json &document) -> core::Result<void> {
        Json list = document[u"profiles"];
        const qsizetype at = indexOf(list, profile.name);
        if (at < 0) {
            list.append(profileToJson(profile));
        } else {
            Json entry = list.at(at);
            applyDifference(entry, profileToJson(*find(profile.name)), profileToJson(profile));
            list.replace(at, std::move(entry));
        }
        document.set(u"profiles"_s, std::move(list));
        return {};
    });
}

core::Result<void> ProfileStore::rename(const QString &name, const Profile &profile)
{
    return change([&](Json &document) -> core::Result<void> {
        Json list = document[u"profiles"];
        const qsizetype at = indexOf(list, name);
        if (at < 0)
            return unknown(name);
        if (indexOf(list, profile.name) >= 0 && profile.name != name)
            return core::fail(u"profiles.taken"_s, tr("There is a profile “%1” already.").arg(profile.name));
        Json entry = list.at(at);
        applyDifference(entry, profileToJson(*find(name)), profileToJson(profile));
        list.replace(at, std::move(entry));
        document.set(u"profiles"_s, std::move(list));
        return {};
    });
}

tl::unexpected<core::Error> ProfileStore::unknown(const QString &name)
{
    return core::fail(u"profiles.unknown"_s, tr("There is no profile “%1”.").arg(name));
}

core::Result<void> ProfileStore::remove(const QString &name)
{
    return change([&](Json &document) -> core::Result<void> {
        Json list = document[u"profiles"];
        const qsizetype at = indexOf(list, name);
        if (at < 0)
            return unknown(name);
        list.removeAt(at);
        document.set(u"profiles"_s, std::move(list));
        return {};
    });
}

QString secretKey(SecretKind kind, const Profile &profile)
{
    const QString address = profile.address.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
    QString key;
    switch (kind) {
    case SecretKind::Password:
        key = u"password %1@%2 %3"_s.arg(profile.login, profile.domain, address);
        break;
    case SecretKind::Token:
        key = u"token %1 %2"_s.arg(profile.domain, address);
        break;
    case SecretKind::ProxyPassword:
        key = u"proxy %1@%2:%3"_s.arg(profile.proxy.user, profile.proxy.host, QString::number(profile.proxy.port));
        break;
    }
    return profile.name.isEmpty() ? key : u"profile %1: %2"_s.arg(profile.name, key);
}

} // namespace signalbox::cluster
