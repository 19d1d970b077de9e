#pragma once

#include "server/service/caller.h"
#include "server/service/directory_board.h"
#include "server/store/store.h"
#include "shared/calendar/zone.h"
#include "shared/rules/roles.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server {

// What lists and figures ask, in the words of the declarations; the service finds the fields and
// sees to it that the caller may know of them.
struct FieldCondition {
    Condition::Kind kind = Condition::Kind::All;
    std::vector<FieldCondition> parts = {};
    std::string field = {}; // "stage", or "customer.region" through a reference.
    std::vector<std::string> values = {}; // JSON.
};

struct ListRequest {
    std::vector<std::string> fields; // Of each record in the answer.
    FieldCondition where;
    std::string order; // Empty: the order of creation.
    bool descending = false;
    std::optional<QueryPosition> after;
    std::size_t limit = 0;
    bool counted = false;
};

struct ListAnswer {
    // Each with the values of the fields asked for, as they stand in the document.
    struct Row {
        Uuid id;
        std::string fields; // A JSON object.
    };
    std::vector<Row> rows;
    std::optional<QueryPosition> next;
    std::optional<std::int64_t> count;
    // What the records named in the rows are called, where the caller sees them.
    std::map<Uuid, std::string> names;
};

enum class KeyStep : std::uint8_t { Value, Day, Month };

struct TotalsRequest {
    struct Key {
        std::string field;
        KeyStep step = KeyStep::Value;
    };
    FieldCondition where;
    std::vector<Key> by;
    std::vector<std::string> sums; // Fields of money; "weighted" is the amount by the win rate.
};

struct TotalsAnswer {
    struct Row {
        std::vector<OwnCell> keys; // Days and months as text: 2026-05-14, 2026-05.
        std::int64_t count = 0;
        std::vector<std::map<std::string, std::int64_t>> sums; // Minor units by currency.
    };
    std::vector<Row> rows; // In order of the keys.
    std::map<Uuid, std::string> names;
};

// Lists with any filter and order, and figures with any grouping, of what stands in the feeds of
// the caller's tablet. A field that the role does not see can neither be shown, nor filtered by,
// nor added up. Any thread.
class QueryService {
public:
    QueryService(Store& store, DirectoryBoard& directory) : store_{store}, directory_{directory} {}

    // Codes: `query.field` (unknown, or of a kind that cannot be asked for), `access.field`,
    // `query.value`, `query.too_long`.
    [[nodiscard]] Result<ListAnswer>
    list(const Caller& caller, const TypeSpec& type, const ListRequest& request);
    // The same, and `query.too_many` when there are more than groupsMax groups.
    [[nodiscard]] Result<TotalsAnswer>
    totals(const Caller& caller, const TypeSpec& type, const TotalsRequest& request);

    static constexpr std::size_t groupsMax = 20'000;
    // Conditions of one request, and values of one of them.
    static constexpr std::size_t conditionsMax = 50;
    static constexpr std::size_t valuesMax = 200;

private:
    Store& store_;
    DirectoryBoard& directory_;
};

} // namespace fieldbook::server
