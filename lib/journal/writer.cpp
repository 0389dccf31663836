// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/writer.h"

#include "journal/messagestore.h"
#include "journal/runstore.h"
#include "journal/schema.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <set>

namespace signalbox::journal {

using namespace Qt::StringLiterals;

namespace {

/// What a waiting message takes beside its payload, about.
constexpr qint64 messageOverhead = sizeof(Writer::Order) + 100;
/// Steps and the like that wait at most: the writer would have stood still for a long time.
constexpr qint64 mostOthers = 100'000;
/// Between attempts to open or write a file that refused.
constexpr std::chrono::seconds retry{2};

qint64 bytesOf(const Message &message)
{
    return message.payload.size() + messageOverhead;
}

} // namespace

struct Writer::Stores {
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<Database> database;
    MessageStore messages;
    RunStore runs;

    Stores(std::unique_ptr<QLockFile> held, std::unique_ptr<Database> opened, const Limits &limits)
        : lock(std::move(held)), database(std::move(opened)), messages(*database, limits), runs(*database)
    {}
};

Writer::Writer(const QString &path, const Limits &limits, Observer observer)
    : m_path(path), m_limits(limits), m_observer(std::move(observer)), m_thread([this] { work(); })
{}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Writer::give(Order order)
{
    {
        const std::lock_guard lock(m_mutex);
        const bool wasEmpty = m_waiting.empty();
        if (const auto *message = std::get_if<Message>(&order)) {
            ++m_intake.taken;
            const qint64 bytes = bytesOf(*message);
            if (m_waitingMessages >= m_limits.waitingMessages || m_waitingBytes + bytes > m_limits.waitingBytes) {
                ++m_intake.droppedFull;
                return;
            }
            ++m_waitingMessages;
            m_waitingBytes += bytes;
            m_waiting.push_back(std::move(order));
            if (!wasEmpty)
                return;
        } else {
            const bool isMark = std::holds_alternative<Mark>(order);
            if (!isMark && m_waitingOthers >= mostOthers) {
                ++m_intake.droppedFull;
                return;
            }
            m_waitingOthers += isMark ? 0 : 1;
            m_isUrgent = true;
            m_waiting.push_back(std::move(order));
        }
    }
    m_changed.notify_all();
}

Intake Writer::intake() const
{
    const std::lock_guard lock(m_mutex);
    return m_intake;
}

bool Writer::next(Orders &orders)
{
    std::unique_lock lock(m_mutex);
    if (orders.empty())
        m_changed.wait(lock, [this] { return m_isEnding || !m_waiting.empty(); });
    if (m_waiting.empty() && orders.empty())
        return false;
    // What comes within a moment goes into the same transaction.
    m_changed.wait_for(lock, std::chrono::milliseconds(Journal::commitMs), [this] { return m_isEnding || m_isUrgent; });
    if (orders.empty())
        orders.swap(m_waiting);
    else
        std::move(m_waiting.begin(), m_waiting.end(), std::back_inserter(orders));
    m_waiting.clear();
    m_waitingMessages = 0;
    m_waitingBytes = 0;
    m_waitingOthers = 0;
    m_isUrgent = false;
    return true;
}

std::unique_ptr<Writer::Stores> Writer::open()
{
    const auto refuse = [this](const core::Error &error) {
        if (!std::exchange(m_hasFailed, true))
            m_observer.failed(error);
        return nullptr;
    };
    const QString shown = QDir::toNativeSeparators(m_path);
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return refuse({u"journal.not_open"_s, Database::tr("The folder of the journal \"%1\" cannot be made.").arg(shown), {}});
    auto lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock()) {
        return refuse(
            {u"journal.in_use"_s,
             Database::tr("The journal \"%1\" is written by another window of Signalbox. Close that, or go on without keeping messages.")
                 .arg(shown),
             {}});
    }
    auto opened = openJournal(m_path);
    if (!opened)
        return refuse(opened.error());
    auto stores = std::make_unique<Stores>(std::move(lock), std::move(opened->database), m_limits);
    if (const auto loaded = stores->messages.load(); !loaded)
        return refuse(loaded.error());
    m_told = stores->messages.extent();
    m_observer.ready(opened->notice);
    m_observer.extentChanged(m_told);
    if (std::exchange(m_hasFailed, false))
        m_observer.recovered();
    return stores;
}

void Writer::work()
{
    std::unique_ptr<Stores> stores = open();
    Orders orders;
    while (next(orders)) {
        if (!stores)
            stores = open();
        core::Result<void> written = stores ? write(*stores, orders) : core::fail(u"journal.not_open"_s, {});
        if (written) {
            if (std::exchange(m_hasFailed, false))
                m_observer.recovered();
            tell(*stores, orders);
            orders.clear();
            continue;
        }
        if (stores) {
            // What memory knew of the file may be wrong now.
            stores->runs.forget();
            if (!stores->messages.load())
                stores.reset();
        }
        drop(orders, written.error());
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, retry, [this] { return m_isEnding; });
        if (m_isEnding)
            orders.clear();
    }
}

