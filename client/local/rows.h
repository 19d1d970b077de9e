#pragma once

#include "shared/base/clock.h"
#include "shared/base/money.h"
#include "shared/base/uuid.h"
#include "shared/record/value.h"
#include "shared/rules/price_steps.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What the pages show, as plain values: each is read in one query and crosses threads freely.
namespace fieldbook::client {

// How a record stands with the server.
enum class SyncMark : std::uint8_t { Sent, Waiting, Sending, Refused, Conflict };

struct CustomerRow {
    Uuid id;
    std::string name;
    std::string kind;
    std::string tier;
    std::string status;
    std::string city;
    std::string address;
    std::string phone;
    std::optional<Geo> position;
    std::optional<double> distance; // Metres from the place asked for.
    std::optional<Timestamp> lastContactAt;
    // The nearest thing ahead or overdue: a visit, reminder or appointment.
    std::optional<Timestamp> nextAt;
    std::string nextText;
    std::string nextType; // visit, reminder, appointment; empty where there is none.
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const CustomerRow&, const CustomerRow&) = default;
};

struct CustomerDetail {
    CustomerRow row;
    std::string ownerName;
    std::string promise;
    std::string profile;
    // Orders submitted or later, by order date.
    Money soldTwelveMonths;
    Money soldTwelveMonthsBefore;
    std::int64_t openDeals = 0;
    Money openDealsAmount;
    std::optional<Timestamp> lastVisitAt;
    std::optional<std::int64_t> visitEveryDays;
    std::optional<Timestamp> lastOrderAt;
    Money lastOrderTotal;
    std::int64_t contacts = 0;
    std::int64_t opportunities = 0;
    std::int64_t orders = 0;
    std::int64_t reminders = 0;
    std::int64_t files = 0;
    Uuid owner;
    std::optional<Date> protectedUntil; // While it is.
    std::optional<Timestamp> returnsAt; // When it goes back into the public pool, if that is soon.
    // What this user may do about that, as the company has it.
    bool mayRelease = false;
    std::optional<Date> mayProtectUntil;
    bool mayShare = false;
    bool mayMerge = false; // Or rather, propose it.

    friend bool operator==(const CustomerDetail&, const CustomerDetail&) = default;
};

struct ContactRow {
    Uuid id;
    std::string name;
    std::string title;
    std::string role;
    std::string phone;
    std::string email;
    bool isPrimary = false;
    bool leftCompany = false;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const ContactRow&, const ContactRow&) = default;
};

struct FileRow {
    Uuid id;
    std::string name;
    std::string kind;
    std::string mediaType;
    std::string sha256;
    std::int64_t size = 0;
    std::optional<Timestamp> takenAt;
    std::string caption;
    bool isHere = false; // Its bytes are on this tablet.
    std::int64_t sent = 0; // Bytes the server has; `size` when all.

    friend bool operator==(const FileRow&, const FileRow&) = default;
};

// One entry of a customer's or lead's timeline.
struct TimelineRow {
    Uuid id;
    std::string type; // visit, activity, order, ownership_change
    std::string kind; // The visit's, activity's kind, the order's state, how it changed hands.
    Timestamp at;
    // The order's number, the activity's contact, the visit's purpose, who had it before.
    std::string title;
    std::string body;
    std::string outcome;
    std::string author;
    std::optional<std::int64_t> minutes;
    std::optional<std::int64_t> distance;
    std::optional<Money> amount;
    std::optional<std::int64_t> lines;
    std::vector<FileRow> photos;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const TimelineRow&, const TimelineRow&) = default;
};

struct OpportunityRow {
    Uuid id;
    Uuid customer;
    std::string name;
    std::string customerName;
    std::string ownerName;
    std::string stage;
    std::optional<Timestamp> stageEnteredAt;
    std::optional<Money> amount;
    std::int64_t winRate = 0; // Basis points.
    std::optional<Date> expectedClose;
    std::string nextStep;
    std::optional<Timestamp> nextStepAt;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const OpportunityRow&, const OpportunityRow&) = default;
};

struct StageSum {
    std::string stage;
    std::int64_t count = 0;
    Money amount; // In the company's currency; others are left out and counted below.
    Money weighted; // amount x win rate
    std::int64_t otherCurrency = 0;

    friend bool operator==(const StageSum&, const StageSum&) = default;
};

