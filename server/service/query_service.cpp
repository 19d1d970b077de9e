#include "server/service/query_service.h"

#include "server/service/query_fields.h"
#include "server/service/record_names.h"
#include "server/service/review_service.h"
#include "shared/rules/access.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace fieldbook::server {
namespace {

constexpr std::string_view weighted = "weighted";

// Rows by quarters of an hour, put together to days or months of the company's zone.
class Folding {
public:
    Folding(std::span<const TotalsRequest::Key> by, const TotalsQuery& query, const Zone& zone)
        : by_{by}, query_{query}, zone_{zone}
    {}

    void take(TotalsRow& row)
    {
        for (std::size_t i = 0; i < by_.size(); ++i) {
            row.keys[i] = folded(std::move(row.keys[i]), by_[i].step, query_.by[i].quarterHours);
        }
        auto& into = rows_[row.keys];
        into.count += row.count;
        into.sums.resize(query_.sums.size());
        for (std::size_t i = 0; i < row.amounts.size(); ++i) {
            const auto& [currency, minor] = row.amounts[i];
            if (!currency.empty()) {
                into.sums[i][currency] += minor;
            }
        }
    }

    [[nodiscard]] std::vector<TotalsAnswer::Row> finish()
    {
        std::vector<TotalsAnswer::Row> rows;
        for (auto& [keys, row] : rows_) {
            row.keys = keys;
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    [[nodiscard]] OwnCell folded(OwnCell key, KeyStep step, bool quarterHours) const
    {
        if (step == KeyStep::Value || std::holds_alternative<std::monostate>(key)) {
            return key;
        }
        std::string day;
        if (quarterHours) {
            const auto slot = std::get<std::int64_t>(key);
            day = toIsoDate(zone_.dateAt(fromMillis(slot * quarterHourMillis)));
        } else {
            day = std::get<std::string>(std::move(key));
        }
        return step == KeyStep::Month ? day.substr(0, 7) : day;
    }

    std::span<const TotalsRequest::Key> by_;
    const TotalsQuery& query_;
    const Zone& zone_;
    std::map<std::vector<OwnCell>, TotalsAnswer::Row> rows_;
};

Result<TotalsQuery::Sum>
sumOf(const QueryFields& fields, const TypeSpec& type, const std::string& name)
{
    const bool byWinRate = name == weighted;
    const auto field = fields.own(byWinRate ? "amount" : name);
    if (!field) {
        return fail(field.error());
    }
    const auto& spec = type.fields[*field];
    if (spec.kind != FieldKind::Money || !spec.isColumn) {
        return fail(ErrorKind::Invalid, "query.field", name);
    }
    TotalsQuery::Sum sum{.field = *field, .weight = {}};
    if (byWinRate) {
        const auto rate = fields.own("win_rate");
        if (!rate) {
            return fail(rate.error());
        }
        sum.weight = *rate;
    }
    return sum;
}

Result<TotalsQuery::Key> keyOf(const QueryFields& fields, const TotalsRequest::Key& asked)
{
    const auto path = fields.path(asked.field);
    if (!path) {
        return fail(path.error());
    }
    const auto kind = fields.specOf(*path).kind;
    const bool time = kind == FieldKind::Time;
    if (asked.step != KeyStep::Value && !time && kind != FieldKind::Date) {
        return fail(ErrorKind::Invalid, "query.field", asked.field);
    }
    return TotalsQuery::Key{.path = *path, .quarterHours = time && asked.step != KeyStep::Value};
}

} // namespace

Result<ListAnswer>
QueryService::list(const Caller& caller, const TypeSpec& type, const ListRequest& request)
{
    const auto actor = directory_.current()->actorFor(caller.user).value_or(rules::Actor{});
    const QueryFields known{type, actor.role};
    RecordQuery query;
    query.filter = {.type = &type, .visibleTo = rules::subscriptionsOf(actor)};
    auto where = known.condition(request.where);
    if (!where) {
        return fail(where.error());
    }
    query.filter.where = std::move(*where);
    std::vector<std::size_t> fields;
    for (const auto& name : request.fields) {
        const auto field = type.indexOf(name);
        if (!field) {
            return fail(ErrorKind::Invalid, "query.field", name);
        }
        fields.push_back(*field);
    }
    if (!request.order.empty()) {
        const auto path = known.path(request.order);
        if (!path || path->through) {
            return path ? fail(ErrorKind::Invalid, "query.field", request.order)
                        : fail(path.error());
        }
        query.orderBy = path->field;
    }
    query.descending = request.descending;
    query.after = request.after;
    query.limit = request.limit;
    ListAnswer answer;
    const auto view = store_.read();
    RecordNames names{*view, actor, answer.names};
    QueryPosition last;
    std::vector<std::pair<Uuid, std::string>> documents;
    view->query(query, [&](std::string_view document, const OwnCell& value, const Uuid& id) {
        documents.emplace_back(id, rules::asMaskedFor(actor.role, type, document));
        last = {value, id};
    });
    for (const auto& [id, document] : documents) {
        answer.rows.push_back({id, names.fieldsOf(nlohmann::json::parse(document), type, fields)});
    }
    if (answer.rows.size() == request.limit) {
        answer.next = std::move(last);
    }
    if (request.counted) {
        answer.count = view->count(query.filter);
    }
    return answer;
}

Result<TotalsAnswer>
QueryService::totals(const Caller& caller, const TypeSpec& type, const TotalsRequest& request)
{
    const auto directory = directory_.current();
    const auto actor = directory->actorFor(caller.user).value_or(rules::Actor{});
    const QueryFields known{type, actor.role};
    TotalsQuery query;
    query.filter = {.type = &type, .visibleTo = rules::subscriptionsOf(actor)};
    query.groupsMax = groupsMax;
    auto where = known.condition(request.where);
    if (!where) {
        return fail(where.error());
    }
    query.filter.where = std::move(*where);
    for (const auto& asked : request.by) {
        const auto key = keyOf(known, asked);
        if (!key) {
            return fail(key.error());
        }
        query.by.push_back(*key);
    }
    for (const auto& name : request.sums) {
        const auto sum = sumOf(known, type, name);
        if (!sum) {
            return fail(sum.error());
        }
        query.sums.push_back(*sum);
    }
    const auto view = store_.read();
    auto rows = view->totals(query);
    if (rows.size() > groupsMax) {
        return fail(ErrorKind::TooLarge, "query.too_many");
    }
    const Zone zone = companyZone(*directory);
    Folding folding{request.by, query, zone};
    for (auto& row : rows) {
        folding.take(row);
    }
    TotalsAnswer answer{.rows = folding.finish(), .names = {}};
    RecordNames names{*view, actor, answer.names};
    for (const auto& row : answer.rows) {
        for (const auto& key : row.keys) {
            if (const auto* id = std::get_if<Uuid>(&key)) {
                names.learn(*id);
            }
        }
    }
    return answer;
}

} // namespace fieldbook::server
