<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
<context>
    <name>Argument</name>
    <message>
        <source>An argument is an object with argType, varType and value.</source>
        <translation>Аргумент — это объект с argType, varType и value.</translation>
    </message>
    <message>
        <source>The kind of argument %1 is not known.</source>
        <translation>Вид аргумента %1 неизвестен.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; is not declared.</source>
        <translation>Переменная «%1» не объявлена.</translation>
    </message>
</context>
<context>
    <name>ArgumentRules</name>
    <message>
        <source>&quot;%1&quot; must be an argument {&quot;argType&quot;, &quot;varType&quot;, &quot;value&quot;}, but it is %2.</source>
        <translation>«%1» должно быть аргументом {&quot;argType&quot;, &quot;varType&quot;, &quot;value&quot;}, а это %2.</translation>
    </message>
    <message>
        <source>The argument &quot;%1&quot; has no &quot;%2&quot;.</source>
        <translation>У аргумента «%1» нет «%2».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the argument &quot;%2&quot; must be a whole number, but it is %3.</source>
        <translation>«%1» аргумента «%2» должно быть целым числом, а это %3.</translation>
    </message>
    <message>
        <source>another number</source>
        <translation>другое число</translation>
    </message>
    <message>
        <source>The argument &quot;%1&quot; is of the unknown kind %2; known are constant, variable, expression and template.</source>
        <translation>Аргумент «%1» неизвестного вида %2; известны константа, переменная, выражение и шаблон.</translation>
    </message>
    <message>
        <source>The argument &quot;%1&quot; has the unknown type %2; known are number, string and date-time.</source>
        <translation>Аргумент «%1» неизвестного типа %2; известны число, строка и дата-время.</translation>
    </message>
    <message>
        <source>The argument &quot;%1&quot; has no &quot;value&quot;.</source>
        <translation>У аргумента «%1» нет «value».</translation>
    </message>
    <message>
        <source>&quot;value&quot; of the argument &quot;%1&quot; must be a string, also for a number, but it is %2.</source>
        <translation>«value» аргумента «%1» должно быть строкой, даже для числа, а это %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a number, but &quot;%2&quot; is none.</source>
        <translation>«%1» требует числа, а «%2» — не число.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a date and time such as 2026-01-31T12:00:00Z, but &quot;%2&quot; is none.</source>
        <translation>«%1» требует даты и времени вида 2026-01-31T12:00:00Z, а «%2» — не они.</translation>
    </message>
    <message>
        <source>%1 (column %2 of the expression)</source>
        <translation>%1 (позиция %2 в выражении)</translation>
    </message>
    <message>
        <source>Variable &quot;%1&quot; is not declared (column %2 of the expression). Declare it or correct its name.</source>
        <translation>Переменная «%1» не объявлена (позиция %2 в выражении). Объявите её или исправьте имя.</translation>
    </message>
    <message>
        <source>No variable is named here. Choose one.</source>
        <translation>Здесь не указана переменная. Выберите её.</translation>
    </message>
    <message>
        <source>Variable &quot;%1&quot; is not declared. Declare it or correct its name.</source>
        <translation>Переменная «%1» не объявлена. Объявите её или исправьте имя.</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>The option --%1 is given twice.</source>
        <translation>Параметр --%1 указан дважды.</translation>
    </message>
    <message>
        <source>The option --%1 takes no value.</source>
        <translation>Параметр --%1 не принимает значения.</translation>
    </message>
    <message>
        <source>The option --%1 needs a value: %2.</source>
        <translation>Параметру --%1 нужно значение: %2.</translation>
    </message>
</context>
<context>
    <name>AsyncCall</name>
    <message>
        <source>The operation was cancelled.</source>
        <translation>Операция отменена.</translation>
    </message>
</context>
<context>
    <name>Autosave</name>
    <message>
        <source>The folder “%1” cannot be used.</source>
        <translation>Папку «%1» нельзя использовать.</translation>
    </message>
    <message>
        <source>Edits of “%1” are not kept for the case of a crash: %2</source>
        <translation>Правки «%1» не сохраняются на случай сбоя: %2</translation>
    </message>
</context>
<context>
    <name>CanvasAccessible</name>
    <message>
        <source>has errors</source>
        <translation>есть ошибки</translation>
    </message>
    <message>
        <source>has warnings</source>
        <translation>есть предупреждения</translation>
    </message>
    <message>
        <source>%1 leads to %2</source>
        <translation>%1 ведёт к %2</translation>
    </message>
    <message>
        <source>%1 is not set</source>
        <translation>%1 не задан</translation>
    </message>
    <message>
        <source>%1 of %2 leads to %3</source>
        <translation>%1 из %2 ведёт к %3</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Рамка</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>%1 without a text</source>
        <translation>%1 без текста</translation>
    </message>
    <message>
        <source>goes on at %1</source>
        <translation>продолжается с %1</translation>
    </message>
</context>
<context>
    <name>CanvasClipboard</name>
    <message numerus="yes">
        <source>%n component(s) copied</source>
        <translation>
            <numerusform>Скопирован %n компонент</numerusform>
            <numerusform>Скопировано %n компонента</numerusform>
            <numerusform>Скопировано %n компонентов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) copied</source>
        <translation>
            <numerusform>%n заметка скопирована</numerusform>
            <numerusform>%n заметки скопированы</numerusform>
            <numerusform>%n заметок скопировано</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>The clipboard holds no components and no notes</source>
        <translation>В буфере обмена нет ни компонентов, ни заметок</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of the clipboard cannot be read and were left out. %1</source>
        <translation>
            <numerusform>%n заметку из буфера обмена прочесть нельзя, она не вставлена. %1</numerusform>
            <numerusform>%n заметки из буфера обмена прочесть нельзя, они не вставлены. %1</numerusform>
            <numerusform>%n заметок из буфера обмена прочесть нельзя, они не вставлены. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CanvasEdits</name>
    <message>
        <source>Add a component</source>
        <translation>Добавление компонента</translation>
    </message>
    <message>
        <source>Insert a component</source>
        <translation>Вставка компонента</translation>
    </message>
    <message>
        <source>Unset a transition</source>
        <translation>Снятие перехода</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message numerus="yes">
        <source>%n component(s) deleted</source>
        <translation>
            <numerusform>Удалён %n компонент</numerusform>
            <numerusform>Удалено %n компонента</numerusform>
            <numerusform>Удалено %n компонентов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s) lead past now</source>
        <translation>
            <numerusform>%n переход теперь ведёт мимо</numerusform>
            <numerusform>%n перехода теперь ведут мимо</numerusform>
            <numerusform>%n переходов теперь ведут мимо</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s) lead nowhere now</source>
        <translation>
            <numerusform>%n переход теперь никуда не ведёт</numerusform>
            <numerusform>%n перехода теперь никуда не ведут</numerusform>
            <numerusform>%n переходов теперь никуда не ведут</numerusform>
        </translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Выравнивание</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Распределение</translation>
    </message>
    <message>
        <source>Tidying was cancelled</source>
        <translation>Упорядочивание отменено</translation>
    </message>
    <message>
        <source>Tidied</source>
        <translation>Упорядочено</translation>
    </message>
    <message>
        <source>Tidying… (again to cancel)</source>
        <translation>Упорядочивание… (ещё раз — отменить)</translation>
    </message>
</context>
<context>
    <name>CanvasNotes</name>
    <message>
        <source>This scenario has no notes</source>
        <translation>В этом сценарии нет заметок</translation>
    </message>
</context>
<context>
    <name>Capabilities</name>
    <message>
        <source>This is not an AsyncAPI document: it has no text &quot;asyncapi&quot; with the version, such as 3.0.0.</source>
        <translation>Это не документ AsyncAPI: в нём нет текста «asyncapi» с версией, например 3.0.0.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object.</source>
        <translation>«%1» должно быть объектом.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be text.</source>
        <translation>«%1» должно быть текстом.</translation>
    </message>
    <message>
        <source>The operation names no channel.</source>
        <translation>Операция не указывает канал.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list.</source>
        <translation>«%1» должно быть списком.</translation>
    </message>
    <message>
        <source>The operation names a message that its channel does not have.</source>
        <translation>Операция указывает сообщение, которого нет в её канале.</translation>
    </message>
    <message>
        <source>There are more than %1 messages.</source>
        <translation>Сообщений больше %1.</translation>
    </message>
    <message>
        <source>The payload&apos;s schema cannot be used: %1</source>
        <translation>Схему содержимого использовать нельзя: %1</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>строка %1, позиция %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 holds more than %2 capability descriptions; none was read.</source>
        <translation>В %1 больше %2 описаний расширений; не прочитано ни одно.</translation>
    </message>
    <message>
        <source>The schema format &quot;%1&quot; is not JSON Schema (draft 7) and cannot be used.</source>
        <translation>Формат схемы «%1» — не JSON Schema (draft 7), использовать его нельзя.</translation>
    </message>
    <message>
        <source>The schemas of the document are too large.</source>
        <translation>Схемы документа слишком велики.</translation>
    </message>
    <message>
        <source>A schema must be an object, true or false.</source>
        <translation>Схема должна быть объектом, true или false.</translation>
    </message>
    <message>
        <source>A list of schemas is wanted here.</source>
        <translation>Здесь нужен список схем.</translation>
    </message>
    <message>
        <source>An object of schemas is wanted here.</source>
        <translation>Здесь нужен объект со схемами.</translation>
    </message>
    <message>
        <source>The schema %1 is defined by itself.</source>
        <translation>Схема %1 определена через саму себя.</translation>
    </message>
    <message>
        <source>The reference &quot;%1&quot; leads in a circle.</source>
        <translation>Ссылка «%1» ведёт по кругу.</translation>
    </message>
    <message>
        <source>The reference &quot;%1&quot; leads out of the document. Put what it names into the document.</source>
        <translation>Ссылка «%1» ведёт за пределы документа. Поместите то, что она называет, в документ.</translation>
    </message>
    <message>
        <source>The reference &quot;%1&quot; must be &quot;#&quot; with a JSON pointer behind it.</source>
        <translation>Ссылка «%1» должна состоять из «#» и JSON-указателя.</translation>
    </message>
    <message>
        <source>The reference &quot;%1&quot; names something that is not there.</source>
        <translation>Ссылка «%1» называет то, чего нет.</translation>
    </message>
    <message>
        <source>There is a schema format but no schema.</source>
        <translation>Формат схемы указан, а самой схемы нет.</translation>
    </message>
    <message>
        <source>A message must be an object.</source>
        <translation>Сообщение должно быть объектом.</translation>
    </message>
    <message>
        <source>The message has neither &quot;name&quot; nor &quot;messageId&quot;, so its message code is not known.</source>
        <translation>У сообщения нет ни «name», ни «messageId», поэтому его код неизвестен.</translation>
    </message>
    <message>
        <source>AsyncAPI %1 cannot be read, only 2.6 and 3.0.</source>
        <translation>AsyncAPI %1 прочитать нельзя, только 2.6 и 3.0.</translation>
    </message>
    <message>
        <source>The description of %1/%2 gives no example, and its body is not JSON.</source>
        <translation>Описание %1/%2 не даёт примера, а его тело — не JSON.</translation>
    </message>
    <message>
        <source>The description of %1/%2 says nothing of the body.</source>
        <translation>Описание %1/%2 ничего не говорит о теле.</translation>
    </message>
    <message>
        <source>The schema leaves so many ways that no example was found in a bearable time.</source>
        <translation>Схема оставляет так много путей, что за разумное время пример не нашёлся.</translation>
    </message>
    <message>
        <source>the top</source>
        <translation>начало</translation>
    </message>
    <message>
        <source>nothing that was tried fits the schema.</source>
        <translation>ничто из испробованного не подходит схеме.</translation>
    </message>
    <message>
        <source>No example can be made from the schema. At %1: %2</source>
        <translation>Из схемы нельзя составить пример. В %1: %2</translation>
    </message>
    <message>
        <source>the schema nests too deeply.</source>
        <translation>схема вложена слишком глубоко.</translation>
    </message>
    <message>
        <source>the schema allows nothing here.</source>
        <translation>схема здесь ничего не допускает.</translation>
    </message>
    <message>
        <source>the schema contains itself without an end.</source>
        <translation>схема без конца содержит саму себя.</translation>
    </message>
    <message>
        <source>none of the values that the schema lists fits the rest of it.</source>
        <translation>ни одно из перечисленных в схеме значений не подходит остальной её части.</translation>
    </message>
    <message>
        <source>the schema asks for two types at once.</source>
        <translation>схема требует двух типов сразу.</translation>
    </message>
    <message>
        <source>the member is needed, and the schema does not allow it.</source>
        <translation>элемент обязателен, а схема его не допускает.</translation>
    </message>
    <message>
        <source>it must have at least %1 items.</source>
        <translation>нужно не меньше %1 элементов.</translation>
    </message>
    <message>
        <source>no item can be made that differs from the others.</source>
        <translation>нельзя составить элемент, отличный от других.</translation>
    </message>
    <message>
        <source>the schema allows no item here.</source>
        <translation>схема не допускает здесь элемента.</translation>
    </message>
    <message>
        <source>it must have at least %1 characters.</source>
        <translation>нужно не меньше %1 символов.</translation>
    </message>
    <message>
        <source>no text fits.</source>
        <translation>ни один текст не подходит.</translation>
    </message>
    <message>
        <source>no text was found for the pattern %1</source>
        <translation>не нашлось текста для шаблона %1</translation>
    </message>
    <message>
        <source>no number fits its bounds.</source>
        <translation>ни одно число не подходит границам.</translation>
    </message>
</context>
<context>
    <name>Carrier</name>
    <message>
        <source>The cluster gave no reason for the error.</source>
        <translation>Кластер не назвал причину ошибки.</translation>
    </message>
    <message>
        <source>The carrier scenario ended before the operation had an outcome.</source>
        <translation>Сценарий-носитель завершился раньше, чем у операции появился исход.</translation>
    </message>
    <message>
        <source>The session with the cluster has ended.</source>
        <translation>Сессия с кластером завершилась.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>The name %1 belongs to component %2 already; component %3 needs another.</source>
        <translation>Имя %1 уже принадлежит компоненту %2; компоненту %3 нужно другое.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3</source>
        <translation>%1, строка %2, позиция %3</translation>
    </message>
    <message>
        <source>The component description is not valid: %1</source>
        <translation>Описание компонента неверно: %1</translation>
    </message>
    <message>
        <source>there are two properties with the code %1.</source>
        <translation>есть два свойства с кодом %1.</translation>
    </message>
    <message>
        <source>every object has a key %1, so no property can have this code.</source>
        <translation>ключ %1 есть у каждого объекта, поэтому у свойства не может быть такого кода.</translation>
    </message>
    <message>
        <source>the minimum of %1 is over its maximum.</source>
        <translation>минимум %1 больше максимума.</translation>
    </message>
    <message>
        <source>%1 has two options with the id %2 or the code %3.</source>
        <translation>у %1 два варианта с номером %2 или кодом %3.</translation>
    </message>
    <message>
        <source>the default of %1 is none of its options.</source>
        <translation>значение по умолчанию %1 — не один из вариантов.</translation>
    </message>
    <message>
        <source>%1 has a condition but is not marked as conditional.</source>
        <translation>у %1 есть условие, но оно не помечено как условное.</translation>
    </message>
    <message>
        <source>the condition of %1 names the property %2, which is not there.</source>
        <translation>условие %1 указывает свойство %2, которого нет.</translation>
    </message>
    <message>
        <source>the condition of %1 names %1 itself.</source>
        <translation>условие %1 указывает само %1.</translation>
    </message>
    <message>
        <source>the condition of %1 names the property %2, which is neither a choice nor a yes/no.</source>
        <translation>условие %1 указывает свойство %2, которое не выбор и не да/нет.</translation>
    </message>
    <message>
        <source>the condition of %1 names the option &quot;%2&quot;, which %3 does not have.</source>
        <translation>условие %1 указывает вариант «%2», которого нет у %3.</translation>
    </message>
    <message>
        <source>there are two outcomes with the code %1.</source>
        <translation>есть два исхода с кодом %1.</translation>
    </message>
    <message>
        <source>the outcome %1 names %2, which is not a transition.</source>
        <translation>исход %1 указывает %2, а это не переход.</translation>
    </message>
    <message>
        <source>two outcomes take the transition %1.</source>
        <translation>два исхода используют переход %1.</translation>
    </message>
    <message>
        <source>no outcome takes the transition %1.</source>
        <translation>ни один исход не использует переход %1.</translation>
    </message>
    <message>
        <source>a brace in a summary must stand around a property&apos;s code.</source>
        <translation>фигурная скобка в кратком описании должна окружать код свойства.</translation>
    </message>
    <message>
        <source>the summary names %1, which is not a property that has a value.</source>
        <translation>краткое описание называет %1, а это не свойство со значением.</translation>
    </message>
</context>
<context>
    <name>ClusterChoice</name>
    <message>
        <source>Simulated cluster</source>
        <translation>Имитация кластера</translation>
    </message>
    <message>
        <source>Another address</source>
        <translation>Другой адрес</translation>
    </message>
</context>
<context>
    <name>ClusterLink</name>
    <message>
        <source>A cluster that is given by its address needs --domain and --login.</source>
        <translation>Кластеру, заданному адресом, нужны --domain и --login.</translation>
    </message>
    <message>
        <source>The simulated cluster has no administrator, or no integration point with svcscript.</source>
        <translation>В имитируемом кластере нет администратора или точки интеграции с svcscript.</translation>
    </message>
    <message>
        <source>The simulated cluster did not start: %1</source>
        <translation>Имитируемый кластер не запустился: %1</translation>
    </message>
    <message>
        <source>As an administrator, &quot;signalbox-cli sessions&quot; lists them and &quot;signalbox-cli sessions --close ID&quot; closes one.</source>
        <translation>Администратору «signalbox-cli sessions» покажет их, а «signalbox-cli sessions --close ID» закроет один из них.</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; has no domain or no login; give them with --domain and --login.</source>
        <translation>В профиле «%1» нет домена или логина; укажите их через --domain и --login.</translation>
    </message>
</context>
<context>
    <name>ClusterRunVerb</name>
    <message>
        <source>With --on-cluster, --deadline is at most %1 s: what lies on the cluster for longer is taken for a leftover of a run that crashed.</source>
        <translation>С --on-cluster значение --deadline не больше %1 с: что лежит на кластере дольше, считается остатком аварийно завершившегося выполнения.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Предупреждение: %1</translation>
    </message>
    <message>
        <source>Warning: a cluster does not tell a scenario&apos;s steps: the file of --trace will be empty.</source>
        <translation>Предупреждение: кластер не сообщает шаги сценария, файл --trace будет пустым.</translation>
    </message>
    <message>
        <source>%1 after %2 ms on the cluster, which does not say why a scenario ended</source>
        <translation>%1 через %2 мс на кластере; он не сообщает, почему сценарий завершился</translation>
    </message>
    <message>
        <source>The run was interrupted.</source>
        <translation>Выполнение прервано.</translation>
    </message>
</context>
<context>
    <name>ClusterVerb</name>
    <message>
        <source>Interrupted.</source>
        <translation>Прервано.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>There is no option %1.</source>
        <translation>Нет параметра %1.</translation>
    </message>
    <message>
        <source>There is no verb &quot;%1&quot;.</source>
        <translation>Нет команды «%1».</translation>
    </message>
    <message>
        <source>A verb is missing.</source>
        <translation>Не указана команда.</translation>
    </message>
    <message>
        <source>Something is missing: %1.</source>
        <translation>Чего-то не хватает: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too much.</source>
        <translation>«%1» лишнее.</translation>
    </message>
    <message>
        <source>%1: %2
Try: %1 --help</source>
        <translation>%1: %2
Подсказка: %1 --help</translation>
    </message>
    <message>
        <source>Usage: signalbox-cli %1 %2</source>
        <translation>Использование: signalbox-cli %1 %2</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Параметры:</translation>
    </message>
    <message>
        <source>Usage: signalbox-cli [OPTION]… VERB …</source>
        <translation>Использование: signalbox-cli [ПАРАМЕТР]… КОМАНДА …</translation>
    </message>
    <message>
        <source>Checks and runs scenarios of web socket operations against a real or a simulated cluster.</source>
        <translation>Проверяет и выполняет сценарии операций с websocket-соединениями на настоящем или имитируемом кластере.</translation>
    </message>
    <message>
        <source>Verbs:</source>
        <translation>Команды:</translation>
    </message>
    <message>
        <source>Options of all verbs, before or after the verb:</source>
        <translation>Параметры всех команд, до или после команды:</translation>
    </message>
    <message>
        <source>Exit codes: 0 done as wished, 1 ran and failed, 2 wrong usage, 3 invalid input file, 4 cluster unreachable or refused,
5 our fault.</source>
        <translation>Коды завершения: 0 всё сделано, 1 выполнено с неудачей, 2 неверный вызов, 3 неверный входной файл,
4 кластер недоступен или отказал, 5 ошибка программы.</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>предупреждение: %1</translation>
    </message>
</context>
<context>
    <name>ComponentVerb</name>
    <message>
        <source>List the components, or show one with its properties.</source>
        <translation>Перечислить компоненты или показать один с его свойствами.</translation>
    </message>
    <message>
        <source>With --set, show says which properties are shown for these values.</source>
        <translation>С --set команда show говорит, какие свойства показаны при этих значениях.</translation>
    </message>
    <message>
        <source>A property&apos;s value: an option&apos;s code or id, or a text.</source>
        <translation>Значение свойства: код или номер варианта либо текст.</translation>
    </message>
    <message>
        <source>It is &quot;component list&quot; or &quot;component show NAME&quot;.</source>
        <translation>Нужно «component list» или «component show ИМЯ».</translation>
    </message>
    <message>
        <source>--set belongs to &quot;component show&quot;.</source>
        <translation>--set относится к «component show».</translation>
    </message>
    <message>
        <source>--set has the form CODE=VALUE, not &quot;%1&quot;.</source>
        <translation>--set имеет вид КОД=ЗНАЧЕНИЕ, а не «%1».</translation>
    </message>
    <message>
        <source>%1 has no property &quot;%2&quot;.</source>
        <translation>У %1 нет свойства «%2».</translation>
    </message>
    <message>
        <source>There is no component &quot;%1&quot;. &quot;component list&quot; shows what there is.</source>
        <translation>Нет компонента «%1». «component list» показывает, какие есть.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Режим</translation>
    </message>
    <message>
        <source>Branching pattern</source>
        <translation>Схема ветвления</translation>
    </message>
    <message>
        <source>Types of scenarios</source>
        <translation>Типы сценариев</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Исходы</translation>
    </message>
    <message>
        <source>Starter module</source>
        <translation>Стартовый модуль</translation>
    </message>
    <message>
        <source> — hidden for these values</source>
        <translation> — скрыто при этих значениях</translation>
    </message>
    <message>
        <source>%1, default %2</source>
        <translation>%1, по умолчанию %2</translation>
    </message>
    <message>
        <source>, in %1</source>
        <translation>, в %1</translation>
    </message>
</context>
<context>
    <name>Components</name>
    <message>
        <source>Start</source>
        <translation>Старт</translation>
    </message>
    <message>
        <source>Where a scenario begins. A scenario has exactly one start of type Start. A start of type Post-processing begins a chain that runs after the main branch has ended for a reason that it covers.</source>
        <translation>Начало сценария. В сценарии ровно один старт типа «Старт». Старт типа «Постобработка» начинает цепочку, которая выполняется после завершения основной ветви по одной из указанных в нём причин.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Start Type</source>
        <translation>Тип старта</translation>
    </message>
    <message>
        <source>Whether the scenario begins here or its post-processing does.</source>
        <translation>Начинается ли здесь сценарий или его постобработка.</translation>
    </message>
    <message>
        <source>The scenario begins here.</source>
        <translation>Здесь начинается сценарий.</translation>
    </message>
    <message>
        <source>Post-processing</source>
        <translation>Постобработка</translation>
    </message>
    <message>
        <source>The chain from here runs when the main branch has ended.</source>
        <translation>Цепочка отсюда выполняется после завершения основной ветви.</translation>
    </message>
    <message>
        <source>Start parameter to variable</source>
        <translation>Параметр запуска в переменную</translation>
    </message>
    <message>
        <source>Variable that receives the first start parameter (startparam1).</source>
        <translation>Переменная, в которую записывается первый параметр запуска (startparam1).</translation>
    </message>
    <message>
        <source>Set variables to initial values</source>
        <translation>Задать переменным начальные значения</translation>
    </message>
    <message>
        <source>Sets all variables to the initial value of their type before the scenario begins: numbers to 0, strings to the empty string, dates to 01.01.2000 00:00:00.</source>
        <translation>Перед началом сценария присваивает всем переменным начальное значение их типа: числам — 0, строкам — пустую строку, датам — 01.01.2000 00:00:00.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>Runs after</source>
        <translation>Выполняется после</translation>
    </message>
    <message>
        <source>The reasons for the end of the main branch that this post-processing covers.</source>
        <translation>Причины завершения основной ветви, при которых выполняется эта постобработка.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Whatever the reason.</source>
        <translation>При любой причине.</translation>
    </message>
    <message>
        <source>Normal end</source>
        <translation>Обычное завершение</translation>
    </message>
    <message>
        <source>A component without transitions, such as stop, was reached.</source>
        <translation>Достигнут компонент без переходов, например «Стоп».</translation>
    </message>
    <message>
        <source>Transition not set</source>
        <translation>Переход не задан</translation>
    </message>
    <message>
        <source>The transition that was taken leads nowhere.</source>
        <translation>Выбранный переход никуда не ведёт.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлен</translation>
    </message>
    <message>
        <source>The scenario was stopped from outside or ran into a limit.</source>
        <translation>Сценарий остановлен извне или достиг ограничения.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Истечение времени</translation>
    </message>
    <message>
        <source>The time for the scenario was over.</source>
        <translation>Время, отведённое сценарию, истекло.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>The scenario failed.</source>
        <translation>Сценарий завершился с ошибкой.</translation>
    </message>
    <message>
        <source>Owner down</source>
        <translation>Владелец недоступен</translation>
    </message>
    <message>
        <source>What the scenario was running for is gone.</source>
        <translation>То, для чего выполнялся сценарий, больше не существует.</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>The component that gets control next.</source>
        <translation>Компонент, которому передаётся управление.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Ends the scenario normally, or gives control back to the scenario that called this one.</source>
        <translation>Завершает сценарий обычным образом или возвращает управление вызвавшему его сценарию.</translation>
    </message>
    <message>
        <source>Return of Control</source>
        <translation>Возврат управления</translation>
    </message>
    <message>
        <source>Gives control back to the calling scenario instead of ending everything.</source>
        <translation>Возвращает управление вызвавшему сценарию, а не завершает всё.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Return value</source>
        <translation>Возвращаемое значение</translation>
    </message>
    <message>
        <source>The value that the scenario returns. A variable named result, if there is one, receives it too.</source>
        <translation>Значение, которое возвращает сценарий. Его получает и переменная result, если она есть.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Waits for the given time, then goes on.</source>
        <translation>Ожидает указанное время и продолжает.</translation>
    </message>
    <message>
        <source>Time, ms</source>
        <translation>Время, мс</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>How long to wait, in milliseconds.</source>
        <translation>Сколько ожидать, в миллисекундах.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Compares two values and branches. Values of the same type are compared as they are; values that can both be read as numbers are compared as numbers, all others as strings.</source>
        <translation>Сравнивает два значения и выбирает ветвь. Значения одного типа сравниваются как есть; значения, которые оба можно прочитать как числа, — как числа, остальные — как строки.</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Истина</translation>
    </message>
    <message>
        <source>False</source>
        <translation>Ложь</translation>
    </message>
    <message>
        <source>Argument 1</source>
        <translation>Аргумент 1</translation>
    </message>
    <message>
        <source>The value on the left. One that is not set counts as the empty string.</source>
        <translation>Значение слева. Незаданное считается пустой строкой.</translation>
    </message>
    <message>
        <source>Argument 2</source>
        <translation>Аргумент 2</translation>
    </message>
    <message>
        <source>The value on the right. One that is not set counts as the empty string.</source>
        <translation>Значение справа. Незаданное считается пустой строкой.</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Вид сравнения</translation>
    </message>
    <message>
        <source>How the value on the left must stand to the value on the right.</source>
        <translation>Как значение слева должно соотноситься со значением справа.</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>меньше</translation>
    </message>
    <message>
        <source>less than or equal to</source>
        <translation>меньше или равно</translation>
    </message>
    <message>
        <source>equal to</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>greater than or equal to</source>
        <translation>больше или равно</translation>
    </message>
    <message>
        <source>greater than</source>
        <translation>больше</translation>
    </message>
    <message>
        <source>not equal to</source>
        <translation>не равно</translation>
    </message>
    <message>
        <source>Transition, True</source>
        <translation>Переход, истина</translation>
    </message>
    <message>
        <source>The component that gets control when the comparison holds.</source>
        <translation>Компонент, которому передаётся управление, если сравнение выполнено.</translation>
    </message>
    <message>
        <source>Transition, False</source>
        <translation>Переход, ложь</translation>
    </message>
    <message>
        <source>The component that gets control when the comparison does not hold.</source>
        <translation>Компонент, которому передаётся управление, если сравнение не выполнено.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Присваивание</translation>
    </message>
    <message>
        <source>Gives new values to one variable or to several.</source>
        <translation>Присваивает новые значения одной или нескольким переменным.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Режим</translation>
    </message>
    <message>
        <source>Whether one variable is set or several.</source>
        <translation>Задаётся одна переменная или несколько.</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Одиночный</translation>
    </message>
    <message>
        <source>Sets one variable.</source>
        <translation>Задаёт одну переменную.</translation>
    </message>
    <message>
        <source>Multiple</source>
        <translation>Множественный</translation>
    </message>
    <message>
        <source>Sets several variables, one after the other.</source>
        <translation>Задаёт несколько переменных по очереди.</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Переменная</translation>
    </message>
    <message>
        <source>The variable that receives the value.</source>
        <translation>Переменная, которая получает значение.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>The value that the variable receives.</source>
        <translation>Значение, которое получает переменная.</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Присваивания</translation>
    </message>
    <message>
        <source>Variables and the values that they receive, in this order.</source>
        <translation>Переменные и значения, которые они получают, в этом порядке.</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Уведомление</translation>
    </message>
    <message>
        <source>Writes a line into the log or notifies a user.</source>
        <translation>Записывает строку в журнал или уведомляет пользователя.</translation>
    </message>
    <message>
        <source>How to notify.</source>
        <translation>Как уведомить.</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log (журнал)</translation>
    </message>
    <message>
        <source>scriptnotify</source>
        <translation>scriptnotify</translation>
    </message>
    <message>
        <source>Notifies the applications of a user through the API extension scriptnotify.</source>
        <translation>Уведомляет приложения пользователя через расширение API scriptnotify.</translation>
    </message>
    <message>
        <source>Writes a line into the log.</source>
        <translation>Записывает строку в журнал.</translation>
    </message>
    <message>
        <source>sip</source>
        <translation>sip</translation>
    </message>
    <message>
        <source>Notifies a user by SIP.</source>
        <translation>Уведомляет пользователя по SIP.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>The text of the notification.</source>
        <translation>Текст уведомления.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>The user who is notified.</source>
        <translation>Пользователь, которого уведомляют.</translation>
    </message>
    <message>
        <source>Operation with websocket connection</source>
        <translation>Операция с websocket-соединением</translation>
    </message>
    <message>
        <source>Does one operation on the web socket connection of a user of the system or of an external system. The connection must exist and be active. Its identifier is made by the module that serves web socket connections (role ws) and kept by the registrar (role sr) once the connection is authorised. Messages can be sent without waiting, requests can be sent and their answers received, methods of plug-ins are supported, files can be exchanged both ways over HTTP, and a file can be offered by a temporary public link over HTTP.</source>
        <translation>Выполняет одну операцию с websocket-соединением пользователя системы или внешней системы. Соединение должно существовать и быть активным. Его идентификатор создаёт модуль обслуживания websocket-соединений (роль ws), а после авторизации хранит регистратор (роль sr). Можно отправлять сообщения без ожидания, отправлять запросы и получать ответы, пользоваться методами плагинов, обмениваться файлами в обе стороны по HTTP и предлагать файл по временной открытой ссылке по HTTP.</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Успех</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Операция</translation>
    </message>
    <message>
        <source>What to do with the connection. Choose one of the operations.</source>
        <translation>Что сделать с соединением. Выберите одну из операций.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send Message</source>
        <translation>Отправить сообщение</translation>
    </message>
    <message>
        <source>Sends a message to the given web socket connection.</source>
        <translation>Отправляет сообщение в указанное websocket-соединение.</translation>
    </message>
    <message>
        <source>Place a file for download</source>
        <translation>Выложить файл для скачивания</translation>
    </message>
    <message>
        <source>Puts the given file on the web server that serves the given web socket connection. The file gets a random name, and the component returns a relative URL. For 5 minutes the file can be downloaded over HTTP(S) without authorisation.</source>
        <translation>Помещает указанный файл на веб-сервер, который обслуживает указанное websocket-соединение. Файл получает случайное имя, а компонент возвращает относительный URL. В течение 5 минут файл можно скачать по HTTP(S) без авторизации.</translation>
    </message>
    <message>
        <source>Files websocktemp</source>
        <translation>Файлы websocktemp</translation>
    </message>
    <message>
        <source>Does one of the file actions with the temporary directory of the session on the web server that serves the given web socket connection (category websocktemp). External applications reach these files through the API when they are authorised under the user&apos;s account in the same session as the given web socket connection.</source>
        <translation>Выполняет одно из файловых действий с временным каталогом сессии на веб-сервере, который обслуживает указанное websocket-соединение (категория websocktemp). Внешние приложения получают доступ к этим файлам через API, если они авторизованы под учётной записью пользователя в той же сессии, что и указанное соединение.</translation>
    </message>
    <message>
        <source>Connection ID</source>
        <translation>Идентификатор соединения</translation>
    </message>
    <message>
        <source>The identifier of the active web socket connection. An external system may have opened it with any web server of the cluster, also on another site. The identifier is a long string; get it from the REGISTRAR service by looking up user and API extension (capability), or as a parameter of the scenario that handles incoming connections.</source>
        <translation>Идентификатор активного websocket-соединения. Внешняя система может открыть его с любым веб-сервером кластера, в том числе на другом сайте. Идентификатор — длинная строка; его можно получить от службы REGISTRAR поиском по пользователю и расширению API (capability) или как параметр сценария обработки входящих соединений.</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Where the message goes. Choose one of the directions.</source>
        <translation>Куда идёт сообщение. Выберите одно из направлений.</translation>
    </message>
    <message>
        <source>Token message</source>
        <translation>Сообщение token</translation>
    </message>
    <message>
        <source>Sends a message with the message code through an API extension that serves web socket connections of external systems.</source>
        <translation>Отправляет сообщение с кодом сообщения через расширение API, которое обслуживает websocket-соединения внешних систем.</translation>
    </message>
    <message>
        <source>Token plugin event</source>
        <translation>Событие плагина token</translation>
    </message>
    <message>
        <source>Sends a message with the given code through the given API extension, a plug-in, that serves web socket connections of external systems.</source>
        <translation>Отправляет сообщение с указанным кодом через указанное расширение API (плагин), которое обслуживает websocket-соединения внешних систем.</translation>
    </message>
    <message>
        <source>User API event</source>
        <translation>Событие API пользователя</translation>
    </message>
    <message>
        <source>Sends a message with the given code through the given API extension that serves web socket connections of users.</source>
        <translation>Отправляет сообщение с указанным кодом через указанное расширение API, которое обслуживает websocket-соединения пользователей.</translation>
    </message>
    <message>
        <source>Extension name API</source>
        <translation>Имя расширения API</translation>
    </message>
    <message>
        <source>Name of the API extension through which the message is sent: a standard module, or any connected plug-in of the system that implements the programming interface for sending messages of this kind.</source>
        <translation>Имя расширения API, через которое отправляется сообщение: стандартный модуль или любой подключённый плагин системы, который реализует программный интерфейс отправки сообщений этого вида.</translation>
    </message>
    <message>
        <source>Message code</source>
        <translation>Код сообщения</translation>
    </message>
    <message>
        <source>Code of the message that is sent through the API extension. It becomes the first element of the JSON array that stands for a message in the web socket protocol. How the API extension implements this code decides whether it is an asynchronous message that needs no answer or a synchronous request; for a request, with waiting for delivery or response switched on, data of the remote system comes back with the answer.</source>
        <translation>Код сообщения, отправляемого через расширение API. Он становится первым элементом JSON-массива, которым сообщение представлено в протоколе websocket. От того, как расширение API реализует этот код, зависит, будет ли это асинхронное сообщение без ответа или синхронный запрос; для запроса при включённом ожидании доставки или ответа вместе с ответом приходят данные удалённой системы.</translation>
    </message>
    <message>
        <source>Message Body</source>
        <translation>Тело сообщения</translation>
    </message>
    <message>
        <source>Body of the message. It must be JSON, unless the API extension defines something else.</source>
        <translation>Тело сообщения. Должно быть в формате JSON, если расширение API не определяет иное.</translation>
    </message>
    <message>
        <source>Waiting for delivery/response</source>
        <translation>Ожидание доставки/ответа</translation>
    </message>
    <message>
        <source>Switches on waiting until the message is delivered to the application at the other end. Where the message code is a request in its API extension, the answer is waited for and stored in the given variable.</source>
        <translation>Включает ожидание доставки сообщения приложению на другой стороне. Если в расширении API код сообщения является запросом, ожидается ответ, который сохраняется в указанной переменной.</translation>
    </message>
    <message>
        <source>File path</source>
        <translation>Путь к файлу</translation>
    </message>
    <message>
        <source>Special path of the file, one that the scenario&apos;s handler can reach. Used by the operation that places a file on the web server for download.</source>
        <translation>Специальный путь к файлу, доступный обработчику сценария. Используется операцией, которая выкладывает файл на веб-сервер для скачивания.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>What to do with files in the session&apos;s temporary directory on the web server that serves the given connection (category websocktemp). Used by the operation on websocktemp files.</source>
        <translation>Что сделать с файлами во временном каталоге сессии на веб-сервере, который обслуживает указанное соединение (категория websocktemp). Используется операцией с файлами websocktemp.</translation>
    </message>
    <message>
        <source>Get file list</source>
        <translation>Получить список файлов</translation>
    </message>
    <message>
        <source>Returns the list of files in the web server&apos;s websocktemp directory.</source>
        <translation>Возвращает список файлов в каталоге websocktemp веб-сервера.</translation>
    </message>
    <message>
        <source>Get file</source>
        <translation>Получить файл</translation>
    </message>
    <message>
        <source>Fetches the file with the given name from the web server&apos;s websocktemp directory and saves it in the temporary directory of the running scenario.</source>
        <translation>Забирает файл с указанным именем из каталога websocktemp веб-сервера и сохраняет его во временном каталоге выполняемого сценария.</translation>
    </message>
    <message>
        <source>Place file</source>
        <translation>Поместить файл</translation>
    </message>
    <message>
        <source>Puts a file into the web server&apos;s websocktemp directory. The file is taken from a special path that the scenario&apos;s handler can reach.</source>
        <translation>Помещает файл в каталог websocktemp веб-сервера. Файл берётся по специальному пути, доступному обработчику сценария.</translation>
    </message>
    <message>
        <source>Delete file</source>
        <translation>Удалить файл</translation>
    </message>
    <message>
        <source>Deletes the file with the given name from the web server&apos;s websocktemp directory.</source>
        <translation>Удаляет файл с указанным именем из каталога websocktemp веб-сервера.</translation>
    </message>
    <message>
        <source>Special path of the file to put, one that the scenario&apos;s handler can reach. Used by the operation on files of category websocktemp.</source>
        <translation>Специальный путь к помещаемому файлу, доступный обработчику сценария. Используется операцией с файлами категории websocktemp.</translation>
    </message>
    <message>
        <source>File Name</source>
        <translation>Имя файла</translation>
    </message>
    <message>
        <source>Name of the file in the temporary directory on the connection&apos;s web server (category websocktemp). Used by the operation on files of that category. A file that is put without a name gets the last part of its path as its name.</source>
        <translation>Имя файла во временном каталоге на веб-сервере соединения (категория websocktemp). Используется операцией с файлами этой категории. Файл, помещаемый без имени, получает имя по последней части своего пути.</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>Время, с</translation>
    </message>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>How long to wait for the delivery of the message, in seconds: more than 0, at most 3600.</source>
        <translation>Сколько ожидать доставки сообщения, в секундах: больше 0 и не больше 3600.</translation>
    </message>
    <message>
        <source>Result to variable</source>
        <translation>Результат в переменную</translation>
    </message>
    <message>
        <source>Variable that receives the content of the answer, when waiting for delivery or response is chosen and the API extension implements the message code as a request. Placing a file for download stores the relative URL, the websocktemp actions store the list of files or the path of the fetched file.</source>
        <translation>Переменная, которая получает содержимое ответа, если выбрано ожидание доставки или ответа и расширение API реализует код сообщения как запрос. При выкладывании файла для скачивания сохраняется относительный URL, при действиях websocktemp — список файлов или путь к полученному файлу.</translation>
    </message>
    <message>
        <source>Error to variable</source>
        <translation>Ошибка в переменную</translation>
    </message>
    <message>
        <source>Variable that receives the error.</source>
        <translation>Переменная, которая получает ошибку.</translation>
    </message>
    <message>
        <source>The component that gets control when the operation has succeeded.</source>
        <translation>Компонент, которому передаётся управление после успешного выполнения операции.</translation>
    </message>
    <message>
        <source>Transition, Time</source>
        <translation>Переход, время</translation>
    </message>
    <message>
        <source>The component that gets control when the time for waiting for the delivery of the message is over.</source>
        <translation>Компонент, которому передаётся управление, когда время ожидания доставки сообщения истекло.</translation>
    </message>
    <message>
        <source>Transition, Error</source>
        <translation>Переход, ошибка</translation>
    </message>
    <message>
        <source>The component that gets control when an error occurs.</source>
        <translation>Компонент, которому передаётся управление при ошибке.</translation>
    </message>
    <message>
        <source>Go to label</source>
        <translation>Переход к метке</translation>
    </message>
    <message>
        <source>Goes on at the label component that bears the given label. Can set a variable on the way.</source>
        <translation>Продолжает с компонента-метки с указанной меткой. По пути может задать переменную.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>The label to go to.</source>
        <translation>Метка, к которой нужно перейти.</translation>
    </message>
    <message>
        <source>The variable that receives the value before control goes on.</source>
        <translation>Переменная, которая получает значение перед передачей управления.</translation>
    </message>
    <message>
        <source>Where a go-to component with the same label continues.</source>
        <translation>Место, откуда продолжает компонент перехода с той же меткой.</translation>
    </message>
    <message>
        <source>The label that go-to components name.</source>
        <translation>Метка, которую указывают компоненты перехода.</translation>
    </message>
    <message>
        <source>{startParam} ← start parameter 1</source>
        <translation>{startParam} ← параметр запуска 1</translation>
    </message>
    <message>
        <source>the scenario begins here</source>
        <translation>сценарий начинается здесь</translation>
    </message>
    <message>
        <source>after every end</source>
        <translation>после любого завершения</translation>
    </message>
    <message>
        <source>after: {transitionOption}</source>
        <translation>после: {transitionOption}</translation>
    </message>
    <message>
        <source>returns {returnValue}</source>
        <translation>возвращает {returnValue}</translation>
    </message>
    <message>
        <source>returns control</source>
        <translation>возвращает управление</translation>
    </message>
    <message>
        <source>the scenario ends here</source>
        <translation>сценарий завершается здесь</translation>
    </message>
    <message>
        <source>wait {timeoutMs} ms</source>
        <translation>ждать {timeoutMs} мс</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>ждать</translation>
    </message>
    <message>
        <source>compare two values</source>
        <translation>сравнить два значения</translation>
    </message>
    <message>
        <source>set variables</source>
        <translation>задать переменные</translation>
    </message>
    <message>
        <source>set a variable</source>
        <translation>задать переменную</translation>
    </message>
    <message>
        <source>log: {text}</source>
        <translation>журнал: {text}</translation>
    </message>
    <message>
        <source>write to the log</source>
        <translation>записать в журнал</translation>
    </message>
    <message>
        <source>notify {user}: {text}</source>
        <translation>уведомить {user}: {text}</translation>
    </message>
    <message>
        <source>notify: {text}</source>
        <translation>уведомление: {text}</translation>
    </message>
    <message>
        <source>notify {user}</source>
        <translation>уведомить {user}</translation>
    </message>
    <message>
        <source>notify a user</source>
        <translation>уведомить пользователя</translation>
    </message>
    <message>
        <source>SIP message to {user}: {text}</source>
        <translation>сообщение SIP для {user}: {text}</translation>
    </message>
    <message>
        <source>SIP message: {text}</source>
        <translation>сообщение SIP: {text}</translation>
    </message>
    <message>
        <source>send a SIP message</source>
        <translation>отправить сообщение SIP</translation>
    </message>
    <message>
        <source>send {capabilityName}/{eventName} · wait {timeoutSec} s</source>
        <translation>отправить {capabilityName}/{eventName} · ждать {timeoutSec} с</translation>
    </message>
    <message>
        <source>send {capabilityName}/{eventName} · wait</source>
        <translation>отправить {capabilityName}/{eventName} · ждать</translation>
    </message>
    <message>
        <source>send {capabilityName}/{eventName}</source>
        <translation>отправить {capabilityName}/{eventName}</translation>
    </message>
    <message>
        <source>send {eventName} · wait {timeoutSec} s</source>
        <translation>отправить {eventName} · ждать {timeoutSec} с</translation>
    </message>
    <message>
        <source>send {eventName} · wait</source>
        <translation>отправить {eventName} · ждать</translation>
    </message>
    <message>
        <source>send {eventName}</source>
        <translation>отправить {eventName}</translation>
    </message>
    <message>
        <source>send a message · wait {timeoutSec} s</source>
        <translation>отправить сообщение · ждать {timeoutSec} с</translation>
    </message>
    <message>
        <source>send a message · wait</source>
        <translation>отправить сообщение · ждать</translation>
    </message>
    <message>
        <source>send a message</source>
        <translation>отправить сообщение</translation>
    </message>
    <message>
        <source>place {filePath} for download</source>
        <translation>выложить {filePath} для скачивания</translation>
    </message>
    <message>
        <source>place a file for download</source>
        <translation>выложить файл для скачивания</translation>
    </message>
    <message>
        <source>{resultVariable} ← file list</source>
        <translation>{resultVariable} ← список файлов</translation>
    </message>
    <message>
        <source>get the file list</source>
        <translation>получить список файлов</translation>
    </message>
    <message>
        <source>get file {websocktempFileName}</source>
        <translation>получить файл {websocktempFileName}</translation>
    </message>
    <message>
        <source>get a file</source>
        <translation>получить файл</translation>
    </message>
    <message>
        <source>place {websocktempFilePath} as {websocktempFileName}</source>
        <translation>поместить {websocktempFilePath} как {websocktempFileName}</translation>
    </message>
    <message>
        <source>place {websocktempFilePath}</source>
        <translation>поместить {websocktempFilePath}</translation>
    </message>
    <message>
        <source>place a file</source>
        <translation>поместить файл</translation>
    </message>
    <message>
        <source>delete file {websocktempFileName}</source>
        <translation>удалить файл {websocktempFileName}</translation>
    </message>
    <message>
        <source>delete a file</source>
        <translation>удалить файл</translation>
    </message>
    <message>
        <source>to {label} · {variable} ← {value}</source>
        <translation>к метке {label} · {variable} ← {value}</translation>
    </message>
    <message>
        <source>to {label}</source>
        <translation>к метке {label}</translation>
    </message>
    <message>
        <source>to a label</source>
        <translation>к метке</translation>
    </message>
    <message>
        <source>label {label}</source>
        <translation>метка {label}</translation>
    </message>
    <message>
        <source>a label to go to</source>
        <translation>метка для перехода</translation>
    </message>
