// SPDX-License-Identifier: GPL-3.0-or-later
// The choice of the administrator.
#include "simulator/administrator.h"

#include <QTest>

using namespace signalbox::simulator;
using namespace Qt::StringLiterals;

class AdministratorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheFirstWithTheRole();
};

void AdministratorTest::isTheFirstWithTheRole()
{
    ClusterConfig config;
    config.users.clear();
    QVERIFY(!administratorOf(config));
    config.users.append({u"1"_s, u"ann"_s, u"a"_s, {u"user"_s, u"administrators"_s}, {}});
    QVERIFY(!administratorOf(config));
    config.users.append({u"2"_s, u"bob"_s, u"b"_s, {u"user"_s, u"admin"_s}, {}});
    config.users.append({u"3"_s, u"cem"_s, u"c"_s, {u"admin"_s}, {}});
    QVERIFY(administratorOf(config));
    QCOMPARE(administratorOf(config)->login, u"bob"_s);
}

QTEST_APPLESS_MAIN(AdministratorTest)
#include "tst_administrator.moc"
