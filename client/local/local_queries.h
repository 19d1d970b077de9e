#pragma once

#include "client/local/local_world.h"
#include "client/local/meta.h"
#include "client/local/queries.h"
#include "shared/calendar/zone.h"
#include "shared/db/database.h"

#include <span>

namespace fieldbook::rules {
struct Actor;
struct CustomerRules;
} // namespace fieldbook::rules

namespace fieldbook::client {

// The Queries of a tablet's store, over a read connection of its own.
class LocalQueries final : public Queries {
public:
    LocalQueries(db::Database database, Zone zone)
        : database_{std::move(database)}, world_{database_}, meta_{database_}, zone_{zone}
    {}

    [[nodiscard]] StoreStatus status(Timestamp now) override;
    [[nodiscard]] std::optional<Record> record(const Uuid& id) override;
    [[nodiscard]] std::optional<PersonRow> person(const Uuid& user) override;
    [[nodiscard]] std::vector<PersonRow> people() override;

    [[nodiscard]] CustomerPage customers(const CustomerQuery& query, Timestamp now) override;
    [[nodiscard]] std::optional<CustomerDetail> customer(const Uuid& id, Timestamp now) override;
    [[nodiscard]] std::vector<ContactRow> contacts(const Uuid& customer) override;
    [[nodiscard]] std::vector<TimelineRow> timeline(const Uuid& customerOrLead,
                                                    std::optional<Timestamp> before,
                                                    std::size_t limit) override;
    [[nodiscard]] std::vector<FileRow> files(const Uuid& customerOrVisit) override;

    [[nodiscard]] std::vector<OpportunityRow> opportunities(const Uuid& customer,
                                                            bool alsoClosed) override;
    [[nodiscard]] std::vector<StageSum> stageSums() override;

    [[nodiscard]] std::vector<OrderRow> orders(const OrderQuery& query) override;
    [[nodiscard]] std::vector<OrderLineRow> orderLines(const Uuid& order) override;
    [[nodiscard]] bool isArriving(const Uuid& order) override;
    [[nodiscard]] std::optional<Record> priceList(const Uuid& customer) override;
    [[nodiscard]] std::vector<CategoryRow> categories(const Uuid& customer) override;
    [[nodiscard]] std::vector<ProductRow> catalogue(const CatalogueQuery& query) override;

    [[nodiscard]] std::vector<LeadRow> leads(const LeadQuery& query) override;
    [[nodiscard]] std::optional<LeadDetail> lead(const Uuid& id) override;
    [[nodiscard]] std::vector<StageCount> leadCounts() override;
    [[nodiscard]] std::vector<DuplicateHit> duplicates(std::string_view name,
                                                       std::string_view phone) override;

    [[nodiscard]] std::vector<PoolRow> pool(const PoolQuery& query, Timestamp now) override;
    [[nodiscard]] std::vector<BinRow> bin() override;
    [[nodiscard]] std::vector<ShareRow> shares(const Uuid& customer) override;
    [[nodiscard]] SharePartners sharePartners(const Uuid& customer) override;
    [[nodiscard]] std::vector<MergeRow> merges(const Uuid& customer, Timestamp now) override;
    [[nodiscard]] MergeDetail
    mergeOf(const Uuid& survivor, const Uuid& loser, std::string_view choices) override;

    [[nodiscard]] TodaySummary today(Timestamp now, std::string_view zone) override;
    [[nodiscard]] std::vector<VisitRow> visits(DayRange range) override;
    [[nodiscard]] std::optional<VisitRow> visit(const Uuid& id) override;
    [[nodiscard]] std::vector<ReminderRow> reminders(const Uuid& customer, bool alsoDone) override;
    [[nodiscard]] std::vector<ScheduleRow> schedule(DayRange range) override;
    [[nodiscard]] std::vector<ReminderRow> dueBy(Timestamp until) override;

    [[nodiscard]] std::vector<SearchHit> search(std::string_view text, std::size_t limit) override;

    [[nodiscard]] std::vector<ChangeRow> outbox() override;
    [[nodiscard]] std::vector<ReceiptRow> receipts(std::size_t limit) override;
    [[nodiscard]] std::vector<AttentionRow> attention() override;
    [[nodiscard]] std::optional<AttentionDetail> attentionItem(std::int64_t id) override;

