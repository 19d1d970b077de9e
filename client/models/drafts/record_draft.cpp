#include "client/models/drafts/record_draft.h"

#include "client/models/error_text.h"
#include "client/models/roles.h"

namespace fieldbook::client {

void RecordDraft::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (!app_) {
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
        start();
    }
}

void RecordDraft::start()
{
    record_.reset();
    changes_.clear();
    restored_ = false;
    setState(ListModel::State::Loading);
    reload();
}

std::string RecordDraft::key() const
{
    std::string key{spec()->name};
    if (!recordId_.isEmpty()) {
        return key + ":" + recordId_.toStdString() + keySuffix();
    }
    key += ":new";
    for (const std::string_view parent : spec()->parentFields) {
        if (const auto given = defaults_.find(parent); given != defaults_.end()) {
            key += ":" + std::get<Uuid>(given->second).text();
        }
    }
    return key + keySuffix();
}

void RecordDraft::reload()
{
    if (!app_ || spec() == nullptr) {
        return;
    }
    // A form that is open keeps what is being typed; only one that opens takes up its draft.
    const bool opens = state_ != ListModel::State::Ready;
    if (opens) {
        defaults_ = recordId_.isEmpty() ? defaults() : FieldValues{};
    }
    const DraftQuestion question{.type = spec(),
                                 .id = toId(recordId_),
                                 .key = key(),
                                 .defaults = defaults_,
                                 .typed = opens ? std::nullopt : std::optional{changes_},
                                 .extra = extra()};
    const int loading = ++loads_;
    app_->read([question](Queries& store) { return readDraft(store, question); })
        .then(this,
              [this, loading](DraftReading reading) {
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

void RecordDraft::take(DraftReading reading)
{
    if (!recordId_.isEmpty() && !reading.record) {
        setState(ListModel::State::Empty);
        return;
    }
    const bool opens = state_ != ListModel::State::Ready;
    record_ = std::move(reading.record);
    around_ = std::move(reading.around);
    if (opens) {
        changes_ = std::move(reading.changes);
        restored_ = !changes_.empty();
    }
    setState(ListModel::State::Ready);
    emit changed();
    emit filled();
}

void RecordDraft::setState(ListModel::State state, const QString& errorCode)
{
    if (state_ != state || errorCode_ != errorCode) {
        state_ = state;
        errorCode_ = errorCode;
        emit stateChanged();
    }
}

QVariantMap RecordDraft::names() const
{
    QVariantMap names;
    for (const auto& [field, name] : around_.names) {
        names.insert(toQt(field), toQt(name));
    }
    return names;
}

const FieldSpec* RecordDraft::specOf(std::string_view field) const
{
    const auto index = spec()->indexOf(field);
    return index ? &spec()->fields[*index] : nullptr;
}

Value RecordDraft::shownAs(std::string_view, const Value& stored) const { return stored; }

Value RecordDraft::stored(std::string_view field) const
{
    if (record_) {
        return specOf(field) != nullptr ? shownAs(field, record_->get(field)) : Value{};
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
    if (const FieldSpec* found = specOf(field); found && found->kind == FieldKind::Reference) {
        reload(); // For the name of what was chosen.
    }
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
    app_->record(
            [key = key(), json = jsonOf(changes_), none = changes_.empty()](Recorder& recorder) {
                none ? recorder.dropDraft(key) : recorder.saveDraft(key, json);
            })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

bool RecordDraft::canSave() const
{
    return !busy_ && state_ == ListModel::State::Ready && dirty() && problems().isEmpty();
}

std::vector<FieldValue> RecordDraft::values() const
{
    FieldValues all = changes_;
    if (!record_) {
        all.insert(defaults_.begin(), defaults_.end());
    }
    std::vector<FieldValue> values;
    for (auto& [name, value] : all) {
        const FieldSpec* field = specOf(name);
        Value neat = tidied(std::move(value));
        if (field != nullptr && (record_ || !isEmpty(neat))) {
            values.emplace_back(field->fieldName, std::move(neat));
        }
    }
    return values;
}

std::function<Result<Uuid>(Recorder&)> RecordDraft::deed() const
{
    return [id = toId(recordId_), name = spec()->name,
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
    if (canSave()) {
        perform();
    }
}

void RecordDraft::perform()
{
    setBusy(true);
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

void RecordDraft::setBusy(bool busy)
{
    busy_ = busy;
    emit changed();
}

void RecordDraft::tell(const Error& error) { emit refused(ErrorText::of(toQt(error.code))); }

void RecordDraft::finish(const Result<Uuid>& done)
{
    if (!done) {
        setBusy(false);
        tell(done.error());
        return;
    }
    changes_.clear();
    restored_ = false;
    setBusy(false);
    reload();
    emit saved(toQt(*done));
}

void RecordDraft::discard()
{
    changes_.clear();
    restored_ = false;
    emit changed();
    emit filled();
    keep();
    reload(); // For the names of what was chosen before.
}

} // namespace fieldbook::client
