#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Every change that is not sent yet, oldest first, in words: what was done to which record.
class OutboxModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit OutboxModel(QObject* parent = nullptr);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override { return change.status; }

private:
    Rows<ChangeRow> rows_;
};

// The server's last answers, newest first.
class ReceiptModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit ReceiptModel(QObject* parent = nullptr);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override { return change.status; }

private:
    Rows<ReceiptRow> rows_;
};

} // namespace fieldbook::client
