#include "shared/rules/search_keys.h"
#include "tests/support/people.h"

#include <gtest/gtest.h>

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::idOf;

Record::SearchKeys keysOf(std::string_view type, std::string name)
{
    return searchKeysOf(aRecord(type, idOf(1), {{"name", std::move(name)}}));
}

TEST(SearchKeys, AreThePinyinAndInitialsOfTheName)
{
    EXPECT_EQ(keysOf("customer", "单国栋"), (Record::SearchKeys{"shan guo dong", "sgd"}));
    EXPECT_EQ(keysOf("contact", "Zürich AG"), (Record::SearchKeys{"zurich ag", "za"}));
}

TEST(SearchKeys, AreThoseOfTheFirstNameOfSeveral)
{
    const Record customer = aRecord(
        "customer", idOf(1), {{"name", std::string{"恒通"}}, {"short_name", std::string{"通"}}});

    EXPECT_EQ(searchKeysOf(customer).pinyin, "heng tong");
}

TEST(SearchKeys, AreEmptyWhereThereIsNoName)
{
    EXPECT_EQ(searchKeysOf(Record{typeNamed("customer"), idOf(1)}), Record::SearchKeys{});
    EXPECT_EQ(searchKeysOf(Record{typeNamed("visit"), idOf(1)}), Record::SearchKeys{});
}

} // namespace
} // namespace fieldbook::rules
