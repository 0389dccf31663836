// SPDX-License-Identifier: GPL-3.0-or-later
// The operations of component 144 (component-144.txt) and what comes of one: values only.
#pragma once

#include "core/dialect.h"
#include "core/result.h"

#include <QString>

#include <variant>

namespace signalbox::operation {

/// Option ids of the property "direction".
enum class Direction : quint8 { TokenMessage = 0, TokenPluginEvent = 1, UserApiEvent = 2 };

/// sendtokenmsg: ["<event>", <content>] to the connection.
struct SendMessage {
    Direction direction = Direction::TokenMessage;
    QString capability;
    QString event;
    QString content;      ///< JSON text, unless the capability says otherwise
    bool wait = false;    ///< syncMode: wait for delivery or for the answer
    double timeoutS = 10; ///< used when wait is set
    bool operator==(const SendMessage &) const = default;
};

/// ws_temp_file: the result is the relative URL.
struct PlaceTempFile {
    QString path;
    bool operator==(const PlaceTempFile &) const = default;
};

/// websocktemp get_coll: the result is a JSON array of {"name","size","last_modified"}.
struct ListFiles {
    bool operator==(const ListFiles &) const = default;
};

/// websocktemp get_file: the result is the path of the file in the scenario's own temporary directory.
struct GetFile {
    QString name;
    bool operator==(const GetFile &) const = default;
};

/// websocktemp put_file. Without a name the path's base name is used.
struct PutFile {
    QString path;
    QString name;
    /// The name that the file gets: name, or the path's base name (what stands after its last slash).
    QString storedName() const;
    bool operator==(const PutFile &) const = default;
};

/// websocktemp delete_file.
struct DeleteFile {
    QString name;
    bool operator==(const DeleteFile &) const = default;
};

struct Operation {
    QString connection;
    std::variant<SendMessage, PlaceTempFile, ListFiles, GetFile, PutFile, DeleteFile> action;
    bool operator==(const Operation &) const = default;
};

enum class OutcomeKind : quint8 { Success, Timeout, Error };

/// "success", "timeout" or "error": the component's outcome codes.
QString outcomeName(OutcomeKind kind);

/// Codes of the error variable's text (platform.md §3): not_found, not_active, wrong_direction, no_capability, bad_argument,
/// bad_content, file_not_found, already_exists, too_large, rejected, unreachable, internal.
struct Outcome {
    OutcomeKind kind = OutcomeKind::Success;
    QString result;    ///< text for resultVariable
    core::Error error; ///< empty code unless kind is Error

    static Outcome success(QString result = {});
    static Outcome timeout();
    static Outcome failure(QString code, QString message);
    /// "<code>: <message>", what errorVariable receives, in the dialect's words; for a timeout "timeout: …"; empty on success.
    /// A failure without a message is its code alone.
    QString errorText(const core::Dialect &dialect = {}) const;
    bool operator==(const Outcome &) const = default;
};

/// What can be said before anything is sent: empty conn, capability, event or path, a timeout that is not over 0 and at most
/// dialect.timeoutMaxS, NUL in a path, and what checkFileName() refuses of a name; of put_file the stored name, or
/// the name itself where the dialect takes none from the path (code bad_argument).
core::Result<void> check(const Operation &operation, const core::Dialect &dialect);

/// The file name rule alone; it is used for websocktemp names wherever they come in: not empty, no slash, no backslash, no NUL, not "."
/// or "..", at most 255 bytes as UTF-8, well-formed (code bad_argument).
core::Result<void> checkFileName(const QString &name);

} // namespace signalbox::operation
