#include "server/service/account_requests.h"

#include "server/service/decider.h"
#include "server/service/review_service.h"
#include "shared/rules/account_rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

using rules::Directory;
using Status = Directory::Person::Status;

constexpr std::size_t textBytesMax = 2'000;
constexpr std::size_t listMax = 1'000;
constexpr std::array<std::string_view, 4> neededToOpen{"name", "login", "role", "team"};
constexpr std::array<std::string_view, 7> wishesToOpen{"name",  "login", "role", "team",
                                                       "title", "phone", "email"};

TrailNote noteOf(std::string_view kind, const AccountRequest& request, const Uuid& by)
{
    const nlohmann::json body{
        {"request", request.id.text()}, {"kind", request.kind}, {"state", request.state}};
    return {.kind = kind,
            .by = by,
            .type = &typeNamed("user"),
            .record = request.subject,
            .body = body.dump()};
}

// What becomes of the account, and in which state it must be before.
struct Effect {
    std::string_view kind;
    std::string_view status; // Empty: as it is.
    bool (*suits)(const Directory::Person&);
};
constexpr std::array effects{
    Effect{"close", "left",
           [](const Directory::Person& who) { return who.status != Status::Left; }},
    Effect{"change_role", "", [](const Directory::Person& who) { return who.isActive(); }},
    Effect{"freeze", "frozen", [](const Directory::Person& who) { return who.isActive(); }},
    Effect{"unfreeze", "active",
           [](const Directory::Person& who) { return who.status == Status::Frozen; }}};

// The team whose board decides; nil where the request names none.
Uuid teamOf(const AccountRequests::Asked& asked, const Directory& directory)
{
    if (asked.kind != "open") {
        return directory.teamOf(asked.subject);
    }
    const auto found = asked.wishes.find("team");
    return found == asked.wishes.end() ? Uuid{} : Uuid::parse(found->second).value_or(Uuid{});
}

Result<void> checkWish(const std::string& name, const std::string& text)
{
    const auto& field = typeNamed("user").field(name);
    const auto value = parseValue(field, nlohmann::json(text));
    return value ? Result<void>{} : fail(ErrorKind::Invalid, "request.wishes", name);
}

Result<void> checkWishes(const AccountRequests::Asked& asked, const Directory& directory)
{
    const auto allowed = asked.kind == "open" ? std::span<const std::string_view>{wishesToOpen}
                         : asked.kind == "change_role" ? std::span{wishesToOpen}.subspan(2, 1)
                                                       : std::span<const std::string_view>{};
    for (const auto& [name, text] : asked.wishes) {
        if (std::ranges::find(allowed, std::string_view{name}) == allowed.end()) {
            return fail(ErrorKind::Invalid, "request.wishes", name);
        }
        if (auto good = checkWish(name, text); !good) {
            return good;
        }
    }
    const auto needed =
        asked.kind == "open" ? std::span<const std::string_view>{neededToOpen} : allowed;
    for (const auto name : needed) {
        const auto found = asked.wishes.find(name);
        if (found == asked.wishes.end() || found->second.empty()) {
            return fail(ErrorKind::Invalid, "request.wishes", std::string{name});
        }
    }
    if (asked.kind != "open") {
        return {};
    }
    if (directory.findTeam(teamOf(asked, directory)) == nullptr) {
        return fail(ErrorKind::Invalid, "request.wishes", "team");
    }
    if (directory.userByLogin(asked.wishes.find("login")->second) != nullptr) {
        return fail(ErrorKind::Conflict, "user.login_taken");
    }
    return {};
}

FieldValues valuesOf(const AccountRequest& request)
{
    FieldValues values;
    const auto& type = typeNamed("user");
    const auto wishes = nlohmann::json::parse(request.wishes);
    for (const auto& [name, text] : wishes.items()) {
        const auto& field = type.field(name);
        if (auto value = parseValue(field, text); value && !isEmpty(*value)) {
            values.emplace_back(field.fieldName, std::move(*value));
        }
    }
    const auto* effect = std::ranges::find(effects, std::string_view{request.kind}, &Effect::kind);
    if (effect != effects.end() && !effect->status.empty()) {
        values.emplace_back("status", std::string{effect->status});
    }
    return values;
}

bool isSeen(const AccountRequest& request, const rules::Actor& actor)
{
    const bool isAboutThem = !request.subject.isNil() && request.subject == actor.user;
    return !isAboutThem &&
           (request.requestedBy == actor.user || rules::mayAskForAccount(actor, request.team));
}

} // namespace

