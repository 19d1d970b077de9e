#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& visit()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "visit";
        type.label = {"Visit", "拜访"};
        type.ownerField = "owner";
        type.parentFields = {"customer"};
        type.fields = {
            reference("customer", "customer").label("Customer", "客户").required().indexed(),
            reference("owner", "user").label("Salesperson", "业务员").indexed().act(),
            choice("kind", {{"on_site", {"On site", "现场"}},
                            {"phone", {"Phone", "电话"}},
                            {"online", {"Online", "线上"}}})
                .label("Kind", "方式")
                .column(),
            choice("state", {{"planned", {"Planned", "已计划"}},
                             {"in_progress", {"In progress", "拜访中"}},
                             {"done", {"Done", "已完成"}},
                             {"missed", {"Missed", "未成行"}},
                             {"cancelled", {"Cancelled", "已取消"}}})
                .label("State", "状态")
                .act()
                .indexed(),
            time("planned_at").label("Planned for", "计划时间").indexed(),
            integer("planned_minutes").label("Planned minutes", "计划时长（分钟）"),
            text("purpose").label("Purpose", "目的").column(),
            time("check_in_at").label("Checked in", "签到时间").act().column(),
            geo("check_in_position").label("Check-in position", "签到位置").act(),
            integer("check_in_distance").label("Distance at check-in (m)", "签到距离（米）").act(),
            choice("check_in_verdict",
                   {{"inside", {"At the customer", "位置有效"}},
                    {"outside", {"Too far away", "距离过远"}},
                    {"no_customer_position", {"Customer has no position", "客户无坐标"}},
                    {"no_fix", {"No position", "无定位"}},
                    {"mocked", {"Position not trusted", "位置不可信"}}})
                .label("Position check", "位置核验")
                .act(),
            choice("no_position",
                   {{"no_source", {"This device has no positioning", "设备没有定位"}},
                    {"denied", {"Positioning is not allowed", "没有定位权限"}},
                    {"timed_out", {"No position in time", "定位超时"}}})
                .label("Why no position", "无定位的原因")
                .act(),
            time("check_out_at").label("Checked out", "签退时间").act().column(),
            geo("check_out_position").label("Check-out position", "签退位置").act(),
            textSet("contacts").label("Met", "见了谁"),
            longText("summary").label("What was said", "沟通内容"),
            choice("outcome", {{"forward", {"Progress", "有进展"}},
                               {"none", {"No progress", "无进展"}},
                               {"back", {"Step back", "退步"}}})
                .label("Outcome", "进展")
                .column(),
            text("next_step").label("Next step", "下一步"),
            time("next_step_at").label("Next step at", "下一步时间"),
            reference("opportunity", "opportunity").label("Opportunity", "业务机会"),
            text("cancel_reason").label("Why not done", "未完成原因").act(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
