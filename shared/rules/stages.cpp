#include "shared/rules/stages.h"

#include "shared/base/assert.h"
#include "shared/record/type.h"

#include <algorithm>

namespace fieldbook::rules {
namespace {

Stage stage(std::string_view code,
            Stage::Kind kind,
            std::int64_t winRate,
            std::vector<std::string_view> required)
{
    const auto& choices = typeNamed("opportunity").field("stage").choices;
    const auto choice = std::ranges::find(choices, code, &Choice::code);
    FIELDBOOK_ASSERT(choice != choices.end());
    return Stage{code, choice->label, kind, winRate, std::move(required)};
}

} // namespace

std::span<const Stage> pipeline()
{
    using enum Stage::Kind;
    static const std::vector<Stage> stages{
        stage("initial", Open, 1'000, {}),
        stage("needs", Open, 2'500, {}),
        stage("proposal", Open, 5'000, {"amount"}),
        stage("negotiation", Open, 7'000, {"amount", "expected_close"}),
        stage("verbal", Open, 9'000, {"amount", "expected_close"}),
        stage("won", Won, 10'000, {"amount"}),
        stage("lost", Lost, 0, {"lost_reason"}),
    };
    return stages;
}

const Stage* findStage(std::string_view code)
{
    const auto stages = pipeline();
    const auto found = std::ranges::find(stages, code, &Stage::code);
    return found == stages.end() ? nullptr : &*found;
}

StageMove moveBetween(const Stage& from, const Stage& to)
{
    if (&from == &to) {
        return StageMove::Stay;
    }
    if (from.kind != Stage::Kind::Open) {
        return StageMove::Reopen;
    }
    return &to > &from ? StageMove::Forward : StageMove::Back;
}

} // namespace fieldbook::rules
