<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU">
    <context>
        <name>Argument</name>
        <message>
            <source>An argument is an object with argType, varType and value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The kind of argument %1 is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variable "%1" is not declared.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ArgumentRules</name>
        <message>
            <source>"%1" must be an argument {"argType", "varType", "value"}, but it is %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The argument "%1" has no "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" of the argument "%2" must be a whole number, but it is %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The argument "%1" is of the unknown kind %2; known are constant, variable, expression and template.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The argument "%1" has the unknown type %2; known are number, string and date-time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The argument "%1" has no "value".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"value" of the argument "%1" must be a string, also for a number, but it is %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" needs a number, but "%2" is none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" needs a date and time such as 2026-01-31T12:00:00Z, but "%2" is none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 (column %2 of the expression)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Variable "%1" is not declared (column %2 of the expression). Declare it or correct its name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No variable is named here. Choose one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Variable "%1" is not declared. Declare it or correct its name.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Arguments</name>
        <message>
            <source>The option --%1 is given twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The option --%1 takes no value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The option --%1 needs a value: %2.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AsyncCall</name>
        <message>
            <source>The operation was cancelled.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Capabilities</name>
        <message>
            <source>AsyncAPI %1 cannot be read, only 3.0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not an AsyncAPI document: it has no text "asyncapi" with the version, such as 3.0.0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must be an object.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must be text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The operation names no channel.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must be a list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The operation names a message that its channel does not have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are more than %1 messages.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The payload's schema cannot be used: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>line %1, column %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 holds more than %2 capability descriptions; none was read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The schema format "%1" is not JSON Schema (draft 7) and cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The schemas of the document are too large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A schema must be an object, true or false.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A list of schemas is wanted here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An object of schemas is wanted here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The schema %1 is defined by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reference "%1" leads in a circle.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reference "%1" leads out of the document. Put what it names into the document.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reference "%1" must be "#" with a JSON pointer behind it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reference "%1" names something that is not there.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Carrier</name>
        <message>
            <source>The cluster gave no reason for the error.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The carrier scenario ended before the operation had an outcome.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The session with the cluster has ended.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Catalogue</name>
        <message>
            <source>The name %1 belongs to component %2 already; component %3 needs another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, line %2, column %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The component description is not valid: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are two properties with the code %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>every object has a key %1, so no property can have this code.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the minimum of %1 is over its maximum.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has two options with the id %2 or the code %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the default of %1 is none of its options.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has a condition but is not marked as conditional.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the condition of %1 names the property %2, which is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the condition of %1 names %1 itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the condition of %1 names the property %2, which is neither a choice nor a yes/no.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the condition of %1 names the option "%2", which %3 does not have.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there are two outcomes with the code %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the outcome %1 names %2, which is not a transition.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>two outcomes take the transition %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no outcome takes the transition %1.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClusterLink</name>
        <message>
            <source>A cluster that is given by its address needs --domain and --login.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The simulated cluster has no administrator, or no integration point with svcscript.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The simulated cluster did not start: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <source>There is no option %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no verb "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A verb is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something is missing: %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is too much.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2
