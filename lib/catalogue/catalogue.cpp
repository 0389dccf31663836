// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/catalogue.h"

#include "catalogue/bundle.h"
#include "catalogue/descriptionreader.h"

#include <QCoreApplication>

namespace signalbox::catalogue {

using namespace Qt::StringLiterals;

Catalogue Catalogue::builtIn()
{
    Catalogue catalogue;
    const QList<QByteArray> descriptions = bundledDescriptions();
    for (const QByteArray &description : descriptions) {
        [[maybe_unused]] const core::Result<void> added =
            DescriptionReader::readConforming(description).and_then([&catalogue](ComponentType type) {
                return catalogue.insert(std::move(type));
            });
        Q_ASSERT(added);
    }
    return catalogue;
}

core::Result<void> Catalogue::add(QByteArrayView description)
{
    return DescriptionReader().read(description).and_then([this](ComponentType type) { return insert(std::move(type)); });
}

core::Result<void> Catalogue::insert(ComponentType type)
{
    if (const ComponentType *same = find(QStringView(type.name)); same && same->index != type.index) {
        return core::fail(
            u"description.invalid"_s,
            QCoreApplication::translate("Catalogue", "The name %1 belongs to component %2 already; component %3 needs another.")
                .arg(type.name)
                .arg(same->index)
                .arg(type.index),
            u"/name"_s);
    }
    const qint64 index = type.index;
    m_types.insert(index, std::make_shared<const ComponentType>(std::move(type)));
    return {};
}

const ComponentType *Catalogue::find(qint64 index) const
{
    const auto found = m_types.constFind(index);
    return found == m_types.cend() ? nullptr : found->get();
}

const ComponentType *Catalogue::find(QStringView name) const
{
    const auto found = std::find_if(m_types.cbegin(), m_types.cend(), [name](const auto &type) { return type->name == name; });
    return found == m_types.cend() ? nullptr : found->get();
}

QList<const ComponentType *> Catalogue::all() const
{
    QList<const ComponentType *> types;
    types.reserve(m_types.size());
    for (const auto &type : m_types)
        types.append(type.get());
    return types;
}

QString translated(const QString &sourceText)
{
    return QCoreApplication::translate("Components", sourceText.toUtf8().constData());
}

} // namespace signalbox::catalogue
