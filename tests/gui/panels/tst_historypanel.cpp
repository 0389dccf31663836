// SPDX-License-Identifier: GPL-3.0-or-later
// The history on a real document: steps come, go and are gone to.
#include "designer/panels/emptynote.h"
#include "designer/panels/historypanel.h"
#include "documents.h"

#include <QAbstractItemModelTester>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using test::child;
using test::column;

class TestHistoryPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<HistoryPanel> m_panel;
    QListView *m_list = nullptr;
    bool m_isKept = true;

    void rename(const char *name) { m_session->setProperty({2}, u"name"_s, core::Json(QString::fromLatin1(name))); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        m_session = test::sessionOf(test::faultyScenario, *m_stage);
        m_panel = std::make_unique<HistoryPanel>(m_stage->workbench);
        m_list = &child<QListView>(*m_panel, "history.list");
        m_isKept = true;
        m_panel->show(m_session.get(), [this] { return m_isKept; });
        m_panel->resize(240, 400);
        test::showActive(*m_panel);
    }
    void cleanup()
    {
        m_panel.reset();
        m_session.reset();
        m_stage.reset();
    }

    void saysThatNothingWasDone()
    {
        auto &note = child<EmptyNote>(*m_panel, "history.nothing");
        QVERIFY(note.isVisible());
        QVERIFY(note.text().contains(u"Nothing was changed"));
        rename("A");
        QVERIFY(!note.isVisible());
        m_panel->show(nullptr);
        QVERIFY(note.isVisible());
        QVERIFY(note.text().contains(u"No scenario"));
        QCOMPARE(m_list->model()->rowCount(), 0);
    }

    void stepsSpeakTheLanguage()
    {
        rename("A");
        m_session->addObject(103, {10, 10});
        const QStringList before = column(*m_list);
        m_session->undoStack().undo();
        {
            const test::Brackets other;
            const QStringList after = column(*m_list);
            QCOMPARE(after.size(), before.size());
            for (qsizetype i = 1; i < after.size(); ++i)
                QVERIFY2(after.at(i).startsWith(u'[') && after.at(i) != before.at(i), qPrintable(after.at(i)));
        }
        QCOMPARE(column(*m_list), before);
    }

    void listsStepsAndGoesToThem()
    {
        const QAbstractItemModelTester tester(m_list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QByteArray before = m_session->scenario().toText();
        rename("A");
        const QByteArray first = m_session->scenario().toText();
        const qint64 added = m_session->addObject(103, {10, 10});
        QCOMPARE(column(*m_list).size(), 3);
        QCOMPARE(column(*m_list).first(), u"At the beginning — saved"_s);
        QCOMPARE(m_list->currentIndex().row(), 2);

        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, m_list->visualRect(m_list->model()->index(1, 0)).center());
        QCOMPARE(m_session->scenario().toText(), first);
        QCOMPARE(m_list->currentIndex().row(), 1);
        QVERIFY(m_list->model()->index(2, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"undone"));
        QVERIFY(m_list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"now"));

        m_list->setFocus();
        QTest::keyClick(m_list, Qt::Key_Up);
        QCOMPARE(m_session->scenario().toText(), first); // looking is not going
        QTest::keyClick(m_list, Qt::Key_Return);
        QCOMPARE(m_session->scenario().toText(), before);
        QTest::keyClick(m_list, Qt::Key_End);
        QTest::keyClick(m_list, Qt::Key_Return);
        QVERIFY(m_session->scenario().indexOf(added) >= 0);
        m_session->undoStack().undo();
        rename("B"); // what was undone is gone
        QCOMPARE(column(*m_list).size(), 3);
    }

    void marksTheSavedState()
    {
        rename("A");
        m_session->undoStack().setClean();
        m_session->joinSteps(u"other"_s);
        rename("B");
        QVERIFY(!m_list->model()->index(0, 0).data(HistoryModel::SavedRole).toBool());
        QVERIFY(m_list->model()->index(1, 0).data(HistoryModel::SavedRole).toBool());
        QVERIFY(column(*m_list).at(1).endsWith(u"saved"));
        m_isKept = false; // a document that no file holds
        m_panel->refresh();
        QVERIFY(!m_list->model()->index(1, 0).data(HistoryModel::SavedRole).toBool());
    }

    void outlivesTheDocument()
    {
        rename("A");
        m_session.reset();
        QCOMPARE(m_list->model()->rowCount(), 0);
        QVERIFY(child<EmptyNote>(*m_panel, "history.nothing").isVisible());
    }

    void speaksTheLanguage()
    {
        const test::Brackets brackets;
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_panel.get(), &change);
        QCOMPARE(m_list->accessibleName(), u"[History]"_s);
    }
};

QTEST_MAIN(TestHistoryPanel)
#include "tst_historypanel.moc"
