// SPDX-License-Identifier: GPL-3.0-or-later
// A property sheet's target without a document: values of one component that somebody fills in ("Try it"). No undo.
#pragma once

#include "editing/propertytarget.h"

namespace signalbox::editing {

class ValuesTarget final : public PropertyTarget
{
    Q_OBJECT

public:
    /// type must outlive it; null: there is nothing to edit.
    explicit ValuesTarget(const catalogue::ComponentType *type, QObject *parent = nullptr);

    /// An object with the values that are set, in the catalogue's order.
    const core::Json &values() const { return m_values; }
    void setValues(const core::Json &values);

    const catalogue::ComponentType *type() const override { return m_type; }
    QList<core::Json> objects() const override;
    void set(const QString &code, const core::Json &value) override;
    void clear(const QString &code) override;
    void beginTyping(const QString &) override {}
    void endTyping() override {}

private:
    void change(core::Json values);

    const catalogue::ComponentType *m_type;
    core::Json m_values = core::Json::object();
};

} // namespace signalbox::editing
