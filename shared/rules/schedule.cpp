#include "shared/rules/schedule.h"

#include "shared/calendar/recurrence.h"

#include <algorithm>

namespace fieldbook::rules {
namespace {

// Teams above one another: more than this are a ring.
constexpr int teamsUpMax = 16;

const Timestamp* startOf(const Record& record)
{
    const auto field = record.type().name == "reminder" ? "due_at" : "starts_at";
    return std::get_if<Timestamp>(&record.get(field));
}

std::optional<Recurrence> recurrenceOf(const Record& record)
{
    const auto& text = record.textOf("recurrence");
    if (text.empty()) {
        return std::nullopt;
    }
    auto recurrence = Recurrence::parse(text);
    return recurrence ? std::optional{std::move(*recurrence)} : std::nullopt;
}

class LeftOut {
public:
    LeftOut(const Record& record, const Zone& zone) : zone_{zone}
    {
        const auto field = record.type().indexOf("except_on");
        days_ = field ? std::get_if<TextSet>(&record.at(*field)) : nullptr;
    }

    [[nodiscard]] bool has(Timestamp time) const
    {
        return days_ != nullptr &&
               std::ranges::binary_search(*days_, toIsoDate(zone_.dateAt(time)));
    }
    [[nodiscard]] std::size_t count() const { return days_ != nullptr ? days_->size() : 0; }

private:
    const Zone& zone_;
    const TextSet* days_ = nullptr;
};

} // namespace

Zone zoneOf(const Record& record, const World& world)
{
    const auto& type = record.type();
    if (type.indexOf("time_zone")) {
        if (auto zone = Zone::find(record.textOf("time_zone"))) {
            return *zone;
        }
    }
    const auto owner = type.ownerField.empty() ? std::optional<Record>{}
                                               : world.find(record.referenceOf(type.ownerField));
    Uuid next = owner && owner->type().name == "user" ? owner->referenceOf("team") : Uuid{};
    for (int step = 0; step < teamsUpMax && !next.isNil(); ++step) {
        const auto team = world.find(next);
        if (!team || team->type().name != "team") {
            break;
        }
        if (auto zone = Zone::find(team->textOf("time_zone"))) {
            return *zone;
        }
        next = team->referenceOf("parent");
    }
    return Zone::utc();
}

std::vector<Timestamp> occurrencesBetween(
    const Record& record, const Zone& zone, Timestamp from, Timestamp to, std::size_t limit)
{
    const Timestamp* start = startOf(record);
    if (start == nullptr || limit == 0) {
        return {};
    }
    const LeftOut leftOut{record, zone};
    std::vector<Timestamp> times;
    const auto recurrence = recurrenceOf(record);
    if (recurrence) {
        times = recurrence->occurrencesBetween(zone.toLocal(*start), zone, from, to,
                                               limit + leftOut.count());
    }
    // The rule counts in whole seconds, so its first may be the start without its milliseconds.
    if (*start >= from && *start < to) {
        std::erase(times, std::chrono::floor<std::chrono::seconds>(*start));
        times.insert(std::ranges::upper_bound(times, *start), *start);
    }
    std::erase_if(times, [&](Timestamp time) { return leftOut.has(time); });
    times.resize(std::min(times.size(), limit));
    return times;
}

std::optional<Timestamp> occurrenceAfter(const Record& record, const Zone& zone, Timestamp after)
{
    const Timestamp* start = startOf(record);
    if (start == nullptr) {
        return std::nullopt;
    }
    const LeftOut leftOut{record, zone};
    if (*start > after && !leftOut.has(*start)) {
        return *start;
    }
    const auto recurrence = recurrenceOf(record);
    if (!recurrence) {
        return std::nullopt;
    }
    // A day left out may hold several.
    constexpr std::size_t perDayMax = 24;
    auto next = recurrence->nextAfter(zone.toLocal(*start), zone, after);
    for (std::size_t left = leftOut.count() * perDayMax; next && leftOut.has(*next); --left) {
        if (left == 0) {
            return std::nullopt;
        }
        next = recurrence->nextAfter(zone.toLocal(*start), zone, *next);
    }
    return next;
}

} // namespace fieldbook::rules
