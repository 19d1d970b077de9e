#include "server/import/planned_totals.h"

#include "shared/rules/totals.h"

#include <optional>
#include <vector>

namespace fieldbook::server::import {
namespace {

Record recordOf(const rules::RecordWrite& write)
{
    Record record{*write.type, write.id};
    rules::applyTo(record, write);
    return record;
}

} // namespace

Result<void> setTotals(rules::RecordWrite& order,
                       std::span<rules::RecordWrite* const> lines,
                       const rules::RecordWrite* priceList)
{
    const auto list =
        priceList == nullptr ? std::nullopt : std::optional<Record>{recordOf(*priceList)};
    const auto terms = rules::OrderTerms::of(recordOf(order), list ? &*list : nullptr);
    if (!terms) {
        return fail(terms.error());
    }
    std::vector<rules::LineTerms> lineTerms;
    for (const auto* line : lines) {
        auto one = rules::LineTerms::of(recordOf(*line), terms->currency);
        if (!one) {
            return fail(one.error());
        }
        lineTerms.push_back(*one);
    }
    const auto totals = rules::orderTotals(*terms, lineTerms);
    if (!totals) {
        return fail(totals.error());
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i]->set("line_total", Money::fromMinor(totals->lines[i].line, terms->currency));
    }
    order.set("goods_total", totals->goods);
    order.set("discount_total", totals->discount);
    order.set("tax_total", totals->tax);
    order.set("total", totals->total);
    order.set("line_count", static_cast<std::int64_t>(lines.size()));
    return {};
}

} // namespace fieldbook::server::import
