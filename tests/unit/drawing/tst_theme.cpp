// SPDX-License-Identifier: GPL-3.0-or-later
// Themes: what a file must be, and that the colours of ours can be read (WCAG 2.1 AA).
#include "core/jsonreader.h"
#include "core/jsonschema.h"
#include "drawing/bundle.h"
#include "drawing/theme.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using core::Json;
using drawing::LineStyle;
using drawing::Role;
using drawing::Theme;

namespace {

/// Relative luminance (WCAG 2.1).
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Json builtInFile()
{
    return core::readJson(drawing::bundledFile(u"themes/signalbox.json"_s)).value();
}

/// The file with the value at the pointer replaced, or taken away where there is none.
Json changed(const Json &json, const QStringList &path, const std::optional<Json> &value)
{
    Json copy = json;
    if (path.size() > 1)
        copy.set(path.first(), changed(json[path.first()], path.mid(1), value));
    else if (value)
        copy.set(path.first(), *value);
    else
        copy.remove(path.first());
    return copy;
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void reads();
    void lines_data();
    void lines();
    void fonts();
    void readable_data();
    void readable();
    void tilesAreReadable();
    void refuses_data();
    void refuses();
    void refusesNoJson();
};

void ThemeTest::reads()
{
    const Theme light = Theme::builtIn(Theme::Kind::Light);
    QCOMPARE(light.kind(), Theme::Kind::Light);
    QCOMPARE(light.color(Role::Window), QColor(0xf3, 0xf4, 0xf7));
    QCOMPARE(light.color(Role::Selection), QColor(0x2f, 0x5f, 0xe3));
    QCOMPARE(light.family(u"flow"), light.color(Role::FamilyFlow));
    QCOMPARE(light.family(u"data"), light.color(Role::FamilyData));
    QCOMPARE(light.family(u"message"), light.color(Role::FamilyMessage));
    QCOMPARE(light.family(u"unknown"), light.color(Role::FamilyUnknown));
    QCOMPARE(light.family(u""), light.color(Role::FamilyUnknown));
    QCOMPARE(light.sizes().cardWidth, 232.0);
    QCOMPARE(light.sizes().cardHeader, 52.0);
    QCOMPARE(light.sizes().portRow, 22.0);
    QCOMPARE(light.sizes().caption, 12.0);
    const Theme dark = Theme::builtIn(Theme::Kind::Dark);
    QCOMPARE(dark.kind(), Theme::Kind::Dark);
    QCOMPARE(dark.color(Role::Window), QColor(0x14, 0x17, 0x1d));
    // Every role bears the name that the file has it by.
    const Json file = builtInFile();
    QCOMPARE(file[u"light"].size(), drawing::roleCount);
    for (int i = 0; i < drawing::roleCount; ++i) {
        const auto role = static_cast<Role>(i);
        const QString name = Theme::nameOf(role).toString();
        QCOMPARE(Theme::roleOf(name), std::optional(role));
        QCOMPARE(light.color(role), QColor(file[u"light"][name].toString()));
        QCOMPARE(dark.color(role), QColor(file[u"dark"][name].toString()));
    }
    QCOMPARE(Theme::roleOf(u"nothing"), std::nullopt);
}

void ThemeTest::lines_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<LineStyle>("style");
    QTest::addColumn<QList<double>>("pattern");
    QTest::addColumn<Role>("role");
    QTest::newRow("success") << u"success"_s << LineStyle::Solid << QList<double>() << Role::Success;
    QTest::newRow("timeout") << u"timeout"_s << LineStyle::Dash << QList<double>{7, 5} << Role::Timeout;
    QTest::newRow("error") << u"error"_s << LineStyle::Dot << QList<double>{1.5, 6} << Role::Error;
    QTest::newRow("true") << u"true"_s << LineStyle::Solid << QList<double>() << Role::True;
    QTest::newRow("false") << u"false"_s << LineStyle::Dash << QList<double>{3, 4} << Role::False;
    QTest::newRow("done") << u"done"_s << LineStyle::Solid << QList<double>() << Role::Plain;
    QTest::newRow("none") << QString() << LineStyle::Solid << QList<double>() << Role::Plain;
}

