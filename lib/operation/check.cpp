// SPDX-License-Identifier: GPL-3.0-or-later
// What can be said of an operation before anything is sent.
#include "operation/operation.h"

#include <QCoreApplication>

namespace signalbox::operation {

using namespace Qt::StringLiterals;

namespace {

// A file system's usual limit, in bytes of UTF-8.
constexpr int maxNameBytes = 255;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Operation)
};

core::Result<void> refuse(const QString &message)
{
    return core::fail(u"bad_argument"_s, message);
}

core::Result<void> checkPath(const QString &path)
{
    if (path.isEmpty())
        return refuse(Text::tr("The file path is empty."));
    if (path.contains(QChar::Null))
        return refuse(Text::tr("The file path holds a NUL character."));
    return {};
}

class Check final
{
public:
    explicit Check(const core::Dialect &dialect) : m_dialect(dialect) {}

    core::Result<void> operator()(const SendMessage &message) const
    {
        if (message.capability.isEmpty())
            return refuse(Text::tr("The name of the API extension is empty."));
        if (message.event.isEmpty())
            return refuse(Text::tr("The message code is empty."));
        // Written so that NaN is refused too.
        if (message.wait && !(message.timeoutS > 0 && message.timeoutS <= m_dialect.timeoutMaxS))
            return refuse(Text::tr("The time to wait must be over 0 and at most %1 s, not %2.")
                              .arg(m_dialect.timeoutMaxS)
                              .arg(QString::number(message.timeoutS, 'g', 15)));
        return {};
    }

    core::Result<void> operator()(const PlaceTempFile &file) const { return checkPath(file.path); }
    core::Result<void> operator()(const ListFiles &) const { return {}; }
    core::Result<void> operator()(const GetFile &file) const { return checkFileName(file.name); }
    core::Result<void> operator()(const DeleteFile &file) const { return checkFileName(file.name); }
    core::Result<void> operator()(const PutFile &file) const
    {
        if (const auto path = checkPath(file.path); !path)
            return path;
        return checkFileName(m_dialect.nameFromPath ? file.storedName() : file.name);
    }

private:
    const core::Dialect &m_dialect;
};

} // namespace

core::Result<void> check(const Operation &operation, const core::Dialect &dialect)
{
    if (operation.connection.isEmpty())
        return refuse(Text::tr("The connection id is empty."));
    return std::visit(Check(dialect), operation.action);
}

core::Result<void> checkFileName(const QString &name)
{
    if (name.isEmpty())
        return refuse(Text::tr("The file name is empty."));
    if (name == u"."_s || name == u".."_s)
        return refuse(Text::tr("\"%1\" is no file name.").arg(name));
    for (const QChar forbidden : {QChar(u'/'), QChar(u'\\'), QChar(QChar::Null)})
        if (name.contains(forbidden))
            return refuse(forbidden.isNull() ? Text::tr("The file name holds a NUL character.")
                                             : Text::tr("A file name must not hold \"%1\".").arg(forbidden));
    if (!name.isValidUtf16())
        return refuse(Text::tr("The file name holds half a character (a lone surrogate)."));
    if (const qsizetype bytes = name.toUtf8().size(); bytes > maxNameBytes)
        return refuse(Text::tr("The file name has %1 bytes; at most %2 are possible.").arg(bytes).arg(maxNameBytes));
    return {};
}

} // namespace signalbox::operation
