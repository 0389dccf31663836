// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenariopaths.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

QString tempPath(const QString &name, const core::Dialect &dialect)
{
    return dialect.tempCategory + u'/' + name;
}

core::Result<SourceFile> resolvePath(const QString &path, const Targets &targets, const FileArea *temp, const core::Dialect &dialect)
{
    if (!path.startsWith(u':'))
        return core::fail(u"bad_argument"_s,
                          u"The path “%1” does not begin with a category such as :SYNC_COMMON or %2"_s.arg(path, dialect.tempCategory));
    const QStringList segments = path.split(u'/');
    if (segments.contains(u".."_s) || segments.contains(u"."_s) || path.contains(QChar::Null))
        return core::fail(u"bad_argument"_s, u"The path “%1” must not lead elsewhere"_s.arg(path));

    const QString own = tempPath({}, dialect);
    const bool isTemp = path.startsWith(own) && temp;
    const FileArea::Entry *entry = isTemp ? temp->find(path.sliced(own.size())) : targets.resolve(path);
    if (!entry)
        return core::fail(u"file_not_found"_s, u"There is no file “%1”"_s.arg(path));
    return SourceFile{entry->path, segments.last()};
}

} // namespace signalbox::simulator
