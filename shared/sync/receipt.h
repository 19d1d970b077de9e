#pragma once

#include "shared/sync/change.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::sync {

enum class Outcome : std::uint8_t { Applied, Merged, Refused };

// What became of one field that did not simply win.
enum class FieldOutcome : std::uint8_t {
    Lost, // The other value stays; mine is in history.
    Won, // Mine replaced a value that I had not seen; it is in history.
    Asked, // Both stand until a person picks.
    Combined, // A text in which both stand.
};

struct FieldReceipt {
    std::string field;
    FieldOutcome outcome = FieldOutcome::Lost;
    Value mine;
    Value theirs;
    Value result;
    Uuid theirAuthor;
    Version theirVersion;

    friend bool operator==(const FieldReceipt&, const FieldReceipt&) = default;
};

// The server's answer to one change. A refusal is final.
//
//   {"n":17,"outcome":"applied","seq":991}
//   {"n":18,"outcome":"merged","seq":992,"type":"customer","fields":[{"field":"amount","outcome":"asked",
//        "mine":..,"theirs":..,"result":..,"by":"<user>","v":"<version>"}]}
//   {"n":19,"outcome":"refused","seq":992,"code":"order.empty","reason":{"en":"..","zh":".."}}
struct Receipt {
    std::int64_t number = 0;
    Outcome outcome = Outcome::Applied;
    // Once a tablet has pulled up to this sequence, what the change did is in what it pulled.
    std::int64_t sequence = 0;
    const TypeSpec* type = nullptr; // Set where there are fields.
    std::vector<FieldReceipt> fields;
    std::string code;
    std::string reasonEn;
    std::string reasonZh;

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

[[nodiscard]] std::string toJson(const Receipt& receipt);
// Code `receipt.malformed`. A field or value that this program does not know (from a newer server)
// is left out; the outcome still counts.
[[nodiscard]] Result<Receipt> parseReceipt(std::string_view json);

} // namespace fieldbook::sync
