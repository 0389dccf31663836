// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of the program's settings: look, language, canvas, files, and the way to the shortcuts. Every change goes into the
// preferences at once; what it does to the program is the window's.
#pragma once

#include "designer/shell/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace signalbox::designer {

class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// preferences must outlive it.
    explicit SettingsDialog(Preferences &preferences, QWidget *parent = nullptr);

Q_SIGNALS:
    void shortcutsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *heading(QVBoxLayout *page);
    QLabel *row(QVBoxLayout *page, QWidget *control, QWidget *more = nullptr);
    void check(QVBoxLayout *page, QCheckBox *box);
    QPushButton *button(const QString &name);
    void listen();
    void retranslate();
    void showValues();

    Preferences &m_preferences;
    QLabel *m_lookTitle;
    QComboBox *m_theme;
    QLabel *m_themeLabel;
    QComboBox *m_language;
    QLabel *m_languageLabel;
    QLabel *m_canvasTitle;
    QCheckBox *m_minimap;
    QCheckBox *m_snap;
    QLabel *m_snapHint;
    QLabel *m_filesTitle;
    QCheckBox *m_reopen;
    QSpinBox *m_keep;
    QLabel *m_keepLabel;
    QSpinBox *m_recent;
    QLabel *m_recentLabel;
    QPushButton *m_clear;
    QLabel *m_keysTitle;
    QLabel *m_keysLabel;
    QPushButton *m_shortcuts;
    QPushButton *m_reset;
    QPushButton *m_done;
};

} // namespace signalbox::designer
