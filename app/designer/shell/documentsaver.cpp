// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/documentsaver.h"

#include <QFileInfo>
#include <QPointer>

namespace signalbox::designer {

namespace {

QStringList scenarioFilters()
{
    return {DocumentSaver::tr("Scenario with its code and name (*.json)"), DocumentSaver::tr("Scenario (*.scr)"),
            DocumentSaver::tr("All files (*)")};
}

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

} // namespace

DocumentSaver::DocumentSaver(Dialogs &dialogs, TaskStrip &tasks, QWidget &parent)
    : QObject(&parent), m_dialogs(dialogs), m_tasks(tasks), m_parent(parent)
{}

void DocumentSaver::save(DocumentPage *page, Saved saved)
{
    ScenarioDocument &document = page->document();
    if (document.isSaving()) { // under another name, maybe: that is its file then
        document.whenSaved([this, page, saved = std::move(saved)] { save(page, saved); });
        return;
    }
    if (document.path().isEmpty() && document.origin() && m_clusterSaver)
        return m_clusterSaver(page, std::move(saved));
    if (document.path().isEmpty())
        return saveAs(page, std::move(saved));
    write(page, {}, false, saved);
}

void DocumentSaver::write(DocumentPage *page, const QString &path, bool overwrite, const Saved &saved)
{
    ScenarioDocument &document = page->document();
    const QString name = path.isEmpty() ? document.title() : nameOf(path);
    const int task = m_tasks.begin(tr("Saving “%1”…").arg(name));
    const auto done = [this, page, path, task, saved](const core::Result<void> &result) {
        m_tasks.end(task);
        if (!result && path.isEmpty())
            return askAboutUnsaved(page, result.error(), saved);
        if (!result) {
            m_dialogs.ask(&m_parent, tr("“%1” cannot be saved").arg(nameOf(path)), result.error().message, {tr("Close")}, [](int) {});
            return;
        }
        if (!path.isEmpty())
            Q_EMIT fileUsed(page->document().path());
        Q_EMIT notice(tr("Saved “%1”").arg(page->document().title()));
        if (saved)
            saved();
    };
    if (path.isEmpty())
        document.save(overwrite, done);
    else
        document.saveAs(path, done);
}

void DocumentSaver::askAboutUnsaved(DocumentPage *page, const core::Error &why, const Saved &saved)
{
    const QString title = page->document().title();
    if (why.code == QLatin1String("changed_outside")) {
        m_dialogs.ask(&m_parent, tr("Overwrite “%1”?").arg(title), why.message,
                      {tr("Save under another name…"), tr("Overwrite"), tr("Cancel")}, [this, page = QPointer(page), saved](int button) {
                          if (page && button == 0)
                              saveAs(page, saved);
                          else if (page && button == 1)
                              write(page, {}, true, saved);
                      });
        return;
    }
    m_dialogs.ask(&m_parent, tr("“%1” cannot be saved").arg(title), why.message, {tr("Save under another name…"), tr("Cancel")},
                  [this, page = QPointer(page), saved](int button) {
                      if (page && button == 0)
                          saveAs(page, saved);
                  });
}

void DocumentSaver::saveAs(DocumentPage *page, Saved saved)
{
    const ScenarioDocument &document = page->document();
    const QString suffix =
        page->document().session().scenario().form() == scenario::Form::Entity ? QStringLiteral("json") : QStringLiteral("scr");
    QString name = document.title();
    name.replace(u'/', u'_'); // a code may hold one
    const QString suggested = document.path().isEmpty() ? name + u'.' + suffix : document.path();
    m_dialogs.saveFile(&m_parent, tr("Save the scenario"), suggested, scenarioFilters(), suffix,
                       [this, page = QPointer(page), saved](const QString &path) {
                           if (page)
                               write(page, path, false, saved);
                       });
}

void DocumentSaver::askAboutOutside(DocumentPage *page)
{
    const QString text = page->document().isClean()
                             ? tr("Another program has changed the file.")
                             : tr("Another program has changed the file, and there are edits here that are not saved. "
                                  "Taking the file's content can be undone.");
    m_dialogs.ask(&m_parent, tr("“%1” has changed").arg(page->document().title()), text,
                  {tr("Take the file's content"), tr("Keep what is here")}, [this, page = QPointer(page)](int button) {
                      if (button != 0)
                          return;
                      if (page) {
                          page->document().reload([this](const core::Result<void> &reloaded) {
                              if (!reloaded)
                                  Q_EMIT notice(reloaded.error().message);
                          });
                      }
                  });
}

} // namespace signalbox::designer
