// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of cards and transitions, pixel by pixel where it matters.
#include "drawing/cardpainter.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using namespace signalbox;
using namespace Qt::StringLiterals;
using drawing::Card;
using drawing::CardGeometry;
using drawing::CardPainter;
using drawing::CardState;
using drawing::EdgeState;
using drawing::Role;
using drawing::Theme;

namespace {

constexpr int around = 20; ///< room around the card

Card websock()
{
    Card card;
    card.id = 1;
    card.type = 144;
    card.name = u"Greet"_s;
    card.summary = u"send msg/greet · wait 5 s"_s;
    card.family = u"message"_s;
    card.ports = {{u"success"_s, u"success"_s, u"transfer"_s, 2},
                  {u"timeout"_s, u"timeout"_s, u"transferTimeout"_s, std::nullopt},
                  {u"error"_s, u"error"_s, u"transferError"_s, 3}};
    return card;
}

bool isNear(const QColor &a, const QColor &b, int distance = 24)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) <= distance;
}

} // namespace

class CardPainterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void card();
    void withoutInput();
    void textsStayInside_data();
    void textsStayInside();
    void selection();
    void hoverAndDrop();
    void marks();
    void badge();
    void unknownHasADashedBorder();
    void levelsOfDetail();
    void sameTwice();
    void otherThreads();
    void leavesThePainterAsItWas();
    void edges_data();
    void edges();
    void edgeStates();
    void edgeOfNothing();
    void arrow();
    void icons();

private:
    QImage paint(const Card &card, const CardState &state = {}, double detail = 1) const
    {
        const QSize size = CardGeometry(card, m_theme.sizes()).rect().size().toSize() + QSize(2 * around, 2 * around);
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(m_theme.color(Role::Canvas));
        QPainter painter(&image);
        painter.translate(around, around);
        CardPainter(m_theme).paintCard(painter, card, state, detail);
        return image;
    }
    QImage paint(const QPainterPath &path, const QString &outcome, const EdgeState &state = {}) const
    {
        QImage image(400, 60, QImage::Format_ARGB32_Premultiplied);
        image.fill(m_theme.color(Role::Canvas));
        QPainter painter(&image);
        CardPainter(m_theme).paintEdge(painter, path, outcome, state);
        return image;
    }
    static QColor at(const QImage &image, double x, double y) { return image.pixelColor(qRound(x) + around, qRound(y) + around); }
    bool is(const QColor &color, Role role) const { return isNear(color, m_theme.color(role)); }

    const Theme m_theme = Theme::builtIn(Theme::Kind::Light);
    const QPainterPath m_level = [] {
        QPainterPath path({10, 30});
        path.lineTo(390, 30);
        return path;
    }();
};

void CardPainterTest::card()
{
    const QImage image = paint(websock());
    QVERIFY(is(at(image, 100, 5), Role::Panel));
    QVERIFY(is(at(image, 100, 0), Role::CardLine));
    QVERIFY(is(at(image, 0, 100), Role::CardLine));
    QVERIFY(is(at(image, 0, 0), Role::Canvas)); // a round corner
    QVERIFY(is(at(image, 0, 26), Role::Plain)); // input
    QVERIFY(is(at(image, 232, 63), Role::Success));
    QVERIFY(is(at(image, 232, 85), Role::Panel));   // unset: hollow,
    QVERIFY(is(at(image, 232, 81), Role::Timeout)); // with a ring
    QVERIFY(is(at(image, 232, 107), Role::Error));
    QVERIFY(isNear(at(image, 15, 13), m_theme.tile(u"message")));
    bool hasSymbol = false;
    for (int x = 12; x < 44; ++x)
        hasSymbol = hasSymbol || isNear(at(image, x, 23), m_theme.family(u"message"));
    QVERIFY(hasSymbol);
}

void CardPainterTest::withoutInput()
{
    Card start = websock();
    start.hasInput = false;
    QVERIFY(is(at(paint(start), 0, 26), Role::CardLine));
    Card stop = websock();
    stop.ports.clear();
    stop.hasPortRows = false;
    QVERIFY(is(at(paint(stop), 231, 26), Role::CardLine));
}

