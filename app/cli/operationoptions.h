// SPDX-License-Identifier: GPL-3.0-or-later
// The options of "operate" made into an operation, by component 144's own description: which options belong to the operation, what their
// values may be. Sends nothing.
#pragma once

#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "cli/arguments.h"
#include "core/json.h"
#include "operation/operation.h"

#include <iosfwd>

namespace signalbox::cli {

class OperationOptions final
{
    Q_DECLARE_TR_FUNCTIONS(OperationOptions)

public:
    static QList<OptionSpec> specs();

    OperationOptions(const catalogue::Catalogue &catalogue, const capability::Capabilities &capabilities, const core::Dialect &dialect);

    /// The operation, its connection as given (perhaps a selector). in is read for --content -. Error: usage.
    core::Result<operation::Operation> read(const Arguments &arguments, std::istream &in) const;

    /// What is odd about it and no error, such as a qid of its own in the content.
    QStringList warnings(const operation::Operation &operation) const;

private:
    core::Result<core::Json> properties(const Arguments &arguments, std::istream &in) const;
    core::Result<void> checkRequired(const core::Json &properties) const;
    core::Result<void> checkContent(const operation::SendMessage &send) const;
    core::Result<operation::Operation> operationOf(const core::Json &properties) const;

    const catalogue::ComponentType &m_type;
    const capability::Capabilities &m_capabilities;
    const core::Dialect &m_dialect;
};

} // namespace signalbox::cli
