// SPDX-License-Identifier: GPL-3.0-or-later
// The program signalbox: the desktop designer.
#include "cluster/profilestore.h"
#include "core/scheduler.h"
#include "designer/canvas/canvasaccessible.h"
#include "designer/cluster/clusters.h"
#include "designer/shell/mainwindow.h"
#include "inspect/trafficintake.h"
#include "journal/journal.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

using namespace signalbox;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QCoreApplication::setOrganizationName(QStringLiteral("signalbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Signalbox"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.signalbox.Signalbox"));

    const QString folder = qEnvironmentVariable("SIGNALBOX_CONFIG_DIR");
    QSettings settings(folder.isEmpty() ? QSettings().fileName() : folder + QStringLiteral("/signalbox.conf"), QSettings::IniFormat);
    designer::Languages languages;
    const designer::Preferences preferences(settings);
    languages.use(preferences.language());

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "Designs scenarios of web socket operations."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"), QCoreApplication::translate("main", "Scenarios to open."),
                                 QStringLiteral("[FILE…]"));
    parser.process(application);

    const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    const core::Dialect dialect;
    const capability::Capabilities capabilities = capability::Capabilities::builtIn();
    core::SystemClock clock;
    core::SystemRandom random;
    core::QtScheduler scheduler;
    designer::Appearance appearance(application, preferences.appearance());
    const designer::Workbench workbench{catalogue, dialect, capabilities, clock, scheduler, appearance};
    designer::CanvasAccessible::install();
    designer::WidgetDialogs dialogs;
    const QString data = folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : folder;
    designer::Autosave autosave(data + QStringLiteral("/autosave"), scheduler);
    QDir().mkpath(data);
    journal::Journal journal(data + QStringLiteral("/journal.sqlite"));
    inspect::TrafficIntake traffic(clock, [&journal](journal::Message message) { journal.add(std::move(message)); });
    const QString keys = QStringLiteral("journal/keys");
    traffic.setKeys(settings.value(keys).toLongLong(), [&settings, keys](qint64 reserved) { settings.setValue(keys, reserved); });
    designer::Clusters clusters({{clock, scheduler, random, &traffic},
                                 cluster::ProfileStore::defaultPath(),
                                 [&scheduler] { return secrets::openSecretStore(scheduler); },
                                 designer::EmbeddedCluster::demo});
    designer::MainWindow window(workbench, dialogs, languages, settings, autosave, clusters);
    window.setJournal(journal);
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/application/signalbox.svg")));
    window.show();
    window.offerLeftovers();
    if (parser.positionalArguments().isEmpty())
        window.reopenFiles();
    window.workspace().open(parser.positionalArguments());
    return QApplication::exec();
}
