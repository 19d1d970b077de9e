#include "client/local/effects.h"

#include "shared/base/assert.h"
#include "shared/rules/access.h"
#include "shared/rules/acts.h"
#include "shared/rules/bin.h"
#include "shared/rules/creation.h"
#include "shared/rules/search_keys.h"
#include "shared/rules/validation.h"
#include "shared/sync/merge.h"

namespace fieldbook::client {
namespace {

std::vector<std::size_t> fieldsOf(const sync::EditBody& body)
{
    std::vector<std::size_t> fields;
    fields.reserve(body.fields.size());
    for (const auto& edit : body.fields) {
        fields.push_back(edit.field);
    }
    return fields;
}

} // namespace

Result<void> Effects::perform(const sync::Change& change)
{
    const Version version = versionOf(change);
    Result<void> done;
    if (const auto* body = std::get_if<sync::CreateBody>(&change.body)) {
        done = create(*body, version);
    } else if (const auto* edited = std::get_if<sync::EditBody>(&change.body)) {
        done = edit(*edited, version);
    } else {
        done = act(std::get<sync::ActBody>(change.body), version);
    }
    if (done) {
        touch(change);
    }
    return done;
}

void Effects::replay(const sync::Change& change)
{
    const Version version = versionOf(change);
    touch(change);
    if (const auto* body = std::get_if<sync::CreateBody>(&change.body)) {
        createAgain(*body, version);
    } else if (const auto* edited = std::get_if<sync::EditBody>(&change.body)) {
        editAgain(*edited, version);
    } else {
        // An act that the server has done already, or that others' changes have overtaken, is
        // refused by the rules; the record then stands as it is.
        static_cast<void>(act(std::get<sync::ActBody>(change.body), version));
    }
}

Result<void> Effects::create(const sync::CreateBody& body, const Version& version)
{
    const rules::CreateCall call{.type = body.type,
                                 .id = body.id,
                                 .values = body.values,
                                 .actor = doer_.actor,
                                 .at = fromMillis(version.at.millis),
                                 .parentFacts = {}};
    const auto write = rules::prepareCreate(call, laid_);
    if (!write) {
        return fail(write.error());
    }
    lay(*write, version);
    layConsequences(body.id, version);
    return {};
}

void Effects::createAgain(const sync::CreateBody& body, const Version& version)
{
    if (laid_.find(body.id)) {
        return; // The server's own, pulled before its receipt came.
    }
    rules::RecordWrite write{.type = body.type, .id = body.id, .create = true, .values = {}};
    for (const auto& [field, value] : body.values) {
        if (!isEmpty(value)) {
            write.set(body.type->fields[field].fieldName, value);
        }
    }
    rules::fillDefaults(write, doer_.actor, fromMillis(version.at.millis));
    lay(write, version);
    layConsequences(body.id, version);
}

Result<void> Effects::edit(const sync::EditBody& body, const Version& version)
{
    const auto standing = laid_.find(body.id);
    if (!standing || &standing->type() != body.type) {
        return fail(ErrorKind::NotFound, "record.missing", body.id.text());
    }
    if (auto allowed = rules::mayWrite(doer_.actor, *body.type, rules::factsOf(*standing, laid_));
        !allowed) {
        return allowed;
    }
    const auto fields = fieldsOf(body);
    if (auto allowed = rules::mayEditFields(doer_.actor.role, *body.type, fields); !allowed) {
        return allowed;
    }
    if (auto editable = rules::checkEditable(*standing, fields, laid_); !editable) {
        return editable;
    }
    auto merged = sync::mergeEdit(*standing, body, {version, doer_.actor.user});
    if (auto valid = rules::validate(merged.record, laid_); !valid) {
        return valid;
    }
    if (auto binned = rules::mayBin(*standing, merged.record, laid_); !binned) {
        return binned;
    }
    layRecord(std::move(merged.record), version);
    for (const auto& write :
         rules::withBinned(*standing, *laid_.find(body.id), doer_.actor.user, laid_)) {
        lay(write, version);
    }
    layConsequences(body.id, version);
    return {};
}

void Effects::editAgain(const sync::EditBody& body, const Version& version)
{
    const auto standing = laid_.find(body.id);
    if (!standing || &standing->type() != body.type) {
        return;
    }
    auto merged = sync::mergeEdit(*standing, body, {version, doer_.actor.user});
    if (merged.changed) {
        layRecord(std::move(merged.record), version);
        for (const auto& write :
             rules::withBinned(*standing, *laid_.find(body.id), doer_.actor.user, laid_)) {
            lay(write, version);
        }
        layConsequences(body.id, version);
    }
}

Result<void> Effects::act(const sync::ActBody& body, const Version& version)
{
    const rules::ActCall call{.name = body.name,
                              .type = body.type,
                              .id = body.id,
                              .arguments = body.arguments,
                              .actor = doer_.actor,
                              .at = fromMillis(version.at.millis),
                              .facts = {}};
    const auto writes = rules::runAct(call, laid_);
    if (!writes) {
        return fail(writes.error());
    }
    for (const auto& write : *writes) {
        lay(write, version);
    }
    return {};
}

void Effects::touch(const sync::Change& change)
{
    touches_.insert_or_assign({change.number, change.id()}, Touch{&change.type(), true});
}

void Effects::lay(const rules::RecordWrite& write, const Version& version)
{
    auto record =
        write.create ? std::optional{Record{*write.type, write.id}} : laid_.find(write.id);
    FIELDBOOK_ASSERT(record.has_value());
    if (write.create) {
        record->setMade(version);
    }
    for (const auto& [field, value] : write.values) {
        record->setAt(field, value);
        if (!write.create) {
            record->setVersionAt(field, version);
        }
    }
    layRecord(std::move(*record), version);
}

void Effects::layRecord(Record record, const Version& version)
{
    record.setSearchKeys(rules::searchKeysOf(record));
    touches_.try_emplace({version.change, record.id()}, Touch{&record.type(), false});
    laid_.put(std::move(record));
}

void Effects::layConsequences(const Uuid& id, const Version& version)
{
    for (const auto& write : rules::consequences(*laid_.find(id), laid_)) {
        lay(write, version);
    }
}

} // namespace fieldbook::client
