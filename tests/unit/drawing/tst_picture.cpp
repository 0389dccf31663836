// SPDX-License-Identifier: GPL-3.0-or-later
// Whole scenarios as files.
#include "documents.h"
#include "drawing/picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace signalbox;
using namespace Qt::StringLiterals;
using drawing::Picture;
using drawing::PictureFormat;
using drawing::Role;
using drawing::Theme;

namespace {

/// Takes so many bytes, then says that it is full.
class FullDevice final : public QIODevice
{
public:
    explicit FullDevice(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        const qint64 taken = std::min(size, m_room);
        m_room -= taken;
        if (taken > 0)
            return taken;
        setErrorString(u"no room"_s);
        return -1;
    }

private:
    qint64 m_room;
};

/// Size of the first page, in points.
QSizeF pageOf(const QByteArray &pdf)
{
    const QRegularExpressionMatch match = QRegularExpression(u"/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)\\]"_s).match(QString::fromLatin1(pdf));
    return {match.captured(1).toDouble(), match.captured(2).toDouble()};
}

} // namespace

class PictureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void bounds();
    void boundsHoldBackEdges();
    void jumps();
    void png();
    void pngScale();
    void svg();
    void pdf();
    void sameBytes_data();
    void sameBytes();
    void empty();
    void tooLarge_data();
    void tooLarge();
    void notWritten_data();
    void notWritten();
    void paintsItsDetail();
    void longPdf();
    void leavesPaper();
    void paintsWhatTheClipShows();

private:
    Picture picture(const scenario::Scenario &scenario, const Theme &theme) const { return {scenario, m_catalogue, m_dialect, theme}; }
    QByteArray written(const Picture &picture, PictureFormat format, double scale = 1) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const core::Result<void> result = picture.write(buffer, format, scale);
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return buffer.data();
    }

    const catalogue::Catalogue m_catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect m_dialect = {};
    const Theme m_light = Theme::builtIn(Theme::Kind::Light);
    const Theme m_dark = Theme::builtIn(Theme::Kind::Dark);
    const scenario::Scenario m_scenario = test::scenarioOf(R"(
        {"oId":1,"oType":101,"oLeft":0,"oTop":0,"name":"Start","transfer":2},
        {"oId":2,"oType":144,"oLeft":100,"oTop":0,"name":"Greet & <wait>","eventName":{"argType":1,"value":"greet"},"transfer":3,"transferTimeout":2,"transferError":77},
        {"oId":3,"oType":102,"oLeft":200,"oTop":0,"name":"Stop"}, 5)");
};

void PictureTest::bounds()
{
    const Picture one = picture(test::scenarioOf(R"({"oId":3,"oType":102,"oLeft":10,"oTop":-20})"), m_light);
    QCOMPARE(one.bounds(), QRectF(30 - 24, -60 - 24, 232 + 48, 52 + 48));
    const Picture far = picture(test::scenarioOf(R"({"oId":1,"oType":102},{"oId":2,"oType":102,"oLeft":1e9})"), m_light);
    QVERIFY(far.bounds().width() < 1e7);
}

void PictureTest::boundsHoldBackEdges()
{
    // Greet leads back to itself, around below.
    QVERIFY(picture(m_scenario, m_light).bounds().bottom() > 124 + 24 + 20);
}

void PictureTest::jumps()
{
    const auto isDrawn = [this](const QString &label) {
        const Picture whole = picture(test::scenarioOf(QString(uR"({"oId":1,"oType":150,"label":{"argType":1,"value":"a"}},
            {"oId":2,"oType":151,"oLeft":120,"label":{"argType":1,"value":"%1"}})"_s)
                                                           .arg(label)
                                                           .toUtf8()),
                                      m_light);
        const QImage image = QImage::fromData(written(whole, PictureFormat::Png), "PNG");
        const QRect between = QRect(232 + 10, 10, 360 - 232 - 20, 32).translated(-whole.bounds().topLeft().toPoint());
        qsizetype inked = 0;
        for (int x = between.left(); x <= between.right(); ++x) {
            for (int y = between.top(); y <= between.bottom(); ++y)
                inked += image.pixelColor(x, y) != m_light.color(Role::Canvas) ? 1 : 0;
        }
        return inked > 30;
    };
    QVERIFY(isDrawn(u"a"_s));
    QVERIFY(!isDrawn(u"b"_s));
}

