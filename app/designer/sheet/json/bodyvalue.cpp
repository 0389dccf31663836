// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/sheet/json/bodyvalue.h"

#include "core/jsonreader.h"
#include "expression/template.h"
#include "scenario/rules/textplace.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace signalbox::designer {

using core::Json;
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(signalbox::designer::BodyValue)
};

/// Begins a string that stands for bare text: a character of the private use area, which a body does not hold.
constexpr QChar bareMark(0xe145);

BodyFault faultAt(const QString &text, qsizetype offset, const QString &message)
{
    const QStringView before = QStringView(text).first(std::clamp<qsizetype>(offset, 0, text.size()));
    return {message, before.size(), before.count(u'\n') + 1, before.size() - before.lastIndexOf(u'\n')};
}

bool isBarePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'+' || c == u'.';
}

} // namespace

Json bareValue(const QString &text)
{
    return Json(QString(bareMark + text));
}

bool isBareValue(const Json &value)
{
    return value.isString() && value.toString().startsWith(bareMark);
}

QString bareText(const Json &value)
{
    return isBareValue(value) ? value.toString().sliced(1) : QString();
}

bool canBeBare(const QString &text, const expression::SlotOf &slotOf)
{
    if (!slotOf)
        return false;
    const expression::Template parsed(text, slotOf);
    if (parsed.variables().isEmpty())
        return false;
    static const QRegularExpression numeric(u"^(-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?)$"_s);
    const QString alone = parsed.render([](const expression::VariableUse &) { return QString(); });
    const QString asDigit = parsed.render([](const expression::VariableUse &) { return u"1"_s; });
    return alone.isEmpty() || numeric.match(asDigit).hasMatch();
}

tl::expected<Json, BodyFault> readBody(const QString &text, const expression::SlotOf &slotOf, const std::stop_token &stop)
{
    if (QStringView(text).trimmed().isEmpty())
        return Json();
    if (const qsizetype at = text.indexOf(bareMark); at >= 0)
        return tl::unexpected(faultAt(text, at, Tr::tr("The character U+E145 cannot be shown in a tree.")));
    QString read;
    QList<std::pair<qsizetype, qsizetype>> shifts; // offset behind a bare text in what is read → in the text
    const QList<expression::VariableUse> uses = slotOf ? expression::Template(text, slotOf).variables() : QList<expression::VariableUse>();
    bool inString = false;
    qsizetype use = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (stop.stop_requested())
            return tl::unexpected(BodyFault());
        const QChar c = text.at(at);
        while (use < uses.size() && uses.at(use).column - 1 < at)
            ++use;
        const auto variableAt = [&](qsizetype place) {
            for (qsizetype i = use; i < uses.size() && uses.at(i).column - 1 <= place; ++i) {
                if (uses.at(i).column - 1 == place)
                    return static_cast<qsizetype>(uses.at(i).length);
            }
            return qsizetype(0);
        };
        if (inString || c == u'"') {
            if (c == u'\\' && inString && at + 1 < text.size())
                read += text.at(at++);
            else if (c == u'"')
                inString = !inString;
            read += text.at(at++);
            continue;
        }
        // A word with the variables in it.
        qsizetype end = at;
        bool hasVariable = false;
        while (end < text.size()) {
            if (const qsizetype length = variableAt(end); length > 0) {
                hasVariable = true;
                end += length;
            } else if (isBarePart(text.at(end))) {
                ++end;
            } else {
                break;
            }
        }
        const QString word = text.sliced(at, end - at);
        if (hasVariable && canBeBare(word, slotOf)) {
            read += u'"' + QString(bareMark) + word + u'"';
            shifts.append({read.size(), end});
            at = end;
        } else {
            end = std::max(end, at + 1);
            read += QStringView(text).sliced(at, end - at);
            at = end;
        }
    }
    if (stop.stop_requested())
        return tl::unexpected(BodyFault());
    auto value = core::readJson(read.toUtf8());
    if (value)
        return *std::move(value);
    qsizetype offset = scenario::offsetOf(read, value.error().line, value.error().column);
    const auto behind =
        std::upper_bound(shifts.cbegin(), shifts.cend(), offset, [](qsizetype place, const auto &shift) { return place < shift.first; });
    if (behind != shifts.cbegin())
        offset = (behind - 1)->second + offset - (behind - 1)->first;
    return tl::unexpected(faultAt(text, offset, value.error().message));
}

QString writeBody(const Json &value, bool inLines)
{
    QString text = QString::fromUtf8(inLines ? value.toPretty() : value.toCompact());
    if (inLines)
        text = text.trimmed();
    const QString start = u'"' + QString(bareMark);
    QString result;
    qsizetype at = 0;
    for (qsizetype found = text.indexOf(start); found >= 0; found = text.indexOf(start, at)) {
        const qsizetype end = text.indexOf(u'"', found + start.size());
        result += QStringView(text).sliced(at, found - at);
        result += QStringView(text).sliced(found + start.size(), end - found - start.size());
        at = end + 1;
    }
    return result + text.sliced(at);
}

} // namespace signalbox::designer
