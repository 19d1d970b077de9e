#include "server/service/flow_service.h"

#include "server/service/query_fields.h"
#include "server/service/record_names.h"
#include "shared/rules/access.h"
#include "shared/rules/stages.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

constexpr std::array<std::string_view, 5> slipFields{"name", "customer", "owner", "stage",
                                                     "amount"};

// The values that a field had, one after the other, each with when it came.
struct Step {
    Value value;
    Version version;
    Timestamp from;
};

class Past {
public:
    Past(const Record& record, const std::vector<PastValue>& history)
        : record_{record}, history_{history}
    {}

    [[nodiscard]] std::vector<Step> of(std::string_view field) const
    {
        const auto index = record_.type().indexOf(field);
        std::vector<Step> steps;
        for (const PastValue& past : history_) {
            if (past.field == *index) {
                steps.push_back({past.value, past.version, fromMillis(past.version.at.millis)});
            }
        }
        const Version version = record_.versionAt(*index);
        steps.push_back({record_.get(field), version, fromMillis(version.at.millis)});
        std::ranges::sort(steps, {}, &Step::version);
        return steps;
    }
    // As it stood at that time. Of what was imported later, and so has no older values, the first.
    [[nodiscard]] Value at(std::string_view field, Timestamp time) const
    {
        const auto steps = of(field);
        Value found = steps.front().value;
        for (const Step& step : steps) {
            if (step.from <= time) {
                found = step.value;
            }
        }
        return found;
    }

private:
    const Record& record_;
    const std::vector<PastValue>& history_;
};

const std::string& textIn(const Value& value)
{
    static const std::string none;
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? none : *text;
}

// Reads the opportunities one by one and adds up.
class Course {
public:
    Course(Flow& flow, const Zone& zone)
        : flow_{flow},
          begin_{zone.startOf(flow.asked.period.first)},
          end_{zone.startOf(dayAfter(flow.asked.period.last))},
          before_{zone.startOf(dayAfter(flow.asked.before))}
    {
        for (const auto& stage : rules::pipeline()) {
            flow_.stages.push_back({.stage = std::string{stage.code}});
        }
    }

    void take(const Record& record, const std::vector<PastValue>& history)
    {
        const Past past{record, history};
        takeStages(past);
        takeBefore(record, past);
        takeSlip(record, past);
    }

private:
    static Date dayAfter(Date day)
    {
        return Date{std::chrono::sys_days{day} + std::chrono::days{1}};
    }
    [[nodiscard]] bool isWithin(Timestamp time) const { return time >= begin_ && time < end_; }
    [[nodiscard]] StageFlow* stageOf(const std::string& code)
    {
        const auto found = std::ranges::find(flow_.stages, code, &StageFlow::stage);
        return found == flow_.stages.end() ? nullptr : &*found;
    }

    void takeStages(const Past& past)
    {
        auto steps = past.of("stage");
        // What was imported entered its stage before it came here.
        const auto entries = past.of("stage_entered_at");
        for (Step& step : steps) {
            const auto told = std::ranges::find_if(
                entries, [&](const Step& entry) { return entry.version.sameEdit(step.version); });
            const auto* time =
                told == entries.end() ? nullptr : std::get_if<Timestamp>(&told->value);
            if (time != nullptr) {
                step.from = *time;
            }
        }
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (!isWithin(steps[i].from)) {
                continue;
            }
            if (auto* entered = stageOf(textIn(steps[i].value))) {
                ++entered->entered;
            }
            if (i > 0) {
                leave(steps[i - 1], steps[i]);
            }
        }
    }

    void leave(const Step& from, const Step& to)
    {
        auto* left = stageOf(textIn(from.value));
        const auto* old = rules::findStage(textIn(from.value));
        const auto* next = rules::findStage(textIn(to.value));
        if (left == nullptr || old == nullptr || next == nullptr) {
            return;
        }
        switch (rules::moveBetween(*old, *next)) {
        case rules::StageMove::Stay:
            return;
        case rules::StageMove::Forward:
            ++(next->kind == rules::Stage::Kind::Lost ? left->lost : left->advanced);
            break;
        case rules::StageMove::Back:
        case rules::StageMove::Reopen:
            ++left->back;
            break;
        }
        left->stayedMillis += std::max<std::int64_t>(0, toMillis(to.from) - toMillis(from.from));
    }

    void takeBefore(const Record& record, const Past& past)
    {
        const auto* born = std::get_if<Timestamp>(&record.get("created_at"));
        const auto stage = past.at("stage", before_);
        const auto close = past.at("expected_close", before_);
        const auto* day = std::get_if<Date>(&close);
        const auto* spec = rules::findStage(textIn(stage));
        if ((born != nullptr && *born >= before_) || day == nullptr || spec == nullptr ||
            spec->kind != rules::Stage::Kind::Open) {
            return;
        }
        auto& sum = flow_.before[toIsoDate(*day).substr(0, 7)];
        ++sum.count;
        const auto worth = past.at("amount", before_);
        const auto* amount = std::get_if<Money>(&worth);
        if (amount == nullptr) {
            return;
        }
        sum.amount.add(*amount);
        const auto rate = past.at("win_rate", before_);
        const auto* winRate = std::get_if<std::int64_t>(&rate);
        const auto weighted =
            mulDivHalfEven(amount->minor(), winRate == nullptr ? 0 : *winRate, 10'000);
        if (weighted) {
            sum.weighted.add(Money::fromMinor(*weighted, amount->currency()));
        }
    }

    void takeSlip(const Record& record, const Past& past)
    {
        const auto steps = past.of("expected_close");
        const Date* was = nullptr;
        std::int64_t times = 0;
        const Date* last = nullptr;
        for (const Step& step : steps) {
            const auto* day = std::get_if<Date>(&step.value);
            if (day == nullptr || step.from >= end_) {
                continue;
            }
            if (step.from >= begin_ && last != nullptr && *day > *last) {
                ++times;
            }
            if (step.from < begin_ || was == nullptr) {
                was = day;
            }
            last = day;
        }
        if (times > 0 && was != nullptr && *last > *was) {
            flow_.slips.push_back(
                {.id = record.id(), .fields = "{}", .was = *was, .now = *last, .times = times});
        }
    }

    Flow& flow_;
    Timestamp begin_;
    Timestamp end_;
    Timestamp before_;
};

