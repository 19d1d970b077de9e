#include "server/service/session_service.h"

// Whose a password is, and which is taken for a new one.
namespace fieldbook::server {
namespace {

// A sign-in waits so long for its turn.
constexpr std::chrono::seconds hashWaitMax{5};

// What a guesser would think of with this person.
std::vector<std::string> passwordContext(const rules::Directory& directory,
                                         const rules::Directory::Person& person)
{
    std::vector<std::string> words{person.name, person.login};
    const auto* team = directory.findTeam(person.team);
    for (std::size_t steps = 0; team != nullptr && steps < directory.teams().size(); ++steps) {
        words.push_back(team->name);
        team = directory.findTeam(team->parent);
    }
    return words;
}

} // namespace

Result<bool> SessionService::passwordIsRight(const std::optional<std::string>& hash,
                                             std::string_view password)
{
    if (!hashing_.try_acquire_for(hashWaitMax)) {
        return fail(ErrorKind::Unavailable, "server.busy", "too many sign-ins at once");
    }
    const bool matches = passwordMatches(hash.value_or(nobodysHash_), passwordForm(password));
    hashing_.release();
    return matches && hash.has_value();
}

Result<std::string> SessionService::hash(std::string_view form)
{
    if (!hashing_.try_acquire_for(hashWaitMax)) {
        return fail(ErrorKind::Unavailable, "server.busy", "too many sign-ins at once");
    }
    auto made = hashPassword(form, options_.cost);
    hashing_.release();
    return made;
}

Result<SessionService::Identified> SessionService::identified(std::string_view login,
                                                              std::string_view password)
{
    const auto directory = directory_.current();
    const auto* person =
        password.size() <= PasswordRules::bytesMax ? directory->userByLogin(login) : nullptr;
    const auto stored =
        person != nullptr ? store_.read()->findPasswordHash(person->id) : std::nullopt;
    auto right = passwordIsRight(stored, password);
    if (right && !*right && !stored && options_.passwordElsewhere) {
        right = isRightElsewhere(login, password);
    }
    if (!right) {
        return fail(right.error());
    }
    if (!*right || person == nullptr) {
        noteRefusal(person);
        return fail(ErrorKind::Unauthorised, "session.wrong_credentials");
    }
    if (!person->isActive()) {
        return fail(ErrorKind::Forbidden, "user.inactive");
    }
    return Identified{*person, stored};
}

// Also for a login that nobody has: the answer must take as long.
Result<bool> SessionService::isRightElsewhere(std::string_view login, std::string_view password)
{
    if (password.size() > PasswordRules::bytesMax) {
        return false;
    }
    return options_.passwordElsewhere(std::string{login}, std::string{password});
}

Result<Uuid> SessionService::identify(std::string_view login, std::string_view password)
{
    const auto who = identified(login, password);
    return who ? Result<Uuid>{who->person.id} : fail(who.error());
}

Result<std::string> SessionService::hashOfChosen(const Uuid& user, std::string_view password)
{
    const auto directory = directory_.current();
    const auto* person = directory->findUser(user);
    if (person == nullptr) {
        return fail(ErrorKind::NotFound, "user.missing");
    }
    const auto form =
        admitPassword(password, options_.passwords, passwordContext(*directory, *person));
    return form ? hash(*form) : form;
}

Result<void> SessionService::setPassword(const Uuid& user, std::string_view password)
{
    const auto made = hashOfChosen(user, password);
    if (!made) {
        return fail(made.error());
    }
    return commits_.run([&](Commit& commit) -> Result<void> {
        commit.writer().setPasswordHash(user, *made, clock_.now());
        commit.note({.kind = "password.set", .type = &typeNamed("user"), .record = user});
        for (const auto& session : commit.view().sessions(user)) {
            close(commit, session, "password_changed");
        }
        return {};
    });
}

Result<void> SessionService::changePassword(const Caller& caller,
                                            std::string_view current,
                                            std::string_view password)
{
    const auto stored = store_.read()->findPasswordHash(caller.user);
    if (!stored && options_.passwordElsewhere) {
        return fail(ErrorKind::Conflict, "password.elsewhere");
    }
    const bool isShortEnough = current.size() <= PasswordRules::bytesMax;
    const auto right = passwordIsRight(isShortEnough ? stored : std::nullopt,
                                       isShortEnough ? current : std::string_view{});
    if (!right) {
        return fail(right.error());
    }
    if (!*right) {
        return fail(ErrorKind::Forbidden, "password.wrong_current");
    }
    if (passwordForm(current) == passwordForm(password)) {
        return fail(ErrorKind::Invalid, "password.unchanged");
    }
    const auto made = hashOfChosen(caller.user, password);
    if (!made) {
        return fail(made.error());
    }
    return commits_.run([&](Commit& commit) -> Result<void> {
        // Set by an administrator while this one was being checked.
        if (commit.view().findPasswordHash(caller.user) != stored) {
            return fail(ErrorKind::Forbidden, "password.wrong_current");
        }
        commit.writer().setPasswordHash(caller.user, *made, clock_.now());
        commit.note({.kind = "password.changed",
                     .by = caller.user,
                     .device = caller.device,
                     .type = &typeNamed("user"),
                     .record = caller.user});
        for (const auto& session : commit.view().sessions(caller.user)) {
            if (session.id != caller.session) {
                close(commit, session, "password_changed");
            }
        }
        return {};
    });
}

} // namespace fieldbook::server
