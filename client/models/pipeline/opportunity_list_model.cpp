#include "client/models/pipeline/opportunity_list_model.h"

namespace fieldbook::client {

OpportunityListModel::OpportunityListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{
          *this,
          [](const OpportunityRow& row) { return toQt(row.id); },
          {
              {"recordId", [](const OpportunityRow& row) { return toQt(row.id); }},
              {"customerId", [](const OpportunityRow& row) { return toQt(row.customer); }},
              {"name", [](const OpportunityRow& row) { return toQt(row.name); }},
              {"customerName", [](const OpportunityRow& row) { return toQt(row.customerName); }},
              {"ownerName", [](const OpportunityRow& row) { return toQt(row.ownerName); }},
              {"stage", [](const OpportunityRow& row) { return toQt(row.stage); }},
              {"stageEnteredAt",
               [](const OpportunityRow& row) { return toQt(row.stageEnteredAt); }},
              {"amountMinor", [](const OpportunityRow& row) { return minorOf(row.amount); }},
              {"currency", [](const OpportunityRow& row) { return currencyOf(row.amount); }},
              {"winRate", [](const OpportunityRow& row) { return toQt(row.winRate); }},
              {"expectedClose", [](const OpportunityRow& row) { return toQt(row.expectedClose); }},
              {"nextStep", [](const OpportunityRow& row) { return toQt(row.nextStep); }},
              {"nextStepAt", [](const OpportunityRow& row) { return toQt(row.nextStepAt); }},
              {"syncMark", [](const OpportunityRow& row) { return markName(row.mark); }},
          }}
{}

void OpportunityListModel::load(Load how)
{
    ask(how, rows_, [id = toId(recordId()), closed = alsoClosed_](Queries& store) {
        return store.opportunities(id, closed);
    });
}

bool OpportunityListModel::concerns(const StoreChange& change) const
{
    return change.touches("opportunity") || change.touches("customer");
}

} // namespace fieldbook::client
