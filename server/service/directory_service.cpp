#include "server/service/directory_service.h"

#include "shared/base/assert.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

using rules::Directory;

Result<rules::Actor> administrator(const Directory& directory, const Uuid& by)
{
    if (by.isNil()) {
        rules::Actor server;
        server.role = rules::Role::Administrator;
        return server;
    }
    const auto* person = directory.findUser(by);
    if (person == nullptr || !person->isActive() || person->role != rules::Role::Administrator) {
        return fail(ErrorKind::Forbidden, "access.denied");
    }
    return *directory.actorFor(by);
}

Result<void> checkReferences(const rules::RecordWrite& write, const Directory& directory)
{
    for (const auto& [index, value] : write.values) {
        const auto* id = std::get_if<Uuid>(&value);
        const auto& field = write.type->fields[index];
        if (id == nullptr || field.fieldName == "created_by") {
            continue;
        }
        const bool known = field.refersTo == "user" ? directory.findUser(*id) != nullptr
                                                    : directory.findTeam(*id) != nullptr;
        if (!known) {
            return fail(ErrorKind::NotFound, "reference.missing", std::string{field.fieldName});
        }
    }
    return {};
}

Result<void> checkLogin(const rules::RecordWrite& write, const Directory& directory)
{
    const auto* value = write.find("login");
    const auto* login = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    const auto* holder = login != nullptr ? directory.userByLogin(*login) : nullptr;
    if (holder != nullptr && holder->id != write.id) {
        return fail(ErrorKind::Conflict, "user.login_taken", *login);
    }
    return {};
}

Result<void> checkRing(const rules::RecordWrite& write, const Directory& directory)
{
    const auto* value = write.find("parent");
    const auto* parent = value != nullptr ? std::get_if<Uuid>(value) : nullptr;
    if (parent == nullptr) {
        return {};
    }
    const auto below = directory.withTeamsBelow(write.id);
    if (*parent == write.id || std::ranges::binary_search(below, *parent)) {
        return fail(ErrorKind::Conflict, "team.ring");
    }
    return {};
}

// A customer stays in its board, so whoever moves to another leaves the book behind: it would go
// along unseen.
Result<void> checkBook(const rules::RecordWrite& write, Commit& commit)
{
    const auto* value = write.type->name == "user" ? write.find("team") : nullptr;
    const auto& directory = commit.directory();
    const auto* person = value != nullptr ? directory.findUser(write.id) : nullptr;
    if (person == nullptr) {
        return {};
    }
    const auto* team = std::get_if<Uuid>(value);
    const Uuid board = directory.boardOf(person->team);
    if (board.isNil() || board == directory.boardOf(team != nullptr ? *team : Uuid{}) ||
        commit.view().ownedBy(write.id).empty()) {
        return {};
    }
    return fail(ErrorKind::Conflict, "user.book_stays", person->login);
}

Result<void>
prepare(rules::RecordWrite& write, const FieldValues& values, const Directory& directory)
{
    for (const auto& [field, value] : values) {
        if (!write.type->indexOf(field)) {
            return fail(ErrorKind::Invalid, "field.unknown", std::string{field});
        }
        write.set(field, value);
    }
    if (auto known = checkReferences(write, directory); !known) {
        return known;
    }
    return write.type->name == "user" ? checkLogin(write, directory) : checkRing(write, directory);
}

} // namespace

Result<Uuid> DirectoryService::createUser(const Uuid& by, const FieldValues& values)
{
    return create(by, "user", values);
}

Result<Uuid> DirectoryService::createTeam(const Uuid& by, const FieldValues& values)
{
    return create(by, "team", values);
}

Result<Uuid>
DirectoryService::create(const Uuid& by, std::string_view type, const FieldValues& values)
{
    return commits_.run([&](Commit& commit) -> Result<Uuid> {
        const auto actor = administrator(commit.directory(), by);
        return actor ? createIn(commit, *actor, type, values) : fail(actor.error());
    });
}

Result<Uuid> DirectoryService::createIn(Commit& commit,
                                        const rules::Actor& actor,
                                        std::string_view type,
                                        const FieldValues& values)
{
    rules::RecordWrite write{&typeNamed(type), ids_.next(), true, {}};
    write.set("created_at", clock_.now());
    if (!actor.user.isNil()) {
        write.set("created_by", actor.user);
    }
    if (type == "user") {
        write.set("status", std::string{"active"});
    }
    if (auto ready = prepare(write, values, commit.directory()); !ready) {
        return fail(ready.error());
    }
    const std::array<ServerChange, 1> changes{write};
    const auto done = changes_.applyGroup(commit, actor, changes);
    return done ? Result<Uuid>{write.id} : fail(done.error());
}

Result<void> DirectoryService::alter(const Uuid& by,
                                     std::string_view type,
                                     const Uuid& id,
                                     const FieldValues& values)
{
    return commits_.run([&](Commit& commit) -> Result<void> {
        const auto actor = administrator(commit.directory(), by);
        return actor ? alterIn(commit, *actor, type, id, values) : fail(actor.error());
    });
}

Result<void> DirectoryService::alterIn(Commit& commit,
                                       const rules::Actor& actor,
                                       std::string_view type,
                                       const Uuid& id,
                                       const FieldValues& values)
{
    FIELDBOOK_ASSERT(type == "user" || type == "team");
    rules::RecordWrite write{&typeNamed(type), id, false, {}};
    if (auto ready = prepare(write, values, commit.directory()); !ready) {
        return ready;
    }
    if (auto book = checkBook(write, commit); !book) {
        return book;
    }
    const std::array<ServerChange, 1> changes{write};
    const auto done = changes_.applyGroup(commit, actor, changes);
    return done ? Result<void>{} : fail(done.error());
}

} // namespace fieldbook::server
