#include "client/models/customers/pool_list_model.h"

#include "client/models/deeds.h"

namespace fieldbook::client {
namespace {

constexpr std::size_t pageRows = 200;

} // namespace

PoolListModel::PoolListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const PoolRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const PoolRow& row) { return toQt(row.id); }},
                {"name", [](const PoolRow& row) { return toQt(row.name); }},
                {"city", [](const PoolRow& row) { return toQt(row.city); }},
                {"industry", [](const PoolRow& row) { return toQt(row.industry); }},
                {"tier", [](const PoolRow& row) { return tierTag(row.tier); }},
                {"how", [](const PoolRow& row) { return toQt(row.kind); }},
                {"why", [](const PoolRow& row) { return toQt(row.reason); }},
                {"formerOwner", [](const PoolRow& row) { return toQt(row.formerOwner); }},
                {"pooledAt", [](const PoolRow& row) { return toQt(row.pooledAt); }},
                {"lastContactAt", [](const PoolRow& row) { return toQt(row.lastContactAt); }},
                {"waiting", [](const PoolRow& row) { return row.claimed; }},
                {"barred", [](const PoolRow& row) { return toQt(row.barred); }},
                {"syncMark", [](const PoolRow& row) { return markName(row.mark); }},
            }}
{
    query_.limit = pageRows;
}

void PoolListModel::choose(std::string& option, const QString& value)
{
    if (option != value.toStdString()) {
        option = value.toStdString();
        query_.limit = pageRows;
        emit optionsChanged();
        loadAnew();
    }
}

bool PoolListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && rows_.all().size() == query_.limit;
}

void PoolListModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        query_.limit += pageRows;
        load(Load::Again);
    }
}

void PoolListModel::claim(const QString& listing)
{
    const int row = positionOf(listing);
    const QString name = row < 0 ? QString{} : toQt(rows_.at(row).name);
    perform(
        *app(), this,
        [id = toId(listing)](Recorder& recorder) {
            return recorder.act("listing.claim", id, "{}");
        },
        [this, name] { emit claimed(name); }, [this](const QString& text) { emit refused(text); });
}

void PoolListModel::load(Load how)
{
    ask(how, rows_,
        [query = query_, now = app()->now()](Queries& store) { return store.pool(query, now); });
}

bool PoolListModel::concerns(const StoreChange& change) const
{
    return change.touches("listing") || change.touches("customer_rules");
}

} // namespace fieldbook::client
