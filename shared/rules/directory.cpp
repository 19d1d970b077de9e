#include "shared/rules/directory.h"

#include <algorithm>
#include <set>

namespace fieldbook::rules {
namespace {

// A tree of teams has fewer levels than this; more are a ring.
constexpr int teamStepsMax = 64;

std::string folded(std::string_view login)
{
    std::string text{login};
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

Directory::Person::Status statusOf(std::string_view code)
{
    if (code == "frozen") {
        return Directory::Person::Status::Frozen;
    }
    return code == "left" ? Directory::Person::Status::Left : Directory::Person::Status::Active;
}

} // namespace

TeamAbove teamAbove(const Record& team)
{
    return {.isBoard = team.textOf("kind") == "board", .parent = team.referenceOf("parent")};
}

Uuid boardAbove(Uuid team, const std::function<std::optional<TeamAbove>(const Uuid&)>& find)
{
    for (int step = 0; step < teamStepsMax && !team.isNil(); ++step) {
        const auto above = find(team);
        if (!above) {
            break;
        }
        if (above->isBoard) {
            return team;
        }
        team = above->parent;
    }
    return {};
}

Directory::Directory(std::span<const Record> records)
{
    for (const Record& record : records) {
        learn(record);
    }
}

void Directory::learn(const Record& record)
{
    if (record.type().name == "team") {
        teams_.insert_or_assign(record.id(), Team{.id = record.id(),
                                                  .name = record.textOf("name"),
                                                  .parent = record.referenceOf("parent"),
                                                  .manager = record.referenceOf("manager"),
                                                  .timeZone = record.textOf("time_zone"),
                                                  .currency = record.textOf("currency"),
                                                  .isBoard = teamAbove(record).isBoard,
                                                  .deleted = record.isDeleted()});
        return;
    }
    if (record.type().name == "substitution") {
        learnSubstitution(record);
        return;
    }
    if (record.type().name != "user") {
        return;
    }
    if (const Person* before = findUser(record.id())) {
        const auto entry = byLogin_.find(folded(before->login));
        if (entry != byLogin_.end() && entry->second == record.id()) {
            byLogin_.erase(entry);
        }
    }
    const Person person{.id = record.id(),
                        .name = record.textOf("name"),
                        .login = record.textOf("login"),
                        .team = record.referenceOf("team"),
                        .manager = record.referenceOf("manager"),
                        .role = roleOf(record.textOf("role")),
                        .status = statusOf(record.textOf("status")),
                        .deleted = record.isDeleted()};
    if (!person.deleted && !person.login.empty()) {
        byLogin_.insert_or_assign(folded(person.login), person.id);
    }
    people_.insert_or_assign(person.id, person);
}

void Directory::learnSubstitution(const Record& record)
{
    const auto* starts = std::get_if<Timestamp>(&record.get("starts_at"));
    const auto* ended = std::get_if<Timestamp>(&record.get("ended_at"));
    substitutions_.insert_or_assign(
        record.id(),
        Substitution{.absent = record.referenceOf("absent"),
                     .standsIn = record.referenceOf("stands_in"),
                     .edits = record.textOf("access") == "edit",
                     .active = record.textOf("state") == "active" && !record.isDeleted(),
                     .startsAt = starts == nullptr ? Timestamp{} : *starts,
                     .endedAt = ended == nullptr ? std::nullopt : std::optional{*ended}});
}

const Directory::Person* Directory::findUser(const Uuid& user) const
{
    const auto found = people_.find(user);
    return found == people_.end() ? nullptr : &found->second;
}

const Directory::Person* Directory::userByLogin(std::string_view login) const
{
    const auto found = byLogin_.find(folded(login));
    return found == byLogin_.end() ? nullptr : findUser(found->second);
}

const Directory::Team* Directory::findTeam(const Uuid& team) const
{
    const auto found = teams_.find(team);
    return found == teams_.end() ? nullptr : &found->second;
}

Uuid Directory::teamOf(const Uuid& user) const
{
    const Person* person = findUser(user);
    return person != nullptr ? person->team : Uuid{};
}

std::vector<Uuid> Directory::withTeamsBelow(const Uuid& team) const
{
    std::set<Uuid> reached{team};
    std::vector<Uuid> next{team};
    while (!next.empty()) {
        const Uuid current = next.back();
        next.pop_back();
        for (const auto& [id, candidate] : teams_) {
            if (candidate.parent == current && reached.insert(id).second) {
                next.push_back(id);
            }
        }
    }
    return {reached.begin(), reached.end()};
}

std::vector<Uuid> Directory::withTeamsAbove(Uuid team) const
{
    std::vector<Uuid> teams;
    for (int step = 0; step < teamStepsMax && !team.isNil(); ++step) {
        teams.push_back(team);
        const Team* found = findTeam(team);
        team = found == nullptr ? Uuid{} : found->parent;
    }
    std::ranges::sort(teams);
    const auto repeats = std::ranges::unique(teams);
    teams.erase(repeats.begin(), repeats.end());
    return teams;
}

std::vector<Uuid> Directory::membersOf(const Uuid& team) const
{
    std::vector<Uuid> members;
    for (const auto& [id, person] : people_) {
        if (person.team == team && !person.deleted) {
            members.push_back(id);
        }
    }
    return members;
}

Uuid Directory::boardOf(const Uuid& team) const
{
    return boardAbove(team, [&](const Uuid& id) -> std::optional<TeamAbove> {
        const Team* found = findTeam(id);
        return found == nullptr
                   ? std::nullopt
                   : std::optional{TeamAbove{.isBoard = found->isBoard, .parent = found->parent}};
    });
}

bool Directory::seesAllTeams(const Person& person) const
{
    const Scope scope = specOf(person.role).sees;
    return scope == Scope::Company || (scope == Scope::Board && boardOf(person.team).isNil());
}

std::vector<Uuid> Directory::seenTeamsOf(const Uuid& user) const
{
    const Person* person = findUser(user);
    if (person == nullptr) {
        return {};
    }
    const Scope scope = specOf(person->role).sees;
    if (scope == Scope::Board && !seesAllTeams(*person)) {
        return withTeamsBelow(boardOf(person->team));
    }
    std::set<Uuid> seen;
    for (const auto& [id, team] : teams_) {
        if (seesAllTeams(*person)) {
            seen.insert(id);
        } else if (scope == Scope::Managed && team.manager == user && !team.deleted) {
            const auto below = withTeamsBelow(id);
            seen.insert(below.begin(), below.end());
        }
    }
    return {seen.begin(), seen.end()};
}

std::optional<Actor> Directory::actorFor(const Uuid& user) const
{
    const Person* person = findUser(user);
    if (person == nullptr) {
        return std::nullopt;
    }
    Actor actor{.user = user,
                .team = person->team,
                .board = boardOf(person->team),
                .role = person->role,
                .seenTeams = seenTeamsOf(user),
                .seesUnassigned = seesAllTeams(*person),
                .memberOf = withTeamsAbove(person->team)};
    for (const auto& [id, each] : substitutions_) {
        if (each.active && each.standsIn == user) {
            actor.covers.push_back({each.absent, each.edits});
        }
    }
    return actor;
}

std::optional<Actor> Directory::actorThen(const Uuid& user, Timestamp at) const
{
    auto actor = actorFor(user);
    if (!actor) {
        return actor;
    }
    actor->covers.clear();
    for (const auto& [id, each] : substitutions_) {
        const bool over = each.endedAt ? *each.endedAt <= at : !each.active;
        if (each.standsIn == user && each.startsAt <= at && !over) {
            actor->covers.push_back({each.absent, each.edits});
        }
    }
    return actor;
}

} // namespace fieldbook::rules
