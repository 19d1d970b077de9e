#include "client/models/attention/attention_models.h"

#include "client/models/labels.h"
#include "client/models/value_text.h"

#include <algorithm>

namespace fieldbook::client {
namespace {

QString headingOf(const AttentionRow& row)
{
    const TypeSpec* type = findType(row.type);
    const QString label = type != nullptr ? Labels::text(type->label) : toQt(row.type);
    return row.title.empty() ? label : label + QStringLiteral(" · ") + toQt(row.title);
}

QString fieldLabel(const std::string& type, const std::string& field)
{
    const TypeSpec* spec = findType(type);
    const auto index = spec != nullptr ? spec->indexOf(field) : std::nullopt;
    return index ? Labels::text(spec->fields[*index].fieldLabel) : toQt(field);
}

Decision::Take takeOf(const QString& choice)
{
    if (choice == QStringLiteral("theirs")) {
        return Decision::Take::Theirs;
    }
    return choice == QStringLiteral("before") ? Decision::Take::Before : Decision::Take::Mine;
}

} // namespace

AttentionListModel::AttentionListModel(QObject* parent)
    : fieldbook::client::RecordListModel{Needs::Nothing, parent},
      rows_{
          *this,
          [](const AttentionRow& row) { return QString::number(row.id); },
          {
              {"itemKey", [](const AttentionRow& row) { return QString::number(row.id); }},
              {"conflict",
               [](const AttentionRow& row) { return row.kind == AttentionRow::Kind::Conflict; }},
              {"heading", headingOf},
              {"customerName", [](const AttentionRow& row) { return toQt(row.subtitle); }},
              {"reason",
               [](const AttentionRow& row) {
                   return Labels::text(Label{row.reasonEn, row.reasonZh});
               }},
              {"fieldCount", [](const AttentionRow& row) { return static_cast<int>(row.fields); }},
              {"at", [](const AttentionRow& row) { return toQt(row.at); }},
          }}
{}

void AttentionListModel::load(Load how)
{
    ask(how, rows_, [](Queries& store) { return store.attention(); });
}

AttentionItem::AttentionItem(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            [](const Entry& row) { return toQt(row.field.field); },
            {
                {"fieldLabel",
                 [](const Entry& row) { return fieldLabel(row.type, row.field.field); }},
                {"mineText",
                 [](const Entry& row) {
                     return valueText(row.type, row.field.field, row.field.mine);
                 }},
                {"theirText",
                 [](const Entry& row) {
                     return valueText(row.type, row.field.field, row.field.theirs);
                 }},
                {"beforeText",
                 [](const Entry& row) {
                     return valueText(row.type, row.field.field, row.field.before);
                 }},
                {"picked", [](const Entry& row) { return row.choice; }},
            }}
{}

void AttentionItem::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (change.status) {
            load();
        }
    });
    emit itemChanged();
    load();
}

void AttentionItem::setItemKey(const QString& key)
{
    if (itemKey_ == key) {
        return;
    }
    itemKey_ = key;
    rows_.replace({});
    setState(State::Loading);
    emit itemChanged();
    load();
}

QString AttentionItem::heading() const { return headingOf(detail_.row); }

QString AttentionItem::reason() const
{
    return Labels::text(Label{detail_.row.reasonEn, detail_.row.reasonZh});
}

QString AttentionItem::theirName() const
{
    return detail_.fields.empty() ? QString{} : toQt(detail_.fields.front().theirsBy);
}

QVariant AttentionItem::theirAt() const
{
    return detail_.fields.empty() ? QVariant{} : QVariant{toQt(detail_.fields.front().theirsAt)};
}

QVariant AttentionItem::mineAt() const
{
    return detail_.fields.empty() ? QVariant{} : QVariant{toQt(detail_.fields.front().mineAt)};
}

int AttentionItem::chosen() const
{
    return static_cast<int>(
        std::ranges::count_if(rows_.all(), [](const Entry& row) { return !row.choice.isEmpty(); }));
}

void AttentionItem::choose(int row, const QString& choice)
{
    std::vector<Entry> entries = rows_.all();
    entries.at(static_cast<std::size_t>(row)).choice = choice;
    rows_.apply(std::move(entries));
    emit chosenChanged();
}

void AttentionItem::chooseAll(const QString& choice)
{
    std::vector<Entry> entries = rows_.all();
    for (Entry& entry : entries) {
        entry.choice = choice;
    }
    rows_.apply(std::move(entries));
    emit chosenChanged();
}

template <class Deed>
void AttentionItem::decide(Deed deed)
{
    app_->record(std::move(deed)).then(this, [this](const Result<void>& done) {
        if (done) {
            emit settled();
        } else {
            emit refused(toQt(done.error().code));
        }
    });
}

void AttentionItem::settle()
{
    std::vector<Decision> decisions;
    for (const Entry& entry : rows_.all()) {
        if (!entry.choice.isEmpty()) {
            decisions.push_back({entry.field.field, takeOf(entry.choice), {}});
        }
    }
    decide([id = detail_.row.id, decisions](Recorder& recorder) {
        return recorder.decide(id, decisions);
    });
}

void AttentionItem::retry()
{
    decide([id = detail_.row.id](Recorder& recorder) { return recorder.retry(id, {}); });
}

void AttentionItem::dismiss()
{
    decide([id = detail_.row.id](Recorder& recorder) { return recorder.dismiss(id); });
}

void AttentionItem::load()
{
    if (app_ == nullptr || itemKey_.isEmpty()) {
        return;
    }
    const QString asked = itemKey_;
    app_->read([id = itemKey_.toLongLong()](Queries& store) { return store.attentionItem(id); })
        .then(this,
              [this, asked](std::optional<AttentionDetail> detail) {
                  if (asked == itemKey_) {
                      take(std::move(detail));
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) { fail(); });
}

void AttentionItem::take(std::optional<AttentionDetail> detail)
{
    const bool present = detail.has_value();
    detail_ = std::move(detail).value_or(AttentionDetail{});
    std::vector<Entry> entries;
    for (const AttentionField& field : detail_.fields) {
        const int former = rows_.find(toQt(field.field));
        entries.push_back(
            {field, detail_.row.type, former < 0 ? QString{} : rows_.at(former).choice});
    }
    rows_.apply(std::move(entries));
    setState(present ? State::Ready : State::Empty);
    emit shown();
    emit chosenChanged();
}

} // namespace fieldbook::client
