// SPDX-License-Identifier: GPL-3.0-or-later
// Edits that are not saved: kept beside the interface thread, gone once they are saved, offered after a crash alone.
#include "designer/shell/autosave.h"
#include "scenario/scenarioreader.h"
#include "support/manualtime.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;
using namespace std::chrono_literals;

class TestAutosave : public QObject
{
    Q_OBJECT

private:
    test::ManualClock m_clock;
    test::ManualScheduler m_scheduler{m_clock};
    std::unique_ptr<QTemporaryDir> m_folder;
    const int m_document = 0;

    static scenario::Scenario scenarioOf(const QByteArray &name)
    {
        return *scenario::readScenario("{\"objects\":[{\"oId\":1,\"oType\":101,\"name\":\"" + name + "\"}],\"variables\":[]}").scenario;
    }
    QString place() const { return m_folder->filePath(u"autosave"_s); }
    QStringList files() const { return QDir(place()).entryList({u"*.json"_s}, QDir::Files); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsTheLatest()
    {
        Autosave autosave(place(), m_scheduler);
        QByteArray name = "first";
        autosave.keep(&m_document, {}, u"t"_s, [&name] { return scenarioOf(name); });
        name = "second"; // it is asked for when it is its time
        autosave.keep(&m_document, {}, u"t"_s, [] { return scenarioOf("never asked"); });
        QVERIFY(files().isEmpty());
        m_scheduler.advance(3s);
        QTRY_COMPARE(files().size(), 1);
        QFile file(place() + u'/' + files().first());
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("second"));
        QVERIFY(autosave.leftovers().isEmpty()); // its own
        Autosave other(place(), m_scheduler);
        QVERIFY(other.leftovers().isEmpty()); // of a program that runs
        autosave.drop(&m_document);
        QVERIFY(files().isEmpty());
    }

    void whatIsDroppedIsNotWritten()
    {
        {
            Autosave autosave(place(), m_scheduler);
            autosave.keep(&m_document, {}, u"t"_s, [] { return scenarioOf("a"); });
            m_scheduler.advance(3s); // the thread may be writing
            autosave.drop(&m_document);
        }
        QVERIFY(files().isEmpty());
        m_scheduler.advance(3s);
        QVERIFY(files().isEmpty());
    }

    void offersWhatACrashLeft()
    {
        QByteArray content;
        QString name;
        {
            Autosave autosave(place(), m_scheduler);
            autosave.keep(&m_document, u"/somewhere/greet.json"_s, u"greet.json"_s, [] { return scenarioOf("kept"); });
            m_scheduler.advance(3s);
            QTRY_COMPARE(files().size(), 1);
            name = files().first();
            QFile file(place() + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            content = file.readAll();
        }
        const auto put = [this](const QString &as, const QByteArray &text) {
            QFile file(place() + u'/' + as);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(put(name, content)); // as if the program had not come to its end
        QVERIFY(put(u"broken-1.json"_s, "{"));
        Autosave next(place(), m_scheduler);
        const QList<Autosave::Leftover> leftovers = next.leftovers();
        QCOMPARE(leftovers.size(), 1);
        QCOMPARE(leftovers.first().path, u"/somewhere/greet.json"_s);
        QCOMPARE(leftovers.first().content, scenarioOf("kept").toText());
        Autosave::forget(leftovers.first());
        QVERIFY(next.leftovers().isEmpty());
        QVERIFY(QFile::exists(place() + u"/broken-1.json"_s)); // it may hold something still
    }

    void saysOnceWhenItCannot()
    {
        QFile inTheWay(place());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Autosave autosave(place(), m_scheduler);
        QSignalSpy faulted(&autosave, &Autosave::faulted);
        for (int i = 0; i < 3; ++i) {
            autosave.keep(&m_document, {}, u"greet"_s, [] { return scenarioOf("a"); });
            m_scheduler.advance(3s);
        }
        QCOMPARE(faulted.size(), 1);
        QVERIFY(faulted.first().first().toString().contains(u"greet"));
    }
};

QTEST_GUILESS_MAIN(TestAutosave)
#include "tst_autosave.moc"
