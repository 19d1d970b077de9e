#pragma once

#include "shared/rules/directory.h"
#include "shared/rules/overlay_world.h"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace fieldbook::testing {

// The id made of a small number: readable in failures, the same in every run.
[[nodiscard]] inline Uuid idOf(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[0] = 0x01;
    bytes[6] = 0x70;
    bytes[8] = 0x80;
    bytes[15] = number;
    return Uuid{bytes};
}

[[nodiscard]] inline Record
aRecord(std::string_view type,
        const Uuid& id,
        std::initializer_list<std::pair<std::string_view, Value>> values)
{
    Record record{typeNamed(type), id};
    for (const auto& [field, value] : values) {
        record.set(field, value);
    }
    return record;
}

// A small company: Li Ming sells in the east team under Zhou, Ana in the south team under Chen;
// both teams are parts of sales, which Zhao, the executive, stands above. Gao administers.
struct Company {
    Uuid sales = idOf(1);
    Uuid east = idOf(2);
    Uuid south = idOf(3);
    Uuid ming = idOf(11);
    Uuid zhou = idOf(12);
    Uuid ana = idOf(13);
    Uuid chen = idOf(14);
    Uuid zhao = idOf(15);
    Uuid gao = idOf(16);

    [[nodiscard]] std::vector<Record> records() const
    {
        const auto team = [](const Uuid& id, std::string name, const Uuid& parent,
                             const Uuid& manager) {
            Record record = aRecord("team", id, {{"name", name}, {"manager", manager}});
            record.set("time_zone", std::string{"Asia/Shanghai"});
            if (!parent.isNil()) {
                record.set("parent", parent);
            }
            return record;
        };
        const auto user = [](const Uuid& id, std::string name, std::string login,
                             const Uuid& inTeam, std::string role) {
            return aRecord("user", id,
                           {{"name", name},
                            {"login", login},
                            {"team", inTeam},
                            {"role", role},
                            {"status", std::string{"active"}}});
        };
        return {team(sales, "销售部", {}, zhao),
                team(east, "华东", sales, zhou),
                team(south, "华南", sales, chen),
                user(ming, "李明", "ming", east, "salesperson"),
                user(zhou, "周建国", "zhou", east, "manager"),
                user(ana, "Ana Trujillo", "ana", south, "salesperson"),
                user(chen, "陈国栋", "chen", south, "manager"),
                user(zhao, "赵敏", "zhao", sales, "executive"),
                user(gao, "高工", "gao", sales, "administrator")};
    }

    [[nodiscard]] rules::OverlayWorld world() const
    {
        rules::OverlayWorld world;
        for (auto& record : records()) {
            world.put(record);
        }
        return world;
    }

    [[nodiscard]] rules::Actor as(const Uuid& user) const
    {
        const auto all = records();
        return *rules::Directory{all}.actorFor(user);
    }
};

} // namespace fieldbook::testing