void CardPainterTest::textsStayInside_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("summary");
    QTest::newRow("short") << u"Greet"_s << u"wait"_s;
    QTest::newRow("long") << QString(300, u'W') << QString(300, u'W');
    QTest::newRow("words") << u"many words that go on "_s.repeated(20) << u"and on "_s.repeated(50);
    QTest::newRow("tall") << u"ÄÖÅ̊ҤỘgjpqy"_s << u"ÄÖÅ̊ҤỘgjpqy"_s;
    QTest::newRow("markup") << u"<h1>big</h1>"_s << u"<img src=\"x\"/>"_s;
    QTest::newRow("from right to left") << u"שלום עולם"_s.repeated(20) << u"مرحبا بالعالم "_s.repeated(20);
}

void CardPainterTest::textsStayInside()
{
    QFETCH(const QString, name);
    QFETCH(const QString, summary);
    Card card = websock();
    card.ports.clear();
    card.hasPortRows = false;
    card.name = name;
    card.summary = summary;
    const QImage image = paint(card);
    int inked = 0;
    for (int y = 3; y < 49; ++y) {
        for (int x = 46; x < 226; ++x) {
            const bool isInside = x >= 53 && x <= 221 && y >= 7 && y <= 45;
            const bool isPanel = is(at(image, x, y), Role::Panel);
            inked += isPanel ? 0 : 1;
            QVERIFY2(isPanel || isInside, qPrintable(u"%1, %2"_s.arg(x).arg(y)));
        }
    }
    QVERIFY(inked > 40);
}

void CardPainterTest::selection()
{
    const QImage image = paint(websock(), {.isSelected = true});
    QVERIFY(is(at(image, 100, -3), Role::Selection));
    QVERIFY(is(at(image, 100, -4), Role::Selection));
    QVERIFY(is(at(image, 100, -2), Role::Canvas)); // the gap
    QVERIFY(is(at(image, 100, -6), Role::Canvas));
    QVERIFY(is(at(image, -4, 100), Role::Selection));
    QVERIFY(is(at(image, 234, 40), Role::Selection));
    QVERIFY(is(at(image, 100, 126), Role::Selection));
    QVERIFY(!is(at(paint(websock()), 100, -3), Role::Selection));
}

void CardPainterTest::hoverAndDrop()
{
    QVERIFY(is(at(paint(websock(), {.isHovered = true}), 100, 0), Role::ControlLine));
    const QImage target = paint(websock(), {.isDropTarget = true});
    QVERIFY(is(at(target, 100, 0), Role::Accent));
    QVERIFY(is(at(target, 100, 1), Role::Accent));
    QVERIFY(is(at(target, 100, 5), Role::AccentSoft));
    QVERIFY(is(at(target, 0, 26), Role::Accent));
    // A port under the pointer grows.
    QVERIFY(!is(at(paint(websock()), 232, 58), Role::Success));
    QVERIFY(is(at(paint(websock(), {.hoveredPort = 0}), 232, 58), Role::Success));
}

void CardPainterTest::marks()
{
    const auto mark = [this](const CardState &state) {
        return at(paint(websock(), state), 37, 43);
    };
    QVERIFY(is(mark({.hasError = true}), Role::Error));
    QVERIFY(is(mark({.hasError = true, .hasWarning = true}), Role::Error));
    QVERIFY(is(at(paint(websock(), {.hasWarning = true}), 40, 45), Role::Timeout));
    QVERIFY(!is(mark({.hasWarning = true}), Role::Error));
    // Told apart without colour: the one is round, the other has a corner at the top.
    QVERIFY(is(at(paint(websock(), {.hasError = true}), 47, 37), Role::Error));
    QVERIFY(!is(at(paint(websock(), {.hasWarning = true}), 47, 37), Role::Timeout));
}

