#include "shared/rules/pool.h"

#include <algorithm>

namespace fieldbook::rules {
namespace {

const Timestamp* timeIn(const Record& record, std::string_view field)
{
    return std::get_if<Timestamp>(&record.get(field));
}

// Contact, or else the day on which it became theirs.
Timestamp lastSignOfLife(const Record& customer)
{
    const auto owner = *customer.type().indexOf("owner");
    Timestamp last = fromMillis(customer.versionAt(owner).at.millis);
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
    const Timestamp idle = lastSignOfLife(customer) + *rules.poolAfter;
    const auto* until = std::get_if<Date>(&customer.get("protected_until"));
    if (until == nullptr) {
        return idle;
    }
    return std::max(idle, Timestamp{std::chrono::sys_days{*until}} + CustomerRules::Days{1});
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
