// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/findbar.h"

#include "designer/canvas/canvasview.h"
#include "designer/sheet/sheetstyle.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::designer {

namespace {

constexpr auto typingPause = 150ms;
constexpr int mostWidth = 520;

QToolButton *button(const QString &name, const QString &text, FindBar *parent)
{
    auto *const made = new QToolButton(parent);
    made->setObjectName(name);
    made->setText(text);
    return made;
}

} // namespace

FindBar::FindBar(const Workbench &workbench, CanvasView &view)
    : CanvasOverlay(view), m_workbench(workbench), m_find(workbench, view.session()), m_query(new QLineEdit(this)),
      m_state(new QLabel(this)), m_case(button(u"find.case"_s, u"Aa"_s, this)), m_pattern(button(u"find.regex"_s, u".*"_s, this)),
      m_previous(button(u"find.previous"_s, u"↑"_s, this)), m_next(button(u"find.next"_s, u"↓"_s, this)),
      m_close(button(u"find.close"_s, u"✕"_s, this))
{
    setObjectName(u"find"_s);
    m_query->setObjectName(u"find.query"_s);
    m_query->setMaxLength(static_cast<int>(scenario::ScenarioSearch::longestQuery));
    m_query->setMinimumWidth(120);
    m_state->setObjectName(u"find.state"_s);
    m_state->setProperty("muted", true);
    m_state->setTextFormat(Qt::PlainText);
    m_case->setCheckable(true);
    m_pattern->setCheckable(true);

    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_query, 1);
    layout->addWidget(m_case);
    layout->addWidget(m_pattern);
    layout->addSpacing(4);
    layout->addWidget(m_state);
    layout->addSpacing(4);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_close);

    connect(m_query, &QLineEdit::textChanged, this, [this] { m_pause.arm(m_workbench.scheduler, typingPause, [this] { search(); }); });
    connect(m_case, &QToolButton::toggled, this, &FindBar::search);
    connect(m_pattern, &QToolButton::toggled, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_find, &CanvasFind::changed, this, &FindBar::showState);
    connect(&m_find, &CanvasFind::arrived, this, &FindBar::arrive);
    connect(&workbench.appearance, &Appearance::changed, this, qOverload<>(&FindBar::update));
    retranslate();
}

FindBar::~FindBar() = default;

void FindBar::open()
{
    show();
    raise();
    place();
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
    search();
}

void FindBar::close()
{
    m_pause.cancel();
    hide();
    const qsizetype current = m_find.current();
    const scenario::SearchHit last = current < 0 ? scenario::SearchHit() : m_find.hits().at(current);
    m_find.end();
    view().setFocus(Qt::OtherFocusReason);
    if (last.object && !last.property.isEmpty())
        Q_EMIT view().propertyFound(*last.object, last.property, true);
}

void FindBar::next()
{
    step(1);
}

void FindBar::previous()
{
    step(-1);
}

void FindBar::step(int by)
{
    if (isHidden())
        return open();
    if (m_pause.isArmed())
        return search(); // which goes to the first hit
    m_find.step(by);
}

void FindBar::arrive(const scenario::SearchHit &hit)
{
    if (hit.object)
        view().goTo(*hit.object);
    else
        view().notes().goTo(hit.note);
    const QWidget *const focus = window()->focusWidget();
    if (hit.object && !hit.property.isEmpty())
        Q_EMIT view().propertyFound(*hit.object, hit.property, !focus || !isAncestorOf(focus)); // who types here types on
}

void FindBar::search()
{
    m_pause.cancel();
    m_find.setQuery({m_query->text(), m_case->isChecked(), m_pattern->isChecked()});
    showState();
}

void FindBar::showState()
{
    const qsizetype count = m_find.hits().size();
    if (!m_find.fault().isEmpty())
        m_state->setText(tr("Cannot be read"));
    else if (m_find.query().text.isEmpty())
        m_state->clear();
    else if (count > 0)
        m_state->setText((m_find.isCut() ? tr("%1 of more than %2") : tr("%1 of %2")).arg(m_find.current() + 1).arg(count));
    else
        m_state->setText(m_find.isRunning() ? tr("Searching…") : tr("Nothing found"));
    m_state->setToolTip(m_find.fault());
    m_state->setAccessibleName(m_find.fault().isEmpty() ? m_state->text() : m_find.fault());
    const bool isMissed = !m_find.fault().isEmpty() || (!m_find.query().text.isEmpty() && count == 0 && !m_find.isRunning());
    setMark(m_query, isMissed ? u"error"_s : QString());
    m_query->setToolTip(m_find.fault());
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    const qsizetype current = m_find.current();
    view().canvas().setFound(m_find.objects(), current < 0 ? 0 : m_find.hits().at(current).object.value_or(0));
    place();
}

void FindBar::place()
{
    if (isHidden())
        return;
    const int room = view().width() - 2 * margin;
    resize(std::min(room, mostWidth), sizeHint().height());
    move(view().width() - width() - margin, margin);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        step(event->key() == Qt::Key_Up ? -1 : 1);
    CanvasOverlay::keyPressEvent(event);
}

void FindBar::retranslate()
{
    setAccessibleName(tr("Find on the canvas"));
    m_query->setPlaceholderText(tr("Find on the canvas…"));
    m_query->setAccessibleName(tr("Find on the canvas"));
    const auto name = [](QToolButton *named, const QString &text) {
        named->setToolTip(text);
        named->setAccessibleName(text);
    };
    name(m_case, tr("Match upper and lower case"));
    name(m_pattern, tr("Regular expression"));
    name(m_previous, tr("Previous hit"));
    name(m_next, tr("Next hit"));
    name(m_close, tr("Close"));
    showState();
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace signalbox::designer