void PictureTest::png()
{
    const Picture whole = picture(m_scenario, m_light);
    const QImage image = QImage::fromData(written(whole, PictureFormat::Png), "PNG");
    QCOMPARE(image.size(), whole.bounds().size().toSize());
    QCOMPARE(image.pixelColor(0, 0), m_light.color(Role::Canvas));
    const QPoint origin = whole.bounds().topLeft().toPoint();
    QCOMPARE(image.pixelColor(QPoint(100, 6) - origin), m_light.color(Role::Panel));  // inside of Start
    QCOMPARE(image.pixelColor(QPoint(265, 26) - origin), m_light.color(Role::Plain)); // its line to Greet
    const QImage dark = QImage::fromData(written(picture(m_scenario, m_dark), PictureFormat::Png), "PNG");
    QCOMPARE(dark.size(), image.size());
    QCOMPARE(dark.pixelColor(0, 0), m_dark.color(Role::Canvas));
    QCOMPARE(dark.pixelColor(QPoint(100, 6) - origin), m_dark.color(Role::Panel));
}

void PictureTest::pngScale()
{
    const Picture whole = picture(m_scenario, m_light);
    const QImage image = QImage::fromData(written(whole, PictureFormat::Png, 2), "PNG");
    QCOMPARE(image.size(), 2 * whole.bounds().size().toSize());
    QCOMPARE(image.dotsPerMeterX(), 7559); // so that it is shown as large as the other
}

void PictureTest::svg()
{
    QXmlStreamReader xml(written(picture(m_scenario, m_light), PictureFormat::Svg));
    QString texts;
    int paths = 0;
    int dashed = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "path"_L1)
            ++paths;
        if (xml.isStartElement() && !xml.attributes().value("stroke-dasharray"_L1).isEmpty() &&
            xml.attributes().value("stroke-dasharray"_L1) != "none"_L1)
            ++dashed;
        if (xml.isCharacters())
            texts += xml.text();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const char *text : {"Start", "Greet & <wait>", "send greet", "success", "timeout", "error", "Stop"})
        QVERIFY2(texts.contains(QLatin1String(text)), text);
    QVERIFY(paths > 10);
    QVERIFY(dashed >= 1);
}

void PictureTest::pdf()
{
    const QByteArray file = written(picture(m_scenario, m_light), PictureFormat::Pdf);
    QVERIFY(file.startsWith("%PDF-1."));
    QVERIFY(file.trimmed().endsWith("%%EOF"));
    const QRectF bounds = picture(m_scenario, m_light).bounds();
    // One page as large as the picture, 96 units an inch.
    QVERIFY(std::abs(pageOf(file).width() - bounds.width() * 0.75) < 1);
    QVERIFY(std::abs(pageOf(file).height() - bounds.height() * 0.75) < 1);
    // What counts bytes still fits: the table of contents is where the end says.
    const qsizetype at = file.lastIndexOf("startxref\n");
    const qsizetype table = file.mid(at + 10, 20).split('\n').first().toLongLong();
    QVERIFY(file.mid(table).startsWith("xref"));
}

void PictureTest::sameBytes_data()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("svg") << PictureFormat::Svg;
    QTest::newRow("png") << PictureFormat::Png;
    QTest::newRow("pdf") << PictureFormat::Pdf;
}

void PictureTest::sameBytes()
{
    QFETCH(const PictureFormat, format);
    const QByteArray file = written(picture(m_scenario, m_light), format);
    QCOMPARE(written(picture(m_scenario, m_light), format), file);
    QVERIFY(written(picture(m_scenario, m_dark), format) != file);
    QVERIFY(format != PictureFormat::Pdf || file.contains("/CreationDate (D:20000101000000)"));
}

void PictureTest::empty()
{
    for (const char *objects : {"", "5, null"}) {
        const Picture nothing = picture(test::scenarioOf(objects), m_light);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        for (const PictureFormat format : {PictureFormat::Svg, PictureFormat::Png, PictureFormat::Pdf}) {
            const core::Result<void> result = nothing.write(buffer, format);
            QVERIFY(!result);
            QCOMPARE(result.error().code, u"empty"_s);
        }
        QVERIFY(buffer.data().isEmpty());
    }
}

