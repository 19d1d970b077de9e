#include "tests/golden/wire/examples.h"

#include "shared/rules/labels.h"
#include "shared/sync/merge.h"
#include "shared/sync/messages.h"

namespace fieldbook::sync::testing {
namespace {

Uuid id(std::string_view text) { return *Uuid::parse(text); }

const Uuid lina = id("0190b1c0-0000-7000-8000-000000000003");
const Uuid wangwei = id("0190b1c0-0000-7000-8000-000000000009");
const Uuid customerId = id("0190b1c2-1111-7000-8000-00000000c001");
const Uuid visitId = id("0190b1c2-2222-7000-8000-00000000f001");
const Uuid orderId = id("0190b1c2-3333-7000-8000-00000000d001");
const Uuid lineId = id("0190b1c2-3333-7000-8000-00000000e001");
const Uuid productId = id("0190b1c2-4444-7000-8000-00000000a001");
const Uuid goneId = id("0190b1c2-5555-7000-8000-00000000c002");

constexpr std::int64_t nine = 1'715'677'200'000; // 2024-05-14T09:00:00Z

Version version(std::int64_t minutes, std::int64_t device, std::int64_t change)
{
    return {{nine + minutes * 60'000, 0}, device, change};
}

Money yuan(std::int64_t minor) { return Money::fromMinor(minor, *Currency::parse("CNY")); }

// The customer as Li Na saw it in the morning.
Record seenCustomer()
{
    Record record{typeNamed("customer"), customerId};
    record.setMade(version(-60, 0, 41));
    record.set("name", std::string{"张伟商行"});
    record.set("kind", std::string{"organisation"});
    record.set("owner", lina);
    record.set("phone", std::string{"010-8888 1234"});
    record.set("tags", TextSet{"面包"});
    record.set("profile", std::string{"二十人。\n老板张伟。"});
    record.setSearchKeys({"zhang wei shang hang", "zwsh"});
    return record;
}

FieldEdit editOf(const Record& seen, std::string_view field, Value to)
{
    FieldEdit edit;
    edit.field = *seen.type().indexOf(field);
    edit.to = std::move(to);
    edit.from = seen.versionAt(edit.field);
    edit.was = seen.at(edit.field);
    return edit;
}

CreateBody create(std::string_view type,
                  const Uuid& id,
                  std::initializer_list<std::pair<std::string_view, Value>> values)
{
    CreateBody body{&typeNamed(type), id, {}};
    for (const auto& [field, value] : values) {
        body.values.emplace_back(*body.type->indexOf(field), value);
    }
    return body;
}

std::vector<Change> changesOfTheMorning()
{
    const Record seen = seenCustomer();
    FieldEdit tags;
    tags.field = *seen.type().indexOf("tags");
    tags.add = {"蛋糕"};
    EditBody edit{&seen.type(), customerId, {}};
    edit.fields = {editOf(seen, "phone", std::string{"010-8888 5678"}),
                   editOf(seen, "name", std::string{"张伟商贸有限公司"}), tags,
                   editOf(seen, "profile", std::string{"二十人。\n老板张伟。\n想要新烤箱。"})};
    std::vector<Change> changes;
    const auto add = [&](std::int64_t minutes, auto body, bool grouped) {
        const auto number = static_cast<std::int64_t>(changes.size()) + 17;
        changes.push_back({number, version(minutes, 3, number).at, grouped ? 19 : 0,
                           grouped ? 21 : 0, std::move(body)});
    };
    add(10,
        create("visit", visitId,
               {{"customer", customerId},
                {"kind", std::string{"on_site"}},
                {"planned_at", fromMillis(nine + 30 * 60'000)}}),
        false);
    add(20, std::move(edit), false);
    add(30,
        create("order", orderId,
               {{"customer", customerId},
                {"number", std::string{"SO-2405-A7-0001"}},
                {"ordered_on", *parseIsoDate("2024-05-14")},
                {"currency", std::string{"CNY"}}}),
        true);
    add(30,
        create("order_line", lineId,
               {{"order", orderId},
                {"product", productId},
                {"position", std::int64_t{1}},
                {"quantity", std::int64_t{2500}},
                {"unit_price", yuan(1990)}}),
        true);
    add(30, ActBody{"order.submit", &typeNamed("order"), orderId, "{}"}, true);
    add(40,
        ActBody{"visit.check_in", &typeNamed("visit"), visitId,
                R"({"position":{"lat":39.9087,"lon":116.4605,"accuracy":12}})"},
        false);
    return changes;
}

// What Wang Wei of device 9 did to the same customer, and what the server has made of both.
MergeResult mergedCustomer(const Change& change)
{
    const Record seen = seenCustomer();
    EditBody theirs{&seen.type(), customerId, {}};
    theirs.fields = {editOf(seen, "phone", std::string{"139 0013 9000"}),
                     editOf(seen, "name", std::string{"张伟食品"}),
                     editOf(seen, "profile", std::string{"三十人。\n老板张伟。"})};
    const Record standing = mergeEdit(seen, theirs, {version(25, 9, 204), wangwei}).record;
    MergeResult merged =
        mergeEdit(standing, std::get<EditBody>(change.body), {{change.at, 3, change.number}, lina});
    merged.record.setSearchKeys({"zhang wei shi pin", "zwsp"});
    for (FieldReceipt& field : merged.fields) {
        field.theirAuthor = wangwei;
    }
    return merged;
}

std::string replyOf(const std::vector<Change>& changes)
{
    PushReply reply{changes.back().number, fromMillis(nine + 45 * 60'000 + 123), {}};
    for (const Change& change : changes) {
        Receipt receipt;
        receipt.number = change.number;
        receipt.sequence = change.number < 19 ? 974 + change.number : 993;
        reply.receipts.push_back(receipt);
    }
    Receipt& merged = reply.receipts[1];
    merged.outcome = Outcome::Merged;
    merged.type = &typeNamed("customer");
    merged.fields = mergedCustomer(changes[1]).fields;
    Receipt& refused = reply.receipts[5];
    refused.outcome = Outcome::Refused;
    refused.code = "visit.another_open";
    const Label reason = rules::textFor(refused.code);
    refused.reasonEn = reason.en;
    refused.reasonZh = reason.zh;
    return toJson(reply);
}

std::string pageOf(const std::vector<Change>& changes)
{
    Record visit{typeNamed("visit"), visitId};
    visit.setMade({changes[0].at, 3, 17});
    visit.set("customer", customerId);
    visit.set("owner", lina);
    visit.set("kind", std::string{"on_site"});
    visit.set("state", std::string{"planned"});
    visit.set("planned_at", fromMillis(nine + 30 * 60'000));
    visit.set("created_at", fromMillis(changes[0].at.millis));
    visit.set("created_by", lina);
    PageWriter page;
    page.add(visit.document());
    page.add(mergedCustomer(changes[1]).record.document());
    page.leave(goneId);
    return std::move(page).finish({.cursor = "AZCxwAAAcACAAAAAAAAAAwFj4Qc",
                                   .upTo = 993,
                                   .complete = true,
                                   .last = 22,
                                   .serverTime = fromMillis(nine + 45 * 60'000 + 456)});
}

} // namespace

std::vector<WireExample> wireExamples()
{
    const auto changes = changesOfTheMorning();
    std::vector<std::string> texts;
    for (const Change& change : changes) {
        texts.push_back(toJson(change));
    }
    EditBody pick{&typeNamed("customer"), customerId, {}};
    const Record standing = mergedCustomer(changes[1]).record;
    pick.fields = {editOf(standing, "name", std::string{"张伟商贸有限公司"})};
    pick.fields[0].settles = {{changes[1].at, 3, 18}};
    const Change settle{23, version(60, 3, 23).at, 0, 0, pick};
    return {{"push", makePush(3, 16, {std::vector<std::string_view>{texts.begin(), texts.end()}})},
            {"push_reply", replyOf(changes)},
            {"page", pageOf(changes)},
            {"settle", toJson(settle)}};
}

} // namespace fieldbook::sync::testing