void CardPainterTest::badge()
{
    const QImage image = paint(websock(), {.badge = u"2 × 0.1 ms"_s});
    QVERIFY(is(at(image, 221, -1), Role::Plain));
    QVERIFY(is(at(image, 226, -1), Role::Canvas));
    const QImage accent = paint(websock(), {.badge = u"waiting"_s, .badgeRole = Role::Accent});
    QVERIFY(is(at(accent, 221, -1), Role::Accent));
}

void CardPainterTest::unknownHasADashedBorder()
{
    Card card = websock();
    card.isKnown = false;
    const QImage image = paint(card);
    int gaps = 0;
    for (int x = 20; x < 210; ++x)
        gaps += is(at(image, x, 0), Role::CardLine) ? 0 : 1;
    QVERIFY2(gaps > 40 && gaps < 150, qPrintable(QString::number(gaps)));
}

void CardPainterTest::levelsOfDetail()
{
    const auto colorsWithin = [](const QImage &image, const QRect &rect) {
        QSet<QRgb> colors;
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x)
                colors.insert(image.pixel(x + around, y + around));
        }
        return colors.size();
    };
    const QRect texts(54, 4, 166, 44);
    const QRect labels(150, 56, 68, 60);
    QVERIFY(colorsWithin(paint(websock()), texts) > 20);
    QVERIFY(colorsWithin(paint(websock(), {}, 0.44), texts) < 12); // two bars with soft ends
    QCOMPARE(colorsWithin(paint(websock(), {}, 0.44), labels), 1);
    const QImage flat = paint(websock(), {}, 0.19);
    QCOMPARE(colorsWithin(flat, QRect(0, 0, 232, 124)), 1);
    QVERIFY(is(at(paint(websock(), {.isSelected = true}, 0.19), 10, 10), Role::Selection));
    QVERIFY(is(at(paint(websock(), {.isSelected = true, .hasError = true}, 0.19), 10, 10), Role::Error));
    QVERIFY(is(at(flat, 240, 63), Role::Canvas));
}

void CardPainterTest::sameTwice()
{
    // With one painter, so that the second comes from what it remembers.
    const CardPainter cards(m_theme);
    QImage first(300, 200, QImage::Format_ARGB32_Premultiplied);
    first.fill(Qt::white);
    QImage second = first;
    for (QImage *image : {&first, &second}) {
        QPainter painter(image);
        painter.translate(around, around);
        cards.paintCard(painter, websock(), {.badge = u"3"_s});
    }
    QCOMPARE(first, second);
    QCOMPARE(paint(websock()), paint(websock()));
}

void CardPainterTest::otherThreads()
{
    // The same picture, though they find nothing laid out; at the same time as this one paints.
    const QImage expected = paint(websock(), {.badge = u"3"_s});
    std::vector<QImage> painted(4);
    std::vector<std::unique_ptr<QThread>> threads;
    for (QImage &image : painted) {
        threads.emplace_back(QThread::create([this, &image] {
            for (int i = 0; i < 20; ++i)
                image = paint(websock(), {.badge = u"3"_s});
        }));
        threads.back()->start();
    }
    for (int i = 0; i < 20; ++i)
        QCOMPARE(paint(websock(), {.badge = u"3"_s}), expected);
    for (const std::unique_ptr<QThread> &thread : threads)
        QVERIFY(thread->wait(20000));
    for (const QImage &image : painted)
        QCOMPARE(image, expected);
}

void CardPainterTest::leavesThePainterAsItWas()
{
    QImage image(300, 200, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setPen(Qt::green);
    painter.translate(3, 4);
    const QTransform before = painter.transform();
    const CardPainter cards(m_theme);
    for (const double detail : {1.0, 0.3, 0.1})
        cards.paintCard(painter, websock(), {.isSelected = true, .hasError = true, .badge = u"1"_s}, detail);
    cards.paintEdge(painter, m_level, u"error", {.label = u"2"_s});
    cards.paintIcon(painter, {0, 0, 32, 32}, 12345, u"flow");
    QCOMPARE(painter.transform(), before);
    QCOMPARE(painter.pen(), QPen(Qt::green));
    QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
}

void CardPainterTest::edges_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<Role>("role");
    QTest::addColumn<int>("strokes"); ///< at least so many along 340 pixels
    QTest::newRow("success") << u"success"_s << Role::Success << 1;
    QTest::newRow("timeout") << u"timeout"_s << Role::Timeout << 25;
    QTest::newRow("error") << u"error"_s << Role::Error << 40;
    QTest::newRow("true") << u"true"_s << Role::True << 1;
    QTest::newRow("false") << u"false"_s << Role::False << 40;
    QTest::newRow("done") << u"done"_s << Role::Plain << 1;
}

