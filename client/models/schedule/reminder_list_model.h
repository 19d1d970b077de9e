#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Reminders of a customer, or all of them where no record is named, by when they are due.
class ReminderListModel : public RecordListModel<ReminderRow> {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(bool alsoDone READ alsoDone WRITE setAlsoDone NOTIFY optionsChanged)
    FIELDBOOK_RECORD_LIST

public:
    explicit ReminderListModel(QObject* parent = nullptr);
    [[nodiscard]] bool alsoDone() const { return alsoDone_; }
    void setAlsoDone(bool also)
    {
        if (alsoDone_ != also) {
            alsoDone_ = also;
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
    bool alsoDone_ = false;
};

} // namespace fieldbook::client
