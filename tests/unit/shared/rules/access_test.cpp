#include "shared/rules/access.h"
#include "tests/support/access_table.h"
#include "tests/support/boards.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

namespace fieldbook::rules {
namespace {

using testing::AccessRow;
using testing::accessTable;
using testing::aRecord;
using testing::Company;
using testing::FieldRow;
using testing::fieldTable;
using testing::idOf;
using testing::relations;
using testing::TwoBoards;

OverlayWorld worldOf(const std::vector<Record>& records)
{
    OverlayWorld world;
    for (const Record& record : records) {
        world.put(record);
    }
    return world;
}

Record customerOf(const Uuid& owner)
{
    Record customer = aRecord("customer", idOf(50), {{"name", std::string{"恒通"}}});
    if (!owner.isNil()) {
        customer.set("owner", owner);
    }
    return customer;
}

TEST(Access, TheTableOfRolesHasEveryRoleTwice)
{
    for (const RoleSpec& role : allRoles()) {
        EXPECT_EQ(std::ranges::count(accessTable, role.code, &AccessRow::role), 2) << role.code;
        EXPECT_EQ(roleOf(role.code), role.role);
    }
    EXPECT_EQ(typeNamed("user").field("role").choices.size(), allRoles().size());
    for (const Choice& choice : typeNamed("user").field("role").choices) {
        EXPECT_NE(std::ranges::find(allRoles(), choice.code, &RoleSpec::code), allRoles().end());
    }
    EXPECT_EQ(roleOf("something new"), Role::Salesperson);
}

TEST(Access, EveryRoleMayWhatTheTableSaysByWhoseTheRecordIs)
{
    const TwoBoards company;
    for (const AccessRow& row : accessTable) {
        const auto records = company.records(row.role, row.atGroup);
        const auto world = worldOf(records);
        const Actor actor = *Directory{records}.actorFor(company.viewer);
        for (std::size_t i = 0; i < relations.size(); ++i) {
            const Record customer = customerOf(company.ownerFor(relations[i]));
            const auto facts = factsOf(customer, world);
            std::string may = "---";
            may[0] = maySee(actor, customer.type(), facts) ? 's' : '-';
            may[1] = mayWrite(actor, customer.type(), facts) ? 'c' : '-';
            may[2] = mayManage(actor, facts) ? 'm' : '-';
            EXPECT_EQ(may, row.may[i])
                << row.role << (row.atGroup ? " at the group, " : ", ") << relations[i];
        }
    }
}

RC_GTEST_PROP(Access, WhatIsSeenIsWhatStandsInTheFeedsOfTheTablet, ())
{

    const TwoBoards company;
    const auto& role = allRoles()[*rc::gen::inRange(std::size_t{0}, allRoles().size())];
    auto records = company.records(role.code, *rc::gen::arbitrary<bool>());
    // Any tree of teams, also a ring; any kinds, any managers, anybody anywhere.
    const std::array teams{company.group, company.first, company.second,
                           company.east,  company.west,  company.north};
    const auto anyTeam = [&] { return teams[*rc::gen::inRange(std::size_t{0}, teams.size())]; };
    for (Record& record : records) {
        if (*rc::gen::inRange(0, 3) != 0) {
            continue;
        }
        if (record.type().name == "team") {
            record.set("parent", anyTeam());
            record.set("kind", std::string{*rc::gen::arbitrary<bool>() ? "board" : "team"});
            record.set("manager", company.viewer);
        } else {
            record.set("team", *rc::gen::arbitrary<bool>() ? Value{anyTeam()} : Value{});
        }
    }
    auto world = worldOf(records);
    const auto anyone = [&] {
        return company.ownerFor(relations[*rc::gen::inRange(std::size_t{0}, relations.size())]);
    };
    const Record customer = customerOf(anyone());
    world.put(customer);
    Record order = aRecord("order", idOf(51), {{"customer", customer.id()}});
    if (const Uuid owner = anyone(); !owner.isNil()) {
        order.set("owner", owner);
    }
    const Directory directory{records};
    const Actor actor = *directory.actorFor(company.viewer);

    const auto facts = factsOf(order, world);

    RC_ASSERT(maySee(actor, order.type(), facts) ==
              standsIn(subscriptionsOf(actor), feedsOf(order.type(), facts)));
    // Nobody writes what they do not see.
    RC_ASSERT(maySee(actor, order.type(), facts) || !mayWrite(actor, order.type(), facts));
}

TEST(Access, RecordsOfTheCompanyAreSeenByAllAndWrittenByNoTablet)
{
    const Company company;
    const auto zhao = company.as(company.zhao);

    EXPECT_TRUE(maySee(company.as(company.ana), typeNamed("product"), FeedFacts{}));
    const auto denied = mayWrite(zhao, typeNamed("product"), FeedFacts{});
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().code, "access.read_only");
}

TEST(Access, OwnersAboveMayWriteWhatHangsOnTheirs)
{
    const Company company;
    auto world = company.world();
    world.put(aRecord("customer", idOf(50), {{"owner", company.ming}}));
    const Record order =
        aRecord("order", idOf(51), {{"customer", idOf(50)}, {"owner", company.ana}});
    const auto facts = factsOf(order, world);

    for (const Uuid& user : {company.ana, company.ming, company.chen, company.zhou, company.zhao}) {
        EXPECT_TRUE(mayWrite(company.as(user), order.type(), facts)) << user.text();
    }
    const auto denied = mayWrite(company.as(company.gao), order.type(), facts);
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().code, "access.denied");
}

