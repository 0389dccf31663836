// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/lookup.h"

#include "simulator/node.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using signalbox::core::Json;

namespace signalbox::simulator {

HttpHandling takeLookup(const RouteContext &context, const QString &field, std::function<HttpReply(const QString &value)> then)
{
    const QUrlQuery query(QString::fromUtf8(context.request.query));
    return takeJson(context.node.services().config.limits.jsonBytes,
                    [field, then = std::move(then), asked = query.queryItemValue(field, QUrl::FullyDecoded)](const Json &body) {
                        const QString value = asked.isEmpty() ? body[field].toString() : asked;
                        return value.isEmpty() ? HttpReply::error(400, u"“%1” must say what is looked up"_s.arg(field)) : then(value);
                    });
}

HttpReply lookUpIn(const QList<Json> &records, const QString &field, const QString &value)
{
    QList<Json> found;
    for (const Json &record : records) {
        if (record[field].toString() == value)
            found.append(record);
    }
    if (found.isEmpty())
        return HttpReply::error(404, u"There is nothing whose “%1” is “%2”"_s.arg(field, value));
    return HttpReply::json(Json::array(std::move(found)));
}

} // namespace signalbox::simulator
