// SPDX-License-Identifier: GPL-3.0-or-later
// Problems of a document that is edited: the check on its thread, the table of problems, and what can be done about them.
#include "editing/problemchecker.h"
#include "editing/problemmodel.h"
#include "editing/quickfix.h"

#include "unit/editing/stage.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Diagnostic;
using core::Diagnostics;
using core::Json;
using core::Severity;
using editing::ProblemChecker;
using editing::ProblemModel;
using test::Stage;

class ProblemsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void checksSoonAfterEdits();
    void manyEditsAreOneCheck();
    void anOvertakenCheckIsNotTold();
    void otherCapabilitiesAreAnotherCheck();
    void problemsComeInTheDocumentsOrder();
    void mayBeDestroyedAtAnyTime();
    void showsProblems();
    void keepsRowsThatStay();
    void manyComeInTurns();
    void changesRowsInPlace();
    void fixes_data();
    void fixes();
    void noFix_data();
    void noFix();
};

namespace {

const QString good = test::document({test::start(), test::websock(), test::stop()});

QString codes(const Diagnostics &problems)
{
    QStringList texts;
    for (const Diagnostic &problem : problems)
        texts.append(problem.code);
    return texts.join(u' ');
}

Diagnostics validate(const editing::EditSession &session)
{
    return scenario::Validator(session.catalogue(), test::capabilities(), session.dialect()).validate(session.scenario());
}

Diagnostic problem(const QString &code, qint64 object, const QString &property, const QString &message = u"m"_s)
{
    Diagnostic made;
    made.code = code;
    made.message = message;
    made.property = property;
    if (object >= 0)
        made.object = object;
    return made;
}

/// A checker under manual time.
struct Checking {
    explicit Checking(const QString &text) : stage(text), scheduler(stage.clock)
    {
        checker = std::make_unique<ProblemChecker>(stage.session, test::capabilities(), scheduler);
        QObject::connect(checker.get(), &ProblemChecker::checked, checker.get(),
                         [this](const Diagnostics &found) { told.append(codes(found)); });
    }

    Stage stage;
    test::ManualScheduler scheduler;
    std::unique_ptr<ProblemChecker> checker;
    QStringList told;
};

} // namespace

void ProblemsTest::checksSoonAfterEdits()
{
    Checking c(good);
    QVERIFY(!c.checker->isCurrent());
    c.scheduler.advance(1s);
    QTRY_COMPARE(c.told, QStringList{QString()});
    QVERIFY(c.checker->isCurrent());
    c.stage.session.clearProperty({2}, u"conn"_s);
    QVERIFY(!c.checker->isCurrent());
    c.scheduler.advance(1s);
    QTRY_COMPARE(c.told, QStringList({QString(), u"property.empty"_s}));
    QCOMPARE(c.checker->problems().size(), 1);
    QCOMPARE(c.checker->problems().first().object, 2);
    QCOMPARE(c.checker->problems().first().line, 0);
    c.stage.stack().undo();
    c.scheduler.advance(1s);
    QTRY_COMPARE(c.told.size(), 3);
    QVERIFY(c.checker->problems().isEmpty());
    QCOMPARE(c.scheduler.pending(), 0);
}

void ProblemsTest::manyEditsAreOneCheck()
{
    Checking c(good);
    for (int i = 0; i < 50; ++i)
        c.stage.session.setProperty({2}, u"info"_s, Json(QString::number(i)));
    c.stage.session.clearProperty({2}, u"conn"_s);
    QCOMPARE(c.scheduler.pending(), 1);
    c.scheduler.advance(1s);
    QTRY_COMPARE(c.told, QStringList{u"property.empty"_s});
    QCOMPARE(c.scheduler.pending(), 0);
}

void ProblemsTest::anOvertakenCheckIsNotTold()
{
    Checking c(good);
    c.stage.session.clearProperty({2}, u"conn"_s);
    c.scheduler.advance(1s); // the check of this goes on
    c.stage.session.setProperty({2}, u"conn"_s, Json(7));
    QTRY_COMPARE(c.scheduler.pending(), 1); // it came back, and another was asked for
    QCOMPARE(c.told, QStringList());
    c.scheduler.advance(1s);
    QTRY_COMPARE(c.told, QStringList{u"property.wrong_kind"_s});
}

