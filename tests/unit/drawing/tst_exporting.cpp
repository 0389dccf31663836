// SPDX-License-Identifier: GPL-3.0-or-later
// What a file becomes by its suffix.
#include "drawing/exporting.h"
#include "scenario/scenarioreader.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;

class TestExporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesWhatTheSuffixSays_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("capitals") << u"SVG"_s << QByteArray("<?xml");
        QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
        QTest::newRow("pdf") << u"pdf"_s << QByteArray("%PDF");
        QTest::newRow("dot") << u"dot"_s << QByteArray("digraph");
        QTest::newRow("mmd") << u"mmd"_s << QByteArray("flowchart");
    }
    void makesWhatTheSuffixSays()
    {
        QFETCH(const QString, suffix);
        QFETCH(const QByteArray, begins);
        QVERIFY(drawing::exportSuffixes().contains(suffix.toLower()));
        const auto made = exported(u"{\"objects\":[{\"oId\":1,\"oType\":101}],\"variables\":[]}"_s, suffix);
        QVERIFY(made);
        QVERIFY2(made->startsWith(begins), made->first(12).constData());
    }

    void refusesOtherSuffixesAndNothing()
    {
        const QString one = u"{\"objects\":[{\"oId\":1,\"oType\":101}],\"variables\":[]}"_s;
        const auto unknown = exported(one, u"docx"_s);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, u"unknown_suffix"_s);
        QVERIFY(unknown.error().message.contains(u"docx") && unknown.error().message.contains(u"svg"));
        QCOMPARE(exported(u"{\"objects\":[],\"variables\":[]}"_s, u"svg"_s).error().code, u"empty"_s);
    }

private:
    static core::Result<QByteArray> exported(const QString &text, const QString &suffix)
    {
        return drawing::exported(*scenario::readScenario(text.toUtf8()).scenario, suffix, catalogue::Catalogue::builtIn(), {},
                                 drawing::Theme::Kind::Light);
    }
};

QTEST_MAIN(TestExporting)
#include "tst_exporting.moc"
