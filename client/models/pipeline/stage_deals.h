#pragma once

#include "client/models/list_model.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// The opportunities of one stage, as PipelineBoard deals them out; also all of them, for its list.
class StageDeals : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by PipelineBoard")

public:
    explicit StageDeals(QObject* parent = nullptr);
    void show(std::vector<OpportunityRow> rows) { rows_.apply(std::move(rows)); }

private:
    Rows<OpportunityRow> rows_;
};

} // namespace fieldbook::client