TEST(Access, NoTeamAtAllIsNobodysToManage)
{
    const Company company;
    Actor actor = company.as(company.zhou);
    actor.seenTeams.insert(actor.seenTeams.begin(), Uuid{});

    EXPECT_FALSE(mayWrite(actor, typeNamed("customer"), FeedFacts{}));
    const auto denied = mayManage(actor, FeedFacts{});
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().code, "access.manager_only");
}

TEST(Access, ATechnicianRecordsTheWorkButNoDealAtACustomerOfTheBoard)
{
    const TwoBoards company;
    const auto records = company.records("technician");
    const auto world = worldOf(records);
    const Actor actor = *Directory{records}.actorFor(company.viewer);
    const auto& customer = typeNamed("customer");
    const auto near = factsOf(customerOf(company.westSeller), world);
    const auto far = factsOf(customerOf(company.northSeller), world);

    EXPECT_TRUE(mayHangOn(actor, typeNamed("visit"), customer, near));
    EXPECT_TRUE(mayHangOn(actor, typeNamed("activity"), customer, near));
    EXPECT_FALSE(mayHangOn(actor, typeNamed("visit"), customer, far));
    const auto denied = mayHangOn(actor, typeNamed("order"), customer, near);
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().code, "access.denied");
}

TEST(Access, OnlyGroupMarketingGivesCustomersFromOneBoardToAnother)
{
    const TwoBoards company;
    for (const RoleSpec& role : allRoles()) {
        for (const bool atGroup : {false, true}) {
            const auto records = company.records(role.code, atGroup);
            const auto world = worldOf(records);
            const Actor actor = *Directory{records}.actorFor(company.viewer);
            const auto within = mayGive(actor, company.eastSeller, company.westSeller, world);
            const auto across = mayGive(actor, company.eastSeller, company.northSeller, world);

            EXPECT_TRUE(within) << role.code;
            EXPECT_EQ(across.has_value(), role.role == Role::Marketing && atGroup) << role.code;
            if (!across) {
                EXPECT_EQ(across.error().code, "access.board");
            }
        }
    }
}

TEST(Access, EveryRoleHasTheFieldsThatTheTableSays)
{
    const auto& contact = typeNamed("contact");
    const std::array<const FieldSpec*, 4> fields{
        &contact.field("hobbies"), &contact.field("birthday"), &typeNamed("order").field("total"),
        &contact.field("email")};
    ASSERT_EQ(fieldTable.size(), allRoles().size());
    for (const FieldRow& row : fieldTable) {
        std::string may;
        for (const FieldSpec* field : fields) {
            may += std::string_view{
                "hmve"}[static_cast<std::size_t>(accessTo(roleOf(row.role), *field))];
        }
        EXPECT_EQ(may, row.may) << row.role;
        EXPECT_EQ(specOf(roleOf(row.role)).reviews, row.reviews) << row.role;
    }
}

TEST(Access, FieldsThatMayNotBeEditedAreRefusedByName)
{
    const auto& opportunity = typeNamed("opportunity");
    const std::array fields{*opportunity.indexOf("name"), *opportunity.indexOf("amount")};

    EXPECT_TRUE(mayEditFields(Role::Salesperson, opportunity, fields));
    const auto denied = mayEditFields(Role::Technician, opportunity, fields);
    ASSERT_FALSE(denied);
    EXPECT_EQ(denied.error().code, "access.field");
    EXPECT_EQ(denied.error().detail, "amount");
}

TEST(Access, ADocumentKeepsNoTraceOfWhatARoleDoesNotSee)
{
    Record contact = aRecord("contact", idOf(60),
                             {{"customer", idOf(50)},
                              {"name", std::string{"陈建国"}},
                              {"hobbies", std::string{"钓鱼"}},
                              {"family", std::string{"一女"}},
                              {"birthday", Date{std::chrono::sys_days{std::chrono::days{4'000}}}}});
    contact.setMade({HybridTime{1'000, 0}, 1, 1});
    contact.setVersionAt(*contact.type().indexOf("hobbies"), {HybridTime{2'000, 0}, 7, 7});
    contact.addAlternative(*contact.type().indexOf("family"),
                           {.value = std::string{"两女"}, .version = {}, .author = {}});
    const auto whole = contact.document();

    const auto hidden = asSeenBy(Role::Technician, whole);
    const auto masked = asSeenBy(Role::Auditor, whole);

    for (const char* trace : {"hobbies", "family", "birthday", "钓鱼", "两女", "2000.0.7.7"}) {
        EXPECT_EQ(hidden.find(trace), std::string::npos) << trace;
    }
    EXPECT_NE(hidden.find("陈建国"), std::string::npos);
    const auto read = Record::parse(masked);
    EXPECT_EQ(read->textOf("hobbies"), "钓***");
    EXPECT_TRUE(read->conflicts().empty());
    EXPECT_TRUE(isEmpty(read->get("birthday")));
    EXPECT_EQ(asSeenBy(Role::Manager, whole), whole);
    EXPECT_FALSE(isRestricted(Role::Manager));
}

} // namespace
} // namespace fieldbook::rules