</context>
<context>
    <name>ConnectCall</name>
    <message>
        <source>Starting the simulated cluster…</source>
        <translation>Запускается имитация кластера…</translation>
    </message>
    <message>
        <source>Looking for the password in the keychain…</source>
        <translation>Поиск пароля в связке ключей…</translation>
    </message>
    <message>
        <source>No password is kept for “%1”. Type it in.</source>
        <translation>Для «%1» нет сохранённого пароля. Введите его.</translation>
    </message>
    <message>
        <source>No password is kept for “%1” at the proxy %2. Type it in.</source>
        <translation>Для «%1» на прокси %2 нет сохранённого пароля. Введите его.</translation>
    </message>
    <message>
        <source>Logging in to %1 as “%2”…</source>
        <translation>Вход на %1 под именем «%2»…</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>Check the proxy&apos;s name.</source>
        <translation>Проверьте имя прокси.</translation>
    </message>
    <message>
        <source>Check the address for slips, and whether a VPN is needed.</source>
        <translation>Проверьте, нет ли в адресе опечатки и не нужен ли VPN.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s port, user and password, and that it lets connections to this address through.</source>
        <translation>Проверьте порт, пользователя и пароль прокси и что он пропускает соединения с этим адресом.</translation>
    </message>
    <message>
        <source>Something on the way, such as a firewall, drops what is sent. Check the port; ask who runs the network.</source>
        <translation>Что-то по пути, например межсетевой экран, отбрасывает посланное. Проверьте порт; спросите тех, кто ведёт сеть.</translation>
    </message>
    <message>
        <source>Check the port, and that the cluster runs.</source>
        <translation>Проверьте порт и работает ли кластер.</translation>
    </message>
    <message>
        <source>Check that the port speaks TLS: an http address needs another one.</source>
        <translation>Проверьте, что этот порт говорит по TLS: адресу http нужен другой.</translation>
    </message>
    <message>
        <source>What listens there is no cluster&apos;s web server, or it is overloaded. Check port and scheme (http or https).</source>
        <translation>То, что там слушает, — не веб-сервер кластера, или он перегружен. Проверьте порт и схему (http или https).</translation>
    </message>
    <message>
        <source>This web server knows no logins of a cluster. Check the address.</source>
        <translation>Этот веб-сервер не знает входов кластера. Проверьте адрес.</translation>
    </message>
    <message>
        <source>Check login, domain and password.</source>
        <translation>Проверьте логин, домен и пароль.</translation>
    </message>
    <message>
        <source>Login works, web sockets do not: check the token, and that proxies before the cluster let web sockets pass.</source>
        <translation>Вход работает, веб-сокеты — нет: проверьте токен и что прокси перед кластером пропускают веб-сокеты.</translation>
    </message>
    <message>
        <source>Have an administrator give the integration point, or the user, this capability.</source>
        <translation>Попросите администратора дать точке интеграции или пользователю эту возможность.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Connection (TCP)</source>
        <translation>Соединение (TCP)</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Шифрование (TLS)</translation>
    </message>
    <message>
        <source>Web server (HTTP)</source>
        <translation>Веб-сервер (HTTP)</translation>
    </message>
    <message>
        <source>Web socket</source>
        <translation>Веб-сокет</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Nobody has told the address of “%1” within %2 s.</source>
        <translation>За %2 с никто не сказал адрес «%1».</translation>
    </message>
    <message>
        <source>Nothing came within %1 s.</source>
        <translation>За %1 с ничего не пришло.</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>не проверялось</translation>
    </message>
    <message>
        <source>The profile names no host.</source>
        <translation>Профиль не называет хост.</translation>
    </message>
    <message>
        <source>%1 is an address</source>
        <translation>%1 — это адрес</translation>
    </message>
    <message>
        <source>The name “%1” is not known: %2.</source>
        <translation>Имя «%1» неизвестно: %2.</translation>
    </message>
    <message>
        <source>%1, port %2</source>
        <translation>%1, порт %2</translation>
    </message>
    <message>
        <source>through the proxy %1:%2</source>
        <translation>через прокси %1:%2</translation>
    </message>
    <message>
        <source>none: the address is http, everything can be read on the way</source>
        <translation>нет: адрес http, по пути всё можно прочитать</translation>
    </message>
    <message>
        <source>%1, certificate of “%2” until %3, key %4</source>
        <translation>%1, сертификат «%2» до %3, ключ %4</translation>
    </message>
    <message>
        <source>The web server sends everybody to %1.</source>
        <translation>Веб-сервер отправляет всех на %1.</translation>
    </message>
    <message>
        <source>answers (HTTP %1)</source>
        <translation>отвечает (HTTP %1)</translation>
    </message>
    <message>
        <source>not tried: there is no password</source>
        <translation>не проверялось: нет пароля</translation>
    </message>
    <message>
        <source>as “%1” of %2</source>
        <translation>как «%1» из %2</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принята</translation>
    </message>
    <message>
        <source>granted: %1</source>
        <translation>разрешено: %1</translation>
    </message>
    <message>
        <source>open, of the user API</source>
        <translation>открыт, API пользователей</translation>
    </message>
    <message>
        <source>open, of the token API</source>
        <translation>открыт, API по токену</translation>
    </message>
    <message>
        <source>Logging in</source>
        <translation>Вход</translation>
    </message>
</context>
<context>
    <name>ConnectionsVerb</name>
    <message>
        <source>List the web socket connections that the registrar knows.</source>
        <translation>Перечислить websocket-соединения, известные регистратору.</translation>
    </message>
    <message>
        <source>Only those of this user or integration point.</source>
        <translation>Только соединения этого пользователя или точки интеграции.</translation>
    </message>
    <message>
        <source>Only those that hold this capability.</source>
        <translation>Только соединения с этим расширением.</translation>
    </message>
    <message>
        <source>CONNECTION</source>
        <translation>СОЕДИНЕНИЕ</translation>
    </message>
    <message>
        <source>USER</source>
        <translation>ПОЛЬЗОВАТЕЛЬ</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ВИД</translation>
    </message>
    <message>
        <source>CAPABILITIES</source>
        <translation>РАСШИРЕНИЯ</translation>
    </message>
    <message>
        <source>SITE/NODE</source>
        <translation>САЙТ/УЗЕЛ</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>С</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>АДРЕС</translation>
    </message>
    <message>
        <source>No connections.</source>
        <translation>Соединений нет.</translation>
    </message>
    <message>
        <source>With --watch, what becomes of them follows until interrupted: a line for each connection that comes or goes; with --format json, one JSON object a line, first the records, then every event, renewals included.</source>
        <translation>С --watch затем, до прерывания, показывается, что с ними происходит: строка на каждое соединение, которое появилось или ушло; с --format json — по одному объекту JSON в строке, сначала записи, потом каждое событие, включая продления.</translation>
    </message>
    <message>
        <source>Go on with the registrar&apos;s events, by the user&apos;s connection; with --token-env by that token&apos;s.</source>
        <translation>Продолжать событиями регистратора через соединение пользователя; с --token-env — через соединение этого токена.</translation>
    </message>
    <message>
        <source>The connection to the cluster is lost and is being opened again: %1</source>
        <translation>Соединение с кластером потеряно и открывается снова: %1</translation>
    </message>
    <message>
        <source>The connection to the cluster is there again; what changed meanwhile follows.</source>
        <translation>Соединение с кластером восстановлено; далее — что изменилось за это время.</translation>
    </message>
    <message>
        <source>Nobody reads the output any more.</source>
        <translation>Вывод больше никто не читает.</translation>
    </message>
</context>
<context>
    <name>ContentRules</name>
    <message>
        <source>The message body is not JSON: %1 (line %2, column %3 of the body)</source>
        <translation>Тело сообщения — не JSON: %1 (строка %2, позиция %3 тела)</translation>
    </message>
    <message>
        <source>The message body is not what %1/%2 asks for: %3 (at %4 of the body)</source>
        <translation>Тело сообщения не такое, как требует %1/%2: %3 (место %4 тела)</translation>
    </message>
    <message>
        <source>the top</source>
        <translation>начало</translation>
    </message>
    <message>
        <source>The message body carries a &quot;qid&quot; of its own: as the component waits for the answer, the server replaces it. Remove it.</source>
        <translation>В теле сообщения есть собственный «qid»: компонент ждёт ответа, поэтому сервер его заменит. Уберите его.</translation>
    </message>
    <message>
        <source>The text of variable &quot;%1&quot; goes into a JSON string as it is: a quotation mark or a backslash in it would break the message (column %2 of the body).</source>
        <translation>Текст переменной «%1» попадает в строку JSON как есть: кавычка или обратная косая черта в нём испортит сообщение (позиция %2 тела).</translation>
    </message>
    <message>
        <source>%1 (at %2)</source>
        <translation>%1 (место: %2)</translation>
    </message>
    <message>
        <source>The text of &quot;%1&quot; goes into a JSON string as it is: a quotation mark or a backslash in it would break the message.</source>
        <translation>Текст «%1» попадает в строку JSON как есть: кавычка или обратная косая черта в нём испортит сообщение.</translation>
    </message>
</context>
<context>
    <name>Dialect</name>
    <message>
        <source>&quot;%1&quot; must be a whole number from 0 to 2147483647.</source>
        <translation>«%1» должно быть целым числом от 0 до 2147483647.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false.</source>
        <translation>«%1» должно быть true или false.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text.</source>
        <translation>«%1» должно быть текстом.</translation>
    </message>
    <message>
        <source>A dialect must be a JSON object.</source>
        <translation>Диалект должен быть объектом JSON.</translation>
    </message>
    <message>
        <source>A dialect has no field &quot;%1&quot;.</source>
        <translation>В диалекте нет поля «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list of %2 different texts.</source>
        <translation>«%1» должно быть списком из %2 разных текстов.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no reason for which a scenario ends; there are %2.</source>
        <translation>«%1» — не причина завершения сценария; есть %2.</translation>
    </message>
</context>
<context>
    <name>DialectMeaning</name>
    <message>
        <source>Name of the cookie that carries a session</source>
        <translation>Имя cookie, в которой лежит сессия</translation>
    </message>
    <message>
        <source>HTTP status of a login beyond the limit of sessions</source>
        <translation>Статус HTTP при входе сверх лимита сессий</translation>
    </message>
    <message>
        <source>How many sessions a user may have</source>
        <translation>Сколько сессий может быть у пользователя</translation>
    </message>
    <message>
        <source>How long a session lives without being used, in seconds</source>
        <translation>Сколько секунд живёт сессия, которой не пользуются</translation>
    </message>
    <message>
        <source>After so many failed logins the cluster refuses this computer</source>
        <translation>После стольких неудачных входов кластер отказывает этому компьютеру</translation>
    </message>
    <message>
        <source>Within so many seconds they count</source>
        <translation>За столько секунд они считаются</translation>
    </message>
    <message>
        <source>HTTP status of what a refused computer sends</source>
        <translation>Статус HTTP для того, что шлёт компьютер, которому отказано</translation>
    </message>
    <message>
        <source>Members of a login&apos;s answer: id, type, user&apos;s id, login, domain, time to live, token</source>
        <translation>Поля ответа на вход: id, тип, id пользователя, логин, домен, время жизни, токен</translation>
    </message>
    <message>
        <source>Members of a connection in the administrators&apos; list: id, site, node, since, capabilities, program, peer&apos;s address and port</source>
        <translation>Поля соединения в списке администратора: id, площадка, узел, с какого времени, возможности, программа, адрес и порт партнёра</translation>
    </message>
    <message>
        <source>Members of an HTTP error&apos;s body: code, message</source>
        <translation>Поля тела ошибки HTTP: код, сообщение</translation>
    </message>
    <message>
        <source>How often a web socket is pinged, in milliseconds; 0: never</source>
        <translation>Как часто пинговать веб-сокет, в миллисекундах; 0 — никогда</translation>
    </message>
    <message>
        <source>Who misses so many pings is dropped</source>
        <translation>Кто пропустит столько пингов, того отключают</translation>
    </message>
    <message>
        <source>What a method&apos;s name ends with in its answer</source>
        <translation>Чем кончается имя метода в ответе на него</translation>
    </message>
    <message>
        <source>Method that carries REST over a web socket</source>
        <translation>Метод, который несёт REST через веб-сокет</translation>
    </message>
    <message>
        <source>Start parameter that gets the connection&apos;s id when a message starts a scenario</source>
        <translation>Стартовый параметр, который получает id соединения, когда сценарий запускает сообщение</translation>
    </message>
    <message>
        <source>Likewise the message&apos;s code</source>
        <translation>То же для кода сообщения</translation>
    </message>
    <message>
        <source>Likewise the message&apos;s content</source>
        <translation>То же для содержимого сообщения</translation>
    </message>
    <message>
        <source>A message code that no description declares counts as a request</source>
        <translation>Код сообщения, которого нет ни в одном описании, считается запросом</translation>
    </message>
    <message>
        <source>connection_info is answered on the user API, too</source>
        <translation>На connection_info отвечают и в API пользователей</translation>
    </message>
    <message>
        <source>Each token connection has a session of its own; false: those of one integration point share one</source>
        <translation>У каждого соединения по токену своя сессия; false — у одной точки интеграции она общая</translation>
    </message>
    <message>
        <source>An external system reaches REST with the session id that connection_info gave</source>
        <translation>Внешняя система обращается к REST с id сессии из connection_info</translation>
    </message>
    <message>
        <source>Method of the answer to a text that is no message</source>
        <translation>Метод ответа на текст, который не сообщение</translation>
    </message>
    <message>
        <source>Wait of an operation that names none, in seconds</source>
        <translation>Сколько секунд ждёт операция, где время не указано</translation>
    </message>
    <message>
        <source>Longest wait of an operation, in seconds</source>
        <translation>Наибольшее ожидание операции, в секундах</translation>
    </message>
    <message>
        <source>Longest time of an operation on files, in milliseconds</source>
        <translation>Наибольшее время операции с файлами, в миллисекундах</translation>
    </message>
    <message>
        <source>Delivery is confirmed by the answer to a ping behind the message; false: by its writing</source>
        <translation>Доставку подтверждает ответ на пинг после сообщения; false — сама запись</translation>
    </message>
    <message>
        <source>Result of a delivery that was confirmed</source>
        <translation>Результат подтверждённой доставки</translation>
    </message>
    <message>
        <source>A qid in the content is replaced; false: it stays and is waited for</source>
        <translation>qid в содержимом заменяется; false — остаётся, и ждут его</translation>
    </message>
    <message>
        <source>A direction that does not fit the connection is an error</source>
        <translation>Направление, которое не подходит соединению, — ошибка</translation>
    </message>
    <message>
        <source>A capability that the connection does not hold is an error</source>
        <translation>Возможность, которой у соединения нет, — ошибка</translation>
    </message>
    <message>
        <source>Content that is not JSON goes out as a JSON string</source>
        <translation>Содержимое, которое не JSON, уходит строкой JSON</translation>
    </message>
    <message>
        <source>put_file without a name takes the last part of the path</source>
        <translation>put_file без имени берёт последнюю часть пути</translation>
    </message>
    <message>
        <source>Stands between code and message in the error variable</source>
        <translation>Стоит между кодом и сообщением в переменной ошибки</translation>
    </message>
    <message>
        <source>The cluster&apos;s words for the errors of an operation, in their order</source>
        <translation>Слова кластера для ошибок операции, по порядку</translation>
    </message>
    <message>
        <source>Path that temp links begin with</source>
        <translation>Путь, с которого начинаются временные ссылки</translation>
    </message>
    <message>
        <source>A temp link ends with the file&apos;s extension</source>
        <translation>Временная ссылка кончается расширением файла</translation>
    </message>
    <message>
        <source>A download tells the file&apos;s own name (Content-Disposition)</source>
        <translation>При загрузке сообщается имя файла (Content-Disposition)</translation>
    </message>
    <message>
        <source>Random bytes in a temp link</source>
        <translation>Сколько случайных байтов во временной ссылке</translation>
    </message>
    <message>
        <source>HTTP status of a temp link whose time is over</source>
        <translation>Статус HTTP временной ссылки, время которой вышло</translation>
    </message>
    <message>
        <source>How long a temp link lives, in seconds</source>
        <translation>Сколько секунд живёт временная ссылка</translation>
    </message>
    <message>
        <source>How long websocktemp stays after its connection, in seconds</source>
        <translation>Сколько секунд websocktemp остаётся после соединения</translation>
    </message>
    <message>
        <source>Category of a running scenario&apos;s own folder</source>
        <translation>Категория собственной папки выполняющегося сценария</translation>
    </message>
    <message>
        <source>HTTP status of websocktemp without an open connection of the session</source>
        <translation>Статус HTTP websocktemp без открытого соединения сессии</translation>
    </message>
    <message>
        <source>Targets that an integration point&apos;s session may use, with commas between them</source>
        <translation>Области, доступные сессии точки интеграции, через запятую</translation>
    </message>
    <message>
        <source>Role that a user needs to change www; empty: none</source>
        <translation>Роль, нужная пользователю, чтобы менять www; пусто — никакая</translation>
    </message>
    <message>
        <source>Number of the argument type “constant”</source>
        <translation>Номер типа аргумента «константа»</translation>
    </message>
    <message>
        <source>Number of the argument type “variable”</source>
        <translation>Номер типа аргумента «переменная»</translation>
    </message>
    <message>
        <source>Number of the argument type “expression”</source>
        <translation>Номер типа аргумента «выражение»</translation>
    </message>
    <message>
        <source>Number of the argument type “template”</source>
        <translation>Номер типа аргумента «шаблон»</translation>
    </message>
    <message>
        <source>Number of the variable type “number”</source>
        <translation>Номер типа переменной «число»</translation>
    </message>
    <message>
        <source>Number of the variable type “string”</source>
        <translation>Номер типа переменной «строка»</translation>
    </message>
    <message>
        <source>Number of the variable type “date and time”</source>
        <translation>Номер типа переменной «дата и время»</translation>
    </message>
    <message>
        <source>Number of the place of variables that are local</source>
        <translation>Номер места локальных переменных</translation>
    </message>
    <message>
        <source>Largest number of a place of variables</source>
        <translation>Наибольший номер места переменных</translation>
    </message>
    <message>
        <source>HTTP status of a scenario whose code is there already</source>
        <translation>Статус HTTP сценария, код которого уже есть</translation>
    </message>
    <message>
        <source>Members of one assignment: variable, value</source>
        <translation>Поля одного присваивания: переменная, значение</translation>
    </message>
    <message>
        <source>A start parameter counts over values given at the start</source>
        <translation>Стартовый параметр важнее значений, данных при запуске</translation>
    </message>
    <message>
        <source>Why a scenario ends at a limit or deadline</source>
        <translation>Почему сценарий кончается на пределе или по сроку</translation>
    </message>
    <message>
        <source>Why a scenario ends at a fault of a component</source>
        <translation>Почему сценарий кончается при сбое компонента</translation>
    </message>
    <message>
        <source>A condition that is true, as text</source>
        <translation>Истинное условие как текст</translation>
    </message>
    <message>
        <source>A condition that is false, as text</source>
        <translation>Ложное условие как текст</translation>
    </message>
    <message>
        <source>Signs in expressions: less, less or equal, equal, greater or equal, greater, not equal</source>
        <translation>Знаки в выражениях: меньше, меньше или равно, равно, больше или равно, больше, не равно</translation>
    </message>
    <message>
        <source>What a template puts in is escaped as inside a JSON string</source>
        <translation>Подставленное в шаблон экранируется, как внутри строки JSON</translation>
    </message>
    <message>
        <source>What the codes of our own helper scenarios on the cluster begin with</source>
        <translation>С чего начинаются коды наших вспомогательных сценариев на кластере</translation>
    </message>
    <message>
        <source>How many of them are kept for the next time</source>
        <translation>Сколько их хранится до следующего раза</translation>
    </message>
    <message>
        <source>How much longer than the operation they are waited for, in milliseconds</source>
        <translation>Насколько дольше операции их ждут, в миллисекундах</translation>
    </message>
    <message>
        <source>The body travels as an argument; false: as a constant</source>
        <translation>Тело передаётся аргументом; false — константой</translation>
    </message>
    <message>
        <source>A relative link belongs to the node that holds the connection; false: to the cluster&apos;s address</source>
        <translation>Относительная ссылка принадлежит узлу соединения; false — адресу кластера</translation>
    </message>
    <message>
        <source>How long a script that is started may take where nothing else is said, in milliseconds</source>
        <translation>Сколько может идти запущенный сценарий, если не сказано иное, в миллисекундах</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open scenarios</source>
        <translation>Открытые сценарии</translation>
    </message>
    <message>
        <source>Scenarios (*.json *.scr)</source>
        <translation>Сценарии (*.json *.scr)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Открыть папку</translation>
    </message>
</context>
<context>
    <name>DownloadCall</name>
    <message>
        <source>“%1” is not an address that can be downloaded.</source>
        <translation>«%1» — не адрес, по которому можно скачать файл.</translation>
    </message>
    <message>
        <source>“%1” is a folder.</source>
        <translation>«%1» — папка.</translation>
    </message>
    <message>
        <source>The cluster does not have that file, or no longer: a temporary link lasts %1 s. %2</source>
        <translation>У кластера нет этого файла или уже нет: временная ссылка действует %1 с. %2</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>«%1» записать нельзя: %2</translation>
    </message>
</context>
<context>
    <name>EmbeddedCluster</name>
    <message>
        <source>The simulated cluster has not started within %1 s. Try again.</source>
        <translation>Имитация кластера не запустилась за %1 с. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The simulated cluster did not start: %1</source>
        <translation>Имитируемый кластер не запустился: %1</translation>
    </message>
</context>
<context>
    <name>ExportVerb</name>
    <message>
        <source>Write a scenario as a picture or a graph for documents.</source>
        <translation>Записать сценарий как рисунок или граф для документов.</translation>
    </message>
    <message>
        <source>The suffix of the file to write says what it becomes: a picture (svg, png, pdf), Graphviz (dot) or Mermaid (mmd). No screen is needed.</source>
        <translation>Расширение записываемого файла говорит, чем он станет: рисунком (svg, png, pdf), Graphviz (dot) или Mermaid (mmd). Экран не нужен.</translation>
    </message>
    <message>
        <source>Where to write; -o for short.</source>
        <translation>Куда записать; кратко -o.</translation>
    </message>
    <message>
        <source>Colours of a picture; light by default.</source>
        <translation>Цвета рисунка; по умолчанию светлые (light).</translation>
    </message>
    <message>
        <source>The file to write is missing: -o FILE.svg.</source>
        <translation>Не указан записываемый файл: -o ФАЙЛ.svg.</translation>
    </message>
    <message>
        <source>%1 has none of the suffixes %2, which say what to write.</source>
        <translation>У %1 нет ни одного из расширений %2, которые говорят, что записать.</translation>
    </message>
    <message>
        <source>There is no theme &quot;%1&quot;: light or dark.</source>
        <translation>Темы «%1» нет: light или dark.</translation>
    </message>
    <message>
        <source>%1 is not a valid scenario file; nothing was written.</source>
        <translation>%1 — не верный файл сценария; ничего не записано.</translation>
    </message>
</context>
<context>
    <name>Expression</name>
    <message>
        <source>The condition is neither true or false nor a number.</source>
        <translation>Условие — не истина, не ложь и не число.</translation>
    </message>
    <message>
        <source>There is no result for these values, or it is too large for a number.</source>
        <translation>Для этих значений нет результата, или он слишком велик для числа.</translation>
    </message>
    <message>
        <source>There is no variable &quot;%1&quot;.</source>
        <translation>Нет переменной «%1».</translation>
    </message>
    <message>
        <source>A date and time cannot be added to; ++ joins it as text.</source>
        <translation>К дате и времени нельзя прибавить; ++ соединяет их как текст.</translation>
    </message>
    <message>
        <source>A division by zero has no result.</source>
        <translation>Деление на ноль не имеет результата.</translation>
    </message>
    <message>
        <source>Argument %1 must be a whole number from %2 to %3.</source>
        <translation>Аргумент %1 должен быть целым числом от %2 до %3.</translation>
    </message>
    <message>
        <source>The expression has more than %1 characters.</source>
        <translation>В выражении больше %1 символов.</translation>
    </message>
    <message>
        <source>The expression is empty.</source>
        <translation>Выражение пустое.</translation>
    </message>
    <message>
        <source>There is no opening parenthesis for this one.</source>
        <translation>Для этой скобки нет открывающей.</translation>
    </message>
    <message>
        <source>Two values are compared with ==.</source>
        <translation>Два значения сравнивают знаком ==.</translation>
    </message>
    <message>
        <source>An operator is expected here.</source>
        <translation>Здесь ожидается знак операции.</translation>
    </message>
    <message>
        <source>The expression is nested deeper than %1 levels.</source>
        <translation>Вложенность выражения больше %1 уровней.</translation>
    </message>
    <message>
        <source>The expression ends where a value is expected.</source>
        <translation>Выражение кончается там, где ожидается значение.</translation>
    </message>
    <message>
        <source>A value is expected here: a number, a &quot;text&quot;, a [variable] or a function.</source>
        <translation>Здесь ожидается значение: число, &quot;текст&quot;, [переменная] или функция.</translation>
    </message>
    <message>
        <source>This is not a number, or too large a one.</source>
        <translation>Это не число или слишком большое число.</translation>
    </message>
    <message>
        <source>This text has no closing quote. A quote within a text is written twice.</source>
        <translation>У этого текста нет закрывающей кавычки. Кавычка внутри текста пишется дважды.</translation>
    </message>
    <message>
        <source>This bracket is not closed. A variable is written [name].</source>
        <translation>Эта скобка не закрыта. Переменная пишется [имя].</translation>
    </message>
    <message>
        <source>There is no name in these brackets.</source>
        <translation>В этих скобках нет имени.</translation>
    </message>
    <message>
        <source>This parenthesis is not closed.</source>
        <translation>Эта скобка не закрыта.</translation>
    </message>
    <message>
        <source>An operator or a closing parenthesis is expected here.</source>
        <translation>Здесь ожидается знак операции или закрывающая скобка.</translation>
    </message>
    <message>
        <source>There is no function &quot;%1&quot;. A variable stands in brackets, a text in quotes.</source>
        <translation>Нет функции «%1». Переменная пишется в квадратных скобках, текст — в кавычках.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs its arguments in parentheses.</source>
        <translation>Аргументы «%1» должны быть в скобках.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes %2 arguments, not %3.</source>
        <translation>«%1» принимает аргументов: %2, а не %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes %2 to %3 arguments, not %4.</source>
        <translation>«%1» принимает аргументов: от %2 до %3, а не %4.</translation>
    </message>
    <message>
        <source>The parenthesis of this function is not closed.</source>
        <translation>Скобка этой функции не закрыта.</translation>
    </message>
    <message>
        <source>A comma or a closing parenthesis is expected here.</source>
        <translation>Здесь ожидается запятая или закрывающая скобка.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has too many arguments.</source>
        <translation>У «%1» слишком много аргументов.</translation>
    </message>
    <message>
        <source>The text would have more than %1 characters.</source>
        <translation>В тексте было бы больше %1 символов.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes no arguments.</source>
        <translation>«%1» не принимает аргументов.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; takes one argument, not %2.</source>
        <translation>«%1» принимает один аргумент, а не %2.</translation>
    </message>
