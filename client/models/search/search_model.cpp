#include "client/models/search/search_model.h"

#include "client/models/labels.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace fieldbook::client {
namespace {

constexpr std::size_t hitsMax = 60;
constexpr qsizetype recentMax = 8;
constexpr std::string_view recentKey = "search:recent";

// In the order in which they are shown. What is not among them has no page.
constexpr std::array<std::string_view, 10> kinds{
    "customer", "contact",  "lead",     "opportunity", "order",
    "visit",    "activity", "reminder", "appointment", "attachment"};

// Why it was found, if its title does not show it: another of its searched texts.
void explain(SearchRow& row, const Record& record, const QString& query)
{
    for (const FieldSpec& field : record.type().fields) {
        if (field.search == Search::None) {
            continue;
        }
        TextSet texts;
        const Value& value = record.get(field.fieldName);
        if (const auto* text = std::get_if<std::string>(&value)) {
            texts.push_back(*text);
        } else if (const auto* set = std::get_if<TextSet>(&value)) {
            texts = *set;
        }
        for (const std::string& each : texts) {
            const QString text = toQt(each).simplified();
            auto ranges =
                field.search == Search::Phone ? digitsIn(text, query) : matchesIn(text, query);
            if (ranges.empty() || text == row.title) {
                continue;
            }
            // A long text from shortly before what was found.
            const qsizetype from = std::max<qsizetype>(0, ranges.front().from - 12);
            const QString before =
                Labels::text(field.fieldLabel) +
                (Labels::inChinese() ? QStringLiteral("：") : QStringLiteral(": ")) +
                (from > 0 ? QStringLiteral("…") : QString{});
            row.note = before + text.mid(from, 120);
            for (TextRange& range : ranges) {
                range.from += before.size() - from;
            }
            std::erase_if(ranges, [&](const TextRange& range) {
                return range.from + range.length > row.note.size();
            });
            row.noteRanges = std::move(ranges);
            return;
        }
    }
}

void findPage(SearchRow& row, const Record& record)
{
    row.openType = row.type;
    row.openId = row.id;
    if (row.type != "activity" && row.type != "attachment") {
        return;
    }
    for (const std::string_view parent : {"customer", "lead"}) {
        if (const Uuid id = record.referenceOf(parent); !id.isNil()) {
            row.openType = parent;
            row.openId = id;
            return;
        }
    }
}

std::vector<SearchRow> found(Queries& store, const QString& query)
{
    std::vector<SearchRow> rows;
    if (query.trimmed().isEmpty()) {
        return rows;
    }
    std::array<std::vector<SearchRow>, kinds.size()> byKind; // Each the best first.
    for (const SearchHit& hit : store.search(query.toStdString(), hitsMax)) {
        const auto* const kind = std::ranges::find(kinds, hit.type);
        const auto record = kind == kinds.end() ? std::nullopt : store.record(hit.id);
        if (!record) {
            continue;
        }
        SearchRow row;
        row.type = hit.type;
        row.id = hit.id;
        row.query = query;
        row.title = toQt(hit.title).simplified();
        row.note = toQt(hit.subtitle).simplified();
        row.titleRanges = matchesIn(row.title, query);
        if (row.titleRanges.empty()) {
            explain(row, *record, query);
        }
        findPage(row, *record);
        byKind[static_cast<std::size_t>(kind - kinds.begin())].push_back(std::move(row));
    }
    for (std::vector<SearchRow>& some : byKind) {
        if (!some.empty()) {
            some.front().isFirst = true;
        }
        std::ranges::move(some, std::back_inserter(rows));
    }
    return rows;
}

} // namespace

SearchModel::SearchModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{
          *this,
          [](const SearchRow& row) { return toQt(row.id); },
          {
              {"recordId", [](const SearchRow& row) { return toQt(row.id); }},
              {"recordType", [](const SearchRow& row) { return toQt(row.type); }},
              {"isFirst", [](const SearchRow& row) { return row.isFirst; }},
              {"subject", [](const SearchRow& row) { return row.title; }},
              {"subjectMarked",
               [](const SearchRow& row) { return marked(row.title, row.titleRanges); }},
              {"note", [](const SearchRow& row) { return row.note; }},
              {"noteMarked", [](const SearchRow& row) { return marked(row.note, row.noteRanges); }},
          }}
{}

void SearchModel::setQuery(const QString& query)
{
    if (query_ != query) {
        query_ = query;
        emit queryChanged();
        loadAnew();
    }
}

QVariantMap SearchModel::targetAt(int position) const
{
    if (position < 0 || position >= count() || rows_.at(position).query != query_) {
        return {};
    }
    const SearchRow& row = rows_.at(position);
    return {{QStringLiteral("type"), toQt(row.openType)}, {QStringLiteral("id"), toQt(row.openId)}};
}

void SearchModel::load(Load how)
{
    if (!recentRead_) {
        recentRead_ = true;
        loadRecent();
    }
    ask(how, rows_, [query = query_](Queries& store) { return found(store, query); });
}

bool SearchModel::concerns(const StoreChange& change) const
{
    return !query_.isEmpty() && std::ranges::any_of(change.types, [](std::string_view type) {
        return std::ranges::find(kinds, type) != kinds.end();
    });
}

// Without the former searches one can search all the same, so nothing is said if they cannot be
// read or kept.
void SearchModel::loadRecent()
{
    app()
        ->read([](Queries& store) { return store.draft(recentKey); })
        .then(this,
              [this](const std::optional<std::string>& json) {
                  const auto read =
                      QJsonDocument::fromJson(QByteArray::fromStdString(json.value_or("[]")));
                  for (const auto& each : read.array()) {
                      recent_.append(each.toString());
                  }
                  emit recentChanged();
              })
        .onFailed(this, [](const std::runtime_error&) {});
}

void SearchModel::remember()
{
    const QString query = query_.simplified();
    if (query.isEmpty()) {
        return;
    }
    recent_.removeAll(query);
    recent_.prepend(query);
    recent_ = recent_.mid(0, recentMax);
    keep();
}

void SearchModel::forget()
{
    recent_.clear();
    keep();
}

void SearchModel::keep()
{
    emit recentChanged();
    const auto json =
        QJsonDocument{QJsonArray::fromStringList(recent_)}.toJson(QJsonDocument::Compact);
    app()
        ->record([json = json.toStdString(), none = recent_.isEmpty()](Recorder& recorder) {
            none ? recorder.dropDraft(recentKey) : recorder.saveDraft(recentKey, json);
        })
        .onFailed(this, [](const std::runtime_error&) {});
}

} // namespace fieldbook::client
