#include "shared/rules/acts/act.h"
#include "shared/rules/stages.h"

namespace fieldbook::rules {
namespace {

// Which code a missing field is refused with: each names what to fill in.
std::string_view codeOfMissing(std::string_view field)
{
    if (field == "amount") {
        return "opportunity.amount_missing";
    }
    return field == "expected_close" ? "opportunity.close_missing"
                                     : "opportunity.lost_reason_missing";
}

Result<void> checkMove(const ActCase& act, StageMove kind)
{
    if (kind == StageMove::Reopen) {
        if (!mayManage(act.actor(), act.facts)) {
            return fail(ErrorKind::Forbidden, "opportunity.closed");
        }
    }
    if ((kind == StageMove::Reopen || kind == StageMove::Back) && !act.arguments.has("reason")) {
        return refuse("opportunity.reason_missing");
    }
    return {};
}

Result<Writes> move(const ActCase& act)
{
    const Stage* to = findStage(act.arguments.text("stage"));
    const Stage* from = findStage(act.record.textOf("stage"));
    if (to == nullptr) {
        return fail(ErrorKind::Invalid, "act.arguments", "stage");
    }
    const StageMove kind = from == nullptr ? StageMove::Forward : moveBetween(*from, *to);
    if (auto allowed = checkMove(act, kind); !allowed) {
        return fail(allowed.error());
    }
    Writes writes;
    RecordWrite& write = writes.of(act.record);
    for (const std::string_view field : {"amount", "expected_close", "lost_reason", "lost_to"}) {
        if (act.arguments.has(field)) {
            write.set(field, act.arguments.get(field));
        }
    }
    for (const std::string_view field : to->required) {
        if (!act.arguments.has(field) && isEmpty(act.record.get(field))) {
            return refuse(codeOfMissing(field));
        }
    }
    if (kind == StageMove::Stay) {
        return writes;
    }
    write.set("stage", std::string{to->code});
    write.set("stage_entered_at", act.call.at);
    write.set("stage_reason", act.arguments.get("reason"));
    write.set("win_rate", to->winRate);
    if (to->kind != Stage::Kind::Lost) {
        write.set("lost_reason", Value{});
        write.set("lost_to", Value{});
    }
    return writes;
}

} // namespace

std::vector<ActDeclaration> opportunityActs()
{
    return {
        {"opportunity.move",
         {"Move to stage", "移动阶段"},
         ActAccess::Writer,
         {asField("opportunity", "stage").required(), text("reason"),
          asField("opportunity", "lost_reason"), asField("opportunity", "lost_to"),
          asField("opportunity", "amount"), asField("opportunity", "expected_close")},
         move},
    };
}

} // namespace fieldbook::rules
