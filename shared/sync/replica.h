#pragma once

#include "shared/base/clock.h"
#include "shared/sync/limits.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// When a tablet syncs. What it sends and what becomes of what it gets is the business of whoever
// carries the actions out (client/syncing).
namespace fieldbook::sync {

// What goes on at once, each at most once at a time, none waiting for another.
enum class Lane : std::uint8_t { Push, Pull, Files };

// Why a request did not succeed; from it follows what is done next.
enum class Fault : std::uint8_t {
    Unreachable, // No answer: no network, no server, a time limit.
    Busy, // The server asks to come again later.
    SignInNeeded, // The session is over, or the tablet needs a new number (action::AskSignIn).
    Frozen, // The account or the device is closed off: what waits may still be delivered, nothing
            // more is told.
    Pending, // The device waits for an administrator.
    Gap, // The server expects another number, having been put back to an earlier state.
    TooLarge, // The batch is over a limit of the server's.
    CursorLost, // The server cannot continue from this cursor.
    Outdated, // The server no longer serves this program's version (it still takes pushes).
    Refused, // The server did not understand the request: one of the two programs is wrong.
    Local, // The tablet's own store failed.
};

// The fault that an HTTP status (0: no answer came) and a problem's code stand for.
[[nodiscard]] Fault faultOf(int httpStatus, std::string_view code);

// Whose request an answer answers. An answer to a request that was given up in the meantime is
// passed over.
using Ticket = std::uint64_t;

namespace event {

struct SignedIn {};
// Nobody is signed in, but what waits may be delivered; the code says why no more than that.
struct Delivering {
    std::string code;
};
// The tablet should say that it is there, with the next push, even if nothing else waits.
struct ContactDue {};
// Also the start of a tablet that nobody is signed in to.
struct SignedOut {
    std::string code = {}; // Why the server ended it; empty: a person did.
};
struct NetworkUp {};
struct NetworkDown {};
// Somebody asks for it now.
struct Asked {};
// Changes without a receipt, those on their way included. Sent whenever the outbox changes.
struct Outbox {
    std::size_t waiting = 0;
};
// Files, or rests of files, to be uploaded.
struct Files {
    std::size_t waiting = 0;
};
// Something was filed in one of the tablet's feeds.
struct Poked {};
struct LiveOpened {
    Ticket ticket = 0;
};
struct LiveClosed {
    Ticket ticket = 0;
    bool cutOff = false; // By the server, and on purpose: there is something to ask.
};
// The time that Wake asked for has come. One that comes early or late does no harm.
struct Woke {};
// The receipts of a push are stored.
struct Pushed {
    Ticket ticket = 0;
    std::size_t receipts = 0;
    std::size_t waiting = 0; // As in Outbox, afterwards.
    std::int64_t upTo = 0; // The highest mark in a receipt.
    bool empty = false; // Nothing was sent that could have receipts.
};
// A page is stored, with its cursor.
struct Pulled {
    Ticket ticket = 0;
    bool complete = false;
    bool advanced = true; // The cursor is another than before.
    std::int64_t upTo = 0;
};
// A piece of a file is on the server, or a file was given up for good (too large for the server).
struct Uploaded {
    Ticket ticket = 0;
    std::size_t waiting = 0; // As in Files, afterwards.
};
struct Failed {
    Lane lane = Lane::Push;
    Ticket ticket = 0;
    Fault fault = Fault::Unreachable;
    std::string code; // The problem's code, or one of the tablet's own.
    std::chrono::milliseconds retryAfter{0}; // Retry-After, where there was one.
    std::int64_t expected = 0; // Of a gap: the number that the server expects.
};

} // namespace event

using Event = std::variant<event::SignedIn,
                           event::Delivering,
                           event::ContactDue,
                           event::SignedOut,
                           event::NetworkUp,
                           event::NetworkDown,
                           event::Asked,
                           event::Outbox,
                           event::Files,
                           event::Poked,
                           event::LiveOpened,
                           event::LiveClosed,
                           event::Woke,
                           event::Pushed,
                           event::Pulled,
                           event::Uploaded,
                           event::Failed>;

namespace action {

// Push what waits, from the lowest number on, whole groups, at most so much (but at least one
// group); without changes where only a contact is due.
struct Push {
    Ticket ticket = 0;
    std::size_t changesMax = 0;
    std::size_t bytesMax = 0;
    friend bool operator==(const Push&, const Push&) = default;
};
// Pull the page after the stored cursor.
struct Pull {
    Ticket ticket = 0;
    friend bool operator==(const Pull&, const Pull&) = default;
};
// Upload the next piece of a file.
struct Upload {
    Ticket ticket = 0;
    friend bool operator==(const Upload&, const Upload&) = default;
};
// Give the request up; no answer is awaited any more.
struct Cancel {
    Lane lane = Lane::Push;
    Ticket ticket = 0;
    friend bool operator==(const Cancel&, const Cancel&) = default;
};
// All changes from this number on wait again, whatever was sent of them.
struct Rewind {
    std::int64_t expected = 0;
    friend bool operator==(const Rewind&, const Rewind&) = default;
};
// Forget the cursor; what is held stays until the first pages replace it.
struct ForgetCursor {
    friend bool operator==(const ForgetCursor&, const ForgetCursor&) = default;
};
struct OpenLive {
    Ticket ticket = 0;
    friend bool operator==(const OpenLive&, const OpenLive&) = default;
};
struct CloseLive {
    friend bool operator==(const CloseLive&, const CloseLive&) = default;
};
// Somebody has to sign in before anything can go on. Code `push.diverged` or `push.gap`: the
// tablet's numbers no longer fit what the server holds of it, because one of the two was put back
// to an earlier state; sign in with a new install id, which gives a new device, and number what
// waits anew. The same for `device.cloned`: another copy of this tablet goes on under its numbers.
// Codes `session.frozen`, `device.locked`, `device.revoked` and `device.wipe`: everything has been
// delivered.
struct AskSignIn {
    std::string code;
    friend bool operator==(const AskSignIn&, const AskSignIn&) = default;
};
// Send Woke at this time; replaces an earlier wish.
struct Wake {
    Timestamp at;
    friend bool operator==(const Wake&, const Wake&) = default;
};

} // namespace action

using Action = std::variant<action::Push,
                            action::Pull,
                            action::Upload,
                            action::Cancel,
                            action::Rewind,
                            action::ForgetCursor,
                            action::OpenLive,
                            action::CloseLive,
                            action::AskSignIn,
                            action::Wake>;

// What a person may be told about the sync (the status chip).
struct Status {
    enum class Phase : std::uint8_t { Idle, Working, Retrying, Offline, SignedOut, Outdated };

