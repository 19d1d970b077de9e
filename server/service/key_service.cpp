#include "server/service/key_service.h"

#include "server/service/device_numbers.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fieldbook::server {
namespace {

constexpr std::string_view calendarName = "calendar";
// Characters of a token that stay readable in lists, after the prefix; 36 bits of 256.
constexpr std::size_t hintSize = 6;
// The last use of a key is not written more often.
constexpr std::chrono::minutes noteEvery{5};

tl::unexpected<Error> ended() { return fail(ErrorKind::Unauthorised, "key.ended"); }

ScopeSet calendarOnly()
{
    ScopeSet scopes;
    scopes.add(Scope::CalendarRead);
    return scopes;
}

bool isCalendar(const ApiKey& key) { return key.scopes == nameOf(Scope::CalendarRead); }

std::string bodyOf(const ApiKey& key)
{
    std::string name;
    appendJsonString(name, key.name);
    return R"({"key":")" + key.id.text() + R"(","name":)" + name + R"(,"owner":")" +
           key.owner.text() + R"(","scopes":")" + key.scopes + "\"}";
}

bool stillOpens(const ApiKey& key, Timestamp now)
{
    return !key.endedAt && (!key.expiresAt || now < *key.expiresAt);
}

bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= KeyService::nameBytesMax &&
           std::ranges::none_of(name, [](char c) { return c >= 0 && c < ' '; });
}

} // namespace

bool KeyService::isAdministrator(const Uuid& user) const
{
    const auto directory = directory_.current();
    const auto* person = directory->findUser(user);
    return user.isNil() ||
           (person != nullptr && person->isActive() && person->role == rules::Role::Administrator);
}

IssuedKey KeyService::make(const Uuid& by, const NewKey& wanted)
{
    const std::scoped_lock lock{mutex_};
    const Timestamp now = clock_.now();
    IssuedKey issued;
    issued.token = std::string{tokenPrefix} + randomToken(entropy_);
    issued.key = {.id = ids_.next(),
                  .digest = tokenDigest(issued.token),
                  .owner = wanted.owner,
                  .name = wanted.name,
                  .hint = issued.token.substr(0, tokenPrefix.size() + hintSize),
                  .scopes = wanted.scopes.text(),
                  .createdBy = by,
                  .createdAt = now};
    if (wanted.life) {
        issued.key.expiresAt = now + *wanted.life;
    }
    return issued;
}

void KeyService::add(Commit& commit, IssuedKey& issued)
{
    ApiKey& key = issued.key;
    if (!isCalendar(key)) {
        enrol(commit, key);
    }
    commit.writer().addKey(key);
    commit.note(
        {.kind = "key.issued", .by = key.createdBy, .device = key.device, .body = bodyOf(key)});
}

void KeyService::enrol(Commit& commit, ApiKey& key)
{
    // Two users never share an install, so the key's own id is as good as any.
    Device device{.number = deviceNumberAt(key.createdAt),
                  .install = key.id,
                  .user = key.owner,
                  .name = key.name,
                  .platform = "api",
                  .appVersion = {},
                  .createdAt = key.createdAt,
                  .lastSeenAt = key.createdAt};
    commit.writer().addDevice(device);
    key.device = device.number;
}

void KeyService::end(Commit& commit, const ApiKey& key, const Uuid& by)
{
    commit.writer().endKey(key.id, clock_.now());
    commit.note({.kind = "key.revoked", .by = by, .device = key.device, .body = bodyOf(key)});
    auto device = commit.view().findDevice(key.device);
    if (!device) {
        return;
    }
    device->state = DeviceState::Revoked;
    device->stateSince = clock_.now();
    device->stateBy = by;
    commit.writer().updateDevice(*device);
    commit.afterwards([this, number = device->number] {
        if (ended_) {
            ended_(number);
        }
    });
}

void KeyService::endCalendar(Commit& commit, const Uuid& user)
{
    for (const auto& key : commit.view().keys(user)) {
        if (isCalendar(key) && !key.endedAt) {
            end(commit, key, user);
        }
    }
}

