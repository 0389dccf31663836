// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of random edits, undone to the start and done again to the end: the bytes must be the same at both ends, and on the way. The
// session's own checks of its invariants run along.
#include "editing/outlinemodel.h"
#include "editing/variablemodel.h"

#include "scenario/revalidator.h"
#include "unit/editing/stage.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using editing::EditSession;
using test::Stage;

namespace {

/// Does one random edit after the other; the same for the same seed.
class RandomEditor final
{
public:
    RandomEditor(EditSession &session, quint64 seed) : m_session(session), m_random(seed), m_original(session.scenario()) {}

    void edit()
    {
        using Action = void (RandomEditor::*)();
        static constexpr std::array<Action, 20> actions{
            &RandomEditor::add,          &RandomEditor::remove,      &RandomEditor::setProperty,    &RandomEditor::setProperty,
            &RandomEditor::setProperty,  &RandomEditor::clear,       &RandomEditor::move,           &RandomEditor::drag,
            &RandomEditor::remove,       &RandomEditor::link,        &RandomEditor::link,           &RandomEditor::insert,
            &RandomEditor::copyAndPaste, &RandomEditor::addVariable, &RandomEditor::renameVariable, &RandomEditor::variable,
            &RandomEditor::extend,       &RandomEditor::entity,      &RandomEditor::gesture,        &RandomEditor::rarely};
        (this->*actions.at(m_random.below(actions.size())))();
    }

private:
    int below(int bound) { return static_cast<int>(m_random.below(static_cast<quint64>(bound))); }

    qint64 someId()
    {
        const scenario::Scenario &document = m_session.scenario();
        if (document.objectCount() == 0 || below(50) == 0)
            return below(5);
        return document.objectId(below(static_cast<int>(document.objectCount()))).value_or(0);
    }

    QList<qint64> someIds()
    {
        QList<qint64> ids;
        for (int i = below(4); i >= 0; --i)
            ids.append(someId());
        return ids;
    }

    QString someVariable()
    {
        const QList<scenario::Variable> variables = m_session.scenario().variables();
        return variables.isEmpty() || below(20) == 0 ? u"v%1"_s.arg(below(20))
                                                     : variables.at(below(static_cast<int>(variables.size()))).name;
    }

    QPoint somePoint() { return {below(2000) - 1000, below(2000) - 1000}; }
    qint64 someType() { return QList<qint64>{101, 102, 103, 104, 106, 144, 150, 151, 999}.at(below(9)); }

    Json someValue()
    {
        const QString name = someVariable();
        switch (below(7)) {
        case 0:
            return Json(below(4));
        case 1:
            return Json(name);
        case 2:
            return Json::object({{u"argType"_s, Json(2)}, {u"varType"_s, Json(2)}, {u"value"_s, Json(name)}});
        case 3:
            return Json::object({{u"argType"_s, Json(3)}, {u"varType"_s, Json(1)}, {u"value"_s, Json(u"[%1] + 1"_s.arg(name))}});
        case 4:
            return Json::object({{u"argType"_s, Json(4)}, {u"varType"_s, Json(2)}, {u"value"_s, Json(u"{\"a\":[%1]}"_s.arg(name))}});
        case 5:
            return Json::number("1.50");
        default:
            return Json();
        }
    }

    QString someCode(qint64 id)
    {
        const catalogue::ComponentType *type = m_session.typeOf(id);
        if (!type || type->properties.isEmpty() || below(5) == 0)
            return QStringList{u"name"_s, u"info"_s, u"odd"_s, u"transferOdd"_s}.at(below(4));
        return type->properties.at(below(static_cast<int>(type->properties.size()))).code;
    }

    void add() { m_session.addObject(someType(), somePoint()); }
    void setProperty() { m_session.setProperty(someIds(), someCode(someId()), someValue()); }
    void clear() { m_session.clearProperty(someIds(), someCode(someId())); }

    void move()
    {
        QList<std::pair<qint64, QPoint>> places;
        for (const qint64 id : someIds())
            places.append({id, somePoint()});
        m_session.moveObjects(places);
    }

    void drag()
    {
        m_session.joinSteps(u"drag %1"_s.arg(below(3)));
        move();
        if (below(2) == 0)
            m_session.joinSteps({});
    }

