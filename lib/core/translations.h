// SPDX-License-Identifier: GPL-3.0-or-later
// The language that the program speaks: the first of the person's languages that there are texts for, English being the texts
// themselves, in which only plurals have other forms.
#pragma once

#include <QStringList>
#include <QTranslator>

#include <memory>

namespace signalbox::core {

/// Installs the texts of :/i18n for the first language that has some (QLocale::uiLanguages order), English where none has; null where the
/// program has no texts at all. The translator must live as long as texts are wanted.
std::unique_ptr<QTranslator> installTranslations(const QStringList &languages);

} // namespace signalbox::core
