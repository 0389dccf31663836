// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/quickfix.h"

#include "editing/variableplaces.h"
#include "scenario/componentcodes.h"
#include "scenario/diagnosticcodes.h"

#include <array>

namespace signalbox::editing {

using catalogue::Property;
using catalogue::PropertyKind;
using core::Json;
using namespace Qt::StringLiterals;
namespace dc = scenario::diagnosticcode;

namespace {

class Fixes final
{
    Q_DECLARE_TR_FUNCTIONS(QuickFix)

public:
    using Fix = std::optional<QuickFix>;

    Fixes(const EditSession &session, const core::Diagnostic &problem) : m_session(session), m_problem(problem) {}

    Fix find() const
    {
        struct Entry {
            QStringView code;
            Fix (Fixes::*fix)() const = nullptr;
        };
        static constexpr std::array entries{
            Entry{dc::undeclared, &Fixes::declare},          Entry{dc::unused, &Fixes::removeVariable},
            Entry{dc::unknownType, &Fixes::setType},         Entry{dc::unknownLocation, &Fixes::setLocation},
            Entry{dc::hidden, &Fixes::clearHidden},          Entry{dc::toNothing, &Fixes::cutDead},
            Entry{dc::propertyKind, &Fixes::useDefault},     Entry{dc::unknownOption, &Fixes::useDefault},
            Entry{dc::outOfRange, &Fixes::useDefault},       Entry{dc::argumentKind, &Fixes::useDefault},
            Entry{dc::duplicateId, &Fixes::renumber},        Entry{dc::noStart, &Fixes::addStart},
            Entry{dc::unreachable, &Fixes::removeUnreached}, Entry{dc::unknownArgumentType, &Fixes::useDefault}};
        const auto entry = std::find_if(entries.begin(), entries.end(), [this](const Entry &one) { return one.code == m_problem.code; });
        return entry == entries.end() ? std::nullopt : (this->*entry->fix)();
    }

private:
    Fix declare() const
    {
        const scenario::Scenario &document = m_session.scenario();
        const QSet<QString> declared = declaredVariables(document);
        const VariablePlaces places(m_session.catalogue(), m_session.dialect(), declared);
        QStringList missing;
        places.map(object(), [&](const QString &name, const QString &property) {
            if (property == m_problem.property && !declared.contains(name) && !missing.contains(name))
                missing.append(name);
            return name;
        });
        if (missing.isEmpty())
            return std::nullopt;
        const auto title = [missing] {
            return (missing.size() == 1 ? tr("Declare the variable %1") : tr("Declare the variables %1")).arg(missing.join(u", "_s));
        };
        return QuickFix{title(), [missing, title](EditSession &session) {
                            const EditSession::Gesture gesture(session, title);
                            for (const QString &name : missing)
                                static_cast<void>(session.addVariable(name, session.dialect().typeString, session.dialect().locationLocal));
                        }};
    }

    Fix removeVariable() const
    {
        const QString name = variableName();
        if (name.isEmpty())
            return std::nullopt;
        return QuickFix{tr("Remove the variable %1").arg(name), [name](EditSession &session) {
                            static_cast<void>(session.removeVariable(name));
                        }};
    }

    Fix setType() const
    {
        const QString name = variableName();
        if (name.isEmpty() || m_session.dialect().valueType(variable()[u"type"].toInt().value_or(0)))
            return std::nullopt;
        return QuickFix{tr("Make %1 a string").arg(name), [name](EditSession &session) {
                            static_cast<void>(session.setVariableType(name, session.dialect().typeString));
                        }};
    }

    Fix setLocation() const
    {
        const QString name = variableName();
        const core::Dialect &dialect = m_session.dialect();
        const qint64 location = variable()[u"location"].toInt().value_or(0);
        if (name.isEmpty() || (location >= dialect.locationLocal && location <= dialect.locationLast))
            return std::nullopt;
        return QuickFix{tr("Make %1 local").arg(name), [name](EditSession &session) {
                            static_cast<void>(session.setVariableLocation(name, session.dialect().locationLocal));
                        }};
    }

