#include "client/models/visits/visit_draft.h"

#include "client/device/position.h"
#include "client/models/days.h"
#include "client/models/error_text.h"

#include <QStringList>
#include <QVariantMap>
#include <algorithm>
#include <utility>

namespace fieldbook::client {
namespace {

Geo geoOf(const PositionFix& fix)
{
    return {fix.latitude, fix.longitude, fix.accuracy, fix.at, fix.mocked};
}

} // namespace

void VisitDraft::setApp(AppContext* app)
{
    if (app_ == app) {
        return;
    }
    app_ = app;
    if (app_ == nullptr) {
        return;
    }
    connect(app_, &AppContext::storeChanged, this, [this](const StoreChange& change) {
        if (change.touches("visit") || change.touches("contact") || change.touches("attachment") ||
            change.touches("order")) {
            reload();
        }
    });
    emit appChanged();
    reload();
}

void VisitDraft::setRecordId(const QString& id)
{
    if (recordId_ != id) {
        recordId_ = id;
        emit recordIdChanged();
        setState(ListModel::State::Loading);
        reload();
    }
}

void VisitDraft::setCustomerId(const QString& id)
{
    if (customerId_ != id) {
        customerId_ = id;
        emit shown();
        if (recordId_.isEmpty()) {
            setState(ListModel::State::Loading);
            reload();
        }
    }
}

void VisitDraft::reload()
{
    if (!app_ || (recordId_.isEmpty() && customerId_.isEmpty())) {
        return;
    }
    const int loading = ++loads_;
    app_->read([question = Question{toId(recordId_), toId(customerId_), app_->now(),
                                    app_->zone().toStdString()}](Queries& store) {
            return read(store, question);
        })
        .then(this,
              [this, loading](std::optional<Reading> reading) {
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

void VisitDraft::take(std::optional<Reading> reading)
{
    if (!reading) {
        setState(ListModel::State::Empty);
        return;
    }
    // A page that is open keeps what is being written; only one that opens takes up its draft.
    const bool opens = state_ != ListModel::State::Ready;
    basis_ = std::move(reading->basis);
    if (opens) {
        form_ = std::move(reading->form);
    }
    if (over()) {
        form_ = {};
    }
    customerId_ = toQt(basis_.customer);
    if (basis_.record && recordId_.isEmpty()) {
        recordId_ = toQt(basis_.record->id());
        emit recordIdChanged();
    }
    emit shown();
    emit changed();
    setState(ListModel::State::Ready);
}

void VisitDraft::setState(ListModel::State state, const QString& errorCode)
{
    if (state_ != state || errorCode_ != errorCode) {
        state_ = state;
        errorCode_ = errorCode;
        emit stateChanged();
    }
}

void VisitDraft::setBusy(bool busy)
{
    busy_ = busy;
    emit changed();
    if (!busy && !keeping_ && std::exchange(keepAgain_, false)) {
        keep();
    }
}

void VisitDraft::refuse(std::string_view code)
{
    setBusy(false);
    emit refused(ErrorText::of(toQt(code)), toQt(code));
}

bool VisitDraft::over() const
{
    return !visitState().isEmpty() && visitState() != QStringLiteral("planned") && !underWay();
}

int VisitDraft::plannedMinutes() const
{
    return basis_.record ? static_cast<int>(basis_.record->integerOf("planned_minutes")) : 0;
}

int VisitDraft::distance() const
{
    const auto* meters = basis_.record
                             ? std::get_if<std::int64_t>(&basis_.record->get("check_in_distance"))
                             : nullptr;
    return meters != nullptr ? static_cast<int>(*meters) : -1;
}

QString VisitDraft::stored(std::string_view field) const
{
    return basis_.record ? toQt(basis_.record->textOf(field)) : QString{};
}

QVariant VisitDraft::storedTime(std::string_view field) const
{
    const auto* time = basis_.record ? std::get_if<Timestamp>(&basis_.record->get(field)) : nullptr;
    return time != nullptr ? QVariant{toQt(*time)} : QVariant{};
}

const Value& VisitDraft::value(std::string_view field) const
{
    static const Value none;
    if (const auto written = form_.changes.find(field); written != form_.changes.end()) {
        return written->second;
    }
    return basis_.record ? basis_.record->get(field) : none;
}

QString VisitDraft::text(std::string_view field) const
{
    const auto* found = std::get_if<std::string>(&value(field));
    return found != nullptr ? toQt(*found) : QString{};
}

QString VisitDraft::kind() const
{
    const QString kind = text("kind");
    return kind.isEmpty() ? QStringLiteral("on_site") : kind;
}

QString VisitDraft::opportunityId() const
{
    const auto* id = std::get_if<Uuid>(&value("opportunity"));
    return id != nullptr ? toQt(*id) : QString{};
}

void VisitDraft::setOpportunityId(const QString& id)
{
    set("opportunity", id.isEmpty() ? Value{} : Value{toId(id)});
}

QVariant VisitDraft::nextStepAt() const
{
    const auto* time = std::get_if<Timestamp>(&value("next_step_at"));
    return time != nullptr ? QVariant{toQt(*time)} : QVariant{};
}

void VisitDraft::setNextStepAt(const QVariant& time)
{
    const auto picked = pickedTime(time);
    set("next_step_at", picked ? Value{*picked} : Value{});
}

void VisitDraft::setRemind(bool remind)
{
    if (form_.remind != remind) {
        form_.remind = remind;
        keep();
    }
}

void VisitDraft::setReminderKind(const QString& kind)
{
    if (reminderKind() != kind) {
        form_.reminderKind = kind.toStdString();
        keep();
    }
}

void VisitDraft::setStep(int step)
{
    if (form_.step != step) {
        form_.step = step;
        keep();
    }
}

TextSet VisitDraft::met() const
{
    const auto* set = std::get_if<TextSet>(&value("contacts"));
    return set != nullptr ? *set : TextSet{};
}

QVariantList VisitDraft::people() const
{
    const auto entry = [](const QString& key, const QString& name, const QString& note, bool met) {
        return QVariantMap{{QStringLiteral("key"), key},
                           {QStringLiteral("name"), name},
                           {QStringLiteral("note"), note},
                           {QStringLiteral("met"), met}};
    };
    TextSet others = met();
    QVariantList people;
    for (const Person& person : basis_.contacts) {
        const bool isMet = std::erase(others, person.id.text()) > 0;
        people.append(entry(toQt(person.id), toQt(person.name), toQt(person.note), isMet));
    }
    for (const std::string& name : others) {
        people.append(entry(toQt(name), toQt(name), {}, true));
    }
    return people;
}

QString VisitDraft::metNames() const
{
    QStringList names;
    for (const QVariant& person : people()) {
        const QVariantMap facts = person.toMap();
        if (facts.value(QStringLiteral("met")).toBool()) {
            names.append(facts.value(QStringLiteral("name")).toString());
        }
    }
    return names.join(QStringLiteral(", "));
}

void VisitDraft::meet(const QString& key, bool met)
{
    const std::string name = key.trimmed().toStdString();
    if (name.empty()) {
        return;
    }
    TextSet people = this->met();
    std::erase(people, name);
    if (met) {
        people.insert(std::ranges::lower_bound(people, name), name);
    }
    set("contacts", people.empty() ? Value{} : Value{people});
}

void VisitDraft::addPhrase(const QString& phrase)
{
    const QString before = summary();
    const bool newLine = !before.isEmpty() && !before.endsWith(QLatin1Char{'\n'});
    setSummary(before + (newLine ? QStringLiteral("\n") : QString{}) + phrase);
}

void VisitDraft::set(std::string_view field, Value next)
{
    if (over() || value(field) == next) {
        return;
    }
    // What is as it is stored is no change any more.
    if (basis_.record ? basis_.record->get(field) == next : isEmpty(next)) {
        form_.changes.erase(form_.changes.find(field));
    } else {
        form_.changes.insert_or_assign(std::string{field}, std::move(next));
    }
    keep();
}

void VisitDraft::setText(std::string_view field, const QString& text)
{
    set(field, text.isEmpty() ? Value{} : Value{text.toStdString()});
}

// One save at a time; what changes meanwhile is saved next. So a fast hand costs no more than the
// writer can take.
void VisitDraft::keep()
{
    emit changed();
    if (!app_ || state_ != ListModel::State::Ready) {
        return;
    }
    if (keeping_ || busy_) {
        keepAgain_ = true;
        return;
    }
    keeping_ = true;
    app_->record([subject = subject(), form = form_](Recorder& recorder) {
            const std::string key = visitDraftKey(subject.visit, subject.customer);
            form.isBlank() ? recorder.dropDraft(key) : recorder.saveDraft(key, form.json());
        })
        .then(this,
              [this] {
                  savedAt_ = app_ ? std::optional{app_->now()} : std::nullopt;
                  kept();
              })
        .onFailed(this, [this](const std::runtime_error&) {
            refuse("store.write");
            kept();
        });
}

void VisitDraft::kept()
{
    keeping_ = false;
    emit changed();
    if (!busy_ && std::exchange(keepAgain_, false)) {
        keep();
    }
}

VisitSubject VisitDraft::subject() const { return {toId(recordId_), basis_.customer}; }

void VisitDraft::locateAnd(std::function<void(VisitPlace)> go)
{
    PositionSource* source = app_->device().position;
    if (kind() != QStringLiteral("on_site") || source == nullptr) {
        go({std::nullopt, kind() == QStringLiteral("on_site")
                              ? std::string{codeOf(NoPosition::NoSource)}
                              : std::string{}});
        return;
    }
    source->locate([self = QPointer{this}, go = std::move(go)](const PositionAnswer& answer) {
        if (self) {
            go({answer.fix ? std::optional{geoOf(*answer.fix)} : std::nullopt,
                answer.fix ? std::string{} : std::string{codeOf(answer.why)}});
        }
    });
}

void VisitDraft::checkIn()
{
    if (!app_ || busy_ || state_ != ListModel::State::Ready) {
        return;
    }
    setBusy(true);
    locateAnd([this](const VisitPlace& place) { recordCheckIn(place); });
}

void VisitDraft::recordCheckIn(const VisitPlace& place)
{
    app_->record([subject = subject(), form = form_, place, at = app_->now()](Recorder& recorder) {
            return checkInVisit(recorder, subject, form, place, at);
        })
        .then(this,
              [this](const Result<Uuid>& visit) {
                  if (!visit) {
                      refuse(visit.error().code);
                      reload();
                      return;
                  }
                  form_.changes.erase("kind");
                  recordId_ = toQt(*visit);
                  emit recordIdChanged();
                  setBusy(false);
                  reload();
                  emit checkedIn();
              })
        .onFailed(this, [this](const std::runtime_error&) { refuse("store.write"); });
}

// All that was written is recorded.
void VisitDraft::finish()
{
    keepAgain_ = false;
    form_ = {};
    setBusy(false);
    reload();
}

void VisitDraft::checkOut()
{
    if (!app_ || busy_ || !underWay()) {
        return;
    }
    setBusy(true);
    locateAnd([this](const VisitPlace& place) { recordCheckOut(place); });
}

void VisitDraft::recordCheckOut(const VisitPlace& place)
{
    app_->record([subject = subject(), form = form_, place, at = app_->now(),
                  zone = app_->zone().toStdString()](Recorder& recorder) {
            return checkOutVisit(recorder, subject, form, place, at, zone);
        })
        .then(this,
              [this](const Result<void>& done) {
                  if (!done) {
                      refuse(done.error().code);
                      return;
                  }
                  finish();
                  emit checkedOut();
              })
        .onFailed(this, [this](const std::runtime_error&) { refuse("store.write"); });
}

void VisitDraft::end(std::string_view act, const QString& reason)
{
    if (!app_ || busy_ || !basis_.record) {
        return;
    }
    setBusy(true);
    app_->record([subject = subject(), form = form_, act, reason = reason.trimmed().toStdString()](
                     Recorder& recorder) { return endVisit(recorder, subject, form, act, reason); })
        .then(this,
              [this](const Result<void>& done) {
                  if (!done) {
                      refuse(done.error().code);
                      return;
                  }
                  finish();
                  emit ended();
              })
        .onFailed(this, [this](const std::runtime_error&) { refuse("store.write"); });
}

} // namespace fieldbook::client
