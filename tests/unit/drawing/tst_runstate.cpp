// SPDX-License-Identifier: GPL-3.0-or-later
// A run's state: in words, on badges and for screen readers, and as it is painted.
#include "drawing/cardpainter.h"
#include "drawing/runtext.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::drawing;

class TestRunState : public QObject
{
    Q_OBJECT

private:
    /// Of a component with the ways success, timeout and error.
    static Card card(int ports = 3)
    {
        Card card;
        for (const char *outcome : {"success", "timeout", "error"})
            card.ports.append({QLatin1String(outcome), u"the "_s + QLatin1String(outcome), {}, {}});
        card.ports.resize(ports);
        return card;
    }
    static CardRun ended(qint64 count, qint64 us, const char *outcome = "")
    {
        CardRun run;
        run.count = count;
        run.spentUs = us;
        run.outcome = QLatin1String(outcome);
        return run;
    }
    static CardRun at(RunPhase phase, qint64 waitedUs = 0, int attempt = 0)
    {
        CardRun run;
        run.phase = phase;
        run.waitedUs = waitedUs;
        run.attempt = attempt;
        return run;
    }

    static constexpr int around = 20;
    QImage paint(const CardState &state, double detail = 1) const
    {
        const Card shown = card();
        const QSize size = CardGeometry(shown, m_theme.sizes()).rect().size().toSize() + QSize(2 * around, 2 * around);
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(m_theme.color(Role::Canvas));
        QPainter painter(&image);
        painter.translate(around, around);
        CardPainter(m_theme).paintCard(painter, shown, state, detail);
        return image;
    }
    QImage paint(const EdgeState &state) const
    {
        QPainterPath path({10, 30});
        path.lineTo(390, 30);
        QImage image(400, 60, QImage::Format_ARGB32_Premultiplied);
        image.fill(m_theme.color(Role::Canvas));
        QPainter painter(&image);
        CardPainter(m_theme).paintEdge(painter, path, u"success", state);
        return image;
    }
    bool isNear(const QColor &color, Role role) const
    {
        const QColor wanted = m_theme.color(role);
        const auto off = [](int a, int b) {
            return std::abs(a - b);
        };
        return off(color.red(), wanted.red()) + off(color.green(), wanted.green()) + off(color.blue(), wanted.blue()) < 24;
    }
    /// Of a card's picture.
    bool is(const QImage &image, double x, double y, Role role) const
    {
        return isNear(image.pixelColor(qRound(x) + around, qRound(y) + around), role);
    }