</context>
<context>
    <name>FileExchange</name>
    <message>
        <source>One upload takes from 1 to %1 files.</source>
        <translation>За одну загрузку можно передать от 1 до %1 файлов.</translation>
    </message>
    <message>
        <source>A file on the cluster cannot be called “%1”.</source>
        <translation>Файл на кластере не может называться «%1».</translation>
    </message>
    <message>
        <source>(%1 bytes: %2)</source>
        <translation>(байт: %1; %2)</translation>
    </message>
    <message>
        <source>The cluster reports on %1 files where %2 were sent.</source>
        <translation>Кластер отчитался о файлах: %1, а отправлено было %2.</translation>
    </message>
    <message>
        <source>The cluster has a file “%1” already.</source>
        <translation>На кластере уже есть файл «%1».</translation>
    </message>
    <message>
        <source>The cluster has a file “%1” already: %2</source>
        <translation>На кластере уже есть файл «%1»: %2</translation>
    </message>
    <message>
        <source>The cluster did not take the file “%1”: %2</source>
        <translation>Кластер не принял файл «%1»: %2</translation>
    </message>
    <message>
        <source>The cluster has no file “%1”. %2</source>
        <translation>На кластере нет файла «%1». %2</translation>
    </message>
</context>
<context>
    <name>FileStore</name>
    <message>
        <source>%1 was not saved: there is no room for it. Free some space and try again.</source>
        <translation>%1 не сохранён: для него нет места. Освободите место и попробуйте снова.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2. Check the folder and its permissions.</source>
        <translation>%1 не сохранён: %2. Проверьте папку и права на неё.</translation>
    </message>
    <message>
        <source>There is no file %1. Check its name and folder.</source>
        <translation>Нет файла %1. Проверьте его имя и папку.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 — не файл.</translation>
    </message>
    <message>
        <source>%1 is too large: at most %2 bytes are read.</source>
        <translation>%1 слишком велик: читается не больше %2 байт.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check its permissions.</source>
        <translation>%1 прочитать нельзя: %2. Проверьте права на него.</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>это не файл</translation>
    </message>
</context>
<context>
    <name>FlowRules</name>
    <message>
        <source>No way leads here from a Start, so this component never runs. Lead a transition to it or remove it.</source>
        <translation>Сюда нет пути ни от одного старта, поэтому этот компонент никогда не выполняется. Проведите к нему переход или удалите его.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads nowhere: when it is taken, the scenario ends with transfer_not_set. Lead it to a component.</source>
        <translation>«%1» никуда не ведёт: если его выбрать, сценарий завершится с transfer_not_set. Проведите его к компоненту.</translation>
    </message>
    <message>
        <source>There is no label component with the label &quot;%1&quot;. Add one or correct the label.</source>
        <translation>Нет компонента-метки с меткой «%1». Добавьте его или исправьте метку.</translation>
    </message>
    <message>
        <source>Another label component above has the label &quot;%1&quot; too. Give each its own.</source>
        <translation>Выше есть другой компонент с меткой «%1». Дайте каждому свою.</translation>
    </message>
    <message>
        <source>Components %1 form a loop in which nothing waits: it may take the whole processor until a limit ends the run. Put a pause into it.</source>
        <translation>Компоненты %1 образуют цикл, в котором ничто не ждёт: он может занять весь процессор, пока выполнение не остановит ограничение. Вставьте в него паузу.</translation>
    </message>
</context>
<context>
    <name>FolderReader</name>
    <message>
        <source>The folder “%1” is not there any more.</source>
        <translation>Папки «%1» больше нет.</translation>
    </message>
    <message>
        <source>“%1” is not a folder.</source>
        <translation>«%1» — не папка.</translation>
    </message>
    <message>
        <source>The folder “%1” may not be read. Ask its owner for permission.</source>
        <translation>Папку «%1» нельзя прочитать. Попросите разрешения у её владельца.</translation>
    </message>
</context>
<context>
    <name>FormatVerb</name>
    <message>
        <source>Rewrite scenario files in canonical form.</source>
        <translation>Переписать файлы сценариев в каноническом виде.</translation>
    </message>
    <message>
        <source>&quot;-&quot; reads standard input and writes standard output. A file that is no scenario is left as it is.</source>
        <translation>«-» читает стандартный ввод и пишет в стандартный вывод. Файл, который не является сценарием, остаётся как есть.</translation>
    </message>
    <message>
        <source>Write nothing; exit with 1 if a file would change.</source>
        <translation>Ничего не записывать; завершиться с кодом 1, если файл изменился бы.</translation>
    </message>
    <message>
        <source>Leave out x-signalbox, as on upload.</source>
        <translation>Опустить x-signalbox, как при отправке на кластер.</translation>
    </message>
    <message>
        <source>&quot;-&quot; stands alone.</source>
        <translation>«-» указывается отдельно.</translation>
    </message>
    <message>
        <source>%1 is not a valid scenario file and was left as it is.</source>
        <translation>%1 — неверный файл сценария и оставлен как есть.</translation>
    </message>
    <message>
        <source>The text would change.</source>
        <translation>Текст изменился бы.</translation>
    </message>
    <message>
        <source>%1 would change.</source>
        <translation>%1 изменился бы.</translation>
    </message>
</context>
<context>
    <name>Fragment</name>
    <message>
        <source>The clipboard holds no components of a scenario: %1</source>
        <translation>В буфере обмена нет компонентов сценария: %1</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The message has %1 bytes; at most %2 are allowed.</source>
        <translation>В сообщении байт: %1; допустимо не больше %2.</translation>
    </message>
    <message>
        <source>The message cannot be read: %1 (line %2, column %3)</source>
        <translation>Сообщение прочитать нельзя: %1 (строка %2, позиция %3)</translation>
    </message>
    <message>
        <source>The message is not an array of exactly two elements that begins with a method&apos;s name.</source>
        <translation>Сообщение — не массив ровно из двух элементов, который начинается с имени метода.</translation>
    </message>
</context>
<context>
    <name>GlobalOptions</name>
    <message>
        <source>The cluster: its address (http or https), or &quot;simulated&quot;, an embedded one for this command&apos;s life (the default).</source>
        <translation>Кластер: его адрес (http или https) или «simulated» — встроенный на время команды (по умолчанию).</translation>
    </message>
    <message>
        <source>Domain of the login.</source>
        <translation>Домен для входа.</translation>
    </message>
    <message>
        <source>User for REST and the user API.</source>
        <translation>Пользователь для REST и API пользователя.</translation>
    </message>
    <message>
        <source>Environment variable that holds the password. Else the keychain, else a prompt.</source>
        <translation>Переменная окружения с паролем. Иначе связка ключей, иначе запрос.</translation>
    </message>
    <message>
        <source>Environment variable that holds the token of the token API. Else the keychain, else a prompt.</source>
        <translation>Переменная окружения с токеном для token API. Иначе связка ключей, иначе запрос.</translation>
    </message>
    <message>
        <source>Own address of a node, for files that only this node has.</source>
        <translation>Собственный адрес узла — для файлов, которые есть только на нём.</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust beside the system&apos;s.</source>
        <translation>Сертификаты (PEM), которым доверять кроме системных.</translation>
    </message>
    <message>
        <source>Client certificate (PEM).</source>
        <translation>Сертификат клиента (PEM).</translation>
    </message>
    <message>
        <source>Key of the client certificate (PEM).</source>
        <translation>Ключ сертификата клиента (PEM).</translation>
    </message>
    <message>
        <source>Text for people (the default), or one JSON document on standard output.</source>
        <translation>Текст для людей (по умолчанию) или один документ JSON в стандартный вывод.</translation>
    </message>
    <message>
        <source>Show the traffic with the cluster on standard error, secrets masked.</source>
        <translation>Показывать обмен с кластером в стандартном потоке ошибок, скрывая секреты.</translation>
    </message>
    <message>
        <source>Show help and exit.</source>
        <translation>Показать справку и завершиться.</translation>
    </message>
    <message>
        <source>Show the version and exit.</source>
        <translation>Показать версию и завершиться.</translation>
    </message>
    <message>
        <source>--format is text or json, not &quot;%1&quot;.</source>
        <translation>--format — это text или json, а не «%1».</translation>
    </message>
    <message>
        <source>--cluster must not hold a login or password; use --login and --password-env.</source>
        <translation>В --cluster не должно быть имени или пароля; используйте --login и --password-env.</translation>
    </message>
    <message>
        <source>--cluster is &quot;simulated&quot; or an address such as https://host:port, not &quot;%1&quot;.</source>
        <translation>--cluster — это «simulated» или адрес вида https://host:port, а не «%1».</translation>
    </message>
    <message>
        <source>--client-cert and --client-key belong together.</source>
        <translation>--client-cert и --client-key указывают вместе.</translation>
    </message>
    <message>
        <source>--node has the form SITE/NODE=URL, not &quot;%1&quot;.</source>
        <translation>--node имеет вид САЙТ/УЗЕЛ=URL, а не «%1».</translation>
    </message>
    <message>
        <source>A cluster as signalbox-profiles(5) describes it; the options below override what it says.</source>
        <translation>Кластер, описанный как в signalbox-profiles(5); параметры ниже важнее сказанного в нём.</translation>
    </message>
    <message>
        <source>--profile and --cluster both say which cluster; give one of them.</source>
        <translation>И --profile, и --cluster называют кластер; укажите что-то одно.</translation>
    </message>
    <message>
        <source>--%1 is for a cluster that is given by its address or by a profile; the simulated one has its own. Add --cluster URL or --profile NAME.</source>
        <translation>--%1 — для кластера, заданного адресом или профилем; у имитируемого всё своё. Добавьте --cluster URL или --profile NAME.</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;: there are none yet. signalbox-profiles(5) tells how to write one into %2.</source>
        <translation>Профиля «%1» нет: их пока нет вовсе. Как записать профиль в %2, сказано в signalbox-profiles(5).</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot; in %2; there are: %3.</source>
        <translation>Профиля «%1» нет в %2; есть: %3.</translation>
    </message>
</context>
<context>
    <name>HttpCall</name>
    <message>
        <source>The session with the cluster is over.</source>
        <translation>Сессия с кластером окончена.</translation>
    </message>
    <message>
        <source>The transfer of %1 has made no progress for %2 s.</source>
        <translation>Передача %1 не продвигается уже %2 с.</translation>
    </message>
    <message>
        <source>The cluster has not answered %1 within %2 s.</source>
        <translation>Кластер не ответил на %1 за %2 с.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is too large: %1 bytes, and at most %2 are taken.</source>
        <translation>Ответ кластера слишком велик: байт — %1, а принимается не больше %2.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is too large: at most %1 bytes are taken.</source>
        <translation>Ответ кластера слишком велик: принимается не больше %1 байт.</translation>
    </message>
    <message>
        <source>The connection broke in the middle of the cluster&apos;s answer: %1</source>
        <translation>Соединение оборвалось посреди ответа кластера: %1</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer was cut: %1 of %2 bytes came.</source>
        <translation>Ответ кластера обрезан: пришло байт %1 из %2.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>байт: %1</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message>
        <source>Inputs have &quot;startparams&quot; and &quot;variables&quot;, but no &quot;%1&quot;.</source>
        <translation>Во входных данных есть «startparams» и «variables», но нет «%1».</translation>
    </message>
    <message>
        <source>A start parameter has a number from 1 to %1, not &quot;%2&quot;.</source>
        <translation>Номер параметра запуска — от 1 до %1, а не «%2».</translation>
    </message>
    <message>
        <source>A variable has a name.</source>
        <translation>У переменной есть имя.</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>Это число слишком велико.</translation>
    </message>
    <message>
        <source>An input is a text, a number or {&quot;connection&quot;: &quot;…&quot;}, but this is %1.</source>
        <translation>Входное значение — текст, число или {&quot;connection&quot;: &quot;…&quot;}, а это %1.</translation>
    </message>
    <message>
        <source>An object as an input has exactly one member, &quot;connection&quot;.</source>
        <translation>Во входном объекте ровно один член — «connection».</translation>
    </message>
    <message>
        <source>&quot;connection&quot; says which one, as in &quot;point=crm,capability=msg&quot; or &quot;user=anna,capability=rest&quot;.</source>
        <translation>«connection» говорит, какое соединение, например «point=crm,capability=msg» или «user=anna,capability=rest».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object, but it is %2.</source>
        <translation>«%1» должно быть объектом, а это %2.</translation>
    </message>
</context>
<context>
    <name>JsonKind</name>
    <message>
        <source>true or false</source>
        <translation>true или false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>массив</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>This is half of a surrogate pair; the other half is missing.</source>
        <translation>Это половина суррогатной пары; второй половины нет.</translation>
    </message>
    <message>
        <source>The text holds more than %1 values; that is the limit.</source>
        <translation>В тексте больше %1 значений — это предел.</translation>
    </message>
    <message>
        <source>Objects and arrays are nested deeper than %1 levels; that is the limit.</source>
        <translation>Вложенность объектов и массивов больше %1 уровней — это предел.</translation>
    </message>
    <message>
        <source>The text ends before the value is complete.</source>
        <translation>Текст кончается раньше, чем значение.</translation>
    </message>
    <message>
        <source>A number must not begin with a zero.</source>
        <translation>Число не должно начинаться с нуля.</translation>
    </message>
    <message>
        <source>There is more text behind the value; remove it.</source>
        <translation>После значения есть ещё текст; уберите его.</translation>
    </message>
    <message>
        <source>A key in double quotes is expected here.</source>
        <translation>Здесь ожидается ключ в двойных кавычках.</translation>
    </message>
    <message>
        <source>A colon is expected here, behind the key.</source>
        <translation>Здесь, после ключа, ожидается двоеточие.</translation>
    </message>
    <message>
        <source>A comma or } is expected here.</source>
        <translation>Здесь ожидается запятая или }.</translation>
    </message>
    <message>
        <source>A comma or ] is expected here.</source>
        <translation>Здесь ожидается запятая или ].</translation>
    </message>
    <message>
        <source>Four hexadecimal digits must follow \u.</source>
        <translation>После \u должны идти четыре шестнадцатеричные цифры.</translation>
    </message>
    <message>
        <source>A control character in a string must be written as an escape, such as \n or \u0000.</source>
        <translation>Управляющий символ в строке нужно записывать как \n или \u0000.</translation>
    </message>
    <message>
        <source>Digits must follow the decimal point.</source>
        <translation>После десятичной точки должны идти цифры.</translation>
    </message>
    <message>
        <source>Digits must follow the exponent&apos;s e.</source>
        <translation>После знака порядка e должны идти цифры.</translation>
    </message>
    <message>
        <source>A JSON value is expected here.</source>
        <translation>Здесь ожидается значение JSON.</translation>
    </message>
    <message>
        <source>The text is empty; a JSON value is expected.</source>
        <translation>Текст пуст; ожидается значение JSON.</translation>
    </message>
    <message>
        <source>The text is not valid UTF-8 here.</source>
        <translation>Здесь текст — неверный UTF-8.</translation>
    </message>
    <message>
        <source>This number is too large; numbers go up to 1.8e308.</source>
        <translation>Это число слишком велико; предел — 1.8e308.</translation>
    </message>
    <message>
        <source>The text has %1 bytes; at most %2 are read.</source>
        <translation>В тексте байт: %1; читается не больше %2.</translation>
    </message>
</context>
<context>
    <name>JsonSchema</name>
    <message>
        <source>The value is nested too deeply to be checked.</source>
        <translation>Вложенность значения слишком велика для проверки.</translation>
    </message>
    <message>
        <source>A key is too long to be checked.</source>
        <translation>Ключ слишком длинен для проверки.</translation>
    </message>
    <message>
        <source>The JSON Schema is not valid.</source>
        <translation>Схема JSON неверна.</translation>
    </message>
    <message>
        <source>The value could not be checked.</source>
        <translation>Значение не удалось проверить.</translation>
    </message>
    <message>
        <source>No value is allowed here.</source>
        <translation>Здесь не допускается никакое значение.</translation>
    </message>
    <message>
        <source>The value has the wrong type.</source>
        <translation>Значение неверного типа.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>Не хватает «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not allowed here.</source>
        <translation>«%1» здесь не допускается.</translation>
    </message>
    <message>
        <source>The value is none of the allowed ones.</source>
        <translation>Значение не из числа допустимых.</translation>
    </message>
    <message>
        <source>The value is not the one that is demanded.</source>
        <translation>Значение не то, которое требуется.</translation>
    </message>
    <message>
        <source>No item is of the demanded kind.</source>
        <translation>Ни один элемент не того вида, который требуется.</translation>
    </message>
    <message>
        <source>There are too many items.</source>
        <translation>Элементов слишком много.</translation>
    </message>
    <message>
        <source>The number must be at most %1.</source>
        <translation>Число должно быть не больше %1.</translation>
    </message>
    <message>
        <source>The number must be less than %1.</source>
        <translation>Число должно быть меньше %1.</translation>
    </message>
    <message>
        <source>The number must be at least %1.</source>
        <translation>Число должно быть не меньше %1.</translation>
    </message>
    <message>
        <source>The number must be greater than %1.</source>
        <translation>Число должно быть больше %1.</translation>
    </message>
    <message>
        <source>A value of this kind is not allowed here.</source>
        <translation>Значение такого вида здесь не допускается.</translation>
    </message>
    <message>
        <source>The value fits several alternatives of which it must fit one.</source>
        <translation>Значение подходит под несколько вариантов, а должно подходить под один.</translation>
    </message>
    <message>
        <source>The text does not match the pattern %1.</source>
        <translation>Текст не соответствует образцу %1.</translation>
    </message>
    <message>
        <source>The text is not a valid %1.</source>
        <translation>Текст — неверное значение вида %1.</translation>
    </message>
    <message>
        <source>The number must be a multiple of %1.</source>
        <translation>Число должно быть кратно %1.</translation>
    </message>
    <message>
        <source>An item stands here twice.</source>
        <translation>Элемент встречается здесь дважды.</translation>
    </message>
    <message>
        <source>The value fits none of the alternatives.</source>
        <translation>Значение не подходит ни под один вариант.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not as demanded.</source>
        <translation>«%1» не такое, как требуется.</translation>
    </message>
    <message>
        <source>A member is not as demanded.</source>
        <translation>Один из членов не такой, как требуется.</translation>
    </message>
    <message>
        <source>The value is not as demanded.</source>
        <translation>Значение не такое, как требуется.</translation>
    </message>
    <message>
        <source>The JSON Schema is not valid at &quot;%1&quot;: %2</source>
        <translation>Схема JSON неверна в «%1»: %2</translation>
    </message>
    <message>
        <source>it refers to &quot;#%1&quot;, which is not there.</source>
        <translation>она ссылается на «#%1», которого нет.</translation>
    </message>
    <message>
        <source>it has more than %1 definitions.</source>
        <translation>в ней больше %1 определений.</translation>
    </message>
    <message>
        <source>it is too large or nested too deeply.</source>
        <translation>она слишком велика или её вложенность слишком глубока.</translation>
    </message>
    <message>
        <source>a schema must be an object, true or false.</source>
        <translation>схема должна быть объектом, true или false.</translation>
    </message>
    <message>
        <source>$ref must be a text.</source>
        <translation>$ref должно быть текстом.</translation>
    </message>
    <message>
        <source>The JSON Schema refers to &quot;%1&quot; at &quot;%2&quot;; references to other documents are not followed.</source>
        <translation>Схема JSON ссылается на «%1» в «%2»; ссылки на другие документы не используются.</translation>
    </message>
    <message>
        <source>it must be an array of schemas.</source>
        <translation>это должен быть массив схем.</translation>
    </message>
    <message>
        <source>it must be an object.</source>
        <translation>это должен быть объект.</translation>
    </message>
    <message>
        <source>there is no such type.</source>
        <translation>такого типа нет.</translation>
    </message>
    <message>
        <source>it must be an array.</source>
        <translation>это должен быть массив.</translation>
    </message>
    <message>
        <source>it must be a regular expression.</source>
        <translation>это должно быть регулярное выражение.</translation>
    </message>
    <message>
        <source>it must be a text.</source>
        <translation>это должен быть текст.</translation>
    </message>
    <message>
        <source>it must be a number over 0.</source>
        <translation>это должно быть число больше 0.</translation>
    </message>
    <message>
        <source>it must be true or false.</source>
        <translation>это должно быть true или false.</translation>
    </message>
    <message>
        <source>it refers to itself without an end.</source>
        <translation>она бесконечно ссылается на себя.</translation>
    </message>
    <message>
        <source>too many schemas apply to one value.</source>
        <translation>к одному значению относится слишком много схем.</translation>
    </message>
    <message>
        <source>The number of items must be at most %1.</source>
        <translation>Элементов должно быть не больше %1.</translation>
    </message>
    <message>
        <source>The number of items must be at least %1.</source>
        <translation>Элементов должно быть не меньше %1.</translation>
    </message>
    <message>
        <source>The number of characters must be at most %1.</source>
        <translation>Символов должно быть не больше %1.</translation>
    </message>
    <message>
        <source>The number of characters must be at least %1.</source>
        <translation>Символов должно быть не меньше %1.</translation>
    </message>
    <message>
        <source>The number of members must be at most %1.</source>
        <translation>Членов должно быть не больше %1.</translation>
    </message>
    <message>
        <source>The number of members must be at least %1.</source>
        <translation>Членов должно быть не меньше %1.</translation>
    </message>
    <message>
        <source>too many definitions refer to one another.</source>
        <translation>слишком много определений ссылается друг на друга.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a regular expression.</source>
        <translation>«%1» — не регулярное выражение.</translation>
    </message>
    <message>
        <source>it must be a number.</source>
        <translation>это должно быть число.</translation>
    </message>
</context>
<context>
    <name>KeychainStore</name>
    <message>
        <source>The keychain has not answered within %1 seconds. Is it waiting to be unlocked?</source>
        <translation>Связка ключей не ответила за %1 с. Может быть, она ждёт разблокировки?</translation>
    </message>
    <message>
        <source>The keychain refuses access. Unlock it, or allow Signalbox to use it.</source>
        <translation>Связка ключей не даёт доступа. Разблокируйте её или разрешите Signalbox ею пользоваться.</translation>
    </message>
    <message>
        <source>There is no keychain service on this computer.</source>
        <translation>На этом компьютере нет службы связки ключей.</translation>
    </message>
    <message>
        <source>The keychain does not answer as it should.</source>
        <translation>Связка ключей отвечает не так, как должна.</translation>
    </message>
</context>
<context>
    <name>LinkSetup</name>
    <message>
        <source>The cluster answered “%1” without saying what is wrong.</source>
        <translation>Кластер ответил на «%1», не сказав, что не так.</translation>
    </message>
    <message>
        <source>The cluster refuses: %1 (%2)</source>
        <translation>Кластер отказывает: %1 (%2)</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer “%1” lists no capabilities.</source>
        <translation>В ответе кластера «%1» нет списка расширений.</translation>
    </message>
    <message>
        <source>The cluster refuses these capabilities: %1</source>
        <translation>Кластер отказывает в этих расширениях: %1</translation>
    </message>
    <message>
        <source>There is no token for the cluster&apos;s token API.</source>
        <translation>Нет токена для token API кластера.</translation>
    </message>
    <message>
        <source>The session with the cluster has expired or was closed. Log in again.</source>
        <translation>Сеанс с кластером истёк или был закрыт. Войдите снова.</translation>
    </message>
    <message>
        <source>The cluster does not tell the connection&apos;s id.</source>
        <translation>Кластер не сообщает идентификатор соединения.</translation>
    </message>
    <message>
        <source>The session with the cluster is over.</source>
        <translation>Сеанс с кластером окончен.</translation>
    </message>
</context>
<context>
    <name>LocalFiles</name>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation>Нет файла «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a regular file.</source>
        <translation>«%1» — не обычный файл.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read.</source>
        <translation>Файл «%1» прочитать нельзя.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the form CATEGORY=DIR, such as SYNC_COMMON=./files.</source>
        <translation>«%1» — не вида КАТЕГОРИЯ=ПАПКА, например SYNC_COMMON=./files.</translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot; for the category %2.</source>
        <translation>Нет папки «%1» для категории %2.</translation>
    </message>
    <message>
        <source>The path &quot;%1&quot; leaves its category&apos;s folder.</source>
        <translation>Путь «%1» выходит за пределы папки своей категории.</translation>
    </message>
    <message>
        <source>The run&apos;s temporary directory could not be made: %1</source>
        <translation>Временный каталог выполнения создать не удалось: %1</translation>
    </message>
    <message>
        <source>The category %1 is the run&apos;s own temporary directory; choose another.</source>
        <translation>Категория %1 — собственный временный каталог запуска; выберите другую.</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;: nothing was put into %2 in this run.</source>
        <translation>Файла «%1» нет: в этом запуске в %2 ничего не помещалось.</translation>
    </message>
</context>
<context>
    <name>LocalRunVerb</name>
    <message>
        <source>%1 cannot run here: %2</source>
        <translation>%1 нельзя выполнить здесь: %2</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Предупреждение: %1</translation>
    </message>
    <message>
        <source>Log of %1: %2</source>
        <translation>Журнал %1: %2</translation>
    </message>
    <message>
        <source>The run was interrupted.</source>
        <translation>Выполнение прервано.</translation>
    </message>
    <message numerus="yes">
        <source>%1 after %2 ms, %n step(s)</source>
        <translation>
            <numerusform>%1 через %2 мс, %n шаг</numerusform>
            <numerusform>%1 через %2 мс, %n шага</numerusform>
            <numerusform>%1 через %2 мс, %n шагов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoginCall</name>
    <message>
        <source>The cluster accepted the login but set no cookie, so that there is no session.</source>
        <translation>Кластер принял вход, но не выдал cookie, поэтому сессии нет.</translation>
    </message>
    <message>
        <source>The login of “%1” failed. %2 %3</source>
        <translation>Войти как «%1» не удалось. %2 %3</translation>
    </message>
    <message>
        <source>%1 User “%2” has as many sessions as the cluster allows. Log out elsewhere, or have an administrator list the sessions (GET /rest/v1/master/logicalroles/ws/sessions) and close one of this user&apos;s sessions (DELETE with its id).</source>
        <translation>%1 У пользователя «%2» столько сеансов, сколько разрешает кластер. Выйдите в другом месте или попросите администратора получить список сеансов (GET /rest/v1/master/logicalroles/ws/sessions) и закрыть один из сеансов этого пользователя (DELETE с его идентификатором).</translation>
    </message>
    <message>
        <source>%1 This computer&apos;s address may be banned: then nothing that it sends is looked at. %2 Wait %3 seconds before you try again.</source>
        <translation>%1 Возможно, адрес этого компьютера заблокирован: тогда ничто из отправленного не рассматривается. %2 Прежде чем пробовать снова, подождите %3 с.</translation>
    </message>
</context>
<context>
    <name>LoginGuard</name>
    <message>
        <source>After %1 failed logins within %2 seconds the cluster refuses this computer.</source>
        <translation>После неудачных попыток входа (%1 за %2 с) кластер отказывает этому компьютеру.</translation>
    </message>
    <message>
        <source>%1 have failed: wait %2 seconds before you try again.</source>
        <translation>Неудачных попыток: %1. Подождите %2 с, прежде чем пробовать снова.</translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>property %1: %2</source>
        <translation>свойство %1: %2</translation>
    </message>
    <message>
        <source>property %1: &quot;%2&quot; is no time in milliseconds.</source>
        <translation>свойство %1: «%2» — не время в миллисекундах.</translation>
    </message>
    <message>
        <source>property resultVariable: %1</source>
        <translation>свойство resultVariable: %1</translation>
    </message>
    <message>
        <source>the label of %1: %2</source>
        <translation>метка %1: %2</translation>
    </message>
    <message>
        <source>property %1: there is no label &quot;%2&quot;.</source>
        <translation>свойство %1: нет метки «%2».</translation>
    </message>
    <message>
        <source>The limit of %1 components was reached before %2.</source>
        <translation>Ограничение в %1 компонентов достигнуто перед %2.</translation>
    </message>
    <message>
        <source>The run was stopped from outside.</source>
        <translation>Выполнение остановлено извне.</translation>
    </message>
    <message>
        <source>%1: the transition %2 is not set.</source>
        <translation>%1: переход %2 не задан.</translation>
    </message>
    <message>
        <source>%1: the transition %2 leads to object %3, which does not exist.</source>
        <translation>%1: переход %2 ведёт к объекту %3, которого нет.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The time limit of %1 s was reached while %2 was waiting.</source>
        <translation>Ограничение по времени %1 с достигнуто, пока ждал %2.</translation>
    </message>
    <message>
        <source>The time limit of %1 s was reached before %2.</source>
        <translation>Ограничение по времени %1 с достигнуто перед %2.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; is not declared.</source>
        <translation>Переменная «%1» не объявлена.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; of opts.variables</source>
        <translation>Переменная «%1» из opts.variables</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot;, given at the start,</source>
        <translation>Заданная при запуске переменная «%1»</translation>
    </message>
    <message>
        <source>%1 is not declared in the scenario.</source>
        <translation>%1 не объявлена в сценарии.</translation>
    </message>
    <message>
        <source>There is no start parameter %1; they are numbered from 1 to %2.</source>
        <translation>Нет параметра запуска %1; их номера от 1 до %2.</translation>
    </message>
    <message>
        <source>Start parameter 1</source>
        <translation>Параметр запуска 1</translation>
    </message>
    <message>
        <source>%1 cannot go to the variable &quot;%2&quot; of type %3: %4</source>
        <translation>%1 не может попасть в переменную «%2» типа %3: %4</translation>
    </message>
    <message>
        <source>property %1, column %2: %3</source>
        <translation>свойство %1, позиция %2: %3</translation>
    </message>
    <message>
        <source>The texts of a run are limited to %1 characters together.</source>
        <translation>Тексты одного выполнения ограничены в сумме %1 символами.</translation>
    </message>
    <message>
        <source>The component handles too much text: over %1 characters.</source>
        <translation>Компонент обрабатывает слишком много текста: больше %1 символов.</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>условие</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false, nor a number.</source>
        <translation>«%1» — не истина, не ложь и не число.</translation>
    </message>
</context>
<context>
    <name>NoteEdits</name>
    <message>
        <source>No note was added: &quot;x-signalbox&quot; of this file does not hold notes in a list. Correct the file first.</source>
        <translation>Заметка не добавлена: в «x-signalbox» этого файла заметки хранятся не списком. Сначала исправьте файл.</translation>
    </message>
    <message>
        <source>No note was added: a document has at most %1 notes and frames.</source>
        <translation>Заметка не добавлена: в документе не более %1 заметок и рамок.</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Добавить рамку</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Добавить заметку</translation>
    </message>
    <message>
        <source>Change a note</source>
        <translation>Изменить заметку</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>Resize a note</source>
        <translation>Изменить размер заметки</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>&quot;notes&quot; must be an array, but it is %1.</source>
        <translation>«notes» должно быть массивом, а это %1.</translation>
    </message>
    <message>
        <source>A document shows at most %1 notes and frames; this one and those after it are left out.</source>
        <translation>В документе показывается не более %1 заметок и рамок; эта и следующие за ней опущены.</translation>
    </message>
    <message>
        <source>A note must be an object, but this is %1.</source>
        <translation>Заметка должна быть объектом, а это %1.</translation>
    </message>
    <message>
        <source>A note has an &quot;id&quot;, a text of 1 to %1 characters.</source>
        <translation>У заметки есть «id» — текст длиной от 1 до %1 символов.</translation>
    </message>
    <message>
        <source>An earlier note has the id &quot;%1&quot;.</source>
        <translation>Идентификатор «%1» уже есть у заметки выше.</translation>
    </message>
    <message>
        <source>The &quot;kind&quot; of a note is &quot;note&quot; or &quot;frame&quot;.</source>
        <translation>«kind» заметки — «note» или «frame».</translation>
    </message>
    <message>
        <source>A note has a &quot;text&quot; of at most %1 characters.</source>
        <translation>У заметки есть «text» — не длиннее %1 символов.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a note is a number from %2 to %3.</source>
        <translation>«%1» заметки — число от %2 до %3.</translation>
    </message>
</context>
<context>
    <name>OneOperation</name>
    <message>
        <source>The component performs no operation.</source>
        <translation>Компонент не выполняет операции.</translation>
    </message>
</context>
<context>
    <name>OperateVerb</name>
    <message>
        <source>A capability description to check the content against.</source>
        <translation>Описание расширения, по которому проверять содержимое.</translation>
    </message>
    <message>
        <source>get_file, ws_temp_file: bring the file here, under this name.</source>
        <translation>get_file, ws_temp_file: принести файл сюда под этим именем.</translation>
    </message>
    <message>
        <source>Perform one operation on a connection: sendtokenmsg, ws_temp_file or websocktemp.</source>
        <translation>Выполнить одну операцию с соединением: sendtokenmsg, ws_temp_file или websocktemp.</translation>
    </message>
    <message>
        <source>Values are checked first; bad ones end with exit code 2, and nothing is sent.</source>
        <translation>Значения сначала проверяются; при неверных код завершения 2, и ничего не отправляется.</translation>
    </message>
    <message>
        <source>--save brings the file of get_file or ws_temp_file here; this operation has none.</source>
        <translation>--save приносит сюда файл get_file или ws_temp_file; у этой операции файла нет.</translation>
    </message>
    <message>
        <source>--save: &quot;%1&quot; is no place for a file.</source>
        <translation>--save: «%1» — не место для файла.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Предупреждение: %1</translation>
    </message>
    <message>
        <source>%1 after %2 ms</source>
        <translation>%1 через %2 мс</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>The file path is empty.</source>
        <translation>Путь к файлу пуст.</translation>
    </message>
    <message>
        <source>The file path holds a NUL character.</source>
        <translation>В пути к файлу есть символ NUL.</translation>
    </message>
    <message>
        <source>The name of the API extension is empty.</source>
        <translation>Имя расширения API пусто.</translation>
    </message>
    <message>
        <source>The message code is empty.</source>
        <translation>Код сообщения пуст.</translation>
    </message>
    <message>
        <source>The time to wait must be over 0 and at most %1 s, not %2.</source>
        <translation>Время ожидания должно быть больше 0 и не больше %1 с, а не %2.</translation>
    </message>
    <message>
        <source>The connection id is empty.</source>
        <translation>Идентификатор соединения пуст.</translation>
    </message>
    <message>
        <source>The file name is empty.</source>
        <translation>Имя файла пусто.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no file name.</source>
        <translation>«%1» — не имя файла.</translation>
    </message>
    <message>
        <source>The file name holds a NUL character.</source>
        <translation>В имени файла есть символ NUL.</translation>
    </message>
    <message>
        <source>A file name must not hold &quot;%1&quot;.</source>
        <translation>В имени файла не должно быть «%1».</translation>
    </message>
    <message>
        <source>The file name holds half a character (a lone surrogate).</source>
        <translation>В имени файла есть половина символа (одиночный суррогат).</translation>
    </message>
    <message>
        <source>The file name has %1 bytes; at most %2 are possible.</source>
        <translation>В имени файла байт: %1; возможно не больше %2.</translation>
    </message>
    <message>
        <source>nothing came back in time</source>
        <translation>вовремя ничего не пришло</translation>
    </message>
