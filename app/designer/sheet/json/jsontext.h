// SPDX-License-Identifier: GPL-3.0-or-later
// The code editor of a message body: JSON in the theme's colours, line numbers, folding, brackets, as high as its text within limits.
// It marks what it is told to; what is wrong, and what could be typed next, others know.
#pragma once

#include "designer/sheet/json/scintilla.h"

namespace signalbox::designer {

class SheetContext;

class JsonText final : public QsciScintilla
{
    Q_OBJECT

public:
    JsonText(SheetContext &context, QWidget *parent);

    /// Another text; emits no edited(). The same text stays as it is, cursor included.
    void showText(const QString &text);
    /// As if a person had typed it, keeping the place of the cursor as far as that is possible.
    void replaceText(const QString &text);
    void setPlaceholder(const QString &text);

    struct Mark {
        qsizetype offset = 0; ///< in the text
        qsizetype length = 0;
        bool isError = false;
    };
    void markProblems(const QList<Mark> &marks);
    void markVariables(const QList<Mark> &marks);

    /// Where the cursor is, as an offset in the text.
    qsizetype cursorOffset() const;
    void setCursorOffset(qsizetype offset);
    /// A list from which one chooses what takes the place of the typed characters before the cursor.
    void offer(const QStringList &entries, qsizetype typed);
    bool isOffering() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person has changed the text.
    void edited(const QString &text);
    /// A character was typed, or completion asked for (0).
    void completionWanted(int character);
    void focusChanged(bool hasFocus);

protected:
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void setUp();
    void restyle();
    void restyleMargins();
    QFont scintillaFont() const;
    void fitHeight();
    int bytesBefore(qsizetype offset) const;
    /// Where these marks begin and end in the editor's bytes, by their place in the text.
    QHash<qsizetype, int> bytesOf(const QList<Mark> &marks) const;
    void fill(int indicator, int start, int end);
    void unfill(int indicator);

    SheetContext &m_context;
    QsciLexerJSON *m_lexer = nullptr;
    QString m_placeholder;
    int m_lines = 0;
    bool m_isShowing = false; ///< what changes now, no person has typed
};

} // namespace signalbox::designer
