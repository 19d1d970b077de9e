#include "shared/rules/validation.h"
#include "tests/support/people.h"

#include <gtest/gtest.h>

namespace fieldbook::rules {
namespace {

using testing::aRecord;
using testing::idOf;

class Validation : public ::testing::Test {
protected:
    OverlayWorld world;

    static Value words(std::string_view text) { return std::string{text}; }
    static Value money(std::int64_t minor, std::string_view currency = "CNY")
    {
        return Money::fromMinor(minor, *Currency::parse(currency));
    }

    std::string codeOf(const Record& record)
    {
        const auto valid = validate(record, world);
        return valid ? "" : valid.error().code;
    }

    static Record with(Record record, std::string_view field, Value value)
    {
        record.set(field, std::move(value));
        return record;
    }

    Record order = aRecord("order",
                           idOf(1),
                           {{"customer", idOf(2)},
                            {"number", words("SO-1")},
                            {"state", words("draft")},
                            {"currency", words("CNY")}});
    Record line = aRecord("order_line",
                          idOf(3),
                          {{"order", idOf(1)},
                           {"product", idOf(4)},
                           {"quantity", std::int64_t{1'000}},
                           {"unit_price", money(100)}});
    Record appointment = aRecord(
        "appointment",
        idOf(5),
        {{"title", words("x")}, {"starts_at", fromMillis(1'000)}, {"ends_at", fromMillis(2'000)}});

    void SetUp() override { world.put(order); }
};

TEST_F(Validation, PassesWhatIsRight)
{
    EXPECT_EQ(codeOf(order), "");
    EXPECT_EQ(codeOf(line), "");
    EXPECT_EQ(codeOf(appointment), "");
    EXPECT_EQ(codeOf(with(appointment, "ends_at", fromMillis(1'000))), "");
}

TEST_F(Validation, ARequiredFieldMayNotBeEmptied)
{
    EXPECT_EQ(codeOf(with(order, "number", {})), "field.required");
    EXPECT_EQ(codeOf(with(appointment, "ends_at", {})), "field.required");
}

TEST_F(Validation, NumbersStayInTheirRanges)
{
    EXPECT_EQ(codeOf(with(order, "discount", std::int64_t{10'001})), "discount.range");
    EXPECT_EQ(codeOf(with(order, "discount", std::int64_t{10'000})), "");
    EXPECT_EQ(codeOf(with(order, "freight", money(-1))), "money.negative");
    EXPECT_EQ(codeOf(with(order, "line_count", std::int64_t{-1})), "number.negative");
    EXPECT_EQ(codeOf(with(line, "quantity", std::int64_t{0})), "quantity.range");
    EXPECT_EQ(codeOf(with(line, "tax_rate", std::int64_t{-1})), "tax.range");
    EXPECT_EQ(codeOf(with(line, "order", Uuid{})), "reference.nil");
    EXPECT_EQ(
        codeOf(aRecord(
            "opportunity", idOf(9),
            {{"customer", idOf(2)}, {"name", words("x")}, {"win_rate", std::int64_t{20'000}}})),
        "percent.range");
}

TEST_F(Validation, AnOrderHasOneCurrency)
{
    EXPECT_EQ(codeOf(with(order, "currency", words("yuan"))), "currency.unknown");
    EXPECT_EQ(codeOf(with(order, "freight", money(1, "USD"))), "order.currency_mixed");
    EXPECT_EQ(codeOf(with(line, "unit_price", money(1, "USD"))), "order.currency_mixed");
}

TEST_F(Validation, AnAppointmentEndsAfterItStarts)
{
    EXPECT_EQ(codeOf(with(appointment, "ends_at", fromMillis(999))),
              "appointment.ends_before_start");
}

TEST_F(Validation, RepetitionsAndZonesAreKnown)
{
    EXPECT_EQ(codeOf(with(appointment, "recurrence", words("FREQ=WEEKLY;BYDAY=MO"))), "");
    EXPECT_EQ(codeOf(with(appointment, "recurrence", words("every monday"))),
              "recurrence.malformed");
    EXPECT_EQ(codeOf(with(appointment, "time_zone", words("Asia/Shanghai"))), "");
    EXPECT_EQ(codeOf(with(appointment, "time_zone", words("Moon/Crater"))), "zone.unknown");
    EXPECT_EQ(codeOf(with(appointment, "except_on", TextSet{"2026-05-14"})), "");
    EXPECT_EQ(codeOf(with(appointment, "except_on", TextSet{"tomorrow"})), "appointment.except_on");
    EXPECT_EQ(codeOf(aRecord("reminder", idOf(9),
                             {{"title", words("x")},
                              {"due_at", fromMillis(1)},
                              {"recurrence", words("FREQ=HOURLY")}})),
              "recurrence.unsupported");
}

TEST_F(Validation, AFileIsKnownByItsDigest)
{
    const Record file = aRecord("attachment", idOf(6),
                                {{"name", words("a.jpg")},
                                 {"kind", words("photo")},
                                 {"media_type", words("image/jpeg")},
                                 {"size", std::int64_t{10}},
                                 {"sha256", std::string(64, 'a')}});

    EXPECT_EQ(codeOf(file), "");
    EXPECT_EQ(codeOf(with(file, "sha256", std::string(64, 'A'))), "attachment.sha256");
    EXPECT_EQ(codeOf(with(file, "sha256", std::string(63, 'a'))), "attachment.sha256");
}

TEST_F(Validation, AnOrderThatIsNoDraftIsLocked)
{
    const auto editable = [&](const Record& record, std::string_view field) {
        const std::size_t index = *record.type().indexOf(field);
        const auto result = checkEditable(record, std::array{index}, world);
        return result ? "" : result.error().code;
    };

    EXPECT_EQ(editable(order, "discount"), "");
    EXPECT_EQ(editable(line, "quantity"), "");
    order.set("state", words("submitted"));
    world.put(order);
    EXPECT_EQ(editable(order, "discount"), "order.locked");
    EXPECT_EQ(editable(order, "deleted_at"), "order.locked");
    EXPECT_EQ(editable(order, "notes"), "");
    EXPECT_EQ(editable(line, "quantity"), "order.locked");
}

TEST_F(Validation, WhatLiesInTheRecycleBinIsFirstRestored)
{
    appointment.set("deleted_at", fromMillis(5));
    const std::size_t title = *appointment.type().indexOf("title");
    const std::size_t deleted = *appointment.type().indexOf("deleted_at");

    const auto edited = checkEditable(appointment, std::array{title}, world);

    ASSERT_FALSE(edited);
    EXPECT_EQ(edited.error().code, "record.deleted");
    EXPECT_TRUE(checkEditable(appointment, std::array{deleted, title}, world));
}

} // namespace
} // namespace fieldbook::rules
