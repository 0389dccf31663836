// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the person, injected: WidgetDialogs asks with real dialogs, tests answer by themselves. None of them blocks.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QPrinter;
class QWidget;

namespace signalbox::designer {

class Dialogs
{
public:
    virtual ~Dialogs() = default;

    using Files = std::function<void(const QStringList &paths)>; ///< not called when the person cancels
    using File = std::function<void(const QString &path)>;
    using Printer = std::function<void(std::shared_ptr<QPrinter> printer)>;
    using Choice = std::function<void(int button)>; ///< index in buttons; the last one for Escape

    virtual void openFiles(QWidget *parent, const QString &folder, Files chosen) = 0;
    /// One file of another kind. filters: as of QFileDialog.
    virtual void openFile(QWidget *parent, const QString &title, const QString &folder, const QStringList &filters, File chosen) = 0;
    virtual void openFolder(QWidget *parent, const QString &folder, File chosen) = 0;
    /// filters: as of QFileDialog. suffix: put behind a name without one.
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggested, const QStringList &filters,
                          const QString &suffix, File chosen) = 0;
    /// Which printer, paper and pages. isWide: the paper lies on its side at first.
    virtual void print(QWidget *parent, const QString &title, bool isWide, Printer chosen) = 0;
    /// The first button is the one that Enter presses.
    virtual void ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons, Choice chosen) = 0;
};

class WidgetDialogs final : public Dialogs
{
public:
    void openFiles(QWidget *parent, const QString &folder, Files chosen) override;
    void openFile(QWidget *parent, const QString &title, const QString &folder, const QStringList &filters, File chosen) override;
    void openFolder(QWidget *parent, const QString &folder, File chosen) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggested, const QStringList &filters, const QString &suffix,
                  File chosen) override;
    void print(QWidget *parent, const QString &title, bool isWide, Printer chosen) override;
    void ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons, Choice chosen) override;
};

} // namespace signalbox::designer
