// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/actions.h"

namespace signalbox::designer {

namespace {

/// Whether one would be in the way of the other: the same, or the beginning of a longer one.
bool isInTheWay(const QKeySequence &one, const QKeySequence &other)
{
    return one.matches(other) != QKeySequence::NoMatch || other.matches(one) != QKeySequence::NoMatch;
}

} // namespace

QAction *Actions::add(const QString &id, std::function<QString()> text, const QKeySequence &shortcut, std::function<void()> triggered)
{
    Q_ASSERT(!id.isEmpty() && !m_actions.contains(id));
    auto *const action = new QAction(text(), this);
    action->setObjectName(id);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, std::move(triggered));
    m_actions.insert(id, action);
    m_texts.insert(id, std::move(text));
    m_defaults.insert(id, shortcut);
    m_order.append(action);
    return action;
}

QString Actions::idOf(const QAction *action)
{
    return action->objectName();
}

QString Actions::titleOf(const QAction *action)
{
    const QString text = action->text();
    QString title;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        title += text[i];
    }
    return title;
}

QAction *Actions::conflict(const QString &id, const QKeySequence &shortcut) const
{
    if (shortcut.isEmpty())
        return nullptr;
    for (QAction *const action : m_order) {
        if (idOf(action) == id)
            continue;
        const QList<QKeySequence> theirs = action->shortcuts();
        if (std::any_of(theirs.begin(), theirs.end(), [&](const QKeySequence &one) { return isInTheWay(one, shortcut); }))
            return action;
    }
    return nullptr;
}

void Actions::setShortcut(const QString &id, const QKeySequence &shortcut)
{
    QAction *const action = find(id);
    if (action == nullptr || action->shortcut() == shortcut)
        return;
    action->setShortcut(shortcut);
    Q_EMIT shortcutChanged(id);
}

void Actions::retranslate()
{
    for (QAction *const action : std::as_const(m_order))
        action->setText(m_texts.value(idOf(action))());
}

} // namespace signalbox::designer
