// SPDX-License-Identifier: GPL-3.0-or-later
// The runs of the open documents: sees to it that one may begin (no errors, inputs, a person's consent on a production cluster), begins
// it, shows it in the panel and on the canvas. One run a document; the last one stays until the next.
#pragma once

#include "designer/run/runmarks.h"
#include "designer/shell/windowparts.h"

#include <QThreadPool>

#include <list>
#include <map>

namespace signalbox::journal {
class Journal;
}

namespace signalbox::designer {

class DocumentPage;
class RunPanel;
class StoredRuns;
class TryDialog;

class RunDesk final : public QObject
{
    Q_OBJECT

public:
    /// What parts names must outlive it, as must the others.
    RunDesk(const WindowParts &parts, LiveCluster &live, RunPanel &panel);
    ~RunDesk() override;

    /// Where runs are kept, those that begin from now on; it must outlive this. Without it they are known until the next one begins.
    void setJournal(journal::Journal &journal);

    struct Wish {
        enum class Extent : quint8 {
            Whole,    ///< from the start
            FromHere, ///< from the selected component
            OnlyThis, ///< the selected component alone
            OnCluster ///< whole, and the cluster runs it
        };
        Extent extent = Extent::Whole;
        bool asksInputs = false; ///< although they are known
        bool holdsFirst = false;
    };
    /// Begins, or says why not. Nothing happens while the document's run goes on.
    void run(const Wish &wish);
    /// The run of the document in front, over or not; nullptr: there was none.
    RunSession *current() const;
    /// Whether it goes on.
    bool isRunning() const { return current() && !current()->isOver(); }

    /// The steps of the run that is shown as JSON Lines, or its outcome as JUnit XML.
    void exportRun();
    bool canExport() const;

    void toggleBreakpoint();
    void editBreakpoints();
    void removeBreakpoints();
    bool hasBreakpoints() const;

    /// Its component 144, or one of its own, tried alone; page may be null: nothing is prefilled.
    void tryOperation();
    bool canTry() const;

    /// Another document is in front.
    void showCurrent();

Q_SIGNALS:
    /// What of the actions is enabled may be other.
    void stateChanged();

private:
    struct Desk {
        std::unique_ptr<RunSession> session;
        RunMarks *marks = nullptr; ///< the page's
    };
    Desk &deskOf(DocumentPage *page);
    /// Tidies up on the cluster in the background.
    void retire(const std::shared_ptr<ClusterLine> &line);
    void keepAsCard(const core::Json &values);
    void refuse(const QString &why);
    bool hasErrors(DocumentPage *page, const Wish &wish, std::optional<qint64> object);
    void askInputs(DocumentPage *page, const Wish &wish);
    void prepare(DocumentPage *page, const Wish &wish, const runner::RunInputs &inputs);
    void askProduction(DocumentPage *page, const std::shared_ptr<RunPlan> &plan);
    void begin(DocumentPage *page, RunPlan plan);
    void onState(DocumentPage *page, RunSession *session);
    void replay(int row);
    void listPast();
    void showPast(const QString &id);
    void showDetails(qint64 number);

    const WindowParts m_parts;
    LiveCluster &m_live;
    RunPanel &m_panel;
    std::map<DocumentPage *, Desk> m_desks;
    std::list<std::shared_ptr<ClusterLine>> m_closing; ///< being tidied up
    journal::Journal *m_journal = nullptr;
    std::unique_ptr<StoredRuns> m_stored;
    std::unique_ptr<RunLog> m_past; ///< that is shown in place of the document's own
    QString m_pastId;
    QPointer<TryDialog> m_try; ///< one at a time
    QThreadPool m_thread;      ///< writes; ends before what its answers use
};

} // namespace signalbox::designer
