// SPDX-License-Identifier: GPL-3.0-or-later
// The property sheet's rows, over objects of a document and over free values.
#include "editing/sheetmodel.h"

#include "editing/documenttarget.h"
#include "editing/valuestarget.h"
#include "unit/editing/stage.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using editing::DocumentTarget;
using editing::SheetModel;
using editing::SheetRow;
using editing::ValuesTarget;
using test::Stage;

class SheetModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyDescriptionGivesRows_data();
    void everyDescriptionGivesRows();
    void conditionsShowAndHide_data();
    void conditionsShowAndHide();
    void hiddenValuesStay();
    void severalObjects_data();
    void severalObjects();
    void onlyChangedRowsAreTold();
    void problemsStandAtTheirRows();
    void unknownKeys();
    void anotherTargetResets();
    void followsTheDocument();
    void typingIsOneStep();
    void typingElsewhereIsAnotherStep();
    void freeValues();
    void targetsMayGo();

private:
    static QString websock(const QString &members, qint64 id = 2) { return u"{\"oId\":%1,\"oType\":144,%2}"_s.arg(id).arg(members); }
    static QString document(const QStringList &objects) { return u"{\"objects\":[%1]}"_s.arg(objects.join(u',')); }
};

namespace {

/// What a model tells.
struct Ear {
    explicit Ear(const SheetModel &model)
    {
        QObject::connect(&model, &SheetModel::rowChanged, &context,
                         [this, &model](int row) { heard.append(model.rows().at(row).property->code); });
        QObject::connect(&model, &SheetModel::reset, &context, [this] { heard.append(u"reset"_s); });
    }
    QString take() { return std::exchange(heard, {}).join(u' '); }
    QObject context;
    QStringList heard;
};

const SheetRow &row(const SheetModel &model, QStringView code)
{
    return model.rows().at(model.rowOf(code));
}

} // namespace

void SheetModelTest::everyDescriptionGivesRows_data()
{
    QTest::addColumn<qint64>("type");
    for (const catalogue::ComponentType *type : test::builtIn().all())
        QTest::newRow(qPrintable(type->name)) << type->index;
}

void SheetModelTest::everyDescriptionGivesRows()
{
    QFETCH(const qint64, type);
    const catalogue::ComponentType &description = *test::builtIn().find(type);
    ValuesTarget target(&description);
    SheetModel model;
    model.setTarget(&target);
    QCOMPARE(model.rows().size(), description.properties.size());
    for (const catalogue::Property &property : description.properties) {
        QCOMPARE(row(model, property.code).property, &property);
        QCOMPARE(row(model, property.code).isShown, description.isShown(property, Json::object()));
        QVERIFY(!row(model, property.code).isSet);
        QVERIFY(row(model, property.code).value.isNull());
    }
    QCOMPARE(model.rowOf(u"nothing"), -1);
}

void SheetModelTest::conditionsShowAndHide_data()
{
    QTest::addColumn<QString>("members");
    QTest::addColumn<QStringList>("hidden");
    const QStringList file{u"filePath"_s, u"websocktempMethod"_s, u"websocktempFilePath"_s, u"websocktempFileName"_s};
    const QStringList message{u"capabilityName"_s, u"eventName"_s, u"content"_s, u"syncMode"_s};
    QTest::newRow("defaults") << u"\"name\":\"\""_s << file + QStringList{u"timeoutSec"_s, u"resultVariable"_s};
    QTest::newRow("waiting") << u"\"syncMode\":1"_s << file;
    QTest::newRow("temp link") << u"\"operation\":1"_s << message + file.mid(1) + QStringList{u"timeoutSec"_s};
    QTest::newRow("list of files") << u"\"operation\":2,\"websocktempMethod\":0"_s
                                   << message +
                                          QStringList{u"filePath"_s, u"websocktempFilePath"_s, u"websocktempFileName"_s, u"timeoutSec"_s};
}

