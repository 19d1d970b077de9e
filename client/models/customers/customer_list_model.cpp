#include "client/models/customers/customer_list_model.h"

namespace fieldbook::client {
namespace {

constexpr std::size_t pageRows = 60;

QString keyOf(const CustomerRow& row) { return toQt(row.id); }

} // namespace

CustomerListModel::CustomerListModel(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            keyOf,
            {
                {"recordId", [](const CustomerRow& row) { return toQt(row.id); }},
                {"name", [](const CustomerRow& row) { return toQt(row.name); }},
                {"initial",
                 [](const CustomerRow& row) { return initialOf(toQt(row.name), toQt(row.city)); }},
                {"tier", [](const CustomerRow& row) { return tierTag(row.tier); }},
                {"kind", [](const CustomerRow& row) { return toQt(row.kind); }},
                {"city", [](const CustomerRow& row) { return toQt(row.city); }},
                {"address", [](const CustomerRow& row) { return toQt(row.address); }},
                {"phone", [](const CustomerRow& row) { return toQt(row.phone); }},
                {"distance", [](const CustomerRow& row) { return toQt(row.distance); }},
                {"lastContactAt", [](const CustomerRow& row) { return toQt(row.lastContactAt); }},
                {"nextAt", [](const CustomerRow& row) { return toQt(row.nextAt); }},
                {"nextText", [](const CustomerRow& row) { return toQt(row.nextText); }},
                {"nextType", [](const CustomerRow& row) { return toQt(row.nextType); }},
                {"syncMark", [](const CustomerRow& row) { return markName(row.mark); }},
            }}
{
    query_.limit = pageRows;
}

void CustomerListModel::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (change.touches("customer") || change.touches("visit") || change.touches("reminder") ||
            change.touches("appointment")) {
            load(Load::Again);
        }
    });
    emit appChanged();
    load(Load::Anew);
}

void CustomerListModel::setScope(Scope scope)
{
    if (this->scope() != scope) {
        query_.scope = static_cast<CustomerQuery::Scope>(scope);
        emit queryChanged();
        load(Load::Anew);
    }
}

void CustomerListModel::setOrder(Order order)
{
    if (this->order() != order) {
        query_.order = static_cast<CustomerQuery::Order>(order);
        emit queryChanged();
        load(Load::Anew);
    }
}

void CustomerListModel::setSearch(const QString& search)
{
    if (this->search() != search) {
        query_.search = search.toStdString();
        emit queryChanged();
        load(Load::Anew);
    }
}

bool CustomerListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !next_.empty() && !loadingMore_;
}

void CustomerListModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        load(Load::More);
    }
}

void CustomerListModel::reload()
{
    setState(State::Loading);
    load(Load::Anew);
}

void CustomerListModel::load(Load how)
{
    if (app_ == nullptr) {
        return;
    }
    CustomerQuery query = query_;
    query.after = how == Load::More ? next_ : std::string{};
    if (how == Load::Again) {
        query.limit = std::max(pageRows, rows_.all().size());
    }
    loadingMore_ = how == Load::More;
    const int asking = ++asked_;
    app_->read([query, now = app_->now()](Queries& store) { return store.customers(query, now); })
        .then(this,
              [this, how, asking](CustomerPage page) {
                  if (asking == asked_) {
                      take(how, std::move(page));
                  }
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (asking == asked_) {
                fail();
            }
        });
}

void CustomerListModel::take(Load how, CustomerPage page)
{
    loadingMore_ = false;
    next_ = std::move(page.next);
    if (total_ != page.total) {
        total_ = page.total;
        emit totalChanged();
    }
    switch (how) {
    case Load::Anew:
        rows_.replace(std::move(page.rows));
        break;
    case Load::Again:
        rows_.apply(std::move(page.rows));
        break;
    case Load::More:
        rows_.append(std::move(page.rows));
        break;
    }
}

} // namespace fieldbook::client
