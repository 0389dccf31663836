// SPDX-License-Identifier: GPL-3.0-or-later
// The first fault of a document of our own (a peer's rules, a cluster file): what is wrong and where. Not for scenarios, whose
// findings are all collected (diagnostic.h).
#pragma once

#include "core/json.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

namespace signalbox::core {

class FirstFault final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::core::FirstFault)

public:
    /// pattern is translated and begins the message: %1 becomes the place.
    FirstFault(QString code, QString pattern);

    /// Keeps what is wrong with this node, unless a fault is known already.
    void complain(const Json &json, const QString &pointer, const QString &what);
    /// True for an object without unknown keys; complains otherwise.
    bool expectObject(const Json &json, const QString &pointer, const QStringList &known);

    /// The detail is the JSON pointer.
    const std::optional<Error> &error() const { return m_error; }

private:
    QString m_code;
    QString m_pattern;
    std::optional<Error> m_error;
};

} // namespace signalbox::core
