// SPDX-License-Identifier: GPL-3.0-or-later
#include "operation/operation.h"

#include <QCoreApplication>

namespace signalbox::operation {

using namespace Qt::StringLiterals;

QString PutFile::storedName() const
{
    return name.isEmpty() ? path.sliced(path.lastIndexOf(u'/') + 1) : name;
}

QString outcomeName(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Success:
        return u"success"_s;
    case OutcomeKind::Timeout:
        return u"timeout"_s;
    case OutcomeKind::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

Outcome Outcome::success(QString result)
{
    return {OutcomeKind::Success, std::move(result), {}};
}

Outcome Outcome::timeout()
{
    return {OutcomeKind::Timeout, {}, {}};
}

Outcome Outcome::failure(QString code, QString message)
{
    return {OutcomeKind::Error, {}, {std::move(code), std::move(message), {}}};
}

QString Outcome::errorText(const core::Dialect &dialect) const
{
    switch (kind) {
    case OutcomeKind::Success:
        return {};
    case OutcomeKind::Timeout:
        return u"timeout"_s + dialect.errorSeparator + QCoreApplication::translate("Operation", "nothing came back in time");
    case OutcomeKind::Error:
        return dialect.errorCode(error.code) + (error.message.isEmpty() ? QString() : dialect.errorSeparator + error.message);
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::operation