struct VisitRow {
    Uuid id;
    Uuid customer;
    std::string customerName;
    std::string customerTier;
    std::string customerAddress;
    std::optional<Geo> customerPosition;
    std::string contactName; // The customer's primary contact.
    std::string contactTitle;
    std::string contactPhone;
    std::string kind;
    std::string state;
    std::string purpose;
    std::optional<Timestamp> plannedAt;
    std::int64_t plannedMinutes = 0;
    std::optional<Timestamp> checkInAt;
    std::optional<Timestamp> checkOutAt;
    std::string verdict;
    std::optional<std::int64_t> distance;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const VisitRow&, const VisitRow&) = default;
};

struct ReminderRow {
    Uuid id;
    Uuid customer;
    Uuid lead;
    std::string title;
    std::string customerName;
    std::string kind;
    std::string state;
    Timestamp dueAt; // Or until when it is snoozed.
    bool snoozed = false;
    std::string recurrence;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const ReminderRow&, const ReminderRow&) = default;
};

// Something on the calendar. Recurring ones appear once for each occurrence.
struct ScheduleRow {
    Uuid id;
    std::string type; // visit, appointment, reminder
    std::string title;
    std::string customerName;
    Uuid customer;
    std::string place;
    Timestamp startsAt;
    Timestamp endsAt;
    bool allDay = false;
    bool recurring = false;
    std::string state;
    SyncMark mark = SyncMark::Sent;
    std::string kind; // The visit's or reminder's.

    friend bool operator==(const ScheduleRow&, const ScheduleRow&) = default;
};

struct LeadRow {
    Uuid id;
    std::string name;
    std::string company;
    std::string phone;
    std::string source;
    std::string stage;
    std::string readiness;
    std::string interest;
    std::optional<Timestamp> createdAt;
    std::optional<Timestamp> nextContactAt;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const LeadRow&, const LeadRow&) = default;
};

// A lead's whole page.
struct LeadDetail {
    LeadRow row;
    std::string contactName;
    std::string email;
    std::string address;
    std::string notes;
    std::string disqualifiedReason;
    Uuid owner;
    std::string ownerName;
    Uuid convertedCustomer;
    std::string convertedCustomerName;
    Uuid convertedOpportunity;
    // To whom this user may give it; empty where assigning is not theirs to do.
    std::vector<std::pair<Uuid, std::string>> assignees;

    friend bool operator==(const LeadDetail&, const LeadDetail&) = default;
};

struct StageCount {
    std::string stage;
    std::int64_t count = 0;

    friend bool operator==(const StageCount&, const StageCount&) = default;
};

struct ProductRow {
    Uuid id;
    std::string code;
    std::string name;
    std::string category;
    std::string unit;
    std::optional<Money> price; // In the price list asked for.
    std::optional<std::int64_t> stock; // Thousandths.
    std::int64_t taxRate = 0; // Basis points.
    std::int64_t timesOrdered = 0; // By the customer asked for, last twelve months.
    std::vector<rules::PriceStep> steps; // By quantity, ascending; `price` is that of the first.

    friend bool operator==(const ProductRow&, const ProductRow&) = default;
};

struct CategoryRow {
    std::string name;
    std::int64_t count = 0;

    friend bool operator==(const CategoryRow&, const CategoryRow&) = default;
};

struct OrderRow {
    Uuid id;
    Uuid customer;
    Uuid visit; // During which it was written; nil: during none.
    std::string number;
    std::string customerName;
    std::string ownerName;
    std::string state;
    std::optional<Date> orderedOn;
    std::optional<Date> requestedOn;
    std::optional<Money> total;
    std::int64_t lines = 0;
    SyncMark mark = SyncMark::Sent;

    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

struct OrderLineRow {
    Uuid id;
    Uuid product;
    std::string code;
    std::string name;
    std::string unit;
    std::int64_t position = 0;
    std::int64_t quantity = 0; // Thousandths.
    Money listPrice;
    Money unitPrice;
    std::int64_t discount = 0; // Basis points.
    std::int64_t taxRate = 0;
    std::optional<Money> lineTotal;

    friend bool operator==(const OrderLineRow&, const OrderLineRow&) = default;
};

// A waiting change, a receipt, or an item of the attention inbox, in words a person knows.
struct ChangeRow {
    std::int64_t number = 0;
    Timestamp at;
    std::string type; // Record type.
    Uuid record;
    std::string title; // The record's name or number, and its customer's where that tells more.
    std::string verb; // create, edit, act, delete
    std::string act; // The act's name.
    struct Field {
        std::string field;
        Value before;
        Value after;

        friend bool operator==(const Field&, const Field&) = default;
    };
    std::vector<Field> fields;
    std::int64_t group = 0; // First number of its group; 0: alone.
    SyncMark mark = SyncMark::Waiting;

