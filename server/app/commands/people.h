#pragma once

#include "server/app/engine.h"

#include <string>

namespace fieldbook::server::commands {

// A team by its name or code; code `team.missing`.
[[nodiscard]] Result<Uuid> findTeam(Engine& engine, const std::string& named);
// A user by sign-in name; code `user.missing`.
[[nodiscard]] Result<Uuid> findUser(Engine& engine, const std::string& login);
// A customer by id or code; code `handover.customer`: none, or several.
[[nodiscard]] Result<Uuid> findCustomer(Engine& engine, const std::string& named);

// What an option of the command line gives to a field: nothing when it was not given.
using Given = std::vector<std::pair<std::string_view, std::optional<std::string>>>;
// References by name are looked up: "team" and "parent" as teams, "manager" as a user. An empty
// text is "no value". Codes: those above, `field.invalid`.
[[nodiscard]] Result<FieldValues>
fieldValues(Engine& engine, const TypeSpec& type, const Given& given);

} // namespace fieldbook::server::commands
