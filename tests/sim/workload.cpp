#include "tests/sim/workload.h"

#include "shared/db/record_table.h"
#include "tests/sim/workload_desk.h"

#include <nlohmann/json.hpp>

#include <array>

namespace fieldbook::sim {

void Workload::someDeed(TabletHost& tablet)
{
    if (!tablet.isUp() || tablet.device() == 0) {
        return;
    }
    tablet.use([&](client::LocalStore& store) {
        Desk desk{tablet, store, store.recorder(), tablet.probe()};
        constexpr std::array deeds{
            &Workload::customers,     &Workload::customers,     &Workload::customers,
            &Workload::contacts,      &Workload::leads,         &Workload::leads,
            &Workload::visits,        &Workload::visits,        &Workload::activities,
            &Workload::orders,        &Workload::orders,        &Workload::reminders,
            &Workload::assign,        &Workload::attention,     &Workload::recycle,
            &Workload::opportunities, &Workload::opportunities, &Workload::shares,
            &Workload::shares,        &Workload::covers,        &Workload::files,
            &Workload::pool};
        (this->*deeds[dice_.below(deeds.size())])(desk);
    });
}

void Workload::done(Desk& desk, std::string_view what, const Result<void>& result)
{
    trace_.note(desk.tablet.name(), std::string{what} + (result ? "" : ": " + result.error().code));
    trace_.count(result ? "deeds" : "deeds that the rules forbid");
}

void Workload::done(Desk& desk, std::string_view what, const Result<Uuid>& result)
{
    done(desk, what, result ? Result<void>{} : fail(result.error()));
}

std::string Workload::withLine(const std::string& text)
{
    const std::string line = named("line ");
    if (text.empty()) {
        return line;
    }
    std::vector<std::size_t> ends{0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') {
            ends.push_back(i + 1);
        }
    }
    const auto at = dice_.below(ends.size() + 1);
    if (at == ends.size()) {
        return text + "\n" + line;
    }
    return text.substr(0, ends[at]) + line + "\n" + text.substr(ends[at]);
}

std::optional<Uuid> Workload::pick(Desk& desk, std::string_view type, std::string_view where)
{
    const std::string from =
        " FROM \"" + std::string{type} + "\" WHERE " + std::string{where} + " ";
    auto count = desk.look.prepare("SELECT count(*)" + from);
    const auto size = count.step() ? count.int64(0) : 0;
    if (size == 0) {
        return std::nullopt;
    }
    // Mostly the same few, so that people meet on them.
    const auto range =
        static_cast<std::uint64_t>(dice_.chance(60) ? std::min<std::int64_t>(size, 5) : size);
    auto one = desk.look.prepare("SELECT id" + from + "ORDER BY id LIMIT 1 OFFSET :n");
    one.bind(":n", static_cast<std::int64_t>(dice_.below(range)));
    return one.step() ? std::optional{one.uuid(0)} : std::nullopt;
}

std::optional<Record> Workload::record(Desk& desk, std::string_view type, const Uuid& id)
{
    return db::RecordTable::of(typeNamed(type)).find(desk.look, id);
}

void Workload::customers(Desk& desk)
{
    const auto id = pick(desk, "customer");
    const auto what = id ? dice_.below(8) : 0;
    if (what <= 1) {
        std::vector<client::FieldValue> values{{"name", named("客户")},
                                               {"kind", std::string{"organisation"}},
                                               {"phone", token()},
                                               {"profile", withLine({})}};
        if (what == 0) {
            return done(desk, "creates a customer", desk.recorder.create("customer", values));
        }
        const auto group = desk.recorder.group();
        const auto made = group->create("customer", values);
        if (made) {
            std::ignore = group->create("contact", {{"customer", *made}, {"name", named("王")}});
        }
        return done(desk, "creates a customer with a contact", group->commit());
    }
    const auto old = record(desk, "customer", *id);
    switch (what) {
    case 2:
        if (dice_.chance(40)) {
            // The server may refuse the first, never the second, and must refuse both then.
            const auto group = desk.recorder.group();
            const auto edited = group->edit(*id, {{"city", named("城")}});
            if (edited) {
                std::ignore = group->create(
                    "reminder", {{"title", named("提醒")},
                                 {"due_at", desk.tablet.clock().now() + std::chrono::hours{2}}});
            }
            return done(desk, "edits a customer and makes a reminder",
                        edited ? group->commit() : edited);
        }
        return done(desk, "edits phone and city",
                    desk.recorder.edit(*id, {{"phone", token()}, {"city", named("城")}}));
    case 3:
        return done(desk, "edits a name", desk.recorder.edit(*id, {{"name", named("客户")}}));
    case 4:
    case 5:
        return done(desk, "writes about a customer",
                    desk.recorder.edit(*id, {{"profile", withLine(old->textOf("profile"))}}));
    case 6: {
        const auto* had = std::get_if<TextSet>(&old->get("tags"));
        TextSet tags = had != nullptr ? *had : TextSet{};
        tags.push_back(token());
        std::ranges::sort(tags);
        return done(desk, "tags a customer", desk.recorder.edit(*id, {{"tags", tags}}));
    }
    default:
        return done(desk, "edits a tax number", desk.recorder.edit(*id, {{"tax_number", token()}}));
    }
}

