// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the rules of faults from JSON and says where the first fault of the document is. Internal to lib/simulator.
#pragma once

#include "core/firstfault.h"
#include "simulator/faultrules.h"

#include <QCoreApplication>
#include <QSet>

namespace signalbox::simulator {

class FaultReader final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::simulator::FaultReader)

public:
    FaultReader();
    core::Result<FaultRules> read(const core::Json &document);

private:
    FaultRule readRule(const core::Json &json, const QString &pointer, qsizetype position);
    void readOn(const core::Json &json, const QString &pointer, FaultRule &rule);
    void readEffect(const core::Json &json, const QString &pointer, FaultRule &rule);
    void readClose(const core::Json &json, const QString &pointer, FaultEffect &effect);
    void readGarble(const core::Json &json, const QString &pointer, FaultEffect &effect);
    void checkAbout(const core::Json &json, const QString &pointer, FaultRule &rule);

    QString text(const core::Json &object, const QString &pointer, const QString &key);

    core::FirstFault m_fault;
    QSet<QString> m_names;
};

} // namespace signalbox::simulator
