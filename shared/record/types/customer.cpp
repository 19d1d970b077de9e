#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& customer()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "customer";
        type.label = {"Customer", "客户"};
        type.ownerField = "owner";
        type.fields = {
            text("name").label("Name", "名称").required().ask().name().business().column(),
            text("short_name").label("Short name", "简称").name(),
            text("code").label("Code", "客户编码").searchable().indexed(),
            choice("kind",
                   {{"organisation", {"Organisation", "单位"}}, {"person", {"Person", "个人"}}})
                .label("Kind", "类型")
                .required()
                .column(),
            reference("owner", "user").label("Responsible", "负责人").indexed().act(),
            text("assign_reason").label("Why given on", "上次分配原因").act(),
            tier("tier").column(),
            choice("status", {{"prospect", {"Prospect", "意向"}},
                              {"active", {"Active", "合作中"}},
                              {"dormant", {"Dormant", "休眠"}},
                              {"lost", {"Lost", "流失"}}})
                .label("Status", "状态")
                .column(),
            text("industry").label("Industry", "行业").column(),
            text("region").label("Region", "地区").column(),
            text("phone").label("Phone", "电话").phone().max(60).column(),
            textSet("more_phones").label("Other phones", "其他电话").phone(),
            text("fax").label("Fax", "传真").business().max(60),
            text("email").label("E-mail", "邮箱").business().max(254),
            text("website").label("Website", "网站").max(400),
            text("country").label("Country", "国家").max(100),
            text("city").label("City", "城市").searchable().column(),
            text("address").label("Address", "地址").searchable().business().column(),
            text("postcode").label("Postcode", "邮编").max(20),
            geo("position").label("Position", "位置").column(),
            reference("price_list", "price_list").label("Price list", "价格表").column(),
            money("credit_limit").label("Credit limit", "信用额度").server(),
            text("id_number").label("ID number", "身份证号码").sensitive().ask().max(60),
            text("tax_number").label("Tax number", "税号").ask().max(60),
            text("payment_terms").label("Payment terms", "付款条件").max(200),
            integer("visit_every_days").label("Visit every (days)", "拜访周期（天）").column(),
            textSet("tags").label("Tags", "标签"),
            longText("profile").label("Profile", "客户概况"),
            longText("promise").label("Promised", "上次答应"),
            // Whether anybody ever had a share in it: where nobody had, nobody looks for one.
            boolean("shared").label("Has been shared", "曾共享").act(),
            time("last_contact_at").label("Last contact", "最近联系").act().indexed(),
            time("next_contact_at").label("Next contact", "下次联系").act().column(),
            // In the public pool: since when, of which board, how it came there and whose it was.
            time("pooled_at").label("In the pool since", "进入公海时间").act().column(),
            reference("pool", "team").label("Pool of", "所属公海").act(),
            pooledHow("pool_kind").act(),
            text("pool_reason").label("Why in the pool", "进入公海原因").act(),
            reference("former_owner", "user").label("Formerly responsible", "原负责人").act(),
            date("protected_until").label("Protected until", "保护期至").act().column(),
            text("protect_reason").label("Why protected", "保护原因").act(),
            reference("merged_into", "customer").label("Merged into", "合并到").act(),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
