#include "shared/record/types/types.h"

namespace fieldbook::types {

// One record of the company. A number that is not set, or 0, switches off what it bounds.
const TypeSpec& customerRules()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "customer_rules";
        type.label = {"Customer settings", "客户参数设置"};
        type.audience = Audience::Company;
        type.tabletWrites = false;
        type.fields = {
            integer("pool_after_days")
                .label("Returns to the pool after (days)", "多少天未跟进退回公海")
                .act(),
            integer("pool_warn_days").label("Warned before (days)", "提前多少天提醒").act(),
            boolean("pool_spares_active")
                .label("Active customers never return", "合作中客户不退回")
                .act(),
            textSet("pool_hides").label("Hidden in the pool", "公海中隐藏的字段").act(),
            integer("claims_per_day").label("Claims a day", "每日领取上限").act(),
            integer("former_owner_days")
                .label("Former owner waits (days)", "原负责人多少天内不能领取")
                .act(),
            integer("new_days").label("New in the pool waits (days)", "入公海多少天后可领取").act(),
            integer("max_owned").label("Customers a person", "每人客户上限").act(),
            boolean("active_not_counted")
                .label("Active customers do not count", "合作中客户不计入上限")
                .act(),
            integer("max_protected").label("Protected customers a person", "每人保护上限").act(),
            integer("protect_days").label("Protected for at most (days)", "最长保护天数").act(),
            integer("merge_undo_days")
                .label("A merge can be undone for (days)", "合并后多少天内可撤销")
                .act(),
            // Of the keys in listings, so that they mean nothing to another company.
            text("index_key").label("Key of the listings", "客户索引密钥").max(64).server(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
