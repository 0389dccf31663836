// SPDX-License-Identifier: GPL-3.0-or-later
// What stands below the rows: values that their conditions hide, each with the offer to clear it, and members that no description knows.
#pragma once

#include "editing/sheetmodel.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace signalbox::designer {

class SheetContext;

class SheetExtras final : public QWidget
{
    Q_OBJECT

public:
    SheetExtras(SheetContext &context, QWidget *parent);
    /// Shows what the model has now.
    void refresh(editing::SheetModel *model);
    /// Puts the cursor on what clears this hidden value; false where there is none.
    bool focusHidden(const QString &code);

private:
    struct Entry {
        QString code;
        QString title;
        QString value;
        bool operator==(const Entry &) const = default;
    };
    void build();
    void addHidden(const Entry &entry);
    void addUnknown(const Entry &entry);

    SheetContext &m_context;
    QPointer<editing::SheetModel> m_model;
    QVBoxLayout *m_column = nullptr;
    QList<Entry> m_hidden;
    QList<Entry> m_unknown;
};

/// A heading within a sheet, with a line above.
QWidget *makeSheetHeading(const QString &text, SheetContext &context, QWidget *parent);

} // namespace signalbox::designer