AccountRequests::AccountRequests(Store& store,
                                 CommitQueue& commits,
                                 DirectoryBoard& directory,
                                 DirectoryService& people,
                                 const Clock& clock,
                                 Entropy& entropy,
                                 AccountRequestOptions options)
    : store_{store},
      commits_{commits},
      directory_{directory},
      people_{people},
      clock_{clock},
      ids_{clock, entropy},
      options_{std::move(options)}
{}

Result<void>
AccountRequests::check(const Asked& asked, const rules::Actor& actor, Commit& commit) const
{
    const auto& directory = commit.directory();
    if (std::ranges::find(rules::accountRequestKinds, std::string_view{asked.kind}) ==
        rules::accountRequestKinds.end()) {
        return fail(ErrorKind::Invalid, "request.kind");
    }
    const bool isReasoned = asked.reason.find_first_not_of(" \t\r\n") != std::string::npos &&
                            asked.reason.size() <= textBytesMax;
    if (!isReasoned) {
        return fail(ErrorKind::Invalid, "request.reason_missing");
    }
    const bool isAbout = asked.kind != "open";
    const auto* subject = isAbout ? directory.findUser(asked.subject) : nullptr;
    if (isAbout && (subject == nullptr || subject->deleted)) {
        return fail(ErrorKind::NotFound, "user.missing");
    }
    if (!rules::mayAskForAccount(actor, teamOf(asked, directory)) ||
        (isAbout && asked.subject == actor.user)) {
        return fail(ErrorKind::Forbidden, "access.denied");
    }
    if (auto good = checkWishes(asked, directory); !good) {
        return good;
    }
    const auto* effect = std::ranges::find(effects, std::string_view{asked.kind}, &Effect::kind);
    if (isAbout && !effect->suits(*subject)) {
        return fail(ErrorKind::Conflict, "request.subject");
    }
    for (const auto* state : {"requested", "approved"}) {
        for (const auto& other : commit.view().accountRequests(state, listMax)) {
            if (isAbout && other.subject == asked.subject && other.kind == asked.kind) {
                return fail(ErrorKind::Conflict, "request.pending", other.id.text());
            }
        }
    }
    return {};
}

Result<AccountRequests::Shown> AccountRequests::ask(const Uuid& by, const Asked& asked)
{
    return commits_.run([&](Commit& commit) -> Result<Shown> {
        const auto actor = deciderFor(commit.directory(), by);
        if (!actor) {
            return fail(actor.error());
        }
        if (auto good = check(asked, *actor, commit); !good) {
            return fail(good.error());
        }
        const Timestamp now = clock_.now();
        AccountRequest request{
            .id = ids_.next(),
            .kind = asked.kind,
            .subject = asked.kind == "open" ? Uuid{} : asked.subject,
            .team = teamOf(asked, commit.directory()),
            .wishes = nlohmann::json(asked.wishes).dump(),
            .reason = asked.reason,
            .isLeaving = asked.isLeaving,
            .state = "requested",
            .requestedBy = by,
            .requestedAt = now,
            .dueAt = options_.calendar.oneWorkingDayAfter(now, companyZone(commit.directory()))};
        commit.note(noteOf("account.requested", request, by));
        // Nothing is lost by it and one act undoes it, but an hour may be too late.
        const bool isForthwith = request.kind == "freeze" &&
                                 rules::mayApproveAccount(*actor, request.team, commit.directory());
        if (isForthwith) {
            request.decidedBy = by;
            request.decidedAt = now;
            if (auto done = carryOut(commit, request, by, {}); !done) {
                return fail(done.error());
            }
        }
        commit.writer().putAccountRequest(request);
        return shown(std::move(request), *actor, commit.directory());
    });
}

Result<void> AccountRequests::carryOut(Commit& commit,
                                       AccountRequest& request,
                                       const Uuid& by,
                                       const Uuid& executedBy)
{
    // On behalf of who decided; that they may is settled, and the directory is the server's to
    // write.
    rules::Actor actor;
    actor.user = by;
    actor.role = rules::Role::Administrator;
    const auto values = valuesOf(request);
    if (request.kind == "open") {
        const auto user = people_.createUserIn(commit, actor, values);
        if (!user) {
            return fail(user.error());
        }
        request.subject = *user;
    } else if (auto done = people_.alterIn(commit, actor, "user", request.subject, values); !done) {
        return done;
    }
    request.state = "executed";
    request.executedBy = executedBy;
    request.executedAt = clock_.now();
    commit.note(noteOf("account.executed", request, by));
    return {};
}

