// SPDX-License-Identifier: GPL-3.0-or-later
// The first fault of a document of our own (a peer's rules, a cluster file): what is wrong and where; and the members that
// such documents have in common. Not for scenarios, whose findings are all collected (diagnostic.h).
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

    /// A whole number within the bounds; of anything else it complains and gives otherwise.
    qint64 integer(const Json &json, const QString &pointer, qint64 otherwise, qint64 least, qint64 most);
    /// The same of an object's member; otherwise also where there is none.
    qint64 integerIn(const Json &object, const QString &pointer, const QString &key, qint64 otherwise, qint64 least, qint64 most);
    /// A member that is true or false where it is there, else false; complains of anything else.
    bool flagIn(const Json &object, const QString &pointer, const QString &key);

    /// The detail is the JSON pointer.
    const std::optional<Error> &error() const { return m_error; }

private:
    QString m_code;
    QString m_pattern;
    std::optional<Error> m_error;
};

} // namespace signalbox::core
