// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/jsontreemodel.h"

#include "core/jsonreader.h"
#include "designer/sheet/json/bodyvalue.h"

#include <algorithm>

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 400; // characters of a value in its cell
constexpr qsizetype longestName = 1000;

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent) : QAbstractItemModel(parent)
{}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setRoot(const std::optional<Json> &value)
{
    beginResetModel();
    m_root = value ? std::make_unique<JsonNode>(*value, QString(), nullptr, 0) : nullptr;
    endResetModel();
}

Json JsonTreeModel::root() const
{
    return m_root ? m_root->json() : Json();
}

JsonNode *JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<JsonNode *>(index.internalPointer()) : nullptr;
}

QModelIndex JsonTreeModel::indexOf(const JsonNode *node, int column) const
{
    return node ? createIndex(node->row, column, const_cast<JsonNode *>(node)) : QModelIndex();
}

JsonKind JsonTreeModel::kind(const QModelIndex &index) const
{
    const JsonNode *node = nodeOf(index);
    return node ? node->kind() : JsonKind::Null;
}

QString JsonTreeModel::pointer(const QModelIndex &index) const
{
    QString pointer;
    for (const JsonNode *node = nodeOf(index); node && node->parent; node = node->parent) {
        const bool isMember = node->parent->kind() == JsonKind::Object;
        pointer.prepend(u'/' + (isMember ? core::pointerToken(node->name) : QString::number(node->row)));
    }
    return pointer;
}

QModelIndex JsonTreeModel::indexOf(const QString &pointer) const
{
    JsonNode *node = m_root.get();
    for (const QString &token : pointer.split(u'/').sliced(1)) {
        if (!node)
            return {};
        const QString name = core::pointerText(token);
        const auto found = std::find_if(node->children().cbegin(), node->children().cend(), [&](const auto &child) {
            return node->kind() == JsonKind::Object ? child->name == name : QString::number(child->row) == name;
        });
        node = found == node->children().cend() ? nullptr : found->get();
    }
    return indexOf(node);
}

QList<JsonKind> JsonTreeModel::kinds() const
{
    QList<JsonKind> all{JsonKind::Text, JsonKind::Number, JsonKind::YesNo, JsonKind::Null, JsonKind::Object, JsonKind::Array};
    if (m_slotOf)
        all.append(JsonKind::Variable);
    return all;
}

