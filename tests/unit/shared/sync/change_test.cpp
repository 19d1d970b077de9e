#include "shared/sync/change.h"
#include "shared/sync/codec.h"

#include <gtest/gtest.h>

namespace fieldbook::sync {
namespace {

const std::string customerId = "0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b";
const std::string otherId = "0190b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5c";

std::string edit(const std::string& type, const std::string& fields)
{
    return R"({"n":18,"at":"1715678901234.2","edit":{"type":")" + type + R"(","id":")" +
           customerId + R"(","f":{)" + fields + "}}}";
}

std::string create(const std::string& type, const std::string& fields)
{
    return R"({"n":17,"at":"1715678901234.0","create":{"type":")" + type + R"(","id":")" +
           customerId + R"(","f":{)" + fields + "}}}";
}

std::string act(const std::string& inside)
{
    return R"({"n":19,"at":"1715678901234.0","act":{)" + inside + "}}";
}

std::string codeOf(const std::string& json)
{
    const auto change = parseChange(json);
    return change ? "read" : change.error().code;
}

TEST(Change, ACreateComesBackByteForByte)
{
    const std::string json = create(
        "visit", R"("customer":")" + otherId +
                     R"(","kind":"on_site","planned_at":"2026-05-14T09:12:00.000Z",)"
                     R"("planned_minutes":45,"contacts":["a","b"],"summary":"说了\n\"很多\"")");

    const auto change = parseChange(json);

    ASSERT_TRUE(change) << change.error().code << ' ' << change.error().detail;
    EXPECT_EQ(toJson(*change), json);
    EXPECT_EQ(change->type().name, "visit");
    EXPECT_EQ(change->id().text(), customerId);
    EXPECT_EQ(std::get<CreateBody>(change->body).values.size(), 6U);
}

TEST(Change, AnEditComesBackByteForByteWhateverThePolicy)
{
    for (const auto& json :
         {edit("customer", R"("phone":{"to":"138","from":"1.0.3.4","was":"139"})"),
          edit("customer", R"("phone":{"to":null,"from":"1.0.3.4"})"),
          edit("customer",
               R"("tags":{"add":["a","b"],"remove":["c"]},"more_phones":{"remove":["1"]})"),
          edit("customer", R"("name":{"to":"X","from":"1.0.3.4","settles":["2.0.1.7","3.1.2.9"]})"),
          edit("opportunity", R"("amount":{"to":{"minor":-5,"currency":"CNY"},"from":"1.0.0.0"})"),
          edit("customer", R"("position":{"to":{"lat":31.2304,"lon":121.4737,"accuracy":12.5,)"
                           R"("at":"2026-05-14T09:12:00.000Z","mocked":true},"from":"1.0.3.4"})"),
          edit("customer", R"("profile":{"to":"one\ntwo","from":"1.0.3.4","was":"one"})")}) {
        const auto change = parseChange(json);
        ASSERT_TRUE(change) << json << change.error().code << ' ' << change.error().detail;
        EXPECT_EQ(toJson(*change), json);
    }
}

TEST(Change, AnActKeepsItsArgumentsAndItsGroup)
{
    const std::string json =
        R"({"n":19,"at":"1715678901234.0","group":[17,19],"act":{"name":"order.submit","type":"order","id":")" +
        customerId + R"(","args":{"deep":[1,2.5,{"x":null}],"text":"签"}}})";

    const auto change = parseChange(json);

    ASSERT_TRUE(change) << change.error().code;
    EXPECT_EQ(toJson(*change), json);
    EXPECT_EQ(change->groupFirst, 17);
    EXPECT_EQ(change->groupLast, 19);
}

TEST(Change, WhitespaceAndOrderOfMembersDoNotMatter)
{
    const auto plain = parseChange(edit("customer", R"("phone":{"to":"1","from":"1.0.3.4"})"));
    const auto spaced = parseChange(
        "{ \"edit\" : {\"f\":{\"phone\":{\"from\":\"1.0.3.4\", \"to\":\"1\"}},\n \"id\":\"" +
        customerId + R"(","type":"customer"}, "at":"1715678901234.2", "n":18, "later":[1]})");

    ASSERT_TRUE(plain && spaced);
    EXPECT_EQ(*plain, *spaced);
}

TEST(Change, AValueThatStoodBeforeAndCannotBeReadDoesNotSpoilTheEdit)
{
    const auto change =
        parseChange(edit("customer", R"("tier":{"to":"vip","from":"1.0.3.4","was":7})"));

    ASSERT_TRUE(change);
    EXPECT_TRUE(isEmpty(std::get<EditBody>(change->body).fields[0].was));
}

