#include "client/local/columns_read.h"
#include "client/local/local_queries.h"
#include "shared/db/transaction.h"
#include "shared/rules/stages.h"

#include <algorithm>

namespace fieldbook::client {

std::vector<OpportunityRow> LocalQueries::opportunities(const Uuid& customer, bool alsoClosed)
{
    const db::ReadTransaction moment{database_};
    auto query = database_.prepare(
        "SELECT o.id, o.customer, o.name, c.name, u.name, o.stage, o.stage_entered_at, "
        "o.amount_minor, o.amount_currency, o.win_rate, o.expected_close, o.next_step, "
        "o.next_step_at FROM opportunity o LEFT JOIN customer c ON c.id = o.customer "
        "LEFT JOIN user u ON u.id = o.owner "
        "WHERE o.deleted_at IS NULL AND (:any OR o.customer = :customer) "
        "AND (:closed OR o.stage NOT IN ('won', 'lost')) "
        "ORDER BY o.expected_close IS NULL, o.expected_close, o.id");
    query.bind(":any", customer.isNil()).bind(":customer", customer).bind(":closed", alsoClosed);
    std::vector<OpportunityRow> rows;
    while (query.step()) {
        OpportunityRow row;
        row.id = query.uuid(0);
        row.customer = idAt(query, 1);
        row.name = query.text(2);
        row.customerName = query.text(3);
        row.ownerName = query.text(4);
        row.stage = query.text(5);
        row.stageEnteredAt = timeAt(query, 6);
        row.amount = moneyAt(query, 7);
        row.winRate = query.int64(9);
        row.expectedClose = dateAt(query, 10);
        row.nextStep = query.text(11);
        row.nextStepAt = timeAt(query, 12);
        row.mark = markOf(row.id);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<StageSum> LocalQueries::stageSums()
{
    const db::ReadTransaction moment{database_};
    const Currency currency = homeCurrency();
    std::vector<StageSum> sums;
    for (const auto& stage : rules::pipeline()) {
        auto query =
            database_.prepare("SELECT amount_minor, amount_currency, win_rate FROM opportunity "
                              "WHERE stage = :stage AND deleted_at IS NULL");
        query.bind(":stage", stage.code);
        StageSum sum;
        sum.stage = stage.code;
        std::int64_t amount = 0;
        std::int64_t weighted = 0;
        while (query.step()) {
            ++sum.count;
            const auto value = moneyAt(query, 0);
            if (value && value->currency() != currency) {
                ++sum.otherCurrency;
            } else if (value) {
                amount += value->minor();
                weighted += mulDivHalfEven(value->minor(), query.int64(2), 10'000).value_or(0);
            }
        }
        sum.amount = Money::fromMinor(amount, currency);
        sum.weighted = Money::fromMinor(weighted, currency);
        sums.push_back(std::move(sum));
    }
    return sums;
}

} // namespace fieldbook::client
