// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scriptverb.h"

namespace signalbox::cli {

using namespace Qt::StringLiterals;

OptionSpec ScriptVerb::typeOption()
{
    return {u"type"_s, u"svc|ivr"_s, tr("A service scenario (the default) or an IVR scenario.")};
}

std::optional<Failure> ScriptVerb::readType()
{
    const QString type = arguments().value(u"type"_s, u"svc"_s);
    if (type != "svc"_L1 && type != "ivr"_L1)
        return Failure{exitcode::usage, tr("--type is svc or ivr, not \"%1\".").arg(type)};
    m_type = type == "ivr"_L1 ? cluster::ScriptType::Ivr : cluster::ScriptType::Svc;
    if (globals().isSimulated())
        return Failure{exitcode::usage, tr("The simulated cluster lives only as long as this command, and so would a scenario there. Start "
                                           "signalbox-cluster and give its address with --cluster URL.")};
    return std::nullopt;
}

Failure ScriptVerb::failureOf(const core::Error &error)
{
    if (error.code == "not_found"_L1 || error.code == "already_exists"_L1)
        return {exitcode::failed, error.message};
    return ClusterLink::failureOf(error);
}

} // namespace signalbox::cli