    void remove() { m_session.removeObjects(below(2) == 0 ? someIds() : someIds() + someIds()); } // lets it grow slowly

    editing::Link someLink()
    {
        const qint64 from = someId();
        const catalogue::ComponentType *type = m_session.typeOf(from);
        const bool known = type && !type->outcomes.isEmpty();
        return {from, known ? type->outcomes.at(below(static_cast<int>(type->outcomes.size()))).code : u"transferOdd"_s,
                below(4) == 0 ? std::nullopt : std::optional(someId())};
    }

    void link() { static_cast<void>(m_session.link(someLink())); }
    void insert() { static_cast<void>(m_session.insertObject(someLink(), someType(), somePoint())); }
    void copyAndPaste() { m_session.paste(m_session.copy(someIds()), somePoint()); }
    void addVariable() { static_cast<void>(m_session.addVariable(u"v%1"_s.arg(below(20)), 1 + below(3), below(6))); }
    void renameVariable() { static_cast<void>(m_session.renameVariable(someVariable(), u"v%1"_s.arg(below(20)))); }

    void variable()
    {
        switch (below(3)) {
        case 0:
            static_cast<void>(m_session.setVariableType(someVariable(), below(4)));
            break;
        case 1:
            static_cast<void>(m_session.setVariableLocation(someVariable(), below(6)));
            break;
        default:
            static_cast<void>(m_session.removeVariable(someVariable()));
        }
    }

    void extend() { m_session.setExtension(u"key%1"_s.arg(below(4)), someValue()); }
    void entity() { m_session.setEntity(QStringList{u"name"_s, u"code"_s, u"lwt"_s, u"new"_s}.at(below(4)), someValue()); }

    void gesture()
    {
        if (m_isInGesture)
            return;
        const EditSession::Gesture gesture(m_session, u"Several"_s);
        m_isInGesture = true;
        for (int i = below(6); i > 0; --i)
            edit();
        m_isInGesture = false;
    }

    void rarely()
    {
        if (m_isInGesture || below(8) != 0)
            return;
        if (below(4) == 0)
            m_session.replaceAll(m_original, u"Reload"_s);
        else if (m_session.scenario().objectCount() > 0)
            m_session.renumberObject(below(static_cast<int>(m_session.scenario().objectCount())));
    }

    EditSession &m_session;
    core::SeededRandom m_random;
    scenario::Scenario m_original;
    bool m_isInGesture = false;
};

QString generated()
{
    QStringList objects{u"7"_s, u"{\"oType\":102}"_s};
    for (int i = 1; i <= 120; ++i)
        objects.append(u"{\"oId\":%1,\"oType\":%2,\"transfer\":%3,\"variable\":\"v%4\",\"zeta\":[1.0,{\"b\":1,\"a\":2}]}"_s.arg(1 + i % 117)
                           .arg(QList<int>{101, 106, 144, 999}.at(i % 4))
                           .arg((i * 7) % 125)
                           .arg(i % 9));
    QStringList variables{u"\"odd\""_s};
    for (int i = 0; i < 9; ++i)
        variables.append(test::variable(u"v%1"_s.arg(i)));
    return u"{\"id\":\"e\",\"scriptdata\":{\"scriptVersion\":1,\"variables\":[%1],\"objects\":[%2]},\"opts\":{\"variables\":{\"v1\":1.0}},"
           "\"x-signalbox\":{\"inputs\":{\"variables\":{\"v2\":2}}}}"_s.arg(variables.join(u','), objects.join(u','));
}

} // namespace

class RandomEditsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void bothEndsAreTheSame_data();
    void bothEndsAreTheSame();
    void modelsFollow();
    void revalidationFindsTheSame();
};

