#include "client/models/record_draft.h"

#include "client/models/days.h"
#include "client/models/error_text.h"

#include <nlohmann/json.hpp>

namespace fieldbook::client {

void RecordDraft::setApp(AppContext* app)
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

void RecordDraft::setRecordId(const QString& id)
{
    if (recordId_ != id) {
        recordId_ = id;
        emit recordIdChanged();
        setState(ListModel::State::Loading);
        reload();
    }
}

void RecordDraft::setContext(const QString& customer)
{
    if (context_ != customer) {
        context_ = customer;
        emit changed();
        setState(ListModel::State::Loading);
        reload();
    }
}

const FieldSpec* RecordDraft::extra(std::string_view) const { return nullptr; }

std::string RecordDraft::key() const
{
    std::string key{type().name};
    if (!recordId_.isEmpty()) {
        key += ":" + recordId_.toStdString();
    } else {
        key += context_.isEmpty() ? ":new" : ":new:" + context_.toStdString();
    }
    return key + keySuffix();
}

// What can no longer be read is left out: a form with one field less is better than none.
RecordDraft::Changes RecordDraft::changesFrom(std::string_view text) const
{
    Changes changes;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return changes;
    }
    for (const auto& [name, value] : json.items()) {
        const auto index = type().indexOf(name);
        const FieldSpec* field = index ? &type().fields[*index] : extra(name);
        if (field == nullptr) {
            continue;
        }
        if (value.is_null()) {
            changes.emplace(name, Value{});
        } else if (auto parsed = parseValue(*field, value)) {
            changes.emplace(name, std::move(*parsed));
        }
    }
    return changes;
}

RecordDraft::Around RecordDraft::lookAround(Queries& store, const Uuid& customer)
{
    Around around;
    const auto found = customer.isNil() ? std::nullopt : store.record(customer);
    if (!found) {
        return around;
    }
    around.customerName = toQt(found->textOf("name"));
    for (const ContactRow& contact : store.contacts(customer)) {
        around.contacts.append(QVariantMap{{QStringLiteral("value"), toQt(contact.id)},
                                           {QStringLiteral("text"), toQt(contact.name)},
                                           {QStringLiteral("note"), toQt(contact.title)}});
    }
    return around;
}

