// SPDX-License-Identifier: GPL-3.0-or-later
// What the designer's parts stand on in tests: the built-in descriptions, manual time, an appearance; and how a test looks at widgets.
#pragma once

#include "designer/shell/workbench.h"
#include "support/manualtime.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

namespace signalbox::test {

/// Everything but what the offscreen platform says of itself.
inline const QRegularExpression anyWarning(QStringLiteral("^(?!This plugin does not support|QStandardPaths: ).*"));

class Stage
{
public:
    explicit Stage(designer::Appearance::Mode mode = designer::Appearance::Mode::Light) : appearance(*qApp, mode) {}

    catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    core::Dialect dialect;
    capability::Capabilities capabilities = capability::Capabilities::builtIn();
    ManualClock clock;
    ManualScheduler scheduler{clock};
    designer::Appearance appearance;
    const designer::Workbench workbench{catalogue, dialect, capabilities, clock, scheduler, appearance};
};

/// Answers every text of the program with the text in brackets, while it lives.
class Brackets final : public QTranslator
{
public:
    Brackets() { QCoreApplication::installTranslator(this); }
    ~Brackets() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *sourceText, const char *, int) const override
    {
        const QLatin1String name(context);
        const bool isOurs = name.startsWith(QLatin1String("signalbox")) || name == QLatin1String("Components");
        return isOurs ? u'[' + QString::fromUtf8(sourceText) + u']' : QString();
    }
};

/// The texts of a column.
inline QStringList column(const QAbstractItemView &view, int column = 0)
{
    QStringList texts;
    for (int row = 0; row < view.model()->rowCount(view.rootIndex()); ++row)
        texts.append(view.model()->index(row, column, view.rootIndex()).data().toString());
    return texts;
}

/// The named child, or the end of the test program.
template <typename T>
T &child(const QWidget &parent, const char *name)
{
    T *const found = parent.findChild<T *>(QString::fromLatin1(name));
    if (found == nullptr)
        qFatal("no widget is called %s", name);
    return *found;
}

inline void showActive(QWidget &window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

} // namespace signalbox::test
