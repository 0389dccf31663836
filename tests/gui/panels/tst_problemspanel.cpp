// SPDX-License-Identifier: GPL-3.0-or-later
// The problems panel on a real document: what it shows, where it leads, and quick fixes that can be undone.
#include "designer/panels/documentpanels.h"
#include "designer/panels/emptynote.h"
#include "designer/panels/problemproxy.h"
#include "designer/panels/severityicon.h"
#include "documents.h"
#include "editing/problemmodel.h"
#include "scenario/validator.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using editing::ProblemModel;
using test::child;
using test::column;

class TestProblemsPanel : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<editing::EditSession> m_session;
    std::unique_ptr<ProblemModel> m_model;
    std::unique_ptr<ProblemsPanel> m_panel;
    QTableView *m_table = nullptr;

    void check()
    {
        const scenario::Validator validator(m_stage->catalogue, m_stage->capabilities, m_stage->dialect);
        m_model->setProblems(m_session->scenario(), validator.validate(m_session->scenario()));
    }
    QStringList codes() const { return column(*m_table, ProblemModel::CodeColumn); }
    int rowOf(const QString &code) const { return static_cast<int>(codes().indexOf(code)); }
    void choose(const QString &code) { m_table->setCurrentIndex(m_table->model()->index(rowOf(code), ProblemModel::MessageColumn)); }
    QPushButton &fixButton() const { return child<QPushButton>(*m_panel, "problems.fix"); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_stage = std::make_unique<test::Stage>();
        m_session = test::sessionOf(test::faultyScenario, *m_stage);
        m_model = std::make_unique<ProblemModel>(m_stage->catalogue);
        m_panel = std::make_unique<ProblemsPanel>(m_stage->workbench);
        m_table = &child<QTableView>(*m_panel, "problems.table");
        m_panel->resize(1000, 300);
        m_panel->setVisible(true);
        check();
        m_panel->show(m_session.get(), m_model.get());
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_session.reset();
        m_stage.reset();
    }

    void showsWhatTheModelHas()
    {
        const QAbstractItemModelTester tester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_table->model()->rowCount(), m_model->rowCount());
        QVERIFY2(rowOf(u"transition.to_nothing"_s) >= 0, qPrintable(codes().join(u' ')));
        QVERIFY(rowOf(u"variable.undeclared"_s) >= 0);
        QVERIFY(rowOf(u"variable.unused"_s) >= 0);
        const QModelIndex row = m_table->model()->index(rowOf(u"transition.to_nothing"_s), ProblemModel::ComponentColumn);
        QCOMPARE(row.data().toString(), u"Begin"_s);
        QVERIFY(!child<EmptyNote>(*m_panel, "problems.nothing").isVisible());
        check(); // the same again
        QCOMPARE(m_table->model()->rowCount(), m_model->rowCount());
    }

    void leadsToThePlace_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QList<QVariantList>>("places");
        QTest::newRow("a property") << u"transition.to_nothing"_s << QList<QVariantList>{{qint64(1), u"transfer"_s}};
        QTest::newRow("another object's") << u"variable.undeclared"_s << QList<QVariantList>{{qint64(2), u"resultVariable"_s}};
        QTest::newRow("about no object") << u"variable.unused"_s << QList<QVariantList>{};
    }
    void leadsToThePlace()
    {
        QFETCH(const QString, code);
        QFETCH(const QList<QVariantList>, places);
        QSignalSpy spy(m_panel.get(), &ProblemsPanel::placeRequested);
        choose(code);
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(spy, places);
        spy.clear();
        const QPoint middle = m_table->visualRect(m_table->currentIndex()).center();
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, middle);
        QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, middle);
        QCOMPARE(spy, places);
    }

    void whatIsAboutTheFileLeadsSomewhereToo()
    {
        QSignalSpy spy(m_panel.get(), &ProblemsPanel::filePlaceRequested);
        choose(u"variable.unused"_s);
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().value<core::Diagnostic>().pointer, u"/variables/1"_s);
        choose(u"transition.to_nothing"_s);
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
    }

    void buttonFixesInOneStep()
    {
        const QByteArray before = m_session->scenario().toText();
        choose(u"variable.undeclared"_s);
        QVERIFY(fixButton().isVisible());
        QCOMPARE(fixButton().text(), u"Declare the variable answer"_s);
        QTest::mouseClick(&fixButton(), Qt::LeftButton);
        QCOMPARE(m_session->scenario().variables().size(), 3);
        QCOMPARE(m_session->undoStack().count(), 1);
        QVERIFY(!fixButton().isVisible()); // the row is still there, but there is nothing left to do
        check();
        QCOMPARE(rowOf(u"variable.undeclared"_s), -1);
        m_session->undoStack().undo();
        QCOMPARE(m_session->scenario().toText(), before);
    }

    void keyFixes()
    {
        choose(u"variable.unused"_s);
        test::showActive(*m_panel->window());
        m_table->setFocus();
        QTest::keyClick(m_table, Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(m_session->scenario().variables().size(), 1);
    }

    void menuOffersFixAndCopy()
    {
        choose(u"transition.to_nothing"_s);
        Q_EMIT m_table->customContextMenuRequested({10, 10});
        auto *const menu = m_table->findChild<QMenu *>(u"problems.menu"_s);
        QVERIFY(menu != nullptr && menu->isVisible());
        menu->actions().last()->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"(transition.to_nothing)"_s));
        auto *const fix = menu->findChild<QAction *>(u"problems.menu.fix"_s);
        QVERIFY(fix != nullptr);
        fix->trigger();
        QVERIFY(!m_session->object(1).contains(u"transfer"));
        menu->close();
    }

    void sortsAsOneClicks()
    {
        const QStringList document = codes();
        m_table->sortByColumn(ProblemModel::SeverityColumn, Qt::DescendingOrder);
        const auto severity = [this](int row) {
            return m_table->model()->index(row, 0).data(ProblemModel::SeverityRole).toInt();
        };
        for (int row = 1; row < m_table->model()->rowCount(); ++row)
            QVERIFY(severity(row - 1) >= severity(row));
        choose(u"transition.to_nothing"_s);
        const QSignalSpy spy(m_panel.get(), &ProblemsPanel::placeRequested);
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(spy, (QList<QVariantList>{{qint64(1), u"transfer"_s}})); // of the row, wherever it stands
        m_table->sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(codes(), document);
    }

    void saysThatThereIsNothing()
    {
        const auto &nothing = child<EmptyNote>(*m_panel, "problems.nothing");
        m_model->setProblems(m_session->scenario(), {});
        QVERIFY(nothing.isVisible());
        QCOMPARE(nothing.text(), u"No problems"_s);
        QVERIFY(!child<QWidget>(*m_panel, "problems.foot").isVisible());
        m_panel->show(nullptr, nullptr);
        QVERIFY(nothing.isVisible());
        QCOMPARE(nothing.text(), u"No scenario is open."_s);
    }

    void outlivesItsDocument()
    {
        choose(u"variable.undeclared"_s);
        m_session.reset();
        QTest::mouseClick(&fixButton(), Qt::LeftButton);
        m_model.reset();
        QTest::keyClick(m_table, Qt::Key_Return);
        QCOMPARE(m_table->model()->rowCount(), 0);
        m_panel->show(nullptr, nullptr);
    }

    void footHasTheWholeMessage()
    {
        auto &foot = child<QWidget>(*m_panel, "problems.foot");
        QVERIFY(!foot.isVisible());
        choose(u"variable.unused"_s);
        QVERIFY(foot.isVisible());
        QCOMPARE(child<QLabel>(*m_panel, "problems.message").text(), m_table->currentIndex().data().toString());
        // Without a fix, and all of it to be seen in the row, it is not needed.
        m_model->setProblems(m_session->scenario(), {{core::Severity::Info, u"test"_s, u"Short."_s, {}, {}, {}},
                                                     {core::Severity::Info, u"test"_s, u"Long. "_s.repeated(200), {}, {}, {}}});
        m_table->selectRow(0);
        QVERIFY(!foot.isVisible());
        m_table->selectRow(1);
        QVERIFY(foot.isVisible());
        QVERIFY(!fixButton().isVisible());
    }

    void severitiesHaveShapes()
    {
        const auto picture = [this](core::Severity severity) {
            QImage image(14, 14, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintSeverity(&painter, QRectF(0, 0, 14, 14), severity, m_stage->appearance.theme());
            return image;
        };
        const auto covered = [](const QImage &image) {
            QList<bool> pixels;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    pixels.append(image.pixelColor(x, y).alpha() > 128);
            return pixels;
        };
        QVERIFY(covered(picture(core::Severity::Error)) != covered(picture(core::Severity::Warning)));
        QCOMPARE(picture(core::Severity::Error).pixelColor(2, 7), m_stage->appearance.theme().color(drawing::Role::Error));
        QCOMPARE(picture(core::Severity::Warning).pixelColor(4, 11), m_stage->appearance.theme().color(drawing::Role::Timeout));
        QCOMPARE(m_table->model()->index(0, 0).data().toString().isEmpty(), false); // for those who hear it
    }

    void speaksAnotherLanguageAtOnce()
    {
        m_model->setProblems(m_session->scenario(), {});
        const test::Brackets brackets;
        QCoreApplication::sendPostedEvents();
        QCOMPARE(child<EmptyNote>(*m_panel, "problems.nothing").text(), u"[No problems]"_s);
        QCOMPARE(m_table->accessibleName(), u"[Problems]"_s);
    }
};

QTEST_MAIN(TestProblemsPanel)
#include "tst_problemspanel.moc"