void SheetModelTest::conditionsShowAndHide()
{
    QFETCH(const QString, members);
    QFETCH(const QStringList, hidden);
    Stage stage(document({websock(members)}));
    DocumentTarget target(stage.session);
    target.setIds({2});
    SheetModel model;
    model.setTarget(&target);
    QStringList found;
    for (const SheetRow &one : model.rows()) {
        if (!one.isShown)
            found.append(one.property->code);
    }
    found.sort();
    QStringList expected = hidden;
    expected.sort();
    QCOMPARE(found, expected);
}

void SheetModelTest::hiddenValuesStay()
{
    Stage stage(document({websock(u"\"operation\":0,\"content\":{\"argType\":1,\"varType\":2,\"value\":\"typed\"}"_s)}));
    DocumentTarget target(stage.session);
    target.setIds({2});
    SheetModel model;
    model.setTarget(&target);
    const Json typed = row(model, u"content").value;
    QVERIFY(!row(model, u"content").isHiddenValue());
    target.set(u"operation"_s, Json(2));
    QVERIFY(row(model, u"content").isHiddenValue());
    QVERIFY(row(model, u"content").value == typed);
    QVERIFY(!row(model, u"eventName").isHiddenValue());
    target.set(u"operation"_s, Json(0));
    QVERIFY(row(model, u"content").isShown);
    QVERIFY(row(model, u"content").value == typed);
    target.set(u"operation"_s, Json(2));
    target.clear(u"content"_s);
    QVERIFY(!row(model, u"content").isSet);
    QVERIFY(!stage.session.object(2).contains(u"content"));
}

void SheetModelTest::severalObjects_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("row"); // of syncMode: shown, somewhere, set, different, hidden value
    QTest::addColumn<QString>("value");
    QTest::newRow("equal") << u"\"syncMode\":1"_s << u"\"syncMode\":1"_s << u"11100"_s << u"1"_s;
    QTest::newRow("different") << u"\"syncMode\":1"_s << u"\"syncMode\":0"_s << u"11110"_s << u"1"_s;
    QTest::newRow("absent counts as the default") << u"\"a\":0"_s << u"\"syncMode\":0"_s << u"11100"_s << u"null"_s;
    QTest::newRow("absent and another") << u"\"a\":0"_s << u"\"syncMode\":1"_s << u"11110"_s << u"null"_s;
    QTest::newRow("not set") << u"\"a\":0"_s << u"\"a\":1"_s << u"11000"_s << u"null"_s;
    QTest::newRow("hidden in one") << u"\"syncMode\":1"_s << u"\"operation\":1,\"syncMode\":1"_s << u"01100"_s << u"1"_s;
    QTest::newRow("hidden in both") << u"\"operation\":1"_s << u"\"operation\":1,\"syncMode\":1"_s << u"00111"_s << u"null"_s;
}

void SheetModelTest::severalObjects()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const QString, row);
    QFETCH(const QString, value);
    Stage stage(document({websock(first, 1), websock(second, 2)}));
    DocumentTarget target(stage.session);
    target.setIds({1, 2});
    SheetModel model;
    model.setTarget(&target);
    const SheetRow &found = ::row(model, u"syncMode");
    QString flags;
    for (const bool flag : {found.isShown, found.isShownSomewhere, found.isSet, found.isDifferent, found.isHiddenValue()})
        flags += flag ? u'1' : u'0';
    QCOMPARE(flags, row);
    QCOMPARE(QString::fromUtf8(found.value.toCompact()), value);
    target.set(u"direction"_s, Json(2));
    QCOMPARE(stage.session.object(1)[u"direction"].toInt(), 2);
    QCOMPARE(stage.session.object(2)[u"direction"].toInt(), 2);
    QCOMPARE(stage.stack().count(), 1);
    target.clear(u"direction"_s);
    QVERIFY(!stage.session.object(1).contains(u"direction"));
}

