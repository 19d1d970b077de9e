#include "client/models/orders/order_draft_lines.h"

#include "client/models/roles.h"

namespace fieldbook::client {

OrderDraftLines::OrderDraftLines(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            [](const DraftLine& line) { return toQt(line.product); },
            {
                {"productId", [](const DraftLine& line) { return toQt(line.product); }},
                {"code", [](const DraftLine& line) { return toQt(line.code); }},
                {"name", [](const DraftLine& line) { return toQt(line.name); }},
                {"unit", [](const DraftLine& line) { return toQt(line.unit); }},
                {"quantity",
                 [](const DraftLine& line) { return static_cast<double>(line.quantity) / 1'000; }},
                {"priceMinor", [](const DraftLine& line) { return toQt(line.unitPrice.minor()); }},
                {"currency",
                 [](const DraftLine& line) { return toQt(line.unitPrice.currency().code()); }},
                {"percentOff",
                 [](const DraftLine& line) { return static_cast<double>(line.discount) / 100; }},
                {"goodsMinor", [](const DraftLine& line) { return toQt(line.goods); }},
                {"totalMinor", [](const DraftLine& line) { return toQt(line.total); }},
            }}
{}

} // namespace fieldbook::client
