// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/theme.h"

#include "core/firstfault.h"
#include "core/jsonreader.h"
#include "drawing/bundle.h"
#include "drawing/textcache.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace signalbox::drawing {

using namespace Qt::StringLiterals;
using core::Json;

namespace {

/// In the order of Role.
constexpr std::array<QStringView, roleCount> roleNames{
    u"window", u"panel", u"canvas",     u"grid",       u"line",          u"control",       u"controlLine", u"cardLine", u"text",
    u"muted",  u"faint", u"accent",     u"accentSoft", u"onAccent",      u"success",       u"timeout",     u"error",    u"plain",
    u"true",   u"false", u"familyFlow", u"familyData", u"familyMessage", u"familyUnknown", u"selection"};

constexpr auto firstLine = static_cast<std::size_t>(Role::Success);
constexpr auto lastLine = static_cast<std::size_t>(Role::False);

constexpr core::JsonLimits limits{256 * 1024, 10, 10'000};

Role outcomeRole(QStringView outcome)
{
    for (std::size_t i = firstLine; i <= lastLine; ++i) {
        if (roleNames.at(i) == outcome)
            return static_cast<Role>(i);
    }
    return Role::Plain;
}

QStringList namesOf(std::size_t first, std::size_t last)
{
    QStringList names;
    for (std::size_t i = first; i <= last; ++i)
        names.append(roleNames.at(i).toString());
    return names;
}

} // namespace

/// Fills a theme from a file; what is wrong first ends it.
class Theme::Reader final
{
    Q_DECLARE_TR_FUNCTIONS(signalbox::drawing::Theme)

public:
    Reader(Theme &theme) : m_fault(u"theme.invalid"_s, tr("The theme is not valid at %1:")), m_theme(theme) {}

    core::Result<void> read(const Json &root)
    {
        expectAll(root, {}, {u"font"_s, u"radius"_s, u"card"_s, u"edge"_s, u"light"_s, u"dark"_s}, {u"comment"_s});
        readFonts(root[u"font"]);
        Sizes &sizes = m_theme.m_sizes;
        readSizes(root[u"radius"], u"/radius"_s,
                  {{u"control"_s, &sizes.controlRadius}, {u"card"_s, &sizes.cardRadius}, {u"tile"_s, &sizes.tileRadius}});
        readSizes(root[u"card"], u"/card"_s,
                  {{u"width"_s, &sizes.cardWidth},
                   {u"header"_s, &sizes.cardHeader},
                   {u"tile"_s, &sizes.tile},
                   {u"portRow"_s, &sizes.portRow},
                   {u"pip"_s, &sizes.pip},
                   {u"grid"_s, &sizes.grid}});
        readEdges(root[u"edge"]);
        readColors(root[u"light"], u"/light"_s, m_theme.m_kind == Kind::Light);
        readColors(root[u"dark"], u"/dark"_s, m_theme.m_kind == Kind::Dark);
        if (m_fault.error())
            return tl::unexpected(*m_fault.error());
        return {};
    }

private:
    using Fields = QList<std::pair<QString, double *>>;

    void expectAll(const Json &json, const QString &pointer, const QStringList &names, const QStringList &more = {})
    {
        if (!m_fault.expectObject(json, pointer, names + more))
            return;
        for (const QString &name : names) {
            if (!json.contains(name))
                m_fault.complain(json, pointer, tr("\"%1\" is missing here.").arg(name));
        }
    }

    void readSize(const Json &json, const QString &pointer, double &size, double least, double most)
    {
        size = json.toDouble().value_or(0);
        if (size < least || size > most)
            m_fault.complain(json, pointer, tr("a number from %1 to %2 is expected here.").arg(least).arg(most));
    }

    void readSizes(const Json &json, const QString &pointer, const Fields &fields, double least = 1, double most = 1000)
    {
        QStringList names;
        for (const auto &field : fields)
            names.append(field.first);
        expectAll(json, pointer, names);
        for (const auto &[name, size] : fields)
            readSize(json[name], pointer + u'/' + name, *size, least, most);
    }

    void readFonts(const Json &json)
    {
        expectAll(json, u"/font"_s, {u"ui"_s, u"mono"_s, u"sizes"_s});
        m_theme.m_uiFamilies = readFamilies(json[u"ui"], u"/font/ui"_s);
        m_theme.m_monoFamilies = readFamilies(json[u"mono"], u"/font/mono"_s);
        Sizes &sizes = m_theme.m_sizes;
        constexpr double smallest = 6;
        constexpr double largest = 100;
        readSizes(json[u"sizes"], u"/font/sizes"_s,
                  {{u"small"_s, &sizes.small},
                   {u"caption"_s, &sizes.caption},
                   {u"body"_s, &sizes.body},
                   {u"title"_s, &sizes.title},
                   {u"display"_s, &sizes.display}},
                  smallest, largest);
    }

    QStringList readFamilies(const Json &json, const QString &pointer)
    {
        constexpr qsizetype most = 8;
        QStringList families;
        for (const Json &family : json.items())
            families.append(family.toString());
        if (families.isEmpty() || families.size() > most || families.contains(QString()))
            m_fault.complain(json, pointer, tr("a list of one to %1 font families is expected here.").arg(most));
        return families;
    }

