// SPDX-License-Identifier: GPL-3.0-or-later
// Text with [name] in it: only declared names are replaced, so JSON arrays stand; what is put in is not escaped, unless the dialect
// wants it so (platform.md §5).
#pragma once

#include "expression/environment.h"

namespace signalbox::expression {

class Template final
{
public:
    Template(const QString &text, const SlotOf &slotOf, bool escapes = false);

    /// Every replaced variable, in order.
    const QList<VariableUse> &variables() const { return m_variables; }
    QString evaluate(const Environment &environment) const;
    /// With each use replaced by what the function gives: validation puts stand-ins there.
    QString render(const std::function<QString(const VariableUse &)> &textOf) const;

private:
    struct Piece {
        QString literal;
        int slot = -1;
        int use = -1;
    };
    QList<Piece> m_pieces;
    QList<VariableUse> m_variables;
    bool m_escapes = false;
};

} // namespace signalbox::expression
