#include "server/service/session_service.h"

#include "server/service/attendance.h"
#include "server/service/device_numbers.h"

#include <algorithm>
#include <utility>

namespace fieldbook::server {
namespace {

// Each takes 64 MiB; more at a time would be a way to exhaust the machine without an account.
constexpr int hashesAtOnce = 2;
// How long a verified token is taken for granted. This server forgets an ended session at once;
// the time is for sessions that another server on the same store has ended.
constexpr std::chrono::milliseconds rememberFor{1'000};
constexpr std::size_t rememberedMax = 20'000;
// A device's last contact is not written more often.
constexpr std::chrono::minutes noteEvery{5};
constexpr std::size_t deviceTextMax = 200;

std::string cut(const std::string& text)
{
    std::size_t end = std::min(text.size(), deviceTextMax);
    // Not within a character.
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

// Whether who held this session may be told why it opens nothing, and deliver.
bool endedFromOutside(const Session& session)
{
    return session.endedBecause == becauseInactive || session.endedBecause == becauseClosedOff;
}

Arriving arrivingWith(const SignIn& request)
{
    return {.install = request.install,
            .contact = request.contact,
            .code = request.enrolment,
            .browser = request.browser};
}

// Only a page of this server is a browser, whatever an app says of itself.
std::string platformOf(const SignIn& request)
{
    if (request.browser) {
        return std::string{browserPlatform};
    }
    return request.platform == browserPlatform ? std::string{} : cut(request.platform);
}

tl::unexpected<Error> ended() { return fail(ErrorKind::Unauthorised, "session.ended"); }
tl::unexpected<Error> frozen() { return fail(ErrorKind::Unauthorised, "session.frozen"); }

} // namespace

SessionService::SessionService(Store& store,
                               CommitQueue& commits,
                               DirectoryBoard& directory,
                               const Clock& clock,
                               Entropy& entropy,
                               SessionOptions options)
    : store_{store},
      commits_{commits},
      directory_{directory},
      clock_{clock},
      entropy_{entropy},
      options_{std::move(options)},
      nobodysHash_{hashPassword("nobody", options_.cost)},
      hashing_{hashesAtOnce}
{}

std::string SessionService::newToken()
{
    const std::scoped_lock lock{mutex_};
    return randomToken(entropy_);
}

Result<SignedIn> SessionService::signInAs(const SignIn& request)
{
    if (request.install.isNil()) {
        return fail(ErrorKind::Invalid, "device.foreign", "the install has no id");
    }
    const auto directory = directory_.current();
    if (const auto* known = directory->userByLogin(request.login); known && known->isActive()) {
        if (auto invited = examine(request, known->id); !invited) {
            return fail(invited.error());
        }
    }
    const std::string token = newToken();
    return commits_.run([&](Commit& commit) -> Result<SignedIn> {
        const auto* person = commit.directory().userByLogin(request.login);
        if (person == nullptr) {
            return fail(ErrorKind::Forbidden, "oidc.unknown_user");
        }
        if (!person->isActive()) {
            return fail(ErrorKind::Forbidden, "user.inactive");
        }
        return open(commit, request, person->id, token);
    });
}

Result<SignedIn> SessionService::signIn(const SignIn& request)
{
    if (request.install.isNil()) {
        return fail(ErrorKind::Invalid, "device.foreign", "the install has no id");
    }
    const auto who = identified(request.login, request.password);
    if (!who) {
        return fail(who.error());
    }
    const auto& person = who->person;
    if (auto invited = examine(request, person.id); !invited) {
        return fail(invited.error());
    }
    std::optional<std::string> renewed;
    if (who->hash && passwordHashIsDated(*who->hash, options_.cost)) {
        if (auto made = hash(passwordForm(request.password))) {
            renewed = std::move(*made);
        }
    }
    const std::string token = newToken();
    auto opened = commits_.run([&](Commit& commit) -> Result<SignedIn> {
        // Frozen or given another password while this one was being checked.
        const auto* now = commit.directory().findUser(person.id);
        if (now == nullptr || !now->isActive() ||
            commit.view().findPasswordHash(person.id) != who->hash) {
            return fail(ErrorKind::Unauthorised, "session.wrong_credentials");
        }
        if (options_.secondFactors != nullptr) {
            if (auto passed = options_.secondFactors->pass(commit, *now, request.code); !passed) {
                return fail(passed.error());
            }
        }
        if (renewed) {
            commit.writer().setPasswordHash(person.id, *renewed, clock_.now());
        }
        return open(commit, request, person.id, token);
    });
    if (!opened && opened.error().code == "session.wrong_code") {
        noteRefusal(&person);
    }
    return opened;
}

Result<void> SessionService::examine(const SignIn& request, const Uuid& user)
{
    return examineCode(commits_, options_.admission, user, arrivingWith(request), clock_.now());
}

Result<SignedIn> SessionService::open(Commit& commit,
                                      const SignIn& request,
                                      const Uuid& user,
                                      const std::string& token)
{
    const Timestamp now = clock_.now();
    const Arriving arriving = arrivingWith(request);
    auto device = commit.view().findDevice(request.install, user);
    const bool known = device.has_value();
    const bool enrols = !device || !isEnrolled(*device, arriving);
    if (known) {
        if (auto back = readmit(*device, arriving); !back) {
            return fail(back.error());
        }
    }
    for (const auto& session : commit.view().sessionsOn(request.install)) {
        close(commit, session, "signed_in_again");
    }
    if (!known) {
        device = Device{.number = deviceNumberAt(now),
                        .install = request.install,
                        .user = user,
                        .name = {},
                        .platform = {},
                        .appVersion = {},
                        .createdAt = now,
                        .lastSeenAt = now};
    }
    if (enrols) {
        admit(*device, options_.admission, arriving, now);
    }
    device->name = cut(request.deviceName);
    device->platform = platformOf(request);
    device->appVersion = cut(request.appVersion);
    device->lastSeenAt = now;
    known ? commit.writer().updateDevice(*device) : commit.writer().addDevice(*device);
    if (enrols) {
        if (auto used = useCode(commit, *device, arriving, now); !used) {
            return fail(used.error());
        }
    }
    Session session{
        .token = tokenDigest(token), .device = device->number, .user = user, .createdAt = now};
    commit.writer().addSession(session);
    if (enrols) {
        commit.note(
            {.kind = device->state == DeviceState::Pending ? "device.waits" : "device.enrolled",
             .by = user,
             .device = device->number});
    }
    commit.note({.kind = "session.opened", .by = user, .device = device->number});
    countOpening(commit, user, now);
    return SignedIn{.token = token,
                    .caller = {.user = user,
                               .device = device->number,
                               .deviceCode = device->code,
                               .session = session.id},
                    .time = now,
                    .state = device->state};
}

void SessionService::close(Commit& commit, const Session& session, std::string_view because)
{
    commit.writer().endSession(session.id, clock_.now(), because);
    commit.note({.kind = "session.ended",
                 .by = session.user,
                 .device = session.device,
                 .body = "{\"because\":\"" + std::string{because} + "\"}"});
    commit.afterwards([this, id = session.id, device = session.device] {
        forget(id);
        if (ended_) {
            ended_(device);
        }
    });
}

Result<Caller> SessionService::verify(std::string_view token)
{
    const auto digest = tokenDigest(token);
    const Timestamp now = clock_.now();
    auto known = remembered(digest);
    if (!known) {
        std::uint64_t endings = 0;
        {
            const std::scoped_lock lock{mutex_};
            endings = endings_;
        }
        const auto view = store_.read();
        const auto session = view->findSession(digest);
        const auto device = session ? view->findDevice(session->device) : std::nullopt;
        if (!device) {
            return ended();
        }
        if (session->endedAt || device->state != DeviceState::Approved) {
            return whyNot(*session, *device);
        }
        known = Remembered{.caller = {.user = session->user,
                                      .device = device->number,
                                      .deviceCode = device->code,
                                      .session = session->id},
                           .lastUse = std::max(session->createdAt, device->lastSeenAt),
                           .at = now,
                           .browser = device->platform == browserPlatform};
        const std::scoped_lock lock{mutex_};
        if (remembered_.size() >= rememberedMax) {
            remembered_.clear();
        }
        // A session that ended after it was read must not be remembered as open.
        if (endings == endings_) {
            remembered_.insert_or_assign(digest, *known);
        }
    }
    const auto directory = directory_.current();
    const auto* person = directory->findUser(known->caller.user);
    if (person == nullptr || !person->isActive()) {
        return frozen();
    }
    if (now - known->lastUse > (known->browser ? options_.browserLifetime : options_.lifetime)) {
        return ended();
    }
    noteUse(known->caller, known->lastUse);
    return known->caller;
}

tl::unexpected<Error> SessionService::whyNot(const Session& session, const Device& device) const
{
    if (!session.endedAt) {
        return fail(ErrorKind::Unauthorised, codeFor(device.state));
    }
    if (!mayDeliver(session, device)) {
        return ended();
    }
    return isClosedOff(device.state) ? fail(ErrorKind::Unauthorised, codeFor(device.state))
                                     : frozen();
}

bool SessionService::mayDeliver(const Session& session, const Device& device) const
{
    if (!session.endedAt || !endedFromOutside(session) ||
        clock_.now() - *session.endedAt > options_.deliveryTime) {
        return false;
    }
    const auto directory = directory_.current();
    const auto* person = directory->findUser(session.user);
    return isClosedOff(device.state) || (person != nullptr && !person->isActive());
}

Result<Caller> SessionService::verifyWaiting(std::string_view token)
{
    auto caller = verify(token);
    if (caller || caller.error().code != "device.pending") {
        return caller;
    }
    const auto view = store_.read();
    const auto session = view->findSession(tokenDigest(token));
    const auto device = session ? view->findDevice(session->device) : std::nullopt;
    const auto directory = directory_.current();
    const auto* person = session ? directory->findUser(session->user) : nullptr;
    if (!device || session->endedAt || person == nullptr || !person->isActive()) {
        return ended();
    }
    return Caller{.user = session->user,
                  .device = device->number,
                  .deviceCode = device->code,
                  .session = session->id};
}

Result<Caller> SessionService::verifyDelivery(std::string_view token)
{
    auto caller = verify(token);
    if (caller || caller.error().code == "session.ended") {
        return caller;
    }
    const auto view = store_.read();
    const auto session = view->findSession(tokenDigest(token));
    const auto device = session ? view->findDevice(session->device) : std::nullopt;
    if (!device || !mayDeliver(*session, *device)) {
        return fail(caller.error());
    }
    return Caller{.user = session->user,
                  .device = device->number,
                  .deviceCode = device->code,
                  .session = session->id,
                  .delivering = true};
}

std::optional<SessionService::Remembered>
SessionService::remembered(const Sha256Digest& token) const
{
    const std::scoped_lock lock{mutex_};
    const auto found = remembered_.find(token);
    if (found == remembered_.end() || clock_.now() - found->second.at > rememberFor ||
        clock_.now() < found->second.at) {
        return std::nullopt;
    }
    return found->second;
}

void SessionService::forget(std::int64_t session)
{
    const std::scoped_lock lock{mutex_};
    ++endings_;
    std::erase_if(remembered_,
                  [&](const auto& entry) { return entry.second.caller.session == session; });
}

// Nobody waits for it. Who typed a name that nobody has is not known, and what they typed may be a
// password.
void SessionService::noteRefusal(const rules::Directory::Person* person)
{
    TrailNote note{.kind = "session.refused"};
    if (person != nullptr) {
        note.type = &typeNamed("user");
        note.record = person->id;
    }
    const auto job = [note](Commit& commit) {
        commit.note(note);
        return true;
    };
    if (!commits_.enqueue(job, [](const std::exception_ptr&) {})) {
        return;
    }
}

// Nobody waits for it, and if the queue is full the next request notes it.
void SessionService::noteUse(const Caller& caller, Timestamp lastUse)
{
    const Timestamp now = clock_.now();
    if (now - lastUse < noteEvery) {
        return;
    }
    const auto job = [number = caller.device, now](Commit& commit) {
        auto device = commit.view().findDevice(number);
        if (!device || now - device->lastSeenAt < noteEvery) {
            return false;
        }
        device->lastSeenAt = now;
        commit.writer().updateDevice(*device);
        return true;
    };
    if (!commits_.enqueue(job, [](const std::exception_ptr&) {})) {
        return;
    }
}

Result<void> SessionService::signOut(const Caller& caller)
{
    return end(caller.session, "signed_out");
}

std::vector<Session> SessionService::list(const std::optional<Uuid>& user)
{
    return store_.read()->sessions(user);
}

Result<void> SessionService::end(std::int64_t session, std::string_view because)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        for (const auto& open : commit.view().sessions(std::nullopt)) {
            if (open.id == session) {
                close(commit, open, because);
                return {};
            }
        }
        return fail(ErrorKind::NotFound, "session.missing");
    });
}

Result<void> SessionService::endAll(const Uuid& user, std::string_view because)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        for (const auto& session : commit.view().sessions(user)) {
            close(commit, session, because);
        }
        return {};
    });
}

void SessionService::endOn(Commit& commit, std::int64_t device, std::string_view because)
{
    for (const auto& session : commit.view().sessions(std::nullopt)) {
        if (session.device == device) {
            close(commit, session, because);
        }
    }
}

void noteClone(Commit& commit, SessionService& sessions, std::int64_t device)
{
    commit.note({.kind = "device.cloned", .by = commit.userOf(device), .device = device});
    sessions.endOn(commit, device, "device_cloned");
}

} // namespace fieldbook::server
