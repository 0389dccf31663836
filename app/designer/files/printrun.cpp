// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/files/printrun.h"

#include "core/filestore.h"
#include "designer/files/offthread.h"
#include "drawing/picture.h"
#include "drawing/printpages.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPrinter>
#include <QTemporaryDir>

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

/// In its thread, where fonts and the painter are made, too.
struct PrintRun::Work {
    QPrinter &printer;
    QString name;
    std::stop_token stop;
    std::function<void(int page, int pages)> tell;
    int printed = 0;

    QSizeF paper() const ///< what is printed on, in the drawing's units
    {
        const QRect rect = printer.pageLayout().paintRectPixels(printer.resolution());
        return QSizeF(rect.size()) * drawing::PrintPages::unitsPerInch / printer.resolution();
    }

    /// What went wrong, or nothing.
    QString run(const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue, const core::Dialect &dialect)
    {
        const drawing::Theme theme = drawing::Theme::builtIn(drawing::Theme::Kind::Light); // paper is light
        const drawing::Picture picture(scenario, catalogue, dialect, theme, stop);
        if (stop.stop_requested())
            return {};
        const core::Result<drawing::PrintPages> pages =
            drawing::PrintPages::of(picture.bounds(), paper() - QSizeF(0, footer), picture.cardRects());
        if (!pages)
            return pages.error().message;
        QList<int> parts; // of the drawing, those that hold something
        for (int part = 0; part < pages->count(); ++part) {
            if (!picture.isEmptyIn(pages->part(part)))
                parts.append(part);
        }
        QList<int> chosen; // in parts
        const QPageRanges ranges = printer.pageRanges();
        for (int page = 0; page < parts.size(); ++page) {
            if (ranges.isEmpty() || ranges.contains(page + 1))
                chosen.append(page);
        }
        if (chosen.isEmpty())
            return tr("Nothing was printed: the drawing takes %n page(s), and none of them was chosen.", nullptr,
                      static_cast<int>(parts.size()));
        printer.setDocName(name);
        printer.setCreator(QStringLiteral("Signalbox"));
        // A file is made apart and put in place whole: what stood there is not lost to a printing that does not end well.
        const QString file = printer.outputFileName();
        const QTemporaryDir apart;
        const QString partial = apart.filePath(QStringLiteral("printed.pdf"));
        if (!file.isEmpty()) {
            if (!canBeWritten(file))
                return tr("“%1” cannot be written. Choose another file or folder.").arg(QDir::toNativeSeparators(file));
            if (!apart.isValid())
                return apart.errorString();
            printer.setOutputFileName(partial);
        }
        QPainter painter;
        if (!painter.begin(&printer))
            return tr("The printer “%1” did not accept the document.").arg(printer.printerName());
        for (const int page : std::as_const(chosen)) {
            if (stop.stop_requested())
                break;
            if (printed > 0 && !printer.newPage()) {
                painter.end();
                return tr("Printing stopped at page %1: the printer took no more.").arg(page + 1);
            }
            tell(page + 1, static_cast<int>(parts.size()));
            paintPart(painter, picture, *pages, parts.at(page));
            paintFoot(painter, theme, *pages, parts.at(page), page + 1, static_cast<int>(parts.size()));
            ++printed;
        }
        if (stop.stop_requested()) {
            printer.abort();
            painter.end();
            return {};
        }
        if (!painter.end() || printer.printerState() == QPrinter::Error)
            return tr("The printer reports that the document was not printed.");
        return file.isEmpty() ? QString() : putInPlace(partial, file);
    }

    /// What went wrong, or nothing.
    static QString putInPlace(const QString &partial, const QString &file)
    {
        QFile made(partial);
        if (!made.open(QIODevice::ReadOnly))
            return tr("The printer reports that the document was not printed.");
        const core::Result<void> written = core::writeFile(file, made.readAll());
        return written ? QString() : written.error().message;
    }

    void paintPart(QPainter &painter, const drawing::Picture &picture, const drawing::PrintPages &pages, int part)
    {
        const double dots = printer.resolution() / drawing::PrintPages::unitsPerInch;
        const QRectF shown = pages.part(part);
        painter.save();
        painter.scale(dots * pages.scale(), dots * pages.scale());
        painter.translate(-shown.topLeft());
        painter.setClipRect(shown);
        picture.paint(painter, drawing::Picture::Ground::Paper);
        painter.restore();
    }

    void paintFoot(QPainter &painter, const drawing::Theme &theme, const drawing::PrintPages &pages, int part, int page, int all)
    {
        const double dots = printer.resolution() / drawing::PrintPages::unitsPerInch;
        const QSizeF size = paper();
        const QFont font = theme.uiFont(theme.sizes().small);
        const QRectF line(0, size.height() - footerLine, size.width(), footerLine);
        QString number = tr("Page %1 of %2").arg(page).arg(all);
        if (pages.count() > 1) // where it belongs when pages are laid side by side
            number =
                tr("Row %1, column %2").arg(part / pages.columns() + 1).arg(part % pages.columns() + 1) + QStringLiteral("  ·  ") + number;
        const QFontMetricsF metrics(font);
        const double forName = line.width() - metrics.horizontalAdvance(number) - footerLine;
        painter.save();
        painter.scale(dots, dots);
        painter.setFont(font);
        painter.setPen(theme.color(drawing::Role::Muted));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, forName));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
        painter.restore();
    }
};

PrintRun::PrintRun(std::shared_ptr<QPrinter> printer, const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue,
                   const core::Dialect &dialect, QString name, QObject *parent)
    : QObject(parent), m_printer(std::move(printer)), m_scenario(scenario), m_catalogue(catalogue), m_dialect(dialect),
      m_name(std::move(name))
{
    m_thread.setMaxThreadCount(1);
}

PrintRun::~PrintRun()
{
    m_stop.request_stop();
}

void PrintRun::start()
{
    const auto tell = [this](int page, int pages) {
        QMetaObject::invokeMethod(
            this, [this, page, pages] { Q_EMIT printing(page, pages); }, Qt::QueuedConnection);
    };
    workOff(
        m_thread, this,
        [this, tell] {
            Work work{*m_printer, m_name, m_stop.get_token(), tell};
            const QString message = work.run(m_scenario, m_catalogue, m_dialect);
            return std::pair(work.printed, message);
        },
        [this](const std::pair<int, QString> &done) { Q_EMIT finished(done.first, done.second); });
}

} // namespace signalbox::designer