Try: %1 --help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usage: signalbox-cli %1 %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Options:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Usage: signalbox-cli [OPTION]… VERB …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checks and runs scenarios of web socket operations against a real or a simulated cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Verbs:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Options of all verbs, before or after the verb:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exit codes: 0 done as wished, 1 ran and failed, 2 wrong usage, 3 invalid input file, 4 cluster unreachable or refused,
5 our fault.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ComponentVerb</name>
        <message>
            <source>List the components, or show one with its properties.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With --set, show says which properties are shown for these values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A property's value: an option's code or id, or a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is "component list" or "component show NAME".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--set belongs to "component show".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--set has the form CODE=VALUE, not "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 has no property "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no component "%1". "component list" shows what there is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mode</source>
            <translation>Режим</translation>
        </message>
        <message>
            <source>Branching pattern</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Types of scenarios</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outcomes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starter module</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> — hidden for these values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, default %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, in %1</source>
            <translation type="unfinished" />
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
            <source>Does one of the file actions with the temporary directory of the session on the web server that serves the given web socket connection (category websocktemp). External applications reach these files through the API when they are authorised under the user's account in the same session as the given web socket connection.</source>
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
            <source>Special path of the file, one that the scenario's handler can reach. Used by the operation that places a file on the web server for download.</source>
            <translation>Специальный путь к файлу, доступный обработчику сценария. Используется операцией, которая выкладывает файл на веб-сервер для скачивания.</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Действие</translation>
        </message>
        <message>
            <source>What to do with files in the session's temporary directory on the web server that serves the given connection (category websocktemp). Used by the operation on websocktemp files.</source>
            <translation>Что сделать с файлами во временном каталоге сессии на веб-сервере, который обслуживает указанное соединение (категория websocktemp). Используется операцией с файлами websocktemp.</translation>
        </message>
        <message>
            <source>Get file list</source>
            <translation>Получить список файлов</translation>
        </message>
        <message>
            <source>Returns the list of files in the web server's websocktemp directory.</source>
            <translation>Возвращает список файлов в каталоге websocktemp веб-сервера.</translation>
        </message>
        <message>
            <source>Get file</source>
            <translation>Получить файл</translation>
        </message>
        <message>
            <source>Fetches the file with the given name from the web server's websocktemp directory and saves it in the temporary directory of the running scenario.</source>
            <translation>Забирает файл с указанным именем из каталога websocktemp веб-сервера и сохраняет его во временном каталоге выполняемого сценария.</translation>
        </message>
        <message>
            <source>Place file</source>
            <translation>Поместить файл</translation>
        </message>
        <message>
            <source>Puts a file into the web server's websocktemp directory. The file is taken from a special path that the scenario's handler can reach.</source>
            <translation>Помещает файл в каталог websocktemp веб-сервера. Файл берётся по специальному пути, доступному обработчику сценария.</translation>
        </message>
        <message>
            <source>Delete file</source>
            <translation>Удалить файл</translation>
        </message>
        <message>
            <source>Deletes the file with the given name from the web server's websocktemp directory.</source>
            <translation>Удаляет файл с указанным именем из каталога websocktemp веб-сервера.</translation>
        </message>
        <message>
            <source>Special path of the file to put, one that the scenario's handler can reach. Used by the operation on files of category websocktemp.</source>
            <translation>Специальный путь к помещаемому файлу, доступный обработчику сценария. Используется операцией с файлами категории websocktemp.</translation>
        </message>
        <message>
            <source>File Name</source>
            <translation>Имя файла</translation>
        </message>
        <message>
            <source>Name of the file in the temporary directory on the connection's web server (category websocktemp). Used by the operation on files of that category. A file that is put without a name gets the last part of its path as its name.</source>
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
    </context>
    <context>
        <name>ContentRules</name>
        <message>
            <source>The message body is not JSON: %1 (line %2, column %3 of the body)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message body is not what %1/%2 asks for: %3 (at %4 of the body)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message body carries a "qid" of its own: as the component waits for the answer, the server replaces it. Remove it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text of variable "%1" goes into a JSON string as it is: a quotation mark or a backslash in it would break the message (column %2 of the body).</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Dialect</name>
        <message>
            <source>"%1" must be a whole number from 0 to 2147483647.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must be true or false.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must be a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A dialect must be a JSON object.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A dialect has no field "%1".</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Expression</name>
        <message>
            <source>The condition is neither true or false nor a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no result for these values, or it is too large for a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no variable "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A date and time cannot be added to; ++ joins it as text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A division by zero has no result.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Argument %1 must be a whole number from %2 to %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression has more than %1 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no opening parenthesis for this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two values are compared with ==.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An operator is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression is nested deeper than %1 levels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The expression ends where a value is expected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A value is expected here: a number, a "text", a [variable] or a function.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is not a number, or too large a one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This text has no closing quote. A quote within a text is written twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This bracket is not closed. A variable is written [name].</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no name in these brackets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This parenthesis is not closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An operator or a closing parenthesis is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no function "%1". A variable stands in brackets, a text in quotes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" needs its arguments in parentheses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" takes %2 arguments, not %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" takes %2 to %3 arguments, not %4.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The parenthesis of this function is not closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A comma or a closing parenthesis is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" has too many arguments.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FlowRules</name>
        <message>
            <source>No way leads here from a Start, so this component never runs. Lead a transition to it or remove it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" leads nowhere: when it is taken, the scenario ends with transfer_not_set. Lead it to a component.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no label component with the label "%1". Add one or correct the label.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another label component above has the label "%1" too. Give each its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Components %1 form a loop in which nothing waits: it may take the whole processor until a limit ends the run. Put a pause into it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FormatVerb</name>
        <message>
            <source>Rewrite scenario files in canonical form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"-" reads standard input and writes standard output. A file that is no scenario is left as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write nothing; exit with 1 if a file would change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave out x-signalbox, as on upload.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"-" stands alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is not a valid scenario file and was left as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text would change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 would change.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>GlobalOptions</name>
        <message>
            <source>The cluster: its address (http or https), or "simulated", an embedded one for this command's life (the default).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Domain of the login.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User for REST and the user API.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Environment variable that holds the password. Else the keychain, else a prompt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Environment variable that holds the token of the token API. Else the keychain, else a prompt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own address of a node, for files that only this node has.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificates (PEM) to trust beside the system's.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client certificate (PEM).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key of the client certificate (PEM).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text for people (the default), or one JSON document on standard output.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the traffic with the cluster on standard error, secrets masked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show help and exit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the version and exit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--format is text or json, not "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--%1 is for a cluster that is given by its address; the simulated one has its own. Add --cluster URL.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--cluster must not hold a login or password; use --login and --password-env.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--cluster is "simulated" or an address such as https://host:port, not "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--client-cert and --client-key belong together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--node has the form SITE/NODE=URL, not "%1".</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Inputs</name>
        <message>
            <source>Inputs have "startparams" and "variables", but no "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A start parameter has a number from 1 to %1, not "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A variable has a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This number is too large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An input is a text, a number or {"connection": "…"}, but this is %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An object as an input has exactly one member, "connection".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"connection" says which one, as in "point=crm,capability=msg" or "user=anna,capability=rest".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must be an object, but it is %2.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JsonKind</name>
        <message>
            <source>true or false</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a string</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an array</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an object</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>null</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>JsonSchema</name>
        <message>
            <source>The value is nested too deeply to be checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A key is too long to be checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON Schema is not valid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value could not be checked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No value is allowed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value has the wrong type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not allowed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value is none of the allowed ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value is not the one that is demanded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No item is of the demanded kind.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are too many items.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number must be at most %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number must be less than %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number must be at least %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number must be greater than %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There may be at most %1 items.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There must be at least %1 items.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text may have at most %1 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text must have at least %1 characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There may be at most %1 members.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There must be at least %1 members.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A value of this kind is not allowed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value fits several alternatives of which it must fit one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text does not match the pattern %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is not a valid %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number must be a multiple of %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An item stands here twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value fits none of the alternatives.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not as demanded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A member is not as demanded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The value is not as demanded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON Schema is not valid at "%1": %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it refers to "#%1", which is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it has more than %1 definitions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it is too large or nested too deeply.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a schema must be an object, true or false.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>$ref must be a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The JSON Schema refers to "%1" at "%2"; references to other documents are not followed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it must be an array of schemas.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it must be an object.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no such type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it must be an array.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it must be a regular expression.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it must be a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it must be a number over 0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it must be true or false.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it refers to itself without an end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>too many schemas apply to one value.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LocalFiles</name>
        <message>
            <source>There is no file "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not a regular file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file "%1" cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not of the form CATEGORY=DIR, such as SYNC_COMMON=./files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The category TEMP is the run's own temporary directory; choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no folder "%1" for the category %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no file "%1": nothing was put into :TEMP in this run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The path "%1" leaves its category's folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run's temporary directory could not be made: %1</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LoginGuard</name>
        <message>
            <source>After %1 failed logins within %2 seconds the cluster refuses this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 have failed: wait %2 seconds before you try again.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Machine</name>
        <message>
            <source>property %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>property %1: "%2" is no time in milliseconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>property resultVariable: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the label of %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>property %1: there is no label "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The limit of %1 components was reached before %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run was stopped from outside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: the transition %2 is not set.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: the transition %2 leads to object %3, which does not exist.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time limit of %1 s was reached while %2 was waiting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time limit of %1 s was reached before %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variable "%1" is not declared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variable "%1" of opts.variables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variable "%1", given at the start,</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is not declared in the scenario.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no start parameter %1; they are numbered from 1 to %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start parameter 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 cannot go to the variable "%2" of type %3: %4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>property %1, column %2: %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The texts of a run are limited to %1 characters together.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Operation</name>
        <message>
            <source>The file path is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file path holds a NUL character.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name of the API extension is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message code is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time to wait must be over 0 and at most %1 s, not %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection id is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file name is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is no file name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file name holds a NUL character.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A file name must not hold "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file name holds half a character (a lone surrogate).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file name has %1 bytes; at most %2 are possible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing came back in time</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>a list of variables and values is needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mode %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: the variable "%2" of errorVariable is no string and cannot receive the error's text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a transition holds the target's oId, a whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the variable "%1" is not declared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a variable's name is a string.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no variable is named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is none of the options.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1, property %2: %3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 (object %2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" (object %2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The scenario has no start component of type Start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The scenario has %1 start components of type Start; it must have one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variable "%1" has the unknown type %2; it is taken for a string.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variable "%1" has a wider scope than the script; here it lives for this run only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opts.variables gives a value to "%1", which is not declared.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opts.variables, variable "%1": %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 objects have the oId %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The scenario needs components that cannot run here: %1. The cluster may run them; here they must be taken out of the way.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PropertyRules</name>
        <message>
            <source>"%1" has a value, but with the other settings of this component it does not apply: a run does not use it. Clear it or change those settings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is needed, but it is empty. Fill it in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 (yes) or 0 (no)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the number of an option</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 (yes)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>0 (no)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" has no option %2; it has %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a string</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>more than %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at least %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at most %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is %2, but it must be %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The path in "%1" has no category; on the platform paths begin with one, such as :TEMP/ or :SYNC_COMMON/.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the name of a variable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the oId of a component</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" leads to component %2, but there is none with this oId. Lead it elsewhere or clear it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an array of assignments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An assignment must be an object {"variable", "value"}, but this is %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This assignment has no "variable".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"variable" of an assignment must be the name of a variable, but it is %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This assignment has no "value".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must hold %2, but it holds %3.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>PropertyValue</name>
        <message>
            <source>"%1" is no option of %2. There are: %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is yes (1) or no (0), not "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 is a whole number, not "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 cannot be given on the command line.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RemoteOperations</name>
        <message>
            <source>The session with the cluster has ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is on the cluster as %1, but it could not be brought here: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no link to it.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n thing(s) could not be removed from the cluster: %1. A later session removes them.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>RunController</name>
        <message>
            <source>The run was stopped: its time of %1 s was up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This run has no cluster.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunInputs</name>
        <message>
            <source>"inputs" must be an object with "startparams" and "variables".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"inputs" holds "startparams" and "variables", both objects; "%1" is neither.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start parameters have the numbers 1 to %1, not "%2".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The scenario has no variable "%1". It has: %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variable "%1" cannot have this value: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScenarioReader</name>
        <message>
            <source>A scenario is a JSON object, but this file holds %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"objects" must be an array of components, but it is %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no scenario: it has neither an array "objects" nor an object "scriptdata".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no scenario: its "scriptdata" has no array "objects".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"scriptdata" must be an object, but it is a string. If it holds the scenario as text, put that JSON there itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"scriptdata" must be an object with "objects" and "variables", but it is %1.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SecretSource</name>
        <message>
            <source>The environment variable %1 is not set.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password of %1: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Token of the token API: </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no password. Name an environment variable that holds it with --password-env.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no token. Name an environment variable that holds it with --token-env.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StructureRules</name>
        <message>
            <source>A variable "%1" is declared above; scenarios find variables by name, so this one is never used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must be %2, but it is %3.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A variable must be an object, but this is %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This variable has no "name".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The variable's name is empty; give it one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This variable has no "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" of a variable must be a whole number, but it is %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>another number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Variable "%1" has the unknown type %2; known are %3 (number), %4 (string) and %5 (date-time).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Variable "%1" has the unknown location %2; known are %3 to %4.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A component must be an object, but this is %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Component type %1 is not described here: it is kept as it is, and a run on a cluster may use it, but it cannot run here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is another Start of type Start above; a scenario has exactly one. Remove this one or make it a post-processing start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This component has no "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" must be a whole number, but it is %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>oId %1 is already that of component %2 of this file; transitions lead to that one. Give this one another oId.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no Start of type Start, so nothing would run. Add one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Variable "%1" is declared, but nothing uses it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>UploadStream</name>
        <message>
            <source>There is no file “%1”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” cannot be read: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” changed or became unreadable while it was being sent.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ValidateVerb</name>
        <message>
            <source>Check scenario files and print every finding.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Capability descriptions (AsyncAPI 3.0) beside a scenario, *.asyncapi.json and *.asyncapi.yaml, are used as well.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Warnings fail the check, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A capability description to check contents against.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 error(s), %2 warning(s).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No problems.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Value</name>
        <message>
            <source>"%1" is not a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not a date and time such as 2000-01-01T00:00:00Z.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>YamlReader</name>
        <message>
            <source>There is a second document in the file; only one is read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The alias stands inside of what it names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A key must be text, not a list or a map.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are more than %1 values, aliases counted in full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A key must be text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key "%1" is there twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>JSON has no number %1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tag %1 is not known or does not fit here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is nested more than %1 levels deep.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a control character, which YAML does not allow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is not UTF-8.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The text is larger than %1 bytes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing in the file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The YAML is not valid: %1.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>core</name>
        <message>
            <source>There is no connection to the cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain refuses access. Unlock it, or allow Signalbox to use it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no keychain service on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The keychain does not answer as it should.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster</name>
        <message>
            <source>The cluster answered “%1” without saying what is wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster refuses: %1 (%2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster's answer “%1” lists no capabilities.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster refuses these capabilities: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” is not the address of a cluster: http://HOST:PORT or https://HOST:PORT is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” holds no certificate in PEM form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“%1” holds no private key in PEM form without a password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A client certificate and its key must be given together.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster::HttpCall</name>
        <message>
            <source>The session with the cluster is over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The transfer of %1 has made no progress for %2 s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster has not answered %1 within %2 s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster's answer is too large: %1 bytes, and at most %2 are taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster's answer is too large: at most %1 bytes are taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection broke in the middle of the cluster's answer: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster's answer was cut: %1 of %2 bytes came.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 bytes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster::LinkOpenCall</name>
        <message>
            <source>There is a connection to the cluster already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster at %1 has not accepted the connection within %2 s.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster::LinkRequestCall</name>
        <message>
            <source>The cluster has not answered “%1” within %2 s.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster::LoginCall</name>
        <message>
            <source>The cluster accepted the login but set no cookie, so that there is no session.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 User “%2” has as many sessions as the cluster allows. Log out elsewhere, or have an administrator close one of this user's sessions (GET /rest/v1/master/logicalroles/ws/sessions lists them, DELETE with a session's id closes one).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The login of “%1” failed. %2 %3</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster::OpenLinkCall</name>
        <message>
            <source>There is no token for the cluster's token API.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster::RestClient</name>
        <message>
            <source>The cluster's answer is not JSON (it begins “%1”). Is %2 the address of a cluster?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster redirects to %1 (HTTP %2), which is not followed. Use that address if you trust it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster refuses: %1 (HTTP %2, error %3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster refuses without saying why (HTTP %1).</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster::RestClientPrivate</name>
        <message>
            <source>The session with the cluster has expired or was closed. Log in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster at %1 cannot be reached: %2</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::cluster::WsLink</name>
        <message>
            <source>connecting to %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ignored a binary message of %1 bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection to the cluster was closed (%1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster no longer answers: %1 pings went unanswered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dropped an answer that nobody waits for: %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message has %1 bytes; at most %2 can be sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster does not take the messages that wait to be sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no connection to the cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster at %1 allows no more connections (HTTP %2). Close one of this user's sessions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster at %1 refuses the connection (HTTP %2). Is the token or the session valid?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster at %1 refuses the connection (HTTP %2).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster at %1 cannot be reached: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many requests wait for the cluster's answer already.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::peering::RuleReader</name>
        <message>
            <source>the whole document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rules are not valid at %1 (line %2, column %3): %4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rules are not valid at %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an object is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not known here; known are %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a whole number from %1 to %2 is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a text that is not empty is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a number of milliseconds or two of them, least and most, are expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a list of at most %1 messages is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rule %1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a rule answers with "reply" or with "error", not with both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true or false is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a list of at most %1 rules is expected here.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::protocol</name>
        <message>
            <source>The message has %1 bytes; at most %2 are allowed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message cannot be read: %1 (line %2, column %3)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The message is not an array of exactly two elements that begins with a method's name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster's answer is not what was expected: a list was expected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1 (item %2 of the list)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::protocol::MemberReader</name>
        <message>
            <source>The cluster's answer is not what was expected: an object was expected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a text that is not empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an integer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a list of names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster's answer is not what was expected: “%1” is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster's answer is not what was expected: “%1” should be %2.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::secrets::KeychainCall</name>
        <message>
            <source>The keychain has not answered within %1 seconds. Is it waiting to be unlocked?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>signalbox::simulator::ConfigReader</name>
        <message>
            <source>%1, line %2, column %3: %4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the whole document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The configuration is not valid at %1 (line %2, column %3): %4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The configuration is not valid at %1: %2</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an object is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is not known here; known are %2.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"%1" is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a text is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a list of texts is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a whole number from %1 to %2 is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this is there twice; it must be unique.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a list is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>32 hexadecimal digits are expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"token" or "user" is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>either "point" or "user" is needed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no integration point "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there is no user "%1".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a UUID is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a scenario (an object with "code" and "scriptdata") is expected here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"scriptdata" is missing or no object.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
