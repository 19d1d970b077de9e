#pragma once

#include "client/local/order_content.h"
#include "client/models/record_list_model.h"

namespace fieldbook::client {

// An order that was begun on this tablet and not submitted.
struct UnfinishedOrder {
    Uuid customer;
    std::string customerName;
    std::string number;
    std::int64_t lines = 0;

    friend bool operator==(const UnfinishedOrder&, const UnfinishedOrder&) = default;
};

// The orders that lie unfinished on this tablet; reload() when the page shows again, since a draft
// is no record and its saving no news to other pages.
class UnfinishedOrderModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit UnfinishedOrderModel(QObject* parent = nullptr);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<UnfinishedOrder> rows_;
};

} // namespace fieldbook::client
