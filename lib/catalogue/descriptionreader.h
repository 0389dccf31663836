// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a component's JSON description: its schema first, then what a schema cannot say (conditions name existing options, every
// transition has its outcome, nothing is there twice). Not a store: that is Catalogue.
#pragma once

#include "catalogue/componenttype.h"
#include "core/jsonschema.h"
#include "core/result.h"

namespace signalbox::catalogue {

class DescriptionReader final
{
public:
    /// With component.schema.json, which comes with the program.
    DescriptionReader();

    /// Error: description.invalid; its message says what is wrong, its detail where: a JSON pointer, line and column.
    core::Result<ComponentType> read(QByteArrayView description) const;

    /// As read, but without the schema, whose check takes most of the time: for descriptions that are known to conform to it, as a test
    /// proves of those that come with the program.
    static core::Result<ComponentType> readConforming(QByteArrayView description);

private:
    core::JsonSchema m_schema;
};

} // namespace signalbox::catalogue
