#include "server/service/device_service.h"

#include "server/service/decider.h"
#include "shared/rules/roles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fieldbook::server {
namespace {

constexpr std::size_t reasonBytesMax = 500;

struct CommandSpec {
    DeviceCommand command;
    std::string_view name;
    std::string_view noted; // In the trail.
};
constexpr std::array commands{
    CommandSpec{DeviceCommand::Approve, "approve", "device.approved"},
    CommandSpec{DeviceCommand::Lock, "lock", "device.locked"},
    CommandSpec{DeviceCommand::Unlock, "unlock", "device.unlocked"},
    CommandSpec{DeviceCommand::Revoke, "revoke", "device.revoked"},
    CommandSpec{DeviceCommand::Wipe, "wipe", "device.wipe_ordered"},
    CommandSpec{DeviceCommand::Resync, "resync", "device.resync_ordered"}};

const CommandSpec& specOf(DeviceCommand command)
{
    return commands[static_cast<std::size_t>(command)];
}

bool administers(const rules::Actor& actor)
{
    return rules::specOf(actor.role).manages == rules::Reach::Company;
}

bool seesAll(const rules::Actor& actor)
{
    return administers(actor) || actor.role == rules::Role::Executive;
}

Result<rules::Actor> administratorFor(const rules::Directory& directory, const Uuid& by)
{
    auto actor = deciderFor(directory, by);
    if (actor && !administers(*actor)) {
        return fail(ErrorKind::Forbidden, "access.denied");
    }
    return actor;
}

// What becomes of a device in this state; nothing where it takes no such command.
std::optional<DeviceState> after(DeviceState state, DeviceCommand command)
{
    const bool over = state == DeviceState::WipePending || state == DeviceState::Wiped;
    const auto only = [&](DeviceState from, DeviceState to) {
        return state == from ? std::optional{to} : std::nullopt;
    };
    switch (command) {
    case DeviceCommand::Approve:
        return only(DeviceState::Pending, DeviceState::Approved);
    case DeviceCommand::Lock:
        return only(DeviceState::Approved, DeviceState::Locked);
    case DeviceCommand::Unlock:
        return only(DeviceState::Locked, DeviceState::Approved);
    case DeviceCommand::Revoke:
        return over || state == DeviceState::Revoked ? std::nullopt
                                                     : std::optional{DeviceState::Revoked};
    case DeviceCommand::Wipe:
        return over ? std::nullopt : std::optional{DeviceState::WipePending};
    case DeviceCommand::Resync:
        return only(DeviceState::Approved, DeviceState::Approved);
    }
    return std::nullopt;
}

tl::unexpected<Error> missing(std::int64_t number)
{
    return fail(ErrorKind::NotFound, "device.missing", std::to_string(number));
}

tl::unexpected<Error> unknown() { return fail(ErrorKind::Unauthorised, "device.unknown"); }

std::string reasonBody(std::string_view reason)
{
    if (reason.empty()) {
        return {};
    }
    std::string body = "{\"reason\":";
    appendJsonString(body, reason);
    return body + '}';
}

DeviceService::Listed listed(StoreView& view, Device device, const std::vector<Session>& sessions)
{
    const bool open =
        std::ranges::find(sessions, device.number, &Session::device) != sessions.end();
    auto receipt = view.findWipeReceipt(device.number);
    return {.device = std::move(device), .signedIn = open, .receipt = std::move(receipt)};
}

} // namespace

std::string_view nameOf(DeviceCommand command) { return specOf(command).name; }

std::optional<DeviceCommand> deviceCommandNamed(std::string_view name)
{
    const auto* found = std::ranges::find(commands, name, &CommandSpec::name);
    return found == commands.end() ? std::nullopt : std::optional{found->command};
}

