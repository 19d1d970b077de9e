#pragma once

#include "shared/base/result.h"
#include "shared/rules/world.h"

#include <span>

// What must hold of a record whoever wrote it. Tablet and server ask both after every merge and
// before storing what came out.
namespace fieldbook::rules {

// The record as it would stand: required fields, ranges, fields that must agree with one another or
// with the record above (a line's currency with its order's).
//
// Codes: `field.required`, `reference.nil`, `percent.range`, `discount.range`, `tax.range`,
// `quantity.range`, `price.range`, `number.negative`, `money.negative`, `currency.unknown`,
// `order.currency_mixed`, `appointment.ends_before_start`, `appointment.except_on` (days as
// 2026-05-14), `attachment.sha256`, and of time zones and repetitions those of shared/calendar.
[[nodiscard]] Result<void> validate(const Record& record, const World& world);

// Whether these fields of the record may be edited (or, for a new one, set) in the state in which
// things stand: what lies in the recycle bin is first restored (`record.deleted`), so that whoever
// edited it meanwhile is told; an order that is no draft any more, and its lines, are only changed
// by acts (`order.locked`).
[[nodiscard]] Result<void>
checkEditable(const Record& standing, std::span<const std::size_t> fields, const World& world);

} // namespace fieldbook::rules
