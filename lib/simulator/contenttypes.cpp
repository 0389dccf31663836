// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/contenttypes.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

const QHash<QString, QByteArray> &types()
{
    static const QHash<QString, QByteArray> table{
        {u"avif"_s, "image/avif"},
        {u"bmp"_s, "image/bmp"},
        {u"css"_s, "text/css; charset=utf-8"},
        {u"csv"_s, "text/csv; charset=utf-8"},
        {u"gif"_s, "image/gif"},
        {u"gz"_s, "application/gzip"},
        {u"htm"_s, "text/html; charset=utf-8"},
        {u"html"_s, "text/html; charset=utf-8"},
        {u"ico"_s, "image/vnd.microsoft.icon"},
        {u"jpeg"_s, "image/jpeg"},
        {u"jpg"_s, "image/jpeg"},
        {u"js"_s, "text/javascript; charset=utf-8"},
        {u"json"_s, "application/json"},
        {u"map"_s, "application/json"},
        {u"md"_s, "text/markdown; charset=utf-8"},
        {u"mjs"_s, "text/javascript; charset=utf-8"},
        {u"mp3"_s, "audio/mpeg"},
        {u"mp4"_s, "video/mp4"},
        {u"oga"_s, "audio/ogg"},
        {u"ogg"_s, "audio/ogg"},
        {u"otf"_s, "font/otf"},
        {u"pdf"_s, "application/pdf"},
        {u"png"_s, "image/png"},
        {u"svg"_s, "image/svg+xml"},
        {u"ttf"_s, "font/ttf"},
        {u"txt"_s, "text/plain; charset=utf-8"},
        {u"wasm"_s, "application/wasm"},
        {u"wav"_s, "audio/wav"},
        {u"webm"_s, "video/webm"},
        {u"webmanifest"_s, "application/manifest+json"},
        {u"webp"_s, "image/webp"},
        {u"woff"_s, "font/woff"},
        {u"woff2"_s, "font/woff2"},
        {u"xhtml"_s, "application/xhtml+xml"},
        {u"xml"_s, "application/xml"},
        {u"zip"_s, "application/zip"},
    };
    return table;
}

} // namespace

QByteArray contentTypeOf(const QString &fileName)
{
    const qsizetype dot = fileName.lastIndexOf(u'.');
    const QString extension = dot < 0 ? QString() : fileName.sliced(dot + 1).toLower();
    return types().value(extension, "application/octet-stream");
}

} // namespace signalbox::simulator
