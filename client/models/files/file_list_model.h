#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Files of a customer or a visit.
class FileListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit FileListModel(QObject* parent = nullptr);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<FileRow> rows_;
};

} // namespace fieldbook::client
