// SPDX-License-Identifier: GPL-3.0-or-later
// Offers the document's variables while one types a name into a line: the whole text, or a name behind a bracket, as the line is read.
#pragma once

#include <QCompleter>
#include <QObject>
#include <QPointer>

namespace signalbox::designer {

class SheetContext;
class SheetLine;

class NameCompletion final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the line. context must outlive it.
    NameCompletion(SheetLine &line, SheetContext &context);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// From where to where the name stands that the cursor is in; start -1 where there is none.
    struct Span {
        qsizetype start = -1;
        qsizetype end = 0;
    };
    Span spanAtCursor() const;
    void offer(bool wanted);
    void take(const QString &name);

    SheetLine &m_line;
    SheetContext &m_context;
    QPointer<QCompleter> m_completer;
};

} // namespace signalbox::designer
