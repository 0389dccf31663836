// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles a scenario: declares its variables, follows every way from its starts, links the nodes. What no start reaches is left out,
// so that an unknown component that is out of use does not keep a scenario from running.
#pragma once

#include "machine/objectcompiler.h"

namespace signalbox::machine {

class ProgramCompiler final
{
    Q_DECLARE_TR_FUNCTIONS(Program)

public:
    /// All must outlive it.
    ProgramCompiler(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect, Entry entry);

    core::Result<std::shared_ptr<const Program::Data>> compile();

private:
    void declareVariables();
    void readInitialValues();
    void countIds();
    void findStarts();
    void followAll();
    void follow(qsizetype index);
    /// Makes the node of an object, once.
    void compileObject(qsizetype index);
    void followTransitions(const core::Json &object, const catalogue::ComponentType *type);
    void followLabels();
    void reach(qsizetype index);
    void link();
    void linkGotos();
    void linkStarts();
    int nodeOf(qint64 id) const;
    core::Result<std::shared_ptr<const Program::Data>> answer();

    const scenario::Scenario &m_scenario;
    const catalogue::Catalogue &m_catalogue;
    const Entry m_entry;
    std::shared_ptr<Program::Data> m_data = std::make_shared<Program::Data>();
    Findings m_findings;
    ObjectCompiler m_objects;
    QHash<qint64, int> m_idCounts;
    qsizetype m_entryObject = -1;  ///< by position in "objects"; -1: the start
    QList<qsizetype> m_mainStarts; ///< by position in "objects", as all below
    QList<qsizetype> m_labelObjects;
    std::vector<std::pair<qint64, qsizetype>> m_postStarts; ///< by oId
    QList<qsizetype> m_pending;
    std::vector<int> m_nodes; ///< node of an object, or one of the two below
    std::vector<bool> m_isReached;
    static constexpr int notCompiled = -2;
    static constexpr int noNode = -1;
    bool m_labelsFollowed = false;
};

} // namespace signalbox::machine
