// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rules of a peer from JSON and says where the first fault is. Internal to lib/peering.
#pragma once

#include "core/firstfault.h"
#include "peering/rule.h"

#include <QCoreApplication>

namespace signalbox::peering {

class RuleReader final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::peering::RuleReader)

public:
    RuleReader();
    QList<std::shared_ptr<const Rules::Rule>> read(const core::Json &document);
    const std::optional<core::Error> &error() const { return m_fault.error(); }

private:
    std::shared_ptr<const Rules::Rule> readRule(const core::Json &json, const QString &pointer, qsizetype position);
    void readMatch(const core::Json &json, const QString &pointer, Rules::Rule &rule);
    void readReply(const core::Json &json, const QString &pointer, Rules::Rule &rule);
    void readSends(const core::Json &json, const QString &pointer, Rules::Rule &rule);
    Delay readDelay(const core::Json &json, const QString &pointer);
    QString readText(const core::Json &json, const QString &pointer);

    core::FirstFault m_fault;
};

} // namespace signalbox::peering
