#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// The lines of an order, by position.
class OrderLineListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit OrderLineListModel(QObject* parent = nullptr);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<OrderLineRow> rows_;
};

} // namespace fieldbook::client
