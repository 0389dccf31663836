// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/workspace.h"

#include "designer/files/outputs.h"
#include "designer/shell/documentsaver.h"
#include "designer/shell/welcomepage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QTabBar>

namespace signalbox::designer {

namespace {

constexpr qsizetype mostReported = 20; // findings in one report
constexpr qint64 atOnce = 128 * 1024;  // bytes: a file up to here is read before its "Opening" could be painted

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

/// The same for two ways to one file.
QString keyOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
}

} // namespace

/// A file on its way to become a page.
struct Workspace::Reading {
    QString key;
    QList<Opened> opened;
    std::stop_source stop = {};
    int task = 0;
};

Workspace::Workspace(const Workbench &workbench, Dialogs &dialogs, QWidget *parent)
    : QStackedWidget(parent), m_workbench(workbench), m_dialogs(dialogs), m_welcome(new WelcomePage(workbench, this)),
      m_tabs(new QTabWidget(this)), m_tasks(new TaskStrip(workbench.scheduler, this)), m_outputs(new Outputs(workbench, *m_tasks, this)),
      m_saver(new DocumentSaver(dialogs, *m_tasks, *this))
{
    m_tabs->setObjectName(QStringLiteral("documents"));
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->tabBar()->setProperty("strip", true);
    m_tabs->tabBar()->setAccessibleName(tr("Open scenarios"));
    addWidget(m_welcome);
    addWidget(m_tabs);
    connect(m_outputs, &Outputs::notice, this, &Workspace::notice);
    connect(m_saver, &DocumentSaver::notice, this, &Workspace::notice);
    connect(m_saver, &DocumentSaver::fileUsed, this, &Workspace::fileUsed);
    connect(m_tabs, &QTabWidget::currentChanged, this, &Workspace::currentChanged);
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int index) {
        if (auto *const page = qobject_cast<DocumentPage *>(m_tabs->widget(index)))
            close(page);
    });
}

