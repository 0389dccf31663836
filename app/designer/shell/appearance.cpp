// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/appearance.h"

#include "designer/shell/controlstyle.h"
#include "designer/shell/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>

namespace signalbox::designer {

using drawing::Role;
using drawing::Theme;

namespace {

/// Text that is there but cannot be used now.
QColor dimmed(const Theme &theme)
{
    return mixed(theme.color(Role::Faint), theme.color(Role::Panel), 0.6);
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Role color) {
        palette.setColor(role, theme.color(color));
    };
    set(QPalette::Window, Role::Panel);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Control);
    set(QPalette::AlternateBase, Role::Window);
    set(QPalette::Text, Role::Text);
    set(QPalette::PlaceholderText, Role::Faint);
    set(QPalette::Button, Role::Control);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::Error);
    set(QPalette::ToolTipBase, Role::Panel);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Highlight, Role::Accent);
    set(QPalette::HighlightedText, Role::OnAccent);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::FamilyData);
    set(QPalette::Light, Role::Control);
    set(QPalette::Midlight, Role::Line);
    set(QPalette::Mid, Role::CardLine);
    set(QPalette::Dark, Role::ControlLine);
    set(QPalette::Shadow, Role::Line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, dimmed(theme));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.color(Role::Line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, dimmed(theme));
    return palette;
}

} // namespace

Appearance::Appearance(QApplication &application, Mode mode)
    : m_application(application), m_mode(mode), m_theme(Theme::builtIn(Theme::Kind::Light)), m_systemPalette(QApplication::palette())
{
    m_style = new ControlStyle(m_theme);
    QApplication::setStyle(m_style); // which it takes over
    apply();
    m_application.installEventFilter(this);
}

void Appearance::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    // The platform has other colours. Ours hide them in the application's palette, so that it must be asked without ours.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_isApplying) {
        const QScopedValueRollback guard(m_isApplying, true);
        QApplication::setPalette(QPalette());
        takeSystem(QApplication::palette());
    } else if (event->type() == QEvent::ApplicationPaletteChange && watched == &m_application && !m_isApplying) {
        const QScopedValueRollback guard(m_isApplying, true);
        takeSystem(QApplication::palette());
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::takeSystem(const QPalette &palette)
{
    m_systemPalette = palette;
    apply();
}

bool Appearance::systemIsDark() const
{
    return m_systemPalette.color(QPalette::WindowText).lightness() > m_systemPalette.color(QPalette::Window).lightness();
}

void Appearance::apply()
{
    const QScopedValueRollback guard(m_isApplying, true);
    const bool isDark = m_mode == Mode::Dark || (m_mode == Mode::System && systemIsDark());
    const bool isOther = !m_isStyled || isDark != (m_theme.kind() == Theme::Kind::Dark);
    if (isOther)
        m_theme = Theme::builtIn(isDark ? Theme::Kind::Dark : Theme::Kind::Light);
    const QPalette palette = paletteOf(m_theme);
    QApplication::setPalette(palette);
    if (!isOther)
        return;
    m_isStyled = true;
    m_style->setTheme(m_theme);
    QApplication::setFont(m_theme.uiFont(m_theme.sizes().body));
    m_application.setStyleSheet(styleSheet(m_theme));
    Q_EMIT changed();
}

} // namespace signalbox::designer
