// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and numbers to try for an example, the likeliest first. Whoever tries them checks them.
#pragma once

#include "core/json.h"

#include <QStringList>

#include <optional>

namespace signalbox::capability {

struct TextWish {
    static constexpr qsizetype longest = 10'000;

    QString name; ///< of the member that holds it
    QString format;
    QStringList patterns;
    qsizetype least = 0; ///< characters
    std::optional<qsizetype> most;
    int variant = 0; ///< others for other numbers
};
QStringList exampleTexts(const TextWish &wish);

struct NumberWish {
    bool isInteger = false;
    std::optional<double> from;
    std::optional<double> to;
    bool isFromOut = false; ///< from itself does not count
    bool isToOut = false;
    QList<double> steps; ///< it must be a multiple of each
    int variant = 0;

    void raise(std::optional<double> bound, bool isOut);
    void lower(std::optional<double> bound, bool isOut);
};
QList<core::Json> exampleNumbers(const NumberWish &wish);

/// A text that the expression matches, or nothing where none was found.
std::optional<QString> textOfPattern(const QString &pattern, int variant);

} // namespace signalbox::capability