    void readEdges(const Json &json)
    {
        const QStringList outcomes = namesOf(firstLine, lastLine);
        expectAll(json, u"/edge"_s, QStringList{u"width"_s, u"taken"_s} + outcomes);
        readSize(json[u"width"], u"/edge/width"_s, m_theme.m_sizes.edgeWidth, 1, 1000);
        readSize(json[u"taken"], u"/edge/taken"_s, m_theme.m_sizes.takenWidth, 1, 1000);
        for (qsizetype i = 0; i < outcomes.size(); ++i)
            m_theme.m_lines.at(static_cast<std::size_t>(i)) = readLine(json[outcomes[i]], u"/edge/"_s + outcomes[i]);
    }

    Line readLine(const Json &json, const QString &pointer)
    {
        if (json.toString() == "solid"_L1)
            return {};
        static const QRegularExpression form(u"\\A(dash|dot) ([1-9]\\d{0,2}(?:\\.\\d{1,3})?) ([1-9]\\d{0,2}(?:\\.\\d{1,3})?)\\z"_s);
        const QRegularExpressionMatch match = form.match(json.toString());
        if (!match.hasMatch())
            m_fault.complain(json, pointer,
                             tr("\"solid\", or \"dash\" or \"dot\" with the lengths of a stroke and of a gap are expected here."));
        return {match.captured(1) == "dash"_L1 ? LineStyle::Dash : LineStyle::Dot,
                {match.captured(2).toDouble(), match.captured(3).toDouble()}};
    }

    void readColors(const Json &json, const QString &pointer, bool isWanted)
    {
        static const QRegularExpression form(u"\\A#[0-9A-Fa-f]{6}\\z"_s);
        const QStringList names = namesOf(0, roleCount - 1);
        expectAll(json, pointer, names);
        for (qsizetype i = 0; i < names.size(); ++i) {
            const Json &value = json[names[i]];
            if (!form.match(value.toString()).hasMatch())
                m_fault.complain(value, pointer + u'/' + names[i], tr("a colour in the form #RRGGBB is expected here."));
            else if (isWanted)
                m_theme.m_colors.at(static_cast<std::size_t>(i)) = QColor(value.toString());
        }
    }

    core::FirstFault m_fault;
    Theme &m_theme;
};

Theme Theme::builtIn(Kind kind)
{
    const core::Result<Theme> theme = read(bundledFile(u"themes/signalbox.json"_s), kind);
    Q_ASSERT(theme);
    return theme.value_or(Theme());
}

core::Result<Theme> Theme::read(QByteArrayView json, Kind kind)
{
    const tl::expected<Json, core::Diagnostic> root = core::readJson(json, limits);
    if (!root)
        return core::fail(u"theme.invalid"_s,
                          QCoreApplication::translate("signalbox::drawing::Theme", "The theme is not valid at line %1, column %2: %3")
                              .arg(root.error().line)
                              .arg(root.error().column)
                              .arg(root.error().message),
                          root.error().pointer);
    Theme theme;
    theme.m_kind = kind;
    return Reader(theme).read(*root).map([&theme] {
        const Sizes &sizes = theme.m_sizes;
        theme.m_texts =
            std::make_shared<TextCache>(std::array{theme.uiFont(sizes.body, QFont::DemiBold), theme.uiFont(sizes.caption),
                                                   theme.uiFont(sizes.small, QFont::Medium), theme.uiFont(sizes.small, QFont::DemiBold)});
        return std::move(theme);
    });
}

QColor Theme::family(QStringView family) const
{
    if (family == u"flow")
        return color(Role::FamilyFlow);
    if (family == u"data")
        return color(Role::FamilyData);
    return color(family == u"message" ? Role::FamilyMessage : Role::FamilyUnknown);
}

QColor Theme::tile(QStringView name) const
{
    constexpr float share = 0.14F;
    const QColor front = family(name);
    const QColor back = color(Role::Panel);
    const auto mixed = [](float a, float b) {
        return a * share + b * (1 - share);
    };
    return QColor::fromRgbF(mixed(front.redF(), back.redF()), mixed(front.greenF(), back.greenF()), mixed(front.blueF(), back.blueF()));
}

QColor Theme::outcome(QStringView outcome) const
{
    return color(outcomeRole(outcome));
}

const Theme::Line &Theme::line(QStringView outcome) const
{
    return m_lines.at(static_cast<std::size_t>(outcomeRole(outcome)) - firstLine);
}

LineStyle Theme::lineStyle(QStringView outcome) const
{
    return line(outcome).style;
}

QList<double> Theme::linePattern(QStringView outcome) const
{
    return line(outcome).pattern;
}

QFont Theme::uiFont(double pixels, int weight) const
{
    QFont font(m_uiFamilies);
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(qRound(pixels));
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferNoHinting); // widths grow with the zoom, so that texts do not jump
    return font;
}

QFont Theme::monoFont(double pixels) const
{
    QFont font(m_monoFamilies);
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(qRound(pixels));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

TextCache &Theme::texts() const
{
    Q_ASSERT(m_texts);
    return *m_texts;
}

std::optional<Role> Theme::roleOf(QStringView name)
{
    const auto found = std::find(roleNames.begin(), roleNames.end(), name);
    return found == roleNames.end() ? std::nullopt : std::optional(static_cast<Role>(found - roleNames.begin()));
}

QStringView Theme::nameOf(Role role)
{
    return roleNames.at(static_cast<std::size_t>(role));
}

} // namespace signalbox::drawing
