#include "client/models/visits/visit_plan.h"

#include "client/models/days.h"
#include "client/models/error_text.h"

#include <QStringList>
#include <algorithm>
#include <utility>

namespace fieldbook::client {
namespace {

constexpr int minutesStandard = 45;
constexpr std::chrono::hours clashLookBack{8};

} // namespace

void VisitPlan::setApp(AppContext* app)
{
    app_ = app;
    emit appChanged();
}

void VisitPlan::begin(const QString& customerId, const QVariant& plannedAt)
{
    visit_ = {};
    customer_ = toId(customerId);
    customerName_.clear();
    contacts_.clear();
    kind_ = QStringLiteral("on_site");
    plannedAt_ = pickedTime(plannedAt);
    minutes_ = minutesStandard;
    purpose_.clear();
    met_.clear();
    clash_.clear();
    emit changed();
    findCustomer();
    findClash();
}

void VisitPlan::open(const QString& visitId)
{
    app_->read([id = toId(visitId)](Queries& store) { return store.record(id); })
        .then(this,
              [this](const std::optional<Record>& visit) {
                  if (!visit) {
                      emit refused(ErrorText::of(QStringLiteral("store.read")));
                      return;
                  }
                  visit_ = visit->id();
                  customer_ = visit->referenceOf("customer");
                  kind_ = toQt(visit->textOf("kind"));
                  purpose_ = toQt(visit->textOf("purpose"));
                  const auto length = visit->integerOf("planned_minutes");
                  minutes_ = length > 0 ? static_cast<int>(length) : minutesStandard;
                  const auto* at = std::get_if<Timestamp>(&visit->get("planned_at"));
                  plannedAt_ = at != nullptr ? std::optional{*at} : std::nullopt;
                  const auto* met = std::get_if<TextSet>(&visit->get("contacts"));
                  met_ = met != nullptr ? *met : TextSet{};
                  emit changed();
                  emit loaded();
                  findCustomer();
                  findClash();
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.read")));
        });
}

void VisitPlan::setCustomerId(const QString& id)
{
    if (customer_ != toId(id)) {
        customer_ = toId(id);
        met_.clear();
        emit changed();
        findCustomer();
    }
}

void VisitPlan::setKind(const QString& kind)
{
    kind_ = kind;
    emit changed();
}

void VisitPlan::setPlannedAt(const QVariant& time)
{
    plannedAt_ = pickedTime(time);
    emit changed();
    findClash();
}

void VisitPlan::setMinutes(int minutes)
{
    minutes_ = minutes;
    emit changed();
    findClash();
}

void VisitPlan::setPurpose(const QString& purpose)
{
    purpose_ = purpose;
    emit changed();
}

QVariantList VisitPlan::people() const
{
    QVariantList people;
    for (const Person& person : contacts_) {
        people.append(QVariantMap{
            {QStringLiteral("key"), toQt(person.id)},
            {QStringLiteral("name"), toQt(person.name)},
            {QStringLiteral("note"), toQt(person.note)},
            {QStringLiteral("met"), std::ranges::binary_search(met_, person.id.text())}});
    }
    return people;
}

void VisitPlan::meet(const QString& contactId, bool met)
{
    const std::string id = contactId.toStdString();
    std::erase(met_, id);
    if (met) {
        met_.insert(std::ranges::lower_bound(met_, id), id);
    }
    emit changed();
}

void VisitPlan::findCustomer()
{
    if (!app_ || customer_.isNil()) {
        return;
    }
    struct Found {
        std::string name;
        std::vector<Person> contacts;
    };
    const int asking = ++asked_;
    app_->read([id = customer_](Queries& store) {
            const auto customer = store.record(id);
            Found found{customer ? customer->textOf("name") : std::string{}, {}};
            for (const ContactRow& contact : store.contacts(id)) {
                if (!contact.leftCompany) {
                    found.contacts.push_back({contact.id, contact.name, contact.title});
                }
            }
            return found;
        })
        .then(this,
              [this, asking](Found found) {
                  if (asking == asked_) {
                      customerName_ = toQt(found.name);
                      contacts_ = std::move(found.contacts);
                      emit changed();
                  }
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.read")));
        });
}

void VisitPlan::findClash()
{
    const int asking = ++clashAsked_;
    clash_.clear();
    if (!app_ || !plannedAt_) {
        return;
    }
    const Timestamp from = *plannedAt_;
    const Timestamp to = from + std::chrono::minutes{minutes_};
    app_->read([from, to, visit = visit_](Queries& store) {
            QStringList names;
            for (const VisitRow& row : store.visits({from - clashLookBack, to})) {
                const std::chrono::minutes length{row.plannedMinutes > 0 ? row.plannedMinutes
                                                                         : minutesStandard};
                const bool meets = row.state == "planned" && row.plannedAt && *row.plannedAt < to &&
                                   from < *row.plannedAt + length;
                if (meets && row.id != visit) {
                    names.append(toQt(row.customerName));
                }
            }
            return names.join(QStringLiteral(", "));
        })
        .then(this,
              [this, asking](const QString& names) {
                  if (asking == clashAsked_) {
                      clash_ = names;
                      emit changed();
                  }
              })
        .onFailed(this, [](const std::runtime_error&) {
            // Only a hint: the plan can be saved without it.
        });
}

QVariantMap VisitPlan::problems() const
{
    QVariantMap problems;
    const QString missing = ErrorText::of(QStringLiteral("field.required"));
    if (customer_.isNil()) {
        problems.insert(QStringLiteral("customer"), missing);
    }
    if (!plannedAt_) {
        problems.insert(QStringLiteral("planned_at"), missing);
    }
    return problems;
}

std::vector<FieldValue> VisitPlan::values() const
{
    const std::string purpose = purpose_.trimmed().toStdString();
    return {{"kind", kind_.toStdString()},
            {"planned_at", *plannedAt_},
            {"planned_minutes", static_cast<std::int64_t>(minutes_)},
            {"purpose", purpose.empty() ? Value{} : Value{purpose}},
            {"contacts", met_.empty() ? Value{} : Value{met_}}};
}

void VisitPlan::save()
{
    if (!app_ || !canSave()) {
        return;
    }
    busy_ = true;
    emit changed();
    app_->record([visit = visit_, customer = customer_,
                  values = values()](Recorder& recorder) mutable -> Result<Uuid> {
            if (visit.isNil()) {
                values.emplace_back("customer", customer);
                std::erase_if(values, [](const FieldValue& each) { return isEmpty(each.second); });
                return recorder.create("visit", std::move(values));
            }
            auto done = recorder.edit(visit, std::move(values));
            return done ? Result<Uuid>{visit} : fail(done.error());
        })
        .then(this, [this](const Result<Uuid>& done) { finish(done); })
        .onFailed(this, [this](const std::runtime_error&) {
            finish(fail(ErrorKind::Unavailable, "store.write"));
        });
}

void VisitPlan::finish(const Result<Uuid>& done)
{
    busy_ = false;
    emit changed();
    if (done) {
        emit saved(toQt(*done));
    } else {
        emit refused(ErrorText::of(toQt(done.error().code)));
    }
}

} // namespace fieldbook::client
