// SPDX-License-Identifier: GPL-3.0-or-later
// Options and operands of a command line: which there are, and what was given. Knows no verb.
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QStringList>

namespace signalbox::cli {

struct OptionSpec {
    QString name;      ///< without the dashes
    QString valueName; ///< empty for a flag
    QString help;
    bool repeatable = false;
    QChar letter = {}; ///< "-o" for "--output"; none by default
};

class Arguments final
{
    Q_DECLARE_TR_FUNCTIONS(Arguments)

public:
    bool has(const QString &option) const { return m_values.contains(option); }
    /// The value, or otherwise.
    QString value(const QString &option, const QString &otherwise = {}) const;
    QStringList values(const QString &option) const { return m_values.value(option); }
    const QStringList &operands() const { return m_operands; }

    void add(const QString &option, const QString &value) { m_values[option].append(value); }
    void addOperand(const QString &operand) { m_operands.append(operand); }

    /// Takes one option off the front of rest when it is one of the specs: true; false when it is none of them. Error: usage (value
    /// missing, value for a flag, given twice).
    core::Result<bool> take(const QList<OptionSpec> &specs, QStringList &rest);

private:
    QHash<QString, QStringList> m_values;
    QStringList m_operands;
};

} // namespace signalbox::cli
