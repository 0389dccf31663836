// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark, by the system or by choice: the theme that painters use, and the palette and style sheet of the widgets made from it.
#pragma once

#include "drawing/theme.h"

#include <QObject>
#include <QPalette>

class QApplication;

namespace signalbox::designer {

class ControlStyle;

/// Widgets say by dynamic properties, set before they are shown, what they are: "primary" (a button that is the thing to do), "quiet" (a
/// button without a frame), "muted" and "faint" (labels that stay behind; "muted" also choices that show a default), "heading" (a label
/// above a section), "title" (a label at a panel's head), "foot" (a frame below a panel), "mono" (code), "invalid" (a control whose value
/// is wrong), "strip" (a tab bar of documents, behind them).
class Appearance final : public QObject
{
    Q_OBJECT

public:
    enum class Mode : quint8 { System, Light, Dark };

    /// Styles the application at once; it must outlive this.
    explicit Appearance(QApplication &application, Mode mode = Mode::System);

    /// Whose events and focus parts of the program follow.
    QApplication &application() const { return m_application; }
    const drawing::Theme &theme() const { return m_theme; }
    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Whatever was painted with the old theme is to be painted again.
    void changed();

private:
    void apply();
    void takeSystem(const QPalette &palette);
    bool systemIsDark() const;

    QApplication &m_application;
    Mode m_mode;
    drawing::Theme m_theme;
    QPalette m_systemPalette;
    ControlStyle *m_style = nullptr; ///< the application's
    bool m_isStyled = false;
    bool m_isApplying = false;
};

} // namespace signalbox::designer
