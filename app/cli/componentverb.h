// SPDX-License-Identifier: GPL-3.0-or-later
// "component list" and "component show": the catalogue.
#pragma once

#include "catalogue/catalogue.h"
#include "cli/verb.h"

namespace signalbox::cli {

class ComponentVerb final : public Verb
{
    Q_DECLARE_TR_FUNCTIONS(ComponentVerb)

public:
    static VerbSpec spec();
    ComponentVerb(Context &context, GlobalOptions globals, Arguments arguments);
    void start(Done done) override;

private:
    int list();
    int show(const QString &which);
    core::Result<core::Json> valuesFor(const catalogue::ComponentType &type);
    void showText(const catalogue::ComponentType &type, const core::Json &values);
    core::Json toJson(const catalogue::ComponentType &type, const core::Json &values) const;

    const catalogue::Catalogue m_catalogue = catalogue::Catalogue::builtIn();
};

} // namespace signalbox::cli
