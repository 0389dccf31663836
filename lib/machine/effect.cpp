// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/effect.h"

namespace signalbox::machine {

using namespace Qt::StringLiterals;

QString reasonName(Reason reason)
{
    switch (reason) {
    case Reason::Normal:
        return u"normal"_s;
    case Reason::TransferNotSet:
        return u"transfer_not_set"_s;
    case Reason::Stop:
        return u"stop"_s;
    case Reason::Timeout:
        return u"timeout"_s;
    case Reason::Error:
        return u"error"_s;
    case Reason::OwnerDown:
        return u"ownerdown"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Reason> reasonOf(QStringView name)
{
    for (const Reason reason : {Reason::Normal, Reason::TransferNotSet, Reason::Stop, Reason::Timeout, Reason::Error, Reason::OwnerDown}) {
        if (reasonName(reason) == name)
            return reason;
    }
    return std::nullopt;
}

} // namespace signalbox::machine
