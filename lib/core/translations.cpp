// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translations.h"

#include <QCoreApplication>
#include <QLocale>

namespace signalbox::core {

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QTranslator> install(const QString &code)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(u"signalbox_"_s + code, u":/i18n"_s))
        return nullptr;
    QCoreApplication::installTranslator(translator.get());
    return translator;
}

} // namespace

std::unique_ptr<QTranslator> installTranslations(const QStringList &languages)
{
    for (const QString &language : languages) {
        const QLocale locale(language);
        // The texts in the source are English; whoever prefers it to others must not get those.
        if (locale.language() == QLocale::English || locale.language() == QLocale::C)
            break;
        if (auto translator = install(QLocale::languageToCode(locale.language())))
            return translator;
    }
    return install(u"en"_s);
}

} // namespace signalbox::core
