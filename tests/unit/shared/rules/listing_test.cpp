#include "shared/rules/access.h"
#include "shared/rules/board.h"
#include "shared/rules/directory.h"
#include "shared/rules/identity.h"
#include "shared/rules/listing.h"
#include "tests/support/boards.h"
#include "tests/support/people.h"

#include <gtest/gtest.h>

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::idOf;

Value words(std::string_view text) { return std::string{text}; }

SecretKey keyOf(std::uint8_t seed)
{
    return *SecretKey::fromBytes(std::vector<std::uint8_t>(SecretKey::size, seed));
}

Record aCustomer()
{
    return aRecord("customer", idOf(50),
                   {{"name", words("杭州西湖汽配")},
                    {"kind", words("organisation")},
                    {"phone", words("138 0013 8000")},
                    {"owner", idOf(11)},
                    {"city", words("杭州")}});
}

Record listed(const Record& customer, const CustomerRules& rules)
{
    Record listing{typeNamed("listing"), listingId(customer.id())};
    applyTo(listing, listingOf(customer, nullptr, rules));
    return listing;
}

TEST(Listing, ShowsNothingButAMaskedNameAndWhoseItIs)
{
    CustomerRules rules;
    rules.indexKey = keyOf(1);

    const auto document = listed(aCustomer(), rules).document();

    EXPECT_EQ(document.find("西湖"), std::string::npos);
    EXPECT_EQ(document.find("138 0013"), std::string::npos);
    EXPECT_EQ(document.find("13800138"), std::string::npos);
    EXPECT_EQ(listed(aCustomer(), rules).textOf("name"), "杭州***");
    EXPECT_TRUE(isEmpty(listed(aCustomer(), rules).get("city")));
}

TEST(Listing, InThePoolShowsWhatIsNotHiddenAndNeverThePhone)
{
    CustomerRules rules;
    rules.indexKey = keyOf(1);
    rules.poolHides = {"name"};
    Record pooled = aCustomer();
    pooled.set("owner", Value{});
    pooled.set("pooled_at", fromMillis(1'000));

    const Record listing = listed(pooled, rules);

    EXPECT_EQ(listing.textOf("city"), "杭州");
    EXPECT_EQ(listing.textOf("name"), "杭州***");
    EXPECT_EQ(listing.document().find("13800"), std::string::npos);
    rules.poolHides = {"city"};
    EXPECT_EQ(listed(pooled, rules).textOf("name"), "杭州西湖汽配");
    EXPECT_TRUE(isEmpty(listed(pooled, rules).get("city")));
}

TEST(Listing, KeysAgreeHoweverItIsTypedAndDifferBetweenCompanies)
{
    const auto mine = listingKeys("张伟", {"138 0013 8000"}, "11010519491231002x", keyOf(1));
    const auto typed = listingKeys("章伟", {"+86 13800138000"}, "１1010519491231002X", keyOf(1));
    const auto theirs = listingKeys("张伟", {"138 0013 8000"}, "11010519491231002X", keyOf(2));

    EXPECT_EQ(mine.phones, typed.phones);
    EXPECT_EQ(mine.sound, typed.sound);
    EXPECT_NE(mine.name, typed.name);
    EXPECT_EQ(mine.idNumber, typed.idNumber);
    EXPECT_NE(mine.phones, theirs.phones);
    EXPECT_EQ(mine.phones.front().size(), 6u);
    EXPECT_TRUE(listingKeys("", {"12"}, "", keyOf(1)).phones.empty());
}

TEST(Listing, WritesNothingThatIsSoAlready)
{
    CustomerRules rules;
    rules.indexKey = keyOf(1);
    const Record listing = listed(aCustomer(), rules);

    EXPECT_TRUE(listingOf(aCustomer(), &listing, rules).values.empty());
}

TEST(Listing, StandsInTheFeedOfItsBoardAlone)
{
    const testing::TwoBoards company;
    const auto records = company.records("salesperson");
    OverlayWorld world;
    for (const Record& record : records) {
        world.put(record);
    }
    const Directory directory{records};
    Record customer = aRecord("customer", idOf(50), {{"owner", company.westSeller}});
    world.put(customer);
    const Record listing = aRecord("listing", idOf(51), {{"customer", idOf(50)}});
    const auto sees = [&](const Uuid& user) {
        const auto facts = factsOf(listing, world, directory);
        const auto actor = *directory.actorFor(user);
        const bool may = maySee(actor, listing.type(), facts);
        EXPECT_EQ(may, standsIn(subscriptionsOf(actor), feedsOf(listing.type(), facts)));
        return may;
    };

    EXPECT_EQ(factsOf(listing, world), factsOf(listing, world, directory));
    EXPECT_EQ(feedsOf(listing.type(), factsOf(listing, world)),
              std::vector<FeedName>{boardFeed(company.first)});
    EXPECT_TRUE(sees(company.eastSeller));
    EXPECT_FALSE(sees(company.northSeller));
    // In the pool it stays the board's.
    customer.set("owner", Value{});
    customer.set("pool", company.first);
    world.put(customer);
    EXPECT_TRUE(sees(company.eastSeller));
    EXPECT_FALSE(sees(company.northSeller));
    EXPECT_EQ(feedsOf(customer.type(), factsOf(customer, world)),
              std::vector<FeedName>{"t:" + company.first.text()});
}

TEST(Identity, OfAResidentHasItsCheckCharacter)
{
    EXPECT_TRUE(isResidentId("11010519491231002X"));
    EXPECT_TRUE(isResidentId("440524188001010014"));
    EXPECT_FALSE(isResidentId("110105194912310021"));
    EXPECT_FALSE(isResidentId("11010519491331002X"));
    EXPECT_FALSE(isResidentId("1101051949123100X2"));
    EXPECT_FALSE(isResidentId("11010519491231002"));
    EXPECT_FALSE(isResidentId(""));
    EXPECT_EQ(plainIdNumber(" １1010519491231002x "), "11010519491231002X");
}

} // namespace
} // namespace fieldbook::rules
