// SPDX-License-Identifier: GPL-3.0-or-later
// A streaming reader of multipart/form-data (RFC 7578): bytes go in as they arrive, part heads and part bodies come out. Keeps no
// part in memory.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace signalbox::simulator {

class MultipartSink
{
public:
    virtual ~MultipartSink() = default;
    /// A part begins. name is its file name, or its field name where it has none; empty when it has neither.
    virtual void beginPart(const QString &name) = 0;
    virtual void partData(QByteArrayView data) = 0;
    virtual void endPart() = 0;
};

class MultipartReader final
{
public:
    /// The boundary of a Content-Type header's value, or nothing when it is no multipart/form-data with a good one.
    static std::optional<QByteArray> boundaryOf(const QByteArray &contentType);

    MultipartReader(const QByteArray &boundary, MultipartSink &sink);

    /// Error: bad_request, with what is wrong.
    core::Result<void> write(QByteArrayView data);
    /// Error: bad_request when the closing boundary is missing.
    core::Result<void> finish() const;

private:
    enum class State : quint8 { Preamble, AfterBoundary, Head, Body, Epilogue };

    bool step(core::Result<void> &result); ///< false: more data are needed
    core::Result<void> beginPart(QByteArrayView head);

    QByteArray m_delimiter; // CR LF "--" boundary
    MultipartSink &m_sink;
    State m_state = State::Preamble;
    QByteArray m_buffer;
    int m_parts = 0;
};

} // namespace signalbox::simulator
