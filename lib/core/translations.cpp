// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translations.h"

#include <QCoreApplication>
#include <QLocale>

namespace signalbox::core {

using namespace Qt::StringLiterals;

std::unique_ptr<QTranslator> installTranslations(const QStringList &languages)
{
    for (const QString &language : languages) {
        const QLocale locale(language);
        // The texts in the source are English; whoever prefers it to others must not get those.
        if (locale.language() == QLocale::English || locale.language() == QLocale::C)
            return nullptr;
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(u"signalbox_"_s + QLocale::languageToCode(locale.language()), u":/i18n"_s)) {
            QCoreApplication::installTranslator(translator.get());
            return translator;
        }
    }
    return nullptr;
}

} // namespace signalbox::core
