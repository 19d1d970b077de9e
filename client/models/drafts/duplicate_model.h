#pragma once

#include "client/models/record_list_model.h"

namespace fieldbook::client {

struct DuplicateRow {
    DuplicateHit hit;
    Uuid customer; // The customer itself, or whose contact or listing it is.
    std::string ownerName;
    bool pooled = false; // A listing of the public pool.

    friend bool operator==(const DuplicateRow&, const DuplicateRow&) = default;
};

// Who may be the one that a form is about, while its name and phone are typed: same telephone
// first. Empty until enough is typed to tell people apart.
class DuplicateModel : public fieldbook::client::RecordListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY optionsChanged)
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY optionsChanged)
    // Only customers (and contacts, by their customers): to convert a lead into, and to merge with,
    // where a colleague's, of whom there is a listing, will do too.
    Q_PROPERTY(bool customersOnly READ customersOnly WRITE setCustomersOnly NOTIFY optionsChanged)
    Q_PROPERTY(bool withListings READ withListings WRITE setWithListings NOTIFY optionsChanged)

public:
    explicit DuplicateModel(QObject* parent = nullptr);

    [[nodiscard]] const QString& name() const { return name_; }
    void setName(const QString& name);
    [[nodiscard]] const QString& phone() const { return phone_; }
    void setPhone(const QString& phone);
    [[nodiscard]] bool customersOnly() const { return customersOnly_; }
    void setCustomersOnly(bool only);
    [[nodiscard]] bool withListings() const { return withListings_; }
    void setWithListings(bool with);

signals:
    void optionsChanged();

protected:
    void load(Load how) override;
    [[nodiscard]] bool concerns(const StoreChange& change) const override;

private:
    Rows<DuplicateRow> rows_;
    QString name_;
    QString phone_;
    bool customersOnly_ = false;
    bool withListings_ = false;
};

} // namespace fieldbook::client
