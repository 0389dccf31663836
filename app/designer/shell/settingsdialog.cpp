// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

constexpr int leastWidth = 520;
constexpr int controlWidth = 240;
constexpr int numberWidth = 110;
constexpr int besideBox = 24; // where the text of a check box begins

QFrame *foot(QWidget *parent)
{
    auto *const made = new QFrame(parent);
    made->setProperty("foot", true);
    return made;
}

template <typename Control>
Control *named(const QString &name, QWidget *parent)
{
    auto *const made = new Control(parent);
    made->setObjectName(u"settings."_s + name);
    return made;
}

} // namespace

SettingsDialog::SettingsDialog(Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_preferences(preferences), m_theme(named<QComboBox>(u"theme"_s, this)),
      m_language(named<QComboBox>(u"language"_s, this)), m_minimap(named<QCheckBox>(u"minimap"_s, this)),
      m_snap(named<QCheckBox>(u"snap"_s, this)), m_snapHint(new QLabel(this)), m_reopen(named<QCheckBox>(u"reopen"_s, this)),
      m_keep(named<QSpinBox>(u"keepAfter"_s, this)), m_recent(named<QSpinBox>(u"recentCount"_s, this)), m_clear(button(u"clearRecent"_s)),
      m_shortcuts(button(u"shortcuts"_s)), m_reset(button(u"reset"_s)), m_done(button(u"close"_s))
{
    setObjectName(u"settings"_s);
    m_theme->addItems({QString(), QString(), QString()}); // in the order of Appearance::Mode
    m_language->addItem(QString(), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Русский"_s, u"ru"_s);
    for (QComboBox *const choice : {m_theme, m_language})
        choice->setFixedWidth(controlWidth);
    m_keep->setRange(1, Preferences::mostKeepSeconds);
    m_recent->setRange(0, Preferences::mostRecent);
    for (QSpinBox *const number : {m_keep, m_recent})
        number->setFixedWidth(numberWidth);
    m_snapHint->setProperty("muted", true);
    m_snapHint->setWordWrap(true);
    m_snapHint->setContentsMargins(besideBox, 0, 0, 0);

    auto *const page = new QVBoxLayout;
    page->setContentsMargins(20, 16, 20, 20);
    page->setSpacing(8);
    m_lookTitle = heading(page);
    m_themeLabel = row(page, m_theme);
    m_languageLabel = row(page, m_language);
    m_canvasTitle = heading(page);
    check(page, m_minimap);
    check(page, m_snap);
    page->addWidget(m_snapHint);
    m_filesTitle = heading(page);
    check(page, m_reopen);
    m_keepLabel = row(page, m_keep);
    m_recentLabel = row(page, m_recent, m_clear);
    m_keysTitle = heading(page);
    m_keysLabel = row(page, m_shortcuts);
    page->addStretch(1);
    auto *const ends = foot(this);
    auto *const buttons = new QHBoxLayout(ends);
    buttons->setContentsMargins(20, 12, 20, 12);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    buttons->addWidget(m_done);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(page, 1);
    layout->addWidget(ends);
    setMinimumWidth(leastWidth);
    m_theme->setFocus();

    retranslate();
    listen();
}

QPushButton *SettingsDialog::button(const QString &name)
{
    auto *const made = named<QPushButton>(name, this);
    made->setAutoDefault(false);
    return made;
}

QLabel *SettingsDialog::heading(QVBoxLayout *page)
{
    auto *const made = new QLabel(this);
    made->setProperty("heading", true);
    if (page->count() > 0)
        page->addSpacing(16);
    page->addWidget(made);
    return made;
}

QLabel *SettingsDialog::row(QVBoxLayout *page, QWidget *control, QWidget *more)
{
    auto *const label = new QLabel(this);
    label->setBuddy(control);
    label->setWordWrap(true);
    auto *const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(label, 1);
    if (more)
        line->addWidget(more);
    line->addWidget(control);
    page->addLayout(line);
    return label;
}

void SettingsDialog::check(QVBoxLayout *page, QCheckBox *box)
{
    box->setMinimumHeight(24);
    page->addWidget(box);
}

void SettingsDialog::listen()
{
    connect(m_theme, &QComboBox::activated, this, [this](int index) { m_preferences.setAppearance(static_cast<Appearance::Mode>(index)); });
    connect(m_language, &QComboBox::activated, this, [this] { m_preferences.setLanguage(m_language->currentData().toString()); });
    connect(m_minimap, &QCheckBox::toggled, &m_preferences, &Preferences::setShowsMinimap);
    connect(m_snap, &QCheckBox::toggled, &m_preferences, &Preferences::setSnaps);
    connect(m_reopen, &QCheckBox::toggled, &m_preferences, &Preferences::setReopens);
    connect(m_keep, &QSpinBox::valueChanged, this, [this](int value) { m_preferences.setKeepAfter(std::chrono::seconds(value)); });
    connect(m_recent, &QSpinBox::valueChanged, &m_preferences, &Preferences::setRecentCount);
    connect(m_clear, &QPushButton::clicked, &m_preferences, &Preferences::clearRecent);
    connect(m_shortcuts, &QPushButton::clicked, this, &SettingsDialog::shortcutsWanted);
    connect(m_reset, &QPushButton::clicked, &m_preferences, &Preferences::reset);
    connect(m_done, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_preferences, &Preferences::changed, this, &SettingsDialog::showValues); // the menus change some too
}

void SettingsDialog::showValues()
{
    const auto quietly = [](auto *control, const auto &change) {
        const QSignalBlocker quiet(control);
        change(control);
    };
    quietly(m_theme, [this](QComboBox *choice) { choice->setCurrentIndex(static_cast<int>(m_preferences.appearance())); });
    quietly(m_language, [this](QComboBox *choice) { choice->setCurrentIndex(choice->findData(m_preferences.language())); });
    quietly(m_minimap, [this](QCheckBox *box) { box->setChecked(m_preferences.showsMinimap()); });
    quietly(m_snap, [this](QCheckBox *box) { box->setChecked(m_preferences.snaps()); });
    quietly(m_reopen, [this](QCheckBox *box) { box->setChecked(m_preferences.reopens()); });
    quietly(m_keep, [this](QSpinBox *number) { number->setValue(static_cast<int>(m_preferences.keepAfter().count())); });
    quietly(m_recent, [this](QSpinBox *number) { number->setValue(m_preferences.recentCount()); });
    m_clear->setEnabled(!m_preferences.recentFiles().isEmpty());
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_lookTitle->setText(tr("Appearance"));
    m_themeLabel->setText(tr("Theme"));
    m_theme->setItemText(0, tr("Light or dark by the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_languageLabel->setText(tr("Language"));
    m_language->setItemText(0, tr("The language of the system"));
    m_canvasTitle->setText(tr("Canvas"));
    m_minimap->setText(tr("Show the map of the whole scenario in the corner"));
    m_snap->setText(tr("Snap to the grid and to other components when moving"));
    m_snapHint->setText(tr("Alt while dragging does the opposite."));
    m_filesTitle->setText(tr("Files"));
    m_reopen->setText(tr("Open the scenarios of the last time at the start"));
    m_keepLabel->setText(tr("Keep edits for the case of a crash after"));
    m_keep->setSuffix(tr(" s"));
    m_recentLabel->setText(tr("Recent files to remember"));
    m_clear->setText(tr("Clear the list"));
    m_keysTitle->setText(tr("Keyboard"));
    m_keysLabel->setText(tr("Shortcuts of all actions"));
    m_shortcuts->setText(tr("Keyboard shortcuts…"));
    m_reset->setText(tr("Reset all"));
    m_reset->setToolTip(tr("Everything here as the program came with it; shortcuts and recent files stay."));
    m_done->setText(tr("Close"));
    const std::initializer_list<std::pair<QWidget *, const QLabel *>> labelled = {
        {m_theme, m_themeLabel}, {m_language, m_languageLabel}, {m_keep, m_keepLabel}, {m_recent, m_recentLabel}};
    for (const auto &[control, label] : labelled)
        control->setAccessibleName(label->text());
    showValues();
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace signalbox::designer