void RandomEditsTest::bothEndsAreTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("edits");
    QTest::addColumn<quint64>("seed");
    QTest::newRow("generated") << generated() << 10000 << quint64(1);
    QTest::newRow("nothing") << u"{\"objects\":[]}"_s << 1000 << quint64(2);
    for (const QString &folder : {u"scenarios"_s, u"broken"_s}) {
        const QDir dir(QStringLiteral(SIGNALBOX_TEST_DATA) + u'/' + folder);
        for (const QFileInfo &file : dir.entryInfoList(QDir::Files, QDir::Name)) {
            const scenario::ReadResult read = scenario::readScenarioFile(file.filePath());
            if (read.scenario)
                QTest::newRow(qPrintable(file.fileName())) << QString::fromUtf8(read.scenario->toText()) << 500 << quint64(3);
        }
    }
}

void RandomEditsTest::bothEndsAreTheSame()
{
    QFETCH(const QString, text);
    QFETCH(const int, edits);
    QFETCH(const quint64, seed);
    constexpr int mark = 500;
    Stage stage(text);
    const QByteArray first = stage.session.scenario().toText();
    RandomEditor editor(stage.session, seed);
    QMap<int, QByteArray> marks; // texts at some steps, the last one's included
    for (int i = 0; i < edits; ++i) {
        const int step = stage.stack().index();
        editor.edit();
        if (i % mark == 0 && stage.stack().index() > step)
            marks.insert(stage.stack().index(), stage.session.scenario().toText());
        else
            marks.remove(stage.stack().index()); // joined
    }
    const int last = stage.stack().count();
    const QByteArray end = stage.session.scenario().toText();
    QVERIFY2(last > edits / 3, qPrintable(QString::number(last)));
    const int rounds = edits > 5000 ? 1 : 2;
    for (int round = 0; round < rounds; ++round) {
        while (stage.stack().canUndo()) {
            stage.stack().undo();
            if (const auto at = marks.constFind(stage.stack().index()); at != marks.constEnd())
                QCOMPARE(stage.session.scenario().toText(), *at);
        }
        QCOMPARE(stage.session.scenario().toText(), first);
        while (stage.stack().canRedo()) {
            stage.stack().redo();
            if (const auto at = marks.constFind(stage.stack().index()); at != marks.constEnd())
                QCOMPARE(stage.session.scenario().toText(), *at);
        }
        QCOMPARE(stage.session.scenario().toText(), end);
    }
    QCOMPARE(stage.stack().count(), last);
}

void RandomEditsTest::modelsFollow()
{
    Stage stage(generated());
    RandomEditor editor(stage.session, 4);
    editing::OutlineModel outline(stage.session);
    editing::VariableModel variables(stage.session);
    const QAbstractItemModelTester outlineTester(&outline, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester variableTester(&variables, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto texts = [](const QAbstractItemModel &model) {
        QStringList cells;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                cells.append(model.index(row, column).data().toString());
        }
        return cells;
    };
    const auto compare = [&] {
        const editing::OutlineModel freshOutline(stage.session);
        const editing::VariableModel freshVariables(stage.session);
        QCOMPARE(texts(outline), texts(freshOutline));
        QCOMPARE(texts(variables), texts(freshVariables));
    };
    for (int i = 0; i < 300; ++i) {
        editor.edit();
        if (i % 10 == 0)
            compare();
    }
    while (stage.stack().canUndo()) {
        stage.stack().undo();
        if (stage.stack().index() % 10 == 0)
            compare();
    }
    compare();
}

void RandomEditsTest::revalidationFindsTheSame()
{
    Stage stage(generated());
    RandomEditor editor(stage.session, 5);
    scenario::Revalidator revalidator(test::builtIn(), test::capabilities(), stage.dialect);
    const scenario::Validator validator(test::builtIn(), test::capabilities(), stage.dialect);
    const auto compare = [&] {
        const core::Diagnostics again = revalidator.validate(stage.session.scenario());
        const core::Diagnostics fresh = validator.validate(stage.session.scenario());
        QVERIFY(!fresh.isEmpty());
        QVERIFY2(again == fresh, qPrintable(test::describe(again) + test::describe(fresh)));
    };
    for (int i = 0; i < 400 && !QTest::currentTestFailed(); ++i) {
        editor.edit();
        compare();
    }
    for (int i = 0; i < 100 && stage.stack().canUndo() && !QTest::currentTestFailed(); ++i) {
        stage.stack().undo();
        compare();
    }
}

QTEST_GUILESS_MAIN(RandomEditsTest)
#include "tst_randomedits.moc"
