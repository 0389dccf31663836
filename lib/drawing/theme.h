// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, sizes and fonts by role, read from resources/themes. Every number of the look lives there.
#pragma once

#include "core/result.h"

#include <QColor>
#include <QFont>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>

namespace signalbox::drawing {

enum class Role : quint8 {
    Window,
    Panel,
    Canvas,
    Grid,
    Line,
    Control,
    ControlLine,
    CardLine,
    Text,
    Muted,
    Faint,
    Accent,
    AccentSoft,
    OnAccent,
    Success,
    Timeout,
    Error,
    Plain,
    True,
    False,
    FamilyFlow,
    FamilyData,
    FamilyMessage,
    FamilyUnknown,
    Selection
};
inline constexpr int roleCount = 25;

class TextCache;

/// How the line of a transition is drawn: told apart without colour, too.
enum class LineStyle : quint8 { Solid, Dash, Dot };

struct Sizes {
    double small = 11, caption = 12, body = 13, title = 15, display = 20; ///< fonts, pixels
    double controlRadius = 6, cardRadius = 10, tileRadius = 8;
    double cardWidth = 232, cardHeader = 52, tile = 32, portRow = 22, pip = 11, grid = 24;
    double edgeWidth = 2, takenWidth = 3;
};

class Theme final
{
public:
    enum class Kind : quint8 { Light, Dark };

    /// Those that come with the program; a test proves them readable.
    static Theme builtIn(Kind kind);
    /// theme.schema.json. Error: theme.invalid, its detail the JSON pointer.
    static core::Result<Theme> read(QByteArrayView json, Kind kind);

    Kind kind() const { return m_kind; }
    QColor color(Role role) const { return m_colors[static_cast<std::size_t>(role)]; }
    QColor family(QStringView family) const;   ///< flow, data, message; anything else is unknown
    QColor tile(QStringView family) const;     ///< behind an icon: the family's colour, softly on the panel's
    QColor outcome(QStringView outcome) const; ///< success, timeout, error, true, false; anything else is plain
    LineStyle lineStyle(QStringView outcome) const;
    /// Lengths of a stroke and a gap for caps that are round; empty for a solid line.
    QList<double> linePattern(QStringView outcome) const;
    const Sizes &sizes() const { return m_sizes; }
    QFont uiFont(double pixels, int weight = QFont::Normal) const;
    QFont monoFont(double pixels) const;
    /// Of cards and chips; copies of the theme share it. Not of a theme that was made without reading one (asserted).
    TextCache &texts() const;

    /// The role that a theme file calls so, or nothing.
    static std::optional<Role> roleOf(QStringView name);
    static QStringView nameOf(Role role);

private:
    class Reader;
    struct Line {
        LineStyle style = LineStyle::Solid;
        QList<double> pattern;
    };
    const Line &line(QStringView outcome) const;

    Kind m_kind = Kind::Light;
    std::array<QColor, roleCount> m_colors;
    std::array<Line, 6> m_lines; ///< success, timeout, error, plain, true, false: as the roles from Success on
    Sizes m_sizes;
    QStringList m_uiFamilies;
    QStringList m_monoFamilies;
    std::shared_ptr<TextCache> m_texts;
};

} // namespace signalbox::drawing
