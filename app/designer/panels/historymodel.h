// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of an undo stack as a list: the beginning first, then each step; what was taken back stays below. Changes nothing itself.
#pragma once

#include "editing/editsession.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QUndoStack>

#include <functional>

namespace signalbox::designer {

class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SavedRole = Qt::UserRole + 1, ///< the state as it was saved
        UndoneRole                    ///< was taken back, and can be done again
    };

    using QAbstractListModel::QAbstractListModel;

    /// The steps of this session. isKept: whether its clean state is one that was saved. nullptr empties it.
    void show(editing::EditSession *session, std::function<bool()> isKept = {});
    int currentRow() const { return m_stack ? m_stack->index() : -1; }
    /// A step was done, taken back, or counts as saved.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QPointer<editing::EditSession> m_session;
    QPointer<QUndoStack> m_stack; // its
    std::function<bool()> m_isKept;
    int m_rows = 0;
};

} // namespace signalbox::designer
