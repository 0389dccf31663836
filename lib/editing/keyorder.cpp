// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/keyorder.h"

#include <array>

namespace signalbox::editing {

using core::Json;

namespace {

constexpr std::array<QStringView, 8> leading{u"oId", u"oLeft", u"oTop", u"oWidth", u"oHeight", u"oCreationDate", u"oLayer", u"oType"};
constexpr std::array<QStringView, 2> trailing{u"name", u"info"};
constexpr std::array<QStringView, 9> entityKeys{u"id",  u"code", u"name", u"scriptdata", u"projectid",
                                                u"lwt", u"opts", u"ext",  u"x-signalbox"};

template <typename Keys>
int indexIn(const Keys &keys, QStringView key)
{
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? -1 : static_cast<int>(found - keys.begin());
}

int rankIn(const catalogue::ComponentType *type, QStringView key)
{
    constexpr int firstProperty = leading.size();
    if (const int index = indexIn(leading, key); index >= 0)
        return index;
    const int properties = type ? static_cast<int>(type->properties.size()) : 0;
    if (const int position = type ? type->positionOf(key) : -1; position >= 0)
        return firstProperty + position;
    const int index = indexIn(trailing, key);
    return index < 0 ? -1 : firstProperty + properties + index;
}

/// Behind the nearest of those that come before it, else in front of the nearest of those that come after it, else at the end.
template <typename Rank>
qsizetype placeByRank(const Json &owner, QStringView key, const Rank &rankOf)
{
    const int rank = rankOf(key);
    if (rank < 0)
        return owner.size();
    int before = -1;
    int after = -1;
    qsizetype place = owner.size();
    const QList<core::JsonMember> &members = owner.members();
    for (qsizetype i = 0; i < members.size(); ++i) {
        const int other = rankOf(members.at(i).key);
        if (other >= 0 && other < rank && other > before) {
            before = other;
            place = i + 1;
        } else if (other > rank && before < 0 && (after < 0 || other < after)) {
            after = other;
            place = i;
        }
    }
    return place;
}

} // namespace

qsizetype placeOfKey(const Json &object, const catalogue::ComponentType *type, QStringView key)
{
    return placeByRank(object, key, [type](QStringView other) { return rankIn(type, other); });
}

qsizetype placeOfEntityKey(const Json &entity, QStringView key)
{
    return placeByRank(entity, key, [](QStringView other) { return indexIn(entityKeys, other); });
}

Json withProperty(Json object, const catalogue::ComponentType *type, const QString &key, const Json &value)
{
    if (object.contains(key))
        object.set(key, value);
    else
        object.insert(placeOfKey(object, type, key), key, value);
    return object;
}

bool isCommonKey(QStringView key)
{
    return indexIn(leading, key) >= 0 || indexIn(trailing, key) >= 0;
}

} // namespace signalbox::editing
