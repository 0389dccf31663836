// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet on a stage: a document, a target in it, and what tests ask of the widgets. Everything is found by name, as assistive tools find
// it.
#pragma once

#include "designer/sheet/propertysheet.h"

#include "editing/documenttarget.h"
#include "editing/editsession.h"
#include "editing/sheetmodel.h"
#include "scenario/scenarioreader.h"
#include "scenario/validator.h"
#include "support/designerstage.h"

#include <QLabel>
#include <QUndoStack>
#include <QVBoxLayout>

namespace signalbox::test {

/// A document of these objects (JSON texts) and of variables attempt (number), conn, error, reply and when (date and time).
inline scenario::Scenario sheetDocument(const QByteArrayList &objects)
{
    const QByteArray text =
        "{\"objects\":[" + objects.join(",") +
        "],\"variables\":[{\"name\":\"attempt\",\"type\":1,\"location\":0},{\"name\":\"conn\",\"type\":2,\"location\":0},"
        "{\"name\":\"error\",\"type\":2,\"location\":0},{\"name\":\"reply\",\"type\":2,\"location\":0},"
        "{\"name\":\"when\",\"type\":3,\"location\":0}]}";
    return *scenario::readScenario(text).scenario;
}

class SheetStage : public Stage
{
public:
    explicit SheetStage(const QByteArrayList &objects, designer::Appearance::Mode mode = designer::Appearance::Mode::Light)
        : Stage(mode), session(sheetDocument(objects), catalogue, dialect), target(session), sheet(workbench, &window)
    {
        auto *column = new QVBoxLayout(&window);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(&sheet);
        window.resize(360, 900);
        sheet.show(&model, &session);
        window.show();
        activate();
    }

    /// Also after a list has popped up: the offscreen platform makes it the active window and leaves it at that.
    void activate()
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not become active");
    }

    void select(const QList<qint64> &ids)
    {
        target.setIds(ids);
        model.setTarget(&target);
        settle();
    }
    /// Layouts and what is queued, and the pause before texts are checked.
    void settle()
    {
        scheduler.advance(std::chrono::milliseconds(500));
        QCoreApplication::sendPostedEvents(); // what the pause has queued, before what that throws away
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        // Timers of no duration (a view lays its rows out by one) and answers of threads run in an event loop only. Waits for nothing.
        QTest::qWait(0);
    }
    /// Shows the document's problems at the rows.
    void validate()
    {
        model.setProblems(scenario::Validator(catalogue, capabilities, dialect).validate(session.scenario()));
        settle();
    }

    template <typename T>
    T *find(const QString &name) const
    {
        return sheet.findChild<T *>(name);
    }
    QWidget *editor(const QString &code) const { return find<QWidget>(QStringLiteral("property.") + code); }
    /// Titles of the rows that are on show, from top to bottom.
    QStringList titles() const
    {
        QMap<int, QString> found;
        for (const QLabel *label : sheet.findChildren<QLabel *>()) {
            if (label->objectName().startsWith(QLatin1String("title.")) && label->isVisible())
                found.insert(label->mapTo(sheet.widget(), QPoint()).y(), label->text());
        }
        return found.values();
    }
    QStringList notes(const QString &code) const
    {
        QStringList found;
        for (const QLabel *label : sheet.findChildren<QLabel *>(QStringLiteral("note.") + code)) {
            if (label->isVisible())
                found.append(label->text());
        }
        return found;
    }
    /// The object's value as text; empty where the key is absent.
    QByteArray value(qint64 id, const QString &code) const
    {
        const core::Json *found = session.object(id).find(code);
        return found ? found->toCompact() : QByteArray();
    }

    editing::EditSession session;
    editing::DocumentTarget target;
    editing::SheetModel model;
    QWidget window;
    designer::PropertySheet sheet;
};

} // namespace signalbox::test
