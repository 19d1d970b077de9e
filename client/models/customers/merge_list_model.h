#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// Customers that may be one with this one, or went into it and can still be taken out again.
class MergeListModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit MergeListModel(QObject* parent = nullptr);

    Q_INVOKABLE void withdraw(const QString& mergeCase);
    Q_INVOKABLE void undo(const QString& mergeCase);

signals:
    // `act` as shared/rules has it ("merge_case.undo").
    void done(const QString& act);
    // A sentence for a toast.
    void refused(const QString& text);

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    void decide(const QString& mergeCase, std::string_view act);

    Rows<MergeRow> rows_;
};

} // namespace fieldbook::client
