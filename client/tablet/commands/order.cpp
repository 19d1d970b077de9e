#include "client/local/order_submission.h"
#include "client/tablet/commands/command.h"
#include "client/tablet/printing.h"
#include "client/tablet/typed_values.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>

namespace fieldbook::client::tablet {
namespace {

constexpr std::size_t productsMax = 100'000;

struct Asked {
    std::string customer;
    std::vector<std::string> lines; // product=quantity
    std::string discount; // Percent on the whole order.
    std::string notes;
};

Result<DraftLine>
lineFrom(Tablet& tablet, const std::vector<ProductRow>& catalogue, const Pair& asked)
{
    const auto id = findRecord(tablet, typeNamed("product"), asked.first);
    if (!id) {
        return fail(id.error());
    }
    const auto quantity =
        valueFrom(tablet, typeNamed("order_line").field("quantity"), asked.second);
    if (!quantity || isEmpty(*quantity)) {
        return quantity ? fail(ErrorKind::Invalid, "quantity.range", asked.first)
                        : fail(quantity.error());
    }
    const auto product = std::ranges::find(catalogue, *id, &ProductRow::id);
    if (product == catalogue.end() || !product->price) {
        return fail(ErrorKind::NotFound, "price.missing", asked.first);
    }
    DraftLine line{.product = product->id,
                   .code = product->code,
                   .name = product->name,
                   .unit = product->unit,
                   .quantity = std::get<std::int64_t>(*quantity),
                   .listPrice = *product->price,
                   .unitPrice = *product->price,
                   .taxRate = product->taxRate,
                   .steps = product->steps};
    line.setQuantity(line.quantity);
    return line;
}

Result<OrderContent> contentFrom(Tablet& tablet, const Uuid& customer, const Asked& asked)
{
    const auto pairs = pairsFrom(asked.lines);
    if (!pairs) {
        return fail(pairs.error());
    }
    const auto catalogue = tablet.queries.catalogue({customer, {}, {}, productsMax});
    OrderContent content;
    for (const Pair& pair : *pairs) {
        auto line = lineFrom(tablet, catalogue, pair);
        if (!line) {
            return fail(line.error());
        }
        content.lines.push_back(std::move(*line));
    }
    const auto discount = valueFrom(tablet, typeNamed("order").field("discount"), asked.discount);
    if (!discount) {
        return fail(discount.error());
    }
    content.discount = isEmpty(*discount) ? 0 : std::get<std::int64_t>(*discount);
    content.notes = asked.notes;
    return content;
}

Result<SubmittedOrder> submit(Tablet& tablet, const Asked& asked)
{
    const auto customer = findRecord(tablet, typeNamed("customer"), asked.customer);
    if (!customer) {
        return fail(customer.error());
    }
    const auto basis = loadOrder(tablet.queries, *customer);
    if (!basis) {
        return fail(ErrorKind::NotFound, "record.missing", asked.customer);
    }
    auto content = contentFrom(tablet, *customer, asked);
    if (!content) {
        return fail(content.error());
    }
    return submitOrder(tablet.store.recorder(),
                       {.customer = *customer,
                        .visit = {},
                        .opportunity = {},
                        .orderedOn = tablet.zone.dateAt(tablet.clock.now()),
                        .terms = basis->basis.terms,
                        .content = std::move(*content)});
}

Exit order(Tablet& tablet, const Asked& asked)
{
    const auto done = submit(tablet, asked);
    if (!done) {
        return tablet.console.refuse(done.error());
    }
    const auto record = tablet.store.openQueries()->record(done->id);
    const auto* money = record ? std::get_if<Money>(&record->get("total")) : nullptr;
    const Money total = money != nullptr ? *money : Money{};
    if (tablet.console.asJson) {
        printJson(
            tablet.console,
            {{"id", done->id.text()}, {"number", done->number}, {"total", toJson(Value{total})}});
    } else {
        tablet.console.out << done->number << "  " << total.decimal() << ' '
                           << total.currency().code() << "  " << done->id.text() << '\n';
    }
    return Exit::Done;
}

} // namespace

void addOrder(CLI::App& app, const Console& console, Action& chosen)
{
    auto* command =
        app.add_subcommand("order", console.say({"Write an order and submit it", "开订单并提交"}));
    const auto asked = std::make_shared<Asked>();
    command->add_option("customer", asked->customer, console.say({"Id or name", "标识或名称"}))
        ->required();
    command
        ->add_option("lines", asked->lines,
                     console.say({"product=quantity .. (product by id, code or name)",
                                  "产品=数量 ..（产品用标识、编码或名称）"}))
        ->required();
    command->add_option("--discount", asked->discount,
                        console.say({"Percent off the whole order", "整单折扣（%）"}));
    command->add_option("--notes", asked->notes, console.say({"Notes", "备注"}));
    command->callback(
        [&chosen, asked] { chosen.onStore = [asked](Tablet& now) { return order(now, *asked); }; });
}

} // namespace fieldbook::client::tablet
