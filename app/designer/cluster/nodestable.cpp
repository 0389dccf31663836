// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cluster/nodestable.h"

#include "designer/cluster/formrows.h"
#include "designer/panels/panelviews.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNodes = 1000; // ProfileReader's own limit
constexpr int nameWidth = 160;

} // namespace

NodesTable::NodesTable(QWidget *parent)
    : QWidget(parent), m_about(FormRows::note("muted", this)), m_table(new QTableWidget(0, 2, this)),
      m_error(FormRows::note("invalid", this)), m_add(new QPushButton(this)), m_remove(new QPushButton(this))
{
    m_table->setObjectName(u"profile.nodes"_s);
    setUpTable(m_table);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setColumnWidth(0, nameWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_error->setObjectName(u"profile.nodes.error"_s);
    m_error->hide();
    m_add->setObjectName(u"profile.addNode"_s);
    m_remove->setObjectName(u"profile.removeNode"_s);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *const button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(8);
    layout->addWidget(m_about);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    connect(m_table, &QTableWidget::itemChanged, this, &NodesTable::edited);
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (m_table->rowCount() >= mostNodes)
            return;
        append({}, {});
        m_table->setCurrentCell(m_table->rowCount() - 1, 0);
        m_table->editItem(m_table->currentItem());
        Q_EMIT edited();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_table->currentRow() < 0)
            return;
        m_table->removeRow(m_table->currentRow());
        Q_EMIT edited();
    });
    retranslate();
}

void NodesTable::append(const QString &name, const QString &address)
{
    const QSignalBlocker quiet(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(name));
    m_table->setItem(row, 1, new QTableWidgetItem(address));
}

void NodesTable::setNodes(const QMap<QString, QUrl> &nodes)
{
    m_table->setRowCount(0);
    for (auto node = nodes.cbegin(); node != nodes.cend(); ++node)
        append(node.key(), node.value().toString(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash));
    m_error->hide();
}

core::Result<QMap<QString, QUrl>> NodesTable::nodes()
{
    m_error->hide();
    const auto wrong = [this](int row, int column, const QString &why) {
        m_table->setCurrentCell(row, column);
        m_error->setText(why);
        m_error->show();
        return core::fail(u"bad_form"_s, why);
    };
    QMap<QString, QUrl> nodes;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, 0)->text().trimmed();
        const QString typed = m_table->item(row, 1)->text().trimmed();
        if (name.isEmpty() && typed.isEmpty())
            continue;
        if (!cluster::isNodeName(name))
            return wrong(row, 0, tr("Row %1: a node is named SITE/NODE.").arg(row + 1));
        if (nodes.contains(name))
            return wrong(row, 0, tr("Row %1: the node “%2” is there already.").arg(row + 1).arg(name));
        const QUrl address(typed, QUrl::StrictMode);
        // What was typed is not repeated: it may hold a password.
        if (!cluster::isOrigin(address))
            return wrong(row, 1, tr("Row %1: an address is http://HOST:PORT or https://HOST:PORT, without more.").arg(row + 1));
        nodes.insert(name, address.adjusted(QUrl::StripTrailingSlash));
    }
    return nodes;
}

bool NodesTable::isWrong() const
{
    return !m_error->isHidden();
}

void NodesTable::retranslate()
{
    m_about->setText(tr("For files that only one node has. Without a row a node is reached by the cluster's address."));
    m_table->setHorizontalHeaderLabels({tr("Node (SITE/NODE)"), tr("Address")});
    m_table->setAccessibleName(tr("Addresses of nodes"));
    m_add->setText(tr("Add a node"));
    m_remove->setText(tr("Remove"));
}

} // namespace signalbox::designer
