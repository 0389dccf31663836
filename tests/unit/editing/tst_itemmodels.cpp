// SPDX-License-Identifier: GPL-3.0-or-later
// The item models of variables and of the outline, under Qt's model tester, while the document is edited, undone and redone.
#include "editing/outlinemodel.h"
#include "editing/rowchanges.h"
#include "editing/variablemodel.h"

#include "unit/editing/stage.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using editing::OutlineModel;
using editing::RowRun;
using editing::VariableModel;
using test::Stage;

class ItemModelsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rowChanges_data();
    void rowChanges();
    void variablesAreShown();
    void variablesAreEdited();
    void refusalsAreTold();
    void variablesComeAndGo();
    void usesAreCounted();
    void usesOfSharedIds();
    void outlineShowsObjects();
    void outlineFollows();
    void outlineOfSharedIds();
    void rowsKeepTheirIdentity();
};

namespace {

QString shown(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        rows.append(cells.join(u'|'));
    }
    return rows.join(u", "_s);
}

} // namespace

void ItemModelsTest::rowChanges_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("kept");
    QTest::newRow("same") << u"abc"_s << u"abc"_s << 3;
    QTest::newRow("from nothing") << QString() << u"abc"_s << 0;
    QTest::newRow("to nothing") << u"abc"_s << QString() << 0;
    QTest::newRow("scattered") << u"abcdef"_s << u"xbdyfz"_s << 3;
    QTest::newRow("inside") << u"abcd"_s << u"axxd"_s << 2;
    QTest::newRow("repeated") << u"aabba"_s << u"abba"_s << 4;
    QTest::newRow("more of them") << u"ab"_s << u"aabb"_s << 2;
    QTest::newRow("moved") << u"abc"_s << u"cab"_s << 2;
}

void ItemModelsTest::rowChanges()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const int, kept);
    const QList<QChar> from(before.begin(), before.end());
    const QList<QChar> to(after.begin(), after.end());
    QList<QChar> rows = from;
    int removed = 0;
    for (const RowRun &run : editing::rowChanges(from, to)) {
        if (run.isInsertion) {
            for (int i = run.first; i < run.first + run.count; ++i)
                rows.insert(i, to.at(i));
        } else {
            rows.remove(run.first, run.count);
            removed += run.count;
        }
    }
    QCOMPARE(rows, to);
    QCOMPARE(static_cast<int>(from.size()) - removed, kept);
}