// Those put off by most first; the same at each look.
std::pair<std::int64_t, Uuid> rankOf(const Slip& slip)
{
    return {(std::chrono::sys_days{slip.was} - std::chrono::sys_days{slip.now}).count(), slip.id};
}

// The opportunities that are meant, as documents.
Result<std::vector<std::string>>
dealsOf(StoreView& view, const rules::Actor& actor, const FieldCondition& where)
{
    const auto& type = typeNamed("opportunity");
    RecordQuery query;
    query.filter = {.type = &type, .visibleTo = rules::subscriptionsOf(actor)};
    auto condition = QueryFields{type, actor.role}.condition(where);
    if (!condition) {
        return fail(condition.error());
    }
    query.filter.where = std::move(*condition);
    query.limit = FlowService::dealsMax + 1;
    std::vector<std::string> deals;
    view.query(query, [&](std::string_view document, const OwnCell&, const Uuid&) {
        deals.emplace_back(document);
    });
    if (deals.size() > FlowService::dealsMax) {
        return fail(ErrorKind::TooLarge, "query.too_many");
    }
    return deals;
}

// What is shown of the deals that were put off most.
void tell(Flow& flow, StoreView& view, const rules::Actor& actor)
{
    flow.slipped = static_cast<std::int64_t>(flow.slips.size());
    std::ranges::sort(flow.slips, {}, rankOf);
    if (flow.slips.size() > FlowService::slipsMax) {
        flow.slips.resize(FlowService::slipsMax);
    }
    RecordNames names{view, actor, flow.names};
    const auto& type = typeNamed("opportunity");
    std::vector<std::size_t> fields;
    for (const auto name : slipFields) {
        fields.push_back(*type.indexOf(name));
    }
    for (Slip& slip : flow.slips) {
        if (const auto stored = view.find(slip.id)) {
            const auto document =
                nlohmann::json::parse(rules::asMaskedFor(actor.role, type, stored->document));
            slip.fields = names.fieldsOf(document, type, fields);
        }
    }
}

} // namespace

Result<Flow> FlowService::flowFor(const Caller& caller, const FlowRequest& request)
{
    const auto directory = directory_.current();
    const auto actor = directory->actorFor(caller.user);
    if (!actor) {
        return fail(ErrorKind::Unauthorised, "session.ended");
    }
    if (!rules::specOf(actor->role).reviews) {
        return fail(ErrorKind::Forbidden, "access.manager_only");
    }
    const auto view = store_.read();
    const auto deals = dealsOf(*view, *actor, request.where);
    if (!deals) {
        return fail(deals.error());
    }
    Flow flow{.asked = request, .stages = {}, .before = {}, .slips = {}, .slipped = 0, .names = {}};
    Course course{flow, companyZone(*directory)};
    for (const auto& document : *deals) {
        if (const auto record = Record::parse(document)) {
            course.take(*record, view->history(record->id()));
        }
    }
    tell(flow, *view, *actor);
    return flow;
}

} // namespace fieldbook::server
