#include "client/models/leads/lead_conversion.h"

#include "client/models/days.h"
#include "client/models/error_text.h"

#include <nlohmann/json.hpp>

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

namespace fieldbook::client {

void LeadConversion::setApp(AppContext* app)
{
    if (app_ != app) {
        app_ = app;
        emit appChanged();
        reload();
    }
}

void LeadConversion::setLeadId(const QString& id)
{
    if (leadId_ != id) {
        leadId_ = id;
        emit leadIdChanged();
        reload();
    }
}

std::string LeadConversion::keyOf(const Uuid& lead) { return "lead-conversion:" + lead.text(); }

LeadConversion::Reading LeadConversion::read(Queries& store, const Uuid& lead)
{
    Reading reading;
    reading.lead = store.lead(lead);
    if (!reading.lead) {
        return reading;
    }
    if (const auto sums = store.stageSums(); !sums.empty()) {
        reading.currency = sums.front().amount.currency();
    }
    reading.draft = store.draft(keyOf(lead));
    Uuid named = reading.draft ? toId(fromJson(*reading.draft).existing) : Uuid{};
    if (!reading.draft) {
        for (const DuplicateHit& hit : store.duplicates({}, reading.lead->row.phone)) {
            if (hit.type == "customer" && hit.samePhone) {
                named = reading.samePhone = hit.id;
                break;
            }
        }
    }
    if (const auto customer = named.isNil() ? std::nullopt : store.record(named)) {
        reading.existingName = customer->textOf("name");
    }
    return reading;
}

void LeadConversion::reload()
{
    if (!app_ || leadId_.isEmpty()) {
        return;
    }
    setState(ListModel::State::Loading);
    const int loading = ++loads_;
    app_->read([id = toId(leadId_)](Queries& store) { return read(store, id); })
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

void LeadConversion::take(Reading reading)
{
    if (!reading.lead) {
        setState(ListModel::State::Empty);
        return;
    }
    lead_ = std::move(*reading.lead);
    currency_ = reading.currency;
    existingName_ = toQt(reading.existingName);
    attempted_ = false;
    choice_ = reading.draft ? fromJson(*reading.draft) : suggested(reading);
    setState(ListModel::State::Ready);
    emit changed();
    emit filled();
}

// A company is an organisation; a contact is made where the lead names somebody.
LeadConversion::Choice LeadConversion::suggested(const Reading& reading) const
{
    static const QRegularExpression companies{
        QStringLiteral("公司|集团|厂$|店$|部$|行$|中心$|\\b(ltd|inc|co|gmbh|llc)\\b\\.?"),
        QRegularExpression::CaseInsensitiveOption};
    Choice choice;
    choice.existing = toQt(reading.samePhone);
    const bool isCompany =
        !lead_.row.company.empty() || companies.match(toQt(lead_.row.name)).hasMatch();
    choice.kind = isCompany ? QStringLiteral("organisation") : QStringLiteral("person");
    choice.withContact = !lead_.contactName.empty() || !isCompany ||
                         (!lead_.row.company.empty() && lead_.row.company != lead_.row.name);
    choice.opportunityName = toQt(lead_.row.interest.empty() ? lead_.row.name : lead_.row.interest);
    return choice;
}

std::string LeadConversion::toJson() const
{
    const QJsonObject json{{QStringLiteral("existing"), choice_.existing},
                           {QStringLiteral("kind"), choice_.kind},
                           {QStringLiteral("contact"), choice_.withContact},
                           {QStringLiteral("opportunity"), choice_.withOpportunity},
                           {QStringLiteral("name"), choice_.opportunityName},
                           {QStringLiteral("amount"), choice_.amount},
                           {QStringLiteral("close"), choice_.expectedClose.toString(Qt::ISODate)}};
    return QJsonDocument{json}.toJson(QJsonDocument::Compact).toStdString();
}

LeadConversion::Choice LeadConversion::fromJson(const std::string& json)
{
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    Choice choice;
    choice.existing = read[QStringLiteral("existing")].toString();
    choice.kind = read[QStringLiteral("kind")].toString(QStringLiteral("organisation"));
    choice.withContact = read[QStringLiteral("contact")].toBool(true);
    choice.withOpportunity = read[QStringLiteral("opportunity")].toBool(true);
    choice.opportunityName = read[QStringLiteral("name")].toString();
    choice.amount = read[QStringLiteral("amount")].toDouble();
    choice.expectedClose = QDate::fromString(read[QStringLiteral("close")].toString(), Qt::ISODate);
    return choice;
}

void LeadConversion::keep()
{
    if (!app_) {
        return;
    }
    app_->record([key = keyOf(toId(leadId_)), json = toJson()](Recorder& recorder) {
            recorder.saveDraft(key, json);
        })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.write")));
        });
}

