#include "client/models/drafts/follow_up_draft.h"

#include "client/models/days.h"
#include "client/models/error_text.h"

namespace fieldbook::client {

void FollowUpDraft::setContext(const QString& customer)
{
    if (context_ != customer) {
        context_ = customer;
        emit changed();
        start();
    }
}

FieldValues FollowUpDraft::defaults() const
{
    FieldValues defaults = firstValues();
    if (!context_.isEmpty()) {
        defaults.insert_or_assign("customer", toId(context_));
    }
    return defaults;
}

QString FollowUpDraft::customerId() const
{
    const Value customer = value("customer");
    const Uuid* id = std::get_if<Uuid>(&customer);
    return id != nullptr ? toQt(*id) : QString{};
}

void FollowUpDraft::setCustomerId(const QString& id)
{
    if (id == customerId()) {
        return;
    }
    // Contacts are the customer's.
    if (spec()->indexOf("contact")) {
        set("contact", Value{});
    }
    set("customer", id.isEmpty() ? Value{} : Value{toId(id)});
}

QString FollowUpDraft::customerName() const
{
    const auto name = around().names.find("customer");
    return name != around().names.end() ? toQt(name->second) : QString{};
}

QVariantList FollowUpDraft::contacts() const
{
    QVariantList contacts;
    for (const ContactRow& contact : around().contacts) {
        contacts.append(QVariantMap{{QStringLiteral("value"), toQt(contact.id)},
                                    {QStringLiteral("text"), toQt(contact.name)},
                                    {QStringLiteral("note"), toQt(contact.title)}});
    }
    return contacts;
}

QVariantMap FollowUpDraft::problems() const
{
    QVariantMap problems;
    findProblems(problems);
    return problems;
}

std::optional<Timestamp> FollowUpDraft::time(std::string_view field) const
{
    const Value found = value(field);
    const auto* at = std::get_if<Timestamp>(&found);
    return at != nullptr ? std::optional{*at} : std::nullopt;
}

Zone FollowUpDraft::zone() const
{
    const QString name = app() != nullptr ? app()->zone() : QString{};
    return Zone::find(name.toStdString()).value_or(Zone::utc());
}

QVariant FollowUpDraft::dayOf(std::string_view field) const
{
    const auto at = time(field);
    return at ? QVariant{toQt(zone().dateAt(*at))} : QVariant{};
}

int FollowUpDraft::minutesOf(std::string_view field) const
{
    const auto at = time(field);
    if (!at) {
        return -1;
    }
    const LocalTime local = zone().toLocal(*at);
    return static_cast<int>((local - std::chrono::floor<std::chrono::days>(local)) /
                            std::chrono::minutes{1});
}

void FollowUpDraft::setDay(std::string_view field, const QVariant& day)
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

void FollowUpDraft::setMinutes(std::string_view field, int minutes)
{
    if (minutes < 0 || app() == nullptr) {
        return;
    }
    const Date day = zone().dateAt(time(field).value_or(app()->now()));
    const auto midnight = std::chrono::sys_days{day}.time_since_epoch();
    set(field, zone().toUtc(LocalTime{midnight + std::chrono::minutes{minutes}}));
}

void FollowUpDraft::require(QVariantMap& problems, std::string_view field, bool given)
{
    if (!given) {
        problems.insert(toQt(field), ErrorText::of(QStringLiteral("field.required")));
    }
}

} // namespace fieldbook::client
