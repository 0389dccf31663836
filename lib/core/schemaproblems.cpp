// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schemaproblems.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace signalbox::core {

namespace {

constexpr qsizetype maxProblems = 50;

/// valijson's wording and ours. Where detail is set, what stands between the wording and the tail takes the place of %1.
struct Wording {
    QLatin1StringView head;
    QLatin1StringView tail;
    const char *text = nullptr;
    bool isCascade = false; ///< says no more than that something below has failed
};

const std::array wordings{
    Wording{QLatin1StringView("Value type not permitted"), {}, QT_TRANSLATE_NOOP("JsonSchema", "The value has the wrong type.")},
    Wording{QLatin1StringView("Missing required property '"), QLatin1StringView("'."),
            QT_TRANSLATE_NOOP("JsonSchema", "\"%1\" is missing.")},
    Wording{QLatin1StringView("Missing dependency '"), QLatin1StringView("'."), QT_TRANSLATE_NOOP("JsonSchema", "\"%1\" is missing.")},
    Wording{QLatin1StringView(
                "Object contains a property that could not be validated using 'properties' or 'additionalProperties' constraints: '"),
            QLatin1StringView("'."), QT_TRANSLATE_NOOP("JsonSchema", "\"%1\" is not allowed here.")},
    Wording{QLatin1StringView("Failed to match against any enum"),
            {},
            QT_TRANSLATE_NOOP("JsonSchema", "The value is none of the allowed ones.")},
    Wording{QLatin1StringView("Failed to match expected value"),
            {},
            QT_TRANSLATE_NOOP("JsonSchema", "The value is not the one that is demanded.")},
    Wording{QLatin1StringView("Failed to any values against"), {}, QT_TRANSLATE_NOOP("JsonSchema", "No item is of the demanded kind.")},
    Wording{QLatin1StringView("Array contains more items"), {}, QT_TRANSLATE_NOOP("JsonSchema", "There are too many items.")},
    Wording{QLatin1StringView("Cannot validate item #"), {}, QT_TRANSLATE_NOOP("JsonSchema", "There are too many items.")},
    Wording{
        QLatin1StringView("Expected number less than or equal to "), {}, QT_TRANSLATE_NOOP("JsonSchema", "The number must be at most %1.")},
    Wording{QLatin1StringView("Expected number less than "), {}, QT_TRANSLATE_NOOP("JsonSchema", "The number must be less than %1.")},
    Wording{QLatin1StringView("Expected number greater than or equal to "),
            {},
            QT_TRANSLATE_NOOP("JsonSchema", "The number must be at least %1.")},
    Wording{QLatin1StringView("Expected number greater than "), {}, QT_TRANSLATE_NOOP("JsonSchema", "The number must be greater than %1.")},
    Wording{QLatin1StringView("Array should contain no more than "), QLatin1StringView(" elements."),
            QT_TRANSLATE_NOOP("JsonSchema", "The number of items must be at most %1.")},
    Wording{QLatin1StringView("Array should contain no fewer than "), QLatin1StringView(" elements."),
            QT_TRANSLATE_NOOP("JsonSchema", "The number of items must be at least %1.")},
    Wording{QLatin1StringView("String should be no more than "), QLatin1StringView(" characters in length."),
            QT_TRANSLATE_NOOP("JsonSchema", "The number of characters must be at most %1.")},
    Wording{QLatin1StringView("String should be no fewer than "), QLatin1StringView(" characters in length."),
            QT_TRANSLATE_NOOP("JsonSchema", "The number of characters must be at least %1.")},
    Wording{QLatin1StringView("Object should have no more than "), QLatin1StringView(" properties."),
            QT_TRANSLATE_NOOP("JsonSchema", "The number of members must be at most %1.")},
    Wording{QLatin1StringView("Object should have no fewer than "), QLatin1StringView(" properties."),
            QT_TRANSLATE_NOOP("JsonSchema", "The number of members must be at least %1.")},
    Wording{
        QLatin1StringView("Target should not validate"), {}, QT_TRANSLATE_NOOP("JsonSchema", "A value of this kind is not allowed here.")},
    Wording{QLatin1StringView("Failed to validate against exactly one"),
            {},
            QT_TRANSLATE_NOOP("JsonSchema", "The value fits several alternatives of which it must fit one.")},
    Wording{QLatin1StringView("pattern "), {}, QT_TRANSLATE_NOOP("JsonSchema", "The text does not match the pattern %1.")},
    Wording{QLatin1StringView("format "), {}, QT_TRANSLATE_NOOP("JsonSchema", "The text is not a valid %1.")},
    Wording{QLatin1StringView("multipleOf "), {}, QT_TRANSLATE_NOOP("JsonSchema", "The number must be a multiple of %1.")},
    Wording{QLatin1StringView("uniqueItems"), {}, QT_TRANSLATE_NOOP("JsonSchema", "An item stands here twice.")},
    Wording{QLatin1StringView("Failed to validate against any schemas allowed by anyOf"),
            {},
            QT_TRANSLATE_NOOP("JsonSchema", "The value fits none of the alternatives."),
            true},
    Wording{QLatin1StringView("Failed to validate against any child schemas allowed by oneOf"),
            {},
            QT_TRANSLATE_NOOP("JsonSchema", "The value fits none of the alternatives."),
            true},
    Wording{QLatin1StringView("Failed to validate against schema associated with property name '"), QLatin1StringView("'."),
            QT_TRANSLATE_NOOP("JsonSchema", "\"%1\" is not as demanded."), true},
    Wording{QLatin1StringView("Failed to validate against additional properties"),
            {},
            QT_TRANSLATE_NOOP("JsonSchema", "A member is not as demanded."),
            true},
    Wording{QLatin1StringView("Failed to validate"), {}, QT_TRANSLATE_NOOP("JsonSchema", "The value is not as demanded."), true},
};

struct Found {
    QString pointer;
    qsizetype depth = 0;
    QString message;
    bool isCascade = false;
};

/// "3600.000000" as "3600".
QString tidyNumber(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && text.contains(u'.') ? QString::number(number, 'g', QLocale::FloatingPointShortest) : text;
}

Found describe(const valijson::ValidationResults::Error &error)
{
    Found found;
    found.depth = static_cast<qsizetype>(error.context.size()) - 1;
    for (size_t i = 1; i < error.context.size(); ++i) { // the first is "<root>", the others stand in brackets
        const std::string &part = error.context[i];
        found.pointer += u'/' + pointerToken(QString::fromUtf8(part.data() + 1, static_cast<qsizetype>(part.size()) - 2));
    }
    const QString text = QString::fromStdString(error.description);
    found.message = text;
    const auto wording = std::find_if(wordings.begin(), wordings.end(), [&](const Wording &w) { return text.startsWith(w.head); });
    if (wording == wordings.end())
        return found;
    QString detail = text.sliced(wording->head.size());
    if (detail.endsWith(wording->tail))
        detail.chop(wording->tail.size());
    found.message = QCoreApplication::translate("JsonSchema", wording->text);
    if (found.message.contains(QLatin1StringView("%1")))
        found.message = found.message.arg(tidyNumber(detail));
    found.isCascade = wording->isCascade;
    return found;
}

} // namespace

QList<SchemaProblem> schemaProblems(const valijson::ValidationResults &results)
{
    QList<Found> all;
    QSet<QString> explained; // places at or above a problem that says what is wrong
    QSet<QPair<QString, QString>> seen;
    for (const valijson::ValidationResults::Error &error : results) {
        Found found = describe(error);
        if (!found.isCascade) {
            QStringView place = found.pointer;
            for (;;) {
                explained.insert(place.toString());
                if (place.isEmpty())
                    break;
                place = place.left(place.lastIndexOf(u'/'));
            }
        }
        if (!seen.contains({found.pointer, found.message})) {
            seen.insert({found.pointer, found.message});
            all.append(std::move(found));
        }
    }
    all.removeIf([&](const Found &found) { return found.isCascade && explained.contains(found.pointer); });
    std::stable_sort(all.begin(), all.end(), [](const Found &a, const Found &b) { return a.depth > b.depth; });
    QList<SchemaProblem> problems;
    for (const Found &found : std::as_const(all)) {
        if (problems.size() == maxProblems)
            break;
        problems.append({found.pointer, found.message});
    }
    return problems;
}

} // namespace signalbox::core
