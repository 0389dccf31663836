// SPDX-License-Identifier: GPL-3.0-or-later
// The settings: what the dialog says, what the window then does, what is kept, and what a broken settings file leads to.
#include "designer/canvas/minimap.h"
#include "designer/shell/settingsdialog.h"
#include "designer/shell/shortcuteditor.h"
#include "designer/shell/welcomepage.h"
#include "support/windowstage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

class TestSettings : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::Stage> m_stage;
    std::unique_ptr<test::WindowStage> m_at;

    SettingsDialog &dialog() const
    {
        m_at->trigger("edit.settings");
        return test::child<SettingsDialog>(*m_at->window, "settings");
    }
    /// As a person does with the keyboard.
    template <typename Control>
    static Control &control(const SettingsDialog &dialog, const char *name)
    {
        auto &found = test::child<Control>(dialog, name);
        found.setFocus();
        return found;
    }
    bool isChecked(const char *id) const { return m_at->window->actions().find(QLatin1String(id))->isChecked(); }
    QString titleOf(const char *id) const { return m_at->window->actions().find(QLatin1String(id))->text(); }
    QString file(const QString &name) const
    {
        const QString path = m_at->path(name);
        QFile::copy(QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/examples/hello.json"), path);
        return path;
    }

private Q_SLOTS:
    void initTestCase() { m_stage = std::make_unique<test::Stage>(); }
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        m_at = std::make_unique<test::WindowStage>(*m_stage);
    }
    void cleanup()
    {
        m_stage->appearance.setMode(Appearance::Mode::Light);
        m_at.reset();
    }
    void cleanupTestCase() { m_stage.reset(); }

    void theThemeHoldsAtOnceAndIsKept()
    {
        auto &theme = control<QComboBox>(dialog(), "settings.theme");
        QCOMPARE(theme.currentIndex(), 0);
        QVERIFY(isChecked("view.system"));
        QTest::keyClick(&theme, Qt::Key_End);
        QCOMPARE(m_stage->appearance.theme().kind(), drawing::Theme::Kind::Dark);
        QVERIFY(isChecked("view.dark") && !isChecked("view.system"));
        QCOMPARE(m_at->settings.value(u"appearance"_s).toInt(), static_cast<int>(Appearance::Mode::Dark));
        m_at->trigger("view.light"); // the menu changes what the dialog shows
        QCOMPARE(theme.currentIndex(), static_cast<int>(Appearance::Mode::Light));
        QCOMPARE(m_stage->appearance.theme().kind(), drawing::Theme::Kind::Light);
    }

    void theLanguageHoldsAtOnceAndIsKept()
    {
        SettingsDialog &shown = dialog();
        auto &language = control<QComboBox>(shown, "settings.language");
        const QString english = titleOf("edit.settings");
        QTest::keyClick(&language, Qt::Key_End);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_at->languages.chosen(), u"ru"_s);
        QVERIFY(titleOf("edit.settings") != english);
        QVERIFY(shown.windowTitle() != "Settings"_L1);
        QVERIFY(isChecked("view.russian"));
        QCOMPARE(m_at->settings.value(u"language"_s).toString(), u"ru"_s);
        m_at->trigger("view.english");
        QCoreApplication::sendPostedEvents();
        QCOMPARE(language.currentText(), u"English"_s);
        QCOMPARE(shown.windowTitle(), u"Settings"_s);
    }

    void theCanvasFollows()
    {
        m_at->workspace().open({file(u"hello.json"_s)});
        CanvasView &canvas = m_at->page().canvas();
        const auto *const map = canvas.findChild<Minimap *>();
        QVERIFY(map->isVisible());
        QVERIFY(canvas.snapsWith(Qt::NoModifier) && !canvas.snapsWith(Qt::AltModifier));
        SettingsDialog &shown = dialog();
        QTest::keyClick(&control<QCheckBox>(shown, "settings.minimap"), Qt::Key_Space);
        QTest::keyClick(&control<QCheckBox>(shown, "settings.snap"), Qt::Key_Space);
        QVERIFY(!map->isVisible());
        QVERIFY(!canvas.snapsWith(Qt::NoModifier) && canvas.snapsWith(Qt::AltModifier));
        // One that is opened later too.
        m_at->workspace().newDocument();
        QVERIFY(!m_at->page().canvas().findChild<Minimap *>()->isVisible());
        QVERIFY(!m_at->page().canvas().snapsWith(Qt::NoModifier));
        QTest::mouseClick(&control<QPushButton>(shown, "settings.reset"), Qt::LeftButton);
        QVERIFY(map->isVisibleTo(&canvas));
        QVERIFY(test::child<QCheckBox>(shown, "settings.minimap").isChecked());
    }

    void recentFilesAreAsManyAsWanted()
    {
        for (const QString &name : {u"a.json"_s, u"b.json"_s, u"c.json"_s})
            m_at->workspace().open({file(name)});
        SettingsDialog &shown = dialog();
        control<QSpinBox>(shown, "settings.recentCount").setValue(2);
        const QStringList kept{m_at->path(u"c.json"_s), m_at->path(u"b.json"_s)};
        QCOMPARE(m_at->settings.value(u"recentFiles"_s).toStringList(), kept);
        auto &clear = control<QPushButton>(shown, "settings.clearRecent");
        QTest::mouseClick(&clear, Qt::LeftButton);
        QVERIFY(m_at->settings.value(u"recentFiles"_s).toStringList().isEmpty());
        QVERIFY(!clear.isEnabled());
    }

    void editsAreKeptAfterThatTime()
    {
        control<QSpinBox>(dialog(), "settings.keepAfter").setValue(30);
        m_at->workspace().open({file(u"hello.json"_s)});
        m_at->page().canvas().edits().add(102);
        const QDir autosaved(m_at->path(u"autosave"_s));
        m_stage->scheduler.advance(std::chrono::seconds(29));
        QVERIFY(autosaved.entryList({u"*.json"_s}).isEmpty());
        m_stage->scheduler.advance(std::chrono::seconds(1));
        QTRY_COMPARE(autosaved.entryList({u"*.json"_s}).size(), 1);
    }

    void theLastTimeIsOpenedWhereWanted()
    {
        const QString first = file(u"first.json"_s);
        const QString second = file(u"second.json"_s);
        m_at->workspace().open({first, second});
        m_at->window->close();
        QVERIFY(!m_at->window->isVisible());
        m_at->shut();
        m_at->open();
        m_at->window->reopenFiles(); // nobody asked for it
        QVERIFY(!m_at->workspace().current());
        QTest::keyClick(&control<QCheckBox>(dialog(), "settings.reopen"), Qt::Key_Space);
        m_at->workspace().open({first, second});
        m_at->window->close();
        m_at->shut();
        QVERIFY(QFile::remove(first));
        m_at->open();
        m_at->window->reopenFiles(); // and says nothing of the one that is gone but in the status bar
        QTRY_COMPARE(m_at->workspace().pages().size(), 1);
        QCOMPARE(m_at->page().document().path(), second);
    }

    void shortcutsAreAStepAway()
    {
        SettingsDialog &shown = dialog();
        QTest::mouseClick(&control<QPushButton>(shown, "settings.shortcuts"), Qt::LeftButton);
        QVERIFY(test::child<ShortcutEditor>(*m_at->window, "shortcuts").isVisible());
    }

    void brokenValuesFallBack_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::newRow("text") << QVariant(u"purple"_s);
        QTest::newRow("too large") << QVariant(4711);
        QTest::newRow("negative") << QVariant(-3);
        QTest::newRow("bytes") << QVariant(QByteArray("\xff\xfe"));
        QTest::newRow("nothing") << QVariant();
    }
    void brokenValuesFallBack()
    {
        QFETCH(const QVariant, value);
        for (const char *key : {"appearance", "language", "canvas/minimap", "canvas/snap", "files/reopen", "files/keepAfter",
                                "files/recentCount", "recentFiles", "files/open", "window/geometry", "window/state"})
            m_at->settings.setValue(QLatin1String(key), value);
        const Preferences preferences(m_at->settings);
        QCOMPARE(preferences.appearance(), Appearance::Mode::System);
        QCOMPARE(preferences.language(), QString());
        QVERIFY(preferences.showsMinimap() && preferences.snaps() && !preferences.reopens());
        QCOMPARE(preferences.keepAfter(), std::chrono::seconds(2));
        QCOMPARE(preferences.recentCount(), 10);
        m_at->shut();
        m_at->open();
        QCOMPARE(test::child<QSpinBox>(dialog(), "settings.keepAfter").value(), 2);
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
