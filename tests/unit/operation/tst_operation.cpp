// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that refuse an operation before anything is sent, and the texts of outcomes.
#include "operation/operation.h"

#include <QTest>

#include <limits>

using namespace signalbox;
using namespace signalbox::operation;
using namespace Qt::StringLiterals;

class TestOperation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void outcomes()
    {
        QCOMPARE(outcomeName(OutcomeKind::Success), u"success"_s);
        QCOMPARE(outcomeName(OutcomeKind::Timeout), u"timeout"_s);
        QCOMPARE(outcomeName(OutcomeKind::Error), u"error"_s);

        const Outcome success = Outcome::success(u"{}"_s);
        QCOMPARE(success.kind, OutcomeKind::Success);
        QCOMPARE(success.result, u"{}"_s);
        QCOMPARE(success.errorText(), QString());

        const Outcome timeout = Outcome::timeout();
        QCOMPARE(timeout.kind, OutcomeKind::Timeout);
        QVERIFY(timeout.error.code.isEmpty());
        QCOMPARE(timeout.errorText(), u"timeout: nothing came back in time"_s);

        const Outcome failure = Outcome::failure(u"not_found"_s, u"no such connection"_s);
        QCOMPARE(failure.kind, OutcomeKind::Error);
        QCOMPARE(failure.errorText(), u"not_found: no such connection"_s);
        QCOMPARE(Outcome::failure(u"internal"_s, {}).errorText(), u"internal"_s);
        QVERIFY(failure == Outcome::failure(u"not_found"_s, u"no such connection"_s));
        QVERIFY(!(failure == timeout));
    }

    void operations_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QString>("message"); // empty: accepted

        const QString conn = u"8e5f4f0c-0000-4000-8000-000000000001"_s;
        SendMessage send;
        send.capability = u"msg"_s;
        send.event = u"greet"_s;
        send.content = u"{}"_s;
        send.wait = true;
        send.timeoutS = 5;
        const auto with = [&send](auto change) {
            SendMessage changed = send;
            change(changed);
            return changed;
        };

        QTest::newRow("send") << Operation{conn, send} << QString();
        QTest::newRow("no connection") << Operation{{}, send} << u"The connection id is empty."_s;
        QTest::newRow("no capability") << Operation{conn, with([](auto &m) { m.capability.clear(); })}
                                       << u"The name of the API extension is empty."_s;
        QTest::newRow("no event") << Operation{conn, with([](auto &m) { m.event.clear(); })} << u"The message code is empty."_s;
        QTest::newRow("empty content is the port's business") << Operation{conn, with([](auto &m) { m.content.clear(); })} << QString();
        QTest::newRow("longest wait") << Operation{conn, with([](auto &m) { m.timeoutS = 3600; })} << QString();
        QTest::newRow("wait too long") << Operation{conn, with([](auto &m) { m.timeoutS = 3600.5; })}
                                       << u"The time to wait must be over 0 and at most 3600 s, not 3600.5."_s;
        QTest::newRow("no time") << Operation{conn, with([](auto &m) { m.timeoutS = 0; })}
                                 << u"The time to wait must be over 0 and at most 3600 s, not 0."_s;
        QTest::newRow("negative time") << Operation{conn, with([](auto &m) { m.timeoutS = -1; })}
                                       << u"The time to wait must be over 0 and at most 3600 s, not -1."_s;
        QTest::newRow("time without waiting") << Operation{conn, with([](auto &m) {
                                                               m.timeoutS = 0;
                                                               m.wait = false;
                                                           })}
                                              << QString();
        QTest::newRow("temp file") << Operation{conn, PlaceTempFile{u":TEMP/a.pdf"_s}} << QString();
        QTest::newRow("temp file without path") << Operation{conn, PlaceTempFile{}} << u"The file path is empty."_s;
        QTest::newRow("temp file with NUL") << Operation{conn, PlaceTempFile{u":TEMP/a\0b"_s}} << u"The file path holds a NUL character."_s;
        QTest::newRow("list") << Operation{conn, ListFiles{}} << QString();
        QTest::newRow("list without connection") << Operation{{}, ListFiles{}} << u"The connection id is empty."_s;
        QTest::newRow("get") << Operation{conn, GetFile{u"a.txt"_s}} << QString();
        QTest::newRow("get without name") << Operation{conn, GetFile{}} << u"The file name is empty."_s;
        QTest::newRow("get above") << Operation{conn, GetFile{u"../a"_s}} << u"A file name must not hold \"/\"."_s;
        QTest::newRow("delete") << Operation{conn, DeleteFile{u"a.txt"_s}} << QString();
        QTest::newRow("delete parent") << Operation{conn, DeleteFile{u".."_s}} << u"\"..\" is no file name."_s;
        QTest::newRow("put") << Operation{conn, PutFile{u":TEMP/a.txt"_s, u"b.txt"_s}} << QString();
        QTest::newRow("put under its base name") << Operation{conn, PutFile{u":TEMP/a.txt"_s, {}}} << QString();
        QTest::newRow("put a folder") << Operation{conn, PutFile{u":TEMP/a/"_s, {}}} << u"The file name is empty."_s;
        QTest::newRow("put without path") << Operation{conn, PutFile{{}, u"b.txt"_s}} << u"The file path is empty."_s;
        QTest::newRow("put with a bad name") << Operation{conn, PutFile{u":TEMP/a.txt"_s, u"a\\b"_s}}
                                             << u"A file name must not hold \"\\\"."_s;
    }

    void operations()
    {
        QFETCH(const Operation, operation);
        QFETCH(const QString, message);
        const auto result = check(operation, core::Dialect());
        QCOMPARE(result ? QString() : result.error().message, message);
        if (!result)
            QCOMPARE(result.error().code, u"bad_argument"_s);
    }

    void notANumberIsNoTime()
    {
        SendMessage send{Direction::TokenMessage, u"msg"_s, u"greet"_s, u"{}"_s, true, std::numeric_limits<double>::quiet_NaN()};
        QVERIFY(!check({u"c"_s, send}, core::Dialect()));
    }

    void limitComesFromTheDialect()
    {
        core::Dialect dialect;
        dialect.timeoutMaxS = 5;
        SendMessage send{Direction::UserApiEvent, u"b"_s, u"greet"_s, u"{}"_s, true, 5};
        QVERIFY(check({u"c"_s, send}, dialect));
        send.timeoutS = 6;
        QVERIFY(!check({u"c"_s, send}, dialect));
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("message");
        QTest::newRow("plain") << u"report.pdf"_s << QString();
        QTest::newRow("dots inside") << u"..a..b.."_s << QString();
        QTest::newRow("umlauts and emoji") << u"Größe 😀.txt"_s << QString();
        QTest::newRow("255 bytes") << QString(255, u'a') << QString();
        QTest::newRow("256 bytes") << QString(256, u'a') << u"The file name has 256 bytes; at most 255 are possible."_s;
        QTest::newRow("128 umlauts") << QString(128, u'ä') << u"The file name has 256 bytes; at most 255 are possible."_s;
        QTest::newRow("empty") << QString() << u"The file name is empty."_s;
        QTest::newRow("dot") << u"."_s << u"\".\" is no file name."_s;
        QTest::newRow("NUL") << u"a\0.txt"_s << u"The file name holds a NUL character."_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD83D)) << u"The file name holds half a character (a lone surrogate)."_s;
    }

    void fileNames()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, message);
        const auto result = checkFileName(name);
        QCOMPARE(result ? QString() : result.error().message, message);
    }

    void storedName()
    {
        QCOMPARE((PutFile{u":SYNC_COMMON/custom/a b.txt"_s, {}}.storedName()), u"a b.txt"_s);
        QCOMPARE((PutFile{u"plain"_s, {}}.storedName()), u"plain"_s);
        QCOMPARE((PutFile{u":TEMP/a"_s, u"b"_s}.storedName()), u"b"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
