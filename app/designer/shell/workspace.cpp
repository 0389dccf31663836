// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/workspace.h"

#include "designer/shell/welcomepage.h"
#include "scenario/scenarioreader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTabBar>

namespace signalbox::designer {

namespace {

constexpr qsizetype mostReported = 20; // findings in one report

QStringList scenarioFilters()
{
    return {Workspace::tr("Scenario with its code and name (*.json)"), Workspace::tr("Scenario (*.scr)"), Workspace::tr("All files (*)")};
}

} // namespace

Workspace::Workspace(const Workbench &workbench, Dialogs &dialogs, QWidget *parent)
    : QStackedWidget(parent), m_workbench(workbench), m_dialogs(dialogs), m_welcome(new WelcomePage(workbench, this)),
      m_tabs(new QTabWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("documents"));
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->tabBar()->setProperty("strip", true);
    m_tabs->tabBar()->setAccessibleName(tr("Open scenarios"));
    addWidget(m_welcome);
    addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Workspace::currentChanged);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int index) {
        if (auto *const page = qobject_cast<DocumentPage *>(m_tabs->widget(index)))
            close(page);
    });
}

Workspace::~Workspace()
{
    m_tabs->disconnect(this); // pages that go are no news any more
}

DocumentPage *Workspace::current() const
{
    return currentWidget() == m_tabs ? qobject_cast<DocumentPage *>(m_tabs->currentWidget()) : nullptr;
}

QList<DocumentPage *> Workspace::pages() const
{
    QList<DocumentPage *> pages;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (auto *const page = qobject_cast<DocumentPage *>(m_tabs->widget(i)))
            pages.append(page);
    }
    return pages;
}

DocumentPage *Workspace::add(std::unique_ptr<ScenarioDocument> document)
{
    // A new document that nothing was done to makes room.
    if (DocumentPage *const before = current(); before && before->document().isEmpty())
        drop(before);
    auto *const page = new DocumentPage(std::move(document), m_tabs);
    ScenarioDocument *const shown = &page->document();
    const auto onState = [this, page] {
        updateTab(page);
        if (page == current())
            Q_EMIT currentStateChanged();
    };
    connect(shown, &ScenarioDocument::titleChanged, this, onState);
    connect(shown, &ScenarioDocument::cleanChanged, this, onState);
    connect(shown, &ScenarioDocument::problemsChanged, this, onState);
    connect(shown, &ScenarioDocument::changedOutside, this, [this, page] { askAboutOutside(page); });
    connect(&page->canvas(), &CanvasView::notice, this, &Workspace::notice);
    m_tabs->addTab(page, QString());
    updateTab(page);
    Q_EMIT pageAdded(page);
    setCurrentWidget(m_tabs);
    m_tabs->setCurrentWidget(page);
    page->canvas().setFocus();
    Q_EMIT currentChanged();
    return page;
}

void Workspace::updateTab(DocumentPage *page)
{
    const int index = m_tabs->indexOf(page);
    const ScenarioDocument &document = page->document();
    QString text = document.title();
    text.replace(u'&', QStringLiteral("&&"));
    if (!document.isClean())
        text += QStringLiteral(" ●");
    m_tabs->setTabText(index, text);
    QStringList places;
    if (!document.path().isEmpty())
        places << QDir::toNativeSeparators(document.path());
    if (const auto &origin = document.origin())
        places << tr("“%1” on %2").arg(origin->code, origin->cluster.title());
    m_tabs->setTabToolTip(index, places.isEmpty() ? tr("Not saved yet") : places.join(u'\n'));
}

void Workspace::newDocument()
{
    add(std::make_unique<ScenarioDocument>(m_workbench));
}

void Workspace::open(const QStringList &paths)
{
    for (const QString &path : paths) {
        const QString wanted = QFileInfo(path).canonicalFilePath();
        DocumentPage *shown = nullptr;
        const QList<DocumentPage *> all = pages();
        for (DocumentPage *page : all) {
            if (!wanted.isEmpty() && QFileInfo(page->document().path()).canonicalFilePath() == wanted)
                shown = page;
        }
        if (shown) {
            m_tabs->setCurrentWidget(shown);
            continue;
        }
        auto opened = ScenarioDocument::open(m_workbench, path);
        if (!opened.document) {
            report(path, opened.diagnostics);
            continue;
        }
        DocumentPage *const page = add(std::move(opened.document));
        Q_EMIT fileUsed(page->document().path());
    }
}

void Workspace::restore(const Autosave::Leftover &leftover)
{
    const scenario::ReadResult read = scenario::readScenario(leftover.content);
    if (!read.scenario)
        return report(leftover.file, read.diagnostics);
    if (!leftover.path.isEmpty() && QFileInfo::exists(leftover.path)) {
        if (auto opened = ScenarioDocument::open(m_workbench, leftover.path); opened.document) {
            DocumentPage *const page = add(std::move(opened.document));
            page->document().session().replaceAll(*read.scenario, tr("Restore"));
            return;
        }
    }
    auto opened = ScenarioDocument::fromText(m_workbench, leftover.content, leftover.title);
    opened.document->setUnsaved();
    add(std::move(opened.document));
}

void Workspace::openEntity(const core::Json &entity, const ClusterOrigin &origin, bool beside)
{
    auto opened = ScenarioDocument::fromText(m_workbench, entity.toPretty(), origin.code);
    if (!opened.document) {
        m_dialogs.ask(this, tr("“%1” cannot be opened").arg(origin.code),
                      linesOf(opened.diagnostics) + QStringLiteral("\n\n") + tr("What the cluster holds was not changed."), {tr("Close")},
                      [](int) {});
        return;
    }
    opened.document->setOrigin(origin);
    const auto &wanted = opened.document->origin();
    const QList<DocumentPage *> all = pages();
    for (DocumentPage *page : all) {
        const auto &there = page->document().origin();
        if (!beside && there && there->isSameScenario(*wanted) && there->base == wanted->base) {
            m_tabs->setCurrentWidget(page);
            Q_EMIT notice(tr("“%1” is open already").arg(origin.code));
            return;
        }
    }
    add(std::move(opened.document));
}

