#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& price()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "price";
        type.label = {"Price", "价格"};
        type.audience = Audience::Company;
        type.tabletWrites = false;
        type.fields = {
            reference("price_list", "price_list")
                .label("Price list", "价格表")
                .required()
                .indexed()
                .server(),
            reference("product", "product").label("Product", "产品").required().indexed().server(),
            money("unit_price").label("Unit price", "单价").required().column().server(),
            quantity("min_quantity").label("From quantity", "起订量").column().server(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
