// SPDX-License-Identifier: GPL-3.0-or-later
// The variables panel on a real document: every change is one step that undo takes back.
#include "designer/panels/documentpanels.h"
#include "designer/panels/emptynote.h"
#include "documents.h"
#include "editing/variablemodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using editing::VariableModel;
using test::child;
using test::column;

class TestVariablesPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<VariablesPanel> m_panel;
    QTableView *m_table = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_error = nullptr;

    QModelIndex cell(int row, int column) const { return m_table->model()->index(row, column); }
    QPushButton &button(const char *name) const { return child<QPushButton>(*m_panel, name); }
    QStringList names() const { return column(*m_table); }
    /// What changed is one step; undone, the document is as it was.
    void checkOneStep(const QByteArray &before)
    {
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(m_session->scenario().toText() != before);
        m_session->undoStack().undo();
        QCOMPARE(m_session->scenario().toText(), before);
        m_session->undoStack().redo();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        m_session = test::sessionOf(test::faultyScenario, *m_stage);
        m_panel = std::make_unique<VariablesPanel>(m_stage->workbench);
        m_table = &child<QTableView>(*m_panel, "variables.table");
        m_name = &child<QLineEdit>(*m_panel, "variables.name");
        m_error = &child<QLabel>(*m_panel, "variables.error");
        m_panel->show(m_session.get());
        m_panel->resize(900, 300);
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

    void showsTheDocuments()
    {
        const QAbstractItemModelTester tester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(names(), (QStringList{u"conn"_s, u"spare"_s}));
        QCOMPARE(column(*m_table, VariableModel::TypeColumn), (QStringList{u"String"_s, u"Number"_s}));
        QCOMPARE(column(*m_table, VariableModel::UsesColumn), (QStringList{u"2"_s, u"0"_s}));
        QVERIFY(!child<EmptyNote>(*m_panel, "variables.nothing").isVisible());
    }

    void addsByEnter()
    {
        const QByteArray before = m_session->scenario().toText();
        QTest::keyClicks(m_name, u" counter "_s);
        child<QComboBox>(*m_panel, "variables.type").setCurrentText(u"Number"_s);
        QTest::keyClick(m_name, Qt::Key_Return);
        checkOneStep(before);
        QCOMPARE(names().last(), u"counter"_s);
        QCOMPARE(m_session->scenario().variables().last().type, m_stage->dialect.typeNumber);
        QVERIFY(m_name->text().isEmpty());
        QVERIFY(!m_error->isVisible());
    }

    void newOneIsAString()
    {
        QTest::keyClicks(m_name, u"text"_s);
        QTest::mouseClick(&button("variables.add"), Qt::LeftButton);
        QCOMPARE(m_session->scenario().variables().last().type, m_stage->dialect.typeString);
        QCOMPARE(m_table->currentIndex().row(), 2);
    }

    void newOneIsSeenInSpiteOfTheFilter()
    {
        auto &filter = child<QLineEdit>(*m_panel, "variables.filter");
        filter.setText(u"conn"_s);
        QCOMPARE(names(), QStringList{u"conn"_s});
        QTest::keyClicks(m_name, u"conn2"_s);
        QTest::keyClick(m_name, Qt::Key_Return);
        QCOMPARE(filter.text(), u"conn"_s); // it fits
        QTest::keyClicks(m_name, u"zebra"_s);
        QTest::keyClick(m_name, Qt::Key_Return);
        QCOMPARE(filter.text(), QString());
        QCOMPARE(m_table->currentIndex().data().toString(), u"zebra"_s);
    }

    void refusesToAdd_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("there is one") << u"conn"_s;
        QTest::newRow("no name") << QString();
        QTest::newRow("not a name") << u"a]b"_s;
    }
    void refusesToAdd()
    {
        QFETCH(const QString, name);
        m_name->setText(name);
        QTest::keyClick(m_name, Qt::Key_Return);
        QVERIFY(m_error->isVisible());
        QVERIFY(!m_error->text().isEmpty());
        QVERIFY(m_name->property("invalid").toBool());
        QCOMPARE(m_session->undoStack().count(), 0);
        QTest::keyClick(m_name, Qt::Key_X);
        QVERIFY(!m_error->isVisible());
        QVERIFY(!m_name->property("invalid").toBool());
    }

    void renamesEverywhere()
    {
        const QByteArray before = m_session->scenario().toText();
        m_table->setCurrentIndex(cell(0, VariableModel::NameColumn));
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_F2);
        auto *const editor = m_table->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor != nullptr);
        editor->setText(u"link"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(); // the view takes the text over from its event loop
        checkOneStep(before);
        QCOMPARE(names(), (QStringList{u"link"_s, u"spare"_s}));
        QCOMPARE(m_session->object(1)[u"startParam"].toString(), u"link"_s);
        QCOMPARE(m_session->object(2)[u"conn"][u"value"].toString(), u"link"_s);
    }

    void saysWhyARenameIsRefused()
    {
        QVERIFY(!m_table->model()->setData(cell(0, VariableModel::NameColumn), u"spare"_s));
        QVERIFY(m_error->isVisible());
        QVERIFY(m_error->text().contains(u"spare"_s));
        QCOMPARE(names(), (QStringList{u"conn"_s, u"spare"_s}));
        QVERIFY(m_table->model()->setData(cell(0, VariableModel::NameColumn), u"link"_s));
        QVERIFY(!m_error->isVisible());
    }

    void choosesTypeAndScope_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("title");
        QTest::newRow("type") << int(VariableModel::TypeColumn) << u"Date and time"_s;
        QTest::newRow("scope") << int(VariableModel::ScopeColumn) << u"Script"_s;
    }
    void choosesTypeAndScope()
    {
        QFETCH(const int, column);
        QFETCH(const QString, title);
        const QByteArray before = m_session->scenario().toText();
        m_table->setCurrentIndex(cell(0, column));
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_F2);
        auto *const box = m_table->viewport()->findChild<QComboBox *>();
        QVERIFY(box != nullptr);
        QCOMPARE(box->currentText(), cell(0, column).data().toString());
        box->setCurrentText(title);
        Q_EMIT box->activated(box->currentIndex());
        checkOneStep(before);
        QCOMPARE(cell(0, column).data().toString(), title);
    }

    void leavingAChoiceChangesNothing()
    {
        m_table->setCurrentIndex(cell(0, VariableModel::TypeColumn));
        m_table->edit(m_table->currentIndex());
        QVERIFY(m_table->viewport()->findChild<QComboBox *>() != nullptr);
        m_name->setFocus();
        QCOMPARE(m_session->undoStack().count(), 0);
    }

    void removes_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("Delete") << true;
        QTest::newRow("button") << false;
    }
    void removes()
    {
        QFETCH(const bool, byKey);
        const QByteArray before = m_session->scenario().toText();
        QVERIFY(!button("variables.remove").isEnabled());
        m_table->setCurrentIndex(cell(1, VariableModel::NameColumn));
        m_table->setFocus();
        if (byKey)
            QTest::keyClick(m_table, Qt::Key_Delete);
        else
            QTest::mouseClick(&button("variables.remove"), Qt::LeftButton);
        checkOneStep(before);
        QCOMPARE(names(), QStringList{u"conn"_s});
        QCOMPARE(m_table->currentIndex().data().toString(), u"conn"_s); // the next at hand
    }

    void findsUses()
    {
        const QSignalSpy spy(m_panel.get(), &VariablesPanel::usesRequested);
        m_table->setCurrentIndex(cell(1, VariableModel::NameColumn));
        QVERIFY(!button("variables.uses").isEnabled()); // spare has none
        m_table->setCurrentIndex(cell(0, VariableModel::TypeColumn));
        QVERIFY(button("variables.uses").isEnabled());
        QTest::mouseClick(&button("variables.uses"), Qt::LeftButton);
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_F12, Qt::ShiftModifier);
        QCOMPARE(spy, (QList<QVariantList>{{u"conn"_s}, {u"conn"_s}}));
    }

    void countsUsesAsTheyChange()
    {
        m_session->setProperty({1}, u"startParam"_s, core::Json(u"spare"_s));
        QCOMPARE(column(*m_table, VariableModel::UsesColumn), (QStringList{u"1"_s, u"1"_s}));
        m_session->undoStack().undo();
        QCOMPARE(column(*m_table, VariableModel::UsesColumn), (QStringList{u"2"_s, u"0"_s}));
    }

    void sortsNumbersAsNumbers()
    {
        m_table->sortByColumn(VariableModel::UsesColumn, Qt::AscendingOrder);
        QCOMPARE(names(), (QStringList{u"spare"_s, u"conn"_s}));
        m_table->setCurrentIndex(cell(0, VariableModel::NameColumn));
        QTest::mouseClick(&button("variables.remove"), Qt::LeftButton);
        QCOMPARE(names(), QStringList{u"conn"_s}); // the row that was meant
    }

    void saysWhatIsMissing()
    {
        auto &nothing = child<EmptyNote>(*m_panel, "variables.nothing");
        child<QLineEdit>(*m_panel, "variables.filter").setText(u"teapot"_s);
        QCOMPARE(nothing.text(), u"No variable fits “teapot”."_s);
        QVERIFY(nothing.isVisible());
        const auto empty = test::sessionOf(R"({"objects":[],"variables":[]})", *m_stage);
        m_panel->show(empty.get());
        QCOMPARE(nothing.text(), u"No variables yet"_s);
        QVERIFY(m_name->isEnabled());
        m_panel->show(nullptr);
        QCOMPARE(nothing.text(), u"No scenario is open."_s);
        QVERIFY(!m_name->isEnabled());
    }

    void switchingDocumentsTakesOverWhatIsBeingEdited()
    {
        const auto other = test::sessionOf(R"({"objects":[],"variables":[]})", *m_stage);
        m_name->setText(u"half a na"_s);
        m_table->setCurrentIndex(cell(0, VariableModel::NameColumn));
        m_table->edit(m_table->currentIndex());
        m_table->viewport()->findChild<QLineEdit *>()->setText(u"link"_s);
        m_panel->show(other.get());
        QCOMPARE(m_session->scenario().variables().first().name, u"link"_s);
        QCOMPARE(other->undoStack().count(), 0);
        QVERIFY(m_name->text().isEmpty());
    }

    void outlivesItsDocument()
    {
        m_table->setCurrentIndex(cell(0, 0));
        m_session.reset();
        QCOMPARE(m_table->model()->rowCount(), 0);
        QTest::keyClick(m_table, Qt::Key_Delete);
        QVERIFY(!button("variables.add").isEnabled());
    }

    void speaksAnotherLanguageAtOnce()
    {
        const test::Brackets brackets;
        QCoreApplication::sendPostedEvents();
        QCOMPARE(button("variables.add").text(), u"[Add]"_s);
        QCOMPARE(m_name->placeholderText(), u"[New variable…]"_s);
        QCOMPARE(child<QComboBox>(*m_panel, "variables.type").currentData().toLongLong(), m_stage->dialect.typeString);
    }
};

QTEST_MAIN(TestVariablesPanel)
#include "tst_variablespanel.moc"
