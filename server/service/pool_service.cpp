#include "server/service/pool_service.h"

#include "server/service/decider.h"
#include "shared/base/derived_id.h"
#include "shared/base/encoding.h"
#include "shared/rules/listing.h"
#include "shared/rules/pool.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

// Listings written in one commit.
constexpr std::size_t listingsTogether = 500;
constexpr std::string_view warningKind = "pool";
constexpr std::array<std::string_view, 1> openReminders{"open"};

Result<rules::Actor> server(Commit& commit) { return deciderFor(commit.directory(), {}); }

template <class Visit>
void forEachCustomer(StoreView& view, Visit visit)
{
    view.forEachDocument(typeNamed("customer"), [&](std::string_view document) {
        if (const auto customer = Record::parse(document)) {
            visit(*customer);
        }
    });
}

Uuid warningId(const Record& customer, Timestamp deadline)
{
    return derivedId({"pool warning", customer.id().text(), toRfc3339(deadline)});
}

rules::RecordWrite warningOf(const Record& customer,
                             Timestamp deadline,
                             Timestamp now,
                             const rules::CustomerRules& rules)
{
    rules::RecordWrite write{&typeNamed("reminder"), warningId(customer, deadline), true, {}};
    write.set("title", customer.get("name"));
    write.set("owner", customer.get("owner"));
    write.set("customer", customer.id());
    write.set("kind", std::string{warningKind});
    write.set("state", std::string{"open"});
    write.set("due_at", std::max(now, deadline - rules.poolWarning));
    write.set("created_at", now);
    return write;
}

// The warning that has to stand, and those of a deadline that has moved: what is to be changed.
struct Warnings {
    std::vector<ServerChange> changes;
    bool warns = false;
};
Warnings warningsOf(const Record& customer,
                    const rules::CustomerRules& rules,
                    const rules::World& world,
                    Timestamp now)
{
    const auto deadline = rules::returnsAt(customer, rules);
    const bool isSoon = deadline && *deadline > now && *deadline <= now + rules.poolWarning;
    const Uuid kept = isSoon ? warningId(customer, *deadline) : Uuid{};
    Warnings warnings;
    for (const Record& reminder : world.referringIn(typeNamed("reminder"), "customer",
                                                    customer.id(), "state", openReminders)) {
        const bool isOurs = isEmpty(reminder.get("created_by"));
        if (isOurs && reminder.textOf("kind") == warningKind && reminder.id() != kept) {
            rules::RecordWrite write{&reminder.type(), reminder.id(), false, {}};
            write.set("state", std::string{"cancelled"});
            warnings.changes.emplace_back(std::move(write));
        }
    }
    warnings.warns = isSoon && !world.find(kept);
    if (warnings.warns) {
        warnings.changes.emplace_back(warningOf(customer, *deadline, now, rules));
    }
    return warnings;
}

// What the customer's listing has to be; empty if it is.
rules::RecordWrite
listingDue(const Record& customer, const rules::CustomerRules& rules, const rules::World& world)
{
    const auto standing = world.find(rules::listingId(customer.id()));
    return rules::listingOf(customer, standing ? &*standing : nullptr, rules);
}

} // namespace

Result<void> PoolService::establish()
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        if (commit.world().find(rules::customerRulesId())) {
            return {};
        }
        const auto& type = typeNamed("customer_rules");
        rules::RecordWrite write{&type, rules::customerRulesId(), true, {}};
        write.set("index_key", toHex(SecretKey::random(entropy_).bytes()));
        write.set("pool_hides", TextSet{"name"});
        write.set("created_at", clock_.now());
        const std::array<ServerChange, 1> made{std::move(write)};
        const auto done = changes_.applyGroup(commit, *server(commit), made);
        return done ? Result<void>{} : fail(done.error());
    });
}

std::optional<Record> PoolService::settings()
{
    const auto view = store_.read();
    return StoreWorld{*view}.find(rules::customerRulesId());
}

Result<void> PoolService::change(const Uuid& by, std::string_view arguments)
{
    if (auto there = establish(); !there) {
        return there;
    }
    return commits_.run([&](Commit& commit) -> Result<void> {
        const auto actor = deciderFor(commit.directory(), by);
        if (!actor) {
            return fail(actor.error());
        }
        const std::array<ServerChange, 1> act{sync::ActBody{.name = "customer_rules.set",
                                                            .type = &typeNamed("customer_rules"),
                                                            .id = rules::customerRulesId(),
                                                            .arguments = std::string{arguments}}};
        const auto done = changes_.applyGroup(commit, *actor, act);
        return done ? Result<void>{} : fail(done.error());
    });
}

std::vector<PooledCustomer> PoolService::list()
{
    std::vector<PooledCustomer> pooled;
    const auto view = store_.read();
    forEachCustomer(*view, [&](const Record& customer) {
        const auto* since = std::get_if<Timestamp>(&customer.get("pooled_at"));
        if (since != nullptr && !customer.isDeleted()) {
            pooled.push_back({.id = customer.id(),
                              .name = customer.textOf("name"),
                              .board = customer.referenceOf("pool"),
                              .since = *since,
                              .how = customer.textOf("pool_kind"),
                              .reason = customer.textOf("pool_reason"),
                              .formerOwner = customer.referenceOf("former_owner")});
        }
    });
    std::ranges::sort(pooled, [](const PooledCustomer& left, const PooledCustomer& right) {
        return std::pair{left.since, left.id} < std::pair{right.since, right.id};
    });
    return pooled;
}

