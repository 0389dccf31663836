// SPDX-License-Identifier: GPL-3.0-or-later
// One row of a sheet: title, editor, what is wrong with the value and what can be done about it. It turns what its editor says into edits
// of the target. Whether it is shown, the sheet decides.
#pragma once

#include "core/diagnostic.h"
#include "designer/sheet/propertyeditor.h"

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace signalbox::designer {

class IconButton;

class PropertyRow final : public QWidget
{
    Q_OBJECT

public:
    PropertyRow(const catalogue::Property &property, const QString &outcome, SheetContext &context, editing::SheetModel &model,
                QWidget *parent);
    ~PropertyRow() override;

    const QString &code() const { return m_code; }
    void showRow(const editing::SheetRow &row);
    PropertyEditor *editor() const { return m_editor; }
    /// The cursor has come into the row, or has left it: then what was typed is one step.
    void setHasCursor(bool hasCursor);

Q_SIGNALS:
    void helpRequested(const QString &code);
    void componentRequested(qint64 id);
    void fixRequested(const signalbox::core::Diagnostic &problem);

protected:
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QWidget *makeTitle(const catalogue::Property &property, const QString &outcome);
    void connectEditor();
    void arrange();
    void type(const core::Json &value);
    void choose(const core::Json &value);
    void clear();
    void endTyping();
    void refreshNotes();
    void refreshReset();

    /// A note as it is shown; equal ones need not be made anew.
    struct Note {
        core::Severity severity = core::Severity::Error;
        QString text;
        QString action;
        bool operator==(const Note &) const = default;
    };
    void addNote(const Note &note, const std::function<void()> &run);

    SheetContext &m_context;
    QPointer<editing::SheetModel> m_model;
    const QString m_code;
    QGridLayout *m_grid = nullptr;
    QWidget *m_titlePlace = nullptr;
    QLabel *m_title = nullptr;
    PropertyEditor *m_editor = nullptr;
    IconButton *m_reset = nullptr;
    QWidget *m_noteArea = nullptr;
    QVBoxLayout *m_noteColumn = nullptr;
    QList<Note> m_notes;
    core::Diagnostics m_problems;
    QString m_failure; ///< why an action was refused
    QPointer<editing::PropertyTarget> m_typedInto;
    bool m_isSet = false;
    bool m_hasCursor = false;
    bool m_isWide = false;
};

} // namespace signalbox::designer
