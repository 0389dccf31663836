// SPDX-License-Identifier: GPL-3.0-or-later
// A session on a small document, with manual time and a log of what it tells.
#pragma once

#include "editing/editsession.h"
#include "scenario/scenarioreader.h"
#include "support/manualtime.h"
#include "unit/scenario/documents.h"

#include <QUndoStack>

namespace signalbox::test {

inline const catalogue::Catalogue &builtIn()
{
    static const catalogue::Catalogue catalogue = catalogue::Catalogue::builtIn();
    return catalogue;
}

inline scenario::Scenario readDocument(const QString &text)
{
    const scenario::ReadResult read = scenario::readScenario(text.toUtf8());
    if (!read.scenario)
        qFatal("not a scenario: %s", qPrintable(read.diagnostics.first().message));
    return *read.scenario;
}

inline QString eventText(const editing::ChangeEvent &event)
{
    using namespace editing;
    const auto withIds = [](const QString &what, const QList<qint64> &ids) {
        QStringList words{what};
        for (const qint64 id : ids)
            words.append(QString::number(id));
        return words.join(u' ');
    };
    struct Namer {
        decltype(withIds) &with;
        QString operator()(const ObjectsAdded &e) const { return with(u"added"_s, e.ids); }
        QString operator()(const ObjectsRemoved &e) const { return with(u"removed"_s, e.ids); }
        QString operator()(const ObjectsChanged &e) const { return with(u"changed"_s, e.ids); }
        QString operator()(const VariablesChanged &) const { return u"variables"_s; }
        QString operator()(const ExtensionChanged &) const { return u"extension"_s; }
        QString operator()(const EntityChanged &) const { return u"entity"_s; }
        QString operator()(const DocumentReset &) const { return u"reset"_s; }
    };
    return std::visit(Namer{withIds}, event);
}

class Stage final
{
public:
    explicit Stage(const QString &text) : session(readDocument(text), builtIn(), dialect, nullptr, &clock, &random)
    {
        QObject::connect(&session, &editing::EditSession::changed, &session,
                         [this](const editing::ChangeEvent &event) { log.append(eventText(event)); });
    }

    QString text() const { return QString::fromUtf8(session.scenario().root().toCompact()); }
    QString object(qint64 id) const { return QString::fromUtf8(session.object(id).toCompact()); }
    QUndoStack &stack() { return session.undoStack(); }
    QStringList takeLog() { return std::exchange(log, {}); }

    core::Dialect dialect;
    ManualClock clock{1'764'000'000'000}; // 2025-11-24 16:00:00
    core::SeededRandom random{1};
    editing::EditSession session;
    QStringList log;
};

} // namespace signalbox::test
