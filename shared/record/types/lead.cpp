#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& lead()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "lead";
        type.label = {"Lead", "潜在客户"};
        type.ownerField = "owner";
        type.fields = {
            text("name").label("Name", "名称").required().name().business().column(),
            text("phone").label("Phone", "电话").required().phone().max(60).column(),
            text("company").label("Company", "公司").name().column(),
            text("contact_name").label("Contact", "联系人").business(),
            text("email").label("E-mail", "邮箱").business().max(254),
            text("address").label("Address", "地址").business().searchable(),
            choice("source", {{"visit", {"Visit", "上门拜访"}},
                              {"phone", {"Phone", "电话"}},
                              {"web", {"Web", "网站"}},
                              {"event", {"Event", "活动"}},
                              {"referral", {"Referral", "转介绍"}},
                              {"other", {"Other", "其他"}}})
                .label("Source", "来源")
                .column(),
            text("interest").label("Interested in", "意向产品"),
            choice("readiness", {{"now", {"Now", "马上"}},
                                 {"one_month", {"Within a month", "一个月内"}},
                                 {"three_months", {"Within three months", "三个月内"}},
                                 {"not_ready", {"Not ready", "暂无"}}})
                .label("Ready to buy", "购买意愿")
                .column(),
            choice("stage", {{"new", {"New", "新建"}},
                             {"contacted", {"Contacted", "已联系"}},
                             {"qualified", {"Qualified", "已确认"}},
                             {"converted", {"Converted", "已转化"}},
                             {"disqualified", {"Disqualified", "已放弃"}}})
                .label("Stage", "阶段")
                .act()
                .indexed(),
            text("disqualified_reason").label("Why given up", "放弃原因").act(),
            reference("owner", "user").label("Responsible", "负责人").indexed().act(),
            text("assign_reason").label("Why given on", "上次分配原因").act(),
            reference("converted_customer", "customer").label("Became customer", "转为客户").act(),
            reference("converted_opportunity", "opportunity")
                .label("Became opportunity", "转为业务机会")
                .act(),
            time("next_contact_at").label("Next contact", "下次联系").column(),
            longText("notes").label("Notes", "备注"),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
