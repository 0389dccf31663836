// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window by its id, such as "edit.undo": one list that menus, the command palette and the shortcut editor read.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <functional>

namespace signalbox::designer {

class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr) : QObject(parent) {}

    /// Makes one; the id must be new (asserted). text gives the action's text in the current language: it is asked again when that changes.
    QAction *add(const QString &id, std::function<QString()> text, const QKeySequence &shortcut, std::function<void()> triggered);
    QAction *find(const QString &id) const { return m_actions.value(id); }
    /// In the order of adding.
    QList<QAction *> all() const { return m_order; }
    static QString idOf(const QAction *action);
    /// Its text without the mark of the access key.
    static QString titleOf(const QAction *action);

    QKeySequence defaultShortcut(const QString &id) const { return m_defaults.value(id); }
    /// Another action that has this shortcut, or nullptr.
    QAction *conflict(const QString &id, const QKeySequence &shortcut) const;
    void setShortcut(const QString &id, const QKeySequence &shortcut);
    /// Texts anew, after the language has changed.
    void retranslate();

Q_SIGNALS:
    void shortcutChanged(const QString &id);

private:
    QHash<QString, QAction *> m_actions;
    QHash<QString, std::function<QString()>> m_texts;
    QHash<QString, QKeySequence> m_defaults;
    QList<QAction *> m_order;
};

} // namespace signalbox::designer
