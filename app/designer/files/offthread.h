// SPDX-License-Identifier: GPL-3.0-or-later
// Work on another thread whose answer arrives on the receiver's. The pool must end before the receiver does, as a member of it does.
#pragma once

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace signalbox::designer {

/// work: holds values only. take: what is done with its answer.
template <typename Work, typename Take>
void workOff(QThreadPool &pool, QObject *receiver, Work work, Take take)
{
    const auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    promise->future().then(receiver, std::move(take));
    pool.start([promise, work = std::move(work)] {
        promise->start();
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace signalbox::designer