void ProblemsTest::otherCapabilitiesAreAnotherCheck()
{
    Checking c(test::around(test::websock({{u"capabilityName"_s, test::text(u"msg"_s)}, {u"eventName"_s, test::text(u"greet"_s)}})));
    c.scheduler.advance(1s);
    QTRY_COMPARE(c.told, QStringList{u"content.schema"_s});
    c.checker->setCapabilities(capability::Capabilities());
    c.scheduler.advance(1s);
    QTRY_COMPARE(c.told, QStringList({u"content.schema"_s, QString()}));
}

void ProblemsTest::problemsComeInTheDocumentsOrder()
{
    Checking c(test::document({test::start({{u"transfer"_s, u"77"_s}}), test::websock({{u"conn"_s, QString()}}), test::stop()},
                              {test::variable(u"unused"_s)}));
    c.stage.session.moveObjects({{9, {1, 1}}}); // an object with a place of its own in no text
    c.stage.session.addObject(102, {});
    c.scheduler.advance(1s);
    QTRY_COMPARE(c.told.size(), 1);
    QStringList places;
    for (const Diagnostic &found : c.checker->problems())
        places.append(found.pointer);
    QStringList sorted = places;
    sorted.sort();
    QCOMPARE(places, sorted);
    QCOMPARE(places.last(), u"/variables/0"_s);
    QVERIFY(places.contains(u"/objects/3"_s));
}

void ProblemsTest::mayBeDestroyedAtAnyTime()
{
    {
        const Checking before(good);
    }
    {
        Checking during(good);
        during.scheduler.advance(1s);
    }
    Checking after(good);
    after.scheduler.advance(1s);
    QTRY_COMPARE(after.told.size(), 1);
    after.stage.session.clearProperty({2}, u"conn"_s);
    after.scheduler.advance(1s);
    after.checker.reset();
    QCOMPARE(after.told.size(), 1);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(after.told.size(), 1);
    after.stage.session.clearProperty({2}, u"eventName"_s);
    QCOMPARE(after.scheduler.pending(), 0);
}

void ProblemsTest::showsProblems()
{
    Stage stage(uR"({"objects":[{"oId":2,"oType":144,"name":"Ask"}]})"_s);
    ProblemModel model(test::builtIn());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Diagnostic warning = problem(u"b"_s, 2, u"odd"_s, u"second"_s);
    warning.severity = Severity::Warning;
    model.setProblems(stage.session.scenario(), {problem(u"a"_s, 2, u"conn"_s, u"first"_s), warning, problem(u"c"_s, -1, {}, u"third"_s)});
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        rows.append(cells.join(u'|'));
    }
    QCOMPARE(rows, QStringList({u"Error|first|Ask|Connection ID|a"_s, u"Warning|second|Ask|odd|b"_s, u"Error|third|||c"_s}));
    QCOMPARE(model.index(0, 0).data(ProblemModel::ObjectRole).toLongLong(), 2);
    QCOMPARE(model.index(0, 3).data(ProblemModel::PropertyRole).toString(), u"conn"_s);
    QCOMPARE(model.index(1, 3).data(ProblemModel::SeverityRole).toInt(), static_cast<int>(Severity::Warning));
    QVERIFY(!model.index(2, 0).data(ProblemModel::ObjectRole).isValid());
    QCOMPARE(model.count(Severity::Error), 2);
    QCOMPARE(model.problem(2).code, u"c"_s);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void ProblemsTest::keepsRowsThatStay()
{
    Stage stage(good);
    ProblemModel model(test::builtIn());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const scenario::Scenario &document = stage.session.scenario();
    const Diagnostic a = problem(u"a"_s, 1, u"x"_s);
    const Diagnostic b = problem(u"b"_s, 2, u"x"_s);
    const Diagnostic c = problem(u"c"_s, 9, u"x"_s);
    const Diagnostic d = problem(u"d"_s, 9, u"y"_s);
    model.setProblems(document, {a, b, c, d});
    const QPersistentModelIndex second = model.index(1, 0);
    const QPersistentModelIndex fourth = model.index(3, 0);
    model.setProblems(document, {problem(u"n"_s, 1, {}), b, problem(u"m"_s, 2, {}), problem(u"m"_s, 2, {}), d});
    QCOMPARE(second.row(), 1);
    QCOMPARE(fourth.row(), 4);
    QCOMPARE(model.problem(fourth.row()).code, u"d"_s);
    model.setProblems(document, {d});
    QVERIFY(!second.isValid());
    QCOMPARE(fourth.row(), 0);
    model.setProblems(document, {});
    QCOMPARE(model.rowCount(), 0);
}

