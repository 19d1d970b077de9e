#include "client/local/order_submission.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

// Of the newest of a customer; what is looked for was written lately.
constexpr std::size_t ordersLookedAt = 100;
constexpr std::size_t productsLookedAt = 1'000;

template <class T>
std::optional<T> valueOf(const Record& record, std::string_view field)
{
    const T* value = std::get_if<T>(&record.get(field));
    return value != nullptr ? std::optional{*value} : std::nullopt;
}

OrderTermsOf termsOf(Queries& store, const Uuid& customer)
{
    const auto list = store.priceList(customer);
    if (!list) {
        return {};
    }
    return {.priceList = list->id(),
            .priceListName = list->textOf("name"),
            .currency = Currency::parse(list->textOf("currency")).value_or(Currency{}),
            .taxIncluded = valueOf<bool>(*list, "tax_included").value_or(false),
            .validTo = valueOf<Date>(*list, "valid_to")};
}

// An app that died between the submission and the end of its draft must not submit it twice.
bool wasSubmitted(Queries& store, const Uuid& customer, const std::string& number)
{
    const auto orders = store.orders({customer, {}, {}, ordersLookedAt});
    return !number.empty() && std::ranges::find(orders, number, &OrderRow::number) != orders.end();
}

std::vector<FieldValue> valuesOf(const OrderSubmission& submission)
{
    const OrderContent& content = submission.content;
    std::vector<FieldValue> values{{"customer", submission.customer},
                                   {"number", content.number},
                                   {"ordered_on", submission.orderedOn},
                                   {"currency", std::string{submission.terms.currency.code()}}};
    const auto also = [&](std::string_view field, bool given, Value value) {
        if (given) {
            values.emplace_back(field, std::move(value));
        }
    };
    also("price_list", !submission.terms.priceList.isNil(), submission.terms.priceList);
    also("visit", !submission.visit.isNil(), submission.visit);
    also("opportunity", !submission.opportunity.isNil(), submission.opportunity);
    also("discount", content.discount != 0, content.discount);
    also("requested_on", content.requestedOn.has_value(), content.requestedOn.value_or(Date{}));
    also("ship_to", !content.shipTo.empty(), content.shipTo);
    also("notes", !content.notes.empty(), content.notes);
    const bool isSigned = !content.signature.empty() && content.signedAt.has_value();
    also("signature", isSigned, content.signature);
    also("signed_by", isSigned && !content.signedBy.empty(), content.signedBy);
    also("signed_at", isSigned, content.signedAt.value_or(Timestamp{}));
    return values;
}

std::vector<FieldValue> valuesOf(const DraftLine& line, const Uuid& order, std::int64_t position)
{
    return {{"order", order},
            {"product", line.product},
            {"position", position},
            {"quantity", line.quantity},
            {"list_price", line.listPrice},
            {"unit_price", line.unitPrice},
            {"discount", line.discount},
            {"tax_rate", line.taxRate}};
}

} // namespace

std::optional<LoadedOrder> loadOrder(Queries& store, const Uuid& customer)
{
    const auto record = store.record(customer);
    if (!record || record->isDeleted()) {
        return std::nullopt;
    }
    LoadedOrder loaded{{record->textOf("name"), record->textOf("tier"), record->textOf("address"),
                        termsOf(store, customer)},
                       std::nullopt};
    if (const auto json = store.draft(orderDraftKey(customer))) {
        auto content = OrderContent::parse(*json);
        if (content && !wasSubmitted(store, customer, content->number)) {
            loaded.draft = std::move(*content);
        }
    }
    return loaded;
}

std::vector<LastOrdered> lastOrdered(Queries& store, const Uuid& customer)
{
    const auto orders = store.orders({customer, {}, {}, ordersLookedAt});
    const auto last = std::ranges::find_if(orders, [](const OrderRow& order) {
        return order.state != "draft" && order.state != "cancelled";
    });
    if (last == orders.end() || store.isArriving(last->id)) {
        return {};
    }
    const auto products = store.catalogue({customer, "usual", {}, productsLookedAt});
    std::vector<LastOrdered> lines;
    for (const OrderLineRow& line : store.orderLines(last->id)) {
        const auto product = std::ranges::find(products, line.product, &ProductRow::id);
        if (product != products.end()) {
            lines.push_back({*product, line.quantity});
        }
    }
    return lines;
}

std::string orderDraftKey(const Uuid& customer) { return "order:" + customer.text(); }

Result<std::string> saveOrder(Recorder& recorder, const Uuid& customer, OrderContent content)
{
    Result<std::string> number = content.number;
    if (content.number.empty()) {
        number = recorder.nextNumber("order");
        content.number = number.value_or(std::string{});
    }
    recorder.saveDraft(orderDraftKey(customer), content.json());
    return number;
}

Result<SubmittedOrder> submitOrder(Recorder& recorder, const OrderSubmission& submission)
{
    OrderSubmission whole = submission;
    auto number = saveOrder(recorder, whole.customer, whole.content);
    if (!number) {
        return fail(number.error());
    }
    whole.content.number = *number;
    const auto group = recorder.group();
    const auto order = group->create("order", valuesOf(whole));
    if (!order) {
        return fail(order.error());
    }
    std::int64_t position = 0;
    for (const DraftLine& line : whole.content.lines) {
        if (auto made = group->create("order_line", valuesOf(line, *order, ++position)); !made) {
            return fail(made.error());
        }
    }
    if (auto done = group->act("order.submit", *order, "{}"); !done) {
        return fail(done.error());
    }
    if (auto done = group->commit(); !done) {
        return fail(done.error());
    }
    recorder.dropDraft(orderDraftKey(whole.customer));
    return SubmittedOrder{*order, *number};
}

} // namespace fieldbook::client
