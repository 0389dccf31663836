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

    /// Quits the application behind the last one.
    void begin()
    {
        shoot(u"welcome"_s);
        shoot(u"designer-light"_s, [this] {
            m_window->workspace().openExample(u":/examples/retry-loop.json"_s, u"retry-loop"_s);
            page().canvas().goTo(2);
        });
        shoot(u"designer-dark"_s, [this] { m_appearance.setMode(Appearance::Mode::Dark); });
        shoot(u"designer-russian"_s, [this] {
            m_appearance.setMode(Appearance::Mode::Light);
            m_languages.use(u"ru"_s);
        });
        shootOperations();
        shootProblems();
        shoot(u"10000-cards"_s, [this] {
            const QString large = m_temporary.filePath(u"large.scr"_s);
            if (core::writeFile(large, largeScenario()))
                m_window->workspace().open({large});
        });
        next();
    }

private:
    DocumentPage &page() { return *m_window->workspace().current(); }
    /// After what prepares it, a picture. What runs beside the interface thread gets its time before.
    void shoot(const QString &name, std::function<void()> prepare = {}) { m_shots.append({name, std::move(prepare)}); }
    void next()
    {
        if (m_shots.isEmpty())
            return QCoreApplication::quit();
        const Shot shot = m_shots.takeFirst();
        if (shot.prepare)
            shot.prepare();
        QTimer::singleShot(600, m_window.get(), [this, name = shot.name] {
            if (!m_window->grab().save(m_folder + u'/' + name + u".png"_s))
                std::fprintf(stderr, "%s cannot be written\n", qPrintable(name));
            next();
        });
    }
    void shootOperations()
    {
        const catalogue::ComponentType &websock = *m_catalogue.find(144);
        const catalogue::Property &operation = *websock.property(u"operation");
        const catalogue::Property &method = *websock.property(u"websocktempMethod");
        const auto set = [this](const QString &code, qint64 value) {
            page().document().session().setProperty({m_added}, code, core::Json(value));
        };
        bool isFirst = true;
        for (const catalogue::Option &option : operation.options) {
            const bool isTemp = option.code == "websocktemp"_L1;
            for (const catalogue::Option &action : isTemp ? method.options : QList<catalogue::Option>{{}}) {
                const QString name = isTemp ? u"sheet-websocktemp-"_s + action.code : u"sheet-"_s + option.code;
                shoot(name, [=, this, first = std::exchange(isFirst, false), operationId = option.id, actionId = action.id] {
                    if (first) {
                        m_languages.use(u"en"_s);
                        m_added = page().document().session().addObject(144, QPoint(24, 160));
                        page().canvas().goTo(m_added);
                        set(u"syncMode"_s, 1);
                    }
                    set(u"operation"_s, operationId);
                    if (isTemp)
                        set(u"websocktempMethod"_s, actionId);
                });
            }
        }
    }
    void shootProblems()
    {
        shoot(u"json-error"_s, [this] {
            editing::EditSession &session = page().document().session();
            const auto set = [this, &session](const QString &code, const QString &value) {
                session.setProperty({m_added}, code,
                                    core::Json::object({{u"argType"_s, core::Json(m_dialect.argConstant)},
                                                        {u"varType"_s, core::Json(m_dialect.typeString)},
                                                        {u"value"_s, core::Json(value)}}));
            };
            session.setProperty({m_added}, u"operation"_s, core::Json(0));
            set(u"capabilityName"_s, u"msg"_s);
            set(u"eventName"_s, u"hello"_s);
            set(u"content"_s, u"{\n  \"text\": \"Hello\",\n  \"attempt\": ,\n}"_s);
            m_window->sheet().focusProperty(u"content"_s);
        });
        shoot(u"problems"_s, [this] { page().canvas().setFocus(); });
    }

    struct Shot {
        QString name;
        std::function<void()> prepare;
    };
    QList<Shot> m_shots;
    qint64 m_added = 0;
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
    Photographer photographer(application, arguments[1]);
    photographer.begin();
    return QApplication::exec();
}
