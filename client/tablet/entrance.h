#pragma once

#include "client/local/session_store.h"
#include "client/tablet/home.h"

#include <optional>
#include <string>

namespace fieldbook::client::tablet {

// An open tablet, with the session that the server opened on the way in, if there was need of it.
struct Entered {
    Home home;
    std::optional<Account> account;
};

// Opens a tablet for somebody who signs in: with FIELDBOOK_PIN where that is enough, else through
// the server, which also makes the vault of a new tablet, takes in a store from before there was
// one, and opens one whose lease has ended or whose tries are used up; the PIN is then as
// FIELDBOOK_PIN says. `code` is of the second factor, `enrolment` the one-time code of a new
// tablet. Codes: those of Home, Doorway and checkSecret(), `session.other_user`.
[[nodiscard]] Result<Entered> enter(const Console& console,
                                    const std::string& server,
                                    const std::string& login,
                                    const std::string& password,
                                    const std::string& code = {},
                                    const std::string& enrolment = {});

} // namespace fieldbook::client::tablet
