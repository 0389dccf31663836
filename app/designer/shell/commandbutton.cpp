// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/commandbutton.h"

#include "designer/shell/actions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

namespace signalbox::designer {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 6;
constexpr int gap = 24; // between text and shortcut
constexpr int comfortableWidth = 320;

} // namespace

CommandButton::CommandButton(QAction &action, QWidget *parent) : QPushButton(parent), m_shortcut(new QLabel(this))
{
    setProperty("field", true);
    setObjectName(action.objectName() + u".button"_s);
    setFocusPolicy(Qt::TabFocus);
    m_shortcut->setProperty("keycap", true);
    m_shortcut->setTextFormat(Qt::PlainText);
    m_shortcut->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(margin, 0, margin, 0);
    row->addStretch();
    row->addWidget(m_shortcut, 0, Qt::AlignVCenter);
    connect(this, &QPushButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, [this, &action] { show(action); });
    show(action);
}

QSize CommandButton::sizeHint() const
{
    const QSize plain = QPushButton::sizeHint();
    const int shortcut = m_shortcut->isHidden() ? 0 : m_shortcut->sizeHint().width() + gap;
    return {std::max(plain.width() + shortcut, comfortableWidth), plain.height()};
}

void CommandButton::show(const QAction &action)
{
    const QString shortcut = action.shortcut().toString(QKeySequence::NativeText);
    setText(Actions::titleOf(&action));
    setToolTip(shortcut.isEmpty() ? text() : u"%1 (%2)"_s.arg(text(), shortcut));
    setAccessibleName(text());
    m_shortcut->setText(shortcut);
    m_shortcut->setVisible(!shortcut.isEmpty());
    setEnabled(action.isEnabled());
    updateGeometry();
}

} // namespace signalbox::designer
