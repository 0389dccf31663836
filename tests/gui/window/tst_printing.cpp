// SPDX-License-Identifier: GPL-3.0-or-later
// Printing from the window, to a PDF: how many pages of which paper, and what is said when nothing is printed.
#include "core/filestore.h"
#include "designer/files/printrun.h"
#include "designer/files/taskstrip.h"
#include "support/windowstage.h"

#include <QPrintDialog>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestPrinting : public QObject
{
    Q_OBJECT

private:
    /// Pages of a PDF.
    static qsizetype pagesOf(const QByteArray &pdf) { return pdf.count("/Type /Page\n"); }
    /// The first page's width and height, in points.
    static QSizeF paperOf(const QByteArray &pdf)
    {
        const auto match = QRegularExpression(u"/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)\\]"_s).match(QString::fromLatin1(pdf));
        return {match.captured(1).toDouble(), match.captured(2).toDouble()};
    }
    /// Components, so many in a row and a column.
    QString fieldOf(int columns, int rows)
    {
        QByteArray objects;
        for (int i = 0; i < columns * rows; ++i)
            objects += QStringLiteral("%1{\"oId\":%2,\"oType\":102,\"oLeft\":%3,\"oTop\":%4}")
                           .arg(i == 0 ? u""_s : u","_s)
                           .arg(i + 1)
                           .arg(i % columns * 100)
                           .arg(i / columns * 50)
                           .toUtf8();
        const QString path = m_at->path(u"field.json"_s);
        if (!core::writeFile(path, "{\"objects\":[" + objects + "]}"))
            qFatal("the field was not written");
        return path;
    }

    static QByteArray contentOf(const QString &path) { return core::readFile(path, 100000000).value_or(QByteArray()); }
    Workspace &workspace() const { return m_at->workspace(); }
    void trigger(const char *id) const { m_at->trigger(id); }

    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<test::WindowStage> m_at;

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<test::WindowStage>(*m_stage);
    }
    void cleanup() { m_at.reset(); }
    void cleanupTestCase() { m_stage.reset(); }

    void printsOnPages_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QPageRanges>("chosen");
        QTest::addColumn<int>("pages");
        QTest::addColumn<bool>("isWide");
        QPageRanges some;
        some.addRange(2, 3);
        QTest::newRow("one component") << 1 << 1 << QPageRanges() << 1 << true;
        QTest::newRow("shrunk to one page") << 2 << 6 << QPageRanges() << 1 << false;
        QTest::newRow("a row of pages") << 20 << 2 << QPageRanges() << 3 << true;
        QTest::newRow("a grid of pages") << 14 << 16 << QPageRanges() << 4 << true;
        QTest::newRow("chosen pages") << 14 << 16 << some << 2 << true;
    }
    void printsOnPages()
    {
        QFETCH(const int, columns);
        QFETCH(const int, rows);
        QFETCH(const QPageRanges, chosen);
        QFETCH(const int, pages);
        QFETCH(const bool, isWide);
        m_at->open({fieldOf(columns, rows)});
        const QString path = m_at->path(u"printed.pdf"_s);
        m_at->dialogs.paths = {path};
        m_at->dialogs.pageRanges = chosen;
        trigger("file.print");
        QCOMPARE(m_at->dialogs.asked.last(), u"Print"_s);
        const QString said = pages == 1 ? u"Printed: 1 page"_s : u"Printed: %1 pages"_s.arg(pages);
        QTRY_COMPARE(m_at->window->statusBar()->currentMessage(), said);
        const QByteArray pdf = contentOf(path);
        QVERIFY(pdf.startsWith("%PDF"));
        QCOMPARE(pagesOf(pdf), pages);
        QCOMPARE(paperOf(pdf).width() > paperOf(pdf).height(), isWide);
        QVERIFY(m_at->page().document().isClean());
    }

    void emptyPagesAreLeftOut()
    {
        // A grid of several pages: what lies in two of its corners, and a transition of the first to the second that passes others.
        const auto corner = [](int id, int x, int y, const char *more) {
            return QStringLiteral("{\"oId\":%1,\"oType\":%2,\"oLeft\":%3,\"oTop\":%4%5}")
                .arg(id)
                .arg(id == 1 ? 101 : 102)
                .arg(x)
                .arg(y)
                .arg(QLatin1String(more))
                .toUtf8();
        };
        const auto printed = [this](const QByteArray &first, const QByteArray &second) {
            const QString path = m_at->path(u"corners.scr"_s);
            if (!core::writeFile(path, "{\"objects\":[" + first + ',' + second + "]}"))
                qFatal("the corners were not written");
            m_at->open({path});
            m_at->dialogs.paths = {m_at->path(u"printed.pdf"_s)};
            trigger("file.print");
            trigger("file.close");
            return pagesOf(contentOf(m_at->path(u"printed.pdf"_s)));
        };
        QCOMPARE(printed(corner(1, 0, 0, ""), corner(2, 2400, 1200, "")), 2);
        QCOMPARE(m_at->window->statusBar()->currentMessage(), u"Printed: 2 pages"_s);
        const qsizetype withLine = printed(corner(1, 0, 0, ",\"transfer\":2"), corner(2, 2400, 1200, ""));
        QVERIFY2(withLine > 2, qPrintable(QString::number(withLine)));
    }

    void printingIsCancelled()
    {
        m_at->open({fieldOf(40, 40)});
        const QString path = m_at->path(u"printed.pdf"_s);
        m_at->dialogs.paths = {path};
        m_at->window->actions().find(u"file.print"_s)->trigger();
        TaskStrip &strip = workspace().tasks();
        QVERIFY(!strip.isIdle());
        strip.cancel();
        QVERIFY(strip.isIdle());
        QCOMPARE(m_at->window->statusBar()->currentMessage(), u"Printing “field.json” was cancelled"_s);
        QTRY_VERIFY(!m_at->window->findChild<PrintRun *>()); // it has come to its end
        QVERIFY(!QFile::exists(path));
    }
    void whatStoodThereSurvivesACancel()
    {
        const QString path = m_at->path(u"printed.pdf"_s);
        QVERIFY(core::writeFile(path, "an earlier one"));
        m_at->open({fieldOf(40, 40)});
        m_at->dialogs.paths = {path};
        m_at->window->actions().find(u"file.print"_s)->trigger();
        auto *const run = m_at->window->findChild<PrintRun *>();
        QSignalSpy printing(run, &PrintRun::printing);
        QTRY_VERIFY(!printing.isEmpty()); // so that it has begun to write
        workspace().tasks().cancel();
        QTRY_VERIFY(!m_at->window->findChild<PrintRun *>());
        QCOMPARE(contentOf(path), QByteArray("an earlier one"));
    }

    void quittingAsksAboutAPrinting_data()
    {
        QTest::addColumn<int>("button");
        QTest::newRow("wait") << 0;
        QTest::newRow("cancel it") << 1;
    }
    void quittingAsksAboutAPrinting()
    {
        QFETCH(const int, button);
        m_at->open({fieldOf(40, 40)});
        const QString path = m_at->path(u"printed.pdf"_s);
        m_at->dialogs.paths = {path};
        m_at->window->actions().find(u"file.print"_s)->trigger();
        m_at->dialogs.buttons = {button};
        m_at->window->close();
        QCOMPARE(m_at->dialogs.asked.last(), u"Quit before this is done?: It is still being made: field.json"_s);
        QCOMPARE(m_at->window->isVisible(), button == 0);
        if (button == 1)
            m_at->shut(); // as the program does then
        else
            QTRY_VERIFY(!m_at->window->isVisible());
        QCOMPARE(contentOf(path).startsWith("%PDF"), button == 0);
        QCOMPARE(QFile::exists(path), button == 0);
    }

    void theWindowStaysAliveMeanwhile()
    {
        m_at->open({fieldOf(40, 40)});
        const QString path = m_at->path(u"printed.pdf"_s);
        m_at->dialogs.paths = {path};
        m_at->window->actions().find(u"file.print"_s)->trigger();
        m_at->page().document().session().setProperty({1}, u"name"_s, core::Json(u"Edited meanwhile"_s));
        QVERIFY(!workspace().tasks().isIdle());
        m_at->settle();
        QVERIFY(contentOf(path).startsWith("%PDF"));
    }

    /// The dialog of the program itself.
    void theDialogIsTheRealOne()
    {
        WidgetDialogs dialogs;
        QWidget window;
        test::showActive(window);
        bool isChosen = false;
        dialogs.print(&window, u"Print"_s, true, [&isChosen](const std::shared_ptr<QPrinter> &) { isChosen = true; });
        auto *const dialog = window.findChild<QPrintDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->windowTitle(), u"Print"_s);
        QCOMPARE(dialog->printer()->pageLayout().orientation(), QPageLayout::Landscape);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!window.findChild<QPrintDialog *>());
        QVERIFY(!isChosen);
    }

    void printingSaysWhatIsWrong()
    {
        m_at->open({fieldOf(1, 1)});
        m_at->dialogs.paths = {m_at->path(u"no/such/folder/printed.pdf"_s)};
        trigger("file.print");
        QVERIFY2(m_at->window->statusBar()->currentMessage().contains(u"cannot be written"_s),
                 qPrintable(m_at->window->statusBar()->currentMessage()));
        m_at->dialogs.paths = {m_at->path(u"printed.pdf"_s)};
        m_at->dialogs.pageRanges.addPage(7);
        trigger("file.print");
        QVERIFY2(m_at->window->statusBar()->currentMessage().contains(u"1 page, and that one was not chosen"_s),
                 qPrintable(m_at->window->statusBar()->currentMessage()));
        QVERIFY(!QFile::exists(m_at->path(u"printed.pdf"_s)));
        // Nothing is asked where there is nothing to print.
        const QString empty = m_at->path(u"empty.json"_s);
        QVERIFY(core::writeFile(empty, R"({"objects":[]})"));
        m_at->open({empty});
        m_at->dialogs.asked.clear();
        trigger("file.print");
        QVERIFY(m_at->window->statusBar()->currentMessage().contains(u"nothing to print"_s));
        QVERIFY(m_at->dialogs.asked.isEmpty());
    }
};

QTEST_MAIN(TestPrinting)
#include "tst_printing.moc"
