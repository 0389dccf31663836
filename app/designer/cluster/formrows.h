// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a form, each with its label and a place below the field where it says what is wrong with it. Checks nothing itself.
#pragma once

#include <QHash>
#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace signalbox::designer {

class FormRows final : public QWidget
{
    Q_OBJECT

public:
    explicit FormRows(QWidget *parent = nullptr);

    /// beside: a button behind it, say.
    void add(QWidget *field, QWidget *beside = nullptr);
    /// Without a label: a note, or what has its text itself.
    void addPlain(QWidget *widget);
    void setLabel(QWidget *field, const QString &text);
    void setShown(QWidget *field, bool isShown);

    void setError(QWidget *field, const QString &text);
    /// Of all fields.
    void clearErrors();
    /// Where the first error stands, from above; nullptr: nowhere.
    QWidget *firstWrong() const;

    /// A field for a line of text.
    static QLineEdit *line(const QString &name, QWidget *parent);
    /// One whose text does not show.
    static QLineEdit *secret(const QString &name, QWidget *parent);
    /// A text that may need several lines.
    static QLabel *note(const char *property, QWidget *parent);

private:
    struct Row {
        QWidget *field = nullptr;
        QWidget *whole = nullptr;
        QLabel *error = nullptr;
    };
    const Row *rowOf(const QWidget *field) const;

    QFormLayout *m_form;
    QList<Row> m_rows;
};

} // namespace signalbox::designer
