#include "shared/record/types/types.h"

namespace fieldbook::types {

// A customer shown to somebody besides those whose it is, for a time. It stands wherever its
// customer does, so that everybody who sees the customer sees who else does.
const TypeSpec& share()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "share";
        type.label = {"Sharing", "客户共享"};
        type.parentFields = {"customer"};
        type.tabletWrites = false;
        type.fields = {
            reference("customer", "customer").label("Customer", "客户").required().indexed().act(),
            reference("user", "user").label("With", "共享给").column().act(),
            reference("team", "team").label("With the team", "共享给团队").column().act(),
            choice("access", {{"read", {"May read", "可查看"}}, {"edit", {"May edit", "可编辑"}}})
                .label("Access", "权限")
                .required()
                .act(),
            // Names of types; the customer itself always.
            textSet("includes").label("With its", "包含内容").act(),
            time("until").label("Until", "截止时间").required().column().act(),
            text("reason").label("Reason", "原因").act(),
            choice("state", {{"active", {"Active", "有效"}}, {"ended", {"Ended", "已结束"}}})
                .label("State", "状态")
                .required()
                .indexed()
                .act(),
            time("ended_at").label("Ended", "结束时间").act(),
            reference("ended_by", "user").label("Ended by", "结束人").act(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
