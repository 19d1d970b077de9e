#include "shared/sync/replica.h"

// What the replica tells a person of itself.
namespace fieldbook::sync {

Status::LaneStatus Replica::laneStatus(Lane lane, Timestamp now) const
{
    const LaneState& state = at(lane);
    Status::LaneStatus status{Status::Phase::Idle, state.errorCode, std::nullopt};
    if (!signedIn_) {
        status.phase = Status::Phase::SignedOut;
    } else if (state.outdated) {
        status.phase = Status::Phase::Outdated;
    } else if (!online_) {
        status.phase = Status::Phase::Offline;
    } else if (state.inFlight) {
        status.phase = Status::Phase::Working;
    } else if (state.notBefore > now && state.failures > 0) {
        status.phase = Status::Phase::Retrying;
        status.nextTryAt = state.notBefore;
    }
    return status;
}

Status Replica::status(Timestamp now) const
{
    Status status;
    status.push = laneStatus(Lane::Push, now);
    status.pull = laneStatus(Lane::Pull, now);
    status.files = laneStatus(Lane::Files, now);
    status.changesWaiting = changesWaiting_;
    status.filesWaiting = filesWaiting_;
    status.live = liveOpen_;
    status.caughtUp =
        hasPulled_ && pulledUpTo_ >= knownUpTo_ && !pullWanted_ && !at(Lane::Pull).inFlight;
    status.lastContact = lastContact_;
    status.lastErrorCode = lastErrorCode_;
    for (const auto* lane : {&status.push, &status.pull, &status.files}) {
        if (lane->nextTryAt && (!status.nextTryAt || *lane->nextTryAt < *status.nextTryAt)) {
            status.nextTryAt = lane->nextTryAt;
        }
    }
    return status;
}

} // namespace fieldbook::sync
