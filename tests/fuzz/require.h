// SPDX-License-Identifier: GPL-3.0-or-later
// The fuzz targets' assertion: holds in every build type.
#pragma once

#include <cstdlib>

namespace signalbox::fuzz {

inline void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace signalbox::fuzz
