#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& contact()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "contact";
        type.label = {"Contact", "联系人"};
        type.parentFields = {"customer"};
        type.fields = {
            reference("customer", "customer").label("Customer", "客户").required().indexed(),
            text("name").label("Name", "姓名").required().name().business().column(),
            text("title").label("Title", "职务").column(),
            text("department").label("Department", "部门"),
            choice("role", {{"decider", {"Decides", "决策"}},
                            {"influencer", {"Influences", "影响"}},
                            {"user", {"Uses", "使用"}},
                            {"buyer", {"Buys", "采购"}},
                            {"gatekeeper", {"Gatekeeper", "把关"}}})
                .label("Role in buying", "采购角色")
                .column(),
            text("phone").label("Phone", "电话").phone().max(60).column(),
            textSet("more_phones").label("Other phones", "其他电话").phone(),
            text("email").label("E-mail", "邮箱").business().max(254),
            text("im").label("WeChat or other", "微信等").business().max(120),
            boolean("is_primary").label("Primary contact", "主要联系人").column(),
            boolean("left_company").label("Has left", "已离职").column(),
            date("birthday").label("Birthday", "生日").sensitive(),
            longText("family").label("Family", "家庭").sensitive(),
            longText("hobbies").label("Hobbies", "爱好").sensitive(),
            longText("notes").label("Notes", "备注"),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
