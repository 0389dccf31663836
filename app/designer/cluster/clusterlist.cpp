// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/clusterlist.h"

#include "cluster/profilereader.h"
#include "designer/cluster/profiles.h"

#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using Kind = ClusterChoice::Kind;

namespace {

constexpr int listWidth = 190;

} // namespace

ClusterList::ClusterList(Profiles &profiles, const ClusterChoice &simulated, const ClusterChoice &typed, QWidget *parent)
    : QWidget(parent), m_profiles(profiles), m_simulated(simulated), m_typed(typed), m_list(new QListWidget(this)), m_note(new QLabel(this))
{
    setFixedWidth(listWidth);
    m_list->setObjectName(u"cluster.list"_s);
    m_list->setTextElideMode(Qt::ElideRight);
    m_note->setObjectName(u"cluster.listNote"_s);
    m_note->setProperty("invalid", true);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    fill();
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_awaited.clear();
        Q_EMIT chosen();
    });
    connect(m_list, &QListWidget::itemActivated, this, &ClusterList::activated);
    connect(&m_profiles, &Profiles::changed, this, &ClusterList::takeProfiles);
    m_profiles.load(); // another program may have written them
}

void ClusterList::fill()
{
    m_choices.clear();
    for (const cluster::Profile &profile : m_profiles.all())
        m_choices.append({Kind::Profile, profile});
    m_choices.append(m_simulated);
    m_choices.append(m_typed);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ClusterChoice &choice : std::as_const(m_choices)) {
        auto *const item = new QListWidgetItem(m_list);
        if (!choice.profile.address.isEmpty())
            item->setToolTip(choice.profile.address.toString(QUrl::RemoveUserInfo));
    }
    m_note->setText(tr("The profiles cannot be read: %1").arg(m_profiles.error().message));
    m_note->setVisible(!m_profiles.error().code.isEmpty());
    retranslate();
}

void ClusterList::takeProfiles()
{
    const ClusterChoice before = current();
    fill();
    if (!m_awaited.isEmpty() && rowOf(m_awaited) >= 0)
        return choose(m_awaited);
    const int row = rowOf(before.key());
    const bool isSame = row >= 0 && cluster::profileToJson(m_choices.at(row).profile) == cluster::profileToJson(before.profile);
    {
        const QSignalBlocker quiet(m_list); // what is typed into the form stays
        m_list->setCurrentRow(std::max(0, row));
    }
    if (!isSame)
        Q_EMIT chosen();
}

int ClusterList::rowOf(const QString &key) const
{
    for (int row = 0; row < m_choices.size(); ++row) {
        if (m_choices.at(row).key() == key)
            return row;
    }
    return -1;
}

void ClusterList::choose(const QString &key)
{
    const int row = rowOf(key);
    m_list->setCurrentRow(std::max(0, row));
    if (row < 0)
        m_awaited = key;
}

const ClusterChoice &ClusterList::current() const
{
    return m_choices.at(std::max(0, m_list->currentRow()));
}

void ClusterList::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ClusterList::retranslate()
{
    m_list->setAccessibleName(tr("Clusters"));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setText(m_choices.at(row).kind == Kind::Address ? ClusterChoice().title() : m_choices.at(row).title());
}

void ClusterList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
