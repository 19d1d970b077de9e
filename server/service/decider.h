#pragma once

#include "shared/base/result.h"
#include "shared/rules/directory.h"

namespace fieldbook::server {

// Who decides in the office: a user, or with a nil id the server's own command line, which is an
// administrator's. Code `session.ended`: nobody who may still sign in.
[[nodiscard]] Result<rules::Actor> deciderFor(const rules::Directory& directory, const Uuid& by);

// Whether the actor decides about what this person has. Code `access.manager_only`.
[[nodiscard]] Result<void>
mayDecideAbout(const rules::Actor& actor, const Uuid& person, const rules::Directory& directory);

} // namespace fieldbook::server
