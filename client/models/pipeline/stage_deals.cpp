#include "client/models/pipeline/stage_deals.h"

namespace fieldbook::client {

StageDeals::StageDeals(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{
          *this,
          [](const OpportunityRow& row) { return toQt(row.id); },
          {
              {"recordId", [](const OpportunityRow& row) { return toQt(row.id); }},
              {"customerId", [](const OpportunityRow& row) { return toQt(row.customer); }},
              {"dealName", [](const OpportunityRow& row) { return toQt(row.name); }},
              {"customerName", [](const OpportunityRow& row) { return toQt(row.customerName); }},
              {"ownerName", [](const OpportunityRow& row) { return toQt(row.ownerName); }},
              {"stage", [](const OpportunityRow& row) { return toQt(row.stage); }},
              {"stageEnteredAt",
               [](const OpportunityRow& row) { return toQt(row.stageEnteredAt); }},
              {"amountMinor", [](const OpportunityRow& row) { return minorOf(row.amount); }},
              {"currency", [](const OpportunityRow& row) { return currencyOf(row.amount); }},
              {"expectedClose", [](const OpportunityRow& row) { return toQt(row.expectedClose); }},
              {"nextStep", [](const OpportunityRow& row) { return toQt(row.nextStep); }},
              {"nextStepAt", [](const OpportunityRow& row) { return toQt(row.nextStepAt); }},
              {"syncMark", [](const OpportunityRow& row) { return markName(row.mark); }},
          }}
{}

} // namespace fieldbook::client
