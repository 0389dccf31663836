// SPDX-License-Identifier: GPL-3.0-or-later
// What a property sheet edits: objects of a document that have one component type, or a free set of values ("Try it").
#pragma once

#include "catalogue/componenttype.h"
#include "core/json.h"

#include <QObject>

namespace signalbox::editing {

class PropertyTarget : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null where the component is unknown or there is nothing to edit.
    virtual const catalogue::ComponentType *type() const = 0;
    /// One for each object; at least one unless there is nothing to edit.
    virtual QList<core::Json> objects() const = 0;
    virtual void set(const QString &code, const core::Json &value) = 0;
    virtual void clear(const QString &code) = 0;
    /// What set() does until endTyping() with the same code is one undo step.
    virtual void beginTyping(const QString &code) = 0;
    virtual void endTyping() = 0;

Q_SIGNALS:
    void changed();
};

} // namespace signalbox::editing