Result<std::vector<DeviceService::Listed>> DeviceService::list(const Uuid& by)
{
    const auto directory = sessions_.directory();
    const auto actor = deciderFor(*directory, by);
    if (!actor) {
        return fail(actor.error());
    }
    const auto view = store_.read();
    const auto sessions = view->sessions(std::nullopt);
    std::vector<Listed> all;
    for (auto& device : view->devices()) {
        if (seesAll(*actor) || device.user == by) {
            all.push_back(listed(*view, std::move(device), sessions));
        }
    }
    return all;
}

Result<DeviceService::Listed> DeviceService::find(const Uuid& by, std::int64_t number)
{
    const auto directory = sessions_.directory();
    const auto actor = deciderFor(*directory, by);
    if (!actor) {
        return fail(actor.error());
    }
    const auto view = store_.read();
    auto device = view->findDevice(number);
    if (!device || (!seesAll(*actor) && device->user != by)) {
        return missing(number);
    }
    return listed(*view, std::move(*device), view->sessions(device->user));
}

Result<Device> DeviceService::order(const Uuid& by,
                                    std::int64_t number,
                                    DeviceCommand command,
                                    std::string_view reason)
{
    if (reason.size() > reasonBytesMax) {
        return fail(ErrorKind::Invalid, "reason.too_long");
    }
    return commits_.run([&](Commit& commit) -> Result<Device> {
        const auto actor = administratorFor(commit.directory(), by);
        if (!actor) {
            return fail(actor.error());
        }
        auto device = commit.view().findDevice(number);
        if (!device) {
            return missing(number);
        }
        const auto next = after(device->state, command);
        if (!next) {
            return fail(ErrorKind::Conflict, "device.state", std::string{nameOf(device->state)});
        }
        if (command == DeviceCommand::Resync) {
            device->resync = true;
        } else {
            device->stateSince = clock_.now();
            device->stateBy = by;
            device->stateReason = reason;
        }
        commit.note({.kind = specOf(command).noted,
                     .by = by,
                     .device = number,
                     .body = reasonBody(reason)});
        close(commit, *device, *next);
        return *device;
    });
}

// Puts the device into the state; its sessions end with any that closes it off.
void DeviceService::close(Commit& commit, Device& device, DeviceState state)
{
    device.state = state;
    commit.writer().updateDevice(device);
    if (isClosedOff(state)) {
        sessions_.endOn(commit, device.number, becauseClosedOff);
    }
    commit.afterwards([this, number = device.number] {
        if (ordered_) {
            ordered_(number);
        }
    });
}

Result<DeviceService::MadeCode>
DeviceService::makeCode(const Uuid& by, const Uuid& user, std::chrono::hours lifetime)
{
    std::string code;
    {
        const std::scoped_lock lock{mutex_};
        code = makeEnrolmentCode(entropy_);
    }
    return commits_.run([&](Commit& commit) -> Result<MadeCode> {
        const auto actor = administratorFor(commit.directory(), by);
        if (!actor) {
            return fail(actor.error());
        }
        const auto* person = commit.directory().findUser(user);
        if (person == nullptr || !person->isActive()) {
            return person == nullptr ? fail(ErrorKind::NotFound, "user.missing")
                                     : fail(ErrorKind::Forbidden, "user.inactive");
        }
        const Timestamp now = clock_.now();
        MadeCode made{.code = code,
                      .expiresAt =
                          now + std::clamp(lifetime, std::chrono::hours{1}, codeLifetimeMax)};
        commit.writer().addEnrolmentCode({.digest = digestOfCode(code),
                                          .user = user,
                                          .by = by,
                                          .createdAt = now,
                                          .expiresAt = made.expiresAt});
        commit.note(
            {.kind = "device.code_made", .by = by, .type = &typeNamed("user"), .record = user});
        return made;
    });
}

Result<Device> DeviceService::knownSigner(Commit& commit,
                                          std::int64_t number,
                                          sync::Purpose purpose,
                                          const sync::SignedText& message)
{
    auto device = commit.view().findDevice(number);
    if (!device || !device->key || !isSigned(purpose, message, *device->key)) {
        return unknown();
    }
    return std::move(*device);
}