void PictureTest::tooLarge_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("top");
    QTest::addColumn<double>("scale");
    QTest::newRow("side") << QByteArray("5500") << QByteArray("0") << 1.0;
    QTest::newRow("far beyond") << QByteArray("1e300") << QByteArray("1e300") << 1.0;
    QTest::newRow("area") << QByteArray("4500") << QByteArray("4500") << 1.0;
    QTest::newRow("scale") << QByteArray("100") << QByteArray("0") << 50.0;
    QTest::newRow("scale without end") << QByteArray("0") << QByteArray("0") << std::numeric_limits<double>::infinity();
    QTest::newRow("no scale") << QByteArray("0") << QByteArray("0") << std::numeric_limits<double>::quiet_NaN();
}

void PictureTest::tooLarge()
{
    QFETCH(const QByteArray, left);
    QFETCH(const QByteArray, top);
    QFETCH(const double, scale);
    const Picture wide =
        picture(test::scenarioOf(R"({"oId":1,"oType":102},{"oId":2,"oType":102,"oLeft":)" + left + R"(,"oTop":)" + top + '}'), m_light);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const core::Result<void> result = wide.write(buffer, PictureFormat::Png, scale);
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"too_large"_s);
    QVERIFY(buffer.data().isEmpty());
}

void PictureTest::notWritten_data()
{
    sameBytes_data();
}

void PictureTest::notWritten()
{
    QFETCH(const PictureFormat, format);
    FullDevice device(100);
    const core::Result<void> result = picture(m_scenario, m_light).write(device, format);
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"write"_s);
    QVERIFY2(result.error().message.contains(u"no room"_s), qPrintable(result.error().message));
}

void PictureTest::paintsItsDetail()
{
    // Far out, a card is one flat block.
    const Picture whole = picture(m_scenario, m_light);
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(0.1, 0.1);
    painter.translate(-whole.bounds().topLeft());
    whole.paint(painter);
    painter.end();
    const QPointF card = (QPointF(300, 0) - whole.bounds().topLeft()) * 0.1;
    const QColor first = image.pixelColor(card.toPoint() + QPoint(4, 3));
    QCOMPARE(image.pixelColor(card.toPoint() + QPoint(18, 10)), first);
    QVERIFY(first != m_light.color(Role::Panel) && first != m_light.color(Role::Canvas));
}

void PictureTest::longPdf()
{
    const Picture wide = picture(test::scenarioOf(R"({"oId":1,"oType":102},{"oId":2,"oType":102,"oLeft":100000})"), m_light);
    const QByteArray file = written(wide, PictureFormat::Pdf);
    const double width = pageOf(file).width();
    QVERIFY2(width > 14390 && width <= 14400, qPrintable(QString::number(width)));
}

void PictureTest::leavesPaper()
{
    const Picture whole = picture(m_scenario, m_light);
    QImage image(whole.bounds().size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    painter.translate(-whole.bounds().topLeft());
    whole.paint(painter, Picture::Ground::Paper);
    painter.end();
    QCOMPARE(image.pixelColor(0, 0), QColor(Qt::magenta));
    QCOMPARE(image.pixelColor(QPoint(100, 6) - whole.bounds().topLeft().toPoint()), m_light.color(Role::Panel));
}

void PictureTest::paintsWhatTheClipShows()
{
    const Picture whole = picture(m_scenario, m_light);
    const auto recorded = [&](const QRectF &clip) {
        QPicture record;
        QPainter painter(&record);
        painter.setClipRect(clip);
        whole.paint(painter, Picture::Ground::Paper);
        painter.end();
        return record.size();
    };
    const auto seen = [&](const QRectF &clip, bool isCut) {
        QImage image(whole.bounds().size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.translate(-whole.bounds().topLeft());
        if (isCut)
            painter.setClipRect(clip);
        whole.paint(painter, Picture::Ground::Paper);
        painter.end();
        return image.copy(clip.translated(-whole.bounds().topLeft()).toRect());
    };
    const QRectF all = whole.bounds();
    const QRectF left(all.topLeft(), QSizeF(std::floor(all.width() / 4), all.height()));
    QVERIFY2(recorded(left) < recorded(all) * 3 / 4, qPrintable(u"%1 of %2"_s.arg(recorded(left)).arg(recorded(all))));
    for (double x = all.left(); x + left.width() <= all.right(); x += left.width()) {
        const QRectF part(QPointF(x, all.top()), left.size());
        QCOMPARE(seen(part, true), seen(part, false));
    }
}

QTEST_MAIN(PictureTest)
#include "tst_picture.moc"
