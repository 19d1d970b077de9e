#include "shared/rules/exports.h"

#include "shared/rules/access.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace fieldbook::rules {
namespace {

constexpr std::array<std::string_view, 12> business{
    "activity", "appointment", "contact", "customer",   "lead",     "opportunity",
    "order",    "order_line",  "price",   "price_list", "reminder", "visit"};
constexpr std::array<std::string_view, 4> accounts{"order", "order_line", "price", "price_list"};

} // namespace

Exporting exportingOf(Role role, const TypeSpec& type)
{
    const auto may = specOf(role).exports;
    if (type.name == "product") {
        return may == Exporting::Never ? may : Exporting::May; // A catalogue is no secret.
    }
    if (!std::ranges::binary_search(business, type.name)) {
        return Exporting::Never;
    }
    if (may == Exporting::Accounts) {
        return std::ranges::binary_search(accounts, type.name) ? Exporting::May : Exporting::Asks;
    }
    return may;
}

bool mayExport(Role role, const FieldSpec& field)
{
    return field.personal != Personal::Sensitive && accessTo(role, field) >= FieldAccess::View;
}

} // namespace fieldbook::rules
