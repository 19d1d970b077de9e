#include "client/models/visits/visit_deeds.h"

#include <nlohmann/json.hpp>

namespace fieldbook::client {
namespace {

std::string argumentsOf(const VisitPlace& place, Timestamp at)
{
    nlohmann::json arguments{{"at", toRfc3339(at)}};
    if (place.position) {
        arguments["position"] = toJson(*place.position);
    }
    return arguments.dump();
}

Result<void> writeDown(Recorder::Group& group, const Uuid& visit, const VisitForm& form)
{
    return form.changes.empty() ? Result<void>{}
                                : group.edit(visit, {form.changes.begin(), form.changes.end()});
}

template <class T>
std::optional<T> writtenIn(const VisitForm& form, std::string_view field)
{
    const auto found = form.changes.find(field);
    const T* value = found != form.changes.end() ? std::get_if<T>(&found->second) : nullptr;
    return value != nullptr ? std::optional{*value} : std::nullopt;
}

Result<void> addReminder(Recorder::Group& group,
                         const VisitSubject& subject,
                         const VisitForm& form,
                         const std::string& zone)
{
    const auto step = writtenIn<std::string>(form, "next_step");
    const auto due = writtenIn<Timestamp>(form, "next_step_at");
    if (!step || step->empty()) {
        return {};
    }
    if (form.remind && due) {
        std::vector<FieldValue> values{{"title", *step},
                                       {"due_at", *due},
                                       {"kind", form.reminderKind},
                                       {"customer", subject.customer},
                                       {"visit", subject.visit}};
        if (!zone.empty()) {
            values.emplace_back("time_zone", zone);
        }
        if (const auto deal = writtenIn<Uuid>(form, "opportunity")) {
            values.emplace_back("opportunity", *deal);
        }
        if (auto made = group.create("reminder", std::move(values)); !made) {
            return fail(made.error());
        }
    }
    return form.reminderKind == "promise" ? group.edit(subject.customer, {{"promise", *step}})
                                          : Result<void>{};
}

} // namespace

Result<Uuid> checkInVisit(Recorder& recorder,
                          const VisitSubject& subject,
                          const VisitForm& form,
                          const VisitPlace& place,
                          Timestamp at)
{
    const auto group = recorder.group();
    Uuid visit = subject.visit;
    if (visit.isNil()) {
        const auto kind = writtenIn<std::string>(form, "kind").value_or("on_site");
        auto made = group->create("visit", {{"customer", subject.customer}, {"kind", kind}});
        if (!made) {
            return made;
        }
        visit = *made;
    } else if (const auto kind = writtenIn<std::string>(form, "kind")) {
        // How the place is judged depends on it.
        if (auto done = group->edit(visit, {{"kind", *kind}}); !done) {
            return fail(done.error());
        }
    }
    auto arguments = nlohmann::json::parse(argumentsOf(place, at));
    if (!place.position && !place.missing.empty()) {
        arguments["no_position"] = place.missing;
    }
    if (auto done = group->act("visit.check_in", visit, arguments.dump()); !done) {
        return fail(done.error());
    }
    // Kept under the visit before there is one: an app that dies in between finds it either way.
    VisitForm left = form;
    left.changes.erase("kind");
    const std::string key = visitDraftKey(visit, subject.customer);
    recorder.saveDraft(key, left.json());
    auto done = group->commit();
    if (subject.visit.isNil()) {
        recorder.dropDraft(done ? visitDraftKey({}, subject.customer) : key);
    } else if (!done) {
        recorder.saveDraft(key, form.json());
    }
    if (!done) {
        return fail(done.error());
    }
    return visit;
}

Result<void> checkOutVisit(Recorder& recorder,
                           const VisitSubject& subject,
                           const VisitForm& form,
                           const VisitPlace& place,
                           Timestamp at,
                           const std::string& zone)
{
    const auto group = recorder.group();
    if (auto done = writeDown(*group, subject.visit, form); !done) {
        return done;
    }
    if (auto done = group->act("visit.check_out", subject.visit, argumentsOf(place, at)); !done) {
        return done;
    }
    if (auto done = addReminder(*group, subject, form, zone); !done) {
        return done;
    }
    if (auto done = group->commit(); !done) {
        return done;
    }
    recorder.dropDraft(visitDraftKey(subject.visit, subject.customer));
    return {};
}

Result<void> endVisit(Recorder& recorder,
                      const VisitSubject& subject,
                      const VisitForm& form,
                      std::string_view act,
                      const std::string& reason)
{
    const auto group = recorder.group();
    if (auto done = writeDown(*group, subject.visit, form); !done) {
        return done;
    }
    const auto arguments = nlohmann::json{{"reason", reason}}.dump();
    if (auto done = group->act(act, subject.visit, arguments); !done) {
        return done;
    }
    if (auto done = group->commit(); !done) {
        return done;
    }
    recorder.dropDraft(visitDraftKey(subject.visit, subject.customer));
    return {};
}

} // namespace fieldbook::client
