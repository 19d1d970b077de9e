#include "shared/rules/acts/act.h"
#include "shared/rules/board.h"
#include "shared/rules/customer_rules.h"
#include "shared/rules/listing.h"
#include "shared/rules/merging.h"
#include "shared/rules/validation.h"

#include <algorithm>

// Two customers that are one become one again. For a while it can be taken apart: what was there
// before is in the history, which a tablet learns from the server.
namespace fieldbook::rules {
namespace {

bool isOpen(const Record& mergeCase)
{
    const auto& state = mergeCase.textOf("state");
    return state == "found" || state == "proposed";
}

struct Pair {
    Record survivor;
    Record loser;
};

// Both customers of a case, to somebody who may decide about both.
Result<Pair> bothOf(const ActCase& act)
{
    auto survivor = act.world.find(act.record.referenceOf("survivor"));
    auto loser = act.world.find(act.record.referenceOf("loser"));
    const auto isCustomer = [](const std::optional<Record>& record) {
        return record && record->type().name == "customer";
    };
    if (!isCustomer(survivor) || !isCustomer(loser)) {
        return fail(ErrorKind::NotFound, "merge.missing");
    }
    for (const Record* customer : {&*survivor, &*loser}) {
        if (auto may = mayDecideMerge(act.actor(), *customer, act.world); !may) {
            return fail(may.error());
        }
    }
    return Pair{std::move(*survivor), std::move(*loser)};
}

bool isStanding(const Record& customer)
{
    return customer.type().name == "customer" && !customer.isDeleted();
}

// Whether the proposer knows of the customer: by seeing it, or by its listing. A tablet has only
// the listing of what is a colleague's.
bool isKnown(const ActCase& act, const Uuid& customer)
{
    const auto found = act.world.find(customer);
    const auto listing = act.world.find(listingId(customer));
    return (found && isSeen(act, *found)) || (listing && isSeen(act, *listing));
}

Result<void> checkOther(const ActCase& act, const Uuid& other)
{
    if (other == act.record.id()) {
        return refuse("merge.same");
    }
    const auto found = act.world.find(other);
    if (!isKnown(act, other) || (found && !isStanding(*found))) {
        return fail(ErrorKind::NotFound, "merge.missing", other.text());
    }
    if (!found) {
        return {};
    }
    // What lies in the pool of a board is as if somebody of that board had it.
    const Uuid mine = act.record.referenceOf("owner");
    const Uuid pool = found->referenceOf("pool");
    return pool.isNil() ? mayGive(act.actor(), mine, found->referenceOf("owner"), act.world)
                        : mayGiveFromBoard(act.actor(), pool, mine, act.world);
}

bool isOpenBetween(const World& world, const Uuid& one, const Uuid& other)
{
    const auto between = [&](const Uuid& survivor, const Uuid& loser) {
        const auto cases = world.referring(typeNamed("merge_case"), "survivor", survivor);
        return std::ranges::any_of(cases, [&](const Record& each) {
            return isOpen(each) && each.referenceOf("loser") == loser;
        });
    };
    return between(one, other) || between(other, one);
}

Result<Writes> propose(const ActCase& act)
{
    const Uuid other = act.arguments.reference("other");
    const Uuid id = act.arguments.reference("case");
    if (auto good = checkOther(act, other); !good) {
        return fail(good.error());
    }
    if (act.world.find(id)) {
        return refuse("record.exists", id.text());
    }
    if (isOpenBetween(act.world, act.record.id(), other)) {
        return refuse("merge.already");
    }
    const auto choices = parseChoices(act.arguments.text("choices"));
    if (!choices) {
        return fail(choices.error());
    }
    const bool stays = act.arguments.text("keep") != "other";
    const auto found = act.world.find(other);
    const Uuid theirs = found ? found->referenceOf("owner") : Uuid{};
    const Uuid owner = stays ? theirs : act.record.referenceOf("owner");
    Writes writes;
    RecordWrite& write = writes.create("merge_case", id);
    write.set("survivor", stays ? act.record.id() : other);
    write.set("loser", stays ? other : act.record.id());
    write.set("owner", owner.isNil() ? Value{} : Value{owner});
    write.set("state", std::string{"proposed"});
    write.set("reason", act.arguments.get("reason"));
    write.set("choices", toJson(*choices));
    write.set("created_at", act.call.at);
    write.set("created_by", act.actor().user);
    return writes;
}

void decide(RecordWrite& write, const ActCase& act, std::string_view state)
{
    write.set("state", std::string{state});
    write.set("decided_by", act.actor().user.isNil() ? Value{} : Value{act.actor().user});
    write.set("decided_at", act.call.at);
    write.set("decide_reason", act.arguments.get("reason"));
}

Result<Writes> approve(const ActCase& act)
{
    if (!isOpen(act.record)) {
        return refuse("merge.decided");
    }
    const auto both = bothOf(act);
    if (!both) {
        return fail(both.error());
    }
    const auto& [survivor, loser] = *both;
    if (survivor.isDeleted() || loser.isDeleted()) {
        return fail(ErrorKind::NotFound, "merge.missing");
    }
    const auto choices = parseChoices(act.arguments.has("choices") ? act.arguments.text("choices")
                                                                   : act.record.textOf("choices"));
    if (!choices) {
        return fail(choices.error());
    }
    Writes writes;
    const auto next = mergedValues(survivor, loser, *choices);
    Record whole = survivor;
    for (const auto& [index, value] : next) {
        whole.setAt(index, value);
    }
    // What the two make together must be one that can be edited afterwards.
    if (auto valid = validate(whole, act.world); !valid) {
        return fail(valid.error());
    }
    RecordWrite& stays = writes.of(survivor);
    for (const auto& [index, value] : next) {
        stays.set(index, value);
    }
    for (const Record& each : belongingTo(loser.id(), act.world)) {
        writes.of(each).set("customer", survivor.id());
    }
    RecordWrite& goes = writes.of(loser);
    goes.set("merged_into", survivor.id());
    goes.set("deleted_at", act.call.at);
    RecordWrite& kept = writes.of(act.record);
    decide(kept, act, "merged");
    kept.set("choices", toJson(*choices));
    kept.set("undo_until", act.call.at + CustomerRules::of(act.world).mergeUndo);
    return writes;
}

Result<Writes> reject(const ActCase& act)
{
    if (!isOpen(act.record)) {
        return refuse("merge.decided");
    }
    if (const auto both = bothOf(act); !both) {
        return fail(both.error());
    }
    Writes writes;
    decide(writes.of(act.record), act, "rejected");
    return writes;
}

Result<Writes> withdraw(const ActCase& act)
{
    if (act.record.referenceOf("created_by") != act.actor().user) {
        return fail(ErrorKind::Forbidden, "access.denied", "merge_case");
    }
    if (!isOpen(act.record)) {
        return refuse("merge.decided");
    }
    Writes writes;
    writes.of(act.record).set("state", std::string{"withdrawn"});
    return writes;
}

// What still stands as the merge wrote it becomes what it was; what people wrote since stays.
void restoreFields(RecordWrite& write,
                   const Record& survivor,
                   const World& world,
                   const Version& merge)
{
    for (std::size_t i = 0; i < survivor.type().fields.size(); ++i) {
        if (!survivor.versionAt(i).sameEdit(merge)) {
            continue;
        }
        if (auto value = world.valueBefore(survivor, i, merge)) {
            write.set(i, std::move(*value));
        }
    }
}

Result<Writes> undo(const ActCase& act)
{
    const auto* until = std::get_if<Timestamp>(&act.record.get("undo_until"));
    if (act.record.textOf("state") != "merged" || until == nullptr) {
        return refuse("merge.decided");
    }
    if (act.call.at > *until) {
        return refuse("merge.undo_over");
    }
    const auto both = bothOf(act);
    if (!both) {
        return fail(both.error());
    }
    const auto& [survivor, loser] = *both;
    const auto& type = loser.type();
    if (survivor.isDeleted()) {
        const bool gone = !isEmpty(survivor.get("merged_into"));
        return refuse(gone ? "record.merged" : "record.deleted", survivor.id().text());
    }
    if (loser.referenceOf("merged_into") != survivor.id()) {
        return refuse("merge.decided");
    }
    const Version merge = loser.versionAt(*type.indexOf("merged_into"));
    Writes writes;
    restoreFields(writes.of(survivor), survivor, act.world, merge);
    for (const Record& each : belongingTo(survivor.id(), act.world)) {
        // Another merge, taken apart since, may have written it after this one.
        const auto field = *each.type().indexOf("customer");
        if (each.versionAt(field).sameEdit(merge) ||
            act.world.valueBefore(each, field, merge) == std::optional{Value{loser.id()}}) {
            writes.of(each).set("customer", loser.id());
        }
    }
    RecordWrite& back = writes.of(loser);
    back.set("merged_into", Value{});
    back.set("deleted_at", Value{});
    writes.of(act.record).set("state", std::string{"undone"});
    return writes;
}

} // namespace

std::vector<ActDeclaration> mergeActs()
{
    const FieldSpec reason = text("reason").label("Reason", "原因");
    const FieldSpec choices = longText("choices").label("Fields chosen", "字段选择");
    return {
        {"customer.propose_merge",
         {"Propose to merge", "申请合并"},
         ActAccess::Either,
         {reference("case", "merge_case").required(), reference("other", "customer").required(),
          choice("keep", {{"this", {"This one", "本客户"}}, {"other", {"The other", "另一客户"}}}),
          choices, reason},
         propose},
        {"merge_case.approve",
         {"Merge", "同意合并"},
         ActAccess::Decider,
         {choices, reason},
         approve},
        {"merge_case.reject", {"Not the same", "不合并"}, ActAccess::Decider, {reason}, reject},
        {"merge_case.withdraw", {"Withdraw", "撤回申请"}, ActAccess::Seer, {}, withdraw},
        {"merge_case.undo", {"Undo the merge", "撤销合并"}, ActAccess::Decider, {}, undo},
    };
}

} // namespace fieldbook::rules
