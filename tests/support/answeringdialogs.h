// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs for tests: answers are queued beforehand, what was asked is noted. A question without an answer fails the test.
#pragma once

#include "designer/shell/dialogs.h"

#include <QPrinter>
#include <QTest>

namespace signalbox::test {

class AnsweringDialogs final : public designer::Dialogs
{
public:
    ~AnsweringDialogs() override
    {
        if (!paths.isEmpty() || !buttons.isEmpty())
            QTest::qFail("an answer was prepared that nobody asked for", __FILE__, __LINE__);
    }

    QStringList paths;      ///< for the next file dialogs; an empty one cancels
    QList<int> buttons;     ///< for the next questions
    QPageRanges pageRanges; ///< for printing; empty: all
    QStringList asked;      ///< titles, with what was said

    void openFiles(QWidget *, const QString &, Files chosen) override
    {
        if (const QString path = nextPath(QStringLiteral("open")); !path.isEmpty())
            chosen({path});
    }
    void openFile(QWidget *, const QString &title, const QString &, const QStringList &, File chosen) override
    {
        if (const QString path = nextPath(title); !path.isEmpty())
            chosen(path);
    }
    void openFolder(QWidget *, const QString &, File chosen) override
    {
        if (const QString path = nextPath(QStringLiteral("folder")); !path.isEmpty())
            chosen(path);
    }
    void saveFile(QWidget *, const QString &title, const QString &, const QStringList &, const QString &, File chosen) override
    {
        if (const QString path = nextPath(title); !path.isEmpty())
            chosen(path);
    }
    /// The path is that of a PDF file, on A4.
    void print(QWidget *, const QString &title, bool isWide, Printer chosen) override
    {
        const QString path = nextPath(title);
        if (path.isEmpty())
            return;
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path);
        printer->setPageSize(QPageSize(QPageSize::A4));
        printer->setPageOrientation(isWide ? QPageLayout::Landscape : QPageLayout::Portrait);
        printer->setPageRanges(pageRanges);
        chosen(printer);
    }
    void ask(QWidget *, const QString &title, const QString &text, const QStringList &choices, Choice chosen) override
    {
        asked << title + QStringLiteral(": ") + text;
        if (choices.size() == 1)
            return chosen(0);
        if (buttons.isEmpty())
            return QTest::qFail(qPrintable(QStringLiteral("nobody answers: ") + asked.last()), __FILE__, __LINE__);
        chosen(buttons.takeFirst());
    }

private:
    QString nextPath(const QString &what)
    {
        asked << what;
        if (!paths.isEmpty())
            return paths.takeFirst();
        QTest::qFail(qPrintable(QStringLiteral("no path for: ") + what), __FILE__, __LINE__);
        return {};
    }
};

} // namespace signalbox::test
