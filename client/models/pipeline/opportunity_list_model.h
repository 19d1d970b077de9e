#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Opportunities of a customer, or all of them where no record is named; open ones, or also won and
// lost.
class OpportunityListModel : public RecordListModel<OpportunityRow> {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(bool alsoClosed READ alsoClosed WRITE setAlsoClosed NOTIFY optionsChanged)
    FIELDBOOK_RECORD_LIST

public:
    explicit OpportunityListModel(QObject* parent = nullptr);
    [[nodiscard]] bool alsoClosed() const { return alsoClosed_; }
    void setAlsoClosed(bool also)
    {
        if (alsoClosed_ != also) {
            alsoClosed_ = also;
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
    bool alsoClosed_ = false;
};

} // namespace fieldbook::client
