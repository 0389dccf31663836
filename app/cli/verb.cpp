// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verb.h"

#include <ostream>

namespace signalbox::cli {

using namespace Qt::StringLiterals;

Verb::Verb(Context &context, GlobalOptions globals, Arguments arguments, QString name)
    : m_context(context), m_globals(std::move(globals)), m_arguments(std::move(arguments)), m_name(std::move(name))
{}

void Verb::print(const QString &line)
{
    m_context.out << line.toStdString() << '\n';
    m_context.out.flush();
}

void Verb::printJson(const core::Json &document)
{
    const QByteArray text = document.toPretty();
    m_context.out.write(text.constData(), text.size());
    m_context.out.flush();
}

void Verb::complain(const QString &message)
{
    note(u"signalbox-cli %1: %2"_s.arg(m_name, message));
}

void Verb::note(const QString &line)
{
    m_context.err << line.toStdString() << '\n';
    m_context.err.flush();
}

} // namespace signalbox::cli
