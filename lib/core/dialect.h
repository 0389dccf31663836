// SPDX-License-Identifier: GPL-3.0-or-later
// All values that the platform's public documentation leaves open: every [A] of platform.md, in one place and as data, so that a
// profile can state what a real cluster does. Nothing here has been checked on a live vendor cluster.
#pragma once

#include "core/json.h"
#include "core/result.h"
#include "core/value.h"

namespace signalbox::core {

struct Dialect {
    // Sessions (§2)
    QString cookieName = QStringLiteral("RSession");
    int sessionLimitStatus = 429; ///< HTTP status of the login beyond the limit
    int sessionsPerUser = 10;     ///< [D]
    int sessionTtlS = 12 * 3600;
    int banFailures = 5;  ///< [D]
    int banWindowS = 180; ///< [D]
    // Web sockets (§3)
    int pingIntervalMs = 30'000;
    int pingsMissed = 2; ///< a peer that misses so many is dropped
    QString resultSuffix = QStringLiteral("_result");
    int startConnectionParam = 1; ///< start parameters of a scenario that a message starts
    int startEventParam = 2;
    int startContentParam = 3;
    bool undeclaredIsRequest = true; ///< a message code that no description declares counts as a request
    // Component 144 (§3, §5)
    int timeoutDefaultS = 10;
    int timeoutMaxS = 3600;
    int fileOperationMs = 60'000;
    // Files (§4)
    QString tempPrefix = QStringLiteral("/temp/");
    int tempLifetimeS = 300;     ///< [D]
    int websocktempLingerS = 30; ///< [D]
    // Scenarios (§5)
    int argConstant = 1; ///< [D]
    int argVariable = 2;
    int argExpression = 3;
    int argTemplate = 4;
    int typeNumber = 1; ///< [D]
    int typeString = 2; ///< [D]
    int typeDateTime = 3;
    int locationLocal = 0; ///< [D]
    int locationLast = 5;
    // Carriers (§6)
    QString carrierPrefix = QStringLiteral("sbx-");
    int carriersKept = 32;
    int carrierGraceMs = 5000;
    bool variablesAsArguments = true;  ///< false: the body travels as a constant
    int startScriptTimeoutMs = 10'000; ///< [D]

    /// The type that a varType or a variable's type names, or nothing.
    std::optional<ValueType> valueType(qint64 id) const;
    int valueTypeId(ValueType type) const;

    /// Reads an object of field names; a field that is not there keeps its default. Error: dialect.invalid (unknown field, wrong type).
    static Result<Dialect> fromJson(const Json &object);
};

} // namespace signalbox::core
