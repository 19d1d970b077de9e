#include "client/models/orders/catalogue_model.h"

namespace fieldbook::client {
namespace {

// What is left, in whole and broken pieces; undefined where stock is not kept.
QVariant stockOf(const ProductRow& row)
{
    return row.stock ? QVariant{static_cast<double>(*row.stock) / 1'000} : QVariant{};
}

} // namespace

CatalogueModel::CatalogueModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const ProductRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const ProductRow& row) { return toQt(row.id); }},
                {"code", [](const ProductRow& row) { return toQt(row.code); }},
                {"name", [](const ProductRow& row) { return toQt(row.name); }},
                {"category", [](const ProductRow& row) { return toQt(row.category); }},
                {"unit", [](const ProductRow& row) { return toQt(row.unit); }},
                {"priceMinor", [](const ProductRow& row) { return minorOf(row.price); }},
                {"currency", [](const ProductRow& row) { return currencyOf(row.price); }},
                {"stock", stockOf},
                {"timesOrdered", [](const ProductRow& row) { return toQt(row.timesOrdered); }},
            }}
{}

void CatalogueModel::setCategory(const QString& category)
{
    if (category_ != category) {
        category_ = category;
        emit optionsChanged();
        loadAnew();
    }
}

void CatalogueModel::setSearch(const QString& search)
{
    if (search_ != search) {
        search_ = search;
        emit optionsChanged();
        loadAnew();
    }
}

const ProductRow* CatalogueModel::product(const QString& id) const
{
    const int row = rows_.find(id);
    return row < 0 ? nullptr : &rows_.at(row);
}

void CatalogueModel::load(Load how)
{
    CatalogueQuery query;
    query.customer = toId(recordId());
    query.category = category_.toStdString();
    query.search = search_.toStdString();
    // Who searches looks among everything there is.
    if (!query.search.empty()) {
        query.category.clear();
    }
    ask(how, rows_, [query](Queries& store) { return store.catalogue(query); });
}

bool CatalogueModel::concerns(const StoreChange& change) const
{
    return change.touches("product") || change.touches("price") || change.touches("price_list");
}

} // namespace fieldbook::client
