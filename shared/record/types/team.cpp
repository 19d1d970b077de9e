#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& team()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "team";
        type.label = {"Team", "团队"};
        type.audience = Audience::Company;
        type.tabletWrites = false;
        type.fields = {
            text("name").label("Name", "名称").required().name().column().server(),
            text("code").label("Code", "代码").column().server(),
            choice("kind", {{"group", {"Group", "集团"}},
                            {"company", {"Company", "公司"}},
                            {"board", {"Board", "版块"}},
                            {"department", {"Department", "部门"}},
                            {"team", {"Team", "团队"}}})
                .label("Kind", "类型")
                .column()
                .server(),
            reference("parent", "team").label("Part of", "上级团队").column().server(),
            reference("manager", "user").label("Manager", "主管").column().server(),
            text("currency").label("Currency", "币种").max(3).server(),
            text("time_zone").label("Time zone", "时区").max(60).server(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
