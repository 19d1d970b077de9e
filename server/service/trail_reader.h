#pragma once

#include "server/service/caller.h"
#include "server/service/directory_board.h"
#include "server/store/store.h"

#include <functional>
#include <optional>
#include <string>

namespace fieldbook::server {

// The trail as people read it who see the whole company: executives and auditors, with the fields
// that their role shows, and administrators, without what records held. Any thread.
class TrailReader {
public:
    TrailReader(Store& store, DirectoryBoard& directory) : store_{store}, directory_{directory} {}

    struct Entry {
        std::uint64_t number = 0;
        std::string header; // JSON
        std::string body; // JSON; empty where there is none, or none for the caller.
        bool erased = false;
    };
    // Those that are meant, the newest first. Codes `access.manager_only`, `session.ended`.
    [[nodiscard]] Result<std::vector<Entry>> search(const Caller& caller, const TrailQuery& query);

private:
    Store& store_;
    DirectoryBoard& directory_;
};

} // namespace fieldbook::server