void SheetModelTest::onlyChangedRowsAreTold()
{
    Stage stage(document({websock(u"\"operation\":0"_s), u"{\"oId\":3,\"oType\":102}"_s}));
    DocumentTarget target(stage.session);
    target.setIds({2});
    SheetModel model;
    model.setTarget(&target);
    Ear ear(model);
    stage.session.setProperty({2}, u"direction"_s, Json(1));
    QCOMPARE(ear.take(), u"direction"_s);
    stage.session.setProperty({2}, u"syncMode"_s, Json(1));
    QCOMPARE(ear.take(), u"syncMode timeoutSec resultVariable"_s);
    stage.session.moveObjects({{2, {5, 5}}});
    stage.session.setProperty({3}, u"callStack"_s, Json(1));
    static_cast<void>(stage.session.addVariable(u"v"_s, 1));
    QCOMPARE(ear.take(), QString());
    stage.stack().setIndex(1);
    QCOMPARE(ear.take(), u"syncMode timeoutSec resultVariable"_s);
}

void SheetModelTest::problemsStandAtTheirRows()
{
    Stage stage(document({websock(u"\"operation\":0"_s), websock(u"\"operation\":0"_s, 3)}));
    DocumentTarget target(stage.session);
    target.setIds({2});
    SheetModel model;
    model.setTarget(&target);
    Ear ear(model);
    core::Diagnostic mine;
    mine.code = u"property.empty"_s;
    mine.object = 2;
    mine.property = u"conn"_s;
    core::Diagnostic others = mine;
    others.object = 3;
    core::Diagnostic whole = mine;
    whole.object.reset();
    core::Diagnostic unknown = mine;
    unknown.property = u"odd"_s;
    model.setProblems({whole, mine, others, unknown});
    QCOMPARE(ear.take(), u"conn"_s);
    QCOMPARE(row(model, u"conn").problems, core::Diagnostics{mine});
    model.setProblems({whole, mine, others, unknown});
    QCOMPARE(ear.take(), QString());
    target.setIds({3});
    QCOMPARE(row(model, u"conn").problems, core::Diagnostics{others});
    model.setProblems({});
    QVERIFY(row(model, u"conn").problems.isEmpty());
}

void SheetModelTest::unknownKeys()
{
    Stage stage(document({websock(u"\"zeta\":{\"a\":1},\"operation\":0,\"alpha\":1.0,\"name\":\"n\",\"oLeft\":1"_s),
                          u"{\"oId\":3,\"oType\":999,\"name\":\"x\",\"b\":1,\"a\":2}"_s}));
    DocumentTarget target(stage.session);
    SheetModel model;
    model.setTarget(&target);
    const auto keys = [&model] {
        QStringList found;
        for (const core::JsonMember &member : model.unknown())
            found.append(member.key);
        return found.join(u' ');
    };
    QCOMPARE(keys(), QString());
    target.setIds({2});
    QCOMPARE(keys(), u"zeta alpha"_s);
    target.setIds({3});
    QVERIFY(model.rows().isEmpty());
    QCOMPARE(keys(), u"b a"_s);
    target.setIds({2, 3});
    QVERIFY(model.rows().isEmpty()); // of several types
    QCOMPARE(keys(), QString());
}

void SheetModelTest::anotherTargetResets()
{
    Stage stage(document({websock(u"\"operation\":0"_s), websock(u"\"operation\":1"_s, 3), u"{\"oId\":4,\"oType\":102}"_s}));
    DocumentTarget target(stage.session);
    target.setIds({2});
    SheetModel model;
    Ear ear(model);
    model.setTarget(&target);
    QCOMPARE(ear.take(), u"reset"_s);
    target.setIds({4});
    QCOMPARE(ear.take(), u"reset"_s);
    QCOMPARE(model.rows().size(), test::builtIn().find(102)->properties.size());
    target.setIds({2});
    QCOMPARE(ear.take(), u"reset"_s);
    target.setIds({3}); // the same rows, other values
    QVERIFY(ear.take().startsWith(u"operation "_s));
    target.setIds({});
    QCOMPARE(ear.take(), u"reset"_s);
    QVERIFY(model.rows().isEmpty());
}

