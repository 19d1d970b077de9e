#include "shared/rules/acts/act.h"

// Whether somebody may take records out of Fieldbook is for those who answer for them.
namespace fieldbook::rules {
namespace {

template <bool Approves>
Result<Writes> decide(const ActCase& act)
{
    const std::string state = Approves ? "approved" : "rejected";
    Writes writes;
    if (act.record.textOf("state") == state) {
        return writes;
    }
    if (act.record.textOf("state") != "requested") {
        return refuse("export.decided", act.record.id().text());
    }
    if (act.record.referenceOf("owner") == act.actor().user) {
        return refuse("export.own");
    }
    RecordWrite& write = writes.of(act.record);
    write.set("state", state);
    write.set("decided_at", act.call.at);
    write.set("answer", act.arguments.get("answer"));
    if (!act.actor().user.isNil()) {
        write.set("decided_by", act.actor().user);
    }
    return writes;
}

} // namespace

std::vector<ActDeclaration> exportActs()
{
    const auto answer = asField("export_request", "answer");
    return {
        {"export_request.approve", {"Approve", "批准"}, ActAccess::Manager, {answer}, decide<true>},
        {"export_request.reject", {"Reject", "驳回"}, ActAccess::Manager, {answer}, decide<false>},
    };
}

} // namespace fieldbook::rules
