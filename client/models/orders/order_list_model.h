#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Orders of a customer, or all of them where no record is named; of a state and with a number or
// name, where asked for. Newest first.
class OrderListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString orderState READ orderState WRITE setOrderState NOTIFY optionsChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY optionsChanged)

public:
    explicit OrderListModel(QObject* parent = nullptr);
    [[nodiscard]] const QString& orderState() const { return state_; }
    void setOrderState(const QString& state)
    {
        if (state_ != state) {
            state_ = state;
            emit optionsChanged();
            loadAnew();
        }
    }
    [[nodiscard]] const QString& search() const { return search_; }
    void setSearch(const QString& search)
    {
        if (search_ != search) {
            search_ = search;
            emit optionsChanged();
            loadAnew();
        }
    }

signals:
    void optionsChanged();

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<OrderRow> rows_;
    QString state_;
    QString search_;
};

} // namespace fieldbook::client
