// SPDX-License-Identifier: GPL-3.0-or-later
// What can fail at run time returns Result<T>: a value, or an Error with a code to branch on and a message to show.
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace signalbox::core {

struct Error {
    QString code;    ///< stable and machine-readable, such as "not_found"
    QString message; ///< for a person, in their language: what, where and what to do
    QString detail;  ///< what a developer wants beside it; never a secret

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(QString code, QString message, QString detail = {})
{
    return tl::unexpected(Error{std::move(code), std::move(message), std::move(detail)});
}

} // namespace signalbox::core
