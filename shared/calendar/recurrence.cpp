#include "shared/calendar/recurrence.h"

#include "shared/calendar/ical_rule.h"
#include "shared/calendar/rule_syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace fieldbook {
namespace {

using namespace std::chrono;

// Whatever fits at all fits within this: 29 February falls on a given weekday every 28 years, and
// after 40 where a century is no leap year.
constexpr auto horizon = days{366 * 40};
constexpr std::size_t exceptionsMax = 500;

// A rule that fits no day is refused when it is written instead of searched for ever after.
bool everOccurs(const std::string& text)
{
    constexpr LocalTime anyDay{local_days{year{2000} / 1 / 1}};
    IcalRule rule{text};
    rule.keepDays();
    return IcalWalk{rule, anyDay, anyDay, anyDay + horizon}.next().has_value();
}

std::string upperCased(std::string_view text)
{
    std::string result{text};
    for (auto& c : result) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return result;
}

tl::unexpected<Error> malformed(std::string_view what)
{
    return fail(ErrorKind::Invalid, "recurrence.malformed", std::string{what});
}

// The next line, without what ends it.
std::string_view takenLine(std::string_view& text)
{
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

Result<std::vector<LocalTime>> readExceptions(std::string_view list)
{
    std::vector<LocalTime> times;
    for (;;) {
        const auto end = std::min(list.find(','), list.size());
        const auto time = parseLocalTime(list.substr(0, end));
        if (!time) {
            return malformed("EXDATE");
        }
        if (times.size() == exceptionsMax) {
            return fail(ErrorKind::TooLarge, "recurrence.too_long", "EXDATE");
        }
        times.push_back(*time);
        if (end == list.size()) {
            return times;
        }
        list.remove_prefix(end + 1);
    }
}

Result<std::string> readRule(std::string_view rule)
{
    if (auto checked = checkRuleSyntax(rule); !checked) {
        return fail(checked.error());
    }
    const std::string text{rule};
    IcalRule read{text};
    if (!read.isRead()) {
        return malformed("not a rule");
    }
    if (!everOccurs(text)) {
        return fail(ErrorKind::Invalid, "recurrence.never", text);
    }
    return read.text();
}

// The moments of a recurrence in order, exceptions left out. In wall time they begin and end a
// little outside the moments asked for, as a zone may change meanwhile.
class Occurrences {
public:
    Occurrences(const std::string& rule,
                const std::vector<LocalTime>& exceptions,
                LocalTime start,
                const Zone& zone,
                std::pair<Timestamp, Timestamp> span)
        : rule_{rule},
          exceptions_{exceptions},
          zone_{zone},
          walk_{rule_, start, zone.toLocal(span.first) - days{2},
                std::min(rule_.until(zone), zone.toLocal(span.second) + days{2})}
    {}

    std::optional<Timestamp> next()
    {
        while (const auto time = walk_.next()) {
            if (std::ranges::binary_search(exceptions_, *time)) {
                continue;
            }
            // Two wall times become one moment where the clock skips the earlier.
            const auto moment = zone_.toUtc(*time);
            if (!last_ || moment > *last_) {
                last_ = moment;
                return moment;
            }
        }
        return std::nullopt;
    }

private:
    IcalRule rule_;
    const std::vector<LocalTime>& exceptions_;
    const Zone& zone_;
    IcalWalk walk_;
    std::optional<Timestamp> last_;
};

// Moments that no calendar reaches would overflow the sums above.
Timestamp bounded(Timestamp time)
{
    return std::clamp(time, Timestamp{earliestLocal.time_since_epoch()},
                      Timestamp{latestLocal.time_since_epoch()} - horizon);
}

} // namespace

Result<Recurrence> Recurrence::parse(std::string_view text)
{
    const auto upper = upperCased(text);
    std::string_view rest = upper;
    auto rule = takenLine(rest);
    rule.remove_prefix(rule.starts_with("RRULE:") ? 6 : 0);
    auto read = readRule(rule);
    if (!read) {
        return fail(read.error());
    }
    Recurrence recurrence;
    recurrence.rule_ = *std::move(read);
    while (!rest.empty()) {
        auto line = takenLine(rest);
        constexpr std::string_view name = "EXDATE:";
        if (!line.starts_with(name)) {
            return malformed("a line that is no EXDATE");
        }
        auto times = readExceptions(line.substr(name.size()));
        if (!times) {
            return fail(times.error());
        }
        for (const auto time : *times) {
            recurrence.except(time);
        }
    }
    if (recurrence.exceptions_.size() > exceptionsMax) {
        return fail(ErrorKind::TooLarge, "recurrence.too_long", "EXDATE");
    }
    return recurrence;
}

std::string Recurrence::text() const
{
    if (exceptions_.empty()) {
        return rule_;
    }
    auto text = "RRULE:" + rule_ + "\nEXDATE:";
    for (const auto time : exceptions_) {
        text += toText(time) + ",";
    }
    text.pop_back();
    return text;
}

void Recurrence::except(LocalTime occurrence)
{
    const auto at = std::ranges::lower_bound(exceptions_, occurrence);
    if (at == exceptions_.end() || *at != occurrence) {
        exceptions_.insert(at, occurrence);
    }
}

std::optional<Timestamp>
Recurrence::nextAfter(LocalTime start, const Zone& zone, Timestamp after) const
{
    const auto from = bounded(after);
    const auto begin = std::max(from, bounded(zone.toUtc(start)));
    Occurrences occurrences{rule_, exceptions_, start, zone, {from, begin + horizon}};
    while (const auto moment = occurrences.next()) {
        if (*moment > after) {
            return moment;
        }
    }
    return std::nullopt;
}

std::vector<Timestamp> Recurrence::occurrencesBetween(
    LocalTime start, const Zone& zone, Timestamp from, Timestamp to, std::size_t limit) const
{
    std::vector<Timestamp> found;
    if (to <= from) {
        return found;
    }
    Occurrences occurrences{rule_, exceptions_, start, zone, {bounded(from), bounded(to)}};
    while (found.size() < limit) {
        const auto moment = occurrences.next();
        if (!moment || *moment >= to) {
            break;
        }
        if (*moment >= from) {
            found.push_back(*moment);
        }
    }
    return found;
}

} // namespace fieldbook
