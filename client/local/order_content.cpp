#include "client/local/order_content.h"

#include <nlohmann/json.hpp>

namespace fieldbook::client {
namespace {

using Json = nlohmann::json;

Json jsonOf(const DraftLine& line)
{
    auto steps = Json::array();
    for (const rules::PriceStep& step : line.steps) {
        steps.push_back({step.from, step.price.minor()});
    }
    return {{"steps", std::move(steps)},
            {"product", line.product.text()},
            {"code", line.code},
            {"name", line.name},
            {"unit", line.unit},
            {"quantity", line.quantity},
            {"list_price", line.listPrice.minor()},
            {"unit_price", line.unitPrice.minor()},
            {"currency", std::string{line.unitPrice.currency().code()}},
            {"discount", line.discount},
            {"tax_rate", line.taxRate}};
}

Result<DraftLine> lineFrom(const Json& json)
{
    const auto product = Uuid::parse(json.at("product").get<std::string>());
    const auto currency = Currency::parse(json.at("currency").get<std::string>());
    if (!product || !currency) {
        return fail(ErrorKind::Invalid, "draft.malformed", "line");
    }
    std::vector<rules::PriceStep> steps;
    // Drafts of older versions have none.
    for (const Json& step : json.value("steps", Json::array())) {
        steps.push_back({step.at(0).get<std::int64_t>(),
                         Money::fromMinor(step.at(1).get<std::int64_t>(), *currency)});
    }
    return DraftLine{
        .product = *product,
        .code = json.at("code"),
        .name = json.at("name"),
        .unit = json.at("unit"),
        .quantity = json.at("quantity"),
        .listPrice = Money::fromMinor(json.at("list_price").get<std::int64_t>(), *currency),
        .unitPrice = Money::fromMinor(json.at("unit_price").get<std::int64_t>(), *currency),
        .discount = json.at("discount"),
        .taxRate = json.at("tax_rate"),
        .steps = std::move(steps)};
}

Result<OrderContent> contentFrom(const Json& json)
{
    OrderContent content;
    content.number = json.at("number");
    for (const Json& each : json.at("lines")) {
        auto line = lineFrom(each);
        if (!line) {
            return fail(line.error());
        }
        content.lines.push_back(std::move(*line));
    }
    content.discount = json.at("discount");
    if (const std::string day = json.at("requested_on"); !day.empty()) {
        auto parsed = parseIsoDate(day);
        if (!parsed) {
            return fail(parsed.error());
        }
        content.requestedOn = *parsed;
    }
    content.shipTo = json.at("ship_to");
    content.notes = json.at("notes");
    content.signature = json.at("signature");
    content.signedBy = json.at("signed_by");
    if (const Json& at = json.at("signed_at"); !at.is_null()) {
        content.signedAt = fromMillis(at.get<std::int64_t>());
    }
    return content;
}

} // namespace

void DraftLine::setQuantity(std::int64_t thousandths)
{
    quantity = thousandths;
    if (const rules::PriceStep* step = rules::stepFor(steps, thousandths)) {
        listPrice = step->price;
        unitPrice = step->price;
    }
}

bool OrderContent::isBlank() const
{
    return lines.empty() && notes.empty() && signature.empty() && signedBy.empty() &&
           !requestedOn && discount == 0;
}

std::string OrderContent::json() const
{
    Json json{{"number", number},
              {"lines", Json::array()},
              {"discount", discount},
              {"requested_on", requestedOn ? toIsoDate(*requestedOn) : std::string{}},
              {"ship_to", shipTo},
              {"notes", notes},
              {"signature", signature},
              {"signed_by", signedBy},
              {"signed_at", signedAt ? Json(toMillis(*signedAt)) : Json{}}};
    for (const DraftLine& line : lines) {
        json["lines"].push_back(jsonOf(line));
    }
    return json.dump();
}

Result<OrderContent> OrderContent::parse(std::string_view json)
{
    try {
        return contentFrom(Json::parse(json));
    } catch (const Json::exception& error) {
        return fail(ErrorKind::Invalid, "draft.malformed", error.what());
    }
}

Result<rules::OrderTotals> reckon(OrderContent& content, const OrderTermsOf& terms)
{
    std::vector<rules::LineTerms> lines;
    for (const DraftLine& line : content.lines) {
        if (line.unitPrice.currency() != terms.currency) {
            return fail(ErrorKind::Conflict, "order.currency_mixed", line.code);
        }
        lines.push_back({line.quantity, line.unitPrice.minor(), line.discount, line.taxRate});
    }
    const rules::OrderTerms order{.currency = terms.currency,
                                  .discount = content.discount,
                                  .freight = 0,
                                  .taxIncluded = terms.taxIncluded};
    auto totals = rules::orderTotals(order, lines);
    for (std::size_t i = 0; totals && i < content.lines.size(); ++i) {
        content.lines[i].goods = totals->lines[i].goods;
        content.lines[i].total = totals->lines[i].line;
    }
    return totals;
}

} // namespace fieldbook::client