void CardPainterTest::edges()
{
    QFETCH(const QString, outcome);
    QFETCH(const Role, role);
    QFETCH(const int, strokes);
    const QImage image = paint(m_level, outcome);
    int found = 0;
    bool wasInk = false;
    for (int x = 15; x < 355; ++x) {
        const bool isInk = is(image.pixelColor(x, 30), role);
        found += isInk && !wasInk ? 1 : 0;
        wasInk = isInk;
    }
    QVERIFY2(strokes == 1 ? found == 1 : found >= strokes, qPrintable(QString::number(found)));
}

void CardPainterTest::edgeStates()
{
    QVERIFY(is(paint(m_level, u"success"_s).pixelColor(100, 34), Role::Canvas));
    const QColor glow = paint(m_level, u"success"_s, {.isHovered = true}).pixelColor(100, 33);
    QVERIFY(!is(glow, Role::Canvas) && !is(glow, Role::Success));
    QVERIFY(is(paint(m_level, u"success"_s, {.isSelected = true}).pixelColor(100, 30), Role::Selection));
    QVERIFY(is(paint(m_level, u"success"_s, {.isTaken = true}).pixelColor(100, 30), Role::Success));
    const QImage counted = paint(m_level, u"timeout"_s, {.label = u"2"_s});
    QVERIFY(is(counted.pixelColor(194, 30), Role::Timeout));
    QVERIFY(is(counted.pixelColor(200, 23), Role::Timeout));
}

void CardPainterTest::edgeOfNothing()
{
    const QImage image = paint(QPainterPath(), u"success"_s, {.isSelected = true, .label = u"2"_s});
    QVERIFY(is(image.pixelColor(0, 0), Role::Canvas));
}

void CardPainterTest::arrow()
{
    const QImage image = paint(m_level, u"success"_s);
    QVERIFY(is(image.pixelColor(384, 26), Role::Success)); // the head's arms, above and below,
    QVERIFY(is(image.pixelColor(384, 33), Role::Success));
    QVERIFY(is(image.pixelColor(384, 22), Role::Canvas));
    QVERIFY(is(image.pixelColor(393, 30), Role::Canvas)); // and nothing beyond its tip
    QPainterPath down({50, 5});
    down.lineTo(50, 50);
    const QImage turned = paint(down, u"success"_s);
    QVERIFY(is(turned.pixelColor(46, 44), Role::Success));
    QVERIFY(is(turned.pixelColor(53, 44), Role::Success));
}

void CardPainterTest::icons()
{
    // What has no symbol shows its number, within the tile whatever its length.
    for (const qint64 type : {qint64(144), qint64(202), qint64(12345), qint64(9'223'372'036'854'775'807), qint64(-1)}) {
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        CardPainter(m_theme).paintIcon(painter, {4, 4, 32, 32}, type, u"data");
        painter.end();
        int inked = 0;
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                const QColor color = image.pixelColor(x, y);
                const bool isInside = x >= 4 && x < 36 && y >= 4 && y < 36;
                QVERIFY(isInside || color == QColor(Qt::white));
                inked += isInside && !isNear(color, m_theme.tile(u"data")) && color != QColor(Qt::white) ? 1 : 0;
            }
        }
        QVERIFY2(inked > 8, qPrintable(QString::number(type)));
    }
}

QTEST_MAIN(CardPainterTest)
#include "tst_cardpainter.moc"
