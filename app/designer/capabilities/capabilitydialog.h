// SPDX-License-Identifier: GPL-3.0-or-later
// Which API extensions are known and by which descriptions: those of the program, and the files beside the scenario, which are added,
// removed and read again here. What a description says it shows; it does not edit it.
#pragma once

#include "designer/shell/dialogs.h"
#include "designer/shell/workbench.h"

#include <QDialog>
#include <QPointer>

namespace signalbox::designer {

class ScenarioDocument;

class CapabilityDialog final : public QDialog
{
    Q_OBJECT

public:
    /// document: whose folder it is about; nullptr: none is open. workbench and dialogs must outlive it.
    CapabilityDialog(const Workbench &workbench, Dialogs &dialogs, ScenarioDocument *document, QWidget *parent = nullptr);
    ~CapabilityDialog() override;

    /// Chooses what is said of this extension and message, as far as it is known.
    void select(const QString &capability, const QString &code);

Q_SIGNALS:
    /// Descriptions have come, gone or changed; the document has taken them.
    void changed();
    /// The scenario has no folder yet: the person wants to save it.
    void saveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::designer
