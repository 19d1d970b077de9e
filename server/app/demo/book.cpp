#include "server/app/demo/book.h"

#include "server/app/demo/words.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace fieldbook::server::demo {
namespace {

using namespace std::chrono;
using rules::RecordWrite;

const Currency cny = *Currency::parse("CNY");

struct StageShare {
    std::string_view stage;
    int winRate; // basis points
};
constexpr std::array stages{StageShare{"initial", 1000},  StageShare{"needs", 2500},
                            StageShare{"proposal", 5000}, StageShare{"negotiation", 7000},
                            StageShare{"verbal", 9000},   StageShare{"won", 10000},
                            StageShare{"lost", 0}};
constexpr std::array<std::string_view, 10> tiers{"vip",      "major",    "major",    "ordinary",
                                                 "ordinary", "ordinary", "ordinary", "small",
                                                 "small",    "small"};
constexpr std::array<std::string_view, 4> industries{"汽车销售", "汽配批发", "汽车租赁",
                                                     "维修保养"};
constexpr std::array<std::string_view, 4> roles{"decider", "user", "buyer", "influencer"};
constexpr std::array<std::string_view, 4> activityKinds{"call", "message", "mail", "note"};
constexpr std::array<std::string_view, 5> reminderKinds{"call", "quote", "payment", "promise",
                                                        "task"};

} // namespace

BookMaker::BookMaker(Timestamp now,
                     const Zone& zone,
                     Dice& dice,
                     UuidSource& ids,
                     const Catalogue& catalogue,
                     const std::function<void(Group)>& emit)
    : now_{now}, zone_{zone}, dice_{dice}, ids_{ids}, catalogue_{catalogue}, emit_{emit}
{}

void BookMaker::makeCustomer(const Salesperson& owner, std::int64_t number)
{
    customer_ = ids_.next();
    contacts_.clear();
    opportunities_.clear();
    Group group;
    addCustomer(group, owner, number);
    addContacts(group, owner);
    addOpportunities(group, owner);
    addVisits(group, owner, number);
    addActivities(group, owner);
    addOrders(group, owner);
    addReminders(group, owner, number);
    emit_(std::move(group));
}

void BookMaker::makeLeads(const Salesperson& owner)
{
    Group group;
    for (int i = 0; i < 5; ++i) {
        RecordWrite lead = begin("lead", ids_.next(), owner,
                                 workingHour(-static_cast<int>(dice_.between(1, 40)), 11));
        const City& city = dice_.pick(cities());
        const std::string name =
            std::string{dice_.pick(surnames())} + std::string{dice_.pick(givenNames())};
        lead.set("name", name);
        lead.set("company", std::string{city.zh} + std::string{dice_.pick(shopWords())} + "汽配");
        lead.set("phone", mobile());
        lead.set("source", std::string{i % 2 == 0 ? "event" : "referral"});
        lead.set("stage", std::string{i < 3 ? "new" : "contacted"});
        lead.set("interest", std::string{dice_.pick(wares()).name});
        group.push_back(std::move(lead));
    }
    emit_(std::move(group));
}

RecordWrite
BookMaker::begin(std::string_view type, const Uuid& id, const Salesperson& owner, Timestamp at)
{
    RecordWrite write;
    write.type = &typeNamed(type);
    write.id = id;
    write.create = true;
    write.set("created_at", at);
    write.set("created_by", owner.id);
    if (!write.type->ownerField.empty()) {
        write.set(write.type->ownerField, owner.id);
    }
    return write;
}

