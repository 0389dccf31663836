// SPDX-License-Identifier: GPL-3.0-or-later
// The scenarios of the cluster that is connected: to choose one to open, or the code to save under. Asks no cluster.
#pragma once

#include "designer/cluster/scriptlist.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace signalbox::designer {

class EmptyNote;
class FilterEdit;

class ScriptsPage final : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose : quint8 { Open, Save };

    explicit ScriptsPage(Purpose purpose, QWidget *parent = nullptr);

    void setPlace(const QString &cluster, const QString &login);
    /// Says nothing by typeChanged().
    void setType(cluster::ScriptType type);
    cluster::ScriptType type() const;
    void setScripts(const QList<cluster::StoredScript> &scripts);
    /// Nothing is known of the cluster yet.
    void clear();

    const cluster::StoredScript *selected() const;
    void setCode(const QString &code);
    /// Of Save: as typed.
    QString code() const;
    bool contains(const QString &code) const { return m_list->contains(code); }
    bool isReady() const; ///< there is something to open, or a code to save under
    void focusFirst();

    void showError(const QString &text);
    void clearError();

Q_SIGNALS:
    void typeChanged();
    void reloadWanted();
    void readyChanged();
    void confirmed(); ///< a row, or Enter in the code

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showRows();
    void showHint();

    const Purpose m_purpose;
    bool m_isKnown = false;
    ScriptList *m_list;
    QLabel *m_place;
    QComboBox *m_type;
    FilterEdit *m_filter;
    QPushButton *m_reload;
    QTableView *m_table;
    EmptyNote *m_nothing;
    QLabel *m_codeLabel;
    QLineEdit *m_code;
    QLabel *m_hint;
    QLabel *m_error;
};

} // namespace signalbox::designer