</context>
<context>
    <name>OperationOptions</name>
    <message>
        <source>The content on standard input is larger than %1 bytes.</source>
        <translation>Содержимое стандартного ввода больше %1 байт.</translation>
    </message>
    <message>
        <source>The content is not UTF-8 text.</source>
        <translation>Содержимое — не текст в UTF-8.</translation>
    </message>
    <message>
        <source>The connection: its id, or user=LOGIN,capability=C or point=POINT,capability=C.</source>
        <translation>Соединение: его идентификатор либо user=LOGIN,capability=C или point=POINT,capability=C.</translation>
    </message>
    <message>
        <source>sendtokenmsg: direction, by code or id.</source>
        <translation>sendtokenmsg: направление, кодом или номером.</translation>
    </message>
    <message>
        <source>sendtokenmsg: extension name of the API.</source>
        <translation>sendtokenmsg: имя расширения API.</translation>
    </message>
    <message>
        <source>sendtokenmsg: message code.</source>
        <translation>sendtokenmsg: код сообщения.</translation>
    </message>
    <message>
        <source>sendtokenmsg: message body, from a file or from standard input.</source>
        <translation>sendtokenmsg: тело сообщения, из файла или стандартного ввода.</translation>
    </message>
    <message>
        <source>sendtokenmsg: wait for delivery or for the answer.</source>
        <translation>sendtokenmsg: ждать доставки или ответа.</translation>
    </message>
    <message>
        <source>sendtokenmsg: how long to wait, in seconds.</source>
        <translation>sendtokenmsg: сколько ждать, в секундах.</translation>
    </message>
    <message>
        <source>websocktemp: action, by code or id.</source>
        <translation>websocktemp: действие, кодом или номером.</translation>
    </message>
    <message>
        <source>ws_temp_file, put_file: the file; a path without a category is a local one.</source>
        <translation>ws_temp_file, put_file: файл; путь без категории — местный.</translation>
    </message>
    <message>
        <source>websocktemp: name of the file there.</source>
        <translation>websocktemp: имя файла там.</translation>
    </message>
    <message>
        <source>--%1 does not apply to this operation.</source>
        <translation>--%1 не относится к этой операции.</translation>
    </message>
    <message>
        <source>--%1 is needed (%2).</source>
        <translation>Нужен --%1 (%2).</translation>
    </message>
    <message>
        <source>--timeout is a number of seconds, not &quot;%1&quot;.</source>
        <translation>--timeout — число секунд, а не «%1».</translation>
    </message>
    <message>
        <source>--content is not valid JSON (line %1, column %2): %3</source>
        <translation>--content — неверный JSON (строка %1, позиция %2): %3</translation>
    </message>
    <message>
        <source>--content does not fit the description of %1/%2, at &quot;%3&quot;: %4</source>
        <translation>--content не соответствует описанию %1/%2, место «%3»: %4</translation>
    </message>
    <message>
        <source>The &quot;qid&quot; in the content is replaced by the cluster&apos;s own.</source>
        <translation>«qid» в содержимом заменяется собственным qid кластера.</translation>
    </message>
</context>
<context>
    <name>PatientCall</name>
    <message>
        <source>The session with the cluster is over.</source>
        <translation>Сеанс с кластером окончен.</translation>
    </message>
    <message>
        <source>the cluster is busy (HTTP %1) and asks to be asked again in %2 s</source>
        <translation>кластер занят (HTTP %1) и просит повторить запрос через %2 с</translation>
    </message>
</context>
<context>
    <name>Peer</name>
    <message>
        <source>The connection is over.</source>
        <translation>Соединение окончено.</translation>
    </message>
    <message>
        <source>The connection is open or opening already.</source>
        <translation>Соединение уже открыто или открывается.</translation>
    </message>
    <message>
        <source>There is no token for the cluster&apos;s token API.</source>
        <translation>Нет токена для token API кластера.</translation>
    </message>
    <message>
        <source>The connection was closed while it was being opened.</source>
        <translation>Соединение закрыли, пока оно открывалось.</translation>
    </message>
</context>
<context>
    <name>PeerVerb</name>
    <message>
        <source>Hold a connection as an external system (token) or a user, answering by rules, until interrupted.</source>
        <translation>Держать соединение как внешняя система (token) или пользователь и отвечать по правилам, пока не прервут.</translation>
    </message>
    <message>
        <source>Every event is a line; with --format json, one JSON object a line. Needs a cluster that is given by its address.</source>
        <translation>Каждое событие — строка; с --format json — объект JSON на строку. Нужен кластер, заданный адресом.</translation>
    </message>
    <message>
        <source>An external system by its token, or a user by login and password.</source>
        <translation>Внешняя система по токену или пользователь по имени и паролю.</translation>
    </message>
    <message>
        <source>Rules by which to answer (JSON).</source>
        <translation>Правила, по которым отвечать (JSON).</translation>
    </message>
    <message>
        <source>A capability to hold; for a token &quot;msg&quot; when none is given.</source>
        <translation>Расширение, которое держать; для token — «msg», если не указано.</translation>
    </message>
    <message>
        <source>--as token or --as user is needed.</source>
        <translation>Нужно --as token или --as user.</translation>
    </message>
    <message>
        <source>The simulated cluster lives only as long as this command, so nobody could reach the peer. Start signalbox-cluster and give its address with --cluster URL.</source>
        <translation>Имитируемый кластер живёт только во время этой команды, поэтому собеседник никому не доступен. Запустите signalbox-cluster и укажите его адрес: --cluster URL.</translation>
    </message>
    <message>
        <source>A user needs --domain and --login.</source>
        <translation>Пользователю нужны --domain и --login.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Прервано.</translation>
    </message>
    <message>
        <source>The connection was closed: %1</source>
        <translation>Соединение закрыто: %1</translation>
    </message>
</context>
<context>
    <name>ProfileReader</name>
    <message>
        <source>not valid at %1:</source>
        <translation>ошибка в %1:</translation>
    </message>
    <message>
        <source>not used because of what stands at %1:</source>
        <translation>не используется из-за того, что стоит в %1:</translation>
    </message>
    <message>
        <source>a list of profiles is expected here.</source>
        <translation>здесь ожидается список профилей.</translation>
    </message>
    <message>
        <source>at most %1 profiles can be kept.</source>
        <translation>можно хранить не более %1 профилей.</translation>
    </message>
    <message>
        <source>there are two profiles “%1”.</source>
        <translation>есть два профиля «%1».</translation>
    </message>
    <message>
        <source>this looks like a secret. Secrets are never kept in a file: take it out, and change it if others could read the file.</source>
        <translation>это похоже на секрет. Секреты никогда не хранятся в файле: уберите его и смените, если файл могли прочитать другие.</translation>
    </message>
    <message>
        <source>“%1” looks like a secret. Secrets are never kept in a file: take it out, and change it if others could read the file. The system&apos;s keychain keeps secrets, or you are asked for them.</source>
        <translation>«%1» похоже на секрет. Секреты никогда не хранятся в файле: уберите его и смените, если файл могли прочитать другие. Секреты хранит системная связка ключей, или их спрашивают у вас.</translation>
    </message>
    <message>
        <source>an object is expected here.</source>
        <translation>здесь ожидается объект.</translation>
    </message>
    <message>
        <source>“%1” is not known here and does nothing; known are %2.</source>
        <translation>«%1» здесь неизвестно и ни на что не влияет; известны %2.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>не хватает «%1».</translation>
    </message>
    <message>
        <source>a text without line breaks is expected here.</source>
        <translation>здесь ожидается текст без переводов строки.</translation>
    </message>
    <message>
        <source>an address such as https://HOST:PORT is expected here, without login, path or query.</source>
        <translation>здесь ожидается адрес вида https://HOST:PORT, без логина, пути и запроса.</translation>
    </message>
    <message>
        <source>a name of at most %1 characters without spaces around it is expected here.</source>
        <translation>здесь ожидается имя не длиннее %1 символов, без пробелов по краям.</translation>
    </message>
    <message>
        <source>&quot;cookie&quot; or &quot;token&quot; is expected here.</source>
        <translation>здесь ожидается &quot;cookie&quot; или &quot;token&quot;.</translation>
    </message>
    <message>
        <source>an object of at most %1 nodes is expected here: {&quot;SITE/NODE&quot;: ADDRESS, …}.</source>
        <translation>здесь ожидается объект не более чем с %1 узлами: {&quot;SITE/NODE&quot;: ADDRESS, …}.</translation>
    </message>
    <message>
        <source>a node is named SITE/NODE.</source>
        <translation>узел называется SITE/NODE.</translation>
    </message>
    <message>
        <source>“clientCertificate” and “clientKey” belong together.</source>
        <translation>«clientCertificate» и «clientKey» указываются вместе.</translation>
    </message>
    <message>
        <source>&quot;http&quot; or &quot;socks5&quot; is expected here.</source>
        <translation>здесь ожидается &quot;http&quot; или &quot;socks5&quot;.</translation>
    </message>
    <message>
        <source>the name or address of a host is expected here, without more.</source>
        <translation>здесь ожидается имя или адрес хоста, и ничего больше.</translation>
    </message>
    <message>
        <source>a pinned key needs an https address: http has no keys.</source>
        <translation>закреплённому ключу нужен адрес https: у http ключей нет.</translation>
    </message>
    <message>
        <source>&quot;sha256//&quot; and the SHA-256 of the cluster&apos;s public key in Base64 are expected here, or several of these with semicolons between them.</source>
        <translation>здесь ожидается «sha256//» и SHA-256 открытого ключа кластера в Base64, или несколько таких через точку с запятой.</translation>
    </message>
    <message>
        <source>a pinned key needs https addresses of the nodes, too: http has no keys.</source>
        <translation>для закреплённого ключа и адреса узлов должны быть https: у http ключей нет.</translation>
    </message>
</context>
<context>
    <name>ProfileStore</name>
    <message>
        <source>%1 was not saved: its folder cannot be made. Check its permissions.</source>
        <translation>%1 не сохранён: не удаётся создать его папку. Проверьте права доступа.</translation>
    </message>
    <message>
        <source>%1 was not saved: another program is writing it. Try again.</source>
        <translation>%1 не сохранён: его пишет другая программа. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>%1 was not saved: its folder cannot be written to. Check its permissions.</source>
        <translation>%1 не сохранён: в его папку нельзя писать. Проверьте права доступа.</translation>
    </message>
    <message>
        <source>There is no profile “%1”.</source>
        <translation>Профиля «%1» нет.</translation>
    </message>
    <message>
        <source>There is a profile “%1” already.</source>
        <translation>Профиль «%1» уже есть.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>a list of variables and values is needed.</source>
        <translation>нужен список переменных и значений.</translation>
    </message>
    <message>
        <source>mode %1</source>
        <translation>режим %1</translation>
    </message>
    <message>
        <source>%1: the variable &quot;%2&quot; of errorVariable is no string and cannot receive the error&apos;s text.</source>
        <translation>%1: переменная «%2» из errorVariable — не строка и не может получить текст ошибки.</translation>
    </message>
    <message>
        <source>a transition holds the target&apos;s oId, a whole number.</source>
        <translation>переход содержит oId цели — целое число.</translation>
    </message>
    <message>
        <source>the variable &quot;%1&quot; is not declared.</source>
        <translation>переменная «%1» не объявлена.</translation>
    </message>
    <message>
        <source>a variable&apos;s name is a string.</source>
        <translation>имя переменной — строка.</translation>
    </message>
    <message>
        <source>no variable is named.</source>
        <translation>переменная не указана.</translation>
    </message>
    <message>
        <source>%1 is none of the options.</source>
        <translation>%1 — не один из вариантов.</translation>
    </message>
    <message>
        <source>%1, property %2: %3</source>
        <translation>%1, свойство %2: %3</translation>
    </message>
    <message>
        <source>%1 (object %2)</source>
        <translation>%1 (объект %2)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (object %2)</source>
        <translation>«%1» (объект %2)</translation>
    </message>
    <message>
        <source>The scenario has no start component of type Start.</source>
        <translation>В сценарии нет стартового компонента типа «Старт».</translation>
    </message>
    <message>
        <source>The scenario has %1 start components of type Start; it must have one.</source>
        <translation>В сценарии стартовых компонентов типа «Старт»: %1; должен быть один.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; has the unknown type %2; it is taken for a string.</source>
        <translation>Переменная «%1» неизвестного типа %2; она считается строкой.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; has a wider scope than the script; here it lives for this run only.</source>
        <translation>Область переменной «%1» шире сценария; здесь она живёт только во время этого выполнения.</translation>
    </message>
    <message>
        <source>opts.variables gives a value to &quot;%1&quot;, which is not declared.</source>
        <translation>opts.variables задаёт значение для «%1», а она не объявлена.</translation>
    </message>
    <message>
        <source>opts.variables, variable &quot;%1&quot;: %2</source>
        <translation>opts.variables, переменная «%1»: %2</translation>
    </message>
    <message>
        <source>%1 objects have the oId %2.</source>
        <translation>Объектов с oId %2: %1.</translation>
    </message>
    <message>
        <source>The scenario needs components that cannot run here: %1. The cluster may run them; here they must be taken out of the way.</source>
        <translation>Сценарию нужны компоненты, которые нельзя выполнить здесь: %1. Кластер может их выполнить; здесь их нужно убрать с пути.</translation>
    </message>
    <message>
        <source>There is no object %1 to run from.</source>
        <translation>Нет объекта %1, с которого начать запуск.</translation>
    </message>
</context>
<context>
    <name>PropertyRules</name>
    <message>
        <source>&quot;%1&quot; has a value, but with the other settings of this component it does not apply: a run does not use it. Clear it or change those settings.</source>
        <translation>У «%1» есть значение, но при остальных настройках компонента оно не действует: при выполнении оно не используется. Очистите его или измените настройки.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is needed, but it is empty. Fill it in.</source>
        <translation>«%1» нужно, но не заполнено. Заполните его.</translation>
    </message>
    <message>
        <source>1 (yes) or 0 (no)</source>
        <translation>1 (да) или 0 (нет)</translation>
    </message>
    <message>
        <source>the number of an option</source>
        <translation>номер варианта</translation>
    </message>
    <message>
        <source>1 (yes)</source>
        <translation>1 (да)</translation>
    </message>
    <message>
        <source>0 (no)</source>
        <translation>0 (нет)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no option %2; it has %3.</source>
        <translation>У «%1» нет варианта %2; есть %3.</translation>
    </message>
    <message>
        <source>a string</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>больше %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>не меньше %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не больше %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2, but it must be %3.</source>
        <translation>«%1» равно %2, а должно быть %3.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> и </translation>
    </message>
    <message>
        <source>The path in &quot;%1&quot; has no category; on the platform paths begin with one, such as :TEMP/ or :SYNC_COMMON/.</source>
        <translation>У пути в «%1» нет категории; на платформе пути начинаются с неё, например :TEMP/ или :SYNC_COMMON/.</translation>
    </message>
    <message>
        <source>the name of a variable</source>
        <translation>имя переменной</translation>
    </message>
    <message>
        <source>the oId of a component</source>
        <translation>oId компонента</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads to component %2, but there is none with this oId. Lead it elsewhere or clear it.</source>
        <translation>«%1» ведёт к компоненту %2, но компонента с таким oId нет. Проведите его в другое место или очистите.</translation>
    </message>
    <message>
        <source>an array of assignments</source>
        <translation>массив присваиваний</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must hold %2, but it holds %3.</source>
        <translation>В «%1» должно быть %2, а там %3.</translation>
    </message>
    <message>
        <source>An assignment must be an object {&quot;%1&quot;, &quot;%2&quot;}, but this is %3.</source>
        <translation>Присваивание должно быть объектом {&quot;%1&quot;, &quot;%2&quot;}, а здесь %3.</translation>
    </message>
    <message>
        <source>This assignment has no &quot;%1&quot;.</source>
        <translation>В этом присваивании нет «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of an assignment must be the name of a variable, but it is %2.</source>
        <translation>«%1» в присваивании должно быть именем переменной, а здесь %2.</translation>
    </message>
</context>
<context>
    <name>PropertyValue</name>
    <message>
        <source>&quot;%1&quot; is no option of %2. There are: %3.</source>
        <translation>«%1» — не вариант %2. Есть: %3.</translation>
    </message>
    <message>
        <source>%1 is yes (1) or no (0), not &quot;%2&quot;.</source>
        <translation>%1 — да (1) или нет (0), а не «%2».</translation>
    </message>
    <message>
        <source>%1 is a whole number, not &quot;%2&quot;.</source>
        <translation>%1 — целое число, а не «%2».</translation>
    </message>
    <message>
        <source>%1 cannot be given on the command line.</source>
        <translation>%1 нельзя задать в командной строке.</translation>
    </message>
</context>
<context>
    <name>Proxy</name>
    <message>
        <source>The cluster at %1 cannot be reached: %2</source>
        <translation>Кластер по адресу %1 недоступен: %2</translation>
    </message>
    <message>
        <source>The cluster at %1 cannot be reached through the proxy %2:%3: %4</source>
        <translation>Кластер по адресу %1 недоступен через прокси %2:%3: %4</translation>
    </message>
</context>
<context>
    <name>PullVerb</name>
    <message>
        <source>Fetch a scenario from the cluster: its whole entity, in canonical form, on standard output.</source>
        <translation>Получить сценарий с кластера: весь объект в каноническом виде на стандартный вывод.</translation>
    </message>
    <message>
        <source>What comes, written to a file and edited, can be pushed again: the file says which edit it comes from.</source>
        <translation>Полученное можно записать в файл, изменить и снова отправить: файл хранит, от какой правки он происходит.</translation>
    </message>
    <message>
        <source>The code of a scenario is not empty.</source>
        <translation>Код сценария не бывает пустым.</translation>
    </message>
</context>
<context>
    <name>PushVerb</name>
    <message>
        <source>Keep a scenario on the cluster: a new one, or the new state of the one with its code.</source>
        <translation>Сохранить сценарий на кластере: новый или новое состояние сценария с тем же кодом.</translation>
    </message>
    <message>
        <source>A file with the script data alone (.scr) is kept under its base name as the code. x-signalbox is left out. An edit on the cluster that is newer than what the file comes from is not overwritten; afterwards the file is rewritten in canonical form and holds the cluster&apos;s id and times, a .scr under x-signalbox.</source>
        <translation>Файл с одними данными сценария (.scr) сохраняется под именем файла без расширения как кодом. x-signalbox не отправляется. Правка на кластере новее той, от которой происходит файл, не перезаписывается; затем файл переписывается в каноническом виде и хранит id и время кластера, .scr — в x-signalbox.</translation>
    </message>
    <message>
        <source>Overwrite a newer edit.</source>
        <translation>Перезаписать более новую правку.</translation>
    </message>
    <message>
        <source>%1 is not a valid scenario file and was not sent.</source>
        <translation>%1 — неверный файл сценария, он не отправлен.</translation>
    </message>
    <message>
        <source>%1 holds no code, and its name gives none.</source>
        <translation>В %1 нет кода, и имя файла его не даёт.</translation>
    </message>
    <message numerus="yes">
        <source>Warning: %1 has %n error(s), which &quot;signalbox-cli validate&quot; lists; it is kept all the same.</source>
        <translation>
            <numerusform>Предупреждение: в %1 %n ошибка, её покажет «signalbox-cli validate»; сценарий всё равно сохраняется.</numerusform>
            <numerusform>Предупреждение: в %1 %n ошибки, их покажет «signalbox-cli validate»; сценарий всё равно сохраняется.</numerusform>
            <numerusform>Предупреждение: в %1 %n ошибок, их покажет «signalbox-cli validate»; сценарий всё равно сохраняется.</numerusform>
        </translation>
    </message>
    <message>
        <source>an unknown time</source>
        <translation>неизвестного времени</translation>
    </message>
    <message>
        <source>The cluster holds a newer edit of &quot;%1&quot;: it is of %2, and %3 comes from that of %4. Compare with what &quot;signalbox-cli pull&quot; gives, or overwrite it with --force.</source>
        <translation>На кластере более новая правка «%1»: от %2, а %3 происходит от правки от %4. Сравните с тем, что даёт «signalbox-cli pull», или перезапишите с --force.</translation>
    </message>
    <message>
        <source>The cluster holds &quot;%1&quot; already: it is of %2, and %3 does not say of what time the edit is that it comes from. Compare with what &quot;signalbox-cli pull&quot; gives, or overwrite it with --force.</source>
        <translation>На кластере уже есть «%1» от %2, а %3 не хранит, от правки какого времени он происходит. Сравните с тем, что даёт «signalbox-cli pull», или перезапишите с --force.</translation>
    </message>
    <message>
        <source>Created %1 (id %2) at %3.</source>
        <translation>Создан %1 (id %2), %3.</translation>
    </message>
    <message>
        <source>Changed %1 (id %2) at %3.</source>
        <translation>Изменён %1 (id %2), %3.</translation>
    </message>
    <message>
        <source>The scenario is on the cluster, but the file cannot remember it, and the next push will need --force: %1</source>
        <translation>Сценарий на кластере, но файл не может это запомнить, и следующий push потребует --force: %1</translation>
    </message>
    <message>
        <source>The cluster holds another scenario with the code &quot;%1&quot;: it is of %2, and has another id than the one that %3 comes from. Compare with what &quot;signalbox-cli pull&quot; gives, or overwrite it with --force.</source>
        <translation>На кластере под кодом «%1» лежит другой сценарий: он от %2, и id у него не тот, что у сценария, от которого происходит %3. Сравните с тем, что даёт «signalbox-cli pull», или перезапишите с --force.</translation>
    </message>
</context>
<context>
    <name>QuickFix</name>
    <message>
        <source>Declare the variable %1</source>
        <translation>Объявить переменную %1</translation>
    </message>
    <message>
        <source>Declare the variables %1</source>
        <translation>Объявить переменные %1</translation>
    </message>
    <message>
        <source>Remove the variable %1</source>
        <translation>Удалить переменную %1</translation>
    </message>
    <message>
        <source>Make %1 a string</source>
        <translation>Сделать %1 строкой</translation>
    </message>
    <message>
        <source>Make %1 local</source>
        <translation>Сделать %1 локальной</translation>
    </message>
    <message>
        <source>Clear the value</source>
        <translation>Очистить значение</translation>
    </message>
    <message>
        <source>Remove the dead transition</source>
        <translation>Удалить переход в никуда</translation>
    </message>
    <message>
        <source>Set the default: %1</source>
        <translation>Установить значение по умолчанию: %1</translation>
    </message>
    <message>
        <source>Give it an oId of its own</source>
        <translation>Дать ему собственный oId</translation>
    </message>
    <message>
        <source>Add a Start</source>
        <translation>Добавить старт</translation>
    </message>
    <message>
        <source>Remove the component</source>
        <translation>Удалить компонент</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>The cluster&apos;s answer is not what was expected: an object was expected.</source>
        <translation>Ответ кластера не такой, как ожидалось: ожидался объект.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>a text that is not empty</source>
        <translation>непустой текст</translation>
    </message>
    <message>
        <source>an integer</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>список имён</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is not what was expected: “%1” is missing.</source>
        <translation>Ответ кластера не такой, как ожидалось: нет «%1».</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is not what was expected: “%1” should be %2.</source>
        <translation>Ответ кластера не такой, как ожидалось: «%1» должно быть %2.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is not what was expected: a list was expected.</source>
        <translation>Ответ кластера не такой, как ожидалось: ожидался список.</translation>
    </message>
    <message>
        <source>%1 (item %2 of the list)</source>
        <translation>%1 (элемент %2 списка)</translation>
    </message>
</context>
<context>
    <name>RegistrarView</name>
    <message>
        <source>… and %1 more</source>
        <translation>… и ещё %1</translation>
    </message>
    <message>
        <source>Several connections match; pick one of them by its id:%1</source>
        <translation>Подходит несколько соединений; выберите одно по идентификатору:%1</translation>
    </message>
    <message>
        <source>No connection matches: the cluster has none.</source>
        <translation>Не подходит ни одно соединение: на кластере их нет.</translation>
    </message>
    <message>
        <source>No connection matches. There are:%1</source>
        <translation>Не подходит ни одно соединение. Есть:%1</translation>
    </message>
    <message>
        <source>“%1” picks no connection: give a connection id, user=LOGIN or point=INTEGRATION_POINT, the latter two also with ,capability=NAME.</source>
        <translation>«%1» не указывает соединение: задайте идентификатор соединения, user=LOGIN или point=INTEGRATION_POINT, последние два можно с ,capability=NAME.</translation>
    </message>
</context>
<context>
    <name>RegistrarWatch</name>
    <message>
        <source>The registrar&apos;s events are followed already, or no more.</source>
        <translation>За событиями регистратора уже следят или больше не следят.</translation>
    </message>
    <message>
        <source>The connection to the cluster was closed.</source>
        <translation>Соединение с кластером закрыто.</translation>
    </message>
    <message>
        <source>The registrar&apos;s events are no longer followed.</source>
        <translation>За событиями регистратора больше не следят.</translation>
    </message>
</context>
<context>
    <name>RemoteOperations</name>
    <message>
        <source>The session with the cluster has ended.</source>
        <translation>Сессия с кластером завершилась.</translation>
    </message>
    <message>
        <source>The file is on the cluster as %1, but it could not be brought here: %2</source>
        <translation>Файл есть на кластере как %1, но принести его сюда не удалось: %2</translation>
    </message>
    <message>
        <source>there is no link to it.</source>
        <translation>ссылки на него нет.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be removed from the cluster: %1. A later session removes them.</source>
        <translation>
            <numerusform>%n объект не удалось удалить с кластера: %1. Его удалит одна из следующих сессий.</numerusform>
            <numerusform>%n объекта не удалось удалить с кластера: %1. Их удалит одна из следующих сессий.</numerusform>
            <numerusform>%n объектов не удалось удалить с кластера: %1. Их удалит одна из следующих сессий.</numerusform>
        </translation>
    </message>
    <message>
        <source>A scenario that is kept for one run on a cluster may run for at most %1 s.</source>
        <translation>Сценарий, сохранённый на кластере для одного выполнения, может выполняться не дольше %1 с.</translation>
    </message>
    <message>
        <source>The scenario did not end within %1 s and was stopped.</source>
        <translation>Сценарий не завершился за %1 с и был остановлен.</translation>
    </message>
</context>
<context>
    <name>RestClient</name>
    <message>
        <source>“%1” is not the address of a cluster: http://HOST:PORT or https://HOST:PORT is.</source>
        <translation>«%1» — не адрес кластера; адрес имеет вид http://HOST:PORT или https://HOST:PORT.</translation>
    </message>
    <message>
        <source>The session with the cluster has expired or was closed. Log in again.</source>
        <translation>Сессия с кластером истекла или закрыта. Войдите снова.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is not JSON (it begins “%1”). Is %2 the address of a cluster?</source>
        <translation>Ответ кластера — не JSON (он начинается с «%1»). Точно ли %2 — адрес кластера?</translation>
    </message>
    <message>
        <source>The cluster redirects to %1 (HTTP %2), which is not followed. Use that address if you trust it.</source>
        <translation>Кластер перенаправляет на %1 (HTTP %2); перенаправление не выполняется. Укажите этот адрес, если доверяете ему.</translation>
    </message>
    <message>
        <source>The cluster refuses without saying why (HTTP %1).</source>
        <translation>Кластер отказывает без объяснений (HTTP %1).</translation>
    </message>
    <message>
        <source>The cluster refuses: %1 (HTTP %2, error %3).</source>
        <translation>Кластер отказывает: %1 (HTTP %2, ошибка %3).</translation>
    </message>
    <message>
        <source>It asks to be asked again in %1 s.</source>
        <translation>Он просит повторить запрос через %1 с.</translation>
    </message>
</context>
<context>
    <name>RunController</name>
    <message>
        <source>The run was stopped: its time of %1 s was up.</source>
        <translation>Выполнение остановлено: его время %1 с истекло.</translation>
    </message>
    <message>
        <source>This run has no cluster.</source>
        <translation>У этого выполнения нет кластера.</translation>
    </message>
    <message>
        <source>Variables can be set while the run is paused.</source>
        <translation>Переменные можно менять, пока запуск на паузе.</translation>
    </message>
</context>
<context>
    <name>RunInputs</name>
    <message>
        <source>Start parameters have the numbers 1 to %1, not &quot;%2&quot;.</source>
        <translation>Номера параметров запуска — от 1 до %1, а не «%2».</translation>
    </message>
    <message>
        <source>The scenario has no variable &quot;%1&quot;. It has: %2.</source>
        <translation>В сценарии нет переменной «%1». Есть: %2.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; cannot have this value: %2</source>
        <translation>У переменной «%1» не может быть этого значения: %2</translation>
    </message>
    <message>
        <source>&quot;files&quot; names folders at or below the scenario&apos;s own; &quot;%1&quot; is none.</source>
        <translation>«files» указывает папку сценария или папки внутри неё; «%1» — не такая.</translation>
    </message>
    <message>
        <source>&quot;files&quot; must be an object of categories and folders.</source>
        <translation>«files» должно быть объектом с категориями и папками.</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>&lt;0.1 ms</source>
        <translation>&lt;0,1 мс</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>попытка %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>ждёт %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>пауза</translation>
    </message>
    <message>
        <source>running</source>
        <translation>выполняется</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>has a breakpoint</source>
        <translation>есть точка останова</translation>
    </message>
    <message>
        <source>has a breakpoint that is off</source>
        <translation>есть выключенная точка останова</translation>
    </message>
    <message>
        <source>has a breakpoint with a condition</source>
        <translation>есть точка останова с условием</translation>
    </message>
    <message>
        <source>the run is paused here</source>
        <translation>запуск остановлен здесь</translation>
    </message>
    <message>
        <source>the run waits here for %1</source>
        <translation>запуск ждёт здесь %1</translation>
    </message>
    <message>
        <source>the run is here</source>
        <translation>запуск здесь</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>попытка %1</translation>
    </message>
    <message numerus="yes">
        <source>ran %n time(s)</source>
        <translation>
            <numerusform>выполнен %n раз</numerusform>
            <numerusform>выполнен %n раза</numerusform>
            <numerusform>выполнен %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>всего %1</translation>
    </message>
    <message>
        <source>last outcome %1</source>
        <translation>последний исход: %1</translation>
    </message>
    <message numerus="yes">
        <source>taken %n time(s)</source>
        <translation>
            <numerusform>пройден %n раз</numerusform>
            <numerusform>пройден %n раза</numerusform>
            <numerusform>пройден %n раз</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunVerb</name>
    <message>
        <source>Start parameters and variables come from the scenario&apos;s x-signalbox.inputs, then from --var-file, --var and --startparam.</source>
        <translation>Параметры запуска и переменные берутся из x-signalbox.inputs сценария, затем из --var-file, --var и --startparam.</translation>
    </message>
    <message>
        <source>A variable&apos;s initial value.</source>
        <translation>Начальное значение переменной.</translation>
    </message>
    <message>
        <source>Initial values, a JSON object of variable names.</source>
        <translation>Начальные значения: объект JSON с именами переменных.</translation>
    </message>
    <message>
        <source>Start parameter I, 1 to 20.</source>
        <translation>Параметр запуска I, от 1 до 20.</translation>
    </message>
    <message>
        <source>Paths of this category are files in this folder; they are uploaded before use.</source>
        <translation>Пути этой категории — файлы в этой папке; перед использованием они загружаются на кластер.</translation>
    </message>
    <message>
        <source>Stop the run after so many seconds.</source>
        <translation>Остановить выполнение через столько секунд.</translation>
    </message>
    <message>
        <source>A capability description to check contents against.</source>
        <translation>Описание расширения, по которому проверять содержимое.</translation>
    </message>
    <message>
        <source>Write the steps as JSON Lines.</source>
        <translation>Записать шаги как JSON Lines.</translation>
    </message>
    <message>
        <source>Write the outcome as JUnit XML.</source>
        <translation>Записать исход как JUnit XML.</translation>
    </message>
    <message>
        <source>--deadline is a number of seconds over 0 and up to %1, not &quot;%2&quot;.</source>
        <translation>--deadline — число секунд больше 0 и до %1, а не «%2».</translation>
    </message>
    <message>
        <source>%1 has errors and was not run.</source>
        <translation>В %1 есть ошибки, он не выполнялся.</translation>
    </message>
    <message>
        <source>%1 must hold a JSON object of variable names and values.</source>
        <translation>В %1 должен быть объект JSON с именами переменных и значениями.</translation>
    </message>
    <message>
        <source>--var has the form NAME=VALUE, not &quot;%1&quot;.</source>
        <translation>--var имеет вид ИМЯ=ЗНАЧЕНИЕ, а не «%1».</translation>
    </message>
    <message>
        <source>--startparam has the form NUMBER=VALUE, not &quot;%1&quot;.</source>
        <translation>--startparam имеет вид НОМЕР=ЗНАЧЕНИЕ, а не «%1».</translation>
    </message>
    <message>
        <source>The run ended with &quot;%1&quot;.</source>
        <translation>Выполнение завершилось с «%1».</translation>
    </message>
    <message>
        <source>The run ended with &quot;%1&quot;: %2</source>
        <translation>Выполнение завершилось с «%1»: %2</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Результат: %1</translation>
    </message>
    <message>
        <source>Run a scenario here, step by step, its operations on the cluster; or the whole scenario on the cluster.</source>
        <translation>Выполнить сценарий здесь, по шагам, его операции — на кластере; или весь сценарий на кластере.</translation>
    </message>
    <message>
        <source>Keep the scenario on the cluster for this one run, and have the cluster run it.</source>
        <translation>Сохранить сценарий на кластере для этого одного выполнения, и выполнит его кластер.</translation>
    </message>
</context>
<context>
    <name>ScenarioReader</name>
    <message>
        <source>A scenario is a JSON object, but this file holds %1.</source>
        <translation>Сценарий — это объект JSON, а в этом файле %1.</translation>
    </message>
    <message>
        <source>&quot;objects&quot; must be an array of components, but it is %1.</source>
        <translation>«objects» должно быть массивом компонентов, а это %1.</translation>
    </message>
    <message>
        <source>This is no scenario: it has neither an array &quot;objects&quot; nor an object &quot;scriptdata&quot;.</source>
        <translation>Это не сценарий: в нём нет ни массива «objects», ни объекта «scriptdata».</translation>
    </message>
    <message>
        <source>This is no scenario: its &quot;scriptdata&quot; has no array &quot;objects&quot;.</source>
        <translation>Это не сценарий: в его «scriptdata» нет массива «objects».</translation>
    </message>
    <message>
        <source>&quot;scriptdata&quot; must be an object, but it is a string. If it holds the scenario as text, put that JSON there itself.</source>
        <translation>«scriptdata» должно быть объектом, а это строка. Если в ней сценарий в виде текста, поместите туда сам этот JSON.</translation>
    </message>
    <message>
        <source>&quot;scriptdata&quot; must be an object with &quot;objects&quot; and &quot;variables&quot;, but it is %1.</source>
        <translation>«scriptdata» должно быть объектом с «objects» и «variables», а это %1.</translation>
    </message>
</context>
<context>
    <name>ScenarioSearch</name>
    <message>
        <source>There is no text to search for. Type one.</source>
        <translation>Нет текста для поиска. Введите его.</translation>
    </message>
    <message>
        <source>The text to search for is longer than %1 characters. Shorten it.</source>
        <translation>Текст для поиска длиннее %1 знаков. Сократите его.</translation>
    </message>
    <message>
        <source>The regular expression is wrong at character %1: %2.</source>
        <translation>Ошибка в регулярном выражении, знак %1: %2.</translation>
    </message>
</context>
<context>
    <name>ScriptStore</name>
    <message>
        <source>The cluster has a scenario with the code “%1” already.</source>
        <translation>На кластере уже есть сценарий с кодом «%1».</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer is not what was expected: a list was expected.</source>
        <translation>Ответ кластера не такой, как ожидалось: ожидался список.</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer names no id of the scenario.</source>
        <translation>В ответе кластера нет идентификатора сценария.</translation>
    </message>
    <message>
        <source>The cluster has no scenario with this id any more.</source>
        <translation>На кластере больше нет сценария с этим id.</translation>
    </message>
    <message>
        <source>The cluster has no IVR scenario with the code “%1”.</source>
        <translation>На кластере нет сценария IVR с кодом «%1».</translation>
    </message>
    <message>
        <source>The cluster has no service scenario with the code “%1”.</source>
        <translation>На кластере нет сервисного сценария с кодом «%1».</translation>
    </message>
</context>
<context>
    <name>ScriptVerb</name>
    <message>
        <source>A service scenario (the default) or an IVR scenario.</source>
        <translation>Сервисный сценарий (по умолчанию) или сценарий IVR.</translation>
    </message>
    <message>
        <source>--type is svc or ivr, not &quot;%1&quot;.</source>
        <translation>--type — svc или ivr, а не «%1».</translation>
    </message>
    <message>
        <source>The simulated cluster lives only as long as this command, and so would a scenario there. Start signalbox-cluster and give its address with --cluster URL.</source>
        <translation>Имитируемый кластер живёт, только пока работает эта команда, как жил бы и сценарий на нём. Запустите signalbox-cluster и укажите его адрес: --cluster URL.</translation>
    </message>
