// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/textfilter.h"

namespace signalbox::designer {

bool containsWords(QStringView text, QStringView words)
{
    for (const QStringView word : words.tokenize(u' ', Qt::SkipEmptyParts)) {
        if (!text.contains(word, Qt::CaseInsensitive))
            return false;
    }
    return true;
}

} // namespace signalbox::designer
