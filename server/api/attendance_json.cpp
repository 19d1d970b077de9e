#include "server/api/attendance_json.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

using nlohmann::ordered_json;

ordered_json daysJson(const std::vector<Date>& days)
{
    auto list = ordered_json::array();
    for (const Date day : days) {
        list.push_back(toIsoDate(day));
    }
    return list;
}

std::string loginOf(const rules::Directory& directory, const Uuid& user)
{
    const auto* person = directory.findUser(user);
    return person == nullptr ? std::string{} : person->login;
}

ordered_json personJson(const PersonsAttendance& person, const rules::Directory& directory)
{
    const auto* known = directory.findUser(person.user);
    const auto* team = directory.findTeam(known->team);
    auto notes = ordered_json::array();
    for (const auto& note : person.notes) {
        notes.push_back({{"day", toIsoDate(note.day)},
                         {"text", note.text},
                         {"by", loginOf(directory, note.by)},
                         {"at", toRfc3339(note.at)}});
    }
    return {{"user", person.user.text()},
            {"login", known->login},
            {"name", known->name},
            {"team", team == nullptr ? std::string{} : team->name},
            {"logins", person.opened},
            {"worked_days", person.workedDays},
            {"last_login",
             person.lastLogin ? ordered_json(toIsoDate(*person.lastLogin)) : ordered_json()},
            {"silent_days", person.standing.silentDays},
            {"on_notice_list", person.standing.isSilent()},
            {"missed_days", daysJson(person.standing.missedDays)},
            {"missed_weeks", daysJson(person.standing.missedWeeks)},
            {"notes", std::move(notes)}};
}

} // namespace

ordered_json attendanceJson(const AttendanceReport& report, const rules::Directory& directory)
{
    auto people = ordered_json::array();
    for (const auto& person : report.people) {
        people.push_back(personJson(person, directory));
    }
    return {{"from", toIsoDate(report.period.first)},
            {"to", toIsoDate(report.period.last)},
            {"today", toIsoDate(report.today)},
            {"people", std::move(people)}};
}

} // namespace fieldbook::server::api
