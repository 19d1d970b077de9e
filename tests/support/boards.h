#pragma once

#include "shared/rules/directory.h"
#include "tests/support/people.h"

#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::testing {

// A group of two boards: the first has the teams east and west, the second the team north. In each
// team sells one person. `viewer` works in the east with the role under test, and manages the east
// if it is a manager's; with `atGroup` outside any board.
struct TwoBoards {
    Uuid group = idOf(1);
    Uuid first = idOf(2);
    Uuid second = idOf(3);
    Uuid east = idOf(4);
    Uuid west = idOf(5);
    Uuid north = idOf(6);
    Uuid viewer = idOf(20);
    Uuid eastSeller = idOf(21);
    Uuid westSeller = idOf(22);
    Uuid northSeller = idOf(23);

    [[nodiscard]] std::vector<Record> records(std::string_view role, bool atGroup = false) const
    {
        const auto team = [](const Uuid& id, std::string name, std::string kind,
                             const Uuid& parent) {
            Record record = aRecord("team", id, {{"name", name}, {"kind", kind}});
            if (!parent.isNil()) {
                record.set("parent", parent);
            }
            return record;
        };
        const auto user = [](const Uuid& id, std::string login, const Uuid& inTeam,
                             std::string_view withRole) {
            return aRecord("user", id,
                           {{"name", login},
                            {"login", login},
                            {"team", inTeam},
                            {"role", std::string{withRole}},
                            {"status", std::string{"active"}}});
        };
        std::vector<Record> all{team(group, "集团", "group", {}),
                                team(first, "整车", "board", group),
                                team(second, "配件", "board", group),
                                team(east, "华东", "team", first),
                                team(west, "华西", "team", first),
                                team(north, "华北", "team", second),
                                user(viewer, "viewer", atGroup ? group : east, role),
                                user(eastSeller, "east", east, "salesperson"),
                                user(westSeller, "west", west, "salesperson"),
                                user(northSeller, "north", north, "salesperson")};
        all[3].set("manager", viewer);
        return all;
    }

    // Whose a record is, seen from the viewer; nil for nobody's.
    [[nodiscard]] Uuid ownerFor(std::string_view relation) const
    {
        return relation == "own"     ? viewer
               : relation == "team"  ? eastSeller
               : relation == "board" ? westSeller
               : relation == "other" ? northSeller
                                     : Uuid{};
    }
};

} // namespace fieldbook::testing
