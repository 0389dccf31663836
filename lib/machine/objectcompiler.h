// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles one object of a scenario to a node whose exits name their targets by oId still; ProgramCompiler links them.
#pragma once

#include "catalogue/catalogue.h"
#include "machine/programdata.h"

#include <QCoreApplication>

namespace signalbox::machine {

/// What compiling finds besides nodes; texts are translated.
struct Findings {
    QStringList cannotRun; ///< components, each by name and oId
    QStringList faults;    ///< what a run cannot get past
    QStringList warnings;
};

class ObjectCompiler final
{
    Q_DECLARE_TR_FUNCTIONS(Program)

public:
    /// All must outlive it.
    ObjectCompiler(const catalogue::Catalogue &catalogue, const Program::Data &program, Findings &findings);

    /// The node, even where there were faults; nothing where the component cannot run here. Both are in the findings then.
    std::optional<Node> compile(const core::Json &object, qint64 id);

private:
    using Component = decltype(Node::component);

    std::optional<Component> component();
    Component start();
    Component compare();
    Component assign();
    std::optional<Component> notify();
    Component websock();
    void sendArguments(WebsockNode &node);
    void fileArguments(WebsockNode &node);
    Component jump();

    void readExits();
    /// Nothing where the property is hidden.
    Argument argument(const QString &property);
    int variableSlot(const QString &property);
    int slotOfName(const core::Json &name, const QString &property);
    int requiredSlot(const core::Json &name, const QString &property);
    std::vector<Assignment> operations();
    qint64 choice(const QString &property);
    bool isShown(const QString &property) const;
    void fault(const QString &property, const QString &message);
    void cannotRun(const QString &how = {});

    const catalogue::Catalogue &m_catalogue;
    const Program::Data &m_program;
    Findings &m_findings;
    expression::SlotOf m_slotOf;
    // Of the object at hand:
    const catalogue::ComponentType *m_type = nullptr;
    const core::Json *m_object = nullptr;
    Node m_node;
};

} // namespace signalbox::machine
