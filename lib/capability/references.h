// SPDX-License-Identifier: GPL-3.0-or-later
// Follows "$ref" inside one AsyncAPI document. Nothing outside of the document is ever read.
#pragma once

#include "core/diagnostic.h"
#include "core/json.h"

#include <tl/expected.hpp>

namespace signalbox::capability {

template <typename T>
using Found = tl::expected<T, core::Diagnostic>;

/// What is wrong at a node: an error finding with its place.
core::Diagnostic findingAt(const QString &code, const QString &message, const QString &pointer, core::JsonPlace place);

/// A node of the document and where it truly stands; two references to one node give the same pointer.
struct Target {
    const core::Json *node = nullptr;
    QString pointer;
};

/// What stands there is no AsyncAPI: an error finding with the code capability.schema.
tl::unexpected<core::Diagnostic> wrongSchema(const QString &message, const Target &at);

/// A member that must be text where it is there; empty where it is not. Error: capability.schema.
Found<QString> textIn(const Target &of, const QString &key);

class References final
{
public:
    /// The document must outlive this.
    explicit References(const core::Json &root) : m_root(root) {}

    const core::Json &root() const { return m_root; }

    /// The node itself, or what it refers to when it is a reference. Error: capability.reference (outside of the document, not there, a
    /// circle of references).
    Found<Target> follow(Target from) const;
    /// The member of a node, followed; a null node where there is no such member.
    Found<Target> member(const Target &of, const QString &key) const;
    /// The same for a member that must be an object where it is there. Error: also capability.schema.
    Found<Target> object(const Target &of, const QString &key) const;

private:
    Found<Target> resolve(const core::Json &reference, const QString &at, int &hops) const;
    Found<Target> follow(Target from, int &hops) const;

    const core::Json &m_root;
};

} // namespace signalbox::capability
