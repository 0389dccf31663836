// SPDX-License-Identifier: GPL-3.0-or-later
// A message body as one fills it in: the code editor or a tree of the same text, what is wrong with it and where, and what can be done with
// it. Checked by the rules that validation has, a moment after the last key; a long text off the interface thread.
#pragma once

#include "catalogue/property.h"
#include "designer/sheet/json/bodyvalue.h"
#include "designer/sheet/json/bodywork.h"
#include "scenario/bodycheck.h"

#include "core/scheduler.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace signalbox::designer {

class JsonText;
class JsonTree;
class LinkButton;
class Segments;
class SheetContext;

class JsonField final : public QWidget
{
    Q_OBJECT

public:
    JsonField(SheetContext &context, QWidget *parent);
    ~JsonField() override;

    void showText(const QString &text);
    /// Whether [variables] stand for what they hold.
    void setTemplate(bool isTemplate);
    void setPlaceholder(const QString &text);
    /// "error", "warning" or empty: of what the row has found beside this.
    void setMarked(const QString &severity);
    /// At the foot, for a mark of the argument's kind.
    QHBoxLayout *bar() const { return m_bar; }
    QWidget *focusTarget() const;
    /// Names the parts for tests and screen readers.
    void describeAs(const catalogue::Property &property, const QString &part);
    /// "Text | Tree" and what else belongs to the row's title.
    QWidget *titlePart() const { return m_titlePart; }
    bool isTree() const { return m_isTree; }
    JsonTree *tree() const { return m_tree; } ///< nullptr until it was wanted

    // What can be done with the text, also by actions of the window.
    void showTree(bool isTree);
    /// Replaces the text by an example of the message, at once; says why where there is none.
    void insertExample();
    void layOut(bool pretty);
    const QList<scenario::BodyProblem> &problems() const { return m_problems; }
    /// Waits until what goes on off the interface thread is done; what it found arrives by the event loop. For tests.
    void finish() { m_work.finish(); }

Q_SIGNALS:
    void textEdited(const QString &text);
    /// At once and as a whole: formatted, an example, an edit of the tree.
    void textReplaced(const QString &text);
    /// The other view is shown: another width suits it.
    void viewChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void checkSoon();
    void check();
    void showProblems(const QList<scenario::BodyProblem> &problems);
    /// At once where the text is short; else with the check.
    void markVariables();
    void markNow();
    bool isLong() const { return m_current.size() >= longBody; }
    void complete(int character);
    void makeTree();
    void say(const QString &hint);
    void showMessages();
    const capability::Message *message() const;
    void refreshBar();

    SheetContext &m_context;
    QString m_current; ///< what both views are of; the text view has it while it is shown
    JsonText *m_text = nullptr;
    JsonTree *m_tree = nullptr;
    QHBoxLayout *m_inside = nullptr;
    QWidget *m_titlePart = nullptr;
    Segments *m_switch = nullptr;
    QString m_described; ///< object name for the tree, title and help
    QString m_title;
    QString m_help;
    QString m_hint; ///< why something was refused
    QLabel *m_messages = nullptr;
    QHBoxLayout *m_bar = nullptr;
    LinkButton *m_example = nullptr;
    LinkButton *m_format = nullptr;
    LinkButton *m_minify = nullptr;
    QList<scenario::BodyProblem> m_problems;
    QString m_mark;
    bool m_isTemplate = false;
    bool m_isTree = false;
    core::Deadline m_pause;
    BodyWork m_work;
};

} // namespace signalbox::designer
