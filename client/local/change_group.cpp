#include "client/local/change_group.h"

#include "client/local/display.h"
#include "client/local/field_edit.h"
#include "shared/base/assert.h"
#include "shared/sync/limits.h"

namespace fieldbook::client {
namespace {

std::string_view verbOf(const sync::Change& change)
{
    if (std::holds_alternative<sync::CreateBody>(change.body)) {
        return "create";
    }
    const auto* edit = std::get_if<sync::EditBody>(&change.body);
    if (edit == nullptr) {
        return "act";
    }
    const bool removes = edit->fields.size() == 1 &&
                         edit->type->fields[edit->fields[0].field].fieldName == "deleted_at" &&
                         !isEmpty(edit->fields[0].to);
    return removes ? "delete" : "edit";
}

template <class Body>
sync::Change changeWith(Body body)
{
    sync::Change change;
    change.body = std::move(body);
    return change;
}

// What the device has seen of the record comes before what it writes next.
HybridTime latestOf(const Record& record)
{
    HybridTime latest = record.made().at;
    for (std::size_t i = 0; i < record.type().fields.size(); ++i) {
        latest = std::max(latest, record.versionAt(i).at);
    }
    return latest;
}

} // namespace

ChangeGroup::ChangeGroup(StoreCore& core) : core_{core}, stored_{core.database()} {}

const rules::World& ChangeGroup::world() const
{
    return outcome_ ? outcome_->effects.world() : stored_;
}

Result<void> ChangeGroup::create(const TypeSpec& type,
                                 const Uuid& id,
                                 std::vector<std::pair<std::size_t, Value>> values)
{
    return add(CreateDeed{&type, id, std::move(values)});
}

Result<void> ChangeGroup::edit(const Uuid& id, std::vector<FieldWish> wishes)
{
    return add(EditDeed{id, std::move(wishes)});
}

Result<void> ChangeGroup::act(std::string_view name, const Uuid& id, std::string_view arguments)
{
    return add(ActDeed{std::string{name}, id, std::string{arguments}});
}

Result<void> ChangeGroup::add(Deed deed)
{
    if (auto ready = refresh(); !ready) {
        return ready;
    }
    auto done = perform(deed);
    if (done) {
        deeds_.push_back(std::move(deed));
    }
    return done;
}

Result<void> ChangeGroup::begin()
{
    auto doer = core_.doer();
    if (!doer) {
        return fail(doer.error());
    }
    outcome_.emplace(Outcome{core_.generation(),
                             core_.meta().number(meta::nextChange, 1),
                             Effects{stored_, std::move(*doer)},
                             {},
                             {}});
    return {};
}

// Something else was committed since the deeds took effect: they are done again over that.
Result<void> ChangeGroup::refresh()
{
    if (outcome_ && outcome_->generation == core_.generation()) {
        return {};
    }
    if (auto begun = begin(); !begun) {
        return begun;
    }
    for (const Deed& deed : deeds_) {
        if (auto done = perform(deed); !done) {
            return done;
        }
    }
    return {};
}

Result<void> ChangeGroup::perform(const Deed& deed)
{
    auto change = changeOf(deed);
    if (!change) {
        return fail(change.error());
    }
    return *change ? performChange(std::move(**change)) : Result<void>{};
}

Result<std::optional<sync::Change>> ChangeGroup::changeOf(const Deed& deed)
{
    if (const auto* made = std::get_if<CreateDeed>(&deed)) {
        return changeWith(sync::CreateBody{made->type, made->id, made->values});
    }
    if (const auto* edited = std::get_if<EditDeed>(&deed)) {
        return changeOf(*edited);
    }
    const auto& act = std::get<ActDeed>(deed);
    const auto record = world().find(act.id);
    if (!record) {
        return fail(ErrorKind::NotFound, "record.missing", act.id.text());
    }
    core_.observe(latestOf(*record));
    return changeWith(sync::ActBody{act.name, &record->type(), act.id, act.arguments});
}

Result<std::optional<sync::Change>> ChangeGroup::changeOf(const EditDeed& deed)
{
    const auto record = world().find(deed.id);
    if (!record) {
        return fail(ErrorKind::NotFound, "record.missing", deed.id.text());
    }
    core_.observe(latestOf(*record));
    sync::EditBody body{&record->type(), deed.id, {}};
    for (const FieldWish& wish : deed.wishes) {
        auto edit = fieldEdit(*record, wish.field, wish.to, wish.settles);
        if (!edit) {
            return fail(edit.error());
        }
        if (*edit) {
            body.fields.push_back(std::move(**edit));
        }
    }
    if (body.fields.empty()) {
        return std::optional<sync::Change>{};
    }
    return changeWith(std::move(body));
}

Result<void> ChangeGroup::performChange(sync::Change change)
{
    Outcome& outcome = *outcome_;
    if (outcome.changes.size() == sync::groupChangesMax) {
        return fail(ErrorKind::TooLarge, "group.too_large");
    }
    change.number = outcome.firstNumber + static_cast<std::int64_t>(outcome.changes.size());
    change.at = core_.tick();
    const auto before = outcome.effects.world().find(change.id());
    if (auto done = outcome.effects.perform(change); !done) {
        return done;
    }
    const auto after = outcome.effects.world().find(change.id());
    FIELDBOOK_ASSERT(after.has_value());
    const auto* act = std::get_if<sync::ActBody>(&change.body);
    JournalEntry entry;
    entry.number = change.number;
    entry.atMillis = change.at.millis;
    entry.type = change.type().name;
    entry.record = change.id();
    entry.verb = verbOf(change);
    entry.act = act ? act->name : std::string{};
    entry.title = titleOf(*after, outcome.effects.world());
    entry.fields = fieldsToJson(differenceOf(before ? &*before : nullptr, *after));
    outcome.entries.push_back(std::move(entry));
    outcome.changes.push_back(std::move(change));
    return {};
}

void ChangeGroup::finishGroup()
{
    Outcome& outcome = *outcome_;
    const bool alone = outcome.changes.size() == 1;
    for (std::size_t i = 0; i < outcome.changes.size(); ++i) {
        sync::Change& change = outcome.changes[i];
        change.groupFirst = alone ? 0 : outcome.changes.front().number;
        change.groupLast = alone ? 0 : outcome.changes.back().number;
        outcome.entries[i].groupFirst = change.groupFirst;
        outcome.entries[i].groupLast = change.groupLast;
        outcome.entries[i].json = sync::toJson(change);
    }
}

Result<void> ChangeGroup::commit(const Also& also)
{
    if (auto ready = refresh(); !ready) {
        return ready;
    }
    Outcome& outcome = *outcome_;
    if (outcome.changes.empty() && !also) {
        return {};
    }
    finishGroup();
    Writing writing{core_};
    if (!outcome.changes.empty()) {
        Journal{writing.shelf(), core_.doerOrNobody()}.append(outcome.entries, outcome.effects);
        core_.meta().set(writing.transaction(), meta::nextChange,
                         outcome.changes.back().number + 1);
        core_.meta().set(writing.transaction(), meta::hybridTime, core_.lastTick().text());
    }
    if (also) {
        also(writing);
    }
    writing.commit();
    deeds_.clear();
    outcome_.reset();
    return {};
}

} // namespace fieldbook::client
