// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/helppanel.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

QString escaped(const QString &sourceText)
{
    return catalogue::translated(sourceText).toHtmlEscaped();
}

QString optionsOf(const catalogue::Property &property)
{
    if (property.options.isEmpty())
        return {};
    QString html = u"<ul>"_s;
    for (const catalogue::Option &option : property.options) {
        html +=
            u"<li><b>%1</b> <span class=\"code\">(%2, %3)</span>"_s.arg(escaped(option.title), option.code.toHtmlEscaped()).arg(option.id);
        if (!option.help.isEmpty())
            html += u" – "_s + escaped(option.help);
        html += u"</li>"_s;
    }
    return html + u"</ul>"_s;
}

QString propertyText(const catalogue::Property &property)
{
    QString html = u"<a name=\"%1\"></a><h3>%2 <span class=\"code\">%1</span></h3><p>%3</p>"_s.arg(
        property.code.toHtmlEscaped(), escaped(property.title), escaped(property.help));
    html += optionsOf(property);
    QStringList facts;
    facts << HelpPanel::tr("Default: %1").arg(property.defaultTitle.isEmpty() ? u"—"_s : escaped(property.defaultTitle));
    if (!property.unit.isEmpty())
        facts << HelpPanel::tr("Unit: %1").arg(property.unit.toHtmlEscaped());
    if (property.conditional)
        facts << HelpPanel::tr("Shown under a condition");
    if (property.required || property.requiredWhen)
        facts << HelpPanel::tr("Needed");
    return html + u"<p class=\"facts\">%1</p>"_s.arg(facts.join(u" · "_s));
}

} // namespace

HelpPanel::HelpPanel(const Workbench &workbench, QWidget *parent) : QTextBrowser(parent), m_workbench(workbench)
{
    setObjectName(u"help"_s);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false); // nothing here leads outside
    setAccessibleName(tr("Help"));
    connect(&workbench.appearance, &Appearance::changed, this, &HelpPanel::refresh);
    refresh();
}

QString HelpPanel::pageOf(const catalogue::ComponentType &type)
{
    QString html = u"<h1>%1</h1><p class=\"facts\">%2 · %3</p><p>%4</p>"_s.arg(escaped(type.title))
                       .arg(type.index)
                       .arg(type.name.toHtmlEscaped(), escaped(type.help));
    if (!type.documented)
        html += u"<p>"_s + tr("This component is known by its number and name alone. Its properties are kept as they are.") + u"</p>"_s;
    html += u"<table cellpadding=\"3\">"_s;
    const auto row = [&html](const QString &title, const QString &value) {
        if (!value.isEmpty())
            html += u"<tr><td class=\"facts\">%1</td><td>%2</td></tr>"_s.arg(title, value.toHtmlEscaped());
    };
    row(tr("Mode"), type.asynchronous ? tr("Asynchronous") : tr("Synchronous"));
    row(tr("Branching pattern"), type.branching.join(u", "_s));
    row(tr("Types of scenarios"), type.scenarioTypes);
    row(tr("Starter module"), type.starterModule);
    html += u"</table>"_s;
    if (!type.properties.isEmpty())
        html += u"<h2>%1</h2>"_s.arg(tr("Properties"));
    for (const catalogue::Property &property : type.properties)
        html += propertyText(property);
    return html;
}

