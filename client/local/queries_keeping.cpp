#include "client/local/columns_read.h"
#include "client/local/display.h"
#include "client/local/local_queries.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"
#include "shared/rules/access.h"
#include "shared/rules/bin.h"
#include "shared/rules/pool.h"
#include "shared/text/fold.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <tuple>

namespace fieldbook::client {
namespace {

bool mentions(const PoolRow& row, std::string_view folded)
{
    return std::ranges::any_of(
        std::array{&row.name, &row.city, &row.industry, &row.reason, &row.formerOwner},
        [&](const std::string* text) {
            return foldForSearch(*text).find(folded) != std::string::npos;
        });
}

std::int64_t idsIn(const std::string& text)
{
    std::istringstream ids{text};
    std::int64_t count = 0;
    for (std::string id; ids >> id;) {
        ++count;
    }
    return count;
}

} // namespace

PoolRow
LocalQueries::pooledFrom(const Record& listing, const rules::CustomerRules& rules, Timestamp now)
{
    PoolRow row{.id = listing.id(),
                .name = listing.textOf("name"),
                .city = listing.textOf("city"),
                .industry = listing.textOf("industry"),
                .tier = listing.textOf("tier"),
                .kind = listing.textOf("pool_kind"),
                .reason = listing.textOf("pool_reason"),
                .formerOwner = nameOf("user", listing.referenceOf("former_owner")),
                .pooledAt = valueOf<Timestamp>(listing, "pooled_at"),
                .lastContactAt = valueOf<Timestamp>(listing, "last_contact_at"),
                .claimed = !me().isNil() && listing.referenceOf("claimed_by") == me(),
                .barred = {},
                .mark = markOf(listing.id())};
    if (const auto may = rules::mayClaim(listing, me(), rules, now); !may) {
        row.barred = may.error().code;
    }
    return row;
}

std::vector<PoolRow> LocalQueries::pool(const PoolQuery& query, Timestamp now)
{
    const db::ReadTransaction moment{database_};
    const std::string sought = foldForSearch(query.search);
    auto found = database_.prepare("SELECT doc FROM listing WHERE pooled_at IS NOT NULL "
                                   "AND deleted_at IS NULL ORDER BY pooled_at DESC, id");
    const auto rules = rules::CustomerRules::of(world_);
    std::vector<PoolRow> rows;
    for (const Record& listing : documents(found)) {
        if (!query.kind.empty() && listing.textOf("pool_kind") != query.kind) {
            continue;
        }
        PoolRow row = pooledFrom(listing, rules, now);
        if (!sought.empty() && !mentions(row, sought)) {
            continue;
        }
        rows.push_back(std::move(row));
        if (rows.size() == query.limit) {
            break;
        }
    }
    return rows;
}

std::vector<BinRow> LocalQueries::bin()
{
    const db::ReadTransaction moment{database_};
    const rules::Actor actor = actorOf(database_, me());
    std::vector<BinRow> rows;
    for (const TypeSpec* type : allTypes()) {
        auto found = database_.prepare("SELECT doc FROM " + db::RecordTable::of(*type).name() +
                                       " WHERE deleted_at IS NOT NULL ORDER BY deleted_at");
        for (const Record& record : documents(found)) {
            if (!rules::isInBin(record) || !rules::wasDeletedItself(record, world_)) {
                continue;
            }
            const Timestamp deletedAt = *valueOf<Timestamp>(record, "deleted_at");
            rows.push_back(
                {.id = record.id(),
                 .type = std::string{type->name},
                 .title = titleOf(record, world_),
                 .subtitle = subtitleOf(record, world_),
                 .deletedAt = deletedAt,
                 .deletedBy = nameOf("user", record.referenceOf("deleted_by")),
                 .reason = record.textOf("delete_reason"),
                 .with = idsIn(record.textOf("deleted_with")),
                 .goneAt = deletedAt + rules::binKept,
                 .mayRestore =
                     rules::mayWrite(actor, *type, rules::factsOf(record, world_)).has_value(),
                 .mark = markOf(record.id())});
        }
    }
    std::ranges::sort(rows, [](const BinRow& left, const BinRow& right) {
        return std::tie(right.deletedAt, left.id) < std::tie(left.deletedAt, right.id);
    });
    return rows;
}

std::vector<ShareRow> LocalQueries::shares(const Uuid& customer)
{
    const db::ReadTransaction moment{database_};
    const auto shared = world_.find(customer);
    if (!shared) {
        return {};
    }
    const rules::Actor actor = actorOf(database_, me());
    const auto facts = rules::factsOf(*shared, world_);
    const bool mayShare = rules::mayShare(actor, shared->type(), facts).has_value();
    std::vector<ShareRow> rows;
    for (const Record& share : world_.referring(typeNamed("share"), "customer", customer)) {
        if (share.textOf("state") != "active" || share.isDeleted()) {
            continue;
        }
        const Uuid team = share.referenceOf("team");
        const bool withMe = !me().isNil() && share.referenceOf("user") == me();
        rows.push_back({.id = share.id(),
                        .with = team.isNil() ? nameOf("user", share.referenceOf("user"))
                                             : nameOf("team", team),
                        .isTeam = !team.isNil(),
                        .access = share.textOf("access"),
                        .until = valueOf<Timestamp>(share, "until"),
                        .reason = share.textOf("reason"),
                        .mayEnd = mayShare || withMe,
                        .mark = markOf(share.id())});
    }
    std::ranges::sort(rows, {}, &ShareRow::until);
    return rows;
}

SharePartners LocalQueries::sharePartners(const Uuid& customer)
{
    const db::ReadTransaction moment{database_};
    SharePartners partners;
    const auto shared = world_.find(customer);
    const rules::Actor actor = actorOf(database_, me());
    if (!shared ||
        !rules::mayShare(actor, shared->type(), rules::factsOf(*shared, world_)).has_value()) {
        return partners;
    }
    const Uuid owner = shared->referenceOf("owner");
    auto people =
        database_.prepare("SELECT id, name FROM user WHERE deleted_at IS NULL AND id IS NOT :owner "
                          "AND (status IS NULL OR status = 'active') ORDER BY sort, id");
    people.bind(":owner", owner);
    while (people.step()) {
        if (rules::mayGive(actor, owner, people.uuid(0), world_)) {
            partners.people.emplace_back(people.uuid(0), std::string{people.text(1)});
        }
    }
    auto teams =
        database_.prepare("SELECT id, name FROM team WHERE deleted_at IS NULL ORDER BY sort, id");
    while (teams.step()) {
        if (rules::mayShareWithTeam(actor, owner, teams.uuid(0), world_)) {
            partners.teams.emplace_back(teams.uuid(0), std::string{teams.text(1)});
        }
    }
    return partners;
}

} // namespace fieldbook::client
