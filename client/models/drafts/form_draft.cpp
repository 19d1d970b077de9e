#include "client/models/drafts/form_draft.h"

#include "client/models/error_text.h"
#include "client/models/roles.h"

#include <algorithm>

namespace fieldbook::client {

QString FormDraft::type() const { return type_ != nullptr ? toQt(type_->name) : QString{}; }

void FormDraft::setType(const QString& type)
{
    if (type != this->type()) {
        type_ = findType(type.toStdString());
        emit keyChanged();
        forgetProblems();
        start();
    }
}

void FormDraft::setPreset(const QVariantMap& preset)
{
    if (preset_ != preset) {
        preset_ = preset;
        emit keyChanged();
        forgetProblems();
        start();
    }
}

FieldValues FormDraft::defaults() const
{
    FieldValues defaults;
    for (const FieldSpec& field : type_->fields) {
        Value given = fieldFromQt(field, preset_.value(toQt(field.fieldName)));
        if (!isEmpty(given)) {
            defaults.emplace(field.fieldName, std::move(given));
        }
    }
    return defaults;
}

const FieldSpec* FormDraft::fieldNamed(const QString& field) const
{
    const auto index = type_ != nullptr ? type_->indexOf(field.toStdString()) : std::nullopt;
    return index ? &type_->fields[*index] : nullptr;
}

QVariant FormDraft::valueOf(const QString& field) const
{
    const FieldSpec* spec = fieldNamed(field);
    return spec != nullptr ? fieldToQt(*spec, value(spec->fieldName)) : QVariant{};
}

QVariantMap FormDraft::fieldValues() const
{
    QVariantMap values;
    if (type_ != nullptr) {
        for (const FieldSpec& field : type_->fields) {
            values.insert(toQt(field.fieldName), fieldToQt(field, value(field.fieldName)));
        }
    }
    return values;
}

void FormDraft::put(const QString& field, const QVariant& value)
{
    if (const FieldSpec* spec = fieldNamed(field)) {
        refusals_.remove(field);
        set(spec->fieldName, fieldFromQt(*spec, value));
    }
}

bool FormDraft::isRequired(const QString& field) const
{
    const FieldSpec* spec = fieldNamed(field);
    return spec != nullptr && spec->isRequired;
}

int FormDraft::maxLength(const QString& field) const
{
    // A character of Chinese takes three bytes.
    const FieldSpec* spec = fieldNamed(field);
    return spec != nullptr ? static_cast<int>(spec->maxBytes / 3) : 0;
}

std::map<std::string_view, std::string_view> FormDraft::faults() const
{
    std::map<std::string_view, std::string_view> faults;
    for (const FieldSpec& field : type_->fields) {
        const bool isMine = changes().contains(field.fieldName);
        const Value held = tidied(value(field.fieldName));
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
    if (app() == nullptr || type_ == nullptr || busy() || state() != ListModel::State::Ready) {
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
    attempted_ = false;
    perform();
}

std::vector<Uuid> FormDraft::primariesBeside() const
{
    std::vector<Uuid> primaries;
    const auto made = changes().find("is_primary");
    if (type_->name == "contact" && made != changes().end() && made->second == Value{true}) {
        for (const ContactRow& row : around().contacts) {
            if (row.isPrimary && row.id != toId(recordId())) {
                primaries.push_back(row.id);
            }
        }
    }
    return primaries;
}

// All as one group: a customer has one primary contact, also when the network fails in between.
std::function<Result<Uuid>(Recorder&)> FormDraft::deed() const
{
    auto primaries = primariesBeside();
    if (primaries.empty()) {
        return RecordDraft::deed();
    }
    return [id = toId(recordId()), values = values(),
            primaries = std::move(primaries)](Recorder& recorder) -> Result<Uuid> {
        const auto group = recorder.group();
        Result<Uuid> contact = id;
        if (id.isNil()) {
            contact = group->create("contact", values);
        } else if (auto edited = group->edit(id, values); !edited) {
            contact = fail(edited.error());
        }
        for (const Uuid& other : primaries) {
            if (!contact) {
                return contact;
            }
            if (auto edited = group->edit(other, {{"is_primary", Value{false}}}); !edited) {
                contact = fail(edited.error());
            }
        }
        if (!contact) {
            return contact;
        }
        auto done = group->commit();
        return done ? contact : fail(done.error());
    };
}

void FormDraft::tell(const Error& error)
{
    // The rules name the field that they refuse.
    const QString field = toQt(error.detail);
    if (fieldNamed(field) == nullptr) {
        RecordDraft::tell(error);
        return;
    }
    refusals_.insert(field, ErrorText::of(toQt(error.code)));
    emit changed();
    emit problemFound(field);
}

void FormDraft::remove()
{
    if (app() == nullptr || recordId().isEmpty() || busy()) {
        return;
    }
    setBusy(true);
    app()
        ->record([id = toId(recordId()), key = key()](Recorder& recorder) {
            auto done = recorder.remove(id);
            if (done) {
                recorder.dropDraft(key);
            }
            return done;
        })
        .then(this,
              [this](const Result<void>& done) {
                  setBusy(false);
                  if (done) {
                      emit removed(recordId());
                  } else {
                      emit refused(ErrorText::of(toQt(done.error().code)));
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            setBusy(false);
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

void FormDraft::forgetProblems()
{
    refusals_.clear();
    attempted_ = false;
}

void FormDraft::discard()
{
    forgetProblems();
    RecordDraft::discard();
}

} // namespace fieldbook::client
