#include "shared/rules/listing.h"
#include "shared/rules/pool.h"
#include "tests/unit/shared/rules/acts_fixture.h"

namespace fieldbook::rules {
namespace {

using testing::idOf;

class PoolActs : public ActsTest {
protected:
    Uuid listing = listingId(customer);

    void SetUp() override
    {
        ActsTest::SetUp();
        settings({});
    }
    void settings(Fields fields)
    {
        put("customer_rules", customerRulesId(), fields);
        Record made = get(customerRulesId());
        made.set("index_key", std::string(64, 'a'));
        world.put(made);
    }

    std::string release(const Uuid& by)
    {
        return codeOf(actOn(customer, by, "customer.release", R"({"reason":"不做了"})"));
    }
    // As the server would list it.
    void list()
    {
        auto write = listingOf(get(customer), world.laid(listing), CustomerRules::of(world));
        if (!write.values.empty()) {
            world.apply(write);
        }
    }
    std::string claim(const Uuid& by)
    {
        list();
        return codeOf(actOn(listing, by, "listing.claim"));
    }
    [[nodiscard]] Value daysFromNine(int days) const { return nine + std::chrono::days{days}; }
};

TEST_F(PoolActs, WhatIsReleasedIsNobodysAndWhatWasPlannedThereIsOff)
{
    put("reminder", idOf(61),
        {{"customer", customer}, {"owner", company.ming}, {"state", words("open")}});
    put("visit", idOf(62),
        {{"customer", customer}, {"owner", company.ming}, {"state", words("planned")}});
    put("opportunity", idOf(63),
        {{"customer", customer}, {"owner", company.ming}, {"stage", words("needs")}});
    put("share", idOf(64),
        {{"customer", customer}, {"user", company.ana}, {"state", words("active")}});

    ASSERT_EQ(release(company.ming), "");

    EXPECT_EQ(text(idOf(64), "state"), "ended");
    EXPECT_TRUE(isEmpty(get(customer, "owner")));
    EXPECT_EQ(get(customer, "former_owner"), Value{company.ming});
    EXPECT_EQ(text(customer, "pool_reason"), "不做了");
    EXPECT_EQ(text(idOf(61), "state"), "cancelled");
    EXPECT_EQ(text(idOf(62), "state"), "cancelled");
    EXPECT_TRUE(isEmpty(get(idOf(63), "owner")));
    EXPECT_EQ(codeOf(actOn(customer, company.ana, "customer.release", R"({"reason":"x"})")),
              "access.denied");
}

TEST_F(PoolActs, AreForWhoeverIsResponsibleAndNotForThoseWithWhomItIsShared)
{
    put("share", idOf(64),
        {{"customer", customer},
         {"user", company.ana},
         {"access", words("edit")},
         {"state", words("active")},
         {"until", daysFromNine(9)}});

    EXPECT_EQ(release(company.ana), "access.denied");
    EXPECT_EQ(codeOf(actOn(customer, company.ana, "customer.protect")), "access.denied");
    EXPECT_EQ(codeOf(actOn(customer, company.ana, "customer.unprotect")), "access.denied");
    EXPECT_EQ(get(customer, "owner"), Value{company.ming});
}

TEST_F(PoolActs, ACompanyWithoutSettingsHasNoPool)
{
    put("customer_rules", customerRulesId(), {});

    EXPECT_EQ(release(company.ming), "pool.off");
    EXPECT_EQ(get(customer, "owner"), Value{company.ming});
}

TEST_F(PoolActs, WhatIsHiddenIsAFieldOfListings)
{
    const auto hide = [&](const char* names) {
        return codeOf(actOn(customerRulesId(), company.gao, "customer_rules.set",
                            std::string{R"({"pool_hides":[)"} + names + "]}"));
    };

    EXPECT_EQ(hide(R"("name","city")"), "");
    EXPECT_EQ(hide(R"(" city")"), "field.invalid");
}

TEST_F(PoolActs, WhatHasChangedHandsMeanwhileIsNotReleased)
{
    const std::string stale = R"({"reason":"x","from":")" + company.ana.text() + "\"}";

