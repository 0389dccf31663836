// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/tidynotice.h"

#include "designer/canvas/canvasview.h"
#include "drawing/overlaps.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::designer {

namespace {

constexpr qsizetype mostTold = 1000; // counting ends here

} // namespace

TidyNotice::TidyNotice(CanvasView &view)
    : CanvasOverlay(view), m_text(new QLabel(this)), m_tidy(new QPushButton(this)), m_close(new QToolButton(this))
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
        if (!isHidden())
            refresh();
    });
    retranslate();
}

void TidyNotice::offer()
{
    refresh();
}

void TidyNotice::refresh()
{
    QList<QRectF> rects;
    for (const CardItem *card : view().canvas().cards())
        rects.append(card->cardRect());
    m_count = drawing::overlapping(rects, mostTold);
    setVisible(m_count > 0);
    retranslate();
}

void TidyNotice::close()
{
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
