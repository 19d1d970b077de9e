#include "tests/support/office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fieldbook::testing {
namespace {

std::string codeOf(const auto& result) { return result ? "fine" : result.error().code; }
Value words(std::string_view text) { return std::string{text}; }

class Directories : public ::testing::Test {
protected:
    Office office;
    Company& company = office.company;
    server::DirectoryService& people = office.machine->people;
};

TEST_F(Directories, ANewUserIsKnownAtOnceAndReachesEveryTablet)
{
    PlainTablet ming{office, company.ming};
    ming.pull();

    const auto made = people.createUser({}, {{"name", words("孙丽")},
                                             {"login", words("sun")},
                                             {"team", company.south},
                                             {"role", words("salesperson")}});

    ASSERT_TRUE(made) << made.error().code;
    const auto* person = people.current()->userByLogin("SUN");
    ASSERT_NE(person, nullptr);
    EXPECT_EQ(person->id, *made);
    EXPECT_TRUE(person->isActive());
    ming.pull();
    EXPECT_EQ(ming.holds(*made)->textOf("name"), "孙丽");
    EXPECT_EQ(ming.holds(*made)->searchKeys().initials, "sl");
    PlainTablet sun{office, *made};
    sun.pull();
    EXPECT_TRUE(sun.holds(company.ming));
}

TEST_F(Directories, WhatCannotBeIsRefusedAndLeavesNothing)
{
    const auto user = [&](server::FieldValues more) {
        server::FieldValues values{{"name", words("A")}, {"role", words("salesperson")}};
        values.insert(values.end(), more.begin(), more.end());
        return codeOf(people.createUser({}, values));
    };
    const auto before = people.current();

    EXPECT_EQ(user({{"login", words("Ming")}}), "user.login_taken");
    EXPECT_EQ(user({{"login", words("x")}, {"team", idOf(99)}}), "reference.missing");
    EXPECT_EQ(user({{"login", words("x")}, {"manager", company.east}}), "reference.missing");
    EXPECT_EQ(user({{"login", words("x")}, {"shoe_size", words("44")}}), "field.unknown");
    EXPECT_EQ(user({}), "field.required");
    EXPECT_EQ(codeOf(people.alter({}, "team", company.sales, {{"parent", company.east}})),
              "team.ring");
    EXPECT_EQ(codeOf(people.alter({}, "team", company.sales, {{"parent", company.sales}})),
              "team.ring");
    EXPECT_EQ(codeOf(people.alter({}, "user", idOf(99), {{"title", words("x")}})),
              "record.missing");
    EXPECT_EQ(codeOf(people.alter({}, "user", company.ana, {{"login", words("MING")}})),
              "user.login_taken");
    EXPECT_EQ(people.current(), before);
}

TEST_F(Directories, OnlyAdministratorsDecideAboutPeople)
{
    const server::FieldValues title{{"title", words("主管")}};

    EXPECT_EQ(codeOf(people.alter(company.ming, "user", company.ming, title)), "access.denied");
    EXPECT_EQ(codeOf(people.alter(company.zhao, "user", company.ming, title)), "access.denied");
    EXPECT_EQ(codeOf(people.alter(company.gao, "user", company.ming, title)), "fine");
    EXPECT_EQ(office.find(company.ming)->textOf("title"), "主管");
}

TEST_F(Directories, StandAfterARestart)
{
    const auto team = people.createTeam({}, {{"name", words("西北")}, {"parent", company.sales}});
    ASSERT_TRUE(team);
    ASSERT_TRUE(people.alter({}, "user", company.ana, {{"team", *team}}));

    office.switchOff();
    office.switchOn();

    const auto directory = office.machine->people.current();
    EXPECT_EQ(directory->teamOf(company.ana), *team);
    EXPECT_EQ(directory->findTeam(*team)->name, "西北");
}

TEST(Numbers, AreLeasedToEachDeviceOnce)
{
    Office office;
    const auto ming = office.enrol(office.company.ming);
    const auto ana = office.enrol(office.company.ana);
    auto& numbers = office.machine->numbers;

    const auto first = numbers.lease(ming, "order", 50);
    const auto second = numbers.lease(ming, "order", 50);
    const auto other = numbers.lease(ana, "order", 1);

    EXPECT_EQ(first->prefix, "SO");
    EXPECT_EQ(first->first, 1);
    EXPECT_EQ(first->last, 50);
    EXPECT_EQ(second->first, 51);
    EXPECT_EQ(other->first, 1);
    EXPECT_EQ(codeOf(numbers.lease(ming, "invoice", 1)), "numbers.series");
    EXPECT_EQ(codeOf(numbers.lease(ming, "order", 0)), "numbers.count");
    EXPECT_EQ(codeOf(numbers.lease(ming, "order", 1'001)), "numbers.count");
    EXPECT_EQ(codeOf(numbers.lease(ming, "order", 1, -1)), "numbers.count");
    EXPECT_EQ(codeOf(numbers.lease(ming, "order", 1, 2'000'000'000)), "numbers.count");
    EXPECT_EQ(numbers.lease(ming, "order", 1, 500)->first, 501) << "the tablet knows better";
}

TEST(Records, AreShownOnlyToWhomTheyConcern)
{
    Office office;
    const Uuid bakery = idOf(100);
    PlainTablet ming{office, office.company.ming};
    const auto ana = office.enrol(office.company.ana);
    ming.create("customer", bakery, {{"name", words("面包房")}, {"kind", words("person")}});
    ming.push();
    ming.pull();
    ming.edit("customer", bakery, "name", words("面包店"));
    ming.push();
    auto& records = office.machine->records;
    const auto& customers = typeNamed("customer");

    EXPECT_EQ(records.find(ming.caller(), customers, bakery),
              office.machine->store.read()->find(bakery)->document);
    EXPECT_EQ(records.list(ming.caller(), customers, {}, 10).size(), 1u);
    EXPECT_EQ(records.history(ming.caller(), customers, bakery)->size(), 1u);
    EXPECT_EQ(codeOf(records.find(ana, customers, bakery)), "record.missing");
    EXPECT_EQ(codeOf(records.history(ana, customers, bakery)), "record.missing");
    EXPECT_TRUE(records.list(ana, customers, {}, 10).empty());
    EXPECT_EQ(codeOf(records.find(ming.caller(), typeNamed("lead"), bakery)), "record.missing");
    EXPECT_EQ(codeOf(records.find(ming.caller(), customers, idOf(99))), "record.missing");
}

} // namespace
} // namespace fieldbook::testing