void SheetModelTest::followsTheDocument()
{
    Stage stage(document({websock(u"\"operation\":2"_s)}));
    DocumentTarget target(stage.session);
    target.setIds({2});
    SheetModel model;
    model.setTarget(&target);
    stage.session.removeObjects({2});
    QVERIFY(model.rows().isEmpty());
    stage.stack().undo();
    QCOMPARE(row(model, u"operation").value.toInt(), 2);
    stage.session.replaceAll(test::readDocument(document({websock(u"\"operation\":1"_s)})), u"Reload"_s);
    QCOMPARE(row(model, u"operation").value.toInt(), 1);
}

void SheetModelTest::typingIsOneStep()
{
    const QString before = document({websock(u"\"name\":\"\""_s)});
    Stage stage(before);
    DocumentTarget target(stage.session);
    target.setIds({2});
    const auto type = [&target](const QString &code, const QString &text) {
        for (int i = 1; i <= text.size(); ++i)
            target.set(code, Json(text.left(i)));
    };
    target.beginTyping(u"name"_s);
    type(u"name"_s, u"hello"_s);
    target.endTyping();
    QCOMPARE(stage.stack().count(), 1);
    target.beginTyping(u"name"_s);
    type(u"name"_s, u"hell"_s);
    target.endTyping();
    QCOMPARE(stage.stack().count(), 2);
    stage.stack().undo();
    QCOMPARE(stage.session.object(2)[u"name"].toString(), u"hello"_s);
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void SheetModelTest::typingElsewhereIsAnotherStep()
{
    Stage stage(document({websock(u"\"name\":\"\""_s), websock(u"\"name\":\"\""_s, 3)}));
    DocumentTarget target(stage.session);
    target.setIds({2});
    target.beginTyping(u"name"_s);
    target.set(u"name"_s, Json(u"a"_s));
    target.set(u"info"_s, Json(u"b"_s)); // not what is being typed
    target.set(u"name"_s, Json(u"ab"_s));
    QCOMPARE(stage.stack().count(), 3);
    target.setIds({3});
    target.set(u"name"_s, Json(u"abc"_s));
    target.set(u"name"_s, Json(u"abcd"_s));
    QCOMPARE(stage.stack().count(), 5);
}

void SheetModelTest::freeValues()
{
    ValuesTarget target(test::builtIn().find(144));
    SheetModel model;
    model.setTarget(&target);
    Ear ear(model);
    target.set(u"syncMode"_s, Json(1));
    QCOMPARE(ear.take(), u"syncMode timeoutSec resultVariable"_s);
    target.set(u"operation"_s, Json(0));
    QCOMPARE(target.values().toCompact(), QByteArray(R"({"operation":0,"syncMode":1})"));
    target.set(u"operation"_s, Json(1));
    QVERIFY(row(model, u"syncMode").isHiddenValue());
    target.clear(u"syncMode"_s);
    target.clear(u"syncMode"_s);
    QVERIFY(!row(model, u"syncMode").isHiddenValue());
    target.setValues(Json(7));
    QVERIFY(!row(model, u"operation").isSet);
    ValuesTarget nothing(nullptr);
    model.setTarget(&nothing);
    QVERIFY(model.rows().isEmpty());
}

void SheetModelTest::targetsMayGo()
{
    SheetModel model;
    {
        ValuesTarget target(test::builtIn().find(144));
        model.setTarget(&target);
        QVERIFY(!model.rows().isEmpty());
    }
    QVERIFY(model.rows().isEmpty());
    QVERIFY(!model.target());
    auto stage = std::make_unique<Stage>(document({websock(u"\"name\":\"\""_s)}));
    DocumentTarget target(stage->session);
    target.setIds({2});
    stage.reset();
    QVERIFY(target.objects().isEmpty());
    QVERIFY(!target.type());
    target.beginTyping(u"name"_s);
    target.set(u"name"_s, Json(1));
    target.clear(u"name"_s);
    target.endTyping();
}

QTEST_GUILESS_MAIN(SheetModelTest)
#include "tst_sheetmodel.moc"
