#pragma once

#include "server/service/caller.h"
#include "server/service/directory_board.h"
#include "server/store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace fieldbook::server {

// What tablets recorded and the server did not let take effect, as those read it who answer for the
// people. Any thread.
class RefusalReader {
public:
    RefusalReader(Store& store, DirectoryBoard& directory) : store_{store}, directory_{directory} {}

    struct Entry {
        Refusal refusal;
        std::string kind; // create, edit or act; empty: it could not be read.
        std::string act; // Of an act.
        std::string type;
        // What is shown only where the caller sees every record that is named, with every field: an
        // identity, and the content as it came, JSON.
        std::optional<Uuid> record;
        std::string content;
    };
    // Of the people whom the caller decides about, the newest first: those that are held in
    // quarantine, or those that were refused for good. Code `session.ended`.
    [[nodiscard]] Result<std::vector<Entry>> list(const Caller& caller, bool held);

    static constexpr std::size_t entriesMax = 500;
    // How far back one looks for them.
    static constexpr std::size_t readMax = 10'000;

private:
    Store& store_;
    DirectoryBoard& directory_;
};

} // namespace fieldbook::server
