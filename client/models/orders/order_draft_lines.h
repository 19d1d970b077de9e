#pragma once

#include "client/local/order_content.h"
#include "client/models/list_model.h"

namespace fieldbook::client {

// The lines of the order that an OrderDraft holds, in the order in which they were added.
class OrderDraftLines : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by OrderDraft")

public:
    explicit OrderDraftLines(QObject* parent = nullptr);
    void show(std::vector<DraftLine> lines) { rows_.apply(std::move(lines)); }

private:
    Rows<DraftLine> rows_;
};

} // namespace fieldbook::client
