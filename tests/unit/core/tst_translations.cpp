// SPDX-License-Identifier: GPL-3.0-or-later
// Which language is chosen. The test has no texts in its resources, so what it proves is that English and the unknown get none then; window
// and command line are tested with theirs.
#include "core/translations.h"

#include <QTest>

using namespace signalbox;

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void noneForTheseLanguages_data()
    {
        QTest::addColumn<QStringList>("languages");
        QTest::newRow("none") << QStringList{};
        QTest::newRow("English first") << QStringList{QStringLiteral("en-US"), QStringLiteral("ru-RU")};
        QTest::newRow("no locale") << QStringList{QStringLiteral("C")};
        QTest::newRow("without texts") << QStringList{QStringLiteral("de-DE"), QStringLiteral("fr")};
    }
    void noneForTheseLanguages()
    {
        QFETCH(const QStringList, languages);
        QVERIFY(!core::installTranslations(languages));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