Result<DeviceService::ContactAnswer> DeviceService::contact(const sync::SignedText& message)
{
    const auto said = sync::parseContactText(message.text);
    if (!said) {
        return fail(said.error());
    }
    // What a copy shows of itself is kept although the answer is no.
    const auto answer = commits_.run([&](Commit& commit) -> Result<Result<ContactAnswer>> {
        auto device = knownSigner(commit, said->device, sync::Purpose::Contact, message);
        if (!device) {
            return fail(device.error());
        }
        if (auto taken = takeContact(*device, said->contact, clock_.now()); !taken) {
            noteClone(commit, sessions_, device->number);
            return Result<ContactAnswer>{fail(taken.error())};
        }
        commit.writer().updateDevice(*device);
        ContactAnswer told{
            .state = device->state, .delivery = {}, .lastChange = device->lastChange};
        const auto* person = commit.directory().findUser(device->user);
        const bool mayDeliver =
            isClosedOff(device->state) || (person != nullptr && !person->isActive());
        if (mayDeliver && device->changesWaiting + device->filesWaiting > 0) {
            told.delivery = openDelivery(commit, *device);
        }
        return Result<ContactAnswer>{std::move(told)};
    });
    return answer ? *answer : fail(answer.error());
}

// A session that is over from its beginning: what it still opens is delivering.
std::string DeviceService::openDelivery(Commit& commit, const Device& device)
{
    std::string token;
    {
        const std::scoped_lock lock{mutex_};
        token = randomToken(entropy_);
    }
    const Timestamp now = clock_.now();
    Session session{.token = tokenDigest(token),
                    .device = device.number,
                    .user = device.user,
                    .createdAt = now};
    commit.writer().addSession(session);
    commit.writer().endSession(session.id, now,
                               isClosedOff(device.state) ? becauseClosedOff : becauseInactive);
    return token;
}

Result<void> DeviceService::takeReceipt(const sync::SignedText& message)
{
    const auto receipt = sync::parseWipeReceipt(message.text);
    if (!receipt) {
        return fail(receipt.error());
    }
    return commits_.run([&](Commit& commit) -> Result<void> {
        auto device = knownSigner(commit, receipt->device, sync::Purpose::WipeReceipt, message);
        if (!device) {
            return fail(device.error());
        }
        if (device->state == DeviceState::Wiped) {
            return {}; // The answer to the first was lost.
        }
        if (device->state != DeviceState::WipePending) {
            return fail(ErrorKind::Conflict, "device.state", std::string{nameOf(device->state)});
        }
        device->state = DeviceState::Wiped;
        device->stateSince = clock_.now();
        device->lastSeenAt = clock_.now();
        device->changesWaiting = device->filesWaiting = 0;
        commit.writer().updateDevice(*device);
        commit.writer().addWipeReceipt(
            {.device = device->number,
             .text = message.text,
             .signature = Bytes(message.signature.begin(), message.signature.end()),
             .receivedAt = clock_.now()});
        commit.note({.kind = "device.wiped",
                     .by = device->user,
                     .device = device->number,
                     .body = sync::toJson(message)});
        return {};
    });
}

Result<std::vector<Session>> DeviceService::sessionsOf(const Uuid& by, const Uuid& user)
{
    if (by != user) {
        const auto actor = administratorFor(*sessions_.directory(), by);
        if (!actor) {
            return fail(actor.error());
        }
    }
    return sessions_.list(user);
}

std::string handleOf(const Session& session)
{
    constexpr std::size_t shown = 8;
    return toHex(std::span{session.token}.first(shown));
}

Result<void> DeviceService::endSession(const Uuid& by, std::string_view handle)
{
    const auto all = sessions_.list(std::nullopt);
    const auto found = std::ranges::find(all, handle, handleOf);
    const bool own = found != all.end() && found->user == by;
    if (found == all.end() || (!own && !administratorFor(*sessions_.directory(), by))) {
        return fail(ErrorKind::NotFound, "session.missing");
    }
    return sessions_.end(found->id, own ? "ended_by_user" : "administrator");
}

} // namespace fieldbook::server
