#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// The recycle bin: what was deleted itself, the latest first, with what went along.
class BinListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit BinListModel(QObject* parent = nullptr);

    // Takes it out again with all that went in with it.
    Q_INVOKABLE void restore(const QString& recordId);

signals:
    void restored(const QString& title);
    // A sentence for a toast.
    void refused(const QString& text);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange&) const override { return true; }

private:
    Rows<BinRow> rows_;
};

} // namespace fieldbook::client
