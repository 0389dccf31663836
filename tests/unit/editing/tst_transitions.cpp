// SPDX-License-Identifier: GPL-3.0-or-later
// Transitions as edits: linking, removing with what heals, inserting into an edge.
#include "unit/editing/stage.h"

#include <QRegularExpression>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using editing::Link;
using test::Stage;

class TransitionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void links_data();
    void links();
    void linkErrors_data();
    void linkErrors();
    void removals_data();
    void removals();
    void removesOneOfASharedId();
    void manyRemovalsAreQuick();
    void insertions_data();
    void insertions();
    void insertionErrors();
};

namespace {

/// "1:101>2 2:144>3,t4,e5 3:102": ids, types and targets; of websock success, timeout, error; of compare t true, f false; x is transferX.
QString document(const QString &pattern)
{
    QStringList objects;
    for (const QString &word : pattern.split(u' ')) {
        const QStringList sides = word.split(u'>');
        const QStringList head = sides.first().split(u':');
        QString text = u"{\"oId\":%1,\"oType\":%2"_s.arg(head.at(0), head.at(1));
        for (const QString &target : sides.size() > 1 ? sides.at(1).split(u',') : QStringList()) {
            const bool isCompare = head.at(1) == u"104"_s;
            const QString key = target.startsWith(u't')   ? (isCompare ? u"transferTrue"_s : u"transferTimeout"_s)
                                : target.startsWith(u'f') ? u"transferFalse"_s
                                : target.startsWith(u'e') ? u"transferError"_s
                                : target.startsWith(u'x') ? u"transferX"_s
                                                          : u"transfer"_s;
            text += u",\"%1\":%2"_s.arg(key, QString(target).remove(QRegularExpression(u"^[a-z]"_s)));
        }
        objects.append(text + u'}');
    }
    return u"{\"objects\":[%1]}"_s.arg(objects.join(u','));
}

QString describeLinks(const QList<Link> &links)
{
    QStringList texts;
    for (const Link &link : links)
        texts.append(u"%1 %2 %3"_s.arg(link.from).arg(link.outcome, link.target ? QString::number(*link.target) : u"-"_s));
    return texts.join(u", "_s);
}

} // namespace

void TransitionsTest::links_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<qint64>("target"); // 0: none
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, qint64 from, const QString &outcome, qint64 target, const QString &after) {
        QTest::newRow(name) << document(before) << from << outcome << target << document(after);
    };
    row("set", u"1:101 2:102"_s, 1, u"done"_s, 2, u"1:101>2 2:102"_s);
    row("lead elsewhere", u"1:101>2 2:102 3:102"_s, 1, u"done"_s, 3, u"1:101>3 2:102 3:102"_s);
    row("cut", u"1:101>2 2:102"_s, 1, u"done"_s, 0, u"1:101 2:102"_s);
    row("one of several", u"1:144>2,e2 2:102"_s, 1, u"timeout"_s, 2, u"1:144>2,t2,e2 2:102"_s);
    row("onto itself", u"1:144"_s, 1, u"error"_s, 1, u"1:144>e1"_s);
    row("of an unknown component", u"1:999>x2 2:102 3:102"_s, 1, u"transferX"_s, 3, u"1:999>x3 2:102 3:102"_s);
    row("unknown key of a known component", u"1:101>x2 2:102 3:102"_s, 1, u"transferX"_s, 0, u"1:101 2:102 3:102"_s);
}

