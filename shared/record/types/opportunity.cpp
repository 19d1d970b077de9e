#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& opportunity()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "opportunity";
        type.label = {"Opportunity", "业务机会"};
        type.ownerField = "owner";
        type.parentFields = {"customer"};
        type.fields = {
            reference("customer", "customer").label("Customer", "客户").required().indexed(),
            text("name").label("Name", "名称").required().name().column(),
            reference("owner", "user").label("Responsible", "负责人").indexed().act(),
            text("assign_reason").label("Why given on", "上次分配原因").act(),
            choice("stage", {{"initial", {"First contact", "初步接触"}},
                             {"needs", {"Needs confirmed", "需求确认"}},
                             {"proposal", {"Proposal", "方案报价"}},
                             {"negotiation", {"Negotiation", "谈判"}},
                             {"verbal", {"Verbal agreement", "口头承诺"}},
                             {"won", {"Won", "成交"}},
                             {"lost", {"Lost", "丢单"}}})
                .label("Stage", "阶段")
                .act()
                .indexed(),
            time("stage_entered_at").label("In stage since", "进入阶段时间").act().column(),
            text("stage_reason").label("Reason of last move", "上次移动原因").act(),
            money("amount").label("Amount", "金额").ask().column(),
            basisPoints("win_rate").label("Win rate", "赢率").column(),
            date("expected_close").label("Expected close", "预计成交日").ask().column(),
            choice("source", {{"visit", {"Visit", "上门拜访"}},
                              {"phone", {"Phone", "电话"}},
                              {"web", {"Web", "网站"}},
                              {"event", {"Event", "活动"}},
                              {"referral", {"Referral", "转介绍"}},
                              {"other", {"Other", "其他"}}})
                .label("Source", "来源"),
            text("next_step").label("Next step", "下一步").column(),
            time("next_step_at").label("Next step at", "下一步时间").column(),
            text("lost_reason").label("Why lost", "丢单原因").act(),
            text("lost_to").label("Lost to", "输给谁").act(),
            textSet("competitors").label("Competitors", "竞争对手"),
            textSet("contacts").label("Contacts", "联系人"),
            longText("needs").label("Needs", "需求"),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
