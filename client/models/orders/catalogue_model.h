#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

// The products that can be ordered, with the prices of the customer (recordId): of a category, or
// those whose name, code or pinyin is searched for.
class CatalogueModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString category READ category WRITE setCategory NOTIFY optionsChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY optionsChanged)

public:
    explicit CatalogueModel(QObject* parent = nullptr);
    [[nodiscard]] const QString& category() const { return category_; }
    void setCategory(const QString& category);
    [[nodiscard]] const QString& search() const { return search_; }
    void setSearch(const QString& search);

    // Null where the product is not among those shown.
    [[nodiscard]] const ProductRow* product(const QString& id) const;

signals:
    void optionsChanged();

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<ProductRow> rows_;
    QString category_;
    QString search_;
};

} // namespace fieldbook::client