void ItemModelsTest::variablesAreShown()
{
    Stage stage(uR"({"objects":[{"oId":1,"oType":106,"variable":"a"}],"variables":[{"name":"a","type":1,"location":0},5,)"
                uR"({"name":"b","type":3,"location":5},{"name":"c","type":9,"location":9}]})"_s);
    const VariableModel model(stage.session);
    QCOMPARE(shown(model), u"a|Number|Local|1, b|Date and time|Global, common|0, c|9|9|0"_s);
    QCOMPARE(model.index(1, VariableModel::TypeColumn).data(Qt::EditRole).toInt(), 3);
    QCOMPARE(model.rowOf(u"b"), 1);
    QCOMPARE(model.rowOf(u"x"), -1);
    QCOMPARE(model.nameAt(2), u"c"_s);
    QVERIFY(model.index(0, VariableModel::NameColumn).flags() & Qt::ItemIsEditable);
    QVERIFY(!(model.index(0, VariableModel::UsesColumn).flags() & Qt::ItemIsEditable));
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void ItemModelsTest::variablesAreEdited()
{
    const QString before = uR"({"objects":[{"oId":1,"oType":106,"variable":"a"}],"variables":[{"name":"a","type":1,"location":0}]})"_s;
    Stage stage(before);
    VariableModel model(stage.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex name = model.index(0, VariableModel::NameColumn);
    QVERIFY(model.setData(name, u"z"_s));
    QVERIFY(model.setData(model.index(0, VariableModel::TypeColumn), 2));
    QVERIFY(model.setData(model.index(0, VariableModel::ScopeColumn), 1));
    QCOMPARE(shown(model), u"z|String|Script|1"_s);
    QVERIFY(name.isValid()); // a name that is being edited stays where it is
    QCOMPARE(stage.session.object(1)[u"variable"].toString(), u"z"_s);
    QCOMPARE(stage.stack().count(), 3);
    stage.stack().setIndex(0);
    QCOMPARE(shown(model), u"a|Number|Local|1"_s);
    QCOMPARE(stage.text(), before);
}

void ItemModelsTest::refusalsAreTold()
{
    Stage stage(uR"({"objects":[],"variables":[{"name":"a","type":1},{"name":"b","type":1}]})"_s);
    VariableModel model(stage.session);
    QStringList told;
    connect(&model, &VariableModel::refused, this, [&told](const core::Error &error) { told.append(error.code); });
    QVERIFY(!model.setData(model.index(0, VariableModel::NameColumn), u"b"_s));
    QVERIFY(!model.setData(model.index(0, VariableModel::NameColumn), QString()));
    QVERIFY(!model.setData(model.index(0, VariableModel::UsesColumn), 5));
    QVERIFY(!model.setData(model.index(0, VariableModel::NameColumn), u"x"_s, Qt::UserRole));
    QCOMPARE(told, QStringList({u"already_exists"_s, u"bad_name"_s}));
    QCOMPARE(stage.stack().count(), 0);
}

void ItemModelsTest::variablesComeAndGo()
{
    Stage stage(uR"({"objects":[],"variables":[{"name":"a","type":1},{"name":"b","type":1},{"name":"c","type":1}]})"_s);
    VariableModel model(stage.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex c = model.index(2, 0);
    QVERIFY(stage.session.removeVariable(u"b"_s));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(c.row(), 1);
    QVERIFY(stage.session.addVariable(u"d"_s, 2));
    QCOMPARE(model.rowOf(u"d"), 2);
    stage.stack().setIndex(0);
    QCOMPARE(c.row(), 2);
    stage.session.replaceAll(test::readDocument(u"{\"objects\":[]}"_s), u"Reload"_s);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!c.isValid());
    stage.stack().undo();
    QCOMPARE(model.rowCount(), 3);
}

void ItemModelsTest::usesAreCounted()
{
    Stage stage(uR"({"objects":[{"oId":1,"oType":106,"value":{"argType":3,"varType":1,"value":"[a]+[a]"}},{"oId":2,"oType":102}],)"
                uR"("variables":[{"name":"a","type":1},{"name":"b","type":1}]})"_s);
    VariableModel model(stage.session);
    const auto uses = [&model](int row) {
        return model.index(row, VariableModel::UsesColumn).data().toInt();
    };
    QCOMPARE(uses(0), 2);
    stage.session.setProperty({1}, u"variable"_s, Json(u"b"_s));
    QCOMPARE(uses(1), 1);
    stage.session.setProperty({1}, u"value"_s, Json(1));
    QCOMPARE(uses(0), 0);
    stage.session.setProperty({2}, u"returnValue"_s,
                              Json::object({{u"argType"_s, Json(4)}, {u"varType"_s, Json(2)}, {u"value"_s, Json(u"[a] [late]"_s)}}));
    QCOMPARE(uses(0), 1);
    QVERIFY(stage.session.addVariable(u"late"_s, 1)); // now the template names it too
    QCOMPARE(uses(2), 1);
    stage.session.paste(stage.session.copy({2}), {});
    QCOMPARE(uses(2), 2);
    stage.session.removeObjects({2, 3});
    QCOMPARE(uses(2), 0);
    stage.stack().setIndex(0);
    QCOMPARE(uses(0), 2);
    QCOMPARE(uses(1), 0);
}

void ItemModelsTest::usesOfSharedIds()
{
    Stage stage(uR"({"objects":[{"oId":1,"oType":106,"variable":"a"},{"oId":1,"oType":106,"variable":"a"},{"oType":106,"variable":"a"}],)"
                uR"("variables":[{"name":"a","type":1}]})"_s);
    const VariableModel model(stage.session);
    const auto uses = [&model] {
        return model.index(0, VariableModel::UsesColumn).data().toInt();
    };
    QCOMPARE(uses(), 3);
    stage.session.removeObjects({1});
    QCOMPARE(uses(), 2);
    stage.session.setProperty({1}, u"variable"_s, Json(u"other"_s));
    QCOMPARE(uses(), 1);
    stage.stack().setIndex(0);
    QCOMPARE(uses(), 3);
}

void ItemModelsTest::outlineShowsObjects()
{
    Stage stage(uR"({"objects":[{"oId":1,"oType":101,"name":"Go"},{"oId":2,"oType":144},{"oId":3,"oType":106,"name":"Set"},)"
                uR"({"oId":4,"oType":999,"name":"Odd"},{"oId":5,"oType":999},7]})"_s);
    const OutlineModel model(stage.session);
    QCOMPARE(shown(model), u"Go|Start|Flow, Operation with websocket connection|Operation with websocket connection|Messages, "
                           "Set|Assign|Data, Odd|Component 999|Unknown, Component 999|Component 999|Unknown, "
                           "No component|No component|Unknown"_s);
    QCOMPARE(model.index(1, 0).data(OutlineModel::ObjectRole).toLongLong(), 2);
    QCOMPARE(model.index(1, 0).data(OutlineModel::TypeRole).toLongLong(), 144);
    QCOMPARE(model.index(1, 0).data(OutlineModel::FamilyRole).toString(), u"message"_s);
    QVERIFY(!model.index(5, 0).data(OutlineModel::ObjectRole).isValid());
    QVERIFY(!model.index(5, 0).data(OutlineModel::TypeRole).isValid());
    QCOMPARE(model.rowOf(4), 3);
    QCOMPARE(model.rowOf(44), -1);
}

void ItemModelsTest::outlineFollows()
{
    Stage stage(uR"({"objects":[{"oId":1,"oType":101},{"oId":2,"oType":102},{"oId":3,"oType":102},{"oId":4,"oType":102}]})"_s);
    OutlineModel model(stage.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    stage.session.removeObjects({1, 3, 4});
    QCOMPARE(model.rowCount(), 1);
    stage.session.addObject(144, {});
    stage.session.setProperty({2}, u"name"_s, Json(u"x"_s));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(shown(model), u"x|Stop|Flow, Operation with websocket connection|Operation with websocket connection|Messages"_s);
    const auto rows = [&model] {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.index(row, 0).data(OutlineModel::ObjectRole).toString());
        return ids.join(u' ');
    };
    stage.stack().setIndex(0);
    QCOMPARE(rows(), u"1 2 3 4"_s);
    stage.stack().setIndex(3);
    QCOMPARE(rows(), u"2 3"_s);
    QCOMPARE(resets.size(), 0);
    stage.session.replaceAll(test::readDocument(u"{\"objects\":[]}"_s), u"Reload"_s);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), 1);
}

void ItemModelsTest::outlineOfSharedIds()
{
    Stage stage(uR"({"objects":[{"oId":1,"oType":101,"name":"a"},5,{"oId":1,"oType":102,"name":"b"}]})"_s);
    OutlineModel model(stage.session);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    stage.session.removeObjects({1});
    QCOMPARE(shown(model), u"No component|No component|Unknown, b|Stop|Flow"_s);
    stage.stack().undo();
    QCOMPARE(shown(model), u"a|Start|Flow, No component|No component|Unknown, b|Stop|Flow"_s);
}

void ItemModelsTest::rowsKeepTheirIdentity()
{
    Stage stage(uR"({"objects":[{"oId":1},{"oId":2},{"oId":3},{"oId":4},{"oId":5}]})"_s);
    OutlineModel model(stage.session);
    const QPersistentModelIndex third = model.index(2, 0);
    stage.session.removeObjects({1, 2, 4});
    QCOMPARE(third.row(), 0);
    stage.stack().undo();
    QCOMPARE(third.row(), 2);
    QCOMPARE(third.data(OutlineModel::ObjectRole).toInt(), 3);
}

QTEST_GUILESS_MAIN(ItemModelsTest)
#include "tst_itemmodels.moc"
