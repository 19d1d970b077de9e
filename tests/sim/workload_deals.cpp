#include "tests/sim/workload_desk.h"

#include <array>

// Leads, opportunities, visits and orders: what goes through acts.
namespace fieldbook::sim {
namespace {

std::string money(std::uint64_t minor)
{
    return R"({"minor":)" + std::to_string(minor) + R"(,"currency":"CNY"})";
}

Value yuan(std::uint64_t minor)
{
    return Money::fromMinor(static_cast<std::int64_t>(minor), *Currency::parse("CNY"));
}

} // namespace

void Workload::leads(Desk& desk)
{
    const auto id = pick(desk, "lead");
    if (!id || dice_.chance(30)) {
        return done(
            desk, "creates a lead",
            desk.recorder.create(
                "lead", {{"name", named("潜客")}, {"phone", token()}, {"notes", withLine({})}}));
    }
    const auto old = record(desk, "lead", *id);
    switch (dice_.below(6)) {
    case 0:
        return done(desk, "contacts a lead", desk.recorder.act("lead.contact", *id, "{}"));
    case 1:
        return done(desk, "qualifies a lead", desk.recorder.act("lead.qualify", *id, "{}"));
    case 2:
        return done(desk, "gives a lead up",
                    desk.recorder.act("lead.disqualify", *id, R"({"reason":"none"})"));
    case 3:
        return done(desk, "writes about a lead",
                    desk.recorder.edit(*id, {{"notes", withLine(old->textOf("notes"))},
                                             {"company", named("公司")}}));
    case 4:
        return done(desk, "reopens a lead", desk.recorder.act("lead.reopen", *id, "{}"));
    default:
        return convert(desk, *id);
    }
}

void Workload::convert(Desk& desk, const Uuid& lead)
{
    std::string arguments = R"({"contact_id":")" + desk.recorder.newId().text() +
                            R"(","opportunity_id":")" + desk.recorder.newId().text() +
                            R"(","opportunity_name":"deal","amount":)" + money(dice_.below(90'000));
    const auto existing = dice_.chance(30) ? pick(desk, "customer") : std::nullopt;
    arguments += existing ? R"(,"existing_customer":")" + existing->text()
                          : R"(,"customer_id":")" + desk.recorder.newId().text();
    done(desk, "converts a lead", desk.recorder.act("lead.convert", lead, arguments + "\"}"));
}

void Workload::opportunities(Desk& desk)
{
    const auto id = pick(desk, "opportunity");
    const auto customer = pick(desk, "customer");
    if (customer && (!id || dice_.chance(30))) {
        return done(desk, "creates an opportunity",
                    desk.recorder.create("opportunity", {{"customer", *customer},
                                                         {"name", named("机会")},
                                                         {"amount", yuan(dice_.below(100'000))}}));
    }
    if (!id) {
        return;
    }
    const auto old = record(desk, "opportunity", *id);
    constexpr std::array<std::string_view, 7> stages{"initial", "needs", "proposal", "negotiation",
                                                     "verbal",  "won",   "lost"};
    switch (dice_.below(4)) {
    case 0:
        return done(desk, "edits an amount",
                    desk.recorder.edit(*id, {{"amount", yuan(dice_.below(100'000))}}));
    case 1:
        return done(desk, "writes down needs",
                    desk.recorder.edit(
                        *id, {{"needs", withLine(old->textOf("needs"))}, {"next_step", token()}}));
    default:
        return done(desk, "moves an opportunity",
                    desk.recorder.act("opportunity.move", *id,
                                      R"({"stage":")" +
                                          std::string{stages[dice_.below(stages.size())]} +
                                          R"(","reason":"so","lost_reason":"price"})"));
    }
}

void Workload::visits(Desk& desk)
{
    const auto open = pick(desk, "visit", "state = 'in_progress' AND deleted_at IS NULL");
    if (open && dice_.chance(60)) {
        const auto old = record(desk, "visit", *open);
        if (dice_.chance(50)) {
            return done(desk, "writes about a visit",
                        desk.recorder.edit(*open, {{"summary", withLine(old->textOf("summary"))},
                                                   {"next_step", token()}}));
        }
        return done(desk, "checks out", desk.recorder.act("visit.check_out", *open, "{}"));
    }
    const auto planned = pick(desk, "visit", "state = 'planned' AND deleted_at IS NULL");
    if (planned && dice_.chance(60)) {
        const auto what = dice_.below(6);
        if (what == 0) {
            return done(desk, "cancels a visit",
                        desk.recorder.act("visit.cancel", *planned, R"({"reason":"rain"})"));
        }
        return done(desk, "checks in",
                    desk.recorder.act("visit.check_in", *planned,
                                      R"({"position":{"lat":39.9,"lon":116.4,"accuracy":9}})"));
    }
    if (const auto customer = pick(desk, "customer")) {
        done(desk, "plans a visit",
             desk.recorder.create(
                 "visit", {{"customer", *customer},
                           {"planned_at", desk.tablet.clock().now() + std::chrono::hours{3}},
                           {"purpose", token()}}));
    }
}

void Workload::orders(Desk& desk)
{
    const auto id = pick(desk, "order");
    if (!id || dice_.chance(50)) {
        return newOrder(desk);
    }
    const auto old = record(desk, "order", *id);
    switch (dice_.below(5)) {
    case 0:
        return done(desk, "cancels an order",
                    desk.recorder.act("order.cancel", *id, R"({"reason":"changed"})"));
    case 1:
        return done(desk, "confirms an order", desk.recorder.act("order.confirm", *id, "{}"));
    case 2:
        return done(desk, "ships an order", desk.recorder.act("order.ship", *id, "{}"));
    case 3:
        return done(desk, "submits an order",
                    desk.recorder.act("order.submit", *id, R"({"signed_by":"Wang"})"));
    default:
        return done(desk, "writes on an order",
                    desk.recorder.edit(*id, {{"notes", withLine(old->textOf("notes"))}}));
    }
}

void Workload::newOrder(Desk& desk)
{
    const auto customer = pick(desk, "customer");
    const auto product = pick(desk, "product");
    if (!customer || !product) {
        return;
    }
    const auto number = desk.recorder.nextNumber("order");
    if (!number) {
        return done(desk, "needs a number", Result<void>{fail(number.error())});
    }
    const auto group = desk.recorder.group();
    const auto order = group->create("order", {{"customer", *customer},
                                               {"number", *number},
                                               {"currency", std::string{"CNY"}},
                                               {"notes", withLine({})}});
    if (!order) {
        return done(desk, "writes an order", order);
    }
    const auto lines = 1 + dice_.below(4);
    for (std::uint64_t i = 0; i < lines; ++i) {
        std::ignore = group->create(
            "order_line", {{"order", *order},
                           {"product", *product},
                           {"position", static_cast<std::int64_t>(i + 1)},
                           {"quantity", static_cast<std::int64_t>(1'000 * (1 + dice_.below(9)))},
                           {"unit_price", yuan(dice_.below(10'000))}});
    }
    if (dice_.chance(70)) {
        std::ignore = group->act("order.submit", *order, "{}");
    }
    trace_.count("orders with lines");
    done(desk, "writes an order " + *number, group->commit());
}

} // namespace fieldbook::sim
