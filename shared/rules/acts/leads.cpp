#include "shared/rules/acts/act.h"
#include "shared/rules/creation.h"

#include <array>

// new -> contacted -> qualified -> converted | disqualified (-> new)
namespace fieldbook::rules {
namespace {

bool isOpen(const Record& lead)
{
    const auto& stage = lead.textOf("stage");
    return stage != "converted" && stage != "disqualified";
}

tl::unexpected<Error> refuseClosed(const Record& lead)
{
    return refuse(lead.textOf("stage") == "converted" ? "lead.converted" : "lead.disqualified");
}

Result<Writes> contact(const ActCase& act)
{
    if (!isOpen(act.record)) {
        return refuseClosed(act.record);
    }
    Writes writes;
    if (act.record.textOf("stage") == "new") {
        writes.of(act.record).set("stage", std::string{"contacted"});
    }
    return writes;
}

Result<Writes> qualify(const ActCase& act)
{
    if (!isOpen(act.record)) {
        return refuseClosed(act.record);
    }
    Writes writes;
    if (act.record.textOf("stage") != "qualified") {
        writes.of(act.record).set("stage", std::string{"qualified"});
    }
    return writes;
}

Result<Writes> disqualify(const ActCase& act)
{
    if (!act.arguments.has("reason")) {
        return refuse("lead.reason_missing");
    }
    if (!isOpen(act.record)) {
        return refuseClosed(act.record);
    }
    Writes writes;
    auto& write = writes.of(act.record);
    write.set("stage", std::string{"disqualified"});
    write.set("disqualified_reason", act.arguments.text("reason"));
    return writes;
}

Result<Writes> reopen(const ActCase& act)
{
    if (act.record.textOf("stage") == "converted") {
        return refuseClosed(act.record);
    }
    Writes writes;
    if (!isOpen(act.record)) {
        auto& write = writes.of(act.record);
        write.set("stage", std::string{"new"});
        write.set("disqualified_reason", Value{});
    }
    return writes;
}

Uuid ownerOf(const ActCase& act)
{
    const Uuid owner = act.record.referenceOf("owner");
    return owner.isNil() ? act.actor().user : owner;
}

// Creates a record with those of the lead's values that are there.
RecordWrite& born(Writes& writes, const ActCase& act, std::string_view type, const Uuid& id)
{
    RecordWrite& write = writes.create(type, id);
    if (!write.type->ownerField.empty()) {
        write.set(write.type->ownerField, ownerOf(act));
    }
    fillDefaults(write, act.actor(), act.call.at);
    return write;
}

void copy(RecordWrite& to, std::string_view field, const Value& value)
{
    if (!isEmpty(value)) {
        to.set(field, value);
    }
}

void addCustomer(Writes& writes, const ActCase& act)
{
    const Record& lead = act.record;
    const bool hasCompany = !isEmpty(lead.get("company"));
    const Value& kind = act.arguments.get("kind");
    RecordWrite& customer = born(writes, act, "customer", act.arguments.reference("customer_id"));
    customer.set("name", lead.get(hasCompany ? "company" : "name"));
    customer.set("kind",
                 isEmpty(kind) ? Value{std::string{hasCompany ? "organisation" : "person"}} : kind);
    for (const std::string_view field : {"phone", "email", "address", "next_contact_at"}) {
        copy(customer, field, lead.get(field));
    }
    copy(customer, "profile", lead.get("notes"));
}

void addContact(Writes& writes, const ActCase& act, const Uuid& customer)
{
    const Record& lead = act.record;
    const bool isNamed = !isEmpty(lead.get("contact_name"));
    RecordWrite& contact = born(writes, act, "contact", act.arguments.reference("contact_id"));
    contact.set("customer", customer);
    contact.set("name", lead.get(isNamed ? "contact_name" : "name"));
    copy(contact, "phone", lead.get("phone"));
    copy(contact, "email", lead.get("email"));
    contact.set("is_primary", !act.arguments.has("existing_customer"));
}

void addOpportunity(Writes& writes, const ActCase& act, const Uuid& customer)
{
    const Record& lead = act.record;
    RecordWrite& opportunity =
        born(writes, act, "opportunity", act.arguments.reference("opportunity_id"));
    opportunity.set("customer", customer);
    const Value* name = &act.arguments.get("opportunity_name");
    if (isEmpty(*name)) {
        name = isEmpty(lead.get("interest")) ? &lead.get("name") : &lead.get("interest");
    }
    opportunity.set("name", *name);
    copy(opportunity, "amount", act.arguments.get("amount"));
    copy(opportunity, "expected_close", act.arguments.get("expected_close"));
    copy(opportunity, "source", lead.get("source"));
    copy(opportunity, "needs", lead.get("interest"));
}

// What was recorded about the lead goes on with the customer.
void moveDependants(Writes& writes, const ActCase& act, const Uuid& customer)
{
    for (const std::string_view name : {"activity", "reminder", "appointment", "attachment"}) {
        for (const Record& record : act.world.referring(typeNamed(name), "lead", act.record.id())) {
            if (record.referenceOf("customer").isNil()) {
                writes.of(record).set("customer", customer);
            }
        }
    }
}

Result<void> checkIds(const ActCase& act)
{
    const auto& arguments = act.arguments;
    if (arguments.has("customer_id") == arguments.has("existing_customer")) {
        return fail(ErrorKind::Invalid, "act.arguments", "customer_id");
    }
    const std::array ids{arguments.reference("customer_id"), arguments.reference("contact_id"),
                         arguments.reference("opportunity_id")};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i].isNil()) {
            continue;
        }
        if (std::find(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(i), ids[i]) !=
            ids.begin() + static_cast<std::ptrdiff_t>(i)) {
            return fail(ErrorKind::Invalid, "act.arguments", "the same id twice");
        }
        if (act.world.find(ids[i])) {
            return refuse("record.exists", ids[i].text());
        }
    }
    if (!arguments.has("existing_customer")) {
        return {};
    }
    const auto customer = act.world.find(arguments.reference("existing_customer"));
    if (!customer || customer->type().name != "customer" || customer->isDeleted()) {
        return fail(ErrorKind::NotFound, "reference.missing", "existing_customer");
    }
    const auto facts = factsOf(*customer, act.world);
    if (!maySee(act.actor(), customer->type(), facts)) {
        return fail(ErrorKind::NotFound, "reference.missing", "existing_customer");
    }
    return mayWrite(act.actor(), customer->type(), facts);
}

