#include "client/models/pipeline/opportunity_draft.h"

#include "client/models/days.h"
#include "client/models/error_text.h"
#include "shared/record/type.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace fieldbook::client {
namespace {

const TypeSpec& opportunity() { return typeNamed("opportunity"); }

std::string jsonOf(const std::map<std::string, Value, std::less<>>& changes)
{
    auto json = nlohmann::json::object();
    for (const auto& [field, value] : changes) {
        json[field] = toJson(value);
    }
    return json.dump();
}

// What can no longer be read is left out: a form with one field less is better than none.
std::map<std::string, Value, std::less<>> changesFrom(std::string_view text)
{
    std::map<std::string, Value, std::less<>> changes;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    for (const FieldSpec& field : opportunity().fields) {
        const std::string name{field.fieldName};
        if (json.is_object() && json.contains(name)) {
            if (auto value = parseValue(field, json[name])) {
                changes.emplace(name, std::move(*value));
            }
        }
    }
    return changes;
}

} // namespace

void OpportunityDraft::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (!recordId_.isEmpty() && change.touches(toId(recordId_))) {
            reload();
        }
    });
    emit appChanged();
    reload();
}

void OpportunityDraft::setRecordId(const QString& id)
{
    if (recordId_ != id) {
        recordId_ = id;
        emit recordIdChanged();
        setState(ListModel::State::Loading);
        reload();
    }
}

std::string OpportunityDraft::keyOf(const Uuid& id)
{
    return "opportunity:" + (id.isNil() ? std::string{"new"} : id.text());
}

OpportunityDraft::Reading OpportunityDraft::read(Queries& store, const Uuid& id)
{
    Reading reading;
    if (!id.isNil()) {
        reading.record = store.record(id);
    }
    if (reading.record && reading.record->isDeleted()) {
        reading.record.reset();
    }
    if (const auto json = store.draft(keyOf(id))) {
        reading.changes = changesFrom(*json);
    }
    Uuid customer;
    if (reading.record) {
        customer = reading.record->referenceOf("customer");
        const auto owner = store.person(reading.record->referenceOf("owner"));
        reading.around.ownerName = owner ? owner->name : std::string{};
    } else if (const auto chosen = reading.changes.find("customer");
               chosen != reading.changes.end()) {
        const Uuid* given = std::get_if<Uuid>(&chosen->second);
        customer = given != nullptr ? *given : Uuid{};
    }
    if (const auto found = customer.isNil() ? std::nullopt : store.record(customer)) {
        reading.around.customerName = found->textOf("name");
    }
    if (const auto sums = store.stageSums(); !sums.empty()) {
        reading.around.currency = sums.front().amount.currency();
    }
    return reading;
}

void OpportunityDraft::reload()
{
    if (!app_) {
        return;
    }
    const int loading = ++loads_;
    app_->read([id = toId(recordId_)](Queries& store) { return read(store, id); })
        .then(this,
              [this, loading](Reading reading) {
                  if (loading == loads_) {
                      take(std::move(reading));
                  }
              })
        .onFailed(this, [this, loading](const std::runtime_error&) {
            if (loading == loads_) {
                setState(ListModel::State::Failed, QStringLiteral("store.read"));
            }
        });
}

void OpportunityDraft::take(Reading reading)
{
    if (!recordId_.isEmpty() && !reading.record) {
        setState(ListModel::State::Empty);
        return;
    }
    // A form that is open keeps what is being typed; only one that opens takes up its draft.
    const bool opens = state_ != ListModel::State::Ready;
    record_ = std::move(reading.record);
    if (opens) {
        // What the page already gave (the customer) stays.
        reading.changes.merge(changes_);
        restored_ =
            recordId_.isEmpty() ? reading.changes.contains("name") : !reading.changes.empty();
        changes_ = std::move(reading.changes);
    }
    around_ = std::move(reading.around);
    emit changed();
    setState(ListModel::State::Ready);
    if (around_.customerName.empty()) {
        findCustomer();
    }
}

void OpportunityDraft::setState(ListModel::State state, const QString& errorCode)
{
    if (state_ != state || errorCode_ != errorCode) {
        state_ = state;
        errorCode_ = errorCode;
        if (state == ListModel::State::Loading) {
            record_.reset();
            changes_.clear();
            restored_ = false;
        }
        emit stateChanged();
    }
}

const Value& OpportunityDraft::value(std::string_view field) const
{
    static const Value none;
    if (const auto changed = changes_.find(field); changed != changes_.end()) {
        return changed->second;
    }
    return record_ ? record_->get(field) : none;
}

QString OpportunityDraft::text(std::string_view field) const
{
    const auto* found = std::get_if<std::string>(&value(field));
    return found != nullptr ? toQt(*found) : QString{};
}

void OpportunityDraft::set(std::string_view field, Value next)
{
    if (value(field) == next) {
        return;
    }
    // What is as it is stored is no change any more.
    if (record_ ? record_->get(field) == next : isEmpty(next)) {
        changes_.erase(changes_.find(field));
    } else {
        changes_.insert_or_assign(std::string{field}, std::move(next));
    }
    emit changed();
    keep();
}

