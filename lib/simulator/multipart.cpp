// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/multipart.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace signalbox::simulator {

namespace {

constexpr qsizetype maxPartHead = 8 * 1024;
constexpr qsizetype maxPreamble = 4 * 1024;
constexpr int maxParts = 1000;
constexpr qsizetype maxBoundary = 70; // RFC 2046

/// Parameters of a header's value: ; name=value or name="value" with \" and \\.
QHash<QByteArray, QByteArray> parametersOf(QByteArrayView value)
{
    QHash<QByteArray, QByteArray> parameters;
    qsizetype at = value.indexOf(';');
    while (at >= 0 && at < value.size()) {
        ++at;
        const qsizetype equals = value.sliced(at).indexOf('=');
        if (equals < 0)
            break;
        const QByteArray name = value.sliced(at, equals).toByteArray().trimmed().toLower();
        at += equals + 1;
        QByteArray text;
        if (at < value.size() && value[at] == '"') {
            for (++at; at < value.size() && value[at] != '"'; ++at) {
                // Browsers send \ as it is and escape quotes as %22, curl escapes " and \: only these two are undone.
                if (value[at] == '\\' && at + 1 < value.size() && (value[at + 1] == '"' || value[at + 1] == '\\'))
                    ++at;
                text.append(value[at]);
            }
        } else {
            while (at < value.size() && value[at] != ';')
                text.append(value[at++]);
            text = text.trimmed();
        }
        parameters.insert(name, text);
        const qsizetype next = at < value.size() ? value.sliced(at).indexOf(';') : -1;
        at = next < 0 ? -1 : at + next;
    }
    return parameters;
}

/// RFC 5987: UTF-8''percent-encoded.
std::optional<QString> extendedValue(const QByteArray &value)
{
    if (!value.toLower().startsWith("utf-8'"))
        return {};
    const qsizetype second = value.indexOf('\'', 6);
    if (second < 0)
        return {};
    return QString::fromUtf8(QByteArray::fromPercentEncoding(value.sliced(second + 1)));
}

core::Error badRequest(const QString &message)
{
    return {u"bad_request"_s, message, {}};
}

} // namespace

std::optional<QByteArray> MultipartReader::boundaryOf(const QByteArray &contentType)
{
    if (!contentType.trimmed().toLower().startsWith("multipart/form-data"))
        return {};
    const QByteArray boundary = parametersOf(contentType).value("boundary");
    if (boundary.isEmpty() || boundary.size() > maxBoundary || boundary.contains('\r') || boundary.contains('\n'))
        return {};
    return boundary;
}

MultipartReader::MultipartReader(const QByteArray &boundary, MultipartSink &sink)
    : m_delimiter("\r\n--" + boundary), m_sink(sink), m_buffer("\r\n") // so that a first boundary is like every other
{}

core::Result<void> MultipartReader::write(QByteArrayView data)
{
    m_buffer.append(data);
    core::Result<void> result;
    while (result && step(result)) {
    }
    return result;
}

bool MultipartReader::step(core::Result<void> &result)
{
    switch (m_state) {
    case State::Preamble: {
        const qsizetype found = m_buffer.indexOf(m_delimiter);
        if (found < 0) {
            if (m_buffer.size() > maxPreamble)
                result = tl::unexpected(badRequest(u"The body does not begin with its boundary"_s));
            return false;
        }
        m_buffer.remove(0, found + m_delimiter.size());
        m_state = State::AfterBoundary;
        return true;
    }
    case State::AfterBoundary: {
        if (m_buffer.size() < 2)
            return false;
        if (m_buffer.startsWith("--")) {
            m_state = State::Epilogue;
            return true;
        }
        const qsizetype end = m_buffer.indexOf("\r\n");
        if (end < 0) {
            if (m_buffer.size() > maxPartHead)
                result = tl::unexpected(badRequest(u"A boundary line is too long"_s));
            return false;
        }
        if (!m_buffer.first(end).trimmed().isEmpty()) {
            result = tl::unexpected(badRequest(u"A boundary is followed by something else"_s));
            return false;
        }
        m_buffer.remove(0, end); // the line's end stays: a part without a head begins with an empty line
        m_state = State::Head;
        return true;
    }
    case State::Head: {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            if (m_buffer.size() > maxPartHead)
                result = tl::unexpected(badRequest(u"The head of a part is too large"_s));
            return false;
        }
        result = beginPart(QByteArrayView(m_buffer).first(end));
        m_buffer.remove(0, end + 4);
        // A part whose body is empty is followed by its delimiter at once; the line's end before it was taken by the head.
        m_state = State::Body;
        return result.has_value();
    }
    case State::Body: {
        const qsizetype found = m_buffer.indexOf(m_delimiter);
        if (found >= 0) {
            if (found > 0)
                m_sink.partData(QByteArrayView(m_buffer).first(found));
            m_sink.endPart();
            m_buffer.remove(0, found + m_delimiter.size());
            m_state = State::AfterBoundary;
            return true;
        }
        // The end of the buffer may be the beginning of a delimiter.
        const qsizetype safe = m_buffer.size() - m_delimiter.size();
        if (safe > 0) {
            m_sink.partData(QByteArrayView(m_buffer).first(safe));
            m_buffer.remove(0, safe);
        }
        return false;
    }
    case State::Epilogue:
        m_buffer.clear();
        break;
    }
    return false;
}

core::Result<void> MultipartReader::beginPart(QByteArrayView head)
{
    if (++m_parts > maxParts)
        return tl::unexpected(badRequest(u"There are more than %1 parts"_s.arg(maxParts)));
    QString name;
    for (const QByteArray &line : head.toByteArray().split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).trimmed().toLower() != "content-disposition")
            continue;
        const auto parameters = parametersOf(QByteArrayView(line).sliced(colon + 1));
        if (const auto extended = extendedValue(parameters.value("filename*")))
            name = *extended;
        else
            name = QString::fromUtf8(parameters.contains("filename") ? parameters.value("filename") : parameters.value("name"));
    }
    m_sink.beginPart(name);
    return {};
}

core::Result<void> MultipartReader::finish() const
{
    if (m_state != State::Epilogue)
        return tl::unexpected(badRequest(u"The body ends before its closing boundary"_s));
    return {};
}

} // namespace signalbox::simulator
