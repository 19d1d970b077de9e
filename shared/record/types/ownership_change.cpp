#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& ownershipChange()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "ownership_change";
        type.label = {"Change of responsibility", "负责人变更"};
        type.parentFields = {"customer", "lead"};
        type.tabletWrites = false;
        type.fields = {
            reference("customer", "customer").label("Customer", "客户").indexed().act(),
            reference("lead", "lead").label("Lead", "潜在客户").indexed().act(),
            reference("from", "user").label("From", "原负责人").act(),
            reference("to", "user").label("To", "新负责人").indexed().act(),
            choice("kind", {{"assigned", {"Assigned", "分配"}},
                            {"claimed", {"Claimed", "领取"}},
                            {"released", {"Released to the pool", "放入公海"}},
                            {"returned", {"Returned to the pool", "自动退回公海"}},
                            {"handed_over", {"Handed over", "交接"}}})
                .label("How", "方式")
                .column()
                .act(),
            text("reason").label("Reason", "原因").act(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
