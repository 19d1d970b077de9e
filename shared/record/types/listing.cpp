#include "shared/record/types/types.h"

namespace fieldbook::types {

// What a whole board may know of a customer, whoever is responsible: a masked name and whose it is,
// keys by which a second one of the same is noticed, and, while it lies in the public pool, what
// helps to decide about claiming it. The server derives it (rules/listing.h).
const TypeSpec& listing()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "listing";
        type.label = {"Listing", "客户登记"};
        type.parentFields = {"customer"};
        type.tabletWrites = false;
        const auto key = [](std::string_view name, std::string_view en, std::string_view zh) {
            return text(name).label(en, zh).max(16).indexed().act();
        };
        type.fields = {
            reference("customer", "customer").label("Customer", "客户").indexed().act(),
            text("name").label("Name", "名称").column().act(),
            reference("owner", "user").label("Responsible", "负责人").act(),
            key("name_key", "Key of the name", "名称索引"),
            key("sound_key", "Key of the sound", "读音索引"),
            key("phone_key", "Key of the phone", "电话索引"),
            key("phone_key_2", "Key of another phone", "电话索引二"),
            key("phone_key_3", "Key of a third phone", "电话索引三"),
            key("id_key", "Key of the ID number", "证件索引"),
            time("pooled_at").label("In the pool since", "进入公海时间").indexed().act(),
            pooledHow("pool_kind").act(),
            text("pool_reason").label("Why in the pool", "进入公海原因").act(),
            reference("former_owner", "user").label("Formerly responsible", "原负责人").act(),
            text("city").label("City", "城市").act(),
            text("industry").label("Industry", "行业").act(),
            tier("tier").act(),
            time("last_contact_at").label("Last contact", "最近联系").act(),
            // On a tablet, until the server has decided.
            reference("claimed_by", "user").label("Claimed by", "领取人").act(),
            time("claimed_at").label("Claimed", "领取时间").act(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
