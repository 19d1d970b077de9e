#include "shared/record/type.h"
#include "shared/rules/stages.h"

#include <gtest/gtest.h>

namespace fieldbook::rules {
namespace {

const Stage& stage(std::string_view code) { return *findStage(code); }

TEST(Stages, AreTheChoicesOfAnOpportunityInTheirOrder)
{
    const auto& choices = typeNamed("opportunity").field("stage").choices;
    const auto stages = pipeline();

    ASSERT_EQ(stages.size(), choices.size());
    for (std::size_t i = 0; i < stages.size(); ++i) {
        EXPECT_EQ(stages[i].code, choices[i].code);
        EXPECT_EQ(stages[i].label.zh, choices[i].label.zh);
    }
}

TEST(Stages, RequireFieldsThatAnOpportunityHas)
{
    for (const Stage& stage : pipeline()) {
        for (const auto field : stage.required) {
            EXPECT_TRUE(typeNamed("opportunity").indexOf(field).has_value()) << field;
        }
    }
}

TEST(Stages, BecomeLikelierOnTheWayToWon)
{
    const auto stages = pipeline();
    for (std::size_t i = 1; i < stages.size() && stages[i].kind != Stage::Kind::Lost; ++i) {
        EXPECT_GT(stages[i].winRate, stages[i - 1].winRate);
    }
    EXPECT_EQ(stage("lost").winRate, 0);
}

TEST(Stages, KnowWhichWayAMoveGoes)
{
    EXPECT_EQ(moveBetween(stage("needs"), stage("needs")), StageMove::Stay);
    EXPECT_EQ(moveBetween(stage("initial"), stage("verbal")), StageMove::Forward);
    EXPECT_EQ(moveBetween(stage("initial"), stage("lost")), StageMove::Forward);
    EXPECT_EQ(moveBetween(stage("proposal"), stage("needs")), StageMove::Back);
    EXPECT_EQ(moveBetween(stage("lost"), stage("initial")), StageMove::Reopen);
    EXPECT_EQ(moveBetween(stage("won"), stage("lost")), StageMove::Reopen);
    EXPECT_EQ(findStage("nowhere"), nullptr);
}

} // namespace
} // namespace fieldbook::rules
