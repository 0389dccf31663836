// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnostic.h"

#include <QTest>

using namespace signalbox::core;

class DiagnosticTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void namesSeverities()
    {
        QCOMPARE(severityName(Severity::Error), QStringLiteral("error"));
        QCOMPARE(severityName(Severity::Warning), QStringLiteral("warning"));
        QCOMPARE(severityName(Severity::Info), QStringLiteral("info"));
    }

    void findsErrors()
    {
        Diagnostic warning;
        warning.severity = Severity::Warning;
        Diagnostic info;
        info.severity = Severity::Info;
        QVERIFY(!hasErrors({}));
        QVERIFY(!hasErrors({warning, info}));
        QVERIFY(hasErrors({warning, Diagnostic{}, info}));
    }
};

QTEST_GUILESS_MAIN(DiagnosticTest)
#include "tst_diagnostic.moc"
