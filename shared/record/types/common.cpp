#include "shared/record/types/types.h"

namespace fieldbook::types {

void addCommonFields(std::vector<FieldSpec>& fields)
{
    fields.push_back(time("created_at").label("Created", "创建时间").act().column());
    fields.push_back(reference("created_by", "user").label("Created by", "创建人").act());
    fields.push_back(time("deleted_at").label("Deleted", "删除时间").column());
}

} // namespace fieldbook::types
