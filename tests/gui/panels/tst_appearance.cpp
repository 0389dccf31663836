// SPDX-License-Identifier: GPL-3.0-or-later
// Light, dark and the system's, told by what widgets really look like.
#include "designer/shell/controlstyle.h"
#include "designer/shell/stylesheet.h"
#include "support/designerstage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QVBoxLayout>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace signalbox;
using designer::Appearance;
using drawing::Role;
using drawing::Theme;

namespace {

QApplication &application()
{
    return *static_cast<QApplication *>(QCoreApplication::instance());
}

QPalette systemPalette(bool isDark)
{
    QPalette palette;
    palette.setColor(QPalette::Window, isDark ? Qt::black : Qt::white);
    palette.setColor(QPalette::WindowText, isDark ? Qt::white : Qt::black);
    return palette;
}

} // namespace

class TestAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(test::anyWarning);
        application().setStyleSheet(QString());
        QApplication::setPalette(systemPalette(false));
    }

    void followsTheSystem_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void followsTheSystem()
    {
        QFETCH(const bool, isDark);
        QApplication::setPalette(systemPalette(isDark));
        Appearance appearance(application());
        QCOMPARE(appearance.theme().kind() == Theme::Kind::Dark, isDark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), appearance.theme().color(Role::Panel));

        const QSignalSpy spy(&appearance, &Appearance::changed);
        QApplication::setPalette(systemPalette(!isDark)); // as the system would
        QCOMPARE(appearance.theme().kind() == Theme::Kind::Dark, !isDark);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(QApplication::palette().color(QPalette::Window), appearance.theme().color(Role::Panel));
    }

    void asksThePlatformWhenItsThemeChanges()
    {
        QApplication::setPalette(systemPalette(true));
        Appearance appearance(application());
        QCOMPARE(appearance.theme().kind(), Theme::Kind::Dark);
        QWindow window;
        QEvent event(QEvent::ThemeChange); // the offscreen platform's is light
        QCoreApplication::sendEvent(&window, &event);
        QCOMPARE(appearance.theme().kind(), Theme::Kind::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), appearance.theme().color(Role::Panel));
    }

    void choiceWinsOverTheSystem()
    {
        Appearance appearance(application(), Appearance::Mode::Dark);
        QCOMPARE(appearance.theme().kind(), Theme::Kind::Dark);
        const QSignalSpy spy(&appearance, &Appearance::changed);
        QApplication::setPalette(systemPalette(false));
        QCOMPARE(appearance.theme().kind(), Theme::Kind::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), appearance.theme().color(Role::Panel));
        QCOMPARE(spy.size(), 0);
        appearance.setMode(Appearance::Mode::System); // of which the last news is that it is light
        QCOMPARE(appearance.theme().kind(), Theme::Kind::Light);
        appearance.setMode(Appearance::Mode::Light);
        QCOMPARE(spy.size(), 1); // light it was
        appearance.setMode(Appearance::Mode::Dark);
        QCOMPARE(spy.size(), 2);
        QCOMPARE(appearance.mode(), Appearance::Mode::Dark);
    }

    void sheetHasOneOfEverything_data()
    {
        QTest::addColumn<Theme::Kind>("kind");
        QTest::newRow("light") << Theme::Kind::Light;
        QTest::newRow("dark") << Theme::Kind::Dark;
    }
    void sheetHasOneOfEverything()
    {
        QFETCH(const Theme::Kind, kind);
        const Theme theme = Theme::builtIn(kind);
        const QString sheet = designer::styleSheet(theme);
        QVERIFY(!sheet.contains(u'$'));
        for (const Role role : {Role::Panel, Role::Line, Role::ControlLine, Role::Accent, Role::AccentSoft, Role::OnAccent})
            QVERIFY2(sheet.contains(theme.color(role).name()), qPrintable(theme.color(role).name()));
    }

    void controlsAreEquallyHigh()
    {
        Appearance appearance(application(), Appearance::Mode::Light);
        QWidget window;
        auto *const layout = new QVBoxLayout(&window);
        const QList<QWidget *> controls{new QLineEdit, new QComboBox, new QSpinBox, new QDoubleSpinBox, new QPushButton(u"Run"_s)};
        for (QWidget *const control : controls)
            layout->addWidget(control);
        window.show();
        for (const QWidget *const control : controls)
            QCOMPARE(control->height(), designer::controlHeight);
    }

    void propertiesAreSeen_data()
    {
        QTest::addColumn<Appearance::Mode>("mode");
        QTest::newRow("light") << Appearance::Mode::Light;
        QTest::newRow("dark") << Appearance::Mode::Dark;
    }
    void propertiesAreSeen()
    {
        QFETCH(const Appearance::Mode, mode);
        Appearance appearance(application(), mode);
        const Theme &theme = appearance.theme();
        QPushButton primary;
        primary.setProperty("primary", true);
        primary.resize(80, designer::controlHeight);
        QCOMPARE(primary.grab().toImage().pixelColor(10, 10), theme.color(Role::Accent));
        QPushButton plain;
        plain.resize(80, designer::controlHeight);
        QCOMPARE(plain.grab().toImage().pixelColor(10, 10), theme.color(Role::Control));
        QCOMPARE(plain.grab().toImage().pixelColor(40, 0), theme.color(Role::ControlLine));

        QLineEdit invalid;
        invalid.setProperty("invalid", true);
        invalid.resize(80, designer::controlHeight);
        QCOMPARE(invalid.grab().toImage().pixelColor(40, 0), theme.color(Role::Error));
        QComboBox choice;
        choice.setProperty("invalid", true);
        choice.resize(80, designer::controlHeight);
        QCOMPARE(choice.grab().toImage().pixelColor(40, 0), theme.color(Role::Error));

        QLabel heading(u"Flow"_s);
        heading.setProperty("heading", true);
        heading.ensurePolished();
        QCOMPARE(heading.font().pixelSize(), 11);
        QCOMPARE(heading.font().capitalization(), QFont::AllUppercase);
        QLabel mono(u"144"_s);
        mono.setProperty("mono", true);
        mono.ensurePolished();
        QCOMPARE(QFontInfo(mono.font()).family(), QFontInfo(theme.monoFont(12)).family());
        QLabel muted(u"later"_s);
        muted.setProperty("muted", true);
        muted.ensurePolished();
        QCOMPARE(muted.palette().color(QPalette::WindowText), theme.color(Role::Muted));
    }

    void selectedTabIsUnderlined()
    {
        Appearance appearance(application(), Appearance::Mode::Light);
        QTabBar tabs;
        tabs.addTab(u"One"_s);
        tabs.addTab(u"Two"_s);
        tabs.resize(tabs.sizeHint());
        QCOMPARE(tabs.height(), designer::tabHeight);
        const QImage picture = tabs.grab().toImage();
        const QColor accent = appearance.theme().color(Role::Accent);
        const QPoint first = tabs.tabRect(0).center();
        const QPoint second = tabs.tabRect(1).center();
        QCOMPARE(picture.pixelColor(first.x(), tabs.height() - 1), accent);
        QCOMPARE(picture.pixelColor(first.x(), tabs.height() - 2), accent);
        QVERIFY(picture.pixelColor(first.x(), tabs.height() - 3) != accent);
        QVERIFY(picture.pixelColor(second.x(), tabs.height() - 1) != accent);
    }

    void documentTabsLieBehindTheirPage()
    {
        Appearance appearance(application(), Appearance::Mode::Light);
        QTabBar tabs;
        tabs.setProperty("strip", true);
        tabs.addTab(u"One"_s);
        tabs.addTab(u"Two"_s);
        tabs.resize(tabs.sizeHint() + QSize(50, 0));
        const QImage picture = tabs.grab().toImage();
        QCOMPARE(picture.pixelColor(tabs.tabRect(0).topLeft() + QPoint(2, 2)), appearance.theme().color(Role::Panel));
        QCOMPARE(picture.pixelColor(tabs.tabRect(1).topLeft() + QPoint(2, 2)), appearance.theme().color(Role::Window));
        QCOMPARE(picture.pixelColor(tabs.width() - 2, 2), appearance.theme().color(Role::Window));
        QCOMPARE(picture.pixelColor(tabs.width() - 2, tabs.height() - 1), appearance.theme().color(Role::Line));
    }

    void mixesColours()
    {
        QCOMPARE(designer::mixed(QColor(100, 0, 200), QColor(0, 100, 0), 0.25), QColor(25, 75, 50));
        QCOMPARE(designer::mixed(Qt::white, Qt::black, 1), QColor(Qt::white));
    }

    void choicesAreAsWideAsTheirTexts()
    {
        const Appearance appearance(application());
        QWidget window;
        QComboBox choice(&window);
        choice.addItems({u"One"_s, u"Two"_s});
        test::showActive(window);
        const int before = choice.sizeHint().width();
        const QString text = u"What another language says at more length"_s;
        choice.setItemText(1, text);
        QVERIFY(choice.sizeHint().width() > before);
        QStyleOptionComboBox option;
        option.initFrom(&choice);
        option.rect = QRect({}, choice.sizeHint());
        const QRect field = choice.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &choice);
        QVERIFY(field.width() - 2 >= choice.fontMetrics().horizontalAdvance(text));
    }
};

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
