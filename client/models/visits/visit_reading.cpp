#include "client/models/days.h"
#include "client/models/visits/visit_draft.h"

#include <QTimeZone>
#include <algorithm>

// What a visit's page reads of the store. Runs on a reader's thread.
namespace fieldbook::client {
namespace {

// Of the newest of a customer; what is looked for was written during a visit that just is.
constexpr std::size_t ordersLookedAt = 100;

DayRange dayAround(Timestamp now, const std::string& zoneName)
{
    const QTimeZone zone{QByteArray::fromStdString(zoneName)};
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMillis(now), zone).date();
    const auto startOf = [&](const QDate& date) {
        return fromMillis(date.startOfDay(zone).toMSecsSinceEpoch());
    };
    return {startOf(day), startOf(day.addDays(1))};
}

// The visit that a person means who wants to visit that customer now; nil: a new one.
Uuid visitMeant(const std::vector<VisitRow>& visits, const Uuid& customer)
{
    for (const std::string_view state : {"in_progress", "planned"}) {
        const auto found = std::ranges::find_if(visits, [&](const VisitRow& visit) {
            return visit.customer == customer && visit.state == state;
        });
        if (found != visits.end()) {
            return found->id;
        }
    }
    return {};
}

} // namespace

std::optional<VisitDraft::Reading> VisitDraft::read(Queries& store, const Question& question)
{
    const auto visits = store.visits(dayAround(question.now, question.zone));
    const Uuid visit =
        question.visit.isNil() ? visitMeant(visits, question.customer) : question.visit;
    Reading reading;
    Basis& basis = reading.basis;
    basis.customer = question.customer;
    if (!visit.isNil()) {
        basis.record = store.record(visit);
        if (!basis.record || basis.record->isDeleted()) {
            return std::nullopt;
        }
        basis.customer = basis.record->referenceOf("customer");
    }
    const auto customer = store.record(basis.customer);
    if (!customer || customer->isDeleted()) {
        return std::nullopt;
    }
    basis.customerName = customer->textOf("name");
    basis.tier = customer->textOf("tier");
    for (const VisitRow& open : visits) {
        if (open.state == "in_progress" && open.id != visit) {
            basis.openVisit = open.id;
            basis.openVisitName = open.customerName;
        }
    }
    readAround(store, basis);
    auto draft = store.draft(visitDraftKey(visit, basis.customer));
    if (!draft && !visit.isNil()) {
        // The app may have died between the check-in and the move of what was written before it.
        draft = store.draft(visitDraftKey({}, basis.customer));
    }
    reading.form = draft ? VisitForm::parse(*draft) : VisitForm{};
    return reading;
}

void VisitDraft::readAround(Queries& store, Basis& basis)
{
    for (const ContactRow& contact : store.contacts(basis.customer)) {
        if (!contact.leftCompany) {
            basis.contacts.push_back({contact.id, contact.name, contact.title});
        }
    }
    if (!basis.record) {
        return;
    }
    const Uuid visit = basis.record->id();
    const auto person = store.person(basis.record->referenceOf("owner"));
    basis.ownerName = person ? person->name : std::string{};
    basis.photos = static_cast<std::int64_t>(
        std::ranges::count(store.files(visit), std::string{"photo"}, &FileRow::kind));
    const auto orders = store.orders({basis.customer, {}, {}, ordersLookedAt});
    basis.orders = static_cast<std::int64_t>(std::ranges::count(orders, visit, &OrderRow::visit));
}

} // namespace fieldbook::client
