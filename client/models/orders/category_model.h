#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// The catalogue's categories with how many products each has; first, where there are any, what the
// customer (recordId) usually orders ("usual").
class CategoryModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit CategoryModel(QObject* parent = nullptr);

    // The name of a category; "" outside.
    Q_INVOKABLE [[nodiscard]] QString nameAt(int position) const;

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<CategoryRow> rows_;
};

} // namespace fieldbook::client
