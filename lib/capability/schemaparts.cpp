// SPDX-License-Identifier: GPL-3.0-or-later
#include "capability/schemaparts.h"

#include <QUrl>

namespace signalbox::capability {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

constexpr int mostHops = 64;

} // namespace

/// An alternative that is still being followed.
struct SchemaWalk::Open {
    SchemaParts found;
    QList<const Json *> waiting;
};

const Json *SchemaWalk::follow(const Json *schema, SchemaParts &into) const
{
    for (int hop = 0; hop < mostHops; ++hop) {
        const Json *reference = schema->find(u"$ref");
        if (!reference || !reference->isString())
            return schema;
        const QString text = reference->toString();
        schema = text.startsWith(u'#') ? m_root.resolve(QUrl::fromPercentEncoding(text.sliced(1).toUtf8())) : nullptr;
        if (!schema)
            return nullptr;
        into.opened.append(schema);
    }
    return nullptr;
}

QList<SchemaParts> SchemaWalk::alternatives(const QList<const Json *> &schemas)
{
    QList<SchemaParts> finished;
    QList<Open> open{Open{{}, schemas}};
    while (!open.isEmpty() && finished.size() < mostAlternatives && !isExhausted()) {
        Open current = open.takeFirst();
        QList<Open> branches;
        while (!current.waiting.isEmpty() && branches.isEmpty()) {
            ++m_steps;
            const Json *schema = follow(current.waiting.takeFirst(), current.found);
            if (!schema || (schema->isBool() && !schema->toBool())) {
                current.found.isImpossible = true;
                break;
            }
            if (!schema->isObject() || current.found.parts.contains(schema))
                continue;
            current.found.parts.append(schema);
            for (const Json &part : (*schema)[u"allOf"].items())
                current.waiting.append(&part);
            // Each way that a choice leaves goes on with everything else that waits; more choices than one are taken one by one.
            QList<QList<const Json *>> ways;
            const auto choose = [&ways](const QList<QList<const Json *>> &choices) {
                if (choices.isEmpty())
                    return;
                QList<QList<const Json *>> combined;
                for (const QList<const Json *> &way : ways.isEmpty() ? QList<QList<const Json *>>{{}} : ways) {
                    for (const QList<const Json *> &choice : choices) {
                        if (combined.size() < mostAlternatives)
                            combined.append(way + choice);
                    }
                }
                ways = combined;
            };
            for (const QStringView combination : {u"oneOf", u"anyOf"}) {
                QList<QList<const Json *>> choices;
                for (const Json &part : (*schema)[combination].items())
                    choices.append(QList<const Json *>{&part});
                choose(choices);
            }
            if (const Json *condition = schema->find(u"if")) {
                QList<const Json *> holds{condition};
                QList<const Json *> doesNot;
                if (const Json *then = schema->find(u"then"))
                    holds.append(then);
                if (const Json *otherwise = schema->find(u"else"))
                    doesNot.append(otherwise);
                choose({holds, doesNot});
            }
            for (const QList<const Json *> &way : std::as_const(ways))
                branches.append(Open{current.found, way + current.waiting});
        }
        if (branches.isEmpty()) {
            if (!current.found.isImpossible)
                finished.append(current.found);
        } else {
            open = branches + open;
        }
    }
    return finished;
}

} // namespace signalbox::capability
