// SPDX-License-Identifier: GPL-3.0-or-later
// What a bench program prints: one JSON object {"name","figures":{…},"gates":[{"name","value","limit","atLeast"}]}. A gate is a
// figure with a limit; run_benchmarks.py judges it. "--quick" asks for the shortest run that still goes the whole way.
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

namespace signalbox::bench {

class Report final
{
public:
    explicit Report(const QString &name) : m_name(name) {}

    void figure(const QString &name, const QJsonValue &value) { m_figures[name] = value; }
    void gateAtLeast(const QString &name, double value, double limit) { gate(name, value, limit, true); }
    void gateAtMost(const QString &name, double value, double limit) { gate(name, value, limit, false); }

    /// Writes the object to standard output.
    void print() const
    {
        const QJsonObject object{
            {QStringLiteral("name"), m_name}, {QStringLiteral("figures"), m_figures}, {QStringLiteral("gates"), m_gates}};
        std::fputs(QJsonDocument(object).toJson(QJsonDocument::Indented).constData(), stdout);
    }

private:
    void gate(const QString &name, double value, double limit, bool atLeast)
    {
        m_gates.append(QJsonObject{{QStringLiteral("name"), name},
                                   {QStringLiteral("value"), value},
                                   {QStringLiteral("limit"), limit},
                                   {QStringLiteral("atLeast"), atLeast}});
    }

    QString m_name;
    QJsonObject m_figures;
    QJsonArray m_gates;
};

inline bool isQuick(int argc, char **argv)
{
    return std::any_of(argv, argv + argc, [](const char *argument) { return std::string_view(argument) == "--quick"; });
}

/// The middle one; 0 of none.
inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace signalbox::bench
