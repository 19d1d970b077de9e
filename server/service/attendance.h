#pragma once

#include "server/service/caller.h"
#include "server/service/commit_queue.h"
#include "shared/rules/login_rules.h"
#include "shared/sync/messages.h"

#include <span>
#include <string>
#include <vector>

namespace fieldbook::server {

// Counts for the login rules, in the commit that tells of it: that somebody signed in or opened the
// app, and on which days the changes that arrive were recorded. Days are the company's.
void countOpening(Commit& commit, const Uuid& user, Timestamp now);
void countWork(Commit& commit,
               const Uuid& user,
               std::span<const sync::PushedChange> changes,
               Timestamp now);

struct AttendanceOptions {
    WorkCalendar calendar = {};
    // Whose logins are judged.
    std::vector<rules::Role> roles{rules::Role::Salesperson, rules::Role::Manager};
};

struct PersonsAttendance {
    Uuid user;
    std::int64_t opened = 0; // Logins within the period...
    std::int64_t workedDays = 0; // ... and days with recorded work.
    std::optional<Date> lastLogin;
    rules::LoginStanding standing;
    std::vector<AttendanceNote> notes;
};

struct AttendanceReport {
    rules::DaySpan period;
    Date today;
    std::vector<PersonsAttendance> people; // In order of sign-in name.
};

// Who was there how often (R72, R74). Any thread.
class AttendanceService {
public:
    AttendanceService(Store& store,
                      CommitQueue& commits,
                      DirectoryBoard& directory,
                      const Clock& clock,
                      AttendanceOptions options = {})
        : store_{store},
          commits_{commits},
          directory_{directory},
          clock_{clock},
          options_{std::move(options)}
    {}

    // The app was opened by its user, who is signed in.
    [[nodiscard]] Result<void> opened(const Caller& caller);

    // Of the people `by` manages, and of `by`; nil: of all. Codes `session.ended`,
    // `attendance.period` (ends before it starts, or is longer than a year).
    [[nodiscard]] Result<AttendanceReport> report(const Uuid& by, rules::DaySpan period);
    // What a manager says about a day that was missed, such as the penalty. Codes
    // `access.manager_only`, `user.missing`, `attendance.note` (empty, or too long).
    [[nodiscard]] Result<void>
    note(const Uuid& by, const Uuid& user, Date day, const std::string& text);

    // Today's four weeks, for who names no other.
    [[nodiscard]] rules::DaySpan usualPeriod() const;
    [[nodiscard]] const WorkCalendar& calendar() const { return options_.calendar; }

private:
    Store& store_;
    CommitQueue& commits_;
    DirectoryBoard& directory_;
    const Clock& clock_;
    const AttendanceOptions options_;
};

} // namespace fieldbook::server
