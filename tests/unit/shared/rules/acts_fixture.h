#pragma once

#include "shared/rules/acts.h"
#include "tests/support/people.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace fieldbook::rules {

// A company at nine on a Thursday, Li Ming having one customer, and acts done to it.
class ActsTest : public ::testing::Test {
protected:
    using Fields = std::initializer_list<std::pair<std::string_view, Value>>;
    using Writes = Result<std::vector<RecordWrite>>;

    testing::Company company;
    OverlayWorld world = company.world();
    Timestamp nine = fromMillis(1'778'749'200'000);
    Uuid customer = testing::idOf(50);
    Uuid subject = testing::idOf(60);

    void SetUp() override
    {
        put("customer", customer,
            {{"name", std::string{"恒通"}},
             {"kind", std::string{"organisation"}},
             {"owner", company.ming}});
    }

    void put(std::string_view type, const Uuid& id, Fields fields)
    {
        world.put(testing::aRecord(type, id, fields));
    }

    [[nodiscard]] ActCall call(const Uuid& user,
                               std::string_view name,
                               std::string_view arguments,
                               const Uuid& id,
                               Timestamp at) const
    {
        return ActCall{.name = name,
                       .type = findType(name.substr(0, name.find('.'))),
                       .id = id,
                       .arguments = arguments,
                       .actor = company.as(user),
                       .at = at,
                       .facts = {}};
    }

    // Runs the act on the subject and, if it is not refused, lays what it writes.
    Writes act(const Uuid& user, std::string_view name, std::string_view arguments = "{}")
    {
        return actOn(subject, user, name, arguments);
    }

    Writes actOn(const Uuid& id,
                 const Uuid& user,
                 std::string_view name,
                 std::string_view arguments = "{}")
    {
        auto writes = runAct(call(user, name, arguments, id, nine), world);
        if (writes) {
            for (const RecordWrite& write : *writes) {
                world.apply(write);
            }
        }
        return writes;
    }

    static std::string codeOf(const Writes& writes) { return writes ? "" : writes.error().code; }

    [[nodiscard]] Record get(const Uuid& id) const { return *world.find(id); }
    [[nodiscard]] Value get(const Uuid& id, std::string_view field) const
    {
        return world.find(id)->get(field);
    }
    [[nodiscard]] std::string text(const Uuid& id, std::string_view field) const
    {
        return world.find(id)->textOf(field);
    }

    static Value words(std::string_view text) { return std::string{text}; }
    [[nodiscard]] Value later(int hours) const { return nine + std::chrono::hours{hours}; }
};

} // namespace fieldbook::rules
