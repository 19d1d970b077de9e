#include "shared/rules/pool.h"

#include <algorithm>

namespace fieldbook::rules {
namespace {

const Timestamp* timeIn(const Record& record, std::string_view field)
{
    return std::get_if<Timestamp>(&record.get(field));
}

// Contact, or else when it became theirs or came back out of the bin.
Timestamp lastSignOfLife(const Record& customer)
{
    Timestamp last{};
    for (const auto field : {"owner", "deleted_at"}) {
        const auto set = customer.versionAt(*customer.type().indexOf(field)).at;
        last = std::max(last, fromMillis(set.millis));
    }
    for (const auto field : {"created_at", "last_contact_at"}) {
        if (const auto* time = timeIn(customer, field)) {
            last = std::max(last, *time);
        }
    }
    return last;
}

} // namespace

bool isPooled(const Record& customer) { return timeIn(customer, "pooled_at") != nullptr; }

bool isProtected(const Record& customer, Date today)
{
    const auto* until = std::get_if<Date>(&customer.get("protected_until"));
    return until != nullptr && *until >= today;
}

std::optional<Timestamp> returnsAt(const Record& customer, const CustomerRules& rules)
{
    if (!rules.poolAfter || customer.isDeleted() || customer.referenceOf("owner").isNil() ||
        (rules.poolSparesActive && customer.textOf("status") == "active")) {
        return std::nullopt;
    }
    const Timestamp idle =
        std::max(lastSignOfLife(customer) + *rules.poolAfter, rules.poolSince + rules.poolWarning);
    const auto* until = std::get_if<Date>(&customer.get("protected_until"));
    if (until == nullptr) {
        return idle;
    }
    return std::max(idle, Timestamp{std::chrono::sys_days{*until}} + CustomerRules::Days{1});
}

bool wasReturnedTooSoon(const Record& customer, const CustomerRules& rules, Timestamp now)
{
    const auto* since = timeIn(customer, "pooled_at");
    const auto* contact = timeIn(customer, "last_contact_at");
    return rules.poolAfter && since != nullptr && contact != nullptr && !customer.isDeleted() &&
           customer.textOf("pool_kind") == "returned" &&
           !customer.referenceOf("former_owner").isNil() &&
           *contact + *rules.poolAfter > std::max(*since, now);
}

Result<void>
mayClaim(const Record& listing, const Uuid& user, const CustomerRules& rules, Timestamp at)
{
    const auto* since = timeIn(listing, "pooled_at");
    if (since == nullptr || listing.isDeleted()) {
        return fail(ErrorKind::Conflict, "claim.taken", listing.referenceOf("owner").text());
    }
    if (listing.referenceOf("former_owner") == user && at < *since + rules.formerOwnerWaits) {
        return fail(ErrorKind::Conflict, "claim.cooldown");
    }
    if (at < *since + rules.newWaits) {
        return fail(ErrorKind::Conflict, "claim.new");
    }
    return {};
}

} // namespace fieldbook::rules
