#include "server/service/change_group.h"

#include "server/service/merged_customers.h"
#include "server/service/past_world.h"
#include "shared/base/assert.h"
#include "shared/rules/access.h"
#include "shared/rules/acts.h"
#include "shared/rules/bin.h"
#include "shared/rules/creation.h"
#include "shared/rules/merging.h"
#include "shared/rules/search_keys.h"
#include "shared/rules/validation.h"

#include <algorithm>
#include <utility>

namespace fieldbook::server {
namespace {

sync::Receipt applied(const Version& version)
{
    sync::Receipt receipt;
    receipt.number = version.change;
    return receipt;
}

bool isAccess(const Error& error) { return error.kind == ErrorKind::Forbidden; }

// What may be refused for what a new record hangs on.
bool isOfParent(const Error& error) { return isAccess(error) || error.code == "reference.missing"; }

// What an unknown record answers, whatever would stand in the way if it were known.
tl::unexpected<Error> missing(const Uuid& id)
{
    return fail(ErrorKind::NotFound, "record.missing", id.text());
}

} // namespace

ChangeGroup::ChangeGroup(Commit& commit, Author author)
    : commit_{commit}, author_{std::move(author)}, laid_{commit.world()}
{}

Result<sync::Receipt> ChangeGroup::apply(const sync::Change& change, const Version& version)
{
    if (const auto* body = std::get_if<sync::CreateBody>(&change.body)) {
        return create(*body, version);
    }
    if (const auto* body = std::get_if<sync::EditBody>(&change.body)) {
        return edit(*body, version);
    }
    return act(std::get<sync::ActBody>(change.body), version);
}

Result<rules::RecordWrite> ChangeGroup::prepared(const sync::CreateBody& body, HybridTime at) const
{
    rules::CreateCall call{.type = body.type,
                           .id = body.id,
                           .values = body.values,
                           .actor = author_.actor,
                           .at = fromMillis(at.millis),
                           .parentFacts = {}};
    auto write = rules::prepareCreate(call, laid_);
    if (write || !isOfParent(write.error())) {
        return write;
    }
    // What it hangs on may have been the author's when this was recorded.
    Record record{*body.type, body.id};
    for (const auto& [field, value] : body.values) {
        record.setAt(field, value);
    }
    const PastWorld then{laid_, commit_.view(), at};
    const auto parent = then.find(rules::parentOf(record));
    if (!parent) {
        return write;
    }
    call.actor = authorThen(at);
    call.parentFacts = rules::factsOf(*parent, then, commit_.directory());
    return rules::prepareCreate(call, laid_);
}

Result<sync::Receipt> ChangeGroup::create(const sync::CreateBody& body, const Version& version)
{
    const auto hung = hungOnSurvivor(body, laid_);
    auto write = prepared(hung ? *hung : body, version.at);
    if (!write && hung && isOfParent(write.error())) {
        write = preparedByLoser(commit_, author_, {body, *hung}, laid_, version.at);
    }
    if (!write) {
        return fail(write.error());
    }
    noteUpload(*write);
    lay(std::move(*write), version, Keep::Nothing);
    layConsequences(*laid_.laid(body.id), version);
    return applied(version);
}

bool ChangeGroup::isSeen(const Record& record) const
{
    return author_.device == 0 || rules::maySee(author_.actor, record.type(),
                                                rules::factsOf(record, laid_, commit_.directory()));
}

bool ChangeGroup::isKnown(const Record& record, HybridTime at) const
{
    if (isSeen(record)) {
        return true;
    }
    const PastWorld then{laid_, commit_.view(), at};
    const auto seen = [&](const Record& each) {
        return rules::maySee(authorThen(at), each.type(),
                             rules::factsOf(then.asThen(each), then, commit_.directory()));
    };
    if (seen(record)) {
        return true;
    }
    const auto before = asBeforeMerge(record, commit_.view(), laid_);
    return before && seen(*before);
}

rules::Actor ChangeGroup::authorThen(HybridTime at) const
{
    return commit_.directory()
        .actorThen(author_.actor.user, fromMillis(at.millis))
        .value_or(author_.actor);
}

Result<void> ChangeGroup::mayEdit(const Record& record, HybridTime at) const
{
    const auto& type = record.type();
    auto now =
        rules::mayWrite(author_.actor, type, rules::factsOf(record, laid_, commit_.directory()));
    if (now || author_.device == 0) {
        return author_.device == 0 ? Result<void>{} : now;
    }
    const PastWorld then{laid_, commit_.view(), at};
    const auto could = [&](const Record& each) {
        return rules::mayWrite(authorThen(at), type,
                               rules::factsOf(then.asThen(each), then, commit_.directory()))
            .has_value();
    };
    if (could(record)) {
        return {};
    }
    const auto before = asBeforeMerge(record, commit_.view(), laid_);
    return before && could(*before) ? Result<void>{} : now;
}

Result<void>
ChangeGroup::checkEdit(const sync::EditBody& body, const Record& standing, HybridTime at) const
{
    if (auto allowed = mayEdit(standing, at); !allowed) {
        return allowed;
    }
    std::vector<std::size_t> fields;
    fields.reserve(body.fields.size());
    for (const auto& edit : body.fields) {
        fields.push_back(edit.field);
    }
    if (author_.device != 0) {
        if (auto allowed = rules::mayEditFields(author_.actor.role, standing.type(), fields);
            !allowed) {
            return allowed;
        }
    }
    return rules::checkEditable(standing, fields, laid_);
}

// A record may only be hung on what its author may change as well, as when it is created.
Result<void>
ChangeGroup::checkParent(const Record& standing, const Record& edited, HybridTime at) const
{
    const auto& type = edited.type();
    for (const auto field : type.parentFields) {
        const Uuid id = edited.referenceOf(field);
        if (id.isNil() || id == standing.referenceOf(field)) {
            continue;
        }
        const auto parent = laid_.find(id);
        if (!parent || parent->type().name != type.field(field).refersTo) {
            return fail(ErrorKind::NotFound, "reference.missing", std::string{field});
        }
        if (auto allowed = mayEdit(*parent, at); !allowed) {
            return isKnown(*parent, at)
                       ? allowed
                       : fail(ErrorKind::NotFound, "reference.missing", std::string{field});
        }
    }
    return {};
}

Result<sync::Receipt> ChangeGroup::edit(const sync::EditBody& asked, const Version& version)
{
    const auto found = laid_.find(asked.id);
    if (!found || &found->type() != asked.type) {
        return missing(asked.id);
    }
    // Whoever had a customer that has gone into another may go on about it there.
    const auto survivor = rules::survivorOf(*found, laid_);
    const Record& standing = survivor ? *survivor : *found;
    const sync::EditBody body = editOn(standing, asked, laid_);
    auto allowed = survivor ? mayEdit(*found, version.at) : checkEdit(body, standing, version.at);
    if (allowed && survivor) {
        allowed = checkEditMerged(author_, body, standing, laid_);
    }
    if (!allowed) {
        return isAccess(allowed.error()) && !isKnown(*found, version.at) ? missing(asked.id)
                                                                         : fail(allowed.error());
    }
    auto merged = sync::mergeEdit(standing, body, {version, author_.actor.user});
    if (merged.changed) {
        if (auto parent = checkParent(standing, merged.record, version.at); !parent) {
            return fail(parent.error());
        }
        if (auto valid = rules::validate(merged.record, laid_); !valid) {
            return fail(valid.error());
        }
        if (auto binned = rules::mayBin(standing, merged.record, laid_); !binned) {
            return fail(binned.error());
        }
    }
    for (auto& entry : merged.history) {
        const bool lost = entry.version.sameEdit(version);
        keepHistory(standing, entry.field, std::move(entry.value), entry.version,
                    lost ? merged.record.versionAt(entry.field) : version,
                    entry.author.isNil() ? commit_.userOf(entry.version.device) : entry.author);
    }
    if (merged.changed) {
        layRecord(merged.record);
        for (auto& write : rules::withBinned(standing, merged.record, author_.actor.user, laid_)) {
            lay(std::move(write), version, Keep::History);
        }
        layConsequences(*laid_.laid(body.id), version);
    }
    auto receipt = applied(version);
    // What stands in a record that is no longer the author's to see is not told.
    if (!merged.fields.empty() && isSeen(standing)) {
        receipt.outcome = sync::Outcome::Merged;
        receipt.type = body.type;
        receipt.fields = std::move(merged.fields);
        for (auto& field : receipt.fields) {
            field.theirAuthor = commit_.userOf(field.theirVersion.device);
        }
    }
    return receipt;
}

// Who gives on what others have need not see it.
bool ChangeGroup::mayKnow(const Uuid& id, HybridTime at) const
{
    const auto record = laid_.find(id);
    return record &&
           (isKnown(*record, at) ||
            rules::mayManage(author_.actor, rules::factsOf(*record, laid_, commit_.directory()))
                .has_value());
}

Result<sync::Receipt> ChangeGroup::act(const sync::ActBody& body, const Version& version)
{
    rules::ActCall call{.name = body.name,
                        .type = body.type,
                        .id = body.id,
                        .arguments = body.arguments,
                        .actor = author_.actor,
                        .at = fromMillis(version.at.millis),
                        .facts = {}};
    auto writes = rules::runAct(call, laid_);
    if (!writes && isAccess(writes.error())) {
        const PastWorld then{laid_, commit_.view(), version.at};
        const auto tryAs = [&](const std::optional<Record>& record) {
            if (record && !writes && isAccess(writes.error())) {
                call.actor = authorThen(version.at);
                call.facts = rules::factsOf(*record, then, commit_.directory());
                writes = rules::runAct(call, laid_);
            }
        };
        const auto record = then.find(body.id);
        tryAs(record);
        tryAs(record ? asBeforeMerge(*record, commit_.view(), laid_) : std::nullopt);
    }
    if (!writes) {
        return isAccess(writes.error()) && !mayKnow(body.id, version.at) ? missing(body.id)
                                                                         : fail(writes.error());
    }
    for (auto& write : *writes) {
        lay(std::move(write), version, Keep::History);
    }
    if (body.name.ends_with(".view")) {
        noteView(body, version);
    }
    return applied(version);
}

void ChangeGroup::noteView(const sync::ActBody& body, const Version& version)
{
    views_.push_back({.kind = "field.viewed",
                      .by = author_.actor.user,
                      .device = author_.device,
                      .type = body.type,
                      .record = body.id,
                      .body = R"({"seen_at":")" + toRfc3339(fromMillis(version.at.millis)) +
                              R"(","what":)" + body.arguments + '}'});
}

Result<void> ChangeGroup::write(const rules::RecordWrite& write, const Version& version)
{
    const auto standing = laid_.find(write.id);
    if (write.create && standing) {
        return fail(ErrorKind::Conflict, "record.exists", write.id.text());
    }
    if (!write.create && (!standing || &standing->type() != write.type)) {
        return fail(ErrorKind::NotFound, "record.missing", write.id.text());
    }
    rules::OverlayWorld after{laid_};
    after.apply(write);
    const Record written = *after.find(write.id);
    if (auto valid = rules::validate(written, after); !valid) {
        return valid;
    }
    if (auto may = standing ? rules::mayBin(*standing, written, after) : Result<void>{}; !may) {
        return may;
    }
    lay(write, version, Keep::History);
    const auto binned = standing ? rules::withBinned(*standing, written, author_.actor.user, laid_)
                                 : std::vector<rules::RecordWrite>{};
    for (const auto& each : binned) {
        lay(each, version, Keep::History);
    }
    layConsequences(*laid_.laid(write.id), version);
    return {};
}

void ChangeGroup::lay(rules::RecordWrite write, const Version& version, Keep keep)
{
    auto record =
        write.create ? std::optional{Record{*write.type, write.id}} : laid_.find(write.id);
    FIELDBOOK_ASSERT(record.has_value());
    latest_ = std::max(latest_, version.at);
    if (write.create) {
        record->setMade(version);
        created_.insert(write.id);
    }
    for (auto& [field, value] : write.values) {
        if (!write.create) {
            if (keep == Keep::History && record->at(field) != value) {
                const auto was = record->versionAt(field);
                keepHistory(*record, field, record->at(field), was, version,
                            commit_.userOf(was.device));
            }
            record->setVersionAt(field, version);
        }
        record->setAt(field, std::move(value));
    }
    layRecord(std::move(*record));
}

void ChangeGroup::layRecord(Record record)
{
    record.setSearchKeys(rules::searchKeysOf(record));
    if (known_.insert(record.id()).second) {
        order_.push_back(record.id());
    }
    laid_.put(std::move(record));
}

void ChangeGroup::layConsequences(const Record& record, const Version& version)
{
    for (auto& write : rules::consequences(record, laid_)) {
        lay(std::move(write), version, Keep::Nothing);
    }
}

void ChangeGroup::noteUpload(rules::RecordWrite& write) const
{
    const Value* sha256 = write.type->name == "attachment" ? write.find("sha256") : nullptr;
    if (sha256 != nullptr &&
        commit_.view().hasSent(author_.actor.user, std::get<std::string>(*sha256))) {
        write.set("uploaded", true);
    }
}

void ChangeGroup::keepHistory(const Record& record,
                              std::size_t field,
                              Value value,
                              const Version& of,
                              const Version& replacedBy,
                              const Uuid& author)
{
    history_.push_back({.record = record.id(),
                        .type = &record.type(),
                        .field = field,
                        .value = std::move(value),
                        .version = of,
                        .author = author,
                        .replacedBy = replacedBy});
}

} // namespace fieldbook::server
