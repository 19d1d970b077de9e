#include "tests/sim/agenda.h"

namespace fieldbook::sim {
namespace {

// 2026-05-14T09:00:00Z: a Thursday, inside working hours.
constexpr std::int64_t startMillis = 1'778'749'200'000;

} // namespace

void Agenda::after(milliseconds wait, std::function<void()> what)
{
    entries_.emplace(std::pair{now_ + wait, made_++}, std::move(what));
}

bool Agenda::runNext(milliseconds until)
{
    if (entries_.empty() || entries_.begin()->first.first > until) {
        now_ = std::max(now_, until);
        return false;
    }
    auto entry = entries_.extract(entries_.begin());
    now_ = std::max(now_, entry.key().first);
    entry.mapped()();
    return true;
}

void Agenda::runUntil(milliseconds until)
{
    while (runNext(until)) {
    }
}

Timestamp PartyClock::now() const { return fromMillis(startMillis) + agenda_.now() + off_; }

} // namespace fieldbook::sim
