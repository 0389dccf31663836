// SPDX-License-Identifier: GPL-3.0-or-later
// Randomness, injected: the system's for identifiers and secrets, a seeded one where a run must repeat.
#pragma once

#include <QByteArray>
#include <QString>

#include <random>

namespace signalbox::core {

class Random
{
public:
    virtual ~Random() = default;
    virtual quint64 next() = 0; ///< 64 random bits

    /// Uniform in [0, bound); 0 for bound 0.
    quint64 below(quint64 bound);
    /// Uniform in [0, 1).
    double unit();
    /// A version 4 UUID in lower case without braces.
    QString uuid();
    /// 2 × bytes lower-case hexadecimal digits.
    QString hex(int bytes);
};

/// Cryptographically strong.
class SystemRandom final : public Random
{
public:
    quint64 next() override;
};

class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_engine(seed) {}
    quint64 next() override { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

} // namespace signalbox::core
