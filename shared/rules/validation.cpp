#include "shared/rules/validation.h"

#include "shared/calendar/recurrence.h"
#include "shared/rules/identity.h"
#include "shared/rules/totals.h"

#include <algorithm>
#include <array>
#include <string>

namespace fieldbook::rules {
namespace {

tl::unexpected<Error> invalid(std::string_view code, const FieldSpec& field)
{
    return fail(ErrorKind::Invalid, code, std::string{field.fieldName});
}

Result<void> checkNumber(const FieldSpec& field, std::int64_t number)
{
    if (field.kind == FieldKind::BasisPoints && (number < 0 || number > 10'000)) {
        const auto code = field.fieldName == "discount"   ? "discount.range"
                          : field.fieldName == "tax_rate" ? "tax.range"
                                                          : "percent.range";
        return invalid(code, field);
    }
    if (field.kind == FieldKind::Integer && number < 0) {
        return invalid("number.negative", field);
    }
    return {};
}

Result<void> checkField(const FieldSpec& field, const Value& value)
{
    if (isEmpty(value)) {
        return field.isRequired ? invalid("field.required", field) : Result<void>{};
    }
    if (const auto* reference = std::get_if<Uuid>(&value); reference && reference->isNil()) {
        return invalid("reference.nil", field);
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return checkNumber(field, *number);
    }
    if (const auto* money = std::get_if<Money>(&value); money && money->minor() < 0) {
        return invalid("money.negative", field);
    }
    return {};
}

Result<void> checkRepetition(const Record& record)
{
    if (const auto& zone = record.textOf("time_zone"); !zone.empty()) {
        if (const auto found = Zone::find(zone); !found) {
            return fail(found.error());
        }
    }
    if (const auto& rule = record.textOf("recurrence"); !rule.empty()) {
        if (const auto parsed = Recurrence::parse(rule); !parsed) {
            return fail(parsed.error());
        }
    }
    return {};
}

Result<void> checkReminder(const Record& reminder, const World&)
{
    return checkRepetition(reminder);
}

Result<void> checkAppointment(const Record& appointment, const World&)
{
    if (std::get<Timestamp>(appointment.get("ends_at")) <
        std::get<Timestamp>(appointment.get("starts_at"))) {
        return fail(ErrorKind::Invalid, "appointment.ends_before_start", "ends_at");
    }
    if (const auto* days = std::get_if<TextSet>(&appointment.get("except_on"))) {
        const auto isDay = [](const std::string& day) { return parseIsoDate(day).has_value(); };
        if (!std::ranges::all_of(*days, isDay)) {
            return fail(ErrorKind::Invalid, "appointment.except_on", "except_on");
        }
    }
    return checkRepetition(appointment);
}

Result<void> checkOrder(const Record& order, const World&)
{
    const auto terms = OrderTerms::of(order, nullptr);
    return terms ? Result<void>{} : fail(terms.error());
}

Result<void> checkOrderLine(const Record& line, const World& world)
{
    const auto order = world.find(line.referenceOf("order"));
    const auto currency = order && order->type().name == "order"
                              ? Currency::parse(order->textOf("currency"))
                              : std::get<Money>(line.get("unit_price")).currency();
    if (!currency) {
        return fail(currency.error());
    }
    const auto terms = LineTerms::of(line, *currency);
    return terms ? Result<void>{} : fail(terms.error());
}

Result<void> checkAttachment(const Record& attachment, const World&)
{
    const auto& digest = attachment.textOf("sha256");
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (digest.size() != 64 || !std::ranges::all_of(digest, isHex)) {
        return fail(ErrorKind::Invalid, "attachment.sha256", "sha256");
    }
    return {};
}

// A longer journey is entered in parts: one that never ends would be a way around the login rule.
constexpr std::chrono::days tripDaysMax{92};

Result<void> checkTrip(const Record& trip, const World&)
{
    const std::chrono::sys_days first{std::get<Date>(trip.get("from_day"))};
    const std::chrono::sys_days last{std::get<Date>(trip.get("to_day"))};
    if (last < first) {
        return fail(ErrorKind::Invalid, "trip.ends_before_start", "to_day");
    }
    if (last - first >= tripDaysMax) {
        return fail(ErrorKind::Invalid, "trip.too_long", "to_day");
    }
    return {};
}

// Of a person it is a resident's; a company may have any.
Result<void> checkCustomer(const Record& customer, const World&)
{
    const auto& number = customer.textOf("id_number");
    if (number.empty() || customer.textOf("kind") != "person" ||
        isResidentId(plainIdNumber(number))) {
        return {};
    }
    return fail(ErrorKind::Invalid, "identity.checksum", "id_number");
}

struct TypeCheck {
    std::string_view type;
    Result<void> (*check)(const Record&, const World&);
};

constexpr std::array typeChecks{TypeCheck{"appointment", checkAppointment},
                                TypeCheck{"reminder", checkReminder},
                                TypeCheck{"order", checkOrder},
                                TypeCheck{"order_line", checkOrderLine},
                                TypeCheck{"attachment", checkAttachment},
                                TypeCheck{"trip", checkTrip},
                                TypeCheck{"customer", checkCustomer}};

// What may still be written into an order that the customer has placed.
bool staysOpen(const FieldSpec& field) { return field.fieldName == "notes"; }

} // namespace

Result<void> validate(const Record& record, const World& world)
{
    const TypeSpec& type = record.type();
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        if (auto checked = checkField(type.fields[i], record.at(i)); !checked) {
            return checked;
        }
    }
    const auto* own = std::ranges::find(typeChecks, type.name, &TypeCheck::type);
    return own == typeChecks.end() ? Result<void>{} : own->check(record, world);
}

Result<void>
checkEditable(const Record& standing, std::span<const std::size_t> fields, const World& world)
{
    const TypeSpec& type = standing.type();
    const auto restores = [&](std::size_t field) {
        return type.fields[field].fieldName == "deleted_at";
    };
    if (standing.isDeleted() && std::ranges::none_of(fields, restores)) {
        return fail(ErrorKind::Conflict, "record.deleted", standing.id().text());
    }
    const auto isDraft = [](const Record& order) {
        return isEmpty(order.get("state")) || order.textOf("state") == "draft";
    };
    if (type.name == "order") {
        const auto open = [&](std::size_t field) { return staysOpen(type.fields[field]); };
        if (!isDraft(standing) && !std::ranges::all_of(fields, open)) {
            return fail(ErrorKind::Conflict, "order.locked", standing.id().text());
        }
    } else if (type.name == "order_line") {
        const auto order = world.find(standing.referenceOf("order"));
        if (order && order->type().name == "order" && !isDraft(*order)) {
            return fail(ErrorKind::Conflict, "order.locked", order->id().text());
        }
    }
    return {};
}

} // namespace fieldbook::rules