void TransitionsTest::links()
{
    QFETCH(const QString, before);
    QFETCH(const qint64, from);
    QFETCH(const QString, outcome);
    QFETCH(const qint64, target);
    QFETCH(const QString, after);
    Stage stage(before);
    QVERIFY(stage.session.link({from, outcome, target == 0 ? std::nullopt : std::optional(target)}));
    QCOMPARE(stage.text(), after);
    QCOMPARE(stage.stack().count(), 1);
    QCOMPARE(stage.log, QStringList{u"changed %1"_s.arg(from)});
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void TransitionsTest::linkErrors_data()
{
    QTest::addColumn<Link>("link");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such source") << Link{7, u"done"_s, 1} << u"not_found"_s;
    QTest::newRow("no such target") << Link{1, u"done"_s, 7} << u"not_found"_s;
    QTest::newRow("no such outcome") << Link{1, u"success"_s, 2} << u"no_outcome"_s;
    QTest::newRow("an outcome without a transition") << Link{2, u"done"_s, 1} << u"no_outcome"_s;
    QTest::newRow("an unknown component's key that is not there") << Link{3, u"transferY"_s, 1} << u"no_outcome"_s;
    QTest::newRow("any other key") << Link{3, u"name"_s, 1} << u"no_outcome"_s;
}

void TransitionsTest::linkErrors()
{
    QFETCH(const Link, link);
    QFETCH(const QString, code);
    const QString before = document(u"1:101>2 2:102 3:999>x1"_s);
    Stage stage(before);
    const core::Result<void> result = stage.session.link(link);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY(!result.error().message.contains(u'%'));
    QCOMPARE(stage.text(), before);
    QCOMPARE(stage.stack().count(), 0);
}

void TransitionsTest::removals_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QList<qint64>>("ids");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("healed");
    QTest::addColumn<QString>("cut");
    const auto row = [](const char *name, const QString &before, const QList<qint64> &ids, const QString &after, const QString &healed,
                        const QString &cut) {
        QTest::newRow(name) << document(before) << ids << document(after) << healed << cut;
    };
    row("one way through", u"1:101>2 2:103>3 3:102"_s, {2}, u"1:101>3 3:102"_s, u"1 done 3"_s, {});
    row("several ways in", u"1:101>2 4:144>2,t2,e3 2:103>3 3:102"_s, {2}, u"1:101>3 4:144>3,t3,e3 3:102"_s,
        u"1 done 3, 4 success 3, 4 timeout 3"_s, {});
    row("one of its ways is set", u"1:101>2 2:144>e3 3:102"_s, {2}, u"1:101>3 3:102"_s, u"1 done 3"_s, {});
    row("two ways to the same", u"1:101>2 2:144>3,e3 3:102"_s, {2}, u"1:101>3 3:102"_s, u"1 done 3"_s, {});
    row("a way back to itself does not count", u"1:101>2 2:144>3,e2 3:102"_s, {2}, u"1:101>3 3:102"_s, u"1 done 3"_s, {});
    row("two ways", u"1:101>2 2:144>3,e4 3:102 4:102"_s, {2}, u"1:101 3:102 4:102"_s, {}, u"1 done -"_s);
    row("no way out", u"1:101>2 2:102"_s, {2}, u"1:101"_s, {}, u"1 done -"_s);
    row("a way to nothing", u"1:101>2 2:103>77"_s, {2}, u"1:101"_s, {}, u"1 done -"_s);
    row("a chain", u"1:101>2 2:103>3 3:103>4 4:102"_s, {3, 2}, u"1:101>4 4:102"_s, u"1 done 4"_s, {});
    row("a chain that forks", u"1:101>2 2:103>3 3:104>t4,f5 4:102 5:102"_s, {2, 3}, u"1:101 4:102 5:102"_s, {}, u"1 done -"_s);
    row("a ring", u"1:101>2 2:103>3 3:103>2"_s, {2, 3}, u"1:101"_s, {}, u"1 done -"_s);
    row("not onto itself", u"1:144>2 2:103>1"_s, {2}, u"1:144"_s, {}, u"1 success -"_s);
    row("unknown components", u"1:999>x2 2:998>x3 3:102"_s, {2}, u"1:999>x3 3:102"_s, u"1 transferX 3"_s, {});
    row("of two, one heals", u"1:104>t2,f3 2:103>4 3:102 4:102"_s, {2, 3}, u"1:104>t4 4:102"_s, u"1 true 4"_s, u"1 false -"_s);
    row("nothing leads here", u"1:101>3 2:103>3 3:102"_s, {2, 2}, u"1:101>3 3:102"_s, {}, {});
    row("the last one", u"1:101"_s, {1}, u"1:101"_s, {}, {});
}

void TransitionsTest::removals()
{
    QFETCH(const QString, before);
    QFETCH(const QList<qint64>, ids);
    QFETCH(QString, after);
    QFETCH(const QString, healed);
    QFETCH(const QString, cut);
    if (QByteArray(QTest::currentDataTag()) == "the last one")
        after = u"{\"objects\":[]}"_s;
    Stage stage(before);
    const editing::Removal removal = stage.session.removeObjects(ids);
    QCOMPARE(stage.text(), after);
    QCOMPARE(describeLinks(removal.healed), healed);
    QCOMPARE(describeLinks(removal.cut), cut);
    QCOMPARE(QSet<qint64>(removal.removed.begin(), removal.removed.end()), QSet<qint64>(ids.begin(), ids.end()));
    QCOMPARE(stage.stack().count(), 1);
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
    stage.stack().redo();
    QCOMPARE(stage.text(), after);
}

