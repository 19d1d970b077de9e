#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Orders of a customer, or all of them where no record is named; of a state and with a number or
// name, where asked for. Newest first.
class OrderListModel : public RecordListModel<OrderRow> {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(QString orderState READ orderState WRITE setOrderState NOTIFY optionsChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY optionsChanged)
    FIELDBOOK_RECORD_LIST

public:
    explicit OrderListModel(QObject* parent = nullptr);
    [[nodiscard]] const QString& orderState() const { return state_; }
    void setOrderState(const QString& state)
    {
        if (state_ != state) {
            state_ = state;
            emit optionsChanged();
            load(true);
        }
    }
    [[nodiscard]] const QString& search() const { return search_; }
    void setSearch(const QString& search)
    {
        if (search_ != search) {
            search_ = search;
            emit optionsChanged();
            load(true);
        }
    }

signals:
    void appChanged();
    void recordIdChanged();
    void optionsChanged();

protected:
    [[nodiscard]] std::function<Rows(Queries&)> question() const override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
    [[nodiscard]] bool needsRecord() const override { return false; }

private:
    QString state_;
    QString search_;
};

} // namespace fieldbook::client
