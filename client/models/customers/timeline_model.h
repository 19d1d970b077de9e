#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// What happened with a customer or lead, newest first: visits, calls and other activities, orders,
// and who became responsible for it.
// Photos come as a list of file ids.
class TimelineModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit TimelineModel(QObject* parent = nullptr);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<TimelineRow> rows_;
};

} // namespace fieldbook::client
