// SPDX-License-Identifier: GPL-3.0-or-later
// The rank of letters, and the palette with keys and mouse.
#include "designer/panels/commandpalette.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/fuzzymatch.h"
#include "designer/panels/palettelist.h"
#include "support/designerstage.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using test::child;
using test::column;

class TestCommandPalette : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr; // of the window behind
    CommandPalette *m_palette = nullptr;
    QLineEdit *m_letters = nullptr;
    QListView *m_list = nullptr;
    std::unique_ptr<Actions> m_actions;
    QStringList m_done;

    void add(const QString &id, const QString &text, const QKeySequence &shortcut = {})
    {
        m_actions->add(
            id, [text] { return text; }, shortcut, [this, id] { m_done.append(id); });
    }
    QList<PaletteEntry> entries()
    {
        return {{u"Pause"_s, u"103"_s, [this] {
                     m_done.append(u"103"_s);
                 }}};
    }
    QString current() const { return m_list->currentIndex().data().toString(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_done.clear();
        m_stage = std::make_unique<test::Stage>();
        m_window = std::make_unique<QWidget>();
        m_window->resize(900, 600);
        m_field = new QLineEdit(m_window.get());
        m_field->setGeometry(10, 500, 100, 32);
        m_palette = new CommandPalette(m_stage->workbench, m_window.get());
        m_letters = &child<QLineEdit>(*m_palette, "command.letters");
        m_list = &child<QListView>(*m_palette, "command.list");
        m_actions = std::make_unique<Actions>();
        add(u"file.save"_s, u"&Save"_s, QKeySequence(u"Ctrl+S"_s));
        add(u"file.saveAs"_s, u"Save &as…"_s);
        add(u"edit.undo"_s, u"&Undo"_s, QKeySequence(u"Ctrl+Z"_s));
        add(u"run.stop"_s, u"Stop"_s);
        m_actions->find(u"run.stop"_s)->setEnabled(false);
        test::showActive(*m_window);
        m_field->setFocus();
    }
    void cleanup()
    {
        m_window.reset();
        m_actions.reset();
        m_stage.reset();
    }

    void fits_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QList<qsizetype>>("places"); // empty: does not fit
        QTest::newRow("in order") << u"ue"_s << u"Queue"_s << QList<qsizetype>{1, 2};
        QTest::newRow("out of order") << u"eq"_s << u"Queue"_s << QList<qsizetype>{};
        QTest::newRow("one is missing") << u"queues"_s << u"Queue"_s << QList<qsizetype>{};
        QTest::newRow("word starts") << u"zf"_s << u"Zoom to fit"_s << QList<qsizetype>{0, 8};
        QTest::newRow("word starts rather than the first place") << u"t"_s << u"Exit the tour"_s << QList<qsizetype>{5};
        QTest::newRow("a run rather than pieces") << u"out"_s << u"Zoom to outline"_s << QList<qsizetype>{8, 9, 10};
        QTest::newRow("blanks do not count") << u"z f"_s << u"Zoom to fit"_s << QList<qsizetype>{0, 8};
        QTest::newRow("upper and lower case") << u"ZF"_s << u"zoom to fit"_s << QList<qsizetype>{0, 8};
        QTest::newRow("humps") << u"fc"_s << u"setFoldColumn"_s << QList<qsizetype>{3, 7};
        QTest::newRow("another alphabet") << u"ОТ"_s << u"Открыть"_s << QList<qsizetype>{0, 1};
        QTest::newRow("longer than the title") << u"aaaa"_s << u"a"_s << QList<qsizetype>{};
        QTest::newRow("empty title") << u"a"_s << QString() << QList<qsizetype>{};
        QTest::newRow("beyond the limit") << u"x"_s << QString(256, u'a') + u'x' << QList<qsizetype>{};
    }
    void fits()
    {
        QFETCH(const QString, letters);
        QFETCH(const QString, title);
        QFETCH(const QList<qsizetype>, places);
        const std::optional<FuzzyMatch> match = fuzzyMatch(letters, title);
        QCOMPARE(match.has_value(), !places.isEmpty());
        QCOMPARE(CommandPalette::rank(letters, title).has_value(), !places.isEmpty());
        if (match)
            QCOMPARE(match->places, places);
    }

    void ranksBetter_data()
    {
        QTest::addColumn<QString>("letters");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("word starts") << u"st"_s << u"Select tool"_s << u"Reset all"_s;
        QTest::newRow("a run") << u"und"_s << u"Undo"_s << u"Run and wait"_s;
        QTest::newRow("the title's beginning") << u"re"_s << u"Redo"_s << u"Show references"_s;
        QTest::newRow("the whole title") << u"save"_s << u"Save"_s << u"Save as"_s;
    }
    void ranksBetter()
    {
        QFETCH(const QString, letters);
        QFETCH(const QString, better);
        QFETCH(const QString, worse);
        const std::optional<int> high = CommandPalette::rank(letters, better);
        const std::optional<int> low = CommandPalette::rank(letters, worse);
        QVERIFY(high && low);
        QVERIFY2(*high > *low, qPrintable(u"%1 against %2"_s.arg(*high).arg(*low)));
    }

    void noLettersFitEverything()
    {
        QCOMPARE(CommandPalette::rank(u"", u"Undo"), 0);
        QCOMPARE(CommandPalette::rank(u"  ", u""), 0);
    }

    void modelIsSound()
    {
        PaletteList model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems({{u"One"_s,
                         {},
                         [] {
                         }},
                        {u"Two"_s, u"Ctrl+2"_s, [] {
                         }}});
        model.setLetters(u"o"_s);
        model.setLetters(u"x"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setLetters({});
        QCOMPARE(model.rowCount(), 2);
    }

    void showsEnabledActionsAndEntries()
    {
        QVERIFY(!m_palette->isVisible());
        m_palette->open(*m_actions, entries());
        QVERIFY(m_palette->isVisible());
        QVERIFY(m_letters->hasFocus());
        QCOMPARE(column(*m_list), (QStringList{u"Save"_s, u"Save as…"_s, u"Undo"_s, u"Pause"_s}));
        QCOMPARE(m_list->model()->index(0, 0).data(PaletteList::DetailRole).toString(), u"Ctrl+S"_s);
        QCOMPARE(m_list->model()->index(3, 0).data(PaletteList::DetailRole).toString(), u"103"_s);
        QVERIFY(m_window->rect().contains(m_palette->geometry()));
    }

    void opensWithWhatWasTyped()
    {
        m_palette->open(*m_actions, entries(), u"pa"_s);
        QCOMPARE(m_letters->text(), u"pa"_s);
        QCOMPARE(column(*m_list), QStringList{u"Pause"_s});
        QTest::keyClick(m_letters, Qt::Key_U);
        QCOMPARE(m_letters->text(), u"pau"_s);
    }

    void enterDoesItWhereTheFocusWas()
    {
        QWidget *focus = nullptr;
        connect(m_actions->find(u"edit.undo"_s), &QAction::triggered, this, [&] { focus = QApplication::focusWidget(); });
        m_palette->open(*m_actions, entries());
        QTest::keyClicks(m_letters, u"und"_s);
        QCOMPARE(current(), u"Undo"_s);
        QTest::keyClick(m_letters, Qt::Key_Return);
        QCOMPARE(m_done, QStringList{u"edit.undo"_s});
        QCOMPARE(focus, m_field);
        QVERIFY(!m_palette->isVisible());
    }

    void lastChosenComesFirst()
    {
        m_palette->open(*m_actions, entries(), u"pause"_s);
        QTest::keyClick(m_letters, Qt::Key_Return);
        QCOMPARE(m_done, QStringList{u"103"_s});
        m_palette->open(*m_actions, entries());
        QCOMPARE(column(*m_list), (QStringList{u"Pause"_s, u"Save"_s, u"Save as…"_s, u"Undo"_s}));
    }

    void arrowsGoRound()
    {
        m_palette->open(*m_actions, entries());
        QCOMPARE(current(), u"Save"_s);
        QTest::keyClick(m_letters, Qt::Key_Up);
        QCOMPARE(current(), u"Pause"_s);
        QTest::keyClick(m_letters, Qt::Key_Down);
        QCOMPARE(current(), u"Save"_s);
        QTest::keyClick(m_letters, Qt::Key_PageDown);
        QCOMPARE(current(), u"Pause"_s);
        QTest::keyClick(m_letters, Qt::Key_Down);
        QTest::keyClick(m_letters, Qt::Key_Down);
        QCOMPARE(current(), u"Save as…"_s);
        QCOMPARE(m_letters->accessibleDescription(), u"Save as…"_s);
        QTest::keyClick(m_letters, Qt::Key_Tab);
        QVERIFY(m_letters->hasFocus());
    }

    void closes_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Escape") << true;
        QTest::newRow("a click elsewhere") << false;
    }
    void closes()
    {
        QFETCH(const bool, byKey);
        m_palette->open(*m_actions, entries());
        QTest::mouseClick(m_letters, Qt::LeftButton);
        QVERIFY(m_palette->isVisible());
        if (byKey)
            QTest::keyClick(m_letters, Qt::Key_Escape);
        else
            QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {5, 595});
        QVERIFY(!m_palette->isVisible());
        QVERIFY(m_done.isEmpty());
        if (byKey)
            QVERIFY(m_field->hasFocus());
    }

    void clickDoesIt()
    {
        m_palette->open(*m_actions, entries());
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, m_list->visualRect(m_list->model()->index(2, 0)).center());
        QCOMPARE(m_done, QStringList{u"edit.undo"_s});
    }

    void saysThatNothingFits()
    {
        m_palette->open(*m_actions, entries());
        QTest::keyClicks(m_letters, u"qqq"_s);
        const auto &nothing = child<EmptyNote>(*m_palette, "command.nothing");
        QVERIFY(nothing.isVisible());
        QCOMPARE(nothing.text(), u"Nothing fits “qqq”."_s);
        QTest::keyClick(m_letters, Qt::Key_Return);
        QTest::keyClick(m_letters, Qt::Key_Down);
        QVERIFY(m_palette->isVisible());
        QVERIFY(m_done.isEmpty());
    }

    void staysInsideASmallWindow()
    {
        m_palette->open(*m_actions, entries());
        m_window->resize(300, 200);
        QVERIFY2(m_window->rect().contains(m_palette->geometry()), qPrintable(u"%1 wide"_s.arg(m_palette->width())));
    }

    void outlivesAnActionThatIsGone()
    {
        m_palette->open(*m_actions, {});
        m_actions.reset();
        QTest::keyClick(m_letters, Qt::Key_Return);
        QVERIFY(m_done.isEmpty());
        QVERIFY(!m_palette->isVisible());
    }

    void speaksAnotherLanguageAtOnce()
    {
        const test::Brackets brackets;
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_letters->placeholderText(), u"[Search actions, components, variables…]"_s);
    }
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
