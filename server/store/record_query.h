#pragma once

#include "server/store/rows.h"
#include "shared/record/columns.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What lists and figures ask of the store: which records of a type, in which order, or added up by
// what.
namespace fieldbook::server {

// A field of the records asked for, or of the record that one of its references names ("the region
// of the customer"). Positions in the types' fields.
struct FieldPath {
    std::optional<std::size_t> through; // The reference.
    std::size_t field = 0;

    friend bool operator==(const FieldPath&, const FieldPath&) = default;
};

// Something that is true of a record or not: of one of its fields, or of parts of which all or any
// must be true. Nothing of nothing: all of no parts is true.
struct Condition {
    enum class Kind : std::uint8_t {
        All,
        Any,
        OneOf, // Equal to one of the values.
        NoneOf, // To none, or empty.
        Below,
        AtMost,
        Above,
        AtLeast,
        Contains, // Text within the text, or within the pinyin of a name.
        Present,
        Missing,
    };

    Kind kind = Kind::All;
    std::vector<Condition> parts = {};
    FieldPath path = {};
    std::vector<Value> values = {};
};

// What stands in one column of an answer; the text is its own.
using OwnCell = std::variant<std::monostate, std::int64_t, double, std::string, Uuid>;

struct RecordFilter {
    const TypeSpec* type = nullptr;
    // Records that stand in one of these; also for what references name.
    std::vector<FeedName> visibleTo = {};
    Condition where = {};
};

// Where a page ended: the value it is ordered by, and the record.
struct QueryPosition {
    OwnCell value;
    Uuid id;
};

struct RecordQuery {
    RecordFilter filter;
    // Names are ordered by their pinyin, money by its amount; without a field, by age.
    std::optional<std::size_t> orderBy;
    bool descending = false;
    std::optional<QueryPosition> after;
    std::size_t limit = 0;
};

struct TotalsQuery {
    struct Key {
        FieldPath path;
        // Times are told as the number of the quarter of an hour, since 1970 and UTC, in which they
        // lie: every zone's days begin with one.
        bool quarterHours = false;
    };
    struct Sum {
        std::size_t field = 0; // Of money.
        // Each amount times this field, in basis points, half to even.
        std::optional<std::size_t> weight;
    };

    RecordFilter filter;
    std::vector<Key> by;
    std::vector<Sum> sums;
    std::size_t groupsMax = 0;
};

struct TotalsRow {
    std::vector<OwnCell> keys;
    std::int64_t count = 0;
    // In the order of the sums; the currency is empty where there was no amount.
    struct Amount {
        std::string currency;
        std::int64_t minor = 0;
    };
    std::vector<Amount> amounts;
};

inline constexpr std::int64_t quarterHourMillis = 15 * 60 * 1000;

} // namespace fieldbook::server
