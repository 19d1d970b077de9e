#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& product()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "product";
        type.label = {"Product", "产品"};
        type.audience = Audience::Company;
        type.tabletWrites = false;
        type.fields = {
            text("name").label("Name", "品名").required().name().column().server(),
            text("code").label("Code", "编码").required().searchable().indexed().server(),
            text("category").label("Category", "分类").indexed().server(),
            text("unit").label("Unit", "单位").max(40).server(),
            text("barcode").label("Barcode", "条码").searchable().max(60).server(),
            basisPoints("tax_rate").label("Tax rate", "税率").server(),
            quantity("stock").label("In stock", "库存").column().server(),
            time("stock_at").label("Stock counted", "库存更新时间").server(),
            boolean("active").label("On sale", "在售").column().server(),
            longText("description").label("Description", "说明").server(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
