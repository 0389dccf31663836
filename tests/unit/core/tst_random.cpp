// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"

#include <QTest>

#include <limits>

using namespace signalbox::core;

namespace {

/// Hands out given bits.
class ScriptedRandom final : public Random
{
public:
    explicit ScriptedRandom(QList<quint64> bits) : m_bits(std::move(bits)) {}
    quint64 next() override { return m_bits.takeFirst(); }
    bool isUsedUp() const { return m_bits.isEmpty(); }

private:
    QList<quint64> m_bits;
};

constexpr quint64 allOnes = std::numeric_limits<quint64>::max();

} // namespace

class RandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void belowIsWithinItsBound()
    {
        SeededRandom random(1);
        for (const quint64 bound : {quint64{1}, quint64{2}, quint64{3}, quint64{10}, quint64{1} << 40, allOnes}) {
            for (int i = 0; i < 200; ++i)
                QVERIFY(random.below(bound) < bound);
        }
        QCOMPARE(random.below(0), quint64{0});
    }

    void belowFavoursNoResult()
    {
        // 2^64 is 1 more than a multiple of 3: the last value is drawn again.
        ScriptedRandom random({allOnes, 4});
        QCOMPARE(random.below(3), quint64{1});
        QVERIFY(random.isUsedUp());
        ScriptedRandom power({allOnes});
        QCOMPARE(power.below(4), quint64{3});
    }

    void unitIsBelowOne()
    {
        ScriptedRandom random({0, allOnes, quint64{1} << 63});
        QCOMPARE(random.unit(), 0.0);
        const double most = random.unit();
        QVERIFY(most < 1.0);
        QVERIFY(most > 0.999999);
        QCOMPARE(random.unit(), 0.5);
    }

    void makesUuids()
    {
        ScriptedRandom zeros({0, 0});
        QCOMPARE(zeros.uuid(), QStringLiteral("00000000-0000-4000-8000-000000000000"));
        ScriptedRandom ones({allOnes, allOnes});
        QCOMPARE(ones.uuid(), QStringLiteral("ffffffff-ffff-4fff-bfff-ffffffffffff"));
        SystemRandom random;
        const QRegularExpression shape(QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        const QString uuid = random.uuid();
        QVERIFY2(shape.match(uuid).hasMatch(), qPrintable(uuid));
        QVERIFY(uuid != random.uuid());
    }

    void makesHexadecimalDigits()
    {
        ScriptedRandom random({0x0807060504030201, 0x0a09});
        QCOMPARE(random.hex(10), QStringLiteral("0102030405060708090a"));
        QVERIFY(random.isUsedUp());
        SystemRandom system;
        QCOMPARE(system.hex(0), QString());
        QCOMPARE(system.hex(16).size(), 32);
    }

    void seededRepeats()
    {
        SeededRandom first(42);
        SeededRandom second(42);
        SeededRandom other(43);
        QCOMPARE(first.next(), quint64{13930160852258120406U}); // mt19937_64 is the same everywhere
        QCOMPARE(second.next(), quint64{13930160852258120406U});
        QVERIFY(other.next() != 13930160852258120406U);
    }
};

QTEST_GUILESS_MAIN(RandomTest)
#include "tst_random.moc"