</context>
<context>
    <name>SecretSource</name>
    <message>
        <source>The environment variable %1 is not set.</source>
        <translation>Переменная окружения %1 не задана.</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>Пароль %1: </translation>
    </message>
    <message>
        <source>Token of the token API: </source>
        <translation>Токен для token API: </translation>
    </message>
    <message>
        <source>There is no password. Name an environment variable that holds it with --password-env.</source>
        <translation>Нет пароля. Укажите переменную окружения с паролем: --password-env.</translation>
    </message>
    <message>
        <source>There is no token. Name an environment variable that holds it with --token-env.</source>
        <translation>Нет токена. Укажите переменную окружения с токеном: --token-env.</translation>
    </message>
    <message>
        <source>Password of %1 for the proxy %2: </source>
        <translation>Пароль пользователя %1 для прокси %2: </translation>
    </message>
    <message>
        <source>There is no password for the proxy. Keep it in the keychain (signalbox-profiles(5) tells how), or run this in a terminal.</source>
        <translation>Нет пароля для прокси. Сохраните его в связке ключей (как — сказано в signalbox-profiles(5)) или запустите это в терминале.</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Only an administrator may see or close the sessions and connections of others.</source>
        <translation>Видеть и закрывать чужие сеансы и соединения может только администратор.</translation>
    </message>
    <message>
        <source>The cluster has no session with this id, or has no longer.</source>
        <translation>На кластере нет или больше нет сеанса с этим id.</translation>
    </message>
</context>
<context>
    <name>SessionsVerb</name>
    <message>
        <source>List the web sessions of the cluster, or close one. For administrators.</source>
        <translation>Показать веб-сеансы кластера или закрыть один из них. Для администраторов.</translation>
    </message>
    <message>
        <source>Closing a session ends all its connections; they are named. This command&apos;s own session is marked with *.</source>
        <translation>Закрытие сеанса завершает все его соединения; они называются. Собственный сеанс этой команды отмечен *.</translation>
    </message>
    <message>
        <source>Close the session with this id.</source>
        <translation>Закрыть сеанс с этим id.</translation>
    </message>
    <message>
        <source>--close needs the id of a session.</source>
        <translation>--close требует id сеанса.</translation>
    </message>
    <message>
        <source>The cluster has no session &quot;%1&quot;; without --close, its sessions are listed.</source>
        <translation>На кластере нет сеанса «%1»; без --close показываются его сеансы.</translation>
    </message>
    <message>
        <source>This is this command&apos;s own session: it ends with the command.</source>
        <translation>Это собственный сеанс этой команды: он завершится вместе с ней.</translation>
    </message>
    <message>
        <source>SESSION</source>
        <translation>СЕАНС</translation>
    </message>
    <message>
        <source>USER</source>
        <translation>ПОЛЬЗОВАТЕЛЬ</translation>
    </message>
    <message>
        <source>DOMAIN</source>
        <translation>ДОМЕН</translation>
    </message>
    <message>
        <source>TYPE</source>
        <translation>ВИД</translation>
    </message>
    <message>
        <source>SITE</source>
        <translation>САЙТ</translation>
    </message>
    <message>
        <source>TIME LEFT</source>
        <translation>ОСТАЛОСЬ</translation>
    </message>
    <message>
        <source>CONNECTIONS</source>
        <translation>СОЕДИНЕНИЙ</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message numerus="yes">
        <source>Closed the session %1 of %2; %n connection(s) ended with it.</source>
        <translation>
            <numerusform>Сеанс %1 пользователя %2 закрыт; с ним завершено %n соединение.</numerusform>
            <numerusform>Сеанс %1 пользователя %2 закрыт; с ним завершены %n соединения.</numerusform>
            <numerusform>Сеанс %1 пользователя %2 закрыт; с ним завершено %n соединений.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimulatedCluster</name>
    <message>
        <source>No temporary directory can be made for the files of the simulated cluster.</source>
        <translation>Не удалось создать временный каталог для файлов имитируемого кластера.</translation>
    </message>
    <message>
        <source>The description of the plug-in &quot;%1&quot; cannot be used: %2</source>
        <translation>Описание плагина «%1» использовать нельзя: %2</translation>
    </message>
    <message>
        <source>A scenario of the configuration cannot be stored: %1</source>
        <translation>Сценарий из конфигурации сохранить нельзя: %1</translation>
    </message>
    <message>
        <source>The cluster cannot listen on %1, port %2: %3</source>
        <translation>Кластер не может принимать соединения на %1, порт %2: %3</translation>
    </message>
    <message>
        <source>The cluster has been started already.</source>
        <translation>Кластер уже запущен.</translation>
    </message>
    <message>
        <source>There is no node &quot;%2&quot; on a site &quot;%1&quot;.</source>
        <translation>На сайте «%1» нет узла «%2».</translation>
    </message>
    <message>
        <source>The node &quot;%1&quot; of &quot;%2&quot; is not running.</source>
        <translation>Узел «%1» площадки «%2» не работает.</translation>
    </message>
    <message>
        <source>The node &quot;%1&quot; of &quot;%2&quot; is running already.</source>
        <translation>Узел «%1» площадки «%2» уже работает.</translation>
    </message>
    <message>
        <source>The clock moves on by 1 to %1 milliseconds, not by %2.</source>
        <translation>Часы переводятся вперёд на 1–%1 миллисекунд, а не на %2.</translation>
    </message>
    <message>
        <source>The cluster is not running.</source>
        <translation>Кластер не работает.</translation>
    </message>
    <message>
        <source>“%1” holds no certificate in PEM form: %2.</source>
        <translation>В «%1» нет сертификата в виде PEM: %2.</translation>
    </message>
    <message>
        <source>“%1” holds no private key in PEM form without a password: %2.</source>
        <translation>В «%1» нет закрытого ключа в виде PEM без пароля: %2.</translation>
    </message>
    <message>
        <source>The key “%1” does not belong to the certificate “%2”.</source>
        <translation>Ключ «%1» не подходит к сертификату «%2».</translation>
    </message>
</context>
<context>
    <name>StepRecord</name>
    <message>
        <source>The run was cut off.</source>
        <translation>Запуск оборвался.</translation>
    </message>
</context>
<context>
    <name>StructureRules</name>
    <message>
        <source>A variable &quot;%1&quot; is declared above; scenarios find variables by name, so this one is never used.</source>
        <translation>Переменная «%1» объявлена выше; сценарии находят переменные по имени, поэтому эта никогда не используется.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2, but it is %3.</source>
        <translation>«%1» должно быть %2, а это %3.</translation>
    </message>
    <message>
        <source>A variable must be an object, but this is %1.</source>
        <translation>Переменная должна быть объектом, а это %1.</translation>
    </message>
    <message>
        <source>This variable has no &quot;name&quot;.</source>
        <translation>У этой переменной нет «name».</translation>
    </message>
    <message>
        <source>The variable&apos;s name is empty; give it one.</source>
        <translation>Имя переменной пусто; задайте его.</translation>
    </message>
    <message>
        <source>This variable has no &quot;%1&quot;.</source>
        <translation>У этой переменной нет «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of a variable must be a whole number, but it is %2.</source>
        <translation>«%1» переменной должно быть целым числом, а это %2.</translation>
    </message>
    <message>
        <source>another number</source>
        <translation>другое число</translation>
    </message>
    <message>
        <source>Variable &quot;%1&quot; has the unknown type %2; known are %3 (number), %4 (string) and %5 (date-time).</source>
        <translation>Переменная «%1» неизвестного типа %2; известны %3 (число), %4 (строка) и %5 (дата-время).</translation>
    </message>
    <message>
        <source>Variable &quot;%1&quot; has the unknown location %2; known are %3 to %4.</source>
        <translation>Переменная «%1» с неизвестной областью %2; известны от %3 до %4.</translation>
    </message>
    <message>
        <source>A component must be an object, but this is %1.</source>
        <translation>Компонент должен быть объектом, а это %1.</translation>
    </message>
    <message>
        <source>Component type %1 is not described here: it is kept as it is, and a run on a cluster may use it, but it cannot run here.</source>
        <translation>Тип компонента %1 здесь не описан: он сохраняется как есть, и на кластере его можно выполнить, но здесь — нельзя.</translation>
    </message>
    <message>
        <source>There is another Start of type Start above; a scenario has exactly one. Remove this one or make it a post-processing start.</source>
        <translation>Выше есть другой старт типа «Старт», а в сценарии он ровно один. Удалите этот или сделайте его стартом постобработки.</translation>
    </message>
    <message>
        <source>This component has no &quot;%1&quot;.</source>
        <translation>У этого компонента нет «%1».</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number, but it is %2.</source>
        <translation>«%1» должно быть целым числом, а это %2.</translation>
    </message>
    <message>
        <source>oId %1 is already that of component %2 of this file; transitions lead to that one. Give this one another oId.</source>
        <translation>oId %1 уже принадлежит компоненту %2 этого файла; переходы ведут к нему. Дайте этому другой oId.</translation>
    </message>
    <message>
        <source>There is no Start of type Start, so nothing would run. Add one.</source>
        <translation>Нет старта типа «Старт», поэтому выполнять нечего. Добавьте его.</translation>
    </message>
    <message>
        <source>Variable &quot;%1&quot; is declared, but nothing uses it.</source>
        <translation>Переменная «%1» объявлена, но нигде не используется.</translation>
    </message>
</context>
<context>
    <name>Tidy</name>
    <message>
        <source>The layout that “dot” made cannot be read. Nothing was moved.</source>
        <translation>Раскладку, которую составил «dot», нельзя прочитать. Ничего не перемещено.</translation>
    </message>
</context>
<context>
    <name>Tls</name>
    <message>
        <source>“%1” holds no certificate in PEM form.</source>
        <translation>В «%1» нет сертификата в виде PEM.</translation>
    </message>
    <message>
        <source>“%1” holds no private key in PEM form without a password.</source>
        <translation>В «%1» нет закрытого ключа в виде PEM без пароля.</translation>
    </message>
    <message>
        <source>A client certificate and its key must be given together.</source>
        <translation>Сертификат клиента и его ключ указывают вместе.</translation>
    </message>
    <message>
        <source>its certificate is for other names (%1). Correct the address, or have the cluster&apos;s certificate made for this one.</source>
        <translation>его сертификат на другие имена (%1). Исправьте адрес или выпустите сертификат кластера на это имя.</translation>
    </message>
    <message>
        <source>its certificate expired on %1. The cluster needs a new one; check also this computer&apos;s date.</source>
        <translation>его сертификат истёк %1. Кластеру нужен новый; проверьте и дату на этом компьютере.</translation>
    </message>
    <message>
        <source>its certificate is valid from %1 only. Check this computer&apos;s date.</source>
        <translation>его сертификат действует только с %1. Проверьте дату на этом компьютере.</translation>
    </message>
    <message>
        <source>this computer does not trust “%1”, which issued its certificate. Where that is right, a profile can name the authority&apos;s file (CA).</source>
        <translation>этот компьютер не доверяет «%1», который выдал его сертификат. Если так и должно быть, профиль может назвать файл центра (CA).</translation>
    </message>
    <message>
        <source>its certificate cannot be taken: %1.</source>
        <translation>его сертификат не годится: %1.</translation>
    </message>
    <message>
        <source>The cluster at %1 is not trusted: %2</source>
        <translation>Кластеру по адресу %1 нет доверия: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>The cluster at %1 is not trusted: it shows another key (%2) than the profile pins. Nothing was sent. If its key was changed on purpose, put the new one into the profile; else somebody may be in between.</source>
        <translation>Кластеру по адресу %1 нет доверия: он показывает другой ключ (%2), чем закреплён в профиле. Ничего не отправлено. Если ключ сменили намеренно, внесите новый в профиль; иначе кто-то может быть посередине.</translation>
    </message>
    <message>
        <source>The profile pins the cluster&apos;s key, but %1 is http, where no key is shown. Nothing was sent. Give this address as https, or pin no key.</source>
        <translation>Профиль закрепляет ключ кластера, но %1 — это http, а там ключа не показывают. Ничего не отправлено. Укажите этот адрес как https или не закрепляйте ключ.</translation>
    </message>
</context>
<context>
    <name>UploadStream</name>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Нет файла «%1».</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>«%1» прочитать нельзя: %2</translation>
    </message>
    <message>
        <source>“%1” changed or became unreadable while it was being sent.</source>
        <translation>«%1» изменился или стал нечитаемым во время отправки.</translation>
    </message>
</context>
<context>
    <name>ValidateVerb</name>
    <message>
        <source>Check scenario files and print every finding.</source>
        <translation>Проверить файлы сценариев и вывести все замечания.</translation>
    </message>
    <message>
        <source>Warnings fail the check, too.</source>
        <translation>Предупреждения тоже считать неудачей.</translation>
    </message>
    <message>
        <source>A capability description to check contents against.</source>
        <translation>Описание расширения, по которому проверять содержимое.</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Замечаний нет.</translation>
    </message>
    <message>
        <source>Capability descriptions (AsyncAPI 2.6 or 3.0) beside a scenario, *.asyncapi.json and *.asyncapi.yaml, are used as well.</source>
        <translation>Описания расширений (AsyncAPI 2.6 или 3.0) рядом со сценарием, *.asyncapi.json и *.asyncapi.yaml, тоже используются.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Value</name>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>«%1» — не число.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date and time such as 2000-01-01T00:00:00Z.</source>
        <translation>«%1» — не дата и время вида 2000-01-01T00:00:00Z.</translation>
    </message>
</context>
<context>
    <name>VariableEdits</name>
    <message>
        <source>A variable needs a name.</source>
        <translation>Переменной нужно имя.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of a variable: it may not hold brackets or line breaks, nor begin or end with a space.</source>
        <translation>«%1» не может быть именем переменной: в нём не должно быть квадратных скобок и переводов строки, и оно не должно начинаться или заканчиваться пробелом.</translation>
    </message>
    <message>
        <source>There is a variable &quot;%1&quot; already; choose another name.</source>
        <translation>Переменная «%1» уже есть; выберите другое имя.</translation>
    </message>
    <message>
        <source>There is no variable &quot;%1&quot;.</source>
        <translation>Нет переменной «%1».</translation>
    </message>
    <message>
        <source>The document&apos;s &quot;variables&quot; must be an array, but it is %1. Correct the file first.</source>
        <translation>«variables» документа должно быть массивом, а это %1. Сначала исправьте файл.</translation>
    </message>
    <message>
        <source>Add variable %1</source>
        <translation>Добавить переменную %1</translation>
    </message>
    <message>
        <source>Rename variable %1 to %2</source>
        <translation>Переименовать переменную %1 в %2</translation>
    </message>
    <message>
        <source>Remove variable %1</source>
        <translation>Удалить переменную %1</translation>
    </message>
</context>
<context>
    <name>WholeScenario</name>
    <message>
        <source>The variable &quot;%1&quot; cannot have an initial value on a cluster: it is not the scenario&apos;s own, and what goes into opts.variables reaches only those.</source>
        <translation>Переменной «%1» нельзя дать начальное значение на кластере: она не собственная переменная сценария, а opts.variables доходит только до таких.</translation>
    </message>
    <message>
        <source>The variable &quot;%1&quot; cannot have this value: %2</source>
        <translation>У переменной «%1» не может быть этого значения: %2</translation>
    </message>
    <message>
        <source>%1 The cluster is given the path as it is.</source>
        <translation>%1 Кластер получает путь как есть.</translation>
    </message>
    <message>
        <source>A path of the category %1 comes of an expression or a template (%2), so that nobody can tell beforehand which file is meant: it is not brought to the cluster.</source>
        <translation>Путь категории %1 получается из выражения или шаблона (%2), и заранее нельзя сказать, какой файл имеется в виду: на кластер он не передаётся.</translation>
    </message>
</context>
<context>
    <name>WsLink</name>
    <message>
        <source>There is a connection to the cluster already.</source>
        <translation>Соединение с кластером уже есть.</translation>
    </message>
    <message>
        <source>The cluster at %1 has not accepted the connection within %2 s.</source>
        <translation>Кластер %1 не принял соединение за %2 с.</translation>
    </message>
    <message>
        <source>The cluster has not answered “%1” within %2 s.</source>
        <translation>Кластер не ответил на «%1» за %2 с.</translation>
    </message>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation>Нет соединения с кластером.</translation>
    </message>
</context>
<context>
    <name>YamlReader</name>
    <message>
        <source>There is a second document in the file; only one is read.</source>
        <translation>В файле есть второй документ; читается только один.</translation>
    </message>
    <message>
        <source>The alias stands inside of what it names.</source>
        <translation>Псевдоним стоит внутри того, что он называет.</translation>
    </message>
    <message>
        <source>A key must be text, not a list or a map.</source>
        <translation>Ключ должен быть текстом, а не списком или отображением.</translation>
    </message>
    <message>
        <source>There are more than %1 values, aliases counted in full.</source>
        <translation>Значений больше %1, считая псевдонимы целиком.</translation>
    </message>
    <message>
        <source>A key must be text.</source>
        <translation>Ключ должен быть текстом.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is there twice.</source>
        <translation>Ключ «%1» встречается дважды.</translation>
    </message>
    <message>
        <source>JSON has no number %1.</source>
        <translation>В JSON нет числа %1.</translation>
    </message>
    <message>
        <source>The tag %1 is not known or does not fit here.</source>
        <translation>Тег %1 неизвестен или здесь не подходит.</translation>
    </message>
    <message>
        <source>The text is nested more than %1 levels deep.</source>
        <translation>Вложенность текста больше %1 уровней.</translation>
    </message>
    <message>
        <source>There is a control character, which YAML does not allow.</source>
        <translation>Есть управляющий символ, который YAML не допускает.</translation>
    </message>
    <message>
        <source>The text is not UTF-8.</source>
        <translation>Текст — не UTF-8.</translation>
    </message>
    <message>
        <source>The text is larger than %1 bytes.</source>
        <translation>Текст больше %1 байт.</translation>
    </message>
    <message>
        <source>There is nothing in the file.</source>
        <translation>В файле ничего нет.</translation>
    </message>
    <message>
        <source>The YAML is not valid: %1.</source>
        <translation>Неверный YAML: %1.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Designs scenarios of web socket operations.</source>
        <translation>Проектирует сценарии с операциями веб-сокетов.</translation>
    </message>
    <message>
        <source>Scenarios to open.</source>
        <translation>Сценарии, которые открыть.</translation>
    </message>
</context>
<context>
    <name>signalbox::cluster::ClusterSession</name>
    <message>
        <source>A script takes at most %1 start parameters; %2 were given.</source>
        <translation>Сценарий принимает не больше %1 параметров запуска; задано %2.</translation>
    </message>
    <message>
        <source>The script “%1” failed. %2</source>
        <translation>Сценарий «%1» завершился неудачей. %2</translation>
    </message>
    <message>
        <source>The cluster&apos;s answer to the script “%1” holds no variables.</source>
        <translation>В ответе кластера на сценарий «%1» нет переменных.</translation>
    </message>
</context>
<context>
    <name>signalbox::cluster::Peer</name>
    <message>
        <source>ignored a message: too many came before the set-up was over</source>
        <translation>сообщение пропущено: до окончания настройки их пришло слишком много</translation>
    </message>
    <message>
        <source>The rule “%1” closed the connection.</source>
        <translation>Правило «%1» закрыло соединение.</translation>
    </message>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation>Нет соединения с кластером.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Закрыто.</translation>
    </message>
    <message>
        <source>Closed with code %1.</source>
        <translation>Закрыто с кодом %1.</translation>
    </message>
