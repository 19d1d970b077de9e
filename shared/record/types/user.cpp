#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& user()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "user";
        type.label = {"User", "用户"};
        type.audience = Audience::Company;
        type.tabletWrites = false;
        type.fields = {
            text("name").label("Name", "姓名").required().name().column().server(),
            text("login").label("Sign-in name", "登录名").required().indexed().server(),
            reference("team", "team").label("Team", "团队").indexed().server(),
            reference("manager", "user").label("Manager", "主管").column().server(),
            choice("role", {{"executive", {"Executive", "集团管理层"}},
                            {"manager", {"Manager", "主管"}},
                            {"salesperson", {"Salesperson", "业务员"}},
                            {"board_administrator", {"Board administrator", "版块管理员"}},
                            {"administrator", {"Administrator", "系统管理员"}},
                            {"technician", {"Service technician", "服务技师"}},
                            {"call_centre", {"Call-centre agent", "客服坐席"}},
                            {"finance", {"Finance", "财务"}},
                            {"marketing", {"Marketing", "市场"}},
                            {"records_clerk", {"Records clerk", "档案员"}},
                            {"auditor", {"Auditor", "审计"}}})
                .label("Role", "角色")
                .required()
                .column()
                .server(),
            choice("status", {{"active", {"Active", "在用"}},
                              {"frozen", {"Frozen", "冻结"}},
                              {"left", {"Left", "已离职"}}})
                .label("Status", "状态")
                .column()
                .server(),
            text("title").label("Title", "职务").server(),
            text("phone").label("Phone", "电话").phone().max(60).server(),
            text("email").label("E-mail", "邮箱").business().max(254).server(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