// Rows ------------------------------------------------------------------------------------------------------------------------

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column < 0 || column >= ColumnCount || row < 0 || row >= rowCount(parent))
        return {};
    JsonNode *above = nodeOf(parent);
    return indexOf(above ? above->children()[static_cast<std::size_t>(row)].get() : m_root.get(), column);
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    const JsonNode *node = nodeOf(child);
    return node ? indexOf(node->parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_root ? 1 : 0;
    return parent.column() == 0 ? nodeOf(parent)->count() : 0;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    const JsonNode *node = nodeOf(index);
    if (!node)
        return {};
    if (role == KindRole)
        return static_cast<int>(node->kind());
    if (role == PointerRole)
        return pointer(index);
    const bool isShown = role == Qt::DisplayRole;
    if (!isShown && role != Qt::EditRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Name:
        if (!node->parent)
            return isShown || role == Qt::AccessibleTextRole ? tr("Body") : QString();
        return node->parent->kind() == JsonKind::Object ? node->name : QString::number(node->row);
    case Value: {
        if (isContainer(node->kind())) {
            const int count = node->count();
            return role == Qt::EditRole               ? QString()
                   : node->kind() == JsonKind::Object ? tr("%n member(s)", nullptr, count)
                                                      : tr("%n element(s)", nullptr, count);
        }
        const QString text = node->text();
        if (role == Qt::EditRole)
            return text;
        return isShown ? text.left(longestShown).replace(u'\n', u'\u21b5') : text.left(longestShown);
    }
    default:
        return role == Qt::EditRole ? QVariant(static_cast<int>(node->kind())) : QVariant(jsonKindTitle(node->kind()));
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : section == Value ? tr("Value") : tr("Type");
}

Qt::ItemFlags JsonTreeModel::flags(const QModelIndex &index) const
{
    const JsonNode *node = nodeOf(index);
    if (!node)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isEditable = index.column() == Name    ? node->parent && node->parent->kind() == JsonKind::Object
                            : index.column() == Value ? !isContainer(node->kind())
                                                      : true;
    if (isEditable)
        flags |= Qt::ItemIsEditable;
    if (!isContainer(node->kind()))
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

// Edits -----------------------------------------------------------------------------------------------------------------------

bool JsonTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    JsonNode *node = nodeOf(index);
    if (!node || role != Qt::EditRole)
        return false;
    if (index.column() == Name)
        return setName(*node, value.toString());
    if (index.column() == Value)
        return setValue(*node, value.toString());
    return setKind(*node, static_cast<JsonKind>(value.toInt()));
}

bool JsonTreeModel::refuse(const QString &why)
{
    Q_EMIT refused(why);
    return false;
}

void JsonTreeModel::tellChanged(JsonNode &node)
{
    Q_EMIT dataChanged(indexOf(&node, Name), indexOf(&node, Type));
    Q_EMIT edited();
}

bool JsonTreeModel::setName(JsonNode &node, const QString &name)
{
    if (!node.parent || node.parent->kind() != JsonKind::Object || node.name == name)
        return false;
    if (name.size() > longestName)
        return refuse(tr("A name has at most %1 characters.").arg(longestName));
    if (node.parent->hasMember(name, &node))
        return refuse(tr("There is a member \"%1\" already.").arg(name));
    node.name = name;
    tellChanged(node);
    return true;
}

bool JsonTreeModel::setValue(JsonNode &node, const QString &text)
{
    if (isContainer(node.kind()))
        return false;
    Json value;
    if (node.kind() == JsonKind::Text) {
        value = Json(text);
    } else if (canBeBare(text.trimmed(), m_slotOf)) {
        value = bareValue(text.trimmed());
    } else {
        const auto read = core::readJson(text.trimmed().toUtf8());
        if (!read || read->isObject() || read->isArray() || read->isString())
            return refuse(tr("\"%1\" is no number, nor true, false or null. For a text choose the type \"%2\".")
                              .arg(text.left(40), jsonKindTitle(JsonKind::Text)));
        value = *read;
    }
    if (value == node.json())
        return false;
    node.setValue(value);
    tellChanged(node);
    return true;
}

bool JsonTreeModel::setKind(JsonNode &node, JsonKind kind)
{
    if (kind == node.kind())
        return false;
    const QString text = node.text();
    Json value;
    switch (kind) {
    case JsonKind::Text:
        value = Json(node.kind() == JsonKind::Null ? QString() : text);
        break;
    case JsonKind::Number: {
        const auto read = core::readJson(text.toUtf8());
        value = read && read->isNumber() ? *read : Json(read && read->toBool() ? 1 : 0);
        break;
    }
    case JsonKind::YesNo:
        value = Json(text == "true"_L1 || text == "1"_L1);
        break;
    case JsonKind::Variable:
        if (!canBeBare(text, m_slotOf))
            return refuse(tr("Put the name of a variable into the value first, such as [attempt]."));
        value = bareValue(text);
        break;
    case JsonKind::Object:
        value = Json::object();
        break;
    case JsonKind::Array:
        value = Json::array();
        break;
    case JsonKind::Null:
        break;
    }
    if (isContainer(node.kind()) && isContainer(kind)) {
        node.setContainer(kind);
        if (node.count() > 0)
            Q_EMIT dataChanged(indexOf(node.children().front().get(), Name), indexOf(node.children().back().get(), Name));
    } else if (const int rows = node.count(); rows > 0) {
        beginRemoveRows(indexOf(&node), 0, rows - 1);
        node.setValue(value);
        endRemoveRows();
    } else {
        node.setValue(value);
    }
    tellChanged(node);
    return true;
}

QModelIndex JsonTreeModel::add(const QModelIndex &at, bool inside)
{
    if (!m_root) {
        setRoot(Json::object());
        Q_EMIT edited();
        return indexOf(m_root.get());
    }
    JsonNode *node = nodeOf(at);
    if (!node)
        node = m_root.get();
    const bool goesInside = isContainer(node->kind()) && (inside || !node->parent);
    JsonNode *above = goesInside ? node : node->parent;
    if (!above) {
        refuse(tr("The body is one value. Make it an object or a list to add to it."));
        return {};
    }
    const int row = goesInside ? above->count() : node->row + 1;
    QString name;
    if (above->kind() == JsonKind::Object) {
        name = u"name"_s;
        for (int number = 2; above->hasMember(name, nullptr); ++number)
            name = u"name%1"_s.arg(number);
    }
    beginInsertRows(indexOf(above), row, row);
    above->children().insert(above->children().begin() + row, std::make_unique<JsonNode>(Json(QString()), name, above, row));
    above->renumber(row);
    endInsertRows();
    const QModelIndex added = index(row, 0, indexOf(above));
    Q_EMIT dataChanged(indexOf(above, Value), indexOf(above, Value)); // how many there are
    Q_EMIT edited();
    return added;
}

bool JsonTreeModel::canRemove(const QModelIndex &index) const
{
    const JsonNode *node = nodeOf(index);
    return node && node->parent;
}

bool JsonTreeModel::remove(const QModelIndex &index)
{
    JsonNode *node = nodeOf(index);
    if (!node || !node->parent)
        return false;
    JsonNode *above = node->parent;
    const int row = node->row;
    beginRemoveRows(indexOf(above), row, row);
    above->children().erase(above->children().begin() + row);
    above->renumber(row);
    endRemoveRows();
    Q_EMIT dataChanged(indexOf(above, Value), indexOf(above, Value));
    Q_EMIT edited();
    return true;
}

bool JsonTreeModel::canMove(const QModelIndex &index, int by) const
{
    const JsonNode *node = nodeOf(index);
    const int to = node ? node->row + by : -1;
    return node && node->parent && to >= 0 && to < node->parent->count();
}

bool JsonTreeModel::move(const QModelIndex &index, int by)
{
    if (!canMove(index, by) || (by != 1 && by != -1))
        return false;
    JsonNode *above = nodeOf(index)->parent;
    const int row = nodeOf(index)->row;
    const QModelIndex parent = indexOf(above);
    beginMoveRows(parent, row, row, parent, by > 0 ? row + 2 : row - 1);
    const auto first = above->children().begin() + std::min(row, row + by);
    std::iter_swap(first, first + 1);
    above->renumber(std::min(row, row + by));
    endMoveRows();
    if (above->kind() == JsonKind::Array)
        Q_EMIT dataChanged(this->index(std::min(row, row + by), Name, parent), this->index(std::max(row, row + by), Name, parent));
    Q_EMIT edited();
    return true;
}

} // namespace signalbox::designer
