// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/productionpage.h"

#include <QPushButton>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

ProductionPage::ProductionPage(QWidget *parent)
    : QuestionPage(u"cluster.production"_s, parent), m_cancel(addAnswer(u"cluster.productionCancel"_s)),
      m_save(addAnswer(u"cluster.productionSave"_s))
{
    connect(m_cancel, &QPushButton::clicked, this, &ProductionPage::cancelWanted);
    connect(m_save, &QPushButton::clicked, this, &ProductionPage::saveWanted);
    show({}, false);
}

void ProductionPage::show(const ClusterOrigin &to, bool isThere)
{
    m_to = to;
    m_isThere = isThere;
    retranslate();
}

void ProductionPage::retranslate()
{
    const cluster::Profile &profile = m_to.cluster.profile;
    const QString place = profile.address.toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash);
    setQuestion(tr("Save to production?"),
                (m_isThere ? tr("“%1” gets a new state on “%2” (%3, domain %4, as “%5”). This cluster is marked as production: what is "
                                "saved there is in use at once, for real connections.")
                           : tr("“%1” becomes a new scenario on “%2” (%3, domain %4, as “%5”). This cluster is marked as production: what "
                                "is saved there is in use at once, for real connections."))
                    .arg(m_to.code, m_to.cluster.title(), place, profile.domain, profile.login));
    m_cancel->setText(tr("Do not save"));
    m_save->setText(tr("Save to production"));
}

} // namespace signalbox::designer