    EXPECT_EQ(codeOf(actOn(customer, company.ming, "customer.release", stale)), "assign.changed");
    EXPECT_EQ(get(customer, "owner"), Value{company.ming});
}

TEST_F(PoolActs, WhoClaimsFirstGetsItWithItsOpenDeals)
{
    put("opportunity", idOf(63),
        {{"customer", customer}, {"owner", company.ming}, {"stage", words("needs")}});
    ASSERT_EQ(release(company.ming), "");

    ASSERT_EQ(claim(company.ana), "");

    EXPECT_EQ(get(customer, "owner"), Value{company.ana});
    EXPECT_TRUE(isEmpty(get(customer, "pooled_at")));
    EXPECT_EQ(get(idOf(63), "owner"), Value{company.ana});
    EXPECT_EQ(claim(company.ming), "claim.taken");
    EXPECT_EQ(claim(company.ana), "") << "once more, as from another tablet";
}

TEST_F(PoolActs, AClaimOnATabletThatLacksTheCustomerIsAWish)
{
    OverlayWorld tablet = company.world();
    Record pooled =
        testing::aRecord("listing", listing, {{"customer", customer}, {"pooled_at", nine}});
    tablet.put(pooled);

    const auto writes = runAct(call(company.ana, "listing.claim", "{}", listing, nine), tablet);

    ASSERT_TRUE(writes);
    ASSERT_EQ(writes->size(), 1u);
    EXPECT_EQ(*writes->front().find("claimed_by"), Value{company.ana});
}

TEST_F(PoolActs, LimitsAndCoolDownsHold)
{
    settings({{"former_owner_days", std::int64_t{30}},
              {"new_days", std::int64_t{0}},
              {"max_owned", std::int64_t{1}},
              {"claims_per_day", std::int64_t{1}}});
    ASSERT_EQ(release(company.ming), "");
    EXPECT_EQ(claim(company.ming), "claim.cooldown");

    put("customer", idOf(70), {{"owner", company.ana}});
    EXPECT_EQ(claim(company.ana), "claim.capacity");

    put("customer", idOf(70), {{"owner", company.chen}});
    put("ownership_change", idOf(71),
        {{"to", company.ana}, {"kind", words("claimed")}, {"created_at", nine}});
    EXPECT_EQ(claim(company.ana), "claim.daily_limit");

    put("ownership_change", idOf(71),
        {{"to", company.ana}, {"kind", words("claimed")}, {"created_at", daysFromNine(-1)}});
    EXPECT_EQ(claim(company.ana), "");
}

TEST_F(PoolActs, WhatHasJustComeIntoThePoolWaits)
{
    settings({{"new_days", std::int64_t{3}}});
    ASSERT_EQ(release(company.ming), "");

    EXPECT_EQ(claim(company.ana), "claim.new");
}

TEST_F(PoolActs, ProtectionKeepsFromThePoolWithinItsLimits)
{
    EXPECT_EQ(codeOf(actOn(customer, company.ming, "customer.protect")), "protect.off");
    settings({{"protect_days", std::int64_t{60}},
              {"max_protected", std::int64_t{1}},
              {"pool_after_days", std::int64_t{10}}});
    EXPECT_EQ(
        codeOf(actOn(customer, company.ming, "customer.protect", R"({"until":"2036-01-01"})")),
        "protect.too_long");

    ASSERT_EQ(codeOf(actOn(customer, company.ming, "customer.protect")), "");

    EXPECT_EQ(release(company.ming), "pool.protected");
    EXPECT_GT(*returnsAt(get(customer), CustomerRules::of(world)), nine + std::chrono::days{59});
    put("customer", idOf(70), {{"owner", company.ming}});
    EXPECT_EQ(codeOf(actOn(idOf(70), company.ming, "customer.protect")), "protect.capacity");
    ASSERT_EQ(codeOf(actOn(customer, company.ming, "customer.unprotect")), "");
    EXPECT_EQ(release(company.ming), "");
}

TEST_F(PoolActs, ACustomerNobodyFollowsUpReturnsAfterItsTime)
{
    settings({{"pool_after_days", std::int64_t{10}}, {"pool_spares_active", true}});
    Record idle = get(customer);
    idle.set("last_contact_at", nine);

    EXPECT_EQ(returnsAt(idle, CustomerRules::of(world)), nine + std::chrono::days{10});
    idle.set("status", words("active"));
    EXPECT_FALSE(returnsAt(idle, CustomerRules::of(world)));
    settings({});
    EXPECT_FALSE(returnsAt(idle, CustomerRules::of(world)));
}

TEST_F(PoolActs, WhatIsGivenOutOfThePoolIsInItNoMore)
{
    ASSERT_EQ(release(company.ming), "");

    ASSERT_EQ(codeOf(actOn(customer, company.zhao, "customer.assign",
                           R"({"owner":")" + company.ana.text() + "\"}")),
              "");

    EXPECT_EQ(get(customer, "owner"), Value{company.ana});
    EXPECT_TRUE(isEmpty(get(customer, "pooled_at")));
}

TEST_F(PoolActs, SettingsAreForWhoAnswersForTheCompany)
{
    settings({{"claims_per_day", std::int64_t{5}}});
    const auto change = [&](const Uuid& by) {
        return codeOf(
            actOn(customerRulesId(), by, "customer_rules.set", R"({"pool_after_days":31})"));
    };

    EXPECT_EQ(change(company.ming), "access.manager_only");
    EXPECT_EQ(change(company.zhou), "access.manager_only");
    EXPECT_EQ(change(company.gao), "");

    EXPECT_EQ(CustomerRules::of(world).poolAfter, std::chrono::days{31});
    EXPECT_EQ(CustomerRules::of(world).claimsPerDay, 5u);
}

} // namespace
} // namespace fieldbook::rules