TEST(Change, RefusesWhatTheDeclarationsDoNotKnow)
{
    EXPECT_EQ(codeOf(create("unicorn", "")), "change.type");
    EXPECT_EQ(codeOf(create("customer", R"("horn":1)")), "change.field");
    EXPECT_EQ(codeOf(edit("customer", R"("horn":{"to":1,"from":"1.0.3.4"})")), "change.field");
    EXPECT_EQ(codeOf(create("customer", R"("name":7)")), "field.invalid");
    EXPECT_EQ(codeOf(create("customer", R"("tier":"tsar")")), "field.choice");
    EXPECT_EQ(codeOf(create("customer", R"("name":")" + std::string(401, 'x') + '"')),
              "field.too_long");
    EXPECT_EQ(codeOf(create("customer", R"("name":"a\u0000b")")), "field.invalid");
    EXPECT_EQ(codeOf(create("visit", R"("planned_minutes":18446744073709551615)")),
              "field.invalid");
    EXPECT_EQ(codeOf(create("visit", R"("planned_at":"0000-01-01T00:00:00+01:00")")),
              "field.invalid");
}

TEST(Change, RefusesAnEditThatTheFieldsPolicyDoesNotTake)
{
    for (const auto* fields :
         {R"("credit_limit":{"to":{"minor":1,"currency":"CNY"},"from":"1.0.3.4"})", // Server
          R"("owner":{"to":null,"from":"1.0.3.4"})", // Act
          R"("tags":{"to":["a"],"from":"1.0.3.4","add":["b"]})", R"("phone":{"add":["1"]})",
          R"("phone":{"to":"1","from":"1.0.3.4","plus":1})",
          R"("phone":{"to":"1","from":"1.0.3.4","settles":["1.0.3.4"]})"}) {
        EXPECT_EQ(codeOf(edit("customer", fields)), "change.policy") << fields;
    }
    EXPECT_EQ(codeOf(create("customer", R"("credit_limit":{"minor":1,"currency":"CNY"})")),
              "change.policy");
}

TEST(Change, RefusesMalformedChanges)
{
    const std::string target = R"("type":"order","id":")" + customerId + '"';
    for (const auto& json :
         {std::string{""},
          std::string{"["},
          std::string{"[]"},
          std::string{"{}"},
          std::string{R"({"n":0,"at":"1.0","act":{"name":"x",)" + target + "}}"},
          std::string{R"({"n":9007199254740992,"at":"1.0","act":{"name":"x",)" + target + "}}"},
          std::string{R"({"n":1,"at":"x","act":{"name":"x",)" + target + "}}"},
          std::string{R"({"n":1,"at":"1.0"})"},
          std::string{R"({"n":1,"at":"1.0","act":{"name":"x",)" + target + R"(},"edit":{}})"},
          std::string{R"({"n":1,"at":"1.0","group":[2,3],"act":{"name":"x",)" + target + "}}"},
          std::string{R"({"n":1,"at":"1.0","group":[1],"act":{"name":"x",)" + target + "}}"},
          std::string{R"({"n":1,"at":"1.0","group":[1,99999],"act":{"name":"x",)" + target + "}}"},
          act(R"("name":"",)" + target),
          act(target),
          act(R"("name":"x","args":[],)" + target),
          act(R"("name":"x","type":"order","id":"7")"),
          act(R"("name":"x","type":"order","id":"00000000-0000-0000-0000-000000000000")"),
          edit("customer", ""),
          edit("customer", R"("phone":"1")"),
          edit("customer", R"("phone":{"to":"1"})"),
          edit("customer", R"("phone":{"from":"1.0.3.4"})"),
          edit("customer", R"("phone":{"to":"1","from":"1.0.3"})"),
          edit("customer", R"("tags":{})"),
          edit("customer", R"("tags":{"add":["a"],"remove":["a"]})"),
          edit("customer",
               R"("phone":{"to":"1","from":"1.0.3.4"},"phone":{"to":"1","from":"1.0.3.4"})")}) {
        EXPECT_EQ(codeOf(json), "change.malformed") << json;
    }
}

TEST(Change, RefusesNestingDeeperThanTheLimit)
{
    const std::string target = R"("name":"x","type":"order","id":")" + customerId + '"';
    const auto nested = [&](std::size_t depth) {
        return act(target + R"(,"args":{"x":)" + std::string(depth, '[') + std::string(depth, ']') +
                   "}");
    };

    EXPECT_EQ(codeOf(nested(20)), "read");
    EXPECT_EQ(codeOf(nested(40)), "change.malformed");
    EXPECT_EQ(codeOf(nested(100'000)), "change.malformed");
}

// No declared field adds up or is appended to yet; the codec is ready for one that will.
TEST(FieldEdit, SumsAndAppendsHaveTheirOwnForms)
{
    const FieldSpec visits = integer("visits").sum();
    const FieldSpec log = longText("log").append();
    auto parser = makeJsonParser();
    const auto read = [&](const FieldSpec& field, std::string_view text) {
        return readFieldEdit(field, 3, parseJson(parser, text).value_unsafe());
    };
    const auto written = [](const FieldSpec& field, const FieldEdit& edit) {
        std::string out;
        appendFieldEdit(out, field, edit);
        return out;
    };

    const auto sum = read(visits, R"({"plus":-2})");
    ASSERT_TRUE(sum);
    EXPECT_EQ(sum->plus, -2);
    EXPECT_EQ(written(visits, *sum), R"({"plus":-2})");
    const auto append = read(log, R"({"add":["second","first"]})");
    ASSERT_TRUE(append);
    EXPECT_EQ(append->add, (TextSet{"second", "first"})); // In the order they were written.
    EXPECT_EQ(written(log, *append), R"({"add":["second","first"]})");

    EXPECT_EQ(read(visits, R"({"to":3})").error().code, "change.policy");
    EXPECT_EQ(read(visits, R"({"plus":1.5})").error().code, "change.malformed");
    EXPECT_EQ(read(log, R"({"add":["x"],"remove":["y"]})").error().code, "change.policy");
}

} // namespace
} // namespace fieldbook::sync
