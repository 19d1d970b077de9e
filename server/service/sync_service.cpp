#include "server/service/sync_service.h"

#include "server/service/attendance.h"
#include "server/service/reason_text.h"
#include "shared/base/encoding.h"
#include "shared/rules/access.h"
#include "shared/sync/pull_page.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace fieldbook::server {
namespace {

constexpr std::string_view cursorKeySetting = "cursor_key";

// FNV-1a: told apart are a change sent again and another one under its number, not adversaries.
std::uint64_t fingerprintOf(std::string_view text)
{
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    }
    return hash;
}

SecretKey loadCursorKey(CommitQueue& commits, Entropy& entropy)
{
    const auto loaded = commits.run([&](Commit& commit) -> Result<std::string> {
        if (auto known = commit.view().setting(cursorKeySetting)) {
            return *known;
        }
        auto made = toHex(SecretKey::random(entropy).bytes());
        commit.writer().setSetting(cursorKeySetting, made);
        return made;
    });
    const auto bytes = loaded ? fromHex(*loaded) : std::nullopt;
    const auto key = bytes ? SecretKey::fromBytes(*bytes) : std::nullopt;
    if (!key) {
        throw std::runtime_error("the store's key for cursors cannot be read");
    }
    return *key;
}

Result<rules::Actor> activeActor(const rules::Directory& directory, const Caller& caller)
{
    const auto* person = directory.findUser(caller.user);
    if (person == nullptr || !person->isActive()) {
        return fail(ErrorKind::Unauthorised, "session.ended");
    }
    return *directory.actorFor(caller.user);
}

// Who pushes. Somebody who was frozen, or whose device was closed off, delivers; once that is over
// they sign in first.
Result<rules::Actor>
pushingActor(const rules::Directory& directory, const Caller& caller, const Device& device)
{
    if (!caller.delivering) {
        return device.state == DeviceState::Approved
                   ? activeActor(directory, caller)
                   : fail(ErrorKind::Unauthorised, codeFor(device.state));
    }
    const auto* person = directory.findUser(caller.user);
    if (person == nullptr || (person->isActive() && !isClosedOff(device.state))) {
        return fail(ErrorKind::Unauthorised, "session.ended");
    }
    return *directory.actorFor(caller.user);
}

// That a copy has shown itself is written down although its push is refused.
bool isKept(const Result<sync::PushReply>& answer)
{
    return answer || answer.error().code == "device.cloned";
}

bool isPlain(const sync::Receipt& receipt)
{
    return receipt.outcome == sync::Outcome::Applied && receipt.fields.empty();
}

sync::Receipt plainReceipt(std::int64_t number, Sequence sequence)
{
    sync::Receipt receipt;
    receipt.number = number;
    receipt.sequence = sequence;
    return receipt;
}

sync::Receipt readReceipt(const StoredReceipt& stored)
{
    if (stored.body.empty()) {
        return plainReceipt(stored.number, stored.sequence);
    }
    auto receipt = sync::parseReceipt(stored.body);
    if (!receipt) {
        throw std::runtime_error("a stored receipt cannot be read: " + receipt.error().code);
    }
    return std::move(*receipt);
}

// A receipt that the tablet said it had and asks for all the same. A refusal is never forgotten;
// what any other change did is in what the tablet pulls next.
sync::Receipt droppedReceipt(StoreView& view, std::int64_t device, std::int64_t number)
{
    const auto refusal = view.findRefusal(device, number);
    if (!refusal) {
        return plainReceipt(number, view.head());
    }
    auto reason = reasonFor(refusal->code, {}, {});
    sync::Receipt receipt = plainReceipt(number, refusal->sequence);
    receipt.outcome = sync::Outcome::Refused;
    receipt.code = refusal->code;
    receipt.reasonEn = std::move(reason.en);
    receipt.reasonZh = std::move(reason.zh);
    return receipt;
}