PoolService::Kept PoolService::keep()
{
    Kept kept{.listed = refreshListings()};
    std::vector<Uuid> due;
    std::vector<Uuid> warned;
    std::vector<Uuid> tooSoon;
    {
        const auto view = store_.read();
        const StoreWorld world{*view};
        const auto rules = rules::CustomerRules::of(world);
        if (!rules.poolAfter) {
            return kept;
        }
        const Timestamp now = clock_.now();
        forEachCustomer(*view, [&](const Record& customer) {
            const auto deadline = rules::returnsAt(customer, rules);
            if (rules::wasReturnedTooSoon(customer, rules, now)) {
                tooSoon.push_back(customer.id());
            } else if (deadline && *deadline <= now) {
                due.push_back(customer.id());
            } else if (!warningsOf(customer, rules, world, now).changes.empty()) {
                warned.push_back(customer.id());
            }
        });
    }
    for (const auto& id : tooSoon) {
        kept.givenBack += giveBack(id) ? 1 : 0;
    }
    for (const auto& id : due) {
        kept.returned += returnIdle(id) ? 1 : 0;
    }
    for (const auto& id : warned) {
        kept.warned += warn(id) ? 1 : 0;
    }
    return kept;
}

std::size_t PoolService::refreshListings()
{
    std::vector<Uuid> due;
    {
        const auto view = store_.read();
        const StoreWorld world{*view};
        const auto rules = rules::CustomerRules::of(world);
        if (!rules.indexKey) {
            return 0;
        }
        forEachCustomer(*view, [&](const Record& customer) {
            if (!listingDue(customer, rules, world).values.empty()) {
                due.push_back(customer.id());
            }
        });
    }
    std::size_t listed = 0;
    for (std::size_t first = 0; first < due.size(); first += listingsTogether) {
        const auto some =
            std::span{due}.subspan(first, std::min(listingsTogether, due.size() - first));
        const auto done = commits_.run([&](Commit& commit) -> Result<std::size_t> {
            const auto rules = rules::CustomerRules::of(commit.world());
            std::vector<ServerChange> changes;
            for (const auto& id : some) {
                const auto customer = commit.world().find(id);
                auto write =
                    customer ? listingDue(*customer, rules, commit.world()) : rules::RecordWrite{};
                if (!write.values.empty()) {
                    changes.emplace_back(std::move(write));
                }
            }
            const auto applied = changes_.applyGroup(commit, *server(commit), changes);
            return applied ? Result<std::size_t>{changes.size()} : fail(applied.error());
        });
        listed += done.value_or(0);
    }
    return listed;
}

bool PoolService::returnIdle(const Uuid& id)
{
    const auto done = commits_.run([&](Commit& commit) -> Result<bool> {
        const auto customer = commit.world().find(id);
        const auto rules = rules::CustomerRules::of(commit.world());
        const auto deadline = customer ? rules::returnsAt(*customer, rules) : std::nullopt;
        if (!deadline || *deadline > clock_.now()) {
            return false; // Somebody was there meanwhile.
        }
        const std::array<ServerChange, 1> act{sync::ActBody{.name = "customer.return",
                                                            .type = &typeNamed("customer"),
                                                            .id = id,
                                                            .arguments = "{}"}};
        const auto applied = changes_.applyGroup(commit, *server(commit), act);
        return applied ? Result<bool>{true} : fail(applied.error());
    });
    return done.value_or(false);
}

bool PoolService::giveBack(const Uuid& id)
{
    const auto done = commits_.run([&](Commit& commit) -> Result<bool> {
        const auto customer = commit.world().find(id);
        const auto rules = rules::CustomerRules::of(commit.world());
        if (!customer || !rules::wasReturnedTooSoon(*customer, rules, clock_.now())) {
            return false; // Claimed meanwhile.
        }
        const std::array<ServerChange, 1> act{sync::ActBody{
            .name = "customer.assign",
            .type = &typeNamed("customer"),
            .id = id,
            .arguments = R"({"owner":")" + customer->referenceOf("former_owner").text() + "\"}"}};
        const auto applied = changes_.applyGroup(commit, *server(commit), act);
        return applied ? Result<bool>{true} : fail(applied.error());
    });
    return done.value_or(false);
}

bool PoolService::warn(const Uuid& id)
{
    const auto done = commits_.run([&](Commit& commit) -> Result<bool> {
        const auto customer = commit.world().find(id);
        if (!customer) {
            return false;
        }
        const auto warnings = warningsOf(*customer, rules::CustomerRules::of(commit.world()),
                                         commit.world(), clock_.now());
        if (warnings.changes.empty()) {
            return false;
        }
        const auto applied = changes_.applyGroup(commit, *server(commit), warnings.changes);
        return applied ? Result<bool>{warnings.warns} : fail(applied.error());
    });
    return done.value_or(false);
}

} // namespace fieldbook::server