void TransitionsTest::removesOneOfASharedId()
{
    const QString before = document(u"1:101>2 2:103>3 2:102 3:102"_s);
    Stage stage(before);
    const editing::Removal removal = stage.session.removeObjects({2});
    QCOMPARE(stage.text(), document(u"1:101>2 2:102 3:102"_s)); // the other one is meant now
    QVERIFY(removal.healed.isEmpty() && removal.cut.isEmpty());
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void TransitionsTest::manyRemovalsAreQuick()
{
    constexpr int count = 20000; // a quadratic way takes minutes
    QStringList words{u"1:101>2"_s};
    QList<qint64> ids;
    for (int i = 2; i < count; ++i) {
        words.append(u"%1:103>%2"_s.arg(i).arg(i + 1));
        if (i % 2 == 0)
            ids.append(i);
    }
    words.append(u"%1:102"_s.arg(count));
    Stage stage(document(words.join(u' ')));
    const editing::Removal removal = stage.session.removeObjects(ids);
    stage.stack().undo();
    QCOMPARE(removal.healed.size(), ids.size());
    QCOMPARE(stage.session.scenario().objectCount(), count);
}

void TransitionsTest::insertions_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<Link>("into");
    QTest::addColumn<qint64>("type");
    QTest::addColumn<QString>("links"); // of from and of the new one
    const auto row = [](const char *name, const QString &before, const Link &into, qint64 type, const QString &links) {
        QTest::newRow(name) << document(before) << into << type << links;
    };
    row("into an edge", u"1:101>2 2:102"_s, {1, u"done"_s, {}}, 103, u"transfer 3 / transfer 2"_s);
    row("with its target given", u"1:101>2 2:102"_s, {1, u"done"_s, 2}, 144, u"transfer 3 / transfer 2"_s);
    row("the first way of two", u"1:144>2,e2 2:102"_s, {1, u"error"_s, {}}, 104, u"transfer 2, transferError 3 / transferTrue 2"_s);
    row("at an unset way out", u"1:101 2:102"_s, {1, u"done"_s, {}}, 103, u"transfer 3 / "_s);
    row("a component without a way out", u"1:101>2 2:102"_s, {1, u"done"_s, {}}, 102, u"transfer 3 / "_s);
    row("into an edge to nothing", u"1:101>7 2:102"_s, {1, u"done"_s, {}}, 103, u"transfer 3 / "_s);
}

void TransitionsTest::insertions()
{
    QFETCH(const QString, before);
    QFETCH(const Link, into);
    QFETCH(const qint64, type);
    QFETCH(const QString, links);
    Stage stage(before);
    const core::Result<qint64> id = stage.session.insertObject(into, type, {8, 9});
    QVERIFY(id);
    const auto describeWays = [&](qint64 object) {
        QStringList texts;
        for (const core::JsonMember &member : stage.session.object(object).members()) {
            if (member.key.startsWith(u"transfer"_s))
                texts.append(member.key + u' ' + QString::number(member.value.toInt().value()));
        }
        return texts.join(u", "_s);
    };
    QCOMPARE(describeWays(into.from) + u" / "_s + describeWays(*id), links);
    QCOMPARE(stage.session.object(*id)[u"oTop"].toInt(), 9);
    QCOMPARE(stage.stack().count(), 1);
    stage.stack().undo();
    QCOMPARE(stage.text(), before);
}

void TransitionsTest::insertionErrors()
{
    const QString before = document(u"1:101>2 2:102"_s);
    Stage stage(before);
    QCOMPARE(stage.session.insertObject({7, u"done"_s, {}}, 103, {}).error().code, u"not_found"_s);
    QCOMPARE(stage.session.insertObject({1, u"error"_s, {}}, 103, {}).error().code, u"no_outcome"_s);
    QCOMPARE(stage.text(), before);
    QCOMPARE(stage.stack().count(), 0);
    QVERIFY(stage.log.isEmpty());
}

QTEST_GUILESS_MAIN(TransitionsTest)
#include "tst_transitions.moc"
