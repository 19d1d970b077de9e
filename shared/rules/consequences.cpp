#include "shared/rules/acts.h"
#include "shared/rules/totals.h"

#include <algorithm>
#include <array>

namespace fieldbook::rules {
namespace {

constexpr std::array<std::string_view, 1> openReminders{"open"};
constexpr std::array<std::string_view, 1> plannedVisits{"planned"};
constexpr std::array<std::string_view, 1> doneVisits{"done"};

const Timestamp* timeIn(const Record& record, std::string_view field)
{
    return std::get_if<Timestamp>(&record.get(field));
}

// When the record says that there was contact with its customer; nothing if it says no such thing.
const Timestamp* contactIn(const Record& record)
{
    const auto name = record.type().name;
    if (record.isDeleted()) {
        return nullptr;
    }
    if (name == "activity") {
        return record.textOf("kind") == "note" ? nullptr : timeIn(record, "happened_at");
    }
    if (name == "visit") {
        return record.textOf("state") == "done" ? timeIn(record, "check_out_at") : nullptr;
    }
    return name == "order" ? timeIn(record, "submitted_at") : nullptr;
}

bool isContactReminder(const Record& reminder)
{
    const auto& kind = reminder.textOf("kind");
    return kind == "call" || kind == "visit";
}

// Whether the record may plan contact with its customer, or may have done so before.
bool mayPlanContact(const Record& record)
{
    const auto name = record.type().name;
    return name == "visit" || (name == "reminder" && isContactReminder(record));
}

// The earliest of the times offered that lie after the last contact.
class Earliest {
public:
    explicit Earliest(const Timestamp* after) : after_{after} {}

    void offer(const Timestamp* time)
    {
        if (time != nullptr && (after_ == nullptr || *time > *after_) &&
            (!time_ || *time < *time_)) {
            time_ = *time;
        }
    }
    [[nodiscard]] const std::optional<Timestamp>& time() const { return time_; }

private:
    const Timestamp* after_;
    std::optional<Timestamp> time_;
};

bool isNextStep(const Timestamp& time, const Record& customer, const World& world)
{
    const auto visits =
        world.referringIn(typeNamed("visit"), "customer", customer.id(), "state", doneVisits);
    return std::ranges::any_of(visits, [&](const Record& visit) {
        const auto* next = timeIn(visit, "next_step_at");
        return next != nullptr && *next == time;
    });
}

// Reckoned anew from everything planned with the customer, so that it comes out the same in
// whatever order the plans were written, moved and done.
Value nextContact(const Record& customer,
                  const Timestamp* last,
                  const Record& written,
                  const World& world)
{
    Earliest earliest{last};
    for (const Record& visit :
         world.referringIn(typeNamed("visit"), "customer", customer.id(), "state", plannedVisits)) {
        earliest.offer(timeIn(visit, "planned_at"));
    }
    for (const Record& reminder : world.referringIn(typeNamed("reminder"), "customer",
                                                    customer.id(), "state", openReminders)) {
        if (isContactReminder(reminder)) {
            earliest.offer(timeIn(reminder, "due_at"));
        }
    }
    if (written.type().name == "visit" && contactIn(written) != nullptr) {
        earliest.offer(timeIn(written, "next_step_at"));
    }
    // What stands may be the next step of a visit that is done; those are many, so they are read
    // only if it matters.
    const auto* standing = timeIn(customer, "next_contact_at");
    if (standing != nullptr && (last == nullptr || *standing > *last) &&
        (!earliest.time() || *standing < *earliest.time()) &&
        isNextStep(*standing, customer, world)) {
        return *standing;
    }
    return earliest.time() ? Value{*earliest.time()} : Value{};
}

// Contact by other means than a visit leaves the plans as they are, unless it overtook the next.
bool touchesPlans(const Record& customer, const Timestamp* last, const Record& written)
{
    if (mayPlanContact(written)) {
        return true;
    }
    const auto* next = timeIn(customer, "next_contact_at");
    return next != nullptr && last != nullptr && *next <= *last;
}

std::vector<RecordWrite> contactWith(const Record& written, const World& world)
{
    const Timestamp* contact = contactIn(written);
    if (contact == nullptr && !mayPlanContact(written)) {
        return {};
    }
    const auto customer = world.find(written.referenceOf("customer"));
    if (!customer || customer->type().name != "customer") {
        return {};
    }
    RecordWrite write{&customer->type(), customer->id(), false, {}};
    const Timestamp* last = timeIn(*customer, "last_contact_at");
    if (contact != nullptr && (last == nullptr || *contact > *last)) {
        write.set("last_contact_at", *contact);
        last = contact;
    }
    if (touchesPlans(*customer, last, written)) {
        Value next = nextContact(*customer, last, written, world);
        if (next != customer->get("next_contact_at")) {
            write.set("next_contact_at", std::move(next));
        }
    }
    return write.values.empty() ? std::vector<RecordWrite>{} : std::vector{std::move(write)};
}

// A line's own total follows its numbers at once; those of the order are reckoned when it is
// submitted.
std::vector<RecordWrite> lineTotalOf(const Record& line)
{
    const auto* price = std::get_if<Money>(&line.get("unit_price"));
    const auto terms = price != nullptr
                           ? LineTerms::of(line, price->currency())
                           : Result<LineTerms>{fail(ErrorKind::Invalid, "price.range")};
    const auto total = terms ? rules::lineTotal(*terms) : fail(terms.error());
    if (!total) {
        return {};
    }
    const Value value{Money::fromMinor(*total, price->currency())};
    if (line.get("line_total") == value) {
        return {};
    }
    RecordWrite write{&line.type(), line.id(), false, {}};
    write.set("line_total", value);
    return {std::move(write)};
}

} // namespace

std::vector<RecordWrite> consequences(const Record& written, const World& world)
{
    const auto name = written.type().name;
    if (name == "order_line") {
        return lineTotalOf(written);
    }
    if (name == "activity" || name == "visit" || name == "order" || name == "reminder") {
        return contactWith(written, world);
    }
    return {};
}

} // namespace fieldbook::rules
