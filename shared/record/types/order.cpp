#include "shared/record/types/types.h"

namespace fieldbook::types {

const TypeSpec& order()
{
    static const TypeSpec spec = [] {
        TypeSpec type;
        type.name = "order";
        type.label = {"Order", "订单"};
        type.ownerField = "owner";
        type.parentFields = {"customer"};
        type.fields = {
            reference("customer", "customer").label("Customer", "客户").required().indexed(),
            text("number").label("Number", "单号").required().searchable().indexed().max(40).act(),
            reference("owner", "user").label("Salesperson", "业务员").indexed().act(),
            choice("state", {{"draft", {"Draft", "草稿"}},
                             {"submitted", {"Submitted", "已提交"}},
                             {"confirmed", {"Confirmed", "已确认"}},
                             {"shipped", {"Shipped", "已发货"}},
                             {"closed", {"Closed", "已完成"}},
                             {"cancelled", {"Cancelled", "已取消"}}})
                .label("State", "状态")
                .act()
                .indexed(),
            date("ordered_on").label("Ordered on", "下单日期").indexed(),
            date("requested_on").label("Deliver by", "要求送达").column(),
            date("shipped_on").label("Shipped on", "发货日期"),
            text("ship_to").label("Ship to", "送货地址"),
            reference("price_list", "price_list").label("Price list", "价格表"),
            text("currency").label("Currency", "币种").required().max(3),
            basisPoints("discount").label("Discount on the order", "整单折扣"),
            money("freight").label("Freight", "运费"),
            money("goods_total").label("Goods before discount", "原价").act().column(),
            money("discount_total").label("Discounts", "折扣").act(),
            money("tax_total").label("Tax", "税额").act(),
            money("total").label("Total", "合计").act().column(),
            integer("line_count").label("Lines", "项数").act().column(),
            reference("visit", "visit").label("Visit", "拜访"),
            reference("opportunity", "opportunity").label("Opportunity", "业务机会").column(),
            time("submitted_at").label("Submitted", "提交时间").act().column(),
            text("signature").label("Signature", "客户签名").max(40000),
            text("signed_by").label("Signed by", "签字人").max(200),
            time("signed_at").label("Signed at", "签字时间"),
            text("cancel_reason").label("Why cancelled", "取消原因").act(),
            longText("notes").label("Notes", "备注"),
        };
        addCommonFields(type.fields);
        return type;
    }();
    return spec;
}

} // namespace fieldbook::types
