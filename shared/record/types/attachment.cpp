#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& attachment()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "attachment";
        type.label = {"File", "附件"};
        type.ownerField = "owner";
        type.parentFields = {"customer", "lead"};
        type.fields = {
            text("name").label("Name", "文件名").required().searchable().column(),
            choice("kind", {{"photo", {"Photo", "照片"}},
                            {"file", {"File", "文件"}},
                            {"audio", {"Recording", "录音"}},
                            {"signature", {"Signature", "签名"}},
                            {"card", {"Business card", "名片"}}})
                .label("Kind", "类型")
                .required()
                .column(),
            text("media_type").label("Media type", "媒体类型").required().max(120),
            integer("size").label("Size (bytes)", "大小（字节）").required().column(),
            text("sha256").label("SHA-256", "SHA-256").required().max(64).indexed(),
            reference("owner", "user").label("By", "上传人").indexed().act(),
            reference("customer", "customer").label("Customer", "客户").indexed(),
            reference("lead", "lead").label("Lead", "潜在客户").indexed(),
            reference("visit", "visit").label("Visit", "拜访").column(),
            reference("opportunity", "opportunity").label("Opportunity", "业务机会"),
            reference("order", "order").label("Order", "订单"),
            time("taken_at").label("Taken at", "拍摄时间").column(),
            geo("position").label("Position", "位置"),
            text("caption").label("Caption", "说明"),
            boolean("uploaded").label("On the server", "已上传").server().column(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
