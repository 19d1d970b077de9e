#pragma once

#include "tests/sim/tablet_host.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldbook::sim {

// What a person does on a tablet, through the real recorder, with what the tablet holds at that
// moment. Values are unlike any other ("#17"), so that each can be looked for afterwards; texts
// only gain lines. Answers of no are part of the day.
class Workload {
public:
    Workload(Trace& trace, SeededEntropy& dice, std::vector<Uuid> users)
        : trace_{trace}, dice_{dice}, users_{std::move(users)}
    {}

    void someDeed(TabletHost& tablet);

private:
    struct Desk; // One tablet while something is done on it.

    void customers(Desk& desk);
    void contacts(Desk& desk);
    void leads(Desk& desk);
    void convert(Desk& desk, const Uuid& lead);
    void opportunities(Desk& desk);
    void visits(Desk& desk);
    void activities(Desk& desk);
    void files(Desk& desk);
    void orders(Desk& desk);
    void newOrder(Desk& desk);
    void reminders(Desk& desk);
    void assign(Desk& desk);
    void shares(Desk& desk);
    void covers(Desk& desk);
    void pool(Desk& desk);
    void attention(Desk& desk);
    void recycle(Desk& desk);

    [[nodiscard]] std::string token() { return "#" + std::to_string(++tokens_); }
    [[nodiscard]] std::string named(std::string_view what) { return std::string{what} + token(); }
    void done(Desk& desk, std::string_view what, const Result<void>& result);
    void done(Desk& desk, std::string_view what, const Result<Uuid>& result);
    // A text with a line of its own put in somewhere.
    [[nodiscard]] std::string withLine(const std::string& text);
    [[nodiscard]] std::optional<Uuid>
    pick(Desk& desk, std::string_view type, std::string_view where = "deleted_at IS NULL");
    [[nodiscard]] std::optional<Record> record(Desk& desk, std::string_view type, const Uuid& id);

    Trace& trace_;
    SeededEntropy& dice_;
    std::vector<Uuid> users_;
    std::int64_t tokens_ = 0;
};

} // namespace fieldbook::sim
