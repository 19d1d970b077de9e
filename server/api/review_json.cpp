#include "server/api/review_json.h"

#include <nlohmann/json.hpp>

namespace fieldbook::server::api {
namespace {

using nlohmann::ordered_json;

ordered_json amountsJson(const Amounts& amounts)
{
    auto list = ordered_json::array();
    for (const auto& [currency, minor] : amounts.minor()) {
        list.push_back({{"minor", minor}, {"currency", currency.code()}});
    }
    return list;
}

ordered_json idOrNull(const Uuid& id)
{
    return id.isNil() ? ordered_json() : ordered_json(id.text());
}

ordered_json personJson(const PersonReview& person)
{
    return {{"user", idOrNull(person.user)},
            {"name", person.name},
            {"login", person.login},
            {"team", idOrNull(person.team)},
            {"open", sumJson(person.open)},
            {"won", sumJson(person.won)},
            {"orders", person.orders},
            {"ordered", amountsJson(person.ordered)},
            {"visits", person.visits},
            {"visits_done", person.visitsDone},
            {"leads", person.leads},
            {"reminders", person.reminders},
            {"reminders_done", person.remindersDone}};
}

} // namespace

ordered_json sumJson(const PipelineSum& sum)
{
    return {{"count", sum.count},
            {"amount", amountsJson(sum.amount)},
            {"weighted", amountsJson(sum.weighted)}};
}

ordered_json reviewJson(const Review& review)
{
    ordered_json body{{"from", toIsoDate(review.period.first)},
                      {"to", toIsoDate(review.period.last)},
                      {"time", toRfc3339(review.time)},
                      {"forecast", sumJson(review.forecast)}};
    body["stages"] = ordered_json::array();
    for (const auto& [stage, sum] : review.stages) {
        auto entry = sumJson(sum);
        entry["stage"] = stage;
        body["stages"].push_back(std::move(entry));
    }
    body["teams"] = ordered_json::array();
    for (const auto& team : review.teams) {
        body["teams"].push_back({{"team", team.team.text()},
                                 {"name", team.name},
                                 {"open", sumJson(team.open)},
                                 {"orders", team.orders},
                                 {"ordered", amountsJson(team.ordered)}});
    }
    body["people"] = ordered_json::array();
    for (const auto& person : review.people) {
        body["people"].push_back(personJson(person));
    }
    return body;
}

Result<ReviewPeriod> reviewPeriod(std::string_view first, std::string_view last, Date today)
{
    ReviewPeriod period{
        .first = today.year() / today.month() / std::chrono::day{1},
        .last = Date{std::chrono::sys_days{today.year() / today.month() / std::chrono::last}}};
    for (const auto& [text, day] :
         {std::pair{first, &period.first}, std::pair{last, &period.last}}) {
        if (text.empty()) {
            continue;
        }
        const auto given = parseIsoDate(text);
        if (!given) {
            return fail(ErrorKind::Invalid, "query.malformed", std::string{text});
        }
        *day = *given;
    }
    if (period.last < period.first) {
        return fail(ErrorKind::Invalid, "query.malformed", "the period ends before it begins");
    }
    return period;
}

} // namespace fieldbook::server::api
