// SPDX-License-Identifier: GPL-3.0-or-later
// AsyncAPI documents that the tests of this folder read, and what they ask of them.
#pragma once

#include "capability/capabilities.h"

#include "core/jsonreader.h"

namespace signalbox::test {

inline const char shopYaml[] = R"(asyncapi: 3.0.0
info: {title: Shop, version: 1.0.0}
defaultContentType: application/json
channels:
  shop:
    address: plugin_shop
    messages:
      changed:
        $ref: '#/components/messages/Changed'
      confirm:
        name: order_confirm
        title: Confirm
        summary: Asks for a confirmation.
        payload:
          type: object
          required: [order]
          properties:
            order: {$ref: '#/components/schemas/Number'}
            count: {type: integer, minimum: 1}
        examples:
          - {name: one, payload: {order: A-1, count: 1}}
          - {name: headers only, headers: {}}
          - {name: two, payload: {order: A-2}}
  notes:
    address: null
    messages:
      note: {contentType: text/plain, payload: {type: string}}
  empty:
operations:
  tell: {action: send, channel: {$ref: '#/channels/shop'}, messages: [{$ref: '#/channels/shop/messages/changed'}]}
  ask:
    action: send
    channel: {$ref: '#/channels/shop'}
    messages: [{$ref: '#/channels/shop/messages/confirm'}]
    reply: {channel: {$ref: '#/channels/shop'}}
components:
  messages:
    Changed:
      name: order_changed
      payload: {type: object}
  schemas:
    Number: {type: string, pattern: '^[A-Z]-[0-9]+$'}
)";

inline const char shopJson[] = R"({"asyncapi":"3.0.0","info":{"title":"Shop","version":"1.0.0"},"defaultContentType":"application/json",
"channels":{
 "shop":{"address":"plugin_shop","messages":{
  "changed":{"$ref":"#/components/messages/Changed"},
  "confirm":{"name":"order_confirm","title":"Confirm","summary":"Asks for a confirmation.",
   "payload":{"type":"object","required":["order"],"properties":{"order":{"$ref":"#/components/schemas/Number"},"count":{"type":"integer","minimum":1}}},
   "examples":[{"name":"one","payload":{"order":"A-1","count":1}},{"name":"headers only","headers":{}},{"name":"two","payload":{"order":"A-2"}}]}}},
 "notes":{"address":null,"messages":{"note":{"contentType":"text/plain","payload":{"type":"string"}}}},
 "empty":null},
"operations":{
 "tell":{"action":"send","channel":{"$ref":"#/channels/shop"},"messages":[{"$ref":"#/channels/shop/messages/changed"}]},
 "ask":{"action":"send","channel":{"$ref":"#/channels/shop"},"messages":[{"$ref":"#/channels/shop/messages/confirm"}],"reply":{"channel":{"$ref":"#/channels/shop"}}}},
"components":{"messages":{"Changed":{"name":"order_changed","payload":{"type":"object"}}},
 "schemas":{"Number":{"type":"string","pattern":"^[A-Z]-[0-9]+$"}}}})";

/// A document with one channel "c" and whatever else is given.
inline QByteArray document(const QByteArray &messages, const QByteArray &rest = {})
{
    return R"({"asyncapi":"3.0.0","channels":{"c":{"messages":)" + messages + "}}" + rest + "}";
}

/// An operation on channel "c".
inline QByteArray operation(const QByteArray &members)
{
    return R"(,"operations":{"o":{"action":"send","channel":{"$ref":"#/channels/c"})" + members + "}}";
}

inline QStringList codes(const capability::Capabilities &capabilities, QStringView capability)
{
    QStringList found;
    for (const capability::Message *message : capabilities.messages(capability))
        found.append(message->code + (message->request ? QStringLiteral("?") : QString()));
    return found;
}

inline core::Json json(const QByteArray &text)
{
    return *core::readJson(text);
}

inline bool accepts(const capability::Message *message, const QByteArray &content)
{
    return message->schema->validate(json(content)).isEmpty();
}

} // namespace signalbox::test