void Workload::files(Desk& desk)
{
    if (const auto customer = pick(desk, "customer")) {
        std::string bytes = token();
        bytes.resize(1 + dice_.below(7000), 'p');
        done(desk, "takes a photo",
             desk.recorder.attach(bytes, {{"name", named("photo")},
                                          {"kind", std::string{"photo"}},
                                          {"media_type", std::string{"image/jpeg"}},
                                          {"customer", *customer}}));
    }
}

void Workload::contacts(Desk& desk)
{
    const auto id = pick(desk, "contact");
    if (id && dice_.chance(50)) {
        const auto old = record(desk, "contact", *id);
        return done(desk, "edits a contact",
                    desk.recorder.edit(
                        *id, {{"title", token()}, {"notes", withLine(old->textOf("notes"))}}));
    }
    if (const auto customer = pick(desk, "customer")) {
        done(desk, "creates a contact",
             desk.recorder.create("contact", {{"customer", *customer}, {"name", named("李")}}));
    }
}

void Workload::activities(Desk& desk)
{
    const auto customer = pick(desk, "customer");
    const auto lead = pick(desk, "lead");
    if (customer && dice_.chance(70)) {
        return done(desk, "notes a call",
                    desk.recorder.create("activity", {{"customer", *customer},
                                                      {"kind", std::string{"note"}},
                                                      {"happened_at", desk.tablet.clock().now()},
                                                      {"content", withLine({})}}));
    }
    if (lead) {
        done(desk, "notes a call to a lead",
             desk.recorder.create("activity", {{"lead", *lead},
                                               {"kind", std::string{"note"}},
                                               {"happened_at", desk.tablet.clock().now()},
                                               {"content", withLine({})}}));
    }
}

void Workload::reminders(Desk& desk)
{
    const auto now = desk.tablet.clock().now();
    const auto id = pick(desk, "reminder", "state = 'open'");
    if (!id || dice_.chance(40)) {
        std::vector<client::FieldValue> values{{"title", named("提醒")},
                                               {"due_at", now + std::chrono::hours{5}}};
        if (dice_.chance(50)) {
            values.emplace_back("recurrence", std::string{"FREQ=DAILY;COUNT=5"});
        }
        if (const auto customer = pick(desk, "customer")) {
            values.emplace_back("customer", *customer);
        }
        return done(desk, "creates a reminder", desk.recorder.create("reminder", values));
    }
    if (dice_.chance(60)) {
        return done(desk, "completes a reminder",
                    desk.recorder.act("reminder.complete", *id, "{}"));
    }
    done(desk, "snoozes a reminder",
         desk.recorder.act("reminder.snooze", *id,
                           R"({"until":")" + toRfc3339(now + std::chrono::hours{9}) + "\"}"));
}

void Workload::assign(Desk& desk)
{
    constexpr std::array<std::string_view, 3> types{"customer", "lead", "opportunity"};
    const auto type = types[dice_.below(types.size())];
    if (const auto id = pick(desk, type)) {
        const auto& to = users_[dice_.below(users_.size())];
        const auto result = desk.recorder.act(std::string{type} + ".assign", *id,
                                              R"({"owner":")" + to.text() + "\"}");
        if (result) {
            trace_.count("records given to somebody else");
        }
        done(desk, "assigns a " + std::string{type}, result);
    }
}