Workspace::~Workspace()
{
    m_tabs->disconnect(this); // pages that go are no news any more
    delete m_outputs;         // while the strip that it tells is there
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
    connect(shown, &ScenarioDocument::changedOutside, this, [this, page] { m_saver->askAboutOutside(page); });
    connect(&page->canvas(), &CanvasView::notice, this, &Workspace::notice);
    const QSignalBlocker isOnce(m_tabs); // that another is shown is told below
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

void Workspace::newFile(const QString &path)
{
    m_fresh.push_back(std::make_unique<ScenarioDocument>(m_workbench));
    ScenarioDocument *const made = m_fresh.back().get();
    const int task = m_tasks->begin(tr("Saving “%1”…").arg(nameOf(path)));
    made->saveAs(path, [this, made, path, task](const core::Result<void> &result) {
        // Not from within its own answer: one that was not written goes now.
        const auto take = [this, made, path, task, result] {
            m_tasks->end(task);
            takeFresh(made, path, result);
        };
        QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
    });
}

void Workspace::takeFresh(ScenarioDocument *made, const QString &path, const core::Result<void> &result)
{
    const auto place = std::find_if(m_fresh.begin(), m_fresh.end(), [made](const auto &fresh) { return fresh.get() == made; });
    std::unique_ptr<ScenarioDocument> document = std::move(*place);
    m_fresh.erase(place);
    if (!result) {
        m_dialogs.ask(this, tr("“%1” cannot be saved").arg(nameOf(path)), result.error().message, {tr("Close")}, [](int) {});
        return;
    }
    add(std::move(document));
    Q_EMIT fileUsed(path);
}

DocumentPage *Workspace::pageOf(const QString &path) const
{
    const QString wanted = keyOf(path);
    const QList<DocumentPage *> all = pages();
    for (DocumentPage *page : all) {
        const QString there = page->document().path();
        if (!there.isEmpty() && keyOf(there) == wanted)
            return page;
    }
    return nullptr;
}

void Workspace::open(const QStringList &paths, const Opened &opened)
{
    for (const QString &path : paths) {
        if (DocumentPage *const shown = pageOf(path)) {
            m_tabs->setCurrentWidget(shown);
            if (opened)
                opened(shown);
        } else {
            openFile(path, opened);
        }
    }
}

void Workspace::openFile(const QString &path, const Opened &opened)
{
    const QString key = keyOf(path);
    const QList<Opened> asked = opened ? QList<Opened>{opened} : QList<Opened>();
    for (const auto &known : std::as_const(m_readings)) {
        if (known->key == key) {
            known->opened += asked;
            return;
        }
    }
    // Behind one that is being read, others wait: tabs come in the order that they were asked for.
    if (m_readings.isEmpty() && QFileInfo(path).size() <= atOnce)
        return takeRead(readDocument(path, m_workbench.capabilities), asked);
    const auto reading = std::make_shared<Reading>(Reading{key, asked});
    m_readings.append(reading);
    reading->task = m_tasks->begin(tr("Opening “%1”…").arg(nameOf(path)), [this, reading, path] {
        reading->stop.request_stop();
        m_readings.removeOne(reading);
        Q_EMIT notice(tr("“%1” was not opened: cancelled").arg(nameOf(path)));
    });
    m_reader.start([path, builtIn = m_workbench.capabilities] { return readDocument(path, builtIn); }, reading->stop.get_token(),
                   [this, reading](const ReadDocument &read) {
                       m_tasks->end(reading->task);
                       m_readings.removeOne(reading);
                       takeRead(read, reading->opened);
                   });
}

void Workspace::takeRead(const ReadDocument &read, const QList<Opened> &opened)
{
    DocumentPage *page = pageOf(read.path); // it may have been saved there meanwhile
    if (page) {
        m_tabs->setCurrentWidget(page);
    } else if (auto made = ScenarioDocument::of(m_workbench, read); made.document) {
        page = add(std::move(made.document));
        Q_EMIT fileUsed(page->document().path());
    } else {
        report(read.path, made.diagnostics);
    }
    for (const Opened &task : opened)
        task(page);
}

void Workspace::restore(const Autosave::Leftover &leftover)
{
    const auto read = [leftover, builtIn = m_workbench.capabilities] {
        return readDocumentText(leftover.content, builtIn);
    };
    if (leftover.content.size() <= atOnce)
        return takeLeftover(leftover, read());
    const int task = m_tasks->begin(tr("Opening “%1”…").arg(leftover.title));
    m_reader.start(read, {}, [this, leftover, task](const ReadDocument &found) {
        m_tasks->end(task);
        takeLeftover(leftover, found);
    });
}

void Workspace::takeLeftover(const Autosave::Leftover &leftover, const ReadDocument &read)
{
    if (!read.read.scenario)
        return report(leftover.file, read.read.diagnostics);
    const auto take = [this, leftover, read](DocumentPage *page) {
        if (page) {
            page->document().session().replaceAll(*read.read.scenario, [] { return tr("Restore"); });
        } else {
            auto made = ScenarioDocument::of(m_workbench, read, leftover.title);
            made.document->setUnsaved();
            page = add(std::move(made.document));
        }
        Q_EMIT restored(&page->document(), leftover);
    };
    if (!leftover.path.isEmpty() && QFileInfo::exists(leftover.path))
        open({leftover.path}, take);
    else
        take(nullptr);
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
    m_dialogs.ask(this, tr("“%1” cannot be opened").arg(nameOf(path)),
                  linesOf(diagnostics) + QStringLiteral("\n\n") + tr("The file was not changed."), {tr("Close")}, [](int) {});
}

void Workspace::drop(DocumentPage *page)
{
    m_tabs->removeTab(m_tabs->indexOf(page));
    page->deleteLater();
    if (m_tabs->count() == 0)
        setCurrentWidget(m_welcome);
    Q_EMIT currentChanged();
}

void Workspace::close(DocumentPage *page, const std::function<void()> &closed)
{
    if (page->document().isSaving()) { // it may be clean, or not saved, when that is done
        page->document().whenSaved([this, page = QPointer(page), closed] {
            if (page)
                close(page, closed);
        });
        return;
    }
    // Whoever asked twice while it was being saved is answered twice: it may be closed, or gone, by then.
    const auto end = [this, page = QPointer(page), closed] {
        if (page && m_tabs->indexOf(page) >= 0)
            drop(page);
        if (closed)
            closed();
    };
    if (m_tabs->indexOf(page) < 0 || page->document().isClean())
        return end();
    m_tabs->setCurrentWidget(page);
    m_dialogs.ask(this, tr("Save “%1”?").arg(page->document().title()), tr("It has edits that are not saved."),
                  {tr("Save"), tr("Do not save"), tr("Cancel")}, [this, page = QPointer(page), end](int button) {
                      if (button == 2)
                          return;
                      if (button == 0 && page)
                          m_saver->save(page, end);
                      else
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

void Workspace::end(const std::function<void()> &ended)
{
    closeAll([this, ended] {
        if (m_outputs->isIdle())
            return ended();
        m_dialogs.ask(this, tr("Quit before this is done?"), tr("It is still being made: %1").arg(m_outputs->running().join(u'\n')),
                      {tr("Quit when it is done"), tr("Cancel it and quit"), tr("Do not quit")}, [this, ended](int button) {
                          if (button == 0)
                              m_outputs->whenDone([this, ended] { end(ended); }); // with what was opened meanwhile
                          else if (button == 1)
                              ended();
                      });
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
