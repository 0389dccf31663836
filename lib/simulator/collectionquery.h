// SPDX-License-Identifier: GPL-3.0-or-later
// filter, mask, offset, limit and order of a collection (platform.md §4). What they hold is open there [A]: filter is a pattern with *
// and ? on the records' name, mask a list of fields, order a list of fields each with - for descending.
#pragma once

#include "core/json.h"
#include "core/result.h"

#include <QStringList>

namespace signalbox::simulator {

class CollectionQuery final
{
public:
    /// fields: what may be named; nameField: what filter is for. Error: bad_request.
    static core::Result<CollectionQuery> parse(const QByteArray &query, const QStringList &fields, const QString &nameField);

    /// The records (objects) that are asked for, as an array.
    core::Json apply(QList<core::Json> records) const;
    bool hasMask() const { return !m_mask.isEmpty(); }

private:
    QList<core::Json> sorted(const QList<core::Json> &records) const;

    QString m_nameField;
    QString m_filter;
    QStringList m_mask;
    QStringList m_order;
    qint64 m_offset = 0;
    qint64 m_limit = -1; // all
};

} // namespace signalbox::simulator