void RecordDraft::reload()
{
    if (!app_) {
        return;
    }
    const int loading = ++loads_;
    const auto read = [id = toId(recordId_), context = toId(context_),
                       key = key()](Queries& store) {
        Reading reading;
        reading.record = id.isNil() ? std::nullopt : store.record(id);
        if (reading.record && reading.record->isDeleted()) {
            reading.record.reset();
        }
        reading.draft = store.draft(key).value_or(std::string{});
        reading.around =
            lookAround(store, reading.record ? reading.record->referenceOf("customer") : context);
        return reading;
    };
    app_->read(read)
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

void RecordDraft::take(Reading reading)
{
    if (!recordId_.isEmpty() && !reading.record) {
        setState(ListModel::State::Empty);
        return;
    }
    // A form that is open keeps what is being typed; only one that opens takes up its draft.
    const bool opens = state_ != ListModel::State::Ready;
    record_ = std::move(reading.record);
    if (opens) {
        defaults_ = record_ ? Changes{} : defaults();
        if (!record_ && !context_.isEmpty()) {
            defaults_.insert_or_assign("customer", toId(context_));
        }
        changes_ = changesFrom(reading.draft);
        restored_ = !changes_.empty();
    }
    customerName_ = reading.around.customerName;
    contacts_ = reading.around.contacts;
    emit changed();
    setState(ListModel::State::Ready);
    if (changes_.contains("customer")) {
        findCustomer();
    }
}

void RecordDraft::setState(ListModel::State state, const QString& errorCode)
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

Value RecordDraft::shownAs(std::string_view, const Value& stored) const { return stored; }

Value RecordDraft::stored(std::string_view field) const
{
    if (record_) {
        return record_->type().indexOf(field) ? shownAs(field, record_->get(field)) : Value{};
    }
    const auto given = defaults_.find(field);
    return given != defaults_.end() ? given->second : Value{};
}

Value RecordDraft::value(std::string_view field) const
{
    const auto changed = changes_.find(field);
    return changed != changes_.end() ? changed->second : stored(field);
}

QString RecordDraft::text(std::string_view field) const
{
    const Value found = value(field);
    const auto* text = std::get_if<std::string>(&found);
    return text != nullptr ? toQt(*text) : QString{};
}

std::optional<Timestamp> RecordDraft::time(std::string_view field) const
{
    const Value found = value(field);
    const auto* at = std::get_if<Timestamp>(&found);
    return at != nullptr ? std::optional{*at} : std::nullopt;
}

void RecordDraft::set(std::string_view field, Value next)
{
    if (value(field) == next) {
        return;
    }
    // What is as it is stored is no change any more.
    if (stored(field) == next) {
        changes_.erase(changes_.find(field));
    } else {
        changes_.insert_or_assign(std::string{field}, std::move(next));
    }
    emit changed();
    keep();
}

void RecordDraft::setText(std::string_view field, const QString& text)
{
    set(field, text.isEmpty() ? Value{} : Value{text.toStdString()});
}

void RecordDraft::keep()
{
    if (!app_) {
        return;
    }
    auto json = nlohmann::json::object();
    for (const auto& [field, value] : changes_) {
        json[field] = isEmpty(value) ? nlohmann::json{} : toJson(value);
    }
    app_->record([key = key(), text = json.dump(), none = changes_.empty()](Recorder& recorder) {
            none ? recorder.dropDraft(key) : recorder.saveDraft(key, text);
        })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

QString RecordDraft::customerId() const
{
    const Value customer = value("customer");
    const Uuid* id = std::get_if<Uuid>(&customer);
    return id != nullptr ? toQt(*id) : QString{};
}

void RecordDraft::setCustomerId(const QString& id)
{
    if (id == customerId()) {
        return;
    }
    // Contacts are the customer's.
    if (type().indexOf("contact")) {
        set("contact", Value{});
    }
    set("customer", id.isEmpty() ? Value{} : Value{toId(id)});
    findCustomer();
}

void RecordDraft::findCustomer()
{
    if (!app_) {
        return;
    }
    app_->read([id = toId(customerId())](Queries& store) { return lookAround(store, id); })
        .then(this,
              [this](const Around& around) {
                  customerName_ = around.customerName;
                  contacts_ = around.contacts;
                  emit changed();
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.read")));
        });
}

Zone RecordDraft::zone() const
{
    const QString name = app_ ? app_->zone() : QString{};
    return Zone::find(name.toStdString()).value_or(Zone::utc());
}

QVariant RecordDraft::dayOf(std::string_view field) const
{
    const auto at = time(field);
    return at ? QVariant{toQt(zone().dateAt(*at))} : QVariant{};
}

int RecordDraft::minutesOf(std::string_view field) const
{
    const auto at = time(field);
    if (!at) {
        return -1;
    }
    const LocalTime local = zone().toLocal(*at);
    return static_cast<int>((local - std::chrono::floor<std::chrono::days>(local)) /
                            std::chrono::minutes{1});
}

void RecordDraft::setDay(std::string_view field, const QVariant& day)
{
    const auto picked = pickedDay(day);
    if (!picked) {
        set(field, Value{});
        return;
    }
    constexpr int nine = 9 * 60;
    const int minutes = time(field) ? minutesOf(field) : nine;
    const auto midnight = std::chrono::sys_days{*picked}.time_since_epoch();
    set(field, zone().toUtc(LocalTime{midnight + std::chrono::minutes{minutes}}));
}

void RecordDraft::setMinutes(std::string_view field, int minutes)
{
    if (minutes < 0 || !app_) {
        return;
    }
    const Date day = zone().dateAt(time(field).value_or(app_->now()));
    const auto midnight = std::chrono::sys_days{day}.time_since_epoch();
    set(field, zone().toUtc(LocalTime{midnight + std::chrono::minutes{minutes}}));
}

void RecordDraft::require(QVariantMap& problems, std::string_view field, bool given)
{
    if (!given) {
        problems.insert(toQt(field), ErrorText::of(QStringLiteral("field.required")));
    }
}

QVariantMap RecordDraft::problems() const
{
    QVariantMap problems;
    findProblems(problems);
    return problems;
}

bool RecordDraft::canSave() const
{
    return !busy_ && state_ == ListModel::State::Ready && dirty() && problems().isEmpty();
}

std::vector<FieldValue> RecordDraft::values() const
{
    std::vector<FieldValue> values;
    const auto add = [&](const std::string& name, const Value& value) {
        if (type().indexOf(name)) {
            values.emplace_back(type().fields[*type().indexOf(name)].fieldName, value);
        }
    };
    for (const auto& [name, value] : changes_) {
        add(name, value);
    }
    for (const auto& [name, value] : defaults_) {
        if (!changes_.contains(name)) {
            add(name, value);
        }
    }
    if (!record_) {
        std::erase_if(values, [](const FieldValue& each) { return isEmpty(each.second); });
    }
    return values;
}

std::function<Result<Uuid>(Recorder&)> RecordDraft::deed() const
{
    return [id = toId(recordId_), name = type().name,
            values = values()](Recorder& recorder) -> Result<Uuid> {
        if (id.isNil()) {
            return recorder.create(name, values);
        }
        if (auto done = recorder.edit(id, values); !done) {
            return fail(done.error());
        }
        return id;
    };
}

void RecordDraft::save()
{
    if (!canSave()) {
        return;
    }
    busy_ = true;
    emit changed();
    app_->record([work = deed(), key = key()](Recorder& recorder) {
            auto done = work(recorder);
            if (done) {
                recorder.dropDraft(key);
            }
            return done;
        })
        .then(this, [this](const Result<Uuid>& done) { finish(done); })
        .onFailed(this, [this](const std::runtime_error&) {
            finish(fail(ErrorKind::Unavailable, "store.write"));
        });
}

void RecordDraft::finish(const Result<Uuid>& done)
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

void RecordDraft::discard()
{
    changes_.clear();
    restored_ = false;
    emit changed();
    keep();
    findCustomer();
}

} // namespace fieldbook::client