Result<Writes> convert(const ActCase& act)
{
    if (!isOpen(act.record)) {
        return refuseClosed(act.record);
    }
    if (auto checked = checkIds(act); !checked) {
        return fail(checked.error());
    }
    Writes writes;
    if (act.arguments.has("customer_id")) {
        addCustomer(writes, act);
    }
    const Uuid customer = act.arguments.has("customer_id")
                              ? act.arguments.reference("customer_id")
                              : act.arguments.reference("existing_customer");
    if (act.arguments.has("contact_id")) {
        addContact(writes, act, customer);
    }
    if (act.arguments.has("opportunity_id")) {
        addOpportunity(writes, act, customer);
    }
    RecordWrite& lead = writes.of(act.record);
    lead.set("stage", std::string{"converted"});
    lead.set("converted_customer", customer);
    copy(lead, "converted_opportunity", act.arguments.get("opportunity_id"));
    moveDependants(writes, act, customer);
    return writes;
}

} // namespace

std::vector<ActDeclaration> leadActs()
{
    const FieldSpec name = text("opportunity_name");
    return {
        {"lead.contact", {"Contacted", "已联系"}, ActAccess::Writer, {}, contact},
        {"lead.qualify", {"Qualify", "确认"}, ActAccess::Writer, {}, qualify},
        {"lead.disqualify", {"Give up", "放弃"}, ActAccess::Writer, {text("reason")}, disqualify},
        {"lead.reopen", {"Reopen", "重新打开"}, ActAccess::Writer, {}, reopen},
        {"lead.convert",
         {"Convert", "转化"},
         ActAccess::Writer,
         {reference("customer_id", "customer"), asField("customer", "kind"),
          reference("existing_customer", "customer"), reference("contact_id", "contact"),
          reference("opportunity_id", "opportunity"), name, asField("opportunity", "amount"),
          asField("opportunity", "expected_close")},
         convert},
    };
}

} // namespace fieldbook::rules
