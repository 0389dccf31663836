// SPDX-License-Identifier: GPL-3.0-or-later
// Names and oIds that no object of a document has. Each is given out once.
#pragma once

#include "catalogue/catalogue.h"
#include "scenario/scenario.h"

#include <QSet>

namespace signalbox::editing {

class FreeNames final
{
public:
    explicit FreeNames(const scenario::Scenario &scenario);
    /// The name itself, or with the first number behind it that makes it new: "Start", "Start 2".
    QString take(const QString &wanted);

private:
    QSet<QString> m_names;
    QHash<QString, int> m_next; // by name without number
};

class FreeIds final
{
public:
    /// An id that a transition to nothing names is not free: the new object would get that transition. Linear in the document's size.
    FreeIds(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue);
    qint64 take();

private:
    QSet<qint64> m_taken;
    qint64 m_last = 0;
};

} // namespace signalbox::editing
