// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/revalidator.h"

#include "scenario/componentcodes.h"
#include "scenario/inputs.h"
#include "scenario/notes.h"
#include "scenario/rules/context.h"
#include "scenario/rules/flow.h"
#include "scenario/rules/properties.h"
#include "scenario/rules/structure.h"

#include <memory>
#include <vector>

namespace signalbox::scenario {

using core::Diagnostics;
using core::Json;

namespace {

constexpr size_t mostChanges = 256; // of more, all are looked at

/// Whether nothing at all can be other: both share what they hold.
bool isSame(const Json &a, const Json &b)
{
    if (!a.isObject() || !b.isObject())
        return a == b && a.place().line == b.place().line && a.place().column == b.place().column;
    return a.members().constData() == b.members().constData() && a.size() == b.size();
}

bool isEqualIn(const Json &a, const Json &b, QStringView key)
{
    const Json *inA = a.find(key);
    const Json *inB = b.find(key);
    return inA && inB ? *inA == *inB : inA == inB;
}

} // namespace

/// What the last validation found, and of what document.
class Revalidator::Run final
{
public:
    Run(const Scenario &document, const catalogue::Catalogue &catalogue, const capability::Capabilities &capabilities,
        const core::Dialect &dialect)
        : m_document(document), m_context(m_document, catalogue, capabilities, dialect), m_structure(m_context), m_properties(m_context)
    {
        const QList<Json> &all = m_document.objects();
        m_json.assign(all.begin(), all.end());
        m_objects.reserve(m_json.size());
        m_found.resize(m_json.size());
        for (size_t i = 0; i < m_json.size(); ++i) {
            m_objects.emplace_back(m_context, m_json[i], static_cast<qsizetype>(i));
            checkObject(i);
        }
        checkFlow();
    }

    /// Takes a document that differs from the last one in some objects only; false, and nothing is done, where it is another.
    bool goOn(const Scenario &document)
    {
        const std::optional<std::vector<size_t>> changed = changedObjects(document);
        if (!changed)
            return false;
        m_document = document;
        bool sameWays = true;
        for (const size_t i : *changed) {
            const Json before = std::exchange(m_json[i], document.object(static_cast<qsizetype>(i)));
            sameWays = sameWays && hasSameWays(before, m_json[i], m_objects[i]);
            std::destroy_at(&m_objects[i]); // it refers to what it is of
            std::construct_at(&m_objects[i], m_context, m_json[i], static_cast<qsizetype>(i));
            checkObject(i);
        }
        if (!sameWays)
            followWays(*changed);
        for (const size_t i : *changed)
            checkFlowOf(i);
        return true;
    }

    Diagnostics findings()
    {
        m_structure.checkFrame();
        Diagnostics all = m_context.findings.take();
        m_context.variables.forgetUses();
        for (const Found &found : m_found) {
            all += found.own;
            for (const int slot : found.used)
                m_context.variables.useSlot(slot);
        }
        m_structure.checkStarts();
        all += m_context.findings.take();
        m_structure.checkUnusedVariables();
        all += m_context.findings.take();
        for (const Found &found : m_found)
            all += found.flow;
        all += m_wholeFlow;
        for (const core::Diagnostic &problem : readInputs(m_document).diagnostics + readNotes(m_document).diagnostics)
            m_context.findings.warning(problem.code, {{}, {}, problem.pointer, {problem.line, problem.column}}, problem.message);
        all += m_context.findings.take();
        return Findings::sorted(std::move(all));
    }

private:
    struct Found {
        Diagnostics own;
        Diagnostics flow;
        std::vector<int> used; // slots of variables
    };

    std::optional<std::vector<size_t>> changedObjects(const Scenario &document) const
    {
        const QList<Json> &all = document.objects();
        if (document.form() != m_document.form() || static_cast<size_t>(all.size()) != m_json.size() ||
            !isEqualIn(document.scriptData(), m_document.scriptData(), code::variables))
            return std::nullopt;
        std::vector<size_t> changed;
        for (size_t i = 0; i < m_json.size(); ++i) {
            const Json &now = all.at(static_cast<qsizetype>(i));
            if (isSame(m_json[i], now))
                continue;
            const bool isOther = now.isObject() != m_json[i].isObject() || !isEqualIn(now, m_json[i], code::id) ||
                                 !isEqualIn(now, m_json[i], code::type) || m_objects[i].is(component::start);
            if (isOther || changed.size() == mostChanges)
                return std::nullopt;
            changed.push_back(i);
        }
        return changed;
    }

    /// Whether control goes the same ways from the object as before.
    static bool hasSameWays(const Json &before, const Json &now, const ObjectView &object)
    {
        if (object.type()) {
            for (const catalogue::OutcomeType &outcome : object.type()->outcomes) {
                if (!isEqualIn(before, now, outcome.property))
                    return false;
            }
        }
        const auto hasNoOther = [](const Json &a, const Json &b) {
            return std::all_of(a.members().begin(), a.members().end(), [&b](const core::JsonMember &member) {
                const Json *other = member.key.startsWith(transitionPrefix) ? b.find(member.key) : &member.value;
                return other && *other == member.value;
            });
        };
        const bool hasLabel = object.is(component::goTo) || object.is(component::goLabel);
        return hasNoOther(before, now) && hasNoOther(now, before) && (!hasLabel || isEqualIn(before, now, code::label));
    }

    void checkObject(size_t i)
    {
        Found &found = m_found[i];
        found.used.clear();
        m_context.variables.noteUses(&found.used);
        m_structure.checkObject(m_objects[i]);
        m_properties.checkObject(m_objects[i]);
        m_context.variables.noteUses(nullptr);
        found.own = m_context.findings.take();
    }

    void checkFlowOf(size_t i)
    {
        m_flow->checkObject(m_objects[i]);
        m_found[i].flow = m_context.findings.take();
    }

    void checkFlow()
    {
        m_flow.emplace(m_context);
        for (size_t i = 0; i < m_objects.size(); ++i)
            checkFlowOf(i);
        checkWholeFlow();
    }

    void checkWholeFlow()
    {
        m_flow->checkWhole(m_objects);
        m_wholeFlow = m_context.findings.take();
    }

    /// Control goes other ways from these than before.
    void followWays(const std::vector<size_t> &changed)
    {
        const FlowRules before = *m_flow;
        m_flow.emplace(before, changed);
        for (size_t i = 0; i < m_objects.size(); ++i) {
            if (m_flow->mayDiffer(before, m_objects[i]))
                checkFlowOf(i);
        }
        checkWholeFlow();
    }

    Scenario m_document;
    Context m_context;
    StructureRules m_structure;
    PropertyRules m_properties;
    std::vector<Json> m_json; // at addresses of its own: views refer to it
    std::vector<ObjectView> m_objects;
    std::vector<Found> m_found;
    std::optional<FlowRules> m_flow;
    Diagnostics m_wholeFlow;
};

Revalidator::Revalidator(const catalogue::Catalogue &catalogue, const capability::Capabilities &capabilities, const core::Dialect &dialect)
    : m_catalogue(catalogue), m_capabilities(capabilities), m_dialect(dialect)
{}

Revalidator::~Revalidator() = default;

Diagnostics Revalidator::validate(const Scenario &scenario)
{
    if (!m_last || !m_last->goOn(scenario))
        m_last = std::make_unique<Run>(scenario, m_catalogue, m_capabilities, m_dialect);
    return m_last->findings();
}

void Revalidator::forget()
{
    m_last.reset();
}

} // namespace signalbox::scenario
