// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine/program.h"

#include "machine/programcompiler.h"
#include "machine/programdata.h"

#include <QCoreApplication>

namespace signalbox::machine {

QString Node::label() const
{
    return name.isEmpty() ? QCoreApplication::translate("Program", "%1 (object %2)").arg(type).arg(object)
                          : QCoreApplication::translate("Program", "\"%1\" (object %2)").arg(name).arg(object);
}

int Program::Data::slotOf(QStringView name) const
{
    return slotByName.value(name.toString(), -1);
}

core::Result<std::shared_ptr<const Program>> Program::compile(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue,
                                                              const core::Dialect &dialect, Entry entry)
{
    auto data = ProgramCompiler(scenario, catalogue, dialect, entry).compile();
    if (!data)
        return tl::unexpected(data.error());
    return std::make_shared<const Program>(std::move(*data));
}

Program::Program(std::shared_ptr<const Data> data) : m_data(std::move(data))
{}

const QStringList &Program::warnings() const
{
    return m_data->warnings;
}

} // namespace signalbox::machine