</context>
<context>
    <name>signalbox::cluster::WsLink</name>
    <message>
        <source>connecting to %1</source>
        <translation>соединение с %1</translation>
    </message>
    <message>
        <source>ignored a binary message of %1 bytes</source>
        <translation>пропущено двоичное сообщение, байт: %1</translation>
    </message>
    <message>
        <source>The connection to the cluster was closed (%1</source>
        <translation>Соединение с кластером закрыто (%1</translation>
    </message>
    <message>
        <source>The cluster no longer answers: %1 pings went unanswered.</source>
        <translation>Кластер больше не отвечает: пингов без ответа — %1.</translation>
    </message>
    <message>
        <source>dropped an answer that nobody waits for: %1</source>
        <translation>отброшен ответ, которого никто не ждёт: %1</translation>
    </message>
    <message>
        <source>The message has %1 bytes; at most %2 can be sent.</source>
        <translation>В сообщении байт: %1; отправить можно не больше %2.</translation>
    </message>
    <message>
        <source>The cluster does not take the messages that wait to be sent.</source>
        <translation>Кластер не принимает сообщения, ожидающие отправки.</translation>
    </message>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation>Нет соединения с кластером.</translation>
    </message>
    <message>
        <source>The cluster at %1 allows no more connections (HTTP %2). Close one of this user&apos;s sessions.</source>
        <translation>Кластер %1 не допускает новых соединений (HTTP %2). Закройте одну из сессий этого пользователя.</translation>
    </message>
    <message>
        <source>The cluster at %1 refuses the connection (HTTP %2). Is the token or the session valid?</source>
        <translation>Кластер %1 отказывает в соединении (HTTP %2). Действителен ли токен или сессия?</translation>
    </message>
    <message>
        <source>The cluster at %1 refuses the connection (HTTP %2).</source>
        <translation>Кластер %1 отказывает в соединении (HTTP %2).</translation>
    </message>
    <message>
        <source>Too many requests wait for the cluster&apos;s answer already.</source>
        <translation>Ответа кластера уже ждёт слишком много запросов.</translation>
    </message>
</context>
<context>
    <name>signalbox::clusterprogram::Options</name>
    <message>
        <source>%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 принимает целое число от %2 до %3, а не «%4».</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 нужно значение.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known. See --help.</source>
        <translation>«%1» неизвестно. Смотрите --help.</translation>
    </message>
    <message>
        <source>--tls needs two values: the file of the certificate and the file of its key.</source>
        <translation>Для --tls нужны два значения: файл сертификата и файл его ключа.</translation>
    </message>
    <message>
        <source>Usage: signalbox-cluster [--config FILE] [--listen ADDRESS] [--port PORT] [--nodes N] [--sites M]
                         [--tls CERT KEY] [--tls-client-ca FILE] [--control-port PORT]

Runs a simulated cluster until it is told to end (SIGTERM, SIGINT, Ctrl+C). When it is ready it prints one line of
JSON: the nodes with their addresses, the domain, the users and the integration points, demo secrets included, and
the control endpoint with its token: by it nodes are stopped, killed and started, faults set and the clock moved on
(see the manual page).

  --config FILE        what the cluster consists of; without it the built-in demo
  --listen ADDRESS     address to listen on (default: 127.0.0.1, this computer only)
  --port PORT          port of the first node, the others follow; 0 takes free ones (default)
  --nodes N            how many nodes, 1 to 64
  --sites M            over how many sites the nodes are spread, at most as many as nodes
  --tls CERT KEY       speak TLS (https, wss) on all nodes, with this certificate and its key (PEM files)
  --tls-client-ca FILE clients must show a certificate that this authority has signed (PEM file)
  --control-port PORT  port of the control endpoint, always on this computer only; 0 takes a free one (default)
  --help               this text
  --version            the version

Exit status: 0 ended as told, 2 wrong usage, 3 the configuration is not valid, 4 cannot listen, 5 our fault.
</source>
        <translation>Использование: signalbox-cluster [--config FILE] [--listen ADDRESS] [--port PORT] [--nodes N] [--sites M]
                         [--tls CERT KEY] [--tls-client-ca FILE] [--control-port PORT]

Запускает имитацию кластера и держит её, пока не велят закончить (SIGTERM, SIGINT, Ctrl+C). Когда она готова, печатает
одну строку JSON: узлы с адресами, домен, пользователей и точки интеграции вместе с демонстрационными секретами, а также
точку управления с её токеном: через неё узлы останавливают, обрывают и запускают, задают неисправности и переводят часы
вперёд (см. страницу руководства).

  --config FILE        из чего состоит кластер; без него — встроенный пример
  --listen ADDRESS     адрес, на котором слушать (по умолчанию 127.0.0.1: только этот компьютер)
  --port PORT          порт первого узла, остальные следом; 0 — взять свободные (по умолчанию)
  --nodes N            сколько узлов, от 1 до 64
  --sites M            по скольким площадкам разложены узлы, не больше числа узлов
  --tls CERT KEY       говорить по TLS (https, wss) на всех узлах, с этим сертификатом и его ключом (файлы PEM)
  --tls-client-ca FILE клиенты обязаны предъявить сертификат, подписанный этим центром (файл PEM)
  --control-port PORT  порт точки управления, всегда только на этом компьютере; 0 — взять свободный (по умолчанию)
  --help               этот текст
  --version            версия

Код завершения: 0 закончено, как велено, 2 неверный вызов, 3 неверная конфигурация, 4 нельзя слушать, 5 наша ошибка.
</translation>
    </message>
</context>
<context>
    <name>signalbox::clusterprogram::Program</name>
    <message>
        <source>%1 nodes cannot be spread over %2 sites.</source>
        <translation>Узлы (%1) нельзя распределить по сайтам (%2).</translation>
    </message>
    <message>
        <source>--tls-client-ca needs --tls, or &quot;tls&quot; in the configuration.</source>
        <translation>Для --tls-client-ca нужен --tls или «tls» в конфигурации.</translation>
    </message>
</context>
<context>
    <name>signalbox::core::FirstFault</name>
    <message>
        <source>the whole document</source>
        <translation>весь документ</translation>
    </message>
    <message>
        <source>%1 (line %2, column %3)</source>
        <translation>%1 (строка %2, позиция %3)</translation>
    </message>
    <message>
        <source>an object is expected here.</source>
        <translation>здесь ожидается объект.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; known are %2.</source>
        <translation>«%1» здесь неизвестно; известны %2.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2 is expected here.</source>
        <translation>здесь ожидается целое число от %1 до %2.</translation>
    </message>
    <message>
        <source>true or false is expected here.</source>
        <translation>здесь ожидается true или false.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ArgumentEditor</name>
    <message>
        <source>No description of &quot;%1&quot; is known: its messages are not checked.</source>
        <translation>Описание «%1» неизвестно: его сообщения не проверяются.</translation>
    </message>
    <message>
        <source>Capability descriptions…</source>
        <translation>Описания расширений…</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ArgumentInput</name>
    <message>
        <source>Kind of %1</source>
        <translation>Вид: %1</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>разные значения</translation>
    </message>
    <message>
        <source>name of a variable</source>
        <translation>имя переменной</translation>
    </message>
    <message>
        <source>such as [attempt] + 1</source>
        <translation>например [attempt] + 1</translation>
    </message>
    <message>
        <source>text with [variables]</source>
        <translation>текст с [переменными]</translation>
    </message>
    <message>
        <source>%1 (column %2)</source>
        <translation>%1 (позиция %2)</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::AssignmentEntry</name>
    <message>
        <source>variable</source>
        <translation>переменная</translation>
    </message>
    <message>
        <source>Variable of assignment %1</source>
        <translation>Переменная присваивания %1</translation>
    </message>
    <message>
        <source>Value of assignment %1</source>
        <translation>Значение присваивания %1</translation>
    </message>
    <message>
        <source>Move assignment %1 up</source>
        <translation>Переместить присваивание %1 вверх</translation>
    </message>
    <message>
        <source>Move assignment %1 down</source>
        <translation>Переместить присваивание %1 вниз</translation>
    </message>
    <message>
        <source>Remove assignment %1</source>
        <translation>Удалить присваивание %1</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::AssignmentsEditor</name>
    <message>
        <source>Add assignment</source>
        <translation>Добавить присваивание</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>разные значения</translation>
    </message>
    <message>
        <source>No variable is set yet.</source>
        <translation>Пока ни одной переменной ничего не присваивается.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::BodyValue</name>
    <message>
        <source>The character U+E145 cannot be shown in a tree.</source>
        <translation>Символ U+E145 нельзя показать в дереве.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::BreakpointDialog</name>
    <message>
        <source>Breakpoints of “%1”</source>
        <translation>Точки останова: «%1»</translation>
    </message>
    <message>
        <source>The run is held before the component, or when it leaves by a way that is checked. A condition is an expression on the variables, such as [attempt] &gt; 2.</source>
        <translation>Запуск останавливается перед компонентом или на отмеченном выходе из него. Условие — выражение над переменными, например [attempt] &gt; 2.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Условие</translation>
    </message>
    <message>
        <source>When it held</source>
        <translation>Когда верно</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Раз</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Вкл.</translation>
    </message>
    <message>
        <source>before the component</source>
        <translation>перед компонентом</translation>
    </message>
    <message>
        <source>leaving by “%1”</source>
        <translation>на выходе «%1»</translation>
    </message>
    <message>
        <source>%1: holds</source>
        <translation>%1: останавливает</translation>
    </message>
    <message>
        <source>Unchecked, it stays but does not hold</source>
        <translation>Без отметки остаётся, но не останавливает</translation>
    </message>
    <message>
        <source>%1: condition</source>
        <translation>%1: условие</translation>
    </message>
    <message>
        <source>always</source>
        <translation>всегда</translation>
    </message>
    <message>
        <source>%1: which time</source>
        <translation>%1: в какой раз</translation>
    </message>
    <message>
        <source>each time</source>
        <translation>каждый раз</translation>
    </message>
    <message>
        <source>this time</source>
        <translation>в этот раз</translation>
    </message>
    <message>
        <source>from this time on</source>
        <translation>начиная с этого раза</translation>
    </message>
    <message>
        <source>every so many times</source>
        <translation>раз в столько раз</translation>
    </message>
    <message>
        <source>%1: times</source>
        <translation>%1: раз</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Столбец %1: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>Холст</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is used by %n component(s)</source>
        <translation>
            <numerusform>«%1» использует %n компонент</numerusform>
            <numerusform>«%1» используют %n компонента</numerusform>
            <numerusform>«%1» используют %n компонентов</numerusform>
        </translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Компонент %1</translation>
    </message>
    <message>
        <source>Unset a transition</source>
        <translation>Снятие перехода</translation>
    </message>
    <message>
        <source>Plug a transition elsewhere</source>
        <translation>Переключение перехода</translation>
    </message>
    <message>
        <source>Set a transition</source>
        <translation>Задание перехода</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перемещение</translation>
    </message>
    <message>
        <source>“%1” to “%2”? Arrows choose another, Enter sets it, Delete unsets it, Escape leaves it</source>
        <translation>«%1» к «%2»? Стрелки выбирают другой, Enter задаёт, Delete снимает, Escape оставляет как есть</translation>
    </message>
    <message>
        <source>There is nothing that “%1” could lead to. Delete unsets it, Escape leaves it</source>
        <translation>«%1» некуда вести. Delete снимает, Escape оставляет как есть</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::CapabilityDialog</name>
    <message>
        <source>No program could be started that shows the folder %1.</source>
        <translation>Не удалось запустить программу, которая покажет папку %1.</translation>
    </message>
    <message>
        <source>Capability descriptions</source>
        <translation>Описания расширений</translation>
    </message>
    <message>
        <source>Descriptions of API extensions say which messages there are, which of them are answered, and what their bodies look like. AsyncAPI files (2.6 or 3.0) beside the scenario, named *.asyncapi.json or *.asyncapi.yaml, add to those that come with Signalbox; of two descriptions of one message the file&apos;s counts.</source>
        <translation>Описания расширений API говорят, какие есть сообщения, на какие из них отвечают и как выглядят их тела. Файлы AsyncAPI (2.6 или 3.0) рядом со сценарием с именами *.asyncapi.json или *.asyncapi.yaml дополняют те, что поставляются с Signalbox; из двух описаний одного сообщения действует описание файла.</translation>
    </message>
    <message>
        <source>Save the scenario…</source>
        <translation>Сохранить сценарий…</translation>
    </message>
    <message>
        <source>Descriptions and their messages</source>
        <translation>Описания и их сообщения</translation>
    </message>
    <message>
        <source>What the description says</source>
        <translation>Что говорит описание</translation>
    </message>
    <message>
        <source>&amp;Add a file…</source>
        <translation>&amp;Добавить файл…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Открыть папку</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Удалить</translation>
    </message>
    <message>
        <source>Read a&amp;gain</source>
        <translation>&amp;Прочитать заново</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Beside the scenario: %1</source>
        <translation>Рядом со сценарием: %1</translation>
    </message>
    <message>
        <source>This scenario is not saved yet, so there is no folder beside it. Save it, then add files.</source>
        <translation>Сценарий ещё не сохранён, поэтому папки рядом с ним нет. Сохраните его, затем добавляйте файлы.</translation>
    </message>
    <message>
        <source>No scenario is open. Open or make one to add files beside it.</source>
        <translation>Сценарий не открыт. Откройте или создайте его, чтобы добавлять файлы рядом.</translation>
    </message>
    <message>
        <source>Add a capability description</source>
        <translation>Добавить описание расширения</translation>
    </message>
    <message>
        <source>AsyncAPI documents (*.json *.yaml *.yml)</source>
        <translation>Документы AsyncAPI (*.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Not added. %1</source>
        <translation>Не добавлено. %1</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Заменить файл?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>Other scenarios in the folder lose the description, too. The file goes to the trash where there is one.</source>
        <translation>Другие сценарии в папке тоже лишатся описания. Файл отправится в корзину, если она есть.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>A request: the application answers</source>
        <translation>Запрос: приложение отвечает</translation>
    </message>
    <message>
        <source>A message without an answer</source>
        <translation>Сообщение без ответа</translation>
    </message>
    <message>
        <source>Another description of the same message counts: %1</source>
        <translation>Действует другое описание того же сообщения: %1</translation>
    </message>
    <message>
        <source>Its body is %1, not JSON, and is sent as it stands.</source>
        <translation>Его тело — %1, не JSON, и отправляется как есть.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Schema of the body</source>
        <translation>Схема тела</translation>
    </message>
    <message>
        <source>Comes with Signalbox</source>
        <translation>Поставляется с Signalbox</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Строка %1, столбец %2</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>в %1</translation>
    </message>
    <message>
        <source>Nothing of this file counts until it is corrected. Then choose “Read again”.</source>
        <translation>Пока файл не исправлен, ничто из него не действует. Затем выберите «Прочитать заново».</translation>
    </message>
    <message>
        <source>Describes: %1</source>
        <translation>Описывает: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ChoiceEditor</name>
    <message>
        <source>different values</source>
        <translation>разные значения</translation>
    </message>
    <message>
        <source>%1 (unknown)</source>
        <translation>%1 (неизвестно)</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ClusterButton</name>
    <message>
        <source>not connected</source>
        <translation>не подключён</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>подключён</translation>
    </message>
    <message>
        <source>The connection was lost and is being opened again: %1</source>
        <translation>Соединение потеряно и открывается снова: %1</translation>
    </message>
    <message>
        <source>Cluster: %1, %2</source>
        <translation>Кластер: %1, %2</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1 (рабочий)</translation>
    </message>
    <message>
        <source>%1 · production</source>
        <translation>%1 · рабочий</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ClusterDesk</name>
    <message>
        <source>Saved “%1” to %2, written %3</source>
        <translation>«%1» сохранён: %2, время записи %3</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ClusterDialog</name>
    <message>
        <source>Cancelled: nobody is logged in.</source>
        <translation>Отменено: вход не выполнен.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменено.</translation>
    </message>
    <message>
        <source>Save “%1” to a cluster</source>
        <translation>Сохранение «%1» на кластер</translation>
    </message>
    <message>
        <source>Open from a cluster</source>
        <translation>Открыть с кластера</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Reading the list of scenarios…</source>
        <translation>Чтение списка сценариев…</translation>
    </message>
    <message>
        <source>Reading “%1”…</source>
        <translation>Чтение «%1»…</translation>
    </message>
    <message>
        <source>Saving “%1”…</source>
        <translation>Сохранение «%1»…</translation>
    </message>
    <message>
        <source>Try anyway</source>
        <translation>Всё равно попробовать</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ClusterList</name>
    <message>
        <source>The profiles cannot be read: %1</source>
        <translation>Профили не читаются: %1</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Кластеры</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::CommandPalette</name>
    <message>
        <source>Search actions, components, variables…</source>
        <translation>Поиск действий, компонентов, переменных…</translation>
    </message>
    <message>
        <source>Search actions, components, variables</source>
        <translation>Поиск действий, компонентов, переменных</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Что подходит</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter do it · Esc close</source>
        <translation>↑ ↓ выбрать · Enter выполнить · Esc закрыть</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Nothing fits “%1”.</source>
        <translation>Для «%1» ничего не нашлось.</translation>
    </message>
    <message>
        <source>A few letters of a name are enough, in their order.</source>
        <translation>Достаточно нескольких букв названия, по порядку.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ComponentHeader</name>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Unknown component</source>
        <translation>Неизвестный компонент</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n компонент</numerusform>
            <numerusform>%n компонента</numerusform>
            <numerusform>%n компонентов</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it…</source>
        <translation>Попробовать…</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ComponentList</name>
    <message>
        <source>Flow</source>
        <translation>Ход</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Прочие</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Группа «%1»</translation>
    </message>
    <message>
        <source>%1, component %2</source>
        <translation>%1, компонент %2</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ComponentPalette</name>
    <message>
        <source>Filter…</source>
        <translation>Фильтр…</translation>
    </message>
    <message>
        <source>Filter components</source>
        <translation>Фильтр компонентов</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Компоненты</translation>
    </message>
    <message>
        <source>No component fits “%1”.</source>
        <translation>Для «%1» компонентов не нашлось.</translation>
    </message>
    <message>
        <source>Try a part of its name, or its number.</source>
        <translation>Попробуйте часть названия или номер.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ConflictPage</name>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>On the cluster, written</source>
        <translation>На кластере, записан</translation>
    </message>
    <message>
        <source>Yours comes from</source>
        <translation>Ваш происходит от</translation>
    </message>
    <message>
        <source>Open theirs beside</source>
        <translation>Открыть чужой рядом</translation>
    </message>
    <message>
        <source>Overwrite theirs</source>
        <translation>Перезаписать чужой</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>“%1” has been edited on the cluster since you opened it</source>
        <translation>«%1» изменили на кластере с тех пор, как вы его открыли</translation>
    </message>
    <message>
        <source>Nothing has been saved. Open the cluster&apos;s edit beside yours to compare, or overwrite it with yours.</source>
        <translation>Ничего не сохранено. Откройте правку с кластера рядом со своей и сравните или перезапишите её своей.</translation>
    </message>
    <message>
        <source>The cluster has another scenario with the code “%1”</source>
        <translation>На кластере под кодом «%1» другой сценарий</translation>
    </message>
    <message>
        <source>Nothing has been saved: it is not the one that yours comes from. Open it beside yours to compare, overwrite it, or cancel and save under another code.</source>
        <translation>Ничего не сохранено: ваш сценарий происходит не от него. Откройте его рядом и сравните, перезапишите или отмените и сохраните под другим кодом.</translation>
    </message>
    <message>
        <source>The cluster has “%1” already</source>
        <translation>«%1» уже есть на кластере</translation>
    </message>
    <message>
        <source>Nothing has been saved: yours does not say which edit it comes from. Open the cluster&apos;s beside yours to compare, overwrite it, or cancel and save under another code.</source>
        <translation>Ничего не сохранено: ваш сценарий не хранит, от какой правки он происходит. Откройте тот, что на кластере, рядом и сравните, перезапишите или отмените и сохраните под другим кодом.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ConnectForm</name>
    <message>
        <source>Try again; if it stays so, the cluster or the way to it is overloaded.</source>
        <translation>Попробуйте ещё раз; если не поможет, перегружен кластер или путь к нему.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Подождите немного и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Connect again.</source>
        <translation>Подключитесь снова.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Домен</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Proxy password</source>
        <translation>Пароль прокси</translation>
    </message>
    <message>
        <source>Profile name</source>
        <translation>Имя профиля</translation>
    </message>
    <message>
        <source>https://cluster.example.com</source>
        <translation>https://cluster.example.com</translation>
    </message>
    <message>
        <source>Empty: the one that is kept</source>
        <translation>Пусто: сохранённый</translation>
    </message>
    <message>
        <source>Keep the password in the keychain</source>
        <translation>Хранить пароль в связке ключей</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: the password is kept until the program ends.</source>
        <translation>На этом компьютере нет связки ключей: пароль хранится до конца работы программы.</translation>
    </message>
    <message>
        <source>Keep this address as a profile</source>
        <translation>Сохранить этот адрес как профиль</translation>
    </message>
    <message>
        <source>A cluster inside this program, to try things out: with demo users and peers, and the examples on it. It starts when you connect; what you save there is gone when the program ends.</source>
        <translation>Кластер внутри программы, для проб: с демонстрационными пользователями и внешними системами и с примерами. Запускается при подключении; сохранённое на нём исчезнет с концом работы программы.</translation>
    </message>
    <message>
        <source>A profile that is marked as production: what you save there is in use.</source>
        <translation>Профиль помечен как рабочий: сохранённое там действует.</translation>
    </message>
    <message>
        <source>A profile of this computer. TLS and proxy are those of the profile.</source>
        <translation>Профиль этого компьютера. TLS и прокси — из профиля.</translation>
    </message>
    <message>
        <source>For a certificate authority or a proxy of its own, a cluster needs a profile.</source>
        <translation>Для своего центра сертификации или прокси кластеру нужен профиль.</translation>
    </message>
    <message>
        <source>An address is http://HOST:PORT or https://HOST:PORT, without a path and without a name or password in it.</source>
        <translation>Адрес — http://HOST:PORT или https://HOST:PORT, без пути и без имени или пароля внутри.</translation>
    </message>
    <message>
        <source>The domain is missing: the cluster&apos;s domain that the login belongs to.</source>
        <translation>Не указан домен: домен кластера, к которому относится логин.</translation>
    </message>
    <message>
        <source>The login is missing.</source>
        <translation>Не указан логин.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Не указан пароль.</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>Профилю нужно имя.</translation>
    </message>
    <message>
        <source>Check the address, that the cluster runs, and whether it is reached through a proxy or a VPN.</source>
        <translation>Проверьте адрес, работает ли кластер и не нужен ли прокси или VPN.</translation>
    </message>
    <message>
        <source>Correct the profile under Cluster › Profiles, or type the address in.</source>
        <translation>Исправьте профиль в «Кластер › Профили» или введите адрес.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ConnectPrompt</name>
    <message>
        <source>Try anyway</source>
        <translation>Всё равно попробовать</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Connect to “%1”</source>
        <translation>Подключение к «%1»</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Keep the token in the keychain</source>
        <translation>Хранить токен в связке ключей</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: the token is kept until the program ends.</source>
        <translation>На этом компьютере нет связки ключей: токен хранится до конца работы программы.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ConnectionBinding</name>
    <message>
        <source>A name in a selector holds no comma and no space at its ends.</source>
        <translation>В имени для выбора нет запятых и пробелов по краям.</translation>
    </message>
    <message>
        <source>Pick a connection</source>
        <translation>Выбрать соединение</translation>
    </message>
    <message>
        <source>Do not pick a connection</source>
        <translation>Не выбирать соединение</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ConnectionPick</name>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Do not pick a connection when a run starts</source>
        <translation>Не выбирать соединение при запуске</translation>
    </message>
    <message>
        <source>The connection of</source>
        <translation>Соединение:</translation>
    </message>
    <message>
        <source>Whose connection</source>
        <translation>Чьё соединение</translation>
    </message>
    <message>
        <source>integration point</source>
        <translation>точка интеграции</translation>
    </message>
    <message>
        <source>user</source>
        <translation>пользователь</translation>
    </message>
    <message>
        <source>Integration point or login</source>
        <translation>Точка интеграции или логин</translation>
    </message>
    <message>
        <source>with capability</source>
        <translation>с расширением</translation>
    </message>
    <message>
        <source>Capability that the connection has</source>
        <translation>Расширение, которое есть у соединения</translation>
    </message>
    <message>
        <source>any</source>
        <translation>любое</translation>
    </message>
    <message>
        <source>Pick when a run starts</source>
        <translation>Выбирать при запуске</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>login, such as anna</source>
        <translation>логин, например anna</translation>
    </message>
    <message>
        <source>such as crm</source>
        <translation>например crm</translation>
    </message>
    <message>
        <source>Whose connection is it? Type the integration point or the login.</source>
        <translation>Чьё это соединение? Введите точку интеграции или логин.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Pick it when a run starts…</source>
        <translation>Выбирать при запуске…</translation>
    </message>
    <message>
        <source>Pick the connection when a run starts</source>
        <translation>Выбирать соединение при запуске</translation>
    </message>
    <message>
        <source>By user or integration point; a run puts the id of the one that fits into a variable</source>
        <translation>По пользователю или точке интеграции; запуск кладёт идентификатор подходящего соединения в переменную</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>пользователь %1</translation>
    </message>
    <message>
        <source>integration point %1</source>
        <translation>точка интеграции %1</translation>
    </message>
    <message>
        <source>When a run starts: the connection of %1</source>
        <translation>При запуске: соединение (%1)</translation>
    </message>
    <message>
        <source>When a run starts: the connection of %1 with capability %2</source>
        <translation>При запуске: соединение (%1) с расширением %2</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::DescriptionFiles</name>
    <message>
        <source>“%1” is no description: their names end in .json, .yaml or .yml.</source>
        <translation>«%1» — не описание: их имена кончаются на .json, .yaml или .yml.</translation>
    </message>
    <message>
        <source>There is a file “%1” beside the scenario already.</source>
        <translation>Рядом со сценарием уже есть файл «%1».</translation>
    </message>
    <message>
        <source>“%1” cannot be removed. May the folder be changed?</source>
        <translation>«%1» нельзя удалить. Можно ли менять папку?</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::DescriptionModel</name>
    <message>
        <source>no messages described</source>
        <translation>сообщения не описаны</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>заменено</translation>
    </message>
    <message>
        <source>request with answer</source>
        <translation>запрос с ответом</translation>
    </message>
    <message>
        <source>message</source>
        <translation>сообщение</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>не читается</translation>
    </message>
    <message>
        <source>comes with Signalbox</source>
        <translation>поставляется с Signalbox</translation>
    </message>
    <message>
        <source>beside the scenario</source>
        <translation>рядом со сценарием</translation>
    </message>
    <message>
        <source>Description and message</source>
        <translation>Описание и сообщение</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::DialectTable</name>
    <message>
        <source>Standard: %1</source>
        <translation>Обычно: %1</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Допущение</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Смысл</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::DocumentSaver</name>
    <message>
        <source>Scenario with its code and name (*.json)</source>
        <translation>Сценарий с кодом и именем (*.json)</translation>
    </message>
    <message>
        <source>Scenario (*.scr)</source>
        <translation>Сценарий (*.scr)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Saving “%1”…</source>
        <translation>Сохранение «%1»…</translation>
    </message>
    <message>
        <source>“%1” cannot be saved</source>
        <translation>«%1» нельзя сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Saved “%1”</source>
        <translation>«%1» сохранён</translation>
    </message>
    <message>
        <source>Overwrite “%1”?</source>
        <translation>Перезаписать «%1»?</translation>
    </message>
    <message>
        <source>Save under another name…</source>
        <translation>Сохранить под другим именем…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Перезаписать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Сохранить сценарий</translation>
    </message>
    <message>
        <source>Another program has changed the file.</source>
        <translation>Другая программа изменила файл.</translation>
    </message>
    <message>
        <source>Another program has changed the file, and there are edits here that are not saved. Taking the file&apos;s content can be undone.</source>
        <translation>Другая программа изменила файл, а здесь есть несохранённые правки. Взятие содержимого файла можно отменить.</translation>
    </message>
    <message>
        <source>“%1” has changed</source>
        <translation>«%1» изменился</translation>
    </message>
    <message>
        <source>Take the file&apos;s content</source>
        <translation>Взять содержимое файла</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>Оставить то, что здесь</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::EditCommands</name>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Вырезать</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить всё</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Add a component…</source>
        <translation>Добавить компонент…</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Добавить заметку</translation>
    </message>
    <message>
        <source>Add a frame</source>
        <translation>Добавить рамку</translation>
    </message>
    <message>
        <source>Go to the next note or frame</source>
        <translation>К следующей заметке или рамке</translation>
    </message>
    <message>
        <source>Find on the canvas…</source>
        <translation>Найти на холсте…</translation>
    </message>
    <message>
        <source>Find the next one</source>
        <translation>Найти следующее</translation>
    </message>
    <message>
        <source>Find the one before</source>
        <translation>Найти предыдущее</translation>
    </message>
    <message>
        <source>Search in all scenarios…</source>
        <translation>Искать во всех сценариях…</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Упорядочить</translation>
    </message>
    <message>
        <source>Align left edges</source>
        <translation>Выровнять левые края</translation>
    </message>
    <message>
        <source>Align middles across</source>
        <translation>Выровнять середины по горизонтали</translation>
    </message>
    <message>
        <source>Align right edges</source>
        <translation>Выровнять правые края</translation>
    </message>
    <message>
        <source>Align upper edges</source>
        <translation>Выровнять верхние края</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Выровнять середины по вертикали</translation>
    </message>
    <message>
        <source>Align lower edges</source>
        <translation>Выровнять нижние края</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>Распределить по горизонтали</translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation>Распределить по вертикали</translation>
    </message>
    <message>
        <source>Select a component that sends a message: its body is edited in the property sheet</source>
        <translation>Выберите компонент, который отправляет сообщение: его тело правится на листе свойств</translation>
    </message>
    <message>
        <source>Message body: generate an example</source>
        <translation>Тело сообщения: составить пример</translation>
    </message>
    <message>
        <source>Message body: text or tree</source>
        <translation>Тело сообщения: текст или дерево</translation>
    </message>
    <message>
        <source>Message body: format</source>
        <translation>Тело сообщения: отформатировать</translation>
    </message>
    <message>
        <source>Message body: minify</source>
        <translation>Тело сообщения: сжать</translation>
    </message>
    <message>
        <source>Message body: add a member or element</source>
        <translation>Тело сообщения: добавить поле или элемент</translation>
    </message>
    <message>
        <source>Message body: remove a member or element</source>
        <translation>Тело сообщения: удалить поле или элемент</translation>
    </message>
    <message>
        <source>Message body: move up</source>
        <translation>Тело сообщения: переместить вверх</translation>
    </message>
    <message>
        <source>Message body: move down</source>
        <translation>Тело сообщения: переместить вниз</translation>
    </message>
    <message>
        <source>Capability descriptions…</source>
        <translation>Описания расширений…</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Отменить: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Повторить: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::FileCommands</name>
    <message>
        <source>New scenario</source>
        <translation>Новый сценарий</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Открыть папку…</translation>
    </message>
    <message>
        <source>Open from cluster…</source>
        <translation>Открыть с кластера…</translation>
    </message>
    <message>
        <source>Save to cluster…</source>
        <translation>Сохранить на кластер…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Export a picture…</source>
        <translation>Экспорт изображения…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Scenario (*.scr)</source>
        <translation>Сценарий (*.scr)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>No file manager could be started for “%1”</source>
        <translation>Не удалось запустить файловый менеджер для «%1»</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>Изображение SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Изображение PNG (*.png)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Документ PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Graphviz (*.dot)</source>
        <translation>Graphviz (*.dot)</translation>
    </message>
    <message>
        <source>Mermaid (*.mmd)</source>
        <translation>Mermaid (*.mmd)</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Экспорт изображения</translation>
    </message>
    <message>
        <source>There is nothing to print: the scenario has no components.</source>
        <translation>Печатать нечего: в сценарии нет компонентов.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Cancel what is going on</source>
        <translation>Отменить то, что выполняется</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::FindBar</name>
    <message>
        <source>Cannot be read</source>
        <translation>Не разобрать</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 из более чем %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Find on the canvas</source>
        <translation>Найти на холсте</translation>
    </message>
    <message>
        <source>Find on the canvas…</source>
        <translation>Найти на холсте…</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Учитывать регистр</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярное выражение</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Предыдущее совпадение</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Следующее совпадение</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::FolderModel</name>
    <message>
        <source>There is more; open this folder itself to see it.</source>
        <translation>Здесь есть ещё файлы; чтобы увидеть их, откройте саму эту папку.</translation>
    </message>
    <message>
        <source>folder %1</source>
        <translation>папка %1</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::FolderPanel</name>
    <message>
        <source>No folder is open.</source>
        <translation>Папка не открыта.</translation>
    </message>
    <message>
        <source>Its scenarios are listed here, and Ctrl+Shift+F searches all of them.</source>
        <translation>Здесь будет список её сценариев, а Ctrl+Shift+F ищет во всех сразу.</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Открыть папку…</translation>
    </message>
    <message>
        <source>The folder cannot be read.</source>
        <translation>Папку не удалось прочитать.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Nothing fits “%1”.</source>
        <translation>Для «%1» ничего не нашлось.</translation>
    </message>
    <message>
        <source>Try a part of a file&apos;s name.</source>
        <translation>Попробуйте часть имени файла.</translation>
    </message>
    <message>
        <source>No scenarios in this folder.</source>
        <translation>В этой папке нет сценариев.</translation>
    </message>
    <message>
        <source>Scenarios are *.scr files, and *.json files that hold one.</source>
        <translation>Сценарии — это файлы *.scr и файлы *.json, в которых есть сценарий.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>New scenario here…</source>
        <translation>Новый сценарий здесь…</translation>
    </message>
    <message>
        <source>Search in all scenarios…</source>
        <translation>Искать во всех сценариях…</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Показать в файловом менеджере</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Копировать путь</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>Открыть другую папку…</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Фильтр…</translation>
    </message>
    <message>
        <source>Filter the folder&apos;s files</source>
        <translation>Фильтр файлов папки</translation>
    </message>
    <message>
        <source>Scenarios of the folder</source>
        <translation>Сценарии папки</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::FolderSearch</name>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Строка %1, позиция %2: %3</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Переменные</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Заметки</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Компонент</translation>
    </message>
    <message>
        <source>A component</source>
        <translation>Компонент</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::FormLogin</name>
    <message>
        <source>There is a profile “%1” already. Give this one another name.</source>
        <translation>Профиль «%1» уже есть. Дайте этому другое имя.</translation>
    </message>
    <message>
        <source>The password that is kept was refused. Type in the one that counts now.</source>
        <translation>Сохранённый пароль не подошёл. Введите действующий.</translation>
    </message>
    <message>
        <source>It is kept until the program ends only: %1</source>
        <translation>Пароль хранится только до конца работы программы: %1</translation>
    </message>
    <message>
        <source>The profile “%1” is kept.</source>
        <translation>Профиль «%1» сохранён.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::HelpPanel</name>
    <message>
        <source>Default: %1</source>
        <translation>По умолчанию: %1</translation>
    </message>
    <message>
        <source>Unit: %1</source>
        <translation>Единица: %1</translation>
    </message>
    <message>
        <source>Shown under a condition</source>
        <translation>Виден при условии</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Обязателен</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>This component is known by its number and name alone. Its properties are kept as they are.</source>
        <translation>Этот компонент известен только номером и именем. Его свойства сохраняются как есть.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Режим</translation>
    </message>
    <message>
        <source>Asynchronous</source>
        <translation>Асинхронный</translation>
    </message>
    <message>
        <source>Synchronous</source>
        <translation>Синхронный</translation>
    </message>
    <message>
        <source>Branching pattern</source>
        <translation>Ветвление</translation>
    </message>
    <message>
        <source>Types of scenarios</source>
        <translation>Типы сценариев</translation>
    </message>
    <message>
        <source>Starter module</source>
        <translation>Стартовый модуль</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Свойства</translation>
    </message>
    <message>
        <source>A short guide</source>
        <translation>Краткое руководство</translation>
    </message>
    <message>
        <source>Put components on the canvas</source>
        <translation>Поместите компоненты на холст</translation>
    </message>
    <message>
        <source>Drag one from Components, press Enter on it there, or type its name on the canvas. Dropped on a transition it is inserted.</source>
        <translation>Перетащите компонент из списка, нажмите на нём Enter или наберите его имя на холсте. Брошенный на переход, он вставляется в него.</translation>
    </message>
    <message>
        <source>Draw transitions</source>
        <translation>Проведите переходы</translation>
    </message>
    <message>
        <source>Drag from a port at a card&apos;s right to the card that comes next; dropped where nothing is, it asks what comes next. Drag either end of a transition to plug it elsewhere. By keyboard: the number of the port, the arrows, Enter.</source>
        <translation>Тяните от порта справа на карточке к следующей карточке; брошенный в пустое место, переход спросит, что дальше. Любой конец перехода можно перетащить в другое место. С клавиатуры: номер порта, стрелки, Enter.</translation>
    </message>
    <message>
        <source>Go about</source>
        <translation>Передвигайтесь</translation>
    </message>
    <message>
        <source>Arrows walk along transitions and between cards, Shift extends the selection, Ctrl moves what is selected. The wheel scrolls, with Ctrl it zooms; the middle button drags the canvas. Enter opens a card&apos;s properties.</source>
        <translation>Стрелки ведут по переходам и между карточками, Shift расширяет выделение, Ctrl двигает выделенное. Колесо прокручивает, с Ctrl меняет масштаб; средняя кнопка тянет холст. Enter открывает свойства карточки.</translation>
    </message>
    <message>
        <source>Fill in properties</source>
        <translation>Заполните свойства</translation>
    </message>
    <message>
        <source>Rows appear and vanish with the values that they depend on; what was typed is kept. An argument is a constant, a variable, an expression or a template. F1 on a row opens its text here.</source>
        <translation>Строки появляются и исчезают вместе со значениями, от которых зависят; введённое сохраняется. Аргумент — это константа, переменная, выражение или шаблон. F1 на строке открывает здесь её описание.</translation>
    </message>
    <message>
        <source>See what is wrong</source>
        <translation>Смотрите, что не так</translation>
    </message>
    <message>
        <source>Problems are found while you edit. Nothing blocks saving. Enter on a problem goes to its place, its menu offers a fix where there is one.</source>
        <translation>Проблемы находятся во время правки. Сохранению ничто не мешает. Enter на проблеме ведёт к её месту, а меню предлагает исправление, если оно есть.</translation>
    </message>
    <message>
        <source>Undo everything</source>
        <translation>Отменяйте всё</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Найдите действие</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P searches all actions and components.</source>
        <translation>Ctrl+Shift+P ищет по всем действиям и компонентам.</translation>
    </message>
    <message>
        <source>Edit message bodies</source>
        <translation>Правка тел сообщений</translation>
    </message>
    <message>
        <source>As text or as a tree (Ctrl+Shift+J). In the tree Enter changes the value, F2 the name, Alt+Enter the type; Insert adds, Delete removes, Alt+Up and Alt+Down move. “Example” puts an example of the message in its place: the description&apos;s own, or one made from its schema.</source>
        <translation>Как текст или как дерево (Ctrl+Shift+J). В дереве Enter меняет значение, F2 — имя, Alt+Enter — тип; Insert добавляет, Delete удаляет, Alt+Вверх и Alt+Вниз перемещают. «Пример» ставит на место тела пример сообщения: из описания или составленный по схеме.</translation>
    </message>
    <message>
        <source>Pick a connection by its owner</source>
        <translation>Выбор соединения по владельцу</translation>
    </message>
    <message>
        <source>Below a connection id: “Pick it when a run starts” names a user or an integration point and a capability. The property becomes a variable; a run (signalbox-cli run) fills it with the id of the one connection that fits. On the platform itself give the id as a start parameter, or find it there.</source>
        <translation>Под идентификатором соединения «Выбирать при запуске» задаёт пользователя или точку интеграции и расширение. Свойство становится переменной; запуск (signalbox-cli run) кладёт в неё идентификатор единственного подходящего соединения. На самой платформе передайте идентификатор стартовым параметром или найдите его там.</translation>
    </message>
    <message>
        <source>Describe API extensions</source>
        <translation>Описание расширений API</translation>
    </message>
    <message>
        <source>Edit › Capability descriptions shows which extensions and messages are known, and adds AsyncAPI files beside the scenario. They check and complete message bodies.</source>
        <translation>«Правка › Описания расширений» показывает, какие расширения и сообщения известны, и добавляет файлы AsyncAPI рядом со сценарием. По ним проверяются и дополняются тела сообщений.</translation>
    </message>
    <message>
        <source>Keep scenarios on a cluster</source>
        <translation>Сценарии на кластере</translation>
    </message>
    <message>
        <source>File › Open from cluster lists the scenarios of a cluster, File › Save to cluster keeps one there. An edit that somebody else made there meanwhile is shown before anything is overwritten. “Simulated cluster” is inside this program, to try things out.</source>
        <translation>«Файл › Открыть с кластера» показывает сценарии кластера, «Файл › Сохранить на кластер» сохраняет туда. Чужая правка, сделанная там тем временем, показывается, прежде чем что-то перезаписать. «Имитация кластера» находится внутри программы, для проб.</translation>
    </message>
    <message>
        <source>Work on a folder</source>
        <translation>Работа с папкой</translation>
    </message>
    <message>
        <source>File › Open folder lists a folder&apos;s scenarios; typing filters them, Enter opens one. Ctrl+Shift+F searches all of them and leads to the property that was found.</source>
        <translation>«Файл › Открыть папку» показывает сценарии папки; набор текста фильтрует их, Enter открывает. Ctrl+Shift+F ищет во всех сразу и ведёт к найденному свойству.</translation>
    </message>
    <message>
        <source>Every change is a step, property edits and moves included. History, behind Problems, lists them: a click or Enter goes there, forwards too.</source>
        <translation>Каждое изменение — отдельный шаг, включая правку свойств и перемещения. «История», за «Проблемами», перечисляет их: щелчок или Enter переходит к шагу, в том числе вперёд.</translation>
    </message>
    <message>
        <source>Find on the canvas</source>
        <translation>Найти на холсте</translation>
    </message>
    <message>
        <source>Write notes, frame what belongs together</source>
        <translation>Пишите заметки, обводите рамкой то, что связано</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Ctrl+P prints the scenario: on one page if it stays at half its size or more, else on several, in the order of reading.</source>
        <translation>Ctrl+P печатает сценарий: на одной странице, если масштаб остаётся не меньше половины, иначе на нескольких, в порядке чтения.</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N puts a note on the canvas, Ctrl+Shift+G a frame around what is selected. A double click, F2 or Enter edits the text, Escape takes it back; the lower right corner or Ctrl+Shift and an arrow sizes it. A frame takes along what lies inside it. Ctrl+Alt+N goes from one to the next. They are kept in the scenario&apos;s file, and mean nothing to the platform.</source>
        <translation>Ctrl+Shift+N кладёт на холст заметку, Ctrl+Shift+G — рамку вокруг выделенного. Двойной щелчок, F2 или Enter — правка текста, Escape возвращает прежний; правый нижний угол или Ctrl+Shift со стрелкой меняют размер. Рамка увлекает за собой то, что лежит внутри. Ctrl+Alt+N переходит от одной к следующей. Они хранятся в файле сценария и ничего не значат для платформы.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копирование</translation>
    </message>
    <message>
        <source>Ctrl+C, Ctrl+X and Ctrl+V take components, notes and frames that are selected, also to another window or as text; Ctrl+D puts a copy beside them. A paste is one step; what cannot be pasted is told of.</source>
        <translation>Ctrl+C, Ctrl+X и Ctrl+V берут выделенные компоненты, заметки и рамки, в том числе в другое окно или как текст; Ctrl+D ставит копию рядом. Вставка — один шаг; о том, что вставить нельзя, сообщается.</translation>
    </message>
    <message>
        <source>Ctrl+F finds names, components, notes and what properties hold, with upper and lower case or a regular expression if wanted; F3 and Shift+F3 go on, Escape goes back to the canvas, or into the property that was found.</source>
        <translation>Ctrl+F ищет в именах, компонентах, заметках и значениях свойств, по желанию с учётом регистра или по регулярному выражению; F3 и Shift+F3 идут дальше, Escape возвращает на холст или ведёт в найденное свойство.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Ctrl+, sets the theme, the language, the map and the snapping of the canvas, after how long edits are kept for the case of a crash, recent files, and whether the scenarios of the last time are opened at the start. Changes hold at once.</source>
        <translation>Ctrl+, задаёт тему, язык, карту и привязку холста, через сколько правки сохраняются на случай сбоя, недавние файлы и открывать ли при запуске сценарии прошлого раза. Изменения действуют сразу.</translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation>Подключиться к кластеру</translation>
    </message>
    <message>
        <source>The top bar shows the current cluster and offers the others. Cluster › Profiles keeps where clusters are and how to reach them; “Test connection” there shows which step fails, and why. A profile marked as production colours the window, and saving there is asked about.</source>
        <translation>Верхняя панель показывает текущий кластер и предлагает другие. «Кластер › Профили» хранит, где кластеры и как к ним попасть; «Проверить соединение» там показывает, какой шаг не удаётся и почему. Профиль, помеченный как рабочий, окрашивает окно, а сохранение туда переспрашивается.</translation>
    </message>
    <message>
        <source>Run and look</source>
        <translation>Запуск и наблюдение</translation>
    </message>
    <message>
        <source>F5 runs the scenario here, its operations on the current cluster; F10 goes a step, F6 pauses, Shift+F5 stops. The canvas shows the way, the panel Run each step with what was asked and answered. A run that is over can be walked through again: the arrows in its steps, or the slider. What a run starts with is asked once; “Run with inputs” asks again.</source>
        <translation>F5 запускает сценарий здесь, а операции — на текущем кластере; F10 — шаг, F6 — пауза, Shift+F5 — стоп. Холст показывает путь, панель «Запуск» — каждый шаг с запросом и ответом. Законченный запуск можно пройти снова: стрелками по шагам или ползунком. Начальные значения спрашиваются один раз; «Запустить с данными» спрашивает снова.</translation>
    </message>
    <message>
        <source>Pause where it matters</source>
        <translation>Остановиться где нужно</translation>
    </message>
    <message>
        <source>F9 puts a breakpoint before a component, Shift+F9 one on its transitions too, with a condition and a count. While the run is paused its variables can be changed, in the panel Run.</source>
        <translation>F9 ставит точку останова перед компонентом, Shift+F9 — и на его переходах, с условием и счётчиком. Пока запуск на паузе, его переменные можно менять на панели «Запуск».</translation>
    </message>
    <message>
        <source>Try one operation</source>
        <translation>Попробовать одну операцию</translation>
    </message>
    <message>
        <source>Ctrl+T opens the properties of an operation alone: pick a connection, run, see the result, keep it as a card.</source>
        <translation>Ctrl+T открывает свойства отдельной операции: выберите подключение, запустите, посмотрите результат, сохраните карточкой.</translation>
    </message>
    <message>
        <source>Look at messages</source>
        <translation>Смотрите сообщения</translation>
    </message>
    <message>
        <source>The panel Messages lists all that passes over the window&apos;s connections. Ctrl+Shift+M filters: text, /regular expression/, or a JSON path such as $.result = ok. A pinned message stays when old ones go. What is listed can be exported, and made into the rules of a peer.</source>
        <translation>Панель «Сообщения» показывает всё, что проходит по соединениям окна. Ctrl+Shift+M фильтрует: текст, /регулярное выражение/ или путь JSON, например $.result = ok. Закреплённое сообщение остаётся, когда старые удаляются. Показанное можно экспортировать и превратить в правила собеседника.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::HistoryModel</name>
    <message>
        <source>At the beginning</source>
        <translation>В начале</translation>
    </message>
    <message>
        <source>%1 — saved</source>
        <translation>%1 — сохранено</translation>
    </message>
    <message>
        <source>%1, now</source>
        <translation>%1, сейчас</translation>
    </message>
    <message>
        <source>%1, undone</source>
        <translation>%1, отменено</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::HistoryPanel</name>
    <message>
        <source>No scenario is open.</source>
        <translation>Сценарий не открыт.</translation>
    </message>
    <message>
        <source>The steps that you do are listed here.</source>
        <translation>Здесь перечисляются ваши действия.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Изменений пока нет.</translation>
    </message>
    <message>
        <source>Each step that you do is listed here; a click goes back to it.</source>
        <translation>Здесь перечисляется каждое действие; щелчок возвращает к нему.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::InputsDialog</name>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Start parameter %1</source>
        <translation>Стартовый параметр %1</translation>
    </message>
    <message>
        <source>%1, a %2</source>
        <translation>%1, тип %2</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>a connection</source>
        <translation>подключение</translation>
    </message>
    <message>
        <source>%1: how it is given</source>
        <translation>%1: как задано</translation>
    </message>
    <message>
        <source>as the scenario begins</source>
        <translation>как в сценарии</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::JsonField</name>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Minify</source>
        <translation>Сжать</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Строка %1, позиция %2: %3</translation>
    </message>
    <message>
        <source>Possible once the text is JSON</source>
        <translation>Возможно, когда текст станет JSON</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Дерево</translation>
    </message>
    <message>
        <source>The body as text</source>
        <translation>Тело как текст</translation>
    </message>
    <message>
        <source>The body as a tree of names and values</source>
        <translation>Тело как дерево имён и значений</translation>
    </message>
    <message>
        <source>An example of this message in the text&apos;s place: the description&apos;s own, or one that fits its schema</source>
        <translation>Пример этого сообщения вместо текста: из описания или составленный по схеме</translation>
    </message>
    <message>
        <source>Generate an example</source>
        <translation>Составить пример</translation>
    </message>
    <message>
        <source>%1 as text</source>
        <translation>%1 как текст</translation>
    </message>
    <message>
        <source>%1 as a tree</source>
        <translation>%1 как дерево</translation>
    </message>
    <message>
        <source>No description of this message is known, so there is no example. Give the extension&apos;s name and the message code, or add a description of the extension.</source>
        <translation>Описание этого сообщения неизвестно, поэтому примера нет. Укажите имя расширения и код сообщения или добавьте описание расширения.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::JsonTree</name>
    <message>
        <source>Show in the text</source>
        <translation>Показать в тексте</translation>
    </message>
    <message>
        <source>Add a member or element (Insert)</source>
        <translation>Добавить поле или элемент (Insert)</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Удалить (Delete)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Переместить вверх (Alt+Вверх)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Переместить вниз (Alt+Вниз)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>The body is empty. Add a member to begin an object.</source>
        <translation>Тело пустое. Добавьте поле, чтобы начать объект.</translation>
    </message>
    <message>
        <source>This is not JSON, so there is no tree of it. Line %1, column %2: %3</source>
        <translation>Это не JSON, поэтому дерева нет. Строка %1, столбец %2: %3</translation>
    </message>
    <message>
        <source>Add a member or element</source>
        <translation>Добавить поле или элемент</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Переместить вверх</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Переместить вниз</translation>
    </message>
    <message>
        <source>Change the name</source>
        <translation>Изменить имя</translation>
    </message>
    <message>
        <source>Change the value</source>
        <translation>Изменить значение</translation>
    </message>
    <message>
        <source>Change the type</source>
        <translation>Изменить тип</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::JsonTreeDelegate</name>
    <message>
        <source>Name of %1</source>
        <translation>Имя: %1</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Значение: %1</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Тип: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::JsonTreeModel</name>
    <message>
        <source>object</source>
        <translation>объект</translation>
    </message>
    <message>
        <source>list</source>
        <translation>список</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>да/нет</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>переменная</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Тело</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n поле</numerusform>
            <numerusform>%n поля</numerusform>
            <numerusform>%n полей</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n элемент</numerusform>
            <numerusform>%n элемента</numerusform>
            <numerusform>%n элементов</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>В имени не больше %1 символов.</translation>
    </message>
    <message>
        <source>There is a member &quot;%1&quot; already.</source>
        <translation>Поле «%1» уже есть.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number, nor true, false or null. For a text choose the type &quot;%2&quot;.</source>
        <translation>«%1» — не число, не true, не false и не null. Для текста выберите тип «%2».</translation>
    </message>
    <message>
        <source>Put the name of a variable into the value first, such as [attempt].</source>
        <translation>Сначала впишите в значение имя переменной, например [attempt].</translation>
    </message>
    <message>
        <source>The body is one value. Make it an object or a list to add to it.</source>
        <translation>Тело — одно значение. Чтобы добавлять, сделайте его объектом или списком.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::KindChip</name>
    <message>
        <source>The text as it stands here</source>
        <translation>Текст как он есть</translation>
    </message>
    <message>
        <source>What a variable holds at that moment</source>
        <translation>То, что в этот момент содержит переменная</translation>
    </message>
    <message>
        <source>Calculated, such as [attempt] + 1</source>
        <translation>Вычисляется, например [attempt] + 1</translation>
    </message>
    <message>
        <source>A text in which [variables] are replaced</source>
        <translation>Текст, в котором заменяются [переменные]</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>String</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Дата и время</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>константа</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>переменная</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>выражение</translation>
    </message>
    <message>
        <source>template</source>
        <translation>шаблон</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::LiveCluster</name>
    <message>
        <source>The window is closing.</source>
        <translation>Окно закрывается.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n узел</numerusform>
            <numerusform>%n узла</numerusform>
            <numerusform>%n узлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n площадка</numerusform>
            <numerusform>%n площадки</numerusform>
            <numerusform>%n площадок</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not known who logs in to “%1”: the login or the domain is missing.</source>
        <translation>Неизвестно, кто входит в «%1»: нет логина или домена.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>Looking for the token in the keychain…</source>
        <translation>Поиск токена в связке ключей…</translation>
    </message>
    <message>
        <source>No token is kept for “%1”. Operations run by the token of an integration point that has the capability “%2”.</source>
        <translation>Токен для «%1» не сохранён. Операции идут по токену точки интеграции, у которой есть возможность «%2».</translation>
    </message>
    <message>
        <source>Opening a web socket…</source>
        <translation>Открывается веб-сокет…</translation>
    </message>
    <message>
        <source>The cluster was disconnected.</source>
        <translation>Кластер отключён.</translation>
    </message>
    <message>
        <source>Waiting for you…</source>
        <translation>Ожидание вашего ответа…</translation>
    </message>
    <message>
        <source>The token is kept until the program ends only: %1</source>
        <translation>Токен хранится только до конца работы программы: %1</translation>
    </message>
    <message>
        <source>Nobody is logged in: you did not say as whom.</source>
        <translation>Вход не выполнен: вы не сказали, от чьего имени.</translation>
    </message>
    <message>
        <source>The profile “%1” cannot be read: %2</source>
        <translation>Профиль «%1» не читается: %2</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::LiveCommands</name>
    <message>
        <source>Connect</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Отключиться</translation>
    </message>
    <message>
        <source>Profiles…</source>
        <translation>Профили…</translation>
    </message>
    <message>
        <source>“%1” is production: what runs there touches real connections.</source>
        <translation>«%1» — рабочий кластер: то, что там выполняется, затрагивает настоящие соединения.</translation>
    </message>
    <message>
        <source>Disconnect from “%1”?</source>
        <translation>Отключиться от «%1»?</translation>
    </message>
    <message>
        <source>Its connection is in use: a run that is under way ends, and lists that are kept live stop.</source>
        <translation>Соединением пользуются: идущее выполнение закончится, а живые списки остановятся.</translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation>Остаться</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Недавние файлы</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>Рас&amp;положение</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>З&amp;апуск</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Кластер</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MainWindow</name>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>%1[*] – Signalbox</source>
        <translation>%1[*] – Signalbox</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Restore what was not saved?</source>
        <translation>Восстановить несохранённое?</translation>
    </message>
    <message>
        <source>The program ended before these edits were saved:</source>
        <translation>Программа завершилась раньше, чем эти правки были сохранены:</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Выбросить</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Решить позже</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the last time are not there any more</source>
        <translation>
            <numerusform>%n файла прошлого раза больше нет</numerusform>
            <numerusform>%n файлов прошлого раза больше нет</numerusform>
            <numerusform>%n файлов прошлого раза больше нет</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MessageCommands</name>
    <message>
        <source>Filter the messages</source>
        <translation>Фильтровать сообщения</translation>
    </message>
    <message>
        <source>Pause the messages</source>
        <translation>Приостановить сообщения</translation>
    </message>
    <message>
        <source>Follow the newest message</source>
        <translation>Следить за новейшим сообщением</translation>
    </message>
    <message>
        <source>Show pings, opens and closes</source>
        <translation>Показывать пинги, открытия и закрытия</translation>
    </message>
    <message>
        <source>Show pinned messages only</source>
        <translation>Показывать только закреплённые сообщения</translation>
    </message>
    <message>
        <source>Show the time to the selected message</source>
        <translation>Показывать время до выбранного сообщения</translation>
    </message>
    <message>
        <source>Export the messages…</source>
        <translation>Экспортировать сообщения…</translation>
    </message>
    <message>
        <source>Make peer rules from these messages…</source>
        <translation>Сделать из этих сообщений правила собеседника…</translation>
    </message>
    <message>
        <source>Delete all messages that are not pinned…</source>
        <translation>Удалить все незакреплённые сообщения…</translation>
    </message>
    <message>
        <source>Pin or unpin the message</source>
        <translation>Закрепить или открепить сообщение</translation>
    </message>
    <message>
        <source>Go to its question or answer</source>
        <translation>Перейти к вопросу или ответу</translation>
    </message>
    <message>
        <source>Copy the message as JSON</source>
        <translation>Копировать сообщение как JSON</translation>
    </message>
    <message>
        <source>Copy the request for curl</source>
        <translation>Копировать запрос для curl</translation>
    </message>
    <message>
        <source>Copy the message for signalbox-cli</source>
        <translation>Копировать сообщение для signalbox-cli</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>Архив HTTP (*.har)</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>Экспорт сообщений</translation>
    </message>
    <message>
        <source>exporting, %1 %</source>
        <translation>экспорт, %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written to &quot;%1&quot;</source>
        <translation>
            <numerusform>%n сообщение записано в «%1»</numerusform>
            <numerusform>%n сообщения записаны в «%1»</numerusform>
            <numerusform>%n сообщений записано в «%1»</numerusform>
        </translation>
    </message>
    <message>
        <source>Peer rules</source>
        <translation>Правила собеседника</translation>
    </message>
    <message>
        <source>Peer rules (*.json)</source>
        <translation>Правила собеседника (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) written to &quot;%1&quot;</source>
        <translation>
            <numerusform>%n правило записано в «%1»</numerusform>
            <numerusform>%n правила записаны в «%1»</numerusform>
            <numerusform>%n правил записано в «%1»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more do not fit into a file</source>
        <translation>
            <numerusform>ещё %n не помещается в файл</numerusform>
            <numerusform>ещё %n не помещаются в файл</numerusform>
            <numerusform>ещё %n не помещаются в файл</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete messages</source>
        <translation>Удаление сообщений</translation>
    </message>
    <message>
        <source>All messages that are not pinned are deleted from this computer, those that the filter hides, too. Runs are kept.</source>
        <translation>Все незакреплённые сообщения будут удалены с этого компьютера, в том числе скрытые фильтром. Запуски останутся.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MessageDetails</name>
    <message>
        <source>Tree</source>
        <translation>Дерево</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>The selected message</source>
        <translation>Выбранное сообщение</translation>
    </message>
    <message>
        <source>The message as a tree</source>
        <translation>Сообщение деревом</translation>
    </message>
    <message>
        <source>The message as text</source>
        <translation>Сообщение текстом</translation>
    </message>
    <message>
        <source>The message as bytes</source>
        <translation>Сообщение по байтам</translation>
    </message>
    <message>
        <source>The message has no payload.</source>
        <translation>У сообщения нет содержимого.</translation>
    </message>
    <message>
        <source>Select a message to see all of it.</source>
        <translation>Выберите сообщение, чтобы увидеть его целиком.</translation>
    </message>
    <message>
        <source>%1 characters more; an export has them all.</source>
        <translation>Ещё символов: %1; в экспорте есть все.</translation>
    </message>
    <message>
        <source>Only the beginning was kept.</source>
        <translation>Сохранено только начало.</translation>
    </message>
    <message>
        <source>answers %1 %2 earlier</source>
        <translation>отвечает на %1 за %2 до этого</translation>
    </message>
    <message>
        <source>answered by %1 %2 later</source>
        <translation>ответ %1 через %2</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MessageModel</name>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>received</source>
        <translation>получено</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закреплено</translation>
    </message>
    <message>
        <source>round trip %1</source>
        <translation>ответ за %1</translation>
    </message>
    <message>
        <source>not kept any more</source>
        <translation>больше не хранится</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Seconds since the message before</source>
        <translation>Секунды после предыдущего сообщения</translation>
    </message>
    <message>
        <source>Δ selected</source>
        <translation>Δ выбран.</translation>
    </message>
    <message>
        <source>Seconds since the selected message</source>
        <translation>Секунды после выбранного сообщения</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Направление</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Соединение</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Содержимое</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ответ за</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MessageText</name>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>binary</source>
        <translation>двоичное</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открытие</translation>
    </message>
    <message>
        <source>close</source>
        <translation>закрытие</translation>
    </message>
    <message>
        <source>close %1</source>
        <translation>закрытие %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>… %1 bytes more</source>
        <translation>… ещё байтов: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::MessagesPanel</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Filter payloads: text, /regex/, $.json.path</source>
        <translation>Фильтр: текст, /выражение/, $.путь.json</translation>
    </message>
    <message>
        <source>Filter of messages</source>
        <translation>Фильтр сообщений</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Keep what is shown as it is; what comes is stored all the same.</source>
        <translation>Оставить показанное как есть; новое всё равно сохраняется.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Следить</translation>
    </message>
    <message>
        <source>Always show the newest message.</source>
        <translation>Всегда показывать новейшее сообщение.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>searching, %1 %</source>
        <translation>поиск, %1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>новых: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) too costly for this expression</source>
        <translation>
            <numerusform>%n сообщение слишком сложно для этого выражения</numerusform>
            <numerusform>%n сообщения слишком сложны для этого выражения</numerusform>
            <numerusform>%n сообщений слишком сложны для этого выражения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) came too fast to be kept</source>
        <translation>
            <numerusform>%n сообщение пришло слишком быстро и не сохранено</numerusform>
            <numerusform>%n сообщения пришли слишком быстро и не сохранены</numerusform>
            <numerusform>%n сообщений пришли слишком быстро и не сохранены</numerusform>
        </translation>
    </message>
    <message>
        <source>State of the messages</source>
        <translation>Состояние сообщений</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Сообщений пока нет</translation>
    </message>
    <message>
        <source>All that passes over connections of this window is kept here.</source>
        <translation>Здесь хранится всё, что проходит по соединениям этого окна.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>No message passes the filter.</source>
        <translation>Фильтр не пропускает ни одного сообщения.</translation>
    </message>
    <message>
        <source>Escape in the filter shows all again.</source>
        <translation>Escape в фильтре снова покажет все.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::Minimap</name>
    <message>
        <source>Overview</source>
        <translation>Обзор</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::Navigator</name>
    <message>
        <source>line %1, column %2</source>
        <translation>строка %1, позиция %2</translation>
    </message>
    <message>
        <source>%1 In the file: %2</source>
        <translation>%1 В файле: %2</translation>
    </message>
    <message>
        <source>That scenario is not open any more</source>
        <translation>Этот сценарий больше не открыт</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::NodesTable</name>
    <message>
        <source>Row %1: a node is named SITE/NODE.</source>
        <translation>Строка %1: узел называется ПЛОЩАДКА/УЗЕЛ.</translation>
    </message>
    <message>
        <source>Row %1: the node “%2” is there already.</source>
        <translation>Строка %1: узел «%2» уже есть.</translation>
    </message>
    <message>
        <source>Row %1: an address is http://HOST:PORT or https://HOST:PORT, without more.</source>
        <translation>Строка %1: адрес — это http://ХОСТ:ПОРТ или https://ХОСТ:ПОРТ, без остального.</translation>
    </message>
    <message>
        <source>For files that only one node has. Without a row a node is reached by the cluster&apos;s address.</source>
        <translation>Для файлов, которые есть только на одном узле. Без строки узел доступен по адресу кластера.</translation>
    </message>
    <message>
        <source>Node (SITE/NODE)</source>
        <translation>Узел (ПЛОЩАДКА/УЗЕЛ)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Addresses of nodes</source>
        <translation>Адреса узлов</translation>
    </message>
    <message>
        <source>Add a node</source>
        <translation>Добавить узел</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::NoteEditor</name>
    <message>
        <source>Title of the frame</source>
        <translation>Заголовок рамки</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Текст заметки</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message numerus="yes">
        <source>A note has at most %n character(s); the rest is not kept</source>
        <translation>
            <numerusform>В заметке не более %n символа; остальное не сохраняется</numerusform>
            <numerusform>В заметке не более %n символов; остальное не сохраняется</numerusform>
            <numerusform>В заметке не более %n символов; остальное не сохраняется</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::NumberEditor</name>
    <message>
        <source>different values</source>
        <translation>разные значения</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>«%1» — не число.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number; %2 stays.</source>
        <translation>«%1» — не число; остаётся %2.</translation>
    </message>
    <message>
        <source>more than %1, at most %2</source>
        <translation>больше %1, не больше %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>от %1 до %2</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>больше %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>не меньше %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>не больше %1</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::OutlinePanel</name>
    <message>
        <source>Filter…</source>
        <translation>Фильтр…</translation>
    </message>
    <message>
        <source>Filter the outline</source>
        <translation>Фильтр структуры</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Структура</translation>
    </message>
    <message>
        <source>No scenario is open.</source>
        <translation>Нет открытого сценария.</translation>
    </message>
    <message>
        <source>Its components are listed here.</source>
        <translation>Здесь перечисляются его компоненты.</translation>
    </message>
    <message>
        <source>The scenario is empty.</source>
        <translation>Сценарий пуст.</translation>
    </message>
    <message>
        <source>Nothing fits “%1”.</source>
        <translation>Для «%1» ничего не нашлось.</translation>
    </message>
    <message>
        <source>Try a part of a name, or of the component&apos;s title.</source>
        <translation>Попробуйте часть имени или названия компонента.</translation>
    </message>
    <message>
        <source>Drag a component onto the canvas; a scenario begins with a Start.</source>
        <translation>Перетащите компонент на холст; сценарий начинается со старта.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::Outputs</name>
    <message>
        <source>Exporting “%1”…</source>
        <translation>Экспортируется «%1»…</translation>
    </message>
    <message>
        <source>“%1” was not exported: cancelled</source>
        <translation>«%1» не экспортирован: отменено</translation>
    </message>
    <message>
        <source>Exported to “%1”</source>
        <translation>Экспортировано в «%1»</translation>
    </message>
    <message>
        <source>Printing “%1”…</source>
        <translation>Печатается «%1»…</translation>
    </message>
    <message>
        <source>Printing “%1” was cancelled</source>
        <translation>Печать «%1» отменена</translation>
    </message>
    <message>
        <source>Printing “%1”: page %2 of %3</source>
        <translation>Печатается «%1»: страница %2 из %3</translation>
    </message>
    <message numerus="yes">
        <source>Printed: %n page(s)</source>
        <translation>
            <numerusform>Напечатана %n страница</numerusform>
            <numerusform>Напечатаны %n страницы</numerusform>
            <numerusform>Напечатано %n страниц</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>signalbox::designer::PaletteChooser</name>
    <message>
        <source>component</source>
        <translation>компонент</translation>
    </message>
    <message>
        <source>Add a component</source>
        <translation>Добавление компонента</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::PrintRun</name>
    <message numerus="yes">
        <source>Nothing was printed: the drawing takes %n page(s), and none of them was chosen.</source>
        <translation>
            <numerusform>Ничего не напечатано: рисунок занимает %n страницу, и она не выбрана.</numerusform>
            <numerusform>Ничего не напечатано: рисунок занимает %n страницы, и ни одна из них не выбрана.</numerusform>
            <numerusform>Ничего не напечатано: рисунок занимает %n страниц, и ни одна из них не выбрана.</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer “%1” did not accept the document.</source>
        <translation>Принтер «%1» не принял документ.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose another file or folder.</source>
        <translation>«%1» нельзя записать. Выберите другой файл или папку.</translation>
    </message>
    <message>
        <source>Printing stopped at page %1: the printer took no more.</source>
        <translation>Печать остановилась на странице %1: принтер больше не принимает.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из %2</translation>
    </message>
    <message>
        <source>The printer reports that the document was not printed.</source>
        <translation>Принтер сообщает, что документ не напечатан.</translation>
    </message>
    <message>
        <source>Row %1, column %2</source>
        <translation>Ряд %1, столбец %2</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ProblemsPanel</name>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Ctrl+. does it, too.</source>
        <translation>Ctrl+. делает то же.</translation>
    </message>
    <message>
        <source>No scenario is open.</source>
        <translation>Нет открытого сценария.</translation>
    </message>
    <message>
        <source>Its problems are listed here while you edit it.</source>
        <translation>Здесь по ходу правки перечисляются его проблемы.</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Проблем нет</translation>
    </message>
    <message>
        <source>Nothing in this scenario keeps it from running.</source>
        <translation>Ничто не мешает выполнить этот сценарий.</translation>
    </message>
    <message>
        <source>Go to the component</source>
        <translation>Перейти к компоненту</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Скопировать сообщение</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти туда</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ProductionPage</name>
    <message>
        <source>Save to production?</source>
        <translation>Сохранить на рабочий кластер?</translation>
    </message>
    <message>
        <source>“%1” gets a new state on “%2” (%3, domain %4, as “%5”). This cluster is marked as production: what is saved there is in use at once, for real connections.</source>
        <translation>«%1» получит новое состояние на «%2» (%3, домен %4, от имени «%5»). Этот кластер помечен как рабочий: сохранённое там сразу действует, для настоящих соединений.</translation>
    </message>
    <message>
        <source>“%1” becomes a new scenario on “%2” (%3, domain %4, as “%5”). This cluster is marked as production: what is saved there is in use at once, for real connections.</source>
        <translation>«%1» станет новым сценарием на «%2» (%3, домен %4, от имени «%5»). Этот кластер помечен как рабочий: сохранённое там сразу действует, для настоящих соединений.</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>Save to production</source>
        <translation>Сохранить на рабочий</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ProfileForm</name>
    <message>
        <source>Certificates to trust</source>
        <translation>Сертификаты, которым доверять</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Сертификат клиента</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Ключ клиента</translation>
    </message>
    <message>
        <source>The profile needs a name.</source>
        <translation>Профилю нужно имя.</translation>
    </message>
    <message>
        <source>There is a profile “%1” already.</source>
        <translation>Профиль «%1» уже есть.</translation>
    </message>
    <message>
        <source>An address is http://HOST:PORT or https://HOST:PORT, without a path and without a name or password in it.</source>
        <translation>Адрес — http://HOST:PORT или https://HOST:PORT, без пути и без имени или пароля внутри.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Такого файла нет.</translation>
    </message>
    <message>
        <source>A client certificate and its key belong together.</source>
        <translation>Сертификат клиента и его ключ нужны вместе.</translation>
    </message>
    <message>
        <source>A pinned key is sha256// and the SHA-256 of the public key in Base64; several stand with semicolons between them.</source>
        <translation>Закреплённый ключ — это sha256// и SHA-256 открытого ключа в Base64; несколько пишутся через точку с запятой.</translation>
    </message>
    <message>
        <source>A pinned key needs an https address: http has no keys.</source>
        <translation>Закреплённому ключу нужен адрес https: у http ключей нет.</translation>
    </message>
    <message>
        <source>The name or address of a host, without more.</source>
        <translation>Имя или адрес хоста, без остального.</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Кластер</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Узлы</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Time-outs</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Дополнительно</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>https://cluster.example.com</source>
        <translation>https://cluster.example.com</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Домен</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Сессия</translation>
    </message>
    <message>
        <source>by the cookie of the login</source>
        <translation>по cookie входа</translation>
    </message>
    <message>
        <source>by a Bearer header</source>
        <translation>по заголовку Bearer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Токен</translation>
    </message>
    <message>
        <source>Of an integration point: runs and operations go by it.</source>
        <translation>Точки интеграции: по нему идут выполнение и операции.</translation>
    </message>
    <message>
        <source>Empty: the one that is kept</source>
        <translation>Пусто: сохранённый</translation>
    </message>
    <message>
        <source>Keep passwords and token in the keychain</source>
        <translation>Хранить пароли и токен в связке ключей</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: passwords and token are kept until the program ends. No file holds them.</source>
        <translation>На этом компьютере нет связки ключей: пароли и токен хранятся до конца работы программы. Ни в одном файле их нет.</translation>
    </message>
    <message>
        <source>Production: ask before anything is run or saved there</source>
        <translation>Рабочий: спрашивать, прежде чем там что-то выполнить или сохранить</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>Центр (CA)</translation>
    </message>
    <message>
        <source>PEM file; beside the system&apos;s authorities</source>
        <translation>файл PEM; вдобавок к центрам системы</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>файл PEM</translation>
    </message>
    <message>
        <source>PEM file without a password</source>
        <translation>файл PEM без пароля</translation>
    </message>
    <message>
        <source>Pinned key</source>
        <translation>Закреплённый ключ</translation>
    </message>
    <message>
        <source>With a pinned key the cluster must show this very key, and a certificate that is trusted besides; “Test connection” tells the key that it shows now.</source>
        <translation>С закреплённым ключом кластер должен показать именно этот ключ, и вдобавок сертификат, которому доверяют; «Проверить соединение» говорит ключ, который он показывает сейчас.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>as the system has it</source>
        <translation>как в системе</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Хост</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Пользователь</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>An answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>A transfer without progress</source>
        <translation>Передача без продвижения</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>What the platform&apos;s documentation leaves open, and what this program takes for granted. Change a value only where your cluster is known to do otherwise.</source>
        <translation>То, о чём документация платформы молчит, и что эта программа принимает за данность. Меняйте значение, только если известно, что ваш кластер поступает иначе.</translation>
    </message>
    <message>
        <source>Assumptions about the cluster</source>
        <translation>Допущения о кластере</translation>
    </message>
    <message>
        <source>A pinned key needs https addresses of the nodes, too: http has no keys.</source>
        <translation>Для закреплённого ключа и адреса узлов должны быть https: у http ключей нет.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::Profiles</name>
    <message>
        <source>The profiles have not been read within %1 s. Is their folder on a slow disk?</source>
        <translation>Профили не прочитаны за %1 с. Их папка на медленном диске?</translation>
    </message>
    <message>
        <source>The profile has not been written within %1 s. Is its folder on a slow disk?</source>
        <translation>Профиль не записан за %1 с. Не на медленном ли диске его папка?</translation>
    </message>
    <message>
        <source>The profile has not been removed within %1 s. Is its folder on a slow disk?</source>
        <translation>Профиль не удалён за %1 с. Его папка на медленном диске?</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ProfilesDialog</name>
    <message>
        <source>New cluster</source>
        <translation>Новый кластер</translation>
    </message>
    <message>
        <source>Profiles of clusters</source>
        <translation>Профили кластеров</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Профили</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Дублировать</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Удалить…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>No profiles yet.</source>
        <translation>Профилей пока нет.</translation>
    </message>
    <message>
        <source>A profile says where a cluster is and how to reach it.</source>
        <translation>Профиль говорит, где кластер и как к нему попасть.</translation>
    </message>
    <message>
        <source>The profiles cannot be read: %1</source>
        <translation>Профили не читаются: %1</translation>
    </message>
    <message>
        <source>%1 · production</source>
        <translation>%1 · рабочий</translation>
    </message>
    <message>
        <source>A new profile: it is kept when you save it.</source>
        <translation>Новый профиль: он сохранится, когда вы его сохраните.</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Удалить «%1»?</translation>
    </message>
    <message>
        <source>The profile of %1 and the passwords that are kept for it go from this computer. The cluster itself is not touched.</source>
        <translation>Профиль %1 и сохранённые для него пароли исчезнут с этого компьютера. Сам кластер не затрагивается.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>«%1» удалён.</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>Сохранить изменения?</translation>
    </message>
    <message>
        <source>What you changed in this profile has not been saved.</source>
        <translation>То, что вы изменили в этом профиле, не сохранено.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Продолжить правку</translation>
    </message>
    <message>
        <source>Not saved: see what is marked.</source>
        <translation>Не сохранено: смотрите отмеченное.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Сохранение…</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>«%1» сохранён.</translation>
    </message>
    <message>
        <source>The secrets are kept until the program ends only: %1</source>
        <translation>Секреты хранятся только до конца работы программы: %1</translation>
    </message>
    <message>
        <source>Not tested: see what is marked.</source>
        <translation>Не проверено: смотрите отмеченное.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>The connection does not work: see the step that fails.</source>
        <translation>Соединение не работает: смотрите шаг, который не удаётся.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Всё работает.</translation>
    </message>
    <message>
        <source>It works as far as it was tried.</source>
        <translation>Работает всё, что проверялось.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Проверка остановлена.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Back to the profile</source>
        <translation>Назад к профилю</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Проверить соединение</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::PropertyEditor</name>
    <message>
        <source>There is no variable &quot;%1&quot;.</source>
        <translation>Нет переменной «%1».</translation>
    </message>
    <message>
        <source>Create variable</source>
        <translation>Создать переменную</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>с</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>мс</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::PropertyRow</name>
    <message>
        <source>Default: %1</source>
        <translation>По умолчанию: %1</translation>
    </message>
    <message>
        <source>Reset &quot;%1&quot;</source>
        <translation>Сбросить «%1»</translation>
    </message>
    <message>
        <source>Reset to the default</source>
        <translation>Сбросить к значению по умолчанию</translation>
    </message>
    <message>
        <source>Copy the code &quot;%1&quot;</source>
        <translation>Копировать код «%1»</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Capability descriptions…</source>
        <translation>Описания расширений…</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::PropertySheet</name>
    <message>
        <source>Properties</source>
        <translation>Свойства</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Переходы</translation>
    </message>
    <message>
        <source>Select a component to see and change its properties.</source>
        <translation>Выберите компонент, чтобы увидеть и изменить его свойства.</translation>
    </message>
    <message>
        <source>Components of several kinds have no properties in common here. Select one kind.</source>
        <translation>У компонентов разных видов здесь нет общих свойств. Выберите один вид.</translation>
    </message>
    <message>
        <source>There is no description of this component. Its values are kept as they are.</source>
        <translation>Описания этого компонента нет. Его значения сохраняются как есть.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::RunCommands</name>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Run with inputs…</source>
        <translation>Запустить с данными…</translation>
    </message>
    <message>
        <source>Run from this component</source>
        <translation>Запустить с этого компонента</translation>
    </message>
    <message>
        <source>Run only this component…</source>
        <translation>Запустить только этот компонент…</translation>
    </message>
    <message>
        <source>Run the whole scenario on the cluster</source>
        <translation>Запустить весь сценарий на кластере</translation>
    </message>
    <message>
        <source>Set or remove a breakpoint</source>
        <translation>Поставить или снять точку останова</translation>
    </message>
    <message>
        <source>Breakpoints of this component…</source>
        <translation>Точки останова этого компонента…</translation>
    </message>
    <message>
        <source>Remove all breakpoints</source>
        <translation>Снять все точки останова</translation>
    </message>
    <message>
        <source>Export the run…</source>
        <translation>Экспорт запуска…</translation>
    </message>
    <message>
        <source>Try an operation…</source>
        <translation>Попробовать операцию…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::RunDesk</name>
    <message numerus="yes">
        <source>%n error(s) keep the scenario from running; they are listed under Problems.</source>
        <translation>
            <numerusform>%n ошибка мешает запуску; см. «Проблемы».</numerusform>
            <numerusform>%n ошибки мешают запуску; см. «Проблемы».</numerusform>
            <numerusform>%n ошибок мешают запуску; см. «Проблемы».</numerusform>
        </translation>
    </message>
    <message>
        <source>Select the component to run.</source>
        <translation>Выберите компонент для запуска.</translation>
    </message>
    <message>
        <source>What the run starts with cannot be read: %1</source>
        <translation>Начальные данные запуска не читаются: %1</translation>
    </message>
    <message>
        <source>What the run starts with</source>
        <translation>Начальные данные запуска</translation>
    </message>
    <message>
        <source>Run only this component</source>
        <translation>Запустить только этот компонент</translation>
    </message>
    <message>
        <source>It is asked once and kept with the scenario; “Run with inputs…” asks again. What is left empty begins as the scenario says.</source>
        <translation>Спрашивается один раз и хранится в сценарии; «Запустить с данными…» спросит снова. Пустое начинается так, как задано в сценарии.</translation>
    </message>
    <message>
        <source>The component runs alone with these values; they are not kept. What is left empty begins as the scenario says.</source>
        <translation>Компонент выполнится один с этими значениями; они не сохраняются. Пустое начинается так, как задано в сценарии.</translation>
    </message>
    <message>
        <source>Set what a run starts with</source>
        <translation>Задать начальные данные запуска</translation>
    </message>
    <message>
        <source>The scenario cannot run here: %1</source>
        <translation>Сценарий нельзя запустить здесь: %1</translation>
    </message>
    <message>
        <source>Run on a production cluster?</source>
        <translation>Запустить на рабочем кластере?</translation>
    </message>
    <message>
        <source>“%1” is marked as a production cluster. The run of “%2” does there what the scenario says.</source>
        <translation>«%1» отмечен как рабочий кластер. Запуск «%2» сделает там то, что написано в сценарии.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove a breakpoint</source>
        <translation>Снять точку останова</translation>
    </message>
    <message>
        <source>Set a breakpoint</source>
        <translation>Поставить точку останова</translation>
    </message>
    <message>
        <source>Change breakpoints</source>
        <translation>Изменить точки останова</translation>
    </message>
    <message>
        <source>Remove all breakpoints</source>
        <translation>Снять все точки останова</translation>
    </message>
    <message>
        <source>going on, or cut off</source>
        <translation>идёт или оборвался</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>The run cannot be read: %1</source>
        <translation>Запуск не читается: %1</translation>
    </message>
    <message>
        <source>Steps as JSON Lines (*.jsonl)</source>
        <translation>Шаги, JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Outcome as JUnit XML (*.xml)</source>
        <translation>Итог, JUnit XML (*.xml)</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Экспорт запуска</translation>
    </message>
    <message>
        <source>Exported to “%1”</source>
        <translation>Экспортировано в «%1»</translation>
    </message>
    <message>
        <source>Keep an operation as a card</source>
        <translation>Сохранить операцию карточкой</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::RunLog</name>
    <message>
        <source>object %1</source>
        <translation>объект %1</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::RunPanel</name>
    <message>
        <source>Steps of the run</source>
        <translation>Шаги запуска</translation>
    </message>
    <message>
        <source>Variables of the run</source>
        <translation>Переменные запуска</translation>
    </message>
    <message>
        <source>Replay: the canvas after this step</source>
        <translation>Просмотр: холст после этого шага</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Paused: the condition of a breakpoint is broken – %1</source>
        <translation>Пауза: условие точки останова неверно — %1</translation>
    </message>
    <message>
        <source>Paused at the end of the branch</source>
        <translation>Пауза в конце ветви</translation>
    </message>
    <message>
        <source>Paused before “%1”: a breakpoint on the transition from “%2”</source>
        <translation>Пауза перед «%1»: точка останова на переходе из «%2»</translation>
    </message>
    <message>
        <source>Paused before “%1”: a breakpoint</source>
        <translation>Пауза перед «%1»: точка останова</translation>
    </message>
    <message>
        <source>Paused before “%1”</source>
        <translation>Пауза перед «%1»</translation>
    </message>
    <message>
        <source>Run on the cluster, over after %1</source>
        <translation>Выполнен на кластере за %1</translation>
    </message>
    <message>
        <source>The run on the cluster failed after %1</source>
        <translation>Запуск на кластере не удался, прошло %1</translation>
    </message>
    <message>
        <source>Over after %1, as wished</source>
        <translation>Завершён за %1, всё в порядке</translation>
    </message>
    <message>
        <source>Ended after %1: %2</source>
        <translation>Окончен через %1: %2</translation>
    </message>
    <message>
        <source> · result %1</source>
        <translation> · результат %1</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message numerus="yes">
        <source> · %n step(s) more than are kept</source>
        <translation>
            <numerusform> · ещё %n шаг не сохранён</numerusform>
            <numerusform> · ещё %n шага не сохранены</numerusform>
            <numerusform> · ещё %n шагов не сохранены</numerusform>
        </translation>
    </message>
    <message>
        <source>Running on the cluster · %1</source>
        <translation>Выполняется на кластере · %1</translation>
    </message>
    <message>
        <source>Running · %1</source>
        <translation>Выполняется · %1</translation>
    </message>
    <message>
        <source>Pausing before the next component · %1</source>
        <translation>Пауза перед следующим компонентом · %1</translation>
    </message>
    <message>
        <source>Stopping: post-processing runs · %1</source>
        <translation>Остановка: идёт постобработка · %1</translation>
    </message>
    <message>
        <source>State of the run</source>
        <translation>Состояние запуска</translation>
    </message>
    <message>
        <source>No step has ended yet.</source>
        <translation>Ни один шаг ещё не закончен.</translation>
    </message>
    <message>
        <source>The run has no steps.</source>
        <translation>В запуске нет шагов.</translation>
    </message>
    <message>
        <source>A cluster does not tell a scenario’s steps.</source>
        <translation>Кластер не сообщает шаги сценария.</translation>
    </message>
    <message>
        <source>Nothing has run yet.</source>
        <translation>Запусков ещё не было.</translation>
    </message>
    <message>
        <source>A run shows its steps here, and its way on the canvas.</source>
        <translation>Запуск показывает здесь шаги, а на холсте — свой путь.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Which run is shown</source>
        <translation>Какой запуск показан</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Этот запуск</translation>
    </message>
    <message>
        <source>Cut off: the program ended before the run did</source>
        <translation>Оборван: программа закончилась раньше запуска</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::RunSession</name>
    <message>
        <source>Asking which connections there are…</source>
        <translation>Запрос подключений…</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Подключение к «%1»…</translation>
    </message>
    <message>
        <source>The scenario names folders beside its file; save it first.</source>
        <translation>Сценарий называет папки рядом со своим файлом; сначала сохраните его.</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>Запуск остановлен.</translation>
    </message>
    <message>
        <source>Variables can be changed while the run is paused.</source>
        <translation>Переменные можно менять, пока запуск на паузе.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::RunVariables</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Переменная</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ScenarioDocument</name>
    <message>
        <source>New scenario</source>
        <translation>Новый сценарий</translation>
    </message>
    <message>
        <source>“%1” has been changed by another program since it was opened.</source>
        <translation>«%1» изменён другой программой после открытия.</translation>
    </message>
    <message>
        <source>“%1” is no scenario any more: %2</source>
        <translation>«%1» больше не сценарий: %2</translation>
    </message>
    <message>
        <source>Take the file&apos;s content</source>
        <translation>Взять содержимое файла</translation>
    </message>
    <message>
        <source>Save to cluster</source>
        <translation>Сохранить на кластер</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ScriptList</name>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Last written</source>
        <translation>Записан</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ScriptsPage</name>
    <message>
        <source>Service scenarios</source>
        <translation>Служебные сценарии</translation>
    </message>
    <message>
        <source>IVR scenarios</source>
        <translation>Сценарии IVR</translation>
    </message>
    <message>
        <source>Kind of scenarios</source>
        <translation>Вид сценариев</translation>
    </message>
    <message>
        <source>Filter by code or name…</source>
        <translation>Поиск по коду или имени…</translation>
    </message>
    <message>
        <source>Filter scenarios</source>
        <translation>Поиск сценариев</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Обновить</translation>
    </message>
    <message>
        <source>Scenarios of the cluster</source>
        <translation>Сценарии кластера</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Code to save under</source>
        <translation>Под каким кодом сохранить</translation>
    </message>
    <message>
        <source>%1, as “%2”</source>
        <translation>%1, под именем «%2»</translation>
    </message>
    <message>
        <source>No scenario fits “%1”.</source>
        <translation>Нет сценария, подходящего под «%1».</translation>
    </message>
    <message>
        <source>Try a part of its code or of its name.</source>
        <translation>Попробуйте часть кода или имени.</translation>
    </message>
    <message>
        <source>The cluster has no IVR scenarios.</source>
        <translation>На кластере нет сценариев IVR.</translation>
    </message>
    <message>
        <source>The cluster has no service scenarios.</source>
        <translation>На кластере нет служебных сценариев.</translation>
    </message>
    <message>
        <source>“Save to cluster…” in the File menu keeps one there.</source>
        <translation>«Сохранить на кластер…» в меню «Файл» сохранит туда сценарий.</translation>
    </message>
    <message>
        <source>The code is what the cluster knows a scenario by.</source>
        <translation>По коду кластер узнаёт сценарий.</translation>
    </message>
    <message>
        <source>“%1” is there: it gets this new state.</source>
        <translation>«%1» там есть: он получит это состояние.</translation>
    </message>
    <message>
        <source>“%1” is not there yet: it becomes a new scenario.</source>
        <translation>«%1» там ещё нет: появится новый сценарий.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::SearchDelegate</name>
    <message>
        <source>cannot be searched</source>
        <translation>поиск невозможен</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::SearchModel</name>
    <message numerus="yes">
        <source>%1, %n hit(s)</source>
        <translation>
            <numerusform>%1, %n совпадение</numerusform>
            <numerusform>%1, %n совпадения</numerusform>
            <numerusform>%1, %n совпадений</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, cannot be searched</source>
        <translation>%1, поиск невозможен</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::SearchPanel</name>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
    <message numerus="yes">
        <source>the first %n hit(s)</source>
        <translation>
            <numerusform>первое %n совпадение</numerusform>
            <numerusform>первые %n совпадения</numerusform>
            <numerusform>первые %n совпадений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n совпадение</numerusform>
            <numerusform>%n совпадения</numerusform>
            <numerusform>%n совпадений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s) searched</source>
        <translation>
            <numerusform>просмотрен %n сценарий</numerusform>
            <numerusform>просмотрено %n сценария</numerusform>
            <numerusform>просмотрено %n сценариев</numerusform>
        </translation>
    </message>
    <message>
        <source>not all: the folder is too large</source>
        <translation>не все: папка слишком велика</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>остановлено</translation>
    </message>
    <message>
        <source>The open scenarios are searched; open a folder to search all of its scenarios.</source>
        <translation>Поиск идёт в открытых сценариях; откройте папку, чтобы искать во всех её сценариях.</translation>
    </message>
    <message>
        <source>Names, properties, message bodies, variables and notes of all scenarios of the folder are searched, open ones as they are edited.</source>
        <translation>Поиск идёт по именам, свойствам, телам сообщений, переменным и заметкам всех сценариев папки; в открытых — с учётом правок.</translation>
    </message>
    <message>
        <source>This cannot be searched for.</source>
        <translation>Так искать нельзя.</translation>
    </message>
    <message>
        <source>Search across scenarios</source>
        <translation>Поиск по сценариям</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Поиск остановлен.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Ничего не найдено.</translation>
    </message>
    <message>
        <source>Search in all scenarios…</source>
        <translation>Искать во всех сценариях…</translation>
    </message>
    <message>
        <source>Search in all scenarios</source>
        <translation>Поиск во всех сценариях</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>Учитывать регистр</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Регулярное выражение</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Результаты поиска</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Light or dark by the system</source>
        <translation>Тема системы</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>The language of the system</source>
        <translation>Язык системы</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Холст</translation>
    </message>
    <message>
        <source>Show the map of the whole scenario in the corner</source>
        <translation>Показывать в углу карту всего сценария</translation>
    </message>
    <message>
        <source>Snap to the grid and to other components when moving</source>
        <translation>Привязывать к сетке и другим компонентам при перемещении</translation>
    </message>
    <message>
        <source>Alt while dragging does the opposite.</source>
        <translation>Alt при перетаскивании действует наоборот.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Open the scenarios of the last time at the start</source>
        <translation>Открывать при запуске сценарии прошлого раза</translation>
    </message>
    <message>
        <source>Keep edits for the case of a crash after</source>
        <translation>Сохранять правки на случай сбоя через</translation>
    </message>
    <message>
        <source> s</source>
        <translation> с</translation>
    </message>
    <message>
        <source>Recent files to remember</source>
        <translation>Запоминать недавних файлов</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Очистить список</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Shortcuts of all actions</source>
        <translation>Сочетания клавиш всех действий</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Сочетания клавиш…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Сбросить всё</translation>
    </message>
    <message>
        <source>Everything here as the program came with it; shortcuts and recent files stay.</source>
        <translation>Всё здесь — как было сначала; сочетания клавиш и недавние файлы остаются.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::SheetContext</name>
    <message>
        <source>These values belong to no scenario, so there are no variables to add one to.</source>
        <translation>Эти значения не принадлежат сценарию, поэтому добавить переменную некуда.</translation>
    </message>
    <message>
        <source>component %1</source>
        <translation>компонент %1</translation>
    </message>
    <message>
        <source>component</source>
        <translation>компонент</translation>
    </message>
    <message>
        <source>These values belong to no scenario, so nothing keeps what a run starts with.</source>
        <translation>Эти значения не принадлежат сценарию, поэтому начальные значения запуска негде хранить.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::SheetExtras</name>
    <message>
        <source>Not used</source>
        <translation>Не используется</translation>
    </message>
    <message>
        <source>Not in the description</source>
        <translation>Нет в описании</translation>
    </message>
    <message>
        <source>Hidden: %1</source>
        <translation>Скрыто: %1</translation>
    </message>
    <message>
        <source>This value stays in the file, but with the other settings it does not apply: a run does not use it.</source>
        <translation>Это значение остаётся в файле, но при остальных настройках не действует: при выполнении оно не используется.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>Clear &quot;%1&quot;</source>
        <translation>Очистить «%1»</translation>
    </message>
    <message>
        <source>No description of this component knows this value. It is kept as it is.</source>
        <translation>Описание компонента не знает этого значения. Оно сохраняется как есть.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ShortcutEditor</name>
    <message>
        <source>Filter by name or shortcut…</source>
        <translation>Фильтр по названию или клавишам…</translation>
    </message>
    <message>
        <source>Filter actions</source>
        <translation>Фильтр действий</translation>
    </message>
    <message>
        <source>Actions and their shortcuts</source>
        <translation>Действия и их сочетания клавиш</translation>
    </message>
    <message>
        <source>New shortcut: press the keys</source>
        <translation>Новое сочетание: нажмите клавиши</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>The action then has no shortcut.</source>
        <translation>У действия не будет сочетания клавиш.</translation>
    </message>
    <message>
        <source>Use it here</source>
        <translation>Назначить здесь</translation>
    </message>
    <message>
        <source>The other action then has no shortcut.</source>
        <translation>У другого действия сочетания клавиш не останется.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>The shortcut that the program came with.</source>
        <translation>Сочетание, с которым поставляется программа.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Сбросить все</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>No action fits “%1”.</source>
        <translation>Для «%1» действий не нашлось.</translation>
    </message>
    <message>
        <source>Try a part of its name, or the keys of a shortcut.</source>
        <translation>Попробуйте часть названия или клавиши сочетания.</translation>
    </message>
    <message>
        <source>New shortcut for “%1”:</source>
        <translation>Новое сочетание для «%1»:</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”.</source>
        <translation>%1 уже принадлежит действию «%2».</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ShortcutList</name>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Сочетание</translation>
    </message>
    <message>
        <source>By default</source>
        <translation>По умолчанию</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::StatusLine</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n ошибка</numerusform>
            <numerusform>%n ошибки</numerusform>
            <numerusform>%n ошибок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n предупреждение</numerusform>
            <numerusform>%n предупреждения</numerusform>
            <numerusform>%n предупреждений</numerusform>
        </translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>только чтение</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменён</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранён</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>ещё не сохранён</translation>
    </message>
    <message>
        <source>saved on %1</source>
        <translation>сохранён: %1</translation>
    </message>
    <message>
        <source>not this state on %1</source>
        <translation>%1: другое состояние</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::StepDetails</name>
    <message>
        <source>Variables</source>
        <translation>Переменные</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Изменения</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Запрос</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>What is known of the step</source>
        <translation>Что известно о шаге</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Переменная</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
    <message>
        <source>After</source>
        <translation>После</translation>
    </message>
    <message>
        <source>What the step changed</source>
        <translation>Что изменил шаг</translation>
    </message>
    <message>
        <source>The step asked the cluster for nothing.</source>
        <translation>Шаг ничего не запрашивал у кластера.</translation>
    </message>
    <message>
        <source>The step got no answer.</source>
        <translation>Ответа на шаг не было.</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 через %2</translation>
    </message>
    <message>
        <source>until its carrier was ready %1</source>
        <translation>подготовка носителя %1</translation>
    </message>
    <message>
        <source>files %1</source>
        <translation>файлы %1</translation>
    </message>
    <message>
        <source>waiting for the answer %1</source>
        <translation>ожидание ответа %1</translation>
    </message>
    <message>
        <source>long texts are cut</source>
        <translation>длинные тексты обрезаны</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TaskStrip</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(и ещё %n)</numerusform>
            <numerusform>(и ещё %n)</numerusform>
            <numerusform>(и ещё %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>What is going on</source>
        <translation>Что выполняется</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Cancel what is going on</source>
        <translation>Отменить то, что выполняется</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TestSteps</name>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>идёт</translation>
    </message>
    <message>
        <source>works</source>
        <translation>работает</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>не удаётся</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>пропущен</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TextEditor</name>
    <message>
        <source>different values</source>
        <translation>разные значения</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TidyNotice</name>
    <message numerus="yes">
        <source>%n component(s) lie on one another.</source>
        <translation>
            <numerusform>%n компонент перекрывается другими.</numerusform>
            <numerusform>%n компонента перекрывают друг друга.</numerusform>
            <numerusform>%n компонентов перекрывают друг друга.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Упорядочить</translation>
    </message>
    <message>
        <source>Leave them so</source>
        <translation>Оставить как есть</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TidyRun</name>
    <message>
        <source>“dot” cannot be started. Tidying needs Graphviz (package graphviz).</source>
        <translation>Не удаётся запустить «dot». Для упорядочивания нужен Graphviz (пакет graphviz).</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Упорядочить</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TimelineModel</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>waiting for %1</source>
        <translation>ожидание %1</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>ожидание ответа</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>№</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Длилось</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>success</source>
        <translation>успех</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>истечение времени</translation>
    </message>
    <message>
        <source>error</source>
        <translation>ошибка</translation>
    </message>
    <message>
        <source>true</source>
        <translation>истина</translation>
    </message>
    <message>
        <source>false</source>
        <translation>ложь</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TransitionEditor</name>
    <message>
        <source>Show the component that &quot;%1&quot; leads to</source>
        <translation>Показать компонент, к которому ведёт «%1»</translation>
    </message>
    <message>
        <source>— not set —</source>
        <translation>— не задан —</translation>
    </message>
    <message>
        <source>different values</source>
        <translation>разные значения</translation>
    </message>
    <message>
        <source>Component %1 (not there)</source>
        <translation>Компонент %1 (отсутствует)</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TryDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Save the file to</source>
        <translation>Сохранить файл в</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Keep as card</source>
        <translation>Сохранить карточкой</translation>
    </message>
    <message>
        <source>Try an operation</source>
        <translation>Попробовать операцию</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Подключение</translation>
    </message>
    <message>
        <source>an id, or user=LOGIN, or point=INTEGRATION_POINT</source>
        <translation>id, user=ЛОГИН или point=ТОЧКА_ИНТЕГРАЦИИ</translation>
    </message>
    <message>
        <source>Makes a card of these values in the scenario</source>
        <translation>Создаёт в сценарии карточку с этими значениями</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>The operation</source>
        <translation>Операция</translation>
    </message>
    <message>
        <source>Pick a connection.</source>
        <translation>Выберите подключение.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Сохранить файл</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Run on a production cluster?</source>
        <translation>Запустить на рабочем кластере?</translation>
    </message>
    <message>
        <source>“%1” is marked as a production cluster.</source>
        <translation>«%1» отмечен как рабочий кластер.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TryResult</name>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Files of the connection</source>
        <translation>Файлы подключения</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменён</translation>
    </message>
    <message>
        <source>What comes of the operation is shown here.</source>
        <translation>Здесь будет показано, что вышло.</translation>
    </message>
    <message>
        <source>Lasts %1 more</source>
        <translation>Действует ещё %1</translation>
    </message>
    <message>
        <source>The link has run out.</source>
        <translation>Срок ссылки истёк.</translation>
    </message>
    <message>
        <source>The file was saved there.</source>
        <translation>Файл сохранён там.</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Успех</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Истечение времени</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>%1 in all · until its carrier was ready %2 · waiting for the answer %3</source>
        <translation>Всего %1 · подготовка носителя %2 · ожидание ответа %3</translation>
    </message>
    <message>
        <source>Done; the operation has no result.</source>
        <translation>Готово; у операции нет результата.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::TrySession</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Подключение к «%1»…</translation>
    </message>
    <message>
        <source>Looking for the connection…</source>
        <translation>Поиск подключения…</translation>
    </message>
    <message>
        <source>Performing…</source>
        <translation>Выполняется…</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::VariableEditor</name>
    <message>
        <source>different values</source>
        <translation>разные значения</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::VariablesPanel</name>
    <message>
        <source>Filter…</source>
        <translation>Фильтр…</translation>
    </message>
    <message>
        <source>Filter variables</source>
        <translation>Фильтр переменных</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Переменные</translation>
    </message>
    <message>
        <source>New variable…</source>
        <translation>Новая переменная…</translation>
    </message>
    <message>
        <source>Name of a new variable</source>
        <translation>Имя новой переменной</translation>
    </message>
    <message>
        <source>Type of a new variable</source>
        <translation>Тип новой переменной</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Declares the variable in this scenario.</source>
        <translation>Объявляет переменную в этом сценарии.</translation>
    </message>
    <message>
        <source>Find uses</source>
        <translation>Найти использования</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Rename everywhere</source>
        <translation>Переименовать везде</translation>
    </message>
    <message>
        <source>No scenario is open.</source>
        <translation>Нет открытого сценария.</translation>
    </message>
    <message>
        <source>Its variables are listed here.</source>
        <translation>Здесь перечисляются его переменные.</translation>
    </message>
    <message>
        <source>No variables yet</source>
        <translation>Переменных пока нет</translation>
    </message>
    <message>
        <source>They carry what components give to each other: a connection&apos;s id, an answer, a counter. Type a name above to declare one.</source>
        <translation>Они переносят то, что компоненты передают друг другу: идентификатор соединения, ответ, счётчик. Введите имя выше, чтобы объявить переменную.</translation>
    </message>
    <message>
        <source>No variable fits “%1”.</source>
        <translation>Для «%1» переменных не нашлось.</translation>
    </message>
    <message>
        <source>Try a part of its name, type or scope.</source>
        <translation>Попробуйте часть имени, типа или области.</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::ViewCommands</name>
    <message>
        <source>Zoom in</source>
        <translation>Увеличить</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Уменьшить</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Исходный размер</translation>
    </message>
    <message>
        <source>Zoom to everything</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Показать выделенное</translation>
    </message>
    <message>
        <source>Go to the canvas</source>
        <translation>Перейти к холсту</translation>
    </message>
    <message>
        <source>Go to the components</source>
        <translation>Перейти к компонентам</translation>
    </message>
    <message>
        <source>Go to the folder</source>
        <translation>Перейти к папке</translation>
    </message>
    <message>
        <source>Search actions and components…</source>
        <translation>Поиск действий и компонентов…</translation>
    </message>
    <message>
        <source>Light or dark by the system</source>
        <translation>Тема системы</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>The language of the system</source>
        <translation>Язык системы</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Help about this component</source>
        <translation>Справка по этому компоненту</translation>
    </message>
    <message>
        <source>A short guide</source>
        <translation>Краткое руководство</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Сочетания клавиш…</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>О Signalbox</translation>
    </message>
    <message>
        <source>Signalbox %1</source>
        <translation>Signalbox %1</translation>
    </message>
    <message>
        <source>Scenario designer for web socket operations.
GPL-3.0-or-later, built on Qt %1.</source>
        <translation>Проектирование сценариев с операциями веб-сокетов.
GPL-3.0-or-later, на основе Qt %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::WelcomePage</name>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>Draw a scenario, fill in its components, check it, and keep it as the platform&apos;s own JSON.</source>
        <translation>Начертите сценарий, заполните компоненты, проверьте и храните его как собственный JSON платформы.</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>Новый сценарий</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Недавние файлы</translation>
    </message>
    <message>
        <source>Files that you open appear here. A file can also be dropped on the window.</source>
        <translation>Здесь появятся открытые файлы. Файл можно и бросить на окно.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Open from cluster…</source>
        <translation>Открыть с кластера…</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::WindowPanels</name>
    <message>
        <source>Components</source>
        <translation>Компоненты</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Структура</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Свойства</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Переменные</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Проблемы (%1)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::Workspace</name>
    <message>
        <source>Open scenarios</source>
        <translation>Открытые сценарии</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Ещё не сохранён</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Строка %1, столбец %2: %3</translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>«%1» нельзя открыть</translation>
    </message>
    <message>
        <source>The file was not changed.</source>
        <translation>Файл не изменён.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>“%1” cannot be saved</source>
        <translation>«%1» нельзя сохранить</translation>
    </message>
    <message>
        <source>Save “%1”?</source>
        <translation>Сохранить «%1»?</translation>
    </message>
    <message>
        <source>It has edits that are not saved.</source>
        <translation>В нём есть несохранённые правки.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Не сохранять</translation>
    </message>
    <message>
        <source>“%1” on %2</source>
        <translation>«%1», %2</translation>
    </message>
    <message>
        <source>What the cluster holds was not changed.</source>
        <translation>Хранимое на кластере не изменено.</translation>
    </message>
    <message>
        <source>“%1” is open already</source>
        <translation>«%1» уже открыт</translation>
    </message>
    <message>
        <source>Saving “%1”…</source>
        <translation>Сохранение «%1»…</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>Открывается «%1»…</translation>
    </message>
    <message>
        <source>“%1” was not opened: cancelled</source>
        <translation>«%1» не открыт: отменено</translation>
    </message>
    <message>
        <source>Quit before this is done?</source>
        <translation>Выйти, не дожидаясь окончания?</translation>
    </message>
    <message>
        <source>It is still being made: %1</source>
        <translation>Ещё создаётся: %1</translation>
    </message>
    <message>
        <source>Quit when it is done</source>
        <translation>Выйти по окончании</translation>
    </message>
    <message>
        <source>Cancel it and quit</source>
        <translation>Прервать и выйти</translation>
    </message>
    <message>
        <source>Do not quit</source>
        <translation>Не выходить</translation>
    </message>
</context>
<context>
    <name>signalbox::designer::YesNoEditor</name>
    <message>
        <source>different values</source>
        <translation>разные значения</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation>ни да, ни нет</translation>
    </message>
</context>
<context>
    <name>signalbox::drawing::Card</name>
    <message>
        <source>next</source>
        <translation>далее</translation>
    </message>
    <message>
        <source>Component %1</source>
        <translation>Компонент %1</translation>
    </message>
    <message>
        <source>unknown component · %1</source>
        <translation>неизвестный компонент · %1</translation>
    </message>
</context>
<context>
    <name>signalbox::drawing::Exporting</name>
    <message>
        <source>&quot;%1&quot; is none of the suffixes %2, which say what to write.</source>
        <translation>«%1» — не одно из расширений %2, которые говорят, что записать.</translation>
    </message>
</context>
<context>
    <name>signalbox::drawing::Picture</name>
    <message>
        <source>The picture was not written: %1.</source>
        <translation>Рисунок не записан: %1.</translation>
    </message>
    <message>
        <source>The scenario has no components, so there is nothing to draw.</source>
        <translation>В сценарии нет компонентов, рисовать нечего.</translation>
    </message>
    <message>
        <source>The picture would be %1 × %2 pixels; at most %3 a side and %4 in all are drawn. Choose SVG or PDF, or a smaller scale.</source>
        <translation>Рисунок занял бы %1 × %2 пикселей; рисуется не более %3 по стороне и %4 всего. Выберите SVG или PDF либо меньший масштаб.</translation>
    </message>
    <message>
        <source>The picture was not written: it was cancelled.</source>
        <translation>Картинка не записана: отменено.</translation>
    </message>
</context>
<context>
    <name>signalbox::drawing::PrintPages</name>
    <message>
        <source>There is nothing to print: the scenario has no components.</source>
        <translation>Печатать нечего: в сценарии нет компонентов.</translation>
    </message>
    <message>
        <source>The paper leaves no room to print on. Choose larger paper or smaller margins.</source>
        <translation>На бумаге не остаётся места для печати. Выберите бумагу больше или поля меньше.</translation>
    </message>
    <message>
        <source>The drawing would take %1 pages at half its size; at most %2 are printed. Tidy it, choose larger paper, or export a picture.</source>
        <translation>Рисунок в половину размера занял бы страниц: %1; печатается не больше %2. Упорядочьте его, выберите бумагу больше или экспортируйте рисунок.</translation>
    </message>
</context>
<context>
    <name>signalbox::drawing::Theme</name>
    <message>
        <source>The theme is not valid at %1:</source>
        <translation>Тема неверна в месте %1:</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing here.</source>
        <translation>здесь недостаёт «%1».</translation>
    </message>
    <message>
        <source>a number from %1 to %2 is expected here.</source>
        <translation>здесь ожидается число от %1 до %2.</translation>
    </message>
    <message>
        <source>a list of one to %1 font families is expected here.</source>
        <translation>здесь ожидается список семейств шрифтов: от одного до %1.</translation>
    </message>
    <message>
        <source>&quot;solid&quot;, or &quot;dash&quot; or &quot;dot&quot; with the lengths of a stroke and of a gap are expected here.</source>
        <translation>здесь ожидается «solid» либо «dash» или «dot» с длинами штриха и промежутка.</translation>
    </message>
    <message>
        <source>a colour in the form #RRGGBB is expected here.</source>
        <translation>здесь ожидается цвет вида #RRGGBB.</translation>
    </message>
    <message>
        <source>The theme is not valid at line %1, column %2: %3</source>
        <translation>Тема неверна, строка %1, столбец %2: %3</translation>
    </message>
</context>
<context>
    <name>signalbox::editing::EditSession</name>
    <message>
        <source>Component %1</source>
        <translation>Компонент %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Добавить: %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Изменить: %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Сбросить: %1</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>There is no component with the oId %1.</source>
        <translation>Компонента с oId %1 нет.</translation>
    </message>
    <message>
        <source>This component has no way out &quot;%1&quot; that could lead anywhere.</source>
        <translation>У этого компонента нет выхода «%1», который мог бы куда-либо вести.</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>Соединить: %1</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>Разъединить: %1</translation>
    </message>
    <message>
        <source>Give an oId of its own</source>
        <translation>Дать собственный oId</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Вставить в переход</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Change the type of %1</source>
        <translation>Изменить тип %1</translation>
    </message>
    <message>
        <source>Change the scope of %1</source>
        <translation>Изменить область %1</translation>
    </message>
    <message>
        <source>Change the notes of this document</source>
        <translation>Изменить заметки этого документа</translation>
    </message>
</context>
<context>
    <name>signalbox::editing::OutlineModel</name>
    <message>
        <source>Component %1</source>
        <translation>Компонент %1</translation>
    </message>
    <message>
        <source>No component</source>
        <translation>Не компонент</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Компонент</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Семейство</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Ход</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
</context>
<context>
    <name>signalbox::editing::ProblemModel</name>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Важность</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Проблема</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Компонент</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Свойство</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
</context>
<context>
    <name>signalbox::editing::VariableModel</name>
    <message>
        <source>Number</source>
        <translation>Число</translation>
    </message>
    <message>
        <source>String</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Дата и время</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Локальная</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>Site, this domain</source>
        <translation>Сайт, этот домен</translation>
    </message>
    <message>
        <source>Site, shared</source>
        <translation>Сайт, общая</translation>
    </message>
    <message>
        <source>Global, this domain</source>
        <translation>Глобальная, этот домен</translation>
    </message>
    <message>
        <source>Global, common</source>
        <translation>Глобальная, общая</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Область</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Использований</translation>
    </message>
</context>
<context>
    <name>signalbox::inspect::ConnectionModel</name>
    <message>
        <source>It left while nobody was told.</source>
        <translation>Оно ушло, пока об этом некому было сообщить.</translation>
    </message>
    <message>
        <source>Its registration was not renewed in time.</source>
        <translation>Его регистрация не была вовремя продлена.</translation>
    </message>
    <message>
        <source>It closed the connection.</source>
        <translation>Оно закрыло соединение.</translation>
    </message>
    <message>
        <source>The cluster removed its registration.</source>
        <translation>Кластер снял его регистрацию.</translation>
    </message>
    <message>
        <source>The cluster removed all registrations of its owner.</source>
        <translation>Кластер снял все регистрации его владельца.</translation>
    </message>
    <message>
        <source>Gone %1 ago: %2</source>
        <translation>Ушло %1 назад: %2</translation>
    </message>
    <message>
        <source>%1, gone</source>
        <translation>%1, ушло</translation>
    </message>
    <message>
        <source>Known for connections that this program holds and for its own operations on others</source>
        <translation>Известно для соединений этой программы и для её собственных операций с другими</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>Владелец</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Возможности</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого времени</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Session left</source>
        <translation>Остаток сессии</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ответ за</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>signalbox::inspect::FileModel</name>
    <message>
        <source>uploading</source>
        <translation>загружается</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>скачивается</translation>
    </message>
    <message>
        <source>deleting</source>
        <translation>удаляется</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>SHA-256 %1…</source>
        <translation>SHA-256 %1…</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
</context>
<context>
    <name>signalbox::inspect::RegistrarFeed</name>
    <message>
        <source>The cluster&apos;s connections are not being followed.</source>
        <translation>За соединениями кластера наблюдение не ведётся.</translation>
    </message>
</context>
<context>
    <name>signalbox::inspect::SessionFiles</name>
    <message>
        <source>The connection has not answered in time.</source>
        <translation>Соединение не ответило вовремя.</translation>
    </message>
    <message>
        <source>The cluster&apos;s list of files is no JSON: %1</source>
        <translation>Список файлов от кластера не является JSON: %1</translation>
    </message>
</context>
<context>
    <name>signalbox::inspect::SessionModel</name>
    <message>
        <source>%1 (this program)</source>
        <translation>%1 (эта программа)</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Чья</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Осталось времени</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Соединения</translation>
    </message>
</context>
<context>
    <name>signalbox::inspect::TempLinkModel</name>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>закончилась</translation>
    </message>
    <message>
        <source>%1: whoever has this link needs no login</source>
        <translation>%1: у кого есть эта ссылка, тому не нужен вход</translation>
    </message>
    <message>
        <source>Temporary link to %1</source>
        <translation>Временная ссылка на %1</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Осталось времени</translation>
    </message>
</context>
<context>
    <name>signalbox::inspect::TimeText</name>
    <message>
        <source>%1 d %2</source>
        <translation>%1 д %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 мс</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 Б</translation>
    </message>
</context>
<context>
    <name>signalbox::journal::Database</name>
    <message>
        <source>Messages and runs cannot be kept: Qt&apos;s SQLite driver is not installed (package libqt6sql6-sqlite).</source>
        <translation>Сообщения и запуски нельзя сохранять: не установлен драйвер SQLite для Qt (пакет libqt6sql6-sqlite).</translation>
    </message>
    <message>
        <source>There is no journal &quot;%1&quot;.</source>
        <translation>Журнала «%1» нет.</translation>
    </message>
    <message>
        <source>The journal &quot;%1&quot; cannot be opened. Check the permissions of its folder.</source>
        <translation>Журнал «%1» не открывается. Проверьте права на его папку.</translation>
    </message>
    <message>
        <source>The disk is full: &quot;%1&quot; cannot take more messages. Make room on it.</source>
        <translation>Диск заполнен: «%1» не может принять новые сообщения. Освободите место.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is damaged or no journal of messages and runs.</source>
        <translation>«%1» повреждён или не является журналом сообщений и запусков.</translation>
    </message>
    <message>
        <source>The journal &quot;%1&quot; cannot be used: %2</source>
        <translation>Журнал «%1» нельзя использовать: %2</translation>
    </message>
    <message>
        <source>The journal holds a damaged block of messages.</source>
        <translation>В журнале есть повреждённый блок сообщений.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages are pinned, which is the most. Unpin some first.</source>
        <translation>
            <numerusform>Закреплено %n сообщение, больше нельзя. Сначала открепите некоторые.</numerusform>
            <numerusform>Закреплено %n сообщения, больше нельзя. Сначала открепите некоторые.</numerusform>
            <numerusform>Закреплено %n сообщений, больше нельзя. Сначала открепите некоторые.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is another program&apos;s file, not a journal of messages and runs.</source>
        <translation>«%1» — файл другой программы, а не журнал сообщений и запусков.</translation>
    </message>
    <message>
        <source>The journal &quot;%1&quot; was written by a newer version of Signalbox (form %2; this one knows %3).</source>
        <translation>Журнал «%1» записан более новой версией Signalbox (форма %2; эта знает %3).</translation>
    </message>
    <message>
        <source>%1 It was kept as &quot;%2&quot;, and a new one begun.</source>
        <translation>%1 Он сохранён как «%2», и начат новый.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Поиск отменён.</translation>
    </message>
    <message>
        <source>This message is not kept any more.</source>
        <translation>Это сообщение больше не хранится.</translation>
    </message>
    <message>
        <source>The folder of the journal &quot;%1&quot; cannot be made.</source>
        <translation>Не удаётся создать папку журнала «%1».</translation>
    </message>
    <message>
        <source>The journal &quot;%1&quot; is written by another window of Signalbox. Close that, or go on without keeping messages.</source>
        <translation>В журнал «%1» пишет другое окно Signalbox. Закройте его или продолжайте без сохранения сообщений.</translation>
    </message>
</context>
<context>
    <name>signalbox::journal::JsonLines</name>
    <message>
        <source>&quot;%1&quot; is missing or has a value that it cannot have.</source>
        <translation>«%1» отсутствует или имеет недопустимое значение.</translation>
    </message>
    <message>
        <source>A message is a JSON object.</source>
        <translation>Сообщение — это объект JSON.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Строка %1: %2</translation>
    </message>
    <message>
        <source>it is longer than %1 bytes.</source>
        <translation>она длиннее %1 байт.</translation>
    </message>
    <message>
        <source>There are more than %1 messages; only those were read.</source>
        <translation>Сообщений больше чем %1; прочитаны только они.</translation>
    </message>
</context>
<context>
    <name>signalbox::journal::JsonPath</name>
    <message>
        <source>a path begins with $</source>
        <translation>путь начинается с $</translation>
    </message>
    <message>
        <source>JSON path, character %1: %2.</source>
        <translation>Путь JSON, символ %1: %2.</translation>
    </message>
    <message>
        <source>a name is expected; write others than letters, digits, _ and - as [&apos;name&apos;]</source>
        <translation>ожидается имя; всё, кроме букв, цифр, _ и -, пишите как [&apos;имя&apos;]</translation>
    </message>
    <message>
        <source>] is expected</source>
        <translation>ожидается ]</translation>
    </message>
    <message>
        <source>the quotation mark %1 has no end</source>
        <translation>кавычка %1 не закрыта</translation>
    </message>
    <message>
        <source>a number, * or a name in quotation marks is expected</source>
        <translation>ожидается число, * или имя в кавычках</translation>
    </message>
    <message>
        <source>a dot or [ is expected</source>
        <translation>ожидается точка или [</translation>
    </message>
</context>
<context>
    <name>signalbox::journal::Matcher</name>
    <message>
        <source>Regular expression, character %1: %2.</source>
        <translation>Регулярное выражение, символ %1: %2.</translation>
    </message>
</context>
<context>
    <name>signalbox::journal::Recording</name>
    <message>
        <source>&quot;%1&quot; was not written: the disk is full. Make room on it and try again.</source>
        <translation>«%1» не записан: диск заполнен. Освободите место и повторите.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2.</source>
        <translation>«%1» не удаётся записать: %2.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>There is no question with its answer among these messages, so there is nothing to make rules of. Show a connection where somebody asked and was answered.</source>
        <translation>Среди этих сообщений нет вопроса с ответом, поэтому правила делать не из чего. Покажите соединение, где кто-то спросил и получил ответ.</translation>
    </message>
</context>
<context>
    <name>signalbox::journal::RunStore</name>
    <message>
        <source>This run is not kept any more.</source>
        <translation>Этот запуск больше не хранится.</translation>
    </message>
    <message>
        <source>This step is not kept any more.</source>
        <translation>Этот шаг больше не хранится.</translation>
    </message>
</context>
<context>
    <name>signalbox::peering::RuleReader</name>
    <message>
        <source>a text that is not empty is expected here.</source>
        <translation>здесь ожидается непустой текст.</translation>
    </message>
    <message>
        <source>a number of milliseconds or two of them, least and most, are expected here.</source>
        <translation>здесь ожидается число миллисекунд или два: наименьшее и наибольшее.</translation>
    </message>
    <message>
        <source>a list of at most %1 messages is expected here.</source>
        <translation>здесь ожидается список не более чем из %1 сообщений.</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>правило %1</translation>
    </message>
    <message>
        <source>a rule answers with &quot;reply&quot; or with &quot;error&quot;, not with both.</source>
        <translation>правило отвечает «reply» или «error», но не обоими.</translation>
    </message>
    <message>
        <source>a list of at most %1 rules is expected here.</source>
        <translation>здесь ожидается список не более чем из %1 правил.</translation>
    </message>
    <message>
        <source>The rules are not valid at %1:</source>
        <translation>Правила неверны, место %1:</translation>
    </message>
</context>
<context>
    <name>signalbox::scenario::TextGraph</name>
    <message>
        <source>Component %1</source>
        <translation>Компонент %1</translation>
    </message>
    <message>
        <source>no component %1</source>
        <translation>нет компонента %1</translation>
    </message>
</context>
<context>
    <name>signalbox::simulator::ConfigReader</name>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <translation>%1, строка %2, позиция %3: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>Не хватает «%1».</translation>
    </message>
    <message>
        <source>a text is expected here.</source>
        <translation>здесь ожидается текст.</translation>
    </message>
    <message>
        <source>a list of texts is expected here.</source>
        <translation>здесь ожидается список текстов.</translation>
    </message>
    <message>
        <source>this is there twice; it must be unique.</source>
        <translation>это встречается дважды, а должно быть единственным.</translation>
    </message>
    <message>
        <source>&quot;/ws#&quot; and a capability, or &quot;/ws#*&quot; for all, is expected here.</source>
        <translation>здесь ожидается «/ws#» с возможностью или «/ws#*» для всех.</translation>
    </message>
    <message>
        <source>there is no capability &quot;%1&quot;; those of plug-ins stand under &quot;plugins&quot;.</source>
        <translation>возможности «%1» нет; возможности плагинов указываются в «plugins».</translation>
    </message>
    <message>
        <source>there is no role &quot;%1&quot; under &quot;roles&quot;.</source>
        <translation>роли «%1» нет в «roles».</translation>
    </message>
    <message>
        <source>a list is expected here.</source>
        <translation>здесь ожидается список.</translation>
    </message>
    <message>
        <source>32 hexadecimal digits are expected here.</source>
        <translation>здесь ожидаются 32 шестнадцатеричные цифры.</translation>
    </message>
    <message>
        <source>&quot;token&quot; or &quot;user&quot; is expected here.</source>
        <translation>здесь ожидается «token» или «user».</translation>
    </message>
    <message>
        <source>either &quot;point&quot; or &quot;user&quot; is needed here.</source>
        <translation>здесь нужно либо «point», либо «user».</translation>
    </message>
    <message>
        <source>there is no integration point &quot;%1&quot;.</source>
        <translation>нет точки интеграции «%1».</translation>
    </message>
    <message>
        <source>there is no user &quot;%1&quot;.</source>
        <translation>нет пользователя «%1».</translation>
    </message>
    <message>
        <source>a UUID is expected here.</source>
        <translation>здесь ожидается UUID.</translation>
    </message>
    <message>
        <source>a scenario (an object with &quot;code&quot; and &quot;scriptdata&quot;) is expected here.</source>
        <translation>здесь ожидается сценарий (объект с «code» и «scriptdata»).</translation>
    </message>
    <message>
        <source>&quot;scriptdata&quot; is missing or no object.</source>
        <translation>нет «scriptdata», или это не объект.</translation>
    </message>
    <message>
        <source>The configuration is not valid at %1:</source>
        <translation>Конфигурация неверна, место %1:</translation>
    </message>
    <message>
        <source>16 to 256 letters, digits and signs without blanks are expected here.</source>
        <translation>здесь ожидается от 16 до 256 букв, цифр и знаков без пробелов.</translation>
    </message>
</context>
<context>
    <name>signalbox::simulator::FaultReader</name>
    <message>
        <source>The faults are not valid at %1:</source>
        <translation>Неисправности заданы неверно, место %1:</translation>
    </message>
    <message>
        <source>a text that is not empty is expected here.</source>
        <translation>здесь ожидается непустой текст.</translation>
    </message>
    <message>
        <source>&quot;in&quot; (to the cluster) or &quot;out&quot; (from the cluster) is expected here.</source>
        <translation>здесь ожидается &quot;in&quot; (к кластеру) или &quot;out&quot; (от кластера).</translation>
    </message>
    <message>
        <source>%1 is no code that a close frame may bear.</source>
        <translation>%1 — не код, который может стоять в кадре закрытия.</translation>
    </message>
    <message>
        <source>a text of at most %1 characters is expected here.</source>
        <translation>здесь ожидается текст не длиннее %1 знаков.</translation>
    </message>
    <message>
        <source>&quot;text&quot; (a text frame that is no JSON) or &quot;bytes&quot; (a text frame that is no UTF-8) is expected here.</source>
        <translation>здесь ожидается &quot;text&quot; (текстовый кадр, который не JSON) или &quot;bytes&quot; (текстовый кадр, который не UTF-8).</translation>
    </message>
    <message>
        <source>a rule does one of these only: %1.</source>
        <translation>правило делает только одно из этого: %1.</translation>
    </message>
    <message>
        <source>this goes with &quot;status&quot; only.</source>
        <translation>это бывает только вместе с &quot;status&quot;.</translation>
    </message>
    <message>
        <source>the rule does nothing; known are %1.</source>
        <translation>правило ничего не делает; известны: %1.</translation>
    </message>
    <message>
        <source>files</source>
        <translation>файлы</translation>
    </message>
    <message>
        <source>HTTP requests</source>
        <translation>запросы HTTP</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>кадры</translation>
    </message>
    <message>
        <source>the rule is about %1, where this means nothing; %2 do.</source>
        <translation>правило касается: %1; там это ничего не значит, подходят: %2.</translation>
    </message>
    <message>
        <source>the rule is about %1, to which this cannot happen.</source>
        <translation>правило касается: %1; с этим такое случиться не может.</translation>
    </message>
    <message>
        <source>of control frames &quot;:ping&quot; and &quot;:pong&quot; are known.</source>
        <translation>из управляющих кадров известны &quot;:ping&quot; и &quot;:pong&quot;.</translation>
    </message>
    <message>
        <source>a ping or a pong comes late or not at all, or the connection ends with it; nothing else can happen to it.</source>
        <translation>ping или pong опаздывает, пропадает или обрывает соединение; другого с ним случиться не может.</translation>
    </message>
    <message>
        <source>only rules about frames count for each connection.</source>
        <translation>только правила о кадрах считаются для каждого соединения отдельно.</translation>
    </message>
    <message>
        <source>only the body of an answer (&quot;out&quot;) is cut.</source>
        <translation>обрезается только тело ответа (&quot;out&quot;).</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>правило %1</translation>
    </message>
    <message>
        <source>this is there twice; it must be unique.</source>
        <translation>это встречается дважды, а должно быть единственным.</translation>
    </message>
    <message>
        <source>a number over 0 and at most 1 is expected here.</source>
        <translation>здесь ожидается число больше 0 и не больше 1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing.</source>
        <translation>Не хватает «%1».</translation>
    </message>
    <message>
        <source>a list of at most %1 rules is expected here.</source>
        <translation>здесь ожидается список не более чем из %1 правил.</translation>
    </message>
</context>
</TS>
