// SPDX-License-Identifier: GPL-3.0-or-later
// Validates a document again and again as it is edited: what was found about objects that stayed as they were is kept, so that an edit
// of one object of thousands is checked in the time of that one. The findings are those of Validator, which is this one's first run.
#pragma once

#include "capability/capabilities.h"
#include "catalogue/catalogue.h"
#include "core/diagnostic.h"
#include "core/dialect.h"
#include "scenario/scenario.h"

#include <memory>

namespace signalbox::scenario {

class Revalidator final
{
public:
    /// What is passed must outlive it, and stay as it is.
    Revalidator(const catalogue::Catalogue &catalogue, const capability::Capabilities &capabilities, const core::Dialect &dialect);
    ~Revalidator();

    /// Every finding, by place. Linear in the document's size where objects or variables came, went or changed their oId or component, or a
    /// start has changed; where others have, it compares, and follows transitions only when one of them has changed.
    core::Diagnostics validate(const Scenario &scenario);
    /// The next validation is of all: messages are to be in another language, say.
    void forget();

private:
    class Run;
    const catalogue::Catalogue &m_catalogue;
    const capability::Capabilities &m_capabilities;
    const core::Dialect &m_dialect;
    std::unique_ptr<Run> m_last;
};

} // namespace signalbox::scenario
