// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions and templates: any text parses or is refused with a column inside it, and what parses evaluates or fails cleanly.
#include "core/random.h"
#include "expression/expression.h"
#include "expression/template.h"
#include "require.h"

using namespace signalbox;

namespace {

class Surroundings final : public expression::Environment
{
public:
    const core::Value &variable(int slot) const override { return m_values[slot % 2]; }
    core::Value startParam(int number) const override { return core::Value(double(number)); }
    QString scriptReference() const override { return QStringLiteral("fuzz"); }
    core::Random &random() const override { return m_random; }

private:
    core::Value m_values[2] = {core::Value(QStringLiteral("text")), core::Value(2.5)};
    mutable core::SeededRandom m_random{1};
};

int slotOf(QStringView name)
{
    return name.size() % 3 - 1;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Surroundings surroundings;
    auto parsed = expression::Expression::parse(text);
    if (parsed) {
        parsed->bind(slotOf);
        (void)parsed->evaluate(surroundings);
    } else {
        fuzz::require(!parsed.error().code.isEmpty() && parsed.error().column >= 1 && parsed.error().column <= text.size() + 1);
    }
    const expression::Template filled(text, slotOf);
    (void)filled.evaluate(surroundings);
    return 0;
}
