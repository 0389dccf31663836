// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/componentheader.h"

#include "drawing/cardpainter.h"
#include "scenario/componentcodes.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

constexpr int tileSize = 28;
constexpr QStringView nameKey = u"name";

} // namespace

ComponentHeader::ComponentHeader(const Workbench &workbench, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_icon(new QLabel(this)), m_name(new QLineEdit(this)), m_detail(new QLabel(this)),
      m_try(new QPushButton(this))
{
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *const first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_name, 1);
    first->addWidget(m_try);
    texts->addLayout(first);
    texts->addWidget(m_detail);
    layout->addLayout(texts, 1);
    m_try->setObjectName(u"component.try"_s);
    connect(m_try, &QPushButton::clicked, this, &ComponentHeader::tryWanted);
    m_icon->setFixedSize(tileSize, tileSize);
    m_name->setObjectName(u"component.name"_s);
    m_name->setProperty("flat", true);
    m_detail->setProperty("muted", true);
    m_detail->setWordWrap(true); // what a component is called does not decide how wide the panel is
    connect(m_name, &QLineEdit::editingFinished, this, &ComponentHeader::setName);
    connect(&workbench.appearance, &Appearance::changed, this, &ComponentHeader::refresh);
    refresh();
}

void ComponentHeader::show(editing::EditSession *session, const QList<qint64> &ids)
{
    if (m_session)
        disconnect(m_session, nullptr, this, nullptr);
    m_session = session;
    m_ids = ids;
    if (session)
        connect(session, &editing::EditSession::changed, this, &ComponentHeader::refresh);
    refresh();
}

void ComponentHeader::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void ComponentHeader::refresh()
{
    const bool isOne = m_session && m_ids.size() == 1 && m_session->object(m_ids.first()).isObject();
    setVisible(isOne || m_ids.size() > 1);
    m_name->setVisible(isOne);
    m_icon->setVisible(isOne);
    m_try->setText(tr("Try it…"));
    m_try->setVisible(isOne && m_session->object(m_ids.first())[u"oType"].toInt() == scenario::component::websock);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name"));
    if (!isOne) {
        m_detail->setText(tr("%n component(s)", nullptr, static_cast<int>(m_ids.size())));
        return;
    }
    const core::Json &object = m_session->object(m_ids.first());
    const qint64 index = object[u"oType"].toInt().value_or(0);
    const catalogue::ComponentType *const type = m_session->typeOf(m_ids.first());
    if (const QString name = object[nameKey].toString(); !m_name->hasFocus() || !m_name->isModified())
        m_name->setText(name);
    const QString title = type ? catalogue::translated(type->title) : tr("Unknown component");
    m_detail->setText(u"%1 · %2"_s.arg(title).arg(index));
    QPixmap tile(m_icon->size() * devicePixelRatio());
    tile.setDevicePixelRatio(devicePixelRatio());
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing::CardPainter(m_workbench.appearance.theme()).paintIcon(painter, QRectF(m_icon->rect()), index, type ? type->family : QString());
    painter.end();
    m_icon->setPixmap(tile);
}

void ComponentHeader::setName()
{
    if (!m_session || m_ids.size() != 1 || !m_name->isModified())
        return;
    m_name->setModified(false);
    const editing::EditSession::Gesture gesture(*m_session, [] { return tr("Rename"); });
    m_session->setProperty(m_ids, nameKey.toString(), core::Json(m_name->text()));
}

void ComponentHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace signalbox::designer