// The end of the group that begins at the first of these.
std::size_t groupSize(std::span<const sync::PushedChange> changes)
{
    const auto& first = changes.front();
    if (first.groupFirst == 0) {
        return 1;
    }
    const auto beyond = std::ranges::find_if(changes, [&](const sync::PushedChange& change) {
        return change.groupFirst != first.groupFirst;
    });
    return static_cast<std::size_t>(beyond - changes.begin());
}

constexpr std::int64_t wholeForm = 0;

// Which fields documents have, as cursors remember it.
std::int64_t formFor(rules::Role role)
{
    return rules::isRestricted(role) ? 1 + static_cast<std::int64_t>(role) : wholeForm;
}

// Where the tablet stands, set against what its user may see now.
PageRequest requestFrom(const Cursor& cursor,
                        const std::vector<FeedName>& subscriptions,
                        std::int64_t form,
                        Sequence head,
                        PullLimits limits)
{
    PageRequest request{.subscribed = {},
                        .leaving = {},
                        .recordsMax = limits.recordsMax,
                        .bytesMax = limits.bytesMax};
    for (const auto& name : subscriptions) {
        FeedPosition position{.feed = name, .after = 0, .leftAfter = head};
        if (const auto known = std::ranges::find(cursor.feeds, name, &FeedPosition::feed);
            known != cursor.feeds.end()) {
            position = *known;
            if (cursor.form != form) {
                position.leftAfter = std::max(known->after, known->leftAfter);
                position.after = 0;
            }
        } else if (const auto left = std::ranges::find(cursor.leaving, name, &LeavingFeed::feed);
                   left != cursor.leaving.end()) {
            // Back before all of it was called back: what left it meanwhile has still to be told.
            position.leftAfter = std::max(left->held, left->leftAfter);
        }
        request.subscribed.push_back(std::move(position));
    }
    const auto isSubscribed = [&](const FeedName& name) {
        return std::ranges::binary_search(subscriptions, name);
    };
    for (const auto& leaving : cursor.leaving) {
        if (!isSubscribed(leaving.feed)) {
            request.leaving.push_back(leaving);
        }
    }
    for (const auto& feed : cursor.feeds) {
        if (!isSubscribed(feed.feed)) {
            request.leaving.push_back(
                {.feed = feed.feed, .after = 0, .held = feed.after, .leftAfter = feed.leftAfter});
        }
    }
    return request;
}

// Whether this very store was where the cursor says. One that was restored from a backup was not,
// however far it has got since.
bool hasBeenAt(StoreView& view, const Cursor& cursor)
{
    const auto reached = view.reachedIn(cursor.epoch);
    return cursor.seen == 0 || (reached && cursor.seen <= *reached);
}

Cursor
cursorAfter(const PageRequest& request, const PageRows& rows, std::int64_t form, StoreView& view)
{
    Cursor cursor{
        .epoch = view.epoch(), .seen = view.head(), .form = form, .feeds = {}, .leaving = {}};
    for (auto position : request.subscribed) {
        position.after = std::max(position.after, rows.reached);
        position.leftAfter = position.leftAfter > position.after ? position.leftAfter : 0;
        cursor.feeds.push_back(std::move(position));
    }
    if (!rows.complete) {
        for (auto leaving : request.leaving) {
            leaving.after = std::max(leaving.after, rows.reached);
            cursor.leaving.push_back(std::move(leaving));
        }
    }
    return cursor;
}

} // namespace

SyncService::SyncService(Store& store,
                         CommitQueue& commits,
                         DirectoryBoard& directory,
                         ChangeService& changes,
                         const Clock& clock,
                         Entropy& entropy)
    : store_{store},
      commits_{commits},
      directory_{directory},
      changes_{changes},
      clock_{clock},
      entropy_{entropy},
      cursorKey_{loadCursorKey(commits, entropy)}
{}

