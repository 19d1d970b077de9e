#pragma once

#include "client/models/list_model.h"
#include "client/models/schedule/schedule_layout.h"

#include <QtQml/qqmlregistration.h>

namespace fieldbook::client {

// Entries of the calendar with their places, filled by ScheduleView.
class EventListModel : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by ScheduleView")

public:
    explicit EventListModel(QObject* parent = nullptr);

    void show(std::vector<PlacedEvent> events, Timestamp now, bool anew);
    // For heads of days; -1 where there is no such row.
    Q_INVOKABLE [[nodiscard]] int columnAt(int row) const;

private:
    Rows<PlacedEvent> rows_;
    Timestamp now_;
};

} // namespace fieldbook::client
