#include "client/models/activities/note_draft.h"

#include "client/models/labels.h"

namespace fieldbook::client {
namespace {

constexpr std::string_view nextPrefix = "next.";

// The next step is a reminder, its fields behind that prefix.
const FieldSpec* nextStepField(std::string_view name)
{
    const TypeSpec& reminder = typeNamed("reminder");
    const auto index = name.starts_with(nextPrefix)
                           ? reminder.indexOf(name.substr(nextPrefix.size()))
                           : std::nullopt;
    return index ? &reminder.fields[*index] : nullptr;
}

} // namespace

const TypeSpec* NoteDraft::spec() const { return &typeNamed("activity"); }

ExtraFields NoteDraft::extra() const { return &nextStepField; }

FieldValues NoteDraft::firstValues() const
{
    FieldValues values{{"kind", std::string{"note"}}, {"happened_at", app()->now()}};
    if (!lead_.isNil()) {
        values.emplace("lead", lead_);
    }
    return values;
}

void NoteDraft::setLeadId(const QString& id)
{
    if (lead_ != toId(id)) {
        lead_ = toId(id);
        emit changed();
        start();
    }
}

QString NoteDraft::contactId() const
{
    const Value contact = value("contact");
    const Uuid* id = std::get_if<Uuid>(&contact);
    return id != nullptr ? toQt(*id) : QString{};
}

void NoteDraft::setContactId(const QString& id)
{
    set("contact", id.isEmpty() ? Value{} : Value{toId(id)});
}

void NoteDraft::setNextTitle(const QString& title)
{
    setText("next.title", title);
    // A step needs a day: tomorrow at nine, until another is picked.
    if (!title.isEmpty() && !time("next.due_at") && app() != nullptr) {
        const auto tomorrow =
            std::chrono::sys_days{zone().dateAt(app()->now())} + std::chrono::days{1};
        set("next.due_at",
            zone().toUtc(LocalTime{tomorrow.time_since_epoch() + std::chrono::hours{9}}));
    }
}

void NoteDraft::findProblems(QVariantMap& problems) const
{
    require(problems, "customer", !customerId().isEmpty() || ofLead() || record().has_value());
    require(problems, "content", !content().trimmed().isEmpty());
    require(problems, "kind", !kind().isEmpty());
    const auto at = time("happened_at");
    require(problems, "happened_at", at.has_value());
    if (at && app() != nullptr && *at > app()->now() + std::chrono::minutes{5}) {
        problems.insert(QStringLiteral("happened_at"),
                        Labels::text({"This lies ahead; plan an appointment instead",
                                      "这个时间还没到，请改为安排日程"}));
    }
    if (!nextTitle().trimmed().isEmpty()) {
        require(problems, "next.due_at", time("next.due_at").has_value());
    }
}

std::function<Result<Uuid>(Recorder&)> NoteDraft::deed() const
{
    if (record() || nextTitle().trimmed().isEmpty()) {
        return RecordDraft::deed();
    }
    std::vector<FieldValue> reminder{{"title", nextTitle().trimmed().toStdString()},
                                     {"due_at", value("next.due_at")},
                                     {"time_zone", app()->zone().toStdString()},
                                     {"customer", value("customer")},
                                     {"lead", value("lead")}};
    std::erase_if(reminder, [](const FieldValue& each) { return isEmpty(each.second); });
    return [note = values(), reminder = std::move(reminder)](Recorder& recorder) -> Result<Uuid> {
        const auto group = recorder.group();
        auto made = group->create("activity", note);
        if (!made) {
            return made;
        }
        if (auto next = group->create("reminder", reminder); !next) {
            return next;
        }
        if (auto done = group->commit(); !done) {
            return fail(done.error());
        }
        return made;
    };
}

} // namespace fieldbook::client
