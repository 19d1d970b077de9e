#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& reminder()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "reminder";
        type.label = {"Reminder", "提醒"};
        type.ownerField = "owner";
        type.parentFields = {"customer", "lead"};
        type.fields = {
            text("title").label("Title", "标题").required().searchable().column(),
            reference("owner", "user").label("For", "给谁").indexed().act(),
            time("due_at").label("Due", "到期时间").required().indexed(),
            text("time_zone").label("Time zone", "时区").max(60),
            text("recurrence").label("Repeats (RFC 5545)", "重复规则").max(300),
            choice("state", {{"open", {"Open", "待办"}},
                             {"done", {"Done", "已完成"}},
                             {"cancelled", {"Cancelled", "已取消"}}})
                .label("State", "状态")
                .column(),
            time("snoozed_until").label("Snoozed until", "稍后提醒").column(),
            time("done_at").label("Done at", "完成时间").column(),
            choice("kind", {{"task", {"Task", "任务"}},
                            {"call", {"Call", "电话"}},
                            {"visit", {"Visit", "拜访"}},
                            {"quote", {"Quote", "报价"}},
                            {"payment", {"Payment", "回款"}},
                            {"promise", {"Promise", "承诺"}},
                            {"pool", {"Return to the pool", "退回公海"}}})
                .label("Kind", "类型")
                .column(),
            reference("customer", "customer").label("Customer", "客户").indexed(),
            reference("lead", "lead").label("Lead", "潜在客户").indexed(),
            reference("opportunity", "opportunity").label("Opportunity", "业务机会"),
            reference("visit", "visit").label("Visit", "拜访"),
            longText("notes").label("Notes", "备注"),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
