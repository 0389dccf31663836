// SPDX-License-Identifier: GPL-3.0-or-later
// A message body as a tree that is edited in place, or what is wrong with its text and the way back to that. A long text is read off the
// interface thread. Each edit is told as a whole new text.
#pragma once

#include "designer/sheet/json/bodyvalue.h"
#include "designer/sheet/json/bodywork.h"

#include <QTreeView>

class QHBoxLayout;
class QLabel;

namespace signalbox::designer {

class IconButton;
class JsonTreeDelegate;
class JsonTreeModel;
class LinkButton;
class SheetContext;

class JsonTree final : public QWidget
{
    Q_OBJECT

public:
    JsonTree(SheetContext &context, QWidget *parent);
    ~JsonTree() override;

    void showText(const QString &text);
    void setTemplate(bool isTemplate);
    /// What takes the keys: the tree, or the way back to the text.
    QWidget *focusTarget() const;
    QTreeView &view() { return *m_view; }
    JsonTreeModel &model() { return *m_model; }
    /// Buttons for the foot of the field.
    QList<QWidget *> buttons() const;

    // What can be done with the current row; nothing happens where it cannot.
    void add();
    void removeRow();
    void moveRow(int by);
    void editName();
    void editValue();
    void editType();
    /// Entries for the row's menu.
    void fillMenu(QMenu &menu);

Q_SIGNALS:
    void edited(const QString &text);
    void refused(const QString &why);
    /// The person wants to see this place in the text.
    void placeRequested(qsizetype offset);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void take(const tl::expected<core::Json, BodyFault> &value);
    void showFault(const BodyFault &fault);
    void keepOpen();
    void openAgain();
    void refresh();
    void fitHeight();
    void restyle();
    void edit(int column);
    bool handle(int key, Qt::KeyboardModifiers modifiers, bool onlyAsk);

    SheetContext &m_context;
    JsonTreeModel *m_model = nullptr;
    QTreeView *m_view = nullptr;
    JsonTreeDelegate *m_delegate = nullptr;
    QWidget *m_notice = nullptr; ///< in the tree's place
    QLabel *m_noticeText = nullptr;
    LinkButton *m_toText = nullptr;
    IconButton *m_add = nullptr;
    IconButton *m_remove = nullptr;
    IconButton *m_up = nullptr;
    IconButton *m_down = nullptr;
    QString m_text;
    core::Json m_value; ///< what the model shows
    bool m_isTemplate = false;
    bool m_isFresh = true; ///< nothing was shown yet
    qsizetype m_faultAt = 0;
    QStringList m_closed; ///< pointers of rows that the person has closed
    QString m_current;
    BodyWork m_work;
};

} // namespace signalbox::designer
