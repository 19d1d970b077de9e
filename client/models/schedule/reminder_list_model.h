#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Reminders of a customer, or all of them where no record is named, by when they are due.
class ReminderListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool alsoDone READ alsoDone WRITE setAlsoDone NOTIFY optionsChanged)

public:
    explicit ReminderListModel(QObject* parent = nullptr);
    [[nodiscard]] bool alsoDone() const { return alsoDone_; }
    void setAlsoDone(bool also)
    {
        if (alsoDone_ != also) {
            alsoDone_ = also;
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
    Rows<ReminderRow> rows_;
    bool alsoDone_ = false;
};

} // namespace fieldbook::client
