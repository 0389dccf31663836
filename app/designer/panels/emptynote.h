// SPDX-License-Identifier: GPL-3.0-or-later
// What a view says when there is nothing to show: in its middle, what that means and what to do.
#pragma once

#include <QWidget>

class QAbstractScrollArea;
class QLabel;
class QPushButton;

namespace signalbox::designer {

class EmptyNote final : public QWidget
{
    Q_OBJECT

public:
    /// Lies over the view, hidden at first, and never takes its clicks but those on the button.
    explicit EmptyNote(QAbstractScrollArea *view);

    void setText(const QString &text, const QString &hint = {});
    /// A button below; an empty text takes it away.
    void setAction(const QString &text);
    QString text() const;
    QString hint() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void actionClicked();

private:
    void place();

    QAbstractScrollArea *m_view;
    QLabel *m_text;
    QLabel *m_hint;
    QPushButton *m_action;
};

} // namespace signalbox::designer
