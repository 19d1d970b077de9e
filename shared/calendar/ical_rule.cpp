#include "shared/calendar/ical_rule.h"

#include "shared/calendar/rule_syntax.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <span>
#include <vector>

namespace fieldbook {
namespace {

using namespace std::chrono;

constexpr int stepsMax = 50'000; // Of one search, whatever is asked.

constexpr short none = ICAL_RECURRENCE_ARRAY_MAX; // Ends libical's lists.

std::vector<int> items(std::span<const short> list)
{
    return {list.begin(), std::ranges::find(list, none)};
}

void sortItems(std::span<short> list)
{
    std::ranges::sort(list.begin(), std::ranges::find(list, none));
}

// The months that steps of so many months reach from one.
std::vector<int> monthsReached(int from, int step)
{
    std::vector<int> months;
    for (int month = 1; month <= 12; ++month) {
        if ((month - from) % std::gcd(step, 12) == 0) {
            months.push_back(month);
        }
    }
    return months;
}

// The day on which the week of a time begins; libical counts weekdays from Sunday as 1.
local_days weekOf(LocalTime time, icalrecurrencetype_weekday weekStart)
{
    const auto day = floor<days>(time);
    const weekday begin{static_cast<unsigned>(weekStart) - 1};
    return day - (weekday{day} - begin);
}

} // namespace

IcalRule::IcalRule(const std::string& rule)
{
    icalerror_set_errors_are_fatal(0);
    rule_ = icalrecurrencetype_from_string(rule.c_str());
    // libical takes times of a day in the order in which they are written.
    sortItems(rule_.by_hour);
    sortItems(rule_.by_minute);
    sortItems(rule_.by_second);
}

IcalRule::~IcalRule() { std::free(rule_.rscale); }

std::string IcalRule::text()
{
    const std::unique_ptr<char, decltype(&std::free)> made{icalrecurrencetype_as_string_r(&rule_),
                                                           &std::free};
    return made.get();
}

LocalTime IcalRule::until(const Zone& zone) const
{
    const auto& until = rule_.until;
    if (icaltime_is_null_time(until) != 0) {
        return latestLocal;
    }
    auto time = fromIcal(until);
    if (until.is_date != 0) {
        return time + days{1} - seconds{1};
    }
    return icaltime_is_utc(until) != 0 ? zone.toLocal(Timestamp{time.time_since_epoch()}) : time;
}

bool IcalRule::fits(LocalTime start) const
{
    const bool isMonthly = rule_.freq == ICAL_MONTHLY_RECURRENCE;
    if ((!isMonthly && rule_.freq != ICAL_YEARLY_RECURRENCE) || rule_.rscale != nullptr) {
        return true;
    }
    const year_month_day date{floor<days>(start)};
    auto months = monthsReached(static_cast<int>(static_cast<unsigned>(date.month())),
                                isMonthly ? rule_.interval : 1);
    if (const auto chosen = items(rule_.by_month); !chosen.empty()) {
        std::erase_if(months, [&chosen](int month) { return !std::ranges::count(chosen, month); });
    }
    auto days = items(rule_.by_month_day);
    const bool hasOtherDays = rule_.by_day[0] != none || rule_.by_year_day[0] != none;
    if (days.empty() && !hasOtherDays) {
        days.push_back(static_cast<int>(static_cast<unsigned>(date.day())));
    }
    return !months.empty() && anyMonthHasDay(months, days);
}

void IcalRule::keepDays()
{
    rule_.count = 0;
    rule_.interval = 1;
    rule_.until = icaltime_null_time();
    rule_.by_hour[0] = none;
    rule_.by_minute[0] = none;
    rule_.by_second[0] = none;
}

LocalTime IcalRule::inStep(LocalTime start) const
{
    if (rule_.freq != ICAL_WEEKLY_RECURRENCE || rule_.interval == 1 || rule_.by_day[0] == none) {
        return start;
    }
    auto everyWeek = rule_;
    everyWeek.interval = 1;
    everyWeek.by_month[0] = none;
    everyWeek.count = 0;
    everyWeek.until = icaltime_null_time();
    const IcalIterator iterator{icalrecur_iterator_new(everyWeek, toIcal(start)),
                                &icalrecur_iterator_free};
    const auto time = iterator ? icalrecur_iterator_next(iterator.get()) : icaltime_null_time();
    if (icaltime_is_null_time(time) != 0) {
        return start;
    }
    const auto first = fromIcal(time);
    const bool isSameWeek = weekOf(first, rule_.week_start) == weekOf(start, rule_.week_start);
    return isSameWeek ? first : first + weeks{rule_.interval - 1};
}

IcalWalk::IcalWalk(IcalRule& rule, LocalTime start, LocalTime from, LocalTime end)
{
    if (start < earliestLocal || end < start || !rule.fits(start)) {
        return;
    }
    // The construction of an iterator fails for an error that somebody left behind.
    icalerror_clear_errno();
    start = rule.inStep(start);
    rule.stopAt(std::min(end, latestLocal));
    iterator_.reset(icalrecur_iterator_new(rule.read(), toIcal(start)));
    // Counting has to begin at the beginning.
    if (iterator_ && !rule.isCounted() && from > start) {
        if (from > end || icalrecur_iterator_set_start(iterator_.get(), toIcal(from)) == 0) {
            iterator_.reset();
        }
    }
}

std::optional<LocalTime> IcalWalk::next()
{
    if (!iterator_ || ++steps_ > stepsMax) {
        return std::nullopt;
    }
    const auto time = icalrecur_iterator_next(iterator_.get());
    return icaltime_is_null_time(time) != 0 ? std::nullopt : std::optional{fromIcal(time)};
}

} // namespace fieldbook