    struct LaneStatus {
        Phase phase = Phase::SignedOut;
        std::string errorCode; // Of the last failure, until something succeeds.
        std::optional<Timestamp> nextTryAt; // While Retrying.
        friend bool operator==(const LaneStatus&, const LaneStatus&) = default;
    };

    LaneStatus push;
    LaneStatus pull;
    LaneStatus files;
    std::size_t changesWaiting = 0;
    std::size_t filesWaiting = 0;
    bool live = false;
    // Everything that the server is known to have is here.
    bool caughtUp = false;
    std::optional<Timestamp> lastContact; // The server's last answer that was not a failure.
    std::string lastErrorCode;
    std::optional<Timestamp> nextTryAt; // The earliest of the lanes'.

    friend bool operator==(const Status&, const Status&) = default;
};

// The state machine of a tablet's sync: it is told what happened and tells what to do. It opens no
// socket, reads no clock and draws no random number, so that the same events always give the same
// actions. One thread.
class Replica {
public:
    // `chance` is a random number from 0 up to but not including 1; it spreads the retries of many
    // tablets.
    [[nodiscard]] std::vector<Action> handle(const Event& event, Timestamp now, double chance);

    [[nodiscard]] Status status(Timestamp now) const;

private:
    struct LaneState {
        std::optional<Ticket> inFlight;
        Timestamp givenUpAt; // While in flight.
        Timestamp notBefore; // Not tried again before.
        bool mayHurry = false; // ... unless the server is seen to answer.
        unsigned failures = 0; // In a row.
        std::string errorCode;
        bool outdated = false;
    };