Result<IssuedKey> KeyService::issue(const Uuid& by, const NewKey& wanted)
{
    if (!isName(wanted.name)) {
        return fail(ErrorKind::Invalid, "key.name");
    }
    if (wanted.life && (wanted.life->count() < 1 || *wanted.life > lifeMax)) {
        return fail(ErrorKind::Invalid, "key.life");
    }
    if (!isAdministrator(by)) {
        return fail(ErrorKind::Forbidden, "access.denied");
    }
    auto issued = make(by, wanted);
    return commits_.run([&](Commit& commit) -> Result<IssuedKey> {
        const auto* person = commit.directory().findUser(wanted.owner);
        if (person == nullptr || !person->isActive()) {
            return fail(ErrorKind::NotFound, "user.missing", wanted.owner.text());
        }
        const auto theirs = commit.view().keys(wanted.owner);
        const auto open = std::ranges::count_if(
            theirs, [now = clock_.now()](const ApiKey& key) { return stillOpens(key, now); });
        if (std::cmp_greater_equal(open, keysOfOwnerMax)) {
            return fail(ErrorKind::Conflict, "key.too_many");
        }
        add(commit, issued);
        return issued;
    });
}

Result<IssuedKey> KeyService::issueCalendar(const Uuid& user)
{
    auto issued =
        make(user, {.owner = user, .name = std::string{calendarName}, .scopes = calendarOnly()});
    return commits_.run([&](Commit& commit) -> Result<IssuedKey> {
        endCalendar(commit, user);
        add(commit, issued);
        return issued;
    });
}

Result<Caller> KeyService::verify(std::string_view token)
{
    const auto view = store_.read();
    const auto key = view->findKey(tokenDigest(token));
    if (!key || !stillOpens(*key, clock_.now())) {
        return ended();
    }
    const auto directory = directory_.current();
    const auto* person = directory->findUser(key->owner);
    const auto scopes = ScopeSet::parse(key->scopes);
    if (person == nullptr || !person->isActive() || !scopes) {
        return ended();
    }
    Caller caller{.user = key->owner, .deviceCode = {}, .key = *scopes};
    if (!isCalendar(*key)) {
        const auto device = view->findDevice(key->device);
        if (!device || device->state != DeviceState::Approved) {
            return ended();
        }
        caller.device = device->number;
        caller.deviceCode = device->code;
    }
    noteUse(*key);
    return caller;
}

// Nobody waits for it, and if the queue is full the next request notes it.
void KeyService::noteUse(const ApiKey& used)
{
    const Timestamp now = clock_.now();
    const auto isNoted = [now](const ApiKey& key) {
        return key.lastUsedAt && now - *key.lastUsedAt < noteEvery;
    };
    if (isNoted(used)) {
        return;
    }
    const auto job = [digest = used.digest, now, isNoted](Commit& commit) {
        const auto key = commit.view().findKey(digest);
        if (!key || isNoted(*key)) {
            return false;
        }
        commit.writer().noteKeyUse(key->id, now);
        if (auto device = commit.view().findDevice(key->device)) {
            device->lastSeenAt = now;
            commit.writer().updateDevice(*device);
        }
        return true;
    };
    std::ignore = commits_.enqueue(job, [](const std::exception_ptr&) {});
}

std::vector<ApiKey> KeyService::list(const std::optional<Uuid>& owner) const
{
    return store_.read()->keys(owner);
}

Result<void> KeyService::revoke(const Uuid& by, const Uuid& id)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        const auto mine =
            commit.view().keys(isAdministrator(by) ? std::nullopt : std::optional{by});
        const auto found = std::ranges::find(mine, id, &ApiKey::id);
        if (found == mine.end() || found->endedAt) {
            return fail(ErrorKind::NotFound, "key.missing", id.text());
        }
        end(commit, *found, by);
        return {};
    });
}

Result<void> KeyService::revokeCalendar(const Uuid& user)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        endCalendar(commit, user);
        return {};
    });
}

} // namespace fieldbook::server
