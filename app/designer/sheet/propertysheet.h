// SPDX-License-Identifier: GPL-3.0-or-later
// The property sheet: a row for each property that the model shows, with an editor that fits its kind, problems at the row, and the
// transitions below. Real widgets in a scroll area; all it knows of a component comes from the description.
#pragma once

#include "designer/shell/workbench.h"
#include "editing/editsession.h"
#include "editing/sheetmodel.h"

#include <QScrollArea>

namespace signalbox::designer {

/// What can be done with the message body that a sheet shows.
enum class BodyTask : quint8 { Example, Format, Minify, SwitchView, Add, Remove, MoveUp, MoveDown };

class PropertySheet final : public QScrollArea
{
    Q_OBJECT

public:
    /// workbench must outlive it.
    explicit PropertySheet(const Workbench &workbench, QWidget *parent = nullptr);
    ~PropertySheet() override;

    /// session gives variables to choose and to make, and components that transitions can lead to; nullptr for a free set of values.
    /// Neither is owned.
    using QScrollArea::show;
    void show(editing::SheetModel *model, editing::EditSession *session);
    /// Scrolls there and puts the cursor into its editor; false when there is no such row.
    bool focusProperty(const QString &code);
    /// Scrolls there; the focus stays.
    void showProperty(const QString &code);
    /// As focusProperty() of the first row that is shown.
    bool focusFirst();
    /// The property whose editor has the focus, or empty.
    QString currentProperty() const;
    /// False where no message body is shown as JSON.
    bool doWithBody(BodyTask task);
    /// The descriptions of API extensions are others now: bodies are checked again.
    void takeCapabilities();

Q_SIGNALS:
    /// The person wants to read about this property (F1).
    void helpRequested(const QString &code);
    /// The person wants to see this component: the arrow beside a transition.
    void componentRequested(qint64 id);
    /// The person wants to see which API extensions are described.
    void capabilitiesRequested();
    /// A quick fix at a row was chosen.
    void fixRequested(const signalbox::core::Diagnostic &problem);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::designer
