// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/fields/namecompletion.h"

#include "designer/sheet/fields/sheetline.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QStringListModel>

namespace signalbox::designer {

NameCompletion::NameCompletion(SheetLine &line, SheetContext &context) : QObject(&line), m_line(line), m_context(context)
{
    line.installEventFilter(this);
    connect(&line, &QLineEdit::textEdited, this, [this] { offer(false); });
}

bool NameCompletion::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool asks = (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) ||
                          (key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier);
        if (asks && m_line.reading() != TextReading::Plain && !m_line.isReadOnly()) {
            offer(true);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

NameCompletion::Span NameCompletion::spanAtCursor() const
{
    const QString text = m_line.text();
    const qsizetype cursor = m_line.cursorPosition();
    if (m_line.reading() == TextReading::Variable)
        return {0, text.size()};
    qsizetype start = cursor;
    while (start > 0 && (text.at(start - 1).isLetterOrNumber() || text.at(start - 1) == u'_'))
        --start;
    if (start == 0 || text.at(start - 1) != u'[')
        return {};
    const bool isClosed = cursor < text.size() && text.at(cursor) == u']';
    return {start - 1, isClosed ? cursor + 1 : cursor};
}

void NameCompletion::offer(bool wanted)
{
    if (m_line.reading() == TextReading::Plain)
        return;
    Span span = spanAtCursor();
    const bool isWhole = m_line.reading() == TextReading::Variable;
    if (span.start < 0 && wanted)
        span = {m_line.cursorPosition(), m_line.cursorPosition()};
    const QStringList names = span.start < 0 ? QStringList() : m_context.variables();
    QString prefix = m_line.text().sliced(std::max<qsizetype>(span.start, 0), span.start < 0 ? 0 : span.end - span.start);
    prefix.remove(u'[').remove(u']');
    if (wanted && names.contains(prefix))
        prefix.clear(); // one asks for others
    const bool isKnown = names.contains(prefix);
    if (names.isEmpty() || isKnown || (prefix.isEmpty() && isWhole && !wanted)) {
        if (m_completer)
            m_completer->popup()->hide();
        return;
    }
    if (!m_completer) {
        m_completer = new QCompleter(this);
        m_completer->setModel(new QStringListModel(m_completer));
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_completer->setFilterMode(Qt::MatchContains);
        m_completer->setWidget(&m_line);
        connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &NameCompletion::take);
    }
    static_cast<QStringListModel *>(m_completer->model())->setStringList(names);
    m_completer->setCompletionPrefix(prefix);
    m_completer->complete();
}

void NameCompletion::take(const QString &name)
{
    Span span = spanAtCursor();
    const bool isWhole = m_line.reading() == TextReading::Variable;
    if (span.start < 0)
        span = {m_line.cursorPosition(), m_line.cursorPosition()};
    const QString put = isWhole ? name : u'[' + name + u']';
    QString text = m_line.text();
    text.replace(span.start, span.end - span.start, put);
    m_line.setText(text);
    m_line.setCursorPosition(static_cast<int>(span.start + put.size()));
    Q_EMIT m_line.textEdited(text);
}

} // namespace signalbox::designer