    friend bool operator==(const ChangeRow&, const ChangeRow&) = default;
};

struct ReceiptRow {
    ChangeRow change;
    std::string outcome; // applied, merged, refused
    Timestamp receivedAt;
    std::string code;
    std::string reasonEn;
    std::string reasonZh;

    friend bool operator==(const ReceiptRow&, const ReceiptRow&) = default;
};

// What needs a decision: a refused change with its whole content, or a field that two people
// changed.
struct AttentionRow {
    std::int64_t id = 0;
    enum class Kind : std::uint8_t { Refused, Conflict } kind = Kind::Refused;
    Timestamp at;
    std::string type;
    Uuid record;
    std::string title;
    std::string subtitle; // The customer's name.
    std::string code; // Of a refusal.
    std::string reasonEn;
    std::string reasonZh;
    std::int64_t fields = 0;

    friend bool operator==(const AttentionRow&, const AttentionRow&) = default;
};

struct AttentionField {
    std::string field;
    Value mine;
    Timestamp mineAt;
    Value theirs;
    Timestamp theirsAt;
    std::string theirsBy; // Name of the person.
    Value before;

    friend bool operator==(const AttentionField&, const AttentionField&) = default;
};

struct AttentionDetail {
    AttentionRow row;
    std::vector<AttentionField>
        fields; // To decide (Conflict), or what was refused (mine and before).
    std::vector<AttentionField> merged; // Settled without asking; can be taken back.

    friend bool operator==(const AttentionDetail&, const AttentionDetail&) = default;
};

struct SearchHit {
    std::string type;
    Uuid id;
    std::string title;
    std::string subtitle;

    friend bool operator==(const SearchHit&, const SearchHit&) = default;
};

struct DuplicateHit {
    std::string type; // customer, contact, lead, or listing: a colleague's customer
    Uuid id;
    std::string name;
    std::string subtitle;
    bool samePhone = false;
    bool sameName = false;

    friend bool operator==(const DuplicateHit&, const DuplicateHit&) = default;
};

struct PersonRow {
    Uuid id;
    std::string name;
    std::string title;
    std::string role;
    Uuid team;

    friend bool operator==(const PersonRow&, const PersonRow&) = default;
};

// How the store stands as a whole: what the sync chip and the sync page say.
struct StoreStatus {
    bool signedIn = false;
    Uuid user;
    std::string userName;
    std::string server;
    std::int64_t device = 0;
    std::string deviceCode;
    bool firstSyncDone = false;
    std::int64_t waiting = 0;
    std::optional<Timestamp> oldestWaiting;
    std::int64_t filesWaiting = 0;
    std::int64_t fileBytesWaiting = 0;
    std::int64_t needYou = 0;
    std::optional<Timestamp> lastPulledAt;
    std::optional<Timestamp> lastPushedAt;
    std::int64_t receivedToday = 0;
    std::int64_t records = 0;
    std::int64_t customers = 0;
    std::int64_t storeBytes = 0;
    // Not yet sent, by record type.
    struct Unsent {
        std::string type;
        std::int64_t created = 0;
        std::int64_t changed = 0;
        std::int64_t deleted = 0;

        friend bool operator==(const Unsent&, const Unsent&) = default;
    };
    std::vector<Unsent> unsent;

    friend bool operator==(const StoreStatus&, const StoreStatus&) = default;
};

struct TodaySummary {
    std::vector<VisitRow> visits; // Of the day, by time.
    std::optional<VisitRow> openVisit;
    std::optional<VisitRow> nextVisit;
    // What was promised to the customer of the open visit, or else of the next.
    std::string nextPromise;
    std::optional<Money> nextLastOrder;
    std::optional<Date> nextLastOrderOn;
    std::vector<ReminderRow> overdue;
    std::vector<ReminderRow> dueToday;
    std::int64_t needYou = 0;
    Money soldThisMonth;
    // Customers whose rhythm of contact or ordering has broken off, the worst first.
    struct AtRisk {
        Uuid customer;
        std::string name;
        std::string phone;
        std::int64_t daysSinceOrder = 0;
        std::int64_t usualDays = 0;

        friend bool operator==(const AtRisk&, const AtRisk&) = default;
    };
    std::vector<AtRisk> atRisk;
    // Visits planned and done on each day of this week, Monday first.
    struct DayCount {
        std::int64_t planned = 0;
        std::int64_t done = 0;

        friend bool operator==(const DayCount&, const DayCount&) = default;
    };
    std::vector<DayCount> week;

    friend bool operator==(const TodaySummary&, const TodaySummary&) = default;
};

} // namespace fieldbook::client
