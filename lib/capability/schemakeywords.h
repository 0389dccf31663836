// SPDX-License-Identifier: GPL-3.0-or-later
// What the keywords of schemas that all hold for one value say of it together: bounds, types, members, items. Follows no references and no
// combinations: SchemaWalk does.
#pragma once

#include "core/json.h"

#include <QStringList>

#include <initializer_list>
#include <optional>

namespace signalbox::capability {

using Schemas = QList<const core::Json *>;

/// The largest of the lower bounds, 0 where there is none; the smallest of the upper ones.
qsizetype least(const Schemas &parts, QStringView keyword);
std::optional<qsizetype> most(const Schemas &parts, QStringView keyword);
/// Whether one of them has one of the keywords.
bool has(const Schemas &parts, std::initializer_list<QStringView> keywords);
/// Whether values that are made by these keywords need not be looked at again before the whole is.
bool isPlain(const Schemas &schemas);
/// The types that a value may have, those first that the other keywords speak of.
QStringList typesOf(const Schemas &parts, bool isRoot);
/// What the parts say of a member; nothing where one of them does not let it be.
std::optional<Schemas> memberSchemas(const Schemas &parts, const QString &key);
/// What they say of an item, and whether it may be.
Schemas itemSchemas(const Schemas &parts, qsizetype index, bool &isAllowed);

} // namespace signalbox::capability
