<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CanvasClipboard</name>
    <message numerus="yes">
        <source>%n component(s) copied</source>
        <translation>
            <numerusform>%n component copied</numerusform>
            <numerusform>%n components copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) copied</source>
        <translation>
            <numerusform>%n note copied</numerusform>
            <numerusform>%n notes copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of the clipboard cannot be read and were left out. %1</source>
        <translation>
            <numerusform>%n note of the clipboard cannot be read and was left out. %1</numerusform>
            <numerusform>%n notes of the clipboard cannot be read and were left out. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CanvasEdits</name>
    <message numerus="yes">
        <source>%n component(s) deleted</source>
        <translation>
            <numerusform>%n component deleted</numerusform>
            <numerusform>%n components deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s) lead past now</source>
        <translation>
            <numerusform>%n transition leads past now</numerusform>
            <numerusform>%n transitions lead past now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s) lead nowhere now</source>
        <translation>
            <numerusform>%n transition leads nowhere now</numerusform>
            <numerusform>%n transitions lead nowhere now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalRunVerb</name>
    <message numerus="yes">
        <source>%1 after %2 ms, %n step(s)</source>
        <translation>
            <numerusform>%1 after %2 ms, %n step</numerusform>
            <numerusform>%1 after %2 ms, %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PushVerb</name>
    <message numerus="yes">
        <source>Warning: %1 has %n error(s), which &quot;signalbox-cli validate&quot; lists; it is kept all the same.</source>
        <translation>
            <numerusform>Warning: %1 has %n error, which &quot;signalbox-cli validate&quot; lists; it is kept all the same.</numerusform>
            <numerusform>Warning: %1 has %n errors, which &quot;signalbox-cli validate&quot; lists; it is kept all the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteOperations</name>
    <message numerus="yes">
        <source>%n thing(s) could not be removed from the cluster: %1. A later session removes them.</source>
        <translation>
            <numerusform>%n thing could not be removed from the cluster: %1. A later session removes them.</numerusform>
            <numerusform>%n things could not be removed from the cluster: %1. A later session removes them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message numerus="yes">
        <source>ran %n time(s)</source>
        <translation>
            <numerusform>ran %n time</numerusform>
            <numerusform>ran %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taken %n time(s)</source>
        <translation>
            <numerusform>taken %n time</numerusform>
            <numerusform>taken %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionsVerb</name>
    <message numerus="yes">
        <source>Closed the session %1 of %2; %n connection(s) ended with it.</source>
        <translation>
            <numerusform>Closed the session %1 of %2; %n connection ended with it.</numerusform>
            <numerusform>Closed the session %1 of %2; %n connections ended with it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValidateVerb</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::CanvasView</name>
    <message numerus="yes">
        <source>“%1” is used by %n component(s)</source>
        <translation>
            <numerusform>“%1” is used by %n component</numerusform>
            <numerusform>“%1” is used by %n components</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ComponentHeader</name>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n component</numerusform>
            <numerusform>%n components</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::JsonTreeModel</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::LiveCluster</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) of the last time are not there any more</source>
        <translation>
            <numerusform>%n file of the last time are not there any more</numerusform>
            <numerusform>%n files of the last time are not there any more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MessageCommands</name>
    <message numerus="yes">
        <source>%n message(s) written to &quot;%1&quot;</source>
        <translation>
            <numerusform>%n message written to &quot;%1&quot;</numerusform>
            <numerusform>%n messages written to &quot;%1&quot;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) written to &quot;%1&quot;</source>
        <translation>
            <numerusform>%n rule written to &quot;%1&quot;</numerusform>
            <numerusform>%n rules written to &quot;%1&quot;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more do not fit into a file</source>
        <translation>
            <numerusform>%n more does not fit into a file</numerusform>
            <numerusform>%n more do not fit into a file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MessagesPanel</name>
    <message numerus="yes">
        <source>%n message(s) too costly for this expression</source>
        <translation>
            <numerusform>%n message too costly for this expression</numerusform>
            <numerusform>%n messages too costly for this expression</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) came too fast to be kept</source>
        <translation>
            <numerusform>%n message came too fast to be kept</numerusform>
            <numerusform>%n messages came too fast to be kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::NoteEditor</name>
    <message numerus="yes">
        <source>A note has at most %n character(s); the rest is not kept</source>
        <translation>
            <numerusform>A note has at most %n character; the rest is not kept</numerusform>
            <numerusform>A note has at most %n characters; the rest is not kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::Outputs</name>
    <message numerus="yes">
        <source>Printed: %n page(s)</source>
        <translation>
            <numerusform>Printed: %n page</numerusform>
            <numerusform>Printed: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::PrintRun</name>
    <message numerus="yes">
        <source>Nothing was printed: the drawing takes %n page(s), and none of them was chosen.</source>
        <translation>
            <numerusform>Nothing was printed: the drawing takes %n page, and that one was not chosen.</numerusform>
            <numerusform>Nothing was printed: the drawing takes %n pages, and none of them was chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::RunDesk</name>
    <message numerus="yes">
        <source>%n error(s) keep the scenario from running; they are listed under Problems.</source>
        <translation>
            <numerusform>%n error keeps the scenario from running; it is listed under Problems.</numerusform>
            <numerusform>%n errors keep the scenario from running; they are listed under Problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::RunPanel</name>
    <message numerus="yes">
        <source> · %n step(s) more than are kept</source>
        <translation>
            <numerusform> · %n step more than are kept</numerusform>
            <numerusform> · %n steps more than are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::SearchModel</name>
    <message numerus="yes">
        <source>%1, %n hit(s)</source>
        <translation>
            <numerusform>%1, %n hit</numerusform>
            <numerusform>%1, %n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::SearchPanel</name>
    <message numerus="yes">
        <source>the first %n hit(s)</source>
        <translation>
            <numerusform>the first %n hit</numerusform>
            <numerusform>the first %n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s) searched</source>
        <translation>
            <numerusform>%n scenario searched</numerusform>
            <numerusform>%n scenarios searched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::StatusLine</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TaskStrip</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TidyNotice</name>
    <message numerus="yes">
        <source>%n component(s) lie on one another.</source>
        <translation>
            <numerusform>%n component lies on another.</numerusform>
            <numerusform>%n components lie on one another.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::journal::Database</name>
    <message numerus="yes">
        <source>%n messages are pinned, which is the most. Unpin some first.</source>
        <translation>
            <numerusform>%n messages are pinned, which is the most. Unpin some first.</numerusform>
            <numerusform>%n messages are pinned, which is the most. Unpin some first.</numerusform>
        </translation>
    </message>
</context>
</TS>