QString HelpPanel::guide()
{
    const auto item = [](const QString &title, const QString &text) {
        return u"<h3>%1</h3><p>%2</p>"_s.arg(title.toHtmlEscaped(), text.toHtmlEscaped());
    };
    return u"<h1>%1</h1>"_s.arg(tr("A short guide")) +
           item(tr("Put components on the canvas"), tr("Drag one from Components, press Enter on it there, or type its name on the canvas. "
                                                       "Dropped on a transition it is inserted.")) +
           item(tr("Draw transitions"),
                tr("Drag from a port at a card's right to the card that comes next; dropped where nothing is, it asks what comes next. "
                   "Drag either end "
                   "of a transition to plug it elsewhere. By keyboard: the number of the port, the arrows, Enter.")) +
           item(tr("Go about"), tr("Arrows walk along transitions and between cards, Shift extends the selection, Ctrl moves what is "
                                   "selected. The wheel scrolls, "
                                   "with Ctrl it zooms; the middle button drags the canvas. Enter opens a card's properties.")) +
           item(tr("Fill in properties"), tr("Rows appear and vanish with the values that they depend on; what was typed is kept. An "
                                             "argument is a constant, a variable, an "
                                             "expression or a template. F1 on a row opens its text here.")) +
           item(
               tr("Edit message bodies"),
               tr("As text or as a tree (Ctrl+Shift+J). In the tree Enter changes the value, F2 the name, Alt+Enter the type; Insert adds, "
                  "Delete removes, Alt+Up and Alt+Down move. “Example” puts an example of the message in its place: the description's own, "
                  "or one made from its schema.")) +
           item(tr("Pick a connection by its owner"),
                tr("Below a connection id: “Pick it when a run starts” names a user or an integration point and a capability. The property "
                   "becomes a variable; a run (signalbox-cli run) fills it with the id of the one connection that fits. On the platform "
                   "itself give the id as a start parameter, or find it there.")) +
           item(tr("Describe API extensions"),
                tr("Edit › Capability descriptions shows which extensions and messages are known, and adds AsyncAPI files beside the "
                   "scenario. They check and complete message bodies.")) +
           item(tr("Work on a folder"), tr("File › Open folder lists a folder's scenarios; typing filters them, Enter opens one. "
                                           "Ctrl+Shift+F searches all of them and "
                                           "leads to the property that was found.")) +
           item(tr("Keep scenarios on a cluster"),
                tr("File › Open from cluster lists the scenarios of a cluster, File › Save to cluster keeps one there. An edit that "
                   "somebody "
                   "else made there meanwhile is shown before anything is overwritten. “Simulated cluster” is inside this program, to try "
                   "things out.")) +
           item(tr("Connect to a cluster"),
                tr("The top bar shows the current cluster and offers the others. Cluster › Profiles keeps where clusters are and how to "
                   "reach them; “Test connection” there shows which step fails, and why. A profile marked as production colours the "
                   "window, and saving there is asked about.")) +
           item(tr("Run and look"),
                tr("F5 runs the scenario here, its operations on the current cluster; F10 goes a step, F6 pauses, Shift+F5 stops. The "
                   "canvas "
                   "shows the way, the panel Run each step with what was asked and answered. A run that is over can be walked through "
                   "again: the arrows in its steps, or the slider. What a run starts with is asked once; “Run with inputs” asks again.")) +
           item(tr("Pause where it matters"),
                tr("F9 puts a breakpoint before a component, Shift+F9 one on its transitions too, with a condition and a count. While the "
                   "run is paused its variables can be changed, in the panel Run.")) +
           item(tr("Try one operation"),
                tr("Ctrl+T opens the properties of an operation alone: pick a connection, run, see the result, keep it as a card.")) +
           item(tr("Look at messages"),
                tr("The panel Messages lists all that passes over the window's connections. Ctrl+Shift+M filters: text, /regular "
                   "expression/, or a JSON path such as $.result = ok. A pinned message stays when old ones go. What is listed can be "
                   "exported, and made into the rules of a peer.")) +
           item(tr("See what is wrong"), tr("Problems are found while you edit. Nothing blocks saving. Enter on a problem goes to its "
                                            "place, its menu offers a fix where there "
                                            "is one.")) +
           item(tr("Undo everything"),
                tr("Every change is a step, property edits and moves included. History, behind Problems, lists them: a click or Enter "
                   "goes there, forwards too.")) +
           item(tr("Write notes, frame what belongs together"),
                tr("Ctrl+Shift+N puts a note on the canvas, Ctrl+Shift+G a frame around what is selected. A double click, F2 or Enter "
                   "edits the text, Escape takes it back; the lower right corner or Ctrl+Shift and an arrow sizes it. A frame takes along "
                   "what lies inside it. "
                   "Ctrl+Alt+N goes from one to the next. They are kept in the scenario's file, and mean nothing to the platform.")) +
           item(tr("Copy"),
                tr("Ctrl+C, Ctrl+X and Ctrl+V take components, notes and frames that are selected, also to another window or as "
                   "text; Ctrl+D puts a copy beside them. A paste is one step; what cannot be pasted is told of.")) +
           item(tr("Print"),
                tr("Ctrl+P prints the scenario: on one page if it stays at half its size or more, else on several, in the order of "
                   "reading.")) +
           item(tr("Find on the canvas"),
                tr("Ctrl+F finds names, components, notes and what properties hold, with upper and lower case or a regular "
                   "expression if wanted; F3 and Shift+F3 go on, Escape goes back to the canvas, or into the property that was found.")) +
           item(tr("Find an action"), tr("Ctrl+Shift+P searches all actions and components.")) +
           item(
               tr("Settings"),
               tr("Ctrl+, sets the theme, the language, the map and the snapping of the canvas, after how long edits are kept for the case "
                  "of a crash, recent files, and whether the scenarios of the last time are opened at the start. Changes hold at once."));
}

void HelpPanel::show(const catalogue::ComponentType *type, const QString &property)
{
    if (m_type == type && m_property == property && !property.isEmpty()) {
        scrollToAnchor(property);
        return;
    }
    m_type = type;
    m_property = property;
    refresh();
}

void HelpPanel::refresh()
{
    const drawing::Theme &theme = m_workbench.appearance.theme();
    const QString muted = theme.color(drawing::Role::Muted).name();
    document()->setDefaultStyleSheet(
        u"h1{font-size:15px} h2{font-size:13px} h3{font-size:13px} p,li,td{font-size:13px} .code{color:%1;font-family:\"JetBrains Mono\";"
        "font-size:12px;font-weight:normal} .facts{color:%1;font-size:12px}"_s.arg(muted));
    document()->setDocumentMargin(12);
    setHtml(m_type ? pageOf(*m_type) : guide());
    if (!m_property.isEmpty())
        scrollToAnchor(m_property);
}

void HelpPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Help"));
        refresh();
    }
    QTextBrowser::changeEvent(event);
}

} // namespace signalbox::designer