Result<sync::PushReply> SyncService::push(const Caller& caller, const sync::PushRequest& request)
{
    auto answer = commits_.run([&](Commit& commit) -> Result<Result<sync::PushReply>> {
        auto applied = apply(commit, caller, request);
        return isKept(applied) ? Result<Result<sync::PushReply>>{std::move(applied)}
                               : fail(applied.error());
    });
    return answer ? std::move(*answer) : fail(answer.error());
}

Result<void> SyncService::pushLater(Caller caller, sync::PushRequest request, PushDone done)
{
    struct Later {
        Caller caller;
        sync::PushRequest request;
        std::optional<Result<sync::PushReply>> answer;
    };
    const auto later = std::make_shared<Later>(Later{std::move(caller), std::move(request), {}});
    return commits_.enqueue(
        [this, later](Commit& commit) {
            later->answer = apply(commit, later->caller, later->request);
            return isKept(*later->answer);
        },
        [later, done = std::move(done)](const std::exception_ptr& failure) {
            done(failure ? std::nullopt : std::move(later->answer), failure);
        });
}

Result<sync::PushReply>
SyncService::apply(Commit& commit, const Caller& caller, const sync::PushRequest& request)
{
    auto device = commit.view().findDevice(caller.device);
    if (!device) {
        return fail(ErrorKind::Unauthorised, "session.ended");
    }
    const auto actor = pushingActor(commit.directory(), caller, *device);
    if (!actor) {
        return fail(actor.error());
    }
    if (request.device != caller.device) {
        return fail(ErrorKind::Forbidden, "push.device");
    }
    if (request.contact) {
        if (auto taken = takeContact(*device, *request.contact, clock_.now()); !taken) {
            if (cloned_) {
                cloned_(commit, device->number);
            }
            return fail(taken.error());
        }
        commit.writer().updateDevice(*device);
    }
    return decide(commit, *device, {.actor = *actor, .delivering = caller.delivering}, request);
}

Result<sync::PushReply> SyncService::recover(const Device& device, const sync::PushRequest& request)
{
    return commits_.run([&](Commit& commit) -> Result<sync::PushReply> {
        auto now = commit.view().findDevice(device.number);
        const auto actor = commit.directory().actorFor(device.user);
        if (!now || !actor) {
            return fail(ErrorKind::NotFound, "device.missing");
        }
        return decide(commit, *now, {.actor = *actor, .delivering = true}, request);
    });
}

Result<sync::PushReply> SyncService::decide(Commit& commit,
                                            Device& device,
                                            const Pusher& pusher,
                                            const sync::PushRequest& request)
{
    const std::int64_t last = device.lastChange;
    const std::span<const sync::PushedChange> changes{request.changes};
    if (!changes.empty() && changes.front().number > last + 1) {
        return fail(ErrorKind::Conflict, "push.gap", std::to_string(last + 1));
    }
    const auto known = std::ranges::find_if(
        changes, [&](const sync::PushedChange& change) { return change.number > last; });
    const auto repeated = static_cast<std::size_t>(known - changes.begin());

    sync::PushReply reply;
    reply.receipts.reserve(changes.size());
    if (auto told = answerRepeated(commit, device, changes.first(repeated), reply); !told) {
        return fail(told.error());
    }
    decideNew(commit, device, pusher, changes.subspan(repeated), reply);
    countWork(commit, device.user, changes.subspan(repeated), clock_.now());
    commit.writer().dropReceipts(device.number, std::min(request.received, last));
    reply.last = changes.empty() ? last : std::max(last, changes.back().number);
    // What a receipt is told to stand at is the device's own count: the store's sequences would
    // tell how much happens in the whole company.
    for (auto& receipt : reply.receipts) {
        receipt.sequence = receipt.number;
    }
    reply.serverTime = clock_.now();
    return reply;
}

