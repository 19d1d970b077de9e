#pragma once

#include "shared/calendar/ical_time.h"
#include "shared/calendar/zone.h"

#include <libical/ical.h>

#include <memory>
#include <optional>
#include <string>

namespace fieldbook {

// What no search goes beyond.
inline constexpr auto earliestLocal =
    LocalTime{std::chrono::local_days{std::chrono::year{1900} / 1 / 1}};
inline constexpr auto latestLocal =
    LocalTime{std::chrono::local_days{std::chrono::year{2500} / 1 / 1}};

using IcalIterator = std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)>;

// A rule as libical reads it, with what has to be known to ask it nothing that takes long.
class IcalRule {
public:
    explicit IcalRule(const std::string& rule);
    ~IcalRule();
    IcalRule(const IcalRule&) = delete;
    IcalRule& operator=(const IcalRule&) = delete;

    [[nodiscard]] bool isRead() const { return rule_.freq != ICAL_NO_RECURRENCE; }
    [[nodiscard]] bool isCounted() const { return rule_.count > 0; }
    // In libical's one way to write it.
    [[nodiscard]] std::string text();
    // The last wall time the rule allows in a zone.
    [[nodiscard]] LocalTime until(const Zone& zone) const;

    // Whether a monthly or yearly rule reaches a month that has its day, when some of both come
    // from the start. Where it never does, libical would look as far as the year 20000.
    [[nodiscard]] bool fits(LocalTime start) const;
    // The first occurrence of a rule of every so many weeks, otherwise the start itself: libical
    // loses step when it begins on another day than one of the rule.
    [[nodiscard]] LocalTime inStep(LocalTime start) const;

    // Leaves only the question which days fit.
    void keepDays();
    // libical stops looking here, so that a rule that never fits comes to an end.
    void stopAt(LocalTime time) { rule_.until = toIcal(time); }

    [[nodiscard]] const icalrecurrencetype& read() const { return rule_; }

private:
    icalrecurrencetype rule_{};
};

// The wall times of a rule in order, from `from` on and no later than `end`.
class IcalWalk {
public:
    IcalWalk(IcalRule& rule, LocalTime start, LocalTime from, LocalTime end);

    [[nodiscard]] std::optional<LocalTime> next();

private:
    IcalIterator iterator_{nullptr, &icalrecur_iterator_free};
    int steps_ = 0;
};

} // namespace fieldbook
