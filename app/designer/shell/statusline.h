// SPDX-License-Identifier: GPL-3.0-or-later
// The window's status bar: problems, the file's state and the zoom of the document in front; notices for a while.
#pragma once

#include "designer/shell/workbench.h"

#include <QObject>

class QLabel;
class QStatusBar;

namespace signalbox::designer {

class DocumentPage;
class ScenarioDocument;

class StatusLine final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    StatusLine(const Workbench &workbench, QStatusBar &bar);

    /// nullptr: no document is open.
    void show(DocumentPage *page);
    void showZoom(DocumentPage *page);
    void notice(const QString &text);
    int problemCount() const { return m_problemCount; } ///< errors and warnings, as shown last

private:
    static QString stateOf(const ScenarioDocument &document);

    const Workbench &m_workbench;
    QStatusBar &m_bar;
    QLabel *m_errors;
    QLabel *m_warnings;
    QLabel *m_fileState;
    QLabel *m_zoom;
    int m_problemCount = 0;
};

} // namespace signalbox::designer
