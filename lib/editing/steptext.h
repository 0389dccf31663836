// SPDX-License-Identifier: GPL-3.0-or-later
// What a step is called, in the language of whenever it is asked: the history outlives a change of the language.
#pragma once

#include <QString>

#include <concepts>
#include <functional>

namespace signalbox::editing {

class StepText final
{
public:
    StepText() = default;
    /// asked gives the text in the language of now; it is asked again each time, and must hold what it needs.
    template <std::invocable Asked>
    StepText(Asked asked) : m_asked(std::move(asked))
    {}
    /// The same in every language: a text of the document, for one.
    StepText(const QString &text) : m_asked([text] { return text; }) {}

    QString text() const { return m_asked ? m_asked() : QString(); }

private:
    std::function<QString()> m_asked;
};

} // namespace signalbox::editing
