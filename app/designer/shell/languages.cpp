// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/shell/languages.h"

#include "core/translations.h"

#include <QLibraryInfo>
#include <QLocale>

namespace signalbox::designer {

Languages::Languages() = default;

Languages::~Languages() = default;

void Languages::use(const QString &language)
{
    m_chosen = language;
    m_texts.reset();
    m_qtTexts.reset();
    const QStringList wanted = language.isEmpty() ? QLocale::system().uiLanguages() : QStringList(language);
    m_texts = core::installTranslations(wanted);
    auto qtTexts = std::make_unique<QTranslator>();
    if (qtTexts->load(QLocale(wanted.constFirst()), QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qtTexts.get());
        m_qtTexts = std::move(qtTexts);
    }
}

} // namespace signalbox::designer
