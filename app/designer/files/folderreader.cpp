// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/folderreader.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

constexpr qint64 sniffed = 1024 * 1024;    // bytes of a file that tell what it is
constexpr qsizetype mostLookedAt = 50'000; // entries of a folder, whatever they are

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FolderReader)
};

/// What builds and package programs fill with thousands of files that no person wrote.
bool isFilledByPrograms(const QFileInfo &folder)
{
    static const QStringList names{u"node_modules"_s, u"__pycache__"_s, u"CMakeFiles"_s, u"site-packages"_s};
    if (names.contains(folder.fileName()))
        return true;
    const QDir inside(folder.filePath());
    return inside.exists(u"CMakeCache.txt"_s) || inside.exists(u"CACHEDIR.TAG"_s);
}

bool isScenarioFile(const QFileInfo &file)
{
    const QString suffix = file.suffix().toLower();
    if (suffix == "scr"_L1)
        return true;
    if (suffix != "json"_L1)
        return false;
    QFile content(file.filePath());
    // One that cannot be read is shown: opening it says why.
    return !content.open(QIODevice::ReadOnly) || looksLikeScenario(content.read(sniffed));
}

} // namespace

bool looksLikeScenario(QByteArrayView text)
{
    static const QRegularExpression pattern(u"\"(?:objects\"\\s*:\\s*\\[|scriptdata\"\\s*:\\s*\\{)"_s);
    return pattern.match(QString::fromLatin1(text)).hasMatch();
}

FolderListing readFolder(const QString &path, qsizetype limit)
{
    FolderListing listing;
    const QFileInfo folder(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!folder.exists())
        listing.fault = Text::tr("The folder “%1” is not there any more.").arg(shown);
    else if (!folder.isDir())
        listing.fault = Text::tr("“%1” is not a folder.").arg(shown);
    else if (!folder.isReadable() || !folder.isExecutable())
        listing.fault = Text::tr("The folder “%1” may not be read. Ask its owner for permission.").arg(shown);
    if (!listing.fault.isEmpty())
        return listing;
    QDirIterator entries(path, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    for (qsizetype seen = 0; entries.hasNext(); ++seen) {
        entries.next();
        const QFileInfo entry = entries.fileInfo();
        const bool isFolder = entry.isDir();
        if (isFolder ? entry.isSymLink() || isFilledByPrograms(entry) : !isScenarioFile(entry))
            continue;
        listing.isCut = listing.entries.size() >= limit || seen >= mostLookedAt;
        if (listing.isCut)
            break;
        listing.entries.append({entry.fileName(), isFolder});
    }
    const QLocale locale; // the C locale knows no numbers in names
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(listing.entries.begin(), listing.entries.end(), [&collator](const FolderEntry &a, const FolderEntry &b) {
        if (a.isFolder != b.isFolder)
            return a.isFolder;
        const int order = collator.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.name < b.name;
    });
    return listing;
}

} // namespace signalbox::designer
