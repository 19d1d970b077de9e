#include "tests/sim/ledger.h"

#include "tests/sim/trace.h"

namespace fieldbook::sim {
namespace {

std::string called(std::int64_t device, std::int64_t number)
{
    return "change " + std::to_string(number) + " of device " + std::to_string(device);
}

Committed committed(std::int64_t device, std::int64_t number, std::string_view json)
{
    auto change = sync::parseChange(json);
    if (!change) {
        throw Violation{called(device, number) + " cannot be read: " + change.error().code};
    }
    return {device, number, std::string{json}, std::move(*change)};
}

} // namespace

const Committed* Ledger::find(std::int64_t device, std::int64_t number) const
{
    for (const auto* changes : {&changes_, &sealed_}) {
        const auto found = changes->find({device, number});
        if (found != changes->end()) {
            return &found->second;
        }
    }
    return nullptr;
}

void Ledger::learn(db::Database& look, std::int64_t device)
{
    const auto above = changes_.upper_bound({device, INT64_MAX});
    const bool any = above != changes_.begin() && std::prev(above)->first.first == device;
    auto fresh = look.prepare("SELECT n, json FROM outbox WHERE n > :known ORDER BY n");
    fresh.bind(":known", any ? std::prev(above)->first.second : 0);
    while (fresh.step()) {
        const auto number = fresh.int64(0);
        changes_.emplace(std::pair{device, number}, committed(device, number, fresh.text(1)));
    }
}

void Ledger::hold(db::Database& look, std::int64_t device)
{
    learn(look, device);
    std::map<std::pair<std::int64_t, std::int64_t>, std::string> kept;
    {
        auto logged = look.prepare("SELECT device, n, json FROM receipt_log");
        while (logged.step()) {
            kept.emplace(std::pair{logged.int64(0), logged.int64(1)}, logged.text(2));
        }
        auto waiting = look.prepare("SELECT n, json FROM outbox");
        while (waiting.step()) {
            kept.emplace(std::pair{device, waiting.int64(0)}, waiting.text(1));
        }
    }
    for (const auto& [key, change] : changes_) {
        const auto found = kept.find(key);
        if (found == kept.end()) {
            throw Violation{called(key.first, key.second) + " is lost: " + change.json};
        }
        if (found->second != change.json) {
            throw Violation{called(key.first, key.second) + " is another now: " + found->second +
                            " instead of " + change.json};
        }
    }
}

void Ledger::seal(db::Database& look, std::int64_t device)
{
    hold(look, device);
    auto waiting = look.prepare("SELECT n FROM outbox WHERE state < 2");
    if (waiting.step()) {
        throw Violation{called(device, waiting.int64(0)) + " is about to be destroyed unsent"};
    }
    sealed_.merge(changes_);
    changes_.clear();
}

void Ledger::renumber(db::Database& look, std::int64_t former, std::int64_t device)
{
    std::map<std::int64_t, Uuid> unanswered;
    for (const auto& [key, change] : changes_) {
        if (key.first == former) {
            unanswered.emplace(key.second, change.change.id());
        }
    }
    auto logged = look.prepare("SELECT n FROM receipt_log WHERE device = :device");
    logged.bind(":device", former);
    while (logged.step()) {
        unanswered.erase(logged.int64(0));
    }
    auto waiting = look.prepare("SELECT n, record FROM outbox ORDER BY n");
    for (const auto& [number, record] : unanswered) {
        if (!waiting.step() || waiting.uuid(1) != record) {
            throw Violation{called(former, number) + " was lost when it was to be numbered anew"};
        }
        changes_.erase({former, number});
        renumbered_.emplace(former, number);
    }
    learn(look, device);
}

} // namespace fieldbook::sim
