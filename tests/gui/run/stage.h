// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window with a scenario to run, and the embedded cluster to run it on.
#pragma once

#include "designer/run/rundesk.h"
#include "designer/run/runpanel.h"
#include "journal/journal.h"
#include "support/windowstage.h"

#include <QLabel>
#include <QTableView>
#include <QUndoStack>

namespace signalbox::test {

using namespace Qt::StringLiterals;
using RunState = designer::RunSession::State;

class RunStage final : public WindowStage
{
public:
    explicit RunStage(Stage &scene) : WindowStage(scene), m_scene(scene) {}
    ~RunStage() { shut(); }

    /// Runs are kept from now on, and those of the last time are there.
    void keepRuns()
    {
        if (!journal)
            journal = std::make_unique<journal::Journal>(path(u"journal.sqlite"_s));
        window->runs().setJournal(*journal);
    }

    void open(const QString &example) { workspace().openExample(u":/examples/"_s + example + u".json"_s, example); }
    void openText(const QByteArray &text, const QString &title)
    {
        const QString file = path(title + u".json"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
        out.close();
        workspace().open({file});
    }

    designer::RunSession *session() const { return window->runs().current(); }
    RunState state() const { return session() ? session()->state() : RunState::Ended; }
    QString said() const { return child<QLabel>(*window, "run.state").text(); }
    QTableView &timeline() const { return child<QTableView>(*window, "run.timeline"); }
    qint64 idOf(const QString &name) const
    {
        const scenario::Scenario &scenario = page().document().session().scenario();
        for (qsizetype i = 0; i < scenario.objectCount(); ++i) {
            if (scenario.object(i)[u"name"].toString() == name)
                return *scenario.objectId(i);
        }
        return 0;
    }
    void select(const QString &name) const { page().canvas().canvas().select({idOf(name)}); }
    drawing::CardRun card(const QString &name) const { return page().canvas().canvas().run().state().cards.value(idOf(name)); }
    qint64 taken(const QString &name, const QString &outcome) const
    {
        return page().canvas().canvas().run().state().edges.value({idOf(name), outcome}).taken;
    }

    /// The window's own time goes on meanwhile.
    bool until(const std::function<bool()> &holds)
    {
        return QTest::qWaitFor(
            [&] {
                m_scene.scheduler.advance(std::chrono::milliseconds(100));
                return holds();
            },
            30000);
    }
    bool untilOver()
    {
        return until([this] { return session() && session()->isOver(); });
    }
    bool untilHeld()
    {
        return until([this] { return state() == RunState::Held; });
    }

    std::unique_ptr<journal::Journal> journal;

private:
    Stage &m_scene;
};

} // namespace signalbox::test