Result<void> SyncService::answerRepeated(Commit& commit,
                                         const Device& device,
                                         std::span<const sync::PushedChange> changes,
                                         sync::PushReply& reply)
{
    if (changes.empty()) {
        return {};
    }
    const auto stored =
        commit.view().receipts(device.number, changes.front().number, changes.back().number);
    auto next = stored.begin();
    for (const auto& change : changes) {
        if (next == stored.end() || next->number != change.number) {
            reply.receipts.push_back(droppedReceipt(commit.view(), device.number, change.number));
            continue;
        }
        if (next->fingerprint != fingerprintOf(change.raw)) {
            return fail(ErrorKind::Conflict, "push.diverged", std::to_string(change.number));
        }
        reply.receipts.push_back(readReceipt(*next));
        ++next;
    }
    return {};
}

void SyncService::decideNew(Commit& commit,
                            Device& device,
                            const Pusher& pusher,
                            std::span<const sync::PushedChange> changes,
                            sync::PushReply& reply)
{
    if (changes.empty()) {
        return;
    }
    const Author author{.actor = pusher.actor, .device = device.number};
    std::int64_t ahead = 0;
    const auto last = changes.back().number;
    while (!changes.empty()) {
        const auto group = changes.first(groupSize(changes));
        auto outcome = pusher.delivering ? changes_.hold(commit, author, group)
                                         : changes_.applyGroup(commit, author, group, ahead);
        for (std::size_t i = 0; i < group.size(); ++i) {
            auto& receipt = outcome.receipts[i];
            commit.writer().addReceipt(
                device.number, {.number = receipt.number,
                                .fingerprint = fingerprintOf(group[i].raw),
                                .sequence = receipt.sequence,
                                .body = isPlain(receipt) ? std::string{} : toJson(receipt)});
            reply.receipts.push_back(std::move(receipt));
        }
        changes = changes.subspan(group.size());
    }
    commit.writer().setLastChange(device.number, last);
    if (ahead > device.clockAheadMillis) {
        device.clockAheadMillis = ahead;
        commit.writer().updateDevice(device);
    }
}

// A tablet that begins anew has done what was ordered.
Result<void> SyncService::obeyResync(const Device& device, std::string_view cursor)
{
    if (!cursor.empty()) {
        return fail(ErrorKind::Conflict, "cursor.resync");
    }
    return commits_.run([&](Commit& commit) -> Result<void> {
        if (auto now = commit.view().findDevice(device.number)) {
            now->resync = false;
            commit.writer().updateDevice(*now);
        }
        return {};
    });
}

Result<std::string>
SyncService::pull(const Caller& caller, std::string_view cursorText, PullLimits limits)
{
    const auto cursor = decodeCursor(cursorText, caller.user, cursorKey_);
    if (!cursor) {
        return fail(cursor.error());
    }
    const auto view = store_.read();
    const auto directory = directory_.current();
    const auto actor = activeActor(*directory, caller);
    if (!actor) {
        return fail(actor.error());
    }
    const auto device = view->findDevice(caller.device);
    if (device && device->state != DeviceState::Approved) {
        return fail(ErrorKind::Unauthorised, codeFor(device->state));
    }
    if (!hasBeenAt(*view, *cursor)) {
        return fail(ErrorKind::Conflict, "cursor.epoch");
    }
    if (device && device->resync) {
        if (auto obeyed = obeyResync(*device, cursorText); !obeyed) {
            return fail(obeyed.error());
        }
    }
    const auto form = formFor(actor->role);
    const auto request =
        requestFrom(*cursor, rules::subscriptionsOf(*actor), form, view->head(), limits);
    sync::PageWriter page;
    const auto rows = view->changesSince(request, [&](std::string_view document) {
        form == wholeForm ? page.add(document) : page.add(rules::asSeenBy(actor->role, document));
    });
    for (const auto& id : rows.left) {
        page.leave(id);
    }
    const auto next =
        encodeCursor(cursorAfter(request, rows, form, *view), caller.user, cursorKey_, entropy_);
    const std::int64_t last = device ? device->lastChange : 0;
    return std::move(page).finish({.cursor = next,
                                   .upTo = last,
                                   .complete = rows.complete,
                                   .last = last,
                                   .serverTime = clock_.now()});
}

} // namespace fieldbook::server
