// SPDX-License-Identifier: GPL-3.0-or-later
// Help beside the sheet: a component's reference page, made from its description, and a short guide to the program.
#pragma once

#include "designer/shell/workbench.h"

#include <QTextBrowser>

namespace signalbox::designer {

class HelpPanel final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpPanel(const Workbench &workbench, QWidget *parent = nullptr);

    /// The page of a component; property: the text to begin at, or empty. nullptr: the guide.
    void show(const catalogue::ComponentType *type, const QString &property = {});

    /// As HTML without colours; for tests and export too.
    static QString pageOf(const catalogue::ComponentType &type);
    static QString guide();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const Workbench &m_workbench;
    const catalogue::ComponentType *m_type = nullptr;
    QString m_property;
};

} // namespace signalbox::designer
