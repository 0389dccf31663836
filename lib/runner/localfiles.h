// SPDX-License-Identifier: GPL-3.0-or-later
// Which paths of a scenario mean files of this machine: :TEMP of the run and the categories that stand for folders here. Every
// other path is the cluster's. Reads and writes nothing but the temporary directory.
#pragma once

#include "core/dialect.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QMap>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace signalbox::runner {

class LocalFiles final
{
    Q_DECLARE_TR_FUNCTIONS(LocalFiles)

public:
    /// ":CATEGORY=DIR" or "CATEGORY=DIR". Errors: bad_argument (form, a name that is no category, TEMP), file_not_found (no such folder).
    core::Result<void> addCategory(const QString &assignment);
    /// Those that stand for folders, without their colons.
    QStringList categories() const { return m_folders.keys(); }
    /// Paths that do not begin with a category are local ones (verb "operate"); otherwise they are the cluster's.
    void setPlainPathsLocal(bool local) { m_plainLocal = local; }
    /// Dialect::tempCategory.
    void setTempCategory(const QString &category) { m_tempCategory = category; }

    /// The absolute path of a local file; nothing when the path is the cluster's. Errors: bad_argument (the path leaves its folder),
    /// file_not_found (not there, not a regular file, or not readable).
    core::Result<std::optional<QString>> locate(const QString &path) const;

    struct NewFile {
        QString scenarioPath; ///< ":TEMP/<name>"
        QString localPath;
    };
    /// Where a file of this name goes in :TEMP; the directory is made at the first use and removed with this object. The name must have
    /// passed operation::checkFileName. Error: unwritable.
    core::Result<NewFile> newTempFile(const QString &name);

private:
    QMap<QString, QString> m_folders; // by category without its colon
    QString m_tempCategory = core::Dialect().tempCategory;
    bool m_plainLocal = false;
    std::unique_ptr<QTemporaryDir> m_temp;
};

} // namespace signalbox::runner
