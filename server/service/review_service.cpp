#include "server/service/review_service.h"

#include "shared/rules/access.h"
#include "shared/rules/stages.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace fieldbook::server {
namespace {

using Cells = std::span<const Cell>;

std::string_view textOf(const Cell& cell)
{
    const auto* text = std::get_if<std::string_view>(&cell);
    return text == nullptr ? std::string_view{} : *text;
}

Uuid idOf(const Cell& cell)
{
    const auto* id = std::get_if<Uuid>(&cell);
    return id == nullptr ? Uuid{} : *id;
}

std::optional<std::int64_t> numberOf(const Cell& cell)
{
    const auto* number = std::get_if<std::int64_t>(&cell);
    return number == nullptr ? std::nullopt : std::optional{*number};
}

std::optional<Money> moneyOf(const Cell& minor, const Cell& currency)
{
    const auto number = numberOf(minor);
    const auto code = Currency::parse(textOf(currency));
    return number && code ? std::optional{Money::fromMinor(*number, *code)} : std::nullopt;
}

void addDeal(PipelineSum& sum, const std::optional<Money>& amount, std::int64_t winRate)
{
    ++sum.count;
    if (!amount) {
        return;
    }
    sum.amount.add(*amount);
    if (const auto weighted = mulDivHalfEven(amount->minor(), winRate, 10'000)) {
        sum.weighted.add(Money::fromMinor(*weighted, amount->currency()));
    }
}

void addAll(Amounts& to, const Amounts& from)
{
    for (const auto& [currency, minor] : from.minor()) {
        to.add(Money::fromMinor(minor, currency));
    }
}

void addAll(PipelineSum& to, const PipelineSum& from)
{
    to.count += from.count;
    addAll(to.amount, from.amount);
    addAll(to.weighted, from.weighted);
}

// Reads the store once for each type and adds up.
class Reckoning {
public:
    Reckoning(StoreView& view,
              const std::optional<std::vector<FeedName>>& visibleTo,
              const rules::Directory& directory,
              Review& review)
        : view_{view}, visibleTo_{visibleTo}, directory_{directory}, review_{review}
    {
        const auto& period = review.period;
        const Zone zone = companyZone(directory);
        const Date dayAfter{std::chrono::sys_days{period.last} + std::chrono::days{1}};
        firstDay_ = toIsoDate(period.first);
        lastDay_ = toIsoDate(period.last);
        begin_ = toMillis(zone.startOf(period.first));
        end_ = toMillis(zone.startOf(dayAfter));
        for (const auto& stage : rules::pipeline()) {
            review.stages.push_back({std::string{stage.code}, {}});
        }
    }

    void run()
    {
        readDeals();
        readOrders();
        readVisits();
        readLeads();
        readReminders();
        finishPeople();
        finishTeams();
    }

private:
    template <std::size_t Count, class Visit>
    void each(std::string_view type,
              const std::array<std::string_view, Count>& columns,
              const Visit& visit)
    {
        view_.forEachRow(typeNamed(type), columns, visibleTo_,
                         [&](const Uuid&, Cells cells) { visit(cells); });
    }

    [[nodiscard]] PersonReview& personOf(const Cell& owner)
    {
        const Uuid user = idOf(owner);
        const auto [found, isNew] = people_.try_emplace(user);
        if (isNew) {
            found->second.user = user;
            if (const auto* person = directory_.findUser(user)) {
                found->second.name = person->name;
                found->second.login = person->login;
                found->second.team = person->team;
            }
        }
        return found->second;
    }

    [[nodiscard]] bool inPeriod(const Cell& time) const
    {
        const auto millis = numberOf(time);
        return millis && *millis >= begin_ && *millis < end_;
    }

    void readDeals()
    {
        constexpr std::array<std::string_view, 5> columns{"owner", "stage", "amount_minor",
                                                          "amount_currency", "win_rate"};
        each("opportunity", columns, [this](Cells cells) {
            const auto* stage = rules::findStage(textOf(cells[1]));
            if (stage == nullptr) {
                return;
            }
            const auto amount = moneyOf(cells[2], cells[3]);
            const auto rate = numberOf(cells[4]).value_or(stage->winRate);
            const auto place = std::ranges::find(review_.stages, stage->code, &StageReview::stage);
            addDeal(place->sum, amount, rate);
            if (stage->kind == rules::Stage::Kind::Open) {
                addDeal(personOf(cells[0]).open, amount, rate);
                addDeal(review_.forecast, amount, rate);
            } else if (stage->kind == rules::Stage::Kind::Won) {
                addDeal(personOf(cells[0]).won, amount, rate);
            }
        });
    }

    void readOrders()
    {
        constexpr std::array<std::string_view, 5> columns{"owner", "state", "ordered_on",
                                                          "total_minor", "total_currency"};
        each("order", columns, [this](Cells cells) {
            const auto state = textOf(cells[1]);
            const auto day = textOf(cells[2]);
            if (state == "draft" || state == "cancelled" || day < firstDay_ || day > lastDay_) {
                return;
            }
            PersonReview& person = personOf(cells[0]);
            ++person.orders;
            if (const auto total = moneyOf(cells[3], cells[4])) {
                person.ordered.add(*total);
            }
        });
    }

    void readVisits()
    {
        constexpr std::array<std::string_view, 4> columns{"owner", "state", "planned_at",
                                                          "check_in_at"};
        each("visit", columns, [this](Cells cells) {
            const bool hasCheckIn = numberOf(cells[3]).has_value();
            if (inPeriod(hasCheckIn ? cells[3] : cells[2])) {
                PersonReview& person = personOf(cells[0]);
                ++person.visits;
                person.visitsDone += textOf(cells[1]) == "done" ? 1 : 0;
            }
        });
    }

    void readLeads()
    {
        constexpr std::array<std::string_view, 2> columns{"owner", "created_at"};
        each("lead", columns, [this](Cells cells) {
            if (inPeriod(cells[1])) {
                ++personOf(cells[0]).leads;
            }
        });
    }

    void readReminders()
    {
        constexpr std::array<std::string_view, 3> columns{"owner", "state", "due_at"};
        each("reminder", columns, [this](Cells cells) {
            if (inPeriod(cells[2])) {
                PersonReview& person = personOf(cells[0]);
                ++person.reminders;
                person.remindersDone += textOf(cells[1]) == "done" ? 1 : 0;
            }
        });
    }

    [[nodiscard]] std::string teamName(const Uuid& team) const
    {
        const auto* found = directory_.findTeam(team);
        return found == nullptr ? std::string{} : found->name;
    }

    void finishPeople()
    {
        for (auto& [user, person] : people_) {
            review_.people.push_back(person);
        }
        std::ranges::sort(review_.people, [this](const auto& left, const auto& right) {
            const auto key = [this](const PersonReview& person) {
                return std::tuple{teamName(person.team), person.name, person.user};
            };
            return key(left) < key(right);
        });
    }

    void finishTeams()
    {
        for (const auto& [id, team] : directory_.teams()) {
            const auto below = directory_.withTeamsBelow(id);
            TeamReview sum{.team = id, .name = team.name, .open = {}, .ordered = {}};
            for (const auto& person : review_.people) {
                if (std::ranges::binary_search(below, person.team)) {
                    addAll(sum.open, person.open);
                    addAll(sum.ordered, person.ordered);
                    sum.orders += person.orders;
                }
            }
            if (sum.open.count > 0 || sum.orders > 0) {
                review_.teams.push_back(std::move(sum));
            }
        }
        std::ranges::sort(review_.teams, {},
                          [](const auto& team) { return std::tuple{team.name, team.team}; });
    }

    StoreView& view_;
    const std::optional<std::vector<FeedName>>& visibleTo_;
    const rules::Directory& directory_;
    Review& review_;
    std::string firstDay_;
    std::string lastDay_;
    std::int64_t begin_ = 0;
    std::int64_t end_ = 0;
    std::map<Uuid, PersonReview> people_;
};

} // namespace

void Amounts::add(Money amount)
{
    std::int64_t& minor = minor_[amount.currency()];
    const auto sum = Money::fromMinor(minor, amount.currency()).plus(amount);
    if (!sum) {
        throw std::overflow_error{"a sum of amounts is too large"};
    }
    minor = sum->minor();
}

Zone companyZone(const rules::Directory& directory)
{
    for (const auto& [id, team] : directory.teams()) {
        if (team.parent.isNil() && !team.deleted && !team.timeZone.empty()) {
            return Zone::find(team.timeZone).value_or(Zone::utc());
        }
    }
    return Zone::utc();
}

Date ReviewService::today() const
{
    return companyZone(*directory_.current()).dateAt(clock_.now());
}

Review ReviewService::make(const std::optional<std::vector<FeedName>>& visibleTo,
                           const ReviewPeriod& period)
{
    Review review;
    review.period = period;
    review.time = clock_.now();
    const auto view = store_.read();
    const auto directory = directory_.current();
    Reckoning{*view, visibleTo, *directory, review}.run();
    return review;
}

Review ReviewService::reviewAll(const ReviewPeriod& period) { return make(std::nullopt, period); }

Result<Review> ReviewService::reviewFor(const Caller& caller, const ReviewPeriod& period)
{
    const auto actor = directory_.current()->actorFor(caller.user);
    if (!actor) {
        return fail(ErrorKind::Unauthorised, "session.ended");
    }
    if (!rules::specOf(actor->role).reviews) {
        return fail(ErrorKind::Forbidden, "access.manager_only");
    }
    return make(rules::subscriptionsOf(*actor), period);
}

} // namespace fieldbook::server
