// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the program for people to judge and for its pages: "screenshots FOLDER" writes them, offscreen.
#include "core/filestore.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::designer;

namespace {

/// Nobody is there to answer.
class NoDialogs final : public Dialogs
{
public:
    void openFiles(QWidget *, const QString &, Files) override {}
    void openFolder(QWidget *, const QString &, File) override {}
    void saveFile(QWidget *, const QString &, const QString &, const QStringList &, const QString &, File) override {}
    void ask(QWidget *, const QString &title, const QString &, const QStringList &, Choice) override
    {
        std::fprintf(stderr, "asked: %s\n", qPrintable(title));
    }
};

QByteArray largeScenario()
{
    QByteArray objects;
    for (int i = 0; i < 10000; ++i) {
        objects += QStringLiteral("%1{\"oId\":%2,\"oLeft\":%3,\"oTop\":%4,\"oType\":%5,\"name\":\"Step %2\",\"transfer\":%6}")
                       .arg(i == 0 ? u""_s : u","_s)
                       .arg(i + 1)
                       .arg(i % 100 * 104)
                       .arg(i / 100 * 56)
                       .arg(i == 0       ? 101
                            : i % 3 == 0 ? 144
                            : i % 3 == 1 ? 106
                                         : 103)
                       .arg(std::min(i + 2, 10000))
                       .toUtf8();
    }
    return "{\"objects\":[" + objects + "],\"variables\":[]}";
}

class Photographer final
{
public:
    Photographer(QApplication &application, const QString &folder)
        : m_folder(folder), m_settings(m_temporary.filePath(u"signalbox.conf"_s), QSettings::IniFormat),
          m_appearance(application, Appearance::Mode::Light), m_workbench{m_catalogue, m_dialect,   m_capabilities,
                                                                          m_clock,     m_scheduler, m_appearance},
          m_autosave(m_temporary.filePath(u"autosave"_s), m_scheduler)
    {
        m_languages.use(u"en"_s);
        m_window = std::make_unique<MainWindow>(m_workbench, m_dialogs, m_languages, m_settings, m_autosave);
        m_window->resize(1600, 1000);
        m_window->show();
    }

    void takeAll()
    {
        shoot(u"welcome"_s);
        Workspace &workspace = m_window->workspace();
        workspace.openExample(u":/examples/retry-loop.json"_s, u"retry-loop"_s);
        settle();
        page().canvas().goTo(2);
        shoot(u"designer-light"_s);
        m_appearance.setMode(Appearance::Mode::Dark);
        shoot(u"designer-dark"_s);
        m_appearance.setMode(Appearance::Mode::Light);
        m_languages.use(u"ru"_s);
        shoot(u"designer-russian"_s);
        m_languages.use(u"en"_s);
        takeOperations();
        takeProblems();
        const QString large = m_temporary.filePath(u"large.scr"_s);
        if (core::writeFile(large, largeScenario()))
            workspace.open({large});
        page().canvas().zoomToFit();
        settle();
        shoot(u"10000-cards"_s);
    }

private:
    DocumentPage &page() { return *m_window->workspace().current(); }
    /// What runs beside the interface thread gets its time.
    void settle()
    {
        QEventLoop loop;
        QTimer::singleShot(600, &loop, &QEventLoop::quit);
        loop.exec();
    }
    void shoot(const QString &name)
    {
        settle();
        if (!m_window->grab().save(m_folder + u'/' + name + u".png"_s))
            std::fprintf(stderr, "%s cannot be written\n", qPrintable(name));
    }
    void takeOperations()
    {
        editing::EditSession &session = page().document().session();
        const catalogue::ComponentType &websock = *m_catalogue.find(144);
        const qint64 id = session.addObject(144, QPoint(24, 160));
        page().canvas().goTo(id);
        const catalogue::Property &operation = *websock.property(u"operation");
        const catalogue::Property &method = *websock.property(u"websocktempMethod");
        session.setProperty({id}, u"syncMode"_s, core::Json(1));
        for (const catalogue::Option &option : operation.options) {
            session.setProperty({id}, operation.code, core::Json(option.id));
            if (option.code != "websocktemp"_L1) {
                shoot(u"sheet-"_s + option.code);
                continue;
            }
            for (const catalogue::Option &action : method.options) {
                session.setProperty({id}, method.code, core::Json(action.id));
                shoot(u"sheet-websocktemp-"_s + action.code);
            }
        }
    }
    void takeProblems()
    {
        editing::EditSession &session = page().document().session();
        const qint64 id = page().canvas().currentId();
        const auto argument = [](const QString &value) {
            return core::Json::object({{u"argType"_s, core::Json(1)}, {u"varType"_s, core::Json(2)}, {u"value"_s, core::Json(value)}});
        };
        session.setProperty({id}, u"operation"_s, core::Json(0));
        session.setProperty({id}, u"capabilityName"_s, argument(u"msg"_s));
        session.setProperty({id}, u"eventName"_s, argument(u"hello"_s));
        session.setProperty({id}, u"content"_s, argument(u"{\n  \"text\": \"Hello\",\n  \"attempt\": ,\n}"_s));
        m_window->sheet().focusProperty(u"content"_s);
        shoot(u"json-error"_s);
        shoot(u"problems"_s);
    }

    QString m_folder;
    QTemporaryDir m_temporary;
    const catalogue::Catalogue m_catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect m_dialect{};
    const capability::Capabilities m_capabilities = capability::Capabilities::builtIn();
    const core::SystemClock m_clock;
    core::QtScheduler m_scheduler;
    QSettings m_settings;
    Appearance m_appearance;
    const Workbench m_workbench;
    NoDialogs m_dialogs;
    Languages m_languages;
    Autosave m_autosave;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2 || !QDir().mkpath(arguments[1])) {
        std::fputs("usage: screenshots FOLDER\n", stderr);
        return 2;
    }
    Photographer(application, arguments[1]).takeAll();
    return 0;
}
