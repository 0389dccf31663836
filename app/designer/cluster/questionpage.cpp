// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/questionpage.h"

#include "designer/cluster/formrows.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox::designer {

QuestionPage::QuestionPage(const QString &name, QWidget *parent)
    : QWidget(parent), m_title(FormRows::note("title", this)), m_what(FormRows::note("plain", this)), m_layout(new QVBoxLayout(this))
{
    m_what->setObjectName(name);
    auto *const row = new QHBoxLayout;
    auto *const answers = new QHBoxLayout;
    answers->setSpacing(8);
    row->addLayout(answers);
    row->addStretch(1);
    m_answers = answers;
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_what);
    m_layout->addSpacing(4);
    m_layout->addLayout(row);
    m_layout->addStretch(1);
}

void QuestionPage::addPart(QLayout *part)
{
    m_layout->insertLayout(2, part);
}

QPushButton *QuestionPage::addAnswer(const QString &name)
{
    auto *const answer = new QPushButton(this);
    answer->setObjectName(name);
    answer->setAutoDefault(true);
    if (!m_first) {
        m_first = answer;
        answer->setProperty("primary", true);
    }
    m_answers->addWidget(answer);
    return answer;
}

void QuestionPage::setQuestion(const QString &title, const QString &what)
{
    m_title->setText(title);
    m_what->setText(what);
}

void QuestionPage::focusFirst()
{
    m_first->setFocus(Qt::OtherFocusReason);
}

void QuestionPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
