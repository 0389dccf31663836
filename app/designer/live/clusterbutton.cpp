// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/live/clusterbutton.h"

#include "designer/shell/controlstyle.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace signalbox::designer {

using namespace Qt::StringLiterals;
using drawing::Role;
using State = LiveCluster::State;

namespace {

constexpr int longestName = 220; // pixels; a longer one is cut

} // namespace

ClusterButton::ClusterButton(LiveCluster &live, const Appearance &appearance, QList<QAction *> actions, QWidget *parent)
    : QPushButton(parent), m_live(live), m_appearance(appearance), m_actions(std::move(actions)), m_menu(new QMenu(this)),
      m_dot(new QLabel(this)), m_name(new QLabel(this)), m_extent(new QLabel(this)), m_arrow(new QLabel(u"▾"_s, this))
{
    setObjectName(u"cluster.button"_s);
    setMenu(m_menu);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 10, 0);
    layout->setSpacing(8);
    for (QLabel *const label : {m_dot, m_name, m_extent, m_arrow}) {
        label->setTextFormat(Qt::PlainText);
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        layout->addWidget(label);
    }
    m_extent->setProperty("muted", true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_menu, &QMenu::aboutToShow, this, &ClusterButton::fillMenu);
    for (const auto signal : {&LiveCluster::stateChanged, &LiveCluster::choiceChanged})
        connect(&m_live, signal, this, &ClusterButton::refresh);
    connect(&m_appearance, &Appearance::changed, this, &ClusterButton::refresh);
    refresh();
}

QString ClusterButton::stateText(const LiveCluster &live)
{
    switch (live.state()) {
    case State::Idle:
        return tr("not connected");
    case State::Connecting:
        return live.phase();
    case State::Connected:
        return tr("connected");
    case State::Lost:
        return tr("The connection was lost and is being opened again: %1").arg(live.error().message);
    case State::Failed:
        break;
    }
    return live.error().message;
}

QColor ClusterButton::dotColor() const
{
    const drawing::Theme &theme = m_appearance.theme();
    switch (m_live.state()) {
    case State::Idle:
        return theme.color(Role::Faint);
    case State::Connecting:
    case State::Lost:
        return theme.color(Role::Timeout);
    case State::Connected:
        return theme.color(Role::Success);
    case State::Failed:
        break;
    }
    return theme.color(Role::Error);
}

void ClusterButton::refresh()
{
    // Told apart without colour, too: full when connected, a ring when not, a cross when it failed.
    m_dot->setText(m_live.state() == State::Connected || m_live.state() == State::Connecting ? u"●"_s
                   : m_live.state() == State::Failed                                         ? u"✗"_s
                                                                                             : u"○"_s);
    QPalette palette = m_dot->palette();
    palette.setColor(QPalette::WindowText, dotColor());
    m_dot->setPalette(palette);
    m_dot->setStyleSheet(u"color: %1"_s.arg(dotColor().name()));
    m_name->setText(m_name->fontMetrics().elidedText(m_live.title(), Qt::ElideRight, longestName));
    m_extent->setText(m_live.extent());
    m_extent->setVisible(!m_live.extent().isEmpty());
    const QString state = stateText(m_live);
    setToolTip(u"%1: %2"_s.arg(m_live.title(), state));
    setAccessibleName(tr("Cluster: %1, %2").arg(m_live.isProduction() ? tr("%1 (production)").arg(m_live.title()) : m_live.title(), state));
    updateGeometry();
}

void ClusterButton::fillMenu()
{
    m_menu->clear();
    auto *const group = new QActionGroup(m_menu);
    const QList<ClusterChoice> choices = m_live.choices();
    for (const ClusterChoice &choice : choices) {
        // An ampersand in a name is no access key.
        const QString title = choice.title().replace(u'&', u"&&"_s);
        QAction *const action = m_menu->addAction(choice.profile.isProduction ? tr("%1 · production").arg(title) : title);
        action->setCheckable(true);
        action->setChecked(choice.key() == m_live.choice().key());
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT chosen(choice); });
    }
    m_menu->addSeparator();
    for (QAction *const action : m_actions)
        m_menu->addAction(action);
}

QSize ClusterButton::sizeHint() const
{
    return {layout()->sizeHint().width(), controlHeight};
}

void ClusterButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QPushButton::changeEvent(event);
}

} // namespace signalbox::designer
