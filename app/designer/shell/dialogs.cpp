// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>

namespace signalbox::designer {

namespace {

constexpr double margin = 12; // millimetres of paper: more than any printer leaves, room for a hand

QFileDialog *fileDialog(QWidget *parent, const QString &title, const QString &folder)
{
    auto *const dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

void WidgetDialogs::openFiles(QWidget *parent, const QString &folder, Files chosen)
{
    QFileDialog *const dialog = fileDialog(parent, QCoreApplication::translate("Dialogs", "Open scenarios"), folder);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {QCoreApplication::translate("Dialogs", "Scenarios (*.json *.scr)"), QCoreApplication::translate("Dialogs", "All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [chosen = std::move(chosen)](const QStringList &paths) { chosen(paths); });
    dialog->open();
}

void WidgetDialogs::openFile(QWidget *parent, const QString &title, const QString &folder, const QStringList &filters, File chosen)
{
    QFileDialog *const dialog = fileDialog(parent, title, folder);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    dialog->open();
}

void WidgetDialogs::openFolder(QWidget *parent, const QString &folder, File chosen)
{
    QFileDialog *const dialog = fileDialog(parent, QCoreApplication::translate("Dialogs", "Open a folder"), folder);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    dialog->open();
}

void WidgetDialogs::saveFile(QWidget *parent, const QString &title, const QString &suggested, const QStringList &filters,
                             const QString &suffix, File chosen)
{
    QFileDialog *const dialog = fileDialog(parent, title, {});
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(suffix);
    // The kind that is chosen says what a name without a suffix gets.
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        static const QRegularExpression pattern(QStringLiteral("\\*\\.(\\w+)"));
        if (const auto found = pattern.match(filter); found.hasMatch())
            dialog->setDefaultSuffix(found.captured(1));
    });
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    dialog->open();
}

void WidgetDialogs::print(QWidget *parent, const QString &title, bool isWide, Printer chosen)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(isWide ? QPageLayout::Landscape : QPageLayout::Portrait);
    printer->setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
    auto *const dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange | QAbstractPrintDialog::PrintShowPageSize |
                       QAbstractPrintDialog::PrintCollateCopies);
    // The connection keeps the printer as long as the dialog looks at it.
    QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), parent,
                     [printer, chosen = std::move(chosen)] { chosen(printer); });
    dialog->open();
}

void WidgetDialogs::ask(QWidget *parent, const QString &title, const QString &text, const QStringList &buttons, Choice chosen)
{
    auto *const box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(title);
    box->setText(title);
    box->setInformativeText(text);
    QList<QPushButton *> made;
    for (const QString &button : buttons)
        made.append(box->addButton(button, QMessageBox::ActionRole));
    box->setDefaultButton(made.first());
    box->setEscapeButton(made.last());
    QObject::connect(box, &QMessageBox::buttonClicked, parent, [made, chosen = std::move(chosen)](QAbstractButton *button) {
        for (qsizetype i = 0; i < made.size(); ++i) {
            if (made[i] == button)
                chosen(static_cast<int>(i));
        }
    });
    box->open();
}

} // namespace signalbox::designer
