#include "shared/record/types/types.h"

namespace fieldbook::types {
namespace {

// Some thousand records.
constexpr std::size_t deletedWithBytes = 200'000;

} // namespace

void addCommonFields(std::vector<FieldSpec>& fields)
{
    fields.push_back(time("created_at").label("Created", "创建时间").act().column());
    fields.push_back(reference("created_by", "user").label("Created by", "创建人").act());
    fields.push_back(time("deleted_at").label("Deleted", "删除时间").column());
    fields.push_back(reference("deleted_by", "user").label("Deleted by", "删除人").act());
    fields.push_back(longText("delete_reason").label("Why deleted", "删除原因").max(2'000));
    // The ids of what went into the bin with it.
    fields.push_back(
        longText("deleted_with").label("Deleted with it", "一并删除").max(deletedWithBytes).act());
}

FieldSpec pooledHow(std::string_view name)
{
    return choice(name, {{"released", {"Released", "主动释放"}},
                         {"returned", {"Not followed up", "久未跟进"}}})
        .label("How it came there", "进入公海方式");
}

FieldSpec tier(std::string_view name)
{
    return choice(name, {{"vip", {"VIP", "VIP"}},
                         {"major", {"Major", "主要"}},
                         {"ordinary", {"Regular", "普通"}},
                         {"small", {"Small", "小"}}})
        .label("Tier", "等级");
}

} // namespace fieldbook::types
