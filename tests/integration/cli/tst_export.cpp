// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself draws: there is no screen, and no other verb pays for that it could.
#include "support/testfiles.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using test::bytesOf;

class ExportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void pictures_data();
    void pictures();
    void themes();
    void others();

private:
    struct Ended {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };
    /// Without a screen, a session or fonts of a setting.
    static Ended run(const QStringList &arguments)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"})
            environment.remove(QLatin1String(name));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(SIGNALBOX_BIN_DIR "/signalbox-cli"), arguments);
        if (!program.waitForFinished(60'000) || program.exitStatus() != QProcess::NormalExit)
            return {};
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QString m_file = QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/retry-loop.json");
};

void ExportTest::pictures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("svg") << u"out.svg"_s << QByteArray("<?xml");
    QTest::newRow("png") << u"out.png"_s << QByteArray("\x89PNG\r\n");
    QTest::newRow("pdf") << u"out.pdf"_s << QByteArray("%PDF-");
}

void ExportTest::pictures()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, begin);
    const QString path = m_folder->filePath(name);
    const Ended ended = run({u"export"_s, m_file, u"-o"_s, path});
    QCOMPARE(ended.err, QByteArray());
    QCOMPARE(ended.out, QByteArray());
    QCOMPARE(ended.exitCode, 0);
    const QByteArray first = bytesOf(path);
    QVERIFY(first.startsWith(begin));
    QCOMPARE(run({u"export"_s, m_file, u"-o"_s, path}).exitCode, 0);
    QCOMPARE(bytesOf(path), first); // another time, another process: the same
}

void ExportTest::themes()
{
    const QString light = m_folder->filePath(u"light.svg"_s);
    const QString dark = m_folder->filePath(u"dark.svg"_s);
    QCOMPARE(run({u"export"_s, m_file, u"-o"_s, light}).exitCode, 0);
    QCOMPARE(run({u"export"_s, m_file, u"-o"_s, dark, u"--theme"_s, u"dark"_s}).exitCode, 0);
    QVERIFY(bytesOf(light).toLower().contains("#f7f8fa"));
    QVERIFY(bytesOf(dark).toLower().contains("#161a21"));
}

void ExportTest::others()
{
    const Ended help = run({u"export"_s, u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains("--output FILE"));
    const Ended verb = run({u"component"_s, u"list"_s});
    QCOMPARE(verb.exitCode, 0);
    QCOMPARE(verb.err, QByteArray());
}

QTEST_GUILESS_MAIN(ExportTest)
#include "tst_export.moc"
