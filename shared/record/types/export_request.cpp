#include "shared/record/types/types.h"

namespace fieldbook::types {

// That somebody takes records out of Fieldbook, or wants to: what, why, who said yes, and what
// became of it. It stands with whoever asks and with their managers, who decide.
const TypeSpec& exportRequest()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "export_request";
        type.label = {"Export", "数据导出"};
        type.audience = Audience::Deciders;
        type.ownerField = "owner";
        type.tabletWrites = false;
        type.fields = {
            reference("owner", "user").label("By", "申请人").indexed().act(),
            text("subject").label("Records of", "导出内容").required().max(60).act(),
            // As lists ask for them, in JSON; empty: all.
            text("filter").label("Filter", "筛选条件").max(20'000).act(),
            textSet("columns").label("Fields", "字段").act(),
            choice("format",
                   {{"csv", {"CSV", "CSV"}}, {"xlsx", {"Excel workbook", "Excel 工作簿"}}})
                .label("File", "文件格式")
                .required()
                .act(),
            // How many it came to when it was asked for, and when it was taken.
            integer("expected").label("Records then", "申请时记录数").act(),
            integer("rows").label("Records", "记录数").act(),
            text("reason").label("Reason", "用途").required().max(2'000).act(),
            choice("state", {{"requested", {"Waits for approval", "待审批"}},
                             {"approved", {"Ready to be taken", "可领取"}},
                             {"rejected", {"Rejected", "已驳回"}},
                             {"taken", {"Taken", "已导出"}}})
                .label("State", "状态")
                .required()
                .column()
                .act(),
            reference("decided_by", "user").label("Decided by", "审批人").act(),
            time("decided_at").label("Decided", "审批时间").act(),
            text("answer").label("Answer", "审批意见").max(2'000).act(),
            time("taken_at").label("Taken", "导出时间").act(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
