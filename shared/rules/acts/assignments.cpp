#include "shared/rules/acts/act.h"
#include "shared/rules/acts/open_work.h"
#include "shared/rules/board.h"

// Giving a record to somebody else is for those who answer for its present owner. With it goes what
// the former owner still had to do about it; what is done stays whose it was.
namespace fieldbook::rules {
namespace {

Result<void> checkNewOwner(const ActCase& act)
{
    const auto user = act.world.find(act.arguments.reference("owner"));
    if (!user || user->type().name != "user" || user->isDeleted()) {
        return fail(ErrorKind::NotFound, "reference.missing", "owner");
    }
    if (const auto& status = user->textOf("status"); !status.empty() && status != "active") {
        return refuse("user.inactive", user->id().text());
    }
    // Two managers at once: the second sees that somebody was faster, and who has it now.
    if (act.arguments.has("from") &&
        act.arguments.reference("from") != act.record.referenceOf("owner")) {
        return refuse("assign.changed", act.record.referenceOf("owner").text());
    }
    // What lies in the pool of a board goes as if somebody of that board had it.
    const Uuid pool = act.record.type().indexOf("pool") ? act.record.referenceOf("pool") : Uuid{};
    if (!pool.isNil()) {
        return mayGiveFromBoard(act.actor(), pool, user->id(), act.world);
    }
    return mayGive(act.actor(), act.record.referenceOf("owner"), user->id(), act.world);
}

// Gives on what refers to the assigned record by `field`, is of the former owner and still open.
void passOn(Writes& writes,
            const ActCase& act,
            std::string_view typeName,
            std::string_view field,
            const Uuid& id,
            std::string_view state,
            std::span<const std::string_view> open)
{
    for (const Record& record :
         act.world.referringIn(typeNamed(typeName), field, id, state, open)) {
        if (record.referenceOf("owner") == act.record.referenceOf("owner")) {
            writes.of(record).set("owner", act.arguments.reference("owner"));
        }
    }
}

void passOnCustomer(Writes& writes, const ActCase& act)
{
    const Uuid id = act.record.id();
    passOn(writes, act, "opportunity", "customer", id, "stage", openStages());
    passOn(writes, act, "reminder", "customer", id, "state", openReminders);
    passOn(writes, act, "visit", "customer", id, "state", plannedVisits);
}

void passOnLead(Writes& writes, const ActCase& act)
{
    passOn(writes, act, "reminder", "lead", act.record.id(), "state", openReminders);
}

// Of what is about the same customer, what is about this opportunity.
void passOnOpportunity(Writes& writes, const ActCase& act)
{
    const auto pass = [&](std::string_view type, std::span<const std::string_view> open) {
        for (const Record& record : act.world.referringIn(
                 typeNamed(type), "customer", act.record.referenceOf("customer"), "state", open)) {
            if (record.referenceOf("opportunity") == act.record.id() &&
                record.referenceOf("owner") == act.record.referenceOf("owner")) {
                writes.of(record).set("owner", act.arguments.reference("owner"));
            }
        }
    };
    pass("reminder", openReminders);
    pass("visit", plannedVisits);
}

template <auto PassOn>
Result<Writes> assign(const ActCase& act)
{
    if (auto checked = checkNewOwner(act); !checked) {
        return fail(checked.error());
    }
    Writes writes;
    if (act.record.referenceOf("owner") == act.arguments.reference("owner")) {
        return writes;
    }
    RecordWrite& write = writes.of(act.record);
    write.set("owner", act.arguments.reference("owner"));
    write.set("assign_reason", act.arguments.get("reason"));
    if (act.record.type().indexOf("pooled_at")) {
        for (const auto field : {"pooled_at", "pool", "pool_kind", "pool_reason", "protected_until",
                                 "protect_reason"}) {
            if (!isEmpty(act.record.get(field))) {
                write.set(field, Value{});
            }
        }
    }
    PassOn(writes, act);
    return writes;
}

} // namespace

std::vector<ActDeclaration> assignmentActs()
{
    const std::vector<FieldSpec> arguments{reference("owner", "user").required(),
                                           reference("from", "user"), text("reason")};
    const Label label{"Assign", "分配"};
    return {
        {"customer.assign", label, ActAccess::Manager, arguments, assign<passOnCustomer>},
        {"lead.assign", label, ActAccess::Manager, arguments, assign<passOnLead>},
        {"opportunity.assign", label, ActAccess::Manager, arguments, assign<passOnOpportunity>},
    };
}

} // namespace fieldbook::rules
