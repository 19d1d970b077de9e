#include "client/models/pipeline/opportunity_move.h"

#include "client/models/days.h"
#include "client/models/error_text.h"
#include "shared/rules/stages.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fieldbook::client {

OpportunityMove::Needs OpportunityMove::needsOf(const Record& opportunity, std::string_view stage)
{
    Needs needs;
    const rules::Stage* from = rules::findStage(opportunity.textOf("stage"));
    const rules::Stage* to = rules::findStage(stage);
    if (to == nullptr) {
        return needs;
    }
    const auto missing = [&](std::string_view field) {
        return std::ranges::find(to->required, field) != to->required.end() &&
               isEmpty(opportunity.get(field));
    };
    const auto kind = from == nullptr ? rules::StageMove::Forward : moveBetween(*from, *to);
    needs.reason = kind == rules::StageMove::Back || kind == rules::StageMove::Reopen;
    needs.amount = missing("amount");
    needs.close = missing("expected_close");
    needs.lostReason = missing("lost_reason");
    return needs;
}

bool OpportunityMove::canMove() const
{
    return (!needs_.reason || !reason_.trimmed().isEmpty()) && (!needs_.amount || amount_ > 0) &&
           (!needs_.close || pickedDay(expectedClose_).has_value()) &&
           (!needs_.lostReason || !lostReason_.trimmed().isEmpty());
}

void OpportunityMove::begin(const QString& opportunityId, const QString& stage)
{
    opportunity_ = toId(opportunityId);
    stage_ = stage;
    app_->read([id = opportunity_](Queries& store) {
            const auto sums = store.stageSums();
            return std::pair{store.record(id),
                             sums.empty() ? Currency{} : sums.front().amount.currency()};
        })
        .then(this,
              [this](const std::pair<std::optional<Record>, Currency>& found) {
                  currency_ = found.second;
                  if (found.first) {
                      take(*found.first);
                  } else {
                      emit refused(ErrorText::of(QStringLiteral("record.missing")));
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.read")));
        });
}

void OpportunityMove::take(const Record& opportunity)
{
    if (toQt(opportunity.textOf("stage")) == stage_) {
        return;
    }
    dealName_ = toQt(opportunity.textOf("name"));
    needs_ = needsOf(opportunity, stage_.toStdString());
    reason_.clear();
    lostReason_.clear();
    lostTo_.clear();
    amount_ = 0;
    expectedClose_ = {};
    emit changed();
    if (needs_.any()) {
        emit asked();
    } else {
        move();
    }
}

std::string OpportunityMove::arguments() const
{
    nlohmann::json arguments{{"stage", stage_.toStdString()}};
    const auto give = [&](std::string_view name, const QString& text) {
        if (!text.trimmed().isEmpty()) {
            arguments[std::string{name}] = text.trimmed().toStdString();
        }
    };
    if (needs_.reason) {
        give("reason", reason_);
    }
    if (needs_.lostReason) {
        give("lost_reason", lostReason_);
        give("lost_to", lostTo_);
    }
    if (needs_.amount) {
        arguments["amount"] = toJson(Money::fromMinor(std::llround(amount_), currency_));
    }
    if (const auto day = pickedDay(expectedClose_); needs_.close && day) {
        arguments["expected_close"] = toJson(*day);
    }
    return arguments.dump();
}

void OpportunityMove::move()
{
    app_->record([id = opportunity_, arguments = arguments()](Recorder& recorder) {
            return recorder.act("opportunity.move", id, arguments);
        })
        .then(this,
              [this](const Result<void>& done) {
                  if (done) {
                      emit moved(dealName_, stage_);
                  } else {
                      emit refused(ErrorText::of(toQt(done.error().code)));
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

} // namespace fieldbook::client
