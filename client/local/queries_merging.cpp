#include "client/local/columns_read.h"
#include "client/local/local_queries.h"
#include "shared/db/transaction.h"
#include "shared/rules/listing.h"
#include "shared/rules/merging.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fieldbook::client {
namespace {

bool isOpen(const MergeRow& row) { return row.state == "found" || row.state == "proposed"; }

bool mayBeUndone(const MergeRow& row, Timestamp now)
{
    return row.state == "merged" && row.undoUntil && *row.undoUntil >= now;
}

constexpr std::string_view wordOf(rules::MergeChoice choice)
{
    switch (choice) {
    case rules::MergeChoice::Loser:
        return "loser";
    case rules::MergeChoice::Both:
        return "both";
    case rules::MergeChoice::Survivor:
        break;
    }
    return "survivor";
}

// Where there is something to choose: both have a value, and another. Sets are united; what is
// shown on request only stays as the survivor has it.
bool isOpenToChoice(const FieldSpec& field, const Value& survivor, const Value& loser)
{
    return rules::isChosen(field) && field.kind != FieldKind::TextSet &&
           field.personal != Personal::Sensitive && !isEmpty(survivor) && !isEmpty(loser) &&
           survivor != loser;
}

} // namespace

std::string LocalQueries::nameOfCustomer(const Uuid& id)
{
    const auto customer = world_.find(id);
    const auto known = customer ? customer : world_.find(rules::listingId(id));
    return known ? known->textOf("name") : std::string{};
}

MergeRow
LocalQueries::mergeFrom(const Record& mergeCase, const Uuid& seenFrom, const rules::Actor& actor)
{
    const Uuid survivor = mergeCase.referenceOf("survivor");
    const Uuid loser = mergeCase.referenceOf("loser");
    const auto decides = [&](const Uuid& id) {
        const auto customer = world_.find(id);
        return customer && rules::mayDecideMerge(actor, *customer, world_).has_value();
    };
    MergeRow row{.id = mergeCase.id(),
                 .state = mergeCase.textOf("state"),
                 .other = survivor == seenFrom ? loser : survivor,
                 .otherName = {},
                 .reason = mergeCase.textOf("reason"),
                 .mayDecide = decides(survivor) && decides(loser),
                 .mayWithdraw = false,
                 .undoUntil = valueOf<Timestamp>(mergeCase, "undo_until"),
                 .mark = markOf(mergeCase.id())};
    row.otherName = nameOfCustomer(row.other);
    row.mayWithdraw = isOpen(row) && !me().isNil() && mergeCase.referenceOf("created_by") == me();
    return row;
}

std::vector<MergeRow> LocalQueries::merges(const Uuid& customer, Timestamp now)
{
    const db::ReadTransaction moment{database_};
    const rules::Actor actor = actorOf(database_, me());
    std::vector<MergeRow> rows;
    for (const std::string_view field : {"survivor", "loser"}) {
        for (const Record& each : world_.referring(typeNamed("merge_case"), field, customer)) {
            MergeRow row = mergeFrom(each, customer, actor);
            // What has been merged is taken apart where it went.
            const bool undoable = field == "survivor" && mayBeUndone(row, now) && row.mayDecide;
            if (isOpen(row) || undoable) {
                rows.push_back(std::move(row));
            }
        }
    }
    return rows;
}

MergeDetail LocalQueries::mergeOf(const Uuid& survivor, const Uuid& loser, std::string_view choices)
{
    const db::ReadTransaction moment{database_};
    MergeDetail detail{.survivor = survivor,
                       .survivorName = nameOfCustomer(survivor),
                       .loser = loser,
                       .loserName = nameOfCustomer(loser)};
    const auto stays = world_.find(survivor);
    const auto goes = world_.find(loser);
    detail.bothKnown = stays && goes;
    if (!detail.bothKnown) {
        return detail;
    }
    const auto chosen = rules::parseChoices(choices).value_or(rules::MergeChoices{});
    const auto& type = typeNamed("customer");
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const FieldSpec& field = type.fields[i];
        if (!isOpenToChoice(field, stays->at(i), goes->at(i))) {
            continue;
        }
        const auto found = chosen.find(field.fieldName);
        detail.fields.push_back(
            {.field = std::string{field.fieldName},
             .survivor = stays->at(i),
             .loser = goes->at(i),
             .joins = field.kind == FieldKind::LongText,
             .chosen = std::string{
                 wordOf(found == chosen.end() ? rules::MergeChoice::Survivor : found->second)}});
    }
    return detail;
}

} // namespace fieldbook::client
