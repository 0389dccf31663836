// SPDX-License-Identifier: GPL-3.0-or-later
// From text to code, by recursive descent. Precedence from low to high: comparison; + ++ -; * /; unary minus; ^ (to the right).
#include "core/numbertext.h"
#include "expression/code.h"
#include "expression/comparison.h"
#include "expression/functions.h"

#include <QCoreApplication>

#include <algorithm>

namespace signalbox::expression {

namespace {

constexpr qsizetype maxLength = 64 * 1024;
constexpr int maxDepth = 200;

class Parser
{
    Q_DECLARE_TR_FUNCTIONS(Expression)

public:
    Parser(const QString &text, const core::Dialect &dialect) : m_text(text), m_tokens(comparisonTokens(dialect))
    {
        code.trueText = core::Value(dialect.trueText);
        code.falseText = core::Value(dialect.falseText);
    }

    bool parse()
    {
        if (m_text.size() > maxLength)
            return refuse(0, "expression.too_long", tr("The expression has more than %1 characters.").arg(maxLength));
        skipSpace();
        if (atEnd())
            return refuse(m_at, "expression.syntax", tr("The expression is empty."));
        if (!comparison())
            return false;
        if (atEnd())
            return true;
        if (current() == u')')
            return refuse(m_at, "expression.syntax", tr("There is no opening parenthesis for this one."));
        if (current() == u'=')
            return refuse(m_at, "expression.syntax", tr("Two values are compared with ==."));
        return refuse(m_at, "expression.syntax", tr("An operator is expected here."));
    }

    Code code;
    ExpressionError error;

private:
    /// Counts a level of nesting as long as it lives.
    struct Level {
        explicit Level(int &counter) : depth(counter) { ++depth; }
        ~Level() { --depth; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;
        int &depth;
    };

    bool refuse(qsizetype at, const char *errorCode, const QString &message)
    {
        error = ExpressionError{QString::fromLatin1(errorCode), message, static_cast<int>(at) + 1};
        return false;
    }

    bool refuseDepth() { return refuse(m_at, "expression.too_deep", tr("The expression is nested deeper than %1 levels.").arg(maxDepth)); }

    bool atEnd() const { return m_at >= m_text.size(); }
    QChar current() const { return atEnd() ? QChar() : m_text[m_at]; }
    QChar following() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar(); }