void ThemeTest::lines()
{
    QFETCH(const QString, outcome);
    QFETCH(const LineStyle, style);
    QFETCH(const QList<double>, pattern);
    QFETCH(const Role, role);
    const Theme theme = Theme::builtIn(Theme::Kind::Light);
    QCOMPARE(theme.lineStyle(outcome), style);
    QCOMPARE(theme.linePattern(outcome), pattern);
    QCOMPARE(theme.outcome(outcome), theme.color(role));
}

void ThemeTest::fonts()
{
    const Theme theme = Theme::builtIn(Theme::Kind::Light);
    const QFont ui = theme.uiFont(12, QFont::DemiBold);
    QCOMPARE(ui.families(), QStringList{u"Inter"_s});
    QCOMPARE(ui.pixelSize(), 12);
    QCOMPARE(ui.weight(), QFont::DemiBold);
    QCOMPARE(theme.monoFont(11).families(), QStringList{u"JetBrains Mono"_s});
}

void ThemeTest::readable_data()
{
    QTest::addColumn<Theme::Kind>("kind");
    QTest::addColumn<Role>("front");
    QTest::addColumn<Role>("back");
    QTest::addColumn<double>("least");
    constexpr double text = 4.5;
    constexpr double outline = 3;
    const QList<Role> texts{Role::Text,       Role::Muted,      Role::Faint,         Role::Accent,       Role::Success,
                            Role::Timeout,    Role::Error,      Role::Plain,         Role::True,         Role::False,
                            Role::FamilyFlow, Role::FamilyData, Role::FamilyMessage, Role::FamilyUnknown};
    for (const Theme::Kind kind : {Theme::Kind::Light, Theme::Kind::Dark}) {
        const auto row = [kind](Role front, Role back, double least) {
            QTest::addRow("%s %s on %s", kind == Theme::Kind::Light ? "light" : "dark", qPrintable(Theme::nameOf(front).toString()),
                          qPrintable(Theme::nameOf(back).toString()))
                << kind << front << back << least;
        };
        for (const Role front : texts) {
            for (const Role back : {Role::Panel, Role::Canvas, Role::Control, Role::Window})
                row(front, back, text);
        }
        for (const Role front : {Role::Text, Role::Muted})
            row(front, Role::AccentSoft, text);
        row(Role::OnAccent, Role::Accent, text);
        for (const Role chip : {Role::Plain, Role::Success, Role::Timeout, Role::Error}) // their text is the panel's colour
            row(Role::Panel, chip, text);
        for (const Role back : {Role::Panel, Role::Control}) // controls stand on panels only
            row(Role::ControlLine, back, outline);
        for (const Role back : {Role::Panel, Role::Control, Role::Canvas})
            row(Role::Selection, back, outline);
    }
}

void ThemeTest::readable()
{
    QFETCH(const Theme::Kind, kind);
    QFETCH(const Role, front);
    QFETCH(const Role, back);
    QFETCH(const double, least);
    const Theme theme = Theme::builtIn(kind);
    const double found = contrast(theme.color(front), theme.color(back));
    QVERIFY2(found >= least, qPrintable(u"%1 instead of %2"_s.arg(found).arg(least)));
}

void ThemeTest::tilesAreReadable()
{
    for (const Theme::Kind kind : {Theme::Kind::Light, Theme::Kind::Dark}) {
        const Theme theme = Theme::builtIn(kind);
        for (const QStringView family : {u"flow", u"data", u"message", u"unknown"}) {
            const QColor color = theme.family(family);
            const double found = contrast(color, theme.tile(family));
            QVERIFY2(found >= 4.5, qPrintable(u"%1: %2"_s.arg(family).arg(found)));
        }
    }
}