    Fix clearHidden() const { return clear(tr("Clear the value")); }

    Fix cutDead() const
    {
        const Property *known = property();
        const bool isTransition =
            known ? known->kind == PropertyKind::Transition : m_problem.property.startsWith(scenario::transitionPrefix);
        return isTransition ? clear(tr("Remove the dead transition")) : std::nullopt; // of a goto the label is meant
    }

    Fix useDefault() const
    {
        const Property *known = property();
        if (!known || m_session.typeOf(m_problem.object.value_or(0))->isRequired(*known, object()))
            return std::nullopt;
        return clear(known->defaultTitle.isEmpty() ? tr("Clear the value")
                                                   : tr("Set the default: %1").arg(catalogue::translated(known->defaultTitle)));
    }

    Fix clear(const QString &title) const
    {
        if (!m_problem.object || !object().contains(m_problem.property))
            return std::nullopt;
        return QuickFix{title, [id = *m_problem.object, code = m_problem.property](EditSession &session) {
                            session.clearProperty({id}, code);
                        }};
    }

    Fix renumber() const
    {
        const std::optional<qsizetype> position = indexIn(scenario::code::objects);
        const scenario::Scenario &document = m_session.scenario();
        if (!position || !m_problem.object || document.objectId(*position) != m_problem.object ||
            document.indexOf(*m_problem.object) == *position)
            return std::nullopt;
        return QuickFix{tr("Give it an oId of its own"), [at = *position](EditSession &session) {
                            session.renumberObject(at);
                        }};
    }

    Fix addStart() const
    {
        return QuickFix{tr("Add a Start"), [](EditSession &session) {
                            QPoint at(16, 16);
                            for (const Json &one : session.scenario().objects()) // left of all that is there
                                at.setX(std::min(at.x(), static_cast<int>(one[u"oLeft"].toInt().value_or(at.x() + 96)) - 96));
                            session.addObject(scenario::component::start, at);
                        }};
    }

    Fix removeUnreached() const
    {
        if (object().isNull())
            return std::nullopt;
        return QuickFix{tr("Remove the component"), [id = *m_problem.object](EditSession &session) {
                            session.removeObjects({id});
                        }};
    }

    const Json &object() const
    {
        static const Json none;
        return m_problem.object ? m_session.object(*m_problem.object) : none;
    }

    const Property *property() const
    {
        const catalogue::ComponentType *type = m_problem.object ? m_session.typeOf(*m_problem.object) : nullptr;
        return type ? type->property(m_problem.property) : nullptr;
    }

    /// Of a problem about a declaration.
    const Json &variable() const
    {
        const qsizetype index = indexIn(scenario::code::variables).value_or(-1);
        return m_session.scenario().scriptData()[scenario::code::variables].at(index);
    }
    QString variableName() const { return variable()[scenario::code::name].toString(); }

    /// The item of this list that the problem's pointer leads to.
    std::optional<qsizetype> indexIn(QStringView list) const
    {
        const QString prefix = m_session.scenario().scriptPointer() + u'/' + list.toString() + u'/';
        if (!m_problem.pointer.startsWith(prefix))
            return std::nullopt;
        const QString index = m_problem.pointer.sliced(prefix.size()).section(u'/', 0, 0);
        bool isNumber = false;
        const qlonglong value = index.toLongLong(&isNumber);
        return isNumber && value >= 0 ? std::optional(static_cast<qsizetype>(value)) : std::nullopt;
    }

    const EditSession &m_session;
    const core::Diagnostic &m_problem;
};

} // namespace

std::optional<QuickFix> quickFix(const EditSession &session, const core::Diagnostic &problem)
{
    return Fixes(session, problem).find();
}

bool applyFix(EditSession &session, const core::Diagnostic &problem)
{
    const std::optional<QuickFix> fix = quickFix(session, problem);
    if (fix)
        fix->apply(session);
    return fix.has_value();
}

} // namespace signalbox::editing
