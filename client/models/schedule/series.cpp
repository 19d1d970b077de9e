#include "client/models/schedule/series.h"

#include "client/models/schedule/repeat_rule.h"
#include "shared/calendar/recurrence.h"

#include <algorithm>
#include <array>

namespace fieldbook::client {
namespace {

// What is not copied from a series to an appointment that leaves it: what the record itself says of
// its making, and what only a series has.
constexpr std::array<std::string_view, 7> ownFields{
    "except_on", "starts_at", "ends_at", "owner", "created_at", "created_by", "deleted_at"};

Timestamp timeOf(const Record& record, std::string_view field)
{
    const auto* time = std::get_if<Timestamp>(&record.get(field));
    return time != nullptr ? *time : Timestamp{};
}

bool isFirst(const Occurrence& at) { return timeOf(at.series, "starts_at") == at.begins; }

const Value* valueIn(const std::vector<FieldValue>& values, std::string_view field)
{
    const auto found = std::ranges::find(values, field, &FieldValue::first);
    return found != values.end() ? &found->second : nullptr;
}

void put(std::vector<FieldValue>& values, std::string_view field, Value value)
{
    std::erase_if(values, [&](const FieldValue& each) { return each.first == field; });
    values.emplace_back(field, std::move(value));
}

FieldValue withoutDay(const Occurrence& at)
{
    const auto* days = std::get_if<TextSet>(&at.series.get("except_on"));
    TextSet next = days != nullptr ? *days : TextSet{};
    const std::string day = toIsoDate(at.zone.dateAt(at.begins));
    const auto place = std::ranges::lower_bound(next, day);
    if (place == next.end() || *place != day) {
        next.insert(place, day);
    }
    return {"except_on", std::move(next)};
}

// The rule of what comes before the occurrence.
FieldValue endedBefore(const Occurrence& at)
{
    RepeatRule rule = readRule(at.series.textOf("recurrence"), at.zone);
    const auto last = std::chrono::floor<std::chrono::seconds>(at.begins) - std::chrono::seconds{1};
    return {"recurrence", rule.base + ";UNTIL=" + toText(LocalTime{last.time_since_epoch()}) + "Z"};
}

// The rule of what comes from the occurrence on: a counted one has fewer times to go.
std::string rest(const Occurrence& at)
{
    RepeatRule rule = readRule(at.series.textOf("recurrence"), at.zone);
    const auto parsed = Recurrence::parse(at.series.textOf("recurrence"));
    if (rule.count > 0 && parsed) {
        constexpr std::size_t most = 10'000;
        const auto first = timeOf(at.series, "starts_at");
        const auto gone =
            parsed->occurrencesBetween(at.zone.toLocal(first), at.zone, first, at.begins, most);
        rule.count = std::max<std::int64_t>(rule.count - static_cast<std::int64_t>(gone.size()), 1);
    }
    return writeRule(rule, at.zone);
}

// What an appointment that leaves the series is made with.
std::vector<FieldValue> detached(const Occurrence& at, const std::vector<FieldValue>& values)
{
    std::vector<FieldValue> made;
    const auto& fields = at.series.type().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!isEmpty(at.series.at(i)) &&
            std::ranges::find(ownFields, fields[i].fieldName) == ownFields.end()) {
            made.emplace_back(fields[i].fieldName, at.series.at(i));
        }
    }
    const auto length = timeOf(at.series, "ends_at") - timeOf(at.series, "starts_at");
    put(made, "starts_at", at.begins);
    put(made, "ends_at", at.begins + length);
    for (const auto& [field, value] : values) {
        put(made, field, value);
    }
    return made;
}

Result<Uuid>
inGroup(Recorder& recorder, const Uuid& series, FieldValue left, std::vector<FieldValue> made)
{
    std::erase_if(made, [](const FieldValue& each) { return isEmpty(each.second); });
    const auto group = recorder.group();
    if (auto done = group->edit(series, {std::move(left)}); !done) {
        return fail(done.error());
    }
    auto id = group->create("appointment", std::move(made));
    if (!id) {
        return id;
    }
    if (auto done = group->commit(); !done) {
        return fail(done.error());
    }
    return id;
}

} // namespace

std::chrono::seconds wallShift(const Zone& zone, Timestamp from, Timestamp to)
{
    return zone.toLocal(to) - zone.toLocal(from);
}

Result<Uuid> changeOnce(Recorder& recorder, const Occurrence& at, std::vector<FieldValue> values)
{
    auto made = detached(at, values);
    put(made, "recurrence", Value{});
    return inGroup(recorder, at.series.id(), withoutDay(at), std::move(made));
}

Result<Uuid>
changeFollowing(Recorder& recorder, const Occurrence& at, std::vector<FieldValue> values)
{
    if (isFirst(at)) {
        return changeAll(recorder, at, std::move(values));
    }
    auto made = detached(at, values);
    if (valueIn(values, "recurrence") == nullptr) {
        put(made, "recurrence", rest(at));
    }
    return inGroup(recorder, at.series.id(), endedBefore(at), std::move(made));
}

Result<Uuid> changeAll(Recorder& recorder, const Occurrence& at, std::vector<FieldValue> values)
{
    const Timestamp first = timeOf(at.series, "starts_at");
    const Timestamp end = timeOf(at.series, "ends_at");
    const Value* starts = valueIn(values, "starts_at");
    const Value* ends = valueIn(values, "ends_at");
    const auto* newStart = starts != nullptr ? std::get_if<Timestamp>(starts) : nullptr;
    const auto* newEnd = ends != nullptr ? std::get_if<Timestamp>(ends) : nullptr;
    if (newStart != nullptr || newEnd != nullptr) {
        const Timestamp from = newStart != nullptr ? *newStart : at.begins;
        const Timestamp to = newEnd != nullptr ? *newEnd : at.begins + (end - first);
        const Timestamp moved =
            at.zone.toUtc(at.zone.toLocal(first) + wallShift(at.zone, at.begins, from));
        put(values, "starts_at", moved);
        put(values, "ends_at", moved + (to - from));
    }
    if (auto done = recorder.edit(at.series.id(), std::move(values)); !done) {
        return fail(done.error());
    }
    return at.series.id();
}

Result<void> removeOnce(Recorder& recorder, const Occurrence& at)
{
    return recorder.edit(at.series.id(), {withoutDay(at)});
}

Result<void> removeFollowing(Recorder& recorder, const Occurrence& at)
{
    return isFirst(at) ? recorder.remove(at.series.id())
                       : recorder.edit(at.series.id(), {endedBefore(at)});
}

} // namespace fieldbook::client
