#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Opportunities of a customer, or all of them where no record is named; open ones, or also won and
// lost.
class OpportunityListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool alsoClosed READ alsoClosed WRITE setAlsoClosed NOTIFY optionsChanged)

public:
    explicit OpportunityListModel(QObject* parent = nullptr);
    [[nodiscard]] bool alsoClosed() const { return alsoClosed_; }
    void setAlsoClosed(bool also)
    {
        if (alsoClosed_ != also) {
            alsoClosed_ = also;
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
    Rows<OpportunityRow> rows_;
    bool alsoClosed_ = false;
};

} // namespace fieldbook::client
