// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenariopaths.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr auto tempCategory = ":TEMP/"_L1;
constexpr auto customCategory = ":SYNC_COMMON/custom/"_L1;

} // namespace

QString tempPath(const QString &name)
{
    return tempCategory + name;
}

core::Result<SourceFile> resolvePath(const QString &path, const FileArea &custom, const FileArea *temp)
{
    if (!path.startsWith(u':'))
        return core::fail(u"bad_argument"_s, u"The path “%1” does not begin with a category such as :SYNC_COMMON or :TEMP"_s.arg(path));
    const QStringList segments = path.split(u'/');
    if (segments.contains(u".."_s) || segments.contains(u"."_s) || path.contains(QChar::Null))
        return core::fail(u"bad_argument"_s, u"The path “%1” must not lead elsewhere"_s.arg(path));

    const FileArea::Entry *entry = nullptr;
    if (path.startsWith(tempCategory) && temp)
        entry = temp->find(path.sliced(tempCategory.size()));
    else if (path.startsWith(customCategory))
        entry = custom.find(path.sliced(customCategory.size()));
    if (!entry)
        return core::fail(u"file_not_found"_s, u"There is no file “%1”"_s.arg(path));
    return SourceFile{entry->path, segments.last()};
}

} // namespace signalbox::simulator
