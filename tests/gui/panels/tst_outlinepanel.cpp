// SPDX-License-Identifier: GPL-3.0-or-later
// The outline on a real document: filter, selection, edits that come in.
#include "designer/panels/documentpanels.h"
#include "designer/panels/emptynote.h"
#include "documents.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using test::child;
using test::column;

class TestOutlinePanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<OutlinePanel> m_panel;
    QListView *m_list = nullptr;
    QLineEdit *m_filter = nullptr;

    QStringList selected() const
    {
        QStringList names;
        for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
            names.append(index.data().toString());
        names.sort();
        return names;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        m_session = test::sessionOf(test::faultyScenario, *m_stage);
        m_panel = std::make_unique<OutlinePanel>(m_stage->workbench);
        m_list = &child<QListView>(*m_panel, "outline.list");
        m_filter = &child<QLineEdit>(*m_panel, "outline.filter");
        m_panel->show(m_session.get());
        m_panel->resize(240, 500);
        m_panel->setVisible(true);
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_session.reset();
        m_stage.reset();
    }

    void listsTheDocument()
    {
        const QAbstractItemModelTester tester(m_list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(column(*m_list), (QStringList{u"Begin"_s, u"Greet"_s, u"End"_s}));
        QCOMPARE(m_list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Greet, Operation with websocket connection"_s);
        const qint64 added = m_session->addObject(103, {10, 10});
        QCOMPARE(column(*m_list).size(), 4);
        m_session->setProperty({added}, u"name"_s, core::Json(u"Wait"_s));
        QCOMPARE(column(*m_list).last(), u"Wait"_s);
        m_session->removeObjects({2});
        QCOMPARE(column(*m_list), (QStringList{u"Begin"_s, u"End"_s, u"Wait"_s}));
        m_session->undoStack().undo();
        QCOMPARE(column(*m_list), (QStringList{u"Begin"_s, u"Greet"_s, u"End"_s, u"Wait"_s}));
    }

    void filtersByNameAndComponent_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("name") << u"gree"_s << QStringList{u"Greet"_s};
        QTest::newRow("component") << u"websocket"_s << QStringList{u"Greet"_s};
        QTest::newRow("both") << u"stop en"_s << QStringList{u"End"_s};
        QTest::newRow("nothing") << u"teapot"_s << QStringList{};
    }
    void filtersByNameAndComponent()
    {
        QFETCH(const QString, words);
        QFETCH(const QStringList, rows);
        QTest::keyClicks(m_filter, words);
        QCOMPARE(column(*m_list), rows);
        const auto &nothing = child<EmptyNote>(*m_panel, "outline.nothing");
        QCOMPARE(nothing.isVisible(), rows.isEmpty());
        QSignalSpy spy(m_panel.get(), &OutlinePanel::componentRequested);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QCOMPARE(spy.size(), rows.isEmpty() ? 0 : 1); // goes to the first
    }

    void leadsToTheComponent()
    {
        QSignalSpy spy(m_panel.get(), &OutlinePanel::componentRequested);
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, m_list->visualRect(m_list->model()->index(1, 0)).center());
        QCOMPARE(spy, (QList<QVariantList>{{qint64(2)}}));
        spy.clear();
        QTest::keyClick(m_filter, Qt::Key_Down);
        QVERIFY(m_list->hasFocus());
        QTest::keyClick(m_list, Qt::Key_Down);
        QCOMPARE(spy.size(), 0); // looking at it is not going there
        QTest::keyClick(m_list, Qt::Key_Return);
        QCOMPARE(spy, (QList<QVariantList>{{qint64(3)}}));
    }

    void showsTheSelection()
    {
        const QSignalSpy spy(m_panel.get(), &OutlinePanel::componentRequested);
        m_panel->select({1, 3});
        QCOMPARE(selected(), (QStringList{u"Begin"_s, u"End"_s}));
        m_filter->setText(u"greet"_s);
        QCOMPARE(selected(), QStringList());
        m_filter->clear();
        QCOMPARE(selected(), (QStringList{u"Begin"_s, u"End"_s})); // as it still is on the canvas
        m_panel->select({2, 77});
        QCOMPARE(selected(), QStringList{u"Greet"_s});
        m_panel->select({});
        QCOMPARE(selected(), QStringList());
        QCOMPARE(spy.size(), 0);
    }

    void saysWhatIsMissing()
    {
        auto &nothing = child<EmptyNote>(*m_panel, "outline.nothing");
        const auto empty = test::sessionOf(R"({"objects":[],"variables":[]})", *m_stage);
        m_panel->show(empty.get());
        QCOMPARE(nothing.text(), u"The scenario is empty."_s);
        QVERIFY(nothing.isVisible());
        m_panel->show(nullptr);
        QCOMPARE(nothing.text(), u"No scenario is open."_s);
        m_panel->select({1});
    }

    void outlivesItsDocument()
    {
        m_panel->select({2});
        m_session.reset();
        QCOMPARE(m_list->model()->rowCount(), 0);
        m_panel->select({2});
    }

    void speaksAnotherLanguageAtOnce()
    {
        const test::Brackets brackets;
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_filter->accessibleName(), u"[Filter the outline]"_s);
        QCOMPARE(m_list->accessibleName(), u"[Outline]"_s);
    }
};

QTEST_MAIN(TestOutlinePanel)
#include "tst_outlinepanel.moc"
