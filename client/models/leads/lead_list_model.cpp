#include "client/models/leads/lead_list_model.h"

namespace fieldbook::client {
namespace {

constexpr std::size_t pageRows = 200;

} // namespace

LeadListModel::LeadListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{*this,
            [](const LeadRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const LeadRow& row) { return toQt(row.id); }},
                {"name", [](const LeadRow& row) { return toQt(row.name); }},
                {"company", [](const LeadRow& row) { return toQt(row.company); }},
                {"phone", [](const LeadRow& row) { return toQt(row.phone); }},
                {"source", [](const LeadRow& row) { return toQt(row.source); }},
                {"stage", [](const LeadRow& row) { return toQt(row.stage); }},
                {"readiness", [](const LeadRow& row) { return toQt(row.readiness); }},
                {"interest", [](const LeadRow& row) { return toQt(row.interest); }},
                {"createdAt", [](const LeadRow& row) { return toQt(row.createdAt); }},
                {"nextContactAt", [](const LeadRow& row) { return toQt(row.nextContactAt); }},
                {"syncMark", [](const LeadRow& row) { return markName(row.mark); }},
            }}
{
    query_.limit = pageRows;
}

void LeadListModel::choose(std::string& option, const QString& value)
{
    if (option != value.toStdString()) {
        option = value.toStdString();
        query_.limit = pageRows;
        emit optionsChanged();
        loadAnew();
    }
}

bool LeadListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && rows_.all().size() == query_.limit;
}

void LeadListModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        query_.limit += pageRows;
        load(Load::Again);
    }
}

void LeadListModel::load(Load how)
{
    ask(how, rows_, [query = query_](Queries& store) { return store.leads(query); });
}

bool LeadListModel::concerns(const StoreChange& change) const { return change.touches("lead"); }

void LeadCounts::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (change.touches("lead")) {
            load();
        }
    });
    emit changed();
    load();
}

// A count that cannot be read is not shown; the list beside it says what is wrong.
void LeadCounts::load()
{
    const int asking = ++asked_;
    app_->read([](Queries& store) { return store.leadCounts(); })
        .then(this,
              [this, asking](const std::vector<StageCount>& counts) {
                  if (asking != asked_) {
                      return;
                  }
                  open_ = 0;
                  byStage_.clear();
                  for (const StageCount& each : counts) {
                      byStage_.insert(toQt(each.stage), static_cast<int>(each.count));
                      if (each.stage != "converted" && each.stage != "disqualified") {
                          open_ += static_cast<int>(each.count);
                      }
                  }
                  emit changed();
              })
        .onFailed(this, [](const std::runtime_error&) {});
}

} // namespace fieldbook::client
