#pragma once

#include "server/service/caller.h"
#include "server/service/directory_board.h"
#include "server/store/store.h"
#include "shared/base/money.h"
#include "shared/calendar/zone.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server {

// Amounts of several currencies, which are never added up.
class Amounts {
public:
    // Throws std::overflow_error beyond what money can hold.
    void add(Money amount);
    [[nodiscard]] const std::map<Currency, std::int64_t>& minor() const { return minor_; }

private:
    std::map<Currency, std::int64_t> minor_;
};

// Some of the opportunities: how many, what they come to, and that weighted by their win rate.
struct PipelineSum {
    std::int64_t count = 0;
    Amounts amount;
    Amounts weighted;
};

// Days on the clocks of the company's zone.
struct ReviewPeriod {
    Date first;
    Date last; // Included.
};

struct StageReview {
    std::string stage; // Code of rules::pipeline().
    PipelineSum sum;
};

struct PersonReview {
    Uuid user; // Nil: nobody.
    Uuid team;
    std::string name;
    std::string login;
    PipelineSum open; // Opportunities neither won nor lost.
    PipelineSum won; // As they stand, whenever they were won.
    // What happened in the period.
    std::int64_t orders = 0;
    Amounts ordered; // Totals of orders that are neither drafts nor cancelled.
    std::int64_t visits = 0; // Checked in, or planned for the period.
    std::int64_t visitsDone = 0;
    std::int64_t leads = 0; // Made.
    std::int64_t reminders = 0; // Due.
    std::int64_t remindersDone = 0;
};

struct TeamReview {
    Uuid team;
    std::string name;
    // The team with all below it.
    PipelineSum open;
    Amounts ordered;
    std::int64_t orders = 0;
};

// The business as a manager sees it. Only what the manager may see is counted.
struct Review {
    ReviewPeriod period;
    Timestamp time;
    std::vector<StageReview> stages; // In order of the pipeline, all of them.
    std::vector<PersonReview> people; // By team, then name; those with something to show.
    std::vector<TeamReview> teams;
    PipelineSum forecast; // All that is open.
};

// The zone of the team above all others, in which the company counts its days; UTC if it has none.
[[nodiscard]] Zone companyZone(const rules::Directory& directory);

// Any thread.
class ReviewService {
public:
    ReviewService(Store& store, DirectoryBoard& directory, const Clock& clock)
        : store_{store}, directory_{directory}, clock_{clock}
    {}

    // The company's day.
    [[nodiscard]] Date today() const;

    // Of what stands in the feeds of the caller's tablet. Codes: `access.manager_only`,
    // `session.ended`.
    [[nodiscard]] Result<Review> reviewFor(const Caller& caller, const ReviewPeriod& period);
    // Of the whole company, for the server's own command line.
    [[nodiscard]] Review reviewAll(const ReviewPeriod& period);

private:
    [[nodiscard]] Review make(const std::optional<std::vector<FeedName>>& visibleTo,
                              const ReviewPeriod& period);

    Store& store_;
    DirectoryBoard& directory_;
    const Clock& clock_;
};

} // namespace fieldbook::server
