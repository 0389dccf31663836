// SPDX-License-Identifier: GPL-3.0-or-later
// A message body as one fills it in: the code editor, what is wrong with the text and where, and what can be done with it. Checked by the
// rules that validation has, a moment after the last key; a long text off the interface thread.
#pragma once

#include "scenario/bodycheck.h"

#include "core/scheduler.h"

#include <QThreadPool>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace signalbox::designer {

class JsonText;
class LinkButton;
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
    const QList<scenario::BodyProblem> &problems() const { return m_problems; }

Q_SIGNALS:
    void textEdited(const QString &text);
    /// At once and as a whole: formatted, or an example.
    void textReplaced(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// What a check needs to know; values only, so that it can go to another thread.
    struct Question;

    void checkSoon();
    void check();
    Question question() const;
    void showProblems(const QList<scenario::BodyProblem> &problems);
    void markVariables();
    void complete(int character);
    void layOut(bool pretty);
    const capability::Message *message() const;
    expression::SlotOf slotOf() const;
    void refreshBar();

    SheetContext &m_context;
    JsonText *m_text = nullptr;
    QLabel *m_messages = nullptr;
    QHBoxLayout *m_bar = nullptr;
    LinkButton *m_example = nullptr;
    LinkButton *m_format = nullptr;
    LinkButton *m_minify = nullptr;
    QList<scenario::BodyProblem> m_problems;
    QString m_mark;
    bool m_isTemplate = false;
    core::Deadline m_pause;
    quint64 m_round = 0; ///< answers of an earlier question do not count
    QThreadPool m_thread;
};

} // namespace signalbox::designer
