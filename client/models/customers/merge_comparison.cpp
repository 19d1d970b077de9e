#include "client/models/customers/merge_comparison.h"

#include "client/models/deeds.h"
#include "client/models/labels.h"
#include "client/models/value_text.h"

#include <utility>

namespace fieldbook::client {
namespace {

QString labelOf(const MergeField& row)
{
    return Labels::text(typeNamed("customer").field(row.field).fieldLabel);
}

} // namespace

MergeComparison::MergeComparison(QObject* parent)
    : fieldbook::client::ListModel{parent},
      rows_{*this,
            [](const MergeField& row) { return toQt(row.field); },
            {
                {"fieldName", [](const MergeField& row) { return toQt(row.field); }},
                {"fieldLabel", labelOf},
                {"survivorText",
                 [](const MergeField& row) {
                     return valueText("customer", row.field, row.survivor);
                 }},
                {"loserText",
                 [](const MergeField& row) { return valueText("customer", row.field, row.loser); }},
                {"joins", [](const MergeField& row) { return row.joins; }},
                {"picked", [](const MergeField& row) { return toQt(row.chosen); }},
            }}
{}

void MergeComparison::setApp(AppContext* app)
{
    if (app_ != app) {
        app_ = app;
        emit appChanged();
    }
}

void MergeComparison::compare(const QString& survivor, const QString& loser)
{
    case_ = {};
    from_ = toId(survivor);
    detail_ = {.survivor = from_, .survivorName = {}, .loser = toId(loser), .loserName = {}};
    rows_.replace({});
    reload();
}

void MergeComparison::open(const QString& mergeCase)
{
    case_ = toId(mergeCase);
    from_ = {};
    detail_ = {};
    rows_.replace({});
    reload();
}

void MergeComparison::swap()
{
    std::swap(detail_.survivor, detail_.loser);
    reload();
}

void MergeComparison::reload()
{
    setState(State::Loading);
    const int asking = ++asked_;
    const auto question = [id = case_, survivor = detail_.survivor,
                           loser = detail_.loser](Queries& store) {
        if (!id.isNil()) {
            return read(store, id);
        }
        const bool there = store.record(survivor) || store.record(loser);
        return Reading{store.mergeOf(survivor, loser, {}), there};
    };
    app_->read(question)
        .then(this,
              [this, asking](Reading reading) {
                  if (asking == asked_) {
                      take(std::move(reading));
                  }
              })
        .onFailed(this, [this, asking](const std::runtime_error&) {
            if (asking == asked_) {
                fail();
            }
        });
}

MergeComparison::Reading MergeComparison::read(Queries& store, const Uuid& mergeCase)
{
    const auto record = store.record(mergeCase);
    if (!record || record->type().name != "merge_case") {
        return {};
    }
    return {store.mergeOf(record->referenceOf("survivor"), record->referenceOf("loser"),
                          record->textOf("choices")),
            true};
}

// Two that differ nowhere are there all the same.
void MergeComparison::take(Reading reading)
{
    detail_ = std::move(reading.detail);
    rows_.replace(detail_.fields);
    setState(reading.there ? State::Ready : State::Empty);
    emit shown();
}

void MergeComparison::choose(int row, const QString& choice)
{
    std::vector<MergeField> next = rows_.all();
    next.at(static_cast<std::size_t>(row)).chosen = choice.toStdString();
    rows_.apply(std::move(next));
}

QString MergeComparison::choices() const
{
    QVariantMap chosen;
    for (const MergeField& row : rows_.all()) {
        if (row.chosen != "survivor") {
            chosen.insert(toQt(row.field), toQt(row.chosen));
        }
    }
    return toQt(toJson(chosen));
}

void MergeComparison::act(std::string_view name,
                          const Uuid& record,
                          QVariantMap arguments,
                          const QString& why)
{
    if (!why.trimmed().isEmpty()) {
        arguments.insert(QStringLiteral("reason"), why.trimmed());
    }
    perform(
        *app_, this,
        [name, record, arguments = std::move(arguments)](Recorder& recorder) {
            QVariantMap all = arguments;
            if (name == "customer.propose_merge") {
                all.insert(QStringLiteral("case"), toQt(recorder.newId()));
            }
            return recorder.act(name, record, toJson(all));
        },
        [this, name] { emit done(toQt(name)); },
        [this](const QString& text) { emit refused(text); });
}

void MergeComparison::propose(const QString& why)
{
    const bool stays = detail_.survivor == from_;
    act("customer.propose_merge", from_,
        {{QStringLiteral("other"), toQt(stays ? detail_.loser : detail_.survivor)},
         {QStringLiteral("keep"), stays ? QStringLiteral("this") : QStringLiteral("other")},
         {QStringLiteral("choices"), choices()}},
        why);
}

void MergeComparison::approve(const QString& why)
{
    act("merge_case.approve", case_, {{QStringLiteral("choices"), choices()}}, why);
}

void MergeComparison::reject(const QString& why) { act("merge_case.reject", case_, {}, why); }

} // namespace fieldbook::client
