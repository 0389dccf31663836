// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/autosave.h"

#include "core/filestore.h"
#include "core/jsonreader.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::designer {

namespace {

constexpr qint64 mostBytes = 128 * 1024 * 1024;
constexpr qsizetype mostLeftovers = 50;

} // namespace

Autosave::Autosave(QString folder, core::Scheduler &scheduler)
    : m_folder(std::move(folder)), m_scheduler(scheduler), m_instance(QUuid::createUuid().toString(QUuid::Id128))
{
    m_threads.setMaxThreadCount(1);
}

Autosave::~Autosave()
{
    const QList<const void *> documents = m_entries.keys();
    for (const void *document : documents)
        drop(document);
    m_threads.waitForDone();
}

bool Autosave::ensureFolder()
{
    if (m_lock)
        return true;
    // What a person has not saved is nobody else's to read.
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return false;
    auto lock = std::make_unique<QLockFile>(m_folder + u'/' + m_instance + u".lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return false;
    m_lock = std::move(lock);
    return true;
}

QList<Autosave::Leftover> Autosave::leftovers() const
{
    QList<Leftover> found;
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo &file : files) {
        const QString instance = file.fileName().section(u'-', 0, 0);
        if (instance == m_instance || found.size() >= mostLeftovers)
            continue;
        QLockFile lock(m_folder + u'/' + instance + u".lock"_s);
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue; // its program runs
        lock.unlock();
        const auto content = core::readFile(file.filePath(), mostBytes);
        const auto json = content ? core::readJson(*content, {.bytes = mostBytes}) : tl::unexpected(core::Diagnostic());
        if (!json || !(*json)[u"content"].isString())
            continue;
        found.append({file.filePath(), (*json)[u"path"].toString(), (*json)[u"title"].toString(), (*json)[u"content"].toString().toUtf8(),
                      file.lastModified().toMSecsSinceEpoch()});
    }
    return found;
}

void Autosave::forget(const Leftover &leftover)
{
    QFile::remove(leftover.file);
}

void Autosave::adopt(const void *document, const Leftover &leftover)
{
    if (ensureFolder())
        QFile::rename(leftover.file, entryOf(document)->file);
}

std::shared_ptr<Autosave::Entry> &Autosave::entryOf(const void *document)
{
    std::shared_ptr<Entry> &entry = m_entries[document];
    if (!entry) {
        entry = std::make_shared<Entry>();
        entry->file = u"%1/%2-%3.json"_s.arg(m_folder, m_instance).arg(++m_lastFile);
    }
    return entry;
}

void Autosave::keep(const void *document, const QString &path, const QString &title, std::function<scenario::Scenario()> content)
{
    const std::shared_ptr<Entry> &entry = entryOf(document);
    if (entry->due.isArmed())
        return; // it takes what is there then
    entry->due.arm(m_scheduler, m_delay, [this, document, path, title, content = std::move(content)] {
        write(m_entries.value(document), path, title, content());
    });
}

void Autosave::write(const std::shared_ptr<Entry> &entry, const QString &path, const QString &title, const scenario::Scenario &scenario)
{
    const auto tell = [this, entry, title](const QString &why) {
        if (!std::exchange(entry->isFaultTold, true))
            Q_EMIT faulted(
                QCoreApplication::translate("Autosave", "Edits of “%1” are not kept for the case of a crash: %2").arg(title, why));
    };
    if (!ensureFolder())
        return tell(QCoreApplication::translate("Autosave", "The folder “%1” cannot be used.").arg(QDir::toNativeSeparators(m_folder)));
    m_threads.start([this, entry, path, title, scenario, tell] {
        if (entry->isDropped)
            return;
        const QByteArray text =
            Json::object({{u"path"_s, Json(path)}, {u"title"_s, Json(title)}, {u"content"_s, Json(QString::fromUtf8(scenario.toText()))}})
                .toCompact();
        const auto written = core::writeFile(entry->file, text);
        if (entry->isDropped)
            QFile::remove(entry->file); // it was dropped meanwhile
        else if (!written)
            QMetaObject::invokeMethod(
                this, [tell, why = written.error().message] { tell(why); }, Qt::QueuedConnection);
    });
}

void Autosave::drop(const void *document)
{
    if (const auto entry = m_entries.take(document)) {
        entry->due.cancel();
        entry->isDropped = true;
        QFile::remove(entry->file);
    }
}

} // namespace signalbox::designer