void ThemeTest::refuses_data()
{
    QTest::addColumn<QString>("path"); ///< with dots
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<Json>("value");
    QTest::addColumn<QString>("message"); ///< a part of it
    const auto row = [](const char *name, const char *path, const Json &value, const char *message) {
        QTest::newRow(name) << QString::fromLatin1(path) << true << value << QString::fromLatin1(message);
    };
    const auto missing = [](const char *path, const char *message) {
        QTest::newRow(path) << QString::fromLatin1(path) << false << Json() << QString::fromLatin1(message);
    };
    missing("dark", "\"dark\" is missing");
    missing("light.canvas", "\"canvas\" is missing");
    missing("edge.false", "\"false\" is missing");
    missing("card.pip", "\"pip\" is missing");
    missing("font.mono", "\"mono\" is missing");
    row("font is no object", "font", Json(3), "an object is expected");
    row("unknown key", "light.pink", Json(u"#FF00FF"_s), "\"pink\" is not known");
    row("colour name", "dark.text", Json(u"red"_s), "a colour in the form");
    row("colour with alpha", "light.text", Json(u"#FF000000"_s), "a colour in the form");
    row("size as text", "card.width", Json(u"232"_s), "a number from 1 to 1000");
    row("size zero", "card.pip", Json(0), "a number from 1 to 1000");
    row("size too large", "radius.card", Json(1001), "a number from 1 to 1000");
    row("edge width", "edge.width", Json(0), "a number from 1 to 1000");
    row("font too small", "font.sizes.small", Json(5), "a number from 6 to 100");
    row("no families", "font.ui", Json::array(), "one to 8 font families");
    row("empty family", "font.ui", Json::array({Json(QString())}), "one to 8 font families");
    row("family as number", "font.mono", Json::array({Json(7)}), "one to 8 font families");
    row("line without lengths", "edge.timeout", Json(u"dash"_s), "\"solid\", or");
    row("line of no length", "edge.error", Json(u"dot 0 6"_s), "\"solid\", or");
    row("line of another kind", "edge.error", Json(u"wave 1 6"_s), "\"solid\", or");
}

void ThemeTest::refuses()
{
    QFETCH(const QString, path);
    QFETCH(const bool, isThere);
    QFETCH(const Json, value);
    QFETCH(const QString, message);
    static const core::JsonSchema schema = [] {
        QFile file(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/schemas/theme.schema.json"));
        [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
        return core::JsonSchema::compile(core::readJson(file.readAll()).value()).value();
    }();
    const Json file = builtInFile();
    QVERIFY(schema.validate(file).isEmpty());
    const Json bad = changed(file, path.split(u'.'), isThere ? std::optional(value) : std::nullopt);
    QVERIFY(!schema.validate(bad).isEmpty());
    const core::Result<Theme> theme = Theme::read(bad.toPretty(), Theme::Kind::Light);
    QVERIFY(!theme);
    QCOMPARE(theme.error().code, u"theme.invalid"_s);
    QVERIFY2(theme.error().message.contains(message), qPrintable(theme.error().message));
    QStringList where = path.split(u'.');
    if (!isThere)
        where.removeLast();
    QCOMPARE(theme.error().detail, where.isEmpty() ? QString() : u'/' + where.join(u'/'));
}

void ThemeTest::refusesNoJson()
{
    const core::Result<Theme> theme = Theme::read("{\n", Theme::Kind::Dark);
    QVERIFY(!theme);
    QCOMPARE(theme.error().code, u"theme.invalid"_s);
    QVERIFY2(theme.error().message.startsWith(u"The theme is not valid at line 2, column 1: "_s), qPrintable(theme.error().message));
}

QTEST_GUILESS_MAIN(ThemeTest)
#include "tst_theme.moc"
