// SPDX-License-Identifier: GPL-3.0-or-later
// All component types that are known. Immutable after loading; pass it by const reference.
#pragma once

#include "catalogue/componenttype.h"
#include "core/diagnostic.h"
#include "core/result.h"

#include <QMap>

#include <memory>

namespace signalbox::catalogue {

class Catalogue final
{
public:
    /// The descriptions that come with the program. They are checked by a test, so this cannot fail (asserted).
    static Catalogue builtIn();
    /// Adds or replaces one description (component.schema.json). Error code: description.invalid, with the place in its detail.
    core::Result<void> add(QByteArrayView description);

    const ComponentType *find(qint64 index) const;
    const ComponentType *find(QStringView name) const; ///< by short title
    QList<const ComponentType *> all() const;          ///< by index

private:
    core::Result<void> insert(ComponentType type);

    QMap<qint64, std::shared_ptr<const ComponentType>> m_types;
};

/// A title or help text of a description in the person's language; descriptions hold the source texts only.
QString translated(const QString &sourceText);

} // namespace signalbox::catalogue