void BookMaker::addCustomer(Group& group, const Salesperson& owner, std::int64_t number)
{
    const City& city = dice_.pick(cities());
    english_ = dice_.chance(12);
    std::string name;
    if (english_) {
        name = std::string{dice_.pick(englishShops())} + ", " + std::string{city.en};
    } else {
        name = std::string{city.zh} + std::string{dice_.pick(shopWords())} +
               std::string{dice_.pick(shopKinds())};
    }
    RecordWrite customer = begin("customer", customer_, owner,
                                 workingHour(-static_cast<int>(dice_.between(60, 900)), 10));
    customer.set("name", name);
    std::array<char, 16> code{};
    std::snprintf(code.data(), code.size(), "C%05lld", static_cast<long long>(number + 1));
    customer.set("code", std::string{code.data()});
    customer.set("kind", std::string{"organisation"});
    customer.set("tier", std::string{tiers[static_cast<std::size_t>(number) % tiers.size()]});
    customer.set("status", std::string{dice_.chance(80) ? "active" : "prospect"});
    customer.set("industry", std::string{dice_.pick(std::span{industries})});
    customer.set("region", std::string{city.zh});
    customer.set("city", std::string{city.zh});
    customer.set("country", std::string{"中国"});
    customer.set("address", std::string{city.zh} + "市" + std::string{dice_.pick(streets())} + " " +
                                std::to_string(dice_.between(1, 999)) + " 号");
    customer.set("phone", std::string{city.areaCode} + "-" +
                              std::to_string(dice_.between(20'000'000, 89'999'999)));
    const auto near = [&] { return static_cast<double>(dice_.between(-80, 80)) / 1000; };
    customer.set("position", Geo{city.latitude + near(), city.longitude + near(), 20,
                                 workingHour(-30, 10), false});
    customer.set("price_list", catalogue_.priceList);
    customer.set("credit_limit", Money::fromMinor(dice_.between(5, 50) * 1'000'000, cny));
    customer.set("visit_every_days", std::int64_t{dice_.between(1, 4) * 7});
    customer.set("last_contact_at", workingHour(-static_cast<int>(dice_.between(1, 60)), 15));
    if (dice_.chance(40)) {
        customer.set("promise", std::string{dice_.pick(tasks())} + "。");
    }
    group.push_back(std::move(customer));
}

void BookMaker::addContacts(Group& group, const Salesperson& owner)
{
    const std::int64_t count = dice_.between(1, 3);
    for (std::int64_t i = 0; i < count; ++i) {
        const Uuid id = ids_.next();
        RecordWrite contact = begin("contact", id, owner, workingHour(-50, 10));
        contact.set("customer", customer_);
        contact.set("name",
                    std::string{dice_.pick(surnames())} + std::string{dice_.pick(givenNames())});
        contact.set("title", std::string{dice_.pick(jobs())});
        contact.set("role", std::string{roles[static_cast<std::size_t>(i)]});
        contact.set("phone", mobile());
        contact.set("is_primary", i == 0);
        group.push_back(std::move(contact));
        contacts_.push_back(id);
    }
}

