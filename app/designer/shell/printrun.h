// SPDX-License-Identifier: GPL-3.0-or-later
// One printing of a scenario as it was when it began: a page at each turn of the event loop, so that the window stays alive. Destroying
// it ends it.
#pragma once

#include "drawing/picture.h"
#include "drawing/printpages.h"

#include <QObject>
#include <QPainter>

#include <memory>

class QPrinter;

namespace signalbox::designer {

class PrintRun final : public QObject
{
    Q_OBJECT

public:
    /// catalogue and dialect must outlive it. name: stands below each page, beside its number.
    PrintRun(std::shared_ptr<QPrinter> printer, const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue,
             const core::Dialect &dialect, QString name, QObject *parent = nullptr);
    ~PrintRun() override;

    void start();

Q_SIGNALS:
    /// Once. pages: printed ones; message: what went wrong, or empty.
    void finished(int pages, const QString &message);

private:
    QSizeF paper() const; ///< what is printed on, in the drawing's units
    void printNext();
    void paintPage(int page);
    void end(const QString &message);

    std::shared_ptr<QPrinter> m_printer;
    const drawing::Theme m_theme;
    const drawing::Picture m_picture;
    const QString m_name;
    std::optional<drawing::PrintPages> m_pages;
    QList<int> m_waiting; ///< of the chosen range
    int m_printed = 0;
    QPainter m_painter;
};

} // namespace signalbox::designer
