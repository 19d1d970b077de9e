#include "shared/rules/customer_rules.h"

#include "shared/base/derived_id.h"
#include "shared/base/encoding.h"

#include <algorithm>

namespace fieldbook::rules {
namespace {

using Days = CustomerRules::Days;

std::optional<std::size_t> limitIn(const Record& record, std::string_view field)
{
    const auto number = record.integerOf(field);
    return number > 0 ? std::optional{static_cast<std::size_t>(number)} : std::nullopt;
}

bool isSet(const Record& record, std::string_view field)
{
    const auto* value = std::get_if<bool>(&record.get(field));
    return value != nullptr && *value;
}

Days daysOr(const Record& record, std::string_view field, Days otherwise)
{
    return isEmpty(record.get(field)) ? otherwise : Days{record.integerOf(field)};
}

} // namespace

Uuid customerRulesId()
{
    static const Uuid id = derivedId({"customer_rules"});
    return id;
}

CustomerRules CustomerRules::of(const World& world)
{
    CustomerRules rules;
    const auto record = world.find(customerRulesId());
    if (!record || record->type().name != "customer_rules") {
        return rules;
    }
    if (const auto days = limitIn(*record, "pool_after_days")) {
        rules.poolAfter = Days{*days};
    }
    rules.poolWarning = daysOr(*record, "pool_warn_days", rules.poolWarning);
    rules.poolSparesActive = isSet(*record, "pool_spares_active");
    for (const auto field : {"pool_after_days", "pool_spares_active"}) {
        const auto set = record->versionAt(*record->type().indexOf(field)).at;
        rules.poolSince = std::max(rules.poolSince, fromMillis(set.millis));
    }
    if (const auto* hidden = std::get_if<TextSet>(&record->get("pool_hides"))) {
        rules.poolHides = *hidden;
    }
    rules.claimsPerDay = limitIn(*record, "claims_per_day");
    rules.formerOwnerWaits = daysOr(*record, "former_owner_days", rules.formerOwnerWaits);
    rules.newWaits = daysOr(*record, "new_days", rules.newWaits);
    rules.maxOwned = limitIn(*record, "max_owned");
    rules.activeNotCounted = isSet(*record, "active_not_counted");
    rules.maxProtected = limitIn(*record, "max_protected");
    rules.protection = daysOr(*record, "protect_days", rules.protection);
    rules.mergeUndo = daysOr(*record, "merge_undo_days", rules.mergeUndo);
    if (const auto bytes = fromHex(record->textOf("index_key"))) {
        rules.indexKey = SecretKey::fromBytes(*bytes);
    }
    return rules;
}

} // namespace fieldbook::rules
