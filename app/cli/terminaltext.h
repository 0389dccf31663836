// SPDX-License-Identifier: GPL-3.0-or-later
// Text for a terminal: columns, colours, and values from outside made harmless.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace signalbox::cli {

enum class Colour : quint8 { Plain, Red, Green, Yellow, Bold };

/// The text in this colour, or as it is when colours are off.
QString coloured(const QString &text, Colour colour, bool on);
/// On one line, control characters replaced (they could steer a terminal), cut to limit characters.
QString oneLine(const QString &text, qsizetype limit = 400);
/// Columns wide enough for their widest cell, two spaces between them; the last is not padded.
QStringList table(const QList<QStringList> &rows);

} // namespace signalbox::cli
