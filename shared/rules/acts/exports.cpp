#include "shared/rules/exports.h"

#include "shared/rules/acts/act.h"
#include "shared/text/fold.h"

// Whether somebody may take records out of Fieldbook is for those who answer for them.
namespace fieldbook::rules {
namespace {

template <bool Approves>
Result<Writes> decide(const ActCase& act)
{
    const std::string state = Approves ? "approved" : "rejected";
    Writes writes;
    if (act.record.referenceOf("owner") == act.actor().user) {
        return refuse("export.own");
    }
    // Who says yes could have taken it out without asking, and answers for its taker now: having
    // done so once is not enough to let data out.
    const auto* subject = findType(act.record.textOf("subject"));
    if (subject == nullptr || exportingOf(act.actor().role, *subject) != Exporting::May ||
        act.call.facts) {
        return fail(ErrorKind::Forbidden, "access.manager_only");
    }
    if (act.record.textOf("state") == state) {
        return writes;
    }
    if (act.record.textOf("state") != "requested") {
        return refuse("export.decided", act.record.id().text());
    }
    if (!Approves && foldForSearch(act.arguments.text("answer")).empty()) {
        return refuse("field.required", "answer");
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
