// SPDX-License-Identifier: GPL-3.0-or-later
// Decides what goes wrong: (rules, event, how many there were before) → what happens. Pure but for its counts, so that a run repeats from
// its seed: the n-th decision of a rule on a connection depends on the seed, the rule's name, the connection and n, and on no other
// traffic. Does nothing itself: FaultGate (frames), HttpSession and Storage do.
#pragma once

#include "simulator/faultrules.h"

#include <QHash>
#include <QStringList>

#include <chrono>

namespace signalbox::simulator {

/// A frame on a connection, one half of an HTTP exchange, or bytes that go to a file.
struct FaultEvent {
    FaultRule::About about = FaultRule::About::Frames;
    bool isOut = false; ///< from the cluster
    QString site;
    QString node;
    QString connection;       ///< id
    QString point;            ///< code of the integration point
    QString user;             ///< login
    QStringList capabilities; ///< one of them must fit
    QString method;           ///< of a frame; empty for what is no frame; ":ping", ":pong"
    QString verb;
    QString path;
};

/// What all rules that act on an event amount to.
struct FaultDecision {
    FaultEffect::Kind kind = FaultEffect::Kind::None;
    std::chrono::milliseconds delay{0};
    bool reorder = false;
    std::chrono::milliseconds stopReading{0};
    FaultEffect::Garble garble = FaultEffect::Garble::Text;
    int closeCode = 0;
    QString closeReason;
    int status = 0;
    int retryAfterS = -1;
    quint64 bits = 0; ///< what is to be drawn beside: where a frame is garbled

    bool isNothing() const { return kind == FaultEffect::Kind::None && delay.count() == 0 && !reorder && stopReading.count() == 0; }
};

/// The events of one connection: how many of them each rule has seen. Kept by whoever makes them.
class FaultStream final
{
public:
    /// What tells the connection from others and is the same in the next run: of several with the same identity the order of their
    /// first events decides.
    explicit FaultStream(QString identity) : m_identity(std::move(identity)) {}

private:
    friend class Faults;
    struct Count {
        qint64 matched = 0;
        qint64 fired = 0;
    };

    QString m_identity;
    QString m_name; // with its number among those of the same identity
    quint64 m_generation = 0;
    QHash<qsizetype, Count> m_counts; // by index of the rule
};

class Faults final
{
public:
    /// All counts begin anew. Error: faults.invalid; the rules stay as they were then.
    core::Result<void> set(const core::Json &document);
    void set(FaultRules rules);
    void clear() { set(FaultRules()); }

    /// The rules as they were set, and "counts": for each rule its name, how many events it "matched" and how often it "fired".
    core::Json toJson() const;

    /// Whether any rule is about these events: nobody need ask otherwise.
    bool isAbout(FaultRule::About about) const { return m_about[static_cast<std::size_t>(about)]; }
    FaultDecision decide(const FaultEvent &event, FaultStream &stream);
    /// Of requests and files, whose streams are kept here: one for each node and user or integration point, and one for all files.
    FaultDecision decide(const FaultEvent &event);

    struct Count {
        QString rule;
        qint64 matched = 0;
        qint64 fired = 0;
    };
    QList<Count> counts() const; ///< in the rules' order

private:
    void begin(FaultStream &stream);

    FaultRules m_rules;
    bool m_about[3] = {false, false, false};
    quint64 m_generation = 1;
    QList<FaultStream::Count> m_counts; // of all streams together
    QHash<QString, int> m_ordinals;     // by identity
    QHash<QString, FaultStream> m_streams;
};

} // namespace signalbox::simulator
