// SPDX-License-Identifier: GPL-3.0-or-later
// A property sheet's target: objects of the document that a session edits, chosen by their oIds. What is set goes to all of them.
#pragma once

#include "editing/editsession.h"
#include "editing/propertytarget.h"

#include <QPointer>

namespace signalbox::editing {

class DocumentTarget final : public PropertyTarget
{
    Q_OBJECT

public:
    explicit DocumentTarget(EditSession &session, QObject *parent = nullptr);

    /// Those that are not there count as soon as they are (an undo brings them back).
    void setIds(const QList<qint64> &ids);
    const QList<qint64> &ids() const { return m_ids; }

    /// Null too where the objects have several types.
    const catalogue::ComponentType *type() const override;
    QList<core::Json> objects() const override;
    void set(const QString &code, const core::Json &value) override;
    void clear(const QString &code) override;
    void beginTyping(const QString &code) override;
    void endTyping() override;

private:
    void follow(const ChangeEvent &event);

    QPointer<EditSession> m_session;
    QList<qint64> m_ids;
    QString m_typed;
    int m_typings = 0;
};

} // namespace signalbox::editing