// Seen by somebody else for a time, and back again.
void Workload::shares(Desk& desk)
{
    const auto share = pick(desk, "share", "state = 'active'");
    if (share && dice_.chance(40)) {
        return done(desk, "ends a sharing", desk.recorder.act("share.end", *share, "{}"));
    }
    if (const auto customer = pick(desk, "customer")) {
        const auto until = desk.tablet.clock().now() + std::chrono::hours{1 + dice_.below(6)};
        const std::string some = dice_.chance(30) ? R"(,"includes":["contact","order"])" : "";
        const auto result =
            desk.recorder.act("customer.share", *customer,
                              R"({"id":")" + desk.recorder.newId().text() + R"(","user":")" +
                                  users_[dice_.below(users_.size())].text() + R"(","access":")" +
                                  (dice_.chance(60) ? "edit" : "read") + R"(","until":")" +
                                  toRfc3339(until) + '"' + some + '}');
        if (result) {
            trace_.count("customers shared");
        }
        done(desk, "shares a customer", result);
    }
}

void Workload::covers(Desk& desk)
{
    const auto cover = pick(desk, "substitution", "state = 'active'");
    if (cover && dice_.chance(60)) {
        return done(desk, "ends a leave cover",
                    desk.recorder.act("substitution.end", *cover, "{}"));
    }
    const auto now = desk.tablet.clock().now();
    const auto result = desk.recorder.act(
        "user.cover", users_[dice_.below(users_.size())],
        R"({"id":")" + desk.recorder.newId().text() + R"(","stands_in":")" +
            users_[dice_.below(users_.size())].text() +
            R"(","access":"edit","returns":true,"starts_at":")" + toRfc3339(now) +
            R"(","ends_at":")" + toRfc3339(now + std::chrono::hours{1 + dice_.below(6)}) + "\"}");
    if (result) {
        trace_.count("leave covers");
    }
    done(desk, "arranges leave cover", result);
}

// Given up to whoever comes first, or kept from that.
void Workload::pool(Desk& desk)
{
    const auto listing = pick(desk, "listing", "pooled_at IS NOT NULL AND deleted_at IS NULL");
    if (listing && dice_.chance(70)) {
        const auto result = desk.recorder.act("listing.claim", *listing, "{}");
        if (result) {
            trace_.count("customers claimed");
        }
        return done(desk, "claims a customer", result);
    }
    const auto customer = pick(desk, "customer");
    if (!customer) {
        return;
    }
    if (dice_.chance(20)) {
        return done(desk, "protects a customer",
                    desk.recorder.act("customer.protect", *customer, "{}"));
    }
    const auto result = desk.recorder.act("customer.release", *customer,
                                          nlohmann::json{{"reason", named("不做了")}}.dump());
    if (result) {
        trace_.count("customers released");
    }
    done(desk, "releases a customer", result);
}

void Workload::attention(Desk& desk)
{
    auto query = desk.look.prepare("SELECT id, kind, record FROM attention ORDER BY id LIMIT 1");
    if (!query.step()) {
        return customers(desk);
    }
    const auto item = query.int64(0);
    const bool refused = query.int64(1) == 0;
    query.reset();
    if (refused && dice_.chance(50)) {
        return done(desk, "dismisses a refusal", desk.recorder.dismiss(item));
    }
    if (refused) {
        return done(desk, "tries a refused change again", desk.recorder.retry(item, {}));
    }
    const auto detail = client::attentionDetail(desk.look, item);
    std::vector<client::Decision> decisions;
    for (const auto& field : detail->fields) {
        decisions.push_back({.field = field.field,
                             .take = dice_.chance(50) ? client::Decision::Take::Mine
                                                      : client::Decision::Take::Theirs,
                             .other = {}});
    }
    trace_.count("conflicts decided");
    done(desk, "decides a conflict", desk.recorder.decide(item, decisions));
}

void Workload::recycle(Desk& desk)
{
    constexpr std::array<std::string_view, 4> types{"customer", "contact", "visit", "opportunity"};
    const auto type = types[dice_.below(types.size())];
    if (dice_.chance(60)) {
        if (const auto id = pick(desk, type, "deleted_at IS NOT NULL")) {
            done(desk, "restores a record", desk.recorder.restore(*id));
        }
    } else if (const auto id = pick(desk, type)) {
        done(desk, "deletes a record", desk.recorder.remove(*id));
    }
}

} // namespace fieldbook::sim