void ProblemsTest::manyComeInTurns()
{
    Stage stage(good);
    ProblemModel model(test::builtIn());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const scenario::Scenario &document = stage.session.scenario();
    const auto some = [](int from, int to) {
        Diagnostics found;
        for (int i = from; i < to; ++i)
            found.append(problem(QString::number(i), i, u"x"_s));
        return found;
    };
    const auto shows = [&model](const Diagnostics &wanted) {
        bool isSo = model.rowCount() == wanted.size();
        for (int row = 0; isSo && row < model.rowCount(); ++row)
            isSo = model.problem(row).code == wanted.at(row).code;
        return isSo;
    };
    int most = 0;
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model,
                     [&most](const QModelIndex &, int first, int last) { most = std::max(most, last - first + 1); });
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &model,
                     [&most](const QModelIndex &, int first, int last) { most = std::max(most, last - first + 1); });
    const Diagnostics all = some(0, 3 * ProblemModel::atOnce + 7);
    model.setProblems(document, all);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.count(Severity::Error), all.size()); // of those that are on their way
    QTRY_VERIFY(shows(all));
    QCOMPARE(most, ProblemModel::atOnce);
    // Others overtake them.
    const QPersistentModelIndex kept = model.index(1200, 0);
    model.setProblems(document, some(1100, 5000));
    QCoreApplication::processEvents();
    const Diagnostics last = some(10, 20) + some(1000, 2900);
    model.setProblems(document, last);
    QTRY_VERIFY(shows(last));
    QCOMPARE(kept.row(), 210);
    QCOMPARE(most, ProblemModel::atOnce);
    model.setProblems(document, {});
    QCOMPARE(model.count(Severity::Error), 0);
    model.complete();
    QCOMPARE(model.rowCount(), 0);
}

void ProblemsTest::changesRowsInPlace()
{
    Stage stage(good);
    ProblemModel model(test::builtIn());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Diagnostic one = problem(u"expression.syntax"_s, 2, u"conn"_s, u"column 1"_s);
    const Diagnostic other = problem(u"other"_s, 2, u"conn"_s);
    model.setProblems(stage.session.scenario(), {one, other});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    one.message = u"column 2"_s;
    one.pointer = u"/objects/7"_s;
    model.setProblems(stage.session.scenario(), {one, other});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(removals.size(), 0);
    QCOMPARE(model.index(0, ProblemModel::MessageColumn).data().toString(), u"column 2"_s);
    QCOMPARE(model.problem(0).pointer, u"/objects/7"_s);
}

void ProblemsTest::fixes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("after"); // in the text of the document
    const auto row = [](const char *name, const QString &text, const QString &code, const QString &title, const QString &after) {
        QTest::newRow(name) << text << code << title << after;
    };
    row("declares a variable",
        test::around(test::websock({{u"resultVariable"_s, u"\"r\""_s}, {u"syncMode"_s, u"1"_s}, {u"transferTimeout"_s, u"9"_s}})),
        u"variable.undeclared"_s, u"Declare the variable r"_s, u"\"name\":\"r\",\"type\":2,\"location\":0"_s);
    row("declares those of an expression", test::around(test::websock({{u"conn"_s, test::arg(3, 2, u"[x] + [y] + [x]"_s)}})),
        u"variable.undeclared"_s, u"Declare the variables x, y"_s, u"\"name\":\"y\""_s);
    row("removes an unused variable", test::around(test::websock(), {test::variable(u"v"_s)}), u"variable.unused"_s,
        u"Remove the variable v"_s, u"\"variables\":[]"_s);
    row("a variable's type", test::around(test::websock({{u"conn"_s, test::arg(2, 2, u"v"_s)}}), {test::variable(u"v"_s, 8)}),
        u"variable.unknown_type"_s, u"Make v a string"_s, u"\"name\":\"v\",\"type\":2"_s);
    row("a variable's scope",
        test::around(test::websock({{u"conn"_s, test::arg(2, 2, u"v"_s)}}), {uR"({"id":"v","name":"v","type":2,"location":77})"_s}),
        u"variable.unknown_location"_s, u"Make v local"_s, u"\"location\":0"_s);
    row("clears a hidden value", test::around(test::websock({{u"timeoutSec"_s, test::text(u"5"_s)}})), u"property.hidden"_s,
        u"Clear the value"_s, u"\"content\":{\"argType\":1,\"varType\":2,\"value\":\"{}\"},\"transfer\":9"_s);
    row("an unknown option", test::around(test::websock({{u"direction"_s, u"8"_s}})), u"property.unknown_option"_s,
        u"Set the default: Token message"_s, u"\"content\":{\"argType\":1,\"varType\":2,\"value\":\"{}\"},\"transfer\":9"_s);
    row("a wrong kind", test::around(test::websock({{u"direction"_s, u"\"x\""_s}})), u"property.wrong_kind"_s,
        u"Set the default: Token message"_s, u"\"transferError\":9}"_s);
    row("out of range",
        test::around(test::websock({{u"syncMode"_s, u"1"_s}, {u"transferTimeout"_s, u"9"_s}, {u"timeoutSec"_s, test::text(u"0"_s)}})),
        u"property.out_of_range"_s, u"Clear the value"_s, u"\"syncMode\":1,\"transferTimeout\":9}"_s);
    row("a dead transition", test::around(test::websock({{u"transferError"_s, u"70"_s}})), u"transition.to_nothing"_s,
        u"Remove the dead transition"_s, u"\"transfer\":9},"_s);
    row("a shared oId", test::document({test::start(), test::websock(), test::stop({{u"oId"_s, u"2"_s}})}), u"object.duplicate_id"_s,
        u"Give it an oId of its own"_s, u"{\"oId\":10,\"oType\":102}"_s);
    row("no start", test::document({test::stop({{u"oLeft"_s, u"32"_s}})}), u"scenario.no_start"_s, u"Add a Start"_s, u"\"oLeft\":-64"_s);
    row("an unreachable component", test::document({test::start({{u"transfer"_s, u"9"_s}}), test::websock(), test::stop()}),
        u"object.unreachable"_s, u"Remove the component"_s, u"\"oType\":101,\"transfer\":9},{\"oId\":9,"_s);
}

