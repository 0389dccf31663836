// SPDX-License-Identifier: GPL-3.0-or-later
// Notes and frames as pictures: kept inside, readable, and part of what is exported.
#include "documents.h"
#include "drawing/notepainter.h"
#include "drawing/picture.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using namespace signalbox;
using namespace Qt::StringLiterals;
using drawing::NotePicture;
using drawing::Role;
using drawing::Theme;
using scenario::Note;
using scenario::NoteKind;

class NotePainterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void textStaysInside_data();
    void textStaysInside();
    void fewPixelsAreNoText();
    void isReadable_data();
    void isReadable();
    void picturesIncludeThem();
    void longTextsEndWithAnEllipsis();

private:
    static constexpr int edge = 40; // around the picture
    static QImage painted(const NotePicture &note, const Theme &theme, double detail = 1)
    {
        QImage image((note.rect().size() + QSizeF(2 * edge, 2 * edge)).toSize(), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        painter.translate(edge, edge);
        note.paint(painter, theme, {}, detail);
        return image;
    }
    static QByteArray svg(const QByteArray &objects, const QByteArray &notes, QRectF *bounds = nullptr)
    {
        const scenario::Scenario document =
            scenario::readScenario("{\"objects\":[" + objects + "],\"x-signalbox\":{\"notes\":[" + notes + "]}}").scenario.value();
        const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
        const core::Dialect dialect;
        const Theme theme = Theme::builtIn(Theme::Kind::Light);
        const drawing::Picture picture(document, catalogue, dialect, theme);
        if (bounds)
            *bounds = picture.bounds();
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return picture.write(buffer, drawing::PictureFormat::Svg) ? buffer.data() : QByteArray();
    }
};

void NotePainterTest::textStaysInside_data()
{
    QTest::addColumn<NoteKind>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSize>("size");
    const QString words = u"Ask Anna whether this is so. "_s.repeated(50);
    const QString word(500, u'W');
    for (const auto &[name, kind] : {std::pair("note", NoteKind::Note), std::pair("frame", NoteKind::Frame)}) {
        QTest::addRow("%s, many words", name) << kind << words << QSize(64, 40);
        QTest::addRow("%s, a long word", name) << kind << word << QSize(64, 40);
        QTest::addRow("%s, many lines", name) << kind << u"x\n"_s.repeated(100) << QSize(64, 40);
        QTest::addRow("%s, as small as can be", name) << kind << words << QSize(8, 8);
    }
}

void NotePainterTest::textStaysInside()
{
    QFETCH(const NoteKind, kind);
    QFETCH(const QString, text);
    QFETCH(const QSize, size);
    const Theme theme = Theme::builtIn(Theme::Kind::Light);
    const QImage image = painted(NotePicture({u"a"_s, kind, text, QRect(QPoint(5, 5), size), 0}, theme), theme);
    const QRect inside = image.rect().adjusted(edge - 2, edge - 2, 2 - edge, 2 - edge);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            QVERIFY2(inside.contains(x, y) || image.pixelColor(x, y) == QColor(Qt::magenta), qPrintable(u"%1, %2"_s.arg(x).arg(y)));
    }
    QVERIFY(image.pixelColor(image.rect().center()) != QColor(Qt::magenta));
}

void NotePainterTest::fewPixelsAreNoText()
{
    const Theme theme = Theme::builtIn(Theme::Kind::Light);
    const NotePicture note({u"a"_s, NoteKind::Note, u"Words of a note"_s, {0, 0, 64, 40}, 0}, theme);
    const NotePicture blank({u"a"_s, NoteKind::Note, {}, {0, 0, 64, 40}, 0}, theme);
    QVERIFY(painted(note, theme, 0.2) == painted(blank, theme, 0.2));
    QVERIFY(painted(note, theme) != painted(blank, theme));
}

void NotePainterTest::isReadable_data()
{
    QTest::addColumn<Theme::Kind>("kind");
    QTest::newRow("light") << Theme::Kind::Light;
    QTest::newRow("dark") << Theme::Kind::Dark;
}

void NotePainterTest::isReadable()
{
    QFETCH(const Theme::Kind, kind);
    const Theme theme = Theme::builtIn(kind);
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double part) {
            return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const auto contrast = [&luminance](const QColor &a, const QColor &b) {
        const double first = luminance(a);
        const double second = luminance(b);
        return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
    };
    QVERIFY(contrast(theme.color(Role::Text), NotePicture::paper(theme)) >= 4.5);
    for (const Role behind : {Role::Panel, Role::Canvas}) // a frame's inside lies between both
        QVERIFY(contrast(theme.color(Role::Muted), theme.color(behind)) >= 4.5);
}

void NotePainterTest::picturesIncludeThem()
{
    const QByteArray far = R"({"id":"a","kind":"note","text":"Ask Anna","left":100,"top":200,"width":64,"height":40})";
    const QByteArray frame = R"({"id":"f","kind":"frame","text":"Retries","left":-10,"top":0,"width":64,"height":40})";
    QRectF bounds;
    const QByteArray both = svg(R"({"oId":1,"oType":102})", far + ',' + frame, &bounds);
    QCOMPARE(bounds, QRectF(QPointF(-30 - 24, 0 - 24), QPointF(164 * 3 + 24, 240 * 3 + 24)));
    QVERIFY(both.contains("Ask Anna"));
    QVERIFY(both.indexOf("Retries") < both.indexOf("Ask Anna")); // frames lie behind
    QVERIFY(svg({}, far).contains("Ask Anna"));                  // without a component, too
    QVERIFY(svg({}, {}).isEmpty());
}

void NotePainterTest::longTextsEndWithAnEllipsis()
{
    const QString ellipsis(QChar(0x2026));
    const QByteArray note = R"({"id":"a","kind":"note","text":"TEXT","left":0,"top":0,"width":64,"height":24})";
    QVERIFY(QString::fromUtf8(svg({}, QByteArray(note).replace("TEXT", QByteArray("word ").repeated(100)))).contains(ellipsis));
    QVERIFY(!QString::fromUtf8(svg({}, QByteArray(note).replace("TEXT", "word"))).contains(ellipsis));
}

QTEST_MAIN(NotePainterTest)
#include "tst_notepainter.moc"