    void skipSpace()
    {
        while (!atEnd() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(QStringView token)
    {
        if (!QStringView(m_text).sliced(m_at).startsWith(token))
            return false;
        m_at += token.size();
        skipSpace();
        return true;
    }

    Instruction &emitCode(Op op, qsizetype at, qsizetype index = 0)
    {
        code.instructions.push_back({op, 0, 0, static_cast<qint32>(index), static_cast<qint32>(at) + 1});
        return code.instructions.back();
    }

    struct Token {
        QString text;
        Comparison comparison{};
    };

    /// The platform's tokens, and two that others use; longer ones first.
    static std::vector<Token> comparisonTokens(const core::Dialect &dialect)
    {
        std::vector<Token> tokens;
        for (const QString &text : dialect.comparisonTokens)
            tokens.push_back({text, static_cast<Comparison>(tokens.size())}); // in the order of the option ids
        tokens.push_back({QStringLiteral("<="), Comparison::LessOrEqual});
        tokens.push_back({QStringLiteral("!="), Comparison::NotEqual});
        std::stable_sort(tokens.begin(), tokens.end(), [](const Token &a, const Token &b) { return a.text.size() > b.text.size(); });
        return tokens;
    }

    std::optional<Comparison> comparisonToken()
    {
        const auto found = std::find_if(m_tokens.begin(), m_tokens.end(), [this](const Token &token) { return take(token.text); });
        return found == m_tokens.end() ? std::nullopt : std::optional(found->comparison);
    }

    bool comparison()
    {
        const Level level(m_depth);
        if (m_depth > maxDepth)
            return refuseDepth();
        if (!sum())
            return false;
        for (;;) {
            const qsizetype at = m_at;
            const auto token = comparisonToken();
            if (!token)
                return true;
            if (!sum())
                return false;
            emitCode(Op::Compare, at).detail = static_cast<quint16>(*token);
        }
    }

    bool sum()
    {
        if (!product())
            return false;
        for (;;) {
            const qsizetype at = m_at;
            Op op = Op::Add;
            if (take(u"++"))
                op = Op::Join;
            else if (take(u"-"))
                op = Op::Subtract;
            else if (!take(u"+"))
                return true;
            if (!product())
                return false;
            emitCode(op, at);
        }
    }

    bool product()
    {
        if (!signedValue())
            return false;
        for (;;) {
            const qsizetype at = m_at;
            Op op = Op::Multiply;
            if (take(u"/"))
                op = Op::Divide;
            else if (!take(u"*"))
                return true;
            if (!signedValue())
                return false;
            emitCode(op, at);
        }
    }

    bool signedValue()
    {
        const qsizetype at = m_at;
        if (!take(u"-"))
            return power();
        const Level level(m_depth);
        if (m_depth > maxDepth)
            return refuseDepth();
        if (!signedValue())
            return false;
        emitCode(Op::Negate, at);
        return true;
    }

    bool power()
    {
        if (!primary())
            return false;
        const qsizetype at = m_at;
        if (!take(u"^"))
            return true;
        const Level level(m_depth);
        if (m_depth > maxDepth)
            return refuseDepth();
        if (!signedValue())
            return false;
        emitCode(Op::Power, at);
        return true;
    }

    bool primary()
    {
        if (atEnd())
            return refuse(m_at, "expression.syntax", tr("The expression ends where a value is expected."));
        const QChar c = current();
        if (isDigit(c) || (c == u'.' && isDigit(following())))
            return number();
        if (c == u'"')
            return string();
        if (c == u'[')
            return variable();
        if (c == u'(')
            return group();
        if (c.isLetter() || c == u'_')
            return call();
        return refuse(m_at, "expression.syntax", tr("A value is expected here: a number, a \"text\", a [variable] or a function."));
    }

    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

    void skipDigits()
    {
        while (isDigit(current()))
            ++m_at;
    }

    bool number()
    {
        const qsizetype from = m_at;
        skipDigits();
        if (current() == u'.') {
            ++m_at;
            skipDigits();
        }
        if (current() == u'e' || current() == u'E') {
            ++m_at;
            if (current() == u'+' || current() == u'-')
                ++m_at;
            skipDigits();
        }
        const auto value = core::parseNumber(QStringView(m_text).sliced(from, m_at - from));
        if (!value || current().isLetterOrNumber() || current() == u'_' || current() == u'.')
            return refuse(from, "expression.syntax", tr("This is not a number, or too large a one."));
        skipSpace();
        code.numbers.push_back(*value);
        emitCode(Op::Number, from, static_cast<qsizetype>(code.numbers.size()) - 1);
        return true;
    }

    bool string()
    {
        const qsizetype from = m_at++;
        QString value;
        for (;; ++m_at) {
            if (atEnd())
                return refuse(from, "expression.syntax", tr("This text has no closing quote. A quote within a text is written twice."));
            const QChar c = current();
            const bool escapes = (c == u'\\' && (following() == u'"' || following() == u'\\')) || (c == u'"' && following() == u'"');
            if (escapes)
                ++m_at;
            else if (c == u'"')
                break;
            value.append(current());
        }
        ++m_at;
        skipSpace();
        code.texts.emplace_back(value);
        emitCode(Op::Text, from, static_cast<qsizetype>(code.texts.size()) - 1);
        return true;
    }

    bool variable()
    {
        const qsizetype from = m_at++;
        const qsizetype nameFrom = m_at;
        while (!atEnd() && current() != u']' && current() != u'[')
            ++m_at;
        if (current() != u']')
            return refuse(from, "expression.syntax", tr("This bracket is not closed. A variable is written [name]."));
        const QString name = m_text.sliced(nameFrom, m_at - nameFrom);
        if (name.trimmed().isEmpty())
            return refuse(from, "expression.syntax", tr("There is no name in these brackets."));
        ++m_at;
        code.uses.append(VariableUse{name, static_cast<int>(from) + 1, static_cast<int>(m_at - from)});
        code.variableSlots.push_back(-1);
        skipSpace();
        emitCode(Op::Variable, from, code.uses.size() - 1);
        return true;
    }

    bool group()
    {
        const qsizetype from = m_at;
        take(u"(");
        if (!comparison())
            return false;
        if (take(u")"))
            return true;
        if (atEnd())
            return refuse(from, "expression.syntax", tr("This parenthesis is not closed."));
        return refuse(m_at, "expression.syntax", tr("An operator or a closing parenthesis is expected here."));
    }

    bool call()
    {
        const qsizetype from = m_at;
        while (current().isLetterOrNumber() || current() == u'_')
            ++m_at;
        const QString name = m_text.sliced(from, m_at - from);
        skipSpace();
        const int index = functionIndex(name);
        if (index < 0)
            return refuse(from, "expression.unknown_function",
                          tr("There is no function \"%1\". A variable stands in brackets, a text in quotes.").arg(name));
        const Function &function = functionAt(index);
        if (!take(u"(")) {
            if (function.least > 0)
                return refuse(from, "expression.syntax", tr("\"%1\" needs its arguments in parentheses.").arg(name));
            finishCall(function, index, from, 0);
            return true;
        }
        int count = 0;
        if (!take(u")") && !(function.kind == FunctionKind::If ? branches(function, name, from, count) : arguments(name, from, count)))
            return false;
        if (count < function.least || count > function.most)
            return refuse(from, "expression.arity", arityMessage(name, function, count));
        if (function.kind != FunctionKind::If)
            finishCall(function, index, from, count);
        return true;
    }

    static QString arityMessage(const QString &name, const Function &function, int count)
    {
        if (function.most == 0)
            return tr("\"%1\" takes no arguments.").arg(name);
        if (function.least == 1 && function.most == 1)
            return tr("\"%1\" takes one argument, not %2.").arg(name).arg(count);
        if (function.least == function.most)
            return tr("\"%1\" takes %2 arguments, not %3.").arg(name).arg(function.least).arg(count);
        return tr("\"%1\" takes %2 to %3 arguments, not %4.").arg(name).arg(function.least).arg(function.most).arg(count);
    }

    void finishCall(const Function &function, int index, qsizetype from, int count)
    {
        if (function.kind == FunctionKind::EndLine) {
            code.texts.emplace_back(QStringLiteral("\n"));
            emitCode(Op::Text, from, static_cast<qsizetype>(code.texts.size()) - 1);
            return;
        }
        Instruction &instruction = emitCode(Op::Call, from);
        instruction.detail = static_cast<quint16>(index);
        instruction.count = static_cast<quint8>(count);
    }

    /// Behind an argument: true at a comma or the closing parenthesis, which is taken.
    bool separator(qsizetype from, bool &last)
    {
        last = take(u")");
        if (last || take(u","))
            return true;
        if (atEnd())
            return refuse(from, "expression.syntax", tr("The parenthesis of this function is not closed."));
        return refuse(m_at, "expression.syntax", tr("A comma or a closing parenthesis is expected here."));
    }

    bool arguments(const QString &name, qsizetype from, int &count)
    {
        constexpr int most = 255; // fits an instruction
        for (bool last = false; !last;) {
            if (++count > most)
                return refuse(from, "expression.arity", tr("\"%1\" has too many arguments.").arg(name));
            if (!comparison() || !separator(from, last))
                return false;
        }
        return true;
    }

    /// Condition, jump to the other branch, branch, jump to the end, other branch.
    bool branches(const Function &function, const QString &name, qsizetype from, int &count)
    {
        size_t toOther = 0;
        size_t toEnd = 0;
        for (bool last = false; !last;) {
            const qsizetype argument = m_at;
            if (++count > function.most)
                return refuse(from, "expression.arity", arityMessage(name, function, count));
            if (!comparison() || !separator(from, last))
                return false;
            if (count == 1) {
                toOther = code.instructions.size();
                emitCode(Op::JumpIfFalse, argument);
            } else if (count == 2) {
                toEnd = code.instructions.size();
                emitCode(Op::Jump, argument);
                code.instructions[toOther].index = static_cast<qint32>(code.instructions.size());
            }
        }
        if (count < function.least)
            return true; // call() says so
        if (count == 2) {
            code.texts.emplace_back();
            emitCode(Op::Text, from, static_cast<qsizetype>(code.texts.size()) - 1);
        }
        code.instructions[toEnd].index = static_cast<qint32>(code.instructions.size());
        return true;
    }

    const QString &m_text;
    std::vector<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = -1; // the expression itself is no level
};

} // namespace

tl::expected<Code, ExpressionError> compileExpression(const QString &text, const core::Dialect &dialect)
{
    Parser parser(text, dialect);
    if (!parser.parse())
        return tl::unexpected(parser.error);
    return std::move(parser.code);
}

} // namespace signalbox::expression
