#include "server/service/attendance.h"

#include "server/service/decider.h"
#include "server/service/review_service.h"

#include <algorithm>
#include <map>

namespace fieldbook::server {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr days periodMax{366};
constexpr int usualDays = 28;
constexpr std::size_t noteBytesMax = 2'000;
// Beyond the period, so that its first and last weeks are whole.
constexpr int weekAround = 7;

Date dateIn(const Cell& cell)
{
    const auto* text = std::get_if<std::string_view>(&cell);
    const auto date = text != nullptr ? parseIsoDate(*text) : Result<Date>{Date{}};
    return date ? *date : Date{};
}

// What is known of each, by user.
class Reading {
public:
    Reading(StoreView& view, const rules::DaySpan& period, const Zone& zone) : zone_{zone}
    {
        const Date from = daysAfter(period.first, -weekAround);
        const Date to = daysAfter(period.last, weekAround);
        for (const auto& day : view.loginDays(from, to)) {
            auto& person = people[day.user];
            // Work without a network is one login, however much of it there was.
            person.facts.logins[day.day] = day.opened + (day.worked > 0 ? 1 : 0);
            if (period.first <= day.day && day.day <= period.last) {
                person.opened += day.opened;
                person.workedDays += day.worked > 0 ? 1 : 0;
            }
        }
        for (const auto& day : view.lastLoginDays()) {
            people[day.user].facts.lastLogin = day.day;
        }
        for (auto& note : view.attendanceNotes(period.first, period.last)) {
            people[note.user].notes.push_back(std::move(note));
        }
        readTrips(view);
        readBeginnings(view);
    }

    struct Known {
        rules::LoginFacts facts{
            .memberSince = Date{sys_days{}}, .logins = {}, .lastLogin = {}, .trips = {}};
        std::int64_t opened = 0;
        std::int64_t workedDays = 0;
        std::vector<AttendanceNote> notes;
    };
    std::map<Uuid, Known> people;

private:
    void readTrips(StoreView& view)
    {
        constexpr std::array<std::string_view, 3> columns{"owner", "from_day", "to_day"};
        view.forEachRow(typeNamed("trip"), columns, std::nullopt,
                        [&](const Uuid&, std::span<const Cell> cells) {
                            if (const auto* owner = std::get_if<Uuid>(&cells[0])) {
                                people[*owner].facts.trips.push_back(
                                    {dateIn(cells[1]), dateIn(cells[2])});
                            }
                        });
    }
    void readBeginnings(StoreView& view)
    {
        constexpr std::array<std::string_view, 1> columns{"created_at"};
        view.forEachRow(typeNamed("user"), columns, std::nullopt,
                        [&](const Uuid& id, std::span<const Cell> cells) {
                            if (const auto* millis = std::get_if<std::int64_t>(&cells[0])) {
                                people[id].facts.memberSince = zone_.dateAt(fromMillis(*millis));
                            }
                        });
    }

    const Zone& zone_;
};

} // namespace

void countOpening(Commit& commit, const Uuid& user, Timestamp now)
{
    const Zone zone = companyZone(commit.directory());
    commit.writer().countLogin({.user = user, .day = zone.dateAt(now), .opened = 1, .worked = 0});
}

void countWork(Commit& commit,
               const Uuid& user,
               std::span<const sync::PushedChange> changes,
               Timestamp now)
{
    const Zone zone = companyZone(commit.directory());
    std::map<Date, std::int64_t> worked;
    for (const auto& change : changes) {
        if (change.change) {
            ++worked[zone.dateAt(std::min(fromMillis(change.change->at.millis), now))];
        }
    }
    for (const auto& [day, count] : worked) {
        commit.writer().countLogin({.user = user, .day = day, .opened = 0, .worked = count});
    }
}

Result<void> AttendanceService::opened(const Caller& caller)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        countOpening(commit, caller.user, clock_.now());
        return {};
    });
}

rules::DaySpan AttendanceService::usualPeriod() const
{
    const Date today = companyZone(*directory_.current()).dateAt(clock_.now());
    return {daysAfter(today, 1 - usualDays), today};
}

Result<AttendanceReport> AttendanceService::report(const Uuid& by, rules::DaySpan period)
{
    const auto length = sys_days{period.last} - sys_days{period.first};
    if (length < days{0} || length > periodMax) {
        return fail(ErrorKind::Invalid, "attendance.period");
    }
    const auto directory = directory_.current();
    const auto decider = deciderFor(*directory, by);
    if (!decider) {
        return fail(decider.error());
    }
    const Zone zone = companyZone(*directory);
    AttendanceReport report{.period = period, .today = zone.dateAt(clock_.now()), .people = {}};
    const auto view = store_.read();
    Reading reading{*view, period, zone};
    for (const auto& [id, person] : directory->people()) {
        const bool isJudged = person.isActive() && std::ranges::find(options_.roles, person.role) !=
                                                       options_.roles.end();
        if (!isJudged || (id != by && !mayDecideAbout(*decider, id, *directory))) {
            continue;
        }
        auto& known = reading.people[id];
        report.people.push_back(
            {.user = id,
             .opened = known.opened,
             .workedDays = known.workedDays,
             .lastLogin = known.facts.lastLogin,
             .standing = rules::judgeLogins(known.facts, period, report.today, options_.calendar),
             .notes = std::move(known.notes)});
    }
    std::ranges::sort(report.people, {}, [&](const PersonsAttendance& person) {
        return directory->findUser(person.user)->login;
    });
    return report;
}

Result<void>
AttendanceService::note(const Uuid& by, const Uuid& user, Date day, const std::string& text)
{
    if (text.empty() || text.size() > noteBytesMax) {
        return fail(ErrorKind::Invalid, "attendance.note");
    }
    return commits_.run([&](Commit& commit) -> Result<void> {
        const auto decider = deciderFor(commit.directory(), by);
        if (!decider) {
            return fail(decider.error());
        }
        const auto* person = commit.directory().findUser(user);
        if (person == nullptr) {
            return fail(ErrorKind::NotFound, "user.missing");
        }
        // Not about oneself.
        const auto may = mayDecideAbout(*decider, user, commit.directory());
        if (!may || by == user) {
            return fail(ErrorKind::Forbidden, "access.manager_only");
        }
        commit.writer().putAttendanceNote(
            {.user = user, .day = day, .by = by, .at = clock_.now(), .text = text});
        commit.note({.kind = "attendance.noted",
                     .by = by,
                     .type = &typeNamed("user"),
                     .record = user,
                     .body = "{\"day\":\"" + toIsoDate(day) + "\"}"});
        return {};
    });
}

} // namespace fieldbook::server