    [[nodiscard]] std::optional<std::string> draft(std::string_view key) override;
    [[nodiscard]] std::vector<std::string> draftKeys(std::string_view prefix) override;
    [[nodiscard]] std::optional<std::string> fileBytes(std::string_view sha256) override;

    // Records of a type in order of id, for diagnosis; `after` nil for the first page. Those in the
    // recycle bin only when asked for.
    [[nodiscard]] std::vector<Record>
    records(const TypeSpec& type, const Uuid& after, std::size_t limit, bool alsoDeleted);
    [[nodiscard]] SyncMark markOf(const Uuid& id) override;
    // In which the company reckons.
    [[nodiscard]] Currency homeCurrency() const;

private:
    [[nodiscard]] Uuid me() const { return meta_.uuid(meta::user).value_or(Uuid{}); }
    [[nodiscard]] std::int64_t count(std::string_view sql);
    [[nodiscard]] std::string nameOf(std::string_view type, const Uuid& id);

    // Of the index of search: the best hits of one type or of all, best first.
    [[nodiscard]] std::vector<std::pair<const TypeSpec*, Uuid>>
    hits(std::string_view typed, const TypeSpec* type, std::size_t limit);
    // Customers of colleagues that may be the same. Of them only the listings are here.
    [[nodiscard]] std::vector<DuplicateHit> listed(std::string_view name, std::string_view phone);

    [[nodiscard]] CustomerPage searchedCustomers(const CustomerQuery& query, Timestamp now);
    [[nodiscard]] CustomerPage nearestCustomers(const CustomerQuery& query, Timestamp now);
    [[nodiscard]] CustomerPage orderedCustomers(const CustomerQuery& query, Timestamp now);
    void completeCustomer(CustomerRow& row, Timestamp now);
    void addSales(CustomerDetail& detail, Timestamp now);
    void addKeeping(CustomerDetail& detail, const Record& customer, Timestamp now);
    void addDeals(CustomerDetail& detail);
    [[nodiscard]] std::vector<FileRow> filesOf(std::string_view field, const Uuid& id, bool photos);
    void
    addVisits(std::vector<TimelineRow>& rows, const Uuid& id, Timestamp before, std::int64_t limit);
    void addActivities(std::vector<TimelineRow>& rows,
                       std::string_view field,
                       const Uuid& id,
                       Timestamp before,
                       std::int64_t limit);
    void
    addOrders(std::vector<TimelineRow>& rows, const Uuid& id, Timestamp before, std::int64_t limit);
    void addHands(std::vector<TimelineRow>& rows,
                  std::string_view field,
                  const Uuid& id,
                  Timestamp before);
    [[nodiscard]] std::string yearBeforeLastOrder(const Uuid& customer);
    [[nodiscard]] PoolRow
    pooledFrom(const Record& listing, const rules::CustomerRules& rules, Timestamp now);
    // The name of the customer; of one that is not here, what the board may know of it.
    [[nodiscard]] std::string nameOfCustomer(const Uuid& id);
    [[nodiscard]] MergeRow
    mergeFrom(const Record& mergeCase, const Uuid& seenFrom, const rules::Actor& actor);
    [[nodiscard]] VisitRow visitFrom(const Record& visit);
    [[nodiscard]] LeadRow leadFrom(const Record& lead);
    [[nodiscard]] ReminderRow reminderFrom(const Record& reminder);
    [[nodiscard]] std::vector<Record> documents(db::Statement& query);
    void addAppointments(std::vector<ScheduleRow>& rows, DayRange range);
    void addReminders(std::vector<ScheduleRow>& rows, DayRange range);
    void addDueAppointments(std::vector<ReminderRow>& rows, Timestamp until);
    void addNextVisit(TodaySummary& today, Timestamp now);
    void addReminders(TodaySummary& today, Timestamp now, Timestamp end);
    void addWeek(TodaySummary& today, Timestamp now, const Zone& zone);
    void addAtRisk(TodaySummary& today, Timestamp now, const Zone& zone);

    db::Database database_;
    LocalWorld world_;
    Meta meta_;
    Zone zone_;
};

} // namespace fieldbook::client
