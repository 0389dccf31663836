// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/tidynotice.h"

#include "designer/canvas/canvasview.h"
#include "designer/files/offthread.h"
#include "drawing/overlaps.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace signalbox::designer {

namespace {

constexpr qsizetype mostTold = 1000; // counting ends here
constexpr auto editPause = 250ms;

} // namespace

TidyNotice::TidyNotice(const Workbench &workbench, CanvasView &view)
    : CanvasOverlay(view), m_workbench(workbench), m_text(new QLabel(this)), m_tidy(new QPushButton(this)), m_close(new QToolButton(this))
{
    setObjectName(u"tidyNotice"_s);
    m_text->setObjectName(u"tidyNotice.text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_tidy->setObjectName(u"tidyNotice.tidy"_s);
    m_close->setObjectName(u"tidyNotice.close"_s);
    m_close->setText(u"✕"_s);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_tidy);
    layout->addWidget(m_close);
    connect(m_tidy, &QPushButton::clicked, this, [this, &view] {
        close();
        view.canvas().clearSelection(); // everything
        view.edits().tidy();
    });
    connect(m_close, &QToolButton::clicked, this, &TidyNotice::close);
    connect(&view.session(), &editing::EditSession::changed, this, [this] {
        if (m_isOffered)
            m_pause.arm(m_workbench.scheduler, editPause, [this] { count(); });
    });
    connect(&view.canvas(), &CanvasScene::arrivingChanged, this, [this] {
        if (m_isOffered && !this->view().canvas().isArriving())
            count();
    });
    m_threads.setMaxThreadCount(1);
    retranslate();
}

void TidyNotice::offer()
{
    m_isOffered = true;
    count();
}

void TidyNotice::count()
{
    if (view().canvas().isArriving())
        return; // then
    QList<QRectF> rects;
    rects.reserve(view().canvas().cards().size());
    for (const CardItem *card : view().canvas().cards())
        rects.append(card->cardRect());
    m_threads.clear();
    workOff(
        m_threads, this, [rects] { return drawing::overlapping(rects, mostTold); },
        [this, generation = ++m_generation](qsizetype count) {
            if (generation == m_generation)
                take(count);
        });
}

void TidyNotice::take(qsizetype count)
{
    if (!m_isOffered)
        return;
    m_count = count;
    m_isOffered = count > 0;
    setVisible(m_isOffered);
    retranslate();
    Q_EMIT counted(count);
}

void TidyNotice::close()
{
    m_isOffered = false;
    m_pause.cancel();
    hide();
    view().setFocus(Qt::OtherFocusReason);
}

void TidyNotice::place()
{
    resize(std::min(sizeHint().width(), view().width() - 2 * margin), sizeHint().height());
    move(margin, view().height() - height() - margin);
}

void TidyNotice::retranslate()
{
    m_text->setText(tr("%n component(s) lie on one another.", nullptr, static_cast<int>(m_count)));
    m_tidy->setText(tr("Tidy"));
    m_close->setToolTip(tr("Leave them so"));
    m_close->setAccessibleName(m_close->toolTip());
    setAccessibleName(m_text->text());
    place();
}

void TidyNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace signalbox::designer
