// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/templinks.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr qsizetype maxLinks = 10'000;
constexpr qsizetype maxExtension = 16;

/// "." and the letters behind the name's last dot, or nothing where they are not plain.
QString extensionOf(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot < 0 || dot + 1 == name.size() || name.size() - dot - 1 > maxExtension)
        return {};
    const QString extension = name.sliced(dot + 1).toLower();
    const bool isPlain =
        std::all_of(extension.begin(), extension.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
    return isPlain ? u'.' + extension : QString();
}

} // namespace

TempLinks::TempLinks(Storage &storage, const QString &directory, const core::Dialect &dialect, const core::Clock &clock,
                     core::Scheduler &scheduler, core::Random &random)
    : m_files(storage, directory), m_dialect(dialect), m_clock(clock), m_scheduler(scheduler), m_random(random)
{}

TempLinks::~TempLinks()
{
    clear();
}

void TempLinks::clear()
{
    for (auto known = m_links.cbegin(); known != m_links.cend(); ++known) {
        m_scheduler.cancel(known->timer);
        const auto removed = m_files.remove(known.key());
        Q_ASSERT(removed);
        Q_UNUSED(removed)
    }
    m_links.clear();
}

core::Result<QString> TempLinks::place(const QString &sourcePath, const QString &name)
{
    if (m_links.size() >= maxLinks)
        return core::fail(u"too_large"_s, u"There are too many temporary links"_s);
    const QString stored = m_random.hex(m_dialect.tempRandomBytes) + (m_dialect.tempExtension ? extensionOf(name) : QString());
    if (const auto copied = m_files.copyIn(stored, sourcePath, false, m_clock.nowMs()); !copied)
        return tl::unexpected(copied.error());
    Known known{name, m_clock.nowMs() + m_dialect.tempLifetimeS * 1000LL, 0};
    known.timer = m_scheduler.after(std::chrono::seconds(m_dialect.tempLifetimeS), [this, stored] {
        m_links.remove(stored);
        const auto removed = m_files.remove(stored);
        Q_ASSERT(removed);
        Q_UNUSED(removed)
    });
    m_links.insert(stored, known);
    return m_dialect.tempPrefix + stored;
}

std::optional<TempLinks::Link> TempLinks::find(const QString &path) const
{
    if (!path.startsWith(m_dialect.tempPrefix))
        return {};
    const QString stored = path.sliced(m_dialect.tempPrefix.size());
    const auto found = m_links.constFind(stored);
    const FileArea::Entry *entry = m_files.find(stored);
    if (found == m_links.constEnd() || !entry || found->expiresMs <= m_clock.nowMs())
        return {};
    return Link{found->name, *entry};
}

} // namespace signalbox::simulator