void Writer::drop(Orders &orders, const core::Error &error)
{
    qint64 messages = 0;
    std::erase_if(orders, [&](const Order &order) {
        const bool isMessage = std::holds_alternative<Message>(order);
        messages += isMessage ? 1 : 0;
        return isMessage;
    });
    // Steps wait for better times, unless it is they that cannot be written; whoever waits for a mark is told now.
    for (const Order &order : orders) {
        if (const auto *mark = std::get_if<Mark>(&order))
            m_observer.written(mark->number);
    }
    std::erase_if(orders, [](const Order &order) { return std::holds_alternative<Mark>(order); });
    const qint64 kept = error.code == "journal.sql"_L1 ? 0 : mostOthers;
    const qint64 lost = std::max<qint64>(static_cast<qint64>(orders.size()) - kept, 0);
    orders.resize(orders.size() - static_cast<size_t>(lost));
    {
        const std::lock_guard lock(m_mutex);
        m_intake.droppedBroken += messages + lost;
    }
    if (!std::exchange(m_hasFailed, true))
        m_observer.failed(error);
}

core::Result<void> Writer::write(Stores &stores, Orders &orders)
{
    Database::Transaction transaction(*stores.database);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    std::vector<Message> messages;
    messages.reserve(orders.size());
    const auto insert = [&] {
        const auto done = messages.empty() ? core::Result<void>() : stores.messages.insert(messages);
        messages.clear();
        return done;
    };
    qint64 stored = 0;
    for (Order &order : orders) {
        if (auto *message = std::get_if<Message>(&order)) {
            messages.push_back(std::move(*message));
            ++stored;
            continue;
        }
        if (const auto done = insert(); !done)
            return done;
        if (const auto done = carryOut(stores, order); !done)
            return done;
    }
    if (const auto done = insert(); !done)
        return done;
    if (const auto done = transaction.commit(); !done)
        return done;
    const std::lock_guard lock(m_mutex);
    m_intake.stored += stored;
    return {};
}

core::Result<void> Writer::carryOut(Stores &stores, Order &order)
{
    if (const auto *begin = std::get_if<BeginRun>(&order)) {
        if (const auto done = stores.runs.begin(begin->run); !done)
            return done;
        return stores.runs.keep(m_limits.runs);
    }
    if (const auto *add = std::get_if<AddStep>(&order))
        return stores.runs.add(add->run, add->step);
    if (const auto *end = std::get_if<EndRun>(&order))
        return stores.runs.end(end->run);
    if (const auto *remove = std::get_if<RemoveRun>(&order))
        return stores.runs.remove(remove->run);
    if (const auto *pin = std::get_if<Pin>(&order)) {
        const auto done = stores.messages.setPinned(pin->message, pin->pinned);
        if (!done && done.error().code == "journal.too_many_pins"_L1) {
            m_observer.failed(done.error()); // not a fault of the file
            return {};
        }
        return done;
    }
    return {}; // clearing and marks come after the transaction
}

void Writer::tell(Stores &stores, const Orders &orders)
{
    std::set<QString> runs;
    QList<quint64> marks;
    bool clear = false;
    bool pins = false;
    for (const Order &order : orders) {
        if (const auto *begin = std::get_if<BeginRun>(&order))
            runs.insert(begin->run.id);
        else if (const auto *add = std::get_if<AddStep>(&order))
            runs.insert(add->run);
        else if (const auto *end = std::get_if<EndRun>(&order))
            runs.insert(end->run.id);
        else if (const auto *remove = std::get_if<RemoveRun>(&order))
            runs.insert(remove->run);
        else if (const auto *mark = std::get_if<Mark>(&order))
            marks.append(mark->number);
        clear = clear || std::holds_alternative<Clear>(order);
        pins = pins || std::holds_alternative<Pin>(order);
    }
    tidyUp(stores, clear);
    if (const Extent &extent = stores.messages.extent(); extent != m_told) {
        m_told = extent;
        m_observer.extentChanged(extent);
    }
    if (pins)
        m_observer.pinsChanged();
    for (const QString &run : runs)
        m_observer.runChanged(run);
    for (const quint64 mark : std::as_const(marks))
        m_observer.written(mark);
}

void Writer::tidyUp(Stores &stores, bool clear)
{
    const auto done = clear ? stores.messages.dropAll() : stores.messages.dropBeyondLimits();
    if (done)
        return;
    // Tried again after the next transaction; what memory knew may be wrong.
    static_cast<void>(stores.messages.load());
    if (!std::exchange(m_hasFailed, true))
        m_observer.failed(done.error());
}

} // namespace signalbox::journal
