// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a document's variables: declarations, and what names them elsewhere in it. Each is one step.
#pragma once

#include "core/random.h"
#include "core/result.h"
#include "editing/document.h"
#include "editing/variableplaces.h"

#include <QCoreApplication>

namespace signalbox::editing {

class VariableEdits final
{
    Q_DECLARE_TR_FUNCTIONS(VariableEdits)

public:
    /// What is passed must outlive it.
    VariableEdits(Document &document, const catalogue::Catalogue &catalogue, const core::Dialect &dialect, core::Random &random);

    core::Result<void> add(const QString &name, qint64 type, qint64 location);
    core::Result<void> rename(const QString &name, const QString &newName);
    /// Sets a number ("type", "location") of the declaration.
    core::Result<void> setNumber(const QString &name, const QString &key, qint64 value, const StepText &text);
    core::Result<void> remove(const QString &name);
    /// Declares those whose names are not declared, under an id of their own.
    void declare(const QList<core::Json> &variables);

private:
    core::Result<void> checkName(const QString &name) const;
    core::Result<void> checkDeclared(const QString &name) const;
    core::Result<void> checkList() const;
    void changeList(const std::function<void(QList<core::Json> &)> &change);
    void changeInitialValues(const std::function<core::Json(core::Json)> &change);

    Document &m_document;
    const catalogue::Catalogue &m_catalogue;
    const core::Dialect &m_dialect;
    core::Random &m_random;
};

} // namespace signalbox::editing
