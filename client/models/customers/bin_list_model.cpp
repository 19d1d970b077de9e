#include "client/models/customers/bin_list_model.h"

#include "client/models/deeds.h"

namespace fieldbook::client {

BinListModel::BinListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const BinRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const BinRow& row) { return toQt(row.id); }},
                {"recordType", [](const BinRow& row) { return toQt(row.type); }},
                {"heading", [](const BinRow& row) { return toQt(row.title); }},
                {"about", [](const BinRow& row) { return toQt(row.subtitle); }},
                {"deletedAt", [](const BinRow& row) { return toQt(row.deletedAt); }},
                {"deletedBy", [](const BinRow& row) { return toQt(row.deletedBy); }},
                {"why", [](const BinRow& row) { return toQt(row.reason); }},
                {"withIt", [](const BinRow& row) { return static_cast<int>(row.with); }},
                {"goneAt", [](const BinRow& row) { return toQt(row.goneAt); }},
                {"mayRestore", [](const BinRow& row) { return row.mayRestore; }},
                {"syncMark", [](const BinRow& row) { return markName(row.mark); }},
            }}
{}

void BinListModel::restore(const QString& recordId)
{
    const int row = positionOf(recordId);
    const QString title = row < 0 ? QString{} : toQt(rows_.at(row).title);
    perform(
        *app(), this, [id = toId(recordId)](Recorder& recorder) { return recorder.restore(id); },
        [this, title] { emit restored(title); },
        [this](const QString& text) { emit refused(text); });
}

void BinListModel::load(Load how)
{
    ask(how, rows_, [](Queries& store) { return store.bin(); });
}

} // namespace fieldbook::client