// The request in that state, if it is theirs to see.
Result<AccountRequest>
AccountRequests::pending(Commit& commit, const Uuid& by, const Uuid& id, std::string_view state)
{
    const auto actor = deciderFor(commit.directory(), by);
    if (!actor) {
        return fail(actor.error());
    }
    auto request = commit.view().findAccountRequest(id);
    if (!request || !isSeen(*request, *actor)) {
        return fail(ErrorKind::NotFound, "request.missing");
    }
    if (request->state != state) {
        return fail(ErrorKind::Conflict, "request.settled", request->state);
    }
    return std::move(*request);
}

Result<AccountRequests::Shown>
AccountRequests::decide(const Uuid& by, const Uuid& id, bool approved, const std::string& handling)
{
    return commits_.run([&](Commit& commit) -> Result<Shown> {
        auto request = pending(commit, by, id, "requested");
        if (!request) {
            return fail(request.error());
        }
        const auto actor = deciderFor(commit.directory(), by);
        if (!shown(*request, *actor, commit.directory()).mayDecide) {
            return fail(ErrorKind::Forbidden, "access.denied");
        }
        request->state = approved ? "approved" : "refused";
        request->decidedBy = by;
        request->decidedAt = clock_.now();
        request->handling = handling.substr(0, textBytesMax);
        commit.note(noteOf("account.decided", *request, by));
        if (approved && options_.executesOnApproval) {
            if (auto done = carryOut(commit, *request, by, {}); !done) {
                return fail(done.error());
            }
        }
        commit.writer().putAccountRequest(*request);
        return shown(std::move(*request), *actor, commit.directory());
    });
}

Result<AccountRequests::Shown>
AccountRequests::execute(const Uuid& by, const Uuid& id, const std::string& handling)
{
    return commits_.run([&](Commit& commit) -> Result<Shown> {
        auto request = pending(commit, by, id, "approved");
        if (!request) {
            return fail(request.error());
        }
        const auto actor = deciderFor(commit.directory(), by);
        if (!shown(*request, *actor, commit.directory()).mayExecute) {
            return fail(ErrorKind::Forbidden, "access.denied");
        }
        if (!handling.empty()) {
            request->handling = handling.substr(0, textBytesMax);
        }
        if (auto done = carryOut(commit, *request, by, by); !done) {
            return fail(done.error());
        }
        commit.writer().putAccountRequest(*request);
        return shown(std::move(*request), *actor, commit.directory());
    });
}

Result<AccountRequests::Shown> AccountRequests::withdraw(const Uuid& by, const Uuid& id)
{
    return commits_.run([&](Commit& commit) -> Result<Shown> {
        auto request = pending(commit, by, id, "requested");
        if (!request) {
            return fail(request.error());
        }
        if (request->requestedBy != by) {
            return fail(ErrorKind::Forbidden, "access.denied");
        }
        request->state = "withdrawn";
        commit.writer().putAccountRequest(*request);
        commit.note(noteOf("account.withdrawn", *request, by));
        const auto actor = deciderFor(commit.directory(), by);
        return shown(std::move(*request), *actor, commit.directory());
    });
}

AccountRequests::Shown AccountRequests::shown(AccountRequest request,
                                              const rules::Actor& actor,
                                              const Directory& directory) const
{
    const bool isOpen = request.state == "requested" || request.state == "approved";
    const bool isOther =
        request.requestedBy != actor.user && !actor.user.isNil() && request.subject != actor.user;
    Shown shown{.request = std::move(request)};
    const auto& state = shown.request.state;
    shown.isOverdue = isOpen && clock_.now() > shown.request.dueAt;
    shown.mayDecide = state == "requested" && isOther &&
                      rules::mayApproveAccount(actor, shown.request.team, directory);
    shown.mayExecute = state == "approved" && actor.role == rules::Role::Administrator;
    shown.mayWithdraw = state == "requested" && shown.request.requestedBy == actor.user;
    return shown;
}

Result<std::vector<AccountRequests::Shown>> AccountRequests::list(const Uuid& by,
                                                                  std::string_view state)
{
    const auto directory = directory_.current();
    const auto actor = deciderFor(*directory, by);
    if (!actor) {
        return fail(actor.error());
    }
    std::vector<Shown> list;
    for (auto& request : store_.read()->accountRequests(state, listMax)) {
        if (isSeen(request, *actor)) {
            list.push_back(shown(std::move(request), *actor, *directory));
        }
    }
    return list;
}

} // namespace fieldbook::server