    void on(const event::SignedIn&);
    void on(const event::Delivering&);
    void on(const event::ContactDue&);
    void on(const event::SignedOut&);
    void on(const event::NetworkUp&);
    void on(const event::NetworkDown&);
    void on(const event::Asked&);
    void on(const event::Outbox&);
    void on(const event::Files&);
    void on(const event::Poked&);
    void on(const event::LiveOpened&);
    void on(const event::LiveClosed&);
    void on(const event::Woke&);
    void on(const event::Pushed&);
    void on(const event::Pulled&);
    void on(const event::Uploaded&);
    void on(const event::Failed&);

    [[nodiscard]] LaneState& at(Lane lane) { return lanes_[static_cast<std::size_t>(lane)]; }
    [[nodiscard]] const LaneState& at(Lane lane) const
    {
        return lanes_[static_cast<std::size_t>(lane)];
    }
    [[nodiscard]] bool isOpen() const { return signedIn_ && online_; }
    [[nodiscard]] bool wants(Lane lane) const;
    // Takes the answer of a request that is still awaited; false for any other.
    bool take(Lane lane, Ticket ticket);
    void start(Lane lane);
    void startDue();
    void giveUpOverdue();
    void cancel(Lane lane);
    void openLive();
    void closeLive();
    void succeeded(Lane lane);
    void failed(Lane lane, std::string_view code, bool mayHurry, std::chrono::milliseconds atLeast);
    void hurry();
    void clockSetBack(std::chrono::milliseconds by);
    void forgetFailures();
    void onGap(const event::Failed& failure);
    void askSignIn(Lane lane, const std::string& code);
    void onFrozen(const event::Failed& failure);
    void onTooLarge(const event::Failed& failure);
    void scheduleWake();
    void does(Action action) { actions_.push_back(std::move(action)); }
    [[nodiscard]] std::chrono::milliseconds backoff(unsigned failures) const;
    [[nodiscard]] Status::LaneStatus laneStatus(Lane lane, Timestamp now) const;

    std::array<LaneState, 3> lanes_;
    bool signedIn_ = false;
    bool online_ = false;
    bool pullWanted_ = false;
    bool contactDue_ = false;
    Timestamp pollAt_;
    std::size_t changesWaiting_ = 0;
    std::size_t filesWaiting_ = 0;
    std::size_t changesMax_ = pushChangesMax;
    std::size_t bytesMax_ = pushBytesMax;
    std::int64_t lastGap_ = 0; // The number of the last gap, until a push succeeds.
    std::int64_t knownUpTo_ = 0; // Up to which mark receipts have come.
    std::int64_t pulledUpTo_ = 0;
    unsigned behindReceipt_ = 0; // Complete pulls in a row that did not reach knownUpTo_.
    bool hasPulled_ = false; // To a complete page, since signing in.
    std::string frozen_; // The code that said so; what waits is delivered, then nothing goes on.
    std::optional<Ticket> live_;
    bool liveOpen_ = false;
    unsigned liveFailures_ = 0;
    Timestamp liveNotBefore_;
    Ticket lastTicket_ = 0;
    std::optional<Timestamp> lastContact_;
    std::string lastErrorCode_;
    std::optional<Timestamp> wakeAt_;

    // Of the event being handled.
    Timestamp now_;
    double chance_ = 0;
    std::vector<Action> actions_;
};

} // namespace fieldbook::sync
