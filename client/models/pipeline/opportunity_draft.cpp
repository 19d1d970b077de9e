#include "client/models/pipeline/opportunity_draft.h"

#include "client/models/days.h"
#include "shared/record/type.h"

#include <cmath>

namespace fieldbook::client {

const TypeSpec* OpportunityDraft::spec() const { return &typeNamed("opportunity"); }

double OpportunityDraft::amount() const
{
    const Value amount = value("amount");
    const auto* money = std::get_if<Money>(&amount);
    return money != nullptr ? static_cast<double>(money->minor()) : 0;
}

void OpportunityDraft::setAmount(double minor)
{
    const auto currency = Currency::parse(this->currency().toStdString()).value_or(Currency{});
    set("amount", minor > 0 ? Value{Money::fromMinor(std::llround(minor), currency)} : Value{});
}

QString OpportunityDraft::currency() const
{
    const Value amount = value("amount");
    const auto* money = std::get_if<Money>(&amount);
    return toQt((money != nullptr ? money->currency() : around().currency).code());
}

void OpportunityDraft::setExpectedClose(const QVariant& day)
{
    const auto picked = pickedDay(day);
    set("expected_close", picked ? Value{*picked} : Value{});
}

void OpportunityDraft::setNextStepAt(const QVariant& time)
{
    const auto picked = pickedTime(time);
    set("next_step_at", picked ? Value{*picked} : Value{});
}

QString OpportunityDraft::competitors() const
{
    return fieldToQt(spec()->field("competitors"), value("competitors")).toString();
}

void OpportunityDraft::setCompetitors(const QString& names)
{
    set("competitors", fieldFromQt(spec()->field("competitors"), names));
}

double OpportunityDraft::winRate() const
{
    const Value held = value("win_rate");
    const auto* rate = std::get_if<std::int64_t>(&held);
    return rate != nullptr ? static_cast<double>(*rate) / 10'000 : 0;
}

QString OpportunityDraft::ownerName() const
{
    const auto name = around().names.find("owner");
    return name != around().names.end() ? toQt(name->second) : QString{};
}

void OpportunityDraft::findProblems(QVariantMap& problems) const
{
    require(problems, "customer", !customerId().isEmpty());
    require(problems, "name", !name().trimmed().isEmpty());
}

} // namespace fieldbook::client
