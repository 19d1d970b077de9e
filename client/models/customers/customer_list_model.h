#pragma once

#include "client/models/app_context.h"
#include "client/models/list_model.h"
#include "client/models/roles.h"

namespace fieldbook::client {

// The customers of a scope, page by page as the list is scrolled; tens of thousands cost no more
// than a screenful.
class CustomerListModel : public fieldbook::client::ListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(fieldbook::client::AppContext* app READ app WRITE setApp NOTIFY appChanged REQUIRED)
    Q_PROPERTY(Scope scope READ scope WRITE setScope NOTIFY queryChanged)
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY queryChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY queryChanged)
    // How many customers the scope holds, whatever is searched for.
    Q_PROPERTY(double total READ total NOTIFY totalChanged)

public:
    enum class Scope { All, Mine, Nearby, DueContact, Vip };
    Q_ENUM(Scope)
    enum class Order { Name, LastContact, Distance, Next };
    Q_ENUM(Order)

    explicit CustomerListModel(QObject* parent = nullptr);

    [[nodiscard]] AppContext* app() const { return app_; }
    void setApp(AppContext* app);
    [[nodiscard]] Scope scope() const { return static_cast<Scope>(query_.scope); }
    void setScope(Scope scope);
    [[nodiscard]] Order order() const { return static_cast<Order>(query_.order); }
    void setOrder(Order order);
    [[nodiscard]] QString search() const { return toQt(query_.search); }
    void setSearch(const QString& search);
    [[nodiscard]] double total() const { return static_cast<double>(total_); }

    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    // For next and previous; "" outside.
    Q_INVOKABLE void reload();

signals:
    void appChanged();
    void queryChanged();
    void totalChanged();

private:
    // Anew: from the top. Again: as many rows as are shown, keeping their place.
    enum class Load { Anew, Again, More };
    void load(Load how);
    void take(Load how, CustomerPage page);

    Rows<CustomerRow> rows_;
    AppContext* app_ = nullptr;
    CustomerQuery query_;
    std::string next_;
    std::int64_t total_ = 0;
    int asked_ = 0; // Answers to older questions are not shown.
    bool loadingMore_ = false;
};

} // namespace fieldbook::client