void Workspace::openExample(const QString &resource, const QString &title)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return report(resource, {});
    auto opened = ScenarioDocument::fromText(m_workbench, file.readAll(), title);
    if (opened.document)
        add(std::move(opened.document));
    else
        report(resource, opened.diagnostics);
}

QString Workspace::linesOf(const core::Diagnostics &diagnostics)
{
    QStringList lines;
    for (const core::Diagnostic &diagnostic : diagnostics.first(std::min(diagnostics.size(), mostReported))) {
        lines << (diagnostic.line > 0 ? tr("Line %1, column %2: %3").arg(diagnostic.line).arg(diagnostic.column).arg(diagnostic.message)
                                      : diagnostic.message);
    }
    return lines.join(u'\n');
}

void Workspace::report(const QString &path, const core::Diagnostics &diagnostics)
{
    m_dialogs.ask(this, tr("“%1” cannot be opened").arg(QFileInfo(path).fileName()),
                  linesOf(diagnostics) + QStringLiteral("\n\n") + tr("The file was not changed."), {tr("Close")}, [](int) {});
}

void Workspace::save(DocumentPage *page, std::function<void()> saved)
{
    ScenarioDocument &document = page->document();
    if (document.path().isEmpty() && document.origin() && m_clusterSaver)
        return m_clusterSaver(page, std::move(saved));
    if (document.path().isEmpty())
        return saveAs(page, std::move(saved));
    const auto result = document.save();
    if (result) {
        Q_EMIT notice(tr("Saved “%1”").arg(document.title()));
        if (saved)
            saved();
        return;
    }
    if (result.error().code == QLatin1String("changed_outside")) {
        m_dialogs.ask(this, tr("Overwrite “%1”?").arg(document.title()), result.error().message,
                      {tr("Save under another name…"), tr("Overwrite"), tr("Cancel")}, [this, page, saved](int button) {
                          if (button == 0)
                              saveAs(page, saved);
                          else if (button == 1 && page->document().save(true) && saved)
                              saved();
                      });
        return;
    }
    m_dialogs.ask(this, tr("“%1” cannot be saved").arg(document.title()), result.error().message,
                  {tr("Save under another name…"), tr("Cancel")}, [this, page, saved](int button) {
                      if (button == 0)
                          saveAs(page, saved);
                  });
}

void Workspace::saveAs(DocumentPage *page, std::function<void()> saved)
{
    const ScenarioDocument &document = page->document();
    const QString suffix =
        page->document().session().scenario().form() == scenario::Form::Entity ? QStringLiteral("json") : QStringLiteral("scr");
    QString name = document.title();
    name.replace(u'/', u'_'); // a code may hold one
    const QString suggested = document.path().isEmpty() ? name + u'.' + suffix : document.path();
    m_dialogs.saveFile(this, tr("Save the scenario"), suggested, scenarioFilters(), suffix, [this, page, saved](const QString &path) {
        const auto result = page->document().saveAs(path);
        if (!result) {
            m_dialogs.ask(this, tr("“%1” cannot be saved").arg(QFileInfo(path).fileName()), result.error().message, {tr("Close")},
                          [](int) {});
            return;
        }
        Q_EMIT fileUsed(page->document().path());
        Q_EMIT notice(tr("Saved “%1”").arg(page->document().title()));
        if (saved)
            saved();
    });
}

void Workspace::drop(DocumentPage *page)
{
    m_tabs->removeTab(m_tabs->indexOf(page));
    page->deleteLater();
    if (m_tabs->count() == 0)
        setCurrentWidget(m_welcome);
    Q_EMIT currentChanged();
}

void Workspace::close(DocumentPage *page, std::function<void()> closed)
{
    const auto end = [this, page, closed = std::move(closed)] {
        drop(page);
        if (closed)
            closed();
    };
    if (page->document().isClean())
        return end();
    m_tabs->setCurrentWidget(page);
    m_dialogs.ask(this, tr("Save “%1”?").arg(page->document().title()), tr("It has edits that are not saved."),
                  {tr("Save"), tr("Do not save"), tr("Cancel")}, [this, page, end](int button) {
                      if (button == 0)
                          save(page, end);
                      else if (button == 1)
                          end();
                  });
}

void Workspace::closeAll(const std::function<void()> &closed)
{
    const QList<DocumentPage *> open = pages();
    if (open.isEmpty())
        return closed();
    close(open.last(), [this, closed] { closeAll(closed); });
}

void Workspace::askAboutOutside(DocumentPage *page)
{
    const QString text = page->document().isClean()
                             ? tr("Another program has changed the file.")
                             : tr("Another program has changed the file, and there are edits here that are not saved. "
                                  "Taking the file's content can be undone.");
    m_dialogs.ask(this, tr("“%1” has changed").arg(page->document().title()), text,
                  {tr("Take the file's content"), tr("Keep what is here")}, [this, page](int button) {
                      if (button != 0)
                          return;
                      if (const auto reloaded = page->document().reload(); !reloaded)
                          Q_EMIT notice(reloaded.error().message);
                  });
}

void Workspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_tabs->tabBar()->setAccessibleName(tr("Open scenarios"));
        const QList<DocumentPage *> all = pages();
        for (DocumentPage *page : all)
            updateTab(page);
    }
    QStackedWidget::changeEvent(event);
}

} // namespace signalbox::designer
