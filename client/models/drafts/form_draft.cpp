#include "client/models/drafts/form_draft.h"

#include "client/models/error_text.h"
#include "client/models/roles.h"

#include <algorithm>

namespace fieldbook::client {

void FormDraft::setApp(AppContext* app)
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

QString FormDraft::type() const { return type_ != nullptr ? toQt(type_->name) : QString{}; }

void FormDraft::setType(const QString& type)
{
    if (type != this->type()) {
        type_ = findType(type.toStdString());
        start();
    }
}

void FormDraft::setRecordId(const QString& id)
{
    if (recordId_ != id) {
        recordId_ = id;
        start();
    }
}

void FormDraft::setPreset(const QVariantMap& preset)
{
    if (preset_ != preset) {
        preset_ = preset;
        start();
    }
}

void FormDraft::start()
{
    emit keyChanged();
    record_.reset();
    changes_.clear();
    refusals_.clear();
    restored_ = false;
    attempted_ = false;
    setState(ListModel::State::Loading);
    reload();
}

DraftQuestion FormDraft::question() const
{
    DraftQuestion question{type_, toId(recordId_), std::string{type_->name} + ":", {}};
    if (!question.id.isNil()) {
        question.key += question.id.text();
        return question;
    }
    question.key += "new";
    for (const FieldSpec& field : type_->fields) {
        const Value given = fieldFromQt(field, preset_.value(toQt(field.fieldName)));
        if (!isEmpty(given)) {
            question.preset.emplace(field.fieldName, given);
        }
    }
    for (const std::string_view parent : type_->parentFields) {
        if (const auto given = question.preset.find(parent); given != question.preset.end()) {
            question.key += ":" + std::get<Uuid>(given->second).text();
        }
    }
    return question;
}

void FormDraft::reload()
{
    if (!app_ || type_ == nullptr) {
        return;
    }
    const int loading = ++loads_;
    app_->read([question = question()](Queries& store) { return readDraft(store, question); })
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

void FormDraft::take(DraftReading reading)
{
    if (!recordId_.isEmpty() && !reading.record) {
        setState(ListModel::State::Empty);
        return;
    }
    // A form that is open keeps what is being typed; only one that opens takes up its draft.
    const bool opens = state_ != ListModel::State::Ready;
    record_ = std::move(reading.record);
    names_.clear();
    for (const auto& [field, name] : reading.names) {
        names_.insert(toQt(field), toQt(name));
    }
    primaries_ = std::move(reading.primaries);
    if (opens) {
        restored_ = !reading.changes.empty();
        reading.changes.merge(changes_);
        changes_ = std::move(reading.changes);
    }
    setState(ListModel::State::Ready);
    emit changed();
    emit filled();
}

void FormDraft::setState(ListModel::State state, const QString& errorCode)
{
    if (state_ != state || errorCode_ != errorCode) {
        state_ = state;
        errorCode_ = errorCode;
        emit stateChanged();
    }
}

const FieldSpec* FormDraft::specOf(const QString& field) const
{
    const auto index = type_ != nullptr ? type_->indexOf(field.toStdString()) : std::nullopt;
    return index ? &type_->fields[*index] : nullptr;
}

const Value& FormDraft::value(std::string_view field) const
{
    static const Value none;
    const auto changed = changes_.find(field);
    if (changed != changes_.end()) {
        return changed->second;
    }
    return record_ ? record_->get(field) : none;
}

QVariant FormDraft::valueOf(const QString& field) const
{
    const FieldSpec* spec = specOf(field);
    if (spec == nullptr) {
        return {};
    }
    const Value& held = value(spec->fieldName);
    const bool isPreset = !record_ && isEmpty(held) && !changes_.contains(spec->fieldName);
    return fieldToQt(*spec, isPreset ? fieldFromQt(*spec, preset_.value(field)) : held);
}

QVariantMap FormDraft::values() const
{
    QVariantMap values;
    if (type_ != nullptr) {
        for (const FieldSpec& field : type_->fields) {
            const QString name = toQt(field.fieldName);
            values.insert(name, valueOf(name));
        }
    }
    return values;
}

void FormDraft::put(const QString& field, const QVariant& value)
{
    const FieldSpec* spec = specOf(field);
    const QVariant before = valueOf(field);
    if (spec == nullptr || fieldFromQt(*spec, before) == fieldFromQt(*spec, value)) {
        return;
    }
    Value next = fieldFromQt(*spec, value);
    // What is as it is stored is no change any more.
    const Value stored =
        record_ ? record_->get(spec->fieldName) : fieldFromQt(*spec, preset_.value(field));
    if (stored == next) {
        changes_.erase(changes_.find(spec->fieldName));
    } else {
        changes_.insert_or_assign(std::string{spec->fieldName}, std::move(next));
    }
    refusals_.remove(field);
    emit changed();
    keep();
    if (spec->kind == FieldKind::Reference) {
        reload(); // For the name of what was chosen.
    }
}

bool FormDraft::isRequired(const QString& field) const
{
    const FieldSpec* spec = specOf(field);
    return spec != nullptr && spec->isRequired;
}

int FormDraft::maxLength(const QString& field) const
{
    // A character of Chinese takes three bytes.
    const FieldSpec* spec = specOf(field);
    return spec != nullptr ? static_cast<int>(spec->maxBytes / 3) : 0;
}

void FormDraft::keep()
{
    if (!app_) {
        return;
    }
    app_->record([key = question().key, json = jsonOf(changes_),
                  none = changes_.empty()](Recorder& recorder) {
            none ? recorder.dropDraft(key) : recorder.saveDraft(key, json);
        })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

std::map<std::string_view, std::string_view> FormDraft::faults() const
{
    std::map<std::string_view, std::string_view> faults;
    for (const FieldSpec& field : type_->fields) {
        const bool isMine = changes_.contains(field.fieldName);
        const Value held = tidied(fieldFromQt(field, valueOf(toQt(field.fieldName))));
        if (isMine || (field.isRequired && isEmpty(held) && field.merge != Merge::Act)) {
            if (const auto code = problemOf(field, held); !code.empty()) {
                faults.emplace(field.fieldName, code);
            }
        }
    }
    return faults;
}

QVariantMap FormDraft::problems() const
{
    QVariantMap problems = refusals_;
    if (attempted_ && type_ != nullptr) {
        for (const auto& [field, code] : faults()) {
            problems.insert(toQt(field), ErrorText::of(toQt(code)));
        }
    }
    return problems;
}

void FormDraft::save()
{
    if (!app_ || type_ == nullptr || busy_ || state_ != ListModel::State::Ready) {
        return;
    }
    attempted_ = true;
    if (const auto wrong = faults(); !wrong.empty()) {
        emit changed();
        const auto first = std::ranges::find_if(
            type_->fields, [&](const FieldSpec& field) { return wrong.contains(field.fieldName); });
        emit problemFound(toQt(first->fieldName));
        return;
    }
    FieldValues values = changes_;
    if (!record_) {
        values.merge(question().preset);
    }
    for (auto& [field, value] : values) {
        value = tidied(std::move(value));
    }
    busy_ = true;
    emit changed();
    app_->record([question = question(), values, primaries = primaries_](Recorder& recorder) {
            return writeDraft(recorder, question, values, primaries);
        })
        .then(this, [this](const Result<Uuid>& done) { finish(done); })
        .onFailed(this, [this](const std::runtime_error&) {
            finish(fail(ErrorKind::Unavailable, "store.write"));
        });
}

void FormDraft::finish(const Result<Uuid>& done)
{
    busy_ = false;
    if (!done) {
        // The rules name the field that they refuse.
        const QString sentence = ErrorText::of(toQt(done.error().code));
        const QString field = toQt(done.error().detail);
        if (specOf(field) != nullptr) {
            refusals_.insert(field, sentence);
            emit problemFound(field);
        } else {
            emit refused(sentence);
        }
        emit changed();
        return;
    }
    changes_.clear();
    restored_ = false;
    attempted_ = false;
    emit changed();
    emit saved(toQt(*done));
    reload();
}

void FormDraft::remove()
{
    if (!app_ || recordId_.isEmpty() || busy_) {
        return;
    }
    busy_ = true;
    emit changed();
    app_->record([question = question()](Recorder& recorder) {
            auto done = recorder.remove(question.id);
            if (done) {
                recorder.dropDraft(question.key);
            }
            return done;
        })
        .then(this,
              [this](const Result<void>& done) {
                  busy_ = false;
                  emit changed();
                  if (done) {
                      emit removed(recordId_);
                  } else {
                      emit refused(ErrorText::of(toQt(done.error().code)));
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            busy_ = false;
            emit changed();
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

void FormDraft::discard()
{
    changes_.clear();
    refusals_.clear();
    restored_ = false;
    attempted_ = false;
    emit changed();
    emit filled();
    keep();
}

} // namespace fieldbook::client
