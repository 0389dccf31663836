// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/documenttarget.h"

namespace signalbox::editing {

using core::Json;
using namespace Qt::StringLiterals;

DocumentTarget::DocumentTarget(EditSession &session, QObject *parent) : PropertyTarget(parent), m_session(&session)
{
    connect(&session, &EditSession::changed, this, &DocumentTarget::follow);
}

void DocumentTarget::setIds(const QList<qint64> &ids)
{
    if (ids == m_ids)
        return;
    endTyping();
    m_ids = ids;
    Q_EMIT changed();
}

const catalogue::ComponentType *DocumentTarget::type() const
{
    const catalogue::ComponentType *common = nullptr;
    for (const qint64 id : m_ids) {
        if (!m_session || m_session->object(id).isNull())
            continue;
        const catalogue::ComponentType *type = m_session->typeOf(id);
        if (!type || (common && common != type))
            return nullptr;
        common = type;
    }
    return common;
}

QList<Json> DocumentTarget::objects() const
{
    QList<Json> objects;
    for (const qint64 id : m_ids) {
        if (m_session && !m_session->object(id).isNull())
            objects.append(m_session->object(id));
    }
    return objects;
}

void DocumentTarget::set(const QString &code, const Json &value)
{
    if (!m_session)
        return;
    if (!m_typed.isEmpty())
        m_session->joinSteps(code == m_typed ? u"type %1 %2 %3"_s.arg(code).arg(reinterpret_cast<quintptr>(this)).arg(m_typings)
                                             : QString());
    m_session->setProperty(m_ids, code, value);
}

void DocumentTarget::clear(const QString &code)
{
    if (m_session)
        m_session->clearProperty(m_ids, code);
}

void DocumentTarget::beginTyping(const QString &code)
{
    endTyping();
    m_typed = code;
    ++m_typings;
}

void DocumentTarget::endTyping()
{
    if (m_session && !m_typed.isEmpty())
        m_session->joinSteps({});
    m_typed.clear();
}

void DocumentTarget::follow(const ChangeEvent &event)
{
    struct IsMine {
        const QList<qint64> &mine;
        bool any(const QList<qint64> &ids) const
        {
            return std::any_of(mine.begin(), mine.end(), [&ids](qint64 id) { return ids.contains(id); });
        }
        bool operator()(const ObjectsAdded &added) const { return any(added.ids); }
        bool operator()(const ObjectsRemoved &removed) const { return any(removed.ids); }
        bool operator()(const ObjectsChanged &changed) const { return any(changed.ids); }
        bool operator()(const VariablesChanged &) const { return false; }
        bool operator()(const ExtensionChanged &) const { return false; }
        bool operator()(const EntityChanged &) const { return false; }
        bool operator()(const DocumentReset &) const { return true; }
    };
    if (std::visit(IsMine{m_ids}, event))
        Q_EMIT changed();
}

} // namespace signalbox::editing
