// SPDX-License-Identifier: GPL-3.0-or-later
// The panels that show one document: problems, variables, outline. Each shows the session it was given last; nullptr empties it.
#pragma once

#include "designer/shell/workbench.h"
#include "editing/editsession.h"
#include "editing/problemmodel.h"

#include <QWidget>

namespace signalbox::designer {

class ProblemsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(const Workbench &workbench, QWidget *parent = nullptr);
    ~ProblemsPanel() override;
    void show(editing::EditSession *session, editing::ProblemModel *problems);

Q_SIGNALS:
    /// Go there: a component, and a property of it or empty.
    void placeRequested(qint64 object, const QString &property);
    /// The same for one that is about no component: a variable, or the file.
    void filePlaceRequested(const signalbox::core::Diagnostic &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

class VariablesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit VariablesPanel(const Workbench &workbench, QWidget *parent = nullptr);
    ~VariablesPanel() override;
    void show(editing::EditSession *session);
    /// The cursor goes to its row; false when there is none.
    bool goTo(const QString &variable);

Q_SIGNALS:
    /// Show where this variable is used.
    void usesRequested(const QString &variable);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

class OutlinePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(const Workbench &workbench, QWidget *parent = nullptr);
    ~OutlinePanel() override;
    void show(editing::EditSession *session);
    void select(const QList<qint64> &ids);

Q_SIGNALS:
    void componentRequested(qint64 id);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace signalbox::designer
