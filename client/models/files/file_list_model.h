#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Files of a customer or a visit.
class FileListModel : public RecordListModel<FileRow> {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    FIELDBOOK_RECORD_LIST

public:
    explicit FileListModel(QObject* parent = nullptr);

signals:
    void appChanged();
    void recordIdChanged();

protected:
    [[nodiscard]] std::function<Rows(Queries&)> question() const override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;
};

} // namespace fieldbook::client
