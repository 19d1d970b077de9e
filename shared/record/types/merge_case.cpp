#include "shared/record/types/types.h"

namespace fieldbook::types {
// Two customers that may be one: found by the server or proposed by who is responsible, decided by
// who answers for both.
const TypeSpec& mergeCase()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "merge_case";
        type.label = {"Merging of customers", "客户合并"};
        type.ownerField = "owner"; // Responsible for what would go, so that both hear of it.
        type.parentFields = {"survivor"};
        type.tabletWrites = false;
        type.fields = {
            reference("survivor", "customer").label("Stays", "保留的客户").indexed().act(),
            reference("loser", "customer").label("Goes into it", "并入的客户").indexed().act(),
            reference("owner", "user").label("Responsible", "负责人").indexed().act(),
            choice("state", {{"found", {"Found", "系统发现"}},
                             {"proposed", {"Proposed", "待审批"}},
                             {"merged", {"Merged", "已合并"}},
                             {"rejected", {"Not the same", "不是同一客户"}},
                             {"withdrawn", {"Withdrawn", "已撤回"}},
                             {"undone", {"Undone", "已撤销合并"}}})
                .label("State", "状态")
                .column()
                .act(),
            text("reason").label("Why", "原因").act(),
            longText("choices").label("Fields chosen", "字段选择").act(),
            reference("decided_by", "user").label("Decided by", "审批人").act(),
            time("decided_at").label("Decided", "审批时间").act(),
            text("decide_reason").label("Why so", "审批意见").act(),
            time("undo_until").label("Can be undone until", "可撤销至").act(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
