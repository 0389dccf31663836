// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON value as a tree of rows: name, value, type. Edits keep order and the text of numbers. What it holds is a copy: whoever hears
// edited() takes root() on. Knows no text and no undo.
#pragma once

#include "designer/sheet/json/jsonnode.h"
#include "expression/environment.h"

#include <QAbstractItemModel>

#include <memory>

namespace signalbox::designer {

class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Value, Type, ColumnCount };
    enum Role { KindRole = Qt::UserRole, PointerRole };

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// Another value; nothing: no rows.
    void setRoot(const std::optional<core::Json> &value);
    /// As it stands, edits included. Linear in what was opened.
    core::Json root() const;
    bool isEmpty() const { return !m_root; }
    /// Which [names] outside of strings are variables; empty where the body is no template.
    void setSlotOf(const expression::SlotOf &slotOf) { m_slotOf = slotOf; }
    const expression::SlotOf &slotOf() const { return m_slotOf; }

    JsonKind kind(const QModelIndex &index) const;
    /// A JSON pointer, and what stands there (an invalid index where nothing does).
    QString pointer(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &pointer) const;
    /// Kinds that the row can be made.
    QList<JsonKind> kinds() const;

    /// A new row: the last one inside an object or array (inside), or behind this one. In an empty model an object.
    QModelIndex add(const QModelIndex &at, bool inside);
    bool canRemove(const QModelIndex &index) const;
    bool remove(const QModelIndex &index);
    bool canMove(const QModelIndex &index, int by) const;
    /// Up (-1) or down (1) among its siblings.
    bool move(const QModelIndex &index, int by);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// EditRole: a name, a value as text, a JsonKind as a number. What cannot be is refused.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void edited();
    void refused(const QString &why);

private:
    JsonNode *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const JsonNode *node, int column = 0) const;
    bool setName(JsonNode &node, const QString &name);
    bool setValue(JsonNode &node, const QString &text);
    bool setKind(JsonNode &node, JsonKind kind);
    void tellChanged(JsonNode &node);
    bool refuse(const QString &why);

    std::unique_ptr<JsonNode> m_root;
    expression::SlotOf m_slotOf;
};

} // namespace signalbox::designer
