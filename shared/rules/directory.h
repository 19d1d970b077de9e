#pragma once

#include "shared/rules/world.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::rules {

// The people and teams of the company and who stands in for whom, read from their records: the same
// on tablet and server. A value; whoever shares one over threads does so const.
class Directory {
public:
    struct Person {
        enum class Status : std::uint8_t { Active, Frozen, Left };

        Uuid id;
        std::string name;
        std::string login;
        Uuid team;
        Uuid manager;
        Role role = Role::Salesperson;
        Status status = Status::Active;
        bool deleted = false;

        [[nodiscard]] bool isActive() const { return status == Status::Active && !deleted; }
    };

    struct Team {
        Uuid id;
        std::string name;
        Uuid parent;
        Uuid manager;
        std::string timeZone;
        std::string currency;
        bool isBoard = false;
        bool deleted = false;
    };

    Directory() = default;
    // Records that are neither users nor teams are passed over.
    explicit Directory(std::span<const Record> records);

    // Adds the user, team or leave cover, or puts it in place of what was known of it.
    void learn(const Record& record);

    [[nodiscard]] const Person* findUser(const Uuid& user) const;
    // Letters of ASCII count the same in either case. People in the recycle bin are not found.
    [[nodiscard]] const Person* userByLogin(std::string_view login) const;
    [[nodiscard]] const Team* findTeam(const Uuid& team) const;
    [[nodiscard]] const std::map<Uuid, Person>& people() const { return people_; }
    [[nodiscard]] const std::map<Uuid, Team>& teams() const { return teams_; }

    // Nil for an unknown user, or one without a team.
    [[nodiscard]] Uuid teamOf(const Uuid& user) const;
    // The team with all below it, sorted; teams in a ring count once.
    [[nodiscard]] std::vector<Uuid> withTeamsBelow(const Uuid& team) const;
    // The team with all above it, sorted.
    [[nodiscard]] std::vector<Uuid> withTeamsAbove(Uuid team) const;
    // The people of the team itself, in order of id.
    [[nodiscard]] std::vector<Uuid> membersOf(const Uuid& team) const;
    // The board that the team is or belongs to; nil if none.
    [[nodiscard]] Uuid boardOf(const Uuid& team) const;
    // The teams whose records the user's role shows them, sorted.
    [[nodiscard]] std::vector<Uuid> seenTeamsOf(const Uuid& user) const;
    // The user as an actor; nothing for one who is unknown. Whether they may sign in is not said.
    [[nodiscard]] std::optional<Actor> actorFor(const Uuid& user) const;
    // The same, standing in for whom they stood in for at that time.
    [[nodiscard]] std::optional<Actor> actorThen(const Uuid& user, Timestamp at) const;

private:
    struct Substitution {
        Uuid absent;
        Uuid standsIn;
        bool edits = false;
        bool active = false;
        Timestamp startsAt;
        std::optional<Timestamp> endedAt;
    };

    [[nodiscard]] bool seesAllTeams(const Person& person) const;
    void learnSubstitution(const Record& record);

    std::map<Uuid, Person> people_;
    std::map<Uuid, Team> teams_;
    std::map<Uuid, Substitution> substitutions_;
    std::map<std::string, Uuid, std::less<>> byLogin_; // Folded.
};

// What matters of a team to whoever looks for the board above somebody.
struct TeamAbove {
    bool isBoard = false;
    Uuid parent;
};
[[nodiscard]] TeamAbove teamAbove(const Record& team);
// The nearest board from this team upwards; nil if none.
[[nodiscard]] Uuid boardAbove(Uuid team,
                              const std::function<std::optional<TeamAbove>(const Uuid&)>& find);

} // namespace fieldbook::rules
