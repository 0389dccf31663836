// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/printrun.h"

#include <QDir>
#include <QFileInfo>
#include <QPrinter>
#include <QTimer>

namespace signalbox::designer {

namespace {

constexpr double footer = 32; ///< below the drawing: a gap and one line
constexpr double footerLine = 16;

bool canBeWritten(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    return file.exists() ? file.isFile() && file.isWritable() : folder.isDir() && folder.isWritable();
}

} // namespace

PrintRun::PrintRun(std::shared_ptr<QPrinter> printer, const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue,
                   const core::Dialect &dialect, QString name, QObject *parent)
    : QObject(parent), m_printer(std::move(printer)), m_theme(drawing::Theme::builtIn(drawing::Theme::Kind::Light)), // paper is light
      m_picture(scenario, catalogue, dialect, m_theme), m_name(std::move(name))
{}

PrintRun::~PrintRun()
{
    if (m_painter.isActive()) {
        m_printer->abort();
        m_painter.end();
    }
}

QSizeF PrintRun::paper() const
{
    const QRect rect = m_printer->pageLayout().paintRectPixels(m_printer->resolution());
    return QSizeF(rect.size()) * drawing::PrintPages::unitsPerInch / m_printer->resolution();
}

void PrintRun::start()
{
    const core::Result<drawing::PrintPages> pages = drawing::PrintPages::of(m_picture.bounds(), paper() - QSizeF(0, footer));
    if (!pages)
        return end(pages.error().message);
    m_pages = *pages;
    const QPageRanges chosen = m_printer->pageRanges();
    for (int page = 0; page < m_pages->count(); ++page) {
        if (chosen.isEmpty() || chosen.contains(page + 1))
            m_waiting.append(page);
    }
    if (m_waiting.isEmpty())
        return end(tr("Nothing was printed: the drawing takes %n page(s), and none of them was chosen.", nullptr, m_pages->count()));
    m_printer->setDocName(m_name);
    m_printer->setCreator(QStringLiteral("Signalbox"));
    const QString file = m_printer->outputFileName();
    if (!file.isEmpty() && !canBeWritten(file))
        return end(tr("“%1” cannot be written. Choose another file or folder.").arg(QDir::toNativeSeparators(file)));
    if (!m_painter.begin(m_printer.get()))
        return end(tr("The printer “%1” did not accept the document.").arg(m_printer->printerName()));
    printNext();
}

void PrintRun::printNext()
{
    if (m_printed > 0 && !m_printer->newPage())
        return end(tr("Printing stopped at page %1: the printer took no more.").arg(m_waiting.first() + 1));
    paintPage(m_waiting.takeFirst());
    ++m_printed;
    if (m_waiting.isEmpty())
        return end({});
    QTimer::singleShot(0, this, &PrintRun::printNext);
}

void PrintRun::paintPage(int page)
{
    const double dots = m_printer->resolution() / drawing::PrintPages::unitsPerInch;
    const QSizeF size = paper();
    const QRectF part = m_pages->part(page);
    m_painter.save();
    m_painter.scale(dots, dots);
    m_painter.save();
    m_painter.scale(m_pages->scale(), m_pages->scale());
    m_painter.translate(-part.topLeft());
    m_painter.setClipRect(part);
    m_picture.paint(m_painter, drawing::Picture::Ground::Paper);
    m_painter.restore();

    const QFont font = m_theme.uiFont(m_theme.sizes().small);
    const QRectF line(0, size.height() - footerLine, size.width(), footerLine);
    const QString number = tr("Page %1 of %2").arg(page + 1).arg(m_pages->count());
    const QFontMetricsF metrics(font);
    const double forName = line.width() - metrics.horizontalAdvance(number) - footerLine;
    m_painter.setFont(font);
    m_painter.setPen(m_theme.color(drawing::Role::Muted));
    m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(m_name, Qt::ElideRight, forName));
    m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
    m_painter.restore();
}

void PrintRun::end(const QString &message)
{
    QString said = message;
    if (m_painter.isActive()) {
        const bool isWritten = m_painter.end() && m_printer->printerState() != QPrinter::Error;
        if (said.isEmpty() && !isWritten)
            said = tr("The printer reports that the document was not printed.");
    }
    Q_EMIT finished(m_printed, said);
}

} // namespace signalbox::designer