    const Theme m_theme = Theme::builtIn(Theme::Kind::Light);

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void durations_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"0 ms"_s;
        QTest::newRow("before the start") << qint64(-5) << u"0 ms"_s;
        QTest::newRow("next to none") << qint64(3) << u"<0.1 ms"_s;
        QTest::newRow("parts") << qint64(130) << u"0.1 ms"_s;
        QTest::newRow("whole") << qint64(2000) << u"2 ms"_s;
        QTest::newRow("many") << qint64(250'400) << u"250 ms"_s;
        QTest::newRow("seconds") << qint64(1'812'000) << u"1.8 s"_s;
        QTest::newRow("five") << qint64(5'000'300) << u"5 s"_s;
        QTest::newRow("minutes") << qint64(125'000'000) << u"2 min 5 s"_s;
        QTest::newRow("long") << qint64(100'000) * 60'000'000 << u"100,000 min 0 s"_s;
    }
    void durations()
    {
        QFETCH(const qint64, us);
        QTEST(durationText(us), "text");
    }

    void badges()
    {
        QCOMPARE(runBadge({}, card()), RunBadge());
        QCOMPARE(runBadge(ended(1, 100), card(1)), (RunBadge{u"0.1 ms"_s, Role::Plain}));
        QCOMPARE(runBadge(ended(2, 200, "success"), card(1)), (RunBadge{u"2 × 0.1 ms"_s, Role::Plain})); // it has one way
        QCOMPARE(runBadge(ended(2, 10'000'000, "timeout"), card()), (RunBadge{u"the timeout · 2 × 5 s"_s, Role::Timeout}));
        QCOMPARE(runBadge(ended(1, 40'000, "error"), card()), (RunBadge{u"the error · 40 ms"_s, Role::Error}));
        QCOMPARE(runBadge(ended(1234, 1'234'000, "odd"), card()), (RunBadge{u"1,234 × 1 ms"_s, Role::Plain}));
        QCOMPARE(runBadge(at(RunPhase::Waiting, 1'812'000, 3), card()), (RunBadge{u"waiting 1.8 s · try 3"_s, Role::Accent}));
        QCOMPARE(runBadge(at(RunPhase::Paused), card()), (RunBadge{u"paused"_s, Role::Accent}));
        QCOMPARE(runBadge(at(RunPhase::Current, 0, 1), card()), (RunBadge{u"running"_s, Role::Accent}));
        QCOMPARE(countText(0), QString());
        QCOMPARE(countText(1200), u"1,200"_s);
    }

    void spoken()
    {
        QCOMPARE(spokenRun(CardRun(), card()), QString());
        CardRun run = ended(2, 10'000'000, "timeout");
        run.phase = RunPhase::Waiting;
        run.waitedUs = 1'812'000;
        run.attempt = 3;
        run.breakpoint = Breakpoint::Conditional;
        QCOMPARE(spokenRun(run, card()), u"the run waits here for 1.8 s, attempt 3, ran 2 time(s), 10 s in all, last outcome the timeout, "
                                         u"has a breakpoint with a condition"_s);
        QCOMPARE(spokenRun(at(RunPhase::Paused), card()), u"the run is paused here"_s);
        QCOMPARE(spokenRun(at(RunPhase::Current), card()), u"the run is here"_s);
        QCOMPARE(spokenRun(EdgeRun()), QString());
        QCOMPARE(spokenRun(EdgeRun{2, Breakpoint::Disabled}), u"taken 2 time(s), has a breakpoint that is off"_s);
        QCOMPARE(spokenRun(EdgeRun{0, Breakpoint::Enabled}), u"has a breakpoint"_s);
    }

    void theCurrentCardIsOutlined()
    {
        const double height = CardGeometry(card(), m_theme.sizes()).rect().height();
        CardState state;
        QVERIFY(!is(paint(state), -3, height / 2, Role::Accent));
        state.isCurrent = true;
        QVERIFY(is(paint(state), -3, height / 2, Role::Accent));
        state.isSelected = true; // beside the selection's own ring
        const QImage both = paint(state);
        QVERIFY(is(both, -3, height / 2, Role::Selection));
        QVERIFY(is(both, -7, height / 2, Role::Accent));
        // Far out it is a block of that colour, and a taken one is fuller than others.
        QVERIFY(is(paint(CardState{.isCurrent = true}, 0.1), 100, height / 2, Role::Accent));
        const auto block = [&](bool isTaken) {
            return paint(CardState{.isTaken = isTaken}, 0.1).pixelColor(around + 100, around + 20).lightness();
        };
        QVERIFY(block(true) < block(false));
    }

    void breakpointsDifferInShape()
    {
        const auto at = [this](Breakpoint breakpoint, double down) {
            CardState state;
            state.breakpoint = breakpoint;
            const QImage image = paint(state);
            return is(image, 14, down, Role::Error) ? 'e' : is(image, 14, down, Role::Panel) ? 'p' : '?';
        };
        QCOMPARE(at(Breakpoint::Enabled, 0), 'e');
        QCOMPARE(at(Breakpoint::Enabled, 5), 'e');
        QCOMPARE(at(Breakpoint::Disabled, 0), 'p'); // hollow
        QCOMPARE(at(Breakpoint::Disabled, 5), 'e');
        QCOMPARE(at(Breakpoint::Conditional, 0), 'e'); // between the lines of its sign
        QCOMPARE(at(Breakpoint::Conditional, -3), 'p');
        QVERIFY(at(Breakpoint::None, 5) != 'e');
    }

    void takenEdgesAreThickWithTheirCount()
    {
        const auto besideTheMiddle = [this](const EdgeState &state) {
            return paint(state).pixelColor(120, 31).lightness(); // the line is from 29 to 31, then from 28.5 to 31.5
        };
        EdgeState taken;
        taken.isTaken = true;
        QVERIFY(besideTheMiddle(taken) < besideTheMiddle({}) - 30);
        taken.label = countText(2);
        const QImage labelled = paint(taken);
        QVERIFY(isNear(labelled.pixelColor(200 - 6, 24), Role::Success)); // the chip
        QVERIFY(!isNear(paint(EdgeState{}).pixelColor(200 - 6, 24), Role::Success));
        EdgeState held;
        held.breakpoint = Breakpoint::Enabled;
        QVERIFY(isNear(paint(held).pixelColor(40, 25), Role::Error));
        held.breakpoint = Breakpoint::Disabled;
        QVERIFY(isNear(paint(held).pixelColor(40, 30), Role::Panel));
    }
};

QTEST_MAIN(TestRunState)
#include "tst_runstate.moc"
