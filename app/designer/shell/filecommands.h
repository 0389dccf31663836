// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the File menu and of the folder view: documents, folders, clusters, pictures, paper.
#pragma once

#include "designer/shell/windowparts.h"

#include <QObject>

namespace signalbox::designer {

class FileCommands final : public QObject
{
    Q_OBJECT

public:
    /// Makes the actions. What parts names must outlive it.
    explicit FileCommands(const WindowParts &parts);

    void enable();
    /// Shows it in the folder view, and searches there from now on.
    void openFolder(const QString &path);

private:
    void makeActions();
    void chooseFolder();
    void newIn(const QString &folder);
    void showInFileManager(const QString &folder);
    void exportPicture();
    void print();

    const WindowParts m_parts;
};

} // namespace signalbox::designer
