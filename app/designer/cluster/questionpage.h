// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of the cluster dialog that asks something looks like: a title, what it is about, the answers below. What is asked and what
// comes of an answer is for who derives from it.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace signalbox::designer {

class QuestionPage : public QWidget
{
    Q_OBJECT

public:
    /// The answer that is the safe one.
    void focusFirst();

protected:
    /// name: of the text below the title.
    QuestionPage(const QString &name, QWidget *parent);
    /// Between the text and the answers.
    void addPart(QLayout *part);
    /// The first one stands out.
    QPushButton *addAnswer(const QString &name);
    void setQuestion(const QString &title, const QString &what);
    /// Sets all texts; also at a switch of the language.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_what;
    QLayout *m_answers;
    QVBoxLayout *m_layout;
    QPushButton *m_first = nullptr;
};

} // namespace signalbox::designer
