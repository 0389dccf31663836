// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace signalbox::core;

namespace {

/// Lets no file of this process grow beyond size bytes, as a full disk would.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t size) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limited{size, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

class FileStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void writesAndReads()
    {
        const QString path = m_dir->filePath(QStringLiteral("a ü.json"));
        QVERIFY(writeFile(path, QByteArray("first\0second", 12)).has_value());
        QCOMPARE(*readFile(path, 100), QByteArray("first\0second", 12));
        QVERIFY(writeFile(path, QByteArrayView()).has_value());
        QCOMPARE(*readFile(path, 0), QByteArray());
        QCOMPARE(names(), QStringList{QStringLiteral("a ü.json")});
    }

    void readsUpToItsLimit()
    {
        const QString path = m_dir->filePath(QStringLiteral("x"));
        const QByteArray large(3'000'000, 'x');
        QVERIFY(writeFile(path, large).has_value());
        QCOMPARE(*readFile(path, 3'000'000), large);
        const auto refused = readFile(path, 2'999'999);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("too_large"));
        QVERIFY(refused.error().message.contains(QStringLiteral("2999999")));
    }

    void noticesWhatIsLargerThanItSays()
    {
        const auto refused = readFile(QStringLiteral("/proc/self/status"), 10); // its size is told as 0
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("too_large"));
    }

    void saysWhyItCannotRead()
    {
        QCOMPARE(readFile(m_dir->filePath(QStringLiteral("missing")), 10).error().code, QStringLiteral("file_not_found"));
        QCOMPARE(readFile(QString(), 10).error().code, QStringLiteral("file_not_found"));
        QCOMPARE(readFile(m_dir->path(), 10).error().code, QStringLiteral("not_a_file"));
        QCOMPARE(readFile(QStringLiteral("/dev/zero"), 10).error().code, QStringLiteral("not_a_file"));
        const auto unreadable = readFile(QStringLiteral("/proc/self/mem"), 10); // opens, but has nothing at 0
        QVERIFY(!unreadable);
        QCOMPARE(unreadable.error().code, QStringLiteral("unreadable"));
        QVERIFY(!unreadable.error().detail.isEmpty());
    }

    void aFullDiskLeavesTheOldContent_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("noticed when the buffer is written") << 5000;
        QTest::newRow("noticed at once") << 1'000'000;
    }

    void aFullDiskLeavesTheOldContent()
    {
        QFETCH(int, size);
        const QString path = m_dir->filePath(QStringLiteral("kept.json"));
        QVERIFY(writeFile(path, "old").has_value());
        Result<void> result;
        {
            const FileSizeLimit limit(4096);
            result = writeFile(path, QByteArray(size, 'x'));
        }
        QVERIFY(!result);
        QCOMPARE(result.error().code, QStringLiteral("disk_full"));
        QVERIFY(result.error().message.contains(QStringLiteral("kept.json")));
        QCOMPARE(*readFile(path, 100), QByteArray("old"));
        QCOMPARE(names(), QStringList{QStringLiteral("kept.json")});
    }

    void saysWhyItCannotWrite()
    {
        QVERIFY(writeFile(m_dir->filePath(QStringLiteral("file")), "x").has_value());
        for (const QString &path : {m_dir->filePath(QStringLiteral("missing/x.json")), m_dir->filePath(QStringLiteral("file/x.json")),
                                    m_dir->path(), QStringLiteral("/dev/full")}) {
            const auto result = writeFile(path, "x");
            QVERIFY2(!result, qPrintable(path));
            QCOMPARE(result.error().code, QStringLiteral("unwritable"));
            QVERIFY2(result.error().message.contains(path), qPrintable(result.error().message));
        }
        QVERIFY(!QFileInfo(QStringLiteral("/dev/full")).isFile());
        QCOMPARE(names(), QStringList{QStringLiteral("file")});
    }

    void keepsLinksAndPermissions()
    {
        const QString target = m_dir->filePath(QStringLiteral("target"));
        const QString link = m_dir->filePath(QStringLiteral("link"));
        QVERIFY(writeFile(target, "old").has_value());
        QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(QFile::link(target, link));
        QVERIFY(writeFile(link, "new").has_value());
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(*readFile(target, 100), QByteArray("new"));
        QVERIFY(!QFileInfo(target).permission(QFile::ReadOther));
    }

private:
    QStringList names() const { return QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(FileStoreTest)
#include "tst_filestore.moc"
