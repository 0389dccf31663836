// SPDX-License-Identifier: GPL-3.0-or-later
// The program's language, switched while it runs: widgets get QEvent::LanguageChange.
#pragma once

#include <QString>

#include <memory>

class QTranslator;

namespace signalbox::designer {

class Languages final
{
public:
    Languages();
    ~Languages();
    /// "en", "ru", or empty for the system's.
    void use(const QString &language);
    const QString &chosen() const { return m_chosen; }

private:
    QString m_chosen;
    std::unique_ptr<QTranslator> m_texts;
    std::unique_ptr<QTranslator> m_qtTexts; // of Qt's own dialogs
};

} // namespace signalbox::designer
