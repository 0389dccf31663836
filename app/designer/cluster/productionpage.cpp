// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/productionpage.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

ProductionPage::ProductionPage(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_what(new QLabel(this)), m_cancel(new QPushButton(this)), m_save(new QPushButton(this))
{
    m_title->setProperty("title", true);
    m_what->setObjectName(u"cluster.production"_s);
    for (QLabel *const label : {m_title, m_what}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_cancel->setObjectName(u"cluster.productionCancel"_s);
    m_cancel->setProperty("primary", true);
    m_save->setObjectName(u"cluster.productionSave"_s);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *const button : {m_cancel, m_save}) {
        button->setAutoDefault(true);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_what);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, &ProductionPage::cancelWanted);
    connect(m_save, &QPushButton::clicked, this, &ProductionPage::saveWanted);
    retranslate();
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
    m_title->setText(tr("Save to production?"));
    m_what->setText((m_isThere
                         ? tr("“%1” gets a new state on “%2” (%3, domain %4, as “%5”). This cluster is marked as production: what is "
                              "saved there is in use at once, for real connections.")
                         : tr("“%1” becomes a new scenario on “%2” (%3, domain %4, as “%5”). This cluster is marked as production: what "
                              "is saved there is in use at once, for real connections."))
                        .arg(m_to.code, m_to.cluster.title(), place, profile.domain, profile.login));
    m_cancel->setText(tr("Do not save"));
    m_save->setText(tr("Save to production"));
}

void ProductionPage::focusFirst()
{
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void ProductionPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
