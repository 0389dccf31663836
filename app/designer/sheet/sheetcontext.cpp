// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/sheetcontext.h"

#include "editing/quickfix.h"
#include "scenario/componentcodes.h"

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

template <typename... Ts>
struct Cases : Ts... {
    using Ts::operator()...;
};

} // namespace

SheetContext::SheetContext(const Workbench &workbench, QObject *parent) : QObject(parent), m_workbench(workbench)
{
    connect(&workbench.appearance, &Appearance::changed, this, &SheetContext::themeChanged);
}

void SheetContext::setSubject(editing::SheetModel *model, editing::EditSession *session)
{
    if (m_session != session) {
        if (m_session)
            m_session->disconnect(this);
        m_session = session;
        if (m_session)
            connect(m_session, &editing::EditSession::changed, this, &SheetContext::take);
    }
    if (m_model != model) {
        if (m_model)
            m_model->disconnect(this);
        m_model = model;
        if (m_model)
            connect(m_model, &editing::SheetModel::rowChanged, this, &SheetContext::valuesChanged);
    }
}

void SheetContext::take(const editing::ChangeEvent &event)
{
    std::visit(Cases{[this](const editing::ObjectsAdded &) { Q_EMIT componentsChanged(); },
                     [this](const editing::ObjectsRemoved &) { Q_EMIT componentsChanged(); },
                     [this](const editing::ObjectsChanged &) { Q_EMIT componentsChanged(); },
                     [this](const editing::VariablesChanged &) { Q_EMIT variablesChanged(); },
                     [this](const editing::ExtensionChanged &) { Q_EMIT inputsChanged(); }, [](const editing::EntityChanged &) {},
                     [this](const editing::DocumentReset &) {
                         Q_EMIT variablesChanged();
                         Q_EMIT componentsChanged();
                         Q_EMIT inputsChanged();
                     }},
               event);
}

QStringList SheetContext::variables() const
{
    QStringList names;
    if (m_session) {
        for (const scenario::Variable &variable : m_session->scenario().variables())
            names.append(variable.name);
    }
    names.sort(Qt::CaseInsensitive);
    names.removeDuplicates();
    return names;
}

expression::SlotOf SheetContext::slotOf(bool isTemplate) const
{
    if (!isTemplate)
        return {};
    const QStringList names = variables();
    return [known = QSet<QString>(names.cbegin(), names.cend())](QStringView name) {
        return known.contains(name.toString()) ? 0 : -1;
    };
}

bool SheetContext::knowsVariable(const QString &name) const
{
    if (!m_session)
        return false;
    const QList<scenario::Variable> variables = m_session->scenario().variables();
    return std::any_of(variables.begin(), variables.end(), [&name](const scenario::Variable &variable) { return variable.name == name; });
}

std::optional<core::ValueType> SheetContext::variableType(QStringView name) const
{
    if (!m_session)
        return std::nullopt;
    for (const scenario::Variable &variable : m_session->scenario().variables()) {
        if (variable.name == name)
            return dialect().valueType(variable.type);
    }
    return std::nullopt;
}

core::Result<void> SheetContext::createVariable(const QString &name, core::ValueType type)
{
    if (!m_session)
        return core::fail(u"not_found"_s, tr("These values belong to no scenario, so there are no variables to add one to."));
    return m_session->addVariable(name, dialect().valueTypeId(type), dialect().locationLocal);
}

QList<ComponentName> SheetContext::components() const
{
    QList<ComponentName> found;
    if (!m_session)
        return found;
    const scenario::Scenario &document = m_session->scenario();
    for (qsizetype i = 0; i < document.objectCount(); ++i) {
        const std::optional<qint64> id = document.objectId(i);
        if (!id || document.objectType(i) == scenario::component::start)
            continue;
        if (const std::optional<ComponentName> name = component(*id))
            found.append(*name);
    }
    return found;
}

std::optional<ComponentName> SheetContext::component(qint64 id) const
{
    if (!m_session)
        return std::nullopt;
    const scenario::Scenario &document = m_session->scenario();
    const qsizetype index = document.indexOf(id);
    if (index < 0)
        return std::nullopt;
    ComponentName result{id, document.object(index)[scenario::code::name].toString(), {}};
    const std::optional<qint64> number = document.objectType(index);
    const catalogue::ComponentType *type = number ? m_workbench.catalogue.find(*number) : nullptr;
    if (type)
        result.type = catalogue::translated(type->title.isEmpty() ? type->name : type->title);
    else
        result.type = number ? tr("component %1").arg(*number) : tr("component");
    if (result.name.isEmpty())
        result.name = u"%1 %2"_s.arg(result.type).arg(id);
    return result;
}

QString SheetContext::fixTitle(const core::Diagnostic &problem) const
{
    const std::optional<editing::QuickFix> fix = m_session ? editing::quickFix(*m_session, problem) : std::nullopt;
    return fix ? fix->title : QString();
}

std::optional<ConnectionChoice> SheetContext::boundConnection(const Json &argument) const
{
    return m_session ? designer::boundConnection(*m_session, argument) : std::nullopt;
}

core::Result<void> SheetContext::bindConnection(const ConnectionChoice &choice)
{
    const editing::PropertyTarget *target = m_model ? m_model->target() : nullptr;
    if (!m_session || !target)
        return core::fail(u"not_found"_s, tr("These values belong to no scenario, so nothing keeps what a run starts with."));
    QList<qint64> ids;
    for (const Json &object : target->objects()) {
        if (const std::optional<qint64> id = object[scenario::code::id].toInt())
            ids.append(*id);
    }
    return designer::bindConnection(*m_session, ids, choice);
}

void SheetContext::unbindConnection(const Json &argument)
{
    if (m_session)
        designer::unbindConnection(*m_session, argument);
}

Json SheetContext::object() const
{
    const editing::PropertyTarget *target = m_model ? m_model->target() : nullptr;
    const QList<Json> objects = target ? target->objects() : QList<Json>();
    return objects.isEmpty() ? Json() : objects.first();
}

std::optional<qint64> SheetContext::objectId() const
{
    return object()[scenario::code::id].toInt();
}

const catalogue::ComponentType *SheetContext::type() const
{
    const editing::PropertyTarget *target = m_model ? m_model->target() : nullptr;
    return target ? target->type() : nullptr;
}

} // namespace signalbox::designer
