#pragma once

#include "client/local/order_content.h"
#include "client/local/queries.h"
#include "client/local/recorder.h"

#include <optional>
#include <string>
#include <vector>

// What an order that is being written asks of the store, and what it records there: the thread of
// the reader or the writer.
namespace fieldbook::client {

// What the order stands on: the customer and its terms.
struct OrderBasis {
    std::string name;
    std::string tier;
    std::string address;
    OrderTermsOf terms;
};

struct LoadedOrder {
    OrderBasis basis;
    std::optional<OrderContent> draft; // What was left unfinished.
};

// Nothing where the customer is not there.
[[nodiscard]] std::optional<LoadedOrder> loadOrder(Queries& store, const Uuid& customer);

struct LastOrdered {
    ProductRow product;
    std::int64_t quantity = 0;
};

// The newest order that was submitted, as its products stand in the catalogue now; those that are
// no longer sold are left out.
[[nodiscard]] std::vector<LastOrdered> lastOrdered(Queries& store, const Uuid& customer);

[[nodiscard]] std::string orderDraftKey(const Uuid& customer);

// Keeps the draft and gives the order's number, which the first save takes from the block. Kept
// also where there is no number to be had (`numbers.none`).
[[nodiscard]] Result<std::string>
saveOrder(Recorder& recorder, const Uuid& customer, OrderContent content);

struct OrderSubmission {
    Uuid customer;
    Uuid visit; // Nil: none; also below.
    Uuid opportunity;
    Date orderedOn;
    OrderTermsOf terms;
    OrderContent content;
};

struct SubmittedOrder {
    Uuid id;
    std::string number;
};

// Order, lines and submission stand or fall together; the draft goes once they are written.
[[nodiscard]] Result<SubmittedOrder> submitOrder(Recorder& recorder,
                                                 const OrderSubmission& submission);

} // namespace fieldbook::client