void ProblemsTest::fixes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, code);
    QFETCH(const QString, title);
    QFETCH(const QString, after);
    Stage stage(text);
    const QString before = stage.text();
    const Diagnostics found = validate(stage.session);
    const auto wanted = std::find_if(found.begin(), found.end(), [&](const Diagnostic &one) { return one.code == code; });
    QVERIFY2(wanted != found.end(), qPrintable(codes(found)));
    const std::optional<editing::QuickFix> fix = editing::quickFix(stage.session, *wanted);
    QVERIFY(fix);
    QCOMPARE(fix->title, title);
    QVERIFY(editing::applyFix(stage.session, *wanted));
    QVERIFY2(stage.text().contains(after), qPrintable(stage.text()));
    QVERIFY2(!codes(validate(stage.session)).contains(code), qPrintable(codes(validate(stage.session))));
    QCOMPARE(stage.stack().count(), 1);
    QVERIFY(!editing::applyFix(stage.session, *wanted) || code == u"scenario.no_start"_s); // it is no longer so
    stage.stack().setIndex(0);
    QCOMPARE(stage.text(), before);
}

void ProblemsTest::noFix_data()
{
    QTest::addColumn<Diagnostic>("problem");
    QTest::newRow("nothing is known to do") << problem(u"property.empty"_s, 2, u"conn"_s);
    QTest::newRow("an unknown code") << problem(u"x.y"_s, 2, u"conn"_s);
    QTest::newRow("a needed value") << problem(u"property.wrong_kind"_s, 2, u"conn"_s);
    QTest::newRow("an object that is gone") << problem(u"property.hidden"_s, 77, u"conn"_s);
    QTest::newRow("about no object") << problem(u"property.hidden"_s, -1, u"conn"_s);
    QTest::newRow("a value that is gone") << problem(u"property.hidden"_s, 2, u"timeoutSec"_s);
    QTest::newRow("all is declared") << problem(u"variable.undeclared"_s, 2, u"conn"_s);
    QTest::newRow("a label without a target") << problem(u"transition.to_nothing"_s, 2, u"conn"_s);
    Diagnostic away = problem(u"variable.unused"_s, -1, {});
    away.pointer = u"/variables/5"_s;
    QTest::newRow("a variable that is gone") << away;
    away.pointer = u"/variables/x"_s;
    QTest::newRow("a pointer that is none") << away;
    Diagnostic unique = problem(u"object.duplicate_id"_s, 2, {});
    unique.pointer = u"/objects/1/oId"_s;
    QTest::newRow("an oId that is its own") << unique;
}

void ProblemsTest::noFix()
{
    QFETCH(const Diagnostic, problem);
    Stage stage(good);
    const QString before = stage.text();
    QVERIFY(!editing::quickFix(stage.session, problem));
    QVERIFY(!editing::applyFix(stage.session, problem));
    QCOMPARE(stage.text(), before);
    QCOMPARE(stage.stack().count(), 0);
}

QTEST_GUILESS_MAIN(ProblemsTest)
#include "tst_problems.moc"
