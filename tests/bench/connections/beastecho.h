// SPDX-License-Identifier: GPL-3.0-or-later
// The reference: an echo server of Boost.Beast alone, with what the simulated cluster uses of it and nothing else.
#pragma once

namespace signalbox::bench {

/// Listens on a free port of this host, writes it to standard output as {"port":…}, and echoes until standard input ends.
int serveEcho();

} // namespace signalbox::bench
