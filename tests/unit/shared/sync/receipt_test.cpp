#include "shared/sync/receipt.h"

#include <gtest/gtest.h>

namespace fieldbook::sync {
namespace {

TEST(Receipt, ComesBackByteForByte)
{
    for (
        const std::string json :
        {R"({"n":17,"outcome":"applied","seq":991})",
         R"({"n":18,"outcome":"merged","seq":992,"type":"opportunity","fields":[)"
         R"({"field":"amount","outcome":"asked","mine":{"minor":5,"currency":"CNY"},)"
         R"("theirs":{"minor":7,"currency":"CNY"},"result":{"minor":7,"currency":"CNY"},)"
         R"("by":"0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b","v":"1.0.2.9"},)"
         R"({"field":"next_step","outcome":"won","mine":"call"}]})",
         R"({"n":19,"outcome":"refused","seq":992,"code":"order.empty","reason":{"en":"An \"empty\" order","zh":"空单"}})"}) {
        const auto receipt = parseReceipt(json);
        ASSERT_TRUE(receipt) << json;
        EXPECT_EQ(toJson(*receipt), json);
    }
}

TEST(Receipt, WhatANewerServerAddsIsPassedOver)
{
    const auto receipt = parseReceipt(
        R"({"n":18,"outcome":"merged","seq":992,"type":"customer","colour":1,"fields":[)"
        R"({"field":"aura","outcome":"won","mine":1},{"field":"phone","outcome":"transmuted"},)"
        R"({"field":"tier","outcome":"lost","mine":"emperor"}]})");

    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->outcome, Outcome::Merged);
    ASSERT_EQ(receipt->fields.size(), 1U);
    EXPECT_EQ(receipt->fields[0].mine, Value{std::string{"emperor"}});
}

TEST(Receipt, AnUnknownTypeCostsOnlyTheDetails)
{
    const auto receipt = parseReceipt(
        R"({"n":18,"outcome":"merged","seq":992,"type":"unicorn","fields":[{"field":"horn","outcome":"won"}]})");

    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->number, 18);
    EXPECT_TRUE(receipt->fields.empty());
}

TEST(Receipt, RefusesWhatHasNoNumberOutcomeOrSequence)
{
    for (const auto* json :
         {"", "[]", R"({"outcome":"applied","seq":1})", R"({"n":1,"seq":1})",
          R"({"n":1,"outcome":"applied"})", R"({"n":1,"outcome":"lost","seq":1})",
          R"({"n":0,"outcome":"applied","seq":1})", R"({"n":1,"outcome":"applied","seq":-1})"}) {
        const auto receipt = parseReceipt(json);
        ASSERT_FALSE(receipt) << json;
        EXPECT_EQ(receipt.error().code, "receipt.malformed");
    }
}

} // namespace
} // namespace fieldbook::sync