QString LeadConversion::customerName() const
{
    return toQt(lead_.row.company.empty() ? lead_.row.name : lead_.row.company);
}

QString LeadConversion::contactName() const
{
    return toQt(lead_.contactName.empty() ? lead_.row.name : lead_.contactName);
}

void LeadConversion::setExistingId(const QString& id)
{
    if (choice_.existing != id) {
        choice_.existing = id;
        existingName_.clear();
        emit changed();
        keep();
        findExisting();
    }
}

void LeadConversion::findExisting()
{
    if (!app_ || choice_.existing.isEmpty()) {
        return;
    }
    app_->read([id = toId(choice_.existing)](Queries& store) {
            const auto customer = store.record(id);
            return customer ? customer->textOf("name") : std::string{};
        })
        .then(this,
              [this](const std::string& name) {
                  existingName_ = toQt(name);
                  emit changed();
              })
        .onFailed(this, [this](const std::runtime_error&) {
            emit refused(ErrorText::of(QStringLiteral("store.read")));
        });
}

QVariant LeadConversion::expectedClose() const
{
    const auto day = dayOf(choice_.expectedClose);
    return day ? QVariant{toQt(*day)} : QVariant{};
}

void LeadConversion::setExpectedClose(const QVariant& day)
{
    put(choice_.expectedClose, day.toDateTime().toLocalTime().date());
}

QVariantMap LeadConversion::problems() const
{
    QVariantMap problems;
    if (attempted_ && choice_.withOpportunity && choice_.opportunityName.trimmed().isEmpty()) {
        problems.insert(QStringLiteral("opportunityName"),
                        ErrorText::of(QStringLiteral("field.required")));
    }
    return problems;
}

std::string LeadConversion::argumentsOf(const Choice& choice,
                                        const Uuid& customer,
                                        Currency currency,
                                        Recorder& recorder)
{
    const bool isNew = choice.existing.isEmpty();
    nlohmann::json arguments{{isNew ? "customer_id" : "existing_customer", customer.text()}};
    if (isNew) {
        arguments["kind"] = choice.kind.toStdString();
    }
    if (choice.withContact) {
        arguments["contact_id"] = recorder.newId().text();
    }
    if (choice.withOpportunity) {
        arguments["opportunity_id"] = recorder.newId().text();
        arguments["opportunity_name"] = choice.opportunityName.trimmed().toStdString();
        if (choice.amount > 0) {
            arguments["amount"] =
                fieldbook::toJson(Money::fromMinor(std::llround(choice.amount), currency));
        }
        if (const auto day = dayOf(choice.expectedClose)) {
            arguments["expected_close"] = fieldbook::toJson(*day);
        }
    }
    return arguments.dump();
}

void LeadConversion::convert()
{
    if (!app_ || busy_ || state_ != ListModel::State::Ready) {
        return;
    }
    attempted_ = true;
    emit changed();
    if (!problems().isEmpty()) {
        return;
    }
    busy_ = true;
    emit changed();
    app_->record([lead = toId(leadId_), choice = choice_,
                  currency = currency_](Recorder& recorder) -> Result<Uuid> {
            const Uuid existing = toId(choice.existing);
            const Uuid customer = existing.isNil() ? recorder.newId() : existing;
            const std::string arguments = argumentsOf(choice, customer, currency, recorder);
            if (auto done = recorder.act("lead.convert", lead, arguments); !done) {
                return fail(done.error());
            }
            recorder.dropDraft(keyOf(lead));
            return customer;
        })
        .then(this, [this](const Result<Uuid>& done) { finish(done); })
        .onFailed(this, [this](const std::runtime_error&) {
            finish(fail(ErrorKind::Unavailable, "store.write"));
        });
}

void LeadConversion::finish(const Result<Uuid>& done)
{
    busy_ = false;
    emit changed();
    if (done) {
        emit converted(toQt(*done));
    } else {
        emit refused(ErrorText::of(toQt(done.error().code)));
    }
}

void LeadConversion::setState(ListModel::State state, const QString& errorCode)
{
    if (state_ != state || errorCode_ != errorCode) {
        state_ = state;
        errorCode_ = errorCode;
        emit stateChanged();
    }
}

} // namespace fieldbook::client
