#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& trip()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "trip";
        type.label = {"Business trip", "出差"};
        type.ownerField = "owner";
        type.fields = {
            text("places").label("Where to", "目的地").required().searchable().column(),
            reference("owner", "user").label("Who", "出差人").indexed().act(),
            date("from_day").label("First day", "开始日期").required().indexed(),
            date("to_day").label("Last day", "结束日期").required().column(),
            longText("purpose").label("Purpose", "事由"),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
