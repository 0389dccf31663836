// SPDX-License-Identifier: GPL-3.0-or-later
// What a compiled scenario is made of: nodes that name each other by index and variables by slot. Private to this module.
#pragma once

#include "core/dialect.h"
#include "expression/comparison.h"
#include "machine/argument.h"
#include "machine/effect.h"
#include "machine/program.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <optional>
#include <variant>
#include <vector>

namespace signalbox::machine {

/// A way out of a component.
struct Exit {
    QString outcome;              ///< code, as in the trace
    QString property;             ///< code of the transition property; empty where the component has none
    std::optional<qint64> target; ///< oId; nothing where the transition is unset
    int node = -1;                ///< of the target; -1 where there is no such object
};

/// variable ← argument. Where the argument is absent, the variable gets the initial value of its type.
struct Assignment {
    int slot = -1;
    Argument value;
};

struct StartNode {
    bool isMain = false;
    bool defineVariables = true;
    int startParamSlot = -1;      ///< receives start parameter 1; -1: none
    std::optional<Reason> covers; ///< of a post-processing start; nothing: all
};

struct StopNode {
    Argument returnValue;
};

struct PauseNode {
    Argument timeoutMs;
};

struct CompareNode {
    Argument left;
    Argument right;
    expression::Comparison comparison = expression::Comparison::Equal;
};

struct AssignNode {
    std::vector<Assignment> assignments;
};

struct LogNode {
    Argument text;
};

/// Component 144. Only the arguments that its operation uses are there; the others are absent.
struct WebsockNode {
    enum class Action : quint8 { Send, PlaceTempFile, ListFiles, GetFile, PutFile, DeleteFile };

    Action action = Action::Send;
    operation::Direction direction = operation::Direction::TokenMessage;
    bool wait = false;
    Argument connection;
    Argument capability;
    Argument event;
    Argument content;
    Argument timeoutS;
    Argument path;
    Argument name;
    int resultSlot = -1; ///< -1: none
    int errorSlot = -1;
};

struct GotoNode {
    Argument label;
    std::optional<Assignment> assignment;
    int node = -1; ///< of the golabel, where it is known beforehand
};

struct LabelNode {
    Argument label;
};

/// The ways out of each kind of component, in the order of its exits.
namespace exit {
inline constexpr int done = 0;
inline constexpr int isTrue = 0; // of compare
inline constexpr int isFalse = 1;
inline constexpr int success = 0; // of websock
inline constexpr int timeout = 1;
inline constexpr int error = 2;
} // namespace exit

struct Node {
    qint64 object = 0;
    QString name;
    QString type; ///< short title
    std::array<Exit, 3> exits;
    std::variant<StartNode, StopNode, PauseNode, CompareNode, AssignNode, LogNode, WebsockNode, GotoNode, LabelNode> component;

    /// What messages call it: "Greet" (object 2).
    QString label() const;
};

struct VariableSlot {
    QString name;
    core::ValueType type = core::ValueType::String;
};

struct Program::Data {
    core::Dialect dialect;
    Reason limitReason = Reason::Stop; ///< of the dialect, as are the next
    Reason faultReason = Reason::Error;
    QString scriptReference;
    QStringList warnings;
    std::vector<VariableSlot> variables;
    QHash<QString, int> slotByName;
    bool defineVariables = true;
    std::vector<std::pair<int, core::Value>> initialValues; ///< opts.variables, cast
    int startParamSlot = -1;                                ///< receives start parameter 1
    int resultSlot = -1;                                    ///< the variable named "result"
    std::vector<Node> nodes;
    int start = -1;
    bool isSingle = false;       ///< Entry::isSingle
    std::vector<int> postStarts; ///< by oId
    std::vector<int> labels;     ///< golabels, in the document's order

    int slotOf(QStringView name) const;
};

} // namespace signalbox::machine
