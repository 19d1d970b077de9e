#include "client/local/columns_read.h"
#include "client/local/local_queries.h"
#include "shared/db/record_table.h"
#include "shared/db/transaction.h"
#include "shared/rules/access.h"

namespace fieldbook::client {
namespace {

bool isOpen(const std::string& stage) { return stage != "converted" && stage != "disqualified"; }

bool fits(const Record& lead, const LeadQuery& query)
{
    const auto is = [&](std::string_view field, const std::string& wanted) {
        return wanted.empty() || lead.textOf(field) == wanted;
    };
    const bool inStage =
        query.stage.empty() ? isOpen(lead.textOf("stage")) : is("stage", query.stage);
    return inStage && is("source", query.source) && is("readiness", query.readiness);
}

} // namespace

LeadRow LocalQueries::leadFrom(const Record& lead)
{
    return {lead.id(),
            lead.textOf("name"),
            lead.textOf("company"),
            lead.textOf("phone"),
            lead.textOf("source"),
            lead.textOf("stage"),
            lead.textOf("readiness"),
            lead.textOf("interest"),
            valueOf<Timestamp>(lead, "created_at"),
            valueOf<Timestamp>(lead, "next_contact_at"),
            markOf(lead.id())};
}

std::vector<LeadRow> LocalQueries::leads(const LeadQuery& query)
{
    const db::ReadTransaction moment{database_};
    std::vector<LeadRow> rows;
    if (query.search.empty()) {
        auto found = database_.prepare(
            "SELECT doc FROM lead WHERE deleted_at IS NULL AND (CASE :stage WHEN '' THEN "
            "stage NOT IN ('converted', 'disqualified') ELSE stage = :stage END) "
            "AND (:source = '' OR source = :source) "
            "AND (:readiness = '' OR readiness = :readiness) "
            "ORDER BY next_contact_at IS NULL, next_contact_at, created_at DESC, id LIMIT :limit");
        found.bind(":stage", query.stage)
            .bind(":source", query.source)
            .bind(":readiness", query.readiness)
            .bind(":limit", static_cast<std::int64_t>(query.limit));
        for (const Record& lead : documents(found)) {
            rows.push_back(leadFrom(lead));
        }
        return rows;
    }
    for (const auto& [type, id] : hits(query.search, &typeNamed("lead"), query.limit)) {
        const auto lead = world_.find(id);
        if (lead && fits(*lead, query)) {
            rows.push_back(leadFrom(*lead));
        }
    }
    return rows;
}

std::optional<LeadDetail> LocalQueries::lead(const Uuid& id)
{
    const db::ReadTransaction moment{database_};
    const auto lead = db::RecordTable::of(typeNamed("lead")).find(database_, id);
    if (!lead || lead->isDeleted()) {
        return std::nullopt;
    }
    LeadDetail detail;
    detail.row = leadFrom(*lead);
    detail.contactName = lead->textOf("contact_name");
    detail.email = lead->textOf("email");
    detail.address = lead->textOf("address");
    detail.notes = lead->textOf("notes");
    detail.disqualifiedReason = lead->textOf("disqualified_reason");
    detail.owner = lead->referenceOf("owner");
    detail.ownerName = nameOf("user", detail.owner);
    detail.convertedCustomer = lead->referenceOf("converted_customer");
    detail.convertedCustomerName = nameOf("customer", detail.convertedCustomer);
    detail.convertedOpportunity = lead->referenceOf("converted_opportunity");
    const rules::Actor actor = actorOf(database_, me());
    if (rules::mayManage(actor, rules::factsOf(*lead, world_))) {
        auto people = database_.prepare(
            "SELECT id, name FROM user WHERE deleted_at IS NULL AND id IS NOT :owner "
            "AND (status IS NULL OR status = 'active') ORDER BY sort, id");
        people.bind(":owner", detail.owner);
        while (people.step()) {
            detail.assignees.emplace_back(people.uuid(0), std::string{people.text(1)});
        }
    }
    return detail;
}

std::vector<StageCount> LocalQueries::leadCounts()
{
    auto query = database_.prepare(
        "SELECT stage, count(*) FROM lead WHERE deleted_at IS NULL GROUP BY stage");
    std::vector<StageCount> counts;
    while (query.step()) {
        counts.push_back({std::string{query.text(0)}, query.int64(1)});
    }
    return counts;
}

} // namespace fieldbook::client
