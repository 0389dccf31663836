// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/download.h"

#include "simulator/byterange.h"
#include "simulator/contenttypes.h"
#include "simulator/httpdate.h"

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

/// Plain name for old clients, UTF-8 for the others (RFC 6266).
QByteArray dispositionOf(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name)
        plain.append(c < u' ' || c > u'~' || c == u'"' || c == u'\\' ? '_' : c.toLatin1());
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + name.toUtf8().toPercentEncoding();
}

/// Every answer about this state of the file carries them, a refusal and "not modified" included.
void addValidators(HttpReply &reply, const Validators &validators)
{
    reply.addHeader("ETag", validators.etag);
    reply.addHeader("Last-Modified", httpDate(validators.modifiedMs));
}

HttpReply unsatisfiable(const ByteRange &range, qint64 size)
{
    HttpReply reply =
        range.kind == ByteRange::Kind::Malformed
            ? HttpReply::error(416, u"The header Range is none that is understood here: bytes=0-99, bytes=100- or bytes=-100"_s)
            : HttpReply::error(416, u"The file has %1 bytes; nothing of it lies in the range"_s.arg(size));
    reply.addHeader("Content-Range", "bytes */" + QByteArray::number(size));
    return reply;
}

HttpReply contentReply(const FileArea::Entry &file, const ByteRange &range)
{
    HttpReply reply;
    reply.filePath = file.path;
    reply.fileLength = file.size;
    if (range.kind == ByteRange::Kind::Part) {
        reply.status = 206;
        reply.fileOffset = range.offset;
        reply.fileLength = range.length;
        reply.addHeader("Content-Range", "bytes " + QByteArray::number(range.offset) + '-' +
                                             QByteArray::number(range.offset + range.length - 1) + '/' + QByteArray::number(file.size));
    }
    return reply;
}

HttpReply fileReply(const HttpRequest &request, const FileArea::Entry &file, const QByteArray &cacheControl)
{
    const Validators validators = validatorsOf(file);
    const Preconditions conditions(request);
    if (const auto status = conditions.check(validators)) {
        HttpReply reply = preconditionReply(*status, file);
        reply.cacheControl = cacheControl;
        return reply;
    }
    // RFC 9110 §14.2: Range means something in GET alone.
    const bool mayBePart = request.method == "GET" && conditions.allowRange(validators);
    const ByteRange range = mayBePart ? ByteRange::of(request.header("range"), file.size) : ByteRange();
    const bool isRefused = range.kind == ByteRange::Kind::Malformed || range.kind == ByteRange::Kind::Unsatisfiable;
    HttpReply reply = isRefused ? unsatisfiable(range, file.size) : contentReply(file, range);
    reply.cacheControl = cacheControl;
    addValidators(reply, validators);
    reply.addHeader("Accept-Ranges", "bytes");
    reply.addHeader("X-Content-Type-Options", "nosniff");
    return reply;
}

} // namespace

Validators validatorsOf(const FileArea::Entry &file)
{
    const QByteArray tag =
        QByteArray::number(file.modifiedMs, 16) + '-' + QByteArray::number(file.size, 16) + '-' + QByteArray::number(file.number, 16);
    return {'"' + tag + '"', file.modifiedMs};
}

HttpReply preconditionReply(int status, const FileArea::Entry &file)
{
    HttpReply reply = status == 304 ? HttpReply::empty(304)
                                    : HttpReply::error(status, u"The file is not in the state that the request's conditions name"_s);
    addValidators(reply, validatorsOf(file));
    return reply;
}

HttpReply attachmentReply(const HttpRequest &request, const FileArea::Entry &file, const QString &name)
{
    HttpReply reply = fileReply(request, file, "private, no-cache");
    if (!reply.filePath.isEmpty()) {
        reply.contentType = "application/octet-stream";
        reply.addHeader("Content-Disposition", dispositionOf(name));
    }
    return reply;
}

HttpReply publicReply(const HttpRequest &request, const FileArea::Entry &file, const QString &name)
{
    HttpReply reply = fileReply(request, file, "no-cache"); // kept, but asked about each time
    if (!reply.filePath.isEmpty())
        reply.contentType = contentTypeOf(name);
    return reply;
}

} // namespace signalbox::simulator
