// SPDX-License-Identifier: GPL-3.0-or-later
// Running a scenario from the window: on the embedded cluster, over its sockets.
#include "designer/run/breakpointdialog.h"
#include "designer/run/inputsdialog.h"
#include "designer/run/trydialog.h"
#include "stage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTableWidget>
#include <QTreeView>

using namespace signalbox;
using namespace signalbox::test;

class RunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(anyWarning); }

    void helloRunsAndShowsItsWay()
    {
        Stage scene;
        RunStage stage(scene);
        stage.open(u"hello"_s);
        stage.trigger("run.run");
        QVERIFY(stage.session());
        QVERIFY(stage.untilOver());
        QVERIFY2(stage.session()->log().end(), qPrintable(stage.session()->error().message));
        QVERIFY2(stage.said().startsWith(u"Over after "_s), qPrintable(stage.said()));
        scene.scheduler.advance(std::chrono::milliseconds(500));
        QCOMPARE(column(stage.timeline(), designer::TimelineModel::NameColumn), (QStringList{u"Start"_s, u"Say hello"_s, u"Answered"_s}));
        QVERIFY(column(stage.timeline(), designer::TimelineModel::WhatColumn).at(1).startsWith(u"success → Answered"_s));
        QCOMPARE(stage.card(u"Say hello"_s).outcome, u"success"_s);
        QCOMPARE(stage.card(u"Say hello"_s).count, 1);
        QCOMPARE(stage.taken(u"Say hello"_s, u"success"_s), 1);
        QCOMPARE(stage.taken(u"Say hello"_s, u"error"_s), 0);
        QVERIFY(stage.page().document().isClean()); // a run changes no document

        // What is known of a step.
        stage.timeline().setCurrentIndex(stage.timeline().model()->index(1, 0));
        QVERIFY(child<QPlainTextEdit>(*stage.window, "run.request").toPlainText().contains(u"\"eventName\": \"hello\""_s));
        QVERIFY(child<QPlainTextEdit>(*stage.window, "run.response").toPlainText().contains(u"Hello from the CRM"_s));
        QVERIFY(child<QLabel>(*stage.window, "run.stepTime").text().contains(u"waiting for the answer"_s));
        QCOMPARE(child<QTableWidget>(*stage.window, "run.changes").item(0, 0)->text(), u"reply"_s);

        // Replayed as far as the selected step.
        QCOMPARE(stage.card(u"Say hello"_s).count, 1);
        stage.timeline().setCurrentIndex(stage.timeline().model()->index(0, 0));
        QCOMPARE(stage.card(u"Say hello"_s).count, 0);
        child<QSlider>(*stage.window, "run.slider").setValue(3);
        QCOMPARE(stage.card(u"Answered"_s).count, 1);
    }

    void breaksOnTheErrorEdgeChangesAVariableAndGoesOn()
    {
        Stage scene;
        RunStage stage(scene);
        stage.open(u"retry-loop"_s);
        runner::Breakpoint breakpoint;
        breakpoint.object = stage.idOf(u"Ask"_s);
        breakpoint.transition = u"transferError"_s;
        designer::keepBreakpoints(stage.page().document().session(), {breakpoint}, u"test"_s);
        stage.trigger("run.run");
        QVERIFY(stage.untilHeld());
        QVERIFY2(stage.said().contains(u"a breakpoint on the transition from “Ask”"_s), qPrintable(stage.said()));
        QCOMPARE(stage.page().canvas().canvas().run().state().edges.value({breakpoint.object, u"error"_s}).taken, 1);

        // Edits of the document do not touch the run.
        stage.select(u"Ask"_s);
        stage.trigger("edit.delete");

        QTableView &variables = child<QTableView>(*stage.window, "run.variables");
        const int row = static_cast<int>(column(variables).indexOf(u"attempt"_s));
        QVERIFY(row >= 0);
        const QModelIndex value = variables.model()->index(row, 1);
        QVERIFY(!variables.model()->setData(value, u"many"_s));
        QVERIFY(child<QLabel>(*stage.window, "run.refusal").text().contains(u"many"_s));
        QVERIFY(variables.model()->setData(value, u"40"_s));
        QVERIFY(!child<QLabel>(*stage.window, "run.refusal").isVisible());
        stage.session()->setBreakpoints({});
        stage.trigger("run.run");
        QVERIFY(stage.untilOver());
        QVERIFY(stage.session()->log().end());
        QVERIFY(stage.session()->variables().value(u"attempt"_s).toNumber().value_or(0) > 40);
        QVERIFY(!(variables.model()->flags(value) & Qt::ItemIsEditable));
    }

    void stepsPausesAndStops()
    {
        Stage scene;
        RunStage stage(scene);
        stage.open(u"hello"_s);
        stage.trigger("run.step");
        QVERIFY(stage.untilHeld());
        QCOMPARE(stage.card(u"Start"_s).phase, drawing::RunPhase::Paused);
        QVERIFY(stage.said().startsWith(u"Paused before “Start”"_s));
        QCOMPARE(stage.window->actions().find(u"run.run"_s)->text(), u"Continue"_s);
        stage.trigger("run.step");
        QVERIFY(stage.untilHeld());
        QCOMPARE(stage.session()->log().steps().size(), 1);
        QCOMPARE(stage.card(u"Say hello"_s).phase, drawing::RunPhase::Paused);
        QCOMPARE(stage.page().canvas().canvas().selectedIds(), QList<qint64>{stage.idOf(u"Say hello"_s)});
        stage.trigger("run.stop");
        QVERIFY(stage.untilOver());
        QCOMPARE(stage.session()->log().end()->reason, machine::Reason::Stop);
        QCOMPARE(stage.session()->log().steps().size(), 1);
        QCOMPARE(stage.card(u"Say hello"_s).phase, drawing::RunPhase::None);
        QCOMPARE(stage.window->actions().find(u"run.run"_s)->text(), u"Run"_s);
    }

    void errorsBlockRunningOnly()
    {
        Stage scene;
        RunStage stage(scene);
        stage.open(u"hello"_s);
        editing::EditSession &session = stage.page().document().session();
        session.setProperty({stage.idOf(u"Say hello"_s)}, u"transfer"_s, core::Json(qint64(4711)));
        QVERIFY(stage.until([&] { return core::hasErrors(stage.page().document().problems()); }));
        stage.trigger("run.run");
        QVERIFY(!stage.session());
        QVERIFY2(stage.said().contains(u"1 error(s) keep"_s) || stage.said().contains(u"1 error keeps"_s), qPrintable(stage.said()));
    }

    void inputsAreAskedOnceAndKept()
    {
        Stage scene;
        RunStage stage(scene);
        stage.openText(
            "{\"objects\":[{\"oId\":1,\"oType\":101,\"oLeft\":8,\"oTop\":8,\"oWidth\":32,\"oHeight\":32,\"type\":0,\"transfer\":2,"
            "\"name\":\"Start\"},{\"oId\":2,\"oType\":102,\"oLeft\":108,\"oTop\":8,\"oWidth\":32,\"oHeight\":32,\"name\":\"Stop\","
            "\"returnValue\":{\"argType\":2,\"varType\":1,\"value\":\"n\"}}],"
            "\"variables\":[{\"id\":\"1\",\"name\":\"n\",\"type\":1,\"location\":0}]}",
            u"small"_s);
        stage.trigger("run.run");
        auto *dialog = stage.window->findChild<designer::InputsDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QLineEdit &value = child<QLineEdit>(*dialog, "inputs.n");
        value.setText(u"many"_s);
        QVERIFY(!child<QPushButton>(*dialog, "inputs.run").isEnabled());
        QVERIFY(child<QLabel>(*dialog, "inputs.fault").text().contains(u"many"_s));
        value.setText(u"7"_s);
        child<QPushButton>(*dialog, "inputs.run").click();
        QVERIFY(stage.untilOver());
        QVERIFY2(stage.session()->log().end(), qPrintable(stage.session()->error().message));
        QCOMPARE(stage.session()->log().end()->result->toText(), u"7"_s);
        const core::Json kept = stage.page().document().session().scenario().extension()[u"inputs"];
        QCOMPARE(kept.toCompact(), QByteArray("{\"startparams\":{},\"variables\":{\"n\":7}}"));
        QCOMPARE(stage.page().document().session().undoStack().count(), 1);
        QTRY_VERIFY(!stage.window->findChild<designer::InputsDialog *>());
        // Not again; and without a cluster, since nothing needs one.
        stage.trigger("run.run");
        QVERIFY(!stage.window->findChild<designer::InputsDialog *>());
        QVERIFY(stage.untilOver());
        stage.trigger("run.withInputs");
        dialog = stage.window->findChild<designer::InputsDialog *>();
        QVERIFY(dialog);
        QCOMPARE(child<QLineEdit>(*dialog, "inputs.n").text(), u"7"_s);
        dialog->reject();
    }

    /// Each step is kept as it ends; another window shows the run again, walks through it, and exports it.
    void runsAreKeptAndShownAgain()
    {
        Stage scene;
        RunStage stage(scene);
        stage.keepRuns();
        stage.open(u"hello"_s);
        stage.trigger("run.run");
        QVERIFY(stage.untilOver());
        bool isWritten = false;
        stage.journal->whenWritten(stage.window.get(), [&isWritten] { isWritten = true; });
        QTRY_VERIFY(isWritten);
        stage.shut();
        stage.WindowStage::open();
        stage.keepRuns();
        stage.open(u"hello"_s);
        QComboBox &past = child<QComboBox>(*stage.window, "run.past");
        QVERIFY(stage.until([&past] { return past.count() == 2; }));
        past.setCurrentIndex(1);
        Q_EMIT past.activated(1);
        QVERIFY(stage.until([&stage] { return stage.timeline().model()->rowCount() == 3; }));
        QVERIFY2(stage.said().startsWith(u"Over after "_s), qPrintable(stage.said()));
        QCOMPARE(column(stage.timeline(), designer::TimelineModel::NameColumn), (QStringList{u"Start"_s, u"Say hello"_s, u"Answered"_s}));
        QCOMPARE(stage.card(u"Say hello"_s).outcome, u"success"_s);
        stage.timeline().setCurrentIndex(stage.timeline().model()->index(1, 0));
        QTRY_VERIFY(child<QPlainTextEdit>(*stage.window, "run.response").toPlainText().contains(u"Hello from the CRM"_s));
        QCOMPARE(child<QTableWidget>(*stage.window, "run.changes").item(0, 0)->text(), u"reply"_s);
        QVERIFY(column(child<QTableView>(*stage.window, "run.variables")).contains(u"reply"_s));

        for (const char *const name : {"run.jsonl", "run.xml"}) {
            const QString file = stage.path(QLatin1String(name));
            stage.dialogs.paths = {file};
            stage.trigger("run.export");
            QTRY_VERIFY(QFileInfo::exists(file));
        }
        QFile lines(stage.path(u"run.jsonl"_s));
        QVERIFY(lines.open(QIODevice::ReadOnly));
        const QByteArrayList steps = lines.readAll().trimmed().split('\n');
        QCOMPARE(steps.size(), 3);
        QVERIFY2(steps.at(1).contains("\"outcome\":\"success\""), steps.at(1).constData());
        QFile xml(stage.path(u"run.xml"_s));
        QVERIFY(xml.open(QIODevice::ReadOnly));
        QVERIFY(xml.readAll().contains("failures=\"0\""));
    }

    void breakpointsByKeysAndDialog()
    {
        Stage scene;
        RunStage stage(scene);
        stage.open(u"hello"_s);
        stage.select(u"Say hello"_s);
        const qint64 hello = stage.idOf(u"Say hello"_s);
        stage.trigger("run.breakpoint");
        QCOMPARE(stage.card(u"Say hello"_s).breakpoint, drawing::Breakpoint::Enabled);
        stage.trigger("run.breakpoints");
        auto *const dialog = stage.window->findChild<designer::BreakpointDialog *>();
        QVERIFY(dialog);
        child<QCheckBox>(*dialog, "breakpoints.set.before").setChecked(false);
        child<QCheckBox>(*dialog, "breakpoints.set.transfer").setChecked(true);
        child<QLineEdit>(*dialog, "breakpoints.condition.transfer").setText(u"[reply] =="_s);
        QVERIFY(child<QLabel>(*dialog, "breakpoints.fault").text().startsWith(u"Column "_s));
        child<QLineEdit>(*dialog, "breakpoints.condition.transfer").setText(u"[reply] != \"\""_s);
        dialog->accept();
        QCOMPARE(stage.card(u"Say hello"_s).breakpoint, drawing::Breakpoint::None);
        QCOMPARE(stage.page().canvas().canvas().run().state().edges.value({hello, u"success"_s}).breakpoint,
                 drawing::Breakpoint::Conditional);
        QCOMPARE(stage.page().document().session().undoStack().count(), 2);
        stage.trigger("run.run");
        QVERIFY(stage.untilHeld());
        QCOMPARE(stage.card(u"Answered"_s).phase, drawing::RunPhase::Paused);
        stage.trigger("run.stop");
        QVERIFY(stage.untilOver());
        stage.trigger("run.clearBreakpoints");
        QVERIFY(!stage.window->actions().find(u"run.clearBreakpoints"_s)->isEnabled());
        QVERIFY(stage.page().document().session().scenario().extension()[u"breakpoints"].isNull());
    }

    void oneComponentAloneAndTheWholeOnTheCluster()
    {
        Stage scene;
        RunStage stage(scene);
        stage.open(u"hello"_s);
        stage.select(u"Say hello"_s);
        stage.trigger("run.onlyThis");
        auto *const dialog = stage.window->findChild<designer::InputsDialog *>();
        QVERIFY(dialog);
        child<QPushButton>(*dialog, "inputs.run").click();
        QVERIFY(stage.untilOver());
        QVERIFY2(stage.session()->log().end(), qPrintable(stage.session()->error().message));
        QCOMPARE(stage.session()->log().steps().size(), 1);
        QCOMPARE(stage.session()->log().steps().constFirst().step.outcome, u"success"_s);
        QVERIFY(stage.page().document().isClean());
        stage.trigger("run.onCluster");
        QVERIFY(stage.untilOver());
        QVERIFY2(stage.session()->log().end(), qPrintable(stage.session()->error().message));
        QVERIFY(!stage.session()->log().end()->reason);
        QVERIFY2(stage.session()->log().end()->variables.value(u"reply"_s).toText().contains(u"Hello from the CRM"_s),
                 qPrintable(stage.said()));
    }

    void anOperationIsTriedAndKept()
    {
        Stage scene;
        RunStage stage(scene);
        stage.open(u"hello"_s);
        stage.select(u"Say hello"_s);
        child<QPushButton>(*stage.window, "component.try").click();
        auto *const dialog = stage.window->findChild<designer::TryDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QComboBox &connection = child<QComboBox>(*dialog, "try.connection");
        QVERIFY2(connection.currentText().contains(u'='), qPrintable(connection.currentText())); // as the run picks it
        QPushButton &run = child<QPushButton>(*dialog, "try.run");
        QTRY_VERIFY(run.isEnabled());
        QTRY_VERIFY(connection.count() > 0);
        run.click();
        QLabel &outcome = child<QLabel>(*dialog, "try.outcome");
        QTRY_COMPARE_WITH_TIMEOUT(outcome.text(), u"Success"_s, 20000);
        const QTreeView &tree = child<QTreeView>(*dialog, "try.tree");
        QVERIFY(tree.isVisible());
        QVERIFY(tree.model()->rowCount() > 0);

        // What is wrong is said before anything is sent.
        connection.setEditText(QString());
        QVERIFY(!run.isEnabled());
        QCOMPARE(child<QLabel>(*dialog, "try.state").text(), u"Pick a connection."_s);
        const qsizetype before = stage.page().document().session().scenario().objectCount();
        child<QPushButton>(*dialog, "try.keep").click();
        QCOMPARE(stage.page().document().session().scenario().objectCount(), before + 1);
        QCOMPARE(stage.page().document().session().undoStack().count(), 1);
        dialog->close();
    }
};

QTEST_MAIN(RunTest)
#include "tst_run.moc"
