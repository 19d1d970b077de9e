#include "client/models/pipeline/pipeline_board.h"

#include "client/models/days.h"
#include "shared/rules/stages.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

bool isOpen(const rules::Stage& stage) { return stage.kind == rules::Stage::Kind::Open; }

void add(StageSum& sum, const OpportunityRow& row)
{
    ++sum.count;
    if (!row.amount) {
        return;
    }
    const auto amount = sum.amount.plus(*row.amount);
    const auto weighted = mulDivHalfEven(row.amount->minor(), row.winRate, 10'000);
    if (!amount || !weighted) {
        ++sum.otherCurrency;
        return;
    }
    sum.amount = *amount;
    sum.weighted = Money::fromMinor(sum.weighted.minor() + *weighted, sum.weighted.currency());
}

StageSum nothingIn(std::string_view stage, Currency currency)
{
    return {.stage = std::string{stage},
            .count = 0,
            .amount = Money::fromMinor(0, currency),
            .weighted = Money::fromMinor(0, currency),
            .otherCurrency = 0};
}

// The last month of what is asked for, as months since the year 0.
int lastMonth(PipelineBoard::Closing closing, Date today)
{
    const auto month = static_cast<int>(static_cast<unsigned>(today.month())) - 1;
    const int year = static_cast<int>(today.year());
    return year * 12 + (closing == PipelineBoard::Closing::ThisMonth ? month : month / 3 * 3 + 2);
}

} // namespace

PipelineBoard::PipelineBoard(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const BoardStage& stage) { return toQt(stage.code); },
            {
                {"stage", [](const BoardStage& stage) { return toQt(stage.code); }},
                {"winRate", [](const BoardStage& stage) { return toQt(stage.winRate); }},
                {"dealCount", [](const BoardStage& stage) { return toQt(stage.sum.count); }},
                {"amountMinor",
                 [](const BoardStage& stage) { return toQt(stage.sum.amount.minor()); }},
                {"weightedMinor",
                 [](const BoardStage& stage) { return toQt(stage.sum.weighted.minor()); }},
                {"currency",
                 [](const BoardStage& stage) { return toQt(stage.sum.amount.currency().code()); }},
                {"deals", [](const BoardStage& stage) { return QVariant::fromValue(stage.deals); }},
            }}
{
    for (const rules::Stage& stage : rules::pipeline()) {
        if (isOpen(stage)) {
            columns_.emplace(std::string{stage.code}, std::make_unique<StageDeals>(this));
        }
    }
}

void PipelineBoard::setClosing(Closing closing)
{
    if (closing_ != closing) {
        closing_ = closing;
        emit optionsChanged();
        deal();
    }
}

void PipelineBoard::setOwner(const QString& owner)
{
    if (owner_ != owner) {
        owner_ = owner;
        emit optionsChanged();
        deal();
    }
}

void PipelineBoard::load(Load /*how*/)
{
    const int asking = ++asked_;
    app()
        ->read([](Queries& store) {
            Reading reading{store.opportunities({}, true), {}};
            if (const auto sums = store.stageSums(); !sums.empty()) {
                reading.currency = sums.front().amount.currency();
            }
            return reading;
        })
        .then(this,
              [this, asking](Reading reading) {
                  if (asking == asked_) {
                      take(std::move(reading));
                  }
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (asking == asked_) {
                fail();
            }
        });
}

bool PipelineBoard::concerns(const StoreChange& change) const
{
    return change.touches("opportunity") || change.touches("customer");
}

void PipelineBoard::take(Reading reading)
{
    reading_ = std::move(reading);
    owners_.clear();
    for (const OpportunityRow& row : reading_->rows) {
        if (!row.ownerName.empty() && !owners_.contains(toQt(row.ownerName))) {
            owners_.append(toQt(row.ownerName));
        }
    }
    owners_.sort();
    deal();
}

// Gives every open opportunity that is asked for to its stage, and adds up.
void PipelineBoard::deal()
{
    if (!reading_) {
        return;
    }
    std::vector<BoardStage> stages;
    std::vector<OpportunityRow> open;
    totals_ = nothingIn({}, reading_->currency);
    for (const rules::Stage& stage : rules::pipeline()) {
        if (!isOpen(stage)) {
            continue;
        }
        BoardStage column{std::string{stage.code}, stage.winRate,
                          nothingIn(stage.code, reading_->currency),
                          columns_.find(stage.code)->second.get()};
        std::vector<OpportunityRow> deals;
        for (const OpportunityRow& row : reading_->rows) {
            if (row.stage == stage.code && isShown(row)) {
                add(column.sum, row);
                add(totals_, row);
                deals.push_back(row);
            }
        }
        open.insert(open.end(), deals.begin(), deals.end());
        column.deals->show(std::move(deals));
        stages.push_back(std::move(column));
    }
    all_.show(std::move(open));
    won_ = wonIn(dayIn(app()->zone(), app()->now()));
    rows_.apply(std::move(stages));
    emit summed();
}

bool PipelineBoard::isShown(const OpportunityRow& row) const
{
    if (!owner_.isEmpty() && toQt(row.ownerName) != owner_) {
        return false;
    }
    if (closing_ == Closing::Any) {
        return true;
    }
    if (!row.expectedClose) {
        return false;
    }
    const auto month = static_cast<int>(static_cast<unsigned>(row.expectedClose->month())) - 1;
    const int closes = static_cast<int>(row.expectedClose->year()) * 12 + month;
    return closes <= lastMonth(closing_, dayIn(app()->zone(), app()->now()));
}

Money PipelineBoard::wonIn(Date month) const
{
    StageSum sum = nothingIn("won", reading_->currency);
    for (const OpportunityRow& row : reading_->rows) {
        if (row.stage != "won" || !row.stageEnteredAt ||
            (!owner_.isEmpty() && toQt(row.ownerName) != owner_)) {
            continue;
        }
        const Date day = dayIn(app()->zone(), *row.stageEnteredAt);
        if (day.year() == month.year() && day.month() == month.month()) {
            add(sum, row);
        }
    }
    return sum.amount;
}

} // namespace fieldbook::client
