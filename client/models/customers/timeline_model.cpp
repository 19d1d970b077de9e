#include "client/models/customers/timeline_model.h"

#include <QStringList>

namespace fieldbook::client {
namespace {

// A customer of ten years has some thousands; nobody reads further back than this by scrolling.
constexpr std::size_t entriesMax = 500;

QVariant photosOf(const TimelineRow& row)
{
    QStringList ids;
    for (const FileRow& photo : row.photos) {
        ids.append(toQt(photo.sha256));
    }
    return ids;
}

} // namespace

TimelineModel::TimelineModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Record, parent},
      rows_{*this,
            [](const TimelineRow& row) { return toQt(row.id); },
            {
                {"recordId", [](const TimelineRow& row) { return toQt(row.id); }},
                {"type", [](const TimelineRow& row) { return toQt(row.type); }},
                {"kind", [](const TimelineRow& row) { return toQt(row.kind); }},
                {"at", [](const TimelineRow& row) { return toQt(row.at); }},
                {"subject", [](const TimelineRow& row) { return toQt(row.title); }},
                {"content", [](const TimelineRow& row) { return toQt(row.body); }},
                {"outcome", [](const TimelineRow& row) { return toQt(row.outcome); }},
                {"author", [](const TimelineRow& row) { return toQt(row.author); }},
                {"minutes", [](const TimelineRow& row) { return toQt(row.minutes); }},
                {"distance", [](const TimelineRow& row) { return toQt(row.distance); }},
                {"amountMinor", [](const TimelineRow& row) { return minorOf(row.amount); }},
                {"currency", [](const TimelineRow& row) { return currencyOf(row.amount); }},
                {"lines", [](const TimelineRow& row) { return toQt(row.lines); }},
                {"photos", photosOf},
                {"syncMark", [](const TimelineRow& row) { return markName(row.mark); }},
            }}
{}

void TimelineModel::load(Load how)
{
    ask(how, rows_, [id = toId(recordId())](Queries& store) {
        return store.timeline(id, std::nullopt, entriesMax);
    });
}

bool TimelineModel::concerns(const StoreChange& change) const
{
    return change.touches("visit") || change.touches("activity") || change.touches("order") ||
           change.touches("attachment") || change.touches("ownership_change");
}

} // namespace fieldbook::client