void OpportunityDraft::setText(std::string_view field, const QString& text)
{
    set(field, text.isEmpty() ? Value{} : Value{text.toStdString()});
}

void OpportunityDraft::keep()
{
    if (!app_) {
        return;
    }
    app_->record([key = keyOf(toId(recordId_)), json = jsonOf(changes_),
                  none = changes_.empty()](Recorder& recorder) {
            none ? recorder.dropDraft(key) : recorder.saveDraft(key, json);
        })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

QString OpportunityDraft::customerId() const
{
    const Uuid* id = std::get_if<Uuid>(&value("customer"));
    return id != nullptr ? toQt(*id) : QString{};
}

void OpportunityDraft::setCustomerId(const QString& id)
{
    if (id == customerId()) {
        return;
    }
    set("customer", id.isEmpty() ? Value{} : Value{toId(id)});
    findCustomer();
}

void OpportunityDraft::findCustomer()
{
    if (!app_ || customerId().isEmpty()) {
        return;
    }
    app_->read([id = toId(customerId())](Queries& store) {
            const auto found = store.record(id);
            return found ? found->textOf("name") : std::string{};
        })
        .then(this,
              [this](const std::string& name) {
                  around_.customerName = name;
                  emit changed();
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.read")));
        });
}

double OpportunityDraft::amount() const
{
    const auto* money = std::get_if<Money>(&value("amount"));
    return money != nullptr ? static_cast<double>(money->minor()) : 0;
}

void OpportunityDraft::setAmount(double minor)
{
    const auto currency = Currency::parse(this->currency().toStdString()).value_or(Currency{});
    set("amount", minor > 0 ? Value{Money::fromMinor(std::llround(minor), currency)} : Value{});
}

QString OpportunityDraft::currency() const
{
    const auto* money = std::get_if<Money>(&value("amount"));
    return toQt((money != nullptr ? money->currency() : around_.currency).code());
}

void OpportunityDraft::setExpectedClose(const QVariant& day)
{
    const auto picked = pickedDay(day);
    set("expected_close", picked ? Value{*picked} : Value{});
}

void OpportunityDraft::setNextStepAt(const QVariant& time)
{
    const auto picked = pickedTime(time);
    set("next_step_at", picked ? Value{*picked} : Value{});
}

QString OpportunityDraft::competitors() const
{
    const auto* names = std::get_if<TextSet>(&value("competitors"));
    QStringList list;
    for (const std::string& name : names != nullptr ? *names : TextSet{}) {
        list.append(toQt(name));
    }
    return list.join(QStringLiteral(", "));
}

void OpportunityDraft::setCompetitors(const QString& names)
{
    static const QRegularExpression commas{QStringLiteral("[,，、;；]")};
    TextSet set;
    for (const QString& name : names.split(commas, Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty()) {
            set.push_back(name.trimmed().toStdString());
        }
    }
    std::ranges::sort(set);
    set.erase(std::ranges::unique(set).begin(), set.end());
    this->set("competitors", set.empty() ? Value{} : Value{std::move(set)});
}

double OpportunityDraft::winRate() const
{
    const auto* rate = std::get_if<std::int64_t>(&value("win_rate"));
    return rate != nullptr ? static_cast<double>(*rate) / 10'000 : 0;
}

QVariantMap OpportunityDraft::problems() const
{
    QVariantMap problems;
    const QString missing = ErrorText::of(QStringLiteral("field.required"));
    if (customerId().isEmpty()) {
        problems.insert(QStringLiteral("customer"), missing);
    }
    if (name().trimmed().isEmpty()) {
        problems.insert(QStringLiteral("name"), missing);
    }
    return problems;
}

bool OpportunityDraft::canSave() const
{
    return !busy_ && state_ == ListModel::State::Ready && dirty() && problems().isEmpty();
}

void OpportunityDraft::save()
{
    if (!canSave()) {
        return;
    }
    busy_ = true;
    emit changed();
    app_->record([id = toId(recordId_), changes = changes_](Recorder& recorder) -> Result<Uuid> {
            std::vector<FieldValue> values{changes.begin(), changes.end()};
            if (id.isNil()) {
                auto made = recorder.create("opportunity", std::move(values));
                if (made) {
                    recorder.dropDraft(keyOf({}));
                }
                return made;
            }
            if (auto done = recorder.edit(id, std::move(values)); !done) {
                return fail(done.error());
            }
            recorder.dropDraft(keyOf(id));
            return id;
        })
        .then(this, [this](const Result<Uuid>& done) { finish(done); })
        .onFailed(this, [this](const std::runtime_error&) {
            finish(fail(ErrorKind::Unavailable, "store.write"));
        });
}

void OpportunityDraft::finish(const Result<Uuid>& done)
{
    busy_ = false;
    if (!done) {
        emit changed();
        emit refused(ErrorText::of(toQt(done.error().code)));
        return;
    }
    changes_.clear();
    restored_ = false;
    reload();
    emit changed();
    emit saved(toQt(*done));
}

void OpportunityDraft::discard()
{
    changes_.clear();
    restored_ = false;
    emit changed();
    keep();
}

} // namespace fieldbook::client
