// SPDX-License-Identifier: GPL-3.0-or-later
// One printing of a scenario as it was when it began, off the interface thread: pages on which nothing is are left out. Destroying it ends
// it at the page that is being painted.
#pragma once

#include "catalogue/catalogue.h"
#include "core/dialect.h"
#include "scenario/scenario.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <stop_token>

class QPrinter;

namespace signalbox::designer {

class PrintRun final : public QObject
{
    Q_OBJECT

public:
    /// catalogue and dialect must outlive it. name: stands below each page, beside its number.
    PrintRun(std::shared_ptr<QPrinter> printer, const scenario::Scenario &scenario, const catalogue::Catalogue &catalogue,
             const core::Dialect &dialect, QString name, QObject *parent = nullptr);
    ~PrintRun() override;

    void start();
    /// A file is left as it was; a printer may have pages already.
    void cancel() { m_stop.request_stop(); }
    bool isCancelled() const { return m_stop.stop_requested(); }

Q_SIGNALS:
    /// page: the number that stands on it; pages: how many there are.
    void printing(int page, int pages);
    /// Once, also when it was cancelled. pages: printed ones; message: what went wrong, or empty.
    void finished(int pages, const QString &message);

private:
    struct Work;

    std::shared_ptr<QPrinter> m_printer;
    const scenario::Scenario m_scenario;
    const catalogue::Catalogue &m_catalogue;
    const core::Dialect &m_dialect;
    const QString m_name;
    std::stop_source m_stop;
    QThreadPool m_thread; // last: ends before what its task uses
};

} // namespace signalbox::designer
