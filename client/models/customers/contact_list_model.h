#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// A customer's contacts, the primary one first.
class ContactListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ContactListModel(QObject* parent = nullptr);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<ContactRow> rows_;
};

} // namespace fieldbook::client
