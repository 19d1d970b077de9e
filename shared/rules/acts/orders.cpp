#include "shared/rules/acts/act.h"
#include "shared/rules/totals.h"

// draft -> submitted -> confirmed -> shipped -> closed; cancelled from any but the last two.
namespace fieldbook::rules {
namespace {

tl::unexpected<Error> refuseState(const Record& order)
{
    return refuse("order.state", order.textOf("state"));
}

// The price list of the order. One that has ended, or is gone, gives no prices any more.
Result<std::optional<Record>> priceListOf(const ActCase& act, Date orderedOn)
{
    const Uuid id = act.record.referenceOf("price_list");
    if (id.isNil()) {
        return std::optional<Record>{};
    }
    auto list = act.world.find(id);
    if (!list || list->type().name != "price_list") {
        return fail(ErrorKind::NotFound, "reference.missing", "price_list");
    }
    const auto* last = std::get_if<Date>(&list->get("valid_to"));
    if (list->isDeleted() || (last != nullptr && *last < orderedOn)) {
        return refuse("order.price_list_ended", list->textOf("name"));
    }
    return list;
}

Money inCurrency(std::int64_t minor, const OrderTerms& terms)
{
    return Money::fromMinor(minor, terms.currency);
}

Result<void> reckon(Writes& writes, const ActCase& act, const Record* priceList)
{
    auto lines = act.world.referring(typeNamed("order_line"), "order", act.record.id());
    if (lines.empty()) {
        return refuse("order.empty");
    }
    sortLines(lines);
    const auto terms = OrderTerms::of(act.record, priceList);
    if (!terms) {
        return fail(terms.error());
    }
    std::vector<LineTerms> lineTerms;
    for (const Record& line : lines) {
        auto one = LineTerms::of(line, terms->currency);
        if (!one) {
            return fail(one.error());
        }
        lineTerms.push_back(*one);
    }
    const auto totals = orderTotals(*terms, lineTerms);
    if (!totals) {
        return fail(totals.error());
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Value total{inCurrency(totals->lines[i].line, *terms)};
        if (lines[i].get("line_total") != total) {
            writes.of(lines[i]).set("line_total", total);
        }
    }
    RecordWrite& write = writes.of(act.record);
    write.set("goods_total", totals->goods);
    write.set("discount_total", totals->discount);
    write.set("tax_total", totals->tax);
    write.set("total", totals->total);
    write.set("line_count", static_cast<std::int64_t>(lines.size()));
    return {};
}

Result<Writes> submit(const ActCase& act)
{
    if (act.record.textOf("state") != "draft") {
        return refuseState(act.record);
    }
    const auto* ordered = std::get_if<Date>(&act.record.get("ordered_on"));
    const Date orderedOn = ordered != nullptr ? *ordered : act.today();
    const auto priceList = priceListOf(act, orderedOn);
    if (!priceList) {
        return fail(priceList.error());
    }
    Writes writes;
    if (auto done = reckon(writes, act, *priceList ? &**priceList : nullptr); !done) {
        return fail(done.error());
    }
    RecordWrite& write = writes.of(act.record);
    write.set("state", std::string{"submitted"});
    write.set("submitted_at", act.call.at);
    write.set("ordered_on", orderedOn);
    if (act.arguments.has("signature")) {
        write.set("signature", act.arguments.get("signature"));
        write.set("signed_at", act.call.at);
    }
    if (act.arguments.has("signed_by")) {
        write.set("signed_by", act.arguments.get("signed_by"));
    }
    return writes;
}

Result<Writes> advance(const ActCase& act, std::string_view from, std::string_view to)
{
    if (act.record.textOf("state") != from) {
        return refuseState(act.record);
    }
    Writes writes;
    writes.of(act.record).set("state", std::string{to});
    return writes;
}

Result<Writes> confirm(const ActCase& act) { return advance(act, "submitted", "confirmed"); }

Result<Writes> ship(const ActCase& act)
{
    auto writes = advance(act, "confirmed", "shipped");
    if (writes) {
        const Value& day = act.arguments.get("shipped_on");
        writes->of(act.record).set("shipped_on", isEmpty(day) ? Value{act.today()} : day);
    }
    return writes;
}

Result<Writes> close(const ActCase& act) { return advance(act, "shipped", "closed"); }

Result<Writes> cancel(const ActCase& act)
{
    const auto& state = act.record.textOf("state");
    if (state != "draft" && state != "submitted" && state != "confirmed") {
        return refuseState(act.record);
    }
    if (!act.arguments.has("reason")) {
        return refuse("order.reason_missing");
    }
    if (state == "confirmed") {
        if (auto allowed = mayManage(act.actor(), act.facts); !allowed) {
            return fail(allowed.error());
        }
    }
    Writes writes;
    RecordWrite& write = writes.of(act.record);
    write.set("state", std::string{"cancelled"});
    write.set("cancel_reason", act.arguments.get("reason"));
    return writes;
}

} // namespace

std::vector<ActDeclaration> orderActs()
{
    return {
        {"order.submit",
         {"Submit", "提交"},
         ActAccess::Writer,
         {asField("order", "signature"), asField("order", "signed_by")},
         submit},
        {"order.confirm", {"Confirm", "确认"}, ActAccess::Manager, {}, confirm},
        {"order.ship",
         {"Ship", "发货"},
         ActAccess::Manager,
         {asField("order", "shipped_on")},
         ship},
        {"order.close", {"Close", "完成"}, ActAccess::Manager, {}, close},
        {"order.cancel", {"Cancel", "取消"}, ActAccess::Either, {text("reason")}, cancel},
    };
}

} // namespace fieldbook::rules
