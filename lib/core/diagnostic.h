// SPDX-License-Identifier: GPL-3.0-or-later
// One finding about a file or a document: how bad, which rule, and the place that it is about.
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace signalbox::core {

enum class Severity : quint8 { Error, Warning, Info };

/// "error", "warning" or "info": the spelling that reports use.
QString severityName(Severity severity);

struct Diagnostic {
    Severity severity = Severity::Error;
    QString code;                 ///< stable, such as "json.syntax" or "object.duplicate_id"
    QString message;              ///< for a person, translated
    std::optional<qint64> object; ///< oId of the object that it is about
    QString property;             ///< code of the property that it is about
    QString pointer;              ///< JSON pointer (RFC 6901) from the document's root
    int line = 0;                 ///< 1-based; 0 where there is no source text
    int column = 0;               ///< 1-based, in characters

    bool operator==(const Diagnostic &) const = default;
};

using Diagnostics = QList<Diagnostic>;

bool hasErrors(const Diagnostics &diagnostics);

} // namespace signalbox::core
