#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& appointment()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "appointment";
        type.label = {"Appointment", "日程"};
        type.ownerField = "owner";
        type.parentFields = {"customer", "lead"};
        type.fields = {
            text("title").label("Title", "标题").required().searchable().column(),
            reference("owner", "user").label("For", "给谁").indexed().act(),
            time("starts_at").label("Starts", "开始").required().indexed(),
            time("ends_at").label("Ends", "结束").required().column(),
            boolean("all_day").label("All day", "全天").column(),
            text("time_zone").label("Time zone", "时区").max(60),
            text("recurrence").label("Repeats (RFC 5545)", "重复规则").max(300).column(),
            textSet("except_on").label("Except on", "例外日期"),
            text("place").label("Place", "地点").column(),
            reference("customer", "customer").label("Customer", "客户").indexed(),
            reference("lead", "lead").label("Lead", "潜在客户").indexed(),
            reference("opportunity", "opportunity").label("Opportunity", "业务机会"),
            integer("remind_minutes_before")
                .label("Remind before (minutes)", "提前提醒（分钟）")
                .column(),
            textSet("attendees").label("Attendees", "参加人"),
            longText("notes").label("Notes", "备注"),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
