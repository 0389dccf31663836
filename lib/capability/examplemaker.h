// SPDX-License-Identifier: GPL-3.0-or-later
// The search behind exampleOf(): makes a value place by place and goes back where one does not fit. One search; its limits are counted.
#pragma once

#include "capability/schemakeywords.h"
#include "capability/schemaparts.h"

#include "core/jsonschema.h"
#include "core/result.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace signalbox::capability {

class ExampleMaker final
{
public:
    /// compiled: of this schema; must outlive this. repetitions: how often a schema may contain itself on the way to one value.
    /// stop: ends the search as its limits do.
    ExampleMaker(const core::Json &schema, const core::JsonSchema &compiled, int repetitions, std::stop_token stop = {});

    /// A value that conforms to the whole schema, or nothing.
    std::optional<core::Json> make();
    /// Why there is none: example.none or example.too_large.
    core::Error failure() const;
    /// Whether more repetitions could give what these did not.
    bool metRepetition() const { return m_metRepetition; }

private:
    struct Place {
        QString pointer;
        QString name;   ///< of the member, for texts that tell what they stand for
        Schemas opened; ///< what references led to on the way from the root
        int variant = 0;
        int depth = 0;
    };
    using Accept = std::function<bool(const core::Json &)>;

    std::optional<core::Json> valueOf(const Schemas &schemas, const Place &place, const Accept &accept);
    std::optional<core::Json> valueOf(const SchemaParts &parts, const Schemas &whole, const Place &place, const Accept &accept);
    std::optional<core::Json> typed(const QString &type, const Schemas &parts, const Place &place, const Accept &accept);
    std::optional<core::Json> object(const Schemas &parts, const Place &place, const Accept &accept);
    std::optional<core::Json> objectOf(const QStringList &keys, const QStringList &needed, const Schemas &parts, const Place &place);
    std::optional<core::Json> arrayOf(qsizetype size, qsizetype least, const Schemas &parts, const Place &place);
    std::optional<core::Json> array(const Schemas &parts, const Place &place, const Accept &accept);
    std::optional<core::Json> text(const Schemas &parts, const Place &place, const Accept &accept);
    std::optional<core::Json> number(bool isInteger, const Schemas &parts, const Place &place, const Accept &accept);
    bool conforms(const core::Json &value, const Schemas &schemas, const Place &place);
    bool isGivenUp() const;
    void note(const Place &place, const QString &reason);

    const core::Json m_document; ///< the schema as a definition, so that its parts can be checked on their own
    const core::JsonSchema &m_compiled;
    const int m_repetitions;
    const std::stop_token m_stop;
    SchemaWalk m_walk;
    int m_checks = 0;
    int m_places = 0;
    bool m_metRepetition = false;
    QString m_reason;
    QString m_reasonAt;
    int m_reasonDepth = -1;
};

} // namespace signalbox::capability
