// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/conflictpage.h"

#include "cluster/scriptentity.h"
#include "designer/cluster/scriptlist.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using cluster::WriteTime;

namespace {

QLabel *label(const char *property, QWidget *parent)
{
    auto *const made = new QLabel(parent);
    made->setProperty(property, true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QString timeOf(const core::Json &entity)
{
    const WriteTime time = WriteTime::of(entity);
    return time.isKnown() ? shownTime(time.text()) : ConflictPage::tr("not known");
}

} // namespace

ConflictPage::ConflictPage(QWidget *parent)
    : QuestionPage(u"cluster.conflict"_s, parent), m_theirsLabel(label("muted", this)), m_theirs(label("plain", this)),
      m_oursLabel(label("muted", this)), m_ours(label("plain", this)), m_beside(addAnswer(u"cluster.beside"_s)),
      m_overwrite(addAnswer(u"cluster.overwrite"_s)), m_cancel(addAnswer(u"cluster.conflictCancel"_s))
{
    m_theirs->setObjectName(u"cluster.theirTime"_s);
    m_ours->setObjectName(u"cluster.ourTime"_s);
    auto *const times = new QGridLayout;
    times->setHorizontalSpacing(16);
    times->setVerticalSpacing(6);
    times->addWidget(m_theirsLabel, 0, 0);
    times->addWidget(m_theirs, 0, 1);
    times->addWidget(m_oursLabel, 1, 0);
    times->addWidget(m_ours, 1, 1);
    times->setColumnStretch(1, 1);
    addPart(times);
    connect(m_beside, &QPushButton::clicked, this, &ConflictPage::besideWanted);
    connect(m_overwrite, &QPushButton::clicked, this, &ConflictPage::overwriteWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ConflictPage::cancelWanted);
    show({}, {}, {});
}

void ConflictPage::show(const QString &code, const runner::Kept &conflict, const core::Json &base)
{
    m_code = code;
    m_conflict = conflict;
    m_base = base;
    retranslate();
}

void ConflictPage::retranslate()
{
    m_theirsLabel->setText(tr("On the cluster, written"));
    m_oursLabel->setText(tr("Yours comes from"));
    m_theirs->setText(timeOf(m_conflict.stored));
    m_ours->setText(timeOf(m_base));
    m_beside->setText(tr("Open theirs beside"));
    m_overwrite->setText(tr("Overwrite theirs"));
    m_cancel->setText(tr("Cancel"));
    switch (m_conflict.outcome) {
    case runner::Kept::Outcome::NewerThere:
        setQuestion(tr("“%1” has been edited on the cluster since you opened it").arg(m_code),
                    tr("Nothing has been saved. Open the cluster's edit beside yours to compare, or overwrite it with yours."));
        break;
    case runner::Kept::Outcome::OtherThere:
        setQuestion(tr("The cluster has another scenario with the code “%1”").arg(m_code),
                    tr("Nothing has been saved: it is not the one that yours comes from. Open it beside yours to compare, overwrite it, or "
                       "cancel and save under another code."));
        break;
    default:
        setQuestion(tr("The cluster has “%1” already").arg(m_code),
                    tr("Nothing has been saved: yours does not say which edit it comes from. Open the cluster's beside yours to compare, "
                       "overwrite it, or cancel and save under another code."));
        break;
    }
}

} // namespace signalbox::designer
