#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& orderLine()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "order_line";
        type.label = {"Order line", "订单明细"};
        type.parentFields = {"order"};
        type.fields = {
            reference("order", "order").label("Order", "订单").required().indexed(),
            reference("product", "product").label("Product", "产品").required().indexed(),
            integer("position").label("Position", "序号").column(),
            quantity("quantity").label("Quantity", "数量").required().column(),
            money("list_price").label("List price", "标准价"),
            money("unit_price").label("Unit price", "单价").required().column(),
            basisPoints("discount").label("Discount", "折扣"),
            basisPoints("tax_rate").label("Tax rate", "税率"),
            money("line_total").label("Line total", "小计").act().column(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
