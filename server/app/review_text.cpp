#include "server/app/review_text.h"

#include "shared/rules/stages.h"
#include "shared/text/text_table.h"

#include <algorithm>

namespace fieldbook::server {
namespace {

// "1,234.50 CNY"; several currencies one after the other; "-" for none.
std::string amountText(const Amounts& amounts)
{
    std::string text;
    for (const auto& [currency, minor] : amounts.minor()) {
        std::string decimal = Money::fromMinor(minor, currency).decimal();
        const auto point = std::min(decimal.find('.'), decimal.size());
        const std::size_t first = decimal.starts_with('-') ? 1 : 0;
        for (std::size_t at = point; at > first + 3; at -= 3) {
            decimal.insert(at - 3, ",");
        }
        text += (text.empty() ? "" : " + ") + decimal + ' ' + std::string{currency.code()};
    }
    return text.empty() ? "-" : text;
}

class Printer {
public:
    Printer(std::ostream& out, Language language) : out_{out}, language_{language} {}

    void print(const Review& review)
    {
        out_ << say({"Pipeline", "销售漏斗"}) << "\n\n";
        printStages(review);
        out_ << '\n'
             << say({"Weighted forecast: ", "加权预测："}) << amountText(review.forecast.weighted)
             << say({" of ", "，总额 "}) << amountText(review.forecast.amount) << "\n\n"
             << say({"By team", "按团队"}) << ' ' << period(review) << "\n\n";
        printTeams(review);
        out_ << '\n' << say({"By person", "按人员"}) << ' ' << period(review) << "\n\n";
        printPeople(review);
    }

private:
    [[nodiscard]] std::string say(const Label& text) const
    {
        return std::string{in(language_, text)};
    }

    [[nodiscard]] std::string period(const Review& review) const
    {
        return '(' + toIsoDate(review.period.first) + " - " + toIsoDate(review.period.last) + ')';
    }

    void printStages(const Review& review)
    {
        TextTable table{{say({"Stage", "阶段"}), say({"Deals", "数量"}), say({"Amount", "金额"}),
                         say({"Weighted", "加权"})},
                        {left, right, right, right}};
        for (const auto& [code, sum] : review.stages) {
            table.add({say(rules::findStage(code)->label), std::to_string(sum.count),
                       amountText(sum.amount), amountText(sum.weighted)});
        }
        table.print(out_);
    }

    void printTeams(const Review& review)
    {
        TextTable table{{say({"Team", "团队"}), say({"Open deals", "进行中"}),
                         say({"Amount", "金额"}), say({"Weighted", "加权"}),
                         say({"Orders", "订单"}), say({"Ordered", "订单金额"})},
                        {left, right, right, right, right, right}};
        for (const auto& team : review.teams) {
            table.add({team.name, std::to_string(team.open.count), amountText(team.open.amount),
                       amountText(team.open.weighted), std::to_string(team.orders),
                       amountText(team.ordered)});
        }
        table.print(out_);
    }

    void printPeople(const Review& review)
    {
        TextTable table{{say({"Person", "人员"}), say({"Open deals", "进行中"}),
                         say({"Weighted", "加权"}), say({"Won", "成交"}), say({"Orders", "订单"}),
                         say({"Ordered", "订单金额"}), say({"Visits", "拜访"}),
                         say({"Leads", "潜在客户"}), say({"Reminders", "提醒"})},
                        {left, right, right, right, right, right, right, right, right}};
        for (const auto& person : review.people) {
            table.add(
                {person.name.empty() ? say({"(nobody)", "（无负责人）"}) : person.name,
                 std::to_string(person.open.count), amountText(person.open.weighted),
                 amountText(person.won.amount), std::to_string(person.orders),
                 amountText(person.ordered),
                 std::to_string(person.visitsDone) + '/' + std::to_string(person.visits),
                 std::to_string(person.leads),
                 std::to_string(person.remindersDone) + '/' + std::to_string(person.reminders)});
        }
        table.print(out_);
    }

    static constexpr auto left = TextTable::Align::Left;
    static constexpr auto right = TextTable::Align::Right;

    std::ostream& out_;
    const Language language_;
};

} // namespace

void printReview(std::ostream& out, const Review& review, Language language)
{
    Printer{out, language}.print(review);
}

} // namespace fieldbook::server
