// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/welcomepage.h"

#include "scenario/scenarioreader.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

static void initResources() // Q_INIT_RESOURCE works outside of namespaces alone
{
    Q_INIT_RESOURCE(signalbox_designer);
}

namespace signalbox::designer {

namespace {

constexpr int columnWidth = 560;
constexpr int shownRecent = 6;

QLabel *label(const QString &text, const char *property)
{
    auto *const made = new QLabel(text);
    made->setProperty(property, true);
    made->setWordWrap(true);
    return made;
}

QPushButton *row(const QString &text, const QString &detail)
{
    auto *const made = new QPushButton(text);
    made->setProperty("row", true);
    made->setToolTip(detail);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

} // namespace

WelcomePage::WelcomePage(const Workbench &workbench, QWidget *parent) : QScrollArea(parent), m_workbench(workbench)
{
    setObjectName(QStringLiteral("welcome"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    initResources();
}

QList<WelcomePage::Example> WelcomePage::examples()
{
    QList<Example> found;
    const QStringList files = QDir(QStringLiteral(":/examples")).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const QString path = QStringLiteral(":/examples/") + name;
        if (const auto read = scenario::readScenarioFile(path); read.scenario)
            found.append({path, read.scenario->name()});
    }
    return found;
}

void WelcomePage::setRecent(const QStringList &paths)
{
    if (std::exchange(m_recent, paths) != paths)
        renew();
}

void WelcomePage::renew()
{
    m_isStale = true;
    if (isVisible())
        build();
}

void WelcomePage::showEvent(QShowEvent *event)
{
    if (m_isStale)
        build();
    QScrollArea::showEvent(event);
}

void WelcomePage::build()
{
    m_isStale = false;
    auto *const page = new QWidget;
    auto *const outer = new QHBoxLayout(page);
    auto *const column = new QWidget;
    column->setFixedWidth(columnWidth);
    outer->addStretch();
    outer->addWidget(column);
    outer->addStretch();
    auto *const layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 48, 0, 32);
    layout->setSpacing(4);

    layout->addWidget(label(tr("Signalbox"), "display"));
    layout->addWidget(label(tr("Draw a scenario, fill in its components, check it, and keep it as the platform's own JSON."), "muted"));
    layout->addSpacing(20);
    auto *const buttons = new QHBoxLayout;
    auto *const create = new QPushButton(tr("New scenario"));
    create->setObjectName(QStringLiteral("welcome.new"));
    create->setProperty("primary", true);
    auto *const open = new QPushButton(tr("Open…"));
    open->setObjectName(QStringLiteral("welcome.open"));
    buttons->addWidget(create);
    auto *const cluster = new QPushButton(tr("Open from cluster…"));
    cluster->setObjectName(QStringLiteral("welcome.cluster"));
    buttons->addWidget(open);
    buttons->addWidget(cluster);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(create, &QPushButton::clicked, this, &WelcomePage::newWanted);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(cluster, &QPushButton::clicked, this, &WelcomePage::clusterWanted);

    layout->addSpacing(24);
    layout->addWidget(label(tr("Recent files"), "heading"));
    for (const QString &path : m_recent.first(std::min<qsizetype>(m_recent.size(), shownRecent))) {
        QPushButton *const button = row(QFileInfo(path).fileName(), QDir::toNativeSeparators(path));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT fileWanted(path); });
        layout->addWidget(button);
    }
    if (m_recent.isEmpty())
        layout->addWidget(label(tr("Files that you open appear here. A file can also be dropped on the window."), "muted"));

    layout->addSpacing(24);
    layout->addWidget(label(tr("Examples"), "heading"));
    const QList<Example> all = examples();
    for (const Example &example : all) {
        QPushButton *const button = row(example.title, example.resource.section(u'/', -1));
        connect(button, &QPushButton::clicked, this,
                [this, example] { Q_EMIT exampleWanted(example.resource, example.resource.section(u'/', -1).chopped(5)); });
        layout->addWidget(button);
    }
    layout->addStretch();
    setWidget(page); // the one before is deleted
}

void WelcomePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        renew();
    QScrollArea::changeEvent(event);
}

} // namespace signalbox::designer
