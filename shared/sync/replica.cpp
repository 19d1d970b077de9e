#include "shared/sync/replica.h"

#include "shared/sync/tuning.h"

#include <algorithm>

namespace fieldbook::sync {
namespace {

using std::chrono::milliseconds;

constexpr std::array allLanes{Lane::Push, Lane::Pull, Lane::Files};

milliseconds scaled(milliseconds delay, double by)
{
    return milliseconds{static_cast<std::int64_t>(static_cast<double>(delay.count()) * by)};
}

} // namespace

std::vector<Action> Replica::handle(const Event& event, Timestamp now, double chance)
{
    if (now < now_) {
        clockSetBack(now_ - now);
    }
    now_ = now;
    chance_ = chance;
    actions_.clear();
    std::visit([this](const auto& each) { on(each); }, event);
    if (!frozen_.empty() && changesWaiting_ == 0 && filesWaiting_ == 0) {
        askSignIn(Lane::Pull, std::string{frozen_});
    }
    giveUpOverdue();
    startDue();
    scheduleWake();
    return std::move(actions_);
}

// What is awaited stays as far off as it was: otherwise a clock that is put right by some hours
// would silence the tablet for as long.
void Replica::clockSetBack(milliseconds by)
{
    for (LaneState& lane : lanes_) {
        lane.givenUpAt -= by;
        lane.notBefore -= by;
    }
    pollAt_ -= by;
    liveNotBefore_ -= by;
    if (wakeAt_) {
        *wakeAt_ -= by;
    }
}

void Replica::on(const event::SignedIn&)
{
    signedIn_ = true;
    pullWanted_ = true;
    forgetFailures();
}

void Replica::on(const event::Delivering& delivering)
{
    on(event::SignedIn{});
    pullWanted_ = false;
    frozen_ = delivering.code;
}

void Replica::on(const event::ContactDue&) { contactDue_ = true; }

void Replica::on(const event::SignedOut& signedOut)
{
    signedIn_ = false;
    contactDue_ = false;
    for (const Lane lane : allLanes) {
        cancel(lane);
    }
    closeLive();
    forgetFailures();
    // The next user's feeds are others, and so is how far they have been pulled.
    knownUpTo_ = pulledUpTo_ = 0;
    behindReceipt_ = 0;
    hasPulled_ = false;
    lastErrorCode_ = signedOut.code;
}

void Replica::on(const event::NetworkUp&)
{
    online_ = true;
    pullWanted_ = true;
    hurry();
    liveNotBefore_ = {};
}

void Replica::on(const event::NetworkDown&)
{
    online_ = false;
    for (const Lane lane : allLanes) {
        if (at(lane).inFlight && lane == Lane::Pull) {
            pullWanted_ = true;
        }
        cancel(lane);
    }
    closeLive();
}

void Replica::on(const event::Asked&)
{
    pullWanted_ = true;
    // Whoever asks may know better than the clock, but not better than a server that said when.
    hurry();
    liveNotBefore_ = {};
    for (LaneState& lane : lanes_) {
        if (std::exchange(lane.outdated, false)) {
            lane.notBefore = {};
        }
    }
}

void Replica::on(const event::Outbox& outbox) { changesWaiting_ = outbox.waiting; }

void Replica::on(const event::Files& files) { filesWaiting_ = files.waiting; }

void Replica::on(const event::Poked&)
{
    lastContact_ = now_;
    pullWanted_ = true;
    hurry();
}

void Replica::on(const event::LiveOpened& opened)
{
    if (live_ != opened.ticket) {
        return;
    }
    liveOpen_ = true;
    liveFailures_ = 0;
    lastContact_ = now_;
    pullWanted_ = true; // What was poked while nobody listened.
    hurry();
}

void Replica::on(const event::LiveClosed& closed)
{
    if (live_ != closed.ticket) {
        return;
    }
    live_.reset();
    const auto poll = closed.cutOff                     ? milliseconds{0}
                      : std::exchange(liveOpen_, false) ? milliseconds{closedPollDelay}
                                                        : milliseconds{pollDelay};
    liveOpen_ = false;
    liveNotBefore_ = now_ + backoff(++liveFailures_);
    pollAt_ = std::min(pollAt_, now_ + scaled(poll, 0.75 + chance_ / 2));
}

void Replica::on(const event::Woke&) { wakeAt_.reset(); }

void Replica::on(const event::Pushed& pushed)
{
    if (!take(Lane::Push, pushed.ticket)) {
        return;
    }
    changesWaiting_ = pushed.waiting;
    knownUpTo_ = std::max(knownUpTo_, pushed.upTo);
    if (knownUpTo_ > pulledUpTo_) {
        pullWanted_ = true;
    }
    contactDue_ = false;
    if (pushed.receipts == 0 && pushed.waiting > 0 && !pushed.empty) {
        // Without this a server that answers nothing would be asked as fast as it can answer.
        return failed(Lane::Push, "push.no_progress", false, {});
    }
    lastGap_ = 0;
    changesMax_ = std::min(changesMax_ * 2, pushChangesMax);
    bytesMax_ = std::min(bytesMax_ * 2, pushBytesMax);
    succeeded(Lane::Push);
}

void Replica::on(const event::Pulled& pulled)
{
    if (!take(Lane::Pull, pulled.ticket)) {
        return;
    }
    if (!pulled.complete && !pulled.advanced) {
        pullWanted_ = true;
        return failed(Lane::Pull, "pull.no_progress", false, {});
    }
    succeeded(Lane::Pull);
    if (!pulled.complete) {
        pullWanted_ = true;
        return;
    }
    hasPulled_ = true;
    pulledUpTo_ = pulled.upTo;
    if (knownUpTo_ > pulledUpTo_ && behindReceipt_ < behindReceiptTriesMax) {
        pollAt_ = now_ + behindReceiptDelay * (1 << behindReceipt_++);
        return;
    }
    // A server that was put back to an earlier state never gets as far again as it once told.
    knownUpTo_ = pulledUpTo_;
    behindReceipt_ = 0;
    pollAt_ = now_ + scaled(liveOpen_ ? pollDelayLive : pollDelay, 0.75 + chance_ / 2);
}

void Replica::on(const event::Uploaded& uploaded)
{
    if (take(Lane::Files, uploaded.ticket)) {
        filesWaiting_ = uploaded.waiting;
        succeeded(Lane::Files);
    }
}

void Replica::on(const event::Failed& failure)
{
    if (!take(failure.lane, failure.ticket)) {
        return;
    }
    if (failure.lane == Lane::Pull) {
        pullWanted_ = true;
    }
    switch (failure.fault) {
    case Fault::Unreachable:
        return failed(failure.lane, failure.code, true, {});
    case Fault::Busy:
        return failed(failure.lane, failure.code, false,
                      std::min(failure.retryAfter, retryAfterMax));
    case Fault::Local:
        return failed(failure.lane, failure.code, false, {});
    case Fault::Gap:
        return onGap(failure);
    case Fault::TooLarge:
        return onTooLarge(failure);
    case Fault::Refused:
        return failed(failure.lane, failure.code, false, refusedDelay);
    case Fault::CursorLost:
        does(action::ForgetCursor{});
        knownUpTo_ = pulledUpTo_ = 0;
        hasPulled_ = false;
        return failed(failure.lane, failure.code, false, {});
    case Fault::Outdated:
        at(failure.lane).outdated = true;
        return failed(failure.lane, failure.code, false, {});
    case Fault::SignInNeeded:
        return askSignIn(failure.lane, failure.code);
    case Fault::Frozen:
        return onFrozen(failure);
    case Fault::Pending:
        failed(failure.lane, failure.code, true, pendingDelay);
        at(failure.lane).failures = 1; // It does not wait longer for having waited long.
        return;
    }
}

// What was recorded belongs to the company and is delivered before everything ends.
void Replica::onFrozen(const event::Failed& failure)
{
    const bool refused = !frozen_.empty() || failure.code == "session.frozen";
    if (failure.lane != Lane::Pull && refused) {
        return askSignIn(failure.lane, failure.code);
    }
    closeLive();
    failed(failure.lane, failure.code, false, {});
    frozen_ = failure.code;
}

void Replica::askSignIn(Lane lane, const std::string& code)
{
    on(event::SignedOut{code});
    at(lane).errorCode = code;
    does(action::AskSignIn{code});
}

// The server has forgotten what it had acknowledged: send it again. A gap at the same number in
// spite of that cannot be closed by sending: the tablet has not kept what is missing.
void Replica::onGap(const event::Failed& failure)
{
    if (failure.expected < 1 || failure.expected == lastGap_) {
        return askSignIn(failure.lane, failure.code);
    }
    lastGap_ = failure.expected;
    does(action::Rewind{failure.expected});
}

void Replica::onTooLarge(const event::Failed& failure)
{
    if (failure.lane != Lane::Push || (changesMax_ == 1 && bytesMax_ == pushBytesMin)) {
        return failed(failure.lane, failure.code, false, refusedDelay);
    }
    changesMax_ = std::max<std::size_t>(changesMax_ / 2, 1);
    bytesMax_ = std::max(bytesMax_ / 2, pushBytesMin);
}

bool Replica::wants(Lane lane) const
{
    if (!isOpen() || at(lane).outdated) {
        return false;
    }
    switch (lane) {
    case Lane::Push:
        return changesWaiting_ > 0 || (contactDue_ && frozen_.empty());
    case Lane::Pull:
        return frozen_.empty() && (pullWanted_ || now_ >= pollAt_);
    case Lane::Files:
        return filesWaiting_ > 0;
    }
    return false;
}

bool Replica::take(Lane lane, Ticket ticket)
{
    if (at(lane).inFlight != ticket) {
        return false;
    }
    at(lane).inFlight.reset();
    return true;
}

void Replica::startDue()
{
    for (const Lane lane : allLanes) {
        if (!at(lane).inFlight && wants(lane) && now_ >= at(lane).notBefore) {
            start(lane);
        }
    }
    if (isOpen() && frozen_.empty() && !live_ && now_ >= liveNotBefore_) {
        openLive();
    }
}

void Replica::start(Lane lane)
{
    const Ticket ticket = ++lastTicket_;
    at(lane).inFlight = ticket;
    at(lane).givenUpAt = now_ + (lane == Lane::Files ? uploadTimeMax : requestTimeMax);
    switch (lane) {
    case Lane::Push:
        return does(action::Push{ticket, changesMax_, bytesMax_});
    case Lane::Pull:
        pullWanted_ = false;
        return does(action::Pull{ticket});
    case Lane::Files:
        return does(action::Upload{ticket});
    }
}

void Replica::giveUpOverdue()
{
    for (const Lane lane : allLanes) {
        if (at(lane).inFlight && now_ >= at(lane).givenUpAt) {
            pullWanted_ = pullWanted_ || lane == Lane::Pull;
            cancel(lane);
            failed(lane, "network.timeout", true, {});
        }
    }
}

void Replica::cancel(Lane lane)
{
    if (const auto ticket = std::exchange(at(lane).inFlight, std::nullopt)) {
        does(action::Cancel{lane, *ticket});
    }
}

void Replica::openLive()
{
    live_ = ++lastTicket_;
    does(action::OpenLive{*live_});
}

void Replica::closeLive()
{
    if (live_) {
        does(action::CloseLive{});
    }
    live_.reset();
    liveOpen_ = false;
    liveFailures_ = 0;
    liveNotBefore_ = {};
}

void Replica::succeeded(Lane lane)
{
    at(lane).failures = 0;
    at(lane).notBefore = {};
    at(lane).errorCode.clear();
    lastContact_ = now_;
    hurry();
    if (std::ranges::all_of(lanes_, [](const LaneState& each) { return each.errorCode.empty(); })) {
        lastErrorCode_.clear();
    }
}

void Replica::failed(Lane lane, std::string_view code, bool mayHurry, milliseconds atLeast)
{
    LaneState& state = at(lane);
    ++state.failures;
    state.notBefore = now_ + std::max(backoff(state.failures), atLeast);
    state.mayHurry = mayHurry;
    state.errorCode = code;
    lastErrorCode_ = code;
}

// The server can be reached again: who waits only because it could not need wait no longer.
void Replica::hurry()
{
    for (LaneState& lane : lanes_) {
        if (lane.mayHurry) {
            lane.notBefore = {};
            lane.mayHurry = false;
            liveNotBefore_ = {};
        }
    }
}

void Replica::forgetFailures()
{
    for (LaneState& lane : lanes_) {
        lane.failures = 0;
        lane.notBefore = {};
        lane.errorCode.clear();
        lane.outdated = false;
    }
    lastErrorCode_.clear();
    frozen_.clear();
    lastGap_ = 0;
    liveFailures_ = 0;
    liveNotBefore_ = {};
}

// Doubles from retryDelayMin to retryDelayMax; `chance` takes up to half of it away, so that
// tablets which lost the server together do not return together.
milliseconds Replica::backoff(unsigned failures) const
{
    constexpr unsigned doublingsMax = 16;
    const auto grown = retryDelayMin * (1 << std::min(failures - 1, doublingsMax));
    return scaled(std::min<milliseconds>(grown, retryDelayMax), 1 - chance_ / 2);
}

void Replica::scheduleWake()
{
    std::optional<Timestamp> next;
    const auto sooner = [&](Timestamp time) { next = next ? std::min(*next, time) : time; };
    for (const Lane lane : allLanes) {
        const LaneState& state = at(lane);
        if (state.inFlight) {
            sooner(state.givenUpAt);
        } else if (isOpen() && !state.outdated) {
            if (wants(lane)) {
                sooner(state.notBefore);
            } else if (lane == Lane::Pull && frozen_.empty()) {
                sooner(std::max(pollAt_, state.notBefore));
            }
        }
    }
    if (isOpen() && frozen_.empty() && !live_) {
        sooner(liveNotBefore_);
    }
    if (next && next != wakeAt_) {
        does(action::Wake{*next});
        wakeAt_ = next;
    }
}

} // namespace fieldbook::sync
