// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/collectionquery.h"

#include "peering/glob.h"

#include <QUrlQuery>

#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

namespace {

int compare(const Json &a, const Json &b)
{
    if (a.isNumber() && b.isNumber()) {
        const double left = a.toDouble().value_or(0);
        const double right = b.toDouble().value_or(0);
        return left < right ? -1 : left > right ? 1 : 0;
    }
    return a.toString().compare(b.toString());
}

core::Error badRequest(const QString &message)
{
    return {u"bad_request"_s, message, {}};
}

} // namespace

core::Result<CollectionQuery> CollectionQuery::parse(const QByteArray &query, const QStringList &fields, const QString &nameField)
{
    const QUrlQuery items(QString::fromUtf8(query));
    const auto value = [&items](const QString &key) {
        return items.queryItemValue(key, QUrl::FullyDecoded);
    };
    CollectionQuery result;
    result.m_nameField = nameField;
    result.m_filter = value(u"filter"_s);
    result.m_mask = value(u"mask"_s).split(u',', Qt::SkipEmptyParts);
    result.m_order = value(u"order"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &field : result.m_mask) {
        if (!fields.contains(field))
            return tl::unexpected(badRequest(u"“mask” names an unknown field “%1”"_s.arg(field)));
    }
    for (const QString &field : result.m_order) {
        if (!fields.contains(field.startsWith(u'-') ? field.sliced(1) : field))
            return tl::unexpected(badRequest(u"“order” names an unknown field “%1”"_s.arg(field)));
    }
    const auto number = [&](const QString &key, qint64 &target) {
        if (!items.hasQueryItem(key))
            return true;
        bool isNumber = false;
        target = value(key).toLongLong(&isNumber);
        return isNumber && target >= 0;
    };
    if (!number(u"offset"_s, result.m_offset) || !number(u"limit"_s, result.m_limit))
        return tl::unexpected(badRequest(u"“offset” and “limit” must be whole numbers from 0 on"_s));
    return result;
}

QList<Json> CollectionQuery::sorted(const QList<Json> &records) const
{
    // Places are sorted, not values: moving those about costs more.
    std::vector<qsizetype> places(static_cast<std::size_t>(records.size()));
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(places.begin(), places.end(), [this, &records](qsizetype a, qsizetype b) {
        for (const QString &field : m_order) {
            const bool isDescending = field.startsWith(u'-');
            const QString key = isDescending ? field.sliced(1) : field;
            const int order = compare(records.at(a)[key], records.at(b)[key]);
            if (order != 0)
                return isDescending ? order > 0 : order < 0;
        }
        return false;
    });
    QList<Json> result;
    for (const qsizetype place : places)
        result.append(records.at(place));
    return result;
}

Json CollectionQuery::apply(QList<Json> records) const
{
    if (!m_filter.isEmpty())
        records.removeIf([this](const Json &record) { return !peering::matchesGlob(m_filter, record[m_nameField].toString()); });
    if (!m_order.isEmpty())
        records = sorted(records);
    records = records.sliced(std::min<qsizetype>(m_offset, records.size()));
    if (m_limit >= 0 && m_limit < records.size())
        records.resize(m_limit);
    if (m_mask.isEmpty())
        return Json::array(records);
    for (Json &record : records) {
        QList<core::JsonMember> members;
        for (const core::JsonMember &member : record.members()) {
            if (m_mask.contains(member.key))
                members.append(member);
        }
        record = Json(std::move(members));
    }
    return Json::array(records);
}

} // namespace signalbox::simulator