void BookMaker::addOpportunities(Group& group, const Salesperson& owner)
{
    const std::int64_t count = dice_.chance(45) ? dice_.between(1, 2) : 0;
    for (std::int64_t i = 0; i < count; ++i) {
        const Uuid id = ids_.next();
        const auto& stage = dice_.pick(std::span{stages});
        const int age = static_cast<int>(dice_.between(3, 80));
        RecordWrite deal = begin("opportunity", id, owner, workingHour(-age, 14));
        deal.set("customer", customer_);
        deal.set("name", std::string{dice_.pick(dealNames())});
        deal.set("stage", std::string{stage.stage});
        deal.set("stage_entered_at", workingHour(-static_cast<int>(dice_.between(1, age)), 14));
        deal.set("win_rate", std::int64_t{stage.winRate});
        deal.set("amount", Money::fromMinor(dice_.between(8, 420) * 100'000, cny));
        deal.set("expected_close", Date{floor<days>(now_) + days{dice_.between(-10, 75)}});
        deal.set("source", std::string{"visit"});
        if (stage.stage == "lost") {
            deal.set("lost_reason", std::string{"价格"});
        } else if (stage.stage != "won") {
            deal.set("next_step", std::string{dice_.pick(tasks())});
            deal.set("next_step_at", workingHour(static_cast<int>(dice_.between(-2, 12)), 10));
        }
        group.push_back(std::move(deal));
        opportunities_.push_back(id);
    }
}

void BookMaker::addVisits(Group& group, const Salesperson& owner, std::int64_t number)
{
    const std::int64_t past = dice_.between(1, 5);
    for (std::int64_t i = 0; i < past; ++i) {
        const int daysAgo = static_cast<int>(dice_.between(2, 120));
        const Timestamp start = workingHour(-daysAgo, static_cast<int>(dice_.between(9, 16)));
        RecordWrite visit = begin("visit", ids_.next(), owner, start - hours{30});
        visit.set("customer", customer_);
        visit.set("kind", std::string{dice_.chance(80) ? "on_site" : "phone"});
        visit.set("state", std::string{"done"});
        visit.set("planned_at", start);
        visit.set("check_in_at", start + minutes{dice_.between(0, 12)});
        visit.set("check_in_distance", dice_.between(5, 180));
        visit.set("check_in_verdict", std::string{"inside"});
        visit.set("check_out_at", start + minutes{dice_.between(20, 75)});
        visit.set("summary", talk());
        visit.set("outcome", std::string{dice_.chance(60) ? "forward" : "none"});
        if (!contacts_.empty()) {
            visit.set("contacts", TextSet{contacts_.front().text()});
        }
        group.push_back(std::move(visit));
    }
    // Today's round of each salesperson, and the days ahead.
    if (number < 40 || dice_.chance(20)) {
        const int day =
            number < 40 ? static_cast<int>(number / 20) : static_cast<int>(dice_.between(1, 10));
        RecordWrite visit = begin("visit", ids_.next(), owner, workingHour(-3, 9));
        visit.set("customer", customer_);
        visit.set("kind", std::string{"on_site"});
        visit.set("state", std::string{"planned"});
        visit.set("planned_at", workingHour(day, 9 + static_cast<int>(number % 20) / 2,
                                            number % 2 == 0 ? 0 : 30));
        visit.set("planned_minutes", std::int64_t{45});
        visit.set("purpose", std::string{dice_.pick(tasks())});
        group.push_back(std::move(visit));
    }
}

void BookMaker::addActivities(Group& group, const Salesperson& owner)
{
    const std::int64_t count = dice_.between(1, 4);
    for (std::int64_t i = 0; i < count; ++i) {
        const Timestamp at = workingHour(-static_cast<int>(dice_.between(1, 90)),
                                         static_cast<int>(dice_.between(9, 17)));
        RecordWrite activity = begin("activity", ids_.next(), owner, at);
        activity.set("customer", customer_);
        activity.set("kind", std::string{dice_.pick(std::span{activityKinds})});
        activity.set("direction", std::string{dice_.chance(60) ? "out" : "in"});
        activity.set("happened_at", at);
        activity.set("minutes", dice_.between(2, 20));
        activity.set("content", talk());
        if (!contacts_.empty()) {
            activity.set("contact", contacts_.front());
        }
        group.push_back(std::move(activity));
    }
}

void BookMaker::addOrders(Group& group, const Salesperson& owner)
{
    const std::int64_t count = dice_.between(0, 4);
    for (std::int64_t i = 0; i < count; ++i) {
        addOrder(group, owner, static_cast<int>(dice_.between(1, 300)));
    }
}

void BookMaker::addReminders(Group& group, const Salesperson& owner, std::int64_t number)
{
    if (!dice_.chance(number < 60 ? 70 : 25)) {
        return;
    }
    const int day = static_cast<int>(dice_.between(-2, 9));
    RecordWrite reminder = begin("reminder", ids_.next(), owner, workingHour(-5, 9));
    reminder.set("title", std::string{dice_.pick(tasks())});
    reminder.set("due_at", workingHour(day, static_cast<int>(dice_.between(9, 17)), 30));
    reminder.set("time_zone", zone_.name());
    reminder.set("state", std::string{"open"});
    reminder.set("kind", std::string{dice_.pick(std::span{reminderKinds})});
    reminder.set("customer", customer_);
    if (dice_.chance(15)) {
        reminder.set("recurrence", std::string{"FREQ=MONTHLY;INTERVAL=3"});
    }
    group.push_back(std::move(reminder));
    if (dice_.chance(30)) {
        const Timestamp start = workingHour(static_cast<int>(dice_.between(0, 6)),
                                            static_cast<int>(dice_.between(9, 17)));
        RecordWrite appointment = begin("appointment", ids_.next(), owner, workingHour(-4, 9));
        appointment.set("title", std::string{dice_.pick(dealNames())});
        appointment.set("starts_at", start);
        appointment.set("ends_at", start + hours{1});
        appointment.set("time_zone", zone_.name());
        appointment.set("customer", customer_);
        appointment.set("remind_minutes_before", std::int64_t{30});
        group.push_back(std::move(appointment));
    }
}

Timestamp BookMaker::workingHour(int daysAhead, int hour, int minute) const
{
    const auto today = floor<days>(zone_.toLocal(now_));
    return zone_.toUtc(today + days{daysAhead} + hours{hour} + minutes{minute});
}

std::string BookMaker::talk()
{
    return std::string{english_ ? dice_.pick(englishTalks()) : dice_.pick(talks())};
}

std::string BookMaker::mobile()
{
    return "13" + std::to_string(dice_.between(100'000'000, 999'999'999));
}

} // namespace fieldbook::server::demo
