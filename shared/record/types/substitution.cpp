#include "shared/record/types/types.h"

namespace fieldbook::types {

// Leave cover: one person stands in for another, with all that is the other's, for a time. For
// everybody to see, so that it is known whom to ask.
const TypeSpec& substitution()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "substitution";
        type.label = {"Leave cover", "休假代理"};
        type.audience = Audience::Company;
        type.tabletWrites = false;
        type.fields = {
            reference("absent", "user").label("Away", "休假人").required().indexed().act(),
            reference("stands_in", "user").label("Stands in", "代理人").required().indexed().act(),
            time("starts_at").label("From", "开始时间").required().column().act(),
            time("ends_at").label("Until", "结束时间").required().column().act(),
            choice("access", {{"read", {"May read", "可查看"}}, {"edit", {"May edit", "可编辑"}}})
                .label("Access", "权限")
                .required()
                .act(),
            // Otherwise it goes on until somebody ends it.
            boolean("returns").label("Ends by itself", "到期自动收回").act(),
            text("reason").label("Reason", "原因").act(),
            choice("state", {{"planned", {"Planned", "未开始"}},
                             {"active", {"Active", "代理中"}},
                             {"ended", {"Ended", "已结束"}}})
                .label("State", "状态")
                .required()
                .indexed()
                .act(),
            time("ended_at").label("Ended", "实际结束").act(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
