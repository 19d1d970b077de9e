#pragma once

#include "client/local/keeping_rows.h"
#include "client/local/rows.h"
#include "shared/record/record.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::client {

struct CustomerQuery {
    enum class Scope { All, Mine, Nearby, DueContact, Vip };
    enum class Order { Name, LastContact, Distance, Next };

    Scope scope = Scope::All;
    Order order = Order::Name;
    std::string search; // Any part of a name, pinyin, initials, a phone's tail.
    std::optional<Geo> here; // For Nearby and Distance.
    std::size_t limit = 60;
    // What the former page ended with (CustomerPage::next); nothing for the first.
    std::string after;
};

struct CustomerPage {
    std::vector<CustomerRow> rows;
    std::string next; // Empty at the end.
    std::int64_t total = 0; // Of the scope, without the search.
};

struct OrderQuery {
    Uuid customer; // Nil: all.
    std::string state;
    std::string search;
    std::size_t limit = 100;
};

struct LeadQuery {
    std::string stage; // Empty: those that are still open.
    std::string source; // Empty: any.
    std::string readiness; // Empty: any.
    std::string search;
    std::size_t limit = 200;
};

struct CatalogueQuery {
    Uuid customer; // Whose price list and habits count.
    std::string category; // Empty: all. "usual": what the customer orders.
    std::string search;
    std::size_t limit = 400;
};

// Times of day depend on where the tablet is: the zone is an IANA name.
struct DayRange {
    Timestamp from;
    Timestamp to;
};

// Everything a page asks the tablet's store, over a read connection of its own: never waits for the
// writer or the network. One thread at a time. Each call sees one moment.
class Queries {
public:
    virtual ~Queries() = default;

    [[nodiscard]] virtual StoreStatus status(Timestamp now) = 0;
    [[nodiscard]] virtual std::optional<Record> record(const Uuid& id) = 0;
    // How the record stands with the server.
    [[nodiscard]] virtual SyncMark markOf(const Uuid& id) = 0;
    [[nodiscard]] virtual std::optional<PersonRow> person(const Uuid& user) = 0;
    [[nodiscard]] virtual std::vector<PersonRow> people() = 0;

    [[nodiscard]] virtual CustomerPage customers(const CustomerQuery& query, Timestamp now) = 0;
    [[nodiscard]] virtual std::optional<CustomerDetail> customer(const Uuid& id, Timestamp now) = 0;
    [[nodiscard]] virtual std::vector<ContactRow> contacts(const Uuid& customer) = 0;
    // Newest first; `before` continues a page.
    [[nodiscard]] virtual std::vector<TimelineRow>
    timeline(const Uuid& customerOrLead, std::optional<Timestamp> before, std::size_t limit) = 0;
    [[nodiscard]] virtual std::vector<FileRow> files(const Uuid& customerOrVisit) = 0;

    // Nil customer: all. Open ones only, or also won and lost.
    [[nodiscard]] virtual std::vector<OpportunityRow> opportunities(const Uuid& customer,
                                                                    bool alsoClosed) = 0;
    [[nodiscard]] virtual std::vector<StageSum> stageSums() = 0;

    [[nodiscard]] virtual std::vector<OrderRow> orders(const OrderQuery& query) = 0;
    [[nodiscard]] virtual std::vector<OrderLineRow> orderLines(const Uuid& order) = 0;
    // Whether the first sync is under way and has not brought all lines of the order yet: a header
    // that was changed later comes in a later page than its lines, and the other way round. Such an
    // order is not to be shown or copied; no order is ever so afterwards.
    [[nodiscard]] virtual bool isArriving(const Uuid& order) = 0;
    // The price list by which the customer orders: its own, or else the one that is the default.
    [[nodiscard]] virtual std::optional<Record> priceList(const Uuid& customer) = 0;
    [[nodiscard]] virtual std::vector<CategoryRow> categories(const Uuid& customer) = 0;
    [[nodiscard]] virtual std::vector<ProductRow> catalogue(const CatalogueQuery& query) = 0;

    [[nodiscard]] virtual std::vector<LeadRow> leads(const LeadQuery& query) = 0;
    [[nodiscard]] virtual std::optional<LeadDetail> lead(const Uuid& id) = 0;
    // How many leads stand in each stage; stages without any are left out.
    [[nodiscard]] virtual std::vector<StageCount> leadCounts() = 0;
    // Customers, contacts and leads that may be the same as one about to be recorded; of what
    // colleagues have, what the board may know.
    [[nodiscard]] virtual std::vector<DuplicateHit> duplicates(std::string_view name,
                                                               std::string_view phone) = 0;

    // What nobody is responsible for, the latest first.
    [[nodiscard]] virtual std::vector<PoolRow> pool(const PoolQuery& query, Timestamp now) = 0;
    // What lies in the recycle bin, the latest first.
    [[nodiscard]] virtual std::vector<BinRow> bin() = 0;
    // Those in force, the one that ends first at the top.
    [[nodiscard]] virtual std::vector<ShareRow> shares(const Uuid& customer) = 0;
    // Nobody where it is not this user's to share.
    [[nodiscard]] virtual SharePartners sharePartners(const Uuid& customer) = 0;
    // Cases about the customer that are open, or can still be taken apart.
    [[nodiscard]] virtual std::vector<MergeRow> merges(const Uuid& customer, Timestamp now) = 0;
    // `choices` as a case keeps them; empty where nobody has chosen yet.
    [[nodiscard]] virtual MergeDetail
    mergeOf(const Uuid& survivor, const Uuid& loser, std::string_view choices) = 0;

    [[nodiscard]] virtual TodaySummary today(Timestamp now, std::string_view zone) = 0;
    [[nodiscard]] virtual std::vector<VisitRow> visits(DayRange range) = 0;
    [[nodiscard]] virtual std::optional<VisitRow> visit(const Uuid& id) = 0;
    [[nodiscard]] virtual std::vector<ReminderRow> reminders(const Uuid& customer,
                                                             bool alsoDone) = 0;
    [[nodiscard]] virtual std::vector<ScheduleRow> schedule(DayRange range) = 0;
    // Open reminders and appointments whose moment has come or comes by `until`, for notifications.
    [[nodiscard]] virtual std::vector<ReminderRow> dueBy(Timestamp until) = 0;

    [[nodiscard]] virtual std::vector<SearchHit> search(std::string_view text,
                                                        std::size_t limit) = 0;

    [[nodiscard]] virtual std::vector<ChangeRow> outbox() = 0;
    [[nodiscard]] virtual std::vector<ReceiptRow> receipts(std::size_t limit) = 0;
    [[nodiscard]] virtual std::vector<AttentionRow> attention() = 0;
    [[nodiscard]] virtual std::optional<AttentionDetail> attentionItem(std::int64_t id) = 0;

    // An unfinished form as it was left, by its key ("order:<customer>"); JSON that only the form
    // reads.
    [[nodiscard]] virtual std::optional<std::string> draft(std::string_view key) = 0;
    [[nodiscard]] virtual std::vector<std::string> draftKeys(std::string_view prefix) = 0;
    // A file's bytes, if they are on this tablet.
    [[nodiscard]] virtual std::optional<std::string> fileBytes(std::string_view sha256) = 0;
};

} // namespace fieldbook::client
