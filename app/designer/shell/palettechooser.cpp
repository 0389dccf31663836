// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/palettechooser.h"

#include "designer/panels/commandpalette.h"
#include "designer/shell/navigator.h"
#include "designer/shell/statusline.h"
#include "designer/shell/workspace.h"

namespace signalbox::designer {

PaletteChooser::PaletteChooser(const Workbench &workbench, Workspace &workspace, Navigator &navigator, StatusLine &status,
                               const Actions &actions, QWidget &window)
    : m_workbench(workbench), m_workspace(workspace), m_navigator(navigator), m_status(status), m_actions(actions),
      m_palette(new CommandPalette(workbench, &window))
{}

void PaletteChooser::open()
{
    QList<PaletteEntry> entries;
    if (DocumentPage *const page = m_workspace.current()) {
        for (const CardItem *card : page->canvas().canvas().cards())
            entries.append({card->card().name, tr("component"), [this, id = card->id()] {
                                m_navigator.goTo(id);
                            }});
    }
    m_palette->open(m_actions, entries);
}

void PaletteChooser::choose(const QString &typed, const std::function<void(qint64)> &chosen)
{
    QList<PaletteEntry> entries;
    const QList<const catalogue::ComponentType *> all = m_workbench.catalogue.all();
    for (const catalogue::ComponentType *type : all) {
        if (type->documented)
            entries.append({catalogue::translated(type->title), QString::number(type->index), [chosen, index = type->index] {
                                chosen(index);
                            }});
    }
    m_palette->open(Actions(), entries, typed);
}

void PaletteChooser::add(const QString &typed)
{
    choose(typed, [this](qint64 type) {
        if (DocumentPage *const page = m_workspace.current())
            page->canvas().edits().add(type);
    });
}

void PaletteChooser::addNext(qint64 from, const QString &outcome, QPointF point)
{
    choose({}, [this, from, outcome, point](qint64 type) {
        DocumentPage *const page = m_workspace.current();
        if (!page)
            return;
        editing::EditSession &session = page->document().session();
        const editing::EditSession::Gesture gesture(session, [] { return tr("Add a component"); });
        const qint64 id = page->canvas().edits().addAt(type, point - QPointF(0, m_workbench.appearance.theme().sizes().cardHeader / 2));
        if (const auto linked = session.link({from, outcome, id}); !linked)
            m_status.notice(linked.error().message);
    });
}

} // namespace signalbox::designer
