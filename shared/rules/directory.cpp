#include "shared/rules/directory.h"

#include <algorithm>
#include <set>

namespace fieldbook::rules {
namespace {

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

Actor::Role roleOf(std::string_view code)
{
    if (code == "executive") {
        return Actor::Role::Executive;
    }
    if (code == "manager") {
        return Actor::Role::Manager;
    }
    return code == "administrator" ? Actor::Role::Administrator : Actor::Role::Salesperson;
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
                                                  .deleted = record.isDeleted()});
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

std::vector<Uuid> Directory::managedTeamsOf(const Uuid& user) const
{
    const Person* person = findUser(user);
    if (person == nullptr) {
        return {};
    }
    std::set<Uuid> managed;
    for (const auto& [id, team] : teams_) {
        if (person->role == Actor::Role::Executive) {
            managed.insert(id);
        } else if (person->role == Actor::Role::Manager && team.manager == user && !team.deleted) {
            const auto below = withTeamsBelow(id);
            managed.insert(below.begin(), below.end());
        }
    }
    return {managed.begin(), managed.end()};
}

std::optional<Actor> Directory::actorFor(const Uuid& user) const
{
    const Person* person = findUser(user);
    if (person == nullptr) {
        return std::nullopt;
    }
    return Actor{.user = user,
                 .team = person->team,
                 .role = person->role,
                 .managedTeams = managedTeamsOf(user)};
}

} // namespace fieldbook::rules
