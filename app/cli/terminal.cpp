// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace signalbox::cli {

bool isTerminal(Stream stream)
{
    return ::isatty(static_cast<int>(stream)) == 1;
}

std::optional<QString> promptWithoutEcho(const QString &question)
{
    const int input = static_cast<int>(Stream::In);
    termios before = {};
    if (::tcgetattr(input, &before) != 0)
        return std::nullopt;
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(input, TCSAFLUSH, &silent);
    std::cerr << question.toStdString() << std::flush;
    std::string line;
    const bool read = static_cast<bool>(std::getline(std::cin, line));
    ::tcsetattr(input, TCSAFLUSH, &before);
    std::cerr << '\n';
    return read ? std::optional(QString::fromStdString(line)) : std::nullopt;
}

} // namespace signalbox::cli
