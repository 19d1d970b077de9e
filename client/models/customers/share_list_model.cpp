#include "client/models/customers/share_list_model.h"

#include "client/models/deeds.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

QVariantList optionsOf(const std::vector<std::pair<Uuid, std::string>>& partners)
{
    QVariantList options;
    for (const auto& [id, name] : partners) {
        options.append(
            QVariantMap{{QStringLiteral("value"), toQt(id)}, {QStringLiteral("text"), toQt(name)}});
    }
    return options;
}

} // namespace

ShareListModel::ShareListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Record, parent},
      rows_{*this,
            [](const ShareRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const ShareRow& row) { return toQt(row.id); }},
                {"withName", [](const ShareRow& row) { return toQt(row.with); }},
                {"isTeam", [](const ShareRow& row) { return row.isTeam; }},
                {"access", [](const ShareRow& row) { return toQt(row.access); }},
                {"until", [](const ShareRow& row) { return toQt(row.until); }},
                {"why", [](const ShareRow& row) { return toQt(row.reason); }},
                {"mayEnd", [](const ShareRow& row) { return row.mayEnd; }},
                {"syncMark", [](const ShareRow& row) { return markName(row.mark); }},
            }}
{}

QVariantList ShareListModel::people() const { return optionsOf(partners_.people); }

QVariantList ShareListModel::teams() const { return optionsOf(partners_.teams); }

void ShareListModel::findPartners()
{
    const int search = ++searches_;
    app()
        ->read([id = toId(recordId())](Queries& store) { return store.sharePartners(id); })
        .then(this,
              [this, search](SharePartners partners) {
                  if (search == searches_) {
                      partners_ = std::move(partners);
                      emit partnersChanged();
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) { fail(); });
}

void ShareListModel::share(const QString& partner,
                           const QString& access,
                           const QDateTime& until,
                           const QString& why)
{
    const Uuid id = toId(partner);
    const bool isTeam =
        std::ranges::find(partners_.teams, id, &std::pair<Uuid, std::string>::first) !=
        partners_.teams.end();
    const QDateTime endOfDay{until.date(), QTime{23, 59, 59}};
    QVariantMap arguments{
        {isTeam ? QStringLiteral("team") : QStringLiteral("user"), partner},
        {QStringLiteral("access"), access},
        {QStringLiteral("until"), toQt(toRfc3339(fromMillis(endOfDay.toMSecsSinceEpoch())))}};
    if (!why.trimmed().isEmpty()) {
        arguments.insert(QStringLiteral("reason"), why.trimmed());
    }
    perform(
        *app(), this,
        [customer = toId(recordId()), arguments](Recorder& recorder) {
            QVariantMap all = arguments;
            all.insert(QStringLiteral("id"), toQt(recorder.newId()));
            return recorder.act("customer.share", customer, toJson(all));
        },
        [this] { emit shared(); }, [this](const QString& text) { emit refused(text); });
}

void ShareListModel::end(const QString& share)
{
    perform(
        *app(), this,
        [id = toId(share)](Recorder& recorder) { return recorder.act("share.end", id, "{}"); },
        [this] { emit ended(); }, [this](const QString& text) { emit refused(text); });
}

void ShareListModel::load(Load how)
{
    ask(how, rows_, [id = toId(recordId())](Queries& store) { return store.shares(id); });
}

bool ShareListModel::concerns(const StoreChange& change) const { return change.touches("share"); }

} // namespace fieldbook::client
