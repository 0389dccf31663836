// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/documentfile.h"

#include "core/filestore.h"
#include "designer/files/documentreader.h"
#include "designer/files/offthread.h"

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

/// Nothing where there is no such file, or none that can be read.
std::optional<QByteArray> hashOfFile(const QString &path)
{
    const auto content = core::readFile(path, core::JsonLimits().bytes);
    return content ? std::optional(hashOf(*content)) : std::nullopt;
}

} // namespace

DocumentFile::DocumentFile(QByteArray hash, QObject *parent) : QObject(parent), m_hash(std::make_shared<QByteArray>(std::move(hash)))
{
    m_thread.setMaxThreadCount(1); // in order
}

DocumentFile::~DocumentFile() = default; // the pool waits until all is written

void DocumentFile::write(const scenario::Scenario &scenario, const QString &path, bool isCompared, Written written)
{
    ++m_writing;
    workOff(
        m_thread, this,
        [scenario, path, isCompared, known = m_hash]() -> core::Result<void> {
            if (isCompared && !known->isEmpty()) {
                const auto found = hashOfFile(path);
                if (found && *found != *known)
                    return core::fail(u"changed_outside"_s, {});
            }
            const QByteArray text = scenario.toText();
            auto result = core::writeFile(path, text);
            if (result)
                *known = hashOf(text);
            return result;
        },
        [this, written = std::move(written)](const core::Result<void> &result) {
            --m_writing;
            written(result);
            if (m_writing > 0)
                return;
            const QList<std::function<void()>> waiting = std::exchange(m_waiting, {});
            for (const std::function<void()> &task : waiting)
                task();
        });
}

void DocumentFile::whenWritten(std::function<void()> task)
{
    if (m_writing == 0)
        task();
    else
        m_waiting.append(std::move(task));
}

void DocumentFile::read(const QString &path, Taken taken)
{
    workOff(
        m_thread, this,
        [path, known = m_hash]() -> core::Result<scenario::Scenario> {
            const auto content = core::readFile(path, core::JsonLimits().bytes);
            if (!content)
                return tl::unexpected(content.error());
            const scenario::ReadResult read = scenario::readScenario(*content);
            if (!read.scenario)
                return core::fail(u"not_a_scenario"_s, read.diagnostics.value(0).message);
            *known = hashOf(*content);
            return *read.scenario;
        },
        [taken = std::move(taken)](const core::Result<scenario::Scenario> &content) { taken(content); });
}

void DocumentFile::look(const QString &path, Looked looked)
{
    workOff(
        m_thread, this,
        [path, known = m_hash] {
            const auto found = hashOfFile(path);
            return found && *found != *known;
        },
        [looked = std::move(looked)](bool isOther) { looked(isOther); });
}

} // namespace signalbox::designer
