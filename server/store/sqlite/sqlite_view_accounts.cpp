#include "server/store/sqlite/day_number.h"
#include "server/store/sqlite/sqlite_view.h"

// Second factors, account requests and logins.
namespace fieldbook::server {
namespace {

constexpr std::string_view requestsOf =
    "SELECT id, kind, subject, team, wishes, reason, leaving, state, requested_by, requested_at, "
    "due_at, decided_by, decided_at, handling, executed_by, executed_at FROM account_request ";

Uuid idOrNil(const db::Statement& row, int column)
{
    return row.isNull(column) ? Uuid{} : row.uuid(column);
}

std::optional<Timestamp> timeOrNone(const db::Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{fromMillis(row.int64(column))};
}

AccountRequest requestFrom(const db::Statement& row)
{
    return {.id = row.uuid(0),
            .kind = row.get<std::string>(1),
            .subject = idOrNil(row, 2),
            .team = idOrNil(row, 3),
            .wishes = row.get<std::string>(4),
            .reason = row.get<std::string>(5),
            .isLeaving = row.boolean(6),
            .state = row.get<std::string>(7),
            .requestedBy = row.uuid(8),
            .requestedAt = fromMillis(row.int64(9)),
            .dueAt = fromMillis(row.int64(10)),
            .decidedBy = idOrNil(row, 11),
            .decidedAt = timeOrNone(row, 12),
            .handling = row.get<std::string>(13),
            .executedBy = idOrNil(row, 14),
            .executedAt = timeOrNone(row, 15)};
}

// From rows of (user, day, opened, worked).
std::vector<LoginDay> loginDaysOf(db::Statement& rows)
{
    std::vector<LoginDay> days;
    while (rows.step()) {
        days.push_back({.user = rows.uuid(0),
                        .day = dayOf(rows.int64(1)),
                        .opened = rows.int64(2),
                        .worked = rows.int64(3)});
    }
    return days;
}

} // namespace

std::optional<SecondFactor> SqliteView::findSecondFactor(const Uuid& user)
{
    auto select = database_.prepare("SELECT secret, confirmed, last_step, changed_at "
                                    "FROM second_factor WHERE user = :user");
    select.bind(":user", user);
    if (!select.step()) {
        return std::nullopt;
    }
    return SecondFactor{.user = user,
                        .secret = select.get<Bytes>(0),
                        .isConfirmed = select.boolean(1),
                        .lastStep = static_cast<std::uint64_t>(select.int64(2)),
                        .changedAt = fromMillis(select.int64(3))};
}

std::size_t SqliteView::recoveryCodesLeft(const Uuid& user)
{
    auto select = database_.prepare(
        "SELECT count(*) FROM recovery_code WHERE user = :user AND used_at IS NULL");
    select.bind(":user", user);
    return select.step() ? static_cast<std::size_t>(select.int64(0)) : 0;
}

std::optional<AccountRequest> SqliteView::findAccountRequest(const Uuid& id)
{
    auto select = database_.prepare(std::string{requestsOf} + "WHERE id = :id");
    select.bind(":id", id);
    return select.step() ? std::optional{requestFrom(select)} : std::nullopt;
}

std::vector<AccountRequest> SqliteView::accountRequests(std::string_view state, std::size_t limit)
{
    auto select =
        database_.prepare(std::string{requestsOf} + (state.empty() ? "" : "WHERE state = :state ") +
                          "ORDER BY requested_at DESC, id DESC LIMIT :limit");
    if (!state.empty()) {
        select.bind(":state", state);
    }
    select.bind(":limit",
                limit > 100'000 ? std::int64_t{100'000} : static_cast<std::int64_t>(limit));
    std::vector<AccountRequest> requests;
    while (select.step()) {
        requests.push_back(requestFrom(select));
    }
    return requests;
}

std::vector<LoginDay> SqliteView::loginDays(Date from, Date to)
{
    auto select = database_.prepare("SELECT user, day, opened, worked FROM login_day "
                                    "WHERE day BETWEEN :from AND :to ORDER BY user, day");
    select.bind(":from", dayNumber(from)).bind(":to", dayNumber(to));
    return loginDaysOf(select);
}

std::vector<LoginDay> SqliteView::lastLoginDays()
{
    auto select = database_.prepare("SELECT user, max(day), opened, worked FROM login_day "
                                    "GROUP BY user ORDER BY user");
    return loginDaysOf(select);
}

std::vector<AttendanceNote> SqliteView::attendanceNotes(Date from, Date to)
{
    auto select = database_.prepare("SELECT user, day, author, at, text FROM attendance_note "
                                    "WHERE day BETWEEN :from AND :to ORDER BY user, day");
    select.bind(":from", dayNumber(from)).bind(":to", dayNumber(to));
    std::vector<AttendanceNote> notes;
    while (select.step()) {
        notes.push_back({.user = select.uuid(0),
                         .day = dayOf(select.int64(1)),
                         .by = select.uuid(2),
                         .at = fromMillis(select.int64(3)),
                         .text = select.get<std::string>(4)});
    }
    return notes;
}

} // namespace fieldbook::server
