#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& activity()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "activity";
        type.label = {"Activity", "沟通记录"};
        type.ownerField = "owner";
        type.parentFields = {"customer", "lead"};
        type.fields = {
            reference("customer", "customer").label("Customer", "客户").indexed(),
            reference("lead", "lead").label("Lead", "潜在客户").indexed(),
            reference("opportunity", "opportunity").label("Opportunity", "业务机会").column(),
            reference("contact", "contact").label("Contact", "联系人"),
            reference("owner", "user").label("Salesperson", "业务员").indexed().act(),
            choice("kind", {{"call", {"Call", "电话"}},
                            {"message", {"Message", "消息"}},
                            {"mail", {"Mail", "邮件"}},
                            {"letter", {"Letter", "信函"}},
                            {"meeting", {"Meeting", "会面"}},
                            {"note", {"Note", "备注"}},
                            {"complaint", {"Complaint", "投诉"}},
                            {"gift", {"Gift", "礼品"}}})
                .label("Kind", "方式")
                .required()
                .column(),
            choice("direction",
                   {{"out", {"To the customer", "去"}}, {"in", {"From the customer", "来"}}})
                .label("Direction", "方向"),
            time("happened_at").label("When", "时间").required().indexed(),
            integer("minutes").label("Minutes", "时长（分钟）"),
            longText("content").label("Content", "内容"),
            choice("outcome", {{"forward", {"Progress", "有进展"}},
                               {"none", {"No progress", "无进展"}},
                               {"back", {"Step back", "退步"}}})
                .label("Outcome", "进展"),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
