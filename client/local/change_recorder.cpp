#include "client/local/change_recorder.h"

#include "client/local/attention.h"
#include "client/local/deeds.h"
#include "client/local/files.h"
#include "client/local/number_blocks.h"
#include "shared/base/hash.h"
#include "shared/rules/feeds.h"

#include <array>
#include <utility>

namespace fieldbook::client {
namespace {

class OpenGroup final : public Recorder::Group {
public:
    explicit OpenGroup(StoreCore& core) : core_{core}, changes_{core} {}

    Result<Uuid> create(std::string_view type, std::vector<FieldValue> values) override
    {
        return createIn(changes_, type, core_.ids().next(), values);
    }
    Result<void> edit(const Uuid& id, std::vector<FieldValue> values) override
    {
        return editIn(changes_, id, values);
    }
    Result<void> act(std::string_view name, const Uuid& id, std::string_view arguments) override
    {
        return changes_.act(name, id, arguments);
    }
    Result<void> commit() override { return changes_.commit(); }

private:
    StoreCore& core_;
    ChangeGroup changes_;
};

// Takes what a refused change is about out of the recycle bin, with all that went in with it.
Result<void> restoreIn(ChangeGroup& group, const Uuid& id)
{
    auto record = group.world().find(id);
    if (!record || !record->isDeleted()) {
        return {};
    }
    // What was deleted with something else comes back with that.
    for (auto above = group.world().find(rules::parentOf(*record)); above && above->isDeleted();
         above = group.world().find(rules::parentOf(*record))) {
        record = std::move(above);
    }
    const std::array<FieldValue, 1> restored{FieldValue{"deleted_at", Value{}}};
    return editIn(group, record->id(), restored);
}

tl::unexpected<Error> noSuchItem(std::int64_t attention)
{
    return fail(ErrorKind::NotFound, "attention.missing", std::to_string(attention));
}

} // namespace

std::unique_ptr<Recorder::Group> ChangeRecorder::group()
{
    return std::make_unique<OpenGroup>(core_);
}

Result<Uuid> ChangeRecorder::create(std::string_view type, std::vector<FieldValue> values)
{
    ChangeGroup group{core_};
    auto made = createIn(group, type, core_.ids().next(), values);
    if (made) {
        if (auto done = group.commit(); !done) {
            return fail(done.error());
        }
    }
    return made;
}

Result<void> ChangeRecorder::edit(const Uuid& id, std::vector<FieldValue> values)
{
    ChangeGroup group{core_};
    auto done = editIn(group, id, values);
    return done ? group.commit() : done;
}

Result<void> ChangeRecorder::act(std::string_view name, const Uuid& id, std::string_view arguments)
{
    ChangeGroup group{core_};
    auto done = group.act(name, id, arguments);
    return done ? group.commit() : done;
}

Result<void> ChangeRecorder::remove(const Uuid& id)
{
    return edit(id, {{"deleted_at", core_.clock().now()}});
}

Result<void> ChangeRecorder::restore(const Uuid& id) { return edit(id, {{"deleted_at", Value{}}}); }

Result<std::string> ChangeRecorder::nextNumber(std::string_view series)
{
    Writing writing{core_};
    const auto number = takeNumber(writing.transaction(), series);
    if (!number) {
        return fail(number.error());
    }
    writing.commit();
    return documentNumber(*number, zone_.dateAt(core_.clock().now()),
                          core_.meta().textOr(meta::deviceCode));
}

Result<Uuid> ChangeRecorder::attach(std::string_view bytes, std::vector<FieldValue> values)
{
    const std::string digest = toHex(sha256(bytes));
    values.emplace_back("sha256", digest);
    values.emplace_back("size", static_cast<std::int64_t>(bytes.size()));
    ChangeGroup group{core_};
    auto made = createIn(group, "attachment", core_.ids().next(), values);
    if (!made) {
        return made;
    }
    auto done = group.commit(
        [&](Writing& writing) { keepFile(writing.transaction(), digest, bytes, *made); });
    return done ? made : fail(done.error());
}

Result<void> ChangeRecorder::decide(std::int64_t attention, std::span<const Decision> decisions)
{
    const auto detail = attentionDetail(core_.database(), attention);
    if (!detail || detail->row.kind != AttentionRow::Kind::Conflict) {
        return noSuchItem(attention);
    }
    const auto record = LocalWorld{core_.database()}.find(detail->row.record);
    if (!record) {
        return noSuchItem(attention);
    }
    const auto open = openConflicts(core_.database(), *record);
    std::vector<ChangeGroup::FieldWish> wishes;
    for (const Decision& decision : decisions) {
        auto wish = wishOf(open, decision);
        if (!wish) {
            return fail(wish.error());
        }
        wishes.push_back(std::move(*wish));
    }
    ChangeGroup group{core_};
    auto done = group.edit(record->id(), std::move(wishes));
    return done ? group.commit() : done;
}

Result<void> ChangeRecorder::retry(std::int64_t attention, std::vector<FieldValue> values)
{
    const auto changes = refusedChanges(core_.database(), attention);
    if (changes.empty()) {
        Writing writing{core_};
        if (retryUpload(writing.transaction(), attention)) {
            writing.change().status = true;
            writing.commit();
            return {};
        }
        return noSuchItem(attention);
    }
    ChangeGroup group{core_};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const bool first = i == 0;
        if (auto restored = restoreIn(group, changes[i].id()); !restored) {
            return restored;
        }
        auto done = againIn(group, changes[i], first ? values : std::vector<FieldValue>{});
        if (!done) {
            return done;
        }
    }
    return group.commit([&](Writing& writing) {
        dropItem(writing.transaction(), attention);
        writing.change().status = true;
    });
}

Result<void> ChangeRecorder::dismiss(std::int64_t attention)
{
    const auto detail = attentionDetail(core_.database(), attention);
    if (!detail || detail->row.kind != AttentionRow::Kind::Refused) {
        return noSuchItem(attention);
    }
    Writing writing{core_};
    dropItem(writing.transaction(), attention);
    writing.change().status = true;
    writing.commit();
    return {};
}

void ChangeRecorder::saveDraft(std::string_view key, std::string_view json)
{
    Writing writing{core_};
    core_.database()
        .prepare("INSERT INTO draft (key, json) VALUES (:key, :json) "
                 "ON CONFLICT (key) DO UPDATE SET json = excluded.json")
        .bind(":key", key)
        .bind(":json", json)
        .run();
    writing.commit();
}

void ChangeRecorder::dropDraft(std::string_view key)
{
    Writing writing{core_};
    core_.database().prepare("DELETE FROM draft WHERE key = :key").bind(":key", key).run();
    writing.commit();
}

} // namespace fieldbook::client
