// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/references.h"

#include <QCoreApplication>
#include <QUrl>

namespace signalbox::capability {

using namespace Qt::StringLiterals;
using core::Diagnostic;
using core::Json;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};

/// More references in a row are taken for a circle.
constexpr int maxHops = 64;

const Json nothing;

tl::unexpected<Diagnostic> wrongReference(const QString &message, const QString &pointer, core::JsonPlace place)
{
    return tl::unexpected(findingAt(u"capability.reference"_s, message, pointer, place));
}

} // namespace

Diagnostic findingAt(const QString &code, const QString &message, const QString &pointer, core::JsonPlace place)
{
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.message = message;
    diagnostic.pointer = pointer;
    diagnostic.line = place.line;
    diagnostic.column = place.column;
    return diagnostic;
}

tl::unexpected<Diagnostic> wrongSchema(const QString &message, const Target &at)
{
    return tl::unexpected(findingAt(u"capability.schema"_s, message, at.pointer, at.node->place()));
}

Found<QString> textIn(const Target &of, const QString &key)
{
    const Json &value = (*of.node)[key];
    if (value.isNull() || value.isString())
        return value.toString();
    return wrongSchema(Text::tr("\"%1\" must be text.").arg(key), {&value, of.pointer + u'/' + key});
}

Found<Target> References::follow(Target from) const
{
    int hops = 0;
    return follow(std::move(from), hops);
}

Found<Target> References::member(const Target &of, const QString &key) const
{
    const Json *found = of.node->find(key);
    if (!found)
        return Target{&nothing, {}};
    return follow({found, of.pointer + u'/' + core::pointerToken(key)});
}

Found<Target> References::object(const Target &of, const QString &key) const
{
    return member(of, key).and_then([&key](const Target &found) -> Found<Target> {
        if (found.node->isNull() || found.node->isObject())
            return found;
        return wrongSchema(Text::tr("\"%1\" must be an object.").arg(key), found);
    });
}

Found<Target> References::follow(Target from, int &hops) const
{
    while (from.node->isObject()) {
        const Json *reference = from.node->find(u"$ref");
        if (!reference || !reference->isString())
            break;
        Found<Target> next = resolve(*reference, from.pointer + "/$ref"_L1, hops);
        if (!next)
            return next;
        from = *std::move(next);
    }
    return from;
}

/// Walks token by token, so that a reference may also lead through another one.
Found<Target> References::resolve(const Json &reference, const QString &at, int &hops) const
{
    const QString text = reference.toString();
    const auto wrong = [&](const QString &message) {
        return wrongReference(message, at, reference.place());
    };
    if (++hops > maxHops)
        return wrong(Text::tr("The reference \"%1\" leads in a circle.").arg(text));
    if (!text.startsWith(u'#'))
        return wrong(Text::tr("The reference \"%1\" leads out of the document. Put what it names into the document.").arg(text));
    const QString pointer = QUrl::fromPercentEncoding(text.sliced(1).toUtf8());
    if (!pointer.isEmpty() && !pointer.startsWith(u'/'))
        return wrong(Text::tr("The reference \"%1\" must be \"#\" with a JSON pointer behind it.").arg(text));
    Target target{&m_root, {}};
    const QStringList tokens = pointer.isEmpty() ? QStringList() : pointer.sliced(1).split(u'/');
    for (const QString &token : tokens) {
        Found<Target> node = follow(target, hops);
        if (!node)
            return node;
        const QString step = u'/' + token;
        target = {node->node->resolve(step), node->pointer + step};
        if (!target.node)
            return wrong(Text::tr("The reference \"%1\" names something that is not there.").arg(text));
    }
    return target;
}

} // namespace signalbox::capability
