#include "client/models/orders/category_model.h"

namespace fieldbook::client {

CategoryModel::CategoryModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const CategoryRow& row) { return toQt(row.name); },
            {
                {"name", [](const CategoryRow& row) { return toQt(row.name); }},
                {"products", [](const CategoryRow& row) { return toQt(row.count); }},
            }}
{}

QString CategoryModel::nameAt(int position) const
{
    return position >= 0 && position < count() ? toQt(rows_.at(position).name) : QString{};
}

void CategoryModel::load(Load how)
{
    ask(how, rows_,
        [customer = toId(recordId())](Queries& store) { return store.categories(customer); });
}

bool CategoryModel::concerns(const StoreChange& change) const
{
    return change.touches("product") || change.touches("order");
}

} // namespace fieldbook::client
