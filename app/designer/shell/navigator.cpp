// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/navigator.h"

#include "designer/panels/documentpanels.h"
#include "designer/sheet/propertysheet.h"
#include "designer/shell/helppanel.h"
#include "designer/shell/statusline.h"
#include "designer/shell/windowpanels.h"
#include "designer/shell/workspace.h"
#include "scenario/componentcodes.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

Navigator::Navigator(Workspace &workspace, WindowPanels &panels, StatusLine &status)
    : m_workspace(workspace), m_panels(panels), m_status(status)
{}

void Navigator::goTo(qint64 object, const QString &property)
{
    DocumentPage *const page = m_workspace.current();
    if (!page || !page->canvas().canvas().card(object))
        return;
    page->canvas().goTo(object);
    m_panels.raise(u"properties"_s);
    if (!property.isNull() && !m_panels.sheet().focusProperty(property))
        m_panels.sheet().focusFirst();
}

void Navigator::goToInFile(const core::Diagnostic &problem)
{
    DocumentPage *const page = m_workspace.current();
    if (!page)
        return;
    const scenario::Scenario &scenario = page->document().session().scenario();
    const QString variables = scenario.scriptPointer() + u'/' + scenario::code::variables.toString() + u'/';
    if (problem.pointer.startsWith(variables)) {
        const qsizetype index = QStringView(problem.pointer).sliced(variables.size()).split(u'/').first().toLongLong();
        const QList<scenario::Variable> all = scenario.variables();
        for (const scenario::Variable &variable : all) {
            if (variable.index != index)
                continue;
            m_panels.raise(u"variables"_s);
            if (m_panels.variables().goTo(variable.name))
                return;
        }
    }
    QStringList place;
    if (!problem.pointer.isEmpty())
        place << problem.pointer;
    if (problem.line > 0)
        place << tr("line %1, column %2").arg(problem.line).arg(problem.column);
    m_status.notice(place.isEmpty() ? problem.message : tr("%1 In the file: %2").arg(problem.message, place.join(u", "_s)));
}

void Navigator::goToFound(quintptr key, const QString &path, std::optional<qint64> object, const QString &property)
{
    DocumentPage *wanted = nullptr;
    const QList<DocumentPage *> pages = m_workspace.pages();
    for (DocumentPage *page : pages) {
        if (key != 0 && reinterpret_cast<quintptr>(page) == key)
            wanted = page;
    }
    const auto go = [this, object, property](DocumentPage *shown) {
        if (shown && object)
            goTo(*object, property.isEmpty() ? QString() : property);
    };
    if (wanted) {
        m_workspace.showPage(wanted);
        go(wanted);
    } else if (!path.isEmpty()) {
        m_workspace.open({path}, go);
    } else {
        m_status.notice(tr("That scenario is not open any more"));
    }
}

void Navigator::showFound(qint64 object, const QString &property, bool enters)
{
    if (enters)
        return goTo(object, property);
    m_panels.raise(u"properties"_s);
    m_panels.sheet().showProperty(property);
}

void Navigator::showHelp(const QString &property)
{
    DocumentPage *const page = m_workspace.current();
    const qint64 id = page ? page->canvas().currentId() : 0;
    m_panels.help().show(id ? page->document().session().typeOf(id) : nullptr, property);
    m_panels.raise(u"help"_s);
}

void Navigator::showGuide()
{
    m_panels.help().show(nullptr);
    m_panels.raise(u"help"_s);
}

} // namespace signalbox::designer
