#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& priceList()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "price_list";
        type.label = {"Price list", "价格表"};
        type.audience = Audience::Company;
        type.tabletWrites = false;
        type.fields = {
            text("name").label("Name", "名称").required().column().server(),
            text("currency").label("Currency", "币种").required().max(3).server(),
            boolean("tax_included").label("Tax included", "含税").server(),
            date("valid_from").label("Valid from", "生效日期").column().server(),
            date("valid_to").label("Valid to", "截止日期").column().server(),
            boolean("is_default").label("Default", "默认").column().server(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
